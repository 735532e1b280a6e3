/** What the keys mean. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { command } from '../../ui/js/keys.js';

/** @type {(key: string, more?: object) => import('../../ui/js/keys.js').Press} */
const press = (key, more = {}) => ({
  key, code: '', keyCode: 0, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, repeat: false,
  isComposing: false, ...more,
});
const digit = { code: 'Digit2' };

test('each key does one thing', () => {
  for (const [what, expected] of /** @type {[any, object | null][]} */ ([
    // Moving
    [press('ArrowDown'), { do: 'move', step: 1 }], [press('ArrowUp'), { do: 'move', step: -1 }],
    [press('n', { ctrlKey: true }), { do: 'move', step: 1 }], [press('p', { ctrlKey: true }), { do: 'move', step: -1 }],
    [press('PageDown'), { do: 'page', step: 1 }], [press('PageUp'), { do: 'page', step: -1 }],
    [press('ArrowDown', { repeat: true }), { do: 'move', step: 1 }],
    // Opening and closing
    [press('Enter'), { do: 'open' }], [press('Escape'), { do: 'escape' }],
    [press('é', { ...digit, altKey: true }), { do: 'open-row', index: 1 }],
    // The text's own
    [press('Home'), null], [press('End'), null], [press('ArrowLeft'), null], [press('ArrowRight'), null],
    [press('n'), null], [press('2', digit), null], [press('ArrowDown', { shiftKey: true }), null],
    // Not in this version
    [press('Enter', { ctrlKey: true }), null], [press('Enter', { shiftKey: true }), null], [press('k', { ctrlKey: true }), null],
    // AltGr types a character
    [press('@', { ...digit, altKey: true, ctrlKey: true }), null],
  ])) assert.deepEqual(command(what, 'linux'), expected, JSON.stringify(what));
});

test('on a Mac the Command key opens rows, and Option types', () => {
  assert.deepEqual(command(press('2', { ...digit, metaKey: true }), 'macos'), { do: 'open-row', index: 1 });
  assert.equal(command(press('™', { ...digit, altKey: true }), 'macos'), null);
});

test('a key that is held down opens and closes once', () => {
  for (const what of [press('Enter', { repeat: true }), press('Escape', { repeat: true }), press('2', { ...digit, altKey: true, repeat: true })]) {
    assert.equal(command(what, 'linux'), null, what.key);
  }
});

test('keys that belong to a composition are not ours', () => {
  assert.equal(command(press('Enter', { isComposing: true }), 'linux'), null);
  assert.equal(command(press('Enter', { keyCode: 229 }), 'macos'), null, 'WebKit ends a composition like this');
});
