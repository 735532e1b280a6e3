/**
 * The panel that takes the keys that bring up quick open, or says where this desktop wants them. Whether keys will do is decided in
 * Rust; this shows what it says. Both windows have it.
 *
 * @typedef {import('./backend.js').Failure} Failure
 * @typedef {import('./backend.js').Hotkey} Hotkey
 * @typedef {import('./backend.js').Platform} Platform
 *
 * @typedef {object} HotkeyEvents
 * @property {(keys: string | null) => Promise<unknown>} onSave  Rejects with what is wrong, which is shown under the field.
 * @property {() => unknown} onDone  Of a desktop that lets no program take keys: it was read.
 * @property {() => void} onCancel
 */

import { announce } from './announce.js';
import { actButton } from './button.js';
import { chordOf, chordText } from './chord.js';
import { copyButton } from './copy.js';
import { el } from './element.js';
import { t } from './texts.js';

/**
 * @param {HTMLElement} host  Shown now; the caller hides it again.
 * @param {Hotkey} hotkey
 * @param {Platform} platform
 * @param {HotkeyEvents} events
 */
export function drawHotkeyPanel(host, hotkey, platform, events) {
  const title = el('h2', 'panel-title', t('quick.hotkey-title'));
  title.id = 'panel-title';
  const { body, focused } = hotkey.status === 'by-desktop' ? byDesktop(hotkey, events) : recorder(hotkey, platform, events);
  host.setAttribute('role', 'dialog');
  host.setAttribute('aria-labelledby', 'panel-title');
  host.setAttribute('aria-describedby', 'panel-text');
  host.replaceChildren(el('div', 'panel-body hotkey', title, ...body));
  host.hidden = false;
  host.scrollTop = 0;
  focused.focus({ preventScroll: true });
}

/**
 * @param {Hotkey} hotkey
 * @param {Platform} platform
 * @param {HotkeyEvents} events
 */
function recorder({ keys, shown, note }, platform, { onSave, onCancel }) {
  const text = about(t('quick.hotkey-text'));
  const field = el('input', 'field hotkey-field');
  field.readOnly = true;
  field.placeholder = t('quick.hotkey-press');
  field.value = shown ?? '';
  field.setAttribute('aria-label', t('quick.hotkey-press'));
  const error = el('p', 'add-error', note);
  error.id = 'hotkey-error';
  error.hidden = note === null;
  field.setAttribute('aria-describedby', error.id);

  /** @type {string | null} */
  let chosen = null;
  const save = actButton(t('quick.hotkey-save'), () => send(chosen ?? keys), { className: 'button primary' });
  const off = keys !== null && actButton(t('quick.hotkey-off'), () => send(null));
  field.addEventListener('keydown', record);
  // Modifiers that were let go again are not held any more.
  field.addEventListener('keyup', () => { if (chosen === null) field.value = shown ?? ''; });
  const body = [
    text, field, error,
    el('div', 'panel-buttons', off, el('span', 'panel-space'), actButton(t('quick.cancel'), onCancel), save),
  ];
  return { body, focused: field };

  /** @param {KeyboardEvent} event */
  function record(event) {
    const alone = !event.ctrlKey && !event.altKey && !event.metaKey;
    // The keyboard has to find the way out again.
    if (alone && (event.key === 'Tab' || event.key === 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    if (alone && !event.shiftKey && event.key === 'Enter') return save.click();
    say(null);
    chosen = chordOf(event);
    field.value = chordText(event, platform);
    if (chosen !== null) announce(field.value);
  }

  /** @param {string | null} wanted */
  async function send(wanted) {
    if (wanted === null && chosen === null && keys === null) return say(t('quick.hotkey-none'));
    try {
      await onSave(wanted);
    } catch (failure) {
      say(/** @type {Failure} */ (failure).message);
    }
  }

  /** @param {string | null} message */
  function say(message) {
    error.textContent = message;
    error.hidden = message === null;
    if (message === null) return field.removeAttribute('aria-invalid');
    field.setAttribute('aria-invalid', 'true');
    announce(message);
    field.focus();
    error.scrollIntoView({ block: 'nearest' });
  }
}

/**
 * @param {Hotkey} hotkey
 * @param {HotkeyEvents} events
 */
function byDesktop({ command, note }, { onDone }) {
  const close = actButton(t('quick.hotkey-close'), onDone, { className: 'button' });
  const copy = copyButton(command, { label: t('quick.hotkey-copy'), className: 'button primary' });
  const places = [['GNOME', t('quick.hotkey-gnome')], ['KDE Plasma', t('quick.hotkey-kde')]].map(([desktop = '', where = '']) => (
    el('div', 'hotkey-place', el('dt', '', desktop), el('dd', '', where))
  ));
  const sway = el('div', 'hotkey-place', el('dt', '', 'sway'), el('dd', '', el('code', '', `bindsym $mod+p exec ${command}`)));
  const line = el('p', 'address framed', command);
  line.dir = 'ltr';
  const body = [
    about(note ?? t('quick.hotkey-by-desktop')), line, el('dl', 'hotkey-places', ...places, sway),
    el('div', 'panel-buttons', close, copy),
  ];
  return { body, focused: copy };
}

/** @param {string} words */
function about(words) {
  const text = el('p', 'panel-text', words);
  text.id = 'panel-text';
  return text;
}
