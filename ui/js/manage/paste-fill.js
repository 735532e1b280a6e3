/**
 * Pasting anything with a tenant ID into the form fills in what it says: a link to a portal, a line of a list, an ID in braces. What was
 * there comes back with Ctrl+Z or a button.
 *
 * @typedef {import('./registry.js').Fields} Fields
 */

import { announce } from '../announce.js';
import { actButton } from '../button.js';
import { el } from '../element.js';
import { icon } from '../icons.js';
import { t } from '../texts.js';
import { readPasted } from './registry.js';

const ID = /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/i;
const BARE_ID = /^\s*[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\s*$/i;
const LABELS = /** @type {Record<string, string>} */ ({ tenant_id: 'form.tenant-id', cloud: 'form.cloud', domain: 'form.domain', initial_domain: 'form.initial-domain' });

/**
 * @param {HTMLElement} element  The form.
 * @param {object} form
 * @param {() => Fields} form.values
 * @param {(fields: Partial<Fields>) => void} form.onFill
 */
export function createPasteFill(element, { values, onFill }) {
  const said = el('div', 'filled');
  said.hidden = true;
  /** What was there before, while nothing else was entered. @type {Partial<Fields> | null} */
  let before = null;

  element.addEventListener('paste', paste);
  element.addEventListener('input', () => { before = null; said.hidden = true; });
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || !before) return;
    event.preventDefault();
    event.stopPropagation();
    takeBack();
  });

  return { element: said };

  /** @param {ClipboardEvent} event */
  async function paste(event) {
    const input = event.target;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!(input instanceof HTMLInputElement) || !ID.test(text)) return;
    // An ID in its own field is what it is.
    if (input.id === 'field-tenant_id' && BARE_ID.test(text)) return;
    event.preventDefault();
    const found = await readPasted(text).catch(() => null);
    if (!found) return insert(input, text);
    const now = values();
    const fill = Object.fromEntries(Object.entries(found).filter(([key, value]) => value !== null && value !== now[/** @type {keyof Fields} */ (key)]));
    const names = Object.keys(fill).map((key) => t(LABELS[key] ?? key));
    if (names.length === 0) return say(t('form.filled-same'));
    onFill(fill);
    before = Object.fromEntries(Object.keys(fill).map((key) => [key, now[/** @type {keyof Fields} */ (key)]]));
    say(t('form.filled', { fields: names.join(', ') }), actButton(t('frame.undo'), takeBack, { className: 'button small' }));
    return undefined;
  }

  function takeBack() {
    if (!before) return;
    onFill(before);
    before = null;
    said.hidden = true;
    announce(t('customers.undone'));
    /** @type {HTMLElement | null} */ (element.querySelector('#field-tenant_id'))?.focus();
  }

  /**
   * @param {string} text
   * @param {HTMLElement} [button]
   */
  function say(text, button) {
    said.replaceChildren(icon('check'), el('p', '', text), button ?? '');
    said.hidden = false;
    announce(text);
  }
}

/**
 * It says nothing about a tenant after all: it is pasted as any text is.
 *
 * @param {HTMLInputElement} input
 * @param {string} text
 */
function insert(input, text) {
  input.focus();
  input.setRangeText(text.replace(/\s*[\r\n]+\s*/g, ' '), input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
  input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}
