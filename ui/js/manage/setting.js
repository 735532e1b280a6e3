/**
 * One setting: what it is called, what it means, and a control that saves at once. When it cannot be saved, the control goes back and the
 * reason stands under it.
 *
 * @typedef {import('./choices.js').Settings} Settings
 * @typedef {import('./choices.js').SettingsChange} SettingsChange
 * @typedef {{ element: HTMLElement, draw: (settings: Settings) => void }} Setting
 * @typedef {(change: SettingsChange) => Promise<unknown>} Save
 *
 * @typedef {{ label: string, note?: string }} Words
 */

import { announce } from '../announce.js';
import { el } from '../element.js';
import { t } from '../texts.js';

let settings = 0;

/**
 * @param {Words} words
 * @param {Save} save
 * @param {(settings: Settings) => boolean | null} read  Null: cannot be chosen here.
 * @param {(on: boolean) => SettingsChange} change
 * @returns {Setting}
 */
export function switchSetting(words, save, read, change) {
  const input = el('input', 'switch');
  input.type = 'checkbox';
  input.setAttribute('role', 'switch');
  return setting(words, input, {
    save: () => save(change(input.checked)),
    draw(now) {
      input.checked = read(now) ?? false;
      input.disabled = read(now) === null;
    },
  });
}

/**
 * @param {Words} words
 * @param {Save} save
 * @param {(settings: Settings) => import('../backend.js').Choice[]} options
 * @param {(settings: Settings) => string} read
 * @param {(key: string) => SettingsChange} change
 * @returns {Setting}
 */
export function selectSetting(words, save, options, read, change) {
  const select = el('select', 'field');
  return setting(words, select, {
    save: () => save(change(select.value)),
    draw(now) {
      select.replaceChildren(...options(now).map(({ key, name }) => {
        const option = el('option', '', name);
        option.value = key;
        return option;
      }));
      select.value = read(now);
    },
  });
}

/**
 * @param {Words & { min: number, max: number }} words
 * @param {Save} save
 * @param {(settings: Settings) => number} read
 * @param {(count: number) => SettingsChange} change
 * @returns {Setting}
 */
export function numberSetting({ min, max, ...words }, save, read, change) {
  const input = el('input', 'field setting-number');
  input.type = 'number';
  input.min = String(min);
  input.max = String(max);
  input.step = '1';
  return setting(words, input, {
    async save() {
      if (input.value === '' || !input.validity.valid) throw { code: 'Invalid', message: t('settings.number', { min, max }) };
      await save(change(input.valueAsNumber));
    },
    // What is being typed is not overwritten.
    draw(now, isAsked) { if (isAsked || input !== document.activeElement) input.value = String(read(now)); },
  });
}

/**
 * @param {Words} words
 * @param {HTMLInputElement | HTMLSelectElement} control
 * @param {{ save: () => Promise<unknown>, draw: (settings: Settings, isAsked: boolean) => void }} doing  `isAsked`: what was entered goes.
 * @returns {Setting}
 */
function setting({ label, note }, control, { save, draw }) {
  const id = `setting-${settings += 1}`;
  control.id = id;
  const name = el('label', 'setting-name', label);
  name.htmlFor = id;
  const error = el('p', 'add-error');
  error.id = `${id}-error`;
  error.hidden = true;
  const about = note === undefined ? null : el('p', 'setting-note', note);
  if (about) about.id = `${id}-note`;
  control.setAttribute('aria-describedby', [about?.id, error.id].filter(Boolean).join(' '));
  /** @type {Settings | null} */
  let now = null;

  control.addEventListener('change', async () => {
    say(null);
    try {
      await save();
    } catch (failure) {
      const { message } = /** @type {import('../backend.js').Failure} */ (failure);
      if (now) draw(now, true);
      say(message);
    }
  });

  return {
    element: el('div', 'setting', el('div', 'setting-text', name, about, error), control),
    draw(settings) {
      now = settings;
      draw(settings, false);
    },
  };

  /** @param {string | null} message */
  function say(message) {
    error.textContent = message;
    error.hidden = message === null;
    control.setAttribute('aria-invalid', String(message !== null));
    if (message !== null) announce(message);
  }
}
