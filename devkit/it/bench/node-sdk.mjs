// Reads an organisation by Okta's Node SDK: node node-sdk.mjs URL TOKEN [concurrency]
import { createRequire } from 'node:module';

const okta = createRequire(import.meta.url)('@okta/okta-sdk-nodejs');
const [url, token, concurrency = '4'] = process.argv.slice(2);
process.env.OKTA_TESTING_DISABLEHTTPSCHECK = 'true';
const client = new okta.Client({ orgUrl: url, token, requestExecutor: new okta.DefaultRequestExecutor() });

const begin = process.hrtime.bigint();
const logins = new Map();
const groups = [];
const members = new Map();
await (await client.userApi.listUsers({ limit: 200 })).each(user => { logins.set(user.id, user.profile.login); });
await (await client.groupApi.listGroups({ limit: 200 })).each(group => {
  if (group.type !== 'BUILT_IN') groups.push(group.id);
});
const waiting = [...groups];
await Promise.all(Array.from({ length: Number(concurrency) }, async () => {
  for (let groupId = waiting.pop(); groupId; groupId = waiting.pop()) {
    const ids = [];
    await (await client.groupApi.listGroupUsers({ groupId, limit: 1000 })).each(user => { ids.push(user.id); });
    members.set(groupId, ids);
  }
}));
const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
const memberships = [...members.values()].reduce((sum, ids) => sum + ids.length, 0);
console.log(`users=${logins.size} groups=${groups.length} memberships=${memberships} seconds=${seconds.toFixed(1)}`);
