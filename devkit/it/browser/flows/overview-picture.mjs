// The picture of the overview in the documentation.
import { fillConnection, shownConnection } from './connection.mjs';
import { card, dryRun } from './runs.mjs';

/** Two connections side by side: one in step, one on its way to the first sync. */
export async function overviewPicture({ suite, admin, small, docs }) {
  if (!docs) return;
  await suite.test('the overview is pictured for the documentation', admin, async () => {
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
    await remove(admin, second);
  });
}

/** The tests that follow expect one connection. */
async function remove(admin, connection) {
  const address = `${admin.jira}/rest/okta-sync/1.0/connections/${connection}`;
  await admin.page.request.delete(address, { headers: { 'X-Atlassian-Token': 'no-check' } });
}
