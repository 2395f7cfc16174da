// A person at a browser, who notices what a person would and what the browser complains about.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const UNSETTLED = [
  '.okta-sync-loading',
  '[aria-busy=true]',
  '.okta-sync-card:not(:has(.okta-sync-facts, .aui-message))',
];
const WIDTHS = [1280, 1920];
const HEIGHT = 900;
const PATIENCE = 15_000;

/** One person with a browser window of their own. */
export class Visitor {
  #complaints = [];
  #forgiven = [];
  #pictures;
  #docs;

  constructor(page, jira, { pictures, docs }) {
    this.page = page;
    this.jira = jira;
    this.#pictures = pictures;
    this.#docs = docs;
    page.setDefaultTimeout(PATIENCE);
    page.on('pageerror', error => this.#complaints.push(`script error: ${error.message}`));
    page.on('console', line => {
      // Browsers ask for the site's icon by themselves.
      if (line.type() === 'error' && !line.location().url.endsWith('/favicon.ico')) {
        this.#complaints.push(`console: ${line.text()}`);
      }
    });
  }

  /** Opens a window; `pictures` is where its pictures go, `docs` where those of the documentation do, if anywhere. */
  static async open(browser, jira, folders) {
    for (const folder of Object.values(folders).filter(Boolean)) mkdirSync(folder, { recursive: true });
    const context = await browser.newContext({
      viewport: { width: WIDTHS[0], height: HEIGHT },
      locale: 'en-GB',
    });
    await context.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', event =>
        console.error(`content policy: ${event.violatedDirective} ${event.blockedURI}`),
      ),
    );
    return new Visitor(await context.newPage(), jira, folders);
  }

  /** Opens a page of the product and waits until it has all that it shows. */
  async go(path = '') {
    await this.page.goto(this.address(path));
    await this.settled();
  }

  address(path = '') {
    return `${this.jira}/plugins/servlet/okta-sync${path}`;
  }

  /** Waits until nothing is being fetched. */
  async settled() {
    await this.page.locator('#okta-sync h2').first().waitFor();
    for (const sign of UNSETTLED) {
      await this.page.locator(`#okta-sync ${sign}`).first().waitFor({ state: 'detached' });
    }
  }

  /** Signs in as Jira asks for it, with the same word as name and password. */
  async signIn(name) {
    await this.page.fill('#login-form-username', name);
    await this.page.fill('#login-form-password', name);
    await this.page.click('#login-form-submit');
  }

  /** Gives the password again where Jira asks administrators for it. */
  async confirmPassword(password) {
    await this.page.fill('#login-form-authenticatePassword', password);
    await this.page.click('#login-form-submit');
  }

  button(name) {
    return this.page.getByRole('button', { name, exact: true });
  }

  link(name) {
    return this.page.getByRole('link', { name, exact: true });
  }

  /** Presses a choice or a box of a form, as a person does: on its label. */
  async choose(text) {
    const named = this.page.getByText(text, { exact: true });
    await this.page.locator('label').filter({ has: named }).or(this.page.locator('label').and(named)).first().click();
  }

  /** Presses a button of the question that stands over the page. */
  async answer(name) {
    await this.page.locator('dialog').getByRole('button', { name, exact: true }).click();
  }

  /** Fails unless this text is shown within the patience of a person. */
  async sees(text, where = '#okta-sync') {
    await this.page.locator(where).filter({ hasText: text }).first().waitFor();
  }

  /** The end of a message about a status that a test provokes. */
  expectComplaint(pattern) {
    this.#forgiven.push(pattern);
  }

  /** Fails when the browser complained about anything that no test expected. */
  mustBeContent() {
    const left = this.#complaints.filter(text => !this.#forgiven.some(pattern => pattern.test(text)));
    assert.deepEqual(left, [], 'the browser complained');
  }

  forget() {
    this.#complaints.length = 0;
    this.#forgiven.length = 0;
  }

  async picture(name) {
    await this.page.screenshot({ path: join(this.#pictures, `${name}.png`), fullPage: true });
  }

  /** A picture for the documentation, when such are wanted: the upper part of the page. */
  async document(name, height = 860) {
    if (!this.#docs) return;
    await this.settled();
    await this.page.setViewportSize({ width: WIDTHS[0], height });
    await this.page.evaluate(() => scrollTo(0, 0));
    await this.page.screenshot({ path: join(this.#docs, `${name}.png`) });
    await this.page.setViewportSize({ width: WIDTHS[0], height: HEIGHT });
  }

  /** Pictures the page at both widths; it must fit, hold no bare text key, and suit everybody. */
  async inspect(name) {
    const question = (await this.page.locator('dialog').count()) > 0;
    const ours = (await this.page.locator('#okta-sync').count()) > 0;
    if (ours && !question) await this.settled();
    for (const width of WIDTHS) {
      await this.page.setViewportSize({ width, height: HEIGHT });
      await this.picture(`${name}-${width}`);
      const wider = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wider <= 0, `${name} is ${wider} pixels wider than the window of ${width}`);
    }
    await this.page.setViewportSize({ width: WIDTHS[0], height: HEIGHT });
    await this.#hasOnlyTexts(name);
    await this.#suitsEverybody(name);
  }

  async #hasOnlyTexts(name) {
    const shown = await this.page.locator('body').innerText();
    const bare = shown.match(/\b(?:okta-sync|title|state|phase|reason|result|tile|field|error|operation|outcome|verdict|kind)\.[a-zA-Z-]+/g);
    assert.equal(bare, null, `${name} shows keys in place of texts`);
  }

  /** By axe: no finding of serious or critical impact. */
  async #suitsEverybody(name) {
    const session = await this.page.context().newCDPSession(this.page);
    await session.send('Runtime.evaluate', { expression: AXE });
    await session.detach();
    const findings = await this.page.evaluate(async () => {
      const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ impact, id, nodes }) => `${impact} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    });
    assert.deepEqual(findings, [], `axe about ${name}`);
  }
}
