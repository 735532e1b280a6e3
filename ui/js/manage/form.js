/**
 * The form of a customer: what is entered, what of it differs from the registry, what is wrong with it.
 *
 * @typedef {import('../backend.js').Overview} Overview
 * @typedef {import('./field.js').Field} Field
 * @typedef {import('./registry.js').Entry} Entry
 * @typedef {import('./registry.js').Fields} Fields
 * @typedef {import('./registry.js').Messages} Messages
 * @typedef {keyof Fields} Key
 */

import { el } from '../element.js';
import { scopesOf } from './scopes.js';
import { t } from '../texts.js';
import { combobox } from './combobox.js';
import { areaControl, selectControl, switchControl, textControl } from './controls.js';
import { createField } from './field.js';
import { check } from './registry.js';
import { tokens } from './tokens.js';

/** A person who types on is not corrected at every letter. */
const CHECK_MS = 250;

/** @type {Fields} */
export const BLANK = {
  name: '', tenant_id: '', cloud: 'public', domain: '', initial_domain: '', sharepoint: '', group: '', tags: [], aliases: [],
  favorite: false, own: false, confirm: false, portal: '', notes: '',
};

/**
 * @param {Entry} entry
 * @param {Overview} overview
 * @param {object} parts
 * @param {HTMLElement} parts.besideId  At the end of the line above the tenant ID.
 * @param {HTMLElement} parts.belowId
 * @param {HTMLElement} parts.besideDomain  In the field of the domain.
 * @param {HTMLElement} parts.belowDomain
 * @param {() => void} parts.onInput
 */
export function createForm(entry, overview, { besideId, belowId, besideDomain, belowDomain, onInput }) {
  let { identity, base } = entry;
  const domain = textControl();
  const groups = () => scopesOf(overview.customers).flatMap(({ scope }) => (scope.kind === 'group' ? [scope.name] : []));
  const portals = [{ key: '', name: t('form.portal-usual', { portal: overview.default_portal }) }, ...overview.portals];
  /** @type {Record<Key, Field>} */
  const fields = {
    name: createField('name', t('form.name'), textControl(), { wide: true }),
    tenant_id: createField('tenant_id', t('form.tenant-id'), textControl('mono'), { wide: true, beside: besideId, below: [belowId] }),
    domain: createField('domain', t('form.domain'), { ...domain, element: el('div', 'form-with-button', domain.element, besideDomain) }, { wide: true, below: [belowDomain] }),
    initial_domain: createField('initial_domain', t('form.initial-domain'), textControl()),
    cloud: createField('cloud', t('form.cloud'), selectControl(overview.clouds)),
    group: createField('group', t('form.group'), combobox(groups)),
    sharepoint: createField('sharepoint', t('form.sharepoint'), textControl()),
    portal: createField('portal', t('form.portal'), selectControl(portals), { wide: true }),
    aliases: createField('aliases', t('form.aliases'), tokens(), { wide: true }),
    tags: createField('tags', t('form.tags'), tokens({ atComma: true }), { wide: true }),
    notes: createField('notes', t('form.notes'), areaControl(), { wide: true }),
    favorite: switched('favorite', t('form.favorite'), t('form.favorite-about')),
    own: switched('own', t('form.own'), t('form.own-about')),
    confirm: switched('confirm', t('form.confirm'), t('form.confirm-about')),
  };
  const all = Object.entries(fields).map(([key, field]) => ({ key: /** @type {Key} */ (key), field }));
  fields.name.input.setAttribute('aria-required', 'true');
  fields.tenant_id.input.setAttribute('aria-required', 'true');
  const element = el('div', 'form', ...all.map(({ field }) => field.element));
  /** Where the person was: what is not entered yet is not wrong yet. @type {Set<Key>} */
  const touched = new Set();
  let checks = 0;
  let timer = 0;
  write(entry.fields);

  element.addEventListener('input', changed);
  element.addEventListener('change', changed);

  return {
    element, fields: all, values, write, isDirty, entry: () => ({ identity, base, fields: values() }), showErrors, focus, rebase, settle, becomeNew, checkSoon,
  };

  /** @returns {Fields} */
  function values() {
    return /** @type {Fields} */ (Object.fromEntries(all.map(({ key, field }) => [key, field.read()])));
  }

  /** @param {Partial<Fields>} next */
  function write(next) {
    for (const { key, field } of all) if (key in next) field.write(next[key]);
  }

  function isDirty() {
    const before = base ?? { ...BLANK, ...entry.fields };
    return all.some(({ key, field }) => !isEqual(field.read(), before[key]));
  }

  /**
   * The registry has other values now. Fields that the person did not touch follow; the others say so, and stay.
   *
   * @param {string | null} id
   * @param {Fields} theirs
   */
  function rebase(id, theirs) {
    identity = id;
    const before = base ?? theirs;
    /** @type {Partial<Fields>} */
    const held = {};
    for (const { key, field } of all) {
      const mine = field.read();
      if (isEqual(mine, before[key]) || isEqual(mine, theirs[key])) {
        field.write(theirs[key]);
        field.offer(null);
      } else if (isEqual(theirs[key], before[key])) field.offer(null);
      else {
        Object.assign(held, { [key]: before[key] });
        field.offer(shownValue(key, theirs[key], overview), () => take(key, theirs[key]));
      }
    }
    base = { ...theirs, ...held };
    onInput();
  }

  /**
   * What was sent is saved. What was entered since then stays.
   *
   * @param {Fields} sent
   * @param {Fields} now
   */
  function settle(sent, now) {
    base = now;
    for (const { key, field } of all) {
      if (isEqual(field.read(), sent[key])) field.write(now[key]);
      field.offer(null);
    }
    touched.clear();
    onInput();
  }

  /** What is entered is a new customer's from now on. */
  function becomeNew() {
    identity = null;
    base = null;
  }

  /**
   * @param {Key} key
   * @param {any} value
   */
  function take(key, value) {
    fields[key].write(value);
    fields[key].offer(null);
    base = /** @type {Fields} */ ({ ...base, [key]: value });
    checkSoon();
    onInput();
  }

  /** @param {Event} event */
  function changed({ target }) {
    const key = all.find(({ field }) => field.element.contains(/** @type {Node} */ (target)))?.key;
    if (key) touched.add(key);
    checkSoon();
    onInput();
  }

  function checkSoon() {
    clearTimeout(timer);
    timer = window.setTimeout(checkNow, CHECK_MS);
  }

  async function checkNow() {
    const mine = checks += 1;
    try {
      const { errors, notes } = await check({ identity, base, fields: values() });
      if (mine !== checks || !element.isConnected) return;
      for (const { key, field } of all) {
        const here = field.element.contains(document.activeElement);
        if (touched.has(key) || notes[key]) field.say(touched.has(key) ? errors[key] ?? '' : '', notes[key] ?? '', here);
        else field.say('', '', false);
      }
    } catch (failure) {
      // Saving says it.
      console.error(failure);
    }
  }

  /** Shows what is wrong, and puts the focus into the first. @param {Messages} errors */
  function showErrors(errors) {
    clearTimeout(timer);
    checks += 1;
    for (const { key, field } of all) {
      touched.add(key);
      field.say(errors[key] ?? '', '', false);
    }
    const first = all.find(({ key }) => errors[key]);
    if (first) focus(first.key);
  }

  /** @param {Key} key */
  function focus(key) {
    fields[key].input.focus();
    fields[key].element.scrollIntoView({ block: 'nearest' });
  }
}

/**
 * @param {Key} key
 * @param {string} label
 * @param {string} about
 */
function switched(key, label, about) {
  const control = switchControl(label, about);
  const field = createField(key, label, control, { wide: true });
  // Its label stands beside it.
  field.element.querySelector('.form-caption')?.remove();
  return field;
}

/**
 * Returns what a similar customer shares, and nothing that says who it is.
 *
 * @param {Fields} fields
 * @returns {Partial<Fields>}
 */
export function duplicated({ name, cloud, group, tags, own, confirm, portal, notes }) {
  return { name: t('customers.copy-of', { name }), cloud, group, tags, own, confirm, portal, notes };
}

/**
 * Returns a value as people read it.
 *
 * @param {Key} key
 * @param {unknown} value
 * @param {Overview} overview
 */
export function shownValue(key, value, { clouds, portals, default_portal }) {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'boolean') return t(value ? 'form.on' : 'form.off');
  if (key === 'portal' && value === '') return t('form.portal-usual', { portal: default_portal });
  const choices = { cloud: clouds, portal: portals }[/** @type {string} */ (key)];
  return choices?.find((one) => one.key === value)?.name ?? String(value);
}

/**
 * @param {unknown} one
 * @param {unknown} other
 */
export function isEqual(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
