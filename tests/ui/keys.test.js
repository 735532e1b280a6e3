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
    // More of the selected row
    [press('Enter', { ctrlKey: true }), { do: 'portals' }], [press('k', { ctrlKey: true }), { do: 'actions' }],
    [press('d', { ctrlKey: true }), { do: 'favorite' }], [press('c', { ctrlKey: true }), { do: 'copy-link' }],
    [press('C', { ctrlKey: true, shiftKey: true }), { do: 'copy-id' }], [press('K', { ctrlKey: true }), { do: 'actions' }],
    // By the place of the key where the keyboard types other letters, and only there
    [press('л', { ctrlKey: true, code: 'KeyK' }), { do: 'actions' }], [press('x', { ctrlKey: true, code: 'KeyK' }), null],
    [press(';', { ctrlKey: true, code: 'KeyD' }), null],
    // Nothing
    [press('Enter', { shiftKey: true }), null], [press('Enter', { altKey: true }), null], [press('k', { metaKey: true }), null],
    [press('k', { ctrlKey: true, shiftKey: true }), null],
    // AltGr types a character
    [press('@', { ...digit, altKey: true, ctrlKey: true }), null],
  ])) assert.deepEqual(command(what, 'linux'), expected, JSON.stringify(what));
});

/** @type {(more?: object) => import('../../ui/js/keys.js').Field} */
const field = (more = {}) => ({ atStart: false, atEnd: false, selecting: false, leftward: false, inPortals: false, ...more });
const empty = { atStart: true, atEnd: true };

test('an arrow goes to the portals and back only where the caret cannot go', () => {
  for (const [key, where, expected] of /** @type {[string, object, object | null][]} */ ([
    // Into the portals
    ['ArrowRight', { atEnd: true }, { do: 'portals' }], ['ArrowRight', empty, { do: 'portals' }], ['ArrowRight', {}, null], ['ArrowRight', { atStart: true }, null],
    ['ArrowRight', { atEnd: true, selecting: true }, null], ['ArrowRight', { atEnd: true, inPortals: true }, null],
    // Back
    ['ArrowLeft', { atStart: true, inPortals: true }, { do: 'back' }], ['ArrowLeft', { ...empty, inPortals: true }, { do: 'back' }],
    ['ArrowLeft', { atEnd: true, inPortals: true }, null], ['ArrowLeft', empty, null], ['ArrowLeft', { atStart: true, selecting: true, inPortals: true }, null],
    ['Backspace', { ...empty, inPortals: true }, { do: 'back' }], ['Backspace', { atStart: true, inPortals: true }, null], ['Backspace', empty, null],
    // Where text runs leftward, so does the caret
    ['ArrowLeft', { atEnd: true, leftward: true }, { do: 'portals' }], ['ArrowRight', { atEnd: true, leftward: true }, null],
    ['ArrowRight', { atStart: true, leftward: true, inPortals: true }, { do: 'back' }],
  ])) {
    assert.deepEqual(command(press(key), 'linux', field(where)), expected, `${key} ${JSON.stringify(where)}`);
    assert.equal(command(press(key, { repeat: true }), 'linux', field(where)), null, 'a held key was only to run through the text');
    assert.equal(command(press(key, { shiftKey: true }), 'linux', field(where)), null, 'selects text');
    assert.equal(command(press(key, { isComposing: true }), 'linux', field(where)), null);
  }
});

test('selected text is what Ctrl+C copies', () => {
  assert.equal(command(press('c', { ctrlKey: true }), 'linux', field({ selecting: true })), null);
});

test('on a Mac the Command key acts on the row, and Control on the text', () => {
  assert.deepEqual(command(press('k', { metaKey: true }), 'macos'), { do: 'actions' });
  assert.deepEqual(command(press('c', { metaKey: true, shiftKey: true }), 'macos'), { do: 'copy-id' });
  for (const modifier of ['ctrlKey', 'metaKey']) assert.deepEqual(command(press('Enter', { [modifier]: true }), 'macos'), { do: 'portals' });
  for (const key of ['k', 'd', 'c']) assert.equal(command(press(key, { ctrlKey: true }), 'macos'), null, key);
});

test('on a Mac the Command key opens rows, and Option types', () => {
  assert.deepEqual(command(press('2', { ...digit, metaKey: true }), 'macos'), { do: 'open-row', index: 1 });
  assert.equal(command(press('™', { ...digit, altKey: true }), 'macos'), null);
});

test('a key that is held down opens and closes once', () => {
  for (const what of [press('Enter', { repeat: true }), press('Escape', { repeat: true }), press('2', { ...digit, altKey: true, repeat: true }),
    press('Enter', { ctrlKey: true, repeat: true }), press('k', { ctrlKey: true, repeat: true }), press('d', { ctrlKey: true, repeat: true })]) {
    assert.equal(command(what, 'linux'), null, what.key);
  }
});

test('keys that belong to a composition are not ours', () => {
  assert.equal(command(press('Enter', { isComposing: true }), 'linux'), null);
  assert.equal(command(press('Enter', { keyCode: 229 }), 'macos'), null, 'WebKit ends a composition like this');
});
