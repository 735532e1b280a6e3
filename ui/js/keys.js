/**
 * What a key press means in quick open. Pure: the event in, a command out.
 *
 * Home and End are not here: they belong to the text. So do ← and →, but for where the caret cannot go further.
 *
 * @typedef {{ do: 'move', step: number } | { do: 'page', step: number } | { do: 'open' }
 *   | { do: 'open-row', index: number } | { do: 'escape' } | { do: 'portals' } | { do: 'back' } | { do: 'actions' }
 *   | { do: 'copy-link' } | { do: 'copy-id' } | { do: 'favorite' }} Command
 *
 * @typedef {Pick<KeyboardEvent, 'key' | 'code' | 'keyCode' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'repeat'
 *   | 'isComposing'>} Press
 *
 * @typedef {import('./backend.js').Platform} Platform
 * @typedef {import('./caret.js').Caret} Caret
 * @typedef {Caret & { inPortals: boolean }} Field  The search field when the key is pressed.
 */

/** The field has not got the focus, or the caret is in the middle of the text. */
const ELSEWHERE = { atStart: false, atEnd: false, selecting: false, leftward: false, inPortals: false };

/**
 * Returns the press, held down or not as somebody else found.
 *
 * @param {Press} press
 * @param {boolean} repeat
 * @returns {Press}
 */
export function pressOf({ key, code, keyCode, altKey, ctrlKey, metaKey, shiftKey, isComposing: composing }, repeat) {
  return { key, code, keyCode, altKey, ctrlKey, metaKey, shiftKey, isComposing: composing, repeat };
}

/**
 * Returns the command, or null when the key is not ours.
 *
 * @param {Press} press
 * @param {Platform} platform
 * @param {Field} [field]
 * @returns {Command | null}
 */
export function command(press, platform, field = ELSEWHERE) {
  if (isComposing(press)) return null;
  const modifiers = modifiersOf(press);
  if (modifiers === '') return plain(press) ?? atTheEdge(press, field);
  if (modifiers === 'ctrl') {
    if (press.key === 'n') return { do: 'move', step: 1 };
    if (press.key === 'p') return { do: 'move', step: -1 };
  }
  if (modifiers === (platform === 'macos' ? 'meta' : 'alt')) {
    // The code, not the key: on a French keyboard the unshifted digit row types &é"'.
    const digit = /^Digit([1-9])$/.exec(press.code)?.[1];
    if (digit && !press.repeat) return { do: 'open-row', index: Number(digit) - 1 };
  }
  if (press.repeat) return null;
  const main = platform === 'macos' ? 'meta' : 'ctrl';
  if (press.key === 'Enter' && (modifiers === 'ctrl' || modifiers === main)) return { do: 'portals' };
  if (modifiers === main) return withMain(press, field);
  if (modifiers === `${main}+shift` && letterOf(press) === 'c') return { do: 'copy-id' };
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
 * Returns what a key does that has nothing left to do in the text. A held one stops there: it was only to run through the text,
 * or to clear it.
 *
 * @param {Press} press
 * @param {Field} field
 * @returns {Command | null}
 */
function atTheEdge({ key, repeat }, { atStart, atEnd, selecting, leftward, inPortals }) {
  if (repeat || selecting) return null;
  const [further, backward] = leftward ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  if (key === further && atEnd && !inPortals) return { do: 'portals' };
  if (!inPortals || !atStart) return null;
  if (key === backward) return { do: 'back' };
  return key === 'Backspace' && atEnd ? { do: 'back' } : null;
}

/**
 * @param {Press} press
 * @param {Field} field
 * @returns {Command | null}
 */
function withMain(press, { selecting }) {
  switch (letterOf(press)) {
    case 'k': return { do: 'actions' };
    case 'd': return { do: 'favorite' };
    // What is selected is what is meant to be copied.
    case 'c': return selecting ? null : { do: 'copy-link' };
    default: return null;
  }
}

/**
 * Returns the letter of a key; where the keyboard types none of ours, the one that stands in its place.
 *
 * @param {Press} press
 */
function letterOf({ key, code }) {
  const letter = /^[a-z]$/i.test(key) ? key : /^[\u0000-\u007f]$/.test(key) ? '' : /^Key([A-Z])$/.exec(code)?.[1] ?? '';
  return letter.toLowerCase();
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
