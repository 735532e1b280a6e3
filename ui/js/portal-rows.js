/**
 * Draws the portals of a customer, one in each row, and the line above the field that says whose they are.
 *
 * @typedef {import('./backend.js').Row} Row
 */

import { el, named } from './element.js';
import { icon } from './icons.js';
import { monogramTile } from './monogram.js';
import { asOption, marked, sign } from './rows.js';
import { t } from './texts.js';

/**
 * @param {HTMLElement} list
 * @param {Row[]} rows
 * @param {string} standard  The portal that opens when none is chosen.
 */
export function drawPortals(list, rows, standard) {
  list.replaceChildren(...rows.map((row, index) => asOption(portal(row, row.portal === standard), row, index, rows.length)));
}

/**
 * Draws whose portals these are.
 *
 * @param {HTMLElement} line
 * @param {Row} customer
 * @param {() => void} onBack
 */
export function drawContext(line, customer, onBack) {
  const { name, domain, group, cloud } = customer;
  const back = el('button', 'context-back', icon('back', t('quick.back')));
  back.type = 'button';
  back.addEventListener('click', onBack);
  const title = named(name, 'context-name');
  title.title = name;
  const about = [domain ?? group, cloud].filter((text) => text !== null);
  line.replaceChildren(
    back, monogramTile(customer), title,
    el('span', 'context-about', ...about.flatMap((text, at) => (at > 0 ? [' · ', named(text)] : [named(text)]))),
  );
}

/**
 * @param {Row} row
 * @param {boolean} isStandard
 */
function portal(row, isStandard) {
  const second = row.blocked ?? row.changed ?? (row.url === null ? t('quick.held') : hostOf(row.url));
  const text = el(
    'span', 'row-text', marked(row.portal_name, row.name_marks, 'row-name'), el('span', 'row-second', named(second, 'row-host')),
  );
  const hint = el('kbd', 'key');
  hint.setAttribute('aria-hidden', 'true');
  return el(
    'div', row.blocked === null ? 'row is-portal' : 'row is-portal is-blocked', text,
    row.blocked !== null && el('span', 'row-warning', icon('blocked')),
    row.warning && row.url !== null && sign(t('quick.sign-check'), row.warning),
    row.changed && sign(t('quick.sign-changed'), row.changed),
    isStandard && el('span', 'badge', t('quick.sign-default')), hint,
  );
}

/** @param {string} url */
function hostOf(url) {
  return /^https:\/\/([^/?#]+)/.exec(url)?.[1] ?? '';
}
