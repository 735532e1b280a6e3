/**
 * Where things are: the registry, which may be another file, and the folders.
 *
 * @typedef {import('./choices.js').Settings} Settings
 */

import { announce } from '../announce.js';
import { actButton } from '../button.js';
import { copyButton } from '../copy.js';
import { el, named } from '../element.js';
import { t } from '../texts.js';
import { chooseRegistry, useRegistry } from './choices.js';

/**
 * @param {(settings: Settings) => void} onSettings  Another file is in use now.
 * @returns {import('./setting.js').Setting}
 */
export function registrySetting(onSettings) {
  const place = el('div', 'setting-place');
  const error = el('p', 'add-error');
  error.setAttribute('role', 'alert');
  const choose = actButton(t('settings.registry-choose'), async () => {
    const path = await attempt(chooseRegistry);
    if (path != null) await use(path);
  }, { className: 'button small' });
  const usual = actButton(t('settings.registry-usual'), () => use(null), { className: 'button small' });
  const element = el('div', 'setting is-tall', place, el('div', 'setting-buttons', choose, usual), error);
  return { element, draw };

  /** @param {Settings} settings */
  function draw({ registry, registry_source, usual_registry }) {
    const note = t({ default: 'settings.source-default', settings: 'settings.source-settings', environment: 'settings.source-environment' }[registry_source]);
    place.replaceChildren(placeOf(t('settings.registry-file'), registry, note));
    choose.hidden = registry_source === 'environment';
    usual.hidden = registry_source !== 'settings';
    usual.title = usual_registry;
  }

  /** @param {string | null} path */
  async function use(path) {
    const settings = await attempt(() => useRegistry(path));
    if (!settings) return;
    onSettings(settings);
    announce(t('settings.registry-used'));
    // The button that was pressed may be gone.
    if (usual.hidden) choose.focus();
  }

  /**
   * @template T
   * @param {() => Promise<T>} act
   */
  async function attempt(act) {
    error.textContent = '';
    try {
      return await act();
    } catch (failure) {
      error.textContent = /** @type {import('../backend.js').Failure} */ (failure).message;
      return null;
    }
  }
}

/** @returns {import('./setting.js').Setting} */
export function foldersSetting() {
  const element = el('div', 'setting-folders');
  let drawn = '';
  return {
    element,
    draw({ folders }) {
      if (JSON.stringify(folders) === drawn) return;
      drawn = JSON.stringify(folders);
      const all = [placeOf(t('settings.data'), folders.data, t('settings.data-note')), placeOf(t('settings.config'), folders.config, t('settings.config-note')), placeOf(t('settings.state'), folders.state, t('settings.state-note'))];
      element.replaceChildren(...all.map((place) => el('div', 'setting', place)));
    },
  };
}

/**
 * @param {string} title
 * @param {string} path
 * @param {string} note
 */
function placeOf(title, path, note) {
  return el(
    'div', 'place', el('div', 'setting-text', el('p', 'setting-name', title), el('p', 'path', named(path)), el('p', 'setting-note', note)),
    copyButton(path, { about: title, className: 'button small' }),
  );
}
