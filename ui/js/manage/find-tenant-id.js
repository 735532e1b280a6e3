/**
 * How to find a customer's tenant ID: beside the field, and on the help page.
 *
 * @typedef {import('./help.js').HelpKey} HelpKey
 * @typedef {import('./page.js').Shell} Shell
 */

import { actButton } from '../button.js';
import { el } from '../element.js';
import { t } from '../texts.js';
import { helpLinks, openHelp } from './help.js';

/** @param {Shell} shell */
export function tenantIdHelp(shell) {
  return [
    steps(), helpLink(shell, 'entra', t('guide.open-entra')),
    el('p', 'guide-note', t('guide.older-names')), el('p', 'guide-note', t('guide.other-look-up')), el('p', 'guide-note', t('guide.mistake-subscription')),
  ];
}

/** The way that always works. */
export function steps() {
  return el('ol', 'guide-steps', ...['guide.step-sign-in', 'guide.step-switch', 'guide.step-overview', 'guide.step-copy'].map((key) => el('li', '', t(key))));
}

/**
 * A button that opens a page of Microsoft's, with the address that it opens.
 *
 * @param {Shell} shell
 * @param {HelpKey} key
 * @param {string} label
 */
export function helpLink(shell, key, label) {
  const address = el('span', 'guide-address');
  helpLinks().then((links) => { address.textContent = links[key]; }).catch(console.error);
  return el('div', 'guide-link', actButton(label, () => openHelp(key).catch(shell.fail), { className: 'button small' }), address);
}
