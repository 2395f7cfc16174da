/* The steps that a value goes through on its way to Jira: as text, and as fields to change them. */

import {button, el, fill} from '../dom.js';
import {t} from '../texts.js';

/** What each step needs: `[name of the field, kind]`. */
const NEEDS = {
  'lower-case': [],
  'upper-case': [],
  trim: [],
  before: [['text', 'text'], ['which', 'choice', ['first', 'last']]],
  after: [['text', 'text'], ['which', 'choice', ['first', 'last']]],
  regex: [['text', 'text'], ['replacement', 'text']],
  replace: [['text', 'text'], ['replacement', 'text']],
  prefix: [['text', 'text']],
  suffix: [['text', 'text']],
  combine: [['text', 'text']],
  'first-of': [['texts', 'lines']],
  fixed: [['text', 'text']],
  table: [['rows', 'rows'], ['otherwise', 'choice', ['keep', 'empty']]],
  date: [['from', 'text'], ['text', 'text'], ['zone', 'text']],
};

const BOTH_NAMES = '${profile.firstName} ${profile.lastName}';
const ARROW = ' = ';
let ids = 0;

/** A step as one line of text. */
export function stepText(step) {
  const values = [step.text, step.replacement, step.from].map((value) => value ?? '');
  switch (step.type) {
    case 'first-of':
      return t('step-text.first-of', (step.texts ?? []).join(', '));
    case 'table':
      return t('step-text.table', (step.rows ?? []).length);
    case 'before':
    case 'after':
      return t(`step-text.${step.type}-${step.which === 'last' ? 'last' : 'first'}`, step.text ?? '');
    default:
      return t(`step-text.${step.type}`, ...values);
  }
}

/**
 * Fields for a list of steps.
 *
 * @param steps the list, which is changed in place
 * @param changed called after each change
 */
export function stepsEditor(steps, changed) {
  const list = el('ol.okta-sync-mapping-steps');
  const status = el('p.assistive', {role: 'status'});
  const draw = (focus) => {
    fill(list, steps.map((step, index) => row(step, index)));
    if (focus !== undefined) {
      list.querySelectorAll('select.okta-sync-step-type')[focus]?.focus();
    }
  };
  const move = (from, to) => {
    steps.splice(to, 0, ...steps.splice(from, 1));
    status.textContent = t('mapping.step-moved', to + 1);
    draw(to);
    changed();
  };
  const row = (step, index) => {
    const type = select(Object.keys(NEEDS), step.type, (name) => t(`step-type.${name}`), (value) => {
      for (const name of Object.keys(step)) delete step[name];
      step.type = value;
      draw(index);
      changed();
    });
    type.classList.add('okta-sync-step-type');
    type.setAttribute('aria-label', t('mapping.step', index + 1));
    const remove = () => {
      steps.splice(index, 1);
      draw(Math.min(index, steps.length - 1));
      changed();
    };
    return el(
      'li',
      {},
      el(
        'div.okta-sync-step-head',
        {},
        type,
        button(t('mapping.step-up'), () => move(index, index - 1), {subtle: true, disabled: index === 0}),
        button(t('mapping.step-down'), () => move(index, index + 1), {
          subtle: true,
          disabled: index === steps.length - 1,
        }),
        button(t('mapping.step-remove'), remove, {subtle: true}),
      ),
      NEEDS[step.type].map((need) => field(step, need, changed)),
      help(step.type),
    );
  };
  const add = button(t('mapping.step-add'), () => {
    steps.push({type: 'trim'});
    draw(steps.length - 1);
    changed();
  });
  draw();
  return el('div', {}, list, el('p', {}, add), status);
}

/** Where curly brackets are needed, which texts of the product cannot hold. */
function help(type) {
  if (type === 'combine' || type === 'first-of') {
    return el('div.description', {}, t('mapping.template-help', BOTH_NAMES, '${value}'));
  }
  return type === 'regex' && el('div.description', {}, t('mapping.regex-help', '(.*)@.*', '$1'));
}

function select(values, chosen, text, pick) {
  const options = values.map((value) => el('option', {value, selected: value === chosen}, text(value)));
  return el('select.select', {change: (event) => pick(event.target.value)}, options);
}

function field(step, [name, kind, choices], changed) {
  const id = `okta-sync-step-${++ids}`;
  const label = el('label', {for: id}, t(`step-field.${step.type}.${name}`));
  const control = controls[kind](step, name, choices, changed);
  control.id = id;
  return el('div.field-group', {}, label, control);
}

const controls = {
  text: (step, name, choices, changed) =>
    el('input.text.long-field', {
      type: 'text',
      spellcheck: 'false',
      autocomplete: 'off',
      value: step[name] ?? '',
      input: (event) => {
        step[name] = event.target.value;
        changed();
      },
    }),
  choice: (step, name, choices, changed) =>
    select(choices, step[name] ?? choices[0], (value) => t(`step-choice.${value}`), (value) => {
      step[name] = value;
      changed();
    }),
  lines: (step, name, choices, changed) =>
    lines((step[name] ?? []).join('\n'), (text) => {
      step[name] = text.filter((line) => line.trim() !== '');
      changed();
    }),
  rows: (step, name, choices, changed) =>
    lines((step[name] ?? []).map(({from, to}) => `${from}${ARROW}${to ?? ''}`).join('\n'), (text) => {
      step[name] = text.filter((line) => line.trim() !== '').map(tableRow);
      changed();
    }),
};

function lines(value, changed) {
  const area = el('textarea.textarea.long-field', {
    rows: 3,
    spellcheck: 'false',
    input: (event) => changed(event.target.value.split('\n')),
  });
  area.value = value;
  return area;
}

/** A line of a table: what stands before and after its first equals sign. */
function tableRow(line) {
  const at = line.indexOf('=');
  return at < 0
    ? {from: line.trim(), to: ''}
    : {from: line.slice(0, at).trim(), to: line.slice(at + 1).trim()};
}
