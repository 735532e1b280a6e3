/**
 * Finds where two texts differ, so that one other digit in a tenant ID is seen.
 *
 * @typedef {{ before: string, differs: string, after: string }} Cut  Joined, the text again.
 */

/** By what people see as characters: half of a letter with its accent would be another letter. */
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Returns both texts, each cut into what begins alike, what differs, and what ends alike.
 *
 * @param {string} old
 * @param {string} now
 * @returns {[old: Cut, now: Cut]}
 */
export function cutWhereDifferent(old, now) {
  const [one, other] = [charactersOf(old), charactersOf(now)];
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return [cut(one, start, end), cut(other, start, end)];
}

/** @param {string} text */
function charactersOf(text) {
  return Array.from(characters.segment(text), ({ segment }) => segment);
}

/**
 * @param {string[]} text
 * @param {number} start
 * @param {number} end
 * @returns {Cut}
 */
function cut(text, start, end) {
  const last = text.length - end;
  return { before: text.slice(0, start).join(''), differs: text.slice(start, last).join(''), after: text.slice(last).join('') };
}
