/** A button that does one thing at a time and, where a stray press would do harm, nothing in its first moment. */

import { el } from './element.js';
import { QUIET_MS } from './guard.js';

/**
 * @param {string} label
 * @param {() => unknown} act  While its promise is open the button is busy.
 * @param {{ slow?: boolean, className?: string }} [options]
 *   `slow`: a press meant for what stood here before must not answer a question.
 */
export function actButton(label, act, { slow = false, className = 'button' } = {}) {
  const button = el('button', className, label);
  button.type = 'button';
  // Disabled for good would lose the focus.
  const enable = () => button.removeAttribute('aria-disabled');
  const disable = () => button.setAttribute('aria-disabled', 'true');
  if (slow) {
    disable();
    setTimeout(enable, QUIET_MS);
  }
  button.addEventListener('click', async () => {
    if (button.hasAttribute('aria-disabled')) return;
    disable();
    try {
      await act();
    } finally {
      enable();
    }
  });
  return button;
}
