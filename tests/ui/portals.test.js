/** Which portals a filter means. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { filterPortals } from '../../ui/js/portal-filter.js';

/** @type {(portal: string, portal_name: string, url?: string | null) => any} */
const row = (portal, portal_name, url = null) => ({ portal, portal_name, url, name_marks: [] });
const ROWS = [
  row('defender', 'Microsoft Defender', 'https://security.microsoft.com/?tid=1'), row('mto', 'Defender multitenant', 'https://mto.security.microsoft.com/'),
  row('entra', 'Microsoft Entra', 'https://entra.microsoft.com/'), row('m365-admin', 'Microsoft 365 admin center', 'https://admin.cloud.microsoft/'),
  row('own', 'Kundöversikt', 'https://portal.example/'), row('sharepoint', 'SharePoint'),
];
const found = (/** @type {string} */ text) => filterPortals(ROWS, text).map(({ portal }) => portal);

test('no filter leaves the order: the default first, then the catalogue', () => {
  assert.deepEqual(filterPortals(ROWS, '  '), ROWS);
});

test('names that begin with it stand before words that do, and those before the rest', () => {
  for (const [text, expected] of /** @type {[string, string[]][]} */ ([
    ['defender', ['mto', 'defender']], ['DEF', ['mto', 'defender']], ['share', ['sharepoint']],
    // Id and address
    ['mto', ['mto']], ['portal.example', ['own']], ['m365', ['m365-admin']],
    // Every word, in any order
    ['center admin', ['m365-admin']], ['entra defender', []],
    // Diacritics
    ['kundoversikt', ['own']], ['oversikt', ['own']],
    // Nothing
    ['zzz', []],
  ])) assert.deepEqual(found(text), expected, text);
});

test('what matched is marked, and the rows that came in are left alone', () => {
  assert.deepEqual(filterPortals(ROWS, 'soft ent')[0]?.name_marks, [[5, 9], [10, 13]]);
  assert.deepEqual(filterPortals(ROWS, 'mto')[0]?.name_marks, [], 'it stands in the id only');
  assert.deepEqual(filterPortals([row('x', 'Straße Admin')], 'admin')[0]?.name_marks, [], 'ß is two letters when it is folded');
  assert.deepEqual(ROWS[0].name_marks, []);
});
