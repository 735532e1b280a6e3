/** Copying: a button that copies a text and says so. */

import { announce } from './announce.js';
import { el } from './element.js';
import { t } from './texts.js';

/** How long the button says what it did. */
const SAID_MS = 1600;

/**
 * @param {string} text  What lands on the clipboard.
 * @param {{ label?: string, about?: string, className?: string }} [options]
 *   `about` names the thing for screen readers, where several buttons say "Copy".
 */
export function copyButton(text, { label = t('quick.copy'), about, className = 'button' } = {}) {
  const button = el('button', className, label);
  button.type = 'button';
  if (about) button.setAttribute('aria-label', `${label}: ${about}`);
  let timer = 0;
  button.addEventListener('click', async () => {
    const said = t((await copyText(text)) ? 'quick.copied' : 'quick.copy-failed');
    button.textContent = said;
    announce(said);
    clearTimeout(timer);
    timer = window.setTimeout(() => { button.textContent = label; }, SAID_MS);
  });
  return button;
}

/**
 * Returns whether the text is on the clipboard.
 *
 * @param {string} text
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // WebKitGTK refuses the clipboard to pages of custom schemes; the old way works inside a click.
    return copyThroughSelection(text);
  }
}

/** @param {string} text */
function copyThroughSelection(text) {
  const focused = document.activeElement;
  const area = el('textarea', 'hidden-visually');
  area.value = text;
  area.readOnly = true;
  document.body.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
