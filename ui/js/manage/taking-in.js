/** The ways a list comes in: files and pasted texts, read here and judged in Rust. */

import { t } from '../texts.js';
import { readFile, readText } from './lists.js';

/** As much as Rust takes. A larger file is refused before it is read. */
const LIMIT = 32 * 1024 * 1024;

/**
 * What is read, under the name that a person knows it by.
 *
 * @typedef {{ source: string, read: () => Promise<import('./lists.js').Preview> }} Incoming
 */

/**
 * Rejects with `TooLarge`.
 *
 * @param {File} file
 * @returns {Incoming}
 */
export function ofFile(file) {
  return {
    source: file.name,
    async read() {
      ensureSize(file.size);
      return readFile(new Uint8Array(await file.arrayBuffer()), file.name);
    },
  };
}

/**
 * @param {string} text
 * @returns {Incoming}
 */
export function ofText(text) {
  const source = t('import.pasted');
  return {
    source,
    async read() {
      ensureSize(text.length);
      return readText(text, source);
    },
  };
}

/**
 * @param {import('./handed.js').Handed} what
 * @returns {Incoming}
 */
export function ofHanded(what) {
  if ('text' in what) return ofText(what.text);
  return { source: what.source, read: async () => { ensureSize(what.bytes.length); return readFile(what.bytes, what.source); } };
}

/**
 * Returns what a drop or a paste brings; null when that is nothing to read.
 *
 * @param {DataTransfer | null} data
 * @returns {Incoming | null}
 */
export function ofTransfer(data) {
  const file = data?.files[0];
  if (file) return ofFile(file);
  const text = data?.getData('text/plain') ?? '';
  return text.trim() === '' ? null : ofText(text);
}

/** @param {number} size */
function ensureSize(size) {
  if (size > LIMIT) throw { code: 'TooLarge', message: t('import.too-large') };
}
