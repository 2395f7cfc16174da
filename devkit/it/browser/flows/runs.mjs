// A dry run, what it shows, and doing it.
import assert from 'node:assert/strict';

/** The group of everybody who may use Jira. */
const LICENSED = 'Jira users';

/** Waits until the run whose page is shown is over; answers its state in words. */
export async function ended(admin) {
  await admin.page.waitForURL(/runs\/\d+/);
  await admin.page.locator('.okta-sync-columns').waitFor({ timeout: 60_000 });
  await admin.settled();
  return (await admin.page.locator('h2 .okta-sync-lozenge').innerText()).trim();
}

/** Starts a dry run from the overview and waits for its end. */
export async function dryRun(admin, connection) {
  await admin.go();
  await card(admin, connection).getByRole('button', { name: 'Dry run' }).click();
  return ended(admin);
}

/** Starts a sync from the overview by one of its buttons, without waiting. */
export async function startSync(admin, connection, button = 'Sync now') {
  await admin.go();
  await card(admin, connection).getByRole('button', { name: button }).click();
  await admin.answer('Sync now');
  await admin.page.waitForURL(/runs\/\d+/);
}

/** The card of a connection on the overview. */
export function card(admin, connection) {
  return admin.page.locator(`.okta-sync-card[data-connection="${connection}"]`);
}

/** The number that a tile shows. */
export async function tile(admin, name) {
  const text = await admin.page.locator(`.okta-sync-tile-${name} .okta-sync-tile-number`).innerText();
  return Number(text.replaceAll(/\D/g, ''));
}

/** From the first dry run to accounts in Jira. */
export async function runFlows(world) {
  const { suite, admin, company } = world;

  await suite.test('a dry run from the overview shows every change and writes nothing', admin, async () => {
    await company.addMembers(await company.group(LICENSED), await company.people());
    const users = await jiraUsers(admin);
    assert.match(await dryRun(admin, world.connection), /Succeeded/i);
    assert.ok((await tile(admin, 'create')) > 150);
    assert.ok((await tile(admin, 'add')) > 100);
    assert.ok((await admin.page.locator('tbody tr').count()) > 20);
    await admin.inspect('run-dry');
    await admin.document('run');
    assert.equal(await jiraUsers(admin), users);
  });

  await suite.test('a tile shows its changes, the address keeps the choice', admin, async () => {
    const groups = await tile(admin, 'create-group');
    await admin.page.click('.okta-sync-tile-create-group');
    await admin.sees(`1–${groups} of ${groups}`, '.okta-sync-range');
    await admin.page.reload();
    await admin.settled();
    assert.equal(await admin.page.locator('tbody tr').count(), groups);
    const pressed = admin.page.locator('.okta-sync-tile[aria-pressed=true]');
    assert.match(await pressed.getAttribute('class'), /create-group/);
    await admin.inspect('run-filtered');
    await admin.page.click('.okta-sync-tile-leave');
    await admin.page.waitForURL(/operation=leave/);
    await admin.inspect('run-left-alone');
  });

  await suite.test('a search without a hit says so, and CSV holds what is shown', admin, async () => {
    await admin.page.getByLabel('Search by name or Okta id').fill('nobody-is-called-so');
    await admin.sees('Nothing matches');
    await admin.inspect('run-no-match');
    await admin.page.goto(admin.page.url().replace(/\?.*/, '?kind=group&operation=create'));
    await admin.settled();
    const [file] = await Promise.all([admin.page.waitForEvent('download'), admin.link('CSV').click()]);
    assert.match(file.suggestedFilename(), /\.csv$/);
  });

  await suite.test('the dry run is applied, and Jira shows the people and groups', admin, async () => {
    await admin.page.goto(admin.page.url().replace(/\?.*/, ''));
    await admin.settled();
    const person = (await company.people()).find(({ status }) => status === 'ACTIVE');
    await admin.button('Apply this dry run').click();
    await admin.inspect('run-apply-question');
    await admin.answer('Apply');
    await admin.page.waitForURL(url => !url.search);
    await ended(admin);
    assert.equal(await tile(admin, 'failed'), 0);
    assert.ok((await tile(admin, 'create')) > 150);
    await admin.inspect('run-applied');
    await inJira(admin, 'UserBrowser', person.profile.login.toLowerCase(), 'Active');
  });

  await suite.test('the new people get access to Jira, as by any other group', admin, async () => {
    await admin.page.goto(`${admin.jira}/secure/admin/GlobalPermissions!default.jspa`);
    const field = admin.page.getByLabel(/^Group for jira-software/);
    await field.fill(LICENSED);
    await field.press('Enter');
    await admin.page.getByRole('link', { name: LICENSED, exact: true }).waitFor();
  });

  await suite.test('the overview tells the result and no longer the first steps', admin, async () => {
    await admin.go();
    await admin.sees('People created', '.okta-sync-card');
    assert.equal(await admin.page.locator('.okta-sync-steps').count(), 0);
    await admin.inspect('overview');
  });
}

/** How many accounts Jira's own page counts. */
async function jiraUsers(admin) {
  const answer = await admin.page.request.get(`${admin.jira}/secure/admin/user/UserBrowser.jspa`);
  return (await answer.text()).match(/UserBrowser\.jspa\?name=/g)?.length;
}

/** Fails unless Jira's own list shows this name with this text in its row. */
export async function inJira(admin, browser, name, text) {
  const address = `${admin.jira}/secure/admin/user/${browser}.jspa?q=${encodeURIComponent(name)}`;
  await admin.page.goto(address);
  const row = admin.page.locator('tr').filter({ has: admin.page.getByRole('link', { name, exact: true }) });
  assert.match(await row.first().innerText(), new RegExp(`\\b${text}\\b`));
}
