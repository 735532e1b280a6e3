/** What a person decides about a list: it stays decided, and is counted as it will be done. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { choicesOf, countOf, renamed, replanned, restored, ticked, undecided } from '../../ui/js/manage/deciding.js';
import { ledTo } from '../../ui/js/manage/pick-list.js';

/** @param {string} key @param {object} [more] @returns {any} */
const row = (key, more = {}) => ({ key, place: '', name: key, tenant_id: null, domain: null, cloud_badge: null, texts: [], rename: null, lookalike: null, ...more });
const onlyName = row('only-name', { rename: 'New' });
/** @param {any[]} added @param {any[]} changed @returns {any} */
const preview = (added, changed) => ({ list: 7, added, changed, seen: 'a' });
const given = preview([row('a'), row('b')], [row('c', { texts: ['domain'] }), onlyName]);

test('everything is ticked at first, and everybody keeps his name', () => {
  const deciding = undecided(given);
  assert.deepEqual(countOf(deciding), { added: 2, changed: 1, all: 3 }, 'a name that is not taken changes nothing');
  assert.deepEqual(choicesOf(deciding), { list: 7, columns: {}, cloud: null, renames: [], left_out: [] });
});

test('what is left out is not counted, and comes back', () => {
  const without = ticked(undecided(given), given.added, false);
  assert.deepEqual(countOf(without), { added: 0, changed: 1, all: 1 });
  assert.deepEqual(countOf(ticked(without, given.added, true)), { added: 2, changed: 1, all: 3 });
});

test('whoever takes the name of the list is imported, and nobody takes a name that there is not', () => {
  const deciding = renamed(ticked(undecided(given), given.changed, false), given.changed, true);
  assert.deepEqual([[...deciding.renames], [...deciding.leftOut]], [['only-name'], ['c']]);
  assert.equal(countOf(deciding).changed, 1);
  assert.deepEqual([...renamed(deciding, given.changed, false).renames], []);
});

test('planned anew, decisions stay, but for rows that are gone', () => {
  const deciding = renamed(ticked({ ...undecided(given), cloud: 'gcc', columns: { A: 'name' } }, given.added, false), [onlyName], true);
  const next = replanned(deciding, preview([row('b')], [row('c')]));
  assert.deepEqual(choicesOf(next), { list: 7, columns: { A: 'name' }, cloud: 'gcc', renames: [], left_out: ['b'] });
});

test('choices can be taken up again', () => {
  const deciding = renamed(ticked(undecided(given), given.added, false), [onlyName], true);
  assert.deepEqual(choicesOf(restored(choicesOf(deciding), given)), choicesOf(deciding));
});

test('keys lead through a list, and not out of it', () => {
  for (const [key, at, to] of /** @type {[string, number, number | null][]} */ ([
    ['ArrowDown', 0, 1], ['ArrowDown', 9, 9], ['ArrowUp', 0, 0], ['PageDown', 2, 6], ['PageDown', 8, 9], ['PageUp', 2, 0], ['Home', 5, 0], ['End', 5, 9], ['x', 5, null],
  ])) assert.equal(ledTo(key, at, 10, 4), to, `${key} at ${at}`);
});
