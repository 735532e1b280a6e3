/**
 * A list before it is imported: what it is, what would be done, and the one button that does it.
 *
 * @typedef {import('./deciding.js').Deciding} Deciding
 * @typedef {import('./import-rows.js').Part} Part
 *
 * @typedef {object} Doing
 * @property {import('../backend.js').Choice[]} clouds
 * @property {(deciding: Deciding) => Promise<import('./lists.js').Preview | null>} onPlan  Columns or the cloud are others: what would be done now?
 * @property {(deciding: Deciding) => Promise<unknown>} onImport
 * @property {() => void} onCancel
 */

import { announce } from '../announce.js';
import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { icon } from '../icons.js';
import { t } from '../texts.js';
import { countOf, renamed, replanned, ticked } from './deciding.js';
import { columnsTable } from './import-columns.js';
import { createRows } from './import-rows.js';
import { createTabs } from './tabs.js';

/**
 * @param {Deciding} given
 * @param {string | null} why  A sentence above everything, until other columns or another cloud are chosen: why this is not what was shown before.
 * @param {Doing} doing
 */
export function createPreview(given, why, { clouds, onPlan, onImport, onCancel }) {
  let deciding = given;
  let said = why;
  /** Plans that were asked for, and whether one is awaited. */
  let plans = 0;
  let isPlanning = false;
  let current = given.preview.asks_for_columns ? 'columns' : partsOf(given)[0]?.key ?? 'none';
  /** @type {ReturnType<typeof createRows> | null} */
  let rows = null;
  const head = el('header', 'import-head');
  const notes = el('div', 'import-notes');
  const panel = el('div', 'import-panel');
  const tabs = createTabs(t('import.parts'), panel, show);
  const go = actButton('', () => (isPlanning ? undefined : onImport(deciding)), { slow: true, className: 'button primary' });
  const cancel = actButton(t('import.another'), onCancel);
  const cloud = cloudSelect();
  const idle = el('p', 'import-about', t('import.none-ticked'));
  const element = el('div', 'import-preview', head, notes, tabs.element, panel, el('div', 'import-foot', idle, cancel, go));
  drawAll();
  return { element, deciding: () => deciding, focus: () => /** @type {HTMLElement | null} */ (tabs.element.querySelector('[aria-selected=true]'))?.focus() };

  function drawAll() {
    const { source, kind } = deciding.preview;
    const title = el('h1', 'page-title', named(source));
    title.title = source;
    /** @type {HTMLSelectElement} */ (cloud.querySelector('select')).value = deciding.cloud ?? '';
    head.replaceChildren(title, el('p', 'import-sum', el('span', 'import-kind', kind), sumOf(deciding)), cloud);
    notes.replaceChildren(...[said, ...deciding.preview.notes].filter((note) => note !== null).map((note) => el('p', note === said ? 'import-note is-said' : 'import-note', icon(note === said ? 'warning' : 'info'), named(note))));
    show(current);
  }

  /** @param {string} key */
  function show(key) {
    const parts = partsOf(deciding);
    const part = parts.find((one) => one.key === key);
    const isColumns = key === 'columns' || parts.length === 0;
    current = isColumns ? 'columns' : part?.key ?? parts[0]?.key ?? '';
    const columns = deciding.preview.columns.length > 0 ? [{ key: 'columns', label: t('import.columns') }] : [];
    tabs.show([...parts.map(({ key: one, label, rows: { length: count } }) => ({ key: one, label, count })), ...columns], current);
    tabs.element.hidden = parts.length + columns.length === 0;
    const wanted = parts.find((one) => one.key === current);
    rows = wanted ? createRows(wanted, () => deciding, {
      onTick: (some, isTicked) => decide(ticked(deciding, some, isTicked)),
      onRename: (some, takes) => decide(renamed(deciding, some, takes)),
    }) : null;
    panel.replaceChildren(rows ? rows.element : columns.length > 0 ? columnsPart() : el('p', 'import-about', t('import.nothing')));
    drawButton();
  }

  /** @param {Deciding} next */
  function decide(next) {
    deciding = next;
    rows?.redraw();
    drawButton();
  }

  function drawButton() {
    const { all } = countOf(deciding);
    go.textContent = t('import.import', { count: all });
    go.hidden = all === 0;
    idle.hidden = all > 0 || deciding.leftOut.size === 0;
  }

  /** @param {Partial<Deciding>} change */
  async function replan(change) {
    const { columns, cloud: before } = deciding;
    const plan = (plans += 1);
    deciding = { ...deciding, ...change };
    isPlanning = true;
    panel.setAttribute('aria-busy', 'true');
    const preview = await onPlan(deciding);
    if (plan !== plans) return;
    isPlanning = false;
    if (preview) said = preview.unusable;
    deciding = preview ? replanned(deciding, preview) : { ...deciding, columns, cloud: before };
    panel.removeAttribute('aria-busy');
    const focused = document.activeElement?.id ?? '';
    drawAll();
    if (focused) document.getElementById(focused)?.focus();
    announce(sumOf(deciding));
  }

  function columnsPart() {
    const { preview } = deciding;
    return el(
      'div', 'import-part import-columns',
      el('p', 'import-about', t(preview.asks_for_columns ? 'import.columns-asked' : 'import.columns-text')),
      columnsTable(preview, (column, field) => replan({ columns: { ...deciding.columns, [column]: field } })),
    );
  }

  function cloudSelect() {
    const options = [{ key: '', name: t('import.cloud-usual') }, ...clouds].map(({ key, name }) => {
      const option = el('option', '', name);
      option.value = key;
      return option;
    });
    const select = el('select', 'field', ...options);
    select.id = 'import-cloud';
    select.addEventListener('change', () => replan({ cloud: select.value || null }));
    return el('label', 'import-cloud', t('import.cloud'), select);
  }
}

/**
 * Returns the parts that have rows, in the order in which people look at them.
 *
 * @param {Deciding} deciding
 * @returns {Part[]}
 */
function partsOf({ preview: { added, changed, conflicts, skipped } }) {
  const parts = [
    { key: 'added', label: t('import.part-added'), rows: added, about: null, decides: true, nothing: null },
    { key: 'changed', label: t('import.part-changed'), rows: changed, about: null, decides: true, nothing: null },
    { key: 'conflicts', label: t('import.part-conflicts'), rows: conflicts, about: t('import.conflicts-text'), decides: false, nothing: null },
    { key: 'skipped', label: t('import.part-skipped'), rows: skipped, about: t('import.skipped-text'), decides: false, nothing: null },
  ];
  return parts.filter(({ rows }) => rows.length > 0);
}

/** @param {Deciding} deciding */
export function sumOf({ preview: { rows, added, changed, unchanged, conflicts, skipped, merged } }) {
  const sums = /** @type {[string, number][]} */ ([
    ['import.sum-added', added.length], ['import.sum-changed', changed.length], ['import.sum-unchanged', unchanged],
    ['import.sum-conflicts', conflicts.length], ['import.sum-skipped', skipped.length], ['import.sum-merged', merged],
  ]).filter(([, count]) => count > 0).map(([key, count]) => t(key, { count }));
  const all = t('import.sum-rows', { count: rows });
  return sums.length === 0 ? all : `${all}: ${new Intl.ListFormat(document.documentElement.lang, { type: 'unit' }).format(sums)}`;
}
