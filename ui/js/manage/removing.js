/**
 * Removing customers, and taking changes back.
 *
 * @typedef {import('../backend.js').Customer} Customer
 * @typedef {import('./page.js').Shell} Shell
 */

import { el, named } from '../element.js';
import { t } from '../texts.js';
import { remove, undo } from './registry.js';

/** More names than these nobody reads. */
const NAMED = 8;

/**
 * Asks, and removes. Returns whether they are gone.
 *
 * @param {Shell} shell
 * @param {Customer[]} customers
 * @param {() => void} onDone
 */
export async function askToRemove(shell, customers, onDone) {
  const [first] = customers;
  if (!first) return false;
  const count = customers.length;
  const yes = await shell.ask({
    title: count === 1 ? t('customers.remove-title', { name: first.name }) : t('customers.remove-many-title', { count }),
    text: t('customers.remove-text', { count }), body: count === 1 ? [] : [names(customers)], yes: t('customers.remove-yes'), danger: true,
  });
  if (!yes) return false;
  try {
    const done = await remove(customers.map(({ identity, name }) => ({ identity, name })));
    onDone();
    shell.tell(count === 1 ? t('customers.removed', { name: first.name }) : t('customers.removed-many', { count: done.count }), takeBack(shell, done.undo));
    return true;
  } catch (failure) {
    shell.fail(failure);
    return false;
  }
}

/**
 * Returns what takes a change back, and says so.
 *
 * @param {Shell} shell
 * @param {number} number
 */
export function takeBack(shell, number) {
  return async () => {
    const { count, kept } = await undo(number);
    shell.tell(kept > 0 ? t('customers.undone-some', { count, kept }) : t('customers.undone'));
  };
}

/** @param {Customer[]} customers */
function names(customers) {
  const rest = customers.length - NAMED;
  return el(
    'ul', 'dialog-names', ...customers.slice(0, NAMED).map(({ name }) => el('li', '', named(name))),
    rest > 0 && el('li', 'dialog-rest', t('customers.and-more', { count: rest })),
  );
}
