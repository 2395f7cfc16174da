/* What is done about people who are no longer there: three events, with a choice each. */

import {el, fill} from '../dom.js';
import {choiceField, linesField, manyField, numberField, switchField, textField} from '../fields.js';
import {t} from '../texts.js';

const STATUSES = [
  'STAGED',
  'PROVISIONED',
  'RECOVERY',
  'PASSWORD_EXPIRED',
  'LOCKED_OUT',
  'SUSPENDED',
  'DEPROVISIONED',
];
const POLICIES = ['deactivate', 'remove-groups', 'delete', 'keep'];

/** The fields of the section. */
export function leaverFields(value) {
  return [
    event(value('leavers.inactive'), t('field.inactive'), null, t('field.inactive.keep.help')),
    manyField({
      ...value('users.inactiveStatuses'),
      label: t('field.statuses'),
      help: t('field.statuses.help'),
      options: STATUSES.map((status) => ({value: status, label: t(`status.${status}`)})),
    }),
    byStatus(value('leavers.byStatus')),
    event(
      value('leavers.outOfScope'),
      t('field.out-of-scope'),
      t('field.out-of-scope.help'),
      t('field.out-of-scope.keep.help'),
    ),
    event(
      value('leavers.notFound'),
      t('field.not-found'),
      t('field.not-found.help'),
      t('field.not-found.keep.help'),
    ),
    grace(value, 'inactive', t('field.grace.inactive'), t('field.grace.inactive.help')),
    grace(value, 'outOfScope', t('field.grace.out-of-scope')),
    grace(value, 'notFound', t('field.grace.not-found')),
    numberField({
      ...value('leavers.deleteAfterDays'),
      label: t('field.delete-after'),
      help: t('field.delete-after.help'),
      min: 1,
      max: 3650,
    }),
    switchField({
      ...value('leavers.tell'),
      label: t('field.tell'),
      help: t('field.tell.help'),
    }),
    textField({
      ...value('leavers.contact'),
      label: t('field.contact'),
      help: t('field.contact.help'),
      maxlength: 300,
    }),
    linesField({
      ...value('leavers.keepGroups'),
      label: t('field.keep-groups'),
      help: t('field.keep-groups.help'),
    }),
    lead(value('leavers.projectLead'), t('field.project-lead'), t('field.project-lead.help')),
    lead(value('leavers.componentLead'), t('field.component-lead'), t('field.component-lead.help')),
  ];
}

/** How long an account waits before it is deactivated. */
function grace(value, event, label, help) {
  return numberField({...value(`leavers.grace.${event}`), label, help, min: 0, max: 365});
}

/** Somebody of Jira by their user name. */
function lead(value, label, help) {
  return textField({...value, label, help, spellcheck: 'false', autocomplete: 'off'});
}

function event(value, label, help, keepHelp) {
  const helps = {
    deactivate: t('field.leaver.deactivate.help'),
    'remove-groups': t('field.leaver.remove-groups.help'),
    delete: t('field.leaver.delete.help'),
    keep: keepHelp,
  };
  return choiceField({
    ...value,
    label,
    help,
    options: POLICIES.map((name) => ({value: name, label: t(`field.leaver.${name}`), help: helps[name]})),
  });
}

/** A choice for each status; those that are as every other stay unsaid. */
function byStatus({path, value}) {
  const given = new Map((value ?? []).map(({status, policy}) => [status, policy]));
  const selects = STATUSES.map((status) => {
    const id = `okta-sync-status-${status}`;
    const options = ['', ...POLICIES].map((policy) =>
      el(
        'option',
        {value: policy, selected: policy === (given.get(status) ?? '')},
        policy === '' ? t('field.by-status.same') : t(`field.leaver.${policy}`),
      ),
    );
    const select = el('select.select', {id}, options);
    return {status, select, row: el('div.field-group', {}, el('label', {for: id}, t(`status.${status}`)), select)};
  });
  const error = el('div.error', {role: 'alert'});
  return {
    path,
    element: el(
      'details.okta-sync-details',
      {open: given.size > 0},
      el('summary', {}, t('field.by-status')),
      el('div.description', {}, t('field.by-status.help')),
      selects.map(({row}) => row),
      error,
    ),
    error: (text) => fill(error, text),
    read(target) {
      target.leavers ??= {};
      target.leavers.byStatus = selects
        .filter(({select}) => select.value !== '')
        .map(({status, select}) => ({status, policy: select.value}));
    },
  };
}
