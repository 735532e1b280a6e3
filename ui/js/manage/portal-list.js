/**
 * The portals in the person's order. One row at a time is in the order of the Tab key; arrows go to the same control of the next row, with
 * Alt they move the portal.
 *
 * @typedef {import('./choices.js').Portal} Portal
 * @typedef {{ portals: Portal[], default: string }} Arranged
 *
 * @typedef {object} Doing
 * @property {(arranged: Arranged) => void} onArrange
 * @property {(portal: Portal) => unknown} onEdit
 * @property {(portal: Portal) => unknown} onRemove
 */

import { announce } from '../announce.js';
import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { icon } from '../icons.js';
import { t } from '../texts.js';
import { dragRows } from './dragging.js';
import { addressesOf } from './portal-addresses.js';

/** @param {Doing} doing */
export function createPortalList({ onArrange, onEdit, onRemove }) {
  const element = el('ol', 'arranged');
  element.setAttribute('aria-label', t('portals.list'));
  /** Whose addresses are shown. @type {Set<string>} */
  const open = new Set();
  /** @type {Arranged} */
  let now = { portals: [], default: '' };
  /** The row in the order of the Tab key. */
  let current = '';

  element.addEventListener('keydown', press);
  dragRows(element, (from, to) => move(now.portals[from]?.id ?? '', to - from));
  element.addEventListener('focusin', ({ target }) => {
    current = idOf(target) ?? current;
    stopAt();
  });

  return { element, draw, focus: (/** @type {string} */ id) => focusOn(id, 'more') };

  /** @param {Arranged} arranged */
  function draw(arranged) {
    const focused = document.activeElement instanceof HTMLElement && element.contains(document.activeElement) ? { id: idOf(document.activeElement) ?? '', part: document.activeElement.dataset['part'] ?? '' } : null;
    now = arranged;
    element.replaceChildren(...now.portals.map(row));
    if (!now.portals.some(({ id }) => id === current)) current = now.portals[0]?.id ?? '';
    stopAt();
    if (focused) focusOn(focused.id, focused.part);
  }

  /**
   * @param {Portal} portal
   * @param {number} at
   */
  function row(portal, at) {
    const { id, name, own, on, tenant_less, addresses } = portal;
    const isDefault = id === now.default;
    const toggle = el('input', 'switch');
    toggle.type = 'checkbox';
    toggle.checked = on;
    toggle.disabled = isDefault;
    toggle.setAttribute('role', 'switch');
    toggle.setAttribute('aria-label', t('portals.on', { name }));
    toggle.addEventListener('change', () => onArrange({ ...now, portals: now.portals.map((one) => (one.id === id ? { ...one, on: toggle.checked } : one)) }));
    const badges = [
      isDefault && el('span', 'badge is-default', t('portals.default')), own && el('span', 'badge', t('portals.own')),
      tenant_less && el('span', 'badge', t('portals.tenant-less')), addresses[0]?.check && el('span', 'badge is-caution', t('portal.check-short')),
    ];
    const more = actButton('', () => unfold(id), { className: 'icon-button arranged-more' });
    more.append(icon('more', t('portals.more', { name })));
    more.setAttribute('aria-expanded', String(open.has(id)));
    more.setAttribute('aria-controls', `portal-${id}`);
    const makeDefault = on && !isDefault && actButton(t('portals.make-default'), () => onArrange({ ...now, default: id }), { className: 'button small quiet' });
    if (makeDefault) makeDefault.setAttribute('aria-label', `${t('portals.make-default')}: ${name}`);
    const details = el('div', 'arranged-details', addressesOf(portal), own && el('div', 'arranged-own', part('edit', actButton(t('portals.edit'), () => onEdit(portal), { className: 'button small' })), part('remove', actButton(t('portals.remove'), () => onRemove(portal), { className: 'button small danger' }))));
    details.id = `portal-${id}`;
    details.hidden = !open.has(id);
    const line = el(
      'div', 'arranged-line', part('on', toggle), el('span', 'arranged-name', named(name, 'arranged-label'), ...badges),
      makeDefault && part('default', makeDefault), mover('up', portal, at === 0), mover('down', portal, at === now.portals.length - 1), part('more', more),
    );
    line.draggable = true;
    const item = el('li', on ? 'arranged-row' : 'arranged-row is-off', line, details);
    item.dataset['portal'] = id;
    return item;
  }

  /**
   * @param {'up' | 'down'} way
   * @param {Portal} portal
   * @param {boolean} isEnd
   */
  function mover(way, { id, name }, isEnd) {
    const button = el('button', 'icon-button');
    button.type = 'button';
    button.append(icon(way, t(way === 'up' ? 'portals.up' : 'portals.down', { name })));
    button.addEventListener('click', () => move(id, way === 'up' ? -1 : 1));
    if (isEnd) button.setAttribute('aria-disabled', 'true');
    return part(way, button);
  }

  /**
   * @param {string} id
   * @param {number} by
   */
  function move(id, by) {
    const portals = [...now.portals];
    const at = portals.findIndex((one) => one.id === id);
    const [portal] = at < 0 ? [] : portals.splice(at, 1);
    if (!portal || at + by < 0 || at + by > portals.length) return;
    portals.splice(at + by, 0, portal);
    onArrange({ ...now, portals });
    announce(t('portals.moved', { name: portal.name, place: at + by + 1, count: portals.length }));
  }

  /** @param {string} id */
  function unfold(id) {
    if (!open.delete(id)) open.add(id);
    draw(now);
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    const { key, altKey, ctrlKey, metaKey, shiftKey, target } = event;
    const by = { ArrowUp: -1, ArrowDown: 1 }[key];
    const id = idOf(target);
    if (by === undefined || id === null || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    if (altKey) return move(id, by);
    const next = now.portals[now.portals.findIndex((one) => one.id === id) + by];
    if (next) focusOn(next.id, /** @type {HTMLElement} */ (target).dataset['part'] ?? '');
  }

  /** The row may not have this control. @param {string} id @param {string} name */
  function focusOn(id, name) {
    const controls = controlsOf(id);
    const one = controls.find((control) => control.dataset['part'] === name && !(/** @type {HTMLInputElement} */ (control).disabled)) ?? controls.find((control) => control.dataset['part'] === 'more');
    one?.focus();
    one?.scrollIntoView({ block: 'nearest' });
  }

  function stopAt() {
    for (const { id } of now.portals) for (const control of controlsOf(id)) control.tabIndex = id === current ? 0 : -1;
  }

  /** @param {string} id */
  function controlsOf(id) {
    const item = /** @type {HTMLElement[]} */ ([...element.children]).find(({ dataset }) => dataset['portal'] === id);
    return /** @type {HTMLElement[]} */ ([...(item?.querySelectorAll('[data-part]') ?? [])]);
  }
}

/** @param {EventTarget | null} target */
function idOf(target) {
  return (target instanceof Element && /** @type {HTMLElement | null} */ (target.closest('[data-portal]'))?.dataset['portal']) || null;
}

/**
 * Says which control of a row this is, to come back to it.
 *
 * @template {HTMLElement} T
 * @param {string} name
 * @param {T} control
 */
function part(name, control) {
  control.dataset['part'] = name;
  return control;
}
