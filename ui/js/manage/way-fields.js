/**
 * The fields of a rule that say where something opens: the browser, and what that one can be asked for.
 *
 * @typedef {import('./browsers.js').Browser} Browser
 * @typedef {import('./browsers.js').Way} Way
 * @typedef {import('./field.js').Field} Field
 */

import { el } from '../element.js';
import { t } from '../texts.js';
import { containerOf, profileLabel, wayOf, windowOf, windowsOf } from './browser-ways.js';
import { selectControl } from './controls.js';
import { createField } from './field.js';
import { picker } from './picker.js';

/** A list of more than these is walked through by typing. */
const MANY = 40;

/**
 * @param {Browser[]} found
 * @param {Way} way
 */
export function createWayFields(found, way) {
  let browsers = found;
  const field = createField('rule-browser', t('browsers.where'), browserControl(found, way.browser));
  const note = el('p', 'rule-note', t('browsers.no-choice'));
  const rest = el('div', 'rule-rest');
  const element = el('div', '', field.element, note, rest);
  /** @type {Field | null} */
  let profile = null;
  /** @type {Field | null} */
  let frame = null;
  field.input.addEventListener('change', () => drawRest('', 'usual'));
  drawRest(way.profile ?? '', windowOf(way));

  return { element, input: field.input, read, check, update };

  /** @returns {Browser | null} */
  function browser() {
    return browsers.find(({ id }) => id === field.read()) ?? null;
  }

  /**
   * @param {string | null} chosen  The profile; null is text that is none.
   * @param {string} window
   */
  function drawRest(chosen, window) {
    const one = browser();
    const profiles = one?.profiles ?? [];
    const isGone = chosen !== null && chosen !== '' && !profiles.some(({ key }) => key === chosen);
    const choices = [{ key: '', name: t('browsers.profile-usual') }, ...unlike(profiles.map((each) => ({ key: each.key, name: profileLabel(each) })))];
    const control = profiles.length > MANY ? picker(choices) : selectControl(choices);
    profile = one?.has_profiles || isGone ? createField('rule-profile', t('browsers.profile'), control) : null;
    profile?.write(chosen);
    for (const event of ['input', 'change']) profile?.input.addEventListener(event, () => drawWindow('usual'));
    rest.replaceChildren(...(profile ? [profile.element] : []));
    note.hidden = one === null || one.has_profiles;
    drawWindow(window);
  }

  /** @param {string} chosen */
  function drawWindow(chosen) {
    const windows = windowsOf(browser(), profile?.read() ?? null, chosen);
    frame?.element.remove();
    frame = windows.length < 2 ? null : createField('rule-window', t('browsers.window'), selectControl(windows.map((key) => ({ key, name: windowName(key) }))));
    frame?.write(chosen);
    if (frame) rest.append(frame.element);
  }

  /** @returns {Way} */
  function read() {
    return wayOf(field.read(), profile?.read() ?? '', frame?.read() ?? 'usual');
  }

  /** Returns the field that lacks something, after it was said. */
  function check() {
    const isMissing = profile !== null && profile.read() === null;
    profile?.say(isMissing ? t('browsers.choose-profile') : '', '', document.activeElement === profile.input);
    return isMissing && profile ? profile.input : null;
  }

  /** Other browsers or profiles are there now. What was chosen stays chosen. @param {Browser[]} now */
  function update(now) {
    if (JSON.stringify(now) === JSON.stringify(browsers)) return;
    browsers = now;
    const { browser: id, profile: key } = read();
    const focused = document.activeElement instanceof HTMLElement && element.contains(document.activeElement) ? document.activeElement.id : null;
    const { input } = browserControl(now, id);
    field.input.replaceChildren(...input.children);
    field.write(id);
    drawRest(profile && profile.read() === null ? null : key ?? '', frame?.read() ?? 'usual');
    if (focused) document.getElementById(focused)?.focus();
  }
}

/**
 * @param {Browser[]} browsers
 * @param {string} chosen  It may be gone.
 */
function browserControl(browsers, chosen) {
  const control = selectControl([{ key: 'default', name: t('browsers.default') }, ...browsers.map(({ id, name }) => ({ key: id, name }))]);
  control.write(chosen);
  return control;
}

/**
 * Two of one name are told apart by their keys.
 *
 * @param {import('../backend.js').Choice[]} choices
 */
function unlike(choices) {
  return choices.map(({ key, name }) => ({ key, name: choices.some((other) => other.key !== key && other.name === name) ? `${name} (${key})` : name }));
}

/** @param {string} window */
function windowName(window) {
  const container = containerOf(window);
  return container !== null ? t('browsers.window-container', { name: container }) : t(window === 'private' ? 'browsers.window-private' : 'browsers.window-usual');
}
