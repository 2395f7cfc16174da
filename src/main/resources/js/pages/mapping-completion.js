/* What may stand at the caret of a mapping text: paths of Okta, attributes of Assets, settings. */

const SETTINGS = ['section=', 'data_source=', 'search=', 'page_size=', 'data_limit='];
const SECTIONS = ['roles', 'groups', 'apps', 'devices'];
const SOURCES = ['/api/v1/groups', '/api/v1/apps', '/api/v1/devices?limit=200&expand=userSummary'];
const WORDS = ['key:', 'map:', 'config:'];
const HEADING = /^\s*([^:=|#\uFF1A]+)[:\uFF1A]\s*$/;
const MOST = 12;

/**
 * The proposals at a caret.
 *
 * @param names as the REST interface tells them: `{people, lists, types}`
 * @returns `{from, entries: [{text, note}]}`; what is chosen replaces everything from `from` to the
 *   caret
 */
export function proposals(text, caret, names) {
  const lineStart = text.lastIndexOf('\n', caret - 1) + 1;
  const before = text.slice(lineStart, caret);
  const found = atEndOf(before, mappingAround(text, lineStart), names);
  if (!found) {
    return {from: caret, entries: []};
  }
  const typed = found.typed.toLowerCase();
  const entries = found.entries
    .filter(({text: name, note = ''}) => `${name} ${note}`.toLowerCase().includes(typed))
    .filter(({text: name}) => name.toLowerCase() !== typed)
    .sort((a, b) => rank(a.text, typed) - rank(b.text, typed))
    .slice(0, MOST);
  return {from: caret - found.typed.length, entries};
}

function rank(name, typed) {
  return name.toLowerCase().startsWith(typed) ? 0 : 1;
}

/** Which heading the line stands under, and the list that is read there. */
function mappingAround(text, lineStart) {
  const lines = text.split('\n');
  const current = text.slice(0, lineStart).split('\n').length - 1;
  let from = current;
  while (from > 0 && !HEADING.test(lines[from])) {
    from--;
  }
  const heading = HEADING.exec(lines[from]);
  let to = current + 1;
  while (to < lines.length && !HEADING.test(lines[to])) {
    to++;
  }
  const source = lines
    .slice(from, to)
    .map((line) => /^\s*config\s*:\s*data_source\s*=\s*([^?\s]*)/i.exec(line)?.[1])
    .find(Boolean);
  return {heading: heading ? heading[1].trim() : '', source: source ?? ''};
}

function atEndOf(before, mapping, names) {
  const value = /\|.*\$\{([^{}]*)$/.exec(before);
  if (value) {
    const path = /:\s*([^=]*?)\s*=/.exec(before)?.[1] ?? 'value';
    return {typed: value[1], entries: [{text: `${path}}`}]};
  }
  const attribute = /^\s*(?:key|map)\s*:[^=|]*=\s*([^|]*)$/i.exec(before);
  if (attribute) {
    return {typed: attribute[1], entries: attributes(mapping.heading, names)};
  }
  const path = /^\s*(?:key|map)\s*:\s*([^=|]*)$/i.exec(before);
  if (path) {
    return {typed: path[1], entries: paths(mapping.source, names)};
  }
  return inSetting(before);
}

function inSetting(before) {
  const section = /^\s*config\s*:\s*section\s*=(?:.*,)?\s*([^,]*)$/i.exec(before);
  if (section) {
    return plain(section[1], SECTIONS);
  }
  const source = /^\s*config\s*:\s*data_source\s*=\s*(.*)$/i.exec(before);
  if (source) {
    return plain(source[1], SOURCES);
  }
  const setting = /^\s*config\s*:\s*([^=]*)$/i.exec(before);
  if (setting) {
    return plain(setting[1], SETTINGS);
  }
  const word = /^\s*([a-z]*)$/i.exec(before);
  return word && word[1] !== '' ? plain(word[1], WORDS) : null;
}

function plain(typed, texts) {
  return {typed, entries: texts.map((text) => ({text}))};
}

function paths(source, names) {
  const list = names.lists.find(({dataSource}) => dataSource === (source || ''));
  return (list?.paths ?? []).map(({path, title, kind}) => ({
    text: path,
    note: [title, kind.toLowerCase().replace('_', ' ')].filter(Boolean).join(', '),
  }));
}

function attributes(heading, names) {
  const wanted = (heading || names.people || '').toLowerCase();
  const type = names.types.find(({name}) => name.toLowerCase() === wanted);
  return (type?.attributes ?? []).map(({name, type: kind}) => ({
    text: name,
    note: kind.toLowerCase().replace('_', ' '),
  }));
}
