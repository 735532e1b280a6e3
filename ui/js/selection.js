/**
 * Which row is selected. Pure: rows and numbers in, a number out; -1 means none.
 *
 * @typedef {import('./backend.js').Row} Row
 * @typedef {import('./backend.js').Answer} Answer
 */

/** No row is selected. */
export const NONE = -1;

/**
 * Returns the selection for an answer to a new text. The core decides whether the first row is safe to take.
 *
 * @param {Pick<Answer, 'rows' | 'preselect'>} answer
 */
export function first({ rows, preselect }) {
  return preselect && rows.length > 0 ? 0 : NONE;
}

/**
 * Returns the selection after `step` rows down (negative: up). It stops at both ends: going round would put a
 * customer nobody aimed at under Enter. With nothing selected, only going down selects, and it takes the first row.
 *
 * @param {number} index
 * @param {number} step
 * @param {number} count
 */
export function moved(index, step, count) {
  if (count === 0) return NONE;
  if (index === NONE) return step > 0 ? 0 : NONE;
  return Math.min(count - 1, Math.max(0, index + step));
}

/**
 * Returns the selection after the same text was answered again: the same customer and portal, wherever the row is
 * now, or none. Never the row that happens to stand in its place.
 *
 * @param {Row[]} before
 * @param {number} index
 * @param {Row[]} after
 */
export function kept(before, index, after) {
  const row = before[index];
  if (!row) return NONE;
  return after.findIndex(({ identity, portal }) => identity === row.identity && portal === row.portal);
}
