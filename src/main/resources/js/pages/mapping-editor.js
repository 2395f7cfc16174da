/* The dialog in which one attribute of the mapping is made or changed. */

import {ask} from '../dialog.js';
import {el, fill} from '../dom.js';
import {t} from '../texts.js';
import {stepsEditor} from './mapping-steps.js';

/** What may be done about an empty value, by the attribute; the first is the usual choice. */
const WHEN_EMPTY = {
  username: ['leave-out'],
  displayName: ['username', 'keep', 'leave-out'],
  email: ['clear', 'keep', 'leave-out'],
  firstName: ['clear', 'keep', 'leave-out'],
  lastName: ['clear', 'keep', 'leave-out'],
  property: ['clear', 'keep', 'leave-out'],
};

/** The attributes of Jira, in the order in which they are offered. */
export const TARGETS = ['username', 'email', 'displayName', 'firstName', 'lastName', 'property'];

/** How people call the target of a mapping. */
export function targetName(mapping) {
  return mapping.target === 'property'
    ? t('mapping.property', mapping.name || mapping.key || '')
    : t(`mapping.target.${mapping.target}`);
}

/**
 * Lets an administrator change a mapping.
 *
 * @param given the mapping as it is
 * @param sources the Okta attributes that are known, by path
 * @param attempt works out the mapped value, for the test box; answers elements
 * @returns the changed mapping, or null
 */
export async function editMapping(given, sources, attempt) {
  const mapping = structuredClone(given);
  mapping.steps ??= [];
  mapping.whenEmpty ??= WHEN_EMPTY[mapping.target][0];
  const test = el('div.okta-sync-test-box', {'aria-live': 'polite'});
  let due = null;
  const changed = () => {
    clearTimeout(due);
    due = setTimeout(async () => fill(test, await attempt(mapping)), 400);
  };
  changed();
  const confirmed = await ask({
    title: t('mapping.edit-title', targetName(mapping)),
    content: [
      mapping.target === 'property' && propertyFields(mapping, changed),
      sourceField(mapping, sources, changed),
      el('fieldset.group', {}, el('legend', {}, el('span', {}, t('mapping.steps'))), stepsEditor(mapping.steps, changed)),
      whenEmptyField(mapping),
      el('h3', {}, t('mapping.test-box')),
      test,
    ],
    confirm: t('mapping.edit-done'),
  });
  clearTimeout(due);
  return confirmed ? mapping : null;
}

function textField(id, label, help, value, input, more = {}) {
  const helpId = `${id}-help`;
  return el(
    'div.field-group',
    {},
    el('label', {for: id}, label),
    el('input.text.long-field', {
      id,
      type: 'text',
      spellcheck: 'false',
      autocomplete: 'off',
      'aria-describedby': helpId,
      value: value ?? '',
      input: (event) => input(event.target.value),
      ...more,
    }),
    el('div.description', {id: helpId}, help),
  );
}

function propertyFields(mapping, changed) {
  const key = textField(
    'okta-sync-mapping-key',
    t('mapping.key'),
    t('mapping.key-help'),
    mapping.key,
    (value) => {
      mapping.key = value.trim();
      changed();
    },
  );
  const name = textField(
    'okta-sync-mapping-name',
    t('mapping.name'),
    t('mapping.name-help'),
    mapping.name,
    (value) => {
      mapping.name = value.trim();
      changed();
    },
  );
  return [name, key];
}

function sourceField(mapping, sources, changed) {
  const list = el('datalist', {id: 'okta-sync-sources'}, sources.map((path) => el('option', {value: path})));
  const field = textField(
    'okta-sync-mapping-source',
    t('mapping.source'),
    t('mapping.source-help'),
    mapping.source,
    (value) => {
      mapping.source = value.trim();
      changed();
    },
    {list: 'okta-sync-sources'},
  );
  return [field, list];
}

function whenEmptyField(mapping) {
  const choices = WHEN_EMPTY[mapping.target];
  const options = choices.map((value) =>
    el(
      'option',
      {value, selected: value === mapping.whenEmpty},
      t(`mapping.when-empty.${value}`),
    ),
  );
  const id = 'okta-sync-mapping-empty';
  const select = el(
    'select.select',
    {
      id,
      change: (event) => {
        mapping.whenEmpty = event.target.value;
      },
    },
    options,
  );
  return el('div.field-group', {}, el('label', {for: id}, t('mapping.when-empty')), select);
}
