/**
 * The texts of the window, in the language Rust chose. A key that is missing is loud: it shows as ⟦key⟧, and the
 * tests look for every key the windows use.
 *
 * @typedef {Record<string, string | number>} Values
 * @typedef {Record<string, string | Record<string, string>>} Texts  One text, or one for each plural category.
 */

/** @type {Texts} */
let texts = {};
let plurals = new Intl.PluralRules('en');
let numbers = new Intl.NumberFormat('en');

/**
 * Returns the text, with `{name}` replaced by values. Values are plain text and are not looked at again; `count` chooses the plural
 * form, and is written as the language writes numbers.
 *
 * @param {string} key
 * @param {Values} [values]
 */
export function t(key, values = {}) {
  return template(key, values['count']).replace(/\{([a-z]+)\}/g, (_, name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return missing(`${key}: {${name}}`);
    return typeof value === 'number' ? numbers.format(value) : value;
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

/**
 * @param {Texts} all  The texts of `start()`.
 * @param {string} [language]
 */
export function useTexts(all, language = 'en') {
  texts = all;
  plurals = new Intl.PluralRules(language);
  numbers = new Intl.NumberFormat(language);
}

/**
 * @param {string} key
 * @param {string | number} [count]
 */
function template(key, count) {
  const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
  if (typeof text === 'string') return text;
  return text?.[plurals.select(Number(count))] ?? text?.['other'] ?? missing(key);
}

/** @param {string} what */
function missing(what) {
  console.error(`missing text: ${what}`);
  return `⟦${what}⟧`;
}
