/* The configuration as a file: out of this Jira, and into it after a look at what that would do. */

import {button, el, fill, foreign} from '../dom.js';
import {number} from '../format.js';
import {section} from '../layout.js';
import {failure, message} from '../message.js';
import {address, post} from '../rest.js';
import {t} from '../texts.js';

/** The section with both ways. */
export function configuration() {
  const file = el('input', {id: 'okta-sync-configuration', type: 'file', accept: 'application/json,.json'});
  const place = el('div', {'aria-live': 'polite'});
  const read = async (apply) => {
    if (file.files.length === 0) {
      file.focus();
      return;
    }
    try {
      const wanted = JSON.parse(await file.files[0].text());
      show(await post('/configuration', {...wanted, apply}));
    } catch (error) {
      fill(
        place,
        error instanceof SyntaxError ? message('error', t('configuration.unreadable')) : failure(error),
      );
    }
  };
  const show = (answer) => {
    const broken = [...answer.connections, answer.retention].some(({errors}) => errors.length > 0);
    fill(
      place,
      message(
        answer.applied ? 'success' : broken ? 'error' : 'info',
        answer.applied ? t('configuration.applied') : t('configuration.would'),
        el('ul', {}, answer.connections.map(line), keeping(answer.retention)),
        !answer.applied && !broken && el('p', {}, button(t('configuration.apply'), () => read(true))),
      ),
    );
  };
  return section(
    t('configuration.title'),
    el('p', {}, t('configuration.lead')),
    el('p', {}, el('a.aui-button', {href: address('/configuration'), download: ''}, t('configuration.export'))),
    el(
      'form.aui.top-label',
      {submit: (event) => event.preventDefault()},
      el('div.field-group', {}, el('label', {for: 'okta-sync-configuration'}, t('configuration.file')), file),
      el('p', {}, button(t('configuration.look'), () => read(false))),
    ),
    place,
  );
}

/** How long runs are kept: each number that changes, with the one until now. */
function keeping({action, before, after, errors}) {
  const changes = Object.keys(after)
    .filter((name) => before[name] !== after[name])
    .map((name) =>
      t('configuration.retention.change', t(`retention.${name}`), number(before[name]), number(after[name])),
    );
  return el(
    'li',
    {},
    t('configuration.retention'),
    ': ',
    t(`configuration.action.${action}`, changes.join(', ')),
    errors.map(({field, message: text}) => el('div', {}, `${field}: ${text}`)),
  );
}

function line({name, action, changed, errors}) {
  return el(
    'li',
    {},
    foreign(name),
    ': ',
    t(`configuration.action.${action}`, changed.join(', ')),
    errors.map(({field, message: text}) => el('div', {}, `${field}: ${text}`)),
  );
}
