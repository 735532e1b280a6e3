/**
 * What the columns of a spreadsheet hold: as Portico reads them, and as the person says.
 *
 * @typedef {import('./lists.js').Column} Column
 * @typedef {import('./lists.js').Preview} Preview
 */

import { el, named } from '../element.js';
import { t } from '../texts.js';

/**
 * @param {Preview} preview
 * @param {(column: string, field: string) => void} onSay  `''`: it holds nothing of use.
 */
export function columnsTable({ columns, fields }, onSay) {
  const heads = ['import.column', 'import.samples', 'import.holds'].map((key) => {
    const head = el('th', '', t(key));
    head.scope = 'col';
    return head;
  });
  const rows = columns.map((column, at) => {
    const name = named(column.name || t('import.column-number', { number: at + 1 }), 'column-name');
    name.id = `column-${at}`;
    const head = el('th', '', name);
    head.scope = 'row';
    return el('tr', '', head, el('td', 'column-samples', ...samples(column)), el('td', 'column-holds', holds(column, at)));
  });
  return el('table', 'columns', el('thead', '', el('tr', '', ...heads)), el('tbody', '', ...rows));

  /**
   * @param {Column} column
   * @param {number} at
   */
  function holds({ name, field }, at) {
    const select = el('select', 'field', option('', t('import.holds-nothing')), ...fields.map((one) => option(one.key, one.name)));
    select.value = field ?? '';
    select.id = `holds-${at}`;
    select.setAttribute('aria-label', t('import.holds-of', { name: name || t('import.column-number', { number: at + 1 }) }));
    select.addEventListener('change', () => onSay(name, select.value));
    return select;
  }
}

/** @param {Column} column */
function samples({ samples: values }) {
  if (values.length === 0) return [el('span', 'is-none', t('import.no-samples'))];
  return values.map((value) => {
    const sample = named(value, 'column-sample');
    sample.title = value;
    return sample;
  });
}

/**
 * @param {string} value
 * @param {string} label
 */
function option(value, label) {
  const element = el('option', '', label);
  element.value = value;
  return element;
}
