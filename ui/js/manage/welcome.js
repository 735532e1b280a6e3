/**
 * The first run: what Portico is for, and three ways in. What is pasted or dropped anywhere on it goes to the import.
 *
 * @typedef {import('./page.js').Shell} Shell
 */

import { actButton } from '../button.js';
import { el } from '../element.js';
import { icon } from '../icons.js';
import { t } from '../texts.js';
import { hand } from './handed.js';

/**
 * @param {Shell} shell
 * @param {{ onAdd: () => void }} doing
 */
export function createWelcome(shell, { onAdd }) {
  const area = el('textarea', 'field area');
  Object.assign(area, { rows: 3, spellcheck: false, dir: 'auto', placeholder: t('welcome.paste-example') });
  area.setAttribute('aria-labelledby', 'welcome-paste');
  const pasteTitle = el('h3', 'welcome-card-title', t('welcome.paste'));
  pasteTitle.id = 'welcome-paste';
  const file = el('input', 'hidden-visually');
  Object.assign(file, { type: 'file', accept: '.csv,.tsv,.txt,.json', tabIndex: -1 });
  file.setAttribute('aria-hidden', 'true');
  const add = actButton(t('customers.add'), onAdd, { className: 'button primary' });
  const note = el('p', 'welcome-note');
  const element = el(
    'div', 'welcome', el('div', 'welcome-body',
      el('h2', 'welcome-title', t('welcome.title')), el('p', 'welcome-lead', t('welcome.lead')),
      card('plus', el('h3', 'welcome-card-title', t('welcome.add')), t('welcome.add-about'), add),
      card('link', pasteTitle, t('welcome.paste-about'), area, actButton(t('welcome.paste-go'), () => read(area.value))),
      card('file', el('h3', 'welcome-card-title', t('welcome.file')), t('welcome.file-about'), actButton(t('welcome.file-go'), () => file.click()), file),
      note,
    ),
  );

  file.addEventListener('change', () => take(file.files?.[0]));
  area.addEventListener('paste', (event) => event.stopPropagation());
  // Nothing else on this page takes text.
  document.addEventListener('paste', (event) => {
    if (!element.isConnected || !element.checkVisibility() || document.querySelector('dialog[open]')) return;
    read(event.clipboardData?.getData('text/plain') ?? '');
  });
  element.addEventListener('dragover', (event) => {
    event.preventDefault();
    element.classList.add('is-over');
  });
  element.addEventListener('dragleave', (event) => { if (event.target === element) element.classList.remove('is-over'); });
  element.addEventListener('drop', (event) => {
    event.preventDefault();
    element.classList.remove('is-over');
    const [dropped] = event.dataTransfer?.files ?? [];
    if (dropped) take(dropped);
    else read(event.dataTransfer?.getData('text/plain') ?? '');
  });

  return { element, draw, focus: () => add.focus() };

  function draw() {
    note.textContent = t('welcome.kept', { place: shell.overview()?.registry ?? '' });
  }

  /** @param {string} text */
  function read(text) {
    if (text.trim() === '') return area.focus();
    hand({ text });
    shell.go('import');
  }

  /** @param {File | undefined} chosen */
  async function take(chosen) {
    if (!chosen) return;
    try {
      hand({ bytes: new Uint8Array(await chosen.arrayBuffer()), source: chosen.name });
      shell.go('import');
    } catch (failure) {
      shell.fail(failure);
    } finally {
      file.value = '';
    }
  }
}

/**
 * @param {import('../icons.js').Icon} sign
 * @param {HTMLElement} title
 * @param {string} about
 * @param {...HTMLElement} children
 */
function card(sign, title, about, ...children) {
  return el('section', 'welcome-card', el('span', 'welcome-sign', icon(sign)), el('div', 'welcome-card-body', title, el('p', 'welcome-about', about), ...children));
}
