/*
 * A mapping as text: a plain text area, which readers of screens know, above a layer that shows the
 * same text in colours, with line numbers beside it.
 */

import {el, fill} from '../dom.js';
import {t} from '../texts.js';
import {marked} from './mapping-colours.js';
import {completion} from './mapping-list.js';

const FEWEST_LINES = 14;
const MOST_LINES = 40;

/**
 * The text area.
 *
 * @param changed called with the text after each change by hand
 * @param names answers what may be completed, as the REST interface tells it
 * @param describedBy ids of what describes the text area
 */
export function mappingText({text, changed, names, describedBy}) {
  const input = el('textarea.okta-sync-mapping-input', {
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
    wrap: 'off',
    'aria-label': t('mapping-editor.label'),
    'aria-describedby': describedBy,
  });
  const colours = el('pre.okta-sync-mapping-colours', {'aria-hidden': 'true'});
  const numbers = el('pre.okta-sync-mapping-numbers', {'aria-hidden': 'true'});
  const hint = el('p.okta-sync-mapping-hint', {'aria-live': 'polite'});
  const list = completion(input, names, edited);
  const field = el('div.okta-sync-mapping-field', {}, colours, input, list.element);
  const element = el(
    'div',
    {},
    el('div.okta-sync-mapping-text', {}, numbers, field),
    hint,
  );
  let marks = [];

  function edited() {
    marks = [];
    paint();
    changed(input.value);
  }

  function paint() {
    const lines = input.value.split('\n');
    input.rows = Math.min(MOST_LINES, Math.max(FEWEST_LINES, lines.length + 1));
    fill(colours, lines.map((line, index) => [lineOf(line, index + 1), '\n']));
    fill(numbers, lines.map((_, index) => numberOf(index + 1)));
    scrolled();
  }

  function lineOf(line, number) {
    const here = marks.filter((mark) => mark.line === number);
    return marked(line, here).map((piece) =>
      el('span', {class: classes(piece)}, piece.text),
    );
  }

  function numberOf(number) {
    const worst = worstOf(marks.filter((mark) => mark.line === number));
    return el('span', {class: worst && `okta-sync-mapping-${worst}-line`}, `${number}\n`);
  }

  function scrolled() {
    colours.scrollTop = input.scrollTop;
    colours.scrollLeft = input.scrollLeft;
    numbers.scrollTop = input.scrollTop;
  }

  /** Says what is wrong in the line of the caret. */
  function tellLine() {
    const number = input.value.slice(0, input.selectionStart).split('\n').length;
    const here = marks.filter((mark) => mark.line === number).map((mark) => mark.message);
    const told = here.length === 0 ? '' : t('mapping-editor.at-line', number, here.join(' '));
    if (hint.textContent !== told) {
      hint.textContent = told;
    }
  }

  input.value = text;
  input.addEventListener('input', edited);
  input.addEventListener('scroll', scrolled);
  for (const event of ['keyup', 'click', 'focus']) {
    input.addEventListener(event, tellLine);
  }
  paint();

  return {
    element,
    input,
    value: () => input.value,
    /** Shows another text. */
    show(other) {
      if (input.value !== other) {
        input.value = other;
        marks = [];
        paint();
      }
    },
    /** Marks what was found: `{line, column, length, message, kind}`. */
    mark(found) {
      marks = found;
      input.setAttribute('aria-invalid', String(found.some(({kind}) => kind === 'error')));
      paint();
      tellLine();
    },
    /** Puts the caret at a place, columns and lines counted from 1. */
    go(line, column, length = 0) {
      const start = input.value.split('\n').slice(0, line - 1).join('\n').length;
      const from = start + (line > 1 ? 1 : 0) + column - 1;
      input.focus();
      input.setSelectionRange(from, from + length);
      tellLine();
    },
  };
}

function classes({kind, marks}) {
  const worst = worstOf(marks.map((mark) => ({kind: mark})));
  return [kind && `okta-sync-mapping-${kind}`, worst && `okta-sync-mapping-mark-${worst}`]
    .filter(Boolean)
    .join(' ');
}

function worstOf(marks) {
  return ['error', 'conflict', 'warning'].find((kind) => marks.some((mark) => mark.kind === kind));
}
