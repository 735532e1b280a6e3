/**
 * What can be done with several customers at once. Each press is one change, and can be taken back.
 *
 * @typedef {import('../backend.js').Customer} Customer
 * @typedef {import('./page.js').Shell} Shell
 * @typedef {import('./registry.js').Change} Change
 */

import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { monogramTile } from '../monogram.js';
import { t } from '../texts.js';
import { combobox } from './combobox.js';
import { change } from './registry.js';
import { takeBack } from './removing.js';
import { scopesOf } from './scopes.js';

/** More tiles than these say nothing. */
const TILES = 12;

/**
 * @param {Shell} shell
 * @param {{ onRemove: () => void }} doing
 */
export function createMany(shell, { onRemove }) {
  /** @type {Customer[]} */
  let customers = [];
  const heading = el('h2', 'detail-name');
  heading.tabIndex = -1;
  const tiles = el('div', 'many-tiles');
  const group = combobox(() => groups());
  const add = combobox(() => tagsOf(shell.overview()?.customers ?? []));
  const drop = combobox(() => tagsOf(customers));
  const element = el(
    'div', 'detail many', tiles, heading, el('p', 'detail-lead', t('many.about')),
    line('many-group', t('form.group'), group, [
      actButton(t('many.move'), () => {
        const name = group.read().trim();
        return name === '' ? group.input.focus() : apply({ group: name }, (count) => t('many.moved', { count, name }));
      }),
      actButton(t('many.ungroup'), () => apply({ group: '' }, (count) => t('many.ungrouped', { count })), { className: 'button quiet' }),
    ]),
    line('many-add', t('many.add-tag'), add, [actButton(t('form.add'), () => tag(add, 'add_tags', 'many.tagged'))]),
    line('many-drop', t('many.remove-tag'), drop, [actButton(t('many.drop'), () => tag(drop, 'remove_tags', 'many.untagged'))]),
    el(
      'div', 'form-buttons is-many', actButton(t('quick.favor'), () => apply({ favorite: true }, (count) => t('many.favored', { count }))),
      actButton(t('quick.unfavor'), () => apply({ favorite: false }, (count) => t('many.unfavored', { count }))),
      el('span', 'form-space'), actButton(t('customers.remove'), onRemove, { className: 'button danger' }),
    ),
  );
  element.hidden = true;

  return { element, show, focus: () => heading.focus({ preventScroll: true }) };

  /** @param {Customer[]} some */
  function show(some) {
    customers = some;
    heading.textContent = t('many.title', { count: some.length });
    const rest = some.length - TILES;
    tiles.replaceChildren(...some.slice(0, TILES).map((one) => {
      const tile = monogramTile(one);
      tile.title = one.name;
      return tile;
    }), rest > 0 ? el('span', 'many-rest', t('many.rest', { count: rest })) : '');
  }

  function groups() {
    return scopesOf(shell.overview()?.customers ?? []).flatMap(({ scope }) => (scope.kind === 'group' ? [scope.name] : []));
  }

  /**
   * @param {import('./field.js').Control} control
   * @param {'add_tags' | 'remove_tags'} key
   * @param {string} said
   */
  function tag(control, key, said) {
    const name = control.read().trim();
    if (name === '') return control.input.focus();
    return apply({ [key]: [name] }, (count) => t(said, { count, name }));
  }

  /**
   * @param {Omit<Change, 'customers'>} what
   * @param {(count: number) => string} said
   */
  async function apply(what, said) {
    try {
      const { undo, count } = await change({ customers: customers.map(({ identity, name }) => ({ identity, name })), ...what });
      for (const control of [group, add, drop]) control.write('');
      shell.tell(said(count), takeBack(shell, undo));
    } catch (failure) {
      shell.fail(failure);
    }
  }
}

/** @param {Customer[]} customers */
function tagsOf(customers) {
  return [...new Set(customers.flatMap(({ tags }) => tags))].sort();
}

/**
 * @param {string} id
 * @param {string} label
 * @param {import('./field.js').Control} control
 * @param {HTMLElement[]} buttons
 */
function line(id, label, control, buttons) {
  control.input.id = id;
  const caption = el('label', 'form-label', named(label));
  caption.htmlFor = id;
  control.input.addEventListener('keydown', ({ key, defaultPrevented, repeat }) => { if (key === 'Enter' && !defaultPrevented && !repeat) buttons[0]?.click(); });
  return el('div', 'form-row is-wide', caption, el('div', 'form-with-button', control.element, ...buttons));
}
