/* The first page: a card for each connection, or the way to the first one. */

import {el, fill, link} from '../dom.js';
import {showPage} from '../layout.js';
import {failure, loading} from '../message.js';
import {all, page} from '../rest.js';
import {t} from '../texts.js';
import {connectionCard} from './connection-card.js';
import {healthNotice} from './health.js';
import {steps} from './steps.js';

/** Shows the page. */
export async function show(root) {
  fill(root, loading());
  let connections;
  try {
    connections = await all('/connections');
  } catch (error) {
    showPage(root, {title: t('title.overview')}, failure(error));
    return;
  }
  if (connections.length === 0) {
    showFirstVisit(root);
    return;
  }
  const cards = connections.map(connectionCard);
  const add = link(page('/connections/new'), t('overview.add'), 'a.aui-button');
  const list = el('div.okta-sync-cards', {}, cards);
  showPage(root, {title: t('title.overview'), actions: [add]}, healthNotice(), list);
}

function showFirstVisit(root) {
  const start = link(
    page('/connections/new'),
    t('overview.first.start'),
    'a.aui-button.aui-button-primary',
  );
  showPage(
    root,
    {title: t('title.overview')},
    healthNotice(),
    el('p.okta-sync-lead', {}, t('overview.first.lead')),
    steps({}),
    el('p', {}, start),
    el('p.okta-sync-note', {}, t('overview.first.note')),
  );
}

