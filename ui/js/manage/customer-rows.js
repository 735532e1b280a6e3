/**
 * Draws a customer in the list. Star and check mark are for the pointer; the keyboard has keys for them.
 *
 * @typedef {import('../backend.js').Customer} Customer
 * @typedef {import('./registry.js').Hit} Hit
 * @typedef {{ customer: Customer, hit: Hit | null }} Listed
 */

import { el, named } from '../element.js';
import { icon } from '../icons.js';
import { monogramTile } from '../monogram.js';
import { marked, sign } from '../rows.js';
import { around, t } from '../texts.js';

/**
 * @param {Listed} listed
 * @param {{ selected: boolean, active: boolean }} how
 */
export function customerRow({ customer, hit }, { selected, active }) {
  const { identity, name, cloud_badge, favorite, changed, lookalike } = customer;
  const star = el('span', favorite ? 'customer-star is-favorite' : 'customer-star', favorite && icon('star', t('quick.favorite')));
  star.title = t(favorite ? 'quick.unfavor' : 'quick.favor');
  const row = el(
    'div', `customer${active ? ' is-active' : ''}`,
    el('span', 'customer-tile', monogramTile(customer), el('span', 'customer-check', icon('check'))),
    el('span', 'customer-text', el(
      'span', 'customer-first', marked(name, hit?.name_marks ?? [], 'customer-name'), changed && sign(t('quick.sign-changed'), t('quick.changed')),
      lookalike && sign(t('quick.sign-lookalike'), t('customers.lookalike')),
    ), el('span', 'customer-second', about(customer, hit), cloud_badge && el('span', 'badge', cloud_badge))),
    star,
  );
  row.id = `customer-${identity.replace('/', '-')}`;
  row.dataset['identity'] = identity;
  row.setAttribute('role', 'option');
  row.setAttribute('aria-selected', String(selected));
  return row;
}

/**
 * The domain, or the alias that matched, then the group. A look-alike always shows what tells it apart: its domain, else its tenant ID.
 *
 * @param {Customer} customer
 * @param {Hit | null} hit
 */
function about({ identity, domain, group, lookalike }, hit) {
  const parts = [];
  if (domain && (lookalike || !hit?.also)) parts.push(marked(domain, hit?.domain_marks ?? [], 'customer-domain'));
  else if (lookalike && !domain) parts.push(el('span', 'customer-domain is-id', identity.slice(identity.indexOf('/') + 1)));
  if (hit?.also) {
    const [before, after] = around('quick.also', 'alias');
    parts.push(el('span', 'customer-also', parts.length > 0 && ' · ', before, marked(hit.also.text, hit.also.marks), after));
  }
  if (group) parts.push(el('span', 'customer-group', parts.length > 0 && el('span', '', ' · '), named(group)));
  return el('span', 'customer-about', ...parts);
}
