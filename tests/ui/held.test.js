import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createHeld } from '../../ui/js/held.js';

const press = { code: 'Escape', repeat: false };
const again = { code: 'Escape', repeat: true };

test('a held key is held, a key that was let go is not', () => {
  const held = createHeld();
  assert.equal(held.pressed(press), false);
  assert.equal(held.pressed(again), true);
  held.released(press);
  assert.equal(held.pressed(press), false);
});

test('the key that hid the window works at once the next time, and once', () => {
  const held = createHeld();
  held.pressed(press);
  held.hidden();
  assert.equal(held.pressed(again), false, 'WebKit calls it a repeat, because it never saw it let go');
  assert.equal(held.pressed(again), true, 'held down from then on');
});

test('a key that was let go before the window was hidden is not waited for', () => {
  const held = createHeld();
  held.pressed(press);
  held.released(press);
  held.hidden();
  assert.equal(held.pressed(again), true);
});

test('another key says nothing about this one', () => {
  const held = createHeld();
  held.pressed({ code: 'Enter', repeat: false });
  held.hidden();
  assert.equal(held.pressed(again), true);
});
