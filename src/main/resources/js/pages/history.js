/* All runs, of all connections or of one. */

import {el, fill, foreign, link} from '../dom.js';
import {choice, fromAddress, toAddress} from '../filters.js';
import {duration, elapsed, time} from '../format.js';
import {connectionTabs, connectionTrail, home, showPage} from '../layout.js';
import {empty, failure, loading} from '../message.js';
import {all, get, page, query} from '../rest.js';
import {resultText, runKind, stateLozenge} from '../state.js';
import {pagedTable} from '../table.js';
import {hasText, t} from '../texts.js';

/** Shows the page. */
export async function show(root) {
  fill(root, loading());
  const filter = fromAddress(['connection']);
  let connections;
  try {
    connections = await all('/connections');
  } catch (error) {
    showPage(root, {title: t('title.history')}, failure(error));
    return;
  }
  const chosen = connections.find((connection) => String(connection.id) === filter.connection);
  const names = new Map(connections.map((connection) => [connection.id, connection.name]));
  const runs = pagedTable({
    caption: t('title.history'),
    columns: columns(names),
    fetchPage: (start, limit, signal) => get(`/runs${query({...filter, start, limit})}`, signal),
    nothing: () => empty(t('history.empty'), el('p', {}, link(page(), t('history.empty-remedy')))),
  });
  const options = connections.map(({id, name}) => [String(id), name]);
  const connectionChoice = choice(
    t('history.connection'),
    [['', t('history.all')], ...options],
    filter.connection,
    (connection) => {
      toAddress({connection});
      show(root);
    },
  );
  showPage(
    root,
    {
      trail: chosen ? connectionTrail(chosen) : [home()],
      title: t('title.history'),
      tabs: chosen && connectionTabs(chosen, 'history'),
    },
    el('div.okta-sync-filters', {}, connectionChoice),
    runs.root,
  );
  await runs.first();
}

function columns(names) {
  return [
    {title: t('history.run'), cell: (run) => link(page(`/runs/${run.id}`), `#${run.id}`)},
    {title: t('history.state'), cell: stateLozenge},
    {title: t('history.kind'), cell: runKind},
    {
      title: t('history.connection'),
      look: 'okta-sync-wide',
      cell: (run) => foreign(names.get(run.connectionId) ?? t('history.connection-gone')),
    },
    {title: t('history.started'), look: 'okta-sync-tight', cell: (run) => time(run.startedAt)},
    {title: t('history.duration'), look: 'okta-sync-tight', cell: took},
    {title: t('history.by'), cell: (run) => [foreign(run.startedBy), ' ', trigger(run)]},
    {title: t('history.result'), look: 'okta-sync-wide', cell: resultText},
  ];
}

function took(run) {
  const ended = run.finishedAt ?? (run.state === 'RUNNING' ? undefined : run.heartbeatAt);
  return duration(elapsed(run.startedAt, ended));
}

function trigger(run) {
  const key = `trigger.${run.trigger}`;
  return el('span.okta-sync-note.okta-sync-trigger', {}, hasText(key) ? t(`trigger.${run.trigger}`) : run.trigger);
}
