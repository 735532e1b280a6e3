/** What can be done with a row, and why not. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { actionsFor, jumped, noLink } from '../../ui/js/actions.js';
import { t, useTexts } from '../../ui/js/texts.js';
import { textsOf } from './preview/locale.js';

useTexts(textsOf('en'));

/** @type {(more?: object) => any} */
const row = (more = {}) => ({ url: 'https://x', blocked: null, changed: null, favorite: false, ...more });
/** @type {(row: any, place?: object) => Record<string, string | null>} */
const reasons = (one, place = {}) => Object.fromEntries(
  actionsFor(one, { inPortals: false, platform: 'linux', ...place }).filter(({ reason }) => reason !== null).map(({ name, reason }) => [name, reason]),
);

test('the menu has the same rows for everybody, in one order', () => {
  const all = ['open', 'portals', 'copy-link', 'copy-id', 'favorite', 'manage', 'history'];
  for (const one of [row(), row({ url: null, blocked: 'No label.' }), row({ url: null, changed: 'Changed.' })]) {
    assert.deepEqual(actionsFor(one, { inPortals: false, platform: 'linux' }).map(({ name }) => name), all);
  }
});

test('what cannot be done says why', () => {
  assert.deepEqual(reasons(row()), {});
  assert.deepEqual(reasons(row({ url: null, blocked: 'No label.' })), { open: 'No label.', 'copy-link': 'No label.' });
  assert.deepEqual(reasons(row({ url: null, changed: 'Changed.' })), { 'copy-link': t('quick.no-link-changed') }, 'opening compares');
  assert.deepEqual(reasons(row({ url: null })), { 'copy-link': t('quick.held') });
  assert.deepEqual(reasons(row(), { inPortals: true }), { portals: t('quick.action-portals-here') });
});

test('there is a link exactly when an address is shown', () => {
  assert.equal(noLink(row()), null);
  for (const more of [{}, { blocked: 'No.' }, { changed: 'Changed.' }]) assert.notEqual(noLink(row({ url: null, ...more })), null);
});

test('a favorite is removed, another customer is added', () => {
  const label = (/** @type {any} */ one) => actionsFor(one, { inPortals: false, platform: 'linux' })[4]?.label;
  assert.deepEqual([label(row()), label(row({ favorite: true }))], ['Add to favorites', 'Remove from favorites']);
});

test('the keys are those of the platform', () => {
  const keys = (/** @type {any} */ platform) => actionsFor(row(), { inPortals: false, platform }).map((one) => one.keys);
  assert.deepEqual(keys('linux'), ['Enter', '→', 'Ctrl C', 'Ctrl Shift C', 'Ctrl D', '', '']);
  assert.deepEqual(keys('macos'), ['Enter', '→', '⌘C', '⇧⌘C', '⌘D', '', '']);
});

test('a first letter jumps to the next row that has it, and around', () => {
  const labels = ['Open', 'Open in…', 'Copy link', 'Copy tenant ID', 'Show'];
  for (const [from, letter, expected] of /** @type {[number, string, number][]} */ ([
    [0, 'o', 1], [1, 'o', 0], [0, 'C', 2], [2, 'c', 3], [3, 'c', 2], [4, 's', 4], [2, 'x', 2],
  ])) assert.equal(jumped(labels, from, letter), expected, `${letter} from ${from}`);
});
