/**
 * Dialogs in front of everything: a question with its answers, and the stage for the panels of opening. The page behind takes neither
 * focus nor clicks meanwhile, and has its focus back afterwards.
 *
 * @typedef {import('./page.js').Question} Question
 * @typedef {import('../stage.js').Stage} Stage
 *
 * @typedef {object} Choice
 * @property {string} key
 * @property {string} label
 * @property {boolean} [primary]
 * @property {boolean} [danger]
 * @property {boolean} [focus]
 */

import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { t } from '../texts.js';

let count = 0;

/**
 * Returns whether the person said yes. With a danger Cancel has the focus, and Yes waits.
 *
 * @param {Question} question
 */
export async function ask({ title, text, body = [], yes, danger = false }) {
  const choices = [{ key: 'yes', label: yes, primary: !danger, danger, focus: !danger }, { key: 'no', label: t('quick.cancel'), focus: danger }];
  return (await choose({ title, text, body, choices })) === 'yes';
}

/**
 * Returns the key of the answer, or null when the person closed the dialog.
 *
 * @param {{ title: string, text: string, body?: Node[], choices: Choice[] }} question
 * @returns {Promise<string | null>}
 */
export function choose({ title, text, body = [], choices }) {
  return new Promise((resolve) => {
    const id = `dialog-${count += 1}`;
    const heading = named(title, 'panel-title');
    heading.id = id;
    heading.setAttribute('role', 'heading');
    heading.setAttribute('aria-level', '1');
    const words = named(text, 'panel-text');
    words.id = `${id}-text`;
    /** @type {string | null} */
    let answer = null;
    const buttons = choices.map(({ key, label, primary, danger = false }) => actButton(label, () => {
      answer = key;
      dialog.close();
    }, { slow: danger, className: `button${primary ? ' primary' : ''}${danger ? ' danger' : ''}` }));
    const dialog = show(el('div', 'panel-body', heading, words, ...body, el('div', 'panel-buttons', ...buttons)), () => resolve(answer));
    dialog.setAttribute('role', 'alertdialog');
    dialog.setAttribute('aria-labelledby', id);
    dialog.setAttribute('aria-describedby', words.id);
    buttons[choices.findIndex(({ focus }) => focus)]?.focus({ preventScroll: true });
  });
}

/**
 * Returns a stage whose panels are dialogs.
 *
 * @param {() => void} onClosed  The person closed the dialog with Esc.
 * @returns {Stage}
 */
export function createDialogStage(onClosed) {
  /** @type {HTMLDialogElement | null} */
  let dialog = null;
  return {
    isCovered: () => dialog !== null,
    cover(draw) {
      dialog ??= show(el('div'), () => {
        const byPerson = dialog !== null;
        dialog = null;
        if (byPerson) onClosed();
      });
      draw(dialog);
      dialog.querySelector('.panel-title')?.setAttribute('aria-level', '1');
    },
    uncover() {
      const closing = dialog;
      dialog = null;
      closing?.close();
    },
  };
}

/**
 * @param {HTMLElement} content
 * @param {() => void} onClose  By a button, or by Esc.
 */
export function show(content, onClose) {
  const before = document.activeElement;
  const dialog = el('dialog', 'dialog', content);
  document.body.append(dialog);
  dialog.showModal();
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    onClose();
  }, { once: true });
  return dialog;
}
