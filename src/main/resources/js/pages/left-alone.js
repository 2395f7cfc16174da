/* What the runs of a connection leave alone, why, and what helps. */

import {el, fill, foreign} from '../dom.js';
import {fromAddress, search, toAddress} from '../filters.js';
import {connectionTabs, connectionTrail, showPage} from '../layout.js';
import {empty, failure, loading} from '../message.js';
import {get, query} from '../rest.js';
import {nothingMatches, pagedTable} from '../table.js';
import {t} from '../texts.js';

/** Shows the page. */
export async function show(root, id) {
  fill(root, loading());
  let connection;
  try {
    connection = await get(`/connections/${id}`);
  } catch (error) {
    showPage(root, {title: t('title.left-alone')}, failure(error));
    return;
  }
  const filter = fromAddress(['q']);
  const findings = pagedTable({
    caption: t('title.left-alone'),
    columns: [
      {title: t('changes.kind'), cell: ({kind}) => t(`kind.${kind}`)},
      {title: t('left-alone.subject'), look: 'okta-sync-wide', cell: subject},
      {title: t('left-alone.why'), look: 'okta-sync-wide', cell: why},
    ],
    fetchPage: (start, limit, signal) =>
      get(`/connections/${id}/findings${query({...filter, start, limit})}`, signal),
    nothing: () =>
      filter.q
        ? nothingMatches()
        : empty(t('left-alone.empty'), el('p', {}, t('left-alone.empty-means'))),
  });
  const find = (q) => {
    filter.q = q;
    toAddress(filter);
    findings.first();
  };
  showPage(
    root,
    {
      trail: connectionTrail(connection),
      title: t('title.left-alone'),
      tabs: connectionTabs(connection, 'left-alone'),
    },
    el('p.okta-sync-lead', {}, t('left-alone.lead')),
    el('div.okta-sync-filters', {}, search(t('left-alone.search'), filter.q, find)),
    findings.root,
  );
  await findings.first();
}

function subject(finding) {
  return [
    foreign(finding.subject),
    el('div.okta-sync-note', {}, el('code.okta-sync-foreign', {}, finding.sourceId)),
  ];
}

function why(finding) {
  return el('span.okta-sync-foreign', {dir: 'auto'}, finding.message ?? finding.reason);
}
