/**
 * Which customers of the list are selected, and where the arrows are. Pure.
 *
 * @typedef {object} Picked
 * @property {ReadonlySet<string>} ids  Identities.
 * @property {string | null} active  Where the arrows are; it need not be selected.
 * @property {string | null} anchor  Where a range begins.
 */

/** @type {Picked} */
export const NOBODY = { ids: new Set(), active: null, anchor: null };

/**
 * @param {string} id
 * @returns {Picked}
 */
export function only(id) {
  return { ids: new Set([id]), active: id, anchor: id };
}

/**
 * Selects one more, or one less.
 *
 * @param {Picked} picked
 * @param {string} id
 * @returns {Picked}
 */
export function toggled({ ids }, id) {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, active: id, anchor: id };
}

/**
 * Selects all from the anchor to this one, and no others.
 *
 * @param {Picked} picked
 * @param {string[]} order  What the list shows.
 * @param {string} id
 * @returns {Picked}
 */
export function upTo({ anchor, active }, order, id) {
  const from = Math.max(0, order.indexOf(anchor ?? active ?? id));
  const to = order.indexOf(id);
  if (to < 0) return only(id);
  return { ids: new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)), active: id, anchor: order[from] ?? id };
}

/**
 * @param {Picked} picked
 * @param {string[]} order
 * @returns {Picked}
 */
export function everybody({ active }, order) {
  return { ids: new Set(order), active: active ?? order[0] ?? null, anchor: order[0] ?? null };
}

/**
 * Returns who is still there. Nobody takes the place of somebody who is gone.
 *
 * @param {Picked} picked
 * @param {(id: string) => boolean} isThere
 * @returns {Picked}
 */
export function kept({ ids, active, anchor }, isThere) {
  const left = new Set([...ids].filter(isThere));
  const still = (/** @type {string | null} */ id) => (id !== null && isThere(id) ? id : null);
  return { ids: left, active: still(active), anchor: still(anchor) };
}

/**
 * Returns the identity that a key leads to, from the active one; null when the key leads nowhere.
 *
 * @param {string} key
 * @param {string[]} order
 * @param {string | null} active
 * @param {number} page  How many rows are in view.
 */
export function ledTo(key, order, active, page) {
  const last = order.length - 1;
  const at = active === null ? -1 : order.indexOf(active);
  /** @type {Record<string, number>} */
  const steps = { ArrowDown: at + 1, ArrowUp: at < 0 ? 0 : at - 1, Home: 0, End: last, PageDown: at + page, PageUp: at - page };
  const to = steps[key];
  return to === undefined || last < 0 ? null : order[Math.min(last, Math.max(0, to))] ?? null;
}
