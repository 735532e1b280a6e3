/** One other digit in a tenant ID is found. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { cutWhereDifferent } from '../../ui/js/differ.js';

/** @type {(old: string, now: string) => string[]} */
const shown = (old, now) => cutWhereDifferent(old, now).map(({ before, differs, after }) => `${before}[${differs}]${after}`);

test('what differs is between what begins alike and what ends alike', () => {
  for (const [old, now, expected] of /** @type {[string, string, string[]][]} */ ([
    // Tenant IDs
    ['8f3c1d52-6a0b', '8f3c1d57-6a0b', ['8f3c1d5[2]-6a0b', '8f3c1d5[7]-6a0b']],
    ['8f3c1d52-6a0b', '8f3c1d25-6a0b', ['8f3c1d[52]-6a0b', '8f3c1d[25]-6a0b']],
    // Domains
    ['contoso.com', 'contoso.com.evil.example', ['contoso.com[]', 'contoso.com[.evil.example]']],
    ['contoso.com', 'contosso.com', ['contos[]o.com', 'contos[s]o.com']],
    // Repeated letters are not counted twice
    ['aa', 'a', ['a[a]', 'a[]']], ['aba', 'aba', ['aba[]', 'aba[]']],
    // Nothing alike, nothing there
    ['Contoso', 'Fabrikam', ['[Contoso]', '[Fabrikam]']], ['', 'x', ['[]', '[x]']],
  ])) assert.deepEqual(shown(old, now), expected);
});

test('a letter is never cut in two', () => {
  assert.deepEqual(shown('👩🏽‍🚀 A', '👩🏿‍🚀 A'), ['[👩🏽‍🚀] A', '[👩🏿‍🚀] A'], 'an astronaut of another color');
  assert.deepEqual(shown('Malmo\u0308', 'Malmo'), ['Malm[o\u0308]', 'Malm[o]'], 'an accent of its own');
});

test('both texts are whole, whatever they are', () => {
  const texts = ['', 'a', 'aa', 'ab', 'ba', 'aba', 'حلول كونتوسو', '<b>', '🦊🦊', '🦊'];
  for (const old of texts) for (const now of texts) {
    assert.deepEqual(cutWhereDifferent(old, now).map(({ before, differs, after }) => before + differs + after), [old, now]);
  }
});
