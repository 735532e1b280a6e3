/** How long ago a customer was opened. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ago, moment } from '../../ui/js/ago.js';

/** Local time, as the person's calendar has it. @type {(...parts: [number, number, number, number?, number?]) => number} */
const at = (...parts) => new Date(...parts).getTime();
const NOW = at(2026, 10, 25, 14, 30);

test('the closer, the finer; what was before midnight was yesterday', () => {
  for (const [when, expected] of /** @type {[number, string][]} */ ([
    // Now
    [NOW, 'now'], [NOW - 59_000, 'now'], [NOW + 90_000, 'now'],
    // Minutes
    [NOW - 60_000, '1 min. ago'], [NOW - 20 * 60_000, '20 min. ago'], [NOW - 3_599_000, '59 min. ago'],
    // Hours, today
    [NOW - 3_600_000, '1 hr. ago'], [at(2026, 10, 25, 0, 1), '14 hr. ago'],
    // Days by the calendar
    [at(2026, 10, 24, 23, 59), 'yesterday'], [at(2026, 10, 24, 0, 1), 'yesterday'], [at(2026, 10, 23, 23, 59), '2 days ago'], [at(2026, 10, 19, 0, 1), '6 days ago'],
    // Dates
    [at(2026, 10, 18, 23, 59), 'Nov 18'], [at(2026, 0, 2), 'Jan 2'], [at(2025, 10, 25), 'Nov 25, 2025'],
  ])) assert.equal(ago(when, NOW, 'en-US'), expected, new Date(when).toString());
});

test('shortly after midnight the last hour still counts in minutes', () => {
  assert.equal(ago(at(2026, 10, 24, 23, 50), at(2026, 10, 25, 0, 10), 'en-US'), '20 min. ago');
});

test('a day with another number of hours is still one day', () => {
  // Where clocks go back or forth in March, October or November, these nights are 23 or 25 hours apart.
  for (const [month, day] of [[2, 8], [2, 29], [9, 25], [10, 1]]) {
    assert.equal(ago(at(2026, month ?? 0, day ?? 0, 12), at(2026, month ?? 0, (day ?? 0) + 1, 12), 'en-US'), 'yesterday');
  }
});

test('in the language of the page', () => {
  assert.equal(ago(at(2026, 10, 24), NOW, 'sv'), 'i går');
  assert.equal(ago(at(2026, 10, 24), NOW, 'nl'), 'gisteren');
  assert.match(moment(NOW, 'sv'), /onsdag 25 november 2026/);
});
