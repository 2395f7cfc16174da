// What is kept: history, what is linked, what is left alone.
import assert from 'node:assert/strict';
import { ended } from './runs.mjs';

/** The lists of a connection. */
export async function listFlows(world) {
  const { suite, admin } = world;
  const at = () => `/connections/${world.connection}`;

  await suite.test('the history lists every run with its result', admin, async () => {
    await admin.go('/runs');
    const states = await admin.page.locator('tbody tr').allInnerTexts();
    assert.ok(states.length >= 6);
    assert.ok(states.some(row => /Dry run/.test(row)));
    assert.ok(states.some(row => /Cancelled/i.test(row)));
    await admin.inspect('history');
    await admin.page.getByLabel('Connection').selectOption({ label: 'Larkfield' });
    await admin.page.locator('.okta-sync-tabs').waitFor();
    await admin.inspect('history-of-connection');
  });

  await suite.test('what is left alone is listed with the reason', admin, async () => {
    await admin.go(`${at()}/left-alone`);
    assert.ok((await admin.page.locator('tbody tr').count()) > 2);
    await admin.inspect('left-alone');
  });

  await suite.test('a link is released and adopted again', admin, async () => {
    const group = 'Newcomers of the year';
    await admin.go(`${at()}/links?q=${encodeURIComponent(group)}`);
    await admin.inspect('links');
    await admin.button('Release').click();
    await admin.inspect('links-release-question');
    await admin.answer('Release');
    await admin.sees('Released', '.aui-message-success');
    await admin.go(`${at()}/adoption`);
    await admin.button('Read again').click();
    await admin.settled();
    await admin.page.getByLabel(`Select ${group}`).check();
    await admin.page.getByRole('button', { name: /^Adopt selected/ }).click();
    await admin.inspect('adoption-one-question');
    await admin.answer('Adopt');
    assert.match(await ended(admin), /Succeeded/i);
    await admin.sees(group, 'tbody tr');
    await admin.inspect('run-adoption');
  });

  await suite.test('members of an adopted group stay until a person says otherwise', admin, async () => {
    const box = admin.page.getByLabel('Keep members of Newcomers of the year that we did not add');
    await admin.go(`${at()}/links?q=Newcomers`);
    assert.equal(await box.isChecked(), true);
    await box.click();
    await admin.inspect('links-keep-question');
    await admin.answer('Let them be removed');
    await admin.sees('From the next sync on', '.aui-message-success');
    await admin.settled();
    assert.equal(await box.isChecked(), false);
  });
}
