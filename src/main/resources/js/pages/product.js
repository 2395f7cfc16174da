/* What concerns the whole product: how long runs are kept, people to be forgotten, support. */

import {ask} from '../dialog.js';
import {button, el, fill} from '../dom.js';
import {numberField, showErrors, textField} from '../fields.js';
import {home, section, showPage} from '../layout.js';
import {failure, loading, message, messagePlace, stale} from '../message.js';
import {address, all, get, post, put} from '../rest.js';
import {number} from '../format.js';
import {configuration} from './configuration.js';
import {t} from '../texts.js';

/** Shows the page. */
export async function show(root) {
  fill(root, loading());
  try {
    const [settings, size, connections] = await Promise.all([
      get('/settings'),
      get('/journal/size'),
      all('/connections'),
    ]);
    const messages = messagePlace();
    showPage(
      root,
      {trail: [home()], title: t('title.product')},
      messages.place,
      history(settings, size, messages, root),
      people(connections, messages),
      configuration(),
      support(),
    );
  } catch (error) {
    showPage(root, {trail: [home()], title: t('title.product')}, failure(error));
  }
}

function history(settings, size, messages, root) {
  const field = (name, max) =>
    numberField({
      path: `retention.${name}`,
      label: t(`retention.${name}`),
      help: t(`retention.${name}.help`),
      value: settings.retention[name],
      max,
    });
  const fields = [field('days', 3650), field('runs', 100000), field('dryRuns', 1000)];
  const save = async () => {
    const wanted = {version: settings.version};
    fields.forEach((each) => each.read(wanted));
    const reload = () => show(root);
    await sending(
      fields,
      messages,
      async () => {
        await put('/settings', wanted);
        await reload();
      },
      reload,
    );
  };
  return section(
    t('retention.title'),
    el('p', {}, t('retention.lead')),
    el('p', {}, t('retention.size', number(size.rows), number(size.megabytes))),
    form(fields, t('retention.save'), save),
  );
}

function people(connections, messages) {
  if (connections.length === 0) {
    return null;
  }
  const options = connections.map(({id, name}) => el('option', {value: String(id)}, name));
  const choice = el('select.select', {id: 'okta-sync-forget-connection'}, options);
  const label = el('label', {for: 'okta-sync-forget-connection'}, t('forget.connection'));
  const person = textField({
    path: 'sourceId',
    label: t('forget.person'),
    help: t('forget.person.help'),
    spellcheck: 'false',
    autocomplete: 'off',
  });
  const forget = async () => {
    const wish = {connectionId: Number(choice.value)};
    person.read(wish);
    const confirmed = await ask({
      title: t('forget.title'),
      content: [el('p', {}, t('forget.means')), el('p', {}, t('forget.ends'))],
      confirm: t('forget.confirm'),
    });
    if (confirmed) {
      await sending([person], messages, async () => {
        const done = await post('/people/forget', wish);
        const notices = done.notices.map((notice) => el('p', {}, notice.message ?? notice.code));
        messages.show(message('success', t('forget.done'), notices));
      });
    }
  };
  return section(
    t('forget.title'),
    el('p', {}, t('forget.lead')),
    el('form.aui.top-label', {}, el('div.field-group', {}, label, choice)),
    form([person], t('forget.do'), forget),
  );
}

function support() {
  const download = el('a.aui-button', {href: address('/support.zip')}, t('support.download'));
  return section(t('support.title'), el('p', {}, t('support.lead')), el('p', {}, download));
}

/** Fields with one button below them. */
function form(fields, text, work) {
  const submit = (event) => {
    event.preventDefault();
    go.click();
  };
  const go = button(text, work);
  const elements = fields.map(({element}) => element);
  return el('form.aui.top-label', {submit, novalidate: true}, elements, el('p', {}, go));
}

async function sending(fields, messages, work, reload) {
  messages.clear();
  try {
    await work();
  } catch (error) {
    const overtaken = stale(error, reload);
    if (overtaken) {
      messages.show(overtaken);
      return;
    }
    const others = showErrors(fields, error.errors ?? []);
    if (others.length > 0 || !error.errors?.length) {
      messages.show(failure(error));
    }
  }
}
