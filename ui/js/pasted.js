/**
 * A pasted link that names no customer: it stands above the search field, which asks for the customer's name meanwhile.
 *
 * @typedef {import('./backend.js').Which} Which
 */

import { byId, el, named } from './element.js';
import { icon } from './icons.js';
import { around, t } from './texts.js';

/**
 * @param {HTMLInputElement} input
 * @param {() => void} onDrop  The person has done with the link.
 */
export function createPasted(input, onDrop) {
  const line = byId('pasted');
  /** @type {string | null} */
  let link = null;

  return { link: () => link, keep, drop, label };

  /** @param {Which} which */
  function keep(which) {
    link = which.link;
    line.replaceChildren(...parts(which));
    line.hidden = false;
    label();
  }

  function drop() {
    link = null;
    line.hidden = true;
    line.replaceChildren();
    label();
  }

  /** Says in the field what it is for now. */
  function label() {
    input.placeholder = t(link === null ? 'quick.placeholder' : 'quick.which');
    input.setAttribute('aria-label', t(link === null ? 'quick.input' : 'quick.which-input'));
  }

  /** @param {Which} which */
  function parts({ portal, page }) {
    const [before, after] = around('quick.pasted', 'portal');
    const path = named(page, 'pasted-page');
    path.dir = 'ltr';
    const remove = el('button', 'pasted-drop', icon('close', t('quick.drop-link')));
    remove.type = 'button';
    remove.addEventListener('click', onDrop);
    return [icon('link'), el('span', 'pasted-portal', before, el('strong', '', portal), after), path, remove];
  }
}

/**
 * Returns whether a change of the text brought in many letters at once, as pasting and dropping do. Whoever types a link by
 * hand is not finished with it when it names nobody yet.
 *
 * @param {Pick<InputEvent, 'inputType' | 'data'>} event
 */
export function cameAtOnce({ inputType = '', data = null }) {
  if (inputType.startsWith('delete') || inputType.startsWith('history') || inputType.includes('Composition')) return false;
  return inputType !== 'insertText' || (data?.length ?? 0) > 2;
}
