/* How much the last runs of a connection changed, as small bars. */

import {el} from '../dom.js';
import {number} from '../format.js';
import {written} from '../state.js';
import {t} from '../texts.js';

const MOST = 12;
const WIDTH = 12;
const GAP = 4;
const HEIGHT = 32;
const SVG = 'http://www.w3.org/2000/svg';

/** The chart of some runs, the newest first as they are listed; null when none has ended. */
export function runChart(runs) {
  const ended = runs
    .filter((run) => !run.dryRun && run.finishedAt && run.state !== 'HELD')
    .slice(0, MOST)
    .reverse();
  if (ended.length === 0) {
    return null;
  }
  const changes = ended.map(written);
  const label = t('chart.label', changes.map(number).join(', '));
  const image = svg('svg', {
    class: 'okta-sync-chart',
    role: 'img',
    'aria-label': label,
    width: ended.length * (WIDTH + GAP),
    height: HEIGHT,
  });
  changes.forEach((count, i) => image.append(bar(ended[i], count, i, Math.max(...changes))));
  return el('div', {}, image, el('span.okta-sync-note', {}, ' ', t('chart.note', number(ended.length))));
}

/** Thousands must not hide tens: the height follows the number of digits. */
function bar(run, count, index, most) {
  const share = most === 0 ? 0 : Math.log10(count + 1) / Math.log10(most + 1);
  const height = Math.max(2, Math.round(share * HEIGHT));
  const failed = ['FAILED', 'INTERRUPTED', 'CANCELLED'].includes(run.state);
  const rect = svg('rect', {
    class: failed ? 'okta-sync-chart-failed' : 'okta-sync-chart-bar',
    x: index * (WIDTH + GAP),
    y: HEIGHT - height,
    width: WIDTH,
    height,
  });
  const title = svg('title', {});
  title.textContent = t('chart.run', run.id, number(count));
  rect.append(title);
  return rect;
}

function svg(name, attributes) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, String(value)));
  return element;
}
