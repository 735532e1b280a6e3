/**
 * The line of a customer that says in which browser it opens, and leads to where that is chosen.
 *
 * @typedef {import('./registry.js').Details} Details
 */

import { el, named } from '../element.js';
import { icon } from '../icons.js';
import { t } from '../texts.js';

/**
 * @param {Details} details
 * @param {(place: string) => void} go
 */
export function opensIn({ identity, opens: { browser, trouble, by } }, go) {
  const choose = el('button', 'link-button', t(by === null ? 'browsers.choose-for' : 'browsers.change'));
  choose.type = 'button';
  choose.addEventListener('click', () => go(`browsers/${identity}`));
  const said = t('browsers.opens', { browser: browser ?? t('browsers.in-default') });
  return el('p', 'detail-opens', trouble ? el('span', 'rule-trouble', icon('warning'), named(trouble)) : named(said), by && named(`(${by})`), choose);
}
