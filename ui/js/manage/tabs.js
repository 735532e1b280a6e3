/**
 * Tabs: parts of a page of which one is shown. One stop of the Tab key; arrows show the next one.
 *
 * @typedef {{ key: string, label: string, count?: number }} Tab
 */

import { el } from '../element.js';
import { t } from '../texts.js';

/**
 * @param {string} label
 * @param {HTMLElement} panel  Where the parts are shown.
 * @param {(key: string) => void} onShow  Called when the person chose another one.
 */
export function createTabs(label, panel, onShow) {
  const element = el('div', 'tabs');
  element.setAttribute('role', 'tablist');
  element.setAttribute('aria-label', label);
  panel.setAttribute('role', 'tabpanel');
  panel.id ||= 'tab-panel';

  element.addEventListener('click', ({ target }) => {
    const tab = target instanceof Element && /** @type {HTMLElement | null} */ (target.closest('[role=tab]'));
    if (tab) onShow(tab.dataset['key'] ?? '');
  });
  element.addEventListener('keydown', (event) => {
    const tabs = /** @type {HTMLElement[]} */ ([...element.children]);
    const at = tabs.findIndex((tab) => tab === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined || at < 0 ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (!next || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const key = next.dataset['key'] ?? '';
    onShow(key);
    tabOf(key)?.focus();
  });

  return { element, show };

  /**
   * @param {Tab[]} tabs
   * @param {string} current
   */
  function show(tabs, current) {
    const focused = element.contains(document.activeElement);
    element.replaceChildren(...tabs.map(({ key, label: name, count }) => {
      const tab = el('button', 'tab', name, count !== undefined && el('span', 'tab-count', t('frame.number', { count })));
      tab.type = 'button';
      tab.id = `tab-${key}`;
      tab.dataset['key'] = key;
      tab.tabIndex = key === current ? 0 : -1;
      tab.setAttribute('role', 'tab');
      tab.setAttribute('aria-selected', String(key === current));
      if (key === current) tab.setAttribute('aria-controls', panel.id);
      return tab;
    }));
    panel.setAttribute('aria-labelledby', `tab-${current}`);
    if (focused) tabOf(current)?.focus();
  }

  /** @param {string} key */
  function tabOf(key) {
    return /** @type {HTMLElement | undefined} */ ([...element.children].find((tab) => /** @type {HTMLElement} */ (tab).dataset['key'] === key));
  }
}
