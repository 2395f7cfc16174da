/* Which groups go along when people take over accounts of another directory. */

import {ask, tell} from '../dialog.js';
import {el, foreign} from '../dom.js';
import {number} from '../format.js';
import {all, get, put} from '../rest.js';
import {table} from '../table.js';
import {t} from '../texts.js';

/**
 * Shows the groups that people could bring along, and saves which of them do.
 *
 * @param aggregation what Jira makes of memberships of both accounts: on, off or unknown
 * @returns their names; null when the person turns back
 */
export async function chooseBroughtGroups(id, aggregation) {
  const groups = await all(`/connections/${id}/adoption/groups`);
  if (groups.length === 0) {
    await tell({title: t('brought.title'), content: el('p', {}, t('brought.empty'))});
    return null;
  }
  const boxes = new Map(groups.map((group) => [group.name, box(group)]));
  const confirmed = await ask({
    title: t('brought.title'),
    content: [
      el('p', {}, t('brought.lead')),
      el('p', {}, el('strong', {}, t(`brought.order.${aggregation}`))),
      table(t('brought.title'), columns(boxes), groups),
    ],
    confirm: t('brought.save'),
  });
  return confirmed ? save(id, boxes, names(boxes)) : null;
}

/** A group that may not go along can only be taken off. */
function box({name, chosen, reason}) {
  return el('input', {
    type: 'checkbox',
    'aria-label': t('brought.choose-one', name),
    checked: chosen,
    disabled: reason !== null && !chosen,
  });
}

function columns(boxes) {
  return [
    {title: t('brought.choose'), hidden: true, cell: ({name}) => boxes.get(name)},
    {
      title: t('brought.group'),
      look: 'okta-sync-wide okta-sync-names',
      cell: ({name, reason}) => [foreign(name), reason && el('div.okta-sync-note', {}, reason)],
    },
    {title: t('brought.people'), cell: ({people}) => number(people)},
  ];
}

function names(boxes) {
  return [...boxes].filter(([, input]) => input.checked).map(([name]) => name);
}

/** What is named in the settings and not among those shown stays. */
async function save(id, shown, chosen) {
  const {version, groups} = await get(`/connections/${id}`);
  const others = groups.takeOver.filter((name) => !shown.has(name));
  const takeOver = [...chosen, ...others];
  await put(`/connections/${id}`, {version, groups: {takeOver}});
  return takeOver;
}
