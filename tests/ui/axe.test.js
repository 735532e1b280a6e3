/** Every state of both windows passes axe: light, dark, and at 200 % zoom. Skipped where there is no browser. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { violations } from './preview/axe.js';
import { browser, openBrowser } from './preview/page.js';
import { play, scenes } from './preview/scenes.js';
import { serve } from './preview/server.js';

const skip = browser || process.env['CI'] ? false : 'needs Debian package chromium';

const LOOKS = /** @type {Record<string, import('./preview/page.js').Look>} */ ({
  light: {}, dark: { dark: true }, '200 %': { width: 320, height: 246, scale: 2 }, 'dark, 200 %': { dark: true, width: 320, height: 246, scale: 2 },
});

/** Manage has both its halves only in a wide window. */
const WIDE = { wide: { width: 1000, height: 700 }, 'dark, wide': { dark: true, width: 1000, height: 700 } };

test('no state of a window keeps anybody out', { skip }, async (t) => {
  assert.ok(browser, 'missing: Debian package chromium');
  const server = await serve();
  const page = await openBrowser();
  try {
    for (const [name, scene] of Object.entries(scenes)) {
      await t.test(name, async () => {
        await page.look({});
        await play(page, server.address, scene);
        for (const [how, look] of Object.entries({ ...LOOKS, ...(scene.page === 'manage' ? WIDE : {}) })) {
          await page.look(look);
          assert.deepEqual(await violations(page.ask), [], how);
          assert.equal(await page.ask('document.documentElement.scrollWidth <= innerWidth'), true, `${how}: nothing is beside the window`);
        }
      });
    }
  } finally {
    await page.close();
    server.close();
  }
});
