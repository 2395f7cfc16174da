// What already stands in a schema of Assets, and what is renamed there or in Okta, on the page of Assets.
import assert from 'node:assert/strict';
import { rest } from './own-connection.mjs';

const ASSETS = '/rest/assets/1.0';
const BASIC = `Basic ${Buffer.from('admin:admin').toString('base64')}`;

/** Follows the flows of Assets, whose schema is built and filled, before their connection goes. */
export async function assetsNameFlows(world) {
  const { suite, admin } = world;
  const page = admin.page;
  const part = name => page.locator(`#assets-${name}`);
  const at = `/connections/${world.connection}`;
  let filled = null;

  await suite.test('types that are in the schema already are settled one by one, each in its way', admin, async () => {
    const before = await rest(admin, 'GET', at);
    filled = before.assets;
    const other = await rest(admin, 'POST', `${at}/assets/schemas`, { name: 'Taken', key: 'TKN' });
    for (const name of ['Users', 'Groups', 'Apps']) await newType(other.id, name);
    const { version } = before;
    await rest(admin, 'PUT', at, { version, assets: { enabled: false, schemaId: other.id, mapping: '' } });

    await preview();
    await admin.sees('The schema already has object types of these names.', '#assets-build .aui-message-warning');
    await admin.inspect('assets-clash');
    assert.ok(await build().isDisabled());
    await settle('Users', 'Fill it');
    await settle('Groups', 'Call ours otherwise');
    await settle('Apps', 'Leave ours out');
    await part('build').locator('.aui-message-warning').waitFor({ state: 'detached' });
    assert.equal(await page.getByLabel('Name of the object type: Groups').inputValue(), 'Okta Groups');
    await admin.inspect('assets-clash-settled');
    await built();
    const names = (await typesOf(other.id)).map(({ name }) => name).sort();
    assert.deepEqual(names, ['Apps', 'Devices', 'Groups', 'Okta Groups', 'Roles', 'Users']);
    assert.deepEqual(await attributesOf(other.id, 'Apps'), ['Created', 'Key', 'Name', 'Updated']);
  });

  await suite.test('back in the first schema nothing is left to build', admin, async () => {
    const { version } = await rest(admin, 'GET', at);
    const { enabled, schemaId, mapping, types } = filled;
    await rest(admin, 'PUT', at, { version, assets: { enabled, schemaId, mapping, types } });
    const again = await rest(admin, 'GET', at);
    const settled = Object.fromEntries(Object.keys(types).map(name => [name, { settled: true }]));
    await rest(admin, 'PUT', at, { version: again.version, assets: { types: settled } });
    await preview();
    await part('build').getByText('The schema has everything that the mapping needs.').waitFor();
  });

  await suite.test('what was renamed in Assets is listed, and its new name is taken over', admin, async () => {
    const groups = (await typesOf(filled.schemaId)).find(({ name }) => name === 'Groups');
    await assets('PUT', `/objecttype/${groups.id}`, { name: 'Teams' });
    await preview();
    await part('build').locator('strong').getByText('Renamed in Assets.').waitFor();
    await part('build').getByText('Object type: Groups is now Teams').waitFor();
    await admin.inspect('assets-renamed');
    await built();
    const now = await rest(admin, 'GET', at);
    assert.equal(now.assets.types.groups.name, 'Teams');
    assert.match(now.assets.mapping, /^Teams:$/m);
    assert.equal((await typesOf(filled.schemaId)).some(({ name }) => name === 'Groups'), false);
    await preview();
    await part('build').getByText('The schema has everything that the mapping needs.').waitFor();
  });

  await suite.test('what is new in Okta is added, and what Okta calls otherwise renamed, when that is ticked', admin, async () => {
    const { version, assets: now } = await rest(admin, 'GET', at);
    const lines = now.mapping.split('\n');
    const title = lines.find(line => line.startsWith('map:profile.title='));
    const phone = lines.find(line => line.startsWith('map:profile.mobilePhone='));
    const other = lines.filter(line => line !== phone).map(line => (line === title ? 'map:profile.title=Job' : line));
    const users = (await typesOf(filled.schemaId)).find(({ name }) => name === 'Users');
    const named = (await listOf(users.id)).find(({ name }) => `map:profile.title=${name}` === title);
    await assets('PUT', `/objecttypeattribute/${users.id}/${named.id}`, { name: 'Job' });
    await rest(admin, 'PUT', at, { version, assets: { mapping: other.join('\n') } });

    await preview();
    await part('build').getByText(/Add what is in Okta's profiles/).waitFor();
    await admin.inspect('assets-additions');
    const before = await attributesOf(filled.schemaId, 'Users');
    await part('build').getByText(/Add what is in Okta's profiles/).click();
    await admin.settled();
    await part('build').getByText(/becomes/).click();
    await admin.inspect('assets-additions-ticked');
    await built();
    const after = await rest(admin, 'GET', at);
    assert.ok(after.assets.mapping.includes(`\n${title}\n`) && after.assets.mapping.includes(phone));
    const there = await attributesOf(filled.schemaId, 'Users');
    assert.equal(there.length, before.length, 'nothing is lost, and nothing made twice');
  });

  await suite.test('profiles are followed unless somebody switches that off', admin, async () => {
    await admin.go(`${at}/assets`);
    const follow = part('build').getByLabel("Follow Okta's profiles");
    await follow.waitFor();
    assert.ok(await follow.isChecked(), 'it is on by itself');
    await admin.inspect('assets-follow');
    await part('build').getByText("Follow Okta's profiles", { exact: true }).click();
    const saved = page.waitForResponse(answer => answer.request().method() === 'PUT');
    await part('build').getByRole('button', { name: 'Save', exact: true }).click();
    await saved;
    const off = await rest(admin, 'GET', at);
    assert.equal(off.assets.followProfiles, false);
    await rest(admin, 'PUT', at, { version: off.version, assets: { followProfiles: true } });
  });

  function build() {
    return part('build').getByRole('button', { name: 'Build schema' });
  }

  async function preview() {
    await admin.go(`${at}/assets`);
    await part('build').getByRole('button', { name: 'Preview' }).click();
    await build().waitFor();
  }

  async function settle(type, how) {
    const row = part('build').getByRole('listitem').filter({ has: page.getByText(type, { exact: true }) });
    await row.getByRole('button', { name: how }).click();
    await row.getByRole('button', { name: how }).waitFor({ state: 'detached' });
  }

  async function built() {
    await build().click();
    await part('build').getByText('The schema is built, and the mapping is saved.').waitFor({ timeout: 60_000 });
    await admin.settled();
  }

  async function typesOf(schema) {
    return assets('GET', `/objectschema/${schema}/objecttypes/flat`);
  }

  async function listOf(type) {
    return assets('GET', `/objecttype/${type}/attributes`);
  }

  async function attributesOf(schema, name) {
    const type = (await typesOf(schema)).find(one => one.name === name);
    return (await listOf(type.id)).map(one => one.name).sort();
  }

  function newType(schema, name) {
    return assets('POST', '/objecttype/create', { name, objectSchemaId: schema, iconId: 1 });
  }

  /** What an administrator does in Assets itself. */
  async function assets(method, path, body) {
    const answer = await fetch(`${admin.jira}${ASSETS}${path}`, {
      method,
      headers: { Authorization: BASIC, 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${path} answered ${answer.status}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  }
}
