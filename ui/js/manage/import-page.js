/**
 * Import: a list comes in, what it would do is shown, and is done as it was shown.
 *
 * @typedef {import('../backend.js').Failure} Failure
 * @typedef {import('./deciding.js').Deciding} Deciding
 * @typedef {import('./lists.js').Choices} Choices
 * @typedef {import('./lists.js').Preview} Preview
 * @typedef {import('./page.js').Page} Page
 * @typedef {import('./page.js').Shell} Shell
 * @typedef {import('./taking-in.js').Incoming} Incoming
 */

import { announce } from '../announce.js';
import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { around, t } from '../texts.js';
import { choicesOf, isDecided, replanned, restored, undecided } from './deciding.js';
import { handed } from './handed.js';
import { createPreview, sumOf } from './import-preview.js';
import { createStart, doneText } from './import-start.js';
import { importList, lastImport, plan, undoImport } from './lists.js';
import { keepOverReload, kept } from './reload.js';
import { ofHanded, ofTransfer } from './taking-in.js';
import { createVerifying } from './verify-all.js';

/**
 * @param {HTMLElement} root
 * @param {Shell} shell
 * @returns {Page}
 */
export function createImportPage(root, shell) {
  const start = createStart({ onIncoming: take, onTakeBack: takeBack });
  const verifying = createVerifying(shell);
  const body = el('div', 'page-body', start.element, verifying.element);
  const starting = el('div', 'page-scroller', body);
  /** What is read now; an answer about another one comes too late. @type {Incoming | null} */
  let reading = null;
  /** @type {ReturnType<typeof createPreview> | null} */
  let preview = null;
  show(starting);
  listen();

  return {
    async show() {
      const what = handed();
      const choices = kept('import');
      if (what) take(ofHanded(what));
      else if (choices) await comeBack(choices);
      look();
    },
    changed: look,
  };

  /** The import before this one, and how far looking up is. */
  async function look() {
    if (root.hidden) return;
    verifying.look();
    start.drawLast(await lastImport().catch(() => null));
  }

  /** @param {Incoming} incoming */
  async function take(incoming) {
    const { source, read } = incoming;
    reading = incoming;
    start.say(null);
    // Read at once, it would only flash.
    const late = setTimeout(() => show(readingView(source)), 150);
    try {
      const preview = await read();
      if (reading !== incoming) return;
      reading = null;
      clearTimeout(late);
      judge(preview);
    } catch (failure) {
      if (reading !== incoming) return;
      reading = null;
      refuse(t('import.failed', { source }), /** @type {Failure} */ (failure).message);
    } finally {
      clearTimeout(late);
    }
  }

  /** @param {Preview} preview */
  function judge(preview) {
    if (preview.unusable !== null && preview.columns.length === 0) return refuse(t('import.unusable', { source: preview.source }), preview.unusable);
    start.clear();
    decide(undecided(preview), preview.unusable);
  }

  /**
   * @param {Deciding} deciding
   * @param {string | null} said
   */
  function decide(deciding, said) {
    const view = createPreview(deciding, said, {
      clouds: shell.overview()?.clouds ?? [], onPlan: planned, onImport: save, onCancel: back,
    });
    show(view.element);
    preview = view;
    view.focus();
    announce([said, sumOf(deciding)].filter((words) => words !== null).join(' '));
  }

  /** The page was loaded again, in another language: what was decided is not lost by that. @param {Choices} choices */
  async function comeBack(choices) {
    try {
      decide(restored(choices, await plan(choices)), null);
    } catch {
      // The list is gone, with the window that had it.
    }
  }

  /** @param {Deciding} deciding */
  async function planned(deciding) {
    try {
      return await plan(choicesOf(deciding));
    } catch (failure) {
      shell.fail(failure);
      return null;
    }
  }

  /** @param {Deciding} deciding */
  async function save(deciding) {
    try {
      const done = await importList(choicesOf(deciding), deciding.preview.seen);
      if (done.outcome === 'changed') return decide(replanned(deciding, done.preview), t('import.changed-meanwhile'));
      shell.tell(doneText(done.added, done.changed), undo);
      back();
      await look();
    } catch (failure) {
      shell.fail(failure);
    }
  }

  async function takeBack() {
    const last = await lastImport();
    if (!last) return look();
    const { source, added, changed } = last;
    const sure = await shell.ask({
      title: t('import.take-back-title', { source }), text: `${doneText(added, changed)}. ${t('import.take-back-text')}`, yes: t('import.take-back-yes'), danger: true,
    });
    if (!sure) return;
    try {
      await undo();
    } catch (failure) {
      shell.fail(failure);
    }
    start.focus();
  }

  async function undo() {
    const { removed, changed, kept } = await undoImport();
    const sums = [t('import.undone-removed', { count: removed }), changed > 0 && t('import.undone-changed', { count: changed }), kept > 0 && t('import.undone-kept', { count: kept })];
    shell.tell(sums.filter((sum) => sum !== false).join(', '));
    await look();
  }

  /**
   * @param {string} title
   * @param {string} text
   */
  function refuse(title, text) {
    show(starting);
    start.say({ title, text });
    starting.scrollTop = 0;
    start.focus();
  }

  function back() {
    reading = null;
    show(starting);
    start.focus();
  }

  /** @param {string} source */
  function readingView(source) {
    const [before, after] = around('import.reading', 'source');
    const view = el('div', 'page-scroller', el('h1', 'page-title', t('import.title')), el('div', 'page-loading', el('span', 'spinner'), el('p', '', before, named(source), after), actButton(t('quick.cancel'), back)));
    announce(view.textContent ?? '');
    return view;
  }

  /** @param {HTMLElement} view */
  function show(view) {
    preview = null;
    root.replaceChildren(view);
  }

  function listen() {
    for (const name of ['dragenter', 'dragover']) root.addEventListener(name, (event) => {
      event.preventDefault();
      root.classList.add('is-dropping');
    });
    root.addEventListener('dragleave', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node) || !root.contains(relatedTarget)) root.classList.remove('is-dropping');
    });
    root.addEventListener('drop', (event) => {
      event.preventDefault();
      root.classList.remove('is-dropping');
      bring(event.dataTransfer);
    });
    // Dropped beside this page, a file would be shown in place of the window.
    for (const name of ['dragover', 'drop']) document.addEventListener(name, (event) => {
      if (/** @type {DragEvent} */ (event).dataTransfer?.types.includes('Files')) event.preventDefault();
    });
    keepOverReload('import', () => preview && choicesOf(preview.deciding()));
    document.addEventListener('paste', (event) => {
      const isTyping = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
      if (root.hidden || document.querySelector('dialog[open]') || (isTyping && !event.clipboardData?.files.length)) return;
      event.preventDefault();
      bring(event.clipboardData);
    });
  }

  /** @param {DataTransfer | null} data */
  async function bring(data) {
    const incoming = reading ? null : ofTransfer(data);
    if (!incoming) return;
    const more = (data?.files.length ?? 0) > 1;
    if (preview && isDecided(preview.deciding())) {
      const sure = await shell.ask({ title: t('import.replace-title', { source: incoming.source }), text: t('import.replace-text'), yes: t('import.replace'), danger: true });
      if (!sure) return;
    }
    take(incoming);
    if (more) shell.tell(t('import.one-at-a-time', { source: incoming.source }));
  }
}
