/* A run about the first people alone, which is seen before it is done. */

import {button, el} from '../dom.js';
import {page, post} from '../rest.js';
import {t} from '../texts.js';

const PEOPLE = 25;
const MOST = 1000;

/** The way into a trial; it makes a dry run, which its own page applies. */
export function trialPanel(connection, messages) {
  const id = 'okta-sync-trial-people';
  const people = el('input.text.short-field', {
    id,
    type: 'number',
    min: 1,
    max: MOST,
    value: PEOPLE,
    input: (event) => event.stopPropagation(),
    keydown: (event) => event.key === 'Enter' && start(event),
  });
  const start = (event) => {
    event?.preventDefault();
    return begin(connection, people, messages);
  };
  const disabled = !connection.enabled;
  return el(
    'div.okta-sync-trial',
    {},
    el('label', {for: id}, t('trial.first')),
    ' ',
    el('span.okta-sync-number', {}, people, el('span', {}, ` ${t('trial.people')}`)),
    ' ',
    button(t('trial.start'), () => start(), {disabled}),
    el('p.okta-sync-note', {}, t('trial.note')),
  );
}

function begin(connection, people, messages) {
  return messages.trying(async () => {
    const wish = {part: 'directory', limit: people.valueAsNumber || 0, dryRun: true, trigger: 'manual'};
    const run = await post(`/connections/${connection.id}/runs`, wish);
    location.assign(page(`/runs/${run.id}`));
  });
}
