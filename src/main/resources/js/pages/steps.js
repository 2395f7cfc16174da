/* The way from nothing to the first sync, as a list of steps with what is done and what is next. */

import {el} from '../dom.js';
import {t} from '../texts.js';

const STEPS = ['connect', 'directory', 'adopt', 'dry-run', 'sync', 'schedule'];

/**
 * The list.
 *
 * @param done names of steps that are done, as properties; adoption may be passed over
 */
export function steps(done) {
  const next = STEPS.find((name) => !done[name] && name !== 'adopt');
  return el(
    'ol.okta-sync-steps',
    {},
    STEPS.map((name) => {
      const state = done[name] ? 'done' : name === next ? 'next' : 'open';
      return el(
        `li.okta-sync-step-${state}`,
        {'aria-current': state === 'next' && 'step'},
        el('strong', {}, t(`step.${name}.title`)),
        state === 'done' && el('span.okta-sync-step-mark', {}, t('step.done')),
        el('span.okta-sync-note', {}, t(`step.${name}.text`)),
      );
    }),
  );
}
