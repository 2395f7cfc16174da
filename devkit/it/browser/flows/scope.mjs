// Scope and leavers on the page of a connection.
import assert from 'node:assert/strict';
import { connect, rest, run } from './own-connection.mjs';
import { ended, tile } from './runs.mjs';

/** No other directory has them, whatever was synced from this organisation before. */
const namesOfItsOwn = {
  attributes: [
    { target: 'username', source: 'profile.login', steps: [{ type: 'prefix', text: 'scoped-' }] },
  ],
};

/** The sections of scope and leavers. */
export async function scopeFlows(world) {
  const { suite, admin, small } = world;
  let connection;

  await suite.test('the scope is counted while it is chosen, and saved', admin, async () => {
    connection = await connect(admin, small, 'Scoped', { mapping: namesOfItsOwn });
    await admin.go(`/connections/${connection.id}`);
    await admin.choose('A filter');
    await admin.page.getByLabel('Condition').fill('status eq "ACTIVE"');
    await admin.sees('Matches', '.okta-sync-count');
    await admin.choose('Members of certain groups');
    await admin.button('Choose groups').click();
    const dialog = admin.page.locator('dialog');
    await dialog.locator('li').nth(1).locator('label').click();
    await admin.inspect('group-picker');
    await admin.answer('Choose');
    await admin.sees('Matches', '.okta-sync-count strong');
    await admin.inspect('scope');
    await admin.document('scope');
    await admin.button('Save').click();
    await admin.sees('Saved', '.aui-message-success');
    const saved = await rest(admin, 'GET', `/connections/${connection.id}`);
    assert.equal(saved.scope.people, 'groups');
    assert.equal(saved.scope.groups.length, 1);
  });

  await suite.test('people who are never touched do not count', admin, async () => {
    await admin.go(`/connections/${connection.id}`);
    await admin.page.getByLabel('People who are never touched').fill('*');
    await admin.sees('Matches nobody', '.okta-sync-count');
    await admin.page.getByLabel('People who are never touched').fill('');
    await admin.sees('Matches', '.okta-sync-count strong:not(.error)');
  });

  await suite.test('a trial with the first people is seen before it is done', admin, async () => {
    await admin.go(`/connections/${connection.id}`);
    const people = admin.page.getByLabel('Trial with the first');
    assert.equal(await people.inputValue(), '25');
    await people.fill('3');
    await admin.inspect('trial');
    await admin.button('Dry run of the trial').click();
    await ended(admin);
    await admin.sees('This was a trial: it looked at the first');
    assert.equal(await tile(admin, 'create'), 3);
    await admin.inspect('run-trial');
    assert.equal(await admin.button('Mark as reviewed').count(), 0);
    await admin.button('Apply this dry run').click();
    await admin.answer('Apply');
    await admin.page.waitForURL(url => !url.search);
    await ended(admin);
    assert.equal(await tile(admin, 'failed'), 0);
    await admin.go(`/runs?connection=${connection.id}`);
    await admin.sees('Trial with the first 3 people', 'tbody');
    await admin.sees('Dry run of a trial with the first 3 people', 'tbody');
  });

  await suite.test('a condition that Okta does not take is explained at its field', admin, async () => {
    await admin.go(`/connections/${connection.id}`);
    admin.expectComplaint(/status of 400/);
    await admin.choose('A search');
    await admin.page.getByLabel('Condition').fill('profile.department is nice');
    await admin.sees('Okta does not take this condition', '.okta-sync-count');
    await admin.button('Save').click();
    await admin.sees('Not saved');
    assert.equal(await admin.page.getByLabel('Condition').getAttribute('aria-invalid'), 'true');
  });

  await suite.test('a status gets a rule of its own', admin, async () => {
    await admin.go(`/connections/${connection.id}`);
    await admin.page.getByText('Other rules for single statuses').click();
    await admin.page.locator('#okta-sync-status-SUSPENDED').selectOption('keep');
    await admin.button('Save').click();
    await admin.sees('Saved', '.aui-message-success');
    const saved = await rest(admin, 'GET', `/connections/${connection.id}`);
    assert.deepEqual(saved.leavers.byStatus, [{ status: 'SUSPENDED', policy: 'keep' }]);
  });

  await suite.test('who leaves may wait, and be told by e-mail', admin, async () => {
    await admin.go(`/connections/${connection.id}`);
    admin.expectComplaint(/status of 400/);
    const days = admin.page.getByLabel('Days before the inactive are deactivated');
    assert.equal(await days.inputValue(), '0');
    await days.fill('400');
    await admin.page.getByLabel('Days before those out of scope are deactivated').fill('14');
    await admin.page.locator('.okta-sync-switch label').filter({ hasText: 'Tell people' }).click();
    await admin.page.getByLabel('Whom to ask').fill('it@example.com');
    await admin.button('Save').click();
    await admin.sees('Not saved');
    assert.equal(await days.getAttribute('aria-invalid'), 'true');
    await days.fill('7');
    await admin.button('Save').click();
    await admin.sees('Saved', '.aui-message-success');
    await admin.inspect('grace');
    const saved = await rest(admin, 'GET', `/connections/${connection.id}`);
    assert.deepEqual(saved.leavers.grace, { inactive: 7, outOfScope: 14, notFound: 0 });
    assert.equal(saved.leavers.tell, true);
    assert.equal(saved.leavers.contact, 'it@example.com');
    await rest(admin, 'PUT', `/connections/${connection.id}`, {
      version: saved.version,
      scope: { people: 'filter', expression: 'profile.lastName eq "Nobody"' },
      guardrails: { minUsers: 0, minUsersPercent: 0, maxDeactivations: { count: 100, percent: 100 } },
    });
    const wait = await run(admin, connection.id, { dryRun: true });
    assert.ok(wait.planned.users.waiting > 0);
    await admin.go(`/runs/${wait.id}`);
    assert.equal(await tile(admin, 'wait'), wait.planned.users.waiting);
    await admin.page.click('.okta-sync-tile-wait');
    await admin.sees('Deactivated no earlier than', 'tbody');
    await admin.inspect('run-waiting');
    await rest(admin, 'DELETE', `/connections/${connection.id}`);
  });
}
