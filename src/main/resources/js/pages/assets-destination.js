/* Which Jira's Assets, and what the product may do there. */

import {el, fill} from '../dom.js';
import {choiceField, textField} from '../fields.js';
import {time} from '../format.js';
import {failure, loading} from '../message.js';
import {post} from '../rest.js';
import {t} from '../texts.js';
import {smallForm} from './assets-form.js';
import {testResult} from './connection-test.js';

/** The part. */
export function destination(page) {
  // What was found stays while the form is shown anew with what was saved.
  const results = (page.checked ??= el('div', {'aria-live': 'polite'}));
  const fields = [site(page), address(page), token(page)];
  const check = async () => {
    if (!(await page.saveFields(fields))) {
      return;
    }
    page.refresh('destination', 'schema', 'build', 'import');
    fill(results, loading(t('assets.checking')));
    try {
      fill(results, testResult(await post(`${page.at}/check`)));
    } catch (error) {
      fill(results, failure(error));
    }
  };
  return [smallForm(fields, t('assets.save-and-check'), check), results];
}

function site(page) {
  return choiceField({
    ...page.value('assets.site'),
    label: t('field.assets-site'),
    options: ['current', 'external'].map((value) => ({
      value,
      label: t(`field.assets-site.${value}`),
      help: t(`field.assets-site.${value}.help`),
    })),
  });
}

function address(page) {
  return textField({
    ...page.value('assets.url'),
    label: t('field.assets-url'),
    help: t('field.assets-url.help'),
    inputmode: 'url',
    spellcheck: 'false',
  });
}

/** What is set is never shown; an empty field keeps it. */
function token(page) {
  const present = page.connection.assets.token;
  const state = present?.set && !present.readable ? 'unreadable' : 'set';
  const help = present?.set
    ? [t(`field.assets-token.${state}`, present.setBy ?? ''), ' ', time(present.setAt)]
    : t('field.assets-token.help');
  return textField({
    path: 'assets.token',
    label: t('field.assets-token'),
    help: el('span', {}, help),
    type: 'password',
    autocomplete: 'new-password',
  });
}
