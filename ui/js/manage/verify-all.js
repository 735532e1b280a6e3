/**
 * Looks all customers up by their domains: says what is sent to whom first, then how far it is, then who is not who the registry says.
 * It goes on while another page is shown.
 *
 * @typedef {import('./look-up.js').Verifying} Verifying
 * @typedef {import('./page.js').Shell} Shell
 */

import { announce } from '../announce.js';
import { actButton } from '../button.js';
import { el, named } from '../element.js';
import { icon } from '../icons.js';
import { around, t } from '../texts.js';
import { cancelVerify, onVerifying, verify, verifying } from './look-up.js';
import { createPickList } from './pick-list.js';

/** @param {Shell} shell */
export function createVerifying(shell) {
  const title = el('h2', 'import-heading', t('verify.title'));
  const text = el('p', 'import-about', t('verify.text'));
  const start = actButton('', begin);
  const bar = el('progress', 'verify-bar');
  bar.setAttribute('aria-label', t('verify.title'));
  const now = el('p', 'verify-now');
  const cancel = actButton(t('quick.cancel'), () => cancelVerify().catch(shell.fail));
  const running = el('div', 'verify-running', bar, now, cancel);
  running.hidden = true;
  const result = el('div', 'verify-result');
  const findings = createPickList({
    label: t('verify.findings'), draw: finding,
    onEnter: (/** @type {Verifying['findings'][number]} */ { identity }) => shell.go(`customers/${identity}`),
    onClick: ({ identity }, target) => { if (target.closest('.verify-to')) shell.go(`customers/${identity}`); },
  });
  const element = el('section', 'verify', title, text, start, running, result, findings.element);
  let drawn = '';
  draw(null);
  onVerifying(draw).catch(shell.fail);
  return { element, look };

  async function look() {
    draw(await verifying().catch(() => null));
  }

  async function begin() {
    try {
      draw(await verify(null));
      cancel.focus();
    } catch (failure) {
      shell.fail(failure);
    }
  }

  /** @param {Verifying | null} state */
  function draw(state) {
    const customers = shell.overview()?.customers ?? [];
    const isRunning = state?.state === 'running';
    const wasRunning = !running.hidden;
    const hadFocus = running.contains(document.activeElement);
    element.hidden = customers.length === 0;
    start.textContent = t(state ? 'verify.again' : 'verify.start', { count: customers.length });
    start.hidden = isRunning;
    running.hidden = !isRunning;
    if (hadFocus && !isRunning) start.focus();
    if (state) drawState(state);
    result.hidden = !state || isRunning;
    if (wasRunning && !isRunning) announce(result.textContent ?? '');
    showFindings(state?.findings ?? []);
  }

  /** @param {Verifying} state */
  function drawState({ state, done, total, verified, name, message }) {
    bar.max = Math.max(1, total);
    bar.value = done;
    const [before, after] = around('verify.now', 'name');
    now.replaceChildren(t('verify.progress', { done, count: total }), ...(name === null ? [] : [' · ', before, named(name), after]));
    const sentence = { running: '', done: t('verify.done', { count: verified }), canceled: t('verify.canceled', { done, count: total }), stopped: message ?? '' }[state];
    result.className = state === 'stopped' ? 'verify-result is-trouble' : 'verify-result';
    result.replaceChildren(icon(state === 'stopped' ? 'warning' : 'check'), el('p', '', sentence, state === 'done' ? '' : ` ${t('verify.done', { count: verified })}`));
  }

  /** @param {Verifying['findings']} all */
  function showFindings(all) {
    const wanted = JSON.stringify(all);
    if (wanted === drawn) return;
    drawn = wanted;
    findings.show(all);
  }
}

/** @param {Verifying['findings'][number]} finding */
function finding({ name, verdict, text }) {
  const isTrouble = verdict === 'other' || verdict === 'several';
  return el(
    'div', 'verify-finding', el('span', isTrouble ? 'verify-sign is-trouble' : 'verify-sign', icon(isTrouble ? 'warning' : 'info')),
    el('div', 'verify-who', named(name, 'verify-name'), named(text, 'verify-text')), el('span', 'verify-to', t('verify.show')),
  );
}
