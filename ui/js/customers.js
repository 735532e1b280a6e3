/**
 * The list of customers in manage: read-only, and filtered by plain text.
 *
 * @typedef {import('./backend.js').Customer} Customer
 */

import { announce } from './announce.js';
import { byId, el, named } from './element.js';
import { fold, matches } from './fold.js';
import { icon } from './icons.js';
import { createLongList } from './long-list.js';
import { monogramTile } from './monogram.js';
import { compareNames } from './order.js';
import { t } from './texts.js';

export function createCustomers() {
  const scroller = byId('scroller');
  const filter = /** @type {HTMLInputElement} */ (byId('filter'));
  /** @type {{ customer: Customer, folded: string }[]} */
  let all = [];
  const list = createLongList(scroller, byId('list'), row);

  filter.addEventListener('input', () => {
    scroller.scrollTop = 0;
    apply();
  });

  return { show };

  /** @param {Customer[]} customers */
  function show(customers) {
    all = customers
      .map((customer) => ({ customer, folded: fold(textOf(customer)) }))
      .sort((one, other) => compareNames(one.customer, other.customer));
    apply();
  }

  /** Filters, and draws what is left. */
  function apply() {
    const text = fold(filter.value.trim());
    const shown = all.filter(({ folded }) => matches(folded, text)).map(({ customer }) => customer);
    list.show(shown);
    const count = countText(shown.length, all.length);
    byId('count').textContent = count;
    byId('count').hidden = all.length === 0;
    const nothing = all.length > 0 && shown.length === 0 && el('div', 'state', el('p', '', t('manage.none')));
    byId('state').replaceChildren(...(nothing ? [nothing] : []));
    if (text) announce(nothing ? t('manage.none') : count);
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
