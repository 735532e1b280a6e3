/**
 * What stands in place of rows: nothing registered yet, nothing found, a link that leads nowhere, a registry with a problem, a
 * search that failed.
 *
 * @typedef {import('./backend.js').Answer} Answer
 * @typedef {import('./backend.js').Problem} Problem
 * @typedef {import('./backend.js').Failure} Failure
 * @typedef {import('./backend.js').Message} Message
 * @typedef {import('./portals.js').Shown} Shown
 * @typedef {import('./problems.js').Remedying} Remedying
 *
 * @typedef {object} Doing
 * @property {Remedying} onRemedy
 * @property {() => void} onAdd
 * @property {(page: string) => unknown} onPage  Shows a place of the customers' window.
 */

import { addCommand } from './add-command.js';
import { actButton } from './button.js';
import { copyButton } from './copy.js';
import { el, named } from './element.js';
import { problemScreen } from './problems.js';
import { around, t } from './texts.js';

/**
 * Returns which state an answer is in. A registry that could not be read is not an empty one: "no customers yet"
 * would be a lie then.
 *
 * @param {Pick<Answer, 'rows' | 'customers' | 'problem' | 'link'>} answer
 * @returns {'rows' | 'empty' | 'none' | 'problem' | 'message'}
 */
export function stateOf({ rows, customers, problem, link }) {
  if (rows.length > 0) return 'rows';
  // Whom a link names cannot be told by customers that could not be read.
  if (customers === 0 && problem) return 'problem';
  if (link?.kind === 'message') return 'message';
  return customers > 0 ? 'none' : 'empty';
}

/**
 * Returns what to draw instead of rows, or null when there are rows.
 *
 * @param {Shown} answer
 * @param {string} query
 * @param {Doing} doing
 */
export function stateView(answer, query, { onRemedy, onAdd, onPage }) {
  const { link, customers, of, portals = 0 } = answer;
  switch (stateOf(answer)) {
    case 'rows': return null;
    case 'message': return message(/** @type {Message} */ (link), onAdd);
    case 'none':
      if (of) return noPortal(query, portals);
      if (link?.kind !== 'which') return none(query, customers);
      return link.link === query ? whichCustomer(link.portal) : noneForLink(query, link.portal);
    case 'empty': case 'problem': return nobody(answer, onRemedy, onPage);
  }
}

/**
 * Returns what a screen reader says about an answer.
 *
 * @param {Shown} answer
 */
export function countText({ query, total, problem, link, of }) {
  if (of) {
    return t(total === 0 ? 'quick.portals-count-none' : 'quick.portals-count', { name: of.name, count: total });
  }
  if (link?.kind === 'message') return [link.title, link.value, link.text].filter(Boolean).join('. ');
  if (link?.kind === 'which' && query === '') return t('quick.which-input');
  const count = t(total === 0 ? 'quick.count-none' : 'quick.count', { count: total });
  return problem ? `${problem.title}. ${count}` : count;
}

/**
 * Returns what to draw when there are no customers at all.
 *
 * @param {{ problem: Problem | null, registry: string }} registry
 * @param {Remedying} onRemedy
 * @param {Doing['onPage']} onPage
 */
function nobody({ problem, registry }, onRemedy, onPage) {
  if (problem) return problemScreen(problem, onRemedy);
  return el(
    'div', 'state',
    el('h2', '', t('quick.empty-title')),
    el(
      'div', 'state-buttons', actButton(t('manage.add'), () => onPage('customers/new'), { className: 'button primary' }),
      actButton(t('quick.import'), () => onPage('import')),
    ),
    ...addHelp(),
    el('p', 'state-note', t('quick.registry'), ' ', named(registry, 'path')),
  );
}

/** Returns how to add a customer in a terminal: the command, and where its tenant ID is found. */
function addHelp() {
  return [
    el('p', '', t('quick.add-text')),
    commandLine(t('quick.add-example')),
    el('p', 'state-gap', t('quick.tenant-id-title')),
    el('p', 'state-steps', t('quick.tenant-id-steps')),
  ];
}

/** @param {Failure} failure */
export function searchFailed({ message }) {
  return failed(t('quick.search-failed'), message);
}

/**
 * @param {string} query
 * @param {number} customers
 */
function none(query, customers) {
  const [before, after] = around('quick.none-title', 'query');
  const text = t('quick.none-text', { count: customers });
  return el(
    'div', 'state',
    el('h2', '', before, named(query.trim()), after),
    el('p', '', text),
    el('p', 'state-gap', t('quick.none-add')),
    commandLine(addCommand(query)),
  );
}

/**
 * @param {string} query
 * @param {number} portals
 */
function noPortal(query, portals) {
  const [before, after] = around('quick.portals-none-title', 'query');
  return el(
    'div', 'state', el('h2', '', before, named(query.trim()), after), el('p', '', t('quick.portals-none-text', { count: portals })),
  );
}

/**
 * A link was typed by hand: the field is its own until the person says that it is finished.
 *
 * @param {string} portal
 */
function whichCustomer(portal) {
  return failed(t('quick.which-title'), t('quick.which-text', { portal }));
}

/**
 * @param {string} query
 * @param {string} portal
 */
function noneForLink(query, portal) {
  const [before, after] = around('quick.none-title', 'query');
  return el(
    'div', 'state', el('h2', '', before, named(query.trim()), after), el('p', '', t('quick.none-link', { portal })),
  );
}

/**
 * @param {Message} link
 * @param {() => void} onAdd
 */
function message({ title, text, value, offer }, onAdd) {
  const add = offer && el(
    'div', 'state-buttons', actButton(t('quick.add-customer'), onAdd, { className: 'button primary' }),
    el('kbd', 'key', t('quick.key-enter')),
  );
  return el(
    'div', 'state', el('h2', '', title),
    value && el('p', 'path framed', named(value)), el('p', '', named(text)), add,
  );
}

/**
 * @param {string} title
 * @param {string} text
 */
function failed(title, text) {
  return el('div', 'state', el('h2', '', title), el('p', '', text));
}

/** @param {string} command */
function commandLine(command) {
  return el('div', 'command', el('code', '', command), copyButton(command, { className: 'button small' }));
}
