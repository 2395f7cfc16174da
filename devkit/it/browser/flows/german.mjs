// The pages in the second language: no text is missing, none is left in the first one, and all fit.
import assert from 'node:assert/strict';

const PAGES = [
  ['', 'Verbindung hinzufügen'],
  ['/runs', 'Verlauf'],
  ['/directories', 'Verzeichnisse'],
  ['/settings', 'Einstellungen'],
  ['/connections/ID', 'Sicherheitsgrenzen'],
  ['/connections/ID/assets', 'Objektschema'],
  ['/connections/ID/mapping', 'Attributzuordnung'],
  ['/connections/ID/groups', 'Woher Gruppen in Jira kommen'],
  ['/connections/ID/person', 'Eine Person testen'],
  ['/connections/ID/links', 'Verknüpfte Konten und Gruppen'],
  ['/connections/ID/left-alone', 'Unangetastet'],
  ['/connections/ID/disconnect', 'Was bleibt'],
];

/** Words that no German text has, and keys that nobody replaced. */
const FOREIGN = /\b(the|with|and|of|is|are|from|settings|people|groups)\b|^[a-z-]+(\.[a-zA-Z-]+)+$/;

/** Every page, seen by somebody who chose German. */
export async function germanFlows(world) {
  const { suite, admin } = world;

  await suite.test('whoever chose German reads German on every page', admin, async () => {
    await speak(admin, 'de_DE');
    try {
      for (const [path, heading] of PAGES) {
        await admin.go(path.replace('ID', world.connection));
        await admin.sees(heading);
        const left = (await ownTexts(admin)).filter(text => FOREIGN.test(text));
        assert.deepEqual(left, [], path);
        await admin.inspect(`german${path.replace('/connections/ID', '-connection').replaceAll('/', '-')}`);
      }
    } finally {
      await speak(admin, 'en_US');
    }
    await admin.go();
    await admin.sees('Add connection');
  });
}

async function speak(admin, language) {
  const answer = await admin.page.request.fetch(`${admin.jira}/rest/api/2/mypreferences?key=jira.user.locale`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check' },
    data: JSON.stringify(language),
  });
  assert.equal(answer.status(), 204);
}

/** The texts of headings, labels, descriptions and buttons; names and data are other people's. */
function ownTexts(admin) {
  return admin.page.locator('#okta-sync').evaluate(root =>
    [...root.querySelectorAll('h2, h3, label, legend, th, .description, .okta-sync-lead, button, .aui-message p')]
      .filter(element => !element.querySelector('bdi, code, time'))
      .map(element => element.textContent.trim())
      .filter(text => text !== ''),
  );
}
