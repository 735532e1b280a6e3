/**
 * History: what Portico was asked to open, the last first.
 *
 * @typedef {import('../backend.js').Failure} Failure
 * @typedef {import('./choices.js').Opening} Opening
 * @typedef {import('./page.js').Page} Page
 * @typedef {import('./page.js').Shell} Shell
 */

import { ago, moment } from '../ago.js';
import { announce } from '../announce.js';
import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { fold, matches } from '../fold.js';
import { icon } from '../icons.js';
import { isComposing } from '../keys.js';
import { t } from '../texts.js';
import { exportOpenings, openings, settings } from './choices.js';
import { emptyView, loadingView, troubleView } from './page-states.js';
import { createPickList } from './pick-list.js';

const FROM = { terminal: 'quick.via-terminal', launcher: 'quick.via-launcher', tray: 'quick.via-tray', window: 'history.via-window' };
const BECAME = { 'handed-over': 'quick.result-handed-over', failed: 'quick.result-failed', unknown: 'quick.result-unknown' };

/**
 * @param {HTMLElement} root
 * @param {Shell} shell
 * @returns {Page}
 */
export function createHistoryPage(root, shell) {
  const search = el('input', 'field search-field');
  Object.assign(search, { type: 'text', autocomplete: 'off', spellcheck: false, dir: 'auto', placeholder: t('history.search') });
  search.setAttribute('aria-label', t('history.search'));
  const list = createPickList({
    label: t('history.list'), draw: rowOf, onEnter: goTo,
    onClick: (/** @type {Opening} */ opening, target) => { if (target.closest('.opening-name')) goTo(opening); },
  });
  const none = el('div', '');
  const off = el('p', 'openings-off', icon('info'), t('history.off-now'));
  const count = el('div', 'count');
  const heads = el('div', 'opening is-head', ...['history.when', 'history.customer', 'history.portal', 'history.from', 'history.result'].map((key) => el('span', '', t(key))));
  heads.setAttribute('aria-hidden', 'true');
  const view = el(
    'div', 'openings', el(
      'header', 'openings-head', el('h1', 'page-title', t('history.title')), el('p', 'page-lead', t('history.lead')), off,
      el('div', 'openings-tools', el('div', 'search-box', icon('search'), search), saver('csv', t('history.csv')), saver('json', t('history.json'))),
    ),
    heads, list.element, none, count,
  );
  /** @type {{ opening: Opening, folded: string }[]} */
  let all = [];
  let asked = 0;
  let isRead = false;

  search.addEventListener('input', apply);
  search.addEventListener('keydown', (event) => {
    if (isComposing(event)) return;
    if (event.key === 'Escape' && search.value !== '') {
      event.preventDefault();
      search.value = '';
      apply();
    } else if (event.key === 'ArrowDown' && !list.element.hidden) {
      event.preventDefault();
      list.element.focus();
    }
  });
  document.addEventListener('keydown', (event) => {
    const isFind = event.key === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isFind || root.hidden || !root.contains(view) || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    search.select();
    search.focus();
  });

  return { show: look, changed() { if (!root.hidden) look(); } };

  async function look() {
    const question = (asked += 1);
    if (!isRead) root.replaceChildren(loadingView(t('history.title')));
    try {
      const [opened, { history }] = await Promise.all([openings(), settings()]);
      if (question === asked) draw(opened, history);
    } catch (failure) {
      isRead = false;
      if (question === asked) root.replaceChildren(troubleView(t('history.title'), t('history.failed'), /** @type {Failure} */ (failure).message, look));
    }
  }

  /**
   * @param {Opening[]} opened
   * @param {boolean} isKept
   */
  function draw(opened, isKept) {
    isRead = true;
    if (opened.length === 0) {
      const to = actButton(t('history.to-settings'), () => shell.go('settings'));
      return root.replaceChildren(isKept ? emptyView(t('history.title'), t('history.empty-title'), t('history.empty')) : emptyView(t('history.title'), t('history.off-title'), t('history.off'), to));
    }
    off.hidden = isKept;
    all = opened.map((opening) => ({ opening, folded: fold([opening.name, opening.portal_name].join('\n')) }));
    if (!root.contains(view)) root.replaceChildren(view);
    apply();
  }

  /** Filters, and draws what is left. */
  function apply() {
    const text = fold(search.value.trim());
    const shown = all.filter(({ folded }) => matches(folded, text)).map(({ opening }) => opening);
    list.show(shown);
    heads.hidden = shown.length === 0;
    none.replaceChildren(...(shown.length === 0 ? [el('div', 'state', el('p', '', t('history.none')))] : []));
    const said = shown.length < all.length ? t('history.count-some', { shown: shown.length, count: all.length }) : t('history.count', { count: all.length });
    count.textContent = said;
    if (text !== '') announce(shown.length === 0 ? t('history.none') : said);
  }

  /** @param {Opening} opening */
  function goTo({ identity, name }) {
    const isThere = shell.overview()?.customers.some((customer) => customer.identity === identity);
    if (isThere === false) return shell.tell(t('history.gone', { name }));
    shell.go(`customers/${identity}`);
  }

  /**
   * @param {'csv' | 'json'} format
   * @param {string} label
   */
  function saver(format, label) {
    return actButton(label, async () => {
      try {
        const path = await exportOpenings(format);
        if (path !== null) shell.tell(t('history.exported', { path }));
      } catch (failure) {
        shell.fail(failure);
      }
    });
  }
}

/** @param {Opening} opening */
function rowOf({ at, name, portal_name, via, result }) {
  const language = document.documentElement.lang;
  const when = el('time', 'opening-when', ago(at, Date.now(), language));
  when.dateTime = new Date(at).toISOString();
  when.title = moment(at, language);
  return el(
    'div', 'opening', when, named(name, 'opening-name'), named(portal_name, 'opening-portal'), el('span', 'opening-from', FROM[via] ? t(FROM[via]) : ''),
    el('span', result === 'failed' ? 'opening-result is-failed' : 'opening-result', t(BECAME[result ?? 'unknown'])),
  );
}
