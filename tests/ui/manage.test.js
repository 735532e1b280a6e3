/** The long list: what the filter finds, and what is drawn of it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fold, matches } from '../../ui/js/fold.js';
import { createPointer } from '../../ui/js/pointer.js';
import { identityIn, placeOf } from '../../ui/js/manage/place.js';
import { rowsInView } from '../../ui/js/viewport.js';

test('case and diacritics do not count, both ways', () => {
  for (const [typed, name] of [['malmo', 'Malmö Stad'], ['MALMÖ', 'malmo stad'], ['strasse', 'Straße'], ['lodz', 'Łódź'], ['sorensen', 'Sørensen']]) {
    assert.ok(matches(fold(name ?? ''), fold(typed ?? '')), `${typed} finds ${name}`);
  }
});

test('every word has to occur, in any order', () => {
  const text = fold('Contoso Retail\ncontosoretail.com\nRetail\nGCC High');
  assert.equal(matches(text, 'retail contoso'), true);
  assert.equal(matches(text, 'contoso bank'), false);
  assert.equal(matches(text, ''), true, 'no filter shows all');
});

test('all that can be seen is drawn, and little more, of any number of rows', () => {
  for (const count of [0, 1, 7, 3_000, 50_000]) {
    const tall = count * 50;
    for (const scrollTop of [-40, 0, 25, 1_000, tall / 2, Math.max(0, tall - 600), tall + 500]) {
      const { first, end } = rowsInView({ scrollTop, height: 600, rowHeight: 50, count });
      const place = `${count} rows at ${scrollTop}`;
      assert.ok(first >= 0 && end <= count && first <= end, place);
      assert.ok(end - first <= 30, `${place}: ${end - first} drawn`);
      const visible = Math.min(Math.max(0, scrollTop), Math.max(0, tall - 600));
      if (scrollTop <= tall - 600 || count === 0) {
        assert.ok(first * 50 <= visible && end * 50 >= Math.min(tall, visible + 600), `${place}: a gap`);
      }
    }
  }
});

test('a pointer has to move, not the page under it', () => {
  const pointer = createPointer();
  assert.equal(pointer.moved({ screenX: 10, screenY: 10 }), false, 'where it rests');
  assert.equal(pointer.moved({ screenX: 12, screenY: 11 }), false, 'a bumped desk');
  assert.equal(pointer.moved({ screenX: 30, screenY: 10 }), true);
  assert.equal(pointer.moved({ screenX: 31, screenY: 10 }), true, 'once moving, every row counts');
  pointer.rest();
  assert.equal(pointer.moved({ screenX: 31, screenY: 10 }), false, 'the keyboard took over');
});

test('a place is a page, and what follows its name; anything else is the customers', () => {
  for (const [text, page, rest] of /** @type {[unknown, string, string][]} */ ([
    ['settings', 'settings', ''], ['customers', 'customers', ''], ['', 'customers', ''], [null, 'customers', ''], ['nowhere', 'customers', ''], ['constructor', 'customers', ''],
    ['customers/new', 'customers', 'new'], ['customers/group/A%2FB', 'customers', 'group/A%2FB'], ['import/', 'import', ''],
  ])) assert.deepEqual(placeOf(text), { page, rest }, String(text));
});

test('a place may name a customer, and only by a whole identity', () => {
  const id = '8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44';
  for (const [rest, identity] of /** @type {[string, string | null][]} */ ([
    [`public/${id}`, `public/${id}`], [`gcc-high/${id.toUpperCase()}`, `gcc-high/${id}`], ['public/contoso', null], [id, null], [`public/${id}/x`, null], ['new', null],
  ])) assert.equal(identityIn(rest), identity, rest);
});
