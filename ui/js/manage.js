/**
 * Manage: the window around its pages. Goes from place to place, reads the registry again when it changed, asks before anything is lost.
 *
 * @typedef {import('./backend.js').Overview} Overview
 * @typedef {import('./manage/page.js').Page} Page
 * @typedef {import('./manage/page.js').Shell} Shell
 * @typedef {import('./manage/place.js').PageName} PageName
 */

import { closeWindow, onClosing, onSection, overview, painted } from './backend.js';
import { byId } from './element.js';
import { createCustomersPage } from './manage/customers-page.js';
import { ask, createDialogStage } from './manage/dialog.js';
import { firstOverview, follow, started as early } from './manage/early.js';
import { createHelpPage } from './manage/help-page.js';
import { createHistoryPage } from './manage/history-page.js';
import { createImportPage } from './manage/import-page.js';
import { listenForKeys } from './manage/keys.js';
import { createNotices } from './manage/notices.js';
import { identityIn, PAGES, placeOf } from './manage/place.js';
import { createPortalsPage } from './manage/portals-page.js';
import { ALL, isIn, scopeIn, scopesOf } from './manage/scopes.js';
import { createSettingsPage } from './manage/settings-page.js';
import { createSidebar } from './manage/sidebar.js';
import { createOpening } from './opening.js';
import { problemBanner } from './problems.js';
import { t, useTexts } from './texts.js';

const MAKERS = {
  customers: createCustomersPage, import: createImportPage, portals: createPortalsPage,
  history: createHistoryPage, settings: createSettingsPage, help: createHelpPage,
};

/** @type {Overview | null} */
let all = null;
/** @type {PageName} */
let current = 'customers';
let scope = ALL;
/** A place is being left, and the person asked about it. */
let leaving = false;
const notices = createNotices(() => byId('nav').querySelector('[aria-current]'));
const opening = createOpening(createDialogStage(() => opening.back()), {
  onOpened: sayOpened, onBack: () => {}, onAdded: () => {}, onCover: () => {}, onLink: () => {},
});

main();

async function main() {
  try {
    const started = await early;
    useTexts(started.texts, started.language);
    document.documentElement.lang = started.language;
    document.title = t('manage.title');
    await run({
      started, overview: () => all, scope: () => scope, opening, go: (place) => { go(place); }, again: refresh, heal, tell: notices.tell, fail: notices.fail, ask,
    });
  } catch (failure) {
    notices.fail(failure);
  }
  // Even when there is only an error to see: Rust shows the window after this. A timer, because a hidden window
  // gets no animation frames.
  setTimeout(() => painted().catch(console.error));
}

/** What `run` has made; the functions below are called after that only. */
let pages = /** @type {Record<PageName, Page>} */ ({});
/** @type {ReturnType<typeof createSidebar>} */
let sidebar;

/** @param {Shell} shell */
async function run(shell) {
  sidebar = createSidebar(shell.go);
  pages = /** @type {Record<PageName, Page>} */ (Object.fromEntries(PAGES.map((name) => [name, MAKERS[name](byId(`page-${name}`), shell)])));
  listenForKeys({ platform: shell.started.platform, go: shell.go, takeBack: notices.takeBack, close: notices.close });
  window.addEventListener('hashchange', () => go(location.hash.slice(1)));
  // A file that misses its place would be shown instead of the page.
  for (const type of /** @type {const} */ (['dragover', 'drop'])) window.addEventListener(type, (event) => { if (event.dataTransfer?.types.includes('Files')) event.preventDefault(); });
  await Promise.all([onSection((place) => go(String(place))), onClosing(close)]);
  await refresh(firstOverview);
  follow(() => { refresh(); });
  await go(location.hash.slice(1));
}

/** @param {string} text */
async function go(text) {
  const { page, rest } = placeOf(text);
  if (page !== current && !(await leave())) return restoreAddress();
  const named = page === 'customers' ? scopeIn(rest) : null;
  const customer = page === 'customers' && all?.customers.find(({ identity }) => identity === identityIn(rest));
  // Whoever wants to see a customer wants to see it in the list, too.
  scope = named ?? (customer && !isIn(scope, customer) ? ALL : scope);
  current = page;
  for (const name of PAGES) byId(`page-${name}`).hidden = name !== page;
  address = text;
  restoreAddress();
  drawSidebar();
  pages[page].show(rest);
}

let address = '';

/** Writes down where the person is, without going there again. */
function restoreAddress() {
  history.replaceState(null, '', `#${address}`);
}

/** Returns whether the page that is shown may be left. One question at a time. */
async function leave() {
  if (leaving) return false;
  leaving = true;
  try {
    return (await pages[current].leave?.()) ?? true;
  } finally {
    leaving = false;
  }
}

async function close() {
  if (await leave()) await closeWindow().catch(notices.fail);
}

/** @param {Promise<Overview>} [asked]  Without, it is asked for now. */
async function refresh(asked) {
  try {
    all = await (asked ?? overview());
  } catch (failure) {
    all = null;
    notices.fail(failure);
  }
  // A group that lost its last customer is no place any more.
  if (scope.kind !== 'favorites' && all && !all.customers.some((one) => isIn(scope, one))) scope = ALL;
  drawSidebar();
  drawBanner();
  for (const page of Object.values(pages)) page.changed();
}

function drawSidebar() {
  // Customers that cannot be read are not zero customers.
  const isKnown = all !== null && (all.customers.length > 0 || !all.problem);
  sidebar.draw(isKnown && all ? scopesOf(all.customers) : [], current, scope);
}

let problem = 'null';

/** Draws it when it is another one: a button in it may have the focus. */
function drawBanner() {
  const shown = all?.problem ?? null;
  const wanted = JSON.stringify(shown);
  if (wanted === problem) return;
  problem = wanted;
  byId('banner').replaceChildren(...(shown ? [problemBanner(shown, heal)] : []));
}

/** @param {import('./backend.js').OpenRequest} request */
function sayOpened(request) {
  const portal = 'portal' in request ? all?.portals.find(({ key }) => key === request.portal)?.name ?? request.portal : '';
  notices.tell(t('frame.opened', { name: request.name, portal }));
}

/** @param {import('./backend.js').Remedy} remedy */
function heal(remedy) {
  if (remedy.kind === 'review') return opening.showReview();
  return remedy.kind === 'restore' && opening.bringBack(remedy.backup);
}
