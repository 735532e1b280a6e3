/**
 * Tells a held key from one that was let go elsewhere. Pure: key presses in, an answer out.
 *
 * The key that hides the window is let go after that, somewhere else, and WebKitGTK never hears of it: it calls the next press of the
 * same key, whenever it comes, a repeat. Such a press is a person's own.
 *
 * @typedef {Pick<KeyboardEvent, 'code' | 'repeat'>} Press
 */

export function createHeld() {
  /** @type {Set<string>} */
  const down = new Set();
  /** Keys that were down when the window was hidden, and that nobody has seen since. @type {Set<string>} */
  let lost = new Set();

  return {
    /**
     * Returns true when the key is held down.
     *
     * @param {Press} press
     */
    pressed({ code, repeat }) {
      const isNew = lost.delete(code) || !repeat;
      down.add(code);
      return !isNew;
    },

    /** @param {Pick<KeyboardEvent, 'code'>} press */
    released({ code }) {
      down.delete(code);
      lost.delete(code);
    },

    /** The window was hidden. One that is really held down goes on at once when it is back, while keys still wait. */
    hidden() {
      lost = new Set(down);
      down.clear();
    },
  };
}
