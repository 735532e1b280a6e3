/**
 * Searches as somebody types: the latest text wins, and an answer that takes its time is said to.
 *
 * @typedef {import('./registry.js').Hit} Hit
 * @typedef {{ text: string, hits: Hit[], total: number }} Found
 */

import { find } from './registry.js';

/** From here on a person wonders. */
const SLOW_MS = 250;

/**
 * @param {object} events
 * @param {(found: Found | null) => void} events.onFound  Null: nothing is searched for.
 * @param {(slow: boolean) => void} events.onSlow
 * @param {(failure: unknown) => void} events.onFailed
 */
export function createFinding({ onFound, onSlow, onFailed }) {
  let asked = 0;
  let timer = 0;

  return { look };

  /** @param {string} text */
  async function look(text) {
    const mine = asked += 1;
    clearTimeout(timer);
    if (text === '') {
      onSlow(false);
      return onFound(null);
    }
    timer = window.setTimeout(() => onSlow(true), SLOW_MS);
    try {
      const { hits, total } = await find(text);
      if (mine === asked) onFound({ text, hits, total });
    } catch (failure) {
      if (mine === asked) onFailed(failure);
    }
    if (mine !== asked) return;
    clearTimeout(timer);
    onSlow(false);
  }
}
