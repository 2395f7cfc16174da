/*
 * The fields of a form. Each knows the dotted name of its setting in the REST interface, so that an
 * error that the server reports appears at the field that caused it.
 */

import {el, fill} from './dom.js';

let ids = 0;
const nextId = () => `okta-sync-field-${++ids}`;

/** The value at a dotted path of an object. */
export function at(object, path) {
  return path.split('.').reduce((value, name) => value?.[name], object);
}

/** Puts a value at a dotted path of an object, making what is missing on the way. */
export function put(object, path, value) {
  const names = path.split('.');
  const last = names.pop();
  const parent = names.reduce((inner, name) => (inner[name] ??= {}), object);
  parent[last] = value;
}

/** The frame of a field: label, control, what it means, and a place for its error. */
function frame(path, label, help, control, id, input = control) {
  const helpId = `${id}-help`;
  const errorId = `${id}-error`;
  const error = el('div.error', {id: errorId, role: 'alert'});
  input.setAttribute('aria-describedby', help ? `${helpId} ${errorId}` : errorId);
  return {
    path,
    element: el(
      'div.field-group',
      {},
      el('label', {for: id}, label),
      control,
      help && el('div.description', {id: helpId}, help),
      error,
    ),
    error: shows(error, input),
  };
}

function shows(place, control) {
  return (text) => {
    fill(place, text);
    if (text) {
      control.setAttribute('aria-invalid', 'true');
    } else {
      control.removeAttribute('aria-invalid');
    }
  };
}

/** A line of text; `asIs` keeps blanks at its ends. */
export function textField({path, label, help, type = 'text', value = '', asIs = false, ...rest}) {
  const id = nextId();
  const input = el('input.text.long-field', {id, type, value: value ?? '', ...rest});
  return {
    ...frame(path, label, help, input, id),
    read: (target) => put(target, path, asIs ? input.value : input.value.trim()),
    input,
  };
}

/** A whole number; nothing typed is `null`. */
export function numberField({path, label, help, unit, value, min = 0, max}) {
  const id = nextId();
  const input = numberInput({id, value, min, max});
  const control = el('span.okta-sync-number', {}, input, unit && el('span', {}, ` ${unit}`));
  return {
    ...frame(path, label, help, control, id, input),
    read: (target) => put(target, path, whole(input)),
  };
}

function numberInput({id, value, min, max, label}) {
  return el('input.text.short-field', {
    id,
    type: 'number',
    inputmode: 'numeric',
    min,
    max,
    step: 1,
    value: value ?? '',
    'aria-label': label,
  });
}

function whole(input) {
  return input.value.trim() === '' ? null : Number(input.value);
}

/** Several numbers that belong together, each with a name: `[{name, label, max}]`. */
export function numbersField({path, label, help, value, numbers}) {
  const inputs = numbers.map((each) => ({
    name: each.name,
    label: each.label,
    input: numberInput({
      value: value?.[each.name],
      max: each.max,
      label: `${label}: ${each.label}`,
    }),
  }));
  const control = el(
    'span.okta-sync-numbers',
    {},
    inputs.map((each) => el('span', {}, each.input, el('span', {}, ` ${each.label}`))),
  );
  const group = groupFrame(path, label, help, control);
  return {
    ...group,
    read(target) {
      for (const each of inputs) {
        put(target, `${path}.${each.name}`, whole(each.input));
      }
    },
  };
}

/** Controls under one heading. */
function groupFrame(path, label, help, ...controls) {
  const error = el('div.error', {role: 'alert'});
  return {
    path,
    element: el(
      'fieldset.group.okta-sync-group',
      {},
      el('legend', {}, el('span', {}, label)),
      help && el('div.description', {}, help),
      controls,
      error,
    ),
    error: (text) => fill(error, text),
  };
}

/** One of a few; `options` are `{value, label, help}`. */
export function choiceField({path, label, help, value, options, parse = (text) => text}) {
  const name = nextId();
  const inputs = options.map((option) => {
    const id = nextId();
    const input = el('input.radio', {
      type: 'radio',
      id,
      name,
      value: option.value,
      checked: option.value === value,
    });
    const described = option.help && el('div.description', {id: `${id}-help`}, option.help);
    if (described) {
      input.setAttribute('aria-describedby', `${id}-help`);
    }
    const text = el('label', {for: id}, option.label);
    return {input, row: el('div.radio', {}, input, text, described)};
  });
  return {
    ...groupFrame(path, label, help, inputs.map(({row}) => row)),
    read(target) {
      const chosen = inputs.find(({input}) => input.checked);
      put(target, path, chosen ? parse(chosen.input.value) : null);
    },
  };
}

/** Yes or no. */
export function switchField({path, label, help, value}) {
  const id = nextId();
  const input = el('input.checkbox', {type: 'checkbox', id, checked: Boolean(value)});
  const helpId = `${id}-help`;
  const error = el('div.error', {role: 'alert'});
  input.setAttribute('aria-describedby', helpId);
  return {
    path,
    element: el(
      'div.checkbox.okta-sync-switch',
      {},
      input,
      el('label', {for: id}, label),
      help && el('div.description', {id: helpId}, help),
      error,
    ),
    error: shows(error, input),
    read: (target) => put(target, path, input.checked),
  };
}

/** Any of a few; the value is a list. */
export function manyField({path, label, help, value, options}) {
  const inputs = options.map((option) => {
    const id = nextId();
    const input = el('input.checkbox', {
      type: 'checkbox',
      id,
      value: option.value,
      checked: value?.includes(option.value),
    });
    return {input, row: el('div.checkbox', {}, input, el('label', {for: id}, option.label))};
  });
  return {
    ...groupFrame(path, label, help, inputs.map(({row}) => row)),
    read(target) {
      const chosen = inputs.filter(({input}) => input.checked).map(({input}) => input.value);
      put(target, path, chosen);
    },
  };
}

/** A list of texts, one on a line. */
export function linesField({path, label, help, value = []}) {
  const id = nextId();
  const input = el('textarea.textarea.long-field', {id, rows: 4, spellcheck: 'false'});
  input.value = value.join('\n');
  const lines = () =>
    input.value
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  return {...frame(path, label, help, input, id), read: (target) => put(target, path, lines())};
}

/** Shows at its field what is wrong with a value that is saved, and keeps nobody from saving. */
export function showWarnings(fields, warnings) {
  for (const warning of warnings) {
    const owner = fields.find(({path}) => `${warning.field}.`.startsWith(`${path}.`));
    owner?.element.append(el('p.okta-sync-field-warning', {}, warning.message ?? warning.code));
  }
}

/**
 * Shows the errors that the server reported at their fields.
 *
 * @returns the errors that belong to none of them
 */
export function showErrors(fields, errors) {
  fields.forEach((field) => field.error(''));
  const others = [];
  const marked = new Set();
  for (const error of errors) {
    const owner = fields
      .filter(({path}) => error.field === path || error.field?.startsWith(`${path}.`))
      .sort((a, b) => b.path.length - a.path.length)[0];
    if (owner) {
      owner.error(error.message ?? error.code);
      marked.add(owner);
    } else {
      others.push(error);
    }
  }
  const first = fields.find((field) => marked.has(field));
  first?.element.querySelector('input, textarea, select')?.focus();
  return others;
}
