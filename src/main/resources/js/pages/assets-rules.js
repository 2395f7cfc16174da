/* What becomes of objects that Okta no longer has, how fast is written, and whether at all. */

import {choiceField, numberField, switchField, textField} from '../fields.js';
import {t} from '../texts.js';
import {smallForm} from './assets-form.js';

/** The part. */
export function rules(page) {
  const fields = [
    choiceField({
      ...page.value('assets.missing.action'),
      label: t('field.assets-missing'),
      help: t('field.assets-missing.help'),
      options: ['status', 'ignore', 'archive', 'delete'].map((value) => ({
        value,
        label: t(`field.assets-missing.${value}`),
      })),
    }),
    textField({
      ...page.value('assets.missing.status'),
      label: t('field.assets-status'),
      help: t('field.assets-status.help'),
      maxlength: 30,
    }),
    numberField({
      ...page.value('assets.missing.afterDays'),
      label: t('field.assets-after-days'),
      help: t('field.assets-after-days.help'),
    }),
    numberField({
      ...page.value('assets.missing.afterRuns'),
      label: t('field.assets-after-runs'),
      help: t('field.assets-after-runs.help'),
      min: 1,
    }),
    numberField({
      ...page.value('assets.writesPerMinute'),
      label: t('field.assets-writes'),
      help: t('field.assets-writes.help'),
      min: 1,
    }),
    switchField({
      ...page.value('assets.enabled'),
      label: t('field.assets-enabled'),
      help: t('field.assets-enabled.help'),
    }),
  ];
  const save = async () => {
    if (await page.saveFields(fields)) {
      page.refresh('import');
      page.say(t('assets.rules-saved'));
    }
  };
  return smallForm(fields, t('connection.save'), save);
}
