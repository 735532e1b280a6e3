/** What a person would notice in the rows, checked in the real page of a real browser. */

addChecks((checks, { $, QUIET, all, appear, argsOf, button, count, equal, input, later, log, names, opened, options, point, press, ready, reply, selectedName, stub, type, wait }) => {
  checks['24 rows are drawn again and again, and how long that takes is told'] = async () => {
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
    const [quick = 99, median = 99, worst = 99] = [times[6], times[30], times[57]];
    log.push(`24 rows with layout: 10 % ${quick.toFixed(2)} ms, median ${median.toFixed(2)} ms, 95 % ${worst.toFixed(2)} ms`);
    equal(list.querySelectorAll('[role=option]').length, 24);
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

  checks['Enter meant for the window before opens nothing'] = async () => {
    await ready('con');
    window.dispatchEvent(new Event('focus'));
    press('Enter');
    equal(opened(), []);
    equal(document.body.classList.contains('quiet'), true, 'the key hints show that keys wait');
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
    await wait(120);
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
    await wait(120);
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

  checks['Esc clears, then closes'] = async () => {
    await ready('con');
    press('Escape');
    equal([input().value, count('dismiss')], ['', 0]);
    press('Escape');
    equal(count('dismiss'), 1);
  };

  checks['hidden by whatever, the window starts anew'] = async () => {
    await ready('con');
    press('ArrowDown');
    stub.emit('hidden');
    await wait(120);
    equal([input().value, names()[1], selectedName()], ['', 'Northwind Traders', 'Contoso Pharmaceuticals']);
    equal([opened(), count('dismiss')], [[], 0]);
  };

  checks['letters typed before the window knows it is shown are kept'] = async () => {
    await ready('');
    stub.emit('hidden');
    await wait(20);
    type('con');
    stub.emit('show');
    await wait(120);
    equal([input().value, names()[1]], ['con', 'Contoso Retail']);
  };

  checks['favorites, recent customers and the others stand under headings'] = async () => {
    await ready('');
    const headings = [...document.querySelectorAll('.heading')].map((heading) => heading.textContent);
    equal(headings, ['favorites', 'recent', 'others'].map((section) => previewTexts[`quick.${section}`]));
    equal([...document.querySelectorAll('#list [role=group]')].map((group) => group.getAttribute('aria-label')), headings);
    equal(names(), previewRows('home').map(({ name }) => name), 'in the order of the answer');
  };

  checks['before anybody chose, nothing is selected, and the footer says how to begin'] = async () => {
    const rows = previewRows('home').map((row) => ({ ...row, section: null }));
    await appear({ search: ({ query }) => ({ ...reply(query, rows), preselect: false }) });
    equal(document.querySelector('.heading'), null);
    equal([selectedName(), $('#footer').textContent], [undefined, previewTexts['quick.choose-rest']]);
  };

  checks['the page is in the language of its texts'] = () => {
    equal(document.documentElement.lang, 'en-US');
  };

  checks['Enter that ends a composition opens nothing'] = async () => {
    await ready('con');
    press('Enter', { isComposing: true });
    press('Enter', { keyCode: 229 });
    equal(opened(), []);
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

  checks['without customers two buttons lead to the customers\u2019 window'] = async () => {
    await appear({ search: ({ query }) => ({ ...reply(query, []), customers: 0 }) });
    for (const [label, page] of [[previewTexts['manage.add'], 'customers/new'], [previewTexts['quick.import'], 'import']]) {
      button(label).click();
      await wait(30);
      equal(argsOf('show_page').at(-1), { page });
    }
  };
});
