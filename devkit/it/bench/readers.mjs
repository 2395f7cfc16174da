// Compares readers of one organisation in one run: calls, seconds, memory.
//
//   node readers.mjs CLASSPATH [users groups memberships latency]
//
// CLASSPATH is that of the add-on's tests. Each reader is a process of its own and reads the same simulated
// organisation; they take turns, so that none disturbs another. Packages are installed into ../target/bench/readers.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, '..', 'target', 'bench', 'readers');
const [classPath, users = '20000', groups = '500', memberships = '200000', latency = '100'] = process.argv.slice(2);
const AT_ONCE = 4;
const TURNS = 3;
const HEAP = '-Xmx512m';

/** Starts a process; `exit` comes with all that it printed and the most memory that it held. */
function run(command, args) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  let memory = 0;
  child.stdout.on('data', chunk => { printed += chunk; });
  const look = setInterval(() => { memory = Math.max(memory, residentPeak(child.pid)); }, 100);
  const exit = new Promise(resolve => child.on('close', code => {
    clearInterval(look);
    resolve({ code, printed, memory });
  }));
  return { child, exit, seen: () => printed };
}

/** MiB; the kernel remembers the peak as long as the process lives. */
function residentPeak(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return 0;
  }
}

async function organisation() {
  const target = join(here, '..', '..', 'okta-org', 'target');
  const jar = readdirSync(target).find(name => /^okta-org-.*(?<!sources)\.jar$/.test(name));
  const org = run('java', ['-Xmx1g', '-jar', join(target, jar), '--port', '0', '--clean',
    '--users', users, '--groups', groups, '--memberships', memberships, '--latency', latency]);
  for (;;) {
    const ready = /READY (\S+) token=(\S+)/.exec(org.seen());
    if (ready) return { stop: () => org.child.kill(), base: ready[1], token: ready[2] };
    if (org.child.exitCode !== null) throw new Error('the organisation did not start');
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** Whether the packages are there; the reader that is optional may be missing. */
function install() {
  mkdirSync(packages, { recursive: true });
  for (const file of ['package.json', 'node-sdk.mjs', 'backstage.mjs']) copyFileSync(join(here, file), join(packages, file));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: packages, stdio: ['ignore', 'ignore', 'inherit'] });
  return existsSync(join(packages, 'node_modules', '@roadiehq', 'catalog-backend-module-okta'));
}

async function measure(name, command, args, org) {
  await fetch(`${org.base}/control/requests`, { method: 'DELETE' });
  const { code, printed, memory } = await run(command, [...args, org.base, org.token, String(AT_ONCE)]).exit;
  const line = printed.split('\n').find(text => text.startsWith('users=')) ?? '';
  const said = Object.fromEntries(line.trim().split(' ').map(pair => pair.split('=')));
  const { count } = await (await fetch(`${org.base}/control/requests`)).json();
  if (code !== 0 || !line) console.log(`${name} failed with ${code}: ${printed.slice(-500)}`);
  return { name, calls: count, memory, seconds: Number(said.seconds), line };
}

const withPlugin = install();
const org = await organisation();
const java = main => ['java', [HEAP, '-cp', classPath, `org.oktasync.okta.${main}`]];
const node = script => ['node', [join(packages, script)]];
const bare = ['bare reader', ...java('BareReaderMain')];
const ours = ['this product', ...java('ReaderMemoryMain')];
const others = [
  ['Okta Java SDK, models', ...java('SdkModelsMain')],
  ['Okta Node SDK', ...node('node-sdk.mjs')],
  ...(withPlugin ? [['@roadiehq plugin 1.4.1', ...node('backstage.mjs')]] : []),
];
console.log(`${users} people, ${groups} groups, ${memberships} memberships, ${latency} ms a call, ${AT_ONCE} calls at once`);
if (!withPlugin) console.log('@roadiehq/catalog-backend-module-okta@1.4.1 could not be installed');
console.log('reader'.padEnd(26), 'calls'.padStart(7), 'seconds'.padStart(9), 'to bare'.padStart(8), 'peak MiB'.padStart(9), ' what it said');

/** Measures and prints; answers the seconds. */
async function turn([name, command, args], seconds) {
  const found = await measure(name, command, args, org);
  console.log(name.padEnd(26), String(found.calls).padStart(7), found.seconds.toFixed(1).padStart(9),
    seconds === undefined ? ''.padStart(8) : (found.seconds / seconds).toFixed(2).padStart(8),
    found.memory.toFixed(0).padStart(9), '', found.line);
  return found.seconds;
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
try {
  const least = [];
  const own = [];
  for (let i = 0; i < TURNS; i++) {
    least.push(await turn(bare));
    own.push(await turn(ours, least.at(-1)));
  }
  for (const reader of others) await turn(reader, median(least));
  console.log(`medians of ${TURNS} turns: this product ${(median(own) / median(least)).toFixed(2)} times the bare reader`);
} finally {
  org.stop();
}
