/* Which Okta attribute feeds which Jira attribute, with the values of a person to look at. */

import {ask} from '../dialog.js';
import {button, el, fill, foreign} from '../dom.js';
import {connectionTabs, connectionTrail, home, section, showPage} from '../layout.js';
import {failure, loading, message, messagePlace, stale} from '../message.js';
import {get, post, put, RestError} from '../rest.js';
import {table} from '../table.js';
import {t} from '../texts.js';
import {difference} from './difference.js';
import {editMapping, TARGETS, targetName} from './mapping-editor.js';
import {stepText} from './mapping-steps.js';
import {personLine, personPicker} from './person-picker.js';

const KNOWN = ['profile.login', 'profile.email', 'profile.firstName', 'profile.lastName', 'profile.displayName'];

/** Shows the page. */
export async function show(root, id) {
  fill(root, loading());
  try {
    new MappingPage(root, await get(`/connections/${id}`)).show();
  } catch (error) {
    showPage(root, {trail: [home()], title: t('title.mapping')}, failure(error));
  }
}

class MappingPage {
  constructor(root, connection) {
    this.root = root;
    this.connection = connection;
    this.attributes = structuredClone(connection.mapping.attributes);
    this.sources = KNOWN;
    this.types = [];
    this.person = null;
    this.tried = null;
    this.errors = [];
    this.changed = false;
    this.next = '';
    this.messages = messagePlace();
    this.place = el('div');
    this.sample = el('div');
    addEventListener('beforeunload', (event) => this.changed && event.preventDefault());
  }

  show() {
    const picker = personPicker(this.connection, (person) => this.choose(person));
    showPage(
      this.root,
      {
        trail: connectionTrail(this.connection),
        title: t('title.mapping'),
        tabs: connectionTabs(this.connection, 'mapping'),
      },
      this.messages.place,
      el('p.okta-sync-lead', {}, t('mapping.lead')),
      section(t('mapping.sample-title'), el('p', {}, t('mapping.sample-lead')), picker.root, this.sample),
      section(t('mapping.table-title'), this.place),
      this.buttons(),
    );
    this.draw();
    this.loadAttributes();
  }

  /** The page is of use without them: Okta may not let this token read schemas. */
  async loadAttributes() {
    const known = await get(`/connections/${this.connection.id}/mapping/attributes`).catch(() => null);
    if (known) {
      this.types = known.types.map(({name, attributes}) => ({
        name,
        paths: new Set(attributes.map(({path}) => path)),
      }));
      const inApp = known.application.attributes.map(({path}) => path);
      this.suggest([...this.types.flatMap(({paths}) => [...paths]), ...inApp]);
      this.draw();
    }
  }

  suggest(paths) {
    this.sources = [...new Set([...this.sources, ...paths])].sort();
  }

  buttons() {
    const reset = async () => {
      const confirmed = await ask({
        title: t('mapping.reset-title'),
        content: [el('p', {}, t('mapping.reset-means'))],
        confirm: t('mapping.reset'),
      });
      if (confirmed) {
        this.attributes = (await get('/connections/defaults')).mapping.attributes;
        await this.edited();
      }
    };
    return el(
      'div.okta-sync-form-buttons',
      {},
      button(t('mapping.save'), () => this.save(), {primary: true}),
      button(t('connection.difference'), () => this.showDifference()),
      button(t('mapping.reset'), reset, {subtle: true}),
    );
  }

  draw() {
    fill(this.place, this.rows(), this.adding());
  }

  rows() {
    const columns = [
      {title: t('mapping.column.target'), cell: ({mapping}) => el('strong', {}, targetName(mapping))},
      {title: t('mapping.column.source'), cell: ({mapping}) => this.source(mapping)},
      {title: t('mapping.column.empty'), cell: ({mapping}) => t(`mapping.when-empty.${mapping.whenEmpty}`)},
      {title: t('mapping.column.value'), cell: ({index}) => this.value(index)},
      {title: t('mapping.column.actions'), hidden: true, cell: ({mapping, index}) => this.actions(mapping, index)},
    ];
    const rows = this.attributes.map((mapping, index) => ({mapping, index}));
    return table(t('mapping.table-title'), columns, rows);
  }

  source(mapping) {
    const steps = (mapping.steps ?? []).map((step) => el('li', {}, stepText(step)));
    return [
      mapping.source ? foreign(mapping.source, 'code') : el('span.okta-sync-note', {}, t('mapping.no-source')),
      steps.length > 0 && el('ol.okta-sync-note', {}, steps),
      this.lacking(mapping.source),
    ];
  }

  /** Types of people that do not have an attribute, where others do. */
  lacking(path) {
    const without = this.types.filter(({paths}) => !paths.has(path)).map(({name}) => name);
    return (
      path?.startsWith('profile.') &&
      without.length > 0 &&
      without.length < this.types.length &&
      el('p.okta-sync-note', {}, t('mapping.lacking', without.join(', ')))
    );
  }

  /** The value of the chosen person, and what is wrong with the line. */
  value(index) {
    const tried = this.tried?.attributes[index];
    const errors = this.errors.filter(({field}) => field?.startsWith(`mapping.attributes.${index}.`));
    return [
      tried && (tried.code ? el('span.error', {}, tried.message) : this.shown(tried.value)),
      !tried && errors.length === 0 && el('span.okta-sync-note', {}, '\u2013'),
      errors.map((error) => el('div.error', {role: 'alert'}, error.message ?? error.code)),
    ];
  }

  shown(value) {
    return value === '' ? el('span.okta-sync-note', {}, t('mapping.empty')) : foreign(value);
  }

  actions(mapping, index) {
    const named = targetName(mapping);
    const edit = async () => {
      const changed = await editMapping(mapping, this.sources, (draft) => this.attempt(index, draft));
      if (changed) {
        this.attributes[index] = changed;
        await this.edited();
      }
    };
    const remove = async () => {
      const confirmed = await ask({
        title: t('mapping.remove-title', named),
        content: [el('p', {}, t('mapping.remove-means'))],
        confirm: t('mapping.remove'),
      });
      if (confirmed) {
        this.attributes.splice(index, 1);
        await this.edited();
      }
    };
    const called = (name, element) => {
      element.setAttribute('aria-label', name);
      return element;
    };
    return [
      called(t('mapping.edit-of', named), button(t('mapping.edit'), edit, {subtle: true})),
      mapping.target !== 'username' &&
        called(t('mapping.remove-of', named), button(t('mapping.remove'), remove, {subtle: true})),
    ];
  }

  adding() {
    const used = new Set(this.attributes.map(({target}) => target));
    const free = TARGETS.filter((target) => target === 'property' || !used.has(target));
    const id = 'okta-sync-mapping-new';
    const choice = el(
      'select.select',
      {id, change: () => (this.next = choice.value)},
      free.map((target) =>
        el('option', {value: target, selected: target === this.next}, t(`mapping.target.${target}`)),
      ),
    );
    const add = async () => {
      const given = {target: choice.value, source: '', steps: []};
      const index = this.attributes.length;
      const made = await editMapping(given, this.sources, (draft) => this.attempt(index, draft));
      if (made) {
        this.attributes.push(made);
        await this.edited();
      }
    };
    return el(
      'form.aui',
      {submit: (event) => event.preventDefault()},
      el('div.okta-sync-bar', {}, el('label', {for: id}, t('mapping.add-label')), choice, button(t('mapping.add'), add)),
    );
  }

  async choose(person) {
    this.person = person;
    fill(this.sample, el('p', {}, t('mapping.sample-of'), ' ', personLine(person)));
    try {
      const whole = await get(`/connections/${this.connection.id}/people/${encodeURIComponent(person.id)}`);
      this.suggest(Object.keys(whole.attributes));
      await this.refresh();
    } catch (error) {
      this.messages.show(failure(error));
    }
  }

  async edited() {
    this.changed = true;
    this.errors = [];
    await this.refresh();
  }

  async refresh() {
    this.tried = null;
    if (this.person) {
      try {
        this.tried = await this.tryWith(this.attributes);
        this.showRemarks();
      } catch (error) {
        this.refused(error);
      }
    }
    this.draw();
  }

  showRemarks() {
    const account = this.tried.account;
    const lines = [account.code && account, ...account.remarks]
      .filter(Boolean)
      .map((remark) => el('p', {}, remark.message ?? remark.code));
    fill(
      this.sample,
      el('p', {}, t('mapping.sample-of'), ' ', personLine(this.person)),
      lines.length > 0 && message('warning', t('mapping.sample-problem'), lines),
    );
  }

  tryWith(attributes) {
    const body = {person: this.person.id, mapping: {attributes}};
    return post(`/connections/${this.connection.id}/mapping/try`, body);
  }

  /** What a mapping that is being edited makes of the chosen person, step by step. */
  async attempt(index, draft) {
    if (!this.person) {
      return el('p.okta-sync-note', {}, t('mapping.test-without-person'));
    }
    const attributes = [...this.attributes];
    attributes[index] = draft;
    try {
      const tried = (await this.tryWith(attributes)).attributes[index];
      const names = [t('mapping.test-source'), ...draft.steps.map(stepText)];
      return [
        el(
          'ol.okta-sync-way',
          {start: 0},
          tried.way.map((value, step) =>
            el('li', {}, el('span.okta-sync-note', {}, names[step]), ' ', this.shown(value)),
          ),
        ),
        tried.code && el('p.error', {role: 'alert'}, tried.message),
      ];
    } catch (error) {
      const own = (error.errors ?? []).filter(({field}) => field?.startsWith(`mapping.attributes.${index}.`));
      return own.length > 0
        ? own.map((each) => el('p.error', {role: 'alert'}, each.message ?? each.code))
        : failure(error);
    }
  }

  /** What saving would change, for whom; nothing is saved. */
  async showDifference() {
    this.messages.show(loading(t('difference.working')));
    try {
      const settings = {mapping: {attributes: this.attributes}};
      await difference(this.connection, settings, this.messages);
    } catch (error) {
      this.refused(error);
      this.draw();
    }
  }

  async save() {
    try {
      const {id, version} = this.connection;
      const saved = await put(`/connections/${id}`, {version, mapping: {attributes: this.attributes}});
      this.connection = saved;
      this.attributes = structuredClone(saved.mapping.attributes);
      this.changed = false;
      this.errors = [];
      await this.refresh();
      const remarks = (saved.remarks ?? []).map((remark) => el('p', {}, remark.message ?? remark.code));
      this.messages.show(message('success', t('connection.saved'), remarks, el('p', {}, t('mapping.saved-next'))));
    } catch (error) {
      this.refused(error);
      this.draw();
    }
  }

  reload() {
    this.changed = false;
    return show(this.root, String(this.connection.id));
  }

  refused(error) {
    const own = (error.errors ?? []).filter(({field}) => field?.startsWith('mapping.'));
    if (!(error instanceof RestError) || own.length === 0) {
      this.messages.show(stale(error, () => this.reload()) ?? failure(error));
      return;
    }
    this.errors = own;
    const general = own
      .filter(({field}) => !/^mapping\.attributes\.\d/.test(field))
      .map((each) => el('p', {}, each.message ?? each.code));
    this.messages.show(message('error', t('connection.invalid'), general));
  }
}
