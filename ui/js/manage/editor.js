/**
 * The form with everything around its fields: help, look-up, paste, the buttons below.
 *
 * @typedef {import('../backend.js').Overview} Overview
 * @typedef {import('./page.js').Shell} Shell
 * @typedef {import('./registry.js').Details} Details
 * @typedef {import('./registry.js').Entry} Entry
 * @typedef {import('./registry.js').Fields} Fields
 *
 * @typedef {object} Doing
 * @property {() => Promise<unknown>} onSave
 * @property {() => void} onDiscard
 * @property {() => void} onRemove
 * @property {() => void} onDuplicate
 * @property {(identity: string) => void} onShow
 */

import { announce } from '../announce.js';
import { actButton } from '../button.js';
import { el } from '../element.js';
import { icon } from '../icons.js';
import { isComposing } from '../keys.js';
import { t } from '../texts.js';
import { createDomainLookUp } from './domain-look-up.js';
import { tenantIdHelp } from './find-tenant-id.js';
import { createForm } from './form.js';
import { createPasteFill } from './paste-fill.js';
import { createVerified } from './verified.js';

/** What is verified together. */
const VERIFIED = /** @type {const} */ (['tenant_id', 'domain', 'cloud']);

/**
 * @param {Shell} shell
 * @param {Overview} overview
 * @param {Entry} entry
 * @param {Details | null} details  Null: a new customer.
 * @param {Doing} doing
 */
export function createEditor(shell, overview, entry, details, doing) {
  const isNew = entry.identity === null;
  const language = shell.started.language;
  const verified = createVerified();
  verified.draw(details, language);
  const help = el('div', 'form-help');
  help.id = 'tenant-id-help';
  help.hidden = true;
  const lookUp = createDomainLookUp({
    values: () => form.values(), cloud: details?.fields.cloud ?? null, identity: entry.identity, onFill: fill, onShow: doing.onShow,
  });
  const form = createForm(entry, overview, {
    besideId: helpButton(), belowId: el('div', '', help, verified.element), besideDomain: lookUp.button, belowDomain: lookUp.answer, onInput: () => { lookUp.typed(); drawButtons(); },
  });
  const filled = createPasteFill(form.element, { values: form.values, onFill: fill });
  const trouble = el('div', 'form-trouble');
  trouble.hidden = true;
  const save = actButton(t(isNew ? 'form.add' : 'form.save'), saveNow, { className: 'button primary' });
  const discard = actButton(t(isNew ? 'quick.cancel' : 'form.discard'), doing.onDiscard);
  const others = isNew ? [] : [
    actButton(t('customers.duplicate'), doing.onDuplicate), actButton(t('customers.remove'), doing.onRemove, { className: 'button danger' }),
  ];
  const element = el('div', 'editor', trouble, form.element, filled.element, el('div', 'form-buttons', save, discard, el('span', 'form-space'), ...others));
  element.addEventListener('keydown', press);
  drawButtons();

  return { element, form, isDirty: form.isDirty, rebase, detach };

  /** @param {Details} now */
  function rebase(now) {
    details = now;
    trouble.hidden = true;
    form.rebase(now.identity, now.fields);
    verified.draw(now, language);
  }

  /** Nobody has this identity any more, and what was entered is not to be lost. @param {string} message */
  function detach(message) {
    if (!trouble.hidden) return;
    trouble.replaceChildren(icon('warning'), el('p', '', message, ' ', t('form.gone-keep')), actButton(t('form.add-again'), () => {
      trouble.hidden = true;
      form.becomeNew();
      return doing.onSave();
    }, { className: 'button small', slow: true }));
    trouble.hidden = false;
    announce(message);
  }

  /** @param {Partial<Fields>} fields */
  function fill(fields) {
    form.write(fields);
    form.checkSoon();
    drawButtons();
  }

  async function saveNow() {
    if (shell.overview()?.read_only) return announce(t('form.closed'));
    if (!isNew && !form.isDirty()) return announce(t('form.nothing'));
    await doing.onSave();
    return undefined;
  }

  function drawButtons() {
    const dirty = form.isDirty();
    const isClosed = shell.overview()?.read_only ?? false;
    save.classList.toggle('is-idle', (!dirty && !isNew) || isClosed);
    save.title = isClosed ? t('form.closed') : '';
    discard.hidden = !dirty && !isNew;
    element.classList.toggle('is-dirty', dirty);
    // It was verified for what the registry has, not for what is being entered.
    const now = form.values();
    verified.element.hidden = VERIFIED.some((key) => details !== null && now[key] !== details.fields[key]);
  }

  function helpButton() {
    const button = actButton(t('form.where'), () => {
      help.hidden = !help.hidden;
      if (!help.hidden && !help.hasChildNodes()) help.replaceChildren(...tenantIdHelp(shell));
      button.setAttribute('aria-expanded', String(!help.hidden));
    }, { className: 'link-button' });
    button.setAttribute('aria-expanded', 'false');
    button.setAttribute('aria-controls', help.id);
    return button;
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (isComposing(event) || event.repeat || event.altKey || event.shiftKey) return;
    const main = event.ctrlKey || event.metaKey;
    const isField = event.target instanceof HTMLInputElement && /^(text|checkbox)$/.test(event.target.type);
    if ((event.key === 's' && main) || (event.key === 'Enter' && !main && isField)) {
      event.preventDefault();
      save.click();
    }
  }
}
