/**
 * Draws the footer: the exact address Enter will open, whose it is, and the warnings in words; or what to do when no
 * row is selected. At its end stands what else a key does.
 *
 * @typedef {import('./backend.js').Row} Row
 * @typedef {import('./backend.js').Platform} Platform
 * @typedef {import('./portals.js').Shown} Shown
 * @typedef {{ onPortals: () => void, onActions: () => void }} Hints  What a click on them does.
 *
 * @typedef {object} Around
 * @property {boolean} lost  The row that was selected is gone from the list.
 * @property {string} said  What was just done; empty when nothing was.
 * @property {Platform} platform
 * @property {Hints} hints
 */

import { el, named } from './element.js';
import { icon } from './icons.js';
import { t } from './texts.js';

/**
 * @param {HTMLElement} footer
 * @param {Shown} answer
 * @param {Row | undefined} row  The selected one.
 * @param {Around} around
 */
export function drawFooter(footer, answer, row, { lost, said, platform, hints }) {
  footer.hidden = answer.rows.length === 0;
  const isMore = answer.total > answer.rows.length;
  const more = (/** @type {string} */ key) => isMore && el('span', 'footer-more', t(key, { shown: answer.rows.length, total: answer.total }));
  if (!row) {
    footer.replaceChildren(el('p', 'footer-line', el('span', 'footer-hint', said || hintText(answer, lost)), more('quick.more')));
    return;
  }
  const about = said !== '' ? named(said, 'footer-about footer-said') : el(
    'span', 'footer-about', named(row.name, 'footer-name'), ` · ${row.portal_name} · ${row.cloud}`, row.browser && named(` · ${row.browser}`, 'footer-browser'),
  );
  const control = t(platform === 'macos' ? 'quick.key-with-command' : 'quick.key-with-control', { key: 'K' });
  const keys = el(
    'span', 'footer-keys', more('quick.more-short'),
    answer.of === undefined && keyButton(t('quick.key-right'), t('quick.portals'), hints.onPortals),
    keyButton(control, t('quick.actions'), hints.onActions),
  );
  footer.replaceChildren(
    first(row),
    el('p', 'footer-line', about, keys),
    ...[row.lookalike, row.url && row.warning].flatMap((text) => (text ? [caution('warning', text)] : [])),
  );
}

/**
 * Returns the address that Enter will open, or why it will not.
 *
 * @param {Row} row
 */
function first({ url, blocked, changed }) {
  if (changed !== null) return caution('warning', changed);
  if (blocked !== null) return caution('blocked', blocked);
  return url !== null ? address(url) : caution('warning', t('quick.held'));
}

/**
 * Returns what to do when no row is selected.
 *
 * @param {Shown} answer
 * @param {boolean} lost
 */
export function hintText({ query, rows, of }, lost) {
  if (of) return t(lost ? 'quick.portals-choose-again' : 'quick.portals-choose');
  if (lost) return t('quick.choose-again');
  if (query.trim() === '') return t('quick.choose-rest');
  return t(rows.length === 1 ? 'quick.choose-one' : 'quick.choose');
}

/**
 * Says which key does something, and does it when it is clicked. Not a stop for Tab: whoever uses the keyboard has the key.
 *
 * @param {string} key
 * @param {string} label
 * @param {() => void} act
 */
function keyButton(key, label, act) {
  const button = el('button', 'footer-key', el('kbd', 'key', key), label);
  button.type = 'button';
  button.tabIndex = -1;
  // The focus stays in the text.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', act);
  return button;
}

/**
 * The address wraps and is never elided: what differs between two customers stands at its end.
 *
 * @param {string} url
 */
function address(url) {
  const line = el('p', 'address', url);
  line.dir = 'ltr';
  return line;
}

/**
 * @param {'warning' | 'blocked'} kind
 * @param {string} text
 */
function caution(kind, text) {
  return el('p', 'caution', icon(kind), el('span', '', text));
}
