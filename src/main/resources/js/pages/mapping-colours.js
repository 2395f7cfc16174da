/* The colours of a mapping text: each line as pieces, each piece with what it is. */

const ENTRY = /^(\s*(?:[\u2022\-*\u2013]\s+)?)(key|map|config)(\s*[:\uFF1A])(.*)$/i;
const HEADING = /^(\s*)([^:=|\uFF1A\uFF1D]+[:\uFF1A])(\s*)$/;
const STRING_OR_VALUE = /("(?:[^"\\]|\\.)*"?)|(\$\{[^}]*\}?)/g;

/** The pieces of a line: `{text, kind}`; kind is empty for what has no colour. */
export function pieces(line) {
  if (/^\s*#/.test(line)) {
    return [{text: line, kind: 'comment'}];
  }
  const entry = ENTRY.exec(line);
  if (entry) {
    const [, before, keyword, colon, rest] = entry;
    const setting = keyword.toLowerCase() === 'config';
    return [
      {text: before, kind: ''},
      {text: keyword + colon, kind: 'keyword'},
      ...(setting ? settingPieces(rest) : rulePieces(rest)),
    ].filter(({text}) => text !== '');
  }
  return [{text: line, kind: HEADING.test(line) ? 'heading' : ''}];
}

function settingPieces(rest) {
  const at = rest.search(/[=\uFF1D]/);
  if (at < 0) {
    return [{text: rest, kind: 'setting'}];
  }
  return [
    {text: rest.slice(0, at), kind: 'setting'},
    {text: rest[at], kind: 'sign'},
    {text: rest.slice(at + 1), kind: 'attribute'},
  ];
}

function rulePieces(rest) {
  const at = rest.search(/[=\uFF1D]/);
  if (at < 0) {
    return [{text: rest, kind: 'path'}];
  }
  const behind = rest.slice(at + 1);
  const bar = behind.search(/[|\uFF5C]/);
  const attribute = bar < 0 ? behind : behind.slice(0, bar);
  const start = [
    {text: rest.slice(0, at), kind: 'path'},
    {text: rest[at], kind: 'sign'},
    {text: attribute, kind: 'attribute'},
  ];
  return bar < 0
    ? start
    : [...start, {text: behind[bar], kind: 'sign'}, ...conditionPieces(behind.slice(bar + 1))];
}

function conditionPieces(condition) {
  const found = [];
  let end = 0;
  for (const match of condition.matchAll(STRING_OR_VALUE)) {
    found.push({text: condition.slice(end, match.index), kind: 'condition'});
    found.push({text: match[0], kind: match[1] === undefined ? 'value' : 'string'});
    end = match.index + match[0].length;
  }
  return [...found, {text: condition.slice(end), kind: 'condition'}];
}

/**
 * The pieces cut at the ends of marks, each with the marks that cover it.
 *
 * @param marks `{column, length, kind}`, columns counted from 1; one without length marks the line
 */
export function marked(line, marks) {
  const spans = marks.map(({column, length, kind}) =>
    length > 0 ? [column - 1, column - 1 + length, kind] : [0, line.length, kind],
  );
  const cuts = spans.flatMap(([from, to]) => [from, to]);
  const result = [];
  let offset = 0;
  for (const piece of pieces(line)) {
    const end = offset + piece.text.length;
    const inside = cuts.filter((cut) => cut > offset && cut < end);
    const stops = [...new Set([...inside, end])].sort((a, b) => a - b);
    for (const stop of stops) {
      const covering = spans.filter(([from, to]) => from <= offset && stop <= to);
      const kinds = covering.map(([, , kind]) => kind);
      result.push({text: line.slice(offset, stop), kind: piece.kind, marks: kinds});
      offset = stop;
    }
  }
  return result;
}
