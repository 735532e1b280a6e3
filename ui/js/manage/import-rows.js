/**
 * The rows of one part of a preview: who, and what would be done. Ticks where something would; below the rows all about the one that
 * keys are about, in full.
 *
 * @typedef {import('./deciding.js').Deciding} Deciding
 * @typedef {import('./lists.js').PlanRow} PlanRow
 *
 * @typedef {object} Part
 * @property {string} key
 * @property {string} label
 * @property {PlanRow[]} rows
 * @property {string | null} about  What is so with all of them.
 * @property {boolean} decides  Rows can be ticked.
 * @property {string | null} nothing  What a row says that says nothing.
 *
 * @typedef {object} Deeds
 * @property {(rows: PlanRow[], ticked: boolean) => void} onTick
 * @property {(rows: PlanRow[], takes: boolean) => void} onRename
 */

import { el, named } from '../element.js';
import { icon } from '../icons.js';
import { t } from '../texts.js';
import { createPickList } from './pick-list.js';

/**
 * @param {Part} part
 * @param {() => Deciding} deciding
 * @param {Deeds} deeds
 */
export function createRows(part, deciding, { onTick, onRename }) {
  const { rows, decides } = part;
  const isTicked = (/** @type {PlanRow} */ { key }) => !deciding().leftOut.has(key);
  const takes = (/** @type {PlanRow} */ { key }) => deciding().renames.has(key);
  const whole = el('div', 'import-whole');
  whole.tabIndex = 0;
  whole.setAttribute('role', 'region');
  whole.setAttribute('aria-label', t('import.whole'));
  const list = createPickList({
    label: part.label, ticks: decides, isTicked, onActive: (/** @type {PlanRow | null} */ row) => drawWhole(row),
    draw: (/** @type {PlanRow} */ row) => rowOf(row, part, decides ? isTicked(row) : null, takes(row)),
    ...(decides && { onSpace: tick }),
    onClick(row, target) {
      if (target.closest('.import-name-of-list')) onRename([row], !takes(row));
      else if (target.closest('.pick-tick')) tick(row);
    },
  });
  list.element.classList.add('has-whole');
  const all = checkbox(t('import.tick-all'), () => onTick(rows, all.input.checked));
  const allNames = rows.filter(({ rename }) => rename !== null);
  const names = checkbox(t('import.rename-all', { count: allNames.length }), () => onRename(allNames, names.input.checked));
  const head = el('div', 'import-part-head', decides && all.element, decides && allNames.length > 1 && names.element, part.about && el('p', 'import-about', part.about));
  /** The row that is shown in full. @type {PlanRow | null} */
  let shown = null;
  const element = el('div', 'import-part', head, list.element, whole);
  list.show(rows);
  redraw();
  return { element, redraw };

  /** @param {PlanRow} row */
  function tick(row) {
    onTick([row], !isTicked(row));
  }

  /** Other rows are ticked now, or take other names. */
  function redraw() {
    list.redraw();
    mark(all.input, rows.filter(isTicked).length, rows.length);
    mark(names.input, allNames.filter(takes).length, allNames.length);
    const rename = whole.querySelector('input');
    if (rename && shown) rename.checked = takes(shown);
  }

  /** @param {PlanRow | null} row */
  function drawWhole(row) {
    shown = row;
    if (!row) return whole.replaceChildren();
    const { name, place, rename, texts, lookalike } = row;
    const take = decides && rename !== null ? checkbox('', () => onRename([row], take?.input.checked ?? false)) : null;
    if (take) {
      take.input.checked = takes(row);
      take.element.append(el('span', '', t('import.rename'), ' ', named(rename ?? '')));
    }
    whole.replaceChildren(
      el('p', 'import-whole-name', name && named(name), el('span', 'import-place', place)),
      ...texts.map((text) => el('p', '', named(text))),
      ...(lookalike ? [el('p', 'import-lookalike', icon('warning'), named(lookalike))] : []),
      ...(take ? [take.element] : []),
    );
  }
}

/**
 * @param {PlanRow} row
 * @param {Part} part
 * @param {boolean | null} isTicked  Null: there is nothing to tick.
 * @param {boolean} takes
 */
function rowOf({ name, place, tenant_id, domain, cloud_badge, texts, rename, lookalike }, { decides, nothing }, isTicked, takes) {
  const sentences = texts.length > 0 || rename !== null ? texts : nothing === null ? [] : [nothing];
  const ofList = rename !== null && decides && el('span', takes ? 'import-name-of-list is-taken' : 'import-name-of-list', el('span', takes ? 'pick-tick is-ticked' : 'pick-tick', takes && icon('check')), el('span', 'import-new-name', t('import.rename'), ' ', named(rename)));
  return el(
    'div', isTicked === false ? 'import-row is-left-out' : 'import-row',
    isTicked !== null && el('span', isTicked ? 'pick-tick is-ticked' : 'pick-tick', isTicked && icon('check')),
    el(
      'div', 'import-who',
      el('span', 'import-line', named(name || place, 'import-name'), cloud_badge && el('span', 'badge', cloud_badge)),
      el('span', 'import-second', domain && named(domain, 'import-domain'), tenant_id && el('code', 'import-id', tenant_id)),
    ),
    el(
      'div', 'import-what',
      lookalike && el('span', 'import-sentence import-lookalike', icon('warning'), named(lookalike)),
      ofList, sentences.length > 0 && named(sentences.join(' · '), 'import-sentence'),
    ),
  );
}

/**
 * @param {string} label
 * @param {() => void} onChange
 */
function checkbox(label, onChange) {
  const input = el('input', 'check');
  input.type = 'checkbox';
  input.addEventListener('change', onChange);
  return { input, element: el('label', 'check-label', input, label) };
}

/**
 * @param {HTMLInputElement} input
 * @param {number} some
 * @param {number} all
 */
function mark(input, some, all) {
  input.checked = some === all;
  input.indeterminate = some > 0 && some < all;
}
