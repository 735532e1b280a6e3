/**
 * Manage: who is registered, the hotkey, and where Portico keeps things.
 *
 * @typedef {import('./backend.js').Failure} Failure
 * @typedef {import('./backend.js').Overview} Overview
 */

import { hotkey, onChanged, onSection, overview, painted, setHotkey, start } from './backend.js';
import { createCustomers } from './customers.js';
import { byId, el } from './element.js';
import { drawHotkeyPanel } from './hotkey-panel.js';
import { problemBanner } from './problems.js';
import { placeOf } from './section.js';
import { drawHotkey, drawSettings } from './settings.js';
import { addHelp, loadFailed, nobody } from './states.js';
import { t, useTexts } from './texts.js';

const filter = /** @type {HTMLInputElement} */ (byId('filter'));
const customers = createCustomers();
let version = '';
/** @type {import('./backend.js').Platform} */
let platform = 'linux';

main();

async function main() {
  try {
    const started = await start();
    version = started.version;
    platform = started.platform;
    useTexts(started.texts);
    document.documentElement.lang = started.language;
    label();
    listen();
    await Promise.all([onChanged(refresh), onSection(show)]);
    await Promise.all([refresh(), refreshHotkey()]);
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
  drawSettings(byId('places'), all, version);
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

async function refreshHotkey() {
  try {
    drawHotkey(byId('hotkey'), await hotkey(), changeHotkey);
  } catch (failure) {
    console.error(failure);
  }
}

/** The panel stands in place of the row, and the row comes back with what is so now. */
async function changeHotkey() {
  const back = async () => {
    await refreshHotkey();
    byId('hotkey').querySelector('button')?.focus();
  };
  const host = el('div', 'hotkey-host');
  const now = await hotkey();
  byId('hotkey').replaceChildren(host);
  host.addEventListener('keydown', ({ key }) => { if (key === 'Escape') back(); });
  drawHotkeyPanel(host, now, platform, {
    onSave: async (keys) => { await setHotkey(keys); await back(); },
    onCancel: back, onDone: back,
  });
}

/** @param {unknown} name  A section, with a customer in it perhaps. */
function show(name) {
  const { section, tenantId } = placeOf(name);
  const settings = section === 'settings';
  byId('customers').hidden = settings;
  byId('settings').hidden = !settings;
  mark(byId('to-customers'), !settings);
  mark(byId('to-settings'), settings);
  if (!settings) filter.focus();
  if (tenantId !== null) customers.reveal(tenantId);
  else if (!settings) customers.unmark();
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
  byId('title').textContent = t('manage.customers');
  byId('scroller').setAttribute('aria-label', t('manage.customers'));
  filter.placeholder = t('manage.filter');
  filter.setAttribute('aria-label', t('manage.filter'));
  byId('add').textContent = t('manage.add');
  byId('help').replaceChildren(...addHelp());
}

function listen() {
  byId('to-customers').addEventListener('click', () => show('customers'));
  byId('to-settings').addEventListener('click', () => {
    show('settings');
    refreshHotkey();
  });
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
