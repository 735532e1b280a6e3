/**
 * A field whose values mostly were used before: they are offered below while somebody types, and any other may be typed.
 *
 * @typedef {import('./field.js').Control} Control
 */

import { el, named } from '../element.js';
import { fold } from '../fold.js';
import { isComposing } from '../keys.js';
import { t } from '../texts.js';
import { textControl } from './controls.js';

let count = 0;

/**
 * @param {() => string[]} offered
 * @param {() => boolean} [isSole]  Returns true when what was typed can mean nothing but the one value that is offered: Enter takes it.
 * @returns {Control & { input: HTMLInputElement }}
 */
export function combobox(offered, isSole = () => false) {
  const control = textControl();
  const { input } = control;
  const list = el('div', 'menu-list-box');
  list.id = `offered-${count += 1}`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', t('form.offered'));
  list.hidden = true;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');
  /** @type {string[]} */
  let values = [];
  let marked = -1;

  input.addEventListener('input', () => open(input.value));
  input.addEventListener('click', () => open(''));
  input.addEventListener('blur', close);
  input.addEventListener('keydown', press);
  // The field keeps the focus, or the list would go before the click lands.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const index = [...list.children].indexOf(/** @type {Element} */ (target).closest('[role=option]') ?? list);
    if (index >= 0) choose(index);
  });

  return { ...control, element: el('div', 'combobox', input, list) };

  /** @param {string} text  What was typed; with nothing all are offered. */
  function open(text) {
    values = offered().filter((value) => fold(value).includes(fold(text.trim())) && value !== text);
    marked = -1;
    list.replaceChildren(...values.map((value, index) => {
      const row = el('div', 'menu-item', named(value));
      row.id = `${list.id}-${index}`;
      row.setAttribute('role', 'option');
      row.setAttribute('aria-selected', 'false');
      return row;
    }));
    list.hidden = values.length === 0;
    mark(-1);
  }

  function close() {
    list.hidden = true;
    mark(-1);
  }

  /** @param {number} index */
  function mark(index) {
    marked = index;
    input.setAttribute('aria-expanded', String(!list.hidden));
    for (const [at, row] of [...list.children].entries()) {
      row.classList.toggle('is-marked', at === index);
      row.setAttribute('aria-selected', String(at === index));
    }
    const row = list.children[index];
    if (row) {
      input.setAttribute('aria-activedescendant', row.id);
      row.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  }

  /** @param {number} index */
  function choose(index) {
    const value = values[index];
    if (value === undefined) return;
    input.value = value;
    close();
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    close();
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (isComposing(event) || event.ctrlKey || event.metaKey) return;
    const isOpen = !list.hidden;
    if (event.key === 'ArrowDown' && !isOpen) open(event.altKey ? '' : input.value);
    else if (event.key === 'ArrowDown') mark(Math.min(values.length - 1, marked + 1));
    else if (event.key === 'ArrowUp' && isOpen) mark(Math.max(-1, marked - 1));
    else if (event.key === 'Enter' && isOpen && marked >= 0) choose(marked);
    else if (event.key === 'Enter' && isOpen && values.length === 1 && isSole()) choose(0);
    else if (event.key === 'Escape' && isOpen) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
