/* The REST interface of the product, asked with the session of the signed-in person. */

let context = '';

/** Tells the context path of the site, once, before anything is asked. */
export function useContext(path) {
  context = path;
}

/** The address of a page of the product. */
export function page(path = '') {
  return `${context}/plugins/servlet/okta-sync${path}`;
}

/** The address of a REST call, for downloads. */
export function address(path) {
  return `${context}/rest/okta-sync/1.0${path}`;
}

/** A call that did not succeed; `status` is 0 when no answer came. */
export class RestError extends Error {
  constructor(status, body) {
    super(body?.errors?.[0]?.message ?? `HTTP ${status}`);
    this.status = status;
    this.body = body ?? {};
    this.errors = Array.isArray(body?.errors) ? body.errors : [];
  }

  /** Whether one of the errors has this code. */
  has(code) {
    return this.errors.some((error) => error.code === code);
  }
}

/** Parameters as a query; what is empty is left out. */
export function query(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== '' && value != null);
  const text = new URLSearchParams(given).toString();
  return text === '' ? '' : `?${text}`;
}

export const get = (path, signal) => call('GET', path, undefined, signal);
export const post = (path, body = {}) => call('POST', path, body);
export const put = (path, body) => call('PUT', path, body);
export const remove = (path) => call('DELETE', path);

/** The values of a list that has at most a few hundred of them. */
export async function all(path) {
  const answer = await get(`${path}${path.includes('?') ? '&' : '?'}limit=500`);
  return Array.isArray(answer) ? answer : answer.values;
}

async function call(method, path, body, signal) {
  const headers = {Accept: 'application/json', 'X-Atlassian-Token': 'no-check'};
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const answer = await fetch(address(path), {
    method,
    headers,
    credentials: 'same-origin',
    redirect: 'manual',
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
  }).catch((failure) => {
    throw failure.name === 'AbortError' ? failure : new RestError(0);
  });
  // A redirect leads to the sign-in page: the session is over.
  if (answer.type === 'opaqueredirect') {
    throw new RestError(401);
  }
  const content = await readJson(answer);
  if (!answer.ok) {
    throw new RestError(answer.status, content);
  }
  return content;
}

async function readJson(answer) {
  const text = await answer.text();
  if (text === '') {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    // Not ours: a proxy or Jira itself answered with a page.
    if (answer.ok) {
      throw new RestError(502);
    }
    return null;
  }
}
