/* A mapping as tables, one for each heading. A change of a row is a change of its line. */

import {button, el, fill, foreign} from '../dom.js';
import {table} from '../table.js';
import {t} from '../texts.js';

const KINDS = ['key', 'value', 'reference', 'setting'];

/**
 * The tables.
 *
 * @param edit called with a change as the REST interface takes it; answers when it is done
 */
export function mappingTable({edit}) {
  const element = el('div.okta-sync-mapping-table', {});
  let mappings = [];
  let rows = [];
  let editing = null;

  function show(answer) {
    editing = null;
    rows = answer.rows;
    const headings = [...new Set(rows.map((row) => row.mapping))];
    mappings = headings.length === 0 ? [''] : headings;
    paint();
  }

  function paint() {
    fill(element, mappings.map(oneMapping));
  }

  function oneMapping(name) {
    const mine = rows.filter((row) => row.mapping === name);
    const title = name === '' ? t('mapping-editor.people') : name;
    const adding = editing && editing.line === 0 && editing.mapping === name;
    const fresh = adding ? [editing] : [];
    return [
      el('h4', {}, foreign(title)),
      table(title, columns(), [...mine, ...fresh]),
      button(t('mapping-editor.add'), () => begin(newRow(name))),
    ];
  }

  function newRow(mapping) {
    return {line: 0, mapping, kind: 'value', source: '', attribute: '', condition: ''};
  }

  function columns() {
    return [
      {title: t('mapping-editor.column.line'), cell: (row) => row.line || ''},
      {title: t('mapping-editor.column.source'), cell: (row) => cell(row, 'source')},
      {title: t('mapping-editor.column.attribute'), cell: (row) => cell(row, 'attribute')},
      {title: t('mapping-editor.column.kind'), cell: kindCell},
      {title: t('mapping-editor.column.condition'), cell: (row) => cell(row, 'condition')},
      {title: t('mapping-editor.column.type'), cell: (row) => typeCell(row)},
      {title: t('mapping-editor.column.actions'), hidden: true, cell: actions},
    ];
  }

  const isEdited = (row) => editing !== null && row.line === editing.line && row.mapping === editing.mapping;

  function cell(row, name) {
    if (!isEdited(row)) {
      return el('code', {}, foreign(row[name]));
    }
    return el('input.text', {
      value: editing[name],
      'aria-label': t(`mapping-editor.column.${name}`),
      'data-field': name,
      input: (event) => (editing[name] = event.target.value),
      keydown: (event) => event.key === 'Enter' && save(),
    });
  }

  function kindCell(row) {
    if (!isEdited(row)) {
      return t(`mapping-editor.kind.${row.kind}`);
    }
    const options = KINDS.map((kind) =>
      el('option', {value: kind, selected: kind === editing.kind}, t(`mapping-editor.kind.${kind}`)),
    );
    return el(
      'select.select',
      {
        'aria-label': t('mapping-editor.column.kind'),
        change: (event) => (editing.kind = event.target.value),
      },
      options,
    );
  }

  function typeCell(row) {
    return row.type ? row.type.toLowerCase().replace('_', ' ') : '';
  }

  function actions(row) {
    const choices = isEdited(row)
      ? [
          button(t('mapping-editor.save'), save, {primary: true}),
          button(t('mapping-editor.cancel'), () => begin(null), {subtle: true}),
        ]
      : [
          ofLine('edit', row, () => begin({...row})),
          ofLine('remove', row, () => done({action: 'remove', line: row.line})),
        ];
    return el('div.okta-sync-actions', {}, choices);
  }

  /** A button whose name says which line it is for. */
  function ofLine(what, row, work) {
    const element = button(t(`mapping-editor.${what}`), work, {subtle: true});
    element.setAttribute('aria-label', t(`mapping-editor.${what}-line`, row.line));
    return element;
  }

  /** Makes a change; the tables are new then, and the first of them gets the focus. */
  async function done(change) {
    await edit(change);
    element.querySelector('table')?.focus();
  }

  function begin(row) {
    editing = row;
    paint();
    element.querySelector('input[data-field="source"]')?.focus();
  }

  async function save() {
    const {line, mapping, kind, source, attribute, condition} = editing;
    const action = line === 0 ? 'add' : 'change';
    await done({action, line, mapping, kind, source, attribute, condition});
  }

  return {element, show};
}
