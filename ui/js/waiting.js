/**
 * Shows that keys wait, or that an answer is waited for.
 *
 * @typedef {import('./guard.js').Guard} Guard
 */

import { announce } from './announce.js';
import { t } from './texts.js';

/** @param {Guard} guard */
export function createWaiting(guard) {
  let timer = 0;

  return { drawQuiet, drawSlow };

  /** Key hints are pale while keys wait, so that waiting does not feel like a key that failed. */
  function drawQuiet() {
    clearTimeout(timer);
    const left = guard.quietFor();
    document.body.classList.toggle('quiet', left > 0);
    if (left > 0) timer = window.setTimeout(drawQuiet, left);
  }

  /** @param {boolean} slow */
  function drawSlow(slow) {
    document.body.classList.toggle('slow', slow);
    if (slow) announce(t('quick.searching'));
  }
}
