/* What a check found, each with the way to its line, and to the text that mends it. */

import {button, el, fill} from '../dom.js';
import {message} from '../message.js';
import {t} from '../texts.js';

/**
 * The list below the editor.
 *
 * @param go called with a finding whose line is wanted
 * @param mend called with the text that mends what was found
 */
export function mappingFindings({id, go, mend}) {
  const summary = el('p.okta-sync-mapping-summary', {id, role: 'status'});
  const place = el('div', {});
  return {
    element: el('div.okta-sync-mapping-findings', {}, summary, place),
    /** Says that a check is under way. */
    wait() {
      summary.textContent = t('mapping-editor.checking');
    },
    /** Shows what a check answered. */
    show({errors, warnings, conflicts, current, notices, counts}) {
      summary.textContent =
        errors.length + warnings.length + conflicts.length === 0
          ? t('mapping-editor.fine')
          : t('mapping-editor.found', counts.errors, counts.conflicts, counts.warnings);
      fill(
        place,
        notices.map((notice) => message('info', t('mapping-editor.not-compared'), notice.message)),
        part('error', errors, go),
        conflicts.map((conflict) => conflictBox(conflict, go, mend)),
        part('warning', warnings, go),
        current && currentBox(current, mend),
      );
    },
  };
}

function part(kind, found, go) {
  return (
    found.length > 0 &&
    el(
      `ul.okta-sync-mapping-${kind}s`,
      {'aria-label': t(`mapping-editor.${kind}s`)},
      found.map((one) => el('li', {}, lineButton(one, go), ' ', one.message)),
    )
  );
}

function lineButton(one, go) {
  return button(t('mapping-editor.line', one.line), () => go(one), {subtle: true});
}

/** Names that are out of date are all written anew by one press. */
function currentBox(current, mend) {
  const take = button(t('mapping-editor.take'), () => mend(current));
  return message('info', t('mapping-editor.current'), el('p', {}, take));
}

function conflictBox(conflict, go, mend) {
  const fix =
    conflict.fix && button(t('mapping-editor.fix'), () => mend(conflict.fix), {primary: true});
  return message(
    'warning',
    t('mapping-editor.conflict'),
    el('p', {}, lineButton(conflict, go), ' ', conflict.message),
    fix,
  );
}
