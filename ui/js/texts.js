/**
 * The texts of the window, in the language Rust chose. A key that is missing is loud: it shows as ⟦key⟧, and the
 * tests look for every key the windows use.
 *
 * @typedef {Record<string, string | number>} Values
 */

/** @type {Record<string, string>} */
let texts = {};

/**
 * Returns the text, with `{name}` replaced by values. Values are plain text and are not looked at again.
 *
 * @param {string} key
 * @param {Values} [values]
 */
export function t(key, values = {}) {
  return template(key).replace(/\{([a-z]+)\}/g, (_, name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? missing(`${key}: {${name}}`) : String(value);
  });
}

/**
 * Returns the text before and after `{name}`, for a value that is drawn and not written.
 *
 * @param {string} key
 * @param {string} name
 * @returns {[before: string, after: string]}
 */
export function around(key, name) {
  const [before = '', after = ''] = template(key).split(`{${name}}`);
  return [before, after];
}

/** @param {Record<string, string>} all  The texts of `start()`. */
export function useTexts(all) {
  texts = all;
}

/** @param {string} key */
function template(key) {
  return Object.hasOwn(texts, key) ? /** @type {string} */ (texts[key]) : missing(key);
}

/** @param {string} what */
function missing(what) {
  console.error(`missing text: ${what}`);
  return `⟦${what}⟧`;
}
