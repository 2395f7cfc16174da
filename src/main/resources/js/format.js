/* Numbers, times and durations as people read them. */

import {el} from './dom.js';
import {t} from './texts.js';

/** The language that the texts of the page are in, which Jira knows. */
const language = () => document.getElementById('okta-sync')?.lang || undefined;

/** A number with the separators of the reader's language. */
export function number(value) {
  return Number(value ?? 0).toLocaleString(language());
}

/** A time in the reader's zone and language, with UTC as its title; a dash for none. */
export function time(iso) {
  if (!iso) {
    return '\u2013';
  }
  const date = new Date(iso);
  const shown = date.toLocaleString(language(), {dateStyle: 'medium', timeStyle: 'short'});
  const utc = date.toISOString().replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');
  return el('time', {datetime: iso, title: utc}, shown);
}

/** The milliseconds between two times; until now when the second is missing. */
export function elapsed(from, to) {
  return Math.max(0, (to ? new Date(to) : new Date()) - new Date(from));
}

/** A duration, from seconds to hours. */
export function duration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) {
    return t('duration.seconds', seconds);
  } else if (seconds < 3600) {
    return t('duration.minutes', Math.floor(seconds / 60), seconds % 60);
  }
  return t('duration.hours', Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60));
}

/** A share of a whole in percent; null when the whole is unknown. */
export function percent(done, total) {
  return total > 0 ? Math.min(100, Math.floor((done * 100) / total)) : null;
}
