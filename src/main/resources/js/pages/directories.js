/* The user directories of this Jira, in their order: made, switched on and off, deleted. */

import {ask} from '../dialog.js';
import {button, el, fill, foreign, link} from '../dom.js';
import {showErrors, textField} from '../fields.js';
import {number} from '../format.js';
import {home, section, showPage} from '../layout.js';
import {failure, loading, message, messagePlace} from '../message.js';
import {all, get, page, post, put, query, remove} from '../rest.js';
import {lozenge} from '../state.js';
import {table} from '../table.js';
import {t, tParts} from '../texts.js';

/** Shows the page. */
export async function show(root) {
  fill(root, loading());
  const messages = messagePlace();
  const list = el('div', {});
  const reload = async () => {
    const [directories, connections] = await Promise.all([all('/directories'), all('/connections')]);
    fill(list, listOf(directories, connections, messages, reload));
  };
  try {
    await reload();
  } catch (error) {
    showPage(root, {trail: [home()], title: t('title.directories')}, failure(error));
    return;
  }
  showPage(
    root,
    {trail: [home()], title: t('title.directories')},
    el('p.okta-sync-lead', {}, t('directories.lead')),
    messages.place,
    list,
    creation(messages, reload),
  );
}

function listOf(directories, connections, messages, reload) {
  const filledBy = new Map(connections.map((each) => [each.directory?.id, each]));
  return table(
    t('title.directories'),
    [
      {title: t('directories.position'), cell: ({position}) => number(position + 1)},
      {title: t('directories.name'), look: 'okta-sync-wide', cell: ({name}) => foreign(name)},
      {title: t('directories.type'), cell: ({type}) => type},
      {title: t('directories.state'), cell: state},
      {title: t('directories.connection'), cell: ({id}) => filler(filledBy.get(id))},
      {
        title: t('directories.actions'),
        hidden: true,
        cell: (directory) => actions(directory, filledBy.get(directory.id), messages, reload),
      },
    ],
    directories,
  );
}

function state({active}) {
  return active
    ? lozenge('success', t('directories.on'))
    : lozenge('default', t('directories.off'));
}

function filler(connection) {
  return connection && link(page(`/connections/${connection.id}`), foreign(connection.name));
}

function actions(directory, connection, messages, reload) {
  if (directory.type !== 'INTERNAL') {
    return el('span.description', {}, t('directories.elsewhere'));
  } else if (connection && directory.active) {
    return el('span.description', {}, t('directories.filled'));
  }
  const act = (text, label, work) => {
    const pressed = button(text, work, {subtle: true});
    pressed.setAttribute('aria-label', label);
    return pressed;
  };
  const {name, active} = directory;
  return [
    active
      ? act(t('directories.disable'), t('directories.disable-of', name), () =>
          switchOff(directory, messages, reload))
      : act(t('directories.enable'), t('directories.enable-of', name), () =>
          turn(directory, true, messages, reload)),
    ' ',
    !connection &&
      act(t('directories.delete'), t('directories.delete-of', name), () =>
      destroy(directory, messages, reload)),
  ];
}

async function switchOff(directory, messages, reload) {
  const confirmed = await ask({
    title: t('directories.disable-title'),
    content: [el('p', {}, tParts('directories.disable-means', foreign(directory.name)))],
    confirm: t('directories.disable'),
  });
  if (confirmed) {
    await turn(directory, false, messages, reload);
  }
}

async function turn({id, name}, active, messages, reload) {
  await messages.trying(async () => {
    await put(`/directories/${id}`, {active});
    const done = active ? t('directories.enabled', name) : t('directories.disabled', name);
    messages.show(message('success', done));
    await reload();
  });
}

async function destroy({id, name}, messages, reload) {
  await messages.trying(async () => {
    const {accounts} = await get(`/directories/${id}/accounts`);
    if (await mayGo(name, accounts)) {
      await remove(`/directories/${id}${query({name, accounts})}`);
      messages.show(message('success', t('directories.deleted', name)));
      await reload();
    }
  });
}

/** The name is typed, and the number of those who go with it is said before. */
function mayGo(name, accounts) {
  const input = el('input.text.long-field', {id: 'okta-sync-typed-name', autocomplete: 'off'});
  const label = el('label', {for: 'okta-sync-typed-name'}, t('directories.type-name'));
  const losses =
    accounts === 0
      ? el('p', {}, t('directories.delete-empty'))
      : el('p', {}, el('strong', {}, t('directories.delete-accounts', number(accounts))));
  return ask({
    title: t('directories.delete-title'),
    content: [
      el('p', {}, tParts('directories.delete-means', foreign(name))),
      losses,
      el('div.field-group', {}, label, input),
    ],
    confirm: t('directories.delete'),
    ready: () => input.value.trim() === name,
  });
}

function creation(messages, reload) {
  const name = textField({
    path: 'name',
    label: t('directories.new-name'),
    help: t('directories.new-help'),
    maxlength: 255,
    autocomplete: 'off',
  });
  const create = async () => {
    const wish = {};
    name.read(wish);
    messages.clear();
    try {
      const made = await post('/directories', wish);
      name.error('');
      name.input.value = '';
      messages.show(message('success', t('directories.created', made.name, number(made.position + 1))));
      await reload();
    } catch (error) {
      const others = showErrors([name], error.errors ?? []);
      if (others.length > 0 || !error.errors?.length) {
        messages.show(failure(error));
      }
    }
  };
  const go = button(t('directories.create'), create);
  const submit = (event) => {
    event.preventDefault();
    go.click();
  };
  const form = el('form.aui.top-label', {submit, novalidate: true}, name.element, el('p', {}, go));
  return section(t('directories.new-title'), form);
}
