/* What a connection owns in Jira: seen, given up, and for groups whose members are kept. */

import {ask} from '../dialog.js';
import {button, el, fill, foreign} from '../dom.js';
import {fromAddress, search, toAddress} from '../filters.js';
import {connectionTabs, connectionTrail, showPage} from '../layout.js';
import {empty, failure, loading, message, messagePlace} from '../message.js';
import {get, post, query} from '../rest.js';
import {lozenge} from '../state.js';
import {nothingMatches, pagedTable} from '../table.js';
import {t, tParts} from '../texts.js';

/** Shows the page. */
export async function show(root, id) {
  fill(root, loading());
  let connection;
  try {
    connection = await get(`/connections/${id}`);
  } catch (error) {
    showPage(root, {title: t('title.links')}, failure(error));
    return;
  }
  const filter = fromAddress(['q']);
  const messages = messagePlace();
  const links = pagedTable({
    caption: t('title.links'),
    columns: columns(messages, () => links.load()),
    fetchPage: (start, limit, signal) =>
      get(`/connections/${id}/links${query({...filter, start, limit})}`, signal),
    nothing: () =>
      filter.q ? nothingMatches() : empty(t('links.empty'), el('p', {}, t('links.empty-means'))),
  });
  const find = (q) => {
    filter.q = q;
    toAddress(filter);
    links.first();
  };
  showPage(
    root,
    {
      trail: connectionTrail(connection),
      title: t('title.links'),
      tabs: connectionTabs(connection, 'links'),
    },
    el('p.okta-sync-lead', {}, t('links.lead')),
    messages.place,
    el('div.okta-sync-filters', {}, search(t('links.search'), filter.q, find)),
    links.root,
  );
  await links.first();
}

function columns(messages, reload) {
  return [
    {title: t('changes.kind'), cell: ({kind}) => t(`kind.${kind}`)},
    {title: t('links.name'), look: 'okta-sync-wide', cell: name},
    {
      title: t('links.source-id'),
      look: 'okta-sync-tight',
      cell: ({sourceId}) => el('code', {}, sourceId),
    },
    {title: t('links.origin'), cell: ({origin}) => t(`origin.${origin}`)},
    {
      title: t('links.keep'),
      cell: (link) => link.kind === 'group' && keepSwitch(link, messages, reload),
    },
    {
      title: t('links.actions'),
      hidden: true,
      cell: (link) =>
        button(t('links.release'), () => release(link, messages, reload), {subtle: true}),
    },
  ];
}

function name(link) {
  const mark = link.namedByAdministrator && lozenge('moved', t('links.protected'));
  return [foreign(link.name), ' ', mark];
}

function keepSwitch(link, messages, reload) {
  const input = el('input', {
    type: 'checkbox',
    checked: link.keepUnownedMembers,
    'aria-label': t('links.keep-of', link.name),
    change: async () => {
      const keep = input.checked;
      input.checked = link.keepUnownedMembers;
      if (keep || (await confirmEnd(link))) {
        await messages.trying(async () => {
          await post(`/links/${link.id}/keep-unowned-members`, {keep});
          messages.show(message('success', keep ? t('links.kept') : t('links.not-kept')));
        });
        await reload();
      }
    },
  });
  return el('label', {}, input, ' ', t('links.keep-short'));
}

function confirmEnd(link) {
  return ask({
    title: t('keep-dialog.title'),
    content: [
      el('p', {}, tParts('keep-dialog.means', foreign(link.name))),
      el('p', {}, t('keep-dialog.dry-run')),
    ],
    confirm: t('keep-dialog.confirm'),
  });
}

async function release(link, messages, reload) {
  const confirmed = await ask({
    title: t('release-dialog.title'),
    content: [
      el('p', {}, tParts('release-dialog.means', foreign(link.name))),
      el('p', {}, t('release-dialog.stays')),
    ],
    confirm: t('release-dialog.confirm'),
  });
  if (confirmed) {
    await messages.trying(async () => {
      await post(`/links/${link.id}/release`);
      messages.show(message('success', t('links.released')));
    });
    await reload();
  }
}
