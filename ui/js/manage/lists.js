/**
 * Importing lists: what one would do is shown first, then done as it was shown.
 *
 * @typedef {import('../backend.js').Choice} Choice
 *
 * @typedef {object} PlanRow
 * @property {string} key  Opaque here.
 * @property {string} place  `line 3`.
 * @property {string} name  Hostile text, made safe to show.
 * @property {string | null} tenant_id
 * @property {string | null} domain
 * @property {string | null} cloud_badge
 * @property {string[]} texts  What changes, what is not taken, or why nothing is done.
 * @property {string | null} rename  The list's name, which the customer could take.
 * @property {string | null} lookalike  A sentence.
 *
 * @typedef {object} Column
 * @property {string} name
 * @property {string | null} field  The key of what it holds, as Portico or the person says.
 * @property {string[]} samples  At most three values.
 *
 * @typedef {object} Preview
 * @property {number} list  Opaque here.
 * @property {string} source  What it is called: the name of a file.
 * @property {string} kind  What it is: `Partner Center`.
 * @property {string | null} unusable  Why nothing of it can be used; there are no rows then.
 * @property {boolean} asks_for_columns  It helps to say what columns hold.
 * @property {Column[]} columns  Empty where columns cannot be mapped.
 * @property {Choice[]} fields  What a column can hold.
 * @property {number} rows
 * @property {PlanRow[]} added
 * @property {PlanRow[]} changed
 * @property {number} unchanged
 * @property {PlanRow[]} conflicts  A person has to decide on these; nothing is done about them.
 * @property {PlanRow[]} skipped
 * @property {number} merged  How many rows repeat a customer of the list.
 * @property {string[]} notes
 * @property {string} seen  Opaque here: what was shown. What is ticked and renamed does not change it.
 *
 * @typedef {object} Choices
 * @property {number} list
 * @property {Record<string, string>} columns  What columns hold, by their names; only what the person said.
 * @property {string | null} cloud  Of customers whose rows do not tell it.
 * @property {string[]} renames  The keys of changed rows that take the list's name.
 * @property {string[]} left_out  The keys of rows that are not ticked.
 *
 * @typedef {{ outcome: 'saved', added: number, changed: number } | { outcome: 'changed', preview: Preview }} Imported
 *   `changed`: the registry was changed meanwhile, nothing was saved, and this is what would be done now.
 *
 * @typedef {{ at: number, source: string, added: number, changed: number }} LastImport
 */

import { call } from '../backend.js';

/**
 * @param {string} text  What was pasted.
 * @param {string} source
 * @returns {Promise<Preview>}
 */
export const readText = (text, source) => readFile(new TextEncoder().encode(text), source);

/**
 * Rejects with `TooLarge`.
 *
 * @param {Uint8Array} bytes
 * @param {string} source
 * @returns {Promise<Preview>}
 */
export const readFile = (bytes, source) => call('read_list', bytes, { 'portico-source': encodeURIComponent(source) });

/**
 * @param {Choices} choices
 * @returns {Promise<Preview>}
 */
export const plan = (choices) => call('plan_import', { choices });

/**
 * Rejects with `NotSaved`, or `NoList` after the window was closed.
 *
 * @param {Choices} choices
 * @param {string} seen
 * @returns {Promise<Imported>}
 */
export const importList = (choices, seen) => call('import_list', { choices, seen });

/** @returns {Promise<LastImport | null>}  The import that can be taken back. */
export const lastImport = () => call('last_import');

/** @returns {Promise<{ removed: number, changed: number, kept: number }>} */
export const undoImport = () => call('undo_import');
