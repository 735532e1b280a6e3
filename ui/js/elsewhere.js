/**
 * A link from a page, a mail or another program: it says what to look for, and opens nothing. Whoever reads the rows decides.
 *
 * @typedef {import('./backend.js').PendingLink} PendingLink
 */

import { NONE } from './selection.js';
import { t } from './texts.js';

/**
 * @param {HTMLInputElement} input
 * @param {ReturnType<typeof import('./results.js').createResults>} results
 * @param {import('./guard.js').Guard} guard
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
    await results.typed(false);
    if (identity !== null) await point(identity, portal);
    results.say(t('quick.from-link'));
  }

  /**
   * Selects the customer, and no other that fits as well; or one of its portals.
   *
   * @param {string} identity
   * @param {string | null} portal
   */
  async function point(identity, portal) {
    const at = place((row) => row.identity === identity);
    results.select(at);
    const customer = results.row(at);
    if (!customer || portal === null || customer.portal === portal) return;
    guard.surprised();
    await results.enter(customer);
    results.select(place((row) => row.portal === portal));
  }

  /** @param {(row: import('./backend.js').Row) => boolean} is */
  function place(is) {
    for (let at = 0, row = results.row(at); row; at += 1, row = results.row(at)) if (is(row)) return at;
    return NONE;
  }
}
