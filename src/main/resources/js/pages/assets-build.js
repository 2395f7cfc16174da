/* What the schema lacks, seen first, and built in the background. */

import {button, el, fill, foreign} from '../dom.js';
import {manyField, switchField} from '../fields.js';
import {number, percent} from '../format.js';
import {failure, loading, message} from '../message.js';
import {get, post, query} from '../rest.js';
import {t, tParts} from '../texts.js';
import {smallForm} from './assets-form.js';
import {TYPES} from './assets-types.js';

const LOOK = 700;

/** The part. */
export function buildPanel(page) {
  if (!page.reachable || !page.connection.assets.schemaId) {
    return message('info', t('assets.schema-first'));
  }
  const place = el('div', {'aria-live': 'polite'});
  const preview = button(t('assets.preview'), () => showDraft(page, place));
  showProgress(page, place);
  return [el('p', {}, preview), place, following(page)];
}

/** Whether runs add by themselves what is new in Okta's profiles. */
function following(page) {
  const field = switchField({
    ...page.value('assets.followProfiles'),
    label: t('field.assets-follow'),
    help: t('field.assets-follow.help'),
  });
  const save = async () => {
    if (await page.saveFields([field])) {
      page.say(t('assets.follow-saved'));
    }
  };
  return smallForm([field], t('connection.save'), save);
}

async function showDraft(page, place, additions = false) {
  fill(place, loading(t('assets.previewing')));
  try {
    const draft = await get(`${page.at}/build${query({additions})}`);
    fill(place, draftView(page, place, draft, additions));
  } catch (error) {
    fill(place, failure(error));
  }
}

function draftView(page, place, draft, additions) {
  const renamings = renamingField(draft);
  const names = nameSwitch(draft);
  const build = () =>
    start(page, place, {
      additions,
      renamings: renamings?.chosen() ?? [],
      names: names?.chosen() ?? false,
    });
  return [
    draft.notices.map((notice) => message('info', notice.message ?? notice.code)),
    draft.clashes.length > 0 && clashes(page, place, draft.clashes),
    draft.disputed.map(({name, now}) => message('warning', t('assets.disputed', name, now))),
    names?.element,
    steps(draft.actions),
    draft.additions.length > 0 && additionSwitch(page, place, draft, additions),
    renamings?.element,
    el(
      'p',
      {},
      button(t('assets.build'), build, {primary: true, disabled: draft.blocked}),
    ),
  ];
}

function stepText({action, name, type}) {
  return tParts(`assets.step.${action}`, foreign(name), foreign(type));
}

function steps(actions) {
  if (actions.length === 0) {
    return message('success', t('assets.nothing-to-build'));
  }
  const items = actions.map((action) =>
    el('li', {}, stepText(action)),
  );
  return el(
    'details.okta-sync-more',
    {},
    el('summary', {}, t('assets.steps', number(actions.length))),
    el('ul', {}, items),
  );
}

/** What is in the schema under the name of one of ours is settled here, each by one click. */
function clashes(page, place, names) {
  const rows = names.map((name) => {
    const type = TYPES.find(
      (one) => page.connection.assets.types[one].name.toLowerCase() === name.toLowerCase(),
    );
    const settle = async (change) => {
      if (await page.save({assets: {types: {[type]: change}}})) {
        page.refresh('types');
        await showDraft(page, place);
      }
    };
    return el(
      'li.okta-sync-actions',
      {},
      el('strong', {}, foreign(name)),
      button(t('assets.clash-fill'), () => settle({settled: true})),
      button(t('assets.clash-rename'), () => settle({name: `Okta ${name}`})),
      button(t('assets.clash-leave'), () => settle({on: false})),
    );
  });
  return message('warning', t('assets.clash'), el('ul.okta-sync-clashes', {}, rows));
}

function additionSwitch(page, place, draft, additions) {
  const field = switchField({
    path: 'additions',
    label: t('assets.additions', number(draft.additions.length)),
    value: additions,
  });
  const lines = el(
    'details.okta-sync-more',
    {},
    el('summary', {}, t('assets.additions.lines')),
    foreign(draft.additions.join('\n')),
  );
  field.element
    .querySelector('input')
    .addEventListener('change', (event) => showDraft(page, place, event.target.checked));
  return [field.element, lines];
}

function renamingField(draft) {
  if (draft.renamings.length === 0) {
    return null;
  }
  const field = manyField({
    path: 'renamings',
    label: t('assets.renamings'),
    help: t('assets.renamings.help'),
    value: [],
    options: draft.renamings.map(({id, type, from, to}) => ({
      value: id,
      label: t('assets.renaming', type, from, to),
    })),
  });
  return {
    element: field.element,
    chosen: () => {
      const read = {};
      field.read(read);
      return read.renamings;
    },
  };
}

/** What somebody renamed in Assets, and whether settings and mapping are to say so, too. */
function nameSwitch({renamed}) {
  if (renamed.length === 0) {
    return null;
  }
  const items = renamed.map(({type, attribute, was}) =>
    el(
      'li',
      {},
      attribute
        ? tParts('assets.renamed-attribute', foreign(type), foreign(was), foreign(attribute))
        : tParts('assets.renamed-type', foreign(was), foreign(type)),
    ),
  );
  const field = switchField({
    path: 'names',
    label: t('assets.take-names'),
    help: t('assets.take-names.help'),
    value: true,
  });
  return {
    element: [message('info', t('assets.renamed'), el('ul', {}, items)), field.element],
    chosen: () => {
      const read = {};
      field.read(read);
      return read.names;
    },
  };
}

async function start(page, place, wish) {
  page.messages.clear();
  try {
    await post(`${page.at}/build`, wish);
    await showProgress(page, place);
  } catch (error) {
    page.messages.show(failure(error));
  }
}

/** Follows a building until it ends; shows nothing when there was none. */
async function showProgress(page, place) {
  let build = await get(`${page.at}/build/progress`);
  const followed = build.state === 'RUNNING';
  while (build.state === 'RUNNING') {
    fill(place, progress(build));
    await new Promise((resolve) => setTimeout(resolve, LOOK));
    build = await get(`${page.at}/build/progress`);
  }
  if (build.state === 'NONE') {
    return;
  }
  fill(place, ended(build));
  if (followed || build.state === 'SUCCEEDED') {
    await page.reload();
    page.refresh('schema', 'types', 'mapping');
  }
}

function progress(build) {
  const bar = el('progress.okta-sync-progress', {
    max: 100,
    value: percent(build.done, build.total) ?? 0,
    'aria-label': t('assets.building'),
  });
  const now = build.current;
  return [
    el('p', {}, t('assets.built-of', number(build.done), number(build.total))),
    bar,
    now && el('p.okta-sync-note', {}, stepText(now)),
  ];
}

function ended(build) {
  return build.state === 'SUCCEEDED'
    ? message('success', t('assets.built'))
    : message('error', t('assets.not-built'), el('p', {}, build.message ?? build.code));
}
