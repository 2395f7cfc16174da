// People who have an account of the same name in another directory: confirmed, and taken over by the next sync.
import assert from 'node:assert/strict';
import { connect, rest, run } from './own-connection.mjs';
import { dryRun, ended, tile } from './runs.mjs';

const NAMES = ['vera', 'walt', 'xenia'];

/** Taking over accounts of another directory. */
export async function namesakeFlows(world) {
  const { suite, admin, small } = world;
  const elsewhere = () => admin.page.locator('.okta-sync-tile').filter({ hasText: 'Same person elsewhere' });
  let connection;
  const people = NAMES.length;

  await suite.test('the same person in another directory is shown, with that directory', admin, async () => {
    // People of other tests are in several directories by now.
    const scope = { people: 'search', expression: 'profile.lastName eq "Namesake"' };
    for (const name of NAMES) await small.join(profile(name));
    const before = await connect(admin, small, 'Old place', { scope, groups: { forAllUsers: ['veterans'] } });
    const { counts } = await run(admin, before.id);
    assert.equal(counts.users.created, people);
    await rest(admin, 'DELETE', `/connections/${before.id}`);
    connection = await connect(admin, small, 'New place', { scope, groups: { mode: 'off' } });
    await admin.go(`/connections/${connection.id}/adoption`);
    await admin.sees('Same person elsewhere', '.okta-sync-tile');
    assert.equal(await elsewhere().locator('.okta-sync-tile-number').innerText(), String(people));
    await elsewhere().click();
    await admin.settled();
    await admin.sees('Old place, place', 'tbody');
    await admin.inspect('adoption-namesakes');
  });

  await suite.test('groups that go along are chosen from a list with numbers', admin, async () => {
    await admin.button('Groups that go along…').click();
    const row = admin.page.locator('dialog tr').filter({ hasText: 'veterans' });
    await row.waitFor();
    assert.match(await row.innerText(), new RegExp(`${people}\\s*$`));
    await admin.sees('This Jira adds up the memberships', 'dialog');
    await row.getByRole('checkbox').check();
    await admin.inspect('adoption-groups');
    await admin.answer('Save');
    await admin.sees('Saved: 1 groups go along', '.aui-message-success');
    const saved = await rest(admin, 'GET', `/connections/${connection.id}`);
    assert.deepEqual(saved.groups.takeOver, ['veterans']);
  });

  await suite.test('who is confirmed waits, and can be taken back', admin, async () => {
    await admin.page.getByRole('button', { name: /^Adopt exact/ }).click();
    await admin.choose(`Same person elsewhere: ${people}`);
    await admin.sees('makes their accounts', 'dialog');
    await admin.inspect('adoption-namesakes-question');
    await admin.answer('Adopt');
    assert.match(await ended(admin), /Succeeded/i);
    await admin.sees('take over their account of another directory');
    await admin.go(`/connections/${connection.id}/adoption`);
    await admin.button('Take back').first().click();
    await elsewhere().filter({ hasText: '1' }).waitFor();
    await admin.sees('Waits for the next sync', '.okta-sync-tile');
    await admin.inspect('adoption-namesakes-wait');
  });

  await suite.test('a dry run says from where each account is taken over', admin, async () => {
    await dryRun(admin, connection.id);
    assert.equal(await tile(admin, 'create'), people - 1);
    assert.equal(await tile(admin, 'add'), people - 1);
    await admin.sees('Taken over from', 'tbody');
    await admin.inspect('run-taken-over');
  });

  await suite.test('who is in Okta no longer is shown, and taken back with one click', admin, async () => {
    const at = `/connections/${connection.id}/adoption?verdict=namesake-waits&refresh=true`;
    const [first, second] = (await rest(admin, 'GET', at)).values;
    await small.delete({ id: first.sourceId });
    await rest(admin, 'GET', at);
    await admin.go(`/connections/${connection.id}/adoption`);
    const row = admin.page.locator('tbody tr').filter({ hasText: 'Okta no longer has the person' });
    await row.waitFor();
    await admin.inspect('adoption-namesake-gone');
    await row.getByRole('button', { name: 'Take back' }).click();
    await row.waitFor({ state: 'detached' });
    const left = (await rest(admin, 'GET', at)).values;
    assert.deepEqual(left.map(({ sourceId }) => sourceId), [second.sourceId]);
    await admin.go();
    await rest(admin, 'DELETE', `/connections/${connection.id}`);
  });
}

function profile(name) {
  const login = `${name}.namesake@larkfield.example`;
  return { login, email: login, firstName: name, lastName: 'Namesake' };
}
