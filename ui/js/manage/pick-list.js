/**
 * A list of any length to walk through: one stop of the Tab key, arrows inside, and one row that keys are about. What is in a row is
 * drawn by whoever owns the list.
 *
 * @template T
 * @typedef {object} Picking
 * @property {string} label
 * @property {boolean} [ticks]  Rows are selected by Space, any number of them; otherwise the row that keys are about is.
 * @property {(item: T) => HTMLElement} draw
 * @property {(item: T) => boolean} [isTicked]
 * @property {(item: T) => void} [onSpace]
 * @property {(item: T) => void} [onEnter]
 * @property {(item: T, target: Element) => void} [onClick]  After the row became the active one.
 * @property {(item: T | null) => void} [onActive]
 */

import { el } from '../element.js';
import { isComposing } from '../keys.js';
import { createLongList } from '../long-list.js';

let lists = 0;

/**
 * @template {object} T
 * @param {Picking<T>} picking
 */
export function createPickList({ label, ticks = false, draw, isTicked = () => false, onSpace, onEnter, onClick, onActive = () => {} }) {
  const id = `pick-${lists += 1}`;
  const rows = el('div', 'pick-rows');
  const box = el('div', 'pick-list', rows);
  box.tabIndex = 0;
  box.setAttribute('role', 'listbox');
  box.setAttribute('aria-label', label);
  if (ticks) box.setAttribute('aria-multiselectable', 'true');
  /** @type {T[]} */
  let items = [];
  /** @type {Map<T, number>} */
  let places = new Map();
  let active = 0;
  const list = createLongList(box, rows, row, tellActive);

  box.addEventListener('keydown', press);
  rows.addEventListener('click', ({ target }) => {
    const at = rowOf(target);
    const item = items[at];
    if (item === undefined) return;
    activate(at);
    onClick?.(item, /** @type {Element} */ (target));
  });
  rows.addEventListener('dblclick', ({ target }) => {
    const item = items[rowOf(target)];
    if (item !== undefined) onEnter?.(item);
  });

  return { element: box, show, redraw: () => list.show(items) };

  /** @param {T[]} all */
  function show(all) {
    items = all;
    places = new Map(all.map((item, at) => [item, at]));
    active = Math.max(0, Math.min(active, all.length - 1));
    box.hidden = all.length === 0;
    list.show(all);
    onActive(items[active] ?? null);
  }

  /** @param {T} item */
  function row(item) {
    const at = places.get(item) ?? 0;
    const element = draw(item);
    element.classList.add('pick-row');
    element.classList.toggle('is-active', at === active);
    element.id = `${id}-${at}`;
    element.dataset['at'] = String(at);
    element.setAttribute('role', 'option');
    element.setAttribute('aria-selected', String(ticks ? isTicked(item) : at === active));
    return element;
  }

  /** The active row may be out of view, and then it is not in the page. */
  function tellActive() {
    const element = rows.querySelector('.is-active');
    if (element) box.setAttribute('aria-activedescendant', element.id);
    else box.removeAttribute('aria-activedescendant');
  }

  /** @param {EventTarget | null} target */
  function rowOf(target) {
    const element = target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest('.pick-row')) : null;
    return Number(element?.dataset['at'] ?? -1);
  }

  /** @param {number} at */
  function activate(at) {
    active = at;
    list.show(items);
    list.keep(at);
    // In a small window the list itself may be out of view.
    rows.querySelector('.is-active')?.scrollIntoView({ block: 'nearest' });
    onActive(items[at] ?? null);
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    const { key, ctrlKey, altKey, metaKey, shiftKey, repeat } = event;
    const item = items[active];
    if (isComposing(event) || ctrlKey || altKey || metaKey || shiftKey || item === undefined) return;
    const page = Math.max(1, Math.floor(box.clientHeight / (rows.firstElementChild?.clientHeight || 50)) - 1);
    const to = ledTo(key, active, items.length, page);
    const act = key === ' ' ? onSpace : key === 'Enter' ? onEnter : undefined;
    if (to === null && !act) return;
    event.preventDefault();
    if (to !== null) activate(to);
    else if (!repeat) act?.(item);
  }
}

/**
 * Returns the place that a key leads to; null for keys that lead nowhere.
 *
 * @param {string} key
 * @param {number} at
 * @param {number} count
 * @param {number} page
 */
export function ledTo(key, at, count, page) {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: count - 1 }[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}
