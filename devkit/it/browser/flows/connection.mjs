// Making a connection through the form.
import assert from 'node:assert/strict';

/** Fills what a new connection needs. */
export async function fillConnection(admin, { name, url, token, directory }) {
  const { page } = admin;
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Okta domain').fill(url);
  await page.getByLabel('API token').fill(token);
  await page.getByLabel('Name of the new directory').focus();
  await page.getByLabel('Name of the new directory').fill(directory);
}

/** The number of the connection whose page is shown. */
export function shownConnection(admin) {
  return Number(/connections\/(\d+)/.exec(admin.page.url())[1]);
}

/** Mistakes, corrections, saving and testing. */
export async function connectionFlows(world) {
  const { suite, admin, company } = world;
  const wanted = { name: 'Larkfield', url: company.url, token: company.token, directory: 'Okta' };

  await suite.test('an empty form names what is missing, at the fields', admin, async () => {
    admin.expectComplaint(/status of 400/);
    await admin.go('/connections/new');
    await admin.inspect('connection-new');
    await admin.button('Create connection').click();
    await admin.sees('Not saved');
    assert.equal(await admin.page.getByLabel('API token').getAttribute('aria-invalid'), 'true');
    await admin.inspect('connection-errors');
  });

  await suite.test('a wrong domain is explained at its field', admin, async () => {
    admin.expectComplaint(/status of 400/);
    await admin.go('/connections/new');
    await fillConnection(admin, { ...wanted, url: 'http://okta .example.com/a b' });
    await admin.button('Create connection').click();
    await admin.sees('Not saved');
    const domain = admin.page.getByLabel('Okta domain');
    assert.equal(await domain.getAttribute('aria-invalid'), 'true');
    const [, error] = (await domain.getAttribute('aria-describedby')).split(' ');
    assert.notEqual((await admin.page.locator(`#${error}`).innerText()).trim(), '');
    assert.equal(await domain.evaluate(field => field === document.activeElement), true);
  });

  await suite.test('a connection is made, and its token is not shown again', admin, async () => {
    await fillConnection(admin, wanted);
    await admin.button('Create connection').click();
    await admin.sees('Saved', '.aui-message-success');
    world.connection = shownConnection(admin);
    assert.equal(await admin.page.getByLabel('API token').inputValue(), '');
    assert.ok(!(await admin.page.content()).includes(company.token));
    await admin.inspect('connection-saved');
  });

  await suite.test('before its first full run, the page says what one would take', admin, async () => {
    await company.slow(400);
    try {
      await admin.page.goto(admin.address(`/connections/${world.connection}`));
      await admin.sees('Asking Okta how much there is');
      assert.equal(await admin.page.getByLabel('Okta domain').isVisible(), true);
      await admin.settled();
    } finally {
      await company.fast();
    }
    for (const [fact, value] of [['People in Okta', /about \d/], ['Calls of a full run', /about \d/], ['Reading takes', /about \d+ s/]]) {
      const shown = admin.page.locator('.okta-sync-facts > div').filter({ hasText: fact });
      assert.match(await shown.innerText(), value);
    }
    await admin.inspect('connection-size');
  });

  await suite.test('where Okta does not say, the page is there all the same', admin, async () => {
    admin.expectComplaint(/status of 409/);
    await company.revokeToken(true);
    try {
      await admin.go(`/connections/${world.connection}`);
      await admin.sees('What a full run would take is not known at present', '.aui-message-warning');
      assert.equal(await admin.page.getByLabel('Okta domain').isVisible(), true);
      await admin.inspect('connection-size-unknown');
    } finally {
      await company.revokeToken(false);
    }
    await admin.button('Estimate again').click();
    await admin.sees('Calls of a full run', '.okta-sync-facts');
  });

  await suite.test('the test of a connection goes through its steps', admin, async () => {
    await admin.go(`/connections/${world.connection}`);
    await admin.button('Test connection').click();
    await admin.sees('The connection works', '.aui-message-success');
    for (const step of ['Reach Okta', 'Sign in', 'Read people', 'Read groups']) {
      await admin.sees(step, '.okta-sync-checks li');
    }
    await admin.inspect('connection-tested');
    await admin.document('connection', 1000);
  });

  await suite.test('a test that fails says at which step, and what helps', admin, async () => {
    await company.revokeToken(true);
    try {
      await admin.button('Test connection').click();
      await admin.sees('The connection does not work yet', '.aui-message-error');
      await admin.sees('Failed', '.okta-sync-checks li');
      await admin.inspect('connection-refused');
    } finally {
      await company.revokeToken(false);
    }
  });

  await suite.test('what was changed elsewhere meanwhile is not overwritten', admin, async () => {
    admin.expectComplaint(/status of 409/);
    await admin.go(`/connections/${world.connection}`);
    const address = `${admin.jira}/rest/okta-sync/1.0/connections/${world.connection}`;
    const headers = { 'X-Atlassian-Token': 'no-check' };
    const { version } = await (await admin.page.request.get(address)).json();
    const other = await admin.page.request.put(address, { headers, data: { version, planHours: 25 } });
    assert.equal(other.status(), 200);
    await admin.page.getByLabel('Name', { exact: true }).fill('Mine');
    await admin.button('Save').click();
    await admin.sees('somebody else changed these settings');
    await admin.inspect('connection-conflict');
    await admin.button('Load the present settings').click();
    await admin.page.locator('input').and(admin.page.getByLabel('Name', { exact: true })).waitFor();
    await admin.settled();
    assert.equal(await admin.page.getByLabel('Name', { exact: true }).inputValue(), 'Larkfield');
  });
}
