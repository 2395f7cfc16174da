/* What names a group whose place another group takes. */

import {tell} from '../dialog.js';
import {button, el, foreign} from '../dom.js';
import {failure} from '../message.js';
import {get, query} from '../rest.js';
import {table} from '../table.js';
import {t} from '../texts.js';

/** Settings of connections by the title of their field. */
const SETTINGS = {
  'groups.forNewUsers': 'field.group-for-new',
  'groups.takeOver': 'field.group-take-over',
  'groups.forAllUsers': 'field.group-for-all',
  'groups.map': 'references.rows',
  'leavers.keepGroups': 'field.keep-groups',
  'guardrails.protectedGroups': 'field.protected-groups',
};

/** A button that shows what names a group. */
export function namesButton(name) {
  const show = async () => {
    // The button is free again while the dialog is open.
    tell({title: t('references.title', name), content: await content(name)});
  };
  return button(t('references.button', name), show, {subtle: true});
}

async function content(name) {
  try {
    const {values, unknown} = await get(`/group-references${query({name})}`);
    const places = unknown.map((place) => t(`references.${place}`)).join(', ');
    return [
      el('p', {}, t('references.lead')),
      values.length === 0 ? el('p', {}, t('references.none')) : list(name, values),
      unknown.length > 0 && el('p', {}, t('references.unknown', places)),
      el('p.okta-sync-note', {}, t('references.not-looked-at')),
    ];
  } catch (error) {
    return failure(error);
  }
}

function list(name, values) {
  return table(
    t('references.title', name),
    [
      {title: t('references.place'), cell: ({place}) => t(`references.${place}`)},
      {title: t('references.name'), look: 'okta-sync-wide', cell: (one) => foreign(one.name)},
      {title: t('references.detail'), cell: detailOf},
    ],
    values,
  );
}

/** What Jira calls a permission or a role stays as it is. */
function detailOf({place, detail}) {
  return place === 'connection' ? t(SETTINGS[detail]) : detail && foreign(detail);
}
