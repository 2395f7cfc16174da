/* The numbers of a run as tiles; each shows its changes in the table below. */

import {el} from '../dom.js';
import {number} from '../format.js';
import {failures} from '../state.js';
import {t} from '../texts.js';

/** `[name, kinds and tallies that are added up, filter of the table]` */
const TILES = [
  ['create', [['users', 'created']], {kind: 'user', operation: 'create'}],
  ['update', [['users', 'updated']], {kind: 'user', operation: 'update'}],
  ['rename', [['users', 'renamed']], {kind: 'user', operation: 'rename'}],
  ['reactivate', [['users', 'reactivated']], {kind: 'user', operation: 'reactivate'}],
  ['deactivate', [['users', 'deactivated']], {kind: 'user', operation: 'deactivate'}],
  ['delete', [['users', 'deleted']], {kind: 'user', operation: 'delete'}],
  ['create-group', [['groups', 'created']], {kind: 'group', operation: 'create'}],
  ['delete-group', [['groups', 'deleted']], {kind: 'group', operation: 'delete'}],
  ['add', [['memberships', 'added']], {kind: 'membership', operation: 'add'}],
  ['remove', [['memberships', 'removed']], {kind: 'membership', operation: 'remove'}],
];

const ADOPTION_TILES = [
  ['adopt-user', [['users', 'adopted']], {kind: 'user', operation: 'adopt'}],
  ['adopt-group', [['groups', 'adopted']], {kind: 'group', operation: 'adopt'}],
];

/** Shown once somebody waits, or waited, to be deactivated. */
const WAITING_TILES = [
  ['wait', [['users', 'waiting']], {kind: 'user', operation: 'wait'}],
  ['stay', [['users', 'staying']], {kind: 'user', operation: 'stay'}],
];

/** Shown once a run has anything to do with leads. */
const LEAD_TILES = [['replace-lead', [['leads', 'updated']], {kind: 'lead', operation: 'update'}]];

/** Shown once a run has anything to do with objects of Assets. */
const OBJECT_TILES = [
  ['create-object', [['objects', 'created']], {kind: 'object', operation: 'create'}],
  ['update-object', [['objects', 'updated']], {kind: 'object', operation: 'update'}],
  ['retire-object', [['objects', 'retired']], {kind: 'object', operation: 'retire'}],
  ['delete-object', [['objects', 'deleted']], {kind: 'object', operation: 'delete'}],
];

const LEFT_ALONE = [
  'leave',
  ['users', 'groups', 'memberships', 'leads', 'objects'].map((kind) => [kind, 'skipped']),
  {kind: '', operation: 'leave'},
];

const any = (tallies) => Object.values(tallies ?? {}).some((value) => value > 0);

/**
 * The tiles.
 *
 * @param choose is called with `{kind, operation, outcome}` of the pressed tile, empty to show all
 */
export function runTiles(run, choose) {
  const counts = run.dryRun || run.state === 'HELD' ? run.planned : run.counts;
  const adopted = count(counts, ADOPTION_TILES.flatMap(([, sums]) => sums)) > 0;
  const objectsAlone = run.part === 'assets';
  const operations = objectsAlone ? [] : run.mode === 'adoption' ? ADOPTION_TILES : TILES;
  const shown = adopted && operations === TILES ? [...TILES, ...ADOPTION_TILES] : [...operations];
  shown.push(...WAITING_TILES.filter(([, sums]) => count(counts, sums) > 0));
  if (any(counts?.leads)) {
    shown.push(...LEAD_TILES);
  }
  if (objectsAlone || any(counts?.objects)) {
    shown.push(...OBJECT_TILES);
  }
  const tiles = [...shown, LEFT_ALONE].map(([name, sums, filter]) =>
    tile(name, count(counts, sums), {outcome: '', ...filter}, choose),
  );
  if (!run.dryRun) {
    const filter = {kind: '', operation: '', outcome: 'FAILED'};
    tiles.push(tile('failed', failures(run), filter, choose));
  }
  const root = el(
    'div.okta-sync-tiles',
    {role: 'group', 'aria-label': t('tile.label')},
    tiles.map(({root: button}) => button),
  );
  return {root, mark: (filter) => tiles.forEach((each) => each.mark(filter))};
}

function count(counts, sums) {
  return sums.reduce((sum, [kind, tally]) => sum + (counts?.[kind]?.[tally] ?? 0), 0);
}

function tile(name, value, filter, choose) {
  const root = el(
    `button.okta-sync-tile.okta-sync-tile-${name}`,
    {
      type: 'button',
      disabled: value === 0,
      'aria-pressed': 'false',
      click: () => {
        const pressed = root.getAttribute('aria-pressed') === 'true';
        choose(pressed ? {kind: '', operation: '', outcome: ''} : filter);
      },
    },
    el('span.okta-sync-tile-number', {}, number(value)),
    el('span.okta-sync-tile-name', {}, t(`tile.${name}`)),
  );
  const mark = (current) => {
    const same = Object.keys(filter).every((key) => (current[key] ?? '') === filter[key]);
    root.setAttribute('aria-pressed', String(same));
  };
  return {root, mark};
}
