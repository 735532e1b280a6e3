/**
 * What one page hands over to the import: a text that was pasted, or a file that was dropped.
 *
 * @typedef {{ text: string } | { bytes: Uint8Array, source: string }} Handed
 */

/** @type {Handed | null} */
let waiting = null;

/** @param {Handed} what */
export function hand(what) {
  waiting = what;
}

/** Returns it once; null when there is nothing. */
export function handed() {
  const what = waiting;
  waiting = null;
  return what;
}
