/** Links from elsewhere, while somebody begins to type. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createElsewhere } from '../../ui/js/elsewhere.js';
import { useTexts } from '../../ui/js/texts.js';
import { textsOf } from './preview/locale.js';

useTexts(textsOf('en'), 'en');

/**
 * Follows a link; `during` happens while the rows are looked for.
 *
 * @param {{ identities: string[], portals?: string[], portal?: string | null, during?: (input: HTMLInputElement) => void, inUse?: boolean }} how
 */
async function followed({ identities, portals = [], portal = null, during = () => {}, inUse = false }) {
  const input = /** @type {HTMLInputElement} */ ({ value: '' });
  /** @type {string[]} */
  const done = [];
  let rows = identities.map((identity) => ({ identity, portal: 'defender' }));
  const looked = async () => {
    const before = input.value;
    during(input);
    return input.value === before;
  };
  const results = {
    say: (/** @type {string} */ text) => { done.push(`say ${text.slice(0, 11)}`); },
    typed: looked,
    row: (/** @type {number} */ at) => /** @type {any} */ (rows[at] ?? null),
    select: (/** @type {number} */ at) => { done.push(`select ${at}`); },
    enter: async () => {
      done.push('enter');
      input.value = '';
      rows = portals.map((key) => ({ identity: 'a', portal: key }));
      return true;
    },
  };
  const elsewhere = createElsewhere(input, results, { surprised: () => {} }, () => inUse);
  await elsewhere.follow({ kind: 'link', text: 'id', identity: 'a', portal });
  return done;
}

test('the customer of a link is selected, and no other', async () => {
  assert.deepEqual(await followed({ identities: ['b', 'a'] }), ['select 1', 'say From a link']);
  assert.deepEqual(await followed({ identities: ['b'] }), ['select -1']);
  assert.deepEqual(await followed({ identities: [] }), ['select -1']);
});

test('a portal is selected among the customer’s', async () => {
  assert.deepEqual(await followed({ identities: ['a'], portals: ['defender', 'entra'], portal: 'entra' }), ['select 0', 'enter', 'select 1', 'say From a link']);
  assert.deepEqual(await followed({ identities: ['a'], portals: ['defender'], portal: 'entra' }), ['select 0', 'enter', 'select -1']);
});

test('what somebody types meanwhile is theirs: nothing is selected in it', async () => {
  assert.deepEqual(await followed({ identities: ['a', 'b'], during: (input) => { input.value += 'x'; } }), []);
  assert.deepEqual(await followed({ identities: ['a'], inUse: true }), []);
});
