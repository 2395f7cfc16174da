/* Questions before something happens. The browser's own dialog holds the focus, Escape ends it. */

import {el} from './dom.js';
import {t} from './texts.js';

let dialogs = 0;

/** Shows something until the person closes it. */
export function tell({title, content}) {
  return ask({title, content, leave: t('dialog.close')});
}

/**
 * Asks and waits for the answer.
 *
 * @param title what is asked
 * @param content the consequences, as elements
 * @param confirm the text of the button that goes on; without it there is none
 * @param leave the text of the button that turns back
 * @param ready tells whether that button may be pressed; called at every input
 * @returns whether the person goes on
 */
export function ask({title, content, confirm, leave = t('dialog.cancel'), ready = () => true}) {
  return new Promise((resolve) => {
    const heading = `okta-sync-dialog-${++dialogs}`;
    const go =
      confirm && el('button.aui-button.aui-button-primary', {type: 'submit', value: 'go'}, confirm);
    const stay = el(
      'button.aui-button.aui-button-link',
      {type: 'submit', value: '', formnovalidate: true},
      leave,
    );
    const dialog = el(
      'dialog.okta-sync-dialog',
      {'aria-labelledby': heading},
      el(
        'form.aui',
        {method: 'dialog'},
        el('h2', {id: heading}, title),
        el('div.okta-sync-dialog-content', {}, content),
        el('div.okta-sync-dialog-buttons', {}, go, stay),
      ),
    );
    const judge = () => {
      if (go) {
        go.disabled = !ready();
      }
    };
    dialog.addEventListener('input', judge);
    // Libraries of the site take Escape for their own dialogs before the browser sees it.
    dialog.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        dialog.close('');
      }
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'go');
    });
    document.getElementById('okta-sync').append(dialog);
    judge();
    dialog.showModal();
  });
}
