/**
 * The right half of the customers: one customer with its portals and fields, or a new one.
 *
 * @typedef {import('../backend.js').Failure} Failure
 * @typedef {import('../backend.js').Row} Row
 * @typedef {import('./page.js').Shell} Shell
 * @typedef {import('./registry.js').Details} Details
 * @typedef {import('./registry.js').Fields} Fields
 *
 * @typedef {object} Doing
 * @property {(identity: string) => void} onShow  Another customer is the one to be shown.
 * @property {() => void} onClosed  The form of a new customer, or this half, was closed.
 * @property {(fields: Partial<Fields>) => void} onDuplicate
 * @property {() => void} onRemove
 * @property {() => void} onEscape
 */

import { announce } from '../announce.js';
import { portals } from '../backend.js';
import { actButton } from '../button.js';
import { el } from '../element.js';
import { QUIET_MS } from '../guard.js';
import { icon } from '../icons.js';
import { isComposing } from '../keys.js';
import { t } from '../texts.js';
import { detailHead, portalGrid } from './detail-head.js';
import { createEditor } from './editor.js';
import { BLANK, duplicated } from './form.js';
import { opensIn } from './opens-in.js';
import { change, customer } from './registry.js';
import { takeBack } from './removing.js';
import { askAboutUnsaved, saveForm } from './saving.js';

/** From here on a person wonders. */
const SLOW_MS = 200;

/** @typedef {ReturnType<typeof createEditor>} Editor */

/**
 * @param {Shell} shell
 * @param {Doing} doing
 */
export function createDetail(shell, doing) {
  const language = shell.started.language;
  const mac = shell.started.platform === 'macos';
  const body = el('div', 'detail-body');
  const unlisted = el('div', 'detail-unlisted', el('p', '', t('customers.unlisted')), actButton(t('customers.show-listed'), () => shell.go(`customers/${wanted}`), { className: 'button small' }));
  const element = el('div', 'detail', unlisted, body);
  /** Who is to be shown; null is nobody, or somebody new. @type {string | null} */
  let wanted = null;
  /** @type {Details | null} */
  let details = null;
  /** @type {Row[]} */
  let rows = [];
  /** @type {Editor | null} */
  let editor = null;
  /** Counts what was asked for: an answer about another customer is of no use. */
  let asked = 0;
  let quietUntil = 0;
  /** The person wants to go on here. */
  let focusing = false;
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
    event.preventDefault();
    doing.onEscape();
  });
  drawNobody();
  tellListed(true);

  return {
    element, tellListed, show, create, changed, leave, forget, focus, close, openDefault, isDirty, isNew: () => editor !== null && wanted === null, identity: () => wanted,
  };

  function isDirty() {
    return editor?.isDirty() ?? false;
  }

  /** @param {boolean} isListed  The list beside it has the customer, or there is none to be listed. */
  function tellListed(isListed) {
    unlisted.hidden = isListed;
  }

  /** @param {string | null} identity */
  async function show(identity) {
    if (identity === wanted && (identity === null ? !editor : details)) return;
    wanted = identity;
    focusing = false;
    editor = null;
    details = null;
    rows = [];
    if (identity === null) {
      asked += 1;
      drawNobody();
      return;
    }
    const slow = setTimeout(() => { if (!details && wanted === identity) drawText(t('customers.loading')); }, SLOW_MS);
    await load();
    clearTimeout(slow);
  }

  /** The registry changed. What is being entered stays. */
  function changed() {
    if (wanted !== null) load();
  }

  async function load() {
    const identity = wanted;
    if (identity === null) return;
    const mine = asked += 1;
    try {
      const [now, all] = await Promise.all([customer(identity), portals(identity)]);
      if (mine !== asked) return;
      const before = details;
      details = now;
      rows = all;
      if (before && editor) redraw(isAnother(before, now));
      else draw();
    } catch (failure) {
      if (mine === asked) drawFailure(/** @type {Failure} */ (failure));
    }
  }

  function draw() {
    const overview = shell.overview();
    if (!details || !overview) return;
    editor = createEditor(shell, overview, { identity: details.identity, base: details.fields, fields: details.fields }, details, editing());
    put(back(), top(), el('h3', 'detail-title is-form', t('customers.details')), editor.element);
    element.scrollTop = 0;
  }

  /**
   * The form stays what it is, and everything around it follows.
   *
   * @param {boolean} surprising  A press now may be meant for what stood there before.
   */
  function redraw(surprising) {
    if (!details || !editor) return;
    if (surprising) quietUntil = performance.now() + QUIET_MS;
    const old = body.querySelector('.detail-top');
    const had = old?.contains(document.activeElement) ?? false;
    const button = [...old?.querySelectorAll('button') ?? []].findIndex((one) => one === document.activeElement);
    const now = top();
    old?.replaceWith(now);
    if (had) /** @type {HTMLElement | null} */ (now.querySelectorAll('button')[button] ?? now.querySelector('h2'))?.focus({ preventScroll: true });
    editor.rebase(details);
  }

  function top() {
    const now = /** @type {Details} */ (details);
    return el('div', 'detail-top', detailHead(now, rows[0]?.url ?? null, language, { onOpen: openDefault, onStar: star }), opensIn(now, shell.go), portalGrid(rows, open));
  }

  /** @returns {import('./editor.js').Doing} */
  function editing() {
    return {
      onSave: save, onDiscard: discard, onRemove: doing.onRemove, onDuplicate: duplicate, onShow: (identity) => shell.go(`customers/${identity}`),
    };
  }

  /**
   * Shows the form of a new customer.
   *
   * @param {Partial<Fields>} fields
   */
  function create(fields) {
    const overview = shell.overview();
    if (!overview) return;
    asked += 1;
    wanted = null;
    details = null;
    rows = [];
    editor = createEditor(shell, overview, { identity: null, base: null, fields: { ...BLANK, ...fields } }, null, editing());
    const heading = el('h2', 'detail-name is-new', t('customers.add-title'));
    heading.id = 'detail-name';
    put(back(), heading, el('p', 'detail-lead', t('customers.add-text')), editor.element);
    element.scrollTop = 0;
  }

  /** Returns whether it was saved. */
  async function save() {
    if (!editor) return false;
    const saving = editor;
    const before = wanted;
    const sent = saving.form.values();
    const identity = await saveForm(shell, saving.form);
    if (identity === null) return false;
    if (editor !== saving) return true;
    if (identity === before) {
      await customer(identity).then(({ fields }) => saving.form.settle(sent, fields)).catch(shell.fail);
      return true;
    }
    // It is a new one, or its identity is another now.
    wanted = null;
    await show(identity);
    doing.onShow(identity);
    focus();
    return true;
  }

  function discard() {
    if (wanted === null) {
      forget();
      return doing.onClosed();
    }
    if (!details) return;
    draw();
    announce(t('form.discarded'));
    /** @type {HTMLElement | null} */ (body.querySelector('#field-name'))?.focus();
  }

  /** Returns whether what is entered may go: it was saved, or nobody wants it. */
  async function leave() {
    if (!isDirty()) return true;
    const answer = await askAboutUnsaved(editor?.form.values().name.trim() || t('customers.new'));
    if (answer === 'save') return save();
    if (answer !== 'discard') return false;
    forget();
    return true;
  }

  /** What is entered is not wanted. */
  function forget() {
    asked += 1;
    editor = null;
    details = null;
    wanted = null;
    drawNobody();
  }

  function duplicate() {
    if (editor) doing.onDuplicate(duplicated(editor.form.values()));
  }

  async function star() {
    if (!details) return;
    const { identity, name, fields } = details;
    try {
      const { undo } = await change({ customers: [{ identity, name }], favorite: !fields.favorite });
      shell.tell(t(fields.favorite ? 'quick.unfavored' : 'quick.favored', { name }), takeBack(shell, undo));
    } catch (failure) {
      shell.fail(failure);
    }
  }

  function openDefault() {
    const [row] = rows;
    if (row && details?.identity === wanted) open(row);
  }

  /** @param {Row} row */
  function open(row) {
    // The customer before may still be in the page while the next one loads.
    if (row.identity !== wanted || !details || performance.now() < quietUntil) return;
    // What is shown is what is saved: unsaved fields have no say in it.
    shell.opening.open({ ...row, name: details.name }, null);
  }

  /** The customer may not be here yet, and gets it then. */
  function focus() {
    focusing = wanted !== null && details === null;
    if (focusing) return;
    const target = body.querySelector(editor && wanted === null ? '#field-name' : '#detail-name') ?? body.querySelector('button');
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  }

  function back() {
    const button = actButton('', close, { className: 'detail-back' });
    button.append(icon('back'), t('manage.customers'));
    return button;
  }

  async function close() {
    if (await leave()) doing.onClosed();
  }

  function drawNobody() {
    drawText(t('customers.nobody'), el('p', '', t('customers.nobody-keys', { key: t(mac ? 'quick.key-with-command' : 'quick.key-with-control', { key: 'N' }) })));
  }

  /**
   * @param {string} text
   * @param {...Node} more
   */
  function drawText(text, ...more) {
    const onTheWay = wanted !== null;
    put(onTheWay && back(), el('div', 'detail-empty', el('p', 'detail-empty-title', text), ...more));
  }

  /** Puts this here; whoever had the focus here has it again. @param {...(Node | false)} nodes */
  function put(...nodes) {
    const focused = focusing || body.contains(document.activeElement);
    body.replaceChildren(...nodes.filter((node) => node !== false));
    if (focused) focus();
  }

  /** @param {Failure} failure */
  function drawFailure({ code, message }) {
    // What is being entered stays, whatever happened.
    if (editor?.isDirty()) return code === 'Gone' ? editor.detach(message) : shell.fail({ code, message });
    editor = null;
    details = null;
    rows = [];
    const again = code !== 'Gone' && actButton(t('quick.try-again'), load);
    put(back(), el('div', 'state', el('h2', '', t(again ? 'quick.action-failed' : 'customers.gone')), el('p', '', message), again));
  }
}

/**
 * Returns whether what is opened is called otherwise, or is another tenant.
 *
 * @param {Details} one
 * @param {Details} other
 */
function isAnother(one, other) {
  return one.name !== other.name || one.identity !== other.identity || one.fields.domain !== other.fields.domain || one.portal_name !== other.portal_name;
}
