/** Highlighting shows the name, all of it and nothing else. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { segments } from '../../ui/js/marks.js';

/** @type {(text: string, marks: [number, number][]) => string} */
const shown = (text, marks) => segments(text, marks).map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join('');

test('matched parts are marked', () => {
  for (const [text, marks, expected] of /** @type {[string, [number, number][], string][]} */ ([
    // Plain
    ['Contoso', [[0, 3]], '[Con]toso'], ['Fabrikam Construction', [[9, 12]], 'Fabrikam [Con]struction'],
    ['Contoso', [], 'Contoso'], ['Contoso', [[0, 7]], '[Contoso]'], ['', [], ''],
    // Several
    ['Contoso Retail', [[0, 1], [8, 9]], '[C]ontoso [R]etail'], ['Contoso', [[3, 5], [0, 2]], '[Co]n[to]so'],
    // Touching and overlapping
    ['Contoso', [[0, 2], [2, 4]], '[Cont]oso'], ['Contoso', [[0, 4], [2, 6]], '[Contos]o'],
    // Wrong
    ['Contoso', [[3, 3]], 'Contoso'], ['Contoso', [[5, 2]], 'Contoso'], ['Contoso', [[5, 99]], 'Conto[so]'],
    ['Contoso', [[90, 99]], 'Contoso'], ['Contoso', [[-3, 2]], '[Co]ntoso'],
    // Never half a character
    ['🦊 Fox', [[0, 1]], '🦊 Fox'], ['🦊 Fox', [[0, 2]], '[🦊] Fox'], ['🦊 Fox', [[1, 4]], '[🦊 F]ox'],
  ])) assert.equal(shown(text, marks), expected, `${text} ${JSON.stringify(marks)}`);
});

test('joined, the pieces are the text, whatever the marks', () => {
  const text = 'a👩🏽‍🚀ß<img>حلول';
  for (let start = -2; start < text.length + 2; start += 1) {
    for (let end = -2; end < text.length + 2; end += 1) {
      const pieces = segments(text, [[start, end], [3, 5]]);
      assert.equal(pieces.map((piece) => piece.text).join(''), text, `${start} ${end}`);
      assert.ok(pieces.every((piece) => piece.text.isWellFormed?.() ?? true), `${start} ${end}: half a character`);
    }
  }
});
