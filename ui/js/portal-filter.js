/**
 * Which portals of a customer a text means. Pure: rows in, rows out.
 *
 * @typedef {import('./backend.js').Mark} Mark
 * @typedef {import('./backend.js').Row} Row
 */

import { fold, matches } from './fold.js';

/**
 * Returns the rows that match: those whose name begins with the text first, then those with a word that does, then the rest,
 * each in the order they came. Every word of the text has to occur in the name, the id or the address.
 *
 * @param {Row[]} rows
 * @param {string} text
 */
export function filterPortals(rows, text) {
  const wanted = fold(text.trim());
  if (wanted === '') return rows;
  return rows
    .filter(({ portal_name, portal, url }) => matches(fold([portal_name, portal, url ?? ''].join('\n')), wanted))
    .map((row, at) => ({ row: { ...row, name_marks: marksIn(row.portal_name, wanted) }, at, rank: rankOf(row, wanted) }))
    .sort((one, other) => one.rank - other.rank || one.at - other.at)
    .map(({ row }) => row);
}

/**
 * @param {Row} row
 * @param {string} wanted
 */
function rankOf({ portal_name }, wanted) {
  const name = fold(portal_name);
  if (name.startsWith(wanted)) return 0;
  return name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)) ? 1 : 2;
}

/**
 * Returns where the words stand in a name. A name that grows when it is folded gets no marks: they would stand beside the letters.
 *
 * @param {string} name
 * @param {string} wanted
 * @returns {Mark[]}
 */
function marksIn(name, wanted) {
  const folded = fold(name);
  if (folded.length !== name.length) return [];
  return wanted.split(/\s+/).flatMap((word) => {
    const at = folded.indexOf(word);
    return at < 0 ? [] : [/** @type {Mark} */ ([at, at + word.length])];
  });
}
