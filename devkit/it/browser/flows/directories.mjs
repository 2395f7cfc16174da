// The page of user directories.
import assert from 'node:assert/strict';
import { connect, rest } from './own-connection.mjs';

/** Directories are made, switched and deleted, and the ones that must stay do. */
export async function directoryFlows(world) {
  const { suite, admin, small } = world;
  const name = 'Étage “zwei” & drei';
  const row = text => admin.page.getByRole('row').filter({ hasText: text });

  await suite.test('a directory is made, last in the order', admin, async () => {
    await admin.go('/directories');
    await admin.sees('from the first to the last');
    const before = await admin.page.locator('tbody tr').count();
    await admin.page.getByLabel('Name', { exact: true }).fill(name);
    await admin.button('Create').click();
    await admin.sees(`“zwei”`, '.aui-message-success');
    await admin.page.locator('tbody tr').nth(before).waitFor();
    assert.match(await admin.page.locator('tbody tr').last().innerText(), /zwei/);
    await admin.inspect('directories');
  });

  await suite.test('a name that is taken, or none, is refused at the field', admin, async () => {
    admin.expectComplaint(/status of 4\d\d/);
    await admin.button('Create').click();
    await admin.sees('Give the new user directory a name', '.error');
    await admin.inspect('directories-no-name');
  });

  await suite.test('it is switched off after a question, and on again', admin, async () => {
    await admin.page.getByRole('button', { name: `Disable ${name}` }).click();
    await admin.inspect('directories-disable');
    await admin.answer('Disable');
    await admin.sees('switched off', '.aui-message-success');
    await row(name).getByText('Off', { exact: true }).waitFor();
    await admin.page.getByRole('button', { name: `Enable ${name}` }).click();
    await row(name).getByText('On', { exact: true }).waitFor();
  });

  await suite.test('one’s own directory stays, and the page says why', admin, async () => {
    admin.expectComplaint(/status of 4\d\d/);
    const own = admin.page.locator('tbody tr').first();
    await own.getByRole('button', { name: /^Disable/ }).click();
    await admin.answer('Disable');
    await admin.sees('Your own account is in', '.aui-message-error');
    await own.getByText('On', { exact: true }).waitFor();
    await admin.inspect('directories-own');
  });

  await suite.test('one that a connection fills offers nothing that would be refused', admin, async () => {
    const { id } = await connect(admin, small, 'Occupied');
    await admin.go('/directories');
    await row('Occupied').getByText('Stays while a connection fills it').waitFor();
    assert.equal(await row('Occupied').getByRole('button').count(), 0);
    await admin.inspect('directories-filled');
    await rest(admin, 'DELETE', `/connections/${id}`);
    await admin.go('/directories');
  });

  await suite.test('it is deleted once its name is typed', admin, async () => {
    await admin.page.getByRole('button', { name: `Delete ${name}` }).click();
    await admin.sees('There is nobody in it');
    assert.ok(await admin.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).isDisabled());
    await admin.inspect('directories-delete');
    await admin.page.getByLabel('Type the name of the directory to confirm').fill(name);
    await admin.answer('Delete');
    await admin.sees('is deleted', '.aui-message-success');
    await row(name).waitFor({ state: 'detached' });
  });
}
