/**
 * Settings. Each is saved as it is changed; there is no Save.
 *
 * @typedef {import('../backend.js').Failure} Failure
 * @typedef {import('./choices.js').Settings} Settings
 * @typedef {import('./page.js').Page} Page
 * @typedef {import('./page.js').Shell} Shell
 * @typedef {import('./setting.js').Setting} Setting
 */

import { actButton } from '../button.js';
import { copyText } from '../copy.js';
import { el } from '../element.js';
import { t } from '../texts.js';
import { createBackups } from './backups-setting.js';
import { changeSettings, diagnostics, settings } from './choices.js';
import { confirmSettings } from './confirm-setting.js';
import { entriesSetting } from './entries-setting.js';
import { createHotkeySetting } from './hotkey-setting.js';
import { loadingView, troubleView } from './page-states.js';
import { foldersSetting, registrySetting } from './places-setting.js';
import { createRail } from './rail.js';
import { reload } from './reload.js';
import { numberSetting, selectSetting, switchSetting } from './setting.js';

/** How long openings are kept, to choose from. */
const DAYS = [30, 90, 180, 365];

/**
 * @param {HTMLElement} root
 * @param {Shell} shell
 * @returns {Page}
 */
export function createSettingsPage(root, shell) {
  const hotkey = createHotkeySetting(shell);
  const backups = createBackups(shell);
  const language = selectSetting(
    { label: t('settings.language') }, saveLanguage,
    ({ languages }) => [{ key: '', name: t('settings.system') }, ...languages], ({ language: key }) => key ?? '', (key) => ({ language: key || null }),
  );
  const startAtLogin = switchSetting({ label: t('settings.start'), note: t('settings.start-note') }, save, ({ start_at_login: on }) => on, (on) => ({ start_at_login: on }));
  const registry = registrySetting(draw);
  const groups = /** @type {[string, string, (Setting | { element: HTMLElement })[]][]} */ ([
    ['general', t('settings.general'), [
      language,
      selectSetting(
        { label: t('settings.theme') }, save, () => [{ key: '', name: t('settings.system') }, { key: 'light', name: t('settings.light') }, { key: 'dark', name: t('settings.dark') }],
        ({ theme }) => theme ?? '', (key) => ({ theme: key === 'light' || key === 'dark' ? key : null }),
      ),
      startAtLogin,
    ]],
    ['keys', t('settings.quick'), [hotkey, entriesSetting(shell, save)]],
    ['opening', t('settings.opening'), [
      switchSetting({ label: t('settings.notify'), note: t('settings.notify-note') }, save, ({ notify }) => notify, (notify) => ({ notify })),
      { element: el('p', 'setting-lead', t('settings.confirm')) },
      ...confirmSettings(shell, save),
    ]],
    ['tray', t('settings.tray'), [
      numberSetting({ label: t('settings.tray-favorites'), min: 0, max: 50 }, save, ({ tray_favorites: count }) => count, (count) => ({ tray_favorites: count })),
      numberSetting({ label: t('settings.tray-recent'), note: t('settings.tray-recent-note'), min: 0, max: 20 }, save, ({ tray_recent: count }) => count, (count) => ({ tray_recent: count })),
    ]],
    ['history', t('settings.history'), [
      switchSetting({ label: t('settings.history-on'), note: t('settings.history-note') }, save, ({ history }) => history, (history) => ({ history })),
      selectSetting({ label: t('settings.history-days') }, save, daysOf, ({ history_days: days }) => String(days ?? ''), (key) => ({ history_days: key === '' ? null : Number(key) })),
    ]],
    ['registry', t('settings.registry'), [registry, backups]],
    ['folders', t('settings.folders'), [foldersSetting()]],
    ['about', t('settings.about'), [{ element: about() }]],
  ]);
  const scroller = el('div', 'page-scroller settings');
  const rail = createRail(scroller, t('settings.title'));
  const head = el('header', '', el('h1', 'page-title', t('settings.title')), el('p', 'page-lead', t('settings.lead')));
  const content = el('div', 'settings-content', ...groups.map(([id, title, all]) => {
    const heading = el('h2', 'settings-heading', title);
    heading.id = `settings-${id}`;
    heading.tabIndex = -1;
    rail.add(heading, title);
    return el('section', 'settings-group', heading, el('div', 'settings-card', ...all.map(({ element }) => element)));
  }));
  scroller.append(head, rail.element, content);
  root.replaceChildren(loadingView(t('settings.title')));

  return {
    async show(rest) {
      await look();
      // The page was loaded again in another language.
      if (rest === 'language') language.element.querySelector('select')?.focus();
    },
    changed() { if (!root.hidden) look(); },
  };

  async function look() {
    try {
      draw(await settings());
      await Promise.all([hotkey.look(), backups.look()]);
    } catch (failure) {
      root.replaceChildren(troubleView(t('settings.title'), t('settings.failed'), /** @type {Failure} */ (failure).message, look));
    }
  }

  /** @param {Settings} now */
  function draw(now) {
    for (const [, , all] of groups) for (const one of all) if ('draw' in one) one.draw(now);
    startAtLogin.element.hidden = now.start_at_login === null;
    if (!root.contains(scroller)) root.replaceChildren(scroller);
    rail.mark();
  }

  /** @param {import('./choices.js').SettingsChange} change */
  async function save(change) {
    draw(await changeSettings(change));
  }

  /** All texts are others then. @param {import('./choices.js').SettingsChange} change */
  async function saveLanguage(change) {
    await changeSettings(change);
    reload('settings/language');
  }

  function about() {
    const copy = actButton(t('settings.diagnostics'), async () => {
      try {
        shell.tell(t((await copyText(await diagnostics())) ? 'settings.diagnostics-copied' : 'quick.nothing-copied'));
      } catch (failure) {
        shell.fail(failure);
      }
    }, { className: 'button small' });
    return el(
      'div', 'setting',
      el('div', 'setting-text', el('p', 'setting-name', t('settings.version', { version: shell.started.version })), el('p', 'setting-note', t('settings.license')), el('p', 'setting-note', t('settings.diagnostics-note'))),
      copy,
    );
  }
}

/** @param {Settings} settings */
function daysOf({ history_days: days }) {
  const all = [...new Set([...DAYS, ...(days === null ? [] : [days])])].sort((one, other) => one - other);
  return [{ key: '', name: t('settings.history-all') }, ...all.map((count) => ({ key: String(count), name: t('settings.days', { count }) }))];
}
