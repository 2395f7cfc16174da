/* The choices above a list. They stand in the address too, so that a list can be shared. */

import {el} from './dom.js';
import {query} from './rest.js';

/** The values of the address's query, for these names. */
export function fromAddress(names) {
  const given = new URLSearchParams(location.search);
  return Object.fromEntries(names.map((name) => [name, given.get(name) ?? '']));
}

/** Writes the values into the address, without a new entry in the browser's history. */
export function toAddress(values) {
  history.replaceState(null, '', location.pathname + query(values));
}

/** A choice with a label; `options` are pairs of value and text. */
export function choice(label, options, value, change) {
  const select = el(
    'select.select',
    {change: () => change(select.value)},
    options.map(([key, text]) => el('option', {value: key, selected: key === value}, text)),
  );
  return el('label.okta-sync-filter', {}, el('span', {}, label), select);
}

/** A search box with a label; tells half a second after the last key, or at Enter. */
export function search(label, value, change) {
  let timer;
  const tell = () => {
    clearTimeout(timer);
    change(input.value.trim());
  };
  const input = el('input.text', {
    type: 'search',
    value,
    maxlength: '255',
    input: () => {
      clearTimeout(timer);
      timer = setTimeout(tell, 500);
    },
    keydown: (event) => {
      if (event.key === 'Enter') {
        event.preventDefault();
        tell();
      }
    },
  });
  return el('label.okta-sync-filter', {}, el('span', {}, label), input);
}
