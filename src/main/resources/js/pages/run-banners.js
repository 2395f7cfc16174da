/* What a person must know before looking at the changes of a run. */

import {el, foreign, link} from '../dom.js';
import {message} from '../message.js';
import {page} from '../rest.js';
import {foundNothing} from '../state.js';
import {t} from '../texts.js';
import {limitAddress} from './limit.js';
import {planProblem} from './run-actions.js';

/** The messages of a run that is over, the gravest first. */
export function runBanners(run, connection) {
  return [
    run.state === 'HELD' && held(run, connection),
    run.wouldHold && message('warning', t('run.would-hold'), breaches(run, connection)),
    foundNothing(run) &&
      message('warning', t('run.nothing-found'), el('p', {}, t('card.nothing-found-remedy'))),
    run.state !== 'HELD' && run.message && outcome(run),
    run.notices?.length > 0 && notices(run),
    run.incomplete?.length > 0 && incomplete(run),
    run.dryRun && planNotice(run, connection),
  ].filter(Boolean);
}

function held(run, connection) {
  const remedy = el('p', {}, t('run.held-remedy'));
  return message('error', t('run.held'), breaches(run, connection), remedy);
}

function breaches(run, connection) {
  const lines = run.breaches.map((breach) =>
    el(
      'li',
      {},
      foreign(breach.message, 'span.okta-sync-foreign'),
      ' ',
      connection && link(limitAddress(breach, connection), t('run.show-limit')),
    ),
  );
  return el('ul', {}, lines);
}

function outcome(run) {
  const kind = ['FAILED', 'INTERRUPTED'].includes(run.state) ? 'error' : 'info';
  return message(kind, t(`state.${run.state}`), el('p', {}, run.message));
}

function notices(run) {
  const lines = run.notices.map((notice) =>
    el('li', {}, foreign(notice.message ?? notice.code, 'span.okta-sync-foreign')),
  );
  return message('info', t('run.notices'), el('ul', {}, lines));
}

function incomplete(run) {
  const lists = run.incomplete.map((list) =>
    el('li', {}, foreign(list.message ?? list.list, 'span.okta-sync-foreign')),
  );
  return message(
    'warning',
    t('run.incomplete'),
    el('p', {}, t('run.incomplete-means')),
    el('ul', {}, lists),
  );
}

function planNotice(run, connection) {
  const problem = planProblem(run, connection);
  if (!problem || run.state !== 'SUCCEEDED') {
    return null;
  }
  const again = link(page(), t('run.make-new'));
  return message('info', t('run.not-applicable'), el('p', {}, problem, ' ', again));
}
