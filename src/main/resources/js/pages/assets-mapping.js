/* The mapping, in the editor. */

import {button, el} from '../dom.js';
import {get, post} from '../rest.js';
import {t} from '../texts.js';
import {mountMappingEditor} from './assets-mapping-editor.js';

/** The part. */
export function mappingPanel(page) {
  const place = el('div');
  const at = `${page.at}/mapping`;
  const editor = mountMappingEditor(place, {
    text: page.connection.assets.mapping,
    check: (text, edit) => post(`${at}/check`, {text, edit}),
    preview: (text, mapping) => post(`${at}/preview`, {text, mapping}),
    names: () => get(`${at}/names`),
  });
  const save = async () => {
    if (await page.save({assets: {mapping: editor.text()}})) {
      page.refresh('build');
      page.say(t('assets.mapping-saved'));
    }
  };
  return [place, el('p', {}, button(t('assets.save-mapping'), save, {primary: true}))];
}
