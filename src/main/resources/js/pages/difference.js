/* What settings that are not saved would change, for whom, beside what happens without them. */

import {el} from '../dom.js';
import {number} from '../format.js';
import {message} from '../message.js';
import {post} from '../rest.js';
import {table} from '../table.js';
import {t} from '../texts.js';
import {changeColumns} from './run-changes.js';

/**
 * Asks what settings would change.
 *
 * @param settings as they would be saved
 * @return a message box
 */
export async function difference(connection, settings) {
  const found = await post(`/connections/${connection.id}/diff`, settings);
  const same = found.added.total + found.dropped.total === 0;
  return message(
    found.breaches.length > 0 ? 'warning' : same ? 'success' : 'info',
    t(same ? 'difference.none' : 'difference.title'),
    el('p', {}, t('difference.lead')),
    found.breaches.map((breach) => el('p', {}, el('strong', {}, t('difference.held')), ' ', breach.message)),
    found.incomplete.length > 0 && el('p', {}, t('difference.incomplete')),
    part('added', found.added),
    part('dropped', found.dropped),
  );
}

function part(name, {total, values}) {
  return (
    total > 0 && [
      el('h4', {}, t(`difference.${name}`, number(total))),
      table(t(`difference.${name}`, number(total)), changeColumns(['outcome']), values),
      values.length < total && el('p.okta-sync-note', {}, t('difference.more', number(values.length))),
    ]
  );
}
