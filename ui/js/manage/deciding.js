/**
 * What a person decides about a list before it is imported: which rows, whose names, what the columns hold. Pure.
 *
 * @typedef {import('./lists.js').Choices} Choices
 * @typedef {import('./lists.js').PlanRow} PlanRow
 * @typedef {import('./lists.js').Preview} Preview
 *
 * @typedef {object} Deciding
 * @property {Preview} preview
 * @property {Record<string, string>} columns
 * @property {string | null} cloud
 * @property {ReadonlySet<string>} renames
 * @property {ReadonlySet<string>} leftOut
 */

/**
 * Everything is ticked at first, and everybody keeps the name that people here know.
 *
 * @param {Preview} preview
 * @returns {Deciding}
 */
export function undecided(preview) {
  return { preview, columns: {}, cloud: null, renames: new Set(), leftOut: new Set() };
}

/**
 * Returns the same decisions about what would be done now; those about rows that are gone are forgotten.
 *
 * @param {Deciding} deciding
 * @param {Preview} preview
 * @returns {Deciding}
 */
export function replanned({ columns, cloud, renames, leftOut }, preview) {
  const there = new Set([...preview.added, ...preview.changed].map(({ key }) => key));
  const stay = (/** @type {ReadonlySet<string>} */ keys) => new Set([...keys].filter((key) => there.has(key)));
  return { preview, columns, cloud, renames: stay(renames), leftOut: stay(leftOut) };
}

/**
 * Returns the decisions that choices were made of.
 *
 * @param {Choices} choices
 * @param {Preview} preview
 */
export function restored({ columns, cloud, renames, left_out }, preview) {
  return replanned({ preview, columns, cloud, renames: new Set(renames), leftOut: new Set(left_out) }, preview);
}

/**
 * @param {Deciding} deciding
 * @param {PlanRow[]} rows
 * @param {boolean} ticked
 * @returns {Deciding}
 */
export function ticked(deciding, rows, ticked) {
  const leftOut = new Set(deciding.leftOut);
  for (const { key } of rows) ticked ? leftOut.delete(key) : leftOut.add(key);
  return { ...deciding, leftOut };
}

/**
 * Customers take the names of the list, or keep theirs. Whoever takes a name is meant to be imported.
 *
 * @param {Deciding} deciding
 * @param {PlanRow[]} rows
 * @param {boolean} takes
 * @returns {Deciding}
 */
export function renamed(deciding, rows, takes) {
  const able = rows.filter(({ rename }) => rename !== null);
  const renames = new Set(deciding.renames);
  for (const { key } of able) takes ? renames.add(key) : renames.delete(key);
  return takes ? ticked({ ...deciding, renames }, able, true) : { ...deciding, renames };
}

/**
 * Returns whether anything would be lost with the list.
 *
 * @param {Deciding} deciding
 */
export function isDecided({ columns, cloud, renames, leftOut }) {
  return Object.keys(columns).length > 0 || cloud !== null || renames.size > 0 || leftOut.size > 0;
}

/**
 * Returns how many customers one press would add and change. A row that differs in its name only, which is not taken, does nothing.
 *
 * @param {Deciding} deciding
 */
export function countOf({ preview, renames, leftOut }) {
  const added = preview.added.filter(({ key }) => !leftOut.has(key)).length;
  const changed = preview.changed.filter(({ key, texts, rename }) => !leftOut.has(key) && (texts.length > 0 || rename === null || renames.has(key))).length;
  return { added, changed, all: added + changed };
}

/**
 * @param {Deciding} deciding
 * @returns {Choices}
 */
export function choicesOf({ preview, columns, cloud, renames, leftOut }) {
  return { list: preview.list, columns, cloud, renames: [...renames], left_out: [...leftOut] };
}
