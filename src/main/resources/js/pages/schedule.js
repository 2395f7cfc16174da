/* When runs start by themselves, and what keeps them from it. */

import {button, el} from '../dom.js';
import {time} from '../format.js';
import {message} from '../message.js';
import {post} from '../rest.js';
import {t} from '../texts.js';

/** The schedule of a connection in a line; null when it has none. */
export function scheduleFact(connection) {
  const schedule = connection.schedule;
  switch (schedule?.state) {
    case 'on':
      return [t('schedule.next'), ' ', time(schedule.nextRunAt)];
    case 'paused':
      return t('schedule.paused');
    default:
      return null;
  }
}

/** What keeps a schedule from starting runs, with the way out; null when nothing does. */
export function scheduleNotice(connection, messages, changed) {
  const schedule = connection.schedule;
  const move = (how) =>
    messages.trying(async () => {
      await post(`/connections/${connection.id}/schedule/${how}`);
      await changed();
    });
  if (schedule?.state === 'paused') {
    return message(
      schedule.pausedReason === 'by-hand' ? 'info' : 'warning',
      t('schedule.paused-title'),
      el('p', {}, schedule.pausedMessage),
      !schedule.reviewed && el('p', {}, t('schedule.review-first')),
      button(t('schedule.resume'), () => move('resume'), {disabled: !schedule.reviewed}),
    );
  } else if (schedule?.state === 'on' && schedule.passed) {
    return message('info', t('schedule.passed'), el('p', {}, schedule.passed.message));
  }
  return null;
}

/** Why notices of a connection cannot be sent; null when they can, or nobody is to get any. */
export function noticeProblem(connection) {
  const notices = connection.notices;
  return (
    notices?.problem &&
    notices.receivers?.length > 0 &&
    message('warning', t('notices.problem'), el('p', {}, notices.problem.message))
  );
}
