/** Runs axe-core in a page, whoever drives it. */

import { readFileSync } from 'node:fs';

/** To be run in the page first; it defines `axe`. */
export const axeSource = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** An expression that comes to a promise of what is wrong, one line each; best practices count like rules. */
export const violationsExpression = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => (
  violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => id + ': ' + target.join(' ') + ': ' + help + '. ' + failureSummary))
))`;

/**
 * Returns what axe has to say about the page, one line each.
 *
 * @param {(expression: string) => Promise<any>} ask  Returns what an expression in the page comes to.
 * @returns {Promise<string[]>}
 */
export async function violations(ask) {
  if (!(await ask('"axe" in window'))) await ask(`${axeSource}; 1`);
  return ask(violationsExpression);
}
