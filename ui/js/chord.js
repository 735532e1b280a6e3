/**
 * Which keys a person pressed together, for a hotkey. Pure. Whether they will do is decided in Rust.
 *
 * @typedef {Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>} Pressed
 * @typedef {import('./backend.js').Platform} Platform
 */

const MODIFIER = /^(Control|Alt|Meta|OS|Shift|Fn|CapsLock|NumLock|ScrollLock)/;

/**
 * Returns the keys as `Ctrl+Alt+KeyP`, or null while only modifiers are held, or the keyboard does not say which key it is.
 *
 * @param {Pressed} pressed
 */
export function chordOf(pressed) {
  if (pressed.code === '' || MODIFIER.test(pressed.code)) return null;
  return [...modifiersOf(pressed), pressed.code].join('+');
}

/**
 * Returns them for people: `Ctrl + Alt + P`, with the letter that their keyboard types; of modifiers alone, what is held so far.
 *
 * @param {Pressed} pressed
 * @param {Platform} platform
 */
export function chordText(pressed, platform) {
  const names = modifiersOf(pressed).map((name) => (name === 'Super' ? { macos: 'Cmd', windows: 'Win', linux: 'Super' }[platform] : name));
  return [...names, ...(chordOf(pressed) === null ? [] : [keyName(pressed, platform)])].join(' + ');
}

/** @param {Pressed} pressed */
function modifiersOf({ ctrlKey, altKey, shiftKey, metaKey }) {
  return [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Super'].filter((name) => name !== false);
}

/**
 * @param {Pressed} pressed
 * @param {Platform} platform
 */
function keyName({ key, code, altKey }, platform) {
  // Option makes another letter of it.
  const isTyped = platform !== 'macos' || !altKey;
  if (isTyped && /^(Key|Digit)/.test(code) && /^[\p{L}\p{N}]$/u.test(key)) return key.toUpperCase();
  return code.replace(/^(Key|Digit|Arrow)/, '').replace(/([a-z])([A-Z0-9])/g, '$1 $2');
}
