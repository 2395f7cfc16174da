/* Accounts and groups that are there already: seen first, then taken over by an administrator. */

import {button, el, fill, foreign, link} from '../dom.js';
import {choice, search} from '../filters.js';
import {number, time} from '../format.js';
import {connectionTabs, connectionTrail, showPage} from '../layout.js';
import {empty, failure, loading, message, messagePlace} from '../message.js';
import {get, page, post, query} from '../rest.js';
import {lozenge} from '../state.js';
import {nothingMatches, pagedTable} from '../table.js';
import {t} from '../texts.js';
import {askForBulk, askForChosen, IN_BULK} from './adoption-dialogs.js';
import {chooseBroughtGroups} from './adoption-groups.js';

const COLOURS = {
  exact: 'success',
  'by-email': 'inprogress',
  'by-property': 'inprogress',
  ambiguous: 'removed',
  shadowed: 'moved',
  administrator: 'moved',
  customer: 'moved',
  'other-directory': 'moved',
  namesake: 'inprogress',
  'namesake-by-name': 'moved',
  'namesake-refused': 'removed',
  'namesake-waits': 'default',
};

/** Verdicts about accounts of other directories, which bring groups along. */
const ELSEWHERE = ['namesake', 'namesake-by-name', 'namesake-waits'];

/** Shows the page. */
export async function show(root, id) {
  fill(root, loading());
  try {
    new AdoptionPage(root, await get(`/connections/${id}`)).show();
  } catch (error) {
    showPage(root, {title: t('title.adoption')}, failure(error));
  }
}

class AdoptionPage {
  constructor(root, connection) {
    this.root = root;
    this.connection = connection;
    this.at = `/connections/${connection.id}/adoption`;
    this.allowed = connection.users?.adopt !== 'never';
    this.filter = {verdict: '', kind: '', q: ''};
    this.chosen = new Map();
    this.summary = {};
    this.messages = messagePlace();
    this.tiles = el('div.okta-sync-tiles', {role: 'group', 'aria-label': t('adoption.verdicts')});
    this.bar = el('div.okta-sync-bar', {});
    this.readAt = el('span.okta-sync-note', {});
  }

  show() {
    this.table = pagedTable({
      caption: t('title.adoption'),
      columns: this.columns(),
      fetchPage: (start, limit, signal) => this.fetch(start, limit, signal),
      fetching: t('adoption.reading'),
      nothing: () => this.nothing(),
    });
    showPage(
      this.root,
      {
        trail: connectionTrail(this.connection),
        title: t('title.adoption'),
        tabs: connectionTabs(this.connection, 'adoption'),
      },
      el('p.okta-sync-lead', {}, t('adoption.lead')),
      !this.allowed && this.switchedOff(),
      this.messages.place,
      this.tiles,
      this.filters(),
      this.bar,
      this.table.root,
    );
    this.table.first();
  }

  switchedOff() {
    const settings = page(`/connections/${this.connection.id}#people`);
    const way = el('p', {}, link(settings, t('adoption.off-remedy')));
    return message('info', t('adoption.off'), way);
  }

  async fetch(start, limit, signal) {
    const refresh = this.refreshing ? 'true' : '';
    this.refreshing = false;
    const parameters = {...this.filter, start, limit, refresh};
    const answer = await get(`${this.at}${query(parameters)}`, signal);
    this.summary = answer.summary ?? {};
    this.aggregation = answer.membershipAggregation;
    fill(this.readAt, t('adoption.read-at'), ' ', time(answer.readAt));
    this.showTiles();
    this.showBar();
    return answer;
  }

  nothing() {
    const any = Object.values(this.filter).some((value) => value !== '');
    return any
      ? nothingMatches()
      : empty(t('adoption.empty'), el('p', {}, t('adoption.empty-means')));
  }

  choose(part) {
    this.filter = {...this.filter, ...part};
    this.table.first();
  }

  filters() {
    const kinds = [
      ['', t('changes.any')],
      ['user', t('kind.user')],
      ['group', t('kind.group')],
    ];
    const again = button(t('adoption.read-again'), () => {
      this.refreshing = true;
      return this.table.first();
    });
    return el(
      'div.okta-sync-filters',
      {},
      search(t('adoption.search'), '', (q) => this.choose({q})),
      choice(t('changes.kind'), kinds, '', (kind) => this.choose({kind})),
      el('span.okta-sync-downloads', {}, this.readAt, ' ', again),
    );
  }

  showTiles() {
    const verdicts = Object.keys(COLOURS).filter((name) => this.isShown(name));
    fill(this.tiles, verdicts.map((verdict) => this.tile(verdict)));
  }

  /** Where no other directory has anybody of Okta, it is not spoken of. */
  isShown(verdict) {
    const count = this.summary[verdict];
    return verdict.startsWith('namesake')
      ? count > 0 || this.filter.verdict === verdict
      : count !== undefined;
  }

  tile(verdict) {
    const pressed = this.filter.verdict === verdict;
    return el(
      'button.okta-sync-tile',
      {
        type: 'button',
        title: t(`verdict.${verdict}.means`),
        disabled: this.summary[verdict] === 0,
        'aria-pressed': String(pressed),
        click: () => this.choose({verdict: pressed ? '' : verdict}),
      },
      el('span.okta-sync-tile-number', {}, number(this.summary[verdict])),
      el('span.okta-sync-tile-name', {}, t(`verdict.${verdict}`)),
    );
  }

  showBar() {
    const bulk = IN_BULK.reduce((sum, verdict) => sum + (this.summary[verdict] ?? 0), 0);
    fill(
      this.bar,
      button(t('adoption.bulk', number(bulk)), () => this.adoptBulk(), {
        primary: true,
        disabled: !this.allowed || bulk === 0,
      }),
      button(t('adoption.chosen', number(this.chosen.size)), () => this.adoptChosen(), {
        disabled: !this.allowed || this.chosen.size === 0,
      }),
      ELSEWHERE.some((verdict) => this.summary[verdict] > 0) &&
        button(t('adoption.groups'), () => this.chooseGroups(), {disabled: !this.allowed}),
    );
  }

  chooseGroups() {
    return this.messages.trying(async () => {
      const saved = await chooseBroughtGroups(this.connection.id, this.aggregation);
      if (saved) {
        this.messages.show(message('success', t('brought.saved', number(saved.length))));
      }
    });
  }

  columns() {
    return [
      {title: t('adoption.choose'), hidden: true, cell: (candidate) => this.box(candidate)},
      {title: t('changes.kind'), cell: ({kind}) => t(`kind.${kind}`)},
      {
        title: t('adoption.in-okta'),
        look: 'okta-sync-wide okta-sync-names',
        cell: ({sourceName, sourceEmail}) => both(sourceName, sourceEmail),
      },
      {
        title: t('adoption.in-jira'),
        look: 'okta-sync-wide okta-sync-names',
        cell: ({name, email, elsewhere}) => [both(name, email), elsewhere && place(elsewhere)],
      },
      {title: t('adoption.rule'), cell: ({rule}) => ruleName(rule)},
      {
        title: t('adoption.verdict'),
        look: 'okta-sync-wide',
        cell: ({verdict, reason, sourceId}) => [
          lozenge(COLOURS[verdict], t(`verdict.${verdict}`)),
          el('div.okta-sync-note', {}, reason ?? t(`verdict.${verdict}.means`)),
          verdict === 'namesake-waits' && this.takeBack(sourceId),
        ],
      },
    ];
  }

  takeBack(sourceId) {
    const withdraw = () =>
      this.messages.trying(async () => {
        await post(`${this.at}/withdraw`, {sourceIds: [sourceId]});
        await this.table.first();
      });
    return button(t('adoption.withdraw'), withdraw, {subtle: true});
  }

  box(candidate) {
    if (!candidate.adoptable || !this.allowed) {
      return null;
    }
    const input = el('input', {
      type: 'checkbox',
      'aria-label': t('adoption.choose-one', candidate.name),
      checked: this.chosen.has(candidate.sourceId),
      change: () => {
        if (input.checked) {
          this.chosen.set(candidate.sourceId, candidate);
        } else {
          this.chosen.delete(candidate.sourceId);
        }
        this.showBar();
      },
    });
    return input;
  }

  async adoptBulk() {
    const verdicts = await askForBulk(this.summary);
    if (verdicts) {
      await this.adopt({verdicts, sourceIds: []});
    }
  }

  async adoptChosen() {
    const candidates = [...this.chosen.values()];
    if (await askForChosen(candidates)) {
      await this.adopt({verdicts: [], sourceIds: candidates.map(({sourceId}) => sourceId)});
    }
  }

  adopt(choice) {
    return this.messages.trying(async () => {
      const run = await post(this.at, choice);
      location.assign(page(`/runs/${run.id}`));
    });
  }
}

/** In which other directory an account is, counted from one as people do. */
function place({directory, position}) {
  return el('div.okta-sync-note', {}, t('adoption.elsewhere', directory, number(position + 1)));
}

/** An attribute of an administrator's own is called what it is called. */
function ruleName(rule) {
  return rule.startsWith('property:') ? foreign(rule.slice('property:'.length)) : t(`rule.${rule}`);
}

function both(name, email) {
  return [foreign(name), email && el('div.okta-sync-note', {}, foreign(email))];
}
