/**
 * Customers, as the backend has them: one with all its fields, changes of one or many, and their undo.
 *
 * @typedef {import('../backend.js').Mark} Mark
 *
 * @typedef {object} Fields  What can be entered. Empty is `''`.
 * @property {string} name
 * @property {string} tenant_id
 * @property {string} cloud  A key.
 * @property {string} domain
 * @property {string} initial_domain
 * @property {string} sharepoint
 * @property {string} group
 * @property {string[]} tags
 * @property {string[]} aliases
 * @property {boolean} favorite
 * @property {boolean} own  The service provider's own tenant.
 * @property {boolean} confirm  Ask before opening.
 * @property {string} portal  The key of the customer's own default portal; `''` for everybody's.
 * @property {string} notes
 *
 * @typedef {Partial<Record<keyof Fields, string>>} Messages  A sentence under a field.
 *
 * @typedef {object} Details
 * @property {string} identity
 * @property {string} name  Made safe to show.
 * @property {Fields} fields
 * @property {{ domain: string, at: string } | null} verified  `at` is a day: `2026-11-12`.
 * @property {number | null} opened_at
 * @property {string} cloud_name
 * @property {string | null} cloud_badge
 * @property {string | null} lookalike  A sentence.
 * @property {string | null} changed  A sentence: it was changed outside Portico, and does not open before somebody compared.
 * @property {string} portal_name  What Open opens.
 * @property {{ browser: string | null, trouble: string | null, by: string | null }} opens
 *   In which browser, null for the default one; why it does not; and which rule says so, as a sentence.
 * @property {string} monogram
 * @property {number} color
 *
 * @typedef {object} Entry  What is entered.
 * @property {string | null} identity  Null for a new customer.
 * @property {Fields | null} base  What the form was filled with: only fields that differ from it are changed.
 * @property {Fields} fields
 *
 * @typedef {{ outcome: 'saved', identity: string, undo: number } | { outcome: 'invalid', errors: Messages }
 *   | { outcome: 'conflict', fields: (keyof Fields)[], details: Details }} Saved
 *   `conflict`: these fields have another value now than the form began with, and than what was entered. Nothing was saved.
 *
 * @typedef {object} Pasted  What a pasted text says about one tenant.
 * @property {string} tenant_id
 * @property {string | null} cloud
 * @property {string | null} domain
 * @property {string | null} initial_domain
 *
 * @typedef {{ identity: string, name: string }} Shown  A customer under the name that was shown.
 *
 * @typedef {object} Change  Of several customers; what is not there stays.
 * @property {Shown[]} customers
 * @property {string} [group]  `''`: none.
 * @property {string[]} [add_tags]
 * @property {string[]} [remove_tags]
 * @property {boolean} [favorite]
 *
 * @typedef {object} Hit
 * @property {string} identity
 * @property {Mark[]} name_marks
 * @property {null | { text: string, marks: Mark[] }} also  The alias that matched.
 * @property {Mark[]} domain_marks
 */

import { call } from '../backend.js';

/**
 * Rejects with `Gone`.
 *
 * @param {string} identity
 * @returns {Promise<Details>}
 */
export const customer = (identity) => call('customer', { identity });

/**
 * Ranks as quick open does. At most 500 hits.
 *
 * @param {string} query
 * @returns {Promise<{ hits: Hit[], total: number }>}
 */
export const find = (query) => call('find', { query });

/**
 * Returns what is wrong with what is entered so far, and what is worth a look (`notes`), field by field. Saves nothing.
 *
 * @param {Entry} entry
 * @returns {Promise<{ errors: Messages, notes: Messages }>}
 */
export const check = (entry) => call('check_customer', { entry });

/**
 * Returns what a pasted text says about one tenant; null when it says nothing, or names several.
 *
 * @param {string} text
 * @returns {Promise<Pasted | null>}
 */
export const readPasted = (text) => call('read_pasted', { text });

/**
 * Adds or changes a customer. Rejects with `NotSaved` or `Gone`.
 *
 * @param {Entry} entry
 * @returns {Promise<Saved>}
 */
export const save = (entry) => call('save_customer', { entry });

/**
 * Changes several customers in one save. Rejects with `Renamed`, `Gone`, `Invalid` or `NotSaved`; nothing is changed then.
 *
 * @param {Change} change
 * @returns {Promise<{ undo: number, count: number }>}
 */
export const change = (change) => call('change_customers', { change });

/**
 * Removes customers. Rejects as `change`.
 *
 * @param {Shown[]} customers
 * @returns {Promise<{ undo: number, count: number }>}
 */
export const remove = (customers) => call('remove_customers', { customers });

/**
 * Takes a change back, where nobody has changed the same since. Rejects with `NotSaved` or `NoUndo`.
 *
 * @param {number} undo
 * @returns {Promise<{ count: number, kept: number }>}  How many customers are as before, and how many stay because they were changed since.
 */
export const undo = (undo) => call('undo_change', { undo });
