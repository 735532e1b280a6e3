/**
 * Draws what was opened of one customer.
 *
 * @typedef {import('./backend.js').Opened} Opened
 * @typedef {import('./backend.js').Row} Row
 */

import { ago, moment } from './ago.js';
import { actButton } from './button.js';
import { el, named } from './element.js';
import { t } from './texts.js';

/**
 * @param {HTMLElement} host  Shown now; the caller hides it again.
 * @param {Pick<Row, 'name'>} customer
 * @param {Opened[]} opened
 * @param {() => void} onBack
 */
export function drawHistoryPanel(host, { name }, opened, onBack) {
  const title = named(t('quick.history-title', { name }), 'panel-title');
  title.id = 'panel-title';
  title.setAttribute('role', 'heading');
  const text = el('p', 'panel-text', t(opened.length > 0 ? 'quick.history-text' : 'quick.history-none'));
  text.id = 'panel-text';
  const back = actButton(t('quick.back'), onBack, { className: 'button primary' });
  host.setAttribute('role', 'dialog');
  host.setAttribute('aria-labelledby', 'panel-title');
  host.setAttribute('aria-describedby', 'panel-text');
  host.replaceChildren(el(
    'div', opened.length > 0 ? 'panel-body has-list' : 'panel-body', title, text,
    opened.length > 0 && table(opened), el('div', 'panel-buttons', back),
  ));
  host.hidden = false;
  back.focus({ preventScroll: true });
  host.scrollTop = 0;
}

/** @param {Opened[]} opened */
function table(opened) {
  const heads = ['quick.history-when', 'quick.history-portal', 'quick.history-from', 'quick.history-result'].map((key) => {
    const head = el('th', '', t(key));
    head.scope = 'col';
    return head;
  });
  const rows = el('table', 'history', el('thead', '', el('tr', '', ...heads)), el('tbody', '', ...opened.map(line)));
  const scroller = el('div', 'history-scroller', rows);
  scroller.tabIndex = 0;
  scroller.setAttribute('role', 'region');
  scroller.setAttribute('aria-label', t('quick.history'));
  return scroller;
}

/** @param {Opened} opened */
function line({ at, portal_name, via, result }) {
  const language = document.documentElement.lang;
  const when = el('time', '', ago(at, Date.now(), language));
  when.dateTime = new Date(at).toISOString();
  when.title = moment(at, language);
  return el(
    'tr', '', el('td', '', when), el('td', '', named(portal_name)), el('td', '', FROM[via] ? t(FROM[via]) : ''),
    el('td', result === 'failed' ? 'is-failed' : '', t(BECAME[result ?? 'unknown'])),
  );
}

const FROM = { terminal: 'quick.via-terminal', launcher: 'quick.via-launcher', tray: 'quick.via-tray', window: 'quick.via-window' };
const BECAME = { 'handed-over': 'quick.result-handed-over', failed: 'quick.result-failed', unknown: 'quick.result-unknown' };
