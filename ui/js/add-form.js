/**
 * The form that adds the customer of a link. What may be entered is decided in Rust; this shows what it says.
 *
 * @typedef {import('./backend.js').Failure} Failure
 * @typedef {import('./backend.js').Offer} Offer
 * @typedef {{ name: string, cloud: string | null }} Entered
 */

import { announce } from './announce.js';
import { actButton } from './button.js';
import { el } from './element.js';
import { isComposing } from './keys.js';
import { t } from './texts.js';

/**
 * Draws the form into the panel, and puts the focus into the name.
 *
 * @param {HTMLElement} host  Shown now; the caller hides it again.
 * @param {Offer} offer
 * @param {{ onAdd: (entered: Entered) => Promise<void>, onCancel: () => void }} events
 *   `onAdd` rejects with what is wrong, which is shown where it is wrong.
 */
export function drawAddForm(host, offer, { onAdd, onCancel }) {
  const title = el('h2', 'panel-title', t('quick.add-title'));
  title.id = 'panel-title';
  const text = el('p', 'panel-text', t('quick.add-link-text', { portal: offer.portal }));
  text.id = 'panel-text';

  const name = el('input', 'field');
  name.id = 'add-name';
  name.type = 'text';
  name.autocomplete = 'off';
  name.spellcheck = false;
  name.dir = 'auto';
  name.required = true;
  const nameError = errorLine('add-name-error');
  const cloudError = errorLine('add-cloud-error');
  const otherError = errorLine('add-error');
  const clouds = offer.clouds.map(({ key, name: label }) => choice(key, label, key === offer.cloud));
  const group = el('fieldset', 'add-clouds', el('legend', 'add-label', t('review.cloud')), ...clouds, cloudError);

  const add = actButton(t('quick.add'), send, { className: 'button primary' });
  const cancel = actButton(t('quick.cancel'), onCancel);
  const form = el(
    'div', 'panel-body add-form', title, text,
    labelled('add-name', t('review.name')), name, nameError,
    el('p', 'add-label', t('review.tenant-id')), el('code', 'add-id framed', offer.tenant_id),
    group, otherError,
    el('div', 'panel-buttons', cancel, add),
  );
  form.addEventListener('keydown', (event) => {
    const enters = event.key === 'Enter' && !event.repeat && !isComposing(event) && event.target instanceof HTMLInputElement;
    if (enters) add.click();
  });
  host.setAttribute('role', 'dialog');
  host.setAttribute('aria-labelledby', 'panel-title');
  host.setAttribute('aria-describedby', 'panel-text');
  host.replaceChildren(form);
  host.hidden = false;
  host.scrollTop = 0;
  name.focus({ preventScroll: true });

  // What was wrong is being mended.
  form.addEventListener('input', unsay);

  async function send() {
    const chosen = clouds.map((label) => /** @type {HTMLInputElement} */ (label.firstElementChild)).find(({ checked }) => checked);
    unsay();
    try {
      await onAdd({ name: name.value, cloud: chosen?.value ?? null });
    } catch (failure) {
      say(/** @type {Failure} */ (failure));
    }
  }

  function unsay() {
    for (const line of [nameError, cloudError, otherError]) line.hidden = true;
    name.removeAttribute('aria-invalid');
    name.removeAttribute('aria-describedby');
  }

  /** @param {Failure} failure */
  function say({ code, message }) {
    const line = code === 'BadName' ? nameError : code === 'NoCloud' ? cloudError : otherError;
    line.textContent = message;
    line.hidden = false;
    announce(message);
    if (line === nameError) {
      name.setAttribute('aria-invalid', 'true');
      name.setAttribute('aria-describedby', nameError.id);
      name.focus();
    } else if (line === cloudError) {
      /** @type {HTMLElement | null} */ (group.querySelector('input'))?.focus();
    }
    line.scrollIntoView({ block: 'nearest' });
  }
}

/**
 * @param {string} field
 * @param {string} text
 */
function labelled(field, text) {
  const label = el('label', 'add-label', text);
  label.htmlFor = field;
  return label;
}

/** @param {string} id */
function errorLine(id) {
  const line = el('p', 'add-error');
  line.id = id;
  line.hidden = true;
  return line;
}

/**
 * @param {string} key
 * @param {string} text
 * @param {boolean} checked
 */
function choice(key, text, checked) {
  const radio = el('input');
  radio.type = 'radio';
  radio.name = 'add-cloud';
  radio.value = key;
  radio.checked = checked;
  return el('label', 'add-cloud', radio, text);
}
