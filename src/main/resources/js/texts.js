/* The texts of the pages, in the language of the signed-in person. */

let texts = {};

/** Fetches the texts; nothing can be shown before. */
export async function loadTexts(url) {
  const answer = await fetch(url, {credentials: 'same-origin'});
  if (!answer.ok) {
    throw new Error(`HTTP ${answer.status}`);
  }
  texts = await answer.json();
}

/** The text of a key with values filled in; an unknown key is shown as it is. */
export function t(key, ...values) {
  return parts(texts[key] ?? key)
    .map((part) => (typeof part === 'number' ? String(values[part] ?? '') : part))
    .join('');
}

/** As `t`, but values may be elements; answers a list of children. */
export function tParts(key, ...values) {
  return parts(texts[key] ?? key).map((part) => (typeof part === 'number' ? values[part] : part));
}

/** Whether there is a text for this key. */
export function hasText(key) {
  return key in texts;
}

/** Splits a message pattern into texts and numbers of values; doubled apostrophes become one. */
function parts(pattern) {
  return pattern
    .split(/(\{\d+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const value = /^\{(\d+)\}$/.exec(part);
      return value ? Number(value[1]) : part.replaceAll("''", "'");
    });
}
