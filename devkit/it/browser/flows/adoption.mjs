// A connection ends and its people are taken over by the next one.
import assert from 'node:assert/strict';
import { fillConnection, shownConnection } from './connection.mjs';
import { dryRun, ended, tile } from './runs.mjs';

/** Deleting a connection, and adopting what it left. */
export async function adoptionFlows(world) {
  const { suite, admin, company } = world;

  await suite.test('a connection is deleted once its name is typed', admin, async () => {
    await admin.go(`/connections/${world.connection}`);
    await admin.button('Delete connection…').click();
    await admin.inspect('connection-delete-question');
    const confirm = admin.page.locator('dialog').getByRole('button', { name: 'Delete' });
    assert.equal(await confirm.isDisabled(), true);
    await admin.page.getByLabel('Type the name of the connection to confirm').fill('Larkfield');
    await confirm.click();
    await admin.page.waitForURL(admin.address());
    await admin.settled();
    assert.equal(await admin.page.locator('.okta-sync-card').count(), 0);
  });

  await suite.test('a new connection takes the directory that is there', admin, async () => {
    await admin.go('/connections/new');
    const { url, token } = company;
    await fillConnection(admin, { name: 'Larkfield', url, token, directory: '' });
    await admin.choose('Okta');
    await admin.button('Create connection').click();
    await admin.sees('Saved', '.aui-message-success');
    world.connection = shownConnection(admin);
    await dryRun(admin, world.connection);
    assert.equal(await tile(admin, 'update'), 0, 'nobody is ours yet');
    await admin.inspect('run-before-adoption');
  });

  await suite.test('adoption shows who matches, by which rule', admin, async () => {
    for (const person of (await company.people()).filter(plain).slice(3, 9)) {
      const [given, family] = person.profile.login.split('@')[0].split('.');
      await company.update(person, { login: `${given[0]}${family}@larkfield.example` });
    }
    await admin.go(`/connections/${world.connection}/adoption`);
    await admin.button('Read again').click();
    await admin.settled();
    await admin.sees('Exact', '.okta-sync-tile');
    await admin.sees('By e-mail', '.okta-sync-tile');
    await admin.inspect('adoption');
    await admin.document('adoption');
    await admin.page.locator('.okta-sync-tile').filter({ hasText: 'By e-mail' }).click();
    await admin.settled();
    assert.equal(await admin.page.locator('tbody tr').count(), 6);
    await admin.inspect('adoption-by-email');
  });

  await suite.test('exact and e-mail matches are adopted, and nobody is created twice', admin, async () => {
    await admin.page.getByRole('button', { name: /^Adopt exact/ }).click();
    await admin.choose('By e-mail: 6');
    await admin.inspect('adoption-question');
    await admin.answer('Adopt');
    assert.match(await ended(admin), /Succeeded/i);
    assert.ok((await tile(admin, 'adopt-user')) > 80);
    assert.ok((await tile(admin, 'adopt-group')) > 10);
    await dryRun(admin, world.connection);
    assert.equal(await tile(admin, 'create'), 0);
    assert.equal(await tile(admin, 'rename'), 6);
    assert.equal(await tile(admin, 'remove'), 0);
  });
}

/** A login of the form given.family in plain letters, of somebody who may sign in. */
function plain({ status, profile }) {
  return status === 'ACTIVE' && /^[a-z]+\.[a-z]+@/.test(profile.login) && profile.login === profile.email;
}
