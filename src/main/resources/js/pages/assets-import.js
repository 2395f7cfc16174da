/* About how much would come, and the ways to begin. */

import {ask} from '../dialog.js';
import {button, el, fill, foreign} from '../dom.js';
import {number} from '../format.js';
import {facts} from '../layout.js';
import {failure, loading, message} from '../message.js';
import {get, page as pageAddress, post} from '../rest.js';
import {t, tParts} from '../texts.js';

const TRIAL = 100;

/** Nobody reads more in a question; the editor shows all. */
const REMARKS = 5;

/** The part. */
export function importPanel(page) {
  const place = el('div', {'aria-live': 'polite'});
  const off = !page.connection.assets.enabled;
  const start = (wish) => () => run(page, wish);
  return [
    off && message('info', t('assets.switched-off')),
    (page.connection.warnings ?? [])
      .filter(({field}) => field.startsWith('assets.'))
      .map((warning) => message('warning', warning.message ?? warning.code)),
    el('p', {}, button(t('assets.estimate'), () => estimate(page, place))),
    place,
    el(
      'p',
      {},
      button(t('assets.test'), start({limit: TRIAL}), {disabled: off}),
      button(t('assets.dry-run'), start({dryRun: true}), {disabled: off}),
      button(t('assets.import'), start({}), {primary: true, disabled: off}),
    ),
    el('p.okta-sync-note', {}, t('assets.import-note')),
  ];
}

async function estimate(page, place) {
  fill(place, loading(t('assets.estimating')));
  try {
    const found = await get(`${page.at}/estimate`);
    const about = (count) =>
      found.atLeast ? t('size.at-least', number(count)) : t('size.about', number(count));
    fill(
      place,
      facts([
        [t('assets.objects'), about(found.objects)],
        [t('assets.type.users'), number(found.users)],
        [t('assets.type.groups'), number(found.groups)],
        [t('assets.type.apps'), number(found.apps)],
        [t('assets.type.devices'), number(found.devices)],
        ...found.others.map((one) => [one.type, number(one.objects)]),
      ]),
      found.notices.map((notice) => message('info', notice.message ?? notice.code)),
    );
  } catch (error) {
    fill(place, failure(error));
  }
}

async function run(page, wish) {
  await page.messages.trying(async () => {
    if (!wish.dryRun && !(await confirmed(page, wish))) {
      return;
    }
    const body = {part: 'assets', mode: 'full', trigger: 'manual', ...wish};
    const begun = await post(`/connections/${page.connection.id}/runs`, body);
    location.assign(pageAddress(`/runs/${begun.id}`));
  });
}

/** What is doubtful is said before it is written. */
async function confirmed(page, wish) {
  const found = await get(`${page.at}/mapping/check`);
  const name = foreign(page.connection.name);
  const what = wish.limit
    ? tParts('assets.import-first', name)
    : tParts('assets.import-all', name);
  return ask({
    title: t('assets.import-title'),
    content: [
      el('p', {}, what),
      el('p', {}, t('assets.import-safe')),
      remarks(found),
    ],
    confirm: t('assets.import-confirm'),
  });
}

function remarks({errors, warnings, conflicts, counts}) {
  const all = [...errors, ...conflicts, ...warnings];
  if (all.length === 0) {
    return null;
  }
  const lines = all
    .slice(0, REMARKS)
    .map((one) => el('li', {}, t('mapping-editor.line', one.line), ': ', one.message));
  return message(
    'warning',
    t('assets.import-found', counts.errors, counts.conflicts, counts.warnings),
    el('ul', {}, lines),
    all.length > REMARKS && el('p', {}, t('assets.import-more', number(all.length - REMARKS))),
  );
}
