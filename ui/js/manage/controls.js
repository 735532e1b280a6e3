/**
 * The controls of forms, as values in and out.
 *
 * @typedef {import('./field.js').Control} Control
 * @typedef {import('../backend.js').Choice} Choice
 */

import { el } from '../element.js';

/**
 * @param {string} [className]
 * @returns {Control & { input: HTMLInputElement }}
 */
export function textControl(className = '') {
  const input = el('input', `field ${className}`.trim());
  Object.assign(input, { type: 'text', autocomplete: 'off', autocapitalize: 'off', spellcheck: false, dir: 'auto' });
  return { element: input, input, ...remembering(() => input.value, (value) => { input.value = value; }) };
}

/** @returns {Control} */
export function areaControl() {
  const input = el('textarea', 'field area');
  Object.assign(input, { rows: 3, dir: 'auto' });
  return { element: input, input, ...remembering(() => input.value, (value) => { input.value = value; }) };
}

/**
 * @param {Choice[]} choices
 * @returns {Control}
 */
export function selectControl(choices) {
  const input = el('select', 'field select', ...choices.map(({ key, name }) => option(key, name)));
  return {
    element: input, input,
    ...remembering(() => input.value, (value) => {
      // What the registry has and this list does not is not lost by looking at it.
      if (!choices.some(({ key }) => key === value) && ![...input.options].some((one) => one.value === value)) input.append(option(value, value));
      input.value = value;
    }),
  };
}

/**
 * @param {string} label
 * @param {string} about
 * @returns {Control & { input: HTMLInputElement }}
 */
export function switchControl(label, about) {
  const input = el('input', 'switch');
  input.type = 'checkbox';
  input.setAttribute('role', 'switch');
  const element = el('label', 'form-switch', input, el('span', 'form-switch-text', el('span', 'form-switch-label', label), el('span', 'form-switch-about', about)));
  return { element, input, read: () => input.checked, write: (value) => { input.checked = value; } };
}

/**
 * A control may not be able to hold a value as it is: a field of one line drops what breaks lines.
 *
 * @param {() => string} get
 * @param {(value: string) => void} set
 */
function remembering(get, set) {
  let written = '';
  let shown = '';
  return {
    read: () => (get() === shown ? written : get()),
    write(/** @type {string} */ value) {
      set(value);
      written = value;
      shown = get();
    },
  };
}

/**
 * @param {string} key
 * @param {string} name
 */
function option(key, name) {
  const one = el('option', '', name);
  one.value = key;
  return one;
}
