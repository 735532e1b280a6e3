/**
 * What the panel of quick open says, as values; `panel.js` draws them. Branches on error codes, shows messages.
 *
 * @typedef {import('./backend.js').Failure} Failure
 * @typedef {import('./backend.js').OpenRequest} OpenRequest
 * @typedef {import('./backend.js').Question} Question
 * @typedef {import('./backend.js').Row} Row
 *
 * @typedef {object} Panel
 * @property {string} title
 * @property {string} text
 * @property {'warning' | 'blocked' | null} sign
 * @property {{ before: string, now: string } | null} [names]  Shown side by side.
 * @property {string | null} [url]  Shown in full, with a button that copies it.
 * @property {PanelAction[]} actions
 *
 * @typedef {object} PanelAction
 * @property {string} label
 * @property {OpenRequest | null} send  Null: back to the rows.
 * @property {boolean} [focus]  Has the focus, and looks like the one to take.
 * @property {boolean} [slow]  Does nothing at first: an Enter meant for the rows must not answer a question.
 */

import { t } from './texts.js';

/**
 * Returns the panel after an open that failed. Trying again is offered where the browser was the trouble: another
 * refusal would only be repeated.
 *
 * @param {Failure} failure
 * @param {OpenRequest | null} request  Null when it came from the tray and is not known here.
 * @returns {Panel}
 */
export function failurePanel(failure, request) {
  const browser = failure.code === 'BrowserFailed';
  const again = browser && request ? [{ label: t('quick.try-again'), send: request }] : [];
  return {
    title: browser && request ? t('quick.failed-browser', { name: request.name }) : t('quick.failed'),
    text: failure.message,
    sign: 'warning',
    url: failure.url ?? null,
    actions: [...again, back()],
  };
}

/**
 * Returns the panel that asks before opening. "Cancel" has the focus.
 *
 * @param {Question} question
 * @returns {Panel}
 */
export function questionPanel({ title, text, old_name, new_name, yes, request }) {
  return {
    title,
    text,
    sign: 'warning',
    names: old_name !== null && new_name !== null ? { before: old_name, now: new_name } : null,
    actions: [
      { label: yes, send: request, slow: true },
      { label: t('quick.cancel'), send: null, focus: true },
    ],
  };
}

/**
 * Returns the panel that says why a row cannot be opened.
 *
 * @param {Pick<Row, 'name' | 'blocked'>} row
 * @returns {Panel}
 */
export function blockedPanel({ name, blocked }) {
  return { title: t('quick.blocked', { name }), text: blocked ?? '', sign: 'blocked', actions: [back()] };
}

/**
 * @param {{ title: string, text: string }} notice
 * @returns {Panel}
 */
export function noticePanel({ title, text }) {
  return { title, text, sign: null, actions: [{ ...back(), label: t('quick.continue') }] };
}

/** @returns {PanelAction} */
function back() {
  return { label: t('quick.back'), send: null, focus: true };
}
