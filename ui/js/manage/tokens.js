/**
 * A field of several short texts: each is a chip that can be removed. Enter adds what is typed; so does leaving the field, so that nothing
 * typed is lost.
 *
 * @typedef {import('./field.js').Control} Control
 */

import { announce } from '../announce.js';
import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { icon } from '../icons.js';
import { isComposing } from '../keys.js';
import { t } from '../texts.js';

/**
 * @param {{ atComma?: boolean }} [how]  A comma parts two of them. Names have commas in them.
 * @returns {Control & { input: HTMLInputElement }}
 */
export function tokens({ atComma = false } = {}) {
  const input = el('input', 'tokens-input');
  Object.assign(input, { type: 'text', autocomplete: 'off', spellcheck: false, dir: 'auto' });
  const chips = el('ul', 'tokens-chips');
  const element = el('div', 'field tokens', chips, input);
  /** @type {string[]} */
  let values = [];

  element.addEventListener('mousedown', (event) => {
    if (event.target !== element && event.target !== chips) return;
    event.preventDefault();
    input.focus();
  });
  input.addEventListener('blur', add);
  input.addEventListener('input', () => { if (atComma && input.value.includes(',')) add(); });
  input.addEventListener('keydown', (event) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && input.value.trim() !== '') {
      event.preventDefault();
      event.stopPropagation();
      add();
    } else if (event.key === 'Backspace' && input.value === '' && !event.repeat && values.length > 0) {
      event.preventDefault();
      drop(values.length - 1);
    }
  });

  return {
    element, input,
    read: () => [...values, ...typed()],
    write(/** @type {string[]} */ next) {
      values = [...next];
      input.value = '';
      draw();
    },
  };

  /** What is typed and not a chip yet. */
  function typed() {
    const texts = (atComma ? input.value.split(',') : [input.value]).map((text) => text.trim());
    return texts.filter((text, at) => text !== '' && !values.includes(text) && texts.indexOf(text) === at);
  }

  function add() {
    if (input.value === '') return;
    values = [...values, ...typed()];
    input.value = '';
    draw();
    changed();
  }

  /** @param {number} index */
  function drop(index) {
    const [gone = ''] = values.splice(index, 1);
    draw();
    input.focus();
    announce(t('form.token-removed', { name: gone }));
    changed();
  }

  function changed() {
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  function draw() {
    chips.replaceChildren(...values.map((value, index) => {
      const button = actButton('', () => drop(index), { className: 'token-drop' });
      button.append(icon('close'));
      button.setAttribute('aria-label', t('form.token-remove', { name: value }));
      return el('li', 'token', named(value, 'token-text'), button);
    }));
    chips.hidden = values.length === 0;
  }
}
