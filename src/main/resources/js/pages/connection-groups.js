/* The settings of a connection that are about groups, as fields in three parts. */

import {choiceField, linesField, switchField, textField} from '../fields.js';
import {t} from '../texts.js';

/** Whether groups of Okta become groups of Jira by themselves, by rows, or not at all. */
export const modeField = (value) =>
  choices(value('groups.mode'), 'groups', ['on-the-fly', 'manual', 'off']);

/** Which groups become groups of Jira on the fly. */
export const filterFields = (value) => [
  lines(value('groups.include'), 'group-include'),
  lines(value('groups.exclude'), 'group-exclude'),
  toggle(value('groups.everyone'), 'everyone'),
];

/** Groups that Okta does not know. */
export const defaultFields = (value) => [
  lines(value('groups.forNewUsers'), 'group-for-new'),
  lines(value('groups.forAllUsers'), 'group-for-all'),
  lines(value('groups.takeOver'), 'group-take-over'),
];

/** What happens to members and groups that are there. */
export const keepingFields = (value) => [
  toggle(value('groups.keepUnownedMembers'), 'keep-members'),
  toggle(value('groups.neverRemove'), 'never-remove'),
  choices(value('groups.collision'), 'collision', ['refuse', 'adopt', 'suffix']),
  textField({
    ...value('groups.suffix'),
    label: t('field.group-suffix'),
    help: t('field.group-suffix.help'),
    maxlength: 50,
    asIs: true,
  }),
  choices(value('groups.renamed'), 'group-renamed', ['keep', 'copy']),
  choices(value('groups.notFound'), 'group-not-found', ['keep', 'delete']),
];

function choices(setting, key, values) {
  return choiceField({
    ...setting,
    label: t(`field.${key}`),
    options: values.map((value) => ({
      value,
      label: t(`field.${key}.${value}`),
      help: t(`field.${key}.${value}.help`),
    })),
  });
}

function lines(setting, key) {
  return linesField({...setting, label: t(`field.${key}`), help: t(`field.${key}.help`)});
}

function toggle(setting, key) {
  return switchField({...setting, label: t(`field.${key}`), help: t(`field.${key}.help`)});
}
