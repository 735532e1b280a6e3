/**
 * Tells a pointer that moved from a page that moved under it. Browsers send the same events for both, and a row that
 * slides under a resting pointer must not become the selected one.
 *
 * @typedef {{ screenX: number, screenY: number }} Place
 */

/** Less than this is a bumped desk. */
const SLACK = 6;

/** @returns {{ moved: (place: Place) => boolean, rest: () => void }} */
export function createPointer() {
  /** @type {Place | null} */
  let from = null;
  let moving = false;

  return {
    /** Returns whether the pointer really moved since it last rested. */
    moved({ screenX, screenY }) {
      from ??= { screenX, screenY };
      moving ||= Math.hypot(screenX - from.screenX, screenY - from.screenY) >= SLACK;
      return moving;
    },

    /** The keyboard took over, or the window appeared: the pointer has to move again. */
    rest() {
      from = null;
      moving = false;
    },
  };
}
