/**
 * Manage: who is registered, and where Portico keeps it. Read-only in this version.
 *
 * @typedef {import('./backend.js').Failure} Failure
 * @typedef {import('./backend.js').Overview} Overview
 * @typedef {'customers' | 'settings'} Section
 */

import { onChanged, onSection, overview, painted, start } from './backend.js';
import { createCustomers } from './customers.js';
import { byId, el } from './element.js';
import { problemBanner } from './problems.js';
import { drawSettings } from './settings.js';
import { addHelp, loadFailed, nobody } from './states.js';
import { t, useTexts } from './texts.js';

const filter = /** @type {HTMLInputElement} */ (byId('filter'));
const customers = createCustomers();
let version = '';

main();

async function main() {
  try {
    const started = await start();
    version = started.version;
    useTexts(started.texts);
    document.documentElement.lang = started.language;
    label();
    listen();
    await Promise.all([onChanged(refresh), onSection(show)]);
    await refresh();
    show(location.hash.slice(1));
  } catch (failure) {
    fail(failure);
  }
  // Even when there is only an error to see: Rust shows the window after this. A timer, because a hidden window
  // gets no animation frames.
  setTimeout(() => painted().catch(console.error));
}

async function refresh() {
  try {
    draw(await overview());
  } catch (failure) {
    fail(failure);
  }
}

/** @param {Overview} all */
function draw(all) {
  customers.show(all.customers);
  drawSettings(byId('settings'), all, version);
  const none = all.customers.length === 0;
  byId('banner').replaceChildren(...(all.problem && !none ? [problemBanner(all.problem)] : []));
  // Customers that cannot be read are not zero customers.
  const count = all.problem && none ? '' : String(all.customers.length);
  byId('to-customers').replaceChildren(t('manage.customers'), el('span', 'side-count', count));
  byId('list').hidden = none;
  byId('toolbar').hidden = none;
  byId('help').hidden ||= none;
  if (none) byId('state').replaceChildren(nobody(all));
}

/** @param {unknown} failure */
function fail(failure) {
  customers.show([]);
  byId('state').replaceChildren(loadFailed(/** @type {Failure} */ (failure)));
}

/** @param {unknown} name */
function show(name) {
  const settings = name === 'settings';
  byId('customers').hidden = settings;
  byId('settings').hidden = !settings;
  mark(byId('to-customers'), !settings);
  mark(byId('to-settings'), settings);
  if (!settings) filter.focus();
}

/**
 * @param {HTMLElement} item
 * @param {boolean} current
 */
function mark(item, current) {
  if (current) item.setAttribute('aria-current', 'page');
  else item.removeAttribute('aria-current');
}

function label() {
  document.title = t('manage.title');
  byId('nav').setAttribute('aria-label', t('manage.sections'));
  byId('to-customers').textContent = t('manage.customers');
  byId('to-settings').textContent = t('manage.settings');
  byId('scroller').setAttribute('aria-label', t('manage.customers'));
  filter.placeholder = t('manage.filter');
  filter.setAttribute('aria-label', t('manage.filter'));
  byId('add').textContent = t('manage.add');
  byId('help').replaceChildren(...addHelp());
}

function listen() {
  byId('to-customers').addEventListener('click', () => show('customers'));
  byId('to-settings').addEventListener('click', () => show('settings'));
  byId('add').addEventListener('click', () => {
    const help = byId('help');
    help.hidden = !help.hidden;
    byId('add').setAttribute('aria-expanded', String(!help.hidden));
  });
  document.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey) {
      event.preventDefault();
      show('customers');
      filter.select();
    } else if (event.key === 'Escape' && filter.value) {
      filter.value = '';
      filter.dispatchEvent(new Event('input'));
    }
  });
}
