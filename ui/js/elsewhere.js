/**
 * A link from a page, a mail or another program: it says what to look for, and opens nothing. Whoever reads the rows decides.
 *
 * @typedef {import('./backend.js').PendingLink} PendingLink
 */

import { NONE } from './selection.js';
import { t } from './texts.js';

/**
 * @param {HTMLInputElement} input
 * @param {Pick<ReturnType<typeof import('./results.js').createResults>, 'say' | 'typed' | 'row' | 'select' | 'enter'>} results
 * @param {Pick<import('./guard.js').Guard, 'surprised'>} guard
 * @param {() => boolean} isInUse  Somebody works here, and is left alone.
 */
export function createElsewhere(input, results, guard, isInUse) {
  return { follow };

  /** @param {PendingLink} link */
  async function follow({ text, identity, portal }) {
    if (isInUse()) return;
    if (text === null) return results.say(t('quick.bad-link'));
    // Nobody here has asked for these rows.
    guard.surprised();
    input.value = text;
    // Somebody may begin to type while they are looked for: then they are not the rows that are there.
    if (!(await results.typed(false)) || input.value !== text) return;
    if (identity === null || (await point(identity, portal))) results.say(t('quick.from-link'), true);
  }

  /**
   * Selects the customer, and no other that fits as well; or one of its portals. Returns whether it is selected.
   *
   * @param {string} identity
   * @param {string | null} portal
   */
  async function point(identity, portal) {
    const at = place((row) => row.identity === identity);
    results.select(at);
    const customer = results.row(at);
    if (!customer || portal === null || customer.portal === portal) return customer !== null;
    guard.surprised();
    if (!(await results.enter(customer)) || input.value !== '') return false;
    const there = place((row) => row.portal === portal);
    results.select(there);
    return there !== NONE;
  }

  /** @param {(row: import('./backend.js').Row) => boolean} is */
  function place(is) {
    for (let at = 0, row = results.row(at); row; at += 1, row = results.row(at)) if (is(row)) return at;
    return NONE;
  }
}
