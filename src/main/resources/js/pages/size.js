/* About how much there is in Okta, and what reading it would take. Asked for beside the page. */

import {button, el, fill} from '../dom.js';
import {duration, number} from '../format.js';
import {facts} from '../layout.js';
import {loading, message} from '../message.js';
import {get, query} from '../rest.js';
import {t} from '../texts.js';

/** A place that fills itself until the connection has had its first full run, and then on demand. */
export function sizePanel(connection) {
  const place = el('div', {'aria-live': 'polite'});
  const look = async () => {
    fill(place, loading(t('size.asking')));
    const found = await get(`/connections/${connection.id}/scope/count`).then(answer, unknown);
    fill(place, found, button(t('size.again'), look));
  };
  hadFullRun(connection).then((had) => (had ? fill(place, button(t('size.ask'), look)) : look()));
  return place;
}

/** Whether there is a run that tells how long a full one takes; true when that is not known. */
async function hadFullRun(connection) {
  try {
    const runs = await get(`/runs${query({connection: connection.id, limit: 20})}`);
    const full = runs.values.some((run) => run.mode === 'full' && run.planFingerprint);
    return full || runs.values.length === 20;
  } catch {
    // The button shows what is wrong.
    return true;
  }
}

function answer(size) {
  const about = (text) => (size.atLeast ? t('size.at-least', text) : t('size.about', text));
  return [
    facts([
      [t('size.people'), about(number(size.people))],
      [t('size.groups'), about(number(size.groups))],
      [t('size.memberships'), size.memberships === null ? null : about(number(size.memberships))],
      [t('size.calls'), about(number(size.estimate.calls))],
      [t('size.time'), about(duration(size.estimate.seconds * 1000))],
    ]),
    el('p.okta-sync-note', {}, t('size.note')),
  ];
}

function unknown(error) {
  const reasons = (error.errors ?? []).map((one) => el('p', {}, one.message ?? one.code));
  return message('warning', t('size.unknown'), reasons.length > 0 ? reasons : error.message);
}
