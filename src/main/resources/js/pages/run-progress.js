/* How far a run is: phase, items done, and what reading costs. */

import {el, fill} from '../dom.js';
import {duration, elapsed, number, percent} from '../format.js';
import {facts} from '../layout.js';
import {hasText, t} from '../texts.js';

/** The panel; `update` shows a later state of the same run. */
export function progressPanel(run) {
  const phase = el('strong', {});
  const bar = el('progress.okta-sync-progress', {max: 100, 'aria-label': t('run.progress')});
  const count = el('span', {});
  const numbers = el('div', {});
  const root = el(
    'section.okta-sync-panel',
    {'aria-label': t('run.progress')},
    el('div.okta-sync-progress-head', {}, phase, count),
    bar,
    numbers,
    el('p.okta-sync-note', {}, t('run.may-leave')),
  );

  function update(now) {
    const {done = 0, total = 0} = now.progress ?? {};
    const share = percent(done, total);
    phase.textContent = phaseName(now.phase);
    count.textContent =
      total > 0 ? t('run.done-of', number(done), number(total)) : done > 0 ? number(done) : '';
    if (share === null) {
      bar.removeAttribute('value');
    } else {
      bar.value = share;
    }
    const {calls, retries, waitedMs, callsPerMinute} = now.source ?? {};
    fill(
      numbers,
      facts([
        [t('run.elapsed'), duration(elapsed(now.startedAt))],
        [t('run.calls'), number(calls)],
        [t('run.retries'), number(retries)],
        [t('run.waited'), duration(waitedMs ?? 0)],
        [t('run.per-minute'), number(callsPerMinute)],
      ]),
    );
  }

  update(run);
  return {root, update};
}

function phaseName(phase) {
  return hasText(`phase.${phase}`) ? t(`phase.${phase}`) : phase;
}
