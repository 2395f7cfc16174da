/* Which people a connection is about, with a count of who that would be. */

import {el, fill} from '../dom.js';
import {choiceField, linesField, manyField, textField} from '../fields.js';
import {number} from '../format.js';
import {loading} from '../message.js';
import {post} from '../rest.js';
import {t} from '../texts.js';
import {groupsField} from './group-picker.js';

const CHOICES = ['everyone', 'groups', 'application', 'search', 'filter'];
const STATUSES = [
  'ACTIVE',
  'PROVISIONED',
  'RECOVERY',
  'PASSWORD_EXPIRED',
  'LOCKED_OUT',
  'STAGED',
  'SUSPENDED',
  'DEPROVISIONED',
];
const PAUSE = 800;

/** The fields of the scope; the first holds the count, which follows the others. */
export function scopeFields(connection, value) {
  const count = el('p.okta-sync-count', {'aria-live': 'polite'});
  let due = null;
  let asked = 0;
  const changed = () => {
    show(people.chosen());
    clearTimeout(due);
    due = setTimeout(look, PAUSE);
  };
  const look = async () => {
    if (!connection.token?.readable) {
      return;
    }
    const mine = ++asked;
    const wanted = {};
    fields.forEach((field) => field.read(wanted));
    if (!says(wanted.scope)) {
      fill(count);
      return;
    }
    fill(count, loading(t('scope.counting')));
    const text = await post(`/connections/${connection.id}/scope/count`, wanted).then(matches, reason);
    if (mine === asked) {
      fill(count, text);
    }
  };
  const people = choice(value);
  const groups = groupsField({
    ...value('scope.groups'),
    label: t('scope.groups'),
    help: t('scope.groups.help'),
    connection,
    changed,
  });
  const application = textField({
    ...value('scope.application'),
    label: t('scope.application'),
    help: t('scope.application.help'),
    spellcheck: 'false',
    autocomplete: 'off',
  });
  const expression = textField({
    ...value('scope.expression'),
    label: t('scope.expression'),
    help: t('scope.expression.help'),
    spellcheck: 'false',
    autocomplete: 'off',
  });
  const statuses = manyField({
    ...value('scope.statuses'),
    label: t('scope.statuses'),
    help: t('scope.statuses.help'),
    options: STATUSES.map((status) => ({value: status, label: t(`status.${status}`)})),
  });
  const excluded = linesField({
    ...value('scope.excluded'),
    label: t('scope.excluded'),
    help: t('scope.excluded.help'),
  });
  const show = (chosen) => {
    groups.element.hidden = chosen !== 'groups';
    application.element.hidden = chosen !== 'application';
    expression.element.hidden = chosen !== 'search' && chosen !== 'filter';
  };
  const fields = [people, groups, application, expression, statuses, excluded];
  for (const field of [people, application, expression, statuses, excluded]) {
    field.element.addEventListener('input', changed);
  }
  show(value('scope.people').value);
  people.element.append(count);
  return fields;
}

function choice(value) {
  const field = choiceField({
    ...value('scope.people'),
    label: t('scope.people'),
    options: CHOICES.map((name) => ({
      value: name,
      label: t(`scope.people.${name}`),
      help: t(`scope.people.help.${name}`),
    })),
  });
  return {...field, chosen: () => field.element.querySelector('input:checked')?.value};
}

/** Whether enough is filled in to count anybody. */
function says({people, groups, application, expression}) {
  switch (people) {
    case 'groups':
      return groups.length > 0;
    case 'application':
      return application !== '';
    case 'search':
    case 'filter':
      return expression !== '';
    default:
      return true;
  }
}

function matches(size) {
  const people = number(size.people);
  const text = size.atLeast ? t('scope.matches-at-least', people) : t('scope.matches', people);
  return size.people === 0 ? el('strong.error', {}, t('scope.matches-nobody')) : el('strong', {}, text);
}

function reason(error) {
  return el('span.error', {}, error.errors?.[0]?.message ?? error.message);
}
