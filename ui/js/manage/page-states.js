/** What stands on a page that has nothing to show: it is read yet, there is nothing, or it could not be read. */

import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { t } from '../texts.js';

/**
 * @param {string} page  What the page is called.
 * @param {string} title
 * @param {string} text
 * @param {() => unknown} onAgain
 */
export function troubleView(page, title, text, onAgain) {
  const state = stateOf(title, named(text), actButton(t('quick.try-again'), onAgain, { className: 'button primary' }));
  state.setAttribute('role', 'alert');
  return viewOf(page, state);
}

/**
 * @param {string} page
 * @param {string} title
 * @param {string} text
 * @param {HTMLElement | null} [button]
 */
export function emptyView(page, title, text, button = null) {
  return viewOf(page, stateOf(title, text, button));
}

/** @param {string} page */
export function loadingView(page) {
  const state = el('div', 'page-loading', el('span', 'spinner'), el('p', '', t('manage.loading')));
  state.setAttribute('role', 'status');
  return viewOf(page, state);
}

/**
 * @param {string} title
 * @param {Node | string} text
 * @param {HTMLElement | null} button
 */
function stateOf(title, text, button) {
  return el('div', 'page-state', el('h2', '', title), el('p', '', text), button);
}

/**
 * @param {string} page
 * @param {HTMLElement} state
 */
function viewOf(page, state) {
  const view = el('div', 'page-scroller', el('h1', 'page-title', page), state);
  // At 200 % zoom it may be taller than the window, and there may be nothing else to go to.
  view.tabIndex = 0;
  view.setAttribute('role', 'region');
  view.setAttribute('aria-label', page);
  return view;
}
