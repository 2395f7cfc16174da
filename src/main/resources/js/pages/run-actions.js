/* What can be done with a run: cancel it, apply it, decide about it. */

import {ask} from '../dialog.js';
import {button, el, link} from '../dom.js';
import {page, post} from '../rest.js';
import {summary} from '../state.js';
import {t} from '../texts.js';
import {limitAddress} from './limit.js';

/** The buttons that fit the state of the run; `changed` is called after one has worked here. */
export function runActions(run, connection, messages, changed) {
  const act = (name) => post(`/runs/${run.id}/${name}`, {trigger: 'manual'});
  if (run.state === 'RUNNING') {
    return [button(t('run.cancel'), () => cancel(messages, act))];
  } else if (run.state === 'HELD' && connection) {
    return [
      button(t('run.approve'), () => approve(run, messages, act, changed), {primary: true}),
      link(limitAddress(run.breaches[0], connection), t('run.change-limit'), 'a.aui-button'),
      button(t('run.reject'), () => reject(messages, act, changed)),
    ];
  } else if (run.dryRun && ['SUCCEEDED', 'PARTIAL'].includes(run.state) && connection) {
    const disabled = Boolean(planProblem(run, connection)) || summary(run.planned).length === 0;
    return [
      button(t('run.apply'), () => apply(run, messages, act), {primary: true, disabled}),
      mayBeReviewed(run, connection) &&
        button(t('run.review'), () => review(messages, act, changed)),
    ];
  } else if (mayBeUndone(run) && connection) {
    return [button(t('run.undo'), () => undo(run, messages))];
  }
  return [];
}

/** Only a look at everything, with the settings of now, says what a schedule would do. */
function mayBeReviewed(run, connection) {
  return (
    run.mode === 'full' &&
    run.part !== 'assets' &&
    run.complete &&
    !run.reviewedBy &&
    connection.settingsVersion === run.settingsVersion
  );
}

function mayBeUndone(run) {
  const over = ['SUCCEEDED', 'PARTIAL', 'CANCELLED', 'INTERRUPTED'].includes(run.state);
  return over && !run.dryRun && run.mode !== 'adoption' && run.written?.directory > 0;
}

/** Why the plan of a run cannot be applied any more, in words; null when it can. */
export function planProblem(run, connection) {
  if (!connection) {
    return t('run.connection-gone');
  } else if (connection.settingsVersion !== run.settingsVersion) {
    return t('run.settings-changed');
  } else if (run.planExpiresAt && new Date(run.planExpiresAt) < new Date()) {
    return t('run.expired');
  }
  return null;
}

async function review(messages, act, changed) {
  const confirmed = await ask({
    title: t('review-dialog.title'),
    content: [el('p', {}, t('review-dialog.means')), el('p', {}, t('review-dialog.ends'))],
    confirm: t('review-dialog.confirm'),
  });
  if (confirmed) {
    await messages.trying(async () => {
      await act('review');
      await changed();
    });
  }
}

async function undo(run, messages) {
  const dryRun = el('input.checkbox', {type: 'checkbox', id: 'okta-sync-undo-dry', checked: true});
  const label = el('label', {for: 'okta-sync-undo-dry'}, t('undo-dialog.dry-run'));
  const confirmed = await ask({
    title: t('undo-dialog.title'),
    content: [
      el('p', {}, t('undo-dialog.does')),
      el('p', {}, t('undo-dialog.stays')),
      el('p', {}, t('undo-dialog.comes-back')),
      el('div.checkbox', {}, dryRun, label),
    ],
    confirm: t('undo-dialog.confirm'),
  });
  if (confirmed) {
    await messages.trying(async () => {
      const wish = {dryRun: dryRun.checked, trigger: 'manual'};
      const started = await post(`/runs/${run.id}/undo`, wish);
      location.assign(page(`/runs/${started.id}`));
    });
  }
}

async function cancel(messages, act) {
  const confirmed = await ask({
    title: t('cancel-dialog.title'),
    content: el('p', {}, t('cancel-dialog.means')),
    confirm: t('cancel-dialog.confirm'),
  });
  if (confirmed) {
    await messages.trying(() => act('cancel'));
  }
}

async function apply(run, messages, act) {
  const confirmed = await ask({
    title: t('apply-dialog.title'),
    content: [
      consequences(run),
      run.wouldHold && el('p', {}, el('strong', {}, t('apply-dialog.will-hold'))),
      el('p', {}, t('apply-dialog.changed-since')),
    ],
    confirm: t('apply-dialog.confirm'),
  });
  if (confirmed) {
    await messages.trying(async () => {
      const started = await act('apply');
      location.assign(page(`/runs/${started.id ?? run.id}`));
    });
  }
}

async function approve(run, messages, act, changed) {
  const breaches = run.breaches.map((breach) => el('li', {}, breach.message));
  const confirmed = await ask({
    title: t('approve-dialog.title'),
    content: [
      el('ul.okta-sync-foreign', {}, breaches),
      consequences(run),
      el('p', {}, t('approve-dialog.once')),
    ],
    confirm: t('approve-dialog.confirm'),
  });
  if (confirmed) {
    await messages.trying(async () => {
      await act('approve');
      await changed();
    });
  }
}

async function reject(messages, act, changed) {
  const confirmed = await ask({
    title: t('reject-dialog.title'),
    content: el('p', {}, t('reject-dialog.means')),
    confirm: t('reject-dialog.confirm'),
  });
  if (confirmed) {
    await messages.trying(async () => {
      await act('reject');
      await changed();
    });
  }
}

function consequences(run) {
  const lines = summary(run.planned);
  return [
    el('p', {}, t('apply-dialog.does')),
    el('ul', {}, lines.map((line) => el('li', {}, line))),
  ];
}
