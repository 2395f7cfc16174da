/* Starts a run and goes to its page; a sync asks first. */

import {ask} from '../dialog.js';
import {el, foreign} from '../dom.js';
import {page, post} from '../rest.js';
import {t, tParts} from '../texts.js';

/**
 * Starts a dry run or a sync of a connection; a refusal is shown among the messages.
 *
 * @param mode `incremental` to look at what changed, where that can be told, or `full`
 */
export async function startRun(connection, {dryRun = false, mode = 'full'}, messages) {
  if (!dryRun && !(await confirmed(connection, mode))) {
    return;
  }
  await messages.trying(async () => {
    const wish = {dryRun, mode, trigger: 'manual'};
    const run = await post(`/connections/${connection.id}/runs`, wish);
    location.assign(page(`/runs/${run.id}`));
  });
}

function confirmed(connection, mode) {
  return ask({
    title: t('sync-dialog.title'),
    content: [
      el('p', {}, tParts('sync-dialog.does', foreign(connection.name))),
      el('p', {}, t(`sync-dialog.${mode}`)),
      el('p', {}, t('sync-dialog.limits')),
      el('p', {}, t('sync-dialog.dry-run-first')),
    ],
    confirm: t('sync-dialog.confirm'),
  });
}
