/**
 * Somebody else changed the same fields: shows both values of each, and lets the person choose. None is chosen beforehand.
 *
 * @typedef {import('../backend.js').Overview} Overview
 * @typedef {import('./form.js').Key} Key
 * @typedef {import('./registry.js').Details} Details
 * @typedef {import('./registry.js').Fields} Fields
 */

import { announce } from '../announce.js';
import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { t } from '../texts.js';
import { show } from './dialog.js';
import { shownValue } from './form.js';

/**
 * Returns the fields in which the person stays with the own value, or null when the person wants to look once more.
 *
 * @param {{ key: Key, label: string }[]} fields  Those that differ.
 * @param {Fields} mine
 * @param {Details} details  As the registry is now.
 * @param {Overview} overview
 * @returns {Promise<Set<Key> | null>}
 */
export function resolve(fields, mine, details, overview) {
  return new Promise((done) => {
    const heading = el('h1', 'panel-title', t('conflict.title'));
    heading.id = 'conflict-title';
    const missing = el('p', 'form-error', t('conflict.missing'));
    missing.hidden = true;
    const groups = fields.map(({ key, label }) => {
      const group = el(
        'fieldset', 'conflict', el('legend', 'form-label', label),
        side(key, 'mine', t('conflict.mine'), shownValue(key, mine[key], overview)), side(key, 'theirs', t('conflict.theirs'), shownValue(key, details.fields[key], overview)),
      );
      return { key, group };
    });
    const chosen = (/** @type {HTMLElement} */ group) => /** @type {HTMLInputElement | null} */ (group.querySelector('input:checked'))?.value;
    /** @type {Set<Key> | null} */
    let result = null;
    const save = actButton(t('conflict.save'), () => {
      const open = groups.find(({ group }) => chosen(group) === undefined);
      missing.hidden = !open;
      if (open) {
        announce(t('conflict.missing'));
        open.group.querySelector('input')?.focus();
        return;
      }
      result = new Set(groups.filter(({ group }) => chosen(group) === 'mine').map(({ key }) => key));
      dialog.close();
    }, { className: 'button primary' });
    const back = actButton(t('quick.back'), () => dialog.close());
    const dialog = show(el(
      'div', 'panel-body', heading, el('p', 'panel-text', t('conflict.text', { name: details.name })), ...groups.map(({ group }) => group), missing,
      el('div', 'panel-buttons', back, save),
    ), () => done(result));
    dialog.setAttribute('aria-labelledby', heading.id);
    groups[0]?.group.querySelector('input')?.focus();
  });
}

/**
 * @param {Key} key
 * @param {'mine' | 'theirs'} whose
 * @param {string} label
 * @param {string} value
 */
function side(key, whose, label, value) {
  const radio = el('input', 'radio');
  Object.assign(radio, { type: 'radio', name: `conflict-${key}`, value: whose });
  return el('label', 'conflict-side', radio, el('span', 'conflict-label', label), value === '' ? el('span', 'is-none', t('form.empty')) : named(value, 'conflict-value'));
}
