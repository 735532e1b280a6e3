/**
 * Draws the footer: the exact address Enter will open, whose it is, and the warnings in words; or what to do when no
 * row is selected.
 *
 * @typedef {import('./backend.js').Row} Row
 * @typedef {import('./backend.js').Answer} Answer
 */

import { el, named } from './element.js';
import { icon } from './icons.js';
import { t } from './texts.js';

/**
 * @param {HTMLElement} footer
 * @param {Answer} answer
 * @param {Row | undefined} row  The selected one.
 * @param {boolean} lost  The row that was selected is gone from the list.
 */
export function drawFooter(footer, answer, row, lost) {
  footer.hidden = answer.rows.length === 0;
  const more = answer.total > answer.rows.length && el('span', 'footer-more', moreText(answer));
  if (!row) {
    footer.replaceChildren(el('p', 'footer-line', el('span', 'footer-hint', hint(answer, lost)), more));
    return;
  }
  const about = el(
    'span', 'footer-about', named(row.name, 'footer-name'), ` · ${row.portal_name} · ${row.cloud}`,
  );
  footer.replaceChildren(
    first(row),
    el('p', 'footer-line', about, more),
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
 * @param {Answer} answer
 * @param {boolean} lost
 */
function hint({ query, rows }, lost) {
  if (lost) return t('quick.choose-again');
  if (query.trim() === '') return t('quick.choose-rest');
  return t(rows.length === 1 ? 'quick.choose-one' : 'quick.choose');
}

/** @param {Answer} answer */
function moreText({ rows, total }) {
  return t('quick.more', { shown: rows.length, total });
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
