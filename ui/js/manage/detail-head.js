/**
 * The head of a customer: who it is, when it was opened, what is odd about it, and the portals that open.
 *
 * @typedef {import('../backend.js').Row} Row
 * @typedef {import('./registry.js').Details} Details
 */

import { ago, moment } from '../ago.js';
import { actButton } from '../button.js';
import { copyButton } from '../copy.js';
import { el, named } from '../element.js';
import { icon } from '../icons.js';
import { monogramTile } from '../monogram.js';
import { t } from '../texts.js';
import { roving } from './roving.js';

/** A name of more characters is whole, too, in smaller ones. */
const LONG = 60;

/**
 * @param {Details} details
 * @param {string | null} link  That Open opens.
 * @param {string} language
 * @param {{ onOpen: () => unknown, onStar: () => unknown }} doing
 */
export function detailHead(details, link, language, { onOpen, onStar }) {
  const { name, fields, opened_at, cloud_badge, changed, lookalike, portal_name } = details;
  const heading = el('h2', name.length > LONG ? 'detail-name is-long' : 'detail-name', named(name));
  heading.id = 'detail-name';
  heading.tabIndex = -1;
  const star = actButton('', onStar, { className: fields.favorite ? 'icon-button detail-star is-favorite' : 'icon-button detail-star' });
  star.append(icon(fields.favorite ? 'star' : 'outline'));
  star.setAttribute('aria-label', t('quick.favorite'));
  star.setAttribute('aria-pressed', String(fields.favorite));
  star.title = t(fields.favorite ? 'quick.unfavor' : 'quick.favor');
  const open = actButton(changed ? t('customers.compare') : t('customers.open', { portal: portal_name }), onOpen, { className: 'button primary detail-open' });
  const parts = [
    // What tells a look-alike apart.
    fields.domain ? named(fields.domain) : lookalike && el('span', '', fields.tenant_id), fields.group && named(fields.group), opened_at !== null && openedText(opened_at, language),
  ].filter((part) => part instanceof HTMLElement);
  return el(
    'header', 'detail-head', monogramTile(details),
    el('div', 'detail-who', heading, el(
      'p', 'detail-meta', ...parts.flatMap((part, at) => (at > 0 ? [' · ', part] : [part])), cloud_badge && el('span', 'badge', cloud_badge),
      fields.own && el('span', 'badge', t('customers.own')), fields.confirm && el('span', 'badge', t('customers.asks')),
    )),
    star,
    changed && warning(changed), lookalike && warning(lookalike),
    el('div', 'detail-acts', open, link && copyButton(link, { label: t('quick.copy-link'), className: 'button' })),
  );
}

/**
 * @param {Row[]} rows
 * @param {(row: Row) => unknown} onOpen
 */
export function portalGrid(rows, onOpen) {
  const grid = el('ul', 'portals', ...rows.map((row, index) => el('li', '', portal(row, index === 0, onOpen))));
  grid.setAttribute('aria-label', t('frame.portals'));
  // Sixteen stops would stand between the name and its fields.
  roving(grid, '.portal')();
  const caution = rows.find(({ blocked, warning: text }) => blocked === null && text)?.warning;
  return el(
    'section', 'detail-part', el('h3', 'detail-title', t('frame.portals')), grid, caution && el('p', 'portal-legend', icon('warning'), caution),
    rows.some(({ blocked }) => blocked !== null) && el('p', 'portal-legend is-calm', t('customers.blocked')),
  );
}

/**
 * One that cannot be opened stays a stop for the keys, and says why.
 *
 * @param {Row} row
 * @param {boolean} isDefault
 * @param {(row: Row) => unknown} onOpen
 */
function portal(row, isDefault, onOpen) {
  const { portal_name, blocked, warning: caution } = row;
  const button = actButton('', () => onOpen(row), { className: `portal${isDefault ? ' is-default' : ''}${blocked === null ? '' : ' is-blocked'}` });
  button.append(el(
    'span', 'portal-name', portal_name, blocked === null && caution && icon('warning', caution),
    isDefault && el('span', 'hidden-visually', ` (${t('quick.sign-default')})`), blocked !== null && el('span', 'hidden-visually', `: ${blocked}`),
  ));
  if (blocked !== null) button.title = blocked;
  else if (caution) button.title = caution;
  return button;
}

/** @param {string} text */
function warning(text) {
  return el('p', 'detail-warning', icon('warning'), el('span', '', text));
}

/**
 * @param {number} at
 * @param {string} language
 */
function openedText(at, language) {
  const text = el('span', '', t('quick.opened', { when: ago(at, Date.now(), language) }));
  text.title = moment(at, language);
  return text;
}
