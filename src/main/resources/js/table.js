/* A list in pages: it fetches a part at a time, and tells what it shows. */

import {button, el, fill} from './dom.js';
import {number} from './format.js';
import {empty, failure, loading} from './message.js';
import {t} from './texts.js';

const PAGE = 50;

/**
 * A table that is filled from the REST interface.
 *
 * @param caption what it lists, for people who cannot see it
 * @param columns `{title, cell(value), hidden}`; a cell answers children
 * @param fetchPage `(start, limit, signal, after)` answers `{total, start, values}`, and `next`, the
 *   key of the next part, where the list has keys; `after` is the key of the part at `start`
 * @param nothing children to show when there is nothing
 * @param fetching what is said while the first part is fetched
 */
export function pagedTable({caption, columns, fetchPage, nothing, fetching, size = PAGE}) {
  const place = el('div.okta-sync-table', {'aria-busy': 'false'});
  const status = el('p.okta-sync-range', {'aria-live': 'polite'});
  const pager = el('nav.okta-sync-pager', {'aria-label': t('table.pages')}, status);
  const root = el('div', {}, place, pager);
  let start = 0;
  let keys = new Map();
  let under = null;

  async function load(from = start) {
    under?.abort();
    const mine = new AbortController();
    under = mine;
    keys = from === 0 ? new Map() : keys;
    place.setAttribute('aria-busy', 'true');
    if (place.childElementCount === 0) {
      fill(place, loading(fetching));
    }
    try {
      const answer = await fetchPage(from, size, mine.signal, keys.get(from));
      start = answer.start ?? from;
      keys.set(start + answer.values.length, answer.next);
      show(answer);
      return answer;
    } catch (error) {
      if (error.name !== 'AbortError') {
        fill(place, failure(error), button(t('table.again'), () => load(from)));
        fill(pager);
      }
      return null;
    } finally {
      if (under === mine) {
        place.setAttribute('aria-busy', 'false');
      }
    }
  }

  function show(answer) {
    if (answer.values.length === 0) {
      fill(place, nothing());
      fill(pager, status);
      status.textContent = t('table.none');
      status.classList.add('assistive');
      return;
    }
    fill(place, table(caption, columns, answer.values));
    status.classList.remove('assistive');
    const last = start + answer.values.length;
    const range = [number(start + 1), number(last), number(answer.total)];
    status.textContent = answer.totalIsAtLeast
      ? t('table.range-at-least', ...range)
      : t('table.range', ...range);
    const more =
      answer.next === undefined ? last < answer.total || answer.totalIsAtLeast : answer.next !== null;
    const turn = (target) => async () => {
      await load(target);
      place.querySelector('table')?.focus();
    };
    fill(
      pager,
      status,
      button(t('table.previous'), turn(Math.max(0, start - size)), {disabled: start === 0}),
      button(t('table.next'), turn(last), {disabled: !more}),
    );
    pager.classList.toggle('okta-sync-pager-single', start === 0 && !more);
  }

  return {root, load, first: () => load(0)};
}

/** A table of values that are at hand. */
export function table(caption, columns, values) {
  const heads = columns.map((column) =>
    el('th', {scope: 'col'}, column.hidden ? el('span.assistive', {}, column.title) : column.title),
  );
  const rows = values.map((value) =>
    el('tr', {}, columns.map((column) => el('td', {class: column.look}, column.cell(value)))),
  );
  return el(
    'table.aui.okta-sync-list',
    {tabindex: '-1'},
    el('caption.assistive', {}, caption),
    el('thead', {}, el('tr', {}, heads)),
    el('tbody', {}, rows),
  );
}

/** The usual words for a search that finds nothing. */
export function nothingMatches() {
  return empty(t('table.no-match'), el('p', {}, t('table.no-match-remedy')));
}
