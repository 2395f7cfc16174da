// Accounts recognised by an attribute of the administrator's own: chosen in the form.
import assert from 'node:assert/strict';
import { connect, rest, run } from './own-connection.mjs';

const NUMBER = { target: 'property', name: 'Employee number', key: 'employeeNumber', source: 'profile.employeeNumber' };

/** The choice of rules for first contact. */
export async function recognitionFlows(world) {
  const { suite, admin, small } = world;
  let connection;
  const saved = () => rest(admin, 'GET', `/connections/${connection.id}`);

  await suite.test('the rules for existing accounts are chosen, an attribute of one\'s own first', admin, async () => {
    connection = await left('Recognition', [
      { login: 'recognised.one', employeeNumber: 'R-1' },
      { login: 'recognised.two', employeeNumber: 'R-2' },
    ]);
    await admin.go(`/connections/${connection.id}`);
    const rules = admin.page.getByRole('group', { name: 'Recognise existing accounts' });
    const offered = await rules.getByRole('radio').count();
    assert.equal(offered, 5, 'two rules, each alone, and the attribute alone or first');
    await admin.inspect('recognition-form');
    await admin.choose('by Employee number, then by login, then by e-mail');
    await admin.button('Save').click();
    await admin.sees('Saved', '.aui-message-success');
    assert.deepEqual((await saved()).users.correlate, ['property:employeeNumber', 'login', 'email']);
    await admin.choose('by login');
    await admin.button('Save').click();
    await admin.sees('Saved', '.aui-message-success');
    assert.deepEqual((await saved()).users.correlate, ['login']);
    await admin.choose('by Employee number, then by login, then by e-mail');
    await admin.button('Save').click();
    await admin.sees('Saved', '.aui-message-success');
    assert.deepEqual((await saved()).users.correlate, ['property:employeeNumber', 'login', 'email']);
  });

  await suite.test('whoever is recognised by it alone has a tile of their own', admin, async () => {
    await admin.go(`/connections/${connection.id}/adoption`);
    const found = admin.page.locator('.okta-sync-tile').filter({ hasText: 'By attribute' });
    await found.waitFor();
    assert.ok(Number(await found.locator('.okta-sync-tile-number').innerText()) > 0);
    await found.click();
    await admin.settled();
    const row = admin.page.locator('tbody tr').filter({ hasText: 'renamed.one' });
    assert.equal(await admin.page.locator('tbody tr').filter({ hasText: 'recognised.two' }).count(), 0);
    assert.match(await row.innerText(), /renamed\.one@[\s\S]*recognised\.one@[\s\S]*employeeNumber[\s\S]*By attribute/i);
    await admin.inspect('adoption-by-attribute');
    await admin.go();
    await rest(admin, 'DELETE', `/connections/${connection.id}`);
  });

  /**
   * Lets a connection make accounts and go, whereupon Okta calls the people otherwise; one more person has the number
   * of the second. Answers a new connection to the same directory.
   */
  async function left(name, people) {
    const defaults = await rest(admin, 'GET', '/connections/defaults');
    const mapping = { attributes: [...defaults.mapping.attributes, NUMBER] };
    const settings = { mapping, users: { adopt: 'confirmed' } };
    // Who may use no application would pass for a customer.
    const first = await connect(admin, small, name, { ...settings, groups: { forNewUsers: ['jira-software-users'] } });
    const joined = [];
    for (const person of people) joined.push(await small.join(profile(person.login, person.employeeNumber)));
    await run(admin, first.id);
    await rest(admin, 'DELETE', `/connections/${first.id}`);
    await small.update(joined[0], profile('renamed.one', 'R-1'));
    await small.update(joined[1], profile('renamed.two', 'R-2'));
    await small.join(profile('third.two', 'R-2'));
    return connect(admin, small, name, { ...settings, directory: { id: first.directory.id } });
  }

  function profile(local, employeeNumber) {
    const login = `${local}@larkfield.example`;
    return { login, email: login, firstName: 'Reco', lastName: 'Gnised', employeeNumber };
  }
}
