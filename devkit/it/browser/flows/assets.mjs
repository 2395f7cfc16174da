// The page of Assets: from a token to a schema that a mapping can fill.
import assert from 'node:assert/strict';
import { rest } from './own-connection.mjs';
import { ended } from './runs.mjs';

/** A service account's token, the schema, its roles, and building it. */
export async function assetsFlows(world) {
  const { suite, admin } = world;
  const page = admin.page;
  const part = name => page.locator(`#assets-${name}`);

  await suite.test('without a token the page says what comes first', admin, async () => {
    await admin.go(`/connections/${world.connection}/assets`);
    await admin.sees('Enter a token and check it first.');
    await admin.inspect('assets-first');
  });

  await suite.test('a token is kept, checked right by right, and never shown again', admin, async () => {
    const token = await madeToken(admin.jira);
    await page.getByLabel('Personal access token').fill(token);
    await admin.button('Save and check').click();
    await admin.sees('Signed in as admin.', '.aui-message');
    await admin.sees('Set by admin', '#assets-destination');
    assert.equal((await page.content()).includes(token), false);
    await admin.inspect('assets-checked');
  });

  await suite.test('a schema is made with its usual name, linked to, and its roles restricted', admin, async () => {
    await admin.button('Create object schema').click();
    await admin.sees('The schema Okta is used from now on.', '.aui-message-success');
    const link = part('schema').getByRole('link', { name: 'Okta' }).first();
    assert.match(await link.getAttribute('href'), /ObjectSchema\.jspa\?id=\d+$/);
    await admin.button('Restrict schema roles...').click();
    await page.locator('dialog').waitFor();
    await admin.inspect('assets-restrict-question');
    await admin.answer('Restrict');
    await admin.sees('The roles are restricted.', '.aui-message-success');
  });

  await suite.test('what is missing is shown first, and built by one click', admin, async () => {
    await part('build').getByRole('button', { name: 'Preview' }).click();
    await part('build').getByText(/What would be made/).waitFor();
    await admin.inspect('assets-preview');
    await part('build').getByRole('button', { name: 'Build schema' }).click();
    await part('build').getByText('The schema is built, and the mapping is saved.').waitFor({ timeout: 60_000 });
    await admin.settled();
    await admin.inspect('assets-built');
    await part('build').getByRole('button', { name: 'Preview' }).click();
    await part('build').getByText('The schema has everything that the mapping needs.').waitFor();
  });

  await suite.test('a field that is wrong is told where it stands', admin, async () => {
    admin.expectComplaint(/status of 400/);
    await page.getByLabel('Status of objects that are gone').fill('');
    await part('rules').getByRole('button', { name: 'Save' }).click();
    await part('rules').getByText(/Name the status/).waitFor();
    await page.getByLabel('Status of objects that are gone').fill('Not in Okta');
    await part('rules').getByRole('button', { name: 'Save' }).click();
    await admin.sees('Saved.', '.aui-message-success');
  });

  await suite.test('the size of a first import is told before it', admin, async () => {
    await part('import').getByRole('button', { name: 'Estimate' }).click();
    await part('import').getByText('Objects of a first import').waitFor();
    await part('import').getByText('Not counted: Roles.').waitFor();
    await admin.inspect('assets-estimate');
  });

  await suite.test('a dry run shows the objects that would be made', admin, async () => {
    await part('rules').getByText('Write objects').click();
    await part('rules').getByRole('button', { name: 'Save' }).click();
    await admin.sees('Saved.', '.aui-message-success');
    await part('import').getByRole('button', { name: 'Dry run' }).click();
    await page.waitForURL(/\/runs\/\d+/);
    await admin.sees('Planned', '.okta-sync-list');
    await admin.sees('Object', '.okta-sync-list');
    await admin.inspect('assets-run');
  });

  await suite.test('a trial makes the first hundred of each list, and an import makes the others', admin, async () => {
    const first = await importBy('Test (first 100)');
    assert.ok(first >= 100 && first <= 500, `${first} objects`);
    await admin.inspect('assets-trial');
    const others = await importBy('Import');
    assert.ok(others > 0, `${others} objects`);
    const row = page.locator('.okta-sync-list tbody tr').filter({ hasText: 'Users' }).first();
    await row.locator('summary').filter({ hasText: /more/ }).click();
    await row.getByText('Okta Id:').waitFor();
    await admin.inspect('assets-imported');
    assert.equal(await importBy('Import'), 0);
  });

  await suite.test('before an import the question says what would not come out as meant', admin, async () => {
    const at = `/connections/${world.connection}`;
    const { version, assets } = await rest(admin, 'GET', at);
    const lines = assets.mapping.split('\n');
    const line = lines.findIndex(one => one.startsWith('map:profile.'));
    const odd = [...lines.slice(0, line), 'map:profile.nickName=Nowhere', ...lines.slice(line)].join('\n');
    await rest(admin, 'PUT', at, { version, assets: { mapping: odd } });
    await admin.go(`${at}/assets`);
    await part('import').getByRole('button', { name: 'Import', exact: true }).click();
    const question = page.locator('dialog');
    await question.getByText(`Line ${line + 1}`).waitFor();
    await question.getByText(/Nowhere/).waitFor();
    await admin.inspect('assets-import-question');
    await admin.answer('Go back');
    const now = await rest(admin, 'GET', at);
    await rest(admin, 'PUT', at, { version: now.version, assets: { mapping: assets.mapping } });
  });

  await suite.test('a schema that is there is found by a part of its name, and used', admin, async () => {
    const at = `/connections/${world.connection}`;
    const { assets } = await rest(admin, 'GET', at);
    await rest(admin, 'POST', `${at}/assets/schemas`, { name: 'Furniture', key: 'FUR' });
    await admin.go(`${at}/assets`);
    await find('nothing is called so');
    await part('schema').getByText('No schema has this in its name or key.').waitFor();
    await find('urnit');
    await admin.inspect('assets-schema-found');
    await part('schema').getByRole('listitem').filter({ hasText: 'Furniture' }).getByRole('button').click();
    await admin.sees('The schema Furniture is used from now on.', '.aui-message-success');
    await find('okt');
    await part('schema').getByRole('listitem').filter({ hasText: '(OKT)' }).getByRole('button').click();
    await admin.sees('The schema Okta is used from now on.', '.aui-message-success');
    const now = await rest(admin, 'GET', at);
    assert.equal(now.assets.schemaId, assets.schemaId);
    // The types of a schema that somebody comes back to are settled anew.
    const settled = Object.fromEntries(Object.keys(assets.types).map(name => [name, { settled: true }]));
    await rest(admin, 'PUT', at, { version: now.version, assets: { types: settled } });
  });

  await suite.test('where Assets does not offer its roles, the page lists the steps by hand', admin, async () => {
    const roles = '**/assets/roles';
    await page.route(roles, route => route.fulfill({ json: { offered: false, roles: [] } }));
    await admin.go(`/connections/${world.connection}/assets`);
    await admin.button('Restrict schema roles...').click();
    await page.locator('.aui-message ol li').first().waitFor();
    assert.equal(await page.locator('.aui-message ol li').count(), 4);
    await admin.inspect('assets-roles-by-hand');
    await page.unroute(roles);
  });

  await suite.test('settings of Assets that somebody else changed meanwhile are not overwritten', admin, async () => {
    admin.expectComplaint(/status of 409/);
    await admin.go(`/connections/${world.connection}/assets`);
    const { version, planHours } = await rest(admin, 'GET', `/connections/${world.connection}`);
    await rest(admin, 'PUT', `/connections/${world.connection}`, { version, planHours: planHours + 1 });
    await page.getByLabel('Status of objects that are gone').fill('Lost');
    await part('rules').getByRole('button', { name: 'Save' }).click();
    await admin.sees('somebody else changed these settings', '.aui-message-warning');
    await admin.button('Load the present settings').click();
    await page.locator('.aui-message-warning').filter({ hasText: 'somebody else' }).waitFor({ state: 'detached' });
    assert.equal(await page.getByLabel('Status of objects that are gone').inputValue(), 'Not in Okta');
  });

  async function find(text) {
    await page.getByLabel('Find an existing schema by name or key').fill(text);
    await part('schema').getByRole('button', { name: 'Find', exact: true }).click();
    await admin.settled();
  }

  /** Starts a run of objects by a button, and answers how many it made. */
  async function importBy(name) {
    await admin.go(`/connections/${world.connection}/assets`);
    await part('import').getByRole('button', { name, exact: true }).click();
    await page.locator('dialog').getByRole('button', { name: 'Import' }).click();
    await page.waitForURL(/\/runs\/\d+/);
    assert.match(await ended(admin), /Succeeded/i);
    await admin.sees('objects of Assets alone', '.okta-sync-columns');
    assert.equal(await page.locator('.okta-sync-tile-create').count(), 0, 'tiles of people');
    const run = await rest(admin, 'GET', `/runs/${/runs\/(\d+)/.exec(page.url())[1]}`);
    assert.equal(run.state, 'SUCCEEDED');
    return run.counts.objects.created;
  }
}

/** What a person does on Jira's own page of tokens. */
async function madeToken(jira) {
  const answer = await fetch(`${jira}/rest/pat/latest/tokens`, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ name: 'browser' }),
  });
  assert.equal(answer.status, 201);
  return (await answer.json()).rawToken;
}
