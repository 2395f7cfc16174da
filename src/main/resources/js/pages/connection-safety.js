/* The limits that stop a run before its first write, and who no run may harm. */

import {linesField, numberField, numbersField, switchField, textField} from '../fields.js';
import {t} from '../texts.js';

/** The fields of the section; `value` gives path and present value of a setting. */
export function safety(value) {
  return [...taken(value), ...expected(value), ...protectedOnes(value)];
}

/** How much one run may take away or change. */
function taken(value) {
  const numbers = (what) => [
    {name: 'count', label: what},
    {name: 'percent', label: t('field.limit.percent'), max: 100},
  ];
  const people = numbers(t('field.limit.people'));
  const perGroup = [
    {name: 'percent', label: t('field.group-limit.percent'), max: 100},
    {name: 'minSize', label: t('field.group-limit.size')},
  ];
  return [
    numbersField({
      ...value('guardrails.maxDeactivations'),
      label: t('field.max-deactivations'),
      help: t('field.max-deactivations.help'),
      numbers: people,
    }),
    numbersField({
      ...value('guardrails.maxRenames'),
      label: t('field.max-renames'),
      help: t('field.max-renames.help'),
      numbers: people,
    }),
    numbersField({
      ...value('guardrails.maxDeletions'),
      label: t('field.max-deletions'),
      help: t('field.max-deletions.help'),
      numbers: people,
    }),
    numberField({
      ...value('guardrails.maxGroupDeletions'),
      label: t('field.max-group-deletions'),
      help: t('field.max-group-deletions.help'),
    }),
    numbersField({
      ...value('guardrails.maxRemovals'),
      label: t('field.max-removals'),
      help: t('field.max-removals.help'),
      numbers: numbers(t('field.limit.memberships')),
    }),
    numbersField({
      ...value('guardrails.maxRemovalsPerGroup'),
      label: t('field.group-limit'),
      help: t('field.group-limit.help'),
      numbers: perGroup,
    }),
    numbersField({
      ...value('guardrails.maxRetirements'),
      label: t('field.max-retirements'),
      help: t('field.max-retirements.help'),
      numbers: numbers(t('field.limit.objects')),
    }),
    switchField({
      ...value('guardrails.seats'),
      label: t('field.seats'),
      help: t('field.seats.help'),
    }),
  ];
}

/** What Okta must answer with to be believed. */
function expected(value) {
  return [
    numberField({
      ...value('guardrails.minUsers'),
      label: t('field.min-users'),
      help: t('field.min-users.help'),
    }),
    numberField({
      ...value('guardrails.minUsersPercent'),
      label: t('field.min-users-percent'),
      help: t('field.min-users-percent.help'),
      unit: '%',
      max: 100,
    }),
    textField({
      ...value('guardrails.canary.user'),
      label: t('field.canary-user'),
      help: t('field.canary-user.help'),
      spellcheck: 'false',
      autocomplete: 'off',
    }),
    textField({
      ...value('guardrails.canary.group'),
      label: t('field.canary-group'),
      help: t('field.canary-group.help'),
      spellcheck: 'false',
      autocomplete: 'off',
    }),
  ];
}

function protectedOnes(value) {
  return [
    linesField({
      ...value('guardrails.protectedUsers'),
      label: t('field.protected-users'),
      help: t('field.protected-users.help'),
    }),
    linesField({
      ...value('guardrails.protectedGroups'),
      label: t('field.protected-groups'),
      help: t('field.protected-groups.help'),
    }),
  ];
}
