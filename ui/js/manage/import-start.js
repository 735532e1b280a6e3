/**
 * The ways in: drop, choose, paste; which lists are known; and the import before this one, which can be taken back.
 *
 * @typedef {import('./lists.js').LastImport} LastImport
 * @typedef {import('./taking-in.js').Incoming} Incoming
 */

import { ago, moment } from '../ago.js';
import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { icon } from '../icons.js';
import { isComposing } from '../keys.js';
import { around, t } from '../texts.js';
import { ofFile, ofText } from './taking-in.js';

const KNOWN = ['import.known-partner-center', 'import.known-graph', 'import.known-cipp', 'import.known-az', 'import.known-powershell', 'import.known-spreadsheet', 'import.known-links'];

/**
 * @param {object} doing
 * @param {(incoming: Incoming) => unknown} doing.onIncoming
 * @param {() => Promise<unknown>} doing.onTakeBack
 */
export function createStart({ onIncoming, onTakeBack }) {
  const file = el('input', 'hidden-visually');
  file.type = 'file';
  file.tabIndex = -1;
  file.setAttribute('aria-hidden', 'true');
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    // The same file once more is a choice, too.
    file.value = '';
    if (chosen) onIncoming(ofFile(chosen));
  });
  const choose = actButton(t('import.choose'), () => file.click(), { className: 'button primary' });
  const drop = el('div', 'import-drop', icon('file'), el('p', 'import-drop-title', t('import.drop')), el('p', 'import-drop-text', t('import.drop-text')), choose, file);

  const text = el('textarea', 'field import-text');
  text.rows = 4;
  text.spellcheck = false;
  text.dir = 'auto';
  text.placeholder = t('import.paste-example');
  text.setAttribute('aria-label', t('import.paste-label'));
  const read = actButton(t('import.read'), readPasted);
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) readPasted();
  });
  text.addEventListener('input', () => { read.hidden = text.value.trim() === ''; });
  read.hidden = true;

  const known = el('ul', 'import-known', ...KNOWN.map((key) => el('li', '', t(key))));
  const trouble = el('div', '');
  const last = el('div', '');
  const element = el(
    'div', 'import-start', el('h1', 'page-title', t('import.title')), el('p', 'page-lead', t('import.lead')), trouble, last, drop,
    el('div', 'import-paste', text, read), el('h2', 'import-heading', t('import.known')), known,
  );
  return { element, drawLast, say, clear: () => { text.value = ''; read.hidden = true; }, focus: () => choose.focus() };

  function readPasted() {
    if (text.value.trim() !== '') onIncoming(ofText(text.value));
  }

  /**
   * Says why nothing came of a list, and what to do.
   *
   * @param {{ title: string, text: string } | null} what
   */
  function say(what) {
    trouble.className = what ? 'import-trouble' : '';
    trouble.setAttribute('role', 'alert');
    trouble.replaceChildren(...(what ? [icon('warning'), el('div', '', el('p', 'import-trouble-title', named(what.title)), el('p', '', named(what.text)))] : []));
  }

  /** @param {LastImport | null} what */
  function drawLast(what) {
    last.className = what ? 'import-last' : '';
    if (!what) return last.replaceChildren();
    const { at, source, added, changed } = what;
    const language = document.documentElement.lang;
    const when = el('time', '', ago(at, Date.now(), language));
    when.dateTime = new Date(at).toISOString();
    when.title = moment(at, language);
    const [before, after] = around('import.last', 'source');
    last.replaceChildren(
      el('div', 'import-last-text', el('p', '', before, named(source), after, ' · ', when), el('p', 'import-about', doneText(added, changed))),
      actButton(t('import.take-back'), onTakeBack, { slow: true, className: 'button small' }),
    );
  }
}

/**
 * @param {number} added
 * @param {number} changed
 */
export function doneText(added, changed) {
  return [...(added > 0 || changed === 0 ? [t('import.done-added', { count: added })] : []), ...(changed > 0 ? [t('import.done-changed', { count: changed })] : [])].join(', ');
}
