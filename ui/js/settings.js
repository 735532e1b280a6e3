/**
 * Draws the hotkey and where Portico keeps things.
 *
 * @typedef {import('./backend.js').Hotkey} Hotkey
 * @typedef {import('./backend.js').Overview} Overview
 */

import { actButton } from './button.js';
import { copyButton } from './copy.js';
import { el, named } from './element.js';
import { t } from './texts.js';

/**
 * @param {HTMLElement} host
 * @param {Hotkey} hotkey
 * @param {() => unknown} onChange
 */
export function drawHotkey(host, { status, shown, note }, onChange) {
  const about = note ?? t({ on: 'manage.hotkey-on', off: 'manage.hotkey-off', taken: 'manage.hotkey-taken', 'by-desktop': 'manage.hotkey-by-desktop' }[status]);
  const change = actButton(t(status === 'by-desktop' ? 'manage.hotkey-show' : 'manage.hotkey-change'), onChange, { className: 'button small' });
  host.replaceChildren(el(
    'div', 'place hotkey-row',
    el('div', 'place-text', el('h2', '', t('manage.hotkey')), el('p', 'hotkey-keys', shown ?? t('manage.hotkey-none')), el('p', status === 'taken' ? 'place-note is-trouble' : 'place-note', about)),
    change,
  ));
}

/**
 * @param {HTMLElement} section
 * @param {Overview} overview
 * @param {string} version
 */
export function drawSettings(section, { registry, registry_source, folders }, version) {
  section.replaceChildren(
    el('h1', '', t('manage.places')),
    place(t('manage.registry'), registry, sourceText(registry_source)),
    place(t('manage.data'), folders.data, t('manage.data-note')),
    place(t('manage.config'), folders.config, t('manage.config-note')),
    place(t('manage.state'), folders.state, t('manage.state-note')),
    el('p', 'version', t('manage.version', { version })),
  );
}

/**
 * @param {string} title
 * @param {string} path
 * @param {string} note
 */
function place(title, path, note) {
  return el(
    'div', 'place',
    el('div', 'place-text', el('h2', '', title), el('p', 'path', named(path)), el('p', 'place-note', note)),
    copyButton(path, { about: title, className: 'button small' }),
  );
}

/** @param {Overview['registry_source']} source */
function sourceText(source) {
  switch (source) {
    case 'default': return t('manage.source-default');
    case 'settings': return t('manage.source-settings');
    case 'environment': return t('manage.source-environment');
  }
}
