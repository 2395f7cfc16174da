/* One run: how far it is while it runs, what it would do or did afterwards. */

import {el, fill} from '../dom.js';
import {showPage, connectionTrail, home} from '../layout.js';
import {failure, loading, messagePlace} from '../message.js';
import {get, page, RestError} from '../rest.js';
import {runKind, stateLozenge} from '../state.js';
import {t} from '../texts.js';
import {runActions} from './run-actions.js';
import {runBanners} from './run-banners.js';
import {runChanges} from './run-changes.js';
import {runFacts} from './run-facts.js';
import {progressPanel} from './run-progress.js';
import {runTiles} from './run-tiles.js';

const LOOK_AGAIN = 1000;

/** Shows the page. */
export async function show(root, id) {
  fill(root, loading());
  try {
    const run = await get(`/runs/${id}`);
    const connection = await get(`/connections/${run.connectionId}`).catch(() => null);
    new RunPage(root, run, connection).show();
  } catch (error) {
    showPage(root, {trail: [home()], title: t('title.run')}, failure(error));
  }
}

class RunPage {
  constructor(root, run, connection) {
    this.root = root;
    this.run = run;
    this.connection = connection;
    this.messages = messagePlace();
    this.announcement = el('p.assistive', {'aria-live': 'polite'});
  }

  show() {
    this.state = el('span', {}, stateLozenge(this.run));
    const above = this.connection ? connectionTrail(this.connection) : [home()];
    const runs = [page(`/runs?connection=${this.run.connectionId}`), t('title.history')];
    const title = [t('run.title', runKind(this.run), this.run.id), ' ', this.state];
    const actions = runActions(this.run, this.connection, this.messages, () => this.reload());
    const running = this.run.state === 'RUNNING';
    this.progress = running && progressPanel(this.run);
    showPage(
      this.root,
      {trail: [...above, runs], title, actions},
      this.announcement,
      this.messages.place,
      this.progress && this.progress.root,
      !running && this.result(),
    );
    if (running) {
      this.lookAgain();
    }
  }

  result() {
    const above = [runBanners(this.run, this.connection)];
    // What ended before there was a plan has no changes to show.
    if (!this.run.planFingerprint) {
      return [above, runFacts(this.run)];
    }
    const changes = runChanges(this.run, this.connection, (filter) => tiles.mark(filter));
    const tiles = runTiles(this.run, (filter) => changes.filter(filter));
    tiles.mark(changes.current());
    return [above, tiles.root, runFacts(this.run), changes.root];
  }

  lookAgain() {
    setTimeout(() => this.look(), LOOK_AGAIN);
  }

  async look() {
    try {
      const before = this.run;
      this.run = await get(`/runs/${before.id}`);
      if (this.lost) {
        this.lost = false;
        this.messages.clear();
      }
      if (this.run.state !== 'RUNNING') {
        this.show();
        this.announcement.textContent = t('run.ended', t(`state.${this.run.state}`));
        return;
      }
      if (before.phase !== this.run.phase) {
        this.announcement.textContent = t(`phase.${this.run.phase}`);
      }
      fill(this.state, stateLozenge(this.run));
      this.progress.update(this.run);
    } catch (error) {
      if (!this.lost) {
        this.messages.show(failure(error));
      }
      this.lost = true;
      // What only a person can mend is not asked for again.
      if (error instanceof RestError && [401, 403, 404].includes(error.status)) {
        return;
      }
    }
    this.lookAgain();
  }

  async reload() {
    this.run = await get(`/runs/${this.run.id}`);
    this.show();
  }
}
