/** What a person would notice of the list of customers: finding, selecting, opening, changing several. */

addChecks((checks, { $, QUIET, all, button, equal, later, press, stub, wait }) => {
  const texts = previewTexts;
  const first = structuredClone([...stub.registry]);

  checks['customers stand in the order of their names, as people count'] = async () => {
    await registered(['Branch 10', 'åkeri', 'Zebra', 'Branch 9']);
    equal([names(), $('.count').textContent], [['åkeri', 'Branch 9', 'Branch 10', 'Zebra'], '4 customers']);
  };

  checks['of 5,000 customers only those in view are in the page, at both ends'] = async () => {
    await registered(Array.from({ length: 5_000 }, (_, n) => `Customer ${n}`));
    equal([names()[0], names().length < 60], ['Customer 0', true]);
    $('#list').scrollTop = 1e9;
    await wait(60);
    equal([names().at(-1), names().length < 60, $('#list [role=option]:last-child').getAttribute('aria-posinset')], ['Customer 4999', true, '5000']);
    list().focus();
    press('Home');
    press('End');
    await wait(30);
    equal([active(), $('#list').getAttribute('aria-activedescendant') === $('.is-active').id], ['Customer 4999', true]);
  };

  checks['a search shows the ranking with its marks, and says when there is more'] = async () => {
    await reset();
    await search('con');
    equal([names().slice(0, 3), $('#list mark').textContent?.toLowerCase()], [['Contoso Pharmaceuticals', 'Contoso Retail', 'Consolidated Messenger'], 'con']);
    stub.commands.find = () => ({ hits: [{ identity: first[0][0], name_marks: [], also: null, domain_marks: [] }], total: 3210 });
    await search('cont');
    equal([names(), $('.count').textContent], [['Contoso Pharmaceuticals'], '1 of 3,210 — type more']);
    stub.commands.find = () => { throw { code: 'Io', message: 'Locked.' }; };
    await search('conto');
    equal($('.list-state').textContent, `${texts['quick.search-failed']}Locked.`);
  };

  checks['an answer that comes late does not replace a later one'] = async () => {
    await reset();
    const { find } = stub.commands;
    stub.commands.find = (/** @type {any} */ asked) => (asked.query === 'con' ? later(120, find(asked)) : find(asked));
    type('con');
    await search('malm');
    await wait(200);
    equal(names(), ['Malmö Stad']);
  };

  checks['Escape takes the search back, and a letter in the list goes on with it'] = async () => {
    await reset();
    await search('malm');
    press('ArrowDown');
    await wait(30);
    equal([document.activeElement?.id, active()], ['list', 'Malmö Stad']);
    press('ö');
    equal([document.activeElement?.id, input().value], ['search', 'malm']);
    press('Escape');
    await wait(30);
    equal([input().value, names().length > 5], ['', true]);
  };

  checks['arrows, Home, End and pages move, and the customer beside the list follows'] = async () => {
    await reset();
    list().focus();
    press('Home');
    press('ArrowDown');
    await wait(60);
    equal([active(), $('#detail-name').textContent, selected()], ['Consolidated Messenger', 'Consolidated Messenger', ['Consolidated Messenger']]);
    press('End');
    press('ArrowDown');
    await wait(60);
    equal([active(), $('#detail-name').textContent], ['Wide World Importers', 'Wide World Importers']);
    press('Home');
    press('PageDown');
    equal(order().indexOf(active() ?? '') > 4, true);
    press('Enter');
    await wait(60);
    equal(document.activeElement?.id, 'detail-name');
    press('Escape');
    equal(document.activeElement?.id, 'list');
  };

  checks['Ctrl+Enter in the list opens the default portal under the name that is shown; in the search it opens nothing'] = async () => {
    await reset();
    await select('Contoso Retail');
    await search('malm');
    input().focus();
    press('Enter', { ctrlKey: true });
    await wait(60);
    equal([args('open_portal'), $('#detail-name').textContent], [[], 'Malmö Stad']);
    list().focus();
    press('Enter', { ctrlKey: true });
    press('Enter', { ctrlKey: true, repeat: true });
    await wait(30);
    equal(args('open_portal'), [{ request: { identity: 'public/11111111-2222-4333-8444-555555555506', portal: 'defender', name: 'Malmö Stad', confirmed: false } }]);
    equal($('.notice-text').textContent, 'Opened Microsoft Defender for Malmö Stad');
  };

  checks['who is not found is not shown beside those who are, and comes back with the list'] = async () => {
    await reset();
    await select('Contoso Retail');
    await search('malm');
    await wait(60);
    equal([selected(), $('#detail-name'), button(texts['quick.copy-link'])], [[], null, undefined]);
    await search('');
    await wait(60);
    equal([selected(), $('#detail-name').textContent], [['Contoso Retail'], 'Contoso Retail']);
  };

  checks['what is entered stays when the list has the customer no longer, which is said, with the way back'] = async () => {
    await reset();
    await select('Contoso Retail');
    equal($('.detail-unlisted').hidden, true);
    field('name').value = 'Contoso Stores';
    field('name').dispatchEvent(new InputEvent('input', { bubbles: true }));
    await search('malm');
    equal([field('name').value, $('.detail-unlisted').hidden], ['Contoso Stores', false]);
    button(texts['customers.show-listed']).click();
    await wait(60);
    equal([selected(), field('name').value, input().value, $('.detail-unlisted').hidden], [['Contoso Retail'], 'Contoso Stores', '', true]);
    button(texts['form.discard']).click();
  };

  checks['a customer whose name has just changed elsewhere does not open by a press meant for the old one'] = async () => {
    await reset();
    await select('Contoso Retail');
    retail().fields.name = 'Contoso Rental';
    stub.emit('changed');
    await wait(60);
    button('Open Microsoft Defender').click();
    equal(args('open_portal'), []);
    await wait(QUIET);
    button('Open Microsoft Defender').click();
    equal(args('open_portal').map(({ request }) => request.name), ['Contoso Rental']);
    await reset();
    await wait(QUIET);
  };

  checks['a customer that takes its time gets the focus when it is there, and the one before cannot be opened meanwhile'] = async () => {
    await reset();
    await select('Contoso Retail');
    const tile = /** @type {HTMLElement} */ (document.querySelectorAll('.portal')[3]);
    const { customer } = stub.commands;
    stub.commands.customer = (/** @type {any} */ asked) => later(120, customer(asked));
    list().focus();
    press('Home');
    press('Enter');
    tile.click();
    button('Open Microsoft Defender').click();
    equal([tile.isConnected, args('open_portal')], [true, []]);
    await wait(200);
    equal([$('#detail-name').textContent, document.activeElement?.id], ['Bellows College', 'detail-name']);
  };

  checks['portals open each by itself; one that cannot says why, and opens nothing'] = async () => {
    await reset();
    await select('Contoso Retail');
    const tiles = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.portal')]);
    equal([tiles.length, tiles[0]?.textContent, tiles[3]?.textContent], [16, `Microsoft Defender (${texts['quick.sign-default']})`, 'Microsoft Entra']);
    tiles[3]?.click();
    await wait(30);
    equal(args('open_portal').map(({ request }) => request.portal), ['entra']);
    tiles[3]?.focus();
    press('ArrowRight');
    equal([document.activeElement?.textContent, document.querySelectorAll('.portal[tabindex="0"]').length], ['Azure portal', 1], 'one stop of the Tab key');
    const blocked = $('.portal.is-blocked');
    equal([blocked.textContent?.includes('SharePoint label'), blocked.title.includes('SharePoint label')], [true, true]);
    blocked.click();
    await wait(30);
    equal([args('open_portal').length, $('dialog .panel-text').textContent?.includes('SharePoint label')], [1, true]);
    $('dialog button').click();
    await wait(30);
    equal(document.activeElement, blocked, 'the focus is where it was');
  };

  checks['a key pressed before the rows for the text are there waits for them'] = async () => {
    await reset();
    const answer = stub.commands.find;
    let release = () => {};
    const held = new Promise((resolve) => { release = () => resolve(null); });
    stub.commands.find = async (/** @type {any} */ asked) => { await held; return answer(asked); };
    const search = /** @type {HTMLInputElement} */ ($('#search'));
    search.focus();
    search.value = 'northwind';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    press('ArrowDown');
    await wait(30);
    equal(document.querySelector('#list .is-active'), null, 'nobody of the rows before');
    release();
    await wait(60);
    equal(document.querySelector('#list .is-active .customer-name')?.textContent, 'Northwind Traders');
    stub.commands.find = answer;
  };

  checks['a question before opening has Cancel under Enter, and Yes waits'] = async () => {
    await reset();
    await select('Contoso Retail');
    const request = { identity: retail().identity, portal: 'defender', name: 'New', confirmed: true };
    stub.commands.open_portal = (/** @type {any} */ { request: { confirmed } }) => (confirmed ? { outcome: 'opened' } : { outcome: 'asks', question: { title: 'Renamed', text: '', old_name: 'Old', new_name: 'New', yes: 'Open New', request } });
    button('Open Microsoft Defender').click();
    // As soon as it is there: half a second later the press counts.
    while (!document.querySelector('dialog')) await wait(1);
    button('Open New').click();
    equal(args('open_portal').length, 1, 'not yet');
    equal(document.activeElement?.textContent, texts['quick.cancel']);
    await wait(QUIET);
    button('Open New').click();
    await wait(30);
    equal([args('open_portal')[1].request, document.querySelector('dialog')], [request, null]);
  };

  checks['a change made outside Portico is compared before it opens'] = async () => {
    await reset();
    await select('Contoso Retail');
    stub.commands.open_portal = () => ({ outcome: 'reviews', review: stub.reviews.review });
    button('Open Microsoft Defender').click();
    await wait(30 + QUIET);
    equal(document.querySelectorAll('dialog .comparison td').length, 2);
    stub.commands.open_portal = () => ({ outcome: 'opened' });
    button(texts['review.accept-and-open']).click();
    await wait(60);
    equal([args('accept').length, args('open_portal').length, document.querySelector('dialog')], [1, 2, null]);
  };

  checks['several are selected with Shift, Ctrl, check marks and Ctrl+A, and Escape leaves one'] = async () => {
    await reset();
    list().focus();
    press('Home');
    press('ArrowDown', { shiftKey: true });
    press('ArrowDown', { shiftKey: true });
    press('ArrowUp', { shiftKey: true });
    await wait(30);
    equal(selected(), order().slice(0, 2));
    row(4).dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true }));
    await wait(30);
    equal([selected(), $('.many .detail-name').textContent], [[...order().slice(0, 2), order()[4]], '3 selected']);
    row(6).dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
    await wait(30);
    equal(selected(), order().slice(4, 7));
    row(0).querySelector('.customer-tile')?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    await wait(30);
    equal(selected().length, 4);
    press('a', { ctrlKey: true });
    await wait(30);
    equal($('.many .detail-name').textContent, '60 selected');
    press('Escape');
    await wait(60);
    equal(selected(), [order()[0]]);
  };

  checks['several move to a group in one step, which is said and taken back'] = async () => {
    await reset();
    list().focus();
    press('Home');
    press('ArrowDown', { shiftKey: true });
    await wait(30);
    const group = /** @type {HTMLInputElement} */ ($('#many-group'));
    group.focus();
    group.value = 'Health';
    group.dispatchEvent(new InputEvent('input', { bubbles: true }));
    equal($('.many [role=option]').textContent, 'Healthcare');
    press('ArrowDown');
    press('Enter');
    equal([group.value, args('change_customers').length], ['Healthcare', 0]);
    press('Enter');
    await wait(60);
    equal(args('change_customers').map(({ change }) => [change.group, change.customers.map((/** @type {any} */ one) => one.name).sort()]), [['Healthcare', ['Bellows College', 'Consolidated Messenger']]]);
    equal($('.notice-text').textContent, '2 customers moved to Healthcare');
    await wait(QUIET);
    button(texts['frame.undo']).click();
    await wait(60);
    equal([args('undo_change').length, names().length > 0, $('.notice-text').textContent], [1, true, texts['customers.undone']]);
  };

  checks['the star and Ctrl+D change a favorite under the name that is shown'] = async () => {
    for (const change of [() => row(1).querySelector('.customer-star')?.dispatchEvent(new MouseEvent('click', { bubbles: true })), () => press('d', { ctrlKey: true }), () => $('.detail-star').click()]) {
      await reset();
      list().focus();
      press('Home');
      press('ArrowDown');
      await wait(60);
      change();
      await wait(60);
      equal(args('change_customers'), [{ change: { customers: [{ identity: 'public/11111111-2222-4333-8444-555555555502', name: 'Consolidated Messenger' }], favorite: true } }]);
      equal([$('.notice-text').textContent, $('.detail-star').getAttribute('aria-pressed')], ['Consolidated Messenger is a favorite now', 'true']);
    }
  };

  checks['removing asks by name with Cancel under Enter, and Ctrl+Z brings it back'] = async () => {
    await reset();
    list().focus();
    press('Home');
    await wait(60);
    press('Delete');
    await wait(30);
    equal([$('dialog .panel-title').textContent, document.activeElement?.textContent, args('remove_customers')], ['Remove Bellows College?', texts['quick.cancel'], []]);
    const yes = /** @type {HTMLElement} */ ($('dialog .danger'));
    yes.click();
    equal(args('remove_customers'), [], 'not yet');
    await wait(QUIET);
    yes.click();
    await wait(60);
    equal([args('remove_customers')[0].customers[0].name, names().includes('Bellows College'), document.activeElement?.id, selected()], ['Bellows College', false, 'list', []]);
    press('z', { ctrlKey: true });
    await wait(60);
    equal(names().includes('Bellows College'), true);
  };

  checks['what could not be done is said until it is closed'] = async () => {
    await reset();
    stub.commands.change_customers = () => { throw { code: 'NotSaved', message: 'The disk is full.' }; };
    list().focus();
    press('Home');
    await wait(30);
    press('d', { ctrlKey: true });
    await wait(30);
    equal([$('.notice-text').textContent, $('.notice').classList.contains('is-failure')], ['The disk is full.', true]);
    $('.notice .icon-button').click();
    equal(document.querySelector('.notice'), null);
  };

  checks['a customer who is to be shown is scrolled to, whatever search and scope were'] = async () => {
    await reset();
    await search('bellows');
    stub.emit('section', 'customers/favorites');
    stub.emit('section', 'customers/public/11111111-2222-4333-8444-555555555507');
    await wait(90);
    equal([selected(), $('#detail-name').textContent, input().value], [['Wide World Importers'], 'Wide World Importers', '']);
    const { top, bottom } = /** @type {Element} */ (document.querySelector('#list [aria-selected=true]')).getBoundingClientRect();
    const { top: upper, bottom: lower } = list().getBoundingClientRect();
    equal([top + 1 > upper, bottom - 1 < lower], [true, true], 'in view');
  };

  checks['a customer that another program removed says so, and cannot be opened'] = async () => {
    await reset();
    await select('Contoso Retail');
    stub.registry.delete(retail().identity);
    stub.emit('changed');
    await wait(60);
    equal([$('.detail .state h2').textContent, document.querySelector('.portal')], [texts['customers.gone'], null]);
  };

  checks['hostile names are text, in the list, the head, the form and the notice'] = async () => {
    const name = '<img src=x onerror="document.title=1">';
    await registered([name]);
    await select(name);
    $('.detail-star').click();
    await wait(60);
    equal([document.querySelectorAll('img').length, names(), $('#detail-name').textContent, field('name').value, $('.notice-text').textContent], [0, [name], name, name, `${name} is a favorite now`]);
  };

  const original = { ...stub.commands };
  let mark = 0;
  /** @param {string} command @returns {any[]} */
  const args = (command) => all.slice(mark).filter((/** @type {any} */ call) => call.command === command).map((/** @type {any} */ call) => call.args);
  const list = () => $('#list');
  const input = () => /** @type {HTMLInputElement} */ ($('#search'));
  const rows = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll('#list [role=option]')]);
  const row = (/** @type {number} */ index) => /** @type {HTMLElement} */ (rows()[index]);
  const nameOf = (/** @type {Element | null} */ one) => one?.querySelector('.customer-name')?.textContent;
  const names = () => rows().map(nameOf);
  const order = () => names();
  const active = () => nameOf(document.querySelector('#list .is-active'));
  const selected = () => rows().filter((one) => one.getAttribute('aria-selected') === 'true').map(nameOf);
  const retail = () => stub.registry.get('public/11111111-2222-4333-8444-555555555501');
  /** @param {string} key */
  const field = (key) => /** @type {HTMLInputElement} */ ($(`#field-${key}`));

  /** @param {string[]} all */
  async function registered(all) {
    await registry(all.map((name, n) => {
      const tenant_id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
      return [`public/${tenant_id}`, { identity: `public/${tenant_id}`, monogram: 'X', color: 1, verified: null, opened_at: null, changed: false, lookalike: false, fields: { ...stub.EMPTY, name, tenant_id } }];
    }));
  }

  /** @param {any[]} some */
  async function registry(some) {
    stub.commands = { ...original };
    stub.registry.clear();
    for (const [identity, value] of structuredClone(some)) stub.registry.set(identity, value);
    stub.emit('changed');
    await wait(60);
    await search('');
    stub.emit('section', 'customers');
    list().focus();
    // Out of whatever was selected before.
    for (const one of rows().filter((two) => two.getAttribute('aria-selected') === 'true')) one.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true }));
    await wait(60);
    mark = all.length;
  }

  const reset = () => registry(first);

  /** @param {string} name */
  async function select(name) {
    await search(name);
    row(0).click();
    await wait(60);
    await search('');
  }

  /** @param {string} text */
  function type(text) {
    input().value = text;
    input().focus();
    input().dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  /** @param {string} text */
  async function search(text) {
    type(text);
    await wait(40);
  }
});
