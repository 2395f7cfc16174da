/*
 * The list of proposals below the caret of a text area. The focus stays in the text: arrow keys
 * choose, Enter and Tab take what is chosen, Escape closes, Ctrl and the space bar open it.
 */

import {el, fill} from '../dom.js';
import {t} from '../texts.js';
import {proposals} from './mapping-completion.js';

let lists = 0;

/**
 * The list of one text area.
 *
 * @param names answers what the REST interface tells, or null before it is known
 * @param taken called after a proposal was put into the text
 */
export function completion(input, names, taken) {
  const id = `okta-sync-mapping-list-${++lists}`;
  const box = el('ul.okta-sync-mapping-list', {
    id,
    role: 'listbox',
    'aria-label': t('mapping-editor.proposals'),
    hidden: true,
  });
  const count = el('span.assistive', {role: 'status'});
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', id);
  let open = {from: 0, entries: []};
  let chosen = -1;

  function close() {
    open = {from: 0, entries: []};
    box.hidden = true;
    count.textContent = '';
    input.removeAttribute('aria-activedescendant');
  }

  function show() {
    const known = names();
    const atCaret = input.selectionStart === input.selectionEnd;
    open = known && atCaret ? proposals(input.value, input.selectionStart, known) : {entries: []};
    chosen = -1;
    if (open.entries.length === 0) {
      close();
      return;
    }
    fill(box, open.entries.map(option));
    place();
    box.hidden = false;
    input.removeAttribute('aria-activedescendant');
    count.textContent = t('mapping-editor.proposals-open', open.entries.length);
  }

  function option({text, note}, index) {
    const item = el(
      'li',
      {id: `${id}-${index}`, role: 'option', 'aria-selected': 'false'},
      el('span', {}, text),
      note && el('span.okta-sync-note', {}, ` ${note}`),
    );
    item.addEventListener('mousedown', (event) => {
      event.preventDefault();
      take(index);
    });
    return item;
  }

  /** Below the line of the caret; the text never wraps, so that a line has one height. */
  function place() {
    const lines = input.value.slice(0, open.from).split('\n');
    const style = getComputedStyle(input);
    const height = Number.parseFloat(style.lineHeight);
    const top = Number.parseFloat(style.paddingTop) + lines.length * height - input.scrollTop;
    box.style.top = `${top}px`;
    box.style.left = `calc(${lines.at(-1).length}ch + ${style.paddingLeft} - ${input.scrollLeft}px)`;
  }

  function choose(step) {
    const size = open.entries.length;
    chosen = chosen < 0 && step < 0 ? size - 1 : (chosen + step + size) % size;
    [...box.children].forEach((item, index) =>
      item.setAttribute('aria-selected', String(index === chosen)),
    );
    box.children[chosen].scrollIntoView({block: 'nearest'});
    input.setAttribute('aria-activedescendant', box.children[chosen].id);
  }

  function take(index) {
    input.setRangeText(open.entries[index].text, open.from, input.selectionStart, 'end');
    close();
    taken();
  }

  input.addEventListener('input', (event) => (event.inputType === 'insertText' ? show() : close()));
  input.addEventListener('blur', close);
  input.addEventListener('click', close);
  input.addEventListener('keydown', (event) => {
    if (event.ctrlKey && event.key === ' ') {
      event.preventDefault();
      show();
    } else if (!box.hidden) {
      onKey(event);
    }
  });

  function onKey(event) {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step) {
      event.preventDefault();
      choose(step);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && chosen >= 0) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter', 'Tab'].includes(event.key)) {
      close();
    }
  }

  return {element: [box, count]};
}
