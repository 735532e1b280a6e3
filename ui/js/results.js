/**
 * The rows for what the input holds, or for a link in it or above it, or the portals of one customer: asks, draws, keeps the
 * selection. What may be opened is the guard's to say.
 *
 * @typedef {import('./backend.js').Failure} Failure
 * @typedef {import('./backend.js').Platform} Platform
 * @typedef {import('./backend.js').Row} Row
 * @typedef {import('./guard.js').Guard} Guard
 * @typedef {import('./portals.js').Shown} Shown
 * @typedef {ReturnType<typeof import('./pasted.js').createPasted>} Pasted
 * @typedef {{ text: string, link: string | null, of: string | null }} Asked  `of`: the identity whose portals are meant.
 *
 * @typedef {import('./states.js').Doing & Around} Doing  What the buttons do, and who wants to know.
 * @typedef {object} Around
 * @property {import('./offer.js').Offering} offering
 * @property {() => void} onBack  From the portals to the customers.
 * @property {import('./footer.js').Hints} hints
 * @property {() => void} onDrawn  The rows or the selection are others, perhaps.
 */

import { announce } from './announce.js';
import { search } from './backend.js';
import { byId } from './element.js';
import { drawFooter, hintText } from './footer.js';
import { createMode } from './mode.js';
import { afterPaint } from './paint.js';
import { drawPortals } from './portal-rows.js';
import { searchPortals } from './portals.js';
import { drawRows, markSelected, showSelected } from './rows.js';
import { first, kept, moved, NONE } from './selection.js';
import { countText, stateOf } from './states.js';
import { createSurroundings } from './surroundings.js';
import { t } from './texts.js';
import { createWaiting } from './waiting.js';

const NO_ROWS = { rows: [], total: 0, preselect: false };

/** How long the footer says what was done. */
const SAID_MS = 4000;

/** A search that takes longer says so; a faster one would only flicker. */
const SLOW_MS = 200;

/**
 * @param {HTMLInputElement} input
 * @param {Pasted} pasted
 * @param {Guard} guard
 * @param {Doing} doing
 */
export function createResults(input, pasted, guard, doing) {
  const list = byId('list');
  const surroundings = createSurroundings(doing);
  const { drawQuiet, drawSlow } = createWaiting(guard);
  const mode = createMode(input, pasted, doing.onBack);
  /** @type {Platform} */
  let platform = 'linux';
  /** @type {Shown | null} */
  let answer = null;
  /** What `answer` is for. */
  let answered = '';
  /** A link typed by hand stays in the field: it may not be finished. */
  let byHand = false;
  let selected = NONE;
  let requests = 0;
  /** Keys from anywhere are offered, above the rows. */
  let offering = false;
  /** What was just done, in the footer, until something else is selected or looked for. */
  let said = '';
  let saidTimer = 0;
  /**
   * The portals of this customer are shown; the rest is what the customers go back to.
   *
   * @type {null | { of: Row, text: string, byHand: boolean, answer: Shown | null, answered: string, selected: number }}
   */
  let within = null;

  return {
    reset, refresh, typed, fail, select, move, page, chosen: () => row(selected), selected: () => selected, row, link, keepLink, usePlatform, drawQuiet,
    enter, leave, inPortals: () => within !== null, offer, say,
  };

  /** Forgets everything: the next answer is the first, and of customers. */
  function reset() {
    if (within) input.value = within.text;
    within = null;
    answer = null;
    selected = NONE;
    said = '';
    drawMode();
  }

  /**
   * Shows the portals of a customer in place of the customers. The text is kept to come back to.
   *
   * @param {Row} of
   */
  async function enter(of) {
    if (within) return false;
    within = { of, text: input.value, byHand, answer, answered, selected };
    input.value = '';
    answer = null;
    selected = NONE;
    said = '';
    drawMode();
    return refresh();
  }

  /** Shows the customers again, as they were left, and then as they are now. */
  function leave() {
    const back = comeBack();
    if (back?.answer) draw(back.answer, asks());
    return refresh();
  }

  /** The customer whose portals are shown is gone: the customers come without anybody having asked for them. */
  function leaveGone() {
    comeBack();
    guard.surprised();
    return refresh();
  }

  function comeBack() {
    const back = within;
    if (!back) return null;
    within = null;
    input.value = back.text;
    ({ answer, answered, byHand, selected } = back);
    said = '';
    drawMode();
    return back;
  }

  /** @param {boolean} shown */
  function offer(shown) {
    if (offering === shown) return;
    offering = shown;
    if (answer) refresh();
  }

  /**
   * Says in the footer, and to screen readers, what was just done.
   *
   * @param {string} text
   * @param {boolean} [lasting]  Until something else is selected or looked for, and not only for a while.
   */
  function say(text, lasting = false) {
    said = text;
    announce(text);
    drawBelow(false);
    clearTimeout(saidTimer);
    saidTimer = lasting ? 0 : window.setTimeout(() => {
      said = '';
      drawBelow(false);
    }, SAID_MS);
  }

  /**
   * The text is another one.
   *
   * @param {boolean} atOnce  It was pasted.
   */
  function typed(atOnce) {
    byHand = !atOnce;
    return refresh();
  }

  /** Searches for the text. An answer that is no longer the newest request's is dropped. Returns whether its rows are there. */
  async function refresh() {
    const asked = asks();
    const customer = within?.of;
    const request = (requests += 1);
    guard.typed(keyOf(asked));
    const slow = setTimeout(() => drawSlow(request === requests), SLOW_MS);
    try {
      const result = await (customer ? searchPortals(customer, asked.text) : search(asked.text, asked.link));
      if (request !== requests) return false;
      (customer ? draw : take)(result, asked);
      return true;
    } catch (thrown) {
      const failure = /** @type {Failure} */ (thrown);
      if (request !== requests) return false;
      if (customer && failure.code === 'Gone') await leaveGone();
      else fail(failure);
      return false;
    } finally {
      clearTimeout(slow);
      if (request === requests) drawSlow(false);
    }
  }

  /**
   * Draws the answer; a link in the text that names nobody makes room for a customer's name first, and any other link
   * replaces the one above the text.
   *
   * @param {Shown} result
   * @param {Asked} asked
   */
  function take(result, { text }) {
    const { link = null } = result;
    if (pasted.link() !== null && link?.link !== pasted.link()) pasted.drop();
    const isNew = link?.kind === 'which' && link.link === text;
    if (isNew && !byHand) {
      pasted.keep(link);
      input.value = '';
    }
    const asked = asks();
    guard.typed(keyOf(asked));
    draw(isNew ? { ...result, query: asked.text, ...(byHand ? NO_ROWS : {}) } : result, asked);
  }

  /** Keeps the link in the text, though it was typed by hand. Returns false when there is none to be kept. */
  function keepLink() {
    if (answer?.link?.kind !== 'which' || pasted.link() !== null) return false;
    typed(true);
    return true;
  }

  /** Returns what is to be asked now. */
  function asks() {
    return { text: input.value, link: pasted.link(), of: within?.of.identity ?? null };
  }

  /** @param {Failure} failure */
  function fail(failure) {
    answer = null;
    selected = NONE;
    list.replaceChildren();
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    byId('footer').hidden = true;
    byId('chip').hidden = true;
    surroundings.fail(failure);
    announce(failure.message);
    doing.onDrawn();
  }

  /** @param {number} index */
  function select(index) {
    if (index === selected) return;
    selected = index;
    said = '';
    drawSelection(false);
  }

  /** @param {number} step */
  function move(step) {
    if (answer) select(moved(selected, step, answer.rows.length));
  }

  /** @param {number} pages */
  function page(pages) {
    const height = list.querySelector('[role=option]')?.clientHeight ?? 1;
    move(pages * Math.max(1, Math.floor(list.clientHeight / height) - 1));
  }

  /** @param {number} index */
  function row(index) {
    return answer?.rows[index];
  }

  /** Returns the link that the rows are for, or what is said about one where that is said. */
  function link() {
    return answer && stateOf(answer) !== 'problem' ? answer.link ?? null : null;
  }

  /** @param {Platform} name */
  function usePlatform(name) {
    platform = name;
  }

  /**
   * @param {Shown} result
   * @param {Asked} asked
   */
  function draw(result, asked) {
    const key = keyOf(asked);
    const before = answered === key ? answer : null;
    said = before ? said : '';
    const had = row(selected) !== undefined && before !== null;
    selected = before?.rows.length ? kept(before.rows, selected, result.rows) : first(result);
    answer = result;
    answered = key;
    // A banner that comes or goes moves the rows.
    const ticket = guard.drawn(key, JSON.stringify([result.rows, result.problem, offering]));
    if (result.of) drawPortals(list, result.rows, result.of.portal);
    else drawRows(list, result.rows);
    drawMode();
    list.hidden = result.rows.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    const offers = surroundings.draw(result, asked.text, offering);
    if (!before) list.scrollTop = 0;
    const lost = had && selected === NONE;
    drawSelection(lost);
    drawQuiet();
    // What was just done says more than how many rows there are, as before. Whoever types has no need of the offer.
    const done = before !== null && said;
    const counted = offers && asked.text === '' ? `${countText(result)}. ${t('quick.offer')}` : countText(result);
    announce(lost ? hintText(result, true) : done || counted);
    afterPaint(() => {
      guard.painted(ticket);
      drawQuiet();
    });
  }

  /** @param {boolean} lost  The row that was selected is gone. */
  function drawSelection(lost) {
    if (!answer) return;
    const chosen = row(selected);
    const element = markSelected(list, selected, platform);
    if (element) input.setAttribute('aria-activedescendant', element.id);
    else input.removeAttribute('aria-activedescendant');
    const chip = byId('chip');
    chip.hidden = !chosen || within !== null;
    chip.textContent = chosen?.portal_name ?? '';
    drawBelow(lost);
    // After the footer, which may have grown and taken room.
    showSelected(list);
    doing.onDrawn();
  }

  /** @param {boolean} lost */
  function drawBelow(lost) {
    if (answer) drawFooter(byId('footer'), answer, row(selected), { lost, said, platform, hints: doing.hints });
  }

  function drawMode() {
    mode.draw(within && (answer?.of ?? within.of));
  }
}

/**
 * Returns one text for all: a field holds no line feed.
 *
 * @param {Asked} asked
 */
function keyOf({ text, link, of }) {
  if (of !== null) return `\n${of}\n${text}`;
  return link === null ? text : `${link}\n${text}`;
}
