/**
 * What a person would notice, checked in the real page of a real browser: `quick.html?check` runs all of it and
 * reports to the server. A classic script, like the stub it scripts.
 */

(() => {
  if (!new URLSearchParams(location.search).has('check')) return;
  const { stub } = /** @type {any} */ (window);
  const QUIET = 560;
  const original = { ...stub.commands };
  const checks = /** @type {Record<string, () => Promise<void> | void>} */ ({});

  checks['24 rows are drawn in well under a frame'] = async () => {
    const { drawRows, markSelected } = await import('/js/rows.js');
    const list = $('#list');
    const rows = previewMany(24);
    const times = Array.from({ length: 60 }, () => {
      const from = performance.now();
      drawRows(list, rows);
      markSelected(list, 0, 'linux');
      void list.offsetHeight;
      return performance.now() - from;
    }).sort((a, b) => a - b);
    const [median = 99, worst = 99] = [times[30], times[57]];
    log.push(`24 rows with layout: median ${median.toFixed(2)} ms, 95 % ${worst.toFixed(2)} ms`);
    equal(median < 6 && worst < 16, true, `median ${median} ms, 95 % ${worst} ms`);
  };

  checks['a hostile name is text, and whole in the footer'] = async () => {
    await appear({ search: ({ query }) => reply(query, previewRows('nasty')) });
    equal(document.querySelectorAll('img, b').length, 0, 'no element comes from a name');
    equal(document.title.includes('owned'), false, 'nothing ran');
    equal($('#footer').textContent?.includes(previewRows('nasty')[0].name), true, 'the footer has all 300 characters');
    const address = $('.address');
    equal(address.scrollWidth <= address.clientWidth, true, 'the address wraps and is not cut');
  };

  checks['Enter does nothing for half a second after the window appears'] = async () => {
    await appear();
    press('Enter');
    press('2', { altKey: true, code: 'Digit2' });
    equal(opened(), []);
    await wait(QUIET);
    press('Enter');
    equal(opened().length, 1);
  };

  checks['Enter opens what the footer says, and the window goes'] = async () => {
    await ready('con');
    press('ArrowDown');
    press('Enter');
    await wait(20);
    const [, second] = previewRows('calm');
    equal(opened(), [{ identity: second.identity, portal: 'defender', name: second.name, confirmed: false }]);
    equal(count('dismiss'), 1);
    equal(input().value, '', 'the next time starts empty');
  };

  checks['Enter before the answer to the last letter opens nothing'] = async () => {
    await ready('con');
    stub.commands.search = ({ query }) => later(100, reply(query, previewRows('home')));
    type('cont');
    press('Enter');
    equal(opened(), [], 'the rows on the screen are for "con"');
    await wait(220);
    press('Enter');
    equal(opened().map(({ name }) => name), ['Contoso Pharmaceuticals']);
  };

  checks['a late answer does not replace a newer one'] = async () => {
    await ready('');
    stub.commands.search = ({ query }) => later(query === 'c' ? 120 : 5, reply(query, query === 'c' ? previewRows('nasty') : previewRows('calm')));
    type('c');
    type('co');
    await wait(220);
    equal(names()[1], 'Contoso Retail');
  };

  checks['a changed registry keeps the customer selected, not the place, and keys wait'] = async () => {
    await ready('con');
    press('ArrowDown');
    const [first, second, ...rest] = previewRows('calm');
    stub.commands.search = ({ query }) => reply(query, [...rest, first, second]);
    stub.emit('changed');
    await wait(60);
    equal(selectedName(), second.name);
    press('Enter');
    equal(opened(), [], 'a finger already on its way does nothing');
    equal(document.body.classList.contains('quiet'), true, 'the key hints show that keys wait');
    await wait(QUIET);
    press('Enter');
    equal(opened().map(({ name }) => name), [second.name]);
  };

  checks['a selected customer that is gone leaves nothing selected'] = async () => {
    await ready('con');
    stub.commands.search = ({ query }) => reply(query, previewRows('calm').slice(1));
    stub.emit('changed');
    await wait(QUIET + 60);
    press('Enter');
    equal(opened(), []);
    equal($('#footer').textContent, previewTexts['quick.choose-again']);
    equal(input().hasAttribute('aria-activedescendant'), false);
  };

  checks['a change that changes no row does not make keys wait'] = async () => {
    await ready('con');
    stub.emit('changed');
    await wait(60);
    press('Enter');
    equal(opened().length, 1);
  };

  checks['with equal matches one arrow is needed'] = async () => {
    await appear({ search: ({ query }) => ({ ...reply(query, previewRows('calm')), preselect: false }) });
    await wait(QUIET);
    press('Enter');
    equal(opened(), []);
    equal($('#footer').classList.contains('attention'), true, 'the footer says what to do');
    press('ArrowDown');
    press('Enter');
    equal(opened().length, 1);
  };

  checks['one press is one request'] = async () => {
    await ready('con', { open_portal: () => later(80, { outcome: 'opened' }) });
    press('Enter');
    press('Enter');
    press('Enter', { repeat: true });
    equal(opened().length, 1);
    await wait(120);
  };

  checks['Alt and a digit open that row, and a digit alone is text'] = async () => {
    await ready('con');
    press('3', { code: 'Digit3' });
    equal(opened(), []);
    press('é', { altKey: true, code: 'Digit2' });
    equal(opened().map(({ name }) => name), ['Contoso Retail']);
  };

  checks['a click opens that row, after it was seen'] = async () => {
    await appear();
    options()[1]?.click();
    equal(opened(), [], 'a double click on the tray must not open what appears under it');
    await wait(QUIET);
    options()[1]?.click();
    equal(opened().map(({ name }) => name), ['Northwind Traders']);
  };

  checks['only a pointer that really moved selects'] = async () => {
    await ready('con');
    point(2, 500, 500);
    point(2, 502, 501);
    equal(selectedName(), 'Contoso Pharmaceuticals');
    point(2, 520, 520);
    equal(selectedName(), 'Consolidated Messenger');
    press('ArrowUp');
    point(3, 520, 520);
    equal(selectedName(), 'Contoso Retail', 'the list moved, not the pointer');
  };

  checks['a row that cannot be opened says why'] = async () => {
    await ready('x', { search: ({ query }) => reply(query, previewRows('nasty').slice(5)) });
    press('Enter');
    equal(opened(), []);
    equal($('#panel').textContent?.includes('SharePoint label'), true);
    press('Escape');
    equal($('#panel').hidden, true);
    equal(document.activeElement, input());
  };

  checks['a question has Cancel under Enter, and Yes waits'] = async () => {
    await ready('con');
    const request = { identity: 'x', portal: 'defender', name: 'New', confirmed: true };
    const question = { title: 'Renamed', text: '', old_name: 'Old', new_name: 'New', yes: 'Open New', request };
    stub.commands.open_portal = ({ confirmed }) => (confirmed ? { outcome: 'opened' } : { outcome: 'asks', question });
    press('Enter');
    await wait(30);
    equal(document.activeElement?.textContent, previewTexts['quick.cancel']);
    const yes = /** @type {HTMLElement} */ ([...document.querySelectorAll('button')].find((one) => one.textContent === 'Open New'));
    yes.click();
    equal(opened().length, 1, 'not yet');
    await wait(QUIET);
    yes.click();
    await wait(30);
    equal(opened()[1], request);
    equal(count('dismiss'), 1);
  };

  checks['a browser that did not start leaves the whole link to copy'] = async () => {
    const url = previewRows('calm')[0].url;
    await ready('con', { open_portal: () => { throw { code: 'BrowserFailed', message: 'No browser.', url }; } });
    press('Enter');
    await wait(30);
    equal($('#panel .address').textContent, url);
    equal(document.activeElement?.textContent, previewTexts['quick.copy-link']);
    equal(count('dismiss'), 0);
    equal(input().value, 'con', 'the text is still there to go back to');
  };

  checks['Esc clears, then closes'] = async () => {
    await ready('con');
    press('Escape');
    equal([input().value, count('dismiss')], ['', 0]);
    press('Escape');
    equal(count('dismiss'), 1);
  };

  checks['Enter that ends a composition opens nothing'] = async () => {
    await ready('con');
    press('Enter', { isComposing: true });
    press('Enter', { keyCode: 229 });
    equal(opened(), []);
  };

  checks['what the tray left behind is shown when the window appears'] = async () => {
    await appear({ pending: () => ({ kind: 'notice', title: 'No tray', text: 'This desktop has none.' }) });
    equal($('#panel').textContent?.includes('This desktop has none.'), true);
    await appear();
    equal($('#panel').hidden, true, 'once');
  };

  checks['screen readers get a combobox with a list box'] = async () => {
    await ready('con');
    const id = input().getAttribute('aria-activedescendant') ?? '';
    equal(document.getElementById(id)?.getAttribute('aria-selected'), 'true');
    equal(input().getAttribute('aria-expanded'), 'true');
    await wait(400);
    equal($('#status').textContent?.trim(), '5 customers');
  };

  checks['the window is announced as painted exactly once'] = () => {
    equal(all.filter(({ command }) => command === 'painted').length, 1);
  };

  const log = /** @type {string[]} */ ([]);
  const all = stub.calls;

  window.addEventListener('load', async () => {
    await wait(300);
    const results = [];
    for (const [name, check] of Object.entries(checks)) {
      try {
        await check();
        results.push({ name, error: null });
      } catch (error) {
        results.push({ name, error: String(error) });
      }
    }
    new Image().src = `/report?${encodeURIComponent(JSON.stringify({ results, log }))}`;
  });

  /** @param {Record<string, (args: any) => any>} [commands] */
  async function appear(commands = {}) {
    stub.commands = { ...original, ...commands };
    stub.emit('show');
    mark = all.length;
    await wait(100);
  }

  /** @param {string} text @param {Record<string, (args: any) => any>} [commands] */
  async function ready(text, commands = {}) {
    await appear(commands);
    type(text);
    await wait(QUIET);
  }

  let mark = 0;
  const opened = () => all.slice(mark).filter((/** @type {any} */ call) => call.command === 'open_portal').map((/** @type {any} */ call) => call.args);
  /** @param {string} command */
  const count = (command) => all.slice(mark).filter((/** @type {any} */ call) => call.command === command).length;
  /** @param {string} selector */
  const $ = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));
  const input = () => /** @type {HTMLInputElement} */ ($('#input'));
  const options = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[role=option]')]);
  const names = () => options().map((row) => row.querySelector('.row-name')?.textContent);
  const selectedName = () => document.querySelector('[aria-selected=true] .row-name')?.textContent;
  /** @param {number} ms */
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  /** @param {number} ms @param {any} value */
  const later = (ms, value) => wait(ms).then(() => value);
  /** @param {string} query @param {any[]} rows */
  const reply = (query, rows) => ({ ...stub.answer(query), rows, total: rows.length });

  /** @param {string} text */
  function type(text) {
    input().value = text;
    input().dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  /** @param {string} key @param {KeyboardEventInit} [more] */
  function press(key, more = {}) {
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  }

  /** @param {number} row @param {number} screenX @param {number} screenY */
  function point(row, screenX, screenY) {
    options()[row]?.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, screenX, screenY }));
  }

  /** @param {unknown} actual @param {unknown} expected @param {string} [why] */
  function equal(actual, expected, why = '') {
    if (actual === expected || JSON.stringify(actual) === JSON.stringify(expected)) return;
    throw new Error(`${why || 'not equal'}: got ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
  }
})();
