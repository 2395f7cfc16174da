// Names of the greatest length and of every script fit.
import assert from 'node:assert/strict';
import { fillConnection, shownConnection } from './connection.mjs';
import { dryRun, ended, startSync } from './runs.mjs';

const LONGEST = 255;
const NAMES = [
  'Unbroken'.padEnd(LONGEST, 'abcdefghij'),
  'قسم الهندسة والتطوير والبحث '.repeat(10).slice(0, LONGEST).trim(),
  'צוות הפיתוח והמחקר של החברה '.repeat(9).slice(0, LONGEST).trim(),
  '人事総務部門と研究開発本部'.repeat(20).slice(0, LONGEST),
  '<b>bold</b> & "quoted"',
];

/** A connection, people and groups with such names. */
export async function longNameFlows(world) {
  const { suite, admin, small } = world;
  const name = 'Organisation'.padEnd(100, 'WwwW');
  let connection;

  await suite.test('long names and names of every script fit where a connection is shown', admin, async () => {
    for (const [i, text] of NAMES.entries()) {
      const group = await small.group(text);
      const login = `long.name.${i}@larkfield.example`;
      await small.join({ login, email: login, firstName: 'Long', lastName: 'Name', displayName: text }, group);
    }
    await admin.go('/connections/new');
    await fillConnection(admin, { name, url: small.url, token: small.token, directory: 'D'.repeat(60) });
    await admin.button('Create connection').click();
    await admin.sees('Saved', '.aui-message-success');
    connection = shownConnection(admin);
    await admin.inspect('long-connection');
    await admin.go();
    await admin.inspect('long-overview');
  });

  await suite.test('long names fit in a run, as text and never as markup', admin, async () => {
    await dryRun(admin, connection);
    await admin.inspect('long-dry-run');
    await admin.page.click('.okta-sync-tile-create-group');
    await admin.sees(NAMES[0], 'tbody tr');
    await admin.inspect('long-groups');
    await admin.page.click('.okta-sync-tile-leave');
    await admin.sees('<b>bold</b>', 'tbody tr');
    assert.equal(await admin.page.locator('#okta-sync b').count(), 0);
    await startSync(admin, connection);
    await ended(admin);
    await admin.inspect('long-run');
  });

  await suite.test('long names fit in every list of a connection', admin, async () => {
    for (const list of ['links', 'left-alone', 'adoption']) {
      await admin.go(`/connections/${connection}/${list}`);
      await admin.inspect(`long-${list}`);
    }
    await admin.go('/runs');
    await admin.inspect('long-history');
  });

  await suite.test('long names fit in the question before a link is released', admin, async () => {
    await admin.go(`/connections/${connection}/links?q=Unbroken`);
    await admin.button('Release').click();
    await admin.inspect('long-question');
    await admin.answer('Go back');
    await admin.page.locator('dialog').waitFor({ state: 'detached' });
  });
}
