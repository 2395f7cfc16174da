/* The way from a limit that stopped a run to its field among the settings, and its arrival. */

import {page} from '../rest.js';

/** The address of the field that sets the limit of a breach. */
export function limitAddress(breach, connection) {
  return `${page(`/connections/${connection.id}`)}#${fieldName(breach, connection)}`;
}

/** There are two canaries, and the breach says which one is missing. */
function fieldName({field, guardrail, subject}, {guardrails}) {
  if (guardrail !== 'canary') {
    return field;
  }
  return guardrails?.canary?.group === subject ? `${field}.group` : `${field}.user`;
}

/** Shows what the address names: a section of the form, or a field, which gets the focus. */
export function showWanted(fields) {
  const name = location.hash.slice(1);
  const field = fields.find(({path}) => path === name);
  const wanted = field?.element ?? document.getElementById(name);
  // Only after the next layout is it known where things stand.
  requestAnimationFrame(() => requestAnimationFrame(() => bringUp(wanted, Boolean(field))));
}

function bringUp(wanted, isField) {
  if (!isField) {
    wanted?.scrollIntoView();
    return;
  }
  wanted.classList.add('okta-sync-wanted');
  wanted.scrollIntoView({block: 'center'});
  wanted.querySelector('input, textarea')?.focus({preventScroll: true});
}
