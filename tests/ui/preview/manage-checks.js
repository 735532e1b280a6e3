/** What a person would notice of the window around the pages, checked in the real page of a real browser. */

addChecks((checks, { $, QUIET, all, button, equal, labels, press, stub, visit, wait }) => {
  const texts = previewTexts;
  const first = structuredClone([...stub.registry]);

  checks['the sidebar counts all, the favorites, and each group once however it is spelled'] = async () => {
    await registered([one('A', { group: 'Retail', favorite: true }), one('B', { group: 'retail' }), one('C', { group: 'Retail' }), one('D', { group: 'Ångström' }), one('E')]);
    equal(sidebar(), [[texts['frame.all'], '5'], [texts['frame.favorites'], '1'], ['Ångström', '1'], ['Retail', '3'], [texts['frame.ungrouped'], '1']]);
    await registered([one('A'), one('B')]);
    equal(sidebar(), [[texts['frame.all'], '2'], [texts['frame.favorites'], '0']], 'without groups nobody is ungrouped');
  };

  checks['a scope narrows the list and the search, and a group that is gone is left'] = async () => {
    await registered([one('Alpha', { group: 'Retail' }), one('Beta', { group: 'retail' }), one('Alpine')]);
    go('customers/group/Retail');
    equal([names(), location.hash], [['Alpha', 'Beta'], '#customers/group/Retail']);
    equal($('[aria-current]').textContent, 'Retail2');
    await search('al');
    equal(names(), ['Alpha']);
    await search('alpine');
    equal($('.list-state').textContent?.includes(texts['customers.none-in-scope']), true);
    button(texts['customers.search-all']).click();
    await wait(30);
    equal(names(), ['Alpine']);
    await search('');
    go('customers/group/Retail');
    await registered([one('Gamma')]);
    equal([names(), $('[aria-current]').textContent], [['Gamma'], `${texts['frame.all']}1`]);
  };

  checks['the last click decides which page is shown, though an earlier one has still to be read'] = async () => {
    await reset();
    for (const page of ['browsers', 'customers']) $(`[data-place="${page}"]`).click();
    await wait(100);
    equal([$('#page-browsers').hidden, $('#page-customers').hidden, location.hash], [true, false, '#customers']);
  };

  checks['arrows move in the sidebar, which is two stops of the Tab key'] = async () => {
    await reset();
    $('[data-place="import"]').focus();
    press('ArrowDown');
    equal(document.activeElement?.textContent, texts['frame.portals']);
    press('End');
    equal(document.activeElement?.textContent, texts['frame.help']);
    equal(document.querySelectorAll('#nav [tabindex="0"]').length, 2);
  };

  checks['places come from Rust, and keys go to some'] = async () => {
    await reset();
    for (const page of ['import', 'portals', 'history', 'settings', 'help']) {
      await visit(page, 20);
      equal([$(`#page-${page}`).hidden, $('#page-customers').hidden, location.hash], [false, true, `#${page}`], page);
    }
    press('f', { ctrlKey: true });
    await wait(20);
    equal([$('#page-customers').hidden, document.activeElement?.id], [false, 'search']);
    press('n', { ctrlKey: true });
    await wait(20);
    equal([document.activeElement?.id, $('#detail-name').textContent], ['field-name', texts['customers.add-title']]);
    press('F1');
    await wait(20);
    equal($('#page-help').hidden, false);
  };

  checks['a problem stands above every page, and its buttons work here'] = async () => {
    await reset();
    const overview = stub.commands.overview();
    stub.commands.overview = () => ({ ...overview, problem: stub.problems.problem });
    stub.emit('changed');
    await wait(60);
    go('help');
    equal($('#banner strong').textContent, texts['trouble.unreadable-title']);
    await wait(QUIET);
    /** @type {HTMLElement} */ (document.querySelector('#banner .primary')).click();
    await wait(30);
    equal(args('restore'), [{ backup: 'registry-1.json' }]);
    stub.commands.overview = () => ({ ...overview, problem: stub.problems.changed });
    stub.emit('changed');
    await wait(60 + QUIET);
    /** @type {HTMLElement} */ (document.querySelector('#banner .primary')).click();
    await wait(60);
    equal([labels('dialog'), document.activeElement?.textContent], [[texts['review.accept'] === labels('dialog')[0] ? texts['review.accept'] : labels('dialog')[0], texts['quick.cancel']], texts['quick.cancel']]);
    press('Escape');
    /** @type {HTMLDialogElement} */ ($('dialog')).close();
    await wait(30);
    equal(document.querySelector('dialog'), null);
    await reset();
    equal($('#banner').textContent, '');
  };

  checks['a registry that cannot be read is neither empty nor zero customers'] = async () => {
    const overview = stub.commands.overview();
    stub.commands.overview = () => ({ ...overview, customers: { identity: [] }, problem: stub.problems['problem-only'] });
    stub.emit('changed');
    await wait(60);
    go('customers');
    equal([$('.page-instead h2').textContent, document.querySelector('.welcome'), document.querySelector('.side-count')], [texts['trouble.never-read-title'], null, null]);
    equal($('#banner').checkVisibility(), false, 'said once');
    stub.commands.overview = () => { throw { code: 'Io', message: 'Locked.' }; };
    stub.emit('changed');
    await wait(60);
    equal([$('.page-instead h2').textContent, $('.notice-text').textContent], [texts['manage.load-failed'], 'Locked.']);
    delete stub.commands.overview;
    await reset();
    equal(names().length > 5, true, 'it is back by itself');
  };

  checks['what is entered is asked about before a page, a customer or the window is left'] = async () => {
    for (const leave of [() => go('help'), () => stub.emit('closing'), () => $('#list .customer:not([aria-selected=true])').click()]) {
      await reset();
      await select('Contoso Retail');
      enter('name', 'Contoso Shops');
      leave();
      await wait(30);
      equal([$('dialog .panel-title').textContent, labels('dialog'), args('close_window')], [texts['form.unsaved-title'], [texts['form.save'], texts['form.discard'], texts['form.stay']], []]);
      $('dialog .button:last-child').click();
      await wait(30);
      equal([field('name').value, $('#page-customers').hidden, args('close_window'), args('save_customer')], ['Contoso Shops', false, [], []]);
      leave();
      await wait(30 + QUIET);
      answer('form.discard').click();
      await wait(60);
      equal([stub.registry.get('public/11111111-2222-4333-8444-555555555501').fields.name, document.querySelector('dialog')], ['Contoso Retail', null]);
    }
  };

  checks['saving on the way out saves; what cannot be saved keeps the window open'] = async () => {
    await reset();
    await select('Contoso Retail');
    enter('tenant_id', 'nonsense');
    stub.emit('closing');
    await wait(30);
    answer('form.save').click();
    await wait(60);
    equal([args('close_window'), document.activeElement?.id, field('tenant_id').getAttribute('aria-invalid')], [[], 'field-tenant_id', 'true']);
    enter('tenant_id', '11111111-2222-4333-8444-555555555501');
    enter('name', 'Contoso Shops');
    stub.emit('closing');
    await wait(30);
    $('dialog .primary').click();
    await wait(60);
    equal([args('close_window').length, stub.registry.get('public/11111111-2222-4333-8444-555555555501').fields.name], [1, 'Contoso Shops']);
  };

  checks['with nothing entered the window closes at once'] = async () => {
    await reset();
    await select('Contoso Retail');
    stub.emit('closing');
    await wait(30);
    equal([args('close_window').length, document.querySelector('dialog')], [1, null]);
  };

  checks['the first run: what is pasted or dropped anywhere goes to the import, and adding is one press away'] = async () => {
    await registered([]);
    go('customers');
    equal([$('.welcome-title').textContent, labels('.welcome')], [texts['welcome.title'], [texts['customers.add'], texts['welcome.paste-go'], texts['welcome.file-go']]]);
    const clipboard = new DataTransfer();
    clipboard.setData('text/plain', '8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 Contoso');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true }));
    await wait(30);
    equal(location.hash, '#import');
    const { handed } = await import('/js/manage/handed.js');
    handed();
    go('customers');
    const dropped = new DataTransfer();
    dropped.items.add(new File(['name,tenant id'], 'list.csv'));
    $('.welcome').dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true }));
    await wait(60);
    equal(location.hash, '#import');
    go('customers');
    await wait(30);
    button(texts['customers.add']).click();
    await wait(30);
    equal([document.activeElement?.id, document.querySelector('.welcome')], ['field-name', null]);
    button(texts['quick.cancel']).click();
    await wait(30);
    equal(document.querySelector('.welcome') !== null, true);
  };

  checks['the page is painted once, and in the language of its texts'] = () => {
    equal(all.filter((/** @type {any} */ { command }) => command === 'painted').length, 1);
    equal(document.documentElement.lang, 'en-US');
  };

  checks['help opens pages by their keys, and shows their addresses'] = async () => {
    await reset();
    go('help');
    await wait(30);
    equal($('.guide-address').textContent, 'https://entra.microsoft.com/');
    for (const one of document.querySelectorAll('.guide-link button')) /** @type {HTMLElement} */ (one).click();
    await wait(30);
    equal(args('open_help').map(({ key }) => key), ['entra', 'grant-access', 'notifications', 'fetch-alerts', 'gdap']);
    equal(JSON.stringify(args('open_help')).includes('http'), false, 'no address comes from a page');
  };

  const original = { ...stub.commands };
  let mark = 0;
  /** @param {string} command @returns {any[]} */
  const args = (command) => all.slice(mark).filter((/** @type {any} */ call) => call.command === command).map((/** @type {any} */ call) => call.args);
  const names = () => [...document.querySelectorAll('#list .customer-name')].map((name) => name.textContent);
  const sidebar = () => [...document.querySelectorAll('#scopes .side-item')].map((item) => [item.querySelector('.side-label')?.textContent, item.querySelector('.side-count')?.textContent]);
  /** @param {string} key */
  const field = (key) => /** @type {HTMLInputElement} */ ($(`#field-${key}`));
  /** A button of the dialog. @param {string} key */
  const answer = (key) => /** @type {HTMLElement} */ ([...document.querySelectorAll('dialog .button')].find((one) => one.textContent === texts[key]));
  /** @param {string} place */
  const go = (place) => stub.emit('section', place);

  /** @param {string} name @param {object} [fields] */
  function one(name, fields = {}) {
    const tenant_id = `00000000-0000-4000-8000-${[...name].map((letter) => letter.charCodeAt(0).toString(16)).join('').slice(0, 12).padStart(12, '0')}`;
    return [`public/${tenant_id}`, { identity: `public/${tenant_id}`, monogram: 'X', color: 1, verified: null, opened_at: null, changed: false, lookalike: false, fields: { ...stub.EMPTY, name, tenant_id, ...fields } }];
  }

  /** @param {any[]} some */
  async function registered(some) {
    stub.commands = { ...original };
    stub.registry.clear();
    for (const [identity, value] of structuredClone(some)) stub.registry.set(identity, value);
    mark = all.length;
    stub.emit('changed');
    await wait(60);
  }

  /** As it was at first, with nothing entered. */
  async function reset() {
    await registered(first);
    $('dialog')?.remove();
    go('customers');
    await wait(30);
  }

  /** @param {string} name */
  async function select(name) {
    await search(name);
    $('#list .customer').click();
    await wait(40);
    await search('');
  }

  /** @param {string} text */
  async function search(text) {
    const input = /** @type {HTMLInputElement} */ ($('#search'));
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await wait(40);
  }

  /** @param {string} key @param {string} value */
  function enter(key, value) {
    field(key).focus();
    field(key).value = value;
    field(key).dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
});
