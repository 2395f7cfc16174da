/* Which Jira directory a connection writes to: one that exists, or a new one. */

import {el, fill, foreign} from '../dom.js';
import {t, tParts} from '../texts.js';

const NEW = 'new';

/** The field of the directory; directories that cannot be used are listed with the reason. */
export function directoryFields(connection, directories, others) {
  const present = connection.directory?.id;
  const usedBy = new Map(
    others
      .filter((other) => other.id !== connection.id)
      .map((other) => [other.directory?.id, other.name]),
  );
  const name = el('input.text.long-field', {
    type: 'text',
    maxlength: 255,
    id: 'okta-sync-directory-name',
    value: present ? '' : t('directory.new-name'),
  });
  const rows = directories.map((directory) => row(directory, present, usedBy));
  const creating = rows.every(({input}) => !input.checked);
  const create = radio(NEW, creating, el('span', {}, t('directory.create')), false);
  const error = el('div.error', {role: 'alert'});
  const nameField = el(
    'div.okta-sync-nested',
    {},
    el('label', {for: 'okta-sync-directory-name'}, t('directory.name')),
    name,
    el('div.description', {}, t('directory.create.help')),
  );
  name.addEventListener('focus', () => {
    create.input.checked = true;
  });
  const element = el(
    'fieldset.group.okta-sync-group',
    {},
    el('legend', {}, el('span', {}, t('directory.label'))),
    el('div.description', {}, t('directory.help')),
    rows.map((each) => each.row),
    create.row,
    nameField,
    error,
  );
  const read = (target) => {
    const chosen = rows.find(({input}) => input.checked);
    target.directory = chosen ? {id: chosen.id} : {create: name.value.trim()};
  };
  return [{path: 'directory', element, error: (text) => fill(error, text), read}];
}

function row(directory, present, usedBy) {
  const chosen = directory.id === present;
  const reason = obstacle(directory, usedBy);
  const why = reason && el('span.description', {}, reason);
  const label = el('span', {}, foreign(directory.name), why);
  return {...radio(directory.id, chosen, label, Boolean(reason) && !chosen), id: directory.id};
}

function obstacle(directory, usedBy) {
  if (usedBy.has(directory.id)) {
    return tParts('directory.used', foreign(usedBy.get(directory.id)));
  }
  return directory.obstacle?.message;
}

function radio(value, checked, label, disabled) {
  const id = `okta-sync-directory-${value}`;
  const input = el('input.radio', {
    type: 'radio',
    name: 'okta-sync-directory',
    id,
    value,
    checked,
    disabled,
  });
  return {input, row: el('div.radio', {}, input, el('label', {for: id}, label))};
}
