/**
 * Runs a file of checks in the page and reports to the server: `quick.html?check=link-checks`. Such a file calls `addChecks`; the second
 * argument has what a check needs to act like a person and to look. A classic script, like the stub it scripts.
 */

/* exported addChecks */

/** @type {(add: (checks: Record<string, () => Promise<void> | void>, page: any) => void) => void} */
const addChecks = (() => {
  const asked = new URLSearchParams(location.search).has('check');
  const { stub } = /** @type {any} */ (window);
  const original = { ...stub.commands };
  const checks = /** @type {Record<string, () => Promise<void> | void>} */ ({});
  const log = /** @type {string[]} */ ([]);
  /** All calls of the page; those of the check that runs start at `mark`. */
  const all = stub.calls;
  let mark = 0;

  /** A little longer than keys wait. */
  const QUIET = 560;

  if (asked) window.addEventListener('load', async () => {
    await wait(300);
    const results = [];
    for (const [name, check] of Object.entries(checks)) {
      try {
        await check();
        results.push({ name, error: null });
      } catch (error) {
        results.push({ name, error: String(error) });
      }
    }
    new Image().src = `/report?${encodeURIComponent(JSON.stringify({ results, log }))}`;
  });

  /** @param {Record<string, (args: any) => any>} [commands] */
  async function appear(commands = {}) {
    stub.commands = { ...original, ...commands };
    stub.emit('hidden');
    stub.emit('show');
    mark = all.length;
    await wait(100);
  }

  /** @param {string} text @param {Record<string, (args: any) => any>} [commands] */
  async function ready(text, commands = {}) {
    await appear(commands);
    type(text);
    await wait(QUIET);
  }

  /** @param {string} command */
  const argsOf = (command) => all.slice(mark).filter((/** @type {any} */ call) => call.command === command).map((/** @type {any} */ call) => call.args);
  const opened = () => argsOf('open_portal').map((/** @type {any} */ args) => args.request);
  const held = () => argsOf('hold').map((/** @type {any} */ args) => args.held);
  /** @param {string} command */
  const count = (command) => argsOf(command).length;
  /** The buttons of a part of the page. @param {string} selector */
  const labels = (selector) => [...document.querySelectorAll(`${selector} button`)].map((one) => one.textContent);
  /** @param {string} label */
  const button = (label) => /** @type {HTMLElement} */ ([...document.querySelectorAll('button')].find((one) => one.textContent === label));
  /** @param {string} selector */
  const $ = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));
  const input = () => /** @type {HTMLInputElement} */ ($('#input'));
  const options = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[role=option]')]);
  const names = () => options().map((row) => row.querySelector('.row-name')?.textContent);
  const selectedName = () => document.querySelector('[aria-selected=true] .row-name')?.textContent;
  /** @param {number} ms */
  const timer = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  /** @param {number} ms @param {any} value */
  const later = (ms, value) => timer(ms).then(() => value);
  /** @param {string} query @param {any[]} rows */
  const reply = (query, rows) => ({ ...stub.answer(query), rows, total: rows.length });

  /**
   * Waits, and for what a busy machine is late with: the frame, and keys that wait longer because their rows came later.
   *
   * @param {number} ms
   */
  async function wait(ms) {
    await timer(ms);
    await Promise.race([new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))), timer(500)]);
    const deadline = performance.now() + 3_000;
    while (ms >= QUIET && document.body.classList.contains('quiet') && performance.now() < deadline) await timer(20);
  }

  /**
   * Goes to a page, which has still to be read the first time.
   *
   * @param {string} place
   * @param {number} ms  How long it is waited for what the page asks for.
   */
  async function visit(place, ms) {
    stub.emit('section', place);
    const deadline = performance.now() + 10_000;
    while ($(`#page-${place}`).hidden && performance.now() < deadline) await timer(20);
    await wait(ms);
  }

  /** As if typed fast. @param {string} text */
  function type(text) {
    input().value = text;
    input().dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text.slice(-1) }));
  }

  /** @param {string} text */
  function paste(text) {
    input().value = text;
    input().dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  }

  /** @param {string} key @param {KeyboardEventInit} [more] */
  function hold(key, more = {}) {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    return target;
  }

  /** @param {string} key @param {KeyboardEventInit} [more] */
  function press(key, more = {}) {
    hold(key, more).dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true, ...more }));
  }

  /** @param {number} row @param {number} screenX @param {number} screenY */
  function point(row, screenX, screenY) {
    options()[row]?.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, screenX, screenY }));
  }

  /** @param {unknown} actual @param {unknown} expected @param {string} [why] */
  function equal(actual, expected, why = '') {
    if (actual === expected || JSON.stringify(actual) === JSON.stringify(expected)) return;
    throw new Error(`${why || 'not equal'}: got ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
  }

  const page = { $, QUIET, all, appear, argsOf, button, count, equal, held, hold, input, labels, later, log, names, opened, options, paste, point, press, ready, reply, selectedName, stub, type, visit, wait };
  return (add) => add(checks, page);
})();
