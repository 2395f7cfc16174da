/*
 * Makes elements. Data reaches the page as text nodes and attributes only, never as markup, so a
 * name with angle brackets in it is a name with angle brackets.
 */

/** One element: `el('a.name.other', {href: '...'}, 'text', child)`; functions become listeners. */
export function el(what, properties = {}, ...children) {
  const [tag, ...classes] = what.split('.');
  const element = document.createElement(tag);
  element.classList.add(...classes);
  for (const [name, value] of Object.entries(properties)) {
    setProperty(element, name, value);
  }
  append(element, children);
  return element;
}

function setProperty(element, name, value) {
  if (value === undefined || value === null || value === false) {
    return;
  }
  if (typeof value === 'function') {
    element.addEventListener(name, value);
  } else if (name === 'value' || name === 'checked') {
    element[name] = value;
  } else {
    element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Adds children; nested lists are flattened, nothing is added for null, undefined and false. */
export function append(element, children) {
  for (const child of [children].flat(Infinity)) {
    if (child !== undefined && child !== null && child !== false) {
      element.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  }
  return element;
}

/** Puts other children in the place of all that there are. */
export function fill(element, ...children) {
  element.replaceChildren();
  return append(element, children);
}

/**
 * A text that people or other systems wrote: it keeps its own writing direction and may break
 * anywhere.
 */
export function foreign(text, what = 'bdi.okta-sync-foreign') {
  return el(what, {}, text ?? '');
}

/** A link to another page of the product. */
export function link(href, text, what = 'a') {
  return el(what, {href}, text);
}

/** A button that cannot be pressed twice while its work is under way. */
export function button(text, work, {primary = false, subtle = false, disabled = false} = {}) {
  const look = primary ? '.aui-button-primary' : subtle ? '.aui-button-link' : '';
  const element = el(`button.aui-button${look}`, {type: 'button', disabled}, text);
  element.addEventListener('click', async () => {
    if (element.getAttribute('aria-disabled') === 'true') {
      return;
    }
    element.setAttribute('aria-disabled', 'true');
    try {
      await work();
    } finally {
      element.removeAttribute('aria-disabled');
    }
  });
  return element;
}
