/**
 * Drives headless Chromium over a pipe, with keys that come from outside the page as a person's do: opens the preview in any colors,
 * size and zoom, presses, asks, takes pictures.
 */

import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BROWSERS = [process.env['CHROMIUM'], 'chromium', 'chromium-browser', 'google-chrome'];

/** How it is called on this machine; undefined where there is none. */
export const browser = BROWSERS.find((name) => name && spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);

/** What a headless browser needs to run anywhere, and to reach nothing but this machine. */
export const OPTIONS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--host-resolver-rules=MAP * 127.0.0.1',
];

const MODIFIERS = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };
const CODES = { Enter: 13, Escape: 27, Backspace: 8, Tab: 9, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40 };

/**
 * @typedef {{ dark?: boolean, width?: number, height?: number, scale?: number, forced?: boolean }} Look
 * @typedef {Awaited<ReturnType<typeof openBrowser>>} Page
 */

/** Returns a page of a browser of its own. */
export async function openBrowser() {
  const profile = await mkdtemp(join(tmpdir(), 'portico-ui-'));
  const child = spawn(String(browser), [...OPTIONS, '--remote-debugging-pipe', `--user-data-dir=${profile}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const [, , , input, output] = /** @type {any} */ (child.stdio);
  const waiting = /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */ (new Map());
  let last = 0;
  let rest = '';
  let session = '';
  let loaded = () => {};

  output.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) receive(JSON.parse(message));
  });

  /** @param {any} message */
  function receive({ id, result, error, method }) {
    if (method === 'Page.loadEventFired') loaded();
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(error.message));
    else asked?.resolve(result);
  }

  /** @param {string} method @param {object} [params] @returns {Promise<any>} */
  function send(method, params = {}) {
    const id = (last += 1);
    input.write(`${JSON.stringify({ id, method, params, ...(session && { sessionId: session }) })}\0`);
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  }

  const { targetInfos } = await send('Target.getTargets');
  const target = targetInfos.find((/** @type {any} */ one) => one.type === 'page');
  ({ sessionId: session } = await send('Target.attachToTarget', { targetId: target.targetId, flatten: true }));
  await send('Page.enable');
  // Otherwise the first key brings the focus along, and the window would have just come to the front.
  await send('Emulation.setFocusEmulationEnabled', { enabled: true });

  return { open, look, press, type, ask, until, picture, close };

  /** @param {string} url */
  async function open(url) {
    const done = new Promise((resolve) => { loaded = () => resolve(null); });
    await send('Page.navigate', { url });
    await done;
  }

  /** @param {Look} how */
  async function look({ dark = false, width = 640, height = 492, scale = 1, forced = false }) {
    await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false });
    const features = [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }, { name: 'forced-colors', value: forced ? 'active' : 'none' }];
    await send('Emulation.setEmulatedMedia', { features: [...features, { name: 'prefers-reduced-motion', value: 'reduce' }] });
  }

  /**
   * Presses a key as it is written: `Control+Shift+c`, `ArrowRight`.
   *
   * @param {string} keys
   * @param {{ held?: boolean }} [how]  `held`: it was down already.
   */
  async function press(keys, { held = false } = {}) {
    const names = keys.split('+');
    const key = names.pop() ?? '';
    const modifiers = names.reduce((sum, name) => sum | (/** @type {Record<string, number>} */ (MODIFIERS)[name] ?? 0), 0);
    const single = key.length === 1;
    const event = {
      key, modifiers, autoRepeat: held, code: single ? (/\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`) : key,
      windowsVirtualKeyCode: /** @type {Record<string, number>} */ (CODES)[key] ?? key.toUpperCase().charCodeAt(0),
    };
    await send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
    await send('Input.dispatchKeyEvent', { type: 'keyUp', ...event, autoRepeat: false });
  }

  /** @param {string} text */
  async function type(text) {
    await send('Input.insertText', { text });
  }

  /** Returns what an expression in the page comes to. @param {string} expression */
  async function ask(expression) {
    const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Waits until an expression in the page is true. @param {string} expression */
  async function until(expression) {
    const deadline = Date.now() + 15_000;
    while (!(await ask(expression))) {
      if (Date.now() > deadline) throw new Error(`never true: ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** @param {string} path */
  async function picture(path) {
    const { data } = await send('Page.captureScreenshot', { format: 'png' });
    await writeFile(path, Buffer.from(data, 'base64'));
  }

  async function close() {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await gone;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
