/* What became of a run, in a word and a colour. Finding nothing is never shown as a success. */

import {el} from './dom.js';
import {number, percent} from './format.js';
import {t} from './texts.js';

const COLOURS = {
  RUNNING: 'inprogress',
  SUCCEEDED: 'success',
  PARTIAL: 'moved',
  HELD: 'moved',
  FAILED: 'removed',
  CANCELLED: 'default',
  INTERRUPTED: 'removed',
};

/** A coloured word. */
export function lozenge(colour, text) {
  const look = colour === 'default' ? '' : `.aui-lozenge-${colour}`;
  return el(`span.aui-lozenge.okta-sync-lozenge${look}`, {}, text);
}

/** The state of a run; null stands for a connection that never ran. */
export function stateLozenge(run) {
  if (!run) {
    return lozenge('default', t('state.never'));
  } else if (foundNothing(run)) {
    return lozenge('moved', t('state.nothing-found'));
  }
  const share = run.state === 'RUNNING' ? percent(run.progress?.done, run.progress?.total) : null;
  const text =
    share === null ? t(`state.${run.state}`) : t('state.running-percent', number(share));
  return lozenge(COLOURS[run.state] ?? 'default', text);
}

/** Whether a finished run that looked at all people and groups met none. */
export function foundNothing(run) {
  const all = met(run.counts) + met(run.planned);
  return run.state === 'SUCCEEDED' && run.mode === 'full' && run.part !== 'assets' && all === 0;
}

function met(counts) {
  return ['users', 'groups']
    .flatMap((kind) => Object.values(counts?.[kind] ?? {}))
    .reduce((sum, count) => sum + count, 0);
}

/** What kind of run it is. */
export function runKind(run) {
  if (run.mode === 'adoption') {
    return t('run.kind.adoption');
  } else if (run.mode === 'undo') {
    return run.dryRun ? t('run.kind.undo-dry-run') : t('run.kind.undo');
  }
  if (run.mode === 'person') {
    return run.dryRun ? t('run.kind.person-dry-run') : t('run.kind.person');
  }
  if (run.mode === 'trial') {
    const people = number(run.limit);
    return run.dryRun ? t('run.kind.trial-dry-run', people) : t('run.kind.trial', people);
  }
  return run.dryRun ? t('run.kind.dry-run') : t('run.kind.sync');
}

/** What a run does, or did, in the order of importance: `[kind, tally, text key, number]`. */
const TALLIES = [
  ['users', 'created'],
  ['users', 'updated'],
  ['users', 'renamed'],
  ['users', 'reactivated'],
  ['users', 'deactivated'],
  ['users', 'waiting'],
  ['users', 'staying'],
  ['users', 'deleted'],
  ['users', 'adopted'],
  ['groups', 'created'],
  ['groups', 'deleted'],
  ['groups', 'adopted'],
  ['memberships', 'added'],
  ['memberships', 'removed'],
  ['leads', 'updated'],
  ['objects', 'created'],
  ['objects', 'updated'],
  ['objects', 'retired'],
  ['objects', 'deleted'],
];

const WRITTEN = ['created', 'updated', 'renamed', 'reactivated', 'deactivated', 'deleted'];
const WRITTEN_TOO = ['added', 'removed', 'retired'];

/** How many things a run changed. */
export function written(run) {
  return Object.values(run.counts ?? {})
    .flatMap((counts) => [...WRITTEN, ...WRITTEN_TOO].map((tally) => counts[tally] ?? 0))
    .reduce((sum, count) => sum + count, 0);
}

/** Everything above zero among some counts, as sentences such as "12 people created". */
export function summary(counts) {
  return TALLIES.map(([kind, tally]) => [kind, tally, counts?.[kind]?.[tally] ?? 0])
    .filter(([, , count]) => count > 0)
    .map(([kind, tally, count]) => t(`summary.${kind}.${tally}`, number(count)));
}

/** What came of a run, in a line. */
export function resultText(run) {
  if (['RUNNING', 'HELD', 'FAILED', 'INTERRUPTED'].includes(run.state)) {
    return t(`result.${run.state}`);
  } else if (foundNothing(run)) {
    return t('result.nothing-found');
  }
  const lines = summary(run.dryRun ? run.planned : run.counts).join(', ');
  if (lines === '') {
    return t('result.no-changes');
  }
  return run.dryRun ? t('result.planned', lines) : lines;
}

/** How many changes failed. */
export function failures(run) {
  return ['users', 'groups', 'memberships', 'leads', 'objects']
    .map((kind) => run.counts?.[kind]?.failed ?? 0)
    .reduce((sum, count) => sum + count, 0);
}
