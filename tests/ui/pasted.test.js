/** Who pastes a link has finished it, who types one perhaps not. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { cameAtOnce } from '../../ui/js/pasted.js';

test('only what is typed letter by letter, or deleted, may be unfinished', () => {
  for (const [inputType, data, atOnce] of /** @type {[string, string | null, boolean][]} */ ([
    // Pasting and dropping
    ['insertFromPaste', null, true], ['insertFromPaste', 'x', true], ['insertFromDrop', null, true],
    ['insertReplacementText', null, true], ['insertFromYank', null, true],
    // Programs that type for people
    ['insertText', 'https://security.microsoft.com', true], ['', null, true],
    // Typing, also of letters that are two units
    ['insertText', 'x', false], ['insertText', '👩', false], ['insertCompositionText', 'https', false],
    // Taking back
    ['deleteContentBackward', null, false], ['deleteByCut', null, false], ['historyUndo', null, false],
  ])) assert.equal(cameAtOnce({ inputType, data }), atOnce, `${inputType} ${data}`);
});
