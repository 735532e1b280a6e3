/** Rules that hold for every file of ui/. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path/posix';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { textsOf } from './preview/locale.js';

const ui = fileURLToPath(new URL('../../ui/', import.meta.url));
const tray = fileURLToPath(new URL('../../src-tauri/src/', import.meta.url));
const files = readdirSync(ui, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => ['.js', '.css', '.html'].includes(extname(path)))
  .map((path) => ({ path, text: readFileSync(ui + path, 'utf8') }));
const scripts = files.filter(({ path }) => extname(path) === '.js');
const pages = files.filter(({ path }) => extname(path) === '.html');
const texts = textsOf('en');

test('names never become HTML', () => {
  const makesHtml = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|setHTML|srcdoc/;
  for (const { path, text } of files) assert.doesNotMatch(text, makesHtml, `${path}: a tenant may be called <img onerror=…>; use textContent`);
});

test('one file knows Tauri', () => {
  const knowing = files.filter(({ text }) => text.includes('__TAURI')).map(({ path }) => path);
  assert.deepEqual(knowing, ['js/backend.js'], 'everything else imports from it');
});

test('pages hold nothing inline, which the content security policy would drop', () => {
  for (const { path, text } of pages) {
    assert.doesNotMatch(text, /\sstyle=|<style|\son[a-z]+=/i, `${path}: use a class, a stylesheet, addEventListener`);
    assert.doesNotMatch(text, /<script(?![^>]*\ssrc=)/i, `${path}: scripts are files`);
  }
  for (const { path, text } of scripts) assert.doesNotMatch(text, /setAttribute\('style'|cssText|\beval\(|new Function/, path);
});

test('nothing is loaded from elsewhere', () => {
  for (const { path, text } of files) {
    const elsewhere = [...text.matchAll(/(?:https?:)?\/\/[a-z0-9.-]+\.[a-z]{2,}[^\s'")]*/gi)].map(([url]) => url);
    assert.deepEqual(elsewhere.filter((url) => !/w3\.org\/2000\/svg|bugs\.webkit\.org/.test(url)), [], path);
  }
});

test('every text that is used exists, and every text that exists is used', () => {
  const known = Object.keys(texts);
  const messages = new Set(known.map((key) => key.split('.')[0]));
  const keys = (/** @type {string} */ text) => [...text.matchAll(/['"](([a-z]+)\.[a-z0-9-]+)['"]/g)]
    .filter(([, , message = '']) => messages.has(message)).map(([, key = '']) => key);
  const used = new Set(scripts.flatMap(({ text }) => keys(text)));
  assert.deepEqual([...used].filter((key) => !known.includes(key)), [], 'missing in en.ftl');
  const rust = new Set(readdirSync(tray, { recursive: true, encoding: 'utf8' })
    .filter((path) => extname(path) === '.rs').flatMap((path) => keys(readFileSync(tray + path, 'utf8'))));
  assert.deepEqual(known.filter((key) => !used.has(key) && !rust.has(key)), [], 'used by neither ui/ nor the tray');
});

test('the customers window asks at once for all modules that it will import', () => {
  const imported = new Set();
  /** @type {(path: string) => void} */
  const follow = (path) => {
    if (imported.has(path)) return;
    imported.add(path);
    const text = (scripts.find((script) => script.path === path)?.text ?? '').replaceAll(/\/\*[^]*?\*\//g, '');
    for (const [, from = ''] of text.matchAll(/^(?:import|export)\s[^;]*?from '([^']+)'/gm)) follow(join(dirname(path), from));
  };
  const page = pages.find(({ path }) => path === 'manage.html')?.text ?? '';
  const begun = [...page.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, path = '']) => path);
  begun.forEach(follow);
  const preloaded = [...page.matchAll(/<link rel="modulepreload" href="([^"]+)"/g)].map(([, path = '']) => path);
  assert.deepEqual([...preloaded, ...begun].sort(), [...imported].sort(), 'found one after the other, they take as long as the web engine itself');
});

test('every file stays small enough to read', () => {
  for (const { path, text } of files) assert.ok(text.split('\n').length <= 340, `${path}: one idea per file`);
});

test('the lock file names no download host', () => {
  assert.doesNotMatch(readFileSync(new URL('package-lock.json', import.meta.url), 'utf8'), /"resolved"|https?:/);
});

test('text can be read on what it stands on, in light and dark (WCAG AA)', () => {
  const theme = files.find(({ path }) => path === 'css/theme.css')?.text ?? '';
  const parts = files.find(({ path }) => path === 'css/parts.css')?.text ?? '';
  const [light = '', dark = ''] = theme.split('prefers-color-scheme: dark');
  for (const [name, css] of /** @type {[string, string][]} */ ([['light', light], ['dark', dark]])) {
    const color = Object.fromEntries([...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, key, value]) => [key, value]));
    for (const [over, under, least] of /** @type {[string, string[], number][]} */ ([
      ['text', ['page', 'side', 'chosen', 'field', 'warn-page', 'warn-line'], 4.5], ['soft', ['page', 'side', 'chosen', 'field'], 4.5],
      ['mark', ['page', 'chosen', 'side'], 4.5], ['badge-text', ['badge', 'page'], 4.5], ['warn', ['page', 'chosen', 'warn-page'], 4.5],
      ['on-accent', ['accent', 'accent-hover'], 4.5], ['star', ['page', 'chosen'], 3], ['focus', ['page', 'side'], 3],
    ])) for (const base of under) {
      const reached = contrast(color[over] ?? '', color[base] ?? '');
      assert.ok(reached >= least, `${name}: ${over} on ${base} is ${reached.toFixed(2)}, needs ${least}`);
    }
  }
  const tiles = [...parts.matchAll(/\.color-\d+ \{ background: (#[0-9a-f]{6});/g)];
  assert.equal(tiles.length, 12);
  for (const [, tile = ''] of tiles) assert.ok(contrast('#ffffff', tile) >= 4.5, `monogram on ${tile}`);
});

/** @type {(one: string, other: string) => number} */
function contrast(one, other) {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {string} color `#rrggbb` */
function luminance(color) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
