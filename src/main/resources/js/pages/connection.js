/* One connection: its settings, its test, its end. */

import {ask} from '../dialog.js';
import {button, el, fill, foreign, link} from '../dom.js';
import {put as putAt, showErrors, showWarnings} from '../fields.js';
import {besideItsContents, connectionTabs, home, section, showPage} from '../layout.js';
import {failure, loading, message, messagePlace, stale} from '../message.js';
import {all, get, page, post, put, remove} from '../rest.js';
import {t, tParts} from '../texts.js';
import {settingSections} from './connection-settings.js';
import {testResult} from './connection-test.js';
import {difference} from './difference.js';
import {showWanted} from './limit.js';
import {noticeProblem, scheduleNotice} from './schedule.js';
import {sizePanel} from './size.js';
import {trialPanel} from './trial.js';

/** Shows the page; without an id, that of a connection that is still to be made. */
export async function show(root, id) {
  fill(root, loading());
  try {
    const [connection, directories, others] = await Promise.all([
      get(id ? `/connections/${id}` : '/connections/defaults'),
      all('/directories'),
      all('/connections'),
    ]);
    new ConnectionForm(root, connection, directories, others).show();
  } catch (error) {
    showPage(root, {trail: [home()], title: t('title.connection')}, failure(error));
  }
}

class ConnectionForm {
  constructor(root, connection, directories, others) {
    this.root = root;
    this.connection = connection;
    this.directories = directories;
    this.others = others;
    this.messages = messagePlace();
    this.results = el('div', {'aria-live': 'polite'});
    this.changed = false;
    this.warnBeforeLeaving = (event) => this.changed && event.preventDefault();
    addEventListener('beforeunload', this.warnBeforeLeaving);
  }

  get isNew() {
    return !this.connection.id;
  }

  show() {
    const sections = settingSections(this.connection, this.directories, this.others);
    this.fields = sections.flatMap(({fields}) => fields);
    const parts = sections.map(({name, lead, fields}) => this.part(name, lead, fields));
    const form = el(
      'form.aui.top-label.okta-sync-form',
      {
        novalidate: true,
        input: () => this.touch(true),
        submit: (event) => {
          event.preventDefault();
          this.saveAndSay();
        },
      },
      parts,
      this.buttons(),
    );
    const name = this.isNew ? t('connection.new') : foreign(this.connection.name);
    const tabs = this.isNew ? null : connectionTabs(this.connection, 'connection');
    const content = besideItsContents(form, parts);
    showPage(this.root, {trail: [home()], title: name, tabs}, this.messages.place, content);
    this.touch(false);
    showWarnings(this.fields, this.connection.warnings ?? []);
    showWanted(this.fields);
  }

  part(name, lead, fields) {
    const elements = fields.map(({element}) => element);
    const part = section(
      t(`settings.${name}.title`),
      lead && el('p', {}, lead),
      this.above(name),
      elements,
      name === 'connect' && [this.testButton(), this.results, this.size()],
    );
    part.id = name;
    return part;
  }

  /** What stands above the fields of a section, so that it is seen before they are. */
  above(name) {
    if (this.isNew) {
      return null;
    } else if (name === 'schedule') {
      return scheduleNotice(this.connection, this.messages, () => this.reload());
    }
    return name === 'notices' && noticeProblem(this.connection);
  }

  /** What a full run would take; nobody knows before there is a token. */
  size() {
    return (
      this.connection.token?.readable && [
        sizePanel(this.connection),
        trialPanel(this.connection, this.messages),
      ]
    );
  }

  testButton() {
    this.testTrigger = button('', () => this.test());
    return el('p', {}, this.testTrigger);
  }

  touch(changed) {
    this.changed = changed;
    this.testTrigger.textContent =
      changed || this.isNew ? t('connection.save-and-test') : t('connection.test');
  }

  buttons() {
    const save = el(
      'button.aui-button.aui-button-primary',
      {type: 'submit'},
      this.isNew ? t('connection.create') : t('connection.save'),
    );
    const cancel = link(page(), t('connection.cancel'), 'a.aui-button.aui-button-link');
    const effect =
      !this.isNew && button(t('connection.difference'), () => this.showDifference());
    const end = !this.isNew && button(t('connection.delete'), () => this.delete(), {subtle: true});
    return el('div.okta-sync-form-buttons', {}, save, effect, cancel, el('span.okta-sync-gap'), end);
  }

  /** What the form says, over what was there before. */
  read() {
    const settings = structuredClone(this.connection);
    putAt(settings, 'auth', {method: 'api-token'});
    putAt(settings, 'directory', {});
    this.fields.forEach((field) => field.read(settings));
    return settings;
  }

  /** Saves; answers what the server has to say about it, or null when it refused. */
  async save() {
    this.messages.clear();
    fill(this.results);
    try {
      const settings = this.read();
      const saved = this.isNew
        ? await post('/connections', settings)
        : await put(`/connections/${this.connection.id}`, settings);
      this.changed = false;
      this.connection = saved;
      history.replaceState(null, '', page(`/connections/${saved.id}`));
      this.directories = await all('/directories');
      this.show();
      return saved.remarks ?? [];
    } catch (error) {
      this.refused(error);
      return null;
    }
  }

  /** What saving would change, for whom; nothing is saved. */
  async showDifference() {
    this.messages.show(loading(t('difference.working')));
    try {
      await difference(this.connection, this.read(), this.messages);
    } catch (error) {
      this.refused(error);
    }
  }

  async saveAndSay() {
    const remarks = await this.save();
    if (remarks) {
      const lines = remarks.map((remark) => el('p', {}, remark.message ?? remark.code));
      const next = link(page(), t('connection.saved-next'));
      this.messages.show(message('success', t('connection.saved'), lines, el('p', {}, next)));
    }
    return remarks;
  }

  refused(error) {
    const overtaken = stale(error, () => this.reload());
    if (overtaken) {
      this.messages.show(overtaken);
      return;
    }
    const others = showErrors(this.fields, error.errors ?? []);
    if (error.errors?.length > others.length) {
      const lines = others.map((other) => el('p', {}, other.message ?? other.code));
      const box = message('error', t('connection.invalid'), lines);
      this.messages.place.replaceChildren(box);
    } else {
      this.messages.show(failure(error));
    }
  }

  reload() {
    this.changed = false;
    removeEventListener('beforeunload', this.warnBeforeLeaving);
    return show(this.root, String(this.connection.id));
  }

  async test() {
    if ((this.changed || this.isNew) && !(await this.saveAndSay())) {
      return;
    }
    fill(this.results, loading(t('connection.testing')));
    try {
      fill(this.results, testResult(await post(`/connections/${this.connection.id}/test`)));
    } catch (error) {
      fill(this.results, failure(error));
    }
  }

  async delete() {
    const {id, name} = this.connection;
    const input = el('input.text.long-field', {id: 'okta-sync-typed-name', autocomplete: 'off'});
    const label = el('label', {for: 'okta-sync-typed-name'}, t('delete.type-name'));
    const confirmed = await ask({
      title: t('delete.title'),
      content: [
        el('p', {}, tParts('delete.what', foreign(name))),
        el('p', {}, t('delete.keeps')),
        el('div.field-group', {}, label, input),
      ],
      confirm: t('delete.confirm'),
      ready: () => input.value.trim() === name,
    });
    if (confirmed) {
      await this.messages.trying(async () => {
        await remove(`/connections/${id}`);
        this.changed = false;
        location.assign(page());
      });
    }
  }
}
