/**
 * Quick open: type, see, press Enter. Wires the pieces; the rules live in guard.js, selection.js and keys.js.
 *
 * @typedef {import('./actions.js').ActionName} ActionName
 * @typedef {import('./backend.js').Failure} Failure
 * @typedef {import('./backend.js').Platform} Platform
 * @typedef {import('./backend.js').Remedy} Remedy
 */

import { createActing } from './acting.js';
import { actionsFor } from './actions.js';
import { announce } from './announce.js';
import { dismiss, onChanged, onHidden, onPending, onShow, painted, showPage, start } from './backend.js';
import { caretOf } from './caret.js';
import { byId } from './element.js';
import { createElsewhere } from './elsewhere.js';
import { createGuard } from './guard.js';
import { createHeld } from './held.js';
import { createHotkey } from './hotkey.js';
import { icon } from './icons.js';
import { command, pressOf } from './keys.js';
import { createMenu } from './menu.js';
import { createOpening } from './opening.js';
import { cameAtOnce, createPasted } from './pasted.js';
import { createPointer } from './pointer.js';
import { createResults } from './results.js';
import { onStar, rowAt, showSelected } from './rows.js';
import { createStage } from './stage.js';
import { t, useTexts } from './texts.js';

/** How long the first rows may wait to hear whether keys are to be offered. */
const OFFER_MS = 100;

const input = /** @type {HTMLInputElement} */ (byId('input'));
const list = byId('list');
const guard = createGuard(() => performance.now());
const held = createHeld();
const pointer = createPointer();
const pasted = createPasted(input, dropLink);
const results = createResults(input, pasted, guard, {
  onRemedy: heal, onAdd: add, onPage: showThere, onBack: leavePortals, onDrawn: checkMenu,
  offering: { onChoose: () => hotkey.choose(), onDecline: () => { input.focus(); return hotkey.decline(); } },
  hints: { onPortals: () => act('portals'), onActions: toggleMenu },
});
const opening = createOpening(createStage(), {
  onOpened: () => close(true), onBack: () => input.focus(), onAdded: showAdded, onCover: () => menu.close(), onLink: (link) => elsewhere.follow(link),
});
const acting = createActing(results, opening);
const hotkey = createHotkey(results, opening);
// A key pressed now may be meant for another window, here too.
const menu = createMenu({ onChosen: (name, row) => isRefused(name) || acting.perform(name, row), onClosed: () => input.focus() });
const elsewhere = createElsewhere(input, results, guard, isInUse);
/** @type {Platform} */
let platform = 'linux';

main();

async function main() {
  listen();
  try {
    // What is offered comes with the rows, unless they would have to wait for it.
    const soon = new Promise((resolve) => setTimeout(resolve, OFFER_MS));
    const [started] = await Promise.all([start(), Promise.race([hotkey.look(), soon])]);
    platform = started.platform;
    results.usePlatform(platform);
    hotkey.usePlatform(platform);
    useTexts(started.texts, started.language);
    document.documentElement.classList.toggle('rounded', started.rounded);
    document.documentElement.lang = started.language;
    label();
    await Promise.all([
      onShow(appear), onHidden(clear), onPending(opening.showPending), onChanged(results.refresh),
    ]);
    await appear();
  } catch (failure) {
    results.fail(/** @type {Failure} */ (failure));
  }
  // Even when there is only an error to see: Rust shows the window after this. A timer, because a hidden window
  // gets no animation frames.
  setTimeout(() => painted().then(surface).catch(console.error));
}

/**
 * The window is shown: nothing chosen, nothing seen. The text is left alone: it was cleared when the window was hidden,
 * and a letter that is there by now was typed by somebody quick.
 */
async function appear() {
  guard.appeared();
  pointer.rest();
  menu.close();
  results.reset();
  opening.appeared();
  await Promise.all([results.refresh(), opening.showPending()]);
}

/** The window came to the front, on the screen and not only in the page: keys wait from now on. */
function surface() {
  guard.surfaced();
  results.drawQuiet();
}

function close(opened = false) {
  dismiss(opened).catch(console.error);
}

/** The window is hidden: the next time starts with fresh rows instead of these. */
function clear() {
  held.hidden();
  opening.back();
  pasted.drop();
  menu.close();
  results.reset();
  input.value = '';
  results.refresh();
  hotkey.look();
}

/** Somebody works here: a text, a link, portals, a panel or a menu is there. */
function isInUse() {
  return input.value !== '' || pasted.link() !== null || results.inPortals() || opening.isAsking() || menu.isOpen();
}

/** @param {number} index */
function openRow(index) {
  if (guard.refusal()) return;
  const row = results.row(index);
  if (!row) return openNone();
  results.select(index);
  opening.open(row, results.link()?.link ?? null);
}

/**
 * Does something with the selected row, when it was seen.
 *
 * @param {ActionName} name
 */
function act(name) {
  if (isRefused(name)) return;
  const row = results.chosen();
  if (row) acting.perform(name, row);
  else drawAttention();
}

/**
 * Returns whether nothing is done now; what is on the clipboard still would be pasted for what was not copied.
 *
 * @param {ActionName} name
 */
function isRefused(name) {
  const refused = guard.refusal() !== null;
  if (refused && name.startsWith('copy')) results.say(t('quick.not-copied'));
  return refused;
}

function toggleMenu() {
  if (menu.isOpen()) return menu.close();
  if (guard.refusal()) return;
  const row = results.chosen();
  if (row) menu.open(row, actionsFor(row, { inPortals: results.inPortals(), platform }));
  else drawAttention();
}

/** The menu acts on what it names, as it was shown. When that is another, it goes. */
function checkMenu() {
  const row = menu.actsOn();
  if (row && JSON.stringify(row) !== JSON.stringify(results.chosen())) menu.close();
}

function leavePortals() {
  input.focus();
  return results.leave();
}

/** Enter without a row: a link goes on to its next question, and elsewhere the footer says what to do. */
function openNone() {
  if (results.link()?.kind === 'message') return add();
  if (!results.keepLink()) drawAttention();
}

/** Asks for the customer whose tenant ID nobody here has. */
function add() {
  const link = results.link();
  if (link?.kind === 'message') opening.askToAdd(link);
}

/** @param {string} page */
function showThere(page) {
  return opening.attempt(() => showPage(page), () => {}, t('quick.action-failed'));
}

/** The customer of the link is there now. It has a row that nobody has seen yet: the Enter of the form must not open it. */
async function showAdded() {
  surface();
  await results.refresh();
  announce(t('quick.added'));
}

/** The link above the text is not of interest any more. */
function dropLink() {
  pasted.drop();
  input.focus();
  results.refresh();
}

/**
 * Does what the button of a problem says.
 *
 * @param {Remedy} remedy
 */
function heal(remedy) {
  if (remedy.kind === 'restore') return opening.bringBack(remedy.backup);
  return opening.showReview();
}

function label() {
  document.title = t('quick.title');
  byId('title').textContent = t('quick.title');
  pasted.label();
  list.setAttribute('aria-label', t('quick.list'));
  byId('searching').textContent = t('quick.searching');
}

function listen() {
  byId('glass').append(icon('search'));
  input.addEventListener('input', (event) => {
    pointer.rest();
    results.typed(cameAtOnce(/** @type {InputEvent} */ (event)));
  });
  document.addEventListener('keydown', onKey);
  document.addEventListener('keyup', held.released, { capture: true });
  list.addEventListener('pointermove', (event) => {
    const index = rowAt(list, event.target);
    if (pointer.moved(event) && index >= 0) results.select(index);
  });
  // The focus stays in the text.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const index = rowAt(list, event.target);
    if (index < 0) return;
    if (!onStar(event.target)) return openRow(index);
    results.select(index);
    act('favorite');
  });
  document.addEventListener('click', onClick);
  // A new window gets its width late, and its rows their height with it.
  window.addEventListener('resize', () => showSelected(list));
  window.addEventListener('focus', () => {
    surface();
    if (!opening.isAsking() && !menu.isOpen()) input.focus();
  });
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const repeat = held.pressed(event);
  const what = command(pressOf(event, repeat), platform, { ...caretOf(input), inPortals: results.inPortals() });
  const onButton = event.target instanceof HTMLButtonElement;
  // The Enter that opened a panel may still be held down; it must not press the button it finds there.
  if (onButton && repeat && event.key !== 'Tab') event.preventDefault();
  if (opening.isAsking()) {
    if (what?.do === 'escape') opening.back();
    return;
  }
  if (menu.isOpen()) {
    if (what?.do !== 'actions') return menu.key(event);
    event.preventDefault();
    return menu.close();
  }
  if (event.key === 'Backspace' && !results.inPortals() && !repeat && event.target === input && input.value === '' && pasted.link() !== null) dropLink();
  if (!what) return typeInto(event);
  if (onButton && what.do === 'open') return;
  event.preventDefault();
  pointer.rest();
  switch (what.do) {
    case 'move': return results.move(what.step);
    case 'page': return results.page(what.step);
    case 'open': return openRow(results.selected());
    case 'open-row': return results.row(what.index) && openRow(what.index);
    case 'escape': return escape();
    case 'portals': return results.inPortals() || act('portals');
    case 'back': return leavePortals();
    case 'actions': return toggleMenu();
    default: return act(what.do);
  }
}

/**
 * Letters typed while something else has the focus go into the text; Ctrl+C does not, it copies what is selected.
 *
 * @param {KeyboardEvent} event
 */
function typeInto({ key, ctrlKey, altKey, metaKey, target }) {
  const letter = key.length === 1 && key !== ' ' && !ctrlKey && !altKey && !metaKey;
  if (letter && target !== input) input.focus();
}

function escape() {
  if (input.value === '' && results.inPortals()) return leavePortals();
  if (input.value === '') return pasted.link() === null ? close() : dropLink();
  input.value = '';
  input.focus();
  results.refresh();
}

/** @param {MouseEvent} event */
function onClick({ target }) {
  // The transparent margin around a rounded window is outside of it, as far as people can see.
  if (target === document.body || target === document.documentElement) return close();
  const selecting = getSelection()?.isCollapsed === false;
  if (!opening.isAsking() && !menu.isOpen() && !selecting && !(target instanceof HTMLButtonElement)) input.focus();
}

/** Enter without a selection: the footer says what to do, so the eye is led there. */
function drawAttention() {
  const footer = byId('footer');
  footer.classList.remove('attention');
  // Asking for the size makes the engine notice the removal; otherwise the animation would not run again.
  void footer.offsetWidth;
  footer.classList.add('attention');
  announce(footer.querySelector('.footer-hint')?.textContent ?? '');
}
