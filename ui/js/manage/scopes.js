/**
 * Which customers the sidebar offers: all, the favorites, those of a group. Pure.
 *
 * @typedef {import('../backend.js').Customer} Customer
 *
 * @typedef {{ kind: 'all' | 'favorites' | 'ungrouped' } | { kind: 'group', name: string }} Scope
 * @typedef {{ scope: Scope, count: number }} Counted
 */

import { fold } from '../fold.js';
import { compareNames } from '../order.js';

/** @type {Scope} */
export const ALL = { kind: 'all' };

/**
 * Returns the scopes in the order of the sidebar. Groups whose folded names are equal are one, under the name that most of them have;
 * those without a group are the last.
 *
 * @param {Customer[]} customers
 * @returns {Counted[]}
 */
export function scopesOf(customers) {
  /** Thousands of customers have a few groups, and to fold a name takes long. @type {Map<string, number>} */
  const counts = new Map();
  for (const { group } of customers) if (group) counts.set(group, (counts.get(group) ?? 0) + 1);
  /** @type {Map<string, Map<string, number>>} */
  const groups = new Map();
  for (const [group, count] of counts) groups.set(fold(group), (groups.get(fold(group)) ?? new Map()).set(group, count));
  const named = [...groups.values()].map((spellings) => {
    const [name = ''] = [...spellings].sort(([, one], [, other]) => other - one)[0] ?? [];
    return { name, count: [...spellings.values()].reduce((sum, count) => sum + count, 0) };
  }).sort(compareNames);
  const ungrouped = customers.filter(({ group }) => !group).length;
  return [
    { scope: ALL, count: customers.length },
    { scope: { kind: 'favorites' }, count: customers.filter(({ favorite }) => favorite).length },
    ...named.map(({ name, count }) => ({ scope: /** @type {Scope} */ ({ kind: 'group', name }), count })),
    ...(named.length > 0 && ungrouped > 0 ? [{ scope: /** @type {Scope} */ ({ kind: 'ungrouped' }), count: ungrouped }] : []),
  ];
}

/**
 * @param {Scope} scope
 * @param {Pick<Customer, 'group' | 'favorite'>} customer
 */
export function isIn(scope, { group, favorite }) {
  switch (scope.kind) {
    case 'all': return true;
    case 'favorites': return favorite;
    case 'ungrouped': return !group;
    case 'group': return group !== null && fold(group) === fold(scope.name);
  }
}

/**
 * @param {Scope} one
 * @param {Scope} other
 */
export function isSame(one, other) {
  return one.kind === 'group' && other.kind === 'group' ? fold(one.name) === fold(other.name) : one.kind === other.kind;
}

/**
 * Returns the place of the window that shows a scope.
 *
 * @param {Scope} scope
 */
export function placeOfScope(scope) {
  if (scope.kind === 'all') return 'customers';
  return scope.kind === 'group' ? `customers/group/${encodeURIComponent(scope.name)}` : `customers/${scope.kind}`;
}

/**
 * Returns the scope that the rest of a place names; null when it names something else.
 *
 * @param {string} rest
 * @returns {Scope | null}
 */
export function scopeIn(rest) {
  if (rest === '') return ALL;
  if (rest === 'favorites' || rest === 'ungrouped') return { kind: rest };
  if (!rest.startsWith('group/')) return null;
  try {
    return { kind: 'group', name: decodeURIComponent(rest.slice('group/'.length)) };
  } catch {
    return null;
  }
}
