/**
 * The button that asks whose tenant a domain is, and what came of it, below the domain. It fills in what is empty; what somebody entered
 * it only offers to replace.
 *
 * @typedef {import('../backend.js').Failure} Failure
 * @typedef {import('./look-up.js').Found} Found
 * @typedef {import('./registry.js').Fields} Fields
 */

import { announce } from '../announce.js';
import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { t } from '../texts.js';
import { lookUp } from './look-up.js';

/**
 * @param {object} form
 * @param {() => Fields} form.values
 * @param {string | null} form.cloud  Of an existing customer.
 * @param {string | null} form.identity
 * @param {(found: Partial<Fields>) => void} form.onFill
 * @param {(identity: string) => void} form.onShow
 */
export function createDomainLookUp({ values, cloud, identity, onFill, onShow }) {
  const answer = el('div', 'looked-up');
  answer.hidden = true;
  const button = actButton(t('form.look-up'), ask, { className: 'button' });
  button.title = t('form.look-up-about');
  /** An answer about another domain than the one in the field is of no use. */
  let asked = '';

  return { button, answer, typed };

  function typed() {
    if (values().domain.trim() !== asked) answer.hidden = true;
  }

  async function ask() {
    const domain = asked = values().domain.trim();
    if (domain === '') return say(t('form.look-up-empty'));
    say(t('form.looking-up', { domain }));
    try {
      const found = await lookUp(domain, cloud);
      if (values().domain.trim() !== domain) return answer.hidden = true;
      if (found.outcome === 'none') return say(t('form.found-none', { domain }));
      if (found.outcome === 'several') return sayMany(domain, found.found);
      use(domain, found.found, found.customer);
    } catch (failure) {
      if (values().domain.trim() === domain) say(/** @type {Failure} */ (failure).message);
    }
    return undefined;
  }

  /**
   * @param {string} domain
   * @param {Found} found
   * @param {{ identity: string, name: string } | null} customer
   */
  function use(domain, found, customer) {
    const { tenant_id: id, cloud: key } = values();
    const another = customer && customer.identity !== identity ? customer : null;
    if (another) return say(t('form.found-other', { domain, name: another.name }), actButton(t('form.found-show'), () => onShow(another.identity), { className: 'button small' }));
    if (id.trim().toLowerCase() === found.tenant_id && key === found.cloud) return say(t('form.found-same', { domain, cloud: found.cloud_name }));
    if (id.trim() === '') {
      onFill({ tenant_id: found.tenant_id, cloud: found.cloud });
      return say(t('form.found', { domain, cloud: found.cloud_name }));
    }
    return say(t('form.found-differs', { domain, id: found.tenant_id, cloud: found.cloud_name }), choice(found, t('form.found-use')));
  }

  /**
   * @param {string} domain
   * @param {Found[]} all
   */
  function sayMany(domain, all) {
    say(t('form.found-several', { domain }), ...all.map((found) => choice(found, `${found.cloud_name} · ${found.tenant_id}`)));
  }

  /**
   * @param {Found} found
   * @param {string} label
   */
  function choice(found, label) {
    return actButton(label, () => {
      onFill({ tenant_id: found.tenant_id, cloud: found.cloud });
      say(t('form.found', { domain: asked, cloud: found.cloud_name }));
      button.focus();
    }, { className: 'button small', slow: true });
  }

  /**
   * @param {string} text
   * @param {...HTMLElement} buttons
   */
  function say(text, ...buttons) {
    answer.replaceChildren(named(text, 'looked-up-text'), ...buttons);
    answer.hidden = false;
    announce(text);
  }
}
