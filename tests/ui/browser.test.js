/**
 * Runs the checks of `preview/` in headless Chromium: what only a real page can show. Skipped where there is none.
 *
 * They mostly wait, as keys do after rows changed by themselves, so a few pages run at once.
 */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';

import { browser, OPTIONS } from './preview/page.js';
import { serve } from './preview/server.js';

const DEADLINE_MS = 120_000;

const CHECKS = {
  quick: ['checks', 'portal-checks', 'action-checks', 'hotkey-checks', 'panel-checks', 'trust-checks', 'link-checks'],
  manage: ['manage-checks', 'customer-checks', 'edit-checks', 'import-checks', 'settings-checks', 'own-portal-checks', 'browser-checks', 'opening-checks'],
};

const SIZES = /** @type {Record<string, string>} */ ({ quick: '640,492', manage: '1000,700' });

// On a laptop the other tests are enough; a build machine without the browser would only look green.
const skip = browser || process.env['CI'] ? false : 'needs Debian package chromium';

describe('in a browser', { skip, concurrency: 3 }, () => {
  for (const [page, files] of Object.entries(CHECKS)) {
    for (const file of files) test(`${page}: ${file}`, (t) => checkPage(t, page, file));
  }
});

/**
 * @param {import('node:test').TestContext} t
 * @param {string} name
 * @param {string} file
 */
async function checkPage(t, name, file) {
  assert.ok(browser, 'missing: Debian package chromium');
  const profile = await mkdtemp(join(tmpdir(), 'portico-ui-'));
  /** @type {(report: string) => void} */
  let reported = () => {};
  const report = new Promise((resolve) => { reported = resolve; });
  const server = await serve(0, reported);
  const page = spawn(browser, [
    ...OPTIONS, `--user-data-dir=${profile}`, `--window-size=${SIZES[name]}`, '--remote-debugging-port=0', `${server.address}/${name}.html?check=${file}`,
  ], { stdio: 'ignore' });
  const late = setTimeout(() => reported('{"results":[],"log":[]}'), DEADLINE_MS);
  try {
    const { results, log } = JSON.parse(String(await report));
    assert.ok(results.length > 0, `no report within ${DEADLINE_MS} ms`);
    for (const line of log) t.diagnostic(line);
    for (const { name: check, error } of results) await t.test(check, () => assert.equal(error, null));
  } finally {
    clearTimeout(late);
    page.kill();
    await new Promise((resolve) => page.once('exit', resolve));
    server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
