/* The object schema: chosen or made, linked to, and kept from those whom it does not concern. */

import {ask} from '../dialog.js';
import {button, el, fill, foreign} from '../dom.js';
import {textField} from '../fields.js';
import {number} from '../format.js';
import {facts} from '../layout.js';
import {empty, failure, loading, message} from '../message.js';
import {get, post, put, query} from '../rest.js';
import {t, tParts} from '../texts.js';
import {smallForm} from './assets-form.js';

const SHOWN = 20;

/** The part. */
export function schemaPanel(page) {
  if (!page.reachable) {
    return message('info', t('assets.token-first'));
  }
  const chosen = el('div', {'aria-live': 'polite'});
  const found = el('div', {'aria-live': 'polite'});
  showChosen(page, chosen);
  return [chosen, finder(page, found), found, creation(page)];
}

async function showChosen(page, place) {
  const id = page.connection.assets.schemaId;
  if (!id) {
    fill(place, message('info', t('assets.no-schema')));
    return;
  }
  fill(place, loading());
  try {
    const schemas = await get(`${page.at}/schemas${query({limit: 1000})}`);
    const schema = schemas.values.find((one) => one.id === id);
    fill(place, schema ? present(page, schema) : message('error', t('assets.schema-gone')));
  } catch (error) {
    fill(place, failure(error));
  }
}

function present(page, schema) {
  return [
    facts([
      [t('assets.schema'), outside(schema)],
      [t('assets.schema-key'), schema.key],
      [t('assets.schema-types'), number(schema.types)],
      [t('assets.schema-objects'), number(schema.objects)],
    ]),
    el('p', {}, button(t('assets.restrict'), () => restrict(page, schema))),
  ];
}

function outside(schema) {
  return el('a', {href: schema.link, target: '_blank', rel: 'noopener'}, foreign(schema.name));
}

function finder(page, place) {
  const field = textField({path: 'q', label: t('assets.find-schema'), spellcheck: 'false'});
  const find = async () => {
    fill(place, loading());
    try {
      const q = field.input.value.trim();
      const answer = await get(`${page.at}/schemas${query({q, limit: SHOWN})}`);
      fill(place, list(page, answer));
    } catch (error) {
      fill(place, failure(error));
    }
  };
  return smallForm([field], t('assets.find'), find);
}

function list(page, answer) {
  if (answer.values.length === 0) {
    return empty(t('assets.none-found'));
  }
  const rows = answer.values.map((schema) =>
    el(
      'li',
      {},
      outside(schema),
      ` (${schema.key}) `,
      button(t('assets.use-schema'), () => use(page, schema), {
        disabled: schema.id === page.connection.assets.schemaId,
      }),
    ),
  );
  const rest = answer.total - answer.values.length;
  return [
    el('ul.okta-sync-checks', {}, rows),
    rest > 0 && el('p.okta-sync-note', {}, t('assets.more-found', number(rest))),
  ];
}

async function use(page, schema) {
  if (await page.save({assets: {schemaId: schema.id}})) {
    page.refresh('schema', 'types', 'build', 'import');
    page.say(t('assets.schema-chosen', schema.name));
  }
}

function creation(page) {
  const fields = [
    textField({path: 'name', label: t('assets.schema-name'), value: 'Okta', maxlength: 250}),
    textField({path: 'key', label: t('assets.schema-key'), value: 'OKT', maxlength: 10}),
    textField({
      path: 'description',
      label: t('assets.schema-description'),
      value: 'Auto-generated Okta data.',
    }),
  ];
  const create = () =>
    page.messages.trying(async () => {
      const wish = {};
      fields.forEach((field) => field.read(wish));
      const made = await post(`${page.at}/schemas`, wish);
      await use(page, made);
    });
  return el(
    'details.okta-sync-more',
    {open: !page.connection.assets.schemaId},
    el('summary', {}, t('assets.new-schema')),
    smallForm(fields, t('assets.create-schema'), create),
  );
}

/** Shows who would keep a role, and takes the others out once that is confirmed. */
async function restrict(page, schema) {
  await page.messages.trying(async () => {
    const answer = await get(`${page.at}/roles`);
    if (!answer.offered) {
      page.messages.show(
        message('info', t('assets.roles-by-hand'), steps(), el('p', {}, outside(schema))),
      );
      return;
    }
    const confirmed = await ask({
      title: t('assets.restrict-title'),
      content: [el('p', {}, t('assets.restrict-means')), answer.roles.map(roleChange)],
      confirm: t('assets.restrict-confirm'),
    });
    if (confirmed) {
      const roles = answer.roles.map(({id, restricted}) => ({id, ...restricted}));
      await put(`${page.at}/roles`, {roles});
      page.say(t('assets.restricted'));
    }
  });
}

function steps() {
  const names = ['open', 'configure', 'remove', 'add'];
  return el('ol', {}, names.map((name) => el('li', {}, t(`assets.roles-step.${name}`))));
}

function roleChange(role) {
  const kept = [...role.restricted.users, ...role.restricted.groups];
  const gone = [...role.users, ...role.groups].filter((name) => !kept.includes(name));
  return el(
    'div',
    {},
    el('strong', {}, foreign(role.name)),
    el('p', {}, tParts('assets.role-keeps', foreign(kept.join(', ') || '-'))),
    gone.length > 0 && el('p', {}, tParts('assets.role-loses', foreign(gone.join(', ')))),
  );
}
