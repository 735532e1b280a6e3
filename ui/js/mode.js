/**
 * Says what quick open lists now, customers or the portals of one: in the line above the field, in the field, and to screen readers.
 *
 * @typedef {import('./backend.js').Row} Row
 */

import { byId } from './element.js';
import { drawContext } from './portal-rows.js';
import { t } from './texts.js';

/**
 * @param {HTMLInputElement} input
 * @param {ReturnType<typeof import('./pasted.js').createPasted>} pasted
 * @param {() => void} onBack
 */
export function createMode(input, pasted, onBack) {
  const list = byId('list');
  const line = byId('context');
  /** What is drawn, as text: the button in the line may have the focus. */
  let drawn = 'null';

  return { draw };

  /** @param {Row | null} of  The customer whose portals are listed. */
  function draw(of) {
    const wanted = JSON.stringify(of && [of.name, of.domain, of.group, of.cloud]);
    if (wanted === drawn) return;
    drawn = wanted;
    line.hidden = of === null;
    document.body.classList.toggle('in-portals', of !== null);
    if (of === null) {
      line.replaceChildren();
      pasted.label();
      list.setAttribute('aria-label', t('quick.list'));
      return;
    }
    drawContext(line, of, onBack);
    input.placeholder = t('quick.portals-filter');
    input.setAttribute('aria-label', t('quick.portals-input', { name: of.name }));
    list.setAttribute('aria-label', t('quick.portals-of', { name: of.name }));
  }
}
