/* Which groups of Okta become groups of Jira, and who is in them. */

import {button, el, fill} from '../dom.js';
import {at, showErrors} from '../fields.js';
import {connectionTabs, connectionTrail, home, section, showPage} from '../layout.js';
import {failure, loading, message, messagePlace, stale} from '../message.js';
import {get, put} from '../rest.js';
import {t} from '../texts.js';
import {defaultFields, filterFields, keepingFields, modeField} from './connection-groups.js';
import {difference} from './difference.js';
import {groupPreview} from './group-preview.js';
import {rowsField} from './group-rows.js';
import {stepsEditor} from './mapping-steps.js';

/** Shows the page. */
export async function show(root, id) {
  fill(root, loading());
  try {
    new GroupsPage(root, await get(`/connections/${id}`)).show();
  } catch (error) {
    showPage(root, {trail: [home()], title: t('title.groups')}, failure(error));
  }
}

class GroupsPage {
  constructor(root, connection) {
    this.root = root;
    this.connection = connection;
    this.messages = messagePlace();
    this.changed = false;
    this.warnBeforeLeaving = (event) => this.changed && event.preventDefault();
    addEventListener('beforeunload', this.warnBeforeLeaving);
  }

  show() {
    const value = (path) => ({path, value: at(this.connection, path)});
    const touched = () => {
      this.changed = true;
    };
    const mode = modeField(value);
    const filters = filterFields(value);
    const defaults = defaultFields(value);
    const keeping = keepingFields(value);
    this.rows = rowsField(this.connection, this.connection.groups.map, touched);
    this.rename = renameField(this.connection.groups.rename, touched);
    this.fields = [mode, ...filters, this.rename, this.rows, ...defaults, ...keeping];
    const elements = (fields) => fields.map(({element}) => element);
    const submit = (event) => {
      event.preventDefault();
      this.save();
    };
    const form = el(
      'form.aui.top-label',
      {novalidate: true, submit, input: touched, change: touched},
      section(t('groups.mode-title'), mode.element),
      section(t('groups.fly-title'), el('p', {}, t('groups.fly-lead')), elements(filters), this.rename.element),
      section(t('groups.rows-title'), el('p', {}, t('groups.rows-lead')), this.rows.element),
      section(t('groups.defaults-title'), elements(defaults)),
      section(t('groups.keeping-title'), elements(keeping)),
      this.buttons(),
    );
    const preview = groupPreview(
      this.connection,
      () => this.read(),
      (rows) => this.rows.notes(rows),
      (error) => this.refused(error),
    );
    showPage(
      this.root,
      {
        trail: connectionTrail(this.connection),
        title: t('title.groups'),
        tabs: connectionTabs(this.connection, 'groups'),
      },
      this.messages.place,
      el('p.okta-sync-lead', {}, t('groups.lead')),
      form,
      section(t('group-preview.title'), preview),
    );
  }

  buttons() {
    const save = el('button.aui-button.aui-button-primary', {type: 'submit'}, t('connection.save'));
    const effect = button(t('connection.difference'), () => this.showDifference());
    return el('div.okta-sync-form-buttons', {}, save, effect);
  }

  /** The settings for groups as they stand in the form. */
  read() {
    const settings = {version: this.connection.version, groups: {}};
    this.fields.forEach((field) => field.read(settings));
    return settings;
  }

  async save() {
    this.messages.clear();
    try {
      const saved = await put(`/connections/${this.connection.id}`, this.read());
      this.connection = saved;
      this.changed = false;
      this.show();
      const remarks = (saved.remarks ?? []).map((remark) => el('p', {}, remark.message ?? remark.code));
      this.messages.show(message('success', t('connection.saved'), remarks, el('p', {}, t('groups.saved-next'))));
    } catch (error) {
      if (!this.refused(error)) {
        this.messages.show(failure(error));
      }
    }
  }

  /** What saving would change, for whom; nothing is saved. */
  async showDifference() {
    this.messages.show(loading(t('difference.working')));
    try {
      await difference(this.connection, this.read(), this.messages);
    } catch (error) {
      if (!this.refused(error)) {
        this.messages.show(failure(error));
      }
    }
  }

  /** Shows errors at their fields; answers whether there was nothing else to say. */
  refused(error) {
    const overtaken = stale(error, () => this.reload());
    if (overtaken) {
      this.messages.show(overtaken);
      return true;
    }
    const errors = (error.errors ?? []).filter(({field}) => field?.startsWith('groups.'));
    if (errors.length === 0) {
      return false;
    }
    const others = showErrors(this.fields, this.rows.takeErrors(errors));
    const lines = others.map((other) => el('p', {}, other.message ?? other.code));
    this.messages.place.replaceChildren(message('error', t('connection.invalid'), lines));
    return true;
  }

  reload() {
    this.changed = false;
    removeEventListener('beforeunload', this.warnBeforeLeaving);
    return show(this.root, String(this.connection.id));
  }
}

/** The steps that a name goes through, as a field. */
function renameField(given, changed) {
  const steps = structuredClone(given);
  const error = el('div.error', {role: 'alert'});
  return {
    path: 'groups.rename',
    element: el(
      'fieldset.group.okta-sync-group',
      {},
      el('legend', {}, el('span', {}, t('groups.rename'))),
      el('div.description', {}, t('groups.rename-help')),
      stepsEditor(steps, changed),
      error,
    ),
    error: (text) => fill(error, text),
    read(settings) {
      settings.groups.rename = structuredClone(steps);
    },
  };
}
