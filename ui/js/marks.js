/**
 * Cuts a text where it matched.
 *
 * @typedef {import('./backend.js').Mark} Mark
 * @typedef {{ text: string, marked: boolean }} Segment
 */

/**
 * Returns the text in order, in pieces that are marked or not; joined they are the text again, whatever the marks
 * say. Marks may touch, overlap, come unordered or point outside the text.
 *
 * @param {string} text
 * @param {Mark[]} marks
 * @returns {Segment[]}
 */
export function segments(text, marks) {
  /** @type {Segment[]} */
  const pieces = [];
  let at = 0;
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(at, wholeCharacter(text, start));
    const to = wholeCharacter(text, Math.min(end, text.length));
    if (to <= from) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
    const last = pieces.at(-1);
    if (last?.marked && from === at) last.text += text.slice(from, to);
    else pieces.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

/**
 * Half of a surrogate pair would show as a box: the cut moves before the pair.
 *
 * @param {string} text
 * @param {number} offset
 */
function wholeCharacter(text, offset) {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff && offset > 0 ? offset - 1 : offset;
}
