/**
 * What a key press means in quick open. Pure: the event in, a command out.
 *
 * Home, End, ← and → are not here: they belong to the text.
 *
 * @typedef {{ do: 'move', step: number } | { do: 'page', step: number } | { do: 'open' }
 *   | { do: 'open-row', index: number } | { do: 'escape' }} Command
 *
 * @typedef {Pick<KeyboardEvent, 'key' | 'code' | 'keyCode' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'repeat'
 *   | 'isComposing'>} Press
 *
 * @typedef {import('./backend.js').Platform} Platform
 */

/**
 * Returns the command, or null when the key is not ours.
 *
 * @param {Press} press
 * @param {Platform} platform
 * @returns {Command | null}
 */
export function command(press, platform) {
  if (isComposing(press)) return null;
  const modifiers = modifiersOf(press);
  if (modifiers === '') return plain(press);
  if (modifiers === 'ctrl') {
    if (press.key === 'n') return { do: 'move', step: 1 };
    if (press.key === 'p') return { do: 'move', step: -1 };
  }
  if (modifiers === (platform === 'macos' ? 'meta' : 'alt')) {
    // The code, not the key: on a French keyboard the unshifted digit row types &é"'.
    const digit = /^Digit([1-9])$/.exec(press.code)?.[1];
    if (digit && !press.repeat) return { do: 'open-row', index: Number(digit) - 1 };
  }
  return null;
}

/**
 * @param {Press} press
 * @returns {Command | null}
 */
function plain({ key, repeat }) {
  switch (key) {
    case 'ArrowDown': return { do: 'move', step: 1 };
    case 'ArrowUp': return { do: 'move', step: -1 };
    case 'PageDown': return { do: 'page', step: 1 };
    case 'PageUp': return { do: 'page', step: -1 };
    // A held key is one press: it opens one portal, and closes one thing.
    case 'Enter': return repeat ? null : { do: 'open' };
    case 'Escape': return repeat ? null : { do: 'escape' };
    default: return null;
  }
}

/**
 * WebKit sends the Enter that ends a composition after `compositionend`, with `isComposing` already false; 229 is
 * what still tells it apart (https://bugs.webkit.org/show_bug.cgi?id=165004).
 *
 * @param {Pick<Press, 'isComposing' | 'keyCode'>} press
 */
export function isComposing(press) {
  return press.isComposing || press.keyCode === 229;
}

/** @param {Press} press */
function modifiersOf({ altKey, ctrlKey, metaKey, shiftKey }) {
  return [ctrlKey && 'ctrl', altKey && 'alt', metaKey && 'meta', shiftKey && 'shift'].filter(Boolean).join('+');
}
