// Reads an organisation by the entity provider of Backstage's Okta plugin, as the plugin comes: node backstage.mjs URL TOKEN
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { OktaOrgEntityProvider } = require('@roadiehq/catalog-backend-module-okta');
const { ConfigReader } = require('@backstage/config');
const [url, token] = process.argv.slice(2);
process.env.OKTA_TESTING_DISABLEHTTPSCHECK = 'true';

const quiet = { info() {}, debug() {}, warn() {}, error: console.error, child: () => quiet };
const config = new ConfigReader({ orgUrl: url, token });
const provider = OktaOrgEntityProvider.fromConfig(config, {
  logger: quiet, userNamingStrategy: 'id', groupNamingStrategy: 'id', includeEmptyGroups: true,
});

const counts = { User: 0, Group: 0, members: 0 };
const begin = process.hrtime.bigint();
await provider.connect({
  async applyMutation({ entities }) {
    for (const { entity } of entities) {
      counts[entity.kind]++;
      counts.members += entity.spec.members?.length ?? 0;
    }
  },
  async refresh() {},
});
await provider.run();
const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
console.log(`users=${counts.User} groups=${counts.Group} memberships=${counts.members} seconds=${seconds.toFixed(1)}`);
