// A mapping of Assets is written: with proposals, with what is wrong, as a table, and tried on real objects.
import assert from 'node:assert/strict';

const TEXT = [
  'key:id=Username',
  'map:profile.firstName=Firstname',
  'map:groups=Groups|Name=${groups}',
  'config:section=groups',
  '',
  'Groups:',
  'key:id=Group ID',
  'map:profile.name=Group Name',
  'config:data_source=/api/v1/groups',
].join('\n');

/** The editor on the page of Assets; Assets itself is not asked here, for no token is set. */
export async function assetsMappingFlows(world) {
  const { suite, admin } = world;
  const text = () => admin.page.getByLabel('Mapping text', { exact: true });
  const checked = () => admin.page.locator('.okta-sync-mapping-summary').filter({ hasText: /Errors|Nothing/ }).waitFor();

  async function open() {
    await admin.go(`/connections/${world.connection}/assets`);
    await checked();
  }

  async function write(value) {
    await text().fill(value);
    // A check follows once nobody has typed for a moment.
    const wait = admin.page.waitForResponse(answer => answer.url().endsWith('/assets/mapping/check'));
    await text().press('End');
    await wait;
    await checked();
  }

  await suite.test('paths of Okta are proposed and taken with the keyboard alone', admin, async () => {
    await open();
    const names = admin.page.waitForResponse(answer => answer.url().endsWith('/assets/mapping/names'));
    await open();
    await names;
    await text().fill('key:id=Username\n');
    await text().press('ControlOrMeta+End');
    await text().pressSequentially('map:department');
    await admin.page.getByRole('option').filter({ hasText: 'profile.department' }).waitFor();
    await admin.inspect('mapping-proposals');
    await text().press('ArrowDown');
    await text().press('Enter');
    assert.equal(await text().inputValue(), 'key:id=Username\nmap:profile.department');
    await text().pressSequentially('=Dep');
    await text().press('Enter');
    assert.match(await text().inputValue(), /map:profile\.department=Dep\n$/);
  });

  await suite.test('an error is marked in its line, told, and found from the list', admin, async () => {
    await write(`${TEXT}\nconfig:page_size=many`);
    await admin.page.locator('.okta-sync-mapping-mark-error').filter({ hasText: 'many' }).waitFor();
    await admin.inspect('mapping-error');
    await admin.page.locator('.okta-sync-mapping-errors').getByRole('button', { name: 'Line 10' }).click();
    const marked = await text().evaluate(area => area.value.slice(area.selectionStart, area.selectionEnd));
    assert.equal(marked, 'many');
  });

  await suite.test('two keys for one thing are mended by one press, and that is taken back by another', admin, async () => {
    await write(TEXT);
    await admin.sees('Two objects would be made of one', '.aui-message-warning');
    await admin.button('Put this right').click();
    await admin.sees('The text was changed.');
    assert.match(await text().inputValue(), /map:profile\.name=Group Name\nmap:profile\.name=Name\n/);
    await admin.button('Take it back').click();
    await checked();
    assert.equal(await text().inputValue(), TEXT);
  });

  await suite.test('a row of the table is a line of the text', admin, async () => {
    await admin.button('Table').click();
    await admin.page.getByRole('button', { name: 'Edit line 2', exact: true }).click();
    await admin.page.getByRole('textbox', { name: 'Attribute', exact: true }).fill('Given name');
    await admin.inspect('mapping-table');
    await admin.button('Apply').click();
    await admin.sees('The text was changed.');
    await admin.button('Text').click();
    assert.equal(await text().inputValue(), TEXT.replace('=Firstname', '=Given name'));
  });

  await suite.test('the mapping is tried on five people and five groups', admin, async () => {
    const tried = admin.page.locator('.okta-sync-mapping-preview');
    await admin.button('Try with five objects').click();
    await tried.locator('table').nth(4).waitFor();
    assert.match(await tried.innerText(), /Given name/);
    await tried.getByRole('combobox').selectOption('Groups');
    await admin.button('Try with five objects').click();
    await tried.getByText('Group Name').first().waitFor();
    await admin.inspect('mapping-preview');
  });
}
