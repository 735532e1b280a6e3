/**
 * Which customers and portals are asked about before they open, besides those that are marked: single groups and clouds as check marks.
 *
 * @typedef {import('./choices.js').Confirm} Confirm
 * @typedef {import('./choices.js').Settings} Settings
 * @typedef {import('./page.js').Shell} Shell
 * @typedef {import('./setting.js').Save} Save
 */

import { announce } from '../announce.js';
import { el, named } from '../element.js';
import { fold } from '../fold.js';
import { compareNames } from '../order.js';
import { t } from '../texts.js';
import { switchSetting } from './setting.js';

/**
 * @param {Shell} shell
 * @param {Save} save
 * @returns {import('./setting.js').Setting[]}
 */
export function confirmSettings(shell, save) {
  /** @type {Confirm} */
  let now = { all: false, groups: [], clouds: [], doubtful_portals: false };
  const change = (/** @type {Partial<Confirm>} */ some) => ({ confirm: { ...now, ...some } });
  return [
    switchSetting({ label: t('settings.confirm-all') }, save, ({ confirm }) => confirm.all, (all) => change({ all })),
    switchSetting(
      { label: t('settings.confirm-doubtful'), note: t('settings.confirm-doubtful-note') }, save,
      ({ confirm }) => confirm.doubtful_portals, (doubtful_portals) => change({ doubtful_portals }),
    ),
    marks(t('settings.confirm-clouds'), () => (shell.overview()?.clouds ?? []).filter(({ key }) => key !== 'public'), ({ clouds }) => clouds, (clouds) => save(change({ clouds }))),
    marks(t('settings.confirm-groups'), (chosen) => groupsOf(shell, chosen), ({ groups }) => groups, (groups) => save(change({ groups }))),
    { element: el('span'), draw({ confirm }) { now = confirm; } },
  ];
}

/**
 * @param {string} label
 * @param {(chosen: string[]) => import('../backend.js').Choice[]} choices
 * @param {(confirm: Confirm) => string[]} read
 * @param {(keys: string[]) => Promise<unknown>} save
 * @returns {import('./setting.js').Setting}
 */
function marks(label, choices, read, save) {
  const list = el('div', 'setting-marks');
  const error = el('p', 'add-error');
  error.hidden = true;
  const element = el('fieldset', 'setting setting-group', el('legend', 'setting-name', label), list, error);
  /** @type {Settings | null} */
  let now = null;
  let drawn = '';
  return { element, draw };

  /** @param {Settings} settings */
  function draw(settings) {
    now = settings;
    const chosen = read(settings.confirm);
    const all = choices(chosen);
    element.hidden = all.length === 0;
    const isChosen = (/** @type {string} */ key) => chosen.some((one) => fold(one) === fold(key));
    const wanted = JSON.stringify(all);
    if (wanted !== drawn) list.replaceChildren(...all.map(({ key, name }) => mark(key, name)));
    drawn = wanted;
    for (const input of list.querySelectorAll('input')) input.checked = isChosen(input.value);
  }

  /**
   * @param {string} key
   * @param {string} name
   */
  function mark(key, name) {
    const input = el('input', 'check');
    input.type = 'checkbox';
    input.value = key;
    input.addEventListener('change', async () => {
      error.hidden = true;
      try {
        await save([...list.querySelectorAll('input')].filter(({ checked }) => checked).map(({ value }) => value));
      } catch (failure) {
        const { message } = /** @type {import('../backend.js').Failure} */ (failure);
        if (now) draw(now);
        error.textContent = message;
        error.hidden = false;
        announce(message);
      }
    });
    return el('label', 'check-label', input, named(name));
  }
}

/**
 * Returns the groups that there are, and those that were chosen and are gone: they may come back.
 *
 * @param {Shell} shell
 * @param {string[]} chosen
 */
function groupsOf(shell, chosen) {
  const names = [...(shell.overview()?.customers ?? []).map(({ group }) => group ?? ''), ...chosen].filter((name) => name !== '');
  const groups = new Map(names.map((name) => [fold(name), name]));
  return [...groups.values()].map((name) => ({ key: name, name })).sort(compareNames);
}
