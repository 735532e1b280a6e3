/**
 * A field that takes one of many, thousands perhaps: some of those that fit are offered below while somebody types. What is no label is
 * nobody: two that fit are never decided between here.
 *
 * @typedef {import('../backend.js').Choice} Choice
 * @typedef {import('./field.js').Control} Control
 */

import { fold, matches } from '../fold.js';
import { combobox } from './combobox.js';

/** More than these nobody reads; typing on finds the others. */
const OFFERED = 40;

/**
 * @param {Choice[]} choices  No two have the same name.
 * @returns {Control & { input: HTMLInputElement, read: () => string | null }}  Null while what stands there is none of them.
 */
export function picker(choices) {
  const folded = choices.map((choice) => ({ choice, text: fold(choice.name) }));
  const control = combobox(() => offered(control.input.value), isSole);
  const { input } = control;
  return { ...control, read, write: (/** @type {string | null} */ key) => { input.value = choices.find((one) => one.key === key)?.name ?? ''; } };

  function read() {
    const exact = choices.find(({ name }) => name === input.value);
    const alike = exact ? [] : folded.filter(({ text }) => text === fold(input.value.trim()));
    return exact?.key ?? (alike.length === 1 ? alike[0]?.choice.key ?? null : null);
  }

  /** A whole label is who it says, also when it is part of the one other that is offered. */
  function isSole() {
    const typed = fold(input.value.trim());
    return read() === null && folded.filter(({ text }) => text.includes(typed)).length === 1;
  }

  /** @param {string} typed  A whole label is no filter: whoever opens the list then wants another one. */
  function offered(typed) {
    const filter = choices.some(({ name }) => name === typed) ? '' : fold(typed.trim());
    return folded.filter(({ text }) => matches(text, filter)).slice(0, OFFERED).map(({ choice }) => choice.name);
  }
}
