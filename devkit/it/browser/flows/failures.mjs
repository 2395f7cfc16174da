// When something is missing, slow, broken or over.
import assert from 'node:assert/strict';
import { card, ended, startSync } from './runs.mjs';

/** Failures that a person must be able to understand. */
export async function failureFlows(world) {
  const { suite, admin, company } = world;
  const connections = '**/rest/okta-sync/1.0/connections?*';

  await suite.test('a run that fails says why', admin, async () => {
    await company.revokeToken(true);
    await startSync(admin, world.connection);
    assert.match(await ended(admin), /Failed/i);
    await admin.sees(/token/i, '.aui-message-error');
    await admin.inspect('run-failed');
    await company.revokeToken(false);
    await admin.go();
    await admin.sees('The last run did not finish', '.aui-message-error');
    await admin.inspect('overview-failed');
  });

  await suite.test('runs and connections that do not exist are said to be missing', admin, async () => {
    admin.expectComplaint(/status of 404/);
    for (const path of ['/runs/999999', '/connections/999999', '/connections/999999/links']) {
      await admin.go(path);
      await admin.sees('This does not exist, or no longer', '.aui-message-error');
    }
    await admin.inspect('missing');
  });

  await suite.test('while a list is on its way the page says so', admin, async () => {
    let release;
    const held = new Promise(resolve => (release = resolve));
    await admin.page.route(connections, async route => {
      await held;
      await route.continue();
    });
    await admin.page.goto(admin.address());
    await admin.sees('Loading', '.okta-sync-loading');
    await admin.picture('loading');
    release();
    await admin.settled();
    await admin.page.unroute(connections);
  });

  await suite.test('what is missing in this Jira is said on the first page', admin, async () => {
    const health = '**/rest/okta-sync/1.0/health';
    const message = 'This Jira offers no audit log.';
    const checks = [{ name: 'audit', ok: false, code: 'audit-unavailable', message }, { name: 'database', ok: true }];
    await admin.go();
    assert.equal(await admin.page.getByText('missing or broken in this Jira').count(), 0);
    await admin.page.route(health, route => route.fulfill({ json: { ok: false, checks } }));
    await admin.go();
    await admin.sees(message, '.aui-message-warning');
    await admin.inspect('overview-health');
    await admin.page.unroute(health);
  });

  await suite.test('an error of the server and a lost network are told apart', admin, async () => {
    admin.expectComplaint(/status of 500|ERR_FAILED/);
    await admin.page.route(connections, route => route.fulfill({ status: 500, body: '<html>proxy</html>' }));
    await admin.go();
    await admin.sees('Jira answered with error 500', '.aui-message-error');
    await admin.inspect('server-error');
    await admin.page.unroute(connections);
    await admin.page.route(connections, route => route.abort());
    await admin.go();
    await admin.sees('Jira did not answer', '.aui-message-error');
    await admin.inspect('network-error');
    await admin.page.unroute(connections);
  });

  await suite.test('when the session is over, a press on a button leads back to signing in', admin, async () => {
    admin.expectComplaint(/status of 401/);
    await admin.go();
    await admin.page.context().clearCookies();
    await card(admin, world.connection).getByRole('button', { name: 'Dry run' }).click();
    await admin.sees('Your session has ended', '.aui-message-error');
    await admin.inspect('session-over');
    await admin.link('Sign in again').click();
    await admin.page.locator('#login-form-username').waitFor();
    await admin.signIn('admin');
    await admin.confirmPassword('admin');
    await admin.page.waitForURL(admin.address());
    await admin.settled();
  });
}
