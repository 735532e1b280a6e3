/**
 * The rows for what the input holds, or for a link in it or above it: asks, draws, keeps the selection. What may be opened is
 * the guard's to say.
 *
 * @typedef {import('./backend.js').Answer} Answer
 * @typedef {import('./backend.js').Failure} Failure
 * @typedef {import('./backend.js').Platform} Platform
 * @typedef {import('./guard.js').Guard} Guard
 * @typedef {ReturnType<typeof import('./pasted.js').createPasted>} Pasted
 * @typedef {{ text: string, link: string | null }} Asked
 * @typedef {{ onRemedy: import('./problems.js').Remedying, onAdd: () => void }} Doing  What the buttons do.
 */

import { announce } from './announce.js';
import { search } from './backend.js';
import { byId } from './element.js';
import { drawFooter } from './footer.js';
import { afterPaint } from './paint.js';
import { problemBanner } from './problems.js';
import { drawRows, markSelected } from './rows.js';
import { first, kept, moved, NONE } from './selection.js';
import { countText, searchFailed, stateOf, stateView } from './states.js';
import { t } from './texts.js';

const NO_ROWS = { rows: [], total: 0, preselect: false };

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
  const scroller = byId('scroller');
  /** @type {Platform} */
  let platform = 'linux';
  /** @type {Answer | null} */
  let answer = null;
  /** What `answer` is for. */
  let answered = '';
  /** A link typed by hand stays in the field: it may not be finished. */
  let byHand = false;
  let selected = NONE;
  let requests = 0;
  let quietTimer = 0;
  /** What is drawn above the rows and in their place. */
  let around = '';

  return { reset, refresh, typed, fail, select, move, page, selected: () => selected, row, link, keepLink, usePlatform, drawQuiet };

  /** Forgets everything: the next answer is the first. */
  function reset() {
    answer = null;
    selected = NONE;
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

  /** Searches for the text. An answer that is no longer the newest request's is dropped. */
  async function refresh() {
    const asked = { text: input.value, link: pasted.link() };
    const request = (requests += 1);
    guard.typed(keyOf(asked));
    const slow = setTimeout(() => drawSlow(request === requests), SLOW_MS);
    try {
      const result = await search(asked.text, asked.link);
      if (request === requests) take(result, asked);
    } catch (failure) {
      if (request === requests) fail(/** @type {Failure} */ (failure));
    } finally {
      clearTimeout(slow);
      if (request === requests) drawSlow(false);
    }
  }

  /**
   * Draws the answer; a link in the text that names nobody makes room for a customer's name first, and any other link
   * replaces the one above the text.
   *
   * @param {Answer} result
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
    const asked = { text: input.value, link: pasted.link() };
    guard.typed(keyOf(asked));
    draw(isNew ? { ...result, query: asked.text, ...(byHand ? NO_ROWS : {}) } : result, asked);
  }

  /** Keeps the link in the text, though it was typed by hand. Returns false when there is none to be kept. */
  function keepLink() {
    if (answer?.link?.kind !== 'which' || pasted.link() !== null) return false;
    typed(true);
    return true;
  }

  /** @param {Failure} failure */
  function fail(failure) {
    reset();
    list.replaceChildren();
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    byId('footer').hidden = true;
    byId('chip').hidden = true;
    byId('banner').replaceChildren();
    byId('state').replaceChildren(searchFailed(failure));
    around = '';
    announce(failure.message);
  }

  /** @param {number} index */
  function select(index) {
    if (index === selected) return;
    selected = index;
    drawSelection(false);
  }

  /** @param {number} step */
  function move(step) {
    if (answer) select(moved(selected, step, answer.rows.length));
  }

  /** @param {number} pages */
  function page(pages) {
    const height = list.querySelector('[role=option]')?.clientHeight ?? 1;
    move(pages * Math.max(1, Math.floor(scroller.clientHeight / height) - 1));
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
   * @param {Answer} result
   * @param {Asked} asked
   */
  function draw(result, asked) {
    const key = keyOf(asked);
    const before = answered === key ? answer : null;
    const had = row(selected) !== undefined && before !== null;
    selected = before?.rows.length ? kept(before.rows, selected, result.rows) : first(result);
    answer = result;
    answered = key;
    // A banner that comes or goes moves the rows.
    const ticket = guard.drawn(key, JSON.stringify([result.rows, result.problem]));
    drawRows(list, result.rows);
    list.hidden = result.rows.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    drawAround(result, asked.text);
    if (!before) scroller.scrollTop = 0;
    drawSelection(had && selected === NONE);
    drawQuiet();
    announce(countText(result));
    afterPaint(() => {
      guard.painted(ticket);
      drawQuiet();
    });
  }

  /**
   * Draws the banner, and what stands in place of rows. Only when it is another: a button in it may have the focus.
   *
   * @param {Answer} result
   * @param {string} text
   */
  function drawAround(result, text) {
    const { problem, customers, registry, link } = result;
    const state = stateOf(result);
    const wanted = JSON.stringify([state, problem, registry, link && [link.kind, state !== 'rows' && link], state === 'none' && [text, customers]]);
    if (wanted === around) return;
    around = wanted;
    byId('banner').replaceChildren(...(problem && state !== 'problem' ? [problemBanner(problem, doing.onRemedy)] : []));
    const view = stateView(result, text, doing);
    byId('state').replaceChildren(...(view ? [view] : []));
  }

  /** @param {boolean} lost  The row that was selected is gone. */
  function drawSelection(lost) {
    if (!answer) return;
    const chosen = row(selected);
    const element = markSelected(list, selected, platform);
    if (element) input.setAttribute('aria-activedescendant', element.id);
    else input.removeAttribute('aria-activedescendant');
    const chip = byId('chip');
    chip.hidden = !chosen;
    chip.textContent = chosen?.portal_name ?? '';
    drawFooter(byId('footer'), answer, chosen, lost);
    // After the footer, which may have grown and taken room. The first row brings its heading along.
    if (selected === 0) scroller.scrollTop = 0;
    else element?.scrollIntoView({ block: 'nearest' });
  }

  /** Key hints are pale while keys wait, so that waiting does not feel like a key that failed. */
  function drawQuiet() {
    clearTimeout(quietTimer);
    const left = guard.quietFor();
    document.body.classList.toggle('quiet', left > 0);
    if (left > 0) quietTimer = window.setTimeout(drawQuiet, left);
  }

  /** @param {boolean} slow */
  function drawSlow(slow) {
    document.body.classList.toggle('slow', slow);
    if (slow) announce(t('quick.searching'));
  }
}

/**
 * Returns one text for both: a field holds no line feed.
 *
 * @param {Asked} asked
 */
function keyOf({ text, link }) {
  return link === null ? text : `${link}\n${text}`;
}
