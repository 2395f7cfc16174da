// The page of groups: on the fly, by rows, and what both would make of Okta's groups.
import assert from 'node:assert/strict';
import { connect, rest, run } from './own-connection.mjs';

/** Rules for groups are tried, refused at their fields, saved, and compared with what is saved. */
export async function groupFlows(world) {
  const { suite, admin, company, small } = world;
  const name = 'Übersetzung “Texte”';
  let connection;
  const open = () => admin.go(`/connections/${connection}/groups`);
  const saved = () => rest(admin, 'GET', `/connections/${connection}`);

  await suite.test('Okta’s groups are shown as the rules make them', admin, async () => {
    await company.group(name);
    connection = (await connect(admin, company, 'Groups')).id;
    await open();
    await admin.page.getByLabel('Name of the Okta group holds').fill('übersetz');
    await admin.page.getByLabel('Try a name', { exact: true }).fill('Kaffee');
    await admin.button('Try').click();
    await admin.sees(name, '.okta-sync-list');
    await admin.sees('Would be made');
    await admin.sees('That name becomes Kaffee');
    await admin.inspect('groups-preview');
  });

  await suite.test('a filter and a step change what is shown before they are saved', admin, async () => {
    await admin.page.getByLabel('Groups that are not taken').fill('Kaff*');
    await admin.button('Add a step').click();
    await admin.page.locator('.okta-sync-step-type').selectOption('prefix');
    await admin.page.locator('.okta-sync-mapping-steps input').fill('okta-');
    await admin.button('Try').click();
    await admin.sees(`okta-${name}`, '.okta-sync-list');
    await admin.sees('leave this group out', '.error');
    assert.equal((await saved()).groups.rename.length, 0);
  });

  await suite.test('rows are imported from Okta, and a wrong one is refused beside it', admin, async () => {
    admin.expectComplaint(/status of 400/);
    await admin.choose('Only mapped groups');
    await admin.button('Import Okta groups').click();
    await admin.page.getByLabel('Name holds').fill('übersetz');
    await admin.page.getByRole('dialog').locator('label').filter({ hasText: name }).click();
    await admin.answer('Choose');
    const field = admin.page.getByLabel(`Jira group for ${name}`);
    assert.equal(await field.inputValue(), name);
    await field.fill('');
    await admin.button('Save').click();
    await admin.page.locator('td .error').first().waitFor();
    await admin.inspect('groups-row-refused');
    await field.fill('Texte');
    await admin.button('Save').click();
    await admin.sees('Saved', '.aui-message-success');
    const { groups } = await saved();
    assert.equal(groups.mode, 'manual');
    assert.deepEqual(groups.map.map(({ target }) => target), ['Texte']);
    assert.equal(groups.rename[0].type, 'prefix');
    await admin.inspect('groups-saved');
  });

  await suite.test('what is changed elsewhere meanwhile is not overwritten', admin, async () => {
    admin.expectComplaint(/status of 409/);
    const { version } = await saved();
    await rest(admin, 'PUT', `/connections/${connection}`, { version, users: { update: false } });
    await admin.page.getByLabel('Jira group for').fill('Anders');
    await admin.button('Save').click();
    await admin.sees('changed', '.aui-message-warning');
    assert.equal((await saved()).groups.map[0].target, 'Texte');
  });

  await suite.test('what names a group that was made anew is shown with the change', admin, async () => {
    const crew = await small.group('Old Crew');
    const groups = { mode: 'on-the-fly', include: ['* Crew', '* Squad'], renamed: 'copy' };
    const { id } = await connect(admin, small, 'Copies', { groups, leavers: { keepGroups: ['Old Crew'] } });
    await run(admin, id);
    await small.renameGroup(crew, 'New Squad');
    const done = await run(admin, id);
    await admin.go(`/runs/${done.id}`);
    await admin.button('What names Old Crew?').click();
    await admin.sees('Connection of Okta Sync', 'dialog');
    await admin.sees('Groups that nobody leaves', 'dialog');
    await admin.inspect('group-references');
    await admin.answer('Close');
    await rest(admin, 'DELETE', `/connections/${id}`);
  });
}
