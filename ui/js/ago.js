/**
 * How long ago something was, in the language of the page. Pure: both times come in.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From here on a date says more than a number of days. */
const DAYS = 7;

/**
 * Returns `now`, `20 min. ago`, `3 hr. ago`, `yesterday`, `4 days ago`, `Nov 3` or `Nov 3, 2025`. What was before midnight was
 * yesterday, but for the last hour.
 *
 * @param {number} at  Milliseconds since 1970. The future is now: clocks of two machines differ.
 * @param {number} now
 * @param {string} language
 */
export function ago(at, now, language) {
  const passed = Math.max(0, now - at);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  if (passed < MINUTE) return relative.format(0, 'second');
  if (passed < HOUR) return relative.format(-Math.floor(passed / MINUTE), 'minute');
  const days = Math.round((midnight(now) - midnight(at)) / DAY);
  if (days === 0) return relative.format(-Math.floor(passed / HOUR), 'hour');
  if (days < DAYS) return relative.format(-days, 'day');
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(at);
}

/**
 * Returns the moment in full, for whoever wants to know exactly.
 *
 * @param {number} at
 * @param {string} language
 */
export function moment(at, language) {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(at);
}

/** @param {number} at */
function midnight(at) {
  return new Date(at).setHours(0, 0, 0, 0);
}
