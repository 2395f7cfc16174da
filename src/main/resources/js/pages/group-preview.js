/* What rules that are not saved make of Okta's groups. */

import {button, el, fill, foreign} from '../dom.js';
import {number} from '../format.js';
import {failure, loading} from '../message.js';
import {post, query} from '../rest.js';
import {lozenge} from '../state.js';
import {table} from '../table.js';
import {t} from '../texts.js';

const COLOURS = {taken: 'success', unusable: 'removed'};

/** What is to be known of a group of Jira that something becomes; nothing without one. */
export function targetNotes(target) {
  if (!target) {
    return null;
  }
  const notes = [
    t(`group-preview.holder.${target.holder}`),
    target.protected && t('group-preview.protected'),
    ...target.opens.map(opening),
  ];
  return notes.filter(Boolean).map((note) => el('div.okta-sync-note', {}, note));
}

function opening({application, seats, used, more}) {
  const at = seats > 0 ? t('group-preview.seats', number(used), number(seats)) : t('group-preview.no-limit');
  const most = more === null ? '' : t('group-preview.more', number(more));
  return t('group-preview.opens', application, at, most);
}

/**
 * The section with the search, the box for a name, and what came of both.
 *
 * @param connection whose Okta is asked
 * @param read answers the settings as they stand in the form
 * @param rows takes what is said of the rows
 * @param refused is told of errors in the settings
 */
export function groupPreview(connection, read, rows, refused) {
  const place = el('div', {'aria-live': 'polite'});
  const search = box('okta-sync-preview-search', t('group-preview.search'));
  const sample = box('okta-sync-preview-sample', t('group-preview.sample'));
  const look = async () => {
    fill(place, loading(t('group-preview.working')));
    try {
      const asked = query({q: search.input.value.trim(), sample: sample.input.value.trim()});
      const found = await post(`/connections/${connection.id}/groups/preview${asked}`, read());
      rows(found.rows);
      fill(place, tried(found.sample), list(found));
    } catch (error) {
      fill(place, refused(error) ? null : failure(error));
    }
  };
  const go = button(t('group-preview.show'), look);
  const submit = (event) => {
    event.preventDefault();
    go.click();
  };
  return [
    el('p', {}, t('group-preview.lead')),
    el('form.aui.top-label', {submit}, search.element, sample.element, el('p', {}, go)),
    place,
  ];
}

function box(id, label) {
  const input = el('input.text.long-field', {id, type: 'text', autocomplete: 'off', spellcheck: 'false'});
  return {input, element: el('div.field-group', {}, el('label', {for: id}, label), input)};
}

function tried(sample) {
  if (!sample) {
    return null;
  }
  return sample.name === undefined
    ? el('p.error', {role: 'alert'}, sample.message ?? sample.code)
    : el('p', {}, t('group-preview.becomes'), ' ', el('strong', {}, foreign(sample.name)));
}

function list({total, values}) {
  const columns = [
    {
      title: t('group-preview.source'),
      look: 'okta-sync-wide',
      cell: ({name, members}) => [
        foreign(name),
        members !== null && el('span.okta-sync-note', {}, ' ', t('group-picker.members', number(members))),
      ],
    },
    {
      title: t('group-preview.standing'),
      cell: ({standing}) => lozenge(COLOURS[standing] ?? 'default', t(`group-preview.standing.${standing}`)),
    },
    {
      title: t('group-preview.target'),
      look: 'okta-sync-wide',
      cell: ({target, message}) => [target && foreign(target.name), targetNotes(target), message],
    },
  ];
  return [
    el('p.okta-sync-note', {}, t('group-preview.found', number(values.length), number(total))),
    values.length > 0 && table(t('group-preview.title'), columns, values),
  ];
}
