/** Texts: what is missing is loud, what is put in is not looked at again. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { around, t, useTexts } from '../../ui/js/texts.js';

test('values are put in place', () => {
  useTexts({ more: '{shown} of {total} — type more' });
  assert.equal(t('more', { shown: 24, total: 310 }), '24 of 310 — type more');
});

test('a value that looks like a placeholder stays what it is', () => {
  useTexts({ none: 'No customer matches {query} of {count}' });
  assert.equal(t('none', { query: '{count} $& $1', count: 2 }), 'No customer matches {count} $& $1 of 2');
});

test('a missing text and a missing value are loud', (context) => {
  const error = context.mock.method(console, 'error', () => {});
  useTexts({ hello: 'Hello {name}' });
  assert.equal(t('nope'), '⟦nope⟧');
  assert.equal(t('hello'), 'Hello ⟦hello: {name}⟧');
  assert.equal(t('constructor'), '⟦constructor⟧', 'what every object has is not a text');
  assert.equal(t('hello', /** @type {any} */ ({})).includes('⟦'), true);
  assert.equal(error.mock.callCount(), 4);
});

test('a drawn value has text on both sides, in any word order', () => {
  useTexts({ also: 'also known as “{alias}”', last: 'alias: {alias}' });
  assert.deepEqual(around('also', 'alias'), ['also known as “', '”']);
  assert.deepEqual(around('last', 'alias'), ['alias: ', '']);
});

test('a number has the plural form and the separators of the language', () => {
  useTexts({ count: { one: '{count} kund', other: '{count} kunder' } }, 'sv');
  assert.equal(t('count', { count: 1 }), '1 kund');
  assert.equal(t('count', { count: 0 }), '0 kunder');
  assert.equal(t('count', { count: 5000 }).replace(/\s/u, '_'), '5_000 kunder');
  assert.equal(t('count', { count: '5' }), '5 kunder');
});
