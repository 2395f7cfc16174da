/* The end of a connection: what stays, and what is removed when it is chosen. */

import {ask} from '../dialog.js';
import {button, el, fill, foreign, link} from '../dom.js';
import {showErrors, switchField} from '../fields.js';
import {connectionTabs, connectionTrail, home, section, showPage} from '../layout.js';
import {failure, loading, message, messagePlace} from '../message.js';
import {get, page, post} from '../rest.js';
import {t, tParts} from '../texts.js';

/** Shows the page. */
export async function show(root, id) {
  fill(root, loading());
  try {
    const [connection, offer] = await Promise.all([
      get(`/connections/${id}`),
      get(`/connections/${id}/disconnect`),
    ]);
    showOffer(root, connection, offer);
  } catch (error) {
    showPage(root, {trail: [home()], title: t('title.disconnect')}, failure(error));
  }
}

function showOffer(root, connection, offer) {
  const messages = messagePlace();
  const fields = offer.removable.map((part) =>
    switchField({path: part.what, label: part.message ?? part.code, value: false}),
  );
  const work = () => disconnect(root, connection, fields, messages);
  showPage(
    root,
    {
      trail: connectionTrail(connection),
      title: t('title.disconnect'),
      tabs: connectionTabs(connection, 'disconnect'),
    },
    messages.place,
    el('p.okta-sync-lead', {}, t('disconnect.lead')),
    section(t('disconnect.stays'), lines(offer.stays)),
    section(
      t('disconnect.removable'),
      el('p', {}, t('disconnect.choose')),
      el('form.aui', {}, fields.map(({element}) => element)),
    ),
    el('p', {}, button(t('disconnect.do'), work)),
  );
}

function lines(parts) {
  return el('ul.okta-sync-foreign', {}, parts.map((part) => el('li', {}, part.message ?? part.code)));
}

async function disconnect(root, connection, fields, messages) {
  const chosen = {};
  fields.forEach((field) => field.read(chosen));
  const input = el('input.text.long-field', {id: 'okta-sync-typed-name', autocomplete: 'off'});
  const label = el('label', {for: 'okta-sync-typed-name'}, t('delete.type-name'));
  const confirmed = await ask({
    title: t('disconnect.title'),
    content: [
      el('p', {}, tParts('disconnect.what', foreign(connection.name))),
      el('div.field-group', {}, label, input),
    ],
    confirm: t('disconnect.confirm'),
    ready: () => input.value.trim() === connection.name,
  });
  if (!confirmed) {
    return;
  }
  try {
    const wish = {...chosen, confirm: connection.name};
    const done = await post(`/connections/${connection.id}/disconnect`, wish);
    showDone(root, done);
  } catch (error) {
    const others = showErrors(fields, error.errors ?? []);
    if (others.length > 0 || !error.errors?.length) {
      messages.show(failure(error));
    }
  }
}

function showDone(root, done) {
  const removed = done.removed.length > 0 && lines(done.removed);
  showPage(
    root,
    {trail: [home()], title: t('title.disconnect')},
    message('success', t('disconnect.done'), el('p', {}, link(page(), t('disconnect.next')))),
    removed && section(t('disconnect.removed'), removed),
    section(t('disconnect.stays'), lines(done.stays)),
  );
}
