/**
 * What a person chose on this machine: portals, settings; and what Portico keeps: openings, backups.
 *
 * @typedef {import('../backend.js').Choice} Choice
 *
 * @typedef {object} PortalAddress
 * @property {string} cloud  A key.
 * @property {string} cloud_name
 * @property {string} template
 * @property {string} evidence  `documented by Microsoft`.
 * @property {string} source  Where that is known from; hostile text for a person's own.
 * @property {string[]} needs  What a customer must have, for people: `domain`.
 * @property {boolean} check  It may show another tenant: people are told to check the name.
 *
 * @typedef {object} Portal
 * @property {string} id
 * @property {string} name
 * @property {boolean} own  The person's own.
 * @property {boolean} on
 * @property {boolean} tenant_less
 * @property {PortalAddress[]} addresses
 *
 * @typedef {{ portals: Portal[], default: string, problems: string[] }} Catalogue  In the person's order.
 *
 * @typedef {object} PortalEntry  A portal of the person's own.
 * @property {string | null} id  Null for a new one.
 * @property {string} name
 * @property {Record<string, string>} templates  By cloud; empty ones are none.
 * @property {boolean} tenant_less
 *
 * @typedef {object} PortalCheck
 * @property {Record<string, string>} errors  By field: `name`, `tenant_less`, or the key of a cloud.
 * @property {Record<string, string>} fixes  A template with the placeholder in the value's place, by cloud.
 * @property {{ cloud: string, cloud_name: string, customer: string | null, url: string | null }[]} previews
 *   The address for a customer of the cloud, or for an example.
 *
 * @typedef {object} Opening
 * @property {number} at
 * @property {string} identity
 * @property {string} name  As it was then.
 * @property {string} portal_name
 * @property {'terminal' | 'launcher' | 'tray' | 'window'} via
 * @property {'handed-over' | 'failed' | null} result
 *
 * @typedef {object} Confirm  Besides customers that are marked, and the own tenant.
 * @property {boolean} all
 * @property {string[]} groups
 * @property {string[]} clouds  Keys.
 * @property {boolean} doubtful_portals  Those that may show another tenant.
 *
 * @typedef {'none' | 'favorites' | 'all' | { group: string }} Entries  Which customers have an entry in the desktop's launcher.
 *
 * @typedef {object} Settings
 * @property {string | null} language  Null: the system's.
 * @property {Choice[]} languages  Each named in itself.
 * @property {'light' | 'dark' | null} theme  Null: the system's.
 * @property {boolean | null} start_at_login  Null: cannot be chosen here.
 * @property {Entries | null} entries  Null: the desktop's launcher can have none.
 * @property {boolean} notify
 * @property {boolean} history
 * @property {number | null} history_days  Null: as many as fit.
 * @property {number} tray_favorites
 * @property {number} tray_recent
 * @property {Confirm} confirm
 * @property {string} registry  The file.
 * @property {'default' | 'settings' | 'environment'} registry_source
 * @property {string} usual_registry  Where it is when nobody chose a place.
 * @property {{ data: string, config: string, state: string }} folders
 *
 * @typedef {Partial<Pick<Settings, 'language' | 'theme' | 'start_at_login' | 'entries' | 'notify' | 'history' | 'history_days' | 'tray_favorites' | 'tray_recent' | 'confirm'>>} SettingsChange
 *
 * @typedef {object} Backup
 * @property {string} name  Opaque here.
 * @property {number} at
 * @property {number | null} customers  Null when it cannot be read.
 *
 * @typedef {object} BackupDifference  What bringing it back would do.
 * @property {string[]} added  Names, made safe to show.
 * @property {string[]} removed
 * @property {{ name: string, texts: string[] }[]} changed
 */

import { call } from '../backend.js';

/** @returns {Promise<Catalogue>} */
export const catalogue = () => call('catalogue');

/**
 * @param {{ order: string[], off: string[], default: string }} arrangement
 * @returns {Promise<Catalogue>}
 */
export const arrangePortals = (arrangement) => call('arrange_portals', { arrangement });

/**
 * @param {PortalEntry} entry
 * @returns {Promise<PortalCheck>}
 */
export const checkPortal = (entry) => call('check_portal', { entry });

/**
 * Rejects with `Invalid` or `NotSaved`.
 *
 * @param {PortalEntry} entry
 * @returns {Promise<Catalogue>}
 */
export const savePortal = (entry) => call('save_portal', { entry });

/**
 * Rejects with `InUse` when customers have it as their default.
 *
 * @param {string} id
 * @returns {Promise<Catalogue>}
 */
export const removePortal = (id) => call('remove_portal', { id });

/** @returns {Promise<Opening[]>}  The last first. */
export const openings = () => call('openings');

/**
 * Asks where to, and writes all openings there.
 *
 * @param {'csv' | 'json'} format
 * @returns {Promise<string | null>}  The file; null when the person gave up.
 */
export const exportOpenings = (format) => call('export_openings', { format });

/** @returns {Promise<Settings>} */
export const settings = () => call('settings');

/**
 * Rejects with `NotSaved`.
 *
 * @param {SettingsChange} change
 * @returns {Promise<Settings>}
 */
export const changeSettings = (change) => call('change_settings', { change });

/**
 * Uses another registry file. Rejects with `BadRegistry` and why; the old one stays in use then.
 *
 * @param {string | null} path  Null: the usual place.
 * @returns {Promise<Settings>}
 */
export const useRegistry = (path) => call('use_registry', { path });

/** Asks for a file. @returns {Promise<string | null>} */
export const chooseRegistry = () => call('choose_registry');

/** @returns {Promise<Backup[]>}  The newest first. */
export const backups = () => call('backups');

/**
 * @param {string} name
 * @returns {Promise<BackupDifference>}
 */
export const backupDifference = (name) => call('backup_difference', { name });

/** @returns {Promise<string>}  What helps to find a fault, without names or IDs of customers. */
export const diagnostics = () => call('diagnostics');
