/**
 * Plain text for filtering: case and diacritics do not count. The ranking lives in the core; this only narrows a
 * list down.
 */

/** Letters that Unicode does not take apart. */
const LETTERS = /** @type {Record<string, string>} */ ({
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i',
});

/** @param {string} text */
export function fold(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[ßæœøđðþłı]/g, (letter) => LETTERS[letter] ?? letter);
}

/**
 * Returns whether every word of a filter occurs in a text; both are folded already.
 *
 * @param {string} folded
 * @param {string} filter
 */
export function matches(folded, filter) {
  return filter.split(/\s+/).every((word) => folded.includes(word));
}
