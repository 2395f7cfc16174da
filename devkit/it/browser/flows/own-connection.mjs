// A connection of a group of tests of its own, made over REST.
import assert from 'node:assert/strict';

/** Calls the product's REST interface with the session of a visitor. */
export async function rest(visitor, method, path, body) {
  const answer = await visitor.page.request.fetch(`${visitor.jira}/rest/okta-sync/1.0${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check' },
    data: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

/** Makes a connection to an organisation, with a new directory; answers it. */
export function connect(visitor, { url, token }, name, settings = {}) {
  return rest(visitor, 'POST', '/connections', {
    name,
    baseUrl: url,
    auth: { method: 'api-token', token },
    directory: { create: name },
    ...settings,
  });
}

/** Does a run to its end; answers it. */
export async function run(visitor, connection, wish = {}) {
  const { id } = await rest(visitor, 'POST', `/connections/${connection}/runs`, wish);
  for (;;) {
    const state = await rest(visitor, 'GET', `/runs/${id}`);
    if (state.state !== 'RUNNING') return state;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}
