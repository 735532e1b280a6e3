/** The portals of one customer: how they come, what they say, what opens, and the way back. */

addChecks((checks, { $, QUIET, appear, argsOf, count, equal, input, later, names, opened, options, paste, press, ready, reply, selectedName, stub, type, wait }) => {
  const [contoso, northwind] = previewRows('home');
  const all = previewPortals(contoso);
  /** @param {string} key */
  const text = (key) => previewTexts[key];
  const inPortals = () => !$('#context').hidden;
  const portals = (/** @type {any} */ customer, /** @type {(rows: any[]) => any[]} */ change = (rows) => rows) => () => change(previewPortals(customer));
  const said = () => $('#status').textContent?.trim();
  /** @param {object} more */
  const control = (more = {}) => ({ ctrlKey: true, ...more });

  /** Puts the caret where it was, before the text. */
  const caretAtStart = () => input().setSelectionRange(0, 0);

  /** Goes to the portals of the selected customer, and waits until keys act. */
  async function enter(commands = {}, query = '') {
    await ready(query, commands);
    press('Enter', control());
    await wait(150);
  }

  checks['Ctrl+Enter, → at the end of the text and a click on the hint show the portals of the selected customer'] = async () => {
    for (const go of [() => press('Enter', control()), () => press('ArrowRight'), () => $('.footer-key').click()]) {
      await ready('con');
      press('ArrowDown');
      go();
      await wait(150);
      const [, retail] = previewRows('calm');
      equal([inPortals(), argsOf('portals')], [true, [{ identity: retail.identity }]]);
      equal([input().value, input().placeholder, names().length, selectedName()], ['', text('quick.portals-filter'), 16, 'Microsoft Defender']);
      equal([opened(), document.activeElement], [[], input()]);
    }
  };

  checks['the line above says whose they are, and the footer what opens, exactly'] = async () => {
    await enter();
    for (const part of [contoso.name, contoso.domain, contoso.cloud]) equal($('#context').textContent?.includes(part), true, part);
    equal($('#footer .address').textContent, all[0].url);
    press('ArrowDown');
    press('ArrowDown');
    press('ArrowDown');
    equal([$('#footer .address').textContent, $('.footer-about').textContent], [all[3].url, `${contoso.name} · ${all[3].portal_name} · ${contoso.cloud}`]);
    press('Enter');
    equal(opened(), [{ identity: contoso.identity, portal: 'entra', name: contoso.name, confirmed: false }]);
  };

  checks['each row has its name, its host or why it cannot open, and what to look out for'] = async () => {
    await enter();
    const rows = options();
    equal(names(), all.map(({ portal_name }) => portal_name));
    equal(rows.map((row) => row.querySelector('.row-second')?.textContent), all.map(({ url, blocked }) => blocked ?? new URL(url).host));
    equal(rows.map((row) => row.querySelector('.is-caution')?.textContent ?? ''), all.map(({ warning }) => (warning ? text('quick.sign-check') : '')));
    equal(rows.filter((row) => row.textContent?.includes(text('quick.sign-default'))).map((row) => rows.indexOf(row)), [0]);
    const blocked = /** @type {HTMLElement} */ ($('.is-blocked .row-second'));
    equal(blocked.scrollWidth <= blocked.clientWidth, true, 'the reason is whole');
  };

  checks['a blocked portal can be reached, explains itself and opens nothing'] = async () => {
    await enter();
    for (let row = 0; row < 10; row += 1) press('ArrowDown');
    equal([selectedName(), $('[aria-selected=true]').getAttribute('aria-disabled')], ['SharePoint admin center', 'true']);
    equal([document.querySelector('#footer .address'), $('#footer .caution').textContent], [null, all[10].blocked]);
    press('Enter');
    equal([opened(), $('#panel').hidden, $('#panel').textContent?.includes(all[10].blocked)], [[], false, true]);
    press('Escape');
    equal([$('#panel').hidden, inPortals(), selectedName(), document.activeElement], [true, true, 'SharePoint admin center', input()]);
  };

  checks['the field filters portals, and Esc clears it before it goes back'] = async () => {
    await enter({}, 'con');
    type('power');
    await wait(120);
    equal([names(), selectedName(), $('#list mark').textContent], [['Power Platform admin center', 'Power BI admin portal'], 'Power Platform admin center', 'Power']);
    press('Escape');
    await wait(120);
    equal([inPortals(), input().value, names().length], [true, '', 16]);
    press('Escape');
    await wait(120);
    equal([inPortals(), input().value, selectedName(), count('dismiss')], [false, 'con', 'Contoso Pharmaceuticals', 0]);
  };

  checks['a filter that finds nothing says so, and Enter opens nothing'] = async () => {
    await enter();
    type('zzz');
    await wait(120);
    equal([names(), $('#state h2').textContent, $('#footer').hidden], [[], text('quick.portals-none-title').replace('{query}', 'zzz'), true]);
    press('Enter');
    press('1', { altKey: true, code: 'Digit1' });
    equal(opened(), []);
  };

  checks['Esc, ← before the text, Backspace in the empty field and the arrow go back to the text and the customer of before'] = async () => {
    for (const back of [() => press('Escape'), () => press('ArrowLeft'), () => press('Backspace'), () => $('.context-back').click()]) {
      await ready('con');
      press('ArrowDown');
      press('ArrowRight');
      await wait(150);
      back();
      equal([inPortals(), input().value, selectedName()], [false, 'con', 'Contoso Retail'], 'at once');
      await wait(120);
      equal([selectedName(), input().placeholder, document.activeElement, count('dismiss')], ['Contoso Retail', text('quick.placeholder'), input(), 0]);
      press('Enter');
      equal(opened().map(({ name, portal }) => [name, portal]), [['Contoso Retail', 'defender']]);
    }
  };

  checks['← with a filter goes back from before its first letter only, Backspace never'] = async () => {
    await enter({}, 'con');
    type('entra');
    await wait(120);
    press('ArrowLeft');
    caretAtStart();
    press('Backspace');
    equal([inPortals(), input().value], [true, 'entra']);
    press('ArrowLeft');
    await wait(120);
    equal([inPortals(), input().value], [false, 'con']);
  };

  checks['keys that are held down go neither in nor back, and open nothing'] = async () => {
    await ready('con');
    press('ArrowRight', { repeat: true });
    equal(inPortals(), false, 'the caret was only to run to the end');
    press('Enter', control());
    for (const held of [control({ repeat: true }), { repeat: true }]) press('Enter', held);
    await wait(150);
    for (const held of [control({ repeat: true }), { repeat: true }]) press('Enter', held);
    press('Enter', control());
    for (const key of ['ArrowLeft', 'Backspace', 'Escape']) press(key, { repeat: true });
    equal([inPortals(), opened()], [true, []]);
  };

  checks['→ inside the text, in a selection and in a composition belongs to the text'] = async () => {
    await ready('con');
    caretAtStart();
    press('ArrowRight');
    input().setSelectionRange(0, 3);
    press('ArrowRight');
    input().setSelectionRange(3, 3);
    press('ArrowRight', { isComposing: true });
    press('ArrowRight', { shiftKey: true });
    equal([inPortals(), count('portals')], [false, 0]);
  };

  checks['the portals of rows that nobody has seen are not shown'] = async () => {
    await appear();
    press('Enter', control());
    equal(count('portals'), 0, 'the window has just appeared');
    await wait(QUIET);
    stub.commands.search = ({ query }) => later(100, reply(query, previewRows('calm').slice(1)));
    type('cons');
    press('Enter', control());
    press('ArrowRight');
    $('.footer-key').click();
    equal([inPortals(), count('portals')], [false, 0], 'the rows on the screen are for another text');
  };

  checks['without a selected customer there are no portals to show, and the footer says what to do'] = async () => {
    await ready('con', { search: ({ query }) => ({ ...reply(query, previewRows('calm')), preselect: false }) });
    press('Enter', control());
    equal([inPortals(), $('#footer').classList.contains('attention')], [false, true]);
  };

  checks['Enter before the portals are on the screen opens nothing, and neither does Alt and a digit'] = async () => {
    await ready('con', { portals: () => later(100, all) });
    press('ArrowRight');
    press('Enter');
    press('2', { altKey: true, code: 'Digit2' });
    equal(opened(), []);
    await wait(220);
    type('entra');
    press('Enter');
    equal(opened(), [], 'they are for no filter');
    await wait(220);
    press('Enter');
    equal(opened().map(({ portal }) => portal), ['entra']);
  };

  checks['Alt and a digit open that portal, and a click does'] = async () => {
    await enter();
    press('4', { altKey: true, code: 'Digit4' });
    await wait(120);
    await enter();
    options()[3]?.click();
    equal(opened().map(({ portal, name }) => [portal, name]), [['entra', contoso.name]]);
  };

  checks['when the registry changes the portals are asked anew, the portal stays selected, and keys wait'] = async () => {
    await enter();
    press('ArrowDown');
    press('ArrowDown');
    press('ArrowDown');
    stub.commands.portals = portals(contoso, ([first, second, ...rest]) => [second, first, ...rest.slice(1)]);
    stub.emit('changed');
    await wait(120);
    equal([selectedName(), count('portals')], ['Microsoft Entra', 2]);
    press('Enter');
    equal(opened(), []);
    await wait(QUIET);
    press('Enter');
    equal(opened().map(({ portal }) => portal), ['entra']);
  };

  checks['a renamed customer is shown with the new name before anything opens for it'] = async () => {
    await enter();
    stub.commands.portals = portals({ ...contoso, name: 'Contoso Health' });
    stub.emit('changed');
    await wait(120);
    equal($('.context-name').textContent, 'Contoso Health');
    press('Enter');
    equal(opened(), []);
    await wait(QUIET);
    press('Enter');
    equal(opened()[0]?.name, 'Contoso Health');
  };

  checks['a portal that is gone leaves nothing selected'] = async () => {
    await enter();
    press('ArrowDown');
    stub.commands.portals = portals(contoso, ([first, , ...rest]) => [first, ...rest]);
    stub.emit('changed');
    await wait(QUIET + 60);
    press('Enter');
    equal([opened(), $('.footer-hint').textContent], [[], text('quick.portals-choose-again')]);
  };

  checks['a customer who is gone leads back to the customers, with a word about it, and keys wait'] = async () => {
    await ready('con');
    press('ArrowRight');
    await wait(150);
    stub.commands.portals = () => { throw { code: 'Gone', message: 'Gone.' }; };
    stub.commands.search = ({ query }) => reply(query, previewRows('calm').slice(1));
    stub.emit('changed');
    await wait(120);
    equal([inPortals(), input().value, selectedName(), $('.footer-hint').textContent], [false, 'con', undefined, text('quick.choose-again')]);
    press('ArrowDown');
    press('Enter');
    equal(opened(), [], 'rows that nobody asked for');
    await wait(QUIET);
    equal(said(), text('quick.choose-again'));
    press('Enter');
    equal(opened().map(({ name }) => name), ['Contoso Retail']);
  };

  checks['portals that cannot be asked for say why, and Esc goes back'] = async () => {
    await enter({ portals: () => { throw { code: 'Io', message: 'The registry is locked.' }; } }, 'con');
    equal([$('#state').textContent?.includes('The registry is locked.'), names()], [true, []]);
    press('Enter');
    equal(opened(), []);
    press('Escape');
    await wait(120);
    equal([inPortals(), input().value, names().length], [false, 'con', 5]);
  };

  checks['hidden and shown again, the window starts with customers'] = async () => {
    await enter({}, 'con');
    type('entra');
    stub.emit('hidden');
    await wait(120);
    equal([inPortals(), input().value, names()[1]], [false, '', northwind.name]);
    await enter({}, 'con');
    stub.emit('show');
    await wait(120);
    equal([inPortals(), input().value], [false, 'con'], 'shown while it was in use');
  };

  checks['a link waits above the field while portals are chosen, and is not opened with them'] = async () => {
    const link = 'https://security.microsoft.com/which?x=y';
    await ready('');
    paste(link);
    await wait(QUIET);
    press('ArrowDown');
    press('ArrowRight');
    await wait(150);
    equal([inPortals(), getComputedStyle($('#pasted')).display], [true, 'none']);
    press('Backspace', { repeat: true });
    press('ArrowDown');
    press('Backspace');
    await wait(120);
    equal([inPortals(), $('.pasted-page').textContent, input().placeholder], [false, '/incidents/4127', text('quick.which')]);
    press('ArrowRight');
    await wait(150);
    press('Enter');
    equal(opened().map(({ portal, link: own }) => [portal, own]), [['defender', undefined]]);
  };

  checks['screen readers hear whose portals these are, how many, and which row'] = async () => {
    await enter();
    await wait(400);
    equal(said(), previewTexts['quick.portals-count'].other.replace('{name}', contoso.name).replace('{count}', '16'));
    equal([input().getAttribute('aria-label'), $('#list').getAttribute('aria-label')], ['quick.portals-input', 'quick.portals-of'].map((key) => text(key).replace('{name}', contoso.name)));
    equal([input().getAttribute('aria-controls'), input().getAttribute('aria-expanded'), document.getElementById(input().getAttribute('aria-activedescendant') ?? '')?.textContent?.includes('Microsoft Defender')], ['list', 'true', true]);
    equal(options()[15]?.getAttribute('aria-setsize'), '16');
    press('Escape');
    await wait(400);
    equal([input().getAttribute('aria-label'), $('#list').getAttribute('aria-label'), said()], [text('quick.input'), text('quick.list'), '5 customers']);
  };

  checks['a long and hostile name leaves the domain whole, and the window its layout'] = async () => {
    await enter({}, 'x');
    stub.commands.search = ({ query }) => reply(query, previewRows('nasty'));
    for (const row of previewRows('nasty').slice(0, 4)) {
      await appear({ search: ({ query }) => reply(query, [row]), portals: portals(row) });
      await wait(QUIET);
      press('ArrowRight');
      await wait(120);
      equal([document.querySelectorAll('img, b').length, document.documentElement.scrollWidth <= innerWidth], [0, true]);
      const [name, about] = [$('.context-name'), $('.context-about')];
      equal([about.scrollWidth <= about.clientWidth, about.textContent], [true, `${row.domain} · ${row.cloud}`]);
      equal([name.title, name.getBoundingClientRect().left >= $('.context .monogram').getBoundingClientRect().right], [row.name, true]);
    }
  };
});
