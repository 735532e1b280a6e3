/** Runs the checks of `preview/` in headless Chromium: what only a real page can show. Skipped where there is none. */

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { serve } from './preview/server.js';

const BROWSERS = [process.env['CHROMIUM'], 'chromium', 'chromium-browser', 'google-chrome'];
const DEADLINE_MS = 60_000;

const browser = BROWSERS.find((name) => name && spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);
// On a laptop the other tests are enough; a build machine without the browser would only look green.
const skip = browser || process.env['CI'] ? false : 'needs Debian package chromium';

test('quick open in a browser', { skip }, (t) => checkPage(t, 'quick.html'));

test('manage in a browser', { skip }, (t) => checkPage(t, 'manage.html'));

/**
 * @param {import('node:test').TestContext} t
 * @param {string} file
 */
async function checkPage(t, file) {
  assert.ok(browser, 'missing: Debian package chromium');
  const profile = await mkdtemp(join(tmpdir(), 'portico-ui-'));
  /** @type {(report: string) => void} */
  let reported = () => {};
  const report = new Promise((resolve) => { reported = resolve; });
  const server = await serve(0, reported);
  const page = spawn(browser, [
    '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
    '--host-resolver-rules=MAP * 127.0.0.1', `--user-data-dir=${profile}`, '--window-size=640,492',
    '--remote-debugging-port=0', `${server.address}/${file}?check`,
  ], { stdio: 'ignore' });
  const late = setTimeout(() => reported('{"results":[],"log":[]}'), DEADLINE_MS);
  try {
    const { results, log } = JSON.parse(String(await report));
    assert.ok(results.length > 0, `no report within ${DEADLINE_MS} ms`);
    for (const line of log) t.diagnostic(line);
    for (const { name, error } of results) await t.test(name, () => assert.equal(error, null));
  } finally {
    clearTimeout(late);
    page.kill();
    await new Promise((resolve) => page.once('exit', resolve));
    server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
