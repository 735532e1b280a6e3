/**
 * Serves ui/ on loopback as the application would, with a stub in place of Tauri: `npm run preview`, then open
 * http://127.0.0.1:4173/quick.html?state=tie or …/manage.html?count=5000 (the states are in stub.js).
 *
 * The policy is the one the application ships, so that what works here is not refused there.
 */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

import { textsOf } from './locale.js';

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
  + "connect-src ipc: http://ipc.localhost; object-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'none'";

const TYPES = /** @type {Record<string, string>} */ ({
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json',
});

const here = fileURLToPath(new URL('.', import.meta.url));
const ui = fileURLToPath(new URL('../../../ui/', import.meta.url));

/**
 * Returns the running server and its address.
 *
 * @param {number} [port]  0: any free one.
 * @param {(report: string) => void} [onReport]  Called with what a page hands to `/report?…`.
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export function serve(port = 0, onReport = () => {}) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname === '/report') {
      onReport(decodeURIComponent(url.search.slice(1)));
      response.writeHead(204).end();
      return;
    }
    try {
      const body = await content(url.pathname, url.searchParams);
      response.writeHead(200, { 'content-type': TYPES[extname(url.pathname)] ?? 'text/plain', 'content-security-policy': POLICY });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address();
      const number = bound && typeof bound === 'object' ? bound.port : port;
      resolve({ address: `http://127.0.0.1:${number}`, close: () => server.close() });
    });
  });
}

/**
 * @param {string} path
 * @param {URLSearchParams} asked  `check` is the file of checks that the page runs.
 */
async function content(path, asked) {
  if (path === '/locale.js') return `window.previewTexts = ${JSON.stringify(textsOf(asked.get('language') ?? 'en'))};`;
  const safe = normalize(path);
  if (safe.startsWith('/preview/')) return readFile(join(here, safe.slice('/preview/'.length)));
  const body = await readFile(join(ui, safe));
  if (extname(safe) !== '.html') return body;
  const check = asked.get('check');
  const language = /^(en|sv|nl)$/.exec(asked.get('language') ?? '')?.[0] ?? 'en';
  const checks = check && /^[a-z-]+$/.test(check) ? ['harness', check] : [];
  const scripts = ['customers', 'stub', 'stub-manage', 'stub-pages', 'stub-browsers', ...checks].map((name) => `/preview/${name}.js`);
  return String(body).replace('<head>', `<head>${[`/locale.js?language=${language}`, ...scripts].map((src) => `<script src="${src}"></script>`).join('')}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await serve(4173);
  console.log(`${address}/quick.html`);
}
