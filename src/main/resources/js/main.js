/* Starts the page that the frame names. */

import {el, fill} from './dom.js';
import {page, useContext} from './rest.js';
import {loadTexts} from './texts.js';

const PAGES = {
  overview: () => import('./pages/overview.js'),
  connection: () => import('./pages/connection.js'),
  mapping: () => import('./pages/mapping.js'),
  groups: () => import('./pages/groups.js'),
  person: () => import('./pages/person.js'),
  adoption: () => import('./pages/adoption.js'),
  links: () => import('./pages/links.js'),
  'left-alone': () => import('./pages/left-alone.js'),
  assets: () => import('./pages/assets.js'),
  disconnect: () => import('./pages/disconnect.js'),
  directories: () => import('./pages/directories.js'),
  history: () => import('./pages/history.js'),
  product: () => import('./pages/product.js'),
  run: () => import('./pages/run.js'),
};

const root = document.getElementById('okta-sync');
useContext(root.dataset.context);
try {
  const [{show}] = await Promise.all([PAGES[root.dataset.page](), loadTexts(page('/texts.json'))]);
  await show(root, root.dataset.id);
} catch (error) {
  // Pages show their own failures; here not even the texts may be there.
  fill(root, el('div.aui-message.aui-message-error', {role: 'alert'}, root.dataset.failed));
  throw error;
}
