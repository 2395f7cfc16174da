// Who may see the pages at all.
import assert from 'node:assert/strict';

/** Signing in, the second password, and people who may not come in. */
export async function accessFlows({ suite, open, admin }) {
  await suite.test('a visitor signs in, gives the password again and sees the first page', admin, async () => {
    await admin.page.goto(admin.address());
    assert.match(admin.page.url(), /login/);
    await admin.signIn('admin');
    await admin.page.waitForURL(/WebSudo/);
    await admin.confirmPassword('admin');
    await admin.page.waitForURL(admin.address());
    await admin.settled();
  });

  await suite.test('an empty overview shows the way to the first sync', admin, async () => {
    await admin.go();
    assert.equal(await admin.page.locator('.okta-sync-steps li').count(), 6);
    await admin.inspect('overview-empty');
    await admin.link('Connect to Okta').click();
    await admin.page.waitForURL(/connections\/new/);
  });

  await suite.test('an empty history says what to do', admin, async () => {
    await admin.go('/runs');
    await admin.sees('No runs yet');
    await admin.inspect('history-empty');
  });

  const fred = await open();
  await suite.test('people without the permission are turned away with a reason', fred, async () => {
    fred.expectComplaint(/status of 403/);
    await fred.page.goto(fred.address());
    await fred.signIn('fred');
    await fred.sees('For system administrators only', 'body');
    const answer = await fred.page.request.get(fred.address());
    assert.equal(answer.status(), 403);
    await fred.inspect('refused');
  });
  await fred.page.context().close();
}
