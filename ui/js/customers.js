/**
 * The list of customers in manage: read-only, filtered by plain text, and drawn only where it is looked at.
 *
 * @typedef {import('./backend.js').Customer} Customer
 */

import { announce } from './announce.js';
import { byId, el, named } from './element.js';
import { fold, matches } from './fold.js';
import { icon } from './icons.js';
import { monogramTile } from './monogram.js';
import { t } from './texts.js';
import { rowsInView } from './viewport.js';

/** As people look for a name: “Branch 9” stands before “Branch 10”. */
const { compare } = new Intl.Collator(undefined, { numeric: true });

export function createCustomers() {
  const list = byId('list');
  const scroller = byId('scroller');
  const filter = /** @type {HTMLInputElement} */ (byId('filter'));
  /** @type {{ customer: Customer, folded: string }[]} */
  let all = [];
  /** @type {Customer[]} */
  let shown = [];
  /** What is drawn now, to leave it alone while it fits. */
  let drawn = '';

  filter.addEventListener('input', () => {
    scroller.scrollTop = 0;
    apply();
  });
  scroller.addEventListener('scroll', () => drawRows(), { passive: true });
  new ResizeObserver(() => drawRows()).observe(scroller);

  return { show };

  /** @param {Customer[]} customers */
  function show(customers) {
    all = customers
      .map((customer) => ({ customer, folded: fold(textOf(customer)) }))
      .sort((one, other) => compare(one.customer.name, other.customer.name));
    apply();
  }

  /** Filters, and draws what is left. */
  function apply() {
    const text = fold(filter.value.trim());
    shown = all.filter(({ folded }) => matches(folded, text)).map(({ customer }) => customer);
    drawn = '';
    drawRows();
    const count = countText(shown.length, all.length);
    byId('count').textContent = count;
    byId('count').hidden = all.length === 0;
    const nothing = all.length > 0 && shown.length === 0 && el('div', 'state', el('p', '', t('manage.none')));
    byId('state').replaceChildren(...(nothing ? [nothing] : []));
    if (text) announce(nothing ? t('manage.none') : count);
  }

  function drawRows() {
    const rowHeight = heightOfRow(list);
    const { first, end } = rowsInView({ scrollTop: scroller.scrollTop, height: scroller.clientHeight, rowHeight, count: shown.length });
    const wanted = `${first}-${end}-${rowHeight}`;
    if (wanted === drawn) return;
    drawn = wanted;
    list.style.height = `${shown.length * rowHeight}px`;
    list.replaceChildren(...shown.slice(first, end).map((customer, at) => {
      const item = row(customer);
      item.style.top = `${(first + at) * rowHeight}px`;
      // The rows around are not in the page; a screen reader still hears "7 of 3,000".
      item.setAttribute('aria-posinset', String(first + at + 1));
      item.setAttribute('aria-setsize', String(shown.length));
      return item;
    }));
    for (const text of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll('bdi'))) {
      // What is cut is whole under the pointer.
      if (text.scrollWidth > text.clientWidth) text.title = text.textContent ?? '';
    }
  }
}

/** @param {Customer} customer */
function row(customer) {
  const { name, domain, group, cloud_badge, tenant_id, favorite } = customer;
  const second = el('span', 'customer-second', domain && named(domain, 'customer-domain'));
  if (group) second.append(domain ? ' · ' : '', named(group, 'customer-group'));
  return el(
    'li', 'customer', monogramTile(customer), el('div', 'customer-text', named(name, 'customer-name'), second),
    favorite && el('span', 'customer-star', icon('star', t('manage.favorite'))),
    cloud_badge && el('span', 'badge', cloud_badge),
    el('code', 'customer-id', tenant_id),
  );
}

/**
 * The stylesheet decides the height of a row; it differs between a wide and a narrow window.
 *
 * @param {HTMLElement} list
 */
function heightOfRow(list) {
  const row = list.firstElementChild ?? list.appendChild(el('li', 'customer'));
  return row.getBoundingClientRect().height || 50;
}

/** @param {Customer} customer */
function textOf({ name, domain, group, cloud_badge, tenant_id }) {
  return [name, domain, group, cloud_badge, tenant_id].filter(Boolean).join('\n');
}

/**
 * @param {number} shown
 * @param {number} all
 */
function countText(shown, all) {
  if (shown < all) return t('manage.count-some', { shown, count: all });
  return all === 1 ? t('manage.count-one') : t('manage.count', { count: all });
}
