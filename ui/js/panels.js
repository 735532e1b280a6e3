/**
 * What the panel of quick open says, as values; `panel.js` draws them. Branches on error codes, shows messages.
 *
 * @typedef {import('./backend.js').Accept} Accept
 * @typedef {import('./backend.js').Difference} Difference
 * @typedef {import('./backend.js').Failure} Failure
 * @typedef {import('./backend.js').Known} Known
 * @typedef {import('./backend.js').OpenRequest} OpenRequest
 * @typedef {import('./backend.js').Question} Question
 * @typedef {import('./backend.js').Review} Review
 * @typedef {import('./backend.js').Row} Row
 *
 * @typedef {object} Panel
 * @property {string} title
 * @property {string} text
 * @property {'warning' | 'blocked' | null} sign
 * @property {Difference[]} [differences]  Before and now, side by side.
 * @property {Known[]} [customers]  To look through.
 * @property {string | null} [url]  Shown in full, with a button that copies it.
 * @property {PanelAction[]} actions
 *
 * @typedef {{ do: 'back' } | { do: 'open', request: OpenRequest } | { do: 'review' }
 *   | { do: 'accept', accept: Accept, request: OpenRequest | null }} Act
 *
 * @typedef {object} PanelAction
 * @property {string} label
 * @property {Act} act
 * @property {boolean} [focus]  Has the focus, and looks like the one to take.
 * @property {boolean} [slow]  Does nothing at first: an Enter meant for the rows must not answer a question.
 */

import { compareNames } from './order.js';
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
  const again = failure.code === 'BrowserFailed' ? request : null;
  return {
    title: again ? t('quick.failed-browser', { name: again.name }) : t('quick.failed'),
    text: failure.message,
    sign: 'warning',
    url: failure.url ?? null,
    actions: [...wayOn(failure, again), back()],
  };
}

/**
 * Returns the panel after accepting or bringing back failed. What is not any more as it was seen can be looked at again.
 *
 * @param {string} title  What was not done.
 * @param {Failure} failure
 * @returns {Panel}
 */
export function notDonePanel(title, { code, message }) {
  const again = code === 'ChangedAgain' || code === 'Gone';
  return { title, text: message, sign: 'warning', actions: [...(again ? [review(t('quick.compare-again'))] : []), back()] };
}

/**
 * Returns the panel after something else failed.
 *
 * @param {string} title  What was not done.
 * @param {Failure} failure
 * @returns {Panel}
 */
export function troublePanel(title, { message }) {
  return { title, text: message, sign: 'warning', actions: [back()] };
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
    differences: old_name !== null && new_name !== null ? [{ field: t('review.name'), old: old_name, new: new_name }] : [],
    actions: [{ label: yes, act: { do: 'open', request }, slow: true }, cancel()],
  };
}

/**
 * Returns the panel that shows what was changed outside Portico, or everything when there is nothing to compare with.
 * "Cancel" has the focus.
 *
 * @param {Review} review
 * @returns {Panel}
 */
export function reviewPanel({ title, text, differences, customers, yes, accept, request }) {
  return {
    title,
    text,
    sign: 'warning',
    differences,
    customers: [...customers].sort(compareNames),
    actions: [{ label: yes, act: { do: 'accept', accept, request }, slow: true }, cancel()],
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

/**
 * @param {Failure} failure
 * @param {OpenRequest | null} again
 * @returns {PanelAction[]}
 */
function wayOn({ code }, again) {
  if (again) return [{ label: t('quick.try-again'), act: { do: 'open', request: again } }];
  return code === 'PinsLost' ? [review(t('quick.look-through'))] : [];
}

/**
 * @param {string} label
 * @returns {PanelAction}
 */
function review(label) {
  return { label, act: { do: 'review' }, focus: true };
}

/** @returns {PanelAction} */
function back() {
  return { label: t('quick.back'), act: { do: 'back' }, focus: true };
}

/** @returns {PanelAction} */
function cancel() {
  return { label: t('quick.cancel'), act: { do: 'back' }, focus: true };
}
