/**
 * The backups of the registry: what bringing one back would do is shown first. That saves a backup itself, so it can be gone back on.
 *
 * @typedef {import('./choices.js').Backup} Backup
 * @typedef {import('./choices.js').BackupDifference} BackupDifference
 * @typedef {import('./page.js').Shell} Shell
 */

import { ago, moment } from '../ago.js';
import { restore } from '../backend.js';
import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { createLongList } from '../long-list.js';
import { t } from '../texts.js';
import { backupDifference, backups } from './choices.js';

/** @param {Shell} shell */
export function createBackups(shell) {
  const list = el('ul', 'backups');
  const none = el('p', 'setting-note');
  const element = el('div', 'setting is-tall', el('div', 'setting-text', el('h3', 'setting-name', t('settings.backups')), el('p', 'setting-note', t('settings.backups-note'))), list, none);
  return { element, look };

  async function look() {
    try {
      draw(await backups());
    } catch (failure) {
      draw([]);
      none.textContent = /** @type {import('../backend.js').Failure} */ (failure).message;
    }
  }

  /** @param {Backup[]} all */
  function draw(all) {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset['backup'];
    list.replaceChildren(...all.map(line));
    list.hidden = all.length === 0;
    none.textContent = t('settings.backups-none');
    none.hidden = all.length > 0;
    const same = [...list.querySelectorAll('button')].find(({ dataset }) => dataset['backup'] === focused);
    if (focused !== undefined) (same ?? list.querySelector('button'))?.focus();
  }

  /** @param {Backup} backup */
  function line(backup) {
    const { name, at, customers } = backup;
    const when = whenOf(at);
    const look = actButton(t('settings.backup-look'), () => preview(backup), { className: 'button small' });
    look.dataset['backup'] = name;
    look.setAttribute('aria-label', `${t('settings.backup-look')} ${moment(at, document.documentElement.lang)}`);
    return el('li', 'backup', when, el('span', 'backup-count', customers === null ? t('settings.backup-unreadable') : t('manage.count', { count: customers })), customers !== null && look);
  }

  /** @param {Backup} backup */
  async function preview({ name, at }) {
    try {
      const difference = await backupDifference(name);
      const when = moment(at, document.documentElement.lang);
      const isSame = difference.added.length + difference.removed.length + difference.changed.length === 0;
      if (isSame) return shell.tell(t('settings.backup-same'));
      const sure = await shell.ask({ title: t('settings.backup-title', { when }), text: t('settings.backup-text'), body: [differenceView(difference)], yes: t('settings.backup-restore'), danger: true });
      if (!sure) return;
      await restore(name);
      shell.tell(t('settings.backup-restored', { when }));
      await look();
    } catch (failure) {
      shell.fail(failure);
    }
  }
}

/** @param {BackupDifference} difference */
function differenceView({ added, removed, changed }) {
  const lines = [
    ...removed.map((name) => ({ kind: 'removed', name, texts: /** @type {string[]} */ ([]) })),
    ...changed.map(({ name, texts }) => ({ kind: 'changed', name, texts })),
    ...added.map((name) => ({ kind: 'added', name, texts: /** @type {string[]} */ ([]) })),
  ];
  const sums = [
    removed.length > 0 && t('settings.backup-removed', { count: removed.length }), changed.length > 0 && t('settings.backup-changed', { count: changed.length }),
    added.length > 0 && t('settings.backup-added', { count: added.length }),
  ].filter((sum) => sum !== false);
  const rows = el('ul', 'difference-rows');
  const scroller = el('div', 'difference', rows);
  scroller.tabIndex = 0;
  scroller.setAttribute('role', 'region');
  scroller.setAttribute('aria-label', t('settings.backup-difference'));
  const signs = /** @type {Record<string, string>} */ ({ removed: t('settings.sign-removed'), changed: t('settings.sign-changed'), added: t('settings.sign-added') });
  createLongList(scroller, rows, (/** @type {typeof lines[number]} */ { kind, name, texts }) => el(
    'li', `difference-row is-${kind}`, el('span', 'badge', signs[kind]), named(name, 'difference-name'), texts.length > 0 && named(texts.join(' · '), 'difference-texts'),
  )).show(lines);
  return el('div', '', el('p', 'difference-sum', sums.join(' · ')), scroller);
}

/** @param {number} at */
function whenOf(at) {
  const language = document.documentElement.lang;
  const when = el('time', 'backup-when', new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at), el('span', 'backup-ago', ago(at, Date.now(), language)));
  when.dateTime = new Date(at).toISOString();
  return when;
}
