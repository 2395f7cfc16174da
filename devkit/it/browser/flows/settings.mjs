// What settings would change, settings that two people change at once, and the configuration as a file.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { connect, rest, run } from './own-connection.mjs';

/** What the forms have in common, and the file that holds them all. */
export async function settingsFlows(world) {
  const { suite, admin, small } = world;
  let connection;

  const saved = () => rest(admin, 'GET', `/connections/${connection.id}`);

  await suite.test('what a mapping would change is shown before it is saved', admin, async () => {
    connection = await connect(admin, small, 'Settings');
    // Accounts that other tests left in directories further up hold the properties of their names.
    const login = 'new.settings@larkfield.example';
    await small.join({ login, email: login, firstName: 'New', lastName: 'Settings', department: 'Finance' });
    await admin.go(`/connections/${connection.id}/mapping`);
    await addDepartment();
    await admin.button('Show what would change').click();
    await admin.sees('New with these settings', '.okta-sync-messages');
    await admin.inspect('mapping-difference');
    assert.equal((await saved()).mapping.attributes.length, 3);
    await admin.button('Save mapping').click();
    await admin.sees('Saved', '.aui-message-success');
    assert.equal((await saved()).mapping.attributes.length, 4);
  });

  await suite.test('times of keeping that somebody else changed meanwhile are not overwritten', admin, async () => {
    admin.expectComplaint(/status of 409/);
    await admin.go('/settings');
    const { version, retention } = await rest(admin, 'GET', '/settings');
    const other = { ...retention, dryRuns: retention.dryRuns + 1 };
    await rest(admin, 'PUT', '/settings', { version, retention: other });
    await admin.page.getByLabel('Days', { exact: false }).first().fill('77');
    await admin.button('Save').click();
    await admin.sees('somebody else changed these settings', '.aui-message-warning');
    await admin.inspect('settings-conflict');
    await admin.button('Load the present settings').click();
    await admin.settled();
    const now = (await rest(admin, 'GET', '/settings')).retention;
    assert.deepEqual(now, other);
    await rest(admin, 'PUT', '/settings', { version: version + 1, retention });
  });

  await suite.test('a page that is saved as it was opened changes nothing', admin, async () => {
    const before = await saved();
    for (const [page, save] of [['', 'Save'], ['/mapping', 'Save mapping'], ['/groups', 'Save']]) {
      await admin.go(`/connections/${connection.id}${page}`);
      await admin.button(save).click();
      await admin.sees('Saved', '.aui-message-success');
    }
    const after = await saved();
    assert.deepEqual({ ...after, version: 0 }, { ...before, version: 0 });
  });

  await suite.test('a connection may be about people who have an account alone', admin, async () => {
    await admin.go(`/connections/${connection.id}`);
    await admin.choose('Only people who have an account');
    await admin.button('Save').click();
    await admin.sees('Saved', '.aui-message-success');
    assert.equal((await saved()).users.mode, 'match-only');
    await admin.choose('People with and without an account');
    await admin.button('Save').click();
    await admin.sees('Saved', '.aui-message-success');
  });

  await suite.test('who leads projects from now on must be somebody of Jira', admin, async () => {
    admin.expectComplaint(/status of 400/);
    await admin.go(`/connections/${connection.id}`);
    await admin.page.getByLabel('Default project lead').fill('nobody.at.all');
    await admin.page.getByLabel('Default component lead').fill('fred');
    await admin.button('Save').click();
    await admin.sees('Jira has no account named nobody.at.all', '.error');
    await admin.inspect('leads-refused');
    await admin.page.getByLabel('Default project lead').fill('fred');
    await admin.button('Save').click();
    await admin.sees('Saved', '.aui-message-success');
    const { leavers } = await saved();
    assert.deepEqual([leavers.projectLead, leavers.componentLead], ['fred', 'fred']);
    await admin.go(`/connections/${connection.id}`);
    assert.equal(await admin.page.getByLabel('Default project lead').inputValue(), 'fred');
  });

  await suite.test('who was switched off since they were named keeps nobody from saving', admin, async () => {
    const login = 'lead.settings@larkfield.example';
    const person = await small.join({ login, email: login, firstName: 'Lead', lastName: 'Settings' });
    await run(admin, connection.id);
    const { version } = await saved();
    await rest(admin, 'PUT', `/connections/${connection.id}`, { version, leavers: { projectLead: login } });
    await small.setStatus(person, 'SUSPENDED');
    await run(admin, connection.id);
    await admin.go(`/connections/${connection.id}`);
    await admin.sees(`The account ${login} is switched off`, '.okta-sync-field-warning');
    await admin.page.getByLabel('Hours that a plan stays valid').fill('30');
    await admin.button('Save').click();
    await admin.sees('Saved', '.aui-message-success');
    await admin.sees('is switched off', '.okta-sync-field-warning');
    await admin.inspect('lead-warning');
    const { version: now, planHours, leavers } = await saved();
    assert.deepEqual([planHours, leavers.projectLead], [30, login]);
    await rest(admin, 'PUT', `/connections/${connection.id}`, { version: now, leavers: { projectLead: '' } });
  });

  await suite.test('the configuration goes out as a file and comes in after a look', admin, async () => {
    admin.expectComplaint(/status of 400/);
    await admin.go('/settings');
    const waiting = admin.page.waitForEvent('download');
    await admin.link('Export').click();
    const text = readFileSync(await (await waiting).path(), 'utf8');
    assert.ok(!text.includes(small.token), 'the file holds a token');

    await choose('broken.json', 'no configuration {');
    await admin.sees('not readable as a configuration', '.aui-message-error');

    await rest(admin, 'POST', '/directories', { name: 'Theirs' });
    const file = JSON.parse(text);
    file.connections = file.connections.filter(({ name }) => name === 'Settings');
    file.connections[0].planHours = 5;
    file.connections.push({ ...file.connections[0], name: 'Settings of another Jira', directory: 'Theirs' });
    const keptDays = file.retention.days;
    file.retention.days = 33;
    await choose('configuration.json', JSON.stringify(file));
    await admin.sees('What an import would do');
    await admin.sees(`How long history is kept: Changes: Days from ${keptDays} to 33`);
    await admin.sees('Changes: ');
    await admin.sees('New: is made, switched off and without a token');
    await admin.inspect('configuration-look');
    assert.notEqual((await saved()).planHours, 5);
    await admin.button('Import').click();
    await admin.sees('Imported', '.aui-message-success');
    assert.equal((await saved()).planHours, 5);
    const { version, retention } = await rest(admin, 'GET', '/settings');
    assert.equal(retention.days, 33);
    await rest(admin, 'PUT', '/settings', { version, retention: { days: keptDays } });
    const { values } = await rest(admin, 'GET', '/connections');
    for (const { id } of values.filter(({ name }) => name.startsWith('Settings'))) {
      await rest(admin, 'DELETE', `/connections/${id}`);
    }
  });

  /** Picks a file in the form, and asks what it would do. */
  async function choose(name, text) {
    const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
    await admin.page.getByLabel('Configuration file').setInputFiles(file);
    await admin.button('Show what an import would do').click();
  }

  async function addDepartment() {
    await admin.page.getByLabel('Another attribute:').selectOption('property');
    await admin.button('Add').click();
    const dialog = admin.page.locator('dialog');
    await dialog.getByLabel('Name in Jira').fill('Department');
    await dialog.getByLabel('Key').fill('department');
    await dialog.getByLabel('Okta attribute').fill('profile.department');
    await admin.answer('Take over');
    await admin.sees('It becomes empty in Jira', 'tbody tr:last-child');
  }
}
