/**
 * The line below a tenant ID: with which domain it was verified and when, or that it was not, with a button that asks.
 *
 * @typedef {import('./registry.js').Details} Details
 */

import { announce } from '../announce.js';
import { actButton } from '../button.js';
import { el } from '../element.js';
import { icon } from '../icons.js';
import { t } from '../texts.js';
import { onVerifying, verify } from './look-up.js';

/** Who waits for a finding. @type {Set<(now: import('./look-up.js').Verifying) => void>} */
const waiting = new Set();
let listening = false;

export function createVerified() {
  const element = el('div', 'verified');
  return { element, draw };

  /**
   * @param {Details | null} details  Null: a new customer.
   * @param {string} language
   */
  function draw(details, language) {
    if (!details) return element.replaceChildren();
    const { verified, cloud_name: cloud, fields } = details;
    if (verified) {
      const text = t('form.verified', { domain: verified.domain, cloud, day: day(verified.at, language) });
      return element.replaceChildren(el('p', 'verified-line is-verified', icon('check'), el('span', '', text)));
    }
    if (fields.domain === '') return element.replaceChildren(el('p', 'verified-line', t('form.not-verified-domain')));
    const found = el('p', 'verified-line is-trouble');
    found.hidden = true;
    const button = actButton(t('form.verify'), () => ask(details.identity, found), { className: 'button small' });
    button.title = t('form.asks', { domain: fields.domain });
    element.replaceChildren(el('div', 'verified-line', el('span', '', t('form.not-verified')), button), found);
  }

  /**
   * The registry changes when it is verified, and this line with it. All else is said here.
   *
   * @param {string} identity
   * @param {HTMLElement} found
   */
  async function ask(identity, found) {
    await listenOnce();
    found.hidden = true;
    try {
      const ended = new Promise((resolve) => {
        /** @param {import('./look-up.js').Verifying} now */
        const hear = (now) => {
          if (now.state === 'running') return;
          waiting.delete(hear);
          resolve(now);
        };
        waiting.add(hear);
      });
      const first = await verify([identity]);
      const now = /** @type {import('./look-up.js').Verifying} */ (first.state === 'running' ? await ended : first);
      const finding = now.findings.find((one) => one.identity === identity);
      say(finding?.text ?? now.message ?? '');
      if (!finding && now.verified > 0) announce(t('form.verified-now'));
    } catch (failure) {
      say(/** @type {import('../backend.js').Failure} */ (failure).message);
    }

    /** @param {string} text */
    function say(text) {
      found.textContent = text;
      found.hidden = text === '';
      if (text) announce(text);
    }
  }
}

async function listenOnce() {
  if (listening) return;
  listening = true;
  await onVerifying((now) => { for (const hear of [...waiting]) hear(now); });
}

/**
 * @param {string} at  `2026-11-12`: a day, the same everywhere.
 * @param {string} language
 */
export function day(at, language) {
  const date = new Date(`${at}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? at : new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}
