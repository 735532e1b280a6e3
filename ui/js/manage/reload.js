/** Loads the window again, in another language. What a page has and the backend has not is kept over that, by name. */

/** @type {Map<string, () => unknown>} */
const keepers = new Map();

/**
 * Keeps what `keep` returns when the window is loaded again; null is nothing.
 *
 * @param {string} name
 * @param {() => unknown} keep
 */
export function keepOverReload(name, keep) {
  keepers.set(name, keep);
}

/**
 * Returns what was kept, once.
 *
 * @param {string} name
 * @returns {any}
 */
export function kept(name) {
  const text = sessionStorage.getItem(`portico-${name}`);
  sessionStorage.removeItem(`portico-${name}`);
  return text === null ? null : JSON.parse(text);
}

/** @param {string} place  Where the person is, and will be. */
export function reload(place) {
  for (const [name, keep] of keepers) {
    const value = keep();
    if (value !== null) sessionStorage.setItem(`portico-${name}`, JSON.stringify(value));
  }
  history.replaceState(null, '', `#${place}`);
  location.reload();
}
