/* The settings of a connection, each with what it means for the people who are there already. */

import {
  at,
  choiceField,
  linesField,
  numberField,
  switchField,
  textField,
} from '../fields.js';
import {el, foreign} from '../dom.js';
import {time} from '../format.js';
import {t, tParts} from '../texts.js';
import {directoryFields} from './connection-directory.js';
import {leaverFields} from './connection-leavers.js';
import {safety} from './connection-safety.js';
import {scopeFields} from './connection-scope.js';

/** The sections of the form: `{name, lead, fields}`. */
export function settingSections(connection, directories, others) {
  const value = (path) => ({path, value: at(connection, path)});
  return [
    {name: 'connect', fields: connect(connection, value)},
    {name: 'directory', fields: directoryFields(connection, directories, others)},
    {name: 'scope', lead: t('settings.scope.lead'), fields: scopeFields(connection, value)},
    {name: 'people', fields: people(value)},
    {name: 'leavers', lead: t('settings.leavers.lead'), fields: leaverFields(value)},
    {name: 'safety', lead: t('settings.safety.lead'), fields: safety(value)},
    {name: 'schedule', lead: t('settings.schedule.lead'), fields: schedule(value)},
    {name: 'login', lead: t('settings.login.lead'), fields: login(value)},
    {name: 'notices', lead: t('settings.notices.lead'), fields: notices(value)},
    {name: 'load', fields: load(value)},
  ];
}

function connect(connection, value) {
  return [
    ...source(),
    textField({...value('name'), label: t('field.name'), maxlength: 100, required: true}),
    textField({
      ...value('baseUrl'),
      label: t('field.baseUrl'),
      help: t('field.baseUrl.help'),
      inputmode: 'url',
      spellcheck: 'false',
      required: true,
    }),
    tokenField(connection),
    switchField({...value('enabled'), label: t('field.enabled'), help: t('field.enabled.help')}),
  ];
}

/** Where people come from, and how: there is one of each. */
function source() {
  return [
    choiceField({
      path: 'provider',
      label: t('field.provider'),
      value: 'okta',
      options: [option('okta', t('field.provider.okta'))],
    }),
    choiceField({
      path: 'auth.method',
      label: t('field.method'),
      value: 'api-token',
      options: [option('api-token', t('field.method.api-token'), t('field.method.api-token.help'))],
    }),
  ];
}

function tokenField(connection) {
  const token = connection.token;
  const help = token?.set
    ? tParts('field.token.set', time(token.setAt), foreign(token.setBy))
    : t('field.token.help');
  const field = textField({
    path: 'auth.token',
    label: t('field.token'),
    help: el('span', {}, help),
    type: 'password',
    autocomplete: 'new-password',
  });
  const read = (target) => field.input.value.trim() !== '' && field.read(target);
  return {...field, read};
}

function option(value, label, help) {
  return {value, label, help};
}

function people(value) {
  const correlate = value('users.correlate');
  return [
    choiceField({
      ...value('users.mode'),
      label: t('field.mode'),
      options: ['create-and-update', 'match-only'].map((mode) =>
        option(mode, t(`field.mode.${mode}`), t(`field.mode.${mode}.help`)),
      ),
    }),
    switchField({...value('users.create'), label: t('field.create'), help: t('field.create.help')}),
    switchField({...value('users.update'), label: t('field.update'), help: t('field.update.help')}),
    switchField({
      ...value('users.reactivate'),
      label: t('field.reactivate'),
      help: t('field.reactivate.help'),
    }),
    choiceField({
      ...value('users.adopt'),
      label: t('field.adopt'),
      help: t('field.adopt.help'),
      options: [
        option('never', t('field.adopt.never'), t('field.adopt.never.help')),
        option('confirmed', t('field.adopt.confirmed'), t('field.adopt.confirmed.help')),
        option('automatic', t('field.adopt.automatic'), t('field.adopt.automatic.help')),
      ],
    }),
    choiceField({
      path: correlate.path,
      value: correlate.value?.join(','),
      parse: (text) => text.split(','),
      label: t('field.correlate'),
      help: t('field.correlate.help'),
      options: correlations(correlate.value, value('mapping').value?.attributes),
    }),
  ];
}

/** Ways to recognise accounts: the usual ones, each mapped attribute, and what else is saved. */
function correlations(saved, attributes = []) {
  const names = new Map([
    ['login', t('field.correlate.login')],
    ['email', t('field.correlate.email')],
  ]);
  for (const {target, key, name} of attributes) {
    if (target === 'property') {
      names.set(`property:${key}`, t('field.correlate.property', name || key));
    }
  }
  const ways = [['login', 'email'], ['login'], ['email']];
  for (const rule of [...names.keys()].slice(2)) {
    ways.push([rule], [rule, 'login', 'email']);
  }
  if (saved?.length > 0 && !ways.some((way) => way.join() === saved.join())) {
    ways.push(saved);
  }
  const inOrder = (first, second) => t('field.correlate.then', first, second);
  return ways.map((way) =>
    option(way.join(','), way.map((rule) => names.get(rule) ?? rule).reduce(inOrder)),
  );
}

function schedule(value) {
  const plain = {spellcheck: 'false', autocomplete: 'off'};
  return [
    textField({
      ...value('schedule.interval'),
      label: t('field.interval'),
      help: t('field.interval.help'),
      ...plain,
    }),
    textField({
      ...value('schedule.cron'),
      label: t('field.cron'),
      help: t('field.cron.help'),
      ...plain,
    }),
    textField({
      ...value('schedule.zone'),
      label: t('field.zone'),
      help: t('field.zone.help'),
      ...plain,
    }),
    textField({
      ...value('schedule.fullEvery'),
      label: t('field.full-every'),
      help: t('field.full-every.help'),
      ...plain,
    }),
    textField({
      ...value('schedule.idScanEvery'),
      label: t('field.id-scan-every'),
      help: t('field.id-scan-every.help'),
      ...plain,
    }),
    switchField({
      ...value('schedule.paused'),
      label: t('field.schedule-paused'),
      help: t('field.schedule-paused.help'),
    }),
  ];
}

function login(value) {
  return [
    switchField({
      ...value('login.enabled'),
      label: t('field.login-enabled'),
      help: t('field.login-enabled.help'),
    }),
    numberField({
      ...value('login.perMinute'),
      label: t('field.login-per-minute'),
      help: t('field.login-per-minute.help'),
      min: 1,
      max: 600,
    }),
  ];
}

function notices(value) {
  return [
    linesField({
      ...value('notices.receivers'),
      label: t('field.receivers'),
      help: t('field.receivers.help'),
    }),
    switchField({...value('notices.held'), label: t('field.notice-held')}),
    switchField({...value('notices.failed'), label: t('field.notice-failed')}),
    switchField({...value('notices.changed'), label: t('field.notice-changed')}),
  ];
}

function load(value) {
  return [
    numberField({
      ...value('source.rateShare'),
      label: t('field.rate-share'),
      help: t('field.rate-share.help'),
      unit: '%',
      min: 1,
      max: 100,
    }),
    numberField({
      ...value('source.concurrency'),
      label: t('field.concurrency'),
      help: t('field.concurrency.help'),
      min: 2,
      max: 4,
    }),
    numberField({
      ...value('planHours'),
      label: t('field.plan-hours'),
      help: t('field.plan-hours.help'),
      min: 1,
      max: 720,
    }),
  ];
}
