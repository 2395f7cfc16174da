/* One connection on the overview: how it is, what happened last, what can be done. */

import {button, el, fill, foreign, link} from '../dom.js';
import {number, percent, time} from '../format.js';
import {facts} from '../layout.js';
import {message, messagePlace} from '../message.js';
import {get, page, query} from '../rest.js';
import {foundNothing, lozenge, resultText, runKind, stateLozenge} from '../state.js';
import {t, tParts} from '../texts.js';
import {runChart} from './run-chart.js';
import {scheduleFact, scheduleNotice} from './schedule.js';
import {startRun} from './start-run.js';
import {steps} from './steps.js';

const LOOK_AGAIN = 2000;

/** The card; it keeps itself up to date while a run is under way. */
export function connectionCard(connection) {
  const messages = messagePlace();
  const state = el('span', {});
  const body = el('div', {});
  const at = page(`/connections/${connection.id}`);
  const heading = el('h3', {}, link(at, foreign(connection.name)));
  const card = el(
    'section.okta-sync-card',
    {'data-connection': connection.id},
    el('div.okta-sync-card-head', {}, heading, state),
    el(
      'p.okta-sync-note',
      {},
      tParts(
        'card.from-to',
        foreign(connection.baseUrl),
        foreign(connection.directory?.name ?? t('card.directory-gone')),
      ),
    ),
    messages.place,
    body,
    actions(connection, messages),
  );
  refresh(connection, state, body, messages);
  return card;
}

async function refresh(connection, state, body, messages) {
  const at = `/connections/${connection.id}`;
  const facts = await messages.trying(() =>
    Promise.all([
      get(`/runs${query({connection: connection.id, limit: 20})}`),
      get(`${at}/links?limit=1`),
      get(`${at}/findings?limit=1`),
    ]),
  );
  if (!facts) {
    return;
  }
  const [runs, links, findings] = facts;
  const last = runs.values[0] ?? null;
  fill(state, connection.enabled ? stateLozenge(last) : lozenge('default', t('card.disabled')));
  const reload = async () => {
    const fresh = await messages.trying(() => get(at));
    if (fresh) {
      Object.assign(connection, fresh);
      await refresh(connection, state, body, messages);
    }
  };
  fill(
    body,
    scheduleNotice(connection, messages, reload),
    content(connection, runs.values, links.total, findings.total),
  );
  if (last?.state === 'RUNNING') {
    setTimeout(() => refresh(connection, state, body, messages), LOOK_AGAIN);
  }
}

function content(connection, runs, links, findings) {
  const last = runs[0];
  const isSync = (run) => !run.dryRun && run.mode !== 'adoption';
  const done = {
    connect: true,
    directory: true,
    adopt: links > 0 || connection.users?.adopt === 'never',
    'dry-run': runs.some((run) => run.dryRun && ['SUCCEEDED', 'PARTIAL'].includes(run.state)),
    sync: runs.some((run) => isSync(run) && ['SUCCEEDED', 'PARTIAL'].includes(run.state)),
    schedule: connection.schedule?.state === 'on',
  };
  const at = `/connections/${connection.id}`;
  return [
    last && attention(last),
    facts([
      [t('card.last-run'), last && [runLink(last), ' \u00b7 ', time(last.startedAt)]],
      [t('card.result'), last && result(last)],
      [t('card.changes'), runChart(runs)],
      [t('card.schedule'), scheduleFact(connection)],
      [t('card.linked'), link(page(`${at}/links`), number(links))],
      [t('card.left-alone'), link(page(`${at}/left-alone`), number(findings))],
    ]),
    !done.sync && runs.length < 20 && steps(done),
  ];
}

function runLink(run) {
  return link(page(`/runs/${run.id}`), t('card.run', runKind(run), run.id));
}

function attention(run) {
  if (run.state === 'HELD') {
    const decide = link(page(`/runs/${run.id}`), t('card.decide'));
    return message('warning', t('card.held'), el('p', {}, decide));
  } else if (foundNothing(run)) {
    return message('warning', t('card.nothing-found'), el('p', {}, t('card.nothing-found-remedy')));
  }
  return (
    ['FAILED', 'INTERRUPTED'].includes(run.state) &&
    message('error', t('card.failed'), el('p', {}, run.message))
  );
}

function result(run) {
  if (run.state !== 'RUNNING') {
    return resultText(run);
  }
  const share = percent(run.progress?.done, run.progress?.total);
  return [
    t(`phase.${run.phase ?? 'start'}`),
    ' ',
    el('progress', {max: 100, value: share ?? undefined, 'aria-label': t('run.progress')}),
  ];
}

function actions(connection, messages) {
  const at = `/connections/${connection.id}`;
  const disabled = !connection.enabled;
  const to = (href, text) => link(page(href), text, 'a.aui-button');
  return el(
    'div.okta-sync-card-actions',
    {},
    button(t('card.dry-run'), () => startRun(connection, {dryRun: true}, messages), {
      primary: true,
      disabled,
    }),
    button(t('card.sync'), () => startRun(connection, {mode: 'incremental'}, messages), {disabled}),
    button(t('card.full-sync'), () => startRun(connection, {mode: 'full'}, messages), {disabled}),
    to(`${at}/adoption`, t('card.adoption')),
    to(`/runs?connection=${connection.id}`, t('card.history')),
    to(at, t('card.edit')),
  );
}
