/* What settings that are not saved would change, for whom, beside what happens without them. */

import {button, el, fill} from '../dom.js';
import {number} from '../format.js';
import {message} from '../message.js';
import {get, post, remove} from '../rest.js';
import {table} from '../table.js';
import {t} from '../texts.js';
import {changeColumns} from './run-changes.js';

const LOOK = 700;

/**
 * Has worked out in the background what settings would change, and shows how far that is.
 *
 * @param settings as they would be saved
 * @param place where to show it: it has `show(box)`
 */
export async function difference(connection, settings, place) {
  const at = `/connections/${connection.id}/diff`;
  let task = await post(`${at}?background=true`, settings);
  const working = progressBox(at);
  place.show(working.box);
  while (task.state === 'RUNNING') {
    working.tell(task);
    await new Promise((resolve) => setTimeout(resolve, LOOK));
    task = await get(at);
  }
  place.show(task.state === 'SUCCEEDED' ? found(task.difference) : unfinished(task));
}

/** How far it is; said again only when something changed, for those who listen to it. */
function progressBox(at) {
  const line = el('span', {});
  const cancel = button(t('difference.cancel'), () => remove(at));
  const box = el(
    'div.aui-message.aui-message-info',
    {'aria-busy': 'true'},
    el('p', {role: 'status'}, el('span.aui-icon.aui-icon-wait', {}), ' ', t('difference.working')),
    el('p.okta-sync-note', {}, line),
    el('p', {}, cancel),
  );
  return {
    box,
    tell({step, steps, done, total}) {
      const far = total > 0 ? t('difference.far', number(done), number(total)) : '';
      fill(line, t(`difference.step.${step}`, number(step), number(steps)), ' ', far);
    },
  };
}

function unfinished({state, message: text, code}) {
  const title = t(state === 'CANCELLED' ? 'difference.cancelled' : 'difference.failed');
  return message(state === 'CANCELLED' ? 'info' : 'error', title, el('p', {}, text ?? code ?? ''));
}

function found(answer) {
  const same = answer.added.total + answer.dropped.total === 0;
  return message(
    answer.breaches.length > 0 ? 'warning' : same ? 'success' : 'info',
    t(same ? 'difference.none' : 'difference.title'),
    el('p', {}, t('difference.lead')),
    answer.breaches.map((breach) => el('p', {}, el('strong', {}, t('difference.held')), ' ', breach.message)),
    answer.incomplete.length > 0 && el('p', {}, t('difference.incomplete')),
    part('added', answer.added),
    part('dropped', answer.dropped),
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
