/**
 * Draws a panel over the rows and puts the focus where an impatient Enter does no harm.
 *
 * @typedef {import('./panels.js').Panel} Panel
 * @typedef {import('./panels.js').PanelAction} PanelAction
 * @typedef {import('./backend.js').OpenRequest} OpenRequest
 */

import { copyButton } from './copy.js';
import { el, named } from './element.js';
import { QUIET_MS } from './guard.js';
import { icon } from './icons.js';
import { t } from './texts.js';

/**
 * @param {HTMLElement} host  Shown now; the caller hides it again.
 * @param {Panel} panel
 * @param {(send: OpenRequest | null) => void} answer  Called with what the person chose; null is "back".
 */
export function drawPanel(host, panel, answer) {
  const title = named(panel.title, 'panel-title');
  title.id = 'panel-title';
  title.setAttribute('role', 'heading');
  title.setAttribute('aria-level', '2');
  const text = named(panel.text, 'panel-text');
  text.id = 'panel-text';
  // A link to copy is what helps now, so it comes first.
  const copy = panel.url && copyButton(panel.url, { label: t('quick.copy-link') });
  const buttons = panel.actions.map((action) => button(action, answer));
  const focused = copy || buttons[panel.actions.findIndex(({ focus }) => focus)];
  focused?.classList.add('primary');
  host.replaceChildren(el(
    'div', 'panel-body',
    panel.sign && el('span', 'panel-sign', icon(panel.sign)),
    title, text,
    panel.names && sideBySide(panel.names),
    panel.url && address(panel.url),
    el('div', 'panel-buttons', copy, ...buttons),
  ));
  host.setAttribute('aria-labelledby', 'panel-title');
  host.setAttribute('aria-describedby', 'panel-text');
  host.hidden = false;
  focused?.focus();
}

/**
 * @param {PanelAction} action
 * @param {(send: OpenRequest | null) => void} answer
 */
function button({ label, send, slow = false }, answer) {
  const element = el('button', 'button', label);
  element.type = 'button';
  if (slow) {
    element.setAttribute('aria-disabled', 'true');
    setTimeout(() => element.removeAttribute('aria-disabled'), QUIET_MS);
  }
  element.addEventListener('click', () => {
    if (element.getAttribute('aria-disabled') !== 'true') answer(send);
  });
  return element;
}

/** @param {{ before: string, now: string }} names */
function sideBySide({ before, now }) {
  return el(
    'dl', 'names',
    el('div', 'names-one', el('dt', '', t('quick.name-before')), el('dd', '', named(before))),
    el('div', 'names-one', el('dt', '', t('quick.name-now')), el('dd', '', named(now))),
  );
}

/** @param {string} url */
function address(url) {
  const line = el('p', 'address framed', url);
  line.dir = 'ltr';
  return line;
}
