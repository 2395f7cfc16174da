/* A small form: fields and the button that keeps them. */

import {el} from '../dom.js';

/**
 * A form that saves itself.
 *
 * @param fields as `fields.js` makes them
 * @param label what the button says
 * @param work does it
 */
export function smallForm(fields, label, work) {
  return el(
    'form.aui.top-label.okta-sync-form',
    {
      novalidate: true,
      submit: (event) => {
        event.preventDefault();
        work();
      },
    },
    fields.map(({element}) => element),
    el('p', {}, el('button.aui-button.aui-button-primary', {type: 'submit'}, label)),
  );
}
