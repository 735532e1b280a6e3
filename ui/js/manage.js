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
import { listenForKeys } from './manage/keys.js';
import { createNotices } from './manage/notices.js';
import { identityIn, PAGES, placeOf } from './manage/place.js';
import { ALL, isIn, scopeIn, scopesOf } from './manage/scopes.js';
import { createSidebar } from './manage/sidebar.js';
import { createOpening } from './opening.js';
import { afterPaint } from './paint.js';
import { problemBanner } from './problems.js';
import { t, useTexts } from './texts.js';

/** What the other pages need comes after the customers: the window waits for none of it. */
const MAKERS = /** @type {Record<PageName, () => import('./manage/page.js').MakePage | Promise<import('./manage/page.js').MakePage>>} */ ({
  customers: () => createCustomersPage,
  import: async () => (await import('./manage/import-page.js')).createImportPage,
  portals: async () => (await import('./manage/portals-page.js')).createPortalsPage,
  browsers: async () => (await import('./manage/browsers-page.js')).createBrowsersPage,
  history: async () => (await import('./manage/history-page.js')).createHistoryPage,
  settings: async () => (await import('./manage/settings-page.js')).createSettingsPage,
  help: async () => (await import('./manage/help-page.js')).createHelpPage,
});

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
  // Even when there is only an error to see: from now on Rust asks the page before it closes the window.
  setTimeout(() => painted().catch(console.error));
  afterPaint(() => {
    otherStyles();
    for (const load of Object.values(MAKERS)) load();
  });
}

/** Puts on what only the other pages wear; the engine reads it meanwhile, and does not wait for it. */
async function otherStyles() {
  const links = /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll('link[media="not all"]'));
  for (const link of links) link.media = 'all';
  await Promise.all([...links].filter(({ sheet }) => sheet === null).map((link) => new Promise((done) => { link.onload = link.onerror = done; })));
}

/** The pages that were shown. @type {Partial<Record<PageName, Page>>} */
const pages = {};
/** What `run` has made; the functions below are called after that only. @type {ReturnType<typeof createSidebar>} */
let sidebar;
/** @type {(name: PageName) => Promise<Page>} */
let pageOf;

/** @param {Shell} shell */
async function run(shell) {
  sidebar = createSidebar(shell.go);
  pageOf = async (name) => {
    const [make] = await Promise.all([MAKERS[name](), name === 'customers' || otherStyles()]);
    return pages[name] ??= make(byId(`page-${name}`), shell);
  };
  await pageOf('customers');
  listenForKeys({ platform: shell.started.platform, go: shell.go, takeBack: notices.takeBack, close: notices.close });
  window.addEventListener('hashchange', () => go(location.hash.slice(1)));
  // A file that misses its place would be shown instead of the page.
  for (const type of /** @type {const} */ (['dragover', 'drop'])) window.addEventListener(type, (event) => { if (event.dataTransfer?.types.includes('Files')) event.preventDefault(); });
  const heard = Promise.all([onSection((place) => go(String(place))), onClosing(close)]);
  await read(firstOverview);
  drawSidebar();
  pages.customers?.changed();
  await go(location.hash.slice(1));
  follow(() => { refresh(); });
  await heard;
}

/** @param {string} text */
async function go(text) {
  const mine = ++going;
  const { page, rest } = placeOf(text);
  const shown = pages[page] ?? (await pageOf(page));
  // The page was still being read, and meanwhile the person went somewhere else.
  if (mine !== going) return;
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
  shown.show(rest);
}

let address = '';
/** Counts where the person wanted to go. */
let going = 0;

/** Writes down where the person is, without going there again. */
function restoreAddress() {
  history.replaceState(null, '', `#${address}`);
}

/** Returns whether the page that is shown may be left. One question at a time. */
async function leave() {
  if (leaving) return false;
  leaving = true;
  try {
    return (await pages[current]?.leave?.()) ?? true;
  } finally {
    leaving = false;
  }
}

async function close() {
  if (await leave()) await closeWindow().catch(notices.fail);
}

async function refresh() {
  await read(overview());
  drawSidebar();
  for (const page of Object.values(pages)) page.changed();
}

/** @param {Promise<Overview>} asked */
async function read(asked) {
  try {
    all = await asked;
  } catch (failure) {
    all = null;
    notices.fail(failure);
  }
  // A group that lost its last customer is no place any more.
  if (scope.kind !== 'favorites' && all && !all.customers.some((one) => isIn(scope, one))) scope = ALL;
  drawBanner();
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
