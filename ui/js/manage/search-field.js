/** A field that narrows a list down. */

import { el } from '../element.js';
import { icon } from '../icons.js';
import { isComposing } from '../keys.js';

/**
 * @param {string} label
 * @param {() => void} onInput
 */
export function searchField(label, onInput) {
  const input = el('input', 'field search-field');
  Object.assign(input, { type: 'text', autocomplete: 'off', spellcheck: false, dir: 'auto', placeholder: label });
  input.setAttribute('aria-label', label);
  input.addEventListener('input', onInput);
  input.addEventListener('keydown', (event) => {
    if (isComposing(event) || event.key !== 'Escape' || input.value === '') return;
    event.preventDefault();
    input.value = '';
    onInput();
  });
  return { input, element: el('div', 'search-box', icon('search'), input) };
}
