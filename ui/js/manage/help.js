/**
 * Pages of Microsoft's that explain something. Their addresses are Rust's; here they are only shown.
 *
 * @typedef {'entra' | 'grant-access' | 'notifications' | 'fetch-alerts' | 'gdap'} HelpKey
 */

import { call } from '../backend.js';

/** @returns {Promise<Record<HelpKey, string>>} */
export const helpLinks = () => call('help_links');

/**
 * Opens a page in the browser. Rejects with `BrowserFailed`.
 *
 * @param {HelpKey} key
 * @returns {Promise<void>}
 */
export const openHelp = (key) => call('open_help', { key });
