/**
 * The left half of the customers: the search, the list of those in scope, how many they are, and what is said in their place.
 *
 * @typedef {import('../backend.js').Customer} Customer
 * @typedef {import('../backend.js').Failure} Failure
 * @typedef {import('./customer-list.js').Doing} ListDoing
 * @typedef {import('./finding.js').Found} Found
 * @typedef {import('./page.js').Shell} Shell
 */

import { announce } from '../announce.js';
import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { icon } from '../icons.js';
import { isComposing } from '../keys.js';
import { compareNames } from '../order.js';
import { around, t } from '../texts.js';
import { createCustomerList } from './customer-list.js';
import { createFinding } from './finding.js';
import { only } from './picked.js';
import { isIn } from './scopes.js';

/**
 * @param {Shell} shell
 * @param {Omit<ListDoing, 'onType' | 'onLeave'> & { onAdd: () => void, onListed: () => void, onAnother: () => void }} doing
 *   `onListed`: the rows are drawn anew, for the same text. `onAnother`: for another one.
 */
export function createListPane(shell, doing) {
  const search = el('input', 'field search-field');
  Object.assign(search, { id: 'search', type: 'text', autocomplete: 'off', spellcheck: false, dir: 'auto', placeholder: t('customers.search') });
  search.setAttribute('role', 'searchbox');
  search.setAttribute('aria-label', t('customers.search-label'));
  search.setAttribute('aria-controls', 'list');
  const list = createCustomerList({ ...doing, onType: focusAtEnd, onLeave: leave });
  const state = el('div', 'list-state');
  const count = el('div', 'count');
  const pane = el(
    'div', 'pane-list',
    el('div', 'toolbar', el('div', 'search-box', icon('search'), search), actButton(t('customers.add'), doing.onAdd, { className: 'button primary add-button' })),
    list.element, state, count,
  );
  /** @type {Customer[]} */
  let sorted = [];
  /** @type {Map<string, Customer>} */
  let byIdentity = new Map();
  /** @type {Found | null} */
  let found = null;
  /** @type {unknown} */
  let failure = null;
  /** What the rows were drawn from. @type {unknown[]} */
  let drawn = [];
  /** A key that was pressed before the rows for the text were there. @type {'ArrowDown' | 'Enter' | null} */
  let waiting = null;
  const finding = createFinding({
    onFound: (now) => {
      const isSame = now?.text === found?.text;
      found = now;
      failure = null;
      draw(true);
      if (isSame) doing.onListed();
      else doing.onAnother();
      const key = waiting;
      if (key === null || !isAnswered()) return;
      waiting = null;
      act(key);
    },
    onSlow: (slow) => { pane.classList.toggle('is-slow', slow); if (slow) announce(t('quick.searching')); },
    onFailed: (thrown) => { failure = thrown; draw(true); },
  });

  search.addEventListener('input', () => {
    list.element.scrollTop = 0;
    waiting = null;
    finding.look(search.value.trim());
  });
  search.addEventListener('keydown', press);

  return { element: pane, list, changed, draw, focusSearch, clear, isSearching: () => found !== null };

  /** The registry is another one. */
  function changed() {
    sorted = [...(shell.overview()?.customers ?? [])].sort(compareNames);
    byIdentity = new Map(sorted.map((customer) => [customer.identity, customer]));
    draw();
    if (search.value.trim() !== '') finding.look(search.value.trim());
  }

  /** @param {boolean} [say]  The person changed what is shown. */
  function draw(say = false) {
    const from = [sorted, found, failure, shell.scope()];
    if (from.every((part, at) => part === drawn[at])) return;
    drawn = from;
    const shown = rows();
    list.show(shown);
    list.element.hidden = shown.length === 0;
    state.replaceChildren(...(shown.length === 0 ? [nobody()] : []));
    const text = countText(shown.length);
    count.textContent = text;
    if (say) announce(text);
  }

  /** In the order of the ranking, or of the names. @returns {import('./customer-rows.js').Listed[]} */
  function rows() {
    const scope = shell.scope();
    if (failure !== null) return [];
    if (found === null) return sorted.filter((customer) => isIn(scope, customer)).map((customer) => ({ customer, hit: null }));
    return found.hits.flatMap((hit) => {
      const customer = byIdentity.get(hit.identity);
      return customer && isIn(scope, customer) ? [{ customer, hit }] : [];
    });
  }

  /** @param {number} shown */
  function countText(shown) {
    if (found && found.total > found.hits.length) return t('customers.more', { shown, total: found.total });
    return shown === 0 ? t('quick.count-none') : t('manage.count', { count: shown });
  }

  function nobody() {
    if (failure !== null) return el('div', 'state', el('h2', '', t('quick.search-failed')), el('p', '', /** @type {Failure} */ (failure).message));
    if (found === null) return el('div', 'state', el('p', '', t(shell.scope().kind === 'favorites' ? 'customers.no-favorites' : 'customers.none-here')));
    const [before, after] = around('quick.none-title', 'query');
    const everywhere = shell.scope().kind !== 'all' && actButton(t('customers.search-all'), () => shell.go('customers'), { className: 'button small' });
    return el('div', 'state', el('h2', '', before, named(found.text), after), el('p', '', t(everywhere ? 'customers.none-in-scope' : 'customers.none')), everywhere);
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (isComposing(event) || event.altKey) return;
    if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.repeat)) {
      // The rows of the text before are somebody else's.
      if (isAnswered()) act(event.key);
      else waiting = event.key;
    } else if (event.key === 'Escape' && search.value !== '') clear();
    else return;
    event.preventDefault();
  }

  /** The rows are those for what stands in the search. */
  function isAnswered() {
    return failure !== null || (found?.text ?? '') === search.value.trim();
  }

  /**
   * Into the list with ↓, to the customer with Enter; with Ctrl, too: who opens then is not yet looked at.
   *
   * @param {'ArrowDown' | 'Enter'} key
   */
  function act(key) {
    const order = list.order();
    const chosen = order.find((identity) => identity === list.picked().active) ?? order[0];
    if (chosen === undefined) return;
    doing.onPick(only(chosen));
    if (key === 'Enter') doing.onEnter();
    else list.focus();
  }

  /** Esc in the list: first out of many, then to the search. */
  function leave() {
    const { ids, active } = list.picked();
    if (ids.size > 1 && active !== null) return doing.onPick(only(active));
    if (search.value !== '') clear();
    search.focus();
  }

  function clear() {
    if (search.value === '') return;
    search.value = '';
    finding.look('');
  }

  function focusSearch() {
    search.focus();
    search.select();
  }

  function focusAtEnd() {
    search.focus();
    search.setSelectionRange(search.value.length, search.value.length);
  }
}
