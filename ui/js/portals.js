/**
 * The portals of one customer, as an answer like that of a search: the rows differ in the portal only.
 *
 * @typedef {import('./backend.js').Answer} Answer
 * @typedef {import('./backend.js').Row} Row
 *
 * @typedef {Answer & { of?: Row, portals?: number }} Shown
 *   `of`: the rows are portals, and this is the customer with the default one. `portals`: how many there are, unfiltered.
 */

import { portals } from './backend.js';
import { filterPortals } from './portal-filter.js';

/**
 * Returns the portals that match. Each text asks anew: what is shown is what Rust would open now.
 *
 * @param {Row} customer
 * @param {string} text
 * @returns {Promise<Shown>}
 */
export async function searchPortals(customer, text) {
  const all = await portals(customer.identity);
  const rows = filterPortals(all, text);
  return {
    query: text, rows, total: rows.length, customers: 1, preselect: true, problem: null, registry: '',
    of: all[0] ?? customer, portals: all.length,
  };
}
