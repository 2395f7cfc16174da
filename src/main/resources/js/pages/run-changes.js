/* The changes of a run, with what was before and after; searched, filtered, downloaded. */

import {el, fill, foreign, link} from '../dom.js';
import {choice, fromAddress, search, toAddress} from '../filters.js';
import {number} from '../format.js';
import {section} from '../layout.js';
import {empty} from '../message.js';
import {address, get, page, query} from '../rest.js';
import {foundNothing, lozenge} from '../state.js';
import {nothingMatches, pagedTable} from '../table.js';
import {hasText, t} from '../texts.js';
import {namesButton} from './group-references.js';

const KINDS = ['user', 'group', 'membership', 'lead', 'object'];
const OPERATIONS = [
  'create',
  'update',
  'rename',
  'reactivate',
  'deactivate',
  'wait',
  'stay',
  'delete',
  'adopt',
  'add',
  'remove',
  'retire',
  'archive',
  'restore',
  'leave',
];
const OUTCOMES = ['APPLIED', 'PLANNED', 'SKIPPED', 'FAILED'];
const COLOURS = {APPLIED: 'success', PLANNED: 'inprogress', SKIPPED: 'moved', FAILED: 'removed'};
/** Before the name of an attribute that an administrator made. */
const PROPERTY = 'property:';
/** Where an account is taken over from: it stays there. */
const DIRECTORY = 'directory';
/** So many attributes of one change are shown before somebody asks for more. */
const MOST_LINES = 6;
const LONGEST_VALUE = 300;
const BEGINNING = 80;
const SIGNS = {
  create: '+',
  add: '+',
  reactivate: '+',
  adopt: '+',
  deactivate: '\u2212',
  delete: '\u2212',
  remove: '\u2212',
  retire: '\u2212',
  archive: '\u2212',
  restore: '+',
  leave: '=',
};

/**
 * The section with the table.
 *
 * @param chosen is called with the filter whenever it changes
 */
export function runChanges(run, connection, chosen) {
  let filter = fromAddress(['kind', 'operation', 'outcome', 'q']);
  const filters = el('div.okta-sync-filters', {});
  const note = el('div', {});
  const downloads = el('span.okta-sync-downloads', {});
  const changes = pagedTable({
    caption: t('changes.title'),
    columns: changeColumns(),
    fetchPage: (start, limit, signal, after) => {
      const part = after ? {after} : {start};
      return get(`/runs/${run.id}/changes${query({...filter, ...part, limit})}`, signal);
    },
    nothing: () => (isFiltered() ? nothingMatches() : noChanges(run)),
  });

  const isFiltered = () => Object.values(filter).some((value) => value !== '');

  function apply(part) {
    filter = {...filter, ...part};
    toAddress(filter);
    show(Object.keys(part).length === 1 ? null : showChoices);
    changes.first();
    chosen(filter);
  }

  function show(redraw) {
    redraw?.();
    fill(note, filter.operation === 'leave' && connection && onlyNew(connection));
    const csv = address(`/runs/${run.id}/changes.csv${query(filter)}`);
    const json = address(`/runs/${run.id}/changes.json${query(filter)}`);
    fill(
      downloads,
      el('a.aui-button', {href: csv, download: ''}, t('changes.csv')),
      el('a.aui-button', {href: json, download: ''}, t('changes.json')),
    );
  }

  function showChoices() {
    const any = ['', t('changes.any')];
    const options = (names, family) => [any, ...names.map((name) => [name, family(name)])];
    fill(
      filters,
      search(t('changes.search'), filter.q, (q) => apply({q})),
      choice(t('changes.kind'), options(KINDS, kindName), filter.kind, (kind) => apply({kind})),
      choice(
        t('changes.operation'),
        options(OPERATIONS, operationName),
        filter.operation,
        (operation) => apply({operation}),
      ),
      choice(t('changes.outcome'), options(OUTCOMES, outcomeName), filter.outcome, (outcome) =>
        apply({outcome}),
      ),
      downloads,
    );
  }

  show(showChoices);
  changes.first();
  return {
    root: section(t('changes.title'), filters, note, changes.root),
    filter: apply,
    current: () => filter,
  };
}

function noChanges(run) {
  const well = run.state === 'SUCCEEDED' && !foundNothing(run);
  return empty(well ? t('changes.all-well') : t('changes.none'));
}

function onlyNew(connection) {
  const all = page(`/connections/${connection.id}/left-alone`);
  const more = link(all, t('changes.all-left-alone'));
  return el('p.okta-sync-note', {}, t('changes.only-new'), ' ', more);
}

const kindName = (kind) => t(`kind.${kind}`);
const operationName = (operation) => t(`operation.${operation}`);
const outcomeName = (outcome) => t(`outcome.${outcome}`);

/**
 * The columns of a table of changes.
 *
 * @param without names of columns that say nothing in this table
 */
export function changeColumns(without = []) {
  return columns().filter(({name}) => !without.includes(name));
}

function columns() {
  return [
    {title: t('changes.operation'), look: 'okta-sync-tight', cell: operation},
    {title: t('changes.kind'), cell: (change) => kindName(change.kind)},
    {title: t('changes.subject'), look: 'okta-sync-wide', cell: subject},
    {title: t('changes.values'), look: 'okta-sync-wide', cell: values},
    {name: 'outcome', title: t('changes.outcome'), cell: outcome},
    {title: t('changes.reason'), look: 'okta-sync-wide', cell: reason},
  ];
}

function operation(change) {
  const sign = SIGNS[change.operation] ?? '~';
  return [
    el(`span.okta-sync-sign.okta-sync-sign-${change.operation}`, {'aria-hidden': 'true'}, sign),
    operationName(change.operation),
  ];
}

function subject(change) {
  const who = foreign(change.subject);
  if (change.kind === 'group' && change.operation === 'update') {
    const old = change.before?.name;
    return [who, old && el('div', {}, namesButton(old))];
  }
  return change.object ? [who, ' \u2192 ', foreign(change.object)] : who;
}

function values(change) {
  const before = change.before ?? {};
  const after = change.after ?? {};
  // The detail of what is left alone stands in the reason's sentence already.
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => name !== 'detail',
  );
  const lines = names.map((name) =>
    el(
      'div',
      {},
      el('span.okta-sync-note', {}, `${attribute(change.kind, name)}: `),
      name in before && el(name === DIRECTORY ? 'span' : 'del', {}, value(before[name])),
      name in before && name in after && ' \u2192 ',
      name in after && el('ins', {}, value(after[name])),
    ),
  );
  return lines.length > MOST_LINES + 1
    ? [...lines.slice(0, MOST_LINES), more(lines.slice(MOST_LINES))]
    : lines;
}

function more(lines) {
  return el('details', {}, el('summary', {}, t('changes.more', number(lines.length))), lines);
}

/** A long value shows its beginning until somebody wants all of it. */
function value(text) {
  if ((text ?? '').length <= LONGEST_VALUE) {
    return foreign(text);
  }
  const beginning = [...text].slice(0, BEGINNING).join('');
  return el('details', {}, el('summary', {}, foreign(`${beginning}\u2026`)), foreign(text));
}

function attribute(kind, name) {
  if (kind === 'group' && name === 'name') {
    return t('attribute.group-name');
  }
  if (name.startsWith(PROPERTY)) {
    return t('mapping.property', name.slice(PROPERTY.length));
  }
  return hasText(`attribute.${name}`) ? t(`attribute.${name}`) : name;
}

function outcome(change) {
  return lozenge(COLOURS[change.outcome], outcomeName(change.outcome));
}

function reason(change) {
  const key = `reason.${change.reason}`;
  return change.message ?? (hasText(key) ? t(`reason.${change.reason}`) : change.reason);
}
