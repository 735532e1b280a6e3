/** Reads the texts of a language as the application gives them to the pages. */

import { readFileSync } from 'node:fs';

import { parse } from '@fluent/syntax';

/**
 * @param {string} language  `en`, `sv` or `nl`.
 * @returns {import('../../../ui/js/texts.js').Texts}
 */
export function textsOf(language) {
  const file = readFileSync(new URL(`../../../src-tauri/locales/${language}.ftl`, import.meta.url), 'utf8');
  const texts = /** @type {import('../../../ui/js/texts.js').Texts} */ ({});
  for (const entry of parse(file, {}).body) {
    if (entry.type !== 'Message') continue;
    for (const { id, value } of /** @type {any} */ (entry).attributes) texts[`${entry.id.name}.${id.name}`] = template(value);
  }
  return texts;
}

/** @param {any} pattern */
function template({ elements }) {
  const expression = elements[0].expression;
  if (expression?.type !== 'SelectExpression') return plain(elements);
  return Object.fromEntries(expression.variants.map((/** @type {any} */ { key, value }) => [key.name, plain(value.elements)]));
}

/** @param {any[]} elements */
function plain(elements) {
  return elements.map(({ value, expression }) => value ?? (expression.type === 'StringLiteral' ? expression.value : `{${expression.id.name}}`)).join('');
}
