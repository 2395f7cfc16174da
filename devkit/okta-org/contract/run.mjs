// Checks the simulated organisation from outside.
//
//   node run.mjs                 starts the built jar, walks every call through Prism, reads lists and log by the Node SDK
//   node run.mjs read URL TOKEN  only reads a running organisation by the Node SDK and prints what it saw
//
// OKTA_OPENAPI names Okta's OpenAPI document; OKTA_ORG_JAR another jar than the one under ../target.
// Packages are installed into ../target/contract. Exit status: 0 passed or skipped, 1 violations.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '..', 'target');
const packages = join(target, 'contract');
const started = [];

function install() {
  mkdirSync(packages, { recursive: true });
  copyFileSync(join(here, 'package.json'), join(packages, 'package.json'));
  if (!existsSync(join(packages, 'node_modules', '@stoplight', 'prism-cli'))) {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'],
      { cwd: packages, stdio: ['ignore', 'ignore', 'inherit'] });
  }
}

function start(command, args, ready) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    started.push(child);
    let seen = '';
    const look = chunk => {
      seen = (seen + chunk).slice(-100000);
      const match = ready.exec(seen);
      if (match) resolve(match);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.on('exit', code => reject(new Error(`${command} ended with ${code}: ${seen.slice(-2000)}`)));
  });
}

function freePort() {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Makes every call once; answers the list of violations. `seen` is what the SDK read without Prism. */
async function walk(base, token, seen) {
  const violations = [];
  const count = (list, found) => {
    if (found !== seen[list].count) violations.push({ list, found, expected: seen[list].count });
  };
  const call = async (expected, method, path, body, headers = {}) => {
    const answer = await fetch(base + path, {
      method,
      redirect: 'manual',
      headers: { Authorization: `SSWS ${token}`, Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }), ...headers },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    const json = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null;
    const header = answer.headers.get('sl-violations');
    const problem = String(json?.type ?? '').includes('prism/errors') ? text : header;
    if (problem || answer.status !== expected) {
      violations.push({ call: `${method} ${path}`, expected, status: answer.status, problem: problem ?? text.slice(0, 500) });
    }
    return { json, next: nextOf(answer.headers.get('link')) };
  };
  const nextOf = link => {
    const match = /<([^>]*)>; rel="next"/.exec(link ?? '');
    return match && new URL(match[1]).pathname + new URL(match[1]).search;
  };
  const rows = json => (Array.isArray(json) ? json : []);
  const all = async path => {
    const items = [];
    for (let page = path; page;) {
      const { json, next } = await call(200, 'GET', page);
      items.push(...rows(json));
      page = next;
    }
    return items;
  };
  const poll = async path => {
    const events = [];
    for (let page = path; page;) {
      const { json, next } = await call(200, 'GET', page);
      events.push(...rows(json));
      if (!next) violations.push({ call: page, problem: 'A polling answer has no next link' });
      page = rows(json).length ? next : null;
    }
    return events;
  };
  const person = n => ({ firstName: 'Contract', lastName: `Test${n}`, login: `contract${n}@example.com`, email: `contract${n}@example.com` });
  const quoted = encodeURIComponent;

  const users = await all('/api/v1/users?limit=50');
  await all(`/api/v1/users?limit=50&filter=${quoted('lastUpdated gt "1970-01-01T00:00:00.000Z"')}`);
  await call(200, 'GET', `/api/v1/users?filter=${quoted('(status eq "DEPROVISIONED" or status eq "STAGED") and lastUpdated ge "2019-01-01T00:00:00.000Z"')}`);
  await call(200, 'GET', '/api/v1/users?q=a&limit=5');
  await call(200, 'GET', '/api/v1/users?fields=id,status,profile:(login,email)');
  await call(200, 'GET', '/api/v1/users', null, { 'Content-Type': 'application/json; okta-response=omitCredentials,omitCredentialsLinks,omitTransitioningToStatus' });
  await call(200, 'GET', '/api/v1/users/me');
  await call(200, 'GET', `/api/v1/users/${quoted(users[1].profile.login)}`);
  await call(404, 'GET', '/api/v1/users/00u00000000000000000');
  const groups = await all('/api/v1/groups?limit=7&expand=stats');
  await call(200, 'GET', `/api/v1/groups?filter=${quoted('type eq "OKTA_GROUP" or lastMembershipUpdated gt "2019-01-01T00:00:00.000Z"')}`);
  await call(200, 'GET', '/api/v1/groups?q=All');
  let memberships = 0;
  for (const group of groups) memberships += (await all(`/api/v1/groups/${group.id}/users?limit=50`)).length;
  count('users', users.length);
  count('groups', groups.length);
  count('memberships', memberships);
  await call(404, 'GET', '/api/v1/groups/00g00000000000000000');
  for (const user of users.slice(0, 5)) await call(200, 'GET', `/api/v1/users/${user.id}/groups`);

  const { json: types } = await call(200, 'GET', '/api/v1/meta/types/user');
  await call(200, 'GET', '/api/v1/meta/schemas/user/default');
  for (const type of types) await call(200, 'GET', new URL(type._links.schema.href).pathname);
  await call(200, 'GET', '/api/v1/meta/schemas/group/default');
  const added = rules => ({ definitions: { custom: { id: '#custom', type: 'object', properties: { badge: rules }, required: [] } } });
  for (const schema of ['user/default', 'group/default']) {
    await call(200, 'POST', `/api/v1/meta/schemas/${schema}`, added({ title: 'Badge', type: 'string', required: false, maxLength: 20 }));
    await call(400, 'POST', `/api/v1/meta/schemas/${schema}`, added({ title: 'Badge', type: 'integer' }));
  }
  await call(200, 'GET', '/api/v1/org');
  await call(200, 'GET', '/.well-known/okta-organization');

  await all(`/api/v1/users?limit=50&sortBy=profile.lastName&sortOrder=desc&search=${quoted('(profile.department eq "Sales" or profile.external eq true) and status pr')}`);
  await all(`/api/v1/groups?limit=7&search=${quoted('profile.name co "a" and lastUpdated gt "2019-01-01T00:00:00.000Z"')}`);

  const wrapped = async (path, field) => {
    const items = [];
    for (let page = path; page;) {
      const { json } = await call(200, 'GET', page);
      items.push(...rows(json?.[field]));
      const next = json?._links?.next?.href;
      page = next && new URL(next).pathname + new URL(next).search;
    }
    return items;
  };
  const apps = await all('/api/v1/apps?limit=3');
  count('apps', apps.length);
  await call(200, 'GET', `/api/v1/apps?q=w&limit=200&includeNonDeleted=true`);
  await call(200, 'GET', `/api/v1/apps?filter=${quoted('status eq "INACTIVE"')}`);
  let appUsers = 0;
  for (const app of apps) {
    await call(200, 'GET', `/api/v1/apps/${app.id}`);
    appUsers += (await all(`/api/v1/apps/${app.id}/users?limit=100`)).length;
    await all(`/api/v1/apps/${app.id}/groups?limit=20`);
    await call(200, 'GET', `/api/v1/meta/schemas/apps/${app.id}/default`);
  }
  count('appUsers', appUsers);
  for (const group of groups.slice(0, 5)) await all(`/api/v1/groups/${group.id}/apps?limit=2`);
  for (const user of users.slice(0, 5)) await call(200, 'GET', `/api/v1/users/${user.id}/appLinks`);
  const holders = await wrapped('/api/v1/iam/assignees/users?limit=2', 'value');
  for (const holder of holders) await call(200, 'GET', `/api/v1/users/${holder.id}/roles`);
  const [custom] = await wrapped('/api/v1/iam/roles', 'roles');
  const devices = await all('/api/v1/devices?limit=100&expand=userSummary');
  count('devices', devices.length);
  await call(200, 'GET', '/api/v1/devices?limit=20&expand=user');
  await call(200, 'GET', `/api/v1/devices?search=${quoted('profile.platform eq "IOS" and status eq "ACTIVE"')}`);
  await call(200, 'GET', `/api/v1/devices/${devices[0].id}`);
  await call(200, 'GET', `/api/v1/devices/${devices[0].id}/users`);
  await call(200, 'GET', `/api/v1/users/${users[0].id}/devices`);
  await call(200, 'GET', `/api/v1/meta/types/user/${types[1].id}`);

  const { json: group } = await call(200, 'POST', '/api/v1/groups', { profile: { name: 'Contract', description: 'x' } });
  await call(400, 'POST', '/api/v1/groups', { profile: { name: 'Contract' } });
  await call(200, 'PUT', `/api/v1/groups/${group.id}`, { profile: { name: 'Contract 2' } });
  const { json: user } = await call(200, 'POST', '/api/v1/users?activate=true', { profile: person(1), groupIds: [group.id], credentials: { password: { value: 'Abcd1234!' } } });
  await call(400, 'POST', '/api/v1/users', { profile: person(1) });
  const { json: staged } = await call(200, 'POST', '/api/v1/users?activate=false', { profile: person(2) });
  await call(200, 'POST', `/api/v1/users/${user.id}`, { profile: { lastName: 'Renamed', badgeNumber: 7 } });
  await call(200, 'PUT', `/api/v1/users/${user.id}`, { profile: person(1) });
  await call(400, 'POST', `/api/v1/users/${user.id}`, { profile: { noSuchAttribute: 'x' } });
  await call(204, 'PUT', `/api/v1/groups/${group.id}/users/${staged.id}`);
  await call(204, 'DELETE', `/api/v1/groups/${group.id}/users/${staged.id}`);
  const app = `/api/v1/apps/${apps[0].id}`;
  await call(200, 'PUT', `${app}/groups/${group.id}`, {});
  await call(200, 'GET', `${app}/groups/${group.id}`);
  await call(204, 'DELETE', `${app}/groups/${group.id}`);
  await call(404, 'DELETE', `${app}/groups/${group.id}`);
  await call(200, 'POST', `${app}/users`, { id: staged.id, scope: 'USER', profile: { licence: 'full' } });
  await call(200, 'GET', `${app}/users/${staged.id}?expand=user`);
  await call(200, 'POST', `${app}/users/${staged.id}`, { profile: { licence: 'basic' } });
  await call(204, 'DELETE', `${app}/users/${staged.id}`);
  const roles = `/api/v1/users/${staged.id}/roles`;
  const { json: role } = await call(201, 'POST', roles, { type: 'APP_ADMIN' });
  await call(200, 'GET', `${roles}/${role.id}`);
  await call(204, 'DELETE', `${roles}/${role.id}`);
  const resources = (await call(200, 'GET', `/api/v1/users/${holders[2].id}/roles`)).json.find(r => r.type === 'CUSTOM')['resource-set'];
  await call(201, 'POST', roles, { type: 'CUSTOM', role: custom.id, 'resource-set': resources });
  const { json: groupRole } = await call(200, 'POST', `/api/v1/groups/${group.id}/roles`, { type: 'REPORT_ADMIN' });
  await call(200, 'GET', `/api/v1/groups/${group.id}/roles`);
  await call(204, 'DELETE', `/api/v1/groups/${group.id}/roles/${groupRole.id}`);
  const imported = groups.find(g => g.type === 'APP_GROUP');
  await call(403, 'PUT', `/api/v1/groups/${imported.id}/users/${staged.id}`);
  const life = (expected, id, step) => call(expected, 'POST', `/api/v1/users/${id}/lifecycle/${step}`);
  await life(200, staged.id, 'activate?sendEmail=false');
  await life(403, staged.id, 'activate?sendEmail=false');
  await life(200, staged.id, 'reactivate?sendEmail=false');
  await life(200, user.id, 'suspend');
  await life(400, user.id, 'suspend');
  await life(200, user.id, 'unsuspend');
  await life(200, user.id, 'expire_password');
  await life(403, user.id, 'unlock');
  await life(200, user.id, 'deactivate');
  await call(204, 'DELETE', `/api/v1/users/${user.id}`);
  await call(404, 'GET', `/api/v1/users/${user.id}`);
  await call(204, 'DELETE', `/api/v1/users/${staged.id}`);
  await call(204, 'DELETE', `/api/v1/users/${staged.id}`);
  await call(204, 'DELETE', `/api/v1/groups/${group.id}`);

  const events = await poll(`/api/v1/logs?limit=100&since=${new Date(Date.now() - 3_600_000).toISOString()}`);
  const told = new Set(events.map(event => `${event.eventType} ${event.outcome.result}`));
  for (const type of EVENTS.filter(name => !told.has(name))) violations.push({ problem: `No event ${type}` });
  const window = `since=${events[0]?.published}&until=${events.at(-1)?.published}`;
  for (const order of ['ASCENDING', 'DESCENDING']) {
    const bounded = await all(`/api/v1/logs?limit=100&sortOrder=${order}&${window}`);
    if (bounded.length !== events.length) violations.push({ list: `logs ${order}`, found: bounded.length, expected: events.length });
  }
  await call(200, 'GET', `/api/v1/logs?q=contract&filter=${quoted(`(eventType sw "user." or eventType eq "group.lifecycle.delete") and target.id eq "${user.id}" and outcome.result eq "SUCCESS"`)}`);
  await call(400, 'GET', `/api/v1/logs?filter=${quoted('published gt "2026-01-01T00:00:00Z"')}`);
  await call(400, 'GET', '/api/v1/logs?limit=1001');
  await call(400, 'GET', '/api/v1/logs?since=2020-01-01T00:00:00Z');
  await call(204, 'DELETE', '/api/v1/api-tokens/current');
  return violations;
}

const EVENTS = [
  ...['create', 'activate', 'reactivate', 'suspend', 'unsuspend', 'deactivate', 'delete.initiated', 'delete.completed']
    .map(name => `user.lifecycle.${name} SUCCESS`),
  'user.lifecycle.suspend FAILURE',
  'user.account.update_profile SUCCESS',
  'user.account.expire_password SUCCESS',
  'group.lifecycle.create SUCCESS',
  'group.profile.update SUCCESS',
  'group.lifecycle.delete SUCCESS',
  'group.user_membership.add SUCCESS',
  'group.user_membership.add FAILURE',
  'group.user_membership.remove SUCCESS',
  'group.user_membership.rule.trigger SUCCESS',
  'application.user_membership.add SUCCESS',
  'application.user_membership.update SUCCESS',
  'application.user_membership.remove SUCCESS',
  'group.application_assignment.add SUCCESS',
  'group.application_assignment.remove SUCCESS',
  'user.account.privilege.grant SUCCESS',
  'user.account.privilege.revoke SUCCESS',
  'group.privilege.grant SUCCESS',
  'group.privilege.revoke SUCCESS',
];

/**
 * A copy of Okta's document for Prism, which does not read discriminators: where a value may fit several
 * forms by the letter, as a role does, fitting one is enough.
 */
function readable(spec) {
  const yaml = createRequire(join(packages, 'package.json'))('js-yaml');
  const relax = node => {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node.oneOf) && !node.anyOf) {
      node.anyOf = node.oneOf;
      delete node.oneOf;
    }
    Object.values(node).forEach(relax);
  };
  const document = yaml.load(readFileSync(spec, 'utf8'), { schema: yaml.JSON_SCHEMA });
  relax(document);
  const copy = join(packages, 'okta.json');
  writeFileSync(copy, JSON.stringify(document));
  return copy;
}

function digest(lines) {
  return { count: lines.length, sha256: createHash('sha256').update(lines.sort().join('\n')).digest('hex') };
}

function sdk(url, token) {
  process.env.OKTA_TESTING_DISABLEHTTPSCHECK = 'true';
  const okta = createRequire(join(packages, 'package.json'))('@okta/okta-sdk-nodejs');
  return new okta.Client({ orgUrl: url, token, requestExecutor: new okta.DefaultRequestExecutor() });
}

/** The events that Okta's Node SDK sees: count, and SHA-256 over sorted uuids. It never ends without `until`. */
async function readLog(client) {
  const uuids = [];
  const events = await client.systemLogApi.listLogEvents({ until: new Date().toISOString(), limit: 1000 });
  await events.each(event => { uuids.push(event.uuid); });
  return digest(uuids);
}

/** What Okta's Node SDK sees: counts, and SHA-256 over sorted ids; pairs as "group user" and "app user". */
async function read(client) {
  const users = [];
  const groups = [];
  const memberships = [];
  await (await client.userApi.listUsers({ limit: 200 })).each(user => { users.push(user.id); });
  await (await client.groupApi.listGroups({ limit: 200 })).each(group => { groups.push(group.id); });
  for (const groupId of groups) {
    const members = await client.groupApi.listGroupUsers({ groupId, limit: 200 });
    await members.each(user => { memberships.push(`${groupId} ${user.id}`); });
  }
  const apps = [];
  const appUsers = [];
  const devices = [];
  await (await client.applicationApi.listApplications({ limit: 200 })).each(app => { apps.push(app.id); });
  for (const appId of apps) {
    const assigned = await client.applicationApi.listApplicationUsers({ appId, limit: 500 });
    await assigned.each(user => { appUsers.push(`${appId} ${user.id}`); });
  }
  await (await client.deviceApi.listDevices({ limit: 200 })).each(device => { devices.push(device.id); });
  return Object.fromEntries(Object.entries({ users, groups, memberships, apps, appUsers, devices })
    .map(([list, lines]) => [list, digest(lines)]));
}

function jar() {
  const built = existsSync(target) ? readdirSync(target).filter(name => /^okta-org-.*(?<!sources)\.jar$/.test(name)) : [];
  if (!process.env.OKTA_ORG_JAR && built.length === 0) throw new Error(`No okta-org jar in ${target}: build the module first`);
  return process.env.OKTA_ORG_JAR ?? join(target, built[0]);
}

async function contract() {
  const spec = process.env.OKTA_OPENAPI;
  if (!spec || !existsSync(spec)) {
    console.log('SKIPPED: OKTA_OPENAPI names no file. Get the document from the public repository okta/okta-management-openapi-spec.');
    return;
  }
  install();
  const org = await start('java', ['-jar', jar(), '--port', '0', '--users', '300', '--groups', '40'], /READY (\S+) token=(\S+)/);
  const [, base, token] = org;
  const control = (method, path) => fetch(`${base}/control/${path}`, { method });
  await control('POST', 'changes?count=1&kinds=APPLY_RULE');
  await control('POST', 'changes?count=10&kinds=REFUSED_ADD,SET_MEMBERS,UNSUSPEND');
  const client = sdk(base, token);
  const seen = await read(client);
  const digests = async () => (await control('GET', 'digest')).json();
  const truth = await digests();
  const port = await freePort();
  const prism = join(packages, 'node_modules', '.bin', 'prism');
  await start(prism, ['proxy', '--errors', '-h', '127.0.0.1', '-p', String(port), readable(spec), base], /Prism is listening/);
  const violations = await walk(`http://127.0.0.1:${port}`, token, seen);
  await control('POST', 'token?revoked=false');
  seen.events = await readLog(client);
  truth.events = (await digests()).events;
  const agree = Object.keys(truth).every(list => seen[list].sha256 === truth[list].sha256);
  if (seen.events.count === 0) violations.push({ problem: 'The log is empty' });
  console.log(JSON.stringify({ sdk: seen, sdkAgrees: agree, violations }, null, 2));
  process.exitCode = agree && violations.length === 0 ? 0 : 1;
}

try {
  if (process.argv[2] === 'read') {
    install();
    console.log(JSON.stringify(await read(sdk(process.argv[3], process.argv[4]))));
  } else {
    await contract();
  }
} catch (e) {
  console.error(e);
  process.exitCode = 1;
} finally {
  started.forEach(child => { child.removeAllListeners('exit'); child.kill(); });
}
