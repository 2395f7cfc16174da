/* Which groups of Okta become groups of Jira, and who is in them. */

import {choiceField, linesField, switchField, textField} from '../fields.js';
import {t} from '../texts.js';

export function groupFields(value) {
  return [
    choices(value('groups.mode'), 'groups', ['on-the-fly', 'manual', 'off']),
    lines(value('groups.include'), 'group-include'),
    lines(value('groups.exclude'), 'group-exclude'),
    toggle(value('groups.everyone'), 'everyone'),
    lines(value('groups.forNewUsers'), 'group-for-new'),
    lines(value('groups.forAllUsers'), 'group-for-all'),
    toggle(value('groups.keepUnownedMembers'), 'keep-members'),
    toggle(value('groups.neverRemove'), 'never-remove'),
    choices(value('groups.collision'), 'collision', ['refuse', 'adopt', 'suffix']),
    textField({
      ...value('groups.suffix'),
      label: t('field.group-suffix'),
      help: t('field.group-suffix.help'),
      maxlength: 50,
    }),
    choices(value('groups.renamed'), 'group-renamed', ['keep', 'copy']),
    choices(value('groups.notFound'), 'group-not-found', ['keep', 'delete']),
  ];
}

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
