// Runs one sync or dry run and prints what came of it: node run.mjs JIRA sync|dry-run
import { call } from './rest.mjs';

const [jira, what] = process.argv.slice(2);
const connection = (await call(jira, 'GET', '/connections')).values[0];
if (!connection) {
  console.error('There is no connection to run.');
  process.exit(1);
}
const { id } = await call(jira, 'POST', `/connections/${connection.id}/runs`, { dryRun: what === 'dry-run' });
let run;
do {
  await new Promise(resolve => setTimeout(resolve, 500));
  run = await call(jira, 'GET', `/runs/${id}`);
} while (run.state === 'RUNNING');

const row = counts => Object.entries(counts).filter(([, n]) => n > 0).map(([name, n]) => `${n} ${name}`).join(', ') || 'nothing';
console.log(`Run ${run.id} of "${connection.name}": ${run.state}${run.message ? ' - ' + run.message : ''}`);
for (const kind of ['users', 'groups', 'memberships']) {
  console.log(`  ${kind.padEnd(12)} ${row(what === 'dry-run' ? run.planned[kind] : run.counts[kind])}`);
}
console.log(`  Okta         ${run.source.calls} calls, ${run.source.retries} repeated, waited ${run.source.waitedMs} ms`);
for (const breach of run.breaches) console.log(`  held by      ${breach.message}`);
process.exit(['SUCCEEDED', 'PARTIAL'].includes(run.state) ? 0 : 1);
