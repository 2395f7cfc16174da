// Runs tests one after the other and says what came of each.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The tests of one run. A later one may build on what an earlier one left behind. */
export class Suite {
  passed = 0;
  failed = 0;
  #folder;

  /** @param folder where the result is written */
  constructor(folder) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /**
   * Runs one test.
   *
   * @param visitor who does it; whatever the browser complained about fails the test too
   */
  async test(name, visitor, work) {
    const begin = Date.now();
    let reason = null;
    try {
      await work();
      visitor.mustBeContent();
    } catch (error) {
      reason = error;
      await visitor.picture(`failed-${this.passed + this.failed + 1}`).catch(() => {});
    }
    visitor.forget();
    this.report(name, reason, Date.now() - begin);
  }

  /** Counts a test and prints its line. */
  report(name, reason, milliseconds) {
    const time = `(${(milliseconds / 1000).toFixed(1)} s)`;
    if (reason) {
      this.failed++;
      const place = reason.stack?.split('\n').find(line => line.includes('/flows/'))?.trim() ?? '';
      console.log(`FAILED  ${name} ${time}\n        ${reason.message}\n        ${place}`);
    } else {
      this.passed++;
      console.log(`ok      ${name} ${time}`);
    }
  }

  /** Writes how many passed and failed; answers whether all passed. */
  finish() {
    const { passed, failed } = this;
    writeFileSync(join(this.#folder, 'result.json'), JSON.stringify({ passed, failed }) + '\n');
    console.log(`${passed} passed, ${failed} failed`);
    return failed === 0 && passed > 0;
  }
}
