/** The keys from anywhere, in quick open: offered once, chosen in a panel. */

import { declineHotkey, hotkey, setHotkey } from './backend.js';
import { drawHotkeyPanel } from './hotkey-panel.js';
import { t } from './texts.js';

/**
 * @param {ReturnType<typeof import('./results.js').createResults>} results
 * @param {ReturnType<typeof import('./opening.js').createOpening>} opening
 */
export function createHotkey(results, opening) {
  /** @type {import('./backend.js').Platform} */
  let platform = 'linux';

  return { look, choose, decline, usePlatform: (/** @type {typeof platform} */ name) => { platform = name; } };

  /** Asks whether there is something to offer. It comes with the rows, so this goes first. */
  async function look() {
    try {
      results.offer((await hotkey()).offer);
    } catch (failure) {
      console.error(failure);
      results.offer(false);
    }
  }

  function choose() {
    return opening.attempt(hotkey, (now) => opening.cover((host) => drawHotkeyPanel(host, now, platform, {
      onSave: save, onCancel: opening.back, onDone: () => { opening.back(); return decline(); },
    })), t('quick.action-failed'));
  }

  /** @param {string | null} keys */
  async function save(keys) {
    const { shown } = await setHotkey(keys);
    results.offer(false);
    opening.back();
    if (shown !== null) results.say(t('quick.hotkey-saved', { keys: shown }));
  }

  async function decline() {
    results.offer(false);
    await declineHotkey().catch(console.error);
  }
}
