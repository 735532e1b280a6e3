/** What a person would notice in manage, checked in the real page of a real browser. */

addChecks((checks, { $, all, equal, labels, press, stub, wait }) => {
  checks['customers stand in the order of their names, as people count'] = async () => {
    await refresh(['Branch 10', 'åkeri', 'Zebra', 'Branch 9'].map(named));
    equal(names(), ['åkeri', 'Branch 9', 'Branch 10', 'Zebra']);
    equal($('#count').textContent, '4 customers');
  };

  checks['of 5,000 customers only those in view are in the page, at both ends'] = async () => {
    await refresh(Array.from({ length: 5_000 }, (_, n) => named(`Customer ${n}`)));
    equal(names()[0], 'Customer 0');
    equal(names().length < 60, true, `${names().length} rows`);
    $('#scroller').scrollTop = 1e9;
    await wait(60);
    equal(names().at(-1), 'Customer 4999');
    equal(names().length < 60, true, `${names().length} rows`);
    equal(document.querySelector('#list li:last-child')?.getAttribute('aria-posinset'), '5000');
  };

  checks['a filter narrows the list, says how far, and Escape takes it back'] = async () => {
    await refresh(['Contoso', 'Malmö Stad', 'Fabrikam'].map(named));
    filter('malmo');
    equal([names(), $('#count').textContent], [['Malmö Stad'], '1 of 3 customers']);
    filter('nobody');
    equal([names(), $('#state').textContent], [[], previewTexts['manage.none']]);
    press('Escape');
    equal(names().length, 3);
  };

  checks['only a name that is cut explains itself under the pointer'] = async () => {
    const long = 'Very Long Holding Company Name '.repeat(9);
    await refresh([named('Contoso'), named(long)]);
    equal(rows().map((row) => row.querySelector('bdi')?.title), ['', long]);
  };

  checks['a hostile name is text'] = async () => {
    await refresh([named('<img src=x onerror="document.title=1">')]);
    equal([document.querySelectorAll('img').length, names()], [0, ['<img src=x onerror="document.title=1">']]);
  };

  checks['no customers: how to add one; a registry that cannot be read is not that'] = async () => {
    await refresh([]);
    equal($('#state').textContent?.includes(previewTexts['quick.empty-title']), true);
    equal($('#to-customers').textContent, `${previewTexts['manage.customers']}0`);
    await refresh([], stub.problems.problem);
    equal($('#state h2').textContent, previewTexts['trouble.unreadable-title']);
    equal($('#to-customers').textContent, previewTexts['manage.customers'], 'nor zero customers');
    equal(labels('#state'), [previewTexts['quick.copy-path']], 'this window may not bring anything back');
    equal($('#banner').textContent, '', 'said once');
  };

  checks['a problem stands above the customers, without the buttons that this window may not have'] = async () => {
    await refresh([named('Contoso')], stub.problems.problem);
    equal($('#banner strong').textContent, previewTexts['trouble.unreadable-title']);
    equal(labels('#banner'), [previewTexts['quick.copy-path']]);
    await refresh([named('Contoso')], stub.problems.foreign);
    equal(labels('#banner'), [previewTexts['trouble.copy-command'], previewTexts['quick.copy-path']]);
  };

  checks['the menu chooses the section, and Ctrl+F comes back to the filter'] = async () => {
    await refresh([named('Contoso')]);
    stub.emit('section', 'settings');
    equal([$('#customers').hidden, $('#settings').hidden], [true, false]);
    equal($('#settings').textContent?.includes('/home/ana/.config/portico'), true);
    press('f', { ctrlKey: true });
    equal([$('#customers').hidden, document.activeElement?.id], [false, 'filter']);
  };

  checks['a customer who is to be shown is scrolled to and marked, whatever the filter was'] = async () => {
    const id = '8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44';
    await refresh(Array.from({ length: 500 }, (_, n) => (n === 300 ? { ...named('Customer 300'), tenant_id: id } : named(`Customer ${n}`))));
    filter('Customer 1');
    stub.emit('section', 'settings');
    stub.emit('section', `customers/public/${id}`);
    await wait(60);
    const marked = rows().filter((row) => row.getAttribute('aria-current') === 'true');
    equal([marked.map((row) => row.querySelector('.customer-name')?.textContent), $('#customers').hidden, $('#count').textContent], [['Customer 300'], false, '500 customers']);
    const { top, bottom } = /** @type {Element} */ (marked[0]).getBoundingClientRect();
    const { top: upper, bottom: lower } = $('#scroller').getBoundingClientRect();
    equal([top > upper, bottom < lower], [true, true], 'in view');
    $('#scroller').scrollTop = 0;
    stub.emit('section', `customers/public/${id}`);
    await wait(60);
    equal(rows().some((row) => row.hasAttribute('aria-current')), true, 'asked for again');
    await refresh([named('Contoso')]);
    stub.emit('section', `customers/public/${id}`);
    equal([rows().some((row) => row.hasAttribute('aria-current')), names()], [false, ['Contoso']], 'gone meanwhile');
    stub.emit('section', 'customers');
  };

  checks['the hotkey is shown with what is to be said about it, and changed in its place'] = async () => {
    const { hotkeys } = stub;
    for (const [status, about] of [['on', text('manage.hotkey-on')], ['off', text('manage.hotkey-off')], ['taken', hotkeys.taken.note], ['by-desktop', text('manage.hotkey-by-desktop')]]) {
      stub.commands.hotkey = () => hotkeys[status];
      $('#to-settings').click();
      await wait(40);
      equal([$('.hotkey-keys').textContent, $('.hotkey-row .place-note').textContent], [hotkeys[status].shown ?? text('manage.hotkey-none'), about], status);
    }
    stub.commands.hotkey = () => hotkeys.on;
    $('#to-settings').click();
    await wait(40);
    for (const leave of [() => press('Escape'), () => press('o', { ctrlKey: true, code: 'KeyO' })]) {
      $('.hotkey-row button').click();
      await wait(40);
      equal([document.activeElement?.className, document.querySelector('.hotkey-row')], ['field hotkey-field', null]);
      press('f', { ctrlKey: true, code: 'KeyF' });
      equal($('#settings').hidden, false, 'keys of this window are only keys while they are recorded');
      leave();
      await wait(40);
    }
    stub.commands.hotkey = () => ({ ...hotkeys.on, keys: 'Ctrl+KeyO', shown: 'Ctrl + O' });
    press('Enter');
    await wait(60);
    equal(all.filter((/** @type {any} */ { command }) => command === 'set_hotkey').map((/** @type {any} */ { args }) => args), [{ keys: 'Ctrl+KeyO' }]);
    equal([$('.hotkey-keys').textContent, document.activeElement?.textContent], ['Ctrl + O', text('manage.hotkey-change')]);
  };

  checks['the page is painted once, and in the language of its texts'] = () => {
    equal(all.filter((/** @type {any} */ { command }) => command === 'painted').length, 1);
    equal(document.documentElement.lang, 'en-US');
  };

  const overview = stub.commands.overview({});
  /** @param {string} key */
  const text = (key) => previewTexts[key];
  const rows = () => [...document.querySelectorAll('#list .customer')];
  const names = () => rows().map((row) => row.querySelector('.customer-name')?.textContent);

  /** @param {string} name */
  const named = (name) => ({ name, domain: null, group: null, cloud_badge: null, tenant_id: '8f3c1d52', favorite: false, monogram: 'X', color: 1 });

  /** @param {object[]} customers @param {object | null} [problem] */
  async function refresh(customers, problem = null) {
    stub.commands.overview = () => ({ ...overview, customers, problem });
    stub.emit('changed');
    await wait(60);
  }

  /** @param {string} text */
  function filter(text) {
    const input = /** @type {HTMLInputElement} */ ($('#filter'));
    input.value = text;
    input.focus();
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
});
