/*
 * The editor of a mapping, as text and as tables, with what is wrong, what would mend it, and what
 * comes of it. It speaks to nobody itself: whoever mounts it says how to check, to try and to keep.
 */

import {button, el, fill} from '../dom.js';
import {failure} from '../message.js';
import {t} from '../texts.js';
import {mappingFindings} from './mapping-findings.js';
import {mappingPreview} from './mapping-preview.js';
import {mappingTable} from './mapping-table.js';
import {mappingText} from './mapping-text.js';

const PAUSE = 400;
let editors = 0;

/**
 * Mounts the editor in an element.
 *
 * @param text the mapping as it is
 * @param check `(text, edit)` answers what `POST .../assets/mapping/check` does; `edit` may be
 *   undefined
 * @param preview `(text, mapping)` answers what `POST .../assets/mapping/preview` does
 * @param names `()` answers what `GET .../assets/mapping/names` does
 * @param changed called with the text after each change, by hand or by a fix
 * @returns `{text(), show(text), focus()}`
 */
export function mountMappingEditor(place, {text, check, preview, names, changed = () => {}}) {
  const id = `okta-sync-mapping-${++editors}`;
  const trouble = el('div', {'aria-live': 'assertive'});
  const undo = el('p', {'aria-live': 'polite'});
  let known = null;
  let asked = 0;
  let timer = 0;

  const editor = mappingText({
    text,
    names: () => known,
    describedBy: `${id}-help ${id}-summary`,
    changed: (now) => {
      fill(undo);
      changed(now);
      later();
    },
  });
  const findings = mappingFindings({
    id: `${id}-summary`,
    go: (one) => {
      view('text');
      editor.go(one.line, one.column, one.length);
    },
    mend: (fixed) => replace(fixed),
  });
  const rows = mappingTable({edit: (edit) => look(edit)});
  const trial = mappingPreview({preview: (mapping) => preview(editor.value(), mapping)});

  /** Checks once nobody has typed for a moment. */
  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => look(), PAUSE);
  }

  /** Checks the text, after a change of a row if one is given; an answer that is late is dropped. */
  async function look(edit) {
    const mine = ++asked;
    clearTimeout(timer);
    findings.wait();
    try {
      const before = editor.value();
      const answer = await check(before, edit);
      if (mine === asked) {
        if (edit) {
          took(before, answer.text);
        }
        show(answer);
      }
    } catch (error) {
      if (mine === asked) {
        fill(trouble, failure(error));
      }
    }
  }

  function show(answer) {
    fill(trouble);
    editor.mark([
      ...answer.errors.map((one) => ({...one, kind: 'error'})),
      ...answer.conflicts.map((one) => ({...one, kind: 'conflict'})),
      ...answer.warnings.map((one) => ({...one, kind: 'warning'})),
    ]);
    findings.show(answer);
    rows.show(answer);
    trial.offer(answer.mappings);
  }

  /** Shows another text in place of this one, and checks it. */
  async function replace(other) {
    took(editor.value(), other);
    await look();
  }

  /** Another text is there; the way back is offered. */
  function took(before, now) {
    editor.show(now);
    if (before !== now) {
      changed(now);
      fill(undo, t('mapping-editor.changed'), ' ', button(t('mapping-editor.undo'), () => back(before)));
    }
  }

  async function back(before) {
    editor.show(before);
    fill(undo);
    changed(before);
    await look();
  }

  const views = {text: editor.element, table: rows.element};
  const toggles = Object.keys(views).map((name) => {
    const toggle = button(t(`mapping-editor.view.${name}`), () => view(name));
    toggle.dataset.view = name;
    return toggle;
  });

  function view(name) {
    for (const [other, element] of Object.entries(views)) {
      element.hidden = other !== name;
    }
    toggles.forEach((toggle) =>
      toggle.setAttribute('aria-pressed', String(toggle.dataset.view === name)),
    );
  }

  fill(
    place,
    el('div.okta-sync-mapping', {}, [
      el('p.okta-sync-note', {id: `${id}-help`}, t('mapping-editor.help')),
      el('div.okta-sync-bar', {role: 'group', 'aria-label': t('mapping-editor.views')}, toggles),
      trouble,
      editor.element,
      rows.element,
      undo,
      findings.element,
      el('h4', {}, t('mapping-editor.preview')),
      trial.element,
    ]),
  );
  view('text');
  names()
    .then((answer) => (known = answer))
    // Without names there is nothing to complete; the check says why.
    .catch(() => (known = {people: '', lists: [], types: []}));
  look();

  return {
    text: () => editor.value(),
    show: (other) => {
      editor.show(other);
      look();
    },
    focus: () => editor.input.focus(),
  };
}
