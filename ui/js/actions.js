/**
 * What can be done with a row besides opening it, as values; `menu.js` draws them. Pure.
 *
 * @typedef {import('./backend.js').Platform} Platform
 * @typedef {import('./backend.js').Row} Row
 *
 * @typedef {'open' | 'portals' | 'copy-link' | 'copy-id' | 'favorite' | 'manage' | 'history'} ActionName
 *
 * @typedef {object} Action
 * @property {ActionName} name
 * @property {string} label
 * @property {string} keys  That do the same without the menu; empty where there are none.
 * @property {string | null} reason  Why it cannot be done now.
 */

import { t } from './texts.js';

/**
 * Returns the actions in the order of the menu. Those that make no sense for the row are there, with the reason: a menu whose rows
 * move is one that fingers cannot learn.
 *
 * @param {Row} row
 * @param {{ inPortals: boolean, platform: Platform }} place
 * @returns {Action[]}
 */
export function actionsFor(row, { inPortals, platform }) {
  const mac = platform === 'macos';
  const key = (/** @type {string} */ name) => t(mac ? 'quick.key-with-command' : 'quick.key-with-control', { key: name });
  const shifted = t(mac ? 'quick.key-with-command-shift' : 'quick.key-with-control-shift', { key: 'C' });
  return [
    action('open', t('quick.action-open'), t('quick.key-enter'), row.blocked),
    action('portals', t('quick.action-portals'), inPortals ? '' : t('quick.key-right'), inPortals ? t('quick.action-portals-here') : null),
    action('copy-link', t('quick.copy-link'), key('C'), noLink(row)),
    action('copy-id', t('quick.action-copy-id'), shifted, null),
    action('favorite', t(row.favorite ? 'quick.unfavor' : 'quick.favor'), key('D'), null),
    action('manage', t('quick.action-manage'), '', null),
    action('history', t('quick.action-history'), '', null),
  ];
}

/**
 * Returns why there is no link to copy, or null when there is one.
 *
 * @param {Row} row
 */
export function noLink({ url, changed, blocked }) {
  if (url !== null) return null;
  if (changed !== null) return t('quick.no-link-changed');
  return blocked ?? t('quick.held');
}

/**
 * Returns the next one, from `index` on and around, whose label begins with the letter; `index` when there is none.
 *
 * @param {string[]} labels
 * @param {number} index
 * @param {string} letter
 */
export function jumped(labels, index, letter) {
  const wanted = letter.toLocaleLowerCase();
  const order = labels.map((_, at) => (index + 1 + at) % labels.length);
  return order.find((at) => labels[at]?.toLocaleLowerCase().startsWith(wanted)) ?? index;
}

/**
 * @param {ActionName} name
 * @param {string} label
 * @param {string} keys
 * @param {string | null} reason
 * @returns {Action}
 */
function action(name, label, keys, reason) {
  return { name, label, keys, reason };
}
