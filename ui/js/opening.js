/**
 * From a chosen row to an opened portal, or to the panel that says why not, what changed, what to accept, whom to add. One
 * press is one request.
 *
 * @typedef {import('./backend.js').Accept} Accept
 * @typedef {import('./backend.js').Failure} Failure
 * @typedef {import('./backend.js').Message} Message
 * @typedef {import('./backend.js').OpenRequest} OpenRequest
 * @typedef {import('./backend.js').Pending} Pending
 * @typedef {import('./backend.js').PendingLink} PendingLink
 * @typedef {import('./backend.js').Row} Row
 * @typedef {import('./panels.js').Act} Act
 * @typedef {import('./panels.js').Panel} Panel
 *
 * @typedef {ReturnType<typeof createOpening>} Opening
 */

import { drawAddForm } from './add-form.js';
import { announce } from './announce.js';
import { accept, addFromLink, openPortal, pending, restore, review } from './backend.js';
import { drawPanel } from './panel.js';
import { blockedPanel, failurePanel, noticePanel, notDonePanel, questionPanel, reviewPanel, troublePanel } from './panels.js';
import { t } from './texts.js';

/**
 * @param {import('./stage.js').Stage} stage  Where panels stand.
 * @param {{ onOpened: (request: OpenRequest) => void, onBack: () => void, onAdded: () => void, onCover: () => void, onLink: (link: PendingLink) => unknown }} events
 *   `onBack`: the rows are there again and want the focus. `onAdded`: and are others now. `onCover`: they go. `onLink`: one came from elsewhere.
 */
export function createOpening(stage, { onOpened, onBack, onAdded, onCover, onLink }) {
  let busy = false;
  /** Counts the times the window appeared: an open that ends in a later visit must not close that one. */
  let visit = 0;
  /** Counts what was left to be said: an open that ends after that must not take it away with the window. */
  let left = 0;
  /** Counts what was shown: an answer to a panel that is gone must not bring up another one, or open anything. */
  let shown = 0;

  return { appeared, open, askToAdd, bringBack, showReview, showPending, back, attempt, cover, isAsking: stage.isCovered };

  function appeared() {
    visit += 1;
    busy = false;
    back();
  }

  /**
   * @param {Row} row
   * @param {string | null} link  The row is for the page of this link.
   */
  function open(row, link) {
    if (row.blocked !== null) return show(blockedPanel(row));
    const page = link === null ? { portal: row.portal } : { link };
    send({ identity: row.identity, ...page, name: row.name, confirmed: false });
  }

  /**
   * Asks for the name of the customer that a link is for. Added, it has a row, and nothing opens.
   *
   * @param {Message} message
   */
  function askToAdd({ link, offer }) {
    if (!offer) return;
    cover((host) => drawAddForm(host, offer, { onAdd: add, onCancel: back }));
    const mine = shown;

    /** @param {import('./add-form.js').Entered} entered */
    async function add(entered) {
      await addFromLink({ link, ...entered });
      if (mine === shown) back();
      onAdded();
    }
  }

  /** Shows what a click in the tray left: a failure, a question, a change, a notice. */
  async function showPending() {
    left += 1;
    try {
      const said = await pending();
      if (said?.kind === 'link') await onLink(said);
      else if (said) show(pendingPanel(said));
    } catch (failure) {
      show(failurePanel(/** @type {Failure} */ (failure), null));
    }
  }

  /** Shows the next change that waits for a person's eyes; none is left when somebody else was faster. */
  async function showReview() {
    const mine = shown;
    try {
      const next = await review();
      if (mine !== shown) return;
      if (next) show(reviewPanel(next));
      else back();
    } catch (failure) {
      if (mine === shown) show(failurePanel(/** @type {Failure} */ (failure), null));
    }
  }

  /**
   * Brings a backup back. The rows follow by themselves.
   *
   * @param {string} backup
   */
  async function bringBack(backup) {
    const mine = shown;
    try {
      await restore(backup);
      if (mine === shown) back();
    } catch (failure) {
      if (mine === shown) show(notDonePanel(t('quick.restore-failed'), /** @type {Failure} */ (failure)));
    }
  }

  /**
   * Does something, and goes on with what came of it; not when the person went elsewhere meanwhile.
   *
   * @template T
   * @param {() => Promise<T>} act
   * @param {(result: T) => unknown} onDone
   * @param {string} trouble  The title of what is said when it failed.
   */
  async function attempt(act, onDone, trouble) {
    const mine = shown;
    try {
      const result = await act();
      if (mine === shown) await onDone(result);
    } catch (failure) {
      if (mine === shown) show(troublePanel(trouble, /** @type {Failure} */ (failure)));
    }
  }

  /** Puts the rows back in place of the panel. */
  function back() {
    shown += 1;
    stage.uncover();
    onBack();
  }

  /** @param {OpenRequest} request */
  async function send(request) {
    if (busy) return;
    busy = true;
    const mine = visit;
    const before = left;
    try {
      const result = await openPortal(request);
      if (result.outcome === 'asks') show(questionPanel(result.question));
      else if (result.outcome === 'reviews') show(reviewPanel(result.review));
      else if (mine === visit && before === left) onOpened(request);
    } catch (failure) {
      show(failurePanel(/** @type {Failure} */ (failure), request));
    } finally {
      if (mine === visit) busy = false;
    }
  }

  /**
   * Accepts what was seen, and goes on: to the portal that was asked for, else to the next change, else to the rows.
   *
   * @param {Accept} seen
   * @param {OpenRequest | null} request
   */
  async function acceptSeen(seen, request) {
    const mine = shown;
    try {
      await accept(seen);
    } catch (failure) {
      if (mine === shown) show(notDonePanel(t('quick.accept-failed'), /** @type {Failure} */ (failure)));
      return;
    }
    announce(t('quick.accepted'));
    // Somebody who went back meanwhile wants nothing opened.
    if (mine !== shown) return;
    if (!request) return showReview();
    back();
    return send(request);
  }

  /** @param {Panel} value */
  function show(value) {
    cover((host) => drawPanel(host, value, perform));
  }

  /** @param {(host: HTMLElement) => void} draw  Draws the panel, which stands there from now on. */
  function cover(draw) {
    shown += 1;
    onCover();
    stage.cover(draw);
  }

  /** @param {Act} act */
  function perform(act) {
    switch (act.do) {
      case 'back': return back();
      case 'open':
        back();
        return send(act.request);
      case 'review': return showReview();
      case 'accept': return acceptSeen(act.accept, act.request);
    }
  }
}

/** @param {Exclude<Pending, PendingLink>} said */
function pendingPanel(said) {
  switch (said.kind) {
    case 'failed': return failurePanel(said.error, said.request);
    case 'asks': return questionPanel(said.question);
    case 'reviews': return reviewPanel(said.review);
    case 'notice': return noticePanel(said);
  }
}
