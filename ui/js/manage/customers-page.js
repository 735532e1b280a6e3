/**
 * The page of the customers: the list, and beside it one customer, several, or a new one. Without any customers it is the welcome.
 *
 * @typedef {import('../backend.js').Customer} Customer
 * @typedef {import('./page.js').MakePage} MakePage
 * @typedef {import('./picked.js').Picked} Picked
 */

import { announce } from '../announce.js';
import { actButton } from '../button.js';
import { el } from '../element.js';
import { problemScreen } from '../problems.js';
import { t } from '../texts.js';
import { createDetail } from './detail.js';
import { isFocusLost } from './focus.js';
import { createListPane } from './list-pane.js';
import { createMany } from './many.js';
import { kept, NOBODY, only } from './picked.js';
import { identityIn } from './place.js';
import { change } from './registry.js';
import { askToRemove, takeBack } from './removing.js';
import { createWelcome } from './welcome.js';

/** @type {MakePage} */
export function createCustomersPage(root, shell) {
  const detail = createDetail(shell, {
    onShow: (identity) => { revealing = identity; pick(only(identity)); }, onClosed: closeDetail, onEscape: escape, onDuplicate: duplicate,
    onRemove: remove,
  });
  const many = createMany(shell, { onRemove: remove });
  const pane = createListPane(shell, {
    onPick: pickOrAsk, onShow: open, onEnter: enter, onOpen: () => detail.openDefault(), onRemove: remove, onStar: star, onAdd: add,
    onListed: tellListed, onAnother: follow,
  });
  const right = el('div', 'pane-detail', detail.element, many.element);
  right.setAttribute('role', 'region');
  right.setAttribute('aria-label', t('customers.detail'));
  const panes = el('div', 'panes', pane.element, right);
  const welcome = createWelcome(shell, { onAdd: add });
  const instead = el('div', 'page-instead');
  root.append(el('h1', 'hidden-visually', t('manage.customers')), panes, instead);
  /** The welcome, the trouble, or nothing instead of the panes: as text, to draw it when it is another. */
  let drawn = '';
  /** Who was just added: the list is to show it once it knows of it. */
  let revealing = '';
  /** Who was selected before a search that does not find them. */
  let before = '';

  return { show, changed, leave };

  /** @param {string} rest */
  async function show(rest) {
    drawInstead();
    pane.draw();
    const identity = identityIn(rest);
    if (rest === 'new') return add();
    if (identity !== null) {
      if (identity !== detail.identity() && !(await detail.leave())) return;
      if (!pane.list.order().includes(identity)) pane.clear();
      pick(only(identity));
      pane.list.reveal(identity);
      panes.classList.add('is-detail');
      const customer = customers().find((one) => one.identity === identity);
      if (customer) announce(customer.name);
      if (isFocusLost()) pane.list.focus();
      return;
    }
    panes.classList.remove('is-detail');
    follow();
    if (rest === 'search') pane.focusSearch();
    else if (isFocusLost()) (panes.hidden ? welcome.focus : pane.focusSearch)();
  }

  function changed() {
    const there = new Set(customers().map(({ identity }) => identity));
    pane.changed();
    const picked = pane.list.picked();
    // One that is gone stays selected: the detail says so.
    const after = kept(picked, (id) => there.has(id) || picked.ids.size === 1);
    if (after.ids.size !== picked.ids.size) pick(after);
    else if (after.ids.size > 1) many.show(chosen(after));
    detail.changed();
    tellListed();
    drawInstead();
    if (revealing === '' || !there.has(revealing)) return;
    pane.list.reveal(revealing);
    revealing = '';
  }

  /** Out of the customer, to the list; where there is room for one half only that means to leave it. */
  function escape() {
    if (!pane.element.checkVisibility()) detail.close();
    else if (pane.list.element.hidden) pane.focusSearch();
    else pane.list.focus();
  }

  async function leave() {
    if (!(await detail.leave())) return false;
    if (detail.isNew()) detail.forget();
    return true;
  }

  /**
   * At once, where nothing has to be asked: the next key may be on its way.
   *
   * @param {Picked} next
   */
  async function pickOrAsk(next) {
    const [identity] = next.ids;
    const stays = next.ids.size === 1 && identity === detail.identity();
    if (stays || !detail.isDirty() || (await detail.leave())) pick(next);
  }

  /** @param {Picked} next */
  function pick(next) {
    before = '';
    pane.list.pick(next);
    const [identity] = next.ids;
    const several = next.ids.size > 1;
    detail.element.hidden = several;
    many.element.hidden = !several;
    if (several) {
      detail.show(null);
      many.show(chosen(next));
    } else detail.show(identity ?? null);
    tellListed();
  }

  /**
   * The person looks at another list: a customer who is not in it is nobody's choice any more, and must not be the one that opens. What is
   * entered stays. When the search is taken back, so is that.
   */
  function follow() {
    const { ids } = pane.list.picked();
    const [identity = ''] = ids;
    const order = pane.list.order();
    if (ids.size === 1 && !order.includes(identity) && !detail.isDirty()) {
      pick(NOBODY);
      before = identity;
    } else if (ids.size === 0 && !detail.isNew() && !pane.isSearching() && order.includes(before)) pick(only(before));
    tellListed();
  }

  /** A change may take a customer out of the list while somebody is at it. */
  function tellListed() {
    const identity = detail.identity();
    const isThere = customers().some((one) => one.identity === identity);
    detail.tellListed(!isThere || pane.list.order().includes(identity ?? ''));
  }

  /** @param {Picked} picked */
  function chosen({ ids }) {
    return customers().filter(({ identity }) => ids.has(identity));
  }

  function customers() {
    return shell.overview()?.customers ?? [];
  }

  /** Where there is room for one half, the other gets the focus as well. */
  function open() {
    panes.classList.add('is-detail');
    if (!pane.element.checkVisibility()) enter();
  }

  function enter() {
    panes.classList.add('is-detail');
    if (many.element.hidden) detail.focus();
    else many.focus();
  }

  function closeDetail() {
    panes.classList.remove('is-detail');
    drawInstead();
    if (panes.hidden) welcome.focus();
    else if (pane.list.element.hidden) pane.focusSearch();
    else pane.list.focus();
  }

  async function add() {
    if (!(await detail.leave())) return;
    pick(NOBODY);
    const scope = shell.scope();
    detail.create({ ...(scope.kind === 'group' ? { group: scope.name } : {}), ...(scope.kind === 'favorites' ? { favorite: true } : {}) });
    drawInstead();
    enter();
  }

  /** @param {Partial<import('./registry.js').Fields>} fields */
  async function duplicate(fields) {
    if (!(await detail.leave())) return;
    pick(NOBODY);
    detail.create(fields);
    enter();
  }

  /** @param {string | null} identity */
  async function star(identity) {
    const some = identity === null ? chosen(pane.list.picked()) : customers().filter((one) => one.identity === identity);
    const [first] = some;
    if (!first) return;
    const favorite = !some.every((one) => one.favorite);
    try {
      const { undo, count } = await change({ customers: some.map(({ identity: id, name }) => ({ identity: id, name })), favorite });
      const name = some.length === 1 ? first.name : t('customers.several', { count });
      shell.tell(t(favorite ? 'quick.favored' : 'quick.unfavored', { name }), takeBack(shell, undo));
    } catch (failure) {
      shell.fail(failure);
    }
  }

  async function remove() {
    const some = chosen(pane.list.picked());
    if (some.length === 0) return;
    const order = pane.list.order();
    const at = order.indexOf(some[0]?.identity ?? '');
    if (!(await askToRemove(shell, some, () => detail.forget()))) return;
    // The arrows go on from where the customer stood; nobody is selected.
    const next = order.slice(Math.max(0, at)).find((id) => !some.some(({ identity }) => identity === id));
    pick({ ids: new Set(), active: next ?? null, anchor: next ?? null });
    closeDetail();
  }

  /** A registry that could not be read is not an empty one. */
  function drawInstead() {
    const all = shell.overview();
    const none = customers().length === 0 && !detail.isNew();
    const wanted = !none ? '' : all === null ? 'failed' : all.problem ? JSON.stringify(all.problem) : 'welcome';
    panes.hidden = none;
    instead.hidden = !none;
    if (wanted === drawn) return;
    drawn = wanted;
    if (!none) instead.replaceChildren();
    else if (all === null) instead.replaceChildren(el('div', 'state', el('h2', '', t('manage.load-failed')), actButton(t('quick.try-again'), shell.again)));
    else if (all.problem) instead.replaceChildren(problemScreen(all.problem, shell.heal));
    else {
      welcome.draw();
      instead.replaceChildren(welcome.element);
    }
  }
}
