/* What a mapping makes of five real objects. */

import {button, el, fill, foreign} from '../dom.js';
import {failure, loading, message} from '../message.js';
import {table} from '../table.js';
import {t} from '../texts.js';

/**
 * The preview.
 *
 * @param preview answers what the REST interface tells about one mapping of the text
 */
export function mappingPreview({preview}) {
  const choice = el('select.select', {'aria-label': t('mapping-editor.preview.mapping')});
  const place = el('div', {'aria-live': 'polite'});
  const start = button(t('mapping-editor.preview.show'), show);

  async function show() {
    fill(place, loading());
    try {
      const answer = await preview(choice.value);
      fill(
        place,
        answer.notices.map((notice) => message('info', null, notice.message)),
        answer.objects.length === 0
          ? el('p', {}, t('mapping-editor.preview.none'))
          : answer.objects.map(oneObject),
      );
    } catch (error) {
      fill(place, failure(error));
    }
  }

  return {
    element: el('div.okta-sync-mapping-preview', {}, el('div.okta-sync-bar', {}, choice, start), place),
    /** Offers these mappings: `{name, type}`. */
    offer(mappings) {
      const before = choice.value;
      fill(choice, mappings.map(({name, type}) => el('option', {value: name}, type)));
      choice.value = mappings.some(({name}) => name === before) ? before : (mappings[0]?.name ?? '');
      choice.disabled = mappings.length === 0;
    },
  };
}

function oneObject(object) {
  const problems = object.problems.map((problem) => message('warning', null, problem.message));
  if (object.skipped) {
    return [el('h4', {}, foreign(object.sourceId)), problems];
  }
  const columns = [
    {title: t('mapping-editor.column.attribute'), cell: ({name}) => foreign(name)},
    {
      title: t('mapping-editor.preview.values'),
      cell: ({values}) => el('ul.okta-sync-mapping-values', {}, values.map((value) => el('li', {}, foreign(value)))),
    },
    {
      title: t('mapping-editor.column.kind'),
      cell: ({reference}) => t(`mapping-editor.kind.${reference ? 'reference' : 'value'}`),
    },
  ];
  return [el('h4', {}, foreign(object.key)), problems, table(object.key, columns, object.attributes)];
}
