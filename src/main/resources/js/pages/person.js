/* What a run would do to one person, step by step, and the run that does it. */

import {ask} from '../dialog.js';
import {button, el, fill, foreign} from '../dom.js';
import {connectionTabs, connectionTrail, section, showPage} from '../layout.js';
import {failure, loading, message, messagePlace} from '../message.js';
import {get, page, post, query} from '../rest.js';
import {lozenge} from '../state.js';
import {table} from '../table.js';
import {hasText, t, tParts} from '../texts.js';
import {personLine, personPicker} from './person-picker.js';
import {changeColumns} from './run-changes.js';

/** Shows the page. */
export async function show(root, id) {
  fill(root, loading());
  try {
    const connection = await get(`/connections/${id}`);
    const messages = messagePlace();
    const place = el('div', {'aria-live': 'polite'});
    const test = (person) => preview(place, connection, person, messages);
    const picker = personPicker(connection, ({id: found}) => test(found));
    const own = accountSearch(test);
    showPage(
      root,
      {
        trail: connectionTrail(connection),
        title: t('title.person'),
        tabs: connectionTabs(connection, 'person'),
      },
      messages.place,
      el('p', {}, t('person-test.lead')),
      picker.root,
      own,
      place,
    );
    const wanted = new URLSearchParams(location.search).get('user');
    if (wanted) {
      await test(wanted);
    } else {
      picker.input.focus();
    }
  } catch (error) {
    showPage(root, {title: t('title.person')}, failure(error));
  }
}

/** Whoever is no longer in Okta can only be found by what Jira calls them. */
function accountSearch(test) {
  const input = el('input.text.long-field', {
    id: 'okta-sync-account',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const submit = (event) => {
    event.preventDefault();
    if (input.value.trim() !== '') {
      test(input.value.trim());
    }
  };
  return el(
    'details.okta-sync-more',
    {},
    el('summary', {}, t('person-test.by-account')),
    el(
      'form.aui.top-label',
      {submit},
      el(
        'div.field-group',
        {},
        el('label', {for: 'okta-sync-account'}, t('person-test.account')),
        input,
        ' ',
        el('button.aui-button', {type: 'submit'}, t('person-test.show')),
      ),
    ),
  );
}

async function preview(place, connection, person, messages) {
  messages.clear();
  fill(place, loading());
  try {
    const answer = await get(`/connections/${connection.id}/preview${query({user: person})}`);
    fill(place, cards(answer), actions(connection, answer, messages));
  } catch (error) {
    fill(place, failure(error));
  }
}

function cards(answer) {
  return el(
    'ol.okta-sync-step-cards',
    {},
    found(answer),
    scope(answer),
    matched(answer),
    mapped(answer),
    groups(answer),
    changes(answer),
  );
}

function card(name, state, word, ...content) {
  const colour = {good: 'success', bad: 'removed', note: 'moved', none: 'default'}[state];
  return el(
    'li.okta-sync-card-step',
    {},
    el('h3', {}, t(`person-test.${name}`), ' ', lozenge(colour, word)),
    content,
  );
}

function found({found: {ok, person}, user}) {
  return ok
    ? card('found', 'good', t('person-test.yes'), el('p', {}, personLine(person)))
    : card('found', 'bad', t('person-test.no'), el('p', {}, tParts('person-test.gone', foreign(user))));
}

function scope({scope: {ok, reach, active, status}}) {
  const text =
    reach === 'in-scope'
      ? t(active ? 'person-test.reach.in-scope' : 'person-test.reach.inactive', status)
      : t(`person-test.reach.${reach}`);
  return card('scope', ok ? 'good' : 'bad', t(ok ? 'person-test.yes' : 'person-test.no'), el('p', {}, text));
}

function matched({matched: {link, account, shadowed}}) {
  const lines = [];
  if (link) {
    lines.push(tParts(`person-test.link.${link.origin}`, foreign(link.account)));
    if (!account) {
      lines.push(t('person-test.account-missing'));
    }
  } else {
    lines.push(account ? tParts('person-test.same-name', foreign(account.name)) : t('person-test.no-account'));
  }
  if (account) {
    lines.push(t(account.active ? 'person-test.account-active' : 'person-test.account-inactive'));
  }
  if (shadowed) {
    lines.push(t('person-test.shadowed'));
  }
  const state = link ? (shadowed || !account ? 'note' : 'good') : 'note';
  return card(
    'matched',
    state,
    t(link ? 'person-test.yes' : 'person-test.not-yet'),
    lines.map((line) => el('p', {}, line)),
  );
}

function mapped({mapped: {ok, attributes, message: problem, remarks}}) {
  const columns = [
    {title: t('person-test.attribute'), cell: ({target, key}) => (key ? foreign(key) : targetName(target))},
    {title: t('person-test.source'), cell: ({source}) => foreign(source)},
    {title: t('person-test.source-value'), cell: ({sourceValue}) => foreign(sourceValue)},
    {
      title: t('person-test.value'),
      cell: (one) => (one.message ? one.message : foreign(one.value)),
    },
  ];
  return card(
    'mapped',
    ok ? (remarks.length > 0 ? 'note' : 'good') : 'bad',
    t(ok ? 'person-test.yes' : 'person-test.no'),
    problem && message('warning', null, problem),
    remarks.map((remark) => message('info', null, remark.message)),
    attributes.length > 0 && table(t('person-test.mapped'), columns, attributes),
  );
}

const targetName = (target) =>
  hasText(`attribute.${target}`) ? t(`attribute.${target}`) : target;

function groups({groups: all}) {
  const columns = [
    {title: t('person-test.group'), cell: ({name}) => foreign(name)},
    {title: t('person-test.group-now'), cell: ({member}) => t(member ? 'person-test.in' : 'person-test.out')},
    {title: t('person-test.group-wanted'), cell: groupAfter},
    {title: t('person-test.group-why'), cell: ({because}) => because.map(cause)},
  ];
  return card(
    'groups',
    'none',
    String(all.length),
    all.length > 0 ? table(t('person-test.groups'), columns, all) : el('p', {}, t('person-test.no-groups')),
  );
}

/** What the changes make of it, not what would be wanted: a group may be left alone. */
function groupAfter({after, member, wanted}) {
  if (member && after && !wanted) {
    return t('person-test.as-it-is');
  }
  return t(after ? 'person-test.in' : 'person-test.out');
}

function cause({kind, sourceName}) {
  const text = t(`person-test.cause.${kind}`);
  return el('div', {}, text, sourceName && [' ', foreign(sourceName)]);
}

function changes({changes: all, breaches}) {
  return card(
    'changes',
    all.length === 0 ? 'good' : 'note',
    String(all.length),
    breaches.map((breach) => message('warning', t('person-test.would-hold'), breach.message)),
    all.length === 0
      ? el('p', {}, t('person-test.no-changes'))
      : table(t('person-test.changes'), changeColumns(['outcome']), all),
  );
}

function actions(connection, answer, messages) {
  const start = (dryRun) =>
    messages.trying(async () => {
      const wish = {user: answer.user, dryRun, trigger: 'manual'};
      const run = await post(`/connections/${connection.id}/runs`, wish);
      location.assign(page(`/runs/${run.id}`));
    });
  const sync = async () => {
    const confirmed = await ask({
      title: t('person-test.sync-title'),
      content: [el('p', {}, t('person-test.sync-does')), el('p', {}, t('person-test.sync-limits'))],
      confirm: t('person-test.sync'),
    });
    if (confirmed) {
      await start(false);
    }
  };
  return section(
    t('person-test.act'),
    el('p', {}, t('person-test.act-lead')),
    el(
      'p.okta-sync-bar',
      {},
      button(t('person-test.dry-run'), () => start(true), {primary: true}),
      ' ',
      button(t('person-test.sync'), sync),
    ),
  );
}
