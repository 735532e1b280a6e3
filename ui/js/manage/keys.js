/**
 * Keys that work on every page of the window.
 *
 * @typedef {import('../backend.js').Platform} Platform
 */

import { isComposing } from '../keys.js';

/**
 * @param {object} doing
 * @param {Platform} doing.platform
 * @param {(place: string) => void} doing.go
 * @param {() => Promise<boolean>} doing.takeBack
 * @param {() => void} doing.close  Closes the notice.
 */
export function listenForKeys({ platform, go, takeBack, close }) {
  document.addEventListener('keydown', (event) => {
    // Whoever was nearer has had it; and a dialog has its own keys.
    if (event.defaultPrevented || isComposing(event) || event.repeat || document.querySelector('dialog[open]')) return;
    const main = platform === 'macos' ? event.metaKey : event.ctrlKey;
    if (event.key === 'F1') act(event, () => go('help'));
    else if (event.key === 'Escape') close();
    else if (!main || event.altKey || event.shiftKey) return;
    else if (event.key === 'n') act(event, () => go('customers/new'));
    else if (event.key === 'f') act(event, () => go('customers/search'));
    else if (event.key === 'z' && !isTyping(event.target)) act(event, takeBack);
  });
}

/**
 * @param {KeyboardEvent} event
 * @param {() => unknown} doing
 */
function act(event, doing) {
  event.preventDefault();
  doing();
}

/** @param {EventTarget | null} target  There, taking back is about letters. */
function isTyping(target) {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && /^(text|search|email|url)$/.test(target.type));
}
