/* Chooses groups of Okta: a dialog with a search, and a list of what is chosen. */

import {ask} from '../dialog.js';
import {button, el, fill, foreign} from '../dom.js';
import {number} from '../format.js';
import {failure, loading} from '../message.js';
import {get} from '../rest.js';
import {t} from '../texts.js';

const MOST_SHOWN = 200;
const known = new Map();

/** The groups of a connection's Okta; asked for once while a page is shown. */
export function groupsOf(connection) {
  if (!known.has(connection.id)) {
    const asked = get(`/connections/${connection.id}/groups`).then(({values}) => values);
    asked.catch(() => known.delete(connection.id));
    known.set(connection.id, asked);
  }
  return known.get(connection.id);
}

/** How many members a group has, as far as Okta says. */
export function memberCount(group) {
  return group.members === null || group.members === undefined
    ? ''
    : t('group-picker.members', number(group.members));
}

/**
 * Asks for groups.
 *
 * @param connection whose Okta is asked
 * @param chosen ids that are chosen already
 * @returns the ids that are chosen now, or null
 */
export async function pickGroups(connection, chosen) {
  const now = new Set(chosen);
  const place = el('div', {'aria-live': 'polite'}, loading(t('group-picker.loading')));
  const search = el('input.text.long-field', {id: 'okta-sync-group-search', type: 'text', autocomplete: 'off'});
  let groups = [];
  const draw = () => {
    const text = search.value.trim().toLowerCase();
    const found = groups.filter(({name}) => name.toLowerCase().includes(text));
    fill(
      place,
      el('p.okta-sync-note', {}, t('group-picker.found', number(found.length), number(groups.length))),
      el('ul.okta-sync-people', {}, found.slice(0, MOST_SHOWN).map(row)),
      found.length > MOST_SHOWN && el('p', {}, t('group-picker.more')),
    );
  };
  const row = (group) => {
    const id = `okta-sync-group-${group.id}`;
    const box = el('input.checkbox', {
      type: 'checkbox',
      id,
      checked: now.has(group.id),
      change: () => (box.checked ? now.add(group.id) : now.delete(group.id)),
    });
    const note = el('span.okta-sync-note', {}, ' ', group.type, ' ', memberCount(group));
    return el('li', {}, el('div.checkbox', {}, box, el('label', {for: id}, foreign(group.name), note)));
  };
  search.addEventListener('input', draw);
  groupsOf(connection).then(
    (values) => {
      groups = values;
      draw();
    },
    (error) => fill(place, failure(error)),
  );
  const label = el('label', {for: 'okta-sync-group-search'}, t('group-picker.search'));
  const confirmed = await ask({
    title: t('group-picker.title'),
    content: [el('div.field-group', {}, label, search), place],
    confirm: t('group-picker.done'),
  });
  return confirmed ? [...now] : null;
}

/** A field that holds ids of groups; `{path, element, error, read}` as every field of a form. */
export function groupsField({path, label, help, value, connection, changed}) {
  let ids = [...(value ?? [])];
  const list = el('ul.okta-sync-people', {'aria-live': 'polite'});
  const error = el('div.error', {role: 'alert'});
  const draw = async () => {
    fill(list, ids.length === 0 ? el('li.okta-sync-note', {}, t('group-picker.none')) : ids.map((id) => el('li', {}, foreign(id))));
    if (ids.length === 0 || !connection.id) {
      return;
    }
    const groups = await groupsOf(connection).catch(() => []);
    const byId = new Map(groups.map((group) => [group.id, group]));
    fill(
      list,
      ids.map((id) => {
        const group = byId.get(id);
        const gone = groups.length > 0 && !group && el('span.error', {}, ' ', t('group-picker.gone'));
        return el('li', {}, foreign(group?.name ?? id), ' ', group && el('span.okta-sync-note', {}, memberCount(group)), gone);
      }),
    );
  };
  const choose = button(
    t('group-picker.choose'),
    async () => {
      const chosen = await pickGroups(connection, ids);
      if (chosen) {
        ids = chosen;
        changed();
        await draw();
      }
    },
    {disabled: !connection.id},
  );
  draw();
  return {
    path,
    element: el(
      'fieldset.group.okta-sync-group',
      {},
      el('legend', {}, el('span', {}, label)),
      el('div.description', {}, connection.id ? help : t('group-picker.save-first')),
      list,
      choose,
      error,
    ),
    error: (text) => fill(error, text),
    read(target) {
      const names = path.split('.');
      const last = names.pop();
      names.reduce((inner, name) => (inner[name] ??= {}), target)[last] = [...ids];
    },
  };
}
