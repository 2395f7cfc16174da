// Starts what the pages need: a simulated organisation, and Jira's stand-in with the built add-on in it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PATIENCE = 120_000;

/** The servers of one run of the tests; all of them end with `stop`. */
export class Servers {
  #children = [];
  #home = mkdtempSync(join(tmpdir(), 'okta-sync-browser-'));
  #root;

  /** @param root the folder of the built project */
  constructor(root) {
    this.#root = root;
  }

  /** Starts an organisation with these options; answers its address and token. */
  async organisation(...options) {
    const jar = onlyJar(join(this.#root, 'devkit/okta-org/target'), /^okta-org-.*-SNAPSHOT\.jar$/);
    const ready = await this.#start(
      ['-Xmx256m', '-jar', jar, '--port', '0', ...options],
      /^READY (\S+) token=(\S+)/m,
    );
    return { url: ready[1], token: ready[2] };
  }

  /** Starts Jira with the add-on on a fresh database; answers its address. */
  async jira() {
    const host = join(this.#root, 'devkit/jira-host/target');
    const classPath = [onlyJar(host, /^jira-host-.*-SNAPSHOT\.jar$/), join(host, 'lib', '*')].join(':');
    const addOn = onlyJar(join(this.#root, 'target'), /^okta-sync-for-jira-.*-SNAPSHOT\.jar$/);
    const main = 'org.oktasync.devkit.host.Host';
    const ready = await this.#start(
      ['-Xmx1g', '-cp', classPath, main, '--port', '0', '--home', this.#home, '--plugin', addOn, '--assets', 'on'],
      /^READY (\S+)/m,
    );
    return ready[1];
  }

  #start(words, ready) {
    return new Promise((resolve, reject) => {
      const child = spawn('java', words, { stdio: ['ignore', 'pipe', 'pipe'] });
      this.#children.push(child);
      let said = '';
      const tooLate = setTimeout(() => reject(new Error(`java said no READY: ${said}`)), PATIENCE);
      const listen = chunk => {
        said = (said + chunk).slice(-20_000);
        const found = ready.exec(said);
        if (found) {
          clearTimeout(tooLate);
          resolve(found);
        }
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.on('error', reject);
      child.on('exit', code => {
        clearTimeout(tooLate);
        reject(new Error(`java ended with ${code}: ${said}`));
      });
    });
  }

  /** Ends every server and removes what they stored. */
  async stop() {
    await Promise.all(this.#children.map(end));
    rmSync(this.#home, { recursive: true, force: true });
  }
}

function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve();
  }
  return new Promise(resolve => {
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.on('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

function onlyJar(folder, name) {
  const found = readdirSync(folder).filter(file => name.test(file));
  if (found.length !== 1) {
    throw new Error(`${folder} must hold one jar like ${name}, but holds ${found.length}: build the project first`);
  }
  return join(folder, found[0]);
}
