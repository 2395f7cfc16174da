/* Which object types are kept, and what they are called. */

import {el} from '../dom.js';
import {switchField, textField} from '../fields.js';
import {t} from '../texts.js';
import {smallForm} from './assets-form.js';

export const TYPES = ['users', 'groups', 'roles', 'apps', 'devices'];

/** The part. */
export function types(page) {
  const fields = TYPES.flatMap((type) => [
    switchField({
      ...page.value(`assets.types.${type}.on`),
      label: t(`assets.type.${type}`),
      help: t(`assets.type.${type}.help`),
    }),
    textField({
      ...page.value(`assets.types.${type}.name`),
      label: t('assets.type-name', t(`assets.type.${type}`)),
      maxlength: 250,
    }),
  ]);
  const save = async () => {
    if (await page.saveFields(fields)) {
      page.refresh('types', 'build', 'import');
      page.say(t('assets.types-saved'));
    }
  };
  return el('div.okta-sync-types', {}, smallForm(fields, t('connection.save'), save));
}
