/* What stands above the content of every page: where one is, the title, and the way around. */

import {el, fill, foreign} from './dom.js';
import {page} from './rest.js';
import {t} from './texts.js';

/** Replaces the whole page: trail, title with actions, and content. */
export function showPage(root, {trail = [], title, actions = [], tabs = null}, ...content) {
  const heading = el('h2', {}, title);
  fill(
    root,
    trail.length > 0 && breadcrumbs(trail),
    el('div.okta-sync-head', {}, heading, el('div.okta-sync-actions', {}, actions)),
    tabs,
    content,
  );
}

function breadcrumbs(trail) {
  return el(
    'nav',
    {'aria-label': t('frame.trail')},
    el(
      'ol.aui-nav.aui-nav-breadcrumbs.okta-sync-trail',
      {},
      trail.map(([href, text]) => el('li', {}, el('a', {href}, foreign(text)))),
    ),
  );
}

/** The way back to the overview. */
export const home = () => [page(), t('frame.product')];

/** The pages of one connection. */
export function connectionTabs(connection, current) {
  const at = `/connections/${connection.id}`;
  const entries = [
    ['connection', page(at), t('tab.connection')],
    ['assets', page(`${at}/assets`), t('tab.assets')],
    ['mapping', page(`${at}/mapping`), t('tab.mapping')],
    ['groups', page(`${at}/groups`), t('tab.groups')],
    ['person', page(`${at}/person`), t('tab.person')],
    ['adoption', page(`${at}/adoption`), t('tab.adoption')],
    ['links', page(`${at}/links`), t('tab.links')],
    ['left-alone', page(`${at}/left-alone`), t('tab.left-alone')],
    ['history', page(`/runs?connection=${connection.id}`), t('tab.history')],
    ['disconnect', page(`${at}/disconnect`), t('tab.disconnect')],
  ];
  const items = entries.map(([name, href, text]) =>
    el('li', {}, el('a', {href, 'aria-current': name === current && 'page'}, text)),
  );
  return el('nav.okta-sync-tabs', {'aria-label': t('tab.label')}, el('ul', {}, items));
}

/** The trail of a page that belongs to a connection. */
export const connectionTrail = (connection) => [
  home(),
  [page(`/connections/${connection.id}`), connection.name],
];

/** A section with a heading. */
export function section(title, ...content) {
  return el('section.okta-sync-section', {}, el('h3', {}, title), content);
}

/** A long page of sections with ids, beside a list of them that stays in sight. */
export function besideItsContents(content, sections) {
  const entries = sections.map((part) => {
    const title = part.querySelector('h3').textContent;
    return el('li', {}, el('a', {href: `#${part.id}`}, title));
  });
  const label = t('frame.contents');
  const list = el('nav.okta-sync-contents', {'aria-label': label}, el('ul', {}, entries));
  return el('div.okta-sync-beside', {}, list, content);
}

/** Pairs of name and value; values that are missing are left out. */
export function facts(pairs) {
  return el(
    'dl.okta-sync-facts',
    {},
    pairs
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))),
  );
}
