/**
 * One field of a form: its label, its control, and the sentences under it.
 *
 * @typedef {object} Control  What can be entered into. A value that nobody touched comes back as it went in, whatever the page makes of it.
 * @property {HTMLElement} element  What stands on the page.
 * @property {HTMLElement} input  What has the focus, and is described.
 * @property {() => any} read
 * @property {(value: any) => void} write
 *
 * @typedef {ReturnType<typeof createField>} Field
 */

import { announce } from '../announce.js';
import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { t } from '../texts.js';

/**
 * @param {string} key
 * @param {string} label
 * @param {Control} control
 * @param {{ wide?: boolean, beside?: HTMLElement | null, below?: (HTMLElement | null)[] }} [around]  `beside`: at the end of the label's line.
 */
export function createField(key, label, control, { wide = false, beside = null, below = [] } = {}) {
  const { input } = control;
  input.id = `field-${key}`;
  const caption = el('label', 'form-label', label);
  caption.htmlFor = input.id;
  const error = sentence('form-error');
  const note = sentence('form-note');
  const theirs = el('div', 'form-theirs');
  theirs.id = `${input.id}-theirs`;
  theirs.hidden = true;
  const element = el('div', wide ? 'form-row is-wide' : 'form-row', el('div', 'form-caption', caption), control.element, beside, error, note, theirs, ...below);
  element.dataset['field'] = key;
  // Behind the field, so that Tab gets to that first; at the end of the label's line for the eye.
  beside?.classList.add('form-beside');
  element.classList.toggle('has-beside', beside !== null);

  return { key, label, element, input, read: control.read, write: control.write, say, offer };

  /**
   * Says what is wrong, and what is worth a look; neither is `''`.
   *
   * @param {string} wrong
   * @param {string} worth
   * @param {boolean} aloud  The person is here just now.
   */
  function say(wrong, worth, aloud) {
    if (aloud && wrong && error.textContent !== wrong) announce(wrong);
    error.textContent = wrong;
    note.textContent = worth;
    error.hidden = wrong === '';
    note.hidden = worth === '' || wrong !== '';
    if (wrong === '') input.removeAttribute('aria-invalid');
    else input.setAttribute('aria-invalid', 'true');
    describe();
  }

  /**
   * Shows what somebody else entered here meanwhile, with a button that takes it; null shows nothing.
   *
   * @param {string | null} value
   * @param {() => void} [onTake]
   */
  function offer(value, onTake = () => {}) {
    theirs.hidden = value === null;
    theirs.replaceChildren(...(value === null ? [] : [
      el('p', '', t('form.changed-meanwhile'), ' ', value === '' ? t('form.empty') : named(value, 'form-theirs-value')),
      actButton(t('form.use-theirs'), () => { onTake(); input.focus(); }, { className: 'button small', slow: true }),
    ]));
    if (value !== null) announce(`${label}: ${t('form.changed-meanwhile')} ${value || t('form.empty')}`);
    describe();
  }

  function describe() {
    const by = [error, note, theirs].filter(({ hidden }) => !hidden).map(({ id }) => id).join(' ');
    if (by) input.setAttribute('aria-describedby', by);
    else input.removeAttribute('aria-describedby');
  }

  /** @param {string} className */
  function sentence(className) {
    const line = el('p', className);
    line.id = `${input.id}-${className}`;
    line.hidden = true;
    return line;
  }
}
