// Makes the demo's connection, unless there is one: node connect.mjs JIRA OKTA TOKEN
import { call } from './rest.mjs';

const [jira, okta, token] = process.argv.slice(2);
const present = await call(jira, 'GET', '/connections');
if (present.total === 0) {
  const made = await call(jira, 'POST', '/connections', {
    name: 'Demo organisation',
    baseUrl: okta,
    auth: { method: 'api-token', token },
    directory: { create: 'Okta users' },
  });
  console.error(`Made the connection "${made.name}" to ${made.baseUrl}.`);
} else if (present.values[0].baseUrl !== okta) {
  // The organisation has moved to another port since the last start.
  const { id, version } = present.values[0];
  await call(jira, 'PUT', `/connections/${id}`, { version, baseUrl: okta });
}
