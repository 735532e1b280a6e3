/** Says things to screen readers, politely, through the one live region of the page. */

/** A person who types on is not told about every letter. */
const SETTLE_MS = 300;

let timer = 0;

/** @param {string} text */
export function announce(text) {
  const region = document.getElementById('status');
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    if (!region) return;
    // The same words twice are not a change, and nothing would be read.
    region.textContent = region.textContent === text ? `${text}\u00a0` : text;
  }, SETTLE_MS);
}
