/** The customers' window: whom the sidebar counts, who is selected, what is saved after a conflict. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { everybody, kept, ledTo, NOBODY, only, toggled, upTo } from '../../ui/js/manage/picked.js';
import { merged } from '../../ui/js/manage/saving.js';
import { isIn, isSame, placeOfScope, scopeIn, scopesOf } from '../../ui/js/manage/scopes.js';
import { day } from '../../ui/js/manage/verified.js';

/** @type {(group: string | null, favorite?: boolean) => any} */
const customer = (group, favorite = false) => ({ group, favorite });
const ORDER = ['a', 'b', 'c', 'd', 'e'];
const ids = (/** @type {{ ids: ReadonlySet<string> }} */ picked) => [...picked.ids].sort();

test('a group is one however it is spelled, under the name that most have; who has none comes last', () => {
  const counted = scopesOf([customer('retail'), customer('Retail', true), customer('RETAIL'), customer('Retail'), customer('Åkeri 10'), customer('Åkeri 9'), customer(null)]);
  assert.deepEqual(counted.map(({ scope, count }) => [scope.kind, 'name' in scope ? scope.name : '', count]), [
    ['all', '', 7], ['favorites', '', 1], ['group', 'Åkeri 9', 1], ['group', 'Åkeri 10', 1], ['group', 'Retail', 4], ['ungrouped', '', 1],
  ]);
  assert.deepEqual(scopesOf([customer(null)]).map(({ scope }) => scope.kind), ['all', 'favorites'], 'without groups nobody is ungrouped');
});

test('a scope survives the way through a place, whatever its group is called', () => {
  for (const name of ['Retail', 'A/B', '50 %', 'صحة', '<b>', '#']) {
    const place = placeOfScope({ kind: 'group', name });
    assert.deepEqual(scopeIn(place.slice('customers/'.length)), { kind: 'group', name }, place);
  }
  for (const [rest, kind] of [['', 'all'], ['favorites', 'favorites'], ['ungrouped', 'ungrouped']]) assert.equal(scopeIn(rest ?? '')?.kind, kind);
  for (const rest of ['new', 'search', 'public/8f3c', 'group/%']) assert.equal(scopeIn(rest), null, rest);
});

test('who is in a scope', () => {
  assert.equal(isIn({ kind: 'group', name: 'Malmö' }, customer('MALMO')), true);
  assert.equal(isIn({ kind: 'group', name: 'Malmö' }, customer(null)), false);
  assert.equal(isIn({ kind: 'ungrouped' }, customer(null)), true);
  assert.equal(isIn({ kind: 'favorites' }, customer('x', true)), true);
  assert.equal(isSame({ kind: 'group', name: 'Malmö' }, { kind: 'group', name: 'malmo' }), true);
  assert.equal(isSame({ kind: 'group', name: 'x' }, { kind: 'all' }), false);
});

test('ranges begin where the last single selection was, and grow and shrink from there', () => {
  const three = upTo(only('b'), ORDER, 'd');
  assert.deepEqual(ids(three), ['b', 'c', 'd']);
  assert.deepEqual(ids(upTo(three, ORDER, 'c')), ['b', 'c']);
  assert.deepEqual(ids(upTo(three, ORDER, 'a')), ['a', 'b'], 'on the other side of it');
  assert.deepEqual(ids(upTo(toggled(three, 'e'), ORDER, 'd')), ['d', 'e'], 'a check mark begins a new one');
  assert.deepEqual(ids(upTo(only('gone'), ORDER, 'b')), ['a', 'b'], 'who began it is not in the list any more');
  assert.deepEqual(ids(toggled(three, 'c')), ['b', 'd']);
  assert.deepEqual(ids(everybody(NOBODY, ORDER)), ORDER);
});

test('after a change nobody takes the place of somebody who is gone', () => {
  const after = kept(upTo(only('b'), ORDER, 'd'), (id) => id !== 'd');
  assert.deepEqual([ids(after), after.active, after.anchor], [['b', 'c'], null, 'b']);
});

test('keys stop at both ends', () => {
  for (const [key, from, to] of /** @type {[string, string | null, string | null][]} */ ([
    ['ArrowDown', 'a', 'b'], ['ArrowDown', 'e', 'e'], ['ArrowDown', null, 'a'], ['ArrowUp', 'a', 'a'], ['ArrowUp', null, 'a'],
    ['Home', 'd', 'a'], ['End', 'a', 'e'], ['PageDown', 'a', 'd'], ['PageUp', 'e', 'b'], ['PageUp', 'b', 'a'], ['x', 'a', null],
  ])) assert.equal(ledTo(key, ORDER, from, 3), to, `${key} from ${from}`);
  assert.equal(ledTo('ArrowDown', [], null, 3), null);
});

test('after a conflict mine stands where it was chosen, theirs elsewhere, and what nobody touched is as it is now', () => {
  const fields = (/** @type {object} */ more) => /** @type {any} */ ({ name: 'A', group: 'G', domain: 'old.example', tags: ['x'], ...more });
  const entry = { identity: 'public/1', base: fields({}), fields: fields({ name: 'Mine', group: 'Mine', tags: ['x', 'mine'] }) };
  const now = fields({ name: 'Theirs', group: 'Theirs', domain: 'new.example' });
  assert.deepEqual(merged(entry, now, ['group']), { identity: 'public/1', base: now, fields: fields({ name: 'Mine', group: 'Theirs', domain: 'new.example', tags: ['x', 'mine'] }) });
});

test('a day is the same day everywhere', () => {
  assert.equal(day('2026-11-12', 'en-US'), 'Nov 12, 2026');
  assert.equal(day('someday', 'en-US'), 'someday');
});
