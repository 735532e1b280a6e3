/**
 * Enter acts only on what was seen.
 *
 * Decides whether a key or a click may open a row now. Nothing here reads the clock or the page: the caller passes
 * `now` and reports what happened.
 *
 * @typedef {'unseen' | 'quiet'} Refusal
 *   `unseen`: the rows on the screen do not belong to the text in the input. `quiet`: they just changed by themselves.
 *
 * @typedef {object} Guard
 * @property {() => void} appeared  The window was shown: nothing has been seen yet.
 * @property {() => void} surfaced  The window came to the front: a key pressed now may be meant for the one before it.
 * @property {() => void} surprised  The rows that come next are for another question, which the person did not ask.
 * @property {(text: string) => void} typed  The input holds this text now.
 * @property {(query: string, shown: string) => number} drawn
 *   Rows for `query` are in the page, not yet on the screen. `shown` is everything a person could tell apart.
 *   Returns a ticket for `painted`.
 * @property {(ticket: number) => void} painted  The rows of that ticket are on the screen.
 * @property {() => Refusal | null} refusal  Null: go ahead.
 * @property {() => number} quietFor  Milliseconds until keys act again.
 */

/** How long keys wait after a change that the person did not make: a finger already on its way down lands in here. */
export const QUIET_MS = 500;

/**
 * @param {() => number} now  Milliseconds of a clock that never goes back.
 * @returns {Guard}
 */
export function createGuard(now) {
  let text = '';
  let quietUntil = -Infinity;
  let ticket = 0;
  let seen = false;
  let surprising = false;
  let another = false;
  /** @type {{ query: string, shown: string } | null} */
  let rows = null;

  return {
    appeared() {
      rows = null;
      seen = false;
      surprising = false;
      another = false;
      ticket += 1;
      quietUntil = now() + QUIET_MS;
    },

    surfaced() {
      quietUntil = now() + QUIET_MS;
    },

    surprised() {
      another = true;
    },

    typed(value) {
      text = value;
    },

    drawn(query, shown) {
      // The same question with another answer: that was not the person's doing. An answer to a new question was.
      const changed = another || (rows !== null && rows.query === query && rows.shown !== shown);
      another = false;
      surprising = changed || (surprising && !seen && rows?.query === query);
      if (surprising) quietUntil = now() + QUIET_MS;
      rows = { query, shown };
      seen = false;
      return (ticket += 1);
    },

    painted(which) {
      // A late frame of rows that are gone says nothing about the rows that are there.
      if (which !== ticket) return;
      if (surprising) quietUntil = now() + QUIET_MS;
      seen = true;
      surprising = false;
    },

    refusal() {
      if (!seen || rows?.query !== text) return 'unseen';
      return now() < quietUntil ? 'quiet' : null;
    },

    quietFor() {
      return Math.max(0, quietUntil - now());
    },
  };
}
