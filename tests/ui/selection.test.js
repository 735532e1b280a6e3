/** Which row is selected. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { first, kept, moved, NONE } from '../../ui/js/selection.js';

/** @type {(...names: string[]) => any[]} */
const rows = (...names) => names.map((name) => {
  const [identity, portal = 'defender'] = name.split('@');
  return { identity, portal };
});

test('the first row is selected only when the core says it is safe', () => {
  assert.equal(first({ rows: rows('a', 'b'), preselect: true }), 0);
  assert.equal(first({ rows: rows('a', 'b'), preselect: false }), NONE, 'a tie: the person chooses');
  assert.equal(first({ rows: [], preselect: true }), NONE);
});

test('moving stops at both ends', () => {
  for (const [index, step, count, expected] of /** @type {[number, number, number, number][]} */ ([
    // Inside
    [0, 1, 3, 1], [2, -1, 3, 1],
    // The ends
    [2, 1, 3, 2], [0, -1, 3, 0], [1, 10, 3, 2], [1, -10, 3, 0],
    // Nothing selected
    [NONE, 1, 3, 0], [NONE, 6, 3, 0], [NONE, -1, 3, NONE],
    // No rows
    [0, 1, 0, NONE], [NONE, 1, 0, NONE],
  ])) assert.equal(moved(index, step, count), expected, `${index} ${step} of ${count}`);
});

test('after a change the selection stays on the customer, not on the place', () => {
  assert.equal(kept(rows('a', 'b', 'c'), 1, rows('c', 'x', 'b')), 2);
});

test('after a change that removed the customer nothing is selected', () => {
  assert.equal(kept(rows('a', 'b'), 1, rows('a', 'c')), NONE, 'the row in its place is somebody else');
});

test('the same customer in another portal is another row', () => {
  assert.equal(kept(rows('a@defender'), 0, rows('a@entra', 'a@defender')), 1);
  assert.equal(kept(rows('a@defender'), 0, rows('a@entra')), NONE);
});

test('a change does not select what nobody selected', () => {
  assert.equal(kept(rows('a'), NONE, rows('a')), NONE);
});
