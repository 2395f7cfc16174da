// A run that takes its time: seen, left, and cancelled.
import assert from 'node:assert/strict';
import { ended, inJira, startSync } from './runs.mjs';

const LONGEST_SILENCE = 2_000;
const LONGEST_CANCEL = 5_000;

/** Progress while it happens. */
export async function progressFlows(world) {
  const { suite, admin, company } = world;
  const name = 'Nell Newcomer';
  const group = 'Newcomers of the year';

  await suite.test('a sync with nothing to do says so', admin, async () => {
    await startSync(admin, world.connection);
    await ended(admin);
    await admin.sees('everything is as it should be');
    await admin.inspect('run-unchanged');
  });

  await suite.test('progress moves at least every two seconds', admin, async () => {
    const made = await company.group(group);
    const login = 'nell.newcomer@larkfield.example';
    await company.join({ login, email: login, firstName: 'Nell', lastName: 'Newcomer', displayName: name }, made);
    await company.slow(1_000);
    await startSync(admin, world.connection, 'Full sync');
    const { texts, longest } = await watch(admin.page.locator('.okta-sync-panel'));
    assert.ok(texts.size >= 4, `the panel said ${[...texts].join(' | ')}`);
    assert.ok(longest <= LONGEST_SILENCE, `the panel stood still for ${longest} ms`);
    assert.match(await ended(admin), /Succeeded|Partly/i);
    await company.fast();
    await inJira(admin, 'UserBrowser', login, 'Active');
    await inJira(admin, 'GroupBrowser', group, '1');
  });

  await suite.test('a run goes on without its page, and is found again', admin, async () => {
    await company.slow(1_500);
    await startSync(admin, world.connection, 'Full sync');
    const run = admin.page.url();
    await admin.inspect('run-running');
    await admin.go();
    await admin.sees('Running', '.okta-sync-card');
    await admin.inspect('overview-running');
    await admin.page.goto(run);
    await admin.page.locator('.okta-sync-panel').waitFor();
    await company.fast();
    assert.match(await ended(admin), /Succeeded|Partly/i);
  });

  await suite.test('a second run is refused with the way to the first', admin, async () => {
    admin.expectComplaint(/status of 409/);
    await company.slow(60_000);
    await startSync(admin, world.connection);
    const run = admin.page.url();
    await admin.go();
    await admin.button('Dry run').click();
    await admin.link('Show the run that is in the way').click();
    await admin.page.waitForURL(run);
  });

  await suite.test('Cancel ends a run within five seconds, even while Okta is silent', admin, async () => {
    await admin.button('Cancel run').click();
    await admin.inspect('run-cancel-question');
    const begin = Date.now();
    await admin.answer('Cancel the run');
    assert.match(await ended(admin), /Cancelled/i);
    const took = Date.now() - begin;
    assert.ok(took <= LONGEST_CANCEL, `it took ${took} ms`);
    await company.fast();
    await admin.inspect('run-cancelled');
  });
}

/** Looks at an element until it is gone: what it said, and the longest time without a change. */
async function watch(panel) {
  const texts = new Set();
  let longest = 0;
  let since = Date.now();
  let last = null;
  await panel.waitFor();
  for (;;) {
    const text = await panel.innerText({ timeout: 300 }).catch(() => null);
    if (text === null) return { texts, longest };
    if (text !== last) {
      since = Date.now();
      last = text;
      texts.add(text);
    }
    longest = Math.max(longest, Date.now() - since);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
