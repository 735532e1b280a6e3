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
  /** The customer that somebody wanted to see, marked until another place is shown. */
  let revealed = '';
  const list = createLongList(scroller, byId('list'), (/** @type {Customer} */ customer) => row(customer, customer.tenant_id === revealed));

  filter.addEventListener('input', () => {
    scroller.scrollTop = 0;
    apply();
  });

  return { show, reveal, unmark: () => reveal('') };

  /** @param {Customer[]} customers */
  function show(customers) {
    all = customers
      .map((customer) => ({ customer, folded: fold(textOf(customer)) }))
      .sort((one, other) => compareNames(one.customer, other.customer));
    apply();
  }

  /**
   * Scrolls to a customer and marks the row, whatever the filter was. A tenant ID that nobody has marks nothing.
   *
   * @param {string} tenantId
   */
  function reveal(tenantId) {
    if (revealed === '' && tenantId === '') return;
    revealed = tenantId;
    if (tenantId !== '') filter.value = '';
    apply();
    const index = all.findIndex(({ customer }) => customer.tenant_id === tenantId);
    const found = all[index];
    if (!found) return;
    list.reveal(index);
    announce(found.customer.name);
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

/**
 * @param {Customer} customer
 * @param {boolean} isRevealed
 */
function row(customer, isRevealed) {
  const { name, domain, group, cloud_badge, tenant_id, favorite } = customer;
  const second = el('span', 'customer-second', domain && named(domain, 'customer-domain'));
  if (group) second.append(domain ? ' · ' : '', named(group, 'customer-group'));
  const item = el(
    'li', isRevealed ? 'customer is-revealed' : 'customer', monogramTile(customer), el('div', 'customer-text', named(name, 'customer-name'), second),
    favorite && el('span', 'customer-star', icon('star', t('manage.favorite'))),
    cloud_badge && el('span', 'badge', cloud_badge),
    el('code', 'customer-id', tenant_id),
  );
  if (isRevealed) item.setAttribute('aria-current', 'true');
  return item;
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
