// A plan that goes beyond a limit waits for a person.
import assert from 'node:assert/strict';
import { card, ended, inJira, startSync, tile } from './runs.mjs';

/** The page of the connection shows this field, marked and with the focus. */
async function atField(admin, legend) {
  await admin.page.locator('.okta-sync-wanted').filter({ hasText: legend }).waitFor();
  await admin.settled();
  const marked = admin.page.locator('.okta-sync-wanted');
  assert.equal(await marked.count(), 1);
  assert.equal(await marked.evaluate(field => field.contains(document.activeElement)), true);
  const { y, height } = await marked.boundingBox();
  assert.ok(y >= 0 && y + height <= admin.page.viewportSize().height, `stands at ${y}`);
}

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
    await admin.sees(/would deactivate \d+ people, .*and \d+ are allowed/, '.aui-message-error');
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

  await suite.test('the way to the limit leads to its very field', admin, async () => {
    const run = admin.page.url();
    await admin.link('Show this limit').first().click();
    await atField(admin, 'People deactivated in one run');
    await admin.inspect('connection-limit');
    await admin.page.goto(run);
    await admin.settled();
    await admin.link('Change the limit').click();
    await atField(admin, 'People deactivated in one run');
    await admin.page.goto(run);
    await admin.settled();
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
