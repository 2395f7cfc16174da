// Reads and writes the stand-in's Assets by a client that this project did not write: npm jira-insights-api, which is
// generated from Atlassian's own OpenAPI document of Assets. It signs in with a personal access token.
//
//   node run.mjs                 starts the built stand-in and makes every call that it offers of the client's
//   node run.mjs at URL          the same with a running stand-in, for example http://localhost:2990/jira
//
// Packages are installed into ../target/contract, the counts go to ../target/contract/result.json.
// Exit status: 0 passed, 1 not.
import { execFileSync, spawn } from 'node:child_process';
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '..', 'target');
const packages = join(target, 'contract');
const counts = { passed: 0, failed: 0 };

function install() {
  mkdirSync(packages, { recursive: true });
  copyFileSync(join(here, 'package.json'), join(packages, 'package.json'));
  if (!existsSync(join(packages, 'node_modules', 'jira-insights-api'))) {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'],
      { cwd: packages, stdio: ['ignore', 'ignore', 'inherit'] });
  }
}

function start(home) {
  const jar = readdirSync(target).find(name => /^jira-host-.*(?<!sources)\.jar$/.test(name));
  if (!jar) throw new Error(`No jira-host jar in ${target}: build the module first`);
  const child = spawn('java', ['-cp', [join(target, jar), join(target, 'lib', '*')].join(':'),
    'org.oktasync.devkit.host.Host', '--port', '0', '--home', home, '--assets', 'on']);
  return new Promise((resolve, reject) => {
    let seen = '';
    const look = chunk => {
      seen += chunk;
      const ready = /READY (\S+)/.exec(seen);
      if (ready) resolve({ base: ready[1], stop: () => child.kill() });
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.on('exit', code => reject(new Error(`The stand-in ended with ${code}: ${seen.slice(-2000)}`)));
  });
}

async function token(base) {
  const answer = await fetch(`${base}/rest/pat/latest/tokens`, {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'contract', expirationDuration: 1 }),
  });
  assert.equal(answer.status, 201);
  return (await answer.json()).rawToken;
}

async function check(what, work) {
  try {
    const result = await work();
    counts.passed++;
    return result;
  } catch (e) {
    counts.failed++;
    console.error(`FAILED ${what}: ${e.message} ${e.body ? JSON.stringify(e.body) : ''}`);
    return undefined;
  }
}

/** The body of a refused call. */
async function refused(status, call) {
  try {
    await call();
  } catch (e) {
    assert.equal(e.status, status);
    return e.body;
  }
  throw new Error('The call was not refused');
}

const values = (...entries) => entries.map(([objectTypeAttributeId, ...given]) =>
  ({ objectTypeAttributeId, objectAttributeValues: given.map(value => ({ value })) }));

async function walk(api) {
  const icons = await api.iconFindGlobalIcons();
  const schema = await api.schemaCreate({ requestBody: { name: 'Contract', objectSchemaKey: 'CON', description: 'By another client' } });
  const type = async name => api.objectTypeCreate({ requestBody: { name, objectSchemaId: schema.id, iconId: icons[0].id } });
  const groups = await type('Groups');
  const users = await type('Users');
  const attribute = async (name, more) => (await api.objectTypeAttributeCreate({ objectTypeId: users.id, requestBody: { name, ...more } })).id;

  await check('schemas', async () => {
    const list = await api.schemaList();
    assert.ok(list.objectschemas.some(one => one.id === schema.id));
    assert.equal((await api.schemaFind({ id: schema.id })).name, 'Contract');
    const changed = await api.schemaUpdate({ id: schema.id, requestBody: { ...schema, description: 'Changed' } });
    assert.equal(changed.description, 'Changed');
    const types = await api.schemaFindAllObjectTypesFlat({ id: schema.id });
    assert.deepEqual(types.map(one => one.name), ['Groups', 'Users']);
  });
  await check('object types', async () => {
    assert.equal((await api.objectTypeFind({ id: users.id })).objectSchemaId, schema.id);
    const renamed = await api.objectTypeUpdate({ id: groups.id, requestBody: { name: 'Teams', objectSchemaId: schema.id, iconId: icons[1].id } });
    assert.equal(renamed.name, 'Teams');
    const moved = await api.objectTypeChangePosition({ id: groups.id, requestBody: { toObjectTypeId: users.id, position: 1 } });
    assert.equal(moved.id, groups.id);
    const names = (await api.objectTypeFindAllAttributes({ id: users.id })).map(one => one.name);
    assert.deepEqual(names, ['Key', 'Name', 'Created', 'Updated']);
  });

  const nameOf = async id => (await api.objectTypeFindAllAttributes({ id })).find(one => one.label).id;
  const [groupName, userName] = [await nameOf(groups.id), await nameOf(users.id)];
  const mail = await attribute('Mail', { type: 0, defaultTypeId: 8 });
  const memberships = await attribute('Teams', { type: 1, typeValue: String(groups.id), additionalValue: '3', maximumCardinality: -1 });
  const account = await attribute('Account', { type: 2 });
  const state = await attribute('State', { type: 7 });
  const spare = await attribute('Spare', { type: 0, defaultTypeId: 0 });

  await check('attributes', async () => {
    const changed = await api.objectTypeAttributeUpdate({ objectTypeId: users.id, id: spare, requestBody: { name: 'Less', type: 0, defaultTypeId: 0 } });
    assert.equal(changed.name, 'Less');
    await api.objectTypeAttributeDelete({ id: spare });
  });
  await check('statuses', async () => {
    assert.ok((await api.statusList({ objectSchemaId: schema.id })).some(one => one.name === 'Active'));
    const made = await api.statusCreate({ requestBody: { name: 'Left', category: 0, objectSchemaId: schema.id } });
    assert.equal((await api.statusUpdate({ id: made.id, requestBody: { name: 'Gone', category: 2 } })).category, 2);
    assert.equal((await api.statusFind({ id: made.id })).name, 'Gone');
    await api.statusDelete({ id: made.id });
  });

  const team = await api.objectCreate({ requestBody: { objectTypeId: groups.id, attributes: values([groupName, 'Staff']) } });
  const people = [];
  for (let i = 0; i < 60; i++) {
    people.push(await api.objectCreate({
      requestBody: {
        objectTypeId: users.id,
        attributes: values([userName, `Person ${i}`], [mail, `p${i}@example.com`], [memberships, String(team.id)], [account, 'fred'], [state, '1']),
      },
    }));
  }
  await check('an object and its values', async () => {
    const read = await api.objectFind({ id: people[7].id });
    assert.equal(read.label, 'Person 7');
    const of = id => read.attributes.find(one => one.objectTypeAttributeId === id).objectAttributeValues[0];
    assert.equal(of(mail).value, 'p7@example.com');
    assert.equal(of(memberships).referencedObject.objectKey, team.objectKey);
    assert.equal(of(account).user.name, 'fred');
    assert.equal(of(state).status.name, 'Active');
    assert.deepEqual((await api.objectFindAttributes({ id: read.id })).map(one => one.objectTypeAttribute.name),
      ['Key', 'Name', 'Created', 'Updated', 'Mail', 'Teams', 'Account', 'State']);
  });
  await check('an update, its history and references', async () => {
    const changed = await api.objectUpdate({ id: people[7].id, requestBody: { objectTypeId: users.id, attributes: values([userName, 'Ann "A" \\ Other']) } });
    assert.equal(changed.label, 'Ann "A" \\ Other');
    const history = await api.objectFindHistoryEntries({ id: people[7].id });
    assert.equal(history.at(-1).affectedAttribute, 'Name');
    assert.equal((await api.objectFindReferences({ id: team.id }))[0].numberOfReferencedObjects, 60);
  });
  await check('queries, page by page', async () => {
    const seen = [];
    for (let page = 1; ; page++) {
      const found = await api.aqlFindObjects({ qlQuery: 'objectType = "Users" AND Teams.Name = staff', page });
      assert.equal(found.totalFilterCount, 60);
      seen.push(...found.objectEntries.map(one => one.id));
      if (found.toIndex >= found.totalFilterCount) break;
    }
    assert.deepEqual(seen, people.map(one => one.id));
    const quoted = await api.iqlFindObjects({ iql: 'Name = "Ann \\"A\\" \\\\ Other"' });
    assert.deepEqual(quoted.objectEntries.map(one => one.id), [people[7].id]);
    const navigated = await api.objectNavigatorList({ requestBody: { objectTypeId: users.id, objectSchemaId: schema.id, page: 1, resultsPerPage: 5, qlQuery: 'Mail LIKE p1' } });
    assert.equal(navigated.objectEntries.length, 5);
    assert.equal(navigated.totalFilterCount, 11);
  });
  await check('refusals', async () => {
    const wrong = await refused(400, () => api.objectCreate({ requestBody: { objectTypeId: users.id, attributes: values([userName, 'X'], [mail, 'x']) } }));
    assert.ok(wrong.errors[`rlabs-insight-attribute-${mail}`]);
    assert.ok((await refused(400, () => api.aqlFindObjects({ qlQuery: 'Name =' }))).errorMessages[0]);
    await refused(400, () => api.schemaCreate({ requestBody: { name: 'A.B', objectSchemaKey: 'AB' } }));
    await refused(404, () => api.objectFind({ id: 987654 }));
  });
  await check('deletion', async () => {
    await api.objectDelete({ id: people[0].id });
    await refused(404, () => api.objectFind({ id: people[0].id }));
    await api.objectTypeDelete({ id: users.id });
    await api.schemaDelete({ id: schema.id });
    await refused(404, () => api.schemaFind({ id: schema.id }));
  });
}

const home = mkdtempSync(join(tmpdir(), 'jira-contract-'));
let host = { stop: () => {} };
try {
  install();
  host = process.argv[2] === 'at' ? { ...host, base: process.argv[3] } : await start(home);
  const client = await import(join(packages, 'node_modules', 'jira-insights-api', 'dist', 'generated', 'index.js'));
  client.OpenAPI.BASE = `${host.base}/rest/assets/1.0`;
  client.OpenAPI.TOKEN = await token(host.base);
  await walk(client.DefaultService);
} catch (e) {
  counts.failed++;
  console.error(e, e.body ?? '');
} finally {
  host.stop();
  rmSync(home, { recursive: true, force: true });
}
writeFileSync(join(packages, 'result.json'), JSON.stringify(counts));
console.log(`Another client of Assets: ${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
