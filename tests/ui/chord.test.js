/** The keys of a hotkey, as they are pressed. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { chordOf, chordText } from '../../ui/js/chord.js';

/** @type {(key: string, code: string, held?: string) => any} */
const pressed = (key, code, held = '') => ({
  key, code, ctrlKey: held.includes('c'), altKey: held.includes('a'), shiftKey: held.includes('s'), metaKey: held.includes('m'),
});

test('keys go to Rust by their place, and are shown by their letter', () => {
  for (const [event, keys, text] of /** @type {[any, string | null, string][]} */ ([
    [pressed('p', 'KeyP', 'ca'), 'Ctrl+Alt+KeyP', 'Ctrl + Alt + P'], [pressed('P', 'KeyP', 'ms'), 'Shift+Super+KeyP', 'Shift + Super + P'],
    // A French keyboard
    [pressed('a', 'KeyQ', 'ca'), 'Ctrl+Alt+KeyQ', 'Ctrl + Alt + A'],
    // Letters that a modifier turned into something else
    [pressed('@', 'Digit2', 'ca'), 'Ctrl+Alt+Digit2', 'Ctrl + Alt + 2'],
    [pressed(' ', 'Space', 'c'), 'Ctrl+Space', 'Ctrl + Space'], [pressed('ArrowUp', 'ArrowUp', 'c'), 'Ctrl+ArrowUp', 'Ctrl + Up'], [pressed('F5', 'F5'), 'F5', 'F5'],
    [pressed('PageDown', 'PageDown', 'a'), 'Alt+PageDown', 'Alt + Page Down'],
    // Nothing yet
    [pressed('Control', 'ControlLeft', 'c'), null, 'Ctrl'], [pressed('AltGraph', 'AltRight', 'a'), null, 'Alt'], [pressed('Unidentified', ''), null, ''],
  ])) {
    assert.equal(chordOf(event), keys, event.code);
    assert.equal(chordText(event, 'linux'), text, event.code);
  }
});

test('on a Mac Option makes another letter, and the key is still that one', () => {
  assert.equal(chordText(pressed('π', 'KeyP', 'a'), 'macos'), 'Alt + P');
});

test('the system key has the name of the system', () => {
  const names = ['linux', 'windows', 'macos'].map((platform) => chordText(pressed('k', 'KeyK', 'm'), /** @type {any} */ (platform)));
  assert.deepEqual(names, ['Super + K', 'Win + K', 'Cmd + K']);
});
