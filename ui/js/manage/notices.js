/**
 * The bar at the bottom that says what was done, with a button that takes it back; and what went wrong, until somebody has read it.
 *
 * @typedef {import('../backend.js').Failure} Failure
 */

import { announce } from '../announce.js';
import { actButton } from '../button.js';
import { byId, el, named } from '../element.js';
import { icon } from '../icons.js';
import { t } from '../texts.js';

/** What needs no answer goes by itself. */
const SAID_MS = 8_000;

/** @param {() => HTMLElement | null} home  What gets the focus when the button that has it goes. */
export function createNotices(home) {
  const host = byId('notice');
  /** @type {(() => Promise<unknown>) | null} */
  let taking = null;
  let timer = 0;

  return { tell, fail, takeBack, close };

  /**
   * What can be taken back stays until the next notice, or until it is closed.
   *
   * @param {string} text
   * @param {() => Promise<unknown>} [undo]
   */
  function tell(text, undo) {
    taking = undo ?? null;
    draw(text, 'notice', undo && actButton(t('frame.undo'), takeBack, { slow: true, className: 'button small' }));
    announce(text);
    if (!undo) timer = window.setTimeout(close, SAID_MS);
  }

  /** @param {unknown} failure */
  function fail(failure) {
    taking = null;
    const { message } = /** @type {Failure} */ (failure);
    draw(message ?? String(failure), 'notice is-failure');
    announce(message ?? String(failure));
  }

  /** Takes back what was done last, once. Returns whether there was something. */
  async function takeBack() {
    if (!taking) return false;
    const undo = taking;
    taking = null;
    try {
      await undo();
    } catch (failure) {
      fail(failure);
    }
    return true;
  }

  function close() {
    clearTimeout(timer);
    taking = null;
    const focused = host.contains(document.activeElement);
    host.replaceChildren();
    if (focused) home()?.focus();
  }

  /**
   * @param {string} text
   * @param {string} className
   * @param {HTMLElement} [button]
   */
  function draw(text, className, button) {
    clearTimeout(timer);
    const focused = host.contains(document.activeElement);
    const closing = actButton('', close, { className: 'icon-button' });
    closing.append(icon('close', t('frame.close')));
    host.replaceChildren(el('div', className, className === 'notice' ? icon('check') : icon('warning'), named(text, 'notice-text'), button, closing));
    if (focused) home()?.focus();
  }
}
