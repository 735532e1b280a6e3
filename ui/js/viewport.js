/** Which rows of a long list are worth drawing. Pure: numbers in, numbers out. */

/** Rows beyond both edges, so that a fast wheel does not outrun the drawing. */
const BEYOND = 8;

/**
 * Returns the first row to draw and the one after the last.
 *
 * @param {{ scrollTop: number, height: number, rowHeight: number, count: number }} view  Lengths in CSS pixels.
 * @returns {{ first: number, end: number }}
 */
export function rowsInView({ scrollTop, height, rowHeight, count }) {
  const top = Math.floor(Math.max(0, scrollTop) / rowHeight);
  const first = Math.max(0, Math.min(count, top) - BEYOND);
  const end = Math.min(count, top + Math.ceil(height / rowHeight) + 1 + BEYOND);
  return { first, end: Math.max(first, end) };
}
