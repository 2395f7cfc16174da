// Tests the administration pages in a real browser, with the built add-on in Jira's stand-in.
//
//   node run.mjs              all tests; pictures of every state go to target/pictures
//   node run.mjs --root DIR   tests what is built in another folder
//   node run.mjs --only WORDS only the groups of tests whose names hold one of these words, with commas between
//   node run.mjs --docs DIR   also writes the pictures of the documentation there
//
// CHROMIUM names a browser that is not on the path. Exit status: 0 when every test passed.
import { accessSync, constants, rmSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { accessFlows } from './flows/access.mjs';
import { adoptionFlows } from './flows/adoption.mjs';
import { assetsFlows } from './flows/assets.mjs';
import { connectionFlows } from './flows/connection.mjs';
import { directoryFlows } from './flows/directories.mjs';
import { endFlows } from './flows/ends.mjs';
import { failureFlows } from './flows/failures.mjs';
import { germanFlows } from './flows/german.mjs';
import { groupFlows } from './flows/groups.mjs';
import { heldFlows } from './flows/held.mjs';
import { listFlows } from './flows/lists.mjs';
import { mappingFlows } from './flows/mapping.mjs';
import { longNameFlows } from './flows/long-names.mjs';
import { assetsMappingFlows } from './flows/assets-mapping.mjs';
import { assetsNameFlows } from './flows/assets-names.mjs';
import { namesakeFlows } from './flows/namesakes.mjs';
import { onePersonFlows } from './flows/one-person.mjs';
import { progressFlows } from './flows/progress.mjs';
import { overviewPicture } from './flows/overview-picture.mjs';
import { runFlows } from './flows/runs.mjs';
import { recognitionFlows } from './flows/recognition.mjs';
import { scopeFlows } from './flows/scope.mjs';
import { scheduleFlows } from './flows/schedule.mjs';
import { settingsFlows } from './flows/settings.mjs';
import { Organisation } from './organisation.mjs';
import { Servers } from './servers.mjs';
import { Suite } from './suite.mjs';
import { Visitor } from './visitor.mjs';

const LIMIT = 30 * 60_000;
const BROWSER_WORDS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const FLOWS = [
  accessFlows,
  connectionFlows,
  runFlows,
  overviewPicture,
  progressFlows,
  listFlows,
  heldFlows,
  scheduleFlows,
  assetsFlows,
  assetsNameFlows,
  adoptionFlows,
  assetsMappingFlows,
  longNameFlows,
  failureFlows,
  directoryFlows,
  groupFlows,
  germanFlows,
  endFlows,
  mappingFlows,
  scopeFlows,
  recognitionFlows,
  namesakeFlows,
  onePersonFlows,
  settingsFlows,
];

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: { root: { type: 'string' }, docs: { type: 'string' }, only: { type: 'string' } },
});
const target = join(here, 'target');
const suite = new Suite(target);
const servers = new Servers(resolve(options.root ?? join(here, '../../..')));
let browser = null;

/** The browser's program. */
function findBrowser() {
  const named = process.env.CHROMIUM;
  const places = process.env.PATH.split(delimiter).map(folder => join(folder, 'chromium'));
  const found = [named, ...places].filter(Boolean).find(file => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error('No chromium on the path: install it, or name it in CHROMIUM');
  return found;
}

async function prepare() {
  const [jira, company, small] = await Promise.all([
    servers.jira(),
    servers.organisation('--users', '200', '--groups', '20'),
    servers.organisation('--users', '12', '--groups', '4', '--clean', '--seed', '7'),
  ]);
  browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_WORDS });
  const folders = { pictures: join(target, 'pictures'), docs: options.docs && resolve(options.docs) };
  rmSync(folders.pictures, { recursive: true, force: true });
  const open = () => Visitor.open(browser, jira, folders);
  return {
    suite,
    open,
    admin: await open(),
    company: new Organisation(company),
    small: new Organisation(small),
    docs: folders.docs,
  };
}

async function end(status) {
  // A second signal must not cut the servers' end short.
  process.removeAllListeners('SIGINT').on('SIGINT', () => {});
  process.removeAllListeners('SIGTERM').on('SIGTERM', () => {});
  await browser?.close().catch(() => {});
  await servers.stop();
  process.exit(status);
}

process.on('SIGINT', () => end(130));
process.on('SIGTERM', () => end(143));
setTimeout(() => {
  suite.report('all tests within half an hour', new Error('the time is up'), LIMIT);
  suite.finish();
  end(1);
}, LIMIT).unref();

try {
  const world = await prepare();
  const words = options.only?.split(',');
  const wanted = ({ name }) => !words || name === 'accessFlows' || words.some(word => name.includes(word));
  for (const flows of FLOWS.filter(wanted)) {
    await flows(world);
  }
} catch (error) {
  suite.report('the tests as a whole', error, 0);
}
await end(suite.finish() ? 0 : 1);
