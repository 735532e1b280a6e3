/**
 * Draws what differs, before and now side by side, whole: what differs between two customers may stand at the end.
 *
 * @typedef {import('./backend.js').Difference} Difference
 * @typedef {import('./differ.js').Cut} Cut
 */

import { cutWhereDifferent } from './differ.js';
import { el, named } from './element.js';
import { t } from './texts.js';

/** @param {Difference[]} differences */
export function comparison(differences) {
  const table = el('table', 'comparison', ...differences.map(body));
  table.id = 'panel-comparison';
  return table;
}

/**
 * The field stands above its two values: beside them there is no room for two tenant IDs. What the columns mean is
 * said once, right above the first values.
 *
 * @param {Difference} difference
 * @param {number} index
 */
function body({ field, old, new: now }, index) {
  const title = heading('rowgroup', field);
  title.colSpan = 2;
  const [before, after] = old !== null && now !== null ? cutWhereDifferent(old, now) : [whole(old), whole(now)];
  const columns = index === 0 && el('tr', '', heading('col', t('review.before')), heading('col', t('review.now')));
  return el('tbody', '', el('tr', '', title), columns, el('tr', '', cell(before), cell(after)));
}

/** @param {Cut | null} value */
function cell(value) {
  if (value === null) return el('td', 'is-none', t('review.none'));
  const text = named(value.before);
  if (value.differs) text.append(el('mark', '', value.differs));
  text.append(value.after);
  return el('td', '', text);
}

/**
 * @param {string | null} text
 * @returns {Cut | null}
 */
function whole(text) {
  return text === null ? null : { before: '', differs: text, after: '' };
}

/**
 * @param {'col' | 'rowgroup'} scope
 * @param {string} text
 */
function heading(scope, text) {
  const element = el('th', '', text);
  element.scope = scope;
  return element;
}
