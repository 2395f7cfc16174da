// One person looked at and synced alone; and what settings would change before they are saved.
import assert from 'node:assert/strict';
import { connect, rest, run } from './own-connection.mjs';

/** The page that tests a person, and the effect of settings that are not saved. */
export async function onePersonFlows(world) {
  const { suite, admin, small } = world;
  let connection;
  let person;

  await suite.test('a person goes through the steps, and is synced alone', admin, async () => {
    connection = await connect(admin, small, 'One by one');
    // Nobody of the same name may be left over from connections that other tests have ended.
    const login = 'one.by.one@larkfield.example';
    person = await small.join({ login, email: login, firstName: 'One', lastName: 'By One' });
    await admin.go(`/connections/${connection.id}/person`);
    await admin.page.getByLabel('Person').fill(person.id);
    await admin.button('Find').click();
    await admin.sees('Found in Okta', '.okta-sync-card-step');
    await admin.sees('There is no account yet');
    await admin.inspect('person-new');
    await admin.document('person');
    await admin.button('Sync this person').click();
    await admin.answer('Sync this person');
    await admin.page.waitForURL(/\/runs\/\d+/);
    await admin.sees('Sync of one person');
    await admin.sees('Done');
    const links = await rest(admin, 'GET', `/connections/${connection.id}/links`);
    assert.ok(links.values.some(({ sourceId }) => sourceId === person.id));
    assert.equal(links.values.filter(({ kind }) => kind === 'user').length, 1);
  });

  await suite.test('afterwards there is nothing to do, and groups say why', admin, async () => {
    await admin.go(`/connections/${connection.id}/person?user=${person.id}`);
    await admin.sees('Nothing to do');
    await admin.inspect('person-in-step');
  });

  await suite.test('what settings would change is shown before they are saved', admin, async () => {
    await run(admin, connection.id);
    await admin.go(`/connections/${connection.id}`);
    await admin.button('Show what would change').click();
    await admin.sees('These settings would change nothing', '.aui-message-success');
    await admin.choose('A filter');
    await admin.page.getByLabel('Condition').fill('status eq "STAGED"');
    await admin.button('Show what would change').click();
    await admin.sees('New with these settings', '.okta-sync-messages');
    await admin.inspect('difference');
    await admin.document('difference');
    const saved = await rest(admin, 'GET', `/connections/${connection.id}`);
    assert.equal(saved.scope.people, 'everyone');
  });

  await suite.test('what takes long is followed step by step, and can be cancelled', admin, async () => {
    await small.slow(3000);
    await admin.go(`/connections/${connection.id}`);
    await admin.button('Show what would change').click();
    await admin.sees('Step 1 of 3', '.okta-sync-messages');
    await admin.picture('difference-under-way');
    await admin.button('Cancel').click();
    await admin.sees('Cancelled', '.okta-sync-messages');
    await small.fast();
    await admin.inspect('difference-cancelled');
    await admin.button('Show what would change').click();
    await admin.sees('These settings would change nothing', '.aui-message-success');
    await admin.go();
    await rest(admin, 'DELETE', `/connections/${connection.id}`);
  });
}
