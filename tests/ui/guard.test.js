/** Enter acts only on what was seen. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createGuard, QUIET_MS } from '../../ui/js/guard.js';

/** A guard under a clock that stands still, its window shown long ago and rows for "con" on the screen. */
function settled() {
  const clock = { now: 1_000 };
  const guard = createGuard(() => clock.now);
  const see = (/** @type {string} */ query, /** @type {string} */ shown) => guard.painted(guard.drawn(query, shown));
  guard.appeared();
  guard.typed('con');
  see('con', 'contoso');
  clock.now += QUIET_MS;
  return { clock, guard, see };
}

test('rows on the screen for the text in the field may be opened', () => {
  assert.equal(settled().guard.refusal(), null);
});

test('nothing opens for half a second after the window appears', () => {
  const { clock, guard, see } = settled();
  guard.appeared();
  assert.equal(guard.refusal(), 'unseen', 'the rows of the last time do not count');
  see('con', 'contoso');
  clock.now += QUIET_MS - 1;
  assert.equal(guard.refusal(), 'quiet');
  clock.now += 1;
  assert.equal(guard.refusal(), null);
});

test('nothing opens for half a second after the window comes to the front, though its rows were seen', () => {
  const { clock, guard } = settled();
  guard.surfaced();
  assert.equal(guard.refusal(), 'quiet', 'the key may have been meant for another window');
  assert.equal(guard.quietFor(), QUIET_MS);
  clock.now += QUIET_MS;
  assert.equal(guard.refusal(), null);
});

test('typing on makes the rows unseen until their answer is on the screen', () => {
  const { guard } = settled();
  guard.typed('cont');
  assert.equal(guard.refusal(), 'unseen');
  const ticket = guard.drawn('cont', 'contoso');
  assert.equal(guard.refusal(), 'unseen', 'in the page is not on the screen');
  guard.painted(ticket);
  assert.equal(guard.refusal(), null, 'who types and sees does not have to wait');
});

test('going back to the text of the rows on the screen needs no new look', () => {
  const { guard } = settled();
  guard.typed('cont');
  guard.typed('con');
  assert.equal(guard.refusal(), null);
});

test('rows that change by themselves make keys wait, counted from when they are on the screen', () => {
  const { clock, guard } = settled();
  const ticket = guard.drawn('con', 'fabrikam');
  clock.now += 200;
  guard.painted(ticket);
  clock.now += QUIET_MS - 1;
  assert.equal(guard.refusal(), 'quiet');
  clock.now += 1;
  assert.equal(guard.refusal(), null);
});

test('a change that shows the same rows does not make keys wait', () => {
  const { guard, see } = settled();
  see('con', 'contoso');
  assert.equal(guard.refusal(), null);
  assert.equal(guard.quietFor(), 0);
});

test('rows that changed twice before a frame still make keys wait', () => {
  const { guard, see } = settled();
  guard.drawn('con', 'fabrikam');
  see('con', 'fabrikam');
  assert.equal(guard.refusal(), 'quiet', 'the person has not seen the first change');
});

test('the late frame of rows that are gone counts for nothing', () => {
  const { clock, guard } = settled();
  const old = guard.drawn('con', 'fabrikam');
  const young = guard.drawn('con', 'northwind');
  clock.now += QUIET_MS * 2;
  guard.painted(old);
  assert.equal(guard.refusal(), 'unseen');
  guard.painted(young);
  assert.equal(guard.refusal(), 'quiet');
});

test('a frame from before the window was hidden does not count after it is shown again', () => {
  const { guard } = settled();
  const ticket = guard.drawn('con', 'contoso');
  guard.appeared();
  guard.painted(ticket);
  assert.equal(guard.refusal(), 'unseen');
});

test('keys that wait for a change keep waiting when the person types', () => {
  const { clock, guard, see } = settled();
  see('con', 'fabrikam');
  clock.now += 100;
  guard.typed('cont');
  see('cont', 'contoso');
  assert.equal(guard.refusal(), 'quiet');
  assert.equal(guard.quietFor(), QUIET_MS - 100);
});

test('rows for another question that the person did not ask make keys wait', () => {
  const { clock, guard, see } = settled();
  guard.typed('portals of contoso');
  see('portals of contoso', 'defender');
  assert.equal(guard.refusal(), null, 'asked for and seen');
  guard.surprised();
  guard.typed('con');
  see('con', 'fabrikam');
  assert.equal(guard.refusal(), 'quiet');
  clock.now += QUIET_MS;
  guard.typed('portals of contoso');
  see('portals of contoso', 'defender');
  assert.equal(guard.refusal(), null, 'once');
});
