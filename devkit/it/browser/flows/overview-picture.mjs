// The picture of the overview in the documentation.
import { fillConnection, shownConnection } from './connection.mjs';
import { card, dryRun, ended, startSync } from './runs.mjs';

/** Two connections side by side: one in step, one on its way to the first sync. */
export async function overviewPicture({ suite, admin, company, small, connection, docs }) {
  if (!docs) return;
  await suite.test('the overview is pictured for the documentation', admin, async () => {
    await company.revokeToken(false);
    await startSync(admin, connection);
    await ended(admin);
    await removeAllBut(admin, connection);
    await admin.go('/connections/new');
    const { url, token } = small;
    await fillConnection(admin, { name: 'Harbour Logistics', url, token, directory: 'Harbour' });
    await admin.button('Create connection').click();
    await admin.sees('Saved', '.aui-message-success');
    const second = shownConnection(admin);
    await dryRun(admin, second);
    await admin.go();
    await card(admin, second).waitFor();
    await admin.document('overview');
  });
}

async function removeAllBut(admin, kept) {
  const address = `${admin.jira}/rest/okta-sync/1.0/connections`;
  const { values } = await (await admin.page.request.get(address)).json();
  for (const { id } of values.filter(other => other.id !== kept)) {
    await admin.page.request.delete(`${address}/${id}`, { headers: { 'X-Atlassian-Token': 'no-check' } });
  }
}
