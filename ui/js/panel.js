/**
 * Draws a panel over the rows and puts the focus where an impatient Enter does no harm.
 *
 * @typedef {import('./panels.js').Act} Act
 * @typedef {import('./panels.js').Panel} Panel
 * @typedef {import('./backend.js').Known} Known
 */

import { actButton } from './button.js';
import { comparison } from './comparison.js';
import { copyButton } from './copy.js';
import { el, named } from './element.js';
import { icon } from './icons.js';
import { createLongList } from './long-list.js';
import { t } from './texts.js';

/**
 * @param {HTMLElement} host  Shown now; the caller hides it again.
 * @param {Panel} panel
 * @param {(act: Act) => unknown} perform  Called with what the person chose.
 */
export function drawPanel(host, panel, perform) {
  const title = named(panel.title, 'panel-title');
  title.id = 'panel-title';
  title.setAttribute('role', 'heading');
  const text = named(panel.text, 'panel-text');
  text.id = 'panel-text';
  const { differences = [], customers = [] } = panel;
  // A link to copy is what helps now, so it comes first.
  const copy = panel.url && copyButton(panel.url, { label: t('quick.copy-link') });
  const buttons = panel.actions.map(({ label, act, slow = false }) => actButton(label, () => perform(act), { slow }));
  const focused = copy || buttons[panel.actions.findIndex(({ focus }) => focus)];
  focused?.classList.add('primary');
  host.replaceChildren(el(
    'div', customers.length > 0 ? 'panel-body has-list' : 'panel-body',
    panel.sign && el('span', 'panel-sign', icon(panel.sign)),
    title, text,
    differences.length > 0 && comparison(differences),
    customers.length > 0 && everybody(customers),
    panel.url && address(panel.url),
    el('div', 'panel-buttons', copy, ...buttons),
  ));
  host.setAttribute('role', 'alertdialog');
  host.setAttribute('aria-labelledby', 'panel-title');
  host.setAttribute('aria-describedby', differences.length > 0 ? 'panel-text panel-comparison' : 'panel-text');
  host.hidden = false;
  // A panel taller than the window is read from its top; its buttons stay in view.
  focused?.focus({ preventScroll: true });
  host.scrollTop = 0;
}

/**
 * Returns the list of all customers. Keys scroll it once Tab has reached it.
 *
 * @param {Known[]} customers
 */
function everybody(customers) {
  const list = el('ul', 'everybody-list');
  const scroller = el('div', 'everybody', list);
  scroller.tabIndex = 0;
  scroller.setAttribute('role', 'region');
  scroller.setAttribute('aria-label', t('quick.list'));
  createLongList(scroller, list, somebody).show(customers);
  return scroller;
}

/** @param {Known} customer */
function somebody({ name, domain, identity }) {
  return el(
    'li', 'somebody', named(name, 'somebody-name'),
    domain ? named(domain, 'somebody-domain') : el('span', 'somebody-domain is-none', t('quick.no-domain')),
    el('code', 'somebody-identity', identity),
  );
}

/** @param {string} url */
function address(url) {
  const line = el('p', 'address framed', url);
  line.dir = 'ltr';
  return line;
}
