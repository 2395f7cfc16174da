/* What an adoption will do and will not do, asked before it is done. */

import {ask} from '../dialog.js';
import {el, foreign} from '../dom.js';
import {number} from '../format.js';
import {t} from '../texts.js';

/** Verdicts whose candidates may be adopted all at once. */
export const IN_BULK = ['exact', 'by-email', 'by-property', 'customer', 'namesake'];

const SHOWN = 10;

/** Asks which verdicts are to be adopted as a whole; null when the person turns back. */
export async function askForBulk(summary) {
  const boxes = IN_BULK
    .filter((verdict) => summary[verdict] > 0)
    .map((verdict) => box(verdict, summary[verdict]));
  const confirmed = await ask({
    title: t('adopt-dialog.bulk-title'),
    content: [
      el('fieldset.group', {}, legend(t('adopt-dialog.which')), boxes.map(({row}) => row)),
      promises(boxes.some(({verdict}) => takesOver(verdict))),
    ],
    confirm: t('adopt-dialog.confirm'),
    ready: () => boxes.some(({input}) => input.checked),
  });
  const chosen = boxes.filter(({input}) => input.checked).map(({verdict}) => verdict);
  return confirmed ? chosen : null;
}

const legend = (text) => el('legend', {}, el('span', {}, text));

function box(verdict, count) {
  const id = `okta-sync-adopt-${verdict}`;
  const input = el('input.checkbox', {type: 'checkbox', id, checked: verdict === 'exact'});
  const text = t('adopt-dialog.verdict', t(`verdict.${verdict}`), number(count));
  const label = el('label', {for: id}, text);
  const means = el('div.description', {}, t(`verdict.${verdict}.means`));
  return {verdict, input, row: el('div.checkbox', {}, input, label, means)};
}

/** Asks whether the candidates that were chosen one by one are to be adopted. */
export function askForChosen(candidates) {
  const named = candidates
    .slice(0, SHOWN)
    .map(({kind, name, verdict}) =>
      el('li', {}, `${t(`kind.${kind}`)}: `, foreign(name), ` (${t(`verdict.${verdict}`)})`),
    );
  const more = candidates.length - named.length;
  const risky = candidates.some(({verdict}) => verdict === 'administrator');
  return ask({
    title: t('adopt-dialog.chosen-title', number(candidates.length)),
    content: [
      el('ul', {}, named, more > 0 && el('li', {}, t('adopt-dialog.more', number(more)))),
      risky && el('p', {}, el('strong', {}, t('adopt-dialog.administrator'))),
      promises(candidates.some(({verdict}) => takesOver(verdict))),
    ],
    confirm: t('adopt-dialog.confirm'),
  });
}

const takesOver = (verdict) => verdict === 'namesake' || verdict === 'namesake-by-name';

/**
 * @param elsewhere whether accounts of other directories are among the candidates
 */
function promises(elsewhere) {
  return [
    el('p', {}, el('strong', {}, t('adopt-dialog.will'))),
    el(
      'ul',
      {},
      el('li', {}, t('adopt-dialog.will-link')),
      el('li', {}, t('adopt-dialog.will-later')),
      elsewhere && el('li', {}, t('adopt-dialog.will-take-over')),
    ),
    el('p', {}, el('strong', {}, t('adopt-dialog.will-not'))),
    el(
      'ul',
      {},
      el('li', {}, t('adopt-dialog.will-not-change')),
      el('li', {}, t('adopt-dialog.will-not-remove')),
      elsewhere && el('li', {}, t('adopt-dialog.will-not-elsewhere')),
      el('li', {}, t('adopt-dialog.will-not-guess')),
    ),
  ];
}
