/**
 * The list of customers: arrows, ranges, check marks, stars. It asks whoever owns it before it selects: what is entered beside it may
 * not be saved yet.
 *
 * @typedef {import('./customer-rows.js').Listed} Listed
 * @typedef {import('./picked.js').Picked} Picked
 *
 * @typedef {object} Doing
 * @property {(next: Picked) => void} onPick
 * @property {() => void} onShow  A click: where there is room for one half only, the person wants the other.
 * @property {() => void} onEnter  The person wants to work on what is selected.
 * @property {() => void} onOpen
 * @property {() => void} onRemove
 * @property {() => void} onLeave  Esc.
 * @property {() => void} onType  A letter comes: it is for the search.
 * @property {(identity: string | null) => void} onStar  Null: of what is selected.
 */

import { el } from '../element.js';
import { isComposing } from '../keys.js';
import { createLongList } from '../long-list.js';
import { t } from '../texts.js';
import { customerRow } from './customer-rows.js';
import { everybody, ledTo, NOBODY, only, toggled, upTo } from './picked.js';

/** @param {Doing} doing */
export function createCustomerList(doing) {
  const rows = el('div', 'customers');
  const box = el('div', 'scroller', rows);
  box.id = 'list';
  box.tabIndex = 0;
  box.setAttribute('role', 'listbox');
  box.setAttribute('aria-multiselectable', 'true');
  box.setAttribute('aria-label', t('manage.customers'));
  /** @type {string[]} */
  let order = [];
  let picked = NOBODY;
  const list = createLongList(box, rows, (/** @type {Listed} */ one) => customerRow(one, {
    selected: picked.ids.has(one.customer.identity), active: picked.active === one.customer.identity,
  }), tellActive);

  box.addEventListener('keydown', press);
  rows.addEventListener('mousedown', (event) => { if (event.shiftKey) event.preventDefault(); });
  rows.addEventListener('click', click);
  rows.addEventListener('dblclick', () => doing.onEnter());

  return { element: box, show, pick, reveal, focus: () => box.focus(), order: () => order, picked: () => picked };

  /** @param {Listed[]} all */
  function show(all) {
    order = all.map(({ customer }) => customer.identity);
    list.show(all);
  }

  /**
   * Selects, as the owner decided.
   *
   * @param {Picked} next
   */
  function pick(next) {
    picked = next;
    box.classList.toggle('is-many', picked.ids.size > 1);
    // Rows that are in the page already only look otherwise: a held arrow would draw them all again and again.
    for (const row of /** @type {HTMLCollectionOf<HTMLElement>} */ (rows.children)) {
      const identity = row.dataset['identity'] ?? '';
      row.setAttribute('aria-selected', String(picked.ids.has(identity)));
      row.classList.toggle('is-active', picked.active === identity);
    }
    tellActive();
    if (picked.active !== null) list.keep(order.indexOf(picked.active));
  }

  /** Scrolls a customer into the middle. @param {string} identity */
  function reveal(identity) {
    const index = order.indexOf(identity);
    if (index >= 0) list.reveal(index);
  }

  /** The active row may be out of view, and then it is not in the page. */
  function tellActive() {
    const row = rows.querySelector('.is-active');
    if (row) box.setAttribute('aria-activedescendant', row.id);
    else box.removeAttribute('aria-activedescendant');
  }

  /** @param {MouseEvent} event */
  function click(event) {
    const target = /** @type {Element} */ (event.target);
    const row = /** @type {HTMLElement | null} */ (target.closest('[role=option]'));
    const identity = row?.dataset['identity'];
    if (identity === undefined) return;
    if (target.closest('.customer-star')) return doing.onStar(identity);
    const more = event.ctrlKey || event.metaKey || (target.closest('.customer-tile') !== null && event.detail > 0 && canCheck());
    if (event.shiftKey) doing.onPick(upTo(picked, order, identity));
    else if (more) doing.onPick(toggled(picked, identity));
    else {
      doing.onPick(only(identity));
      doing.onShow();
    }
  }

  /** A finger has no pointer that shows the check mark first. */
  function canCheck() {
    return picked.ids.size > 1 || matchMedia('(hover: hover)').matches;
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (isComposing(event)) return;
    const main = event.ctrlKey || event.metaKey;
    if (!main && !event.altKey && event.key.length === 1 && event.key !== ' ') return doing.onType();
    const act = meaning(event, main);
    if (!act) return;
    event.preventDefault();
    act();
  }

  /**
   * @param {KeyboardEvent} event
   * @param {boolean} main
   * @returns {(() => void) | null}
   */
  function meaning({ key, shiftKey, altKey, repeat }, main) {
    if (altKey) return null;
    const { active } = picked;
    const page = Math.max(1, Math.floor(box.clientHeight / (rows.firstElementChild?.clientHeight || 50)) - 1);
    const to = main ? null : ledTo(key, order, active, page);
    if (to !== null) return () => doing.onPick(shiftKey ? upTo(picked, order, to) : only(to));
    if (key === ' ' && active !== null) return () => doing.onPick(toggled(picked, active));
    if (repeat) return null;
    if (main) {
      if (key === 'a') return () => doing.onPick(everybody(picked, order));
      if (key === 'Enter') return doing.onOpen;
      return key === 'd' ? () => doing.onStar(null) : null;
    }
    if (key === 'Enter') return doing.onEnter;
    if (key === 'Delete') return doing.onRemove;
    return key === 'Escape' ? doing.onLeave : null;
  }
}
