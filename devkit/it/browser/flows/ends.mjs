// What is kept and what goes: history, people, and a connection at its end.
import assert from 'node:assert/strict';
import { card } from './runs.mjs';

/** The settings of the product, a person to be forgotten, and the end of a connection. */
export async function endFlows(world) {
  const { suite, admin, company } = world;

  await suite.test('how long runs are kept can be changed, and stays', admin, async () => {
    await admin.go('/settings');
    await admin.sees(/the history has [\d,]+ rows/);
    await admin.inspect('product-settings');
    await admin.page.getByLabel('Days', { exact: true }).fill('30');
    const saved = admin.page.waitForResponse(answer => answer.request().method() === 'PUT');
    await admin.button('Save').click();
    assert.equal((await saved).status(), 200);
    await admin.go('/settings');
    assert.equal(await admin.page.getByLabel('Days', { exact: true }).inputValue(), '30');
  });

  await suite.test('a person is forgotten by Okta id; one who is not known is named as such', admin, async () => {
    admin.expectComplaint(/status of 404/);
    await forget(admin, world.connection, '00unobody');
    await admin.sees('00unobody');
    await admin.inspect('forget-unknown');
    await forget(admin, world.connection, (await company.people()).at(-1).id);
    await admin.sees('Forgotten', '.aui-message-success');
    await admin.inspect('forgotten');
  });

  await suite.test('disconnecting says what stays, removes what is chosen and switches the connection off', admin, async () => {
    await admin.go(`/connections/${world.connection}/disconnect`);
    await admin.sees('What stays');
    await admin.inspect('disconnect');
    await admin.page.locator('.okta-sync-switch label').filter({ hasText: 'The schedule' }).click();
    await admin.button('Disconnect…').click();
    const name = await admin.page.locator('.okta-sync-trail a').last().innerText();
    await admin.inspect('disconnect-question');
    await admin.page.getByLabel('Type the name of the connection to confirm').fill(name);
    await admin.answer('Disconnect');
    await admin.sees('Disconnected', '.aui-message-success');
    await admin.inspect('disconnected');
    await admin.go();
    await card(admin, world.connection).getByText('Switched off').waitFor();
  });
}

/** Asks to forget somebody of a connection. */
async function forget(admin, connection, id) {
  await admin.go('/settings');
  await admin.page.getByLabel('Connection', { exact: true }).selectOption(String(connection));
  await admin.page.getByLabel('Okta id of the person').fill(id);
  await admin.button('Forget…').click();
  await admin.answer('Forget');
}
