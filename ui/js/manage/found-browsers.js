/**
 * The browsers that were found, with their profiles. What is drawn stays as long as nothing changed: somebody may be reading it.
 *
 * @typedef {import('./browsers.js').Browser} Browser
 * @typedef {import('./browsers.js').Browsers} Browsers
 * @typedef {import('./browsers.js').Profile} Profile
 */

import { el, named } from '../element.js';
import { fold, matches } from '../fold.js';
import { icon } from '../icons.js';
import { t } from '../texts.js';
import { profileLabel } from './browser-ways.js';
import { searchField } from './search-field.js';

/** So many are shown without being asked for. */
const FEW = 4;

/** So many are drawn at once; a search finds the others. */
const MOST = 40;

export function createFoundBrowsers() {
  const element = el('div', '');
  let drawn = '';
  return { element, draw };

  /** @param {Pick<Browsers, 'browsers' | 'problems'>} found */
  function draw({ browsers, problems }) {
    const wanted = JSON.stringify([browsers, problems]);
    if (wanted === drawn) return;
    drawn = wanted;
    const open = new Set([...element.querySelectorAll('details[open]')].map((one) => /** @type {HTMLElement} */ (one).dataset['browser']));
    const list = el('ul', 'found', ...browsers.map((browser) => item(browser, open.has(browser.id))));
    list.setAttribute('aria-label', t('browsers.found'));
    element.replaceChildren(
      browsers.length > 0 ? list : el('p', 'browsers-none', t('browsers.none-found')),
      ...problems.map((problem) => el('p', 'portal-problem', icon('warning'), named(problem))),
    );
  }
}

/**
 * @param {Browser} browser
 * @param {boolean} isOpen
 */
function item({ id, name, has_profiles, profiles, problem }, isOpen) {
  const count = profiles.length;
  const about = !has_profiles ? t('browsers.no-choice') : count === 0 && !problem ? t('browsers.no-profiles') : '';
  return el(
    'li', 'found-browser', el('p', 'found-head', named(name, 'found-name'), has_profiles && el('span', 'badge', t('browsers.can-private'))),
    about && el('p', 'found-about', about), problem && el('p', 'rule-trouble', icon('warning'), named(problem)),
    count > 0 && (count <= FEW ? el('ul', 'profiles', ...profiles.map(line)) : folded(id, name, profiles, isOpen)),
  );
}

/**
 * Draws the profiles when somebody wants to see them.
 *
 * @param {string} id
 * @param {string} name
 * @param {Profile[]} profiles
 * @param {boolean} isOpen
 */
function folded(id, name, profiles, isOpen) {
  const rows = el('ul', 'profiles');
  const rest = el('p', 'found-about');
  const search = searchField(t('browsers.search-profiles', { browser: name }), show);
  search.element.hidden = profiles.length <= MOST;
  const element = el('details', 'found-profiles', el('summary', '', t('browsers.profiles', { count: profiles.length })), search.element, rows, rest);
  element.dataset['browser'] = id;
  element.addEventListener('toggle', () => { if (element.open && rows.childElementCount === 0) show(); });
  element.open = isOpen;
  return element;

  function show() {
    const filter = fold(search.input.value.trim());
    const shown = profiles.filter((profile) => matches(fold([profileLabel(profile), ...profile.containers].join('\n')), filter));
    rows.replaceChildren(...shown.slice(0, MOST).map(line));
    const more = shown.length - MOST;
    rest.hidden = more <= 0 && shown.length > 0;
    rest.textContent = shown.length === 0 ? t('browsers.no-profile-matches') : t('browsers.more-profiles', { count: Math.max(0, more) });
  }
}

/** @param {Profile} profile */
function line({ name, account, containers }) {
  return el(
    'li', 'profile', el('p', '', named(name, 'profile-name'), account && ' · ', account && named(account)),
    containers.length > 0 && el('p', 'found-about', `${t('browsers.containers')} `, ...containers.flatMap((container, at) => [at > 0 && ', ', named(container)])),
  );
}
