/* Who, when, how long, at what cost, and which plan. */

import {el, foreign, link} from '../dom.js';
import {duration, elapsed, number, time} from '../format.js';
import {facts} from '../layout.js';
import {page} from '../rest.js';
import {hasText, t} from '../texts.js';

/** The facts of a run that is over. */
export function runFacts(run) {
  const started = hasText(`trigger.${run.trigger}`) ? t(`trigger.${run.trigger}`) : run.trigger;
  return el(
    'div.okta-sync-columns',
    {},
    facts([
      [t('run.started-by'), [foreign(run.startedBy), ' (', started, ')']],
      [t('run.looked-at'), lookedAt(run)],
      [t('run.undoes'), run.undoOf && otherRun(run.undoOf)],
      [t('run.goes-on-with'), run.resumedFrom && otherRun(run.resumedFrom)],
      [t('run.started'), time(run.startedAt)],
      [t('run.finished'), time(run.finishedAt)],
      [t('run.took'), duration(elapsed(run.startedAt, run.finishedAt ?? run.heartbeatAt))],
      [t('run.node'), run.node && foreign(run.node)],
      [t('run.approved'), run.approvedBy && [foreign(run.approvedBy), ', ', time(run.approvedAt)]],
      [t('run.rejected'), run.rejectedBy && foreign(run.rejectedBy)],
      [t('run.reviewed'), run.reviewedBy && [foreign(run.reviewedBy), ', ', time(run.reviewedAt)]],
    ]),
    facts([
      [t('run.calls'), number(run.source?.calls)],
      [t('run.retries'), number(run.source?.retries)],
      [t('run.waited'), duration(run.source?.waitedMs ?? 0)],
      [t('run.written'), run.dryRun ? null : number(run.written?.directory)],
      [t('run.unchanged'), number(unchanged(run))],
      [t('run.fingerprint'), run.planFingerprint && fingerprint(run.planFingerprint)],
      [t('run.valid-until'), run.planExpiresAt && time(run.planExpiresAt)],
    ]),
  );
}

function lookedAt(run) {
  if (run.part === 'assets' && run.mode !== 'undo') {
    return run.limit ? t('run.objects-first', number(run.limit)) : t('run.objects-alone');
  }
  return hasText(`mode.${run.mode}`) ? t(`mode.${run.mode}`) : null;
}

function otherRun(id) {
  return link(page(`/runs/${id}`), t('run.number', id));
}

function unchanged(run) {
  const counts = run.dryRun ? run.planned : run.counts;
  return (
    (counts?.users?.unchanged ?? 0) +
    (counts?.groups?.unchanged ?? 0) +
    (counts?.memberships?.unchanged ?? 0) +
    (counts?.objects?.unchanged ?? 0)
  );
}

function fingerprint(text) {
  return el('code.okta-sync-foreign', {}, text);
}
