/**
 * What rules for browsers are about, and where things can open. Pure.
 *
 * @typedef {import('../backend.js').Choice} Choice
 * @typedef {import('../backend.js').Customer} Customer
 * @typedef {import('./browsers.js').Browser} Browser
 * @typedef {import('./browsers.js').Profile} Profile
 * @typedef {import('./browsers.js').Rule} Rule
 * @typedef {import('./browsers.js').Way} Way
 * @typedef {import('./browsers.js').Whom} Whom
 */

import { fold } from '../fold.js';
import { compareNames } from '../order.js';

/** The more specific first. */
export const KINDS = /** @type {const} */ (['tenant', 'group', 'cloud', 'portal']);

/** @type {Way} */
export const DEFAULT_WAY = { browser: 'default', profile: null, private: false, container: null };

/** How a container stands among the kinds of windows. */
const CONTAINER = 'container:';

/** @param {Rule[]} rules */
export function ordered(rules) {
  return [...rules].sort((one, other) => KINDS.indexOf(one.whom.kind) - KINDS.indexOf(other.whom.kind) || compareNames(one, other));
}

/**
 * @param {Rule[]} rules
 * @param {Whom} whom
 */
export function ruleFor(rules, whom) {
  const key = (/** @type {Whom} */ { kind, key: text }) => (kind === 'group' ? fold(text.trim()) : text);
  return rules.find((rule) => rule.whom.kind === whom.kind && key(rule.whom) === key(whom)) ?? null;
}

/**
 * Returns customers to choose from, by labels that no two of them share.
 *
 * @param {Customer[]} customers
 * @returns {Choice[]}
 */
export function customerChoices(customers) {
  const usual = (/** @type {Customer} */ { name, domain }) => (domain ? `${name} (${domain})` : name);
  const counts = new Map();
  for (const customer of customers) counts.set(usual(customer), (counts.get(usual(customer)) ?? 0) + 1);
  return [...customers].sort(compareNames).map((customer) => {
    const label = usual(customer);
    return { key: customer.identity, name: counts.get(label) === 1 ? label : `${customer.name} (${customer.identity})` };
  });
}

/**
 * Returns what people know a profile by.
 *
 * @param {Profile} profile
 */
export function profileLabel({ name, account }) {
  return account && !name.includes(account) ? `${name} · ${account}` : name;
}

/**
 * Returns the kinds of windows that can be chosen. What was chosen stays among them, also when it is gone.
 *
 * @param {Browser | null} browser
 * @param {string | null} profile
 * @param {string} chosen
 */
export function windowsOf(browser, profile, chosen) {
  const containers = browser?.profiles.find(({ key }) => key === profile)?.containers ?? [];
  const all = ['usual', ...(browser?.has_profiles ? ['private'] : []), ...containers.map((name) => `${CONTAINER}${name}`)];
  return all.includes(chosen) ? all : [...all, chosen];
}

/** @param {Way} way */
export function windowOf({ private: isPrivate, container }) {
  return container !== null ? `${CONTAINER}${container}` : isPrivate ? 'private' : 'usual';
}

/** @param {string} window  Returns the container, null for another kind of window. */
export function containerOf(window) {
  return window.startsWith(CONTAINER) ? window.slice(CONTAINER.length) : null;
}

/**
 * @param {string} browser
 * @param {string} profile  `''`: the one that the browser takes.
 * @param {string} window
 * @returns {Way}
 */
export function wayOf(browser, profile, window) {
  return { browser, profile: profile || null, private: window === 'private', container: containerOf(window) };
}

/**
 * @param {Way | null} one
 * @param {Way | null} other
 */
export function isSameWay(one, other) {
  if (one === null || other === null) return one === other;
  return one.browser === other.browser && one.profile === other.profile && one.private === other.private && one.container === other.container;
}
