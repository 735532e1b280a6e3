/**
 * Draws the rows of quick open.
 *
 * @typedef {import('./backend.js').Row} Row
 * @typedef {import('./backend.js').Mark} Mark
 * @typedef {import('./backend.js').Platform} Platform
 */

import { ago, moment } from './ago.js';
import { el, named } from './element.js';
import { icon } from './icons.js';
import { segments } from './marks.js';
import { monogramTile } from './monogram.js';
import { around, t } from './texts.js';

/** Alt+1…9 reach this many rows. */
const NUMBERED = 9;

/**
 * Draws all rows anew. Patching old rows could leave a piece of another customer behind, and 24 rows take less than
 * a millisecond or two.
 *
 * @param {HTMLElement} list
 * @param {Row[]} rows
 */
export function drawRows(list, rows) {
  const parts = document.createDocumentFragment();
  /** @type {HTMLElement} */
  let group = list;
  rows.forEach((row, index) => {
    const starts = row.section !== (rows[index - 1]?.section ?? null);
    if (starts) group = row.section ? section(row.section) : list;
    if (starts && group !== list) parts.append(/** @type {HTMLElement} */ (group.parentElement));
    (group === list ? parts : group).append(option(row, index, rows.length));
  });
  list.replaceChildren(parts);
}

/**
 * Shows which row is selected, and which key opens each.
 *
 * @param {HTMLElement} list
 * @param {number} selected
 * @param {Platform} platform
 * @returns {HTMLElement | null}  The selected row.
 */
export function markSelected(list, selected, platform) {
  /** @type {HTMLElement | null} */
  let marked = null;
  optionsOf(list).forEach((row, index) => {
    const isSelected = index === selected;
    row.setAttribute('aria-selected', String(isSelected));
    const hint = row.querySelector('.key');
    if (hint) hint.textContent = keyHint(index, isSelected, platform);
    if (isSelected) marked = row;
  });
  return marked;
}

/**
 * Scrolls to the selected row, if there is one. The first brings its heading along.
 *
 * @param {HTMLElement} list
 */
export function showSelected(list) {
  const at = optionsOf(list).findIndex((row) => row.getAttribute('aria-selected') === 'true');
  if (at === 0) list.scrollTop = 0;
  else optionsOf(list)[at]?.scrollIntoView({ block: 'nearest' });
}

/**
 * Returns the index of the row an event happened in, or -1.
 *
 * @param {HTMLElement} list
 * @param {EventTarget | null} target
 */
export function rowAt(list, target) {
  const row = target instanceof Element ? target.closest('[role=option]') : null;
  return row ? optionsOf(list).indexOf(/** @type {HTMLElement} */ (row)) : -1;
}

/**
 * Returns whether an event happened on the star of a row.
 *
 * @param {EventTarget | null} target
 */
export function onStar(target) {
  return target instanceof Element && target.closest('.row-star') !== null;
}

/**
 * @param {number} index
 * @param {boolean} selected
 * @param {Platform} platform
 */
function keyHint(index, selected, platform) {
  if (selected) return t('quick.key-enter');
  if (index >= NUMBERED) return '';
  return t(platform === 'macos' ? 'quick.key-command' : 'quick.key-alt', { number: index + 1 });
}

/**
 * @param {Row} row
 * @param {number} index
 * @param {number} count
 */
function option(row, index, count) {
  const text = el('span', 'row-text', marked(row.name, row.name_marks, 'row-name'), secondLine(row));
  const hint = el('kbd', 'key');
  hint.setAttribute('aria-hidden', 'true');
  const item = el(
    'div', row.blocked ? 'row is-blocked' : 'row', monogramTile(row), text, star(row),
    row.blocked && el('span', 'row-warning', icon('blocked', row.blocked)),
    row.warning && row.url !== null && el('span', 'row-warning', icon('warning', row.warning)),
    row.changed && sign(t('quick.sign-changed'), row.changed),
    row.lookalike && sign(t('quick.sign-lookalike'), row.lookalike),
    row.cloud_badge && el('span', 'badge', row.cloud_badge), hint,
  );
  return asOption(item, row, index, count);
}

/**
 * Makes an element one row of the list box.
 *
 * @param {HTMLElement} item
 * @param {Row} row
 * @param {number} index
 * @param {number} count
 */
export function asOption(item, row, index, count) {
  item.id = `row-${index}`;
  item.setAttribute('role', 'option');
  item.setAttribute('aria-selected', 'false');
  // It can be reached and explains itself, but it opens nothing.
  if (row.blocked !== null) item.setAttribute('aria-disabled', 'true');
  // Headings split the rows into groups; without these a reader would count inside the group.
  item.setAttribute('aria-posinset', String(index + 1));
  item.setAttribute('aria-setsize', String(count));
  return item;
}

/**
 * A click on it changes it; with the keyboard that is an action. Without a role, because a row may hold no button.
 *
 * @param {Row} row
 */
function star({ favorite }) {
  const mark = favorite ? el('span', 'row-star is-favorite', icon('star', t('quick.favorite'))) : el('span', 'row-star');
  mark.title = t(favorite ? 'quick.unfavor' : 'quick.favor');
  return mark;
}

/**
 * A word that makes a person look twice; announced and explained under the pointer in full.
 *
 * @param {string} word
 * @param {string} meaning
 */
export function sign(word, meaning) {
  const badge = el('span', 'badge is-caution', word);
  badge.title = meaning;
  badge.setAttribute('role', 'img');
  badge.setAttribute('aria-label', meaning);
  return badge;
}

/**
 * The domain, or the alias that matched, then the group, then when it was opened last. The domain never gives way to a long group, and where names
 * look alike it never gives way to an alias.
 *
 * @param {Row} row
 */
function secondLine(row) {
  const parts = [];
  if (row.domain && (row.lookalike || !row.also)) parts.push(marked(row.domain, row.domain_marks, 'row-domain'));
  if (row.also) {
    const [before, after] = around('quick.also', 'alias');
    parts.push(el('span', 'row-also', before, marked(row.also.text, row.also.marks), after));
  }
  if (row.group) parts.push(named(row.group, 'row-group'));
  if (row.browser) parts.push(inBrowser(row.browser));
  if (row.section === 'recent' && row.opened_at !== null) parts.push(opened(row.opened_at));
  return el('span', 'row-second', ...parts.flatMap((part, at) => (at > 0 ? [el('span', 'dot', ' · '), part] : [part])));
}

/** @param {string} browser */
function inBrowser(browser) {
  const [before, after] = around('quick.in-browser', 'browser');
  return el('span', 'row-browser', before, named(browser), after);
}

/** @param {number} at */
function opened(at) {
  const language = document.documentElement.lang;
  const text = el('span', 'row-opened', t('quick.opened', { when: ago(at, Date.now(), language) }));
  text.title = moment(at, language);
  return text;
}

/**
 * @param {string} text
 * @param {Mark[]} marks
 * @param {string} [className]
 */
export function marked(text, marks, className = '') {
  const element = named('', className);
  for (const piece of segments(text, marks)) element.append(piece.marked ? el('mark', '', piece.text) : piece.text);
  return element;
}

const SECTIONS = { favorites: 'quick.favorites', recent: 'quick.recent', others: 'quick.others' };

/**
 * Returns the list of a new group under its heading.
 *
 * @param {keyof typeof SECTIONS} name
 */
function section(name) {
  const label = t(SECTIONS[name]);
  const heading = el('div', 'heading', label);
  heading.setAttribute('aria-hidden', 'true');
  const inner = el('div', 'rows');
  const group = el('div', 'section', heading, inner);
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', label);
  return inner;
}

/** @param {HTMLElement} list */
function optionsOf(list) {
  return /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[role=option]')]);
}
