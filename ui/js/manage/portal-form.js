/**
 * The form of a portal of the person's own. What will do is decided in Rust, while it is entered; the address it would open is shown.
 *
 * @typedef {import('./choices.js').Portal} Portal
 * @typedef {import('./choices.js').PortalCheck} PortalCheck
 * @typedef {import('./choices.js').PortalEntry} PortalEntry
 * @typedef {import('../backend.js').Failure} Failure
 */

import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { isComposing } from '../keys.js';
import { t } from '../texts.js';
import { checkPortal } from './choices.js';
import { switchControl, textControl } from './controls.js';
import { createField } from './field.js';

/** Somebody who types on is not checked after every letter. */
const SETTLE_MS = 200;

const PLACEHOLDERS = ['{tenant_id}', '{domain}', '{initial_domain}', '{sharepoint}'];

/**
 * @param {Portal | null} portal  Null: a new one.
 * @param {import('../backend.js').Choice[]} clouds
 * @param {{ onSave: (entry: PortalEntry) => Promise<unknown>, onCancel: () => unknown }} doing  `onSave` rejects with what is wrong.
 */
export function createPortalForm(portal, clouds, { onSave, onCancel }) {
  const name = createField('portal-name', t('portals.name'), textControl());
  const fields = clouds.map(({ key, name: cloud }) => ({
    ...createField(`template-${key}`, t('portals.template', { cloud }), textControl('mono')), key, fix: el('div', 'portal-fix'),
  }));
  const tenantLess = switchControl(t('portals.same'), t('portals.same-note'));
  const sameError = el('p', 'form-error');
  sameError.id = 'portal-same-error';
  tenantLess.input.setAttribute('aria-describedby', sameError.id);
  for (const { input, element, fix } of fields) {
    input.setAttribute('placeholder', 'https://');
    input.dir = 'ltr';
    element.append(fix);
  }
  const [first, ...others] = fields;
  const more = el('details', 'portal-others', el('summary', '', t('portals.other-clouds')), ...others.map(({ element }) => element));
  const previews = el('div', 'portal-previews');
  const trouble = el('p', 'form-error');
  trouble.setAttribute('role', 'alert');
  const save = actButton(t('portals.save'), send, { className: 'button primary' });
  const cancel = actButton(t('quick.cancel'), onCancel);
  const help = el('p', 'portal-help', t('portals.placeholders'), ...PLACEHOLDERS.flatMap((one) => [' ', el('code', '', one)]));
  const element = el(
    'form', 'portal-form', el('h1', 'page-title', portal ? named(t('portals.edit-title', { name: portal.name })) : t('portals.add-title')), el('p', 'page-lead', t('portals.add-lead')),
    name.element, first?.element, help, others.length > 0 && more, el('div', 'form-row', tenantLess.element, sameError),
    el('h2', 'import-heading', t('portals.preview')), previews, trouble, el('div', 'portal-buttons', save, cancel),
  );
  let timer = 0;
  let asked = 0;
  /** Fields that were touched, and may be told what is wrong. @type {Set<string>} */
  const touched = new Set();
  /** The person said that it is finished: all of it may be told. */
  let isTried = false;

  name.write(portal?.name ?? '');
  for (const { key, write } of fields) write(portal?.addresses.find(({ cloud }) => cloud === key)?.template ?? '');
  tenantLess.write(portal?.tenant_less ?? false);
  more.open = others.some(({ read }) => read() !== '');
  const base = JSON.stringify(entry());
  element.addEventListener('submit', (event) => event.preventDefault());
  element.addEventListener('keydown', (event) => {
    if (isComposing(event) || event.repeat) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onCancel();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) save.click();
  });
  element.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLElement) touched.add(target.id);
    trouble.textContent = '';
    clearTimeout(timer);
    timer = window.setTimeout(check, SETTLE_MS);
  });
  check();

  return { element, focus: () => name.input.focus(), isDirty: () => JSON.stringify(entry()) !== base };

  /** @returns {PortalEntry} */
  function entry() {
    return { id: portal?.id ?? null, name: name.read(), templates: Object.fromEntries(fields.map(({ key, read }) => [key, read().trim()])), tenant_less: tenantLess.read() };
  }

  /** Returns what is to be said about what is entered; null when something else was entered meanwhile, or nobody could say. */
  async function check() {
    const question = (asked += 1);
    try {
      const answer = await checkPortal(entry());
      if (question === asked) draw(answer);
      return question === asked ? answer : null;
    } catch (failure) {
      if (question === asked) trouble.textContent = /** @type {Failure} */ (failure).message;
      return null;
    }
  }

  /** @param {PortalCheck} answer */
  function draw({ errors, fixes, previews: shown }) {
    const said = (/** @type {string} */ key, /** @type {HTMLElement} */ input) => (isTried || touched.has(input.id) ? errors[key] ?? '' : '');
    name.say(said('name', name.input), '', document.activeElement === name.input);
    for (const { key, say, input, fix, write, read } of fields) {
      const error = said(key, input);
      const fixed = fixes[key];
      say(error, '', document.activeElement === input);
      if (error && key !== first?.key) more.open = true;
      fix.replaceChildren(...(fixed === undefined || fixed === read() ? [] : [actButton(t('portals.fix', { template: fixed }), () => {
        write(fixed);
        touched.add(input.id);
        input.focus();
        return check();
      }, { className: 'button small', slow: true })]));
    }
    sameError.textContent = isTried || touched.size > 0 ? errors['tenant_less'] ?? '' : '';
    sameError.hidden = sameError.textContent === '';
    const places = ['name', 'tenant_less', ...fields.map(({ key }) => key)];
    trouble.textContent = isTried ? Object.keys(errors).filter((key) => !places.includes(key)).map((key) => errors[key]).join(' ') : '';
    previews.replaceChildren(...(shown.length === 0 ? [el('p', 'import-about', t('portals.preview-none'))] : shown.map(({ cloud_name, customer, url }) => {
      const line = el('p', url === null ? 'address-known' : 'address framed', url ?? t('portals.preview-missing'));
      line.dir = url === null ? 'auto' : 'ltr';
      return el('div', 'portal-preview', el('p', 'address-known', customer === null ? t('portals.example') : named(customer), ' · ', cloud_name), line);
    })));
  }

  async function send() {
    clearTimeout(timer);
    isTried = true;
    const answer = await check();
    if (!answer) return;
    const wrong = [name, ...fields].find(({ input }) => input.getAttribute('aria-invalid') === 'true');
    if (wrong) return wrong.input.focus();
    if (answer.errors['tenant_less']) return tenantLess.input.focus();
    if (Object.keys(answer.errors).length > 0) return;
    try {
      await onSave(entry());
    } catch (failure) {
      trouble.textContent = /** @type {Failure} */ (failure).message;
    }
  }
}
