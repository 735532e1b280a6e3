/**
 * Which customers have an entry in the desktop's launcher, with a warning where that makes too many.
 *
 * @typedef {import('./choices.js').Entries} Entries
 * @typedef {import('./page.js').Shell} Shell
 */

import { el } from '../element.js';
import { fold } from '../fold.js';
import { compareNames } from '../order.js';
import { t } from '../texts.js';
import { selectSetting } from './setting.js';

/** With more than this a desktop that shows all programs on one page becomes hard to use. */
const MANY = 200;

/** Before the name of a group in the key of its choice. */
const GROUP = 'group:';

/**
 * @param {Shell} shell
 * @param {import('./setting.js').Save} save
 * @returns {import('./setting.js').Setting}
 */
export function entriesSetting(shell, save) {
  const select = selectSetting(
    { label: t('settings.entries'), note: t('settings.entries-note') }, save, ({ entries }) => options(shell, keyOf(entries)), ({ entries }) => keyOf(entries),
    (key) => ({ entries: key.startsWith(GROUP) ? { group: key.slice(GROUP.length) } : /** @type {Entries} */ (key) }),
  );
  const many = el('p', 'setting-note');
  many.setAttribute('role', 'status');
  select.element.querySelector('.setting-text')?.append(many);
  return {
    element: select.element,
    draw(settings) {
      select.element.hidden = settings.entries === null;
      select.draw(settings);
      const count = shell.overview()?.customers.length ?? 0;
      many.hidden = settings.entries !== 'all' || count <= MANY;
      many.textContent = many.hidden ? '' : t('settings.entries-many', { count });
    },
  };
}

/** @param {Entries | null} entries */
function keyOf(entries) {
  return typeof entries === 'object' ? (entries === null ? 'none' : GROUP + entries.group) : entries;
}

/**
 * @param {Shell} shell
 * @param {string} chosen  A group that was chosen stays a choice when it has no customers.
 */
function options(shell, chosen) {
  const now = chosen.startsWith(GROUP) ? [chosen.slice(GROUP.length)] : [];
  const names = [...(shell.overview()?.customers ?? []).map(({ group }) => group ?? ''), ...now].filter((name) => name !== '');
  const groups = [...new Map(names.map((name) => [fold(name), name])).values()].map((name) => ({ key: GROUP + name, name: t('settings.entries-group', { name }) }));
  return [
    { key: 'none', name: t('settings.entries-none') },
    { key: 'favorites', name: t('settings.entries-favorites') },
    ...groups.sort(compareNames),
    { key: 'all', name: t('settings.entries-all') },
  ];
}
