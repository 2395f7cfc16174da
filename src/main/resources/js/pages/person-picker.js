/* Finds one person of Okta by login, e-mail address or the beginning of a name. */

import {button, el, fill, foreign} from '../dom.js';
import {failure, loading} from '../message.js';
import {get, query} from '../rest.js';
import {t} from '../texts.js';

/**
 * A field to search with, and what it found.
 *
 * @param connection whose Okta is asked
 * @param chosen called with `{id, login, email, name, status}` of whoever is chosen
 */
export function personPicker(connection, chosen) {
  const results = el('div', {'aria-live': 'polite'});
  const input = el('input.text.long-field', {
    id: 'okta-sync-person',
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const search = async () => {
    if (input.value.trim() === '') {
      input.focus();
      return;
    }
    fill(results, loading(t('person.searching')));
    try {
      const path = `/connections/${connection.id}/people${query({q: input.value.trim()})}`;
      show((await get(path)).values);
    } catch (error) {
      fill(results, failure(error));
    }
  };
  const show = (people) => {
    if (people.length === 1) {
      fill(results);
      chosen(people[0]);
      return;
    }
    fill(
      results,
      people.length === 0 ? el('p', {}, t('person.none')) : el('ul.okta-sync-people', {}, rows(people)),
    );
  };
  const rows = (people) =>
    people.map((person) => {
      const choose = button(
        person.login ?? person.id,
        () => {
          fill(results);
          chosen(person);
        },
        {subtle: true},
      );
      return el('li', {}, choose, ' ', foreign(person.name), ' ', el('span.okta-sync-note', {}, person.status));
    });
  const submit = (event) => {
    event.preventDefault();
    go.click();
  };
  const go = button(t('person.search'), search);
  const root = el(
    'form.aui.top-label.okta-sync-person',
    {submit, role: 'search'},
    el(
      'div.field-group',
      {},
      el('label', {for: 'okta-sync-person'}, t('person.label')),
      input,
      ' ',
      go,
      el('div.description', {}, t('person.help')),
    ),
    results,
  );
  return {root, input};
}

/** Who somebody is, in a line. */
export function personLine(person) {
  return [
    foreign(person.name ?? person.login ?? person.id),
    ' ',
    el('span.okta-sync-note', {}, [person.login, person.status].filter(Boolean).join(' \u00b7 ')),
  ];
}
