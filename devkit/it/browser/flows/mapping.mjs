// Attribute mapping: the table, its editor, the values of a person, and what came of it in Jira.
import assert from 'node:assert/strict';
import { connect, rest, run } from './own-connection.mjs';

/** The page of the attribute mapping. */
export async function mappingFlows(world) {
  const { suite, admin, small } = world;
  let connection;
  let person;

  await suite.test('the mapping page shows what is mapped, and the values of a person', admin, async () => {
    connection = await connect(admin, small, 'Mapped');
    [person] = await small.people();
    await admin.go(`/connections/${connection.id}/mapping`);
    assert.equal(await admin.page.locator('tbody tr').count(), 3);
    await admin.page.getByLabel('Person in Okta').fill(person.profile.login);
    await admin.button('Find').click();
    await admin.sees(person.profile.login, 'tbody');
    await admin.sees(person.profile.email, 'tbody');
    await admin.inspect('mapping');
    await admin.document('mapping');
  });

  await suite.test('a step is tried while it is written, and one that is broken says why', admin, async () => {
    admin.expectComplaint(/status of 400/);
    await admin.button('Edit User name').click();
    const dialog = admin.page.locator('dialog');
    await dialog.getByRole('button', { name: 'Add a step' }).click();
    await dialog.getByLabel('Step 1').selectOption('regex');
    await dialog.getByLabel('Expression').fill('(');
    await admin.sees('This is no regular expression', 'dialog');
    await dialog.getByLabel('Expression').fill('(.*)@.*');
    await dialog.getByLabel('Replacement').fill('$1');
    const local = person.profile.login.split('@')[0];
    await dialog.locator('.okta-sync-way li').nth(1).filter({ hasText: local }).waitFor();
    await admin.inspect('mapping-editor');
    await admin.answer('Take over');
    await admin.settled();
    await admin.sees('each match of (.*)@.* becomes', 'tbody');
  });

  await suite.test('an attribute of an administrator’s own gets a name and a source', admin, async () => {
    await admin.page.getByLabel('Another attribute:').selectOption('property');
    await admin.button('Add').click();
    const dialog = admin.page.locator('dialog');
    await dialog.getByLabel('Name in Jira').fill('Department');
    await dialog.getByLabel('Key').fill('department');
    await dialog.getByLabel('Okta attribute').fill('profile.department');
    await admin.answer('Take over');
    await admin.sees('Department (user property)', 'tbody');
    await admin.button('Save mapping').click();
    await admin.sees('Saved', '.aui-message-success');
    await admin.inspect('mapping-saved');
  });

  await suite.test('what is mapped stands on the page of the user after a sync', admin, async () => {
    const done = await run(admin, connection.id);
    assert.equal(done.state, 'SUCCEEDED');
    const login = person.profile.login.split('@')[0];
    await admin.page.goto(`${admin.jira}/secure/admin/user/UserBrowser.jspa?name=${login}`);
    await admin.sees('department', 'body');
    await admin.sees(person.profile.department, 'body');
    const tried = await rest(admin, 'POST', `/connections/${connection.id}/mapping/try`, { person: person.id });
    assert.equal(tried.account.values['property:department'], person.profile.department);
    const again = await run(admin, connection.id);
    assert.equal(again.counts.users.updated, 0);
  });

  await suite.test('somebody else’s change is not overwritten', admin, async () => {
    admin.expectComplaint(/status of 409/);
    await admin.go(`/connections/${connection.id}/mapping`);
    const { version } = await rest(admin, 'GET', `/connections/${connection.id}`);
    await rest(admin, 'PUT', `/connections/${connection.id}`, { version, name: 'Mapped again' });
    await admin.button('Save mapping').click();
    await admin.sees('somebody else changed these settings', '.aui-message-warning');
    await admin.button('Load the present settings').click();
    await admin.link('Mapped again').waitFor();
    await rest(admin, 'DELETE', `/connections/${connection.id}`);
  });
}
