// The add-on's REST interface, as the administrator of the stand-in.

const SIGN_IN = 'Basic ' + Buffer.from('admin:admin').toString('base64');

/** Calls the interface; answers the parsed body, or ends the program with what the server said. */
export async function call(jira, method, path, body) {
  const response = await fetch(`${jira}/rest/okta-sync/1.0${path}`, {
    method,
    headers: { Authorization: SIGN_IN, 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) {
    console.error(`${method} ${path} answered ${response.status}: ${text}`);
    process.exit(1);
  }
  return text === '' ? null : JSON.parse(text);
}
