/** The one offer of quick open: keys that bring it up from anywhere. A calm banner, above the rows and together with them. */

import { actButton } from './button.js';
import { el } from './element.js';
import { icon } from './icons.js';
import { t } from './texts.js';

/**
 * @typedef {{ onChoose: () => unknown, onDecline: () => unknown }} Offering
 *
 * @param {Offering} events
 */
export function offerBanner({ onChoose, onDecline }) {
  const choose = actButton(t('quick.offer-choose'), onChoose, { slow: true, className: 'button small' });
  const decline = actButton(t('quick.offer-decline'), onDecline, { slow: true, className: 'button small' });
  return el(
    'div', 'banner is-calm is-offer', icon('keyboard'),
    el('div', 'banner-main', el('p', 'banner-text', t('quick.offer')), el('div', 'banner-buttons', choose, decline)),
  );
}
