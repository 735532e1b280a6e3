/**
 * Browsers of this machine, and the person's rules for what opens in which, as the backend has them.
 *
 * @typedef {object} Profile
 * @property {string} key  Opaque here.
 * @property {string} name  Hostile text, made safe to show; no other profile of the browser has it.
 * @property {string | null} account  As hostile.
 * @property {string[]} containers  Names in which an add-on opens links; they go back as they came.
 *
 * @typedef {object} Browser
 * @property {string} id  Opaque here.
 * @property {string} name  Hostile text, made safe to show; no other browser has it.
 * @property {boolean} has_profiles  It can be asked for a profile, and for a private window.
 * @property {Profile[]} profiles
 * @property {string | null} problem  Why there may be more profiles than these.
 *
 * @typedef {{ kind: 'tenant' | 'group' | 'cloud' | 'portal', key: string }} Whom
 * @typedef {{ browser: string, profile: string | null, private: boolean, container: string | null }} Way
 *   `browser` is an id, or `default`.
 *
 * @typedef {object} Rule
 * @property {Whom} whom
 * @property {string} name  Whom it is about, for people.
 * @property {string | null} note  What else there is to know of that: the domain, or that nobody is in the group.
 * @property {Way | null} way  Null: what stands there makes no sense.
 * @property {string} opens  `Microsoft Edge · Contoso admin`; `''` where nothing opens.
 * @property {string | null} trouble  Why nothing opens, and what to do.
 * @property {boolean} single  No other rule is about the same.
 *
 * @typedef {object} Browsers
 * @property {Browser[]} browsers
 * @property {string[]} problems  What is there and cannot be used.
 * @property {Rule[]} rules
 * @property {string | null} unclear  What is wrong with a rule of which nobody can tell whom it is about.
 * @property {string} settings  The file of the rules.
 *
 * @typedef {object} RuleEntry
 * @property {Whom} whom
 * @property {Way | null} way  Null: the rule goes.
 * @property {Way | null} base  Where it opened when the person looked; null where there was no rule, or none that makes sense.
 * @property {boolean} back  It was so before, and may name what is gone.
 */

import { call } from '../backend.js';

/** @returns {Promise<Browsers>} */
export const browsers = () => call('browsers');

/**
 * Rejects with `Changed` when the rule is not what it was, with `BrowserGone` when it could not be followed, or `NotSaved`.
 *
 * @param {RuleEntry} entry
 * @returns {Promise<Browsers>}
 */
export const saveRule = (entry) => call('save_browser_rule', { entry });

/**
 * Starts a browser with the page that shows who is signed in there. Rejects with why it was not started.
 *
 * @param {Way} way
 * @returns {Promise<null>}
 */
export const tryBrowser = (way) => call('try_browser', { way });
