/* What the product misses in this Jira, or finds broken. Asked for beside the page. */

import {el, fill} from '../dom.js';
import {failure, message} from '../message.js';
import {get} from '../rest.js';
import {t} from '../texts.js';

/** A place that stays empty while all is well. */
export function healthNotice() {
  const place = el('div', {});
  get('/health').then(
    ({checks}) => fill(place, problems(checks.filter(({ok}) => !ok))),
    (error) => fill(place, failure(error)),
  );
  return place;
}

function problems(checks) {
  const lines = checks.map((check) => el('p', {}, check.message ?? check.code));
  return lines.length > 0 && message('warning', t('health.problems'), lines);
}
