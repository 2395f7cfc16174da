/* The table of rows, each an Okta group and a Jira group that its members are in. */

import {button, el, fill, foreign} from '../dom.js';
import {table} from '../table.js';
import {t} from '../texts.js';
import {groupsOf, memberCount, pickGroups} from './group-picker.js';
import {targetNotes} from './group-preview.js';

const PATH = 'groups.map';

/** The rows as a field of a form; `notes` takes what a preview says of them. */
export function rowsField(connection, given, changed) {
  const rows = given.map((row) => ({...row}));
  const place = el('div');
  const error = el('div.error', {role: 'alert'});
  let known = null;
  let seen = [];
  let problems = [];

  const draw = () =>
    fill(
      place,
      rows.length === 0
        ? el('p.okta-sync-note', {}, t('group-rows.none'))
        : table(t('group-rows.title'), columns, rows.map((row, index) => ({row, index}))),
    );

  const edited = () => {
    seen = [];
    problems = [];
    changed();
  };

  const columns = [
    {title: t('group-rows.source'), look: 'okta-sync-wide', cell: ({row}) => source(row)},
    {title: t('group-rows.target'), cell: ({row, index}) => target(row, index)},
    {title: t('group-rows.administration'), cell: ({row, index}) => administration(row, index)},
    {title: t('group-rows.actions'), hidden: true, cell: ({row, index}) => removal(row, index)},
  ];

  const nameOf = (row) => known?.get(row.source)?.name ?? row.source;

  const source = (row) => {
    const group = known?.get(row.source);
    const gone = known && !group && el('strong.error', {}, ' ', t('group-picker.gone'));
    return [foreign(nameOf(row)), ' ', group && el('span.okta-sync-note', {}, memberCount(group)), gone];
  };

  const target = (row, index) => {
    const input = el('input.text.medium-field', {
      type: 'text',
      maxlength: 255,
      spellcheck: 'false',
      autocomplete: 'off',
      value: row.target,
      'aria-label': t('group-rows.target-of', nameOf(row)),
      input: () => {
        row.target = input.value.trim();
        edited();
      },
    });
    return [input, problems[index]?.map(said), targetNotes(seen[index]?.target)];
  };

  const said = (problem) => el('div.error', {role: 'alert'}, problem.message ?? problem.code);

  const administration = (row, index) => {
    const id = `okta-sync-row-administration-${index}`;
    const box = el('input.checkbox', {
      type: 'checkbox',
      id,
      checked: Boolean(row.administration),
      change: () => {
        row.administration = box.checked;
        edited();
      },
    });
    return el('div.checkbox', {}, box, el('label', {for: id}, t('group-rows.may-administer')));
  };

  const removal = (row, index) => {
    const drop = () => {
      rows.splice(index, 1);
      edited();
      draw();
    };
    const element = button(t('group-rows.remove'), drop, {subtle: true});
    element.setAttribute('aria-label', t('group-rows.remove-of', nameOf(row)));
    return element;
  };

  const load = async () => {
    const groups = await groupsOf(connection).catch(() => null);
    known = groups && new Map(groups.map((group) => [group.id, group]));
    draw();
  };

  /** Those that are chosen get a row with a Jira group of the same name; a group may have several rows. */
  const bring = async () => {
    const chosen = await pickGroups(connection, []);
    if (chosen && chosen.length > 0) {
      await load();
      rows.push(...chosen.map((id) => ({source: id, target: known?.get(id)?.name ?? '', administration: false})));
      edited();
      draw();
    }
  };

  draw();
  if (rows.length > 0) {
    load();
  }
  return {
    path: PATH,
    element: el('div', {}, place, el('p', {}, button(t('group-rows.import'), bring)), error),
    error: (text) => fill(error, text),
    read(settings) {
      settings.groups ??= {};
      settings.groups.map = rows.map((row) => ({...row}));
    },
    /** What a preview found, row by row. */
    notes(found) {
      seen = found;
      draw();
    },
    /** Shows errors that belong to single rows, and answers the others. */
    takeErrors(errors) {
      problems = [];
      const others = errors.filter((each) => {
        const row = /^groups\.map\.(\d+)\./.exec(each.field ?? '');
        if (row) {
          (problems[Number(row[1])] ??= []).push(each);
        }
        return !row;
      });
      draw();
      return others;
    },
  };
}
