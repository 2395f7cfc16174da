/* Okta's objects in Assets: where to, which schema, which types, which mapping, and the import. */

import {el, fill} from '../dom.js';
import {at, showErrors} from '../fields.js';
import {connectionTabs, connectionTrail, section, showPage} from '../layout.js';
import {failure, loading, message, messagePlace, stale} from '../message.js';
import {get, put} from '../rest.js';
import {t} from '../texts.js';
import {buildPanel} from './assets-build.js';
import {destination} from './assets-destination.js';
import {importPanel} from './assets-import.js';
import {mappingPanel} from './assets-mapping.js';
import {rules} from './assets-rules.js';
import {schemaPanel} from './assets-schema.js';
import {types} from './assets-types.js';

/** Shows the page. */
export async function show(root, id) {
  fill(root, loading());
  try {
    new AssetsPage(root, await get(`/connections/${id}`)).show();
  } catch (error) {
    showPage(root, {title: t('title.assets')}, failure(error));
  }
}

/** The page and the connection that its parts share. */
class AssetsPage {
  constructor(root, connection) {
    this.root = root;
    this.connection = connection;
    this.messages = messagePlace();
    this.places = new Map();
  }

  show() {
    const parts = Object.keys(PARTS).map((name) => {
      const place = el('div', {'data-part': name});
      this.places.set(name, place);
      const lead = el('p.okta-sync-note', {}, t(`assets.${name}.lead`));
      const part = section(t(`assets.${name}.title`), lead, place);
      part.id = `assets-${name}`;
      return part;
    });
    showPage(
      this.root,
      {
        trail: connectionTrail(this.connection),
        title: t('title.assets'),
        tabs: connectionTabs(this.connection, 'assets'),
      },
      el('p.okta-sync-lead', {}, t('assets.lead')),
      this.messages.place,
      parts,
    );
    Object.keys(PARTS).forEach((name) => this.fill(name));
  }

  /** Shows a part anew. */
  fill(name) {
    fill(this.places.get(name), PARTS[name](this));
  }

  /** Shows parts anew whose content depends on what was saved. */
  refresh(...names) {
    names.forEach((name) => this.fill(name));
  }

  value(path) {
    return {path, value: at(this.connection, path)};
  }

  get at() {
    return `/connections/${this.connection.id}/assets`;
  }

  /** Whether Assets can be asked at all. */
  get reachable() {
    return Boolean(this.connection.assets.token?.readable);
  }

  /** Reads the connection again, after something else than a form changed it. */
  async reload() {
    this.connection = await get(`/connections/${this.connection.id}`);
  }

  /** Shows everything as it is saved now. */
  async startAgain() {
    await this.reload();
    this.messages.clear();
    this.show();
  }

  /**
   * Saves settings of Assets, down to single fields.
   *
   * @param wish an object like the connection's, with what is to change
   * @param fields those that errors may belong to
   * @returns whether it was saved
   */
  async save(wish, fields = []) {
    this.messages.clear();
    fields.forEach((field) => field.error(''));
    try {
      const body = {...wish, version: this.connection.version};
      this.connection = await put(`/connections/${this.connection.id}`, body);
      return true;
    } catch (error) {
      const overtaken = stale(error, () => this.startAgain());
      if (overtaken) {
        this.messages.show(overtaken);
        return false;
      }
      const others = showErrors(fields, error.errors ?? []);
      if (error.errors?.length > others.length) {
        const lines = others.map((other) => el('p', {}, other.message ?? other.code));
        this.messages.place.replaceChildren(message('error', t('connection.invalid'), lines));
      } else {
        this.messages.show(failure(error));
      }
      return false;
    }
  }

  /** Saves what fields say. */
  saveFields(fields) {
    const wish = {};
    fields.forEach((field) => field.read(wish));
    return this.save(wish, fields);
  }

  say(text) {
    this.messages.show(message('success', text));
  }
}

const PARTS = {
  destination,
  schema: schemaPanel,
  types,
  build: buildPanel,
  mapping: mappingPanel,
  rules,
  import: importPanel,
};
