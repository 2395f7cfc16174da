/* Messages to the reader: what happened, why, and how to go on. */

import {append, button, el, link} from './dom.js';
import {page, RestError} from './rest.js';
import {t} from './texts.js';

/** A message box; kind is `info`, `success`, `warning` or `error`. */
export function message(kind, title, ...content) {
  const role = kind === 'error' || kind === 'warning' ? 'alert' : 'status';
  const heading = title && el('p.title', {}, el('strong', {}, title));
  return el(`div.aui-message.aui-message-${kind}`, {role}, heading, content);
}

/** A message box about a failed call, with the way out of it. */
export function failure(error) {
  if (!(error instanceof RestError)) {
    return message('error', t('error.unexpected'), el('p', {}, error.message));
  }
  const box = message('error', headline(error), error.errors.map(sentence));
  const run = error.has('run-in-progress') && error.body.id;
  if (error.status === 401) {
    append(box, el('p', {}, link(location.pathname + location.search, t('error.sign-in'))));
  } else if (run) {
    append(box, el('p', {}, link(page(`/runs/${run}`), t('error.show-run'))));
  } else if (error.status === 0) {
    append(box, el('p', {}, t('error.network-remedy')));
  }
  return box;
}

/**
 * A message box that somebody else saved the same settings meanwhile; null when a call failed for another
 * reason.
 *
 * @param reload shows the present settings
 */
export function stale(error, reload) {
  if (!(error instanceof RestError) || !error.has('stale-version')) {
    return null;
  }
  const why = el('p', {}, t('error.stale-why'));
  return message('warning', t('error.stale'), why, button(t('error.stale-reload'), reload));
}

function sentence(error) {
  return el('p', {}, error.message ?? error.code);
}

function headline(error) {
  switch (error.status) {
    case 0:
      return t('error.network');
    case 400:
      return t('error.bad-request');
    case 401:
      return t('error.signed-out');
    case 403:
      return t('error.forbidden');
    case 404:
      return t('error.missing');
    case 409:
      return t('error.conflict');
    case 503:
      return t('error.unavailable');
    default:
      return t('error.server', error.status);
  }
}

/** A place for messages about what was just done; a new one replaces the old and gets the focus. */
export function messagePlace() {
  const place = el('div.okta-sync-messages', {tabindex: '-1'});
  return {
    place,
    show(box) {
      place.replaceChildren(box);
      place.scrollIntoView({block: 'nearest'});
      place.focus({preventScroll: true});
    },
    clear() {
      place.replaceChildren();
    },
    /** Does some work and shows its failure; answers undefined then. */
    async trying(work) {
      try {
        return await work();
      } catch (error) {
        this.show(failure(error));
        return undefined;
      }
    },
  };
}

/** What stands where a list would be, with what to do next. */
export function empty(title, ...content) {
  return el('div.okta-sync-empty', {}, el('p', {}, el('strong', {}, title)), content);
}

/** Says that something is being fetched. */
export function loading(text = t('frame.loading')) {
  const spinner = el('span.okta-sync-spinner', {'aria-hidden': 'true'});
  return el('p.okta-sync-loading', {role: 'status'}, spinner, text);
}
