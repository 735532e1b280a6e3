/**
 * Which place of the window a text names. Pure. It stands in the address of the page, and Rust sends it.
 *
 * `import`, `browsers/CLOUD/TENANT_ID`, `customers`, `customers/CLOUD/TENANT_ID`, `customers/new`, `customers/favorites`, `customers/ungrouped`, `customers/group/NAME`
 *
 * @typedef {typeof PAGES[number]} PageName
 * @typedef {{ page: PageName, rest: string }} Place
 */

export const PAGES = /** @type {const} */ (['customers', 'import', 'portals', 'browsers', 'history', 'settings', 'help']);

/**
 * @param {unknown} text  Anything else is the customers.
 * @returns {Place}
 */
export function placeOf(text) {
  const [, name = '', rest = ''] = /^([a-z]+)(?:\/(.*))?$/s.exec(typeof text === 'string' ? text : '') ?? [];
  const page = PAGES.find((one) => one === name);
  return page ? { page, rest } : { page: 'customers', rest: '' };
}

/**
 * Returns whom the rest of a place names, as the registry writes it; null when it names nobody.
 *
 * @param {string} rest
 */
export function identityIn(rest) {
  return /^[a-z-]+\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(rest) ? rest.toLowerCase() : null;
}
