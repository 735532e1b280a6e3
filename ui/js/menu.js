/**
 * The menu of actions, above the right end of the footer: its own keys, and it says what it acts on. Closed by Esc, Tab, a click
 * beside it, and by whatever changes what it acts on.
 *
 * @typedef {import('./actions.js').Action} Action
 * @typedef {import('./actions.js').ActionName} ActionName
 * @typedef {import('./backend.js').Row} Row
 */

import { jumped } from './actions.js';
import { announce } from './announce.js';
import { byId, el, named } from './element.js';
import { isComposing } from './keys.js';
import { createPointer } from './pointer.js';
import { moved } from './selection.js';
import { t } from './texts.js';

/** What is left above the menu, in pixels. */
const LEAST_ABOVE = 4;

/**
 * @param {{ onChosen: (name: ActionName, row: Row) => void, onClosed: () => void }} events
 *   `onClosed`: the rows want the focus.
 */
export function createMenu({ onChosen, onClosed }) {
  const host = byId('menu');
  const list = el('ul', 'menu-list');
  list.id = 'menu-list';
  list.tabIndex = 0;
  list.setAttribute('role', 'menu');
  /** @type {Row | null} */
  let row = null;
  /** @type {Action[]} */
  let actions = [];
  let at = 0;
  const pointer = createPointer();

  // The menu that comes up under a resting pointer is not what it points at: Enter is for what was marked before.
  list.addEventListener('pointermove', (event) => { if (pointer.moved(event)) mark(indexOf(event.target)); });
  list.addEventListener('click', (event) => choose(indexOf(event.target)));
  byId('menu-shade').addEventListener('click', close);

  return { open, close, key, isOpen: () => row !== null, actsOn: () => row };

  /**
   * @param {Row} onto
   * @param {Action[]} offered
   */
  function open(onto, offered) {
    pointer.rest();
    row = onto;
    actions = offered;
    list.setAttribute('aria-label', t('quick.actions-for', { name: onto.name, portal: onto.portal_name }));
    list.replaceChildren(...offered.map(item));
    const title = el('p', 'menu-title', named(onto.name, 'menu-name'), el('span', 'menu-portal', onto.portal_name));
    title.setAttribute('aria-hidden', 'true');
    host.replaceChildren(title, list);
    show(true);
    at = -1;
    mark(Math.max(0, offered.findIndex(({ reason }) => reason === null)));
    list.focus({ preventScroll: true });
  }

  function close() {
    if (row === null) return;
    row = null;
    show(false);
    host.replaceChildren();
    onClosed();
  }

  /**
   * Takes a key while the menu is open.
   *
   * @param {KeyboardEvent} event
   */
  function key(event) {
    if (isComposing(event)) return;
    const { key: pressed, repeat, ctrlKey, altKey, metaKey } = event;
    if (pressed === 'Tab') return close();
    if (ctrlKey || altKey || metaKey) return;
    pointer.rest();
    const letter = pressed.length === 1 && pressed !== ' ';
    switch (pressed) {
      case 'ArrowDown': mark(moved(at, 1, actions.length)); break;
      case 'ArrowUp': mark(moved(at, -1, actions.length)); break;
      case 'Home': case 'PageUp': mark(0); break;
      case 'End': case 'PageDown': mark(actions.length - 1); break;
      case 'Enter': if (!repeat) choose(at); break;
      case 'Escape': if (!repeat) close(); break;
      default: if (letter) mark(jumped(actions.map(({ label }) => label), at, pressed));
    }
    event.preventDefault();
  }

  /** @param {number} index */
  function choose(index) {
    const chosen = actions[index];
    const onto = row;
    if (!chosen || !onto) return;
    if (chosen.reason !== null) return announce(chosen.reason);
    close();
    onChosen(chosen.name, onto);
  }

  /** @param {number} index */
  function mark(index) {
    if (index < 0 || index === at) return;
    list.children[at]?.classList.remove('is-marked');
    at = index;
    const marked = list.children[at];
    marked?.classList.add('is-marked');
    marked?.scrollIntoView({ block: 'nearest' });
    list.setAttribute('aria-activedescendant', marked?.id ?? '');
  }

  /** @param {boolean} open */
  function show(open) {
    host.hidden = !open;
    byId('menu-shade').hidden = !open;
    const anchor = /** @type {HTMLElement} */ (host.parentElement);
    anchor.classList.remove('is-over');
    // A footer that needs much room leaves too little above it.
    if (open) anchor.classList.toggle('is-over', host.getBoundingClientRect().top < LEAST_ABOVE);
  }

  /** @param {EventTarget | null} target */
  function indexOf(target) {
    const one = target instanceof Element ? target.closest('.menu-item') : null;
    return one ? [...list.children].indexOf(one) : -1;
  }
}

/** @param {Action} action */
function item({ name, label, keys, reason }) {
  const text = el('span', 'menu-text', el('span', 'menu-label', label), reason !== null && el('span', 'menu-reason', reason));
  const hint = keys !== '' && el('kbd', 'key', keys);
  if (hint) hint.setAttribute('aria-hidden', 'true');
  const element = el('li', 'menu-item', text, hint);
  element.id = `menu-${name}`;
  element.setAttribute('role', 'menuitem');
  if (reason !== null) element.setAttribute('aria-disabled', 'true');
  return element;
}
