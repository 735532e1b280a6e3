/**
 * What is wrong with the registry: what happened, what is safe, what to press. A banner above rows that are still of
 * use; in place of rows when there are none.
 *
 * @typedef {import('./backend.js').Problem} Problem
 * @typedef {import('./backend.js').Remedy} Remedy
 *
 * @typedef {(remedy: Remedy) => unknown} Remedying  Does what a button says. Without it there are no such buttons.
 */

import { actButton } from './button.js';
import { copyButton } from './copy.js';
import { el, named } from './element.js';
import { icon } from './icons.js';
import { t } from './texts.js';

/**
 * @param {Problem} problem
 * @param {Remedying} [onRemedy]
 */
export function problemBanner(problem, onRemedy) {
  const { title, text, safe, calm } = problem;
  const words = el('div', 'banner-text', el('strong', '', title), el('p', '', text), el('p', '', safe));
  return el(
    'div', calm ? 'banner is-calm' : 'banner', icon(calm ? 'info' : 'warning'),
    el('div', 'banner-main', words, el('div', 'banner-buttons', ...buttons(problem, onRemedy, 'small'))),
  );
}

/**
 * @param {Problem} problem
 * @param {Remedying} [onRemedy]
 */
export function problemScreen(problem, onRemedy) {
  const { title, text, safe, path } = problem;
  return el(
    'div', 'state recovery',
    el('span', 'recovery-sign', icon('warning')),
    el('h2', '', title), el('p', '', text), el('p', 'recovery-safe', safe),
    el('div', 'recovery-buttons', ...buttons(problem, onRemedy, '')),
    // Most messages name the file, with the line in it.
    path && !text.includes(path) && el('p', 'path', named(path)),
  );
}

/**
 * @param {Problem} problem
 * @param {Remedying | undefined} onRemedy
 * @param {'small' | ''} size
 */
function buttons({ action, path }, onRemedy, size) {
  const className = `button ${size}`.trim();
  const copyPath = path && copyButton(path, { label: t('quick.copy-path'), className });
  if (copyPath) copyPath.title = path;
  return [action && remedy(action, onRemedy, className), copyPath];
}

/**
 * @param {Remedy} action
 * @param {Remedying | undefined} onRemedy
 * @param {string} className
 */
function remedy(action, onRemedy, className) {
  if (action.kind === 'copy') return copyButton(action.command, { label: action.label, className: `${className} primary` });
  // A banner pushes the rows down; a click that was meant for one of them must not land here.
  return onRemedy && actButton(action.label, () => onRemedy(action), { slow: true, className: `${className} primary` });
}
