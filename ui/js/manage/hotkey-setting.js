/**
 * The keys that bring up quick open from anywhere: what they are, what is to be said about them, and the panel that takes others, in its
 * place.
 *
 * @typedef {import('../backend.js').Platform} Platform
 */

import { hotkey, setHotkey } from '../backend.js';
import { actButton } from '../button.js';
import { el } from '../element.js';
import { drawHotkeyPanel } from '../hotkey-panel.js';
import { t } from '../texts.js';

/** @param {import('./page.js').Shell} shell */
export function createHotkeySetting({ started: { platform }, fail }) {
  const element = el('div', 'hotkey-setting');
  let isChoosing = false;
  return { element, look };

  async function look() {
    if (isChoosing) return;
    try {
      draw(await hotkey());
    } catch (failure) {
      fail(failure);
    }
  }

  /** @param {import('../backend.js').Hotkey} hotkey */
  function draw({ status, shown, note }) {
    const about = note ?? t({ on: 'settings.hotkey-on', off: 'settings.hotkey-off', taken: 'settings.hotkey-taken', 'by-desktop': 'settings.hotkey-by-desktop' }[status]);
    const change = actButton(t(status === 'by-desktop' ? 'settings.hotkey-show' : 'settings.hotkey-change'), choose, { className: 'button small' });
    change.setAttribute('aria-describedby', 'hotkey-about');
    const words = el('p', status === 'taken' ? 'setting-note is-trouble' : 'setting-note', about);
    words.id = 'hotkey-about';
    const focused = element.contains(document.activeElement);
    element.replaceChildren(el(
      'div', 'setting', el('div', 'setting-text', el('p', 'setting-name', t('settings.hotkey')), words),
      el('kbd', shown === null ? 'hotkey-keys is-none' : 'hotkey-keys', shown ?? t('settings.hotkey-none')), change,
    ));
    if (focused) change.focus();
  }

  /** The panel stands in place of the row, and the row comes back with what is so now. */
  async function choose() {
    const now = await hotkey();
    const host = el('div', 'hotkey-host');
    isChoosing = true;
    element.replaceChildren(host);
    host.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      back();
    });
    drawHotkeyPanel(host, now, platform, {
      onSave: async (keys) => { await setHotkey(keys); await back(); },
      onCancel: back, onDone: back,
    });
  }

  async function back() {
    isChoosing = false;
    await look();
    element.querySelector('button')?.focus();
  }
}
