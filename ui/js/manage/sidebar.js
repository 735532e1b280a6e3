/**
 * The sidebar: whose customers, and the other pages. Each of its two parts is one stop of the Tab key, with arrows inside.
 *
 * @typedef {import('./place.js').PageName} PageName
 * @typedef {import('./scopes.js').Counted} Counted
 * @typedef {import('./scopes.js').Scope} Scope
 */

import { byId, el, named } from '../element.js';
import { t } from '../texts.js';
import { roving } from './roving.js';
import { isSame, placeOfScope } from './scopes.js';

/** @param {(place: string) => void} go */
export function createSidebar(go) {
  const scopes = byId('scopes');
  const pages = byId('pages');
  const others = /** @type {const} */ ([['import', 'frame.import'], ['portals', 'frame.portals'], ['browsers', 'frame.browsers'], ['history', 'frame.history'], ['settings', 'frame.settings'], ['help', 'frame.help']]);
  byId('nav').setAttribute('aria-label', t('manage.sections'));
  pages.replaceChildren(...others.map(([page, key]) => item(t(key), page, go)));
  const rove = [roving(scopes, 'button'), roving(pages, 'button')];
  // In a narrow window the scopes stand in one line.
  scopes.addEventListener('wheel', ({ deltaY }) => { scopes.scrollLeft += deltaY; }, { passive: true });
  scopes.addEventListener('scroll', hint, { passive: true });
  new ResizeObserver(hint).observe(scopes);
  /** What is drawn, as text: a change elsewhere must not take the focus away. */
  let drawn = '';

  return { draw };

  /**
   * @param {Counted[]} counted  Empty while nobody knows: customers that cannot be read are not zero customers.
   * @param {PageName} page
   * @param {Scope} scope
   */
  function draw(counted, page, scope) {
    const wanted = JSON.stringify(counted);
    if (wanted !== drawn) drawScopes(counted);
    drawn = wanted;
    const current = page === 'customers' ? placeOfScope(counted.find((one) => isSame(one.scope, scope))?.scope ?? scope) : page;
    for (const button of byId('nav').querySelectorAll('button')) {
      if (button.dataset['place'] === current) button.setAttribute('aria-current', 'page');
      else button.removeAttribute('aria-current');
    }
    for (const refresh of rove) refresh();
    // Measured with the frame: before it, the whole window would be laid out once more.
    requestAnimationFrame(() => {
      byId('nav').querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      hint();
    });
  }

  function hint() {
    scopes.classList.toggle('has-more', scopes.scrollLeft + scopes.clientWidth < scopes.scrollWidth - 1);
  }

  /** @param {Counted[]} counted */
  function drawScopes(counted) {
    const focused = document.activeElement instanceof HTMLElement && scopes.contains(document.activeElement) ? document.activeElement.dataset['place'] : null;
    const groups = counted.filter(({ scope }) => scope.kind === 'group' || scope.kind === 'ungrouped');
    const rest = counted.filter((one) => !groups.includes(one));
    scopes.replaceChildren(
      ...(rest.length > 0 ? rest.map(counter) : [item(t('frame.all'), 'customers', go)]),
      ...(groups.length > 0 ? [el('h2', 'side-heading', t('frame.groups')), ...groups.map(counter)] : []),
    );
    if (focused) /** @type {HTMLElement | null} */ ([...scopes.querySelectorAll('button')].find(({ dataset }) => dataset['place'] === focused) ?? scopes.querySelector('button'))?.focus();
  }

  /** @param {Counted} counted */
  function counter({ scope, count }) {
    const button = item(labelOf(scope), placeOfScope(scope), go);
    button.append(el('span', 'side-count', t('frame.number', { count })));
    return button;
  }
}

/** @param {Scope} scope */
export function labelOf(scope) {
  switch (scope.kind) {
    case 'all': return t('frame.all');
    case 'favorites': return t('frame.favorites');
    case 'ungrouped': return t('frame.ungrouped');
    case 'group': return scope.name;
  }
}

/**
 * @param {string} label
 * @param {string} place
 * @param {(place: string) => void} go
 */
function item(label, place, go) {
  const shown = named(label, 'side-label');
  const button = el('button', 'side-item', shown);
  button.type = 'button';
  // Only for a name that is cut off: WebKit lays the tip over the next item, which a click then misses.
  button.addEventListener('pointerenter', () => { button.title = shown.scrollWidth > shown.clientWidth ? label : ''; });
  button.dataset['place'] = place;
  button.addEventListener('click', () => go(place));
  return button;
}
