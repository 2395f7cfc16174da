// Runs that start by themselves, and a run that is taken back.
import assert from 'node:assert/strict';
import { card, dryRun, ended, inJira, startSync } from './runs.mjs';

/** A schedule is switched on after a look at a dry run; then a run is undone. */
export async function scheduleFlows(world) {
  const { suite, admin, company } = world;

  await suite.test('a dry run is marked as reviewed', admin, async () => {
    assert.match(await dryRun(admin, world.connection), /Succeeded/i);
    await admin.button('Mark as reviewed').click();
    await admin.inspect('run-review-question');
    await admin.answer('Mark as reviewed');
    await admin.page.locator('.okta-sync-facts dt').filter({ hasText: 'Reviewed by' }).waitFor();
    await admin.inspect('run-reviewed');
  });

  await suite.test('then a schedule says when its next run is', admin, async () => {
    await setCron(admin, world.connection);
    await admin.sees('Saved', '.aui-message-success');
    await admin.go();
    await card(admin, world.connection).getByText('next run').waitFor();
    await admin.inspect('overview-schedule');
  });

  await suite.test('a run is shown as it would be undone, then undone, and the schedule pauses', admin, async () => {
    // The first is the administrator whose token the connection uses.
    const person = (await company.people()).find(
      ({ status, profile }, i) => i > 0 && status === 'ACTIVE' && /^[a-z.]+@[a-z.]+$/.test(profile.login),
    );
    await company.setStatus(person, 'DEPROVISIONED');
    await startSync(admin, world.connection);
    assert.match(await ended(admin), /Succeeded/i);
    const run = admin.page.url();
    await inJira(admin, 'UserBrowser', person.profile.login, 'Inactive');

    await undo(admin, run);
    assert.match(await ended(admin), /Succeeded/i);
    await admin.inspect('run-undo-dry');
    await inJira(admin, 'UserBrowser', person.profile.login, 'Inactive');

    await admin.page.goto(run);
    await admin.settled();
    await undo(admin, run, 'Only show what would be taken back');
    assert.match(await ended(admin), /Succeeded/i);
    await admin.inspect('run-undo');
    await inJira(admin, 'UserBrowser', person.profile.login, 'Active');
    await admin.go();
    await admin.sees('the schedule is paused', `.okta-sync-card[data-connection="${world.connection}"]`);
    await admin.inspect('overview-schedule-paused');
  });
}

/** Once a year, so that nothing starts while tests run. */
async function setCron(admin, connection) {
  await admin.go(`/connections/${connection}`);
  await admin.page.getByLabel('Cron expression', { exact: true }).fill('0 0 3 1 1 ?');
  await admin.button('Save').click();
}

/** Asks to undo a run; `unwanted` is a box that is unticked first. */
async function undo(admin, run, unwanted) {
  await admin.page.goto(run);
  await admin.settled();
  await admin.button('Undo this run').click();
  if (unwanted) await admin.choose(unwanted);
  else await admin.inspect('run-undo-question');
  await admin.answer('Undo');
  await admin.page.waitForURL(address => address.href !== run);
}
