// Adds up what the test runners reported and prints one closing line; ends with 1 when something failed.
import { readdirSync, readFileSync, existsSync } from 'node:fs';

const modules = ['.', 'devkit/jira-api', 'devkit/jira-host', 'devkit/okta-org', 'devkit/it'];
const sum = { tests: 0, failures: 0, errors: 0, skipped: 0 };
for (const module of modules) {
  const folder = `${module}/target/surefire-reports`;
  if (!existsSync(folder)) continue;
  for (const file of readdirSync(folder).filter(name => name.startsWith('TEST-'))) {
    const head = readFileSync(`${folder}/${file}`, 'utf8').match(/<testsuite\b[^>]*>/)[0];
    for (const name of Object.keys(sum)) sum[name] += Number(head.match(new RegExp(` ${name}="(\\d+)"`))?.[1] ?? 0);
  }
}
const others = ['devkit/it/browser/target/result.json', 'devkit/jira-host/target/contract/result.json'];
for (const file of others.filter(name => existsSync(name))) {
  const { passed, failed } = JSON.parse(readFileSync(file, 'utf8'));
  sum.tests += passed + failed;
  sum.failures += failed;
}
const failed = sum.failures + sum.errors;
console.log(`${sum.tests - failed - sum.skipped} passed, ${failed} failed, ${sum.skipped} skipped`);
process.exit(failed === 0 && sum.tests > 0 ? 0 : 1);
