// A plan that goes beyond a limit waits for a person.
import assert from 'node:assert/strict';
import { card, ended, inJira, startSync, tile } from './runs.mjs';

/** Half of the company leaves at once. */
export async function heldFlows(world) {
  const { suite, admin, company } = world;
  let leaver;

  await suite.test('a run beyond a limit is held and says why', admin, async () => {
    const active = (await company.people()).filter(({ status }) => status === 'ACTIVE');
    // The first is the administrator whose token the connection uses.
    const leavers = active.slice(1).filter((_, i) => i % 2 === 0);
    leaver = leavers.find(({ profile }) => /^[a-z.]+@[a-z.]+$/.test(profile.login));
    for (const person of leavers) {
      await company.setStatus(person, 'DEPROVISIONED');
    }
    await startSync(admin, world.connection);
    assert.match(await ended(admin), /Stopped by a limit/i);
    await admin.sees(/would deactivate \d+ people, and \d+ are allowed/, '.aui-message-error');
    assert.ok((await tile(admin, 'deactivate')) > 50);
    await admin.inspect('run-held');
    await admin.document('held');
  });

  await suite.test('the overview asks for the decision', admin, async () => {
    const run = admin.page.url();
    await admin.go();
    await admin.inspect('overview-held');
    await card(admin, world.connection).getByRole('link', { name: 'Look at it and decide' }).click();
    await admin.page.waitForURL(run);
    await inJira(admin, 'UserBrowser', leaver.profile.login, 'Active');
    await admin.page.goto(run);
  });

  await suite.test('a held run is rejected and nothing is written', admin, async () => {
    await admin.button('Reject').click();
    await admin.inspect('run-reject-question');
    await admin.answer('Reject');
    await admin.page.locator('.okta-sync-facts dt').filter({ hasText: 'Rejected by' }).waitFor();
    await admin.inspect('run-rejected');
    await inJira(admin, 'UserBrowser', leaver.profile.login, 'Active');
  });

  await suite.test('a held run goes once it is approved, in the page', admin, async () => {
    await startSync(admin, world.connection);
    assert.match(await ended(admin), /Stopped by a limit/i);
    const run = admin.page.url();
    await admin.button('Approve once').click();
    await admin.inspect('run-approve-question');
    await admin.answer('Approve and apply');
    await admin.page.locator('.okta-sync-facts dt').filter({ hasText: 'Approved by' }).waitFor({ timeout: 60_000 });
    assert.match(await ended(admin), /Succeeded/i);
    assert.equal(admin.page.url(), run);
    assert.equal(await tile(admin, 'failed'), 0);
    await admin.inspect('run-approved');
    await inJira(admin, 'UserBrowser', leaver.profile.login, 'Inactive');
  });
}
