/** The colored tile of a customer. Decoration: the name stands beside it. */

import { el } from './element.js';

/** The tiles of `css/parts.css`. */
const COLORS = 12;

/** @param {{ monogram: string, color: number }} customer */
export function monogramTile({ monogram, color }) {
  const tile = el('span', `monogram color-${Math.abs(Math.trunc(color)) % COLORS}`, monogram);
  tile.setAttribute('aria-hidden', 'true');
  return tile;
}
