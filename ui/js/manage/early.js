/**
 * What the customers window shows first, asked for while the rest of its pages still load.
 *
 * @typedef {import('../backend.js').Overview} Overview
 */

import { onChanged, overview, start } from '../backend.js';

/** A change may come before anybody listens for it. */
let changed = false;
let tell = () => { changed = true; };

export const started = start();

/** Asked for only once changes are heard: none can be missed. */
export const firstOverview = onChanged(() => tell()).then(overview);

// Whoever waits for them says what failed; until then nobody has to.
for (const asked of [started, firstOverview]) asked.catch(() => {});

/**
 * Calls this at each change from now on, and at once when there was one already.
 *
 * @param {() => void} callback
 */
export function follow(callback) {
  tell = callback;
  if (changed) callback();
}
