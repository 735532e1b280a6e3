/**
 * The states of both windows, by name: what to open and what to press until it is there. For axe, for pictures, and to look at.
 *
 * @typedef {{ page: 'quick' | 'manage', state: string, keys?: string[], text?: string, ready: string }} Scene
 */

import { manageScenes } from './manage-scenes.js';
import { pagesScenes } from './pages-scenes.js';

/** @param {string} selector */
const there = (selector) => `document.querySelector(${JSON.stringify(selector)}) !== null`;
const ROW = there('#list [aria-selected=true]');
const PORTALS = there('.in-portals .is-portal');
const MENU = there('#menu:not([hidden]) .is-marked');
const PANEL = there('#panel:not([hidden]) .panel-body');
const STATE = there('#state .state');

/** @param {string} state @param {string} ready @param {string[]} [keys] @param {string} [text] @returns {Scene} */
const quick = (state, ready, keys = [], text = '') => ({ page: 'quick', state, ready, keys, text });

/** @type {Record<string, Scene>} */
export const scenes = {
  home: quick('home', ROW),
  search: quick('home', ROW, [], 'con'),
  tie: quick('tie', there('.footer-hint'), [], 'con'),
  many: quick('many', ROW),
  nasty: quick('nasty', ROW, ['ArrowDown', 'ArrowDown'], 'x'),
  'nasty-first': quick('nasty', ROW, [], 'x'),
  signs: quick('signs', ROW, ['ArrowDown', 'ArrowDown'], 'x'),
  empty: quick('empty', STATE),
  none: quick('none', STATE, [], 'qqq'),
  'problem-only': quick('problem-only', STATE),
  problem: quick('problem', there('#banner .banner')),
  'search-fails': quick('search-fails', STATE),
  link: quick('home', there('.pasted:not([hidden])'), [], 'https://security.microsoft.com/which?x=y'),
  offer: quick('offer', there('.is-offer')),
  portals: quick('home', PORTALS, ['ArrowRight']),
  'portals-end': quick('home', PORTALS, ['ArrowRight', ...Array.from({ length: 10 }, () => 'ArrowDown')]),
  'portals-filtered': quick('home', there('.is-portal mark'), ['ArrowRight', 'text:ad']),
  'portals-none': quick('home', '!!document.querySelector(".in-portals #state .state")', ['ArrowRight', 'text:zzz']),
  'portals-blocked': quick('portals-blocked', PORTALS, ['ArrowRight']),
  'portals-nasty': quick('nasty', PORTALS, ['ArrowRight'], 'x'),
  'portals-rtl': quick('nasty', PORTALS, ['ArrowDown', 'ArrowDown', 'Control+Enter'], 'x'),
  actions: quick('home', MENU, ['Control+k']),
  'actions-portals': quick('home', MENU, ['ArrowRight', 'ArrowDown', 'Control+k', 'ArrowDown']),
  'actions-changed': quick('signs', MENU, ['Control+k'], 'x'),
  'actions-nasty': quick('nasty', MENU, ['Control+k'], 'x'),
  copied: quick('home', there('.footer-said'), ['Control+Shift+c']),
  history: quick('home', PANEL, ['Control+k', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']),
  'history-none': quick('no-history', PANEL, ['Control+k', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']),
  hotkey: quick('offer', PANEL, ['click:.is-offer button']),
  'hotkey-pressed': quick('offer', PANEL, ['click:.is-offer button', 'Control+Alt+o']),
  'hotkey-error': quick('bad-keys', there('#hotkey-error:not([hidden])'), ['click:.is-offer button', 'o', 'click:.panel-buttons .primary']),
  'hotkey-by-desktop': quick('by-desktop', PANEL, ['click:.is-offer button']),
  blocked: quick('nasty', PANEL, ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter'], 'x'),
  review: quick('review-long', PANEL),
  asks: quick('pending-asks', PANEL),
  ...manageScenes,
  ...pagesScenes,
};

/**
 * Brings a page to a scene.
 *
 * @param {import('./page.js').Page} page
 * @param {string} address
 * @param {Scene} scene
 */
export async function play(page, address, { page: file, state, keys = [], text = '', ready }) {
  await page.open(`${address}/${file}.html?state=${state}`);
  await page.until('window.stub?.calls.some(({ command }) => command === "painted")');
  if (text) await page.type(text);
  await quiet(page);
  for (const key of keys) {
    const [, kind, what = ''] = /^(text|click|fill|scroll|wait|elsewhere|changed):(.*)$/.exec(key) ?? [];
    const [place = '', value = ''] = what.split(/=(.*)/s);
    if (kind === 'text') await page.type(what);
    else if (kind === 'click') await page.ask(`document.querySelector(${JSON.stringify(what)}).click()`);
    else if (kind === 'fill') await page.ask(`(() => { const one = document.querySelector(${JSON.stringify(place)}); one.focus(); one.value = ${JSON.stringify(value)}; one.dispatchEvent(new InputEvent('input', { bubbles: true })); })()`);
    else if (kind === 'wait') await page.until(there(what));
    else if (kind === 'scroll') await page.ask(`document.querySelector(${JSON.stringify(what)}).scrollTop = 1e6`);
    // Another program wrote the first customer.
    else if (kind === 'elsewhere') await page.ask(`[...stub.registry.values()][0].fields[${JSON.stringify(place)}] = ${JSON.stringify(value)}`);
    else if (kind === 'changed') await page.ask('stub.emit("changed")');
    else await page.press(key);
    await quiet(page);
  }
  await page.until(ready);
  await quiet(page);
}

/** Keys act, and what they bring is drawn. @param {import('./page.js').Page} page */
async function quiet(page) {
  await page.ask('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)))');
  await page.until('!document.body.classList.contains("quiet") && !document.body.classList.contains("slow")');
}
