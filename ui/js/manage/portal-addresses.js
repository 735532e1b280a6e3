/**
 * The addresses of a portal by cloud: the template, what it needs, and how that is known.
 *
 * @typedef {import('./choices.js').Portal} Portal
 */

import { el, named } from '../element.js';
import { t } from '../texts.js';

/** @param {Portal} portal */
export function addressesOf({ addresses, tenant_less }) {
  return el('div', 'addresses', tenant_less && el('p', 'setting-note', t('portals.tenant-less-text')), ...addresses.map(({ cloud_name, template, needs, evidence, source, check }) => {
    const line = el('p', 'address', template);
    line.dir = 'ltr';
    const known = el('p', 'address-known', evidence, source && ' · ', source && named(source));
    return el(
      'div', 'address-of', el('p', 'address-cloud', cloud_name), el('div', 'address-text', line, known,
        needs.length > 0 && el('p', 'address-known', t('portals.needs', { fields: new Intl.ListFormat(document.documentElement.lang).format(needs) })),
        check && el('p', 'address-check', t('portal.check'))),
    );
  }));
}
