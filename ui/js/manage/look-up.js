/**
 * Looking tenants up by their domains, at Microsoft's login hosts. Only when a person asks for it.
 *
 * @typedef {{ tenant_id: string, cloud: string, cloud_name: string }} Found
 *
 * @typedef {{ outcome: 'found', found: Found, customer: { identity: string, name: string } | null }
 *   | { outcome: 'none' } | { outcome: 'several', found: Found[] }} LookedUp
 *   `customer`: who has this tenant already.
 *
 * @typedef {'verified' | 'other' | 'none' | 'several' | 'no-domain' | 'failed'} Verdict
 *
 * @typedef {object} Verifying  How far "verify all" is.
 * @property {'running' | 'done' | 'canceled' | 'stopped'} state  `stopped`: by a failure that would meet all others too.
 * @property {number} done
 * @property {number} total
 * @property {number} verified
 * @property {string | null} name  Who is asked about now.
 * @property {string | null} message  Why it stopped.
 * @property {{ identity: string, name: string, verdict: Verdict, text: string }[]} findings  All that is not `verified`.
 */

import { call, listen } from '../backend.js';

/**
 * Rejects with `LookUp` and why, for people.
 *
 * @param {string} domain
 * @param {string | null} cloud  The customer's own, which is asked first and, when it knows the domain, alone.
 * @returns {Promise<LookedUp>}
 */
export const lookUp = (domain, cloud) => call('look_up', { domain, cloud });

/**
 * Looks customers up by their domains, one a second, and writes down who is verified. Returns at once.
 *
 * @param {string[] | null} identities  Null: all.
 * @returns {Promise<Verifying>}
 */
export const verify = (identities) => call('verify', { identities });

/** @returns {Promise<Verifying | null>}  What is going on, or what was the last time. */
export const verifying = () => call('verifying');

/** Stops asking. What is verified stays. */
export const cancelVerify = () => call('cancel_verify');

/** @param {(now: Verifying) => void} callback */
export const onVerifying = (callback) => listen('verifying', callback);
