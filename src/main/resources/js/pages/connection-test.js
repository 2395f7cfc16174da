/* What the test of a connection found, step by step. */

import {el, foreign} from '../dom.js';
import {message} from '../message.js';
import {lozenge} from '../state.js';
import {hasText, t, tParts} from '../texts.js';

/** The answer of the test as a message with one line for each step. */
export function testResult(result) {
  const lines = result.checks.map((check) =>
    el(
      'li',
      {},
      lozenge(check.ok ? 'success' : 'removed', check.ok ? t('test.ok') : t('test.failed')),
      el('strong', {}, stepName(check.name)),
      el('span', {}, check.message),
    ),
  );
  const title = result.ok ? t('test.all-ok') : t('test.not-ok');
  const organisation =
    result.organisation?.name &&
    el('p', {}, tParts('test.organisation', foreign(result.organisation.name)));
  return message(
    result.ok ? 'success' : 'error',
    title,
    organisation,
    el('ul.okta-sync-checks', {}, lines),
  );
}

function stepName(name) {
  return hasText(`test.step.${name}`) ? t(`test.step.${name}`) : name;
}
