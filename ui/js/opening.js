/**
 * From a chosen row to an opened portal, or to the panel that says why not. One press is one request.
 *
 * @typedef {import('./backend.js').Failure} Failure
 * @typedef {import('./backend.js').OpenRequest} OpenRequest
 * @typedef {import('./backend.js').Pending} Pending
 * @typedef {import('./backend.js').Row} Row
 * @typedef {import('./panels.js').Panel} Panel
 */

import { hold, openPortal, pending } from './backend.js';
import { byId } from './element.js';
import { drawPanel } from './panel.js';
import { blockedPanel, failurePanel, noticePanel, questionPanel } from './panels.js';

/**
 * @param {{ onOpened: () => void, onBack: () => void }} events
 *   `onBack`: the rows are there again and want the focus.
 */
export function createOpening({ onOpened, onBack }) {
  const main = byId('main');
  const panel = byId('panel');
  let busy = false;
  /** Counts the times the window appeared: an open that ends in a later visit must not close that one. */
  let visit = 0;

  return { appeared, open, showPending, back, isAsking: () => !panel.hidden };

  function appeared() {
    visit += 1;
    busy = false;
    back();
  }

  /** @param {Row} row */
  function open(row) {
    if (row.blocked !== null) show(blockedPanel(row));
    else send({ identity: row.identity, portal: row.portal, name: row.name, confirmed: false });
  }

  /** Shows what a click in the tray left: a failure, a question, a notice. */
  async function showPending() {
    try {
      const left = await pending();
      if (left) show(pendingPanel(left));
    } catch (failure) {
      show(failurePanel(/** @type {Failure} */ (failure), null));
    }
  }

  /** Puts the rows back in place of the panel. */
  function back() {
    if (!panel.hidden) hold(false).catch(console.error);
    panel.hidden = true;
    panel.replaceChildren();
    main.hidden = false;
    onBack();
  }

  /** @param {OpenRequest} request */
  async function send(request) {
    if (busy) return;
    busy = true;
    const mine = visit;
    try {
      const result = await openPortal(request);
      if (result.outcome === 'asks') show(questionPanel(result.question));
      else if (result.outcome === 'opened' && mine === visit) onOpened();
    } catch (failure) {
      show(failurePanel(/** @type {Failure} */ (failure), request));
    } finally {
      if (mine === visit) busy = false;
    }
  }

  /** @param {Panel} value */
  function show(value) {
    hold(true).catch(console.error);
    main.hidden = true;
    drawPanel(panel, value, (request) => {
      back();
      if (request) send(request);
    });
  }
}

/** @param {Pending} left */
function pendingPanel(left) {
  switch (left.kind) {
    case 'failed': return failurePanel(left.error, left.request);
    case 'asks': return questionPanel(left.question);
    case 'notice': return noticePanel(left);
  }
}
