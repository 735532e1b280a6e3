/** What can be done with the selected row besides opening it: the menu, its keys, the star, the history. */

addChecks((checks, { $, QUIET, appear, argsOf, button, count, equal, input, labels, later, names, opened, options, point, press, ready, reply, selectedName, stub, type, wait }) => {
  const [contoso, northwind] = previewRows('home');
  const [pharma, retail] = previewRows('calm');
  /** @param {string} key @param {Record<string, string>} [values] */
  const text = (key, values = {}) => previewTexts[key].replace(/\{([a-z]+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) => values[name] ?? '');
  const items = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.menu-item')]);
  const marked = () => document.querySelector('.menu-item.is-marked .menu-label')?.textContent;
  const isOpen = () => !$('#menu').hidden;
  const said = () => $('#status').textContent?.trim();
  const clipboard = /** @type {string[]} */ ([]);
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (/** @type {string} */ copied) => { clipboard.push(copied); } } });

  /** @param {string} key @param {object} [more] */
  const control = (key, more = {}) => press(key, { ctrlKey: true, ...more });

  /** Opens the menu and chooses by its label. @param {string} label */
  async function choose(label) {
    control('k');
    items().find((one) => one.querySelector('.menu-label')?.textContent === label)?.click();
    await wait(120);
  }

  checks['Ctrl+K opens the menu on the selected row, and says on which'] = async () => {
    await ready('con');
    press('ArrowDown');
    control('k');
    equal([$('.menu-title').textContent, items().length, marked()], [`${retail.name}${retail.portal_name}`, 7, text('quick.action-open')]);
    equal([document.activeElement?.id, $('#menu-list').getAttribute('aria-activedescendant')], ['menu-list', 'menu-open']);
    equal($('#menu-list').getAttribute('aria-label'), text('quick.actions-for', { name: retail.name, portal: retail.portal_name }));
    control('k');
    equal([isOpen(), document.activeElement, opened()], [false, input(), []]);
    $('.footer-key:last-child').click();
    equal(isOpen(), true, 'the hint opens it, too');
  };

  checks['a menu that comes up under a resting pointer marks what it would without one, and a pointer that moves marks'] = async () => {
    await ready('con');
    control('k');
    const under = (/** @type {number} */ screenX) => items()[4].dispatchEvent(new PointerEvent('pointermove', { bubbles: true, screenX, screenY: 400 }));
    under(640);
    equal(marked(), text('quick.action-open'));
    under(660);
    equal(marked(), items()[4].querySelector('.menu-label')?.textContent);
    press('ArrowUp');
    under(660);
    equal(marked(), items()[3].querySelector('.menu-label')?.textContent, 'the keyboard took over');
  };

  checks['the menu has its own arrows, which stop at both ends, and letters that jump'] = async () => {
    await ready('con');
    control('k');
    press('ArrowUp');
    equal(marked(), text('quick.action-open'));
    for (let at = 0; at < 9; at += 1) press('ArrowDown');
    equal([marked(), selectedName()], [text('quick.action-history'), pharma.name]);
    press('c');
    equal(marked(), text('quick.copy-link'));
    press('c');
    equal(marked(), text('quick.action-copy-id'));
    equal(input().value, 'con', 'letters are not for the field');
  };

  checks['Esc, Tab and a click beside it close the menu, and nothing else'] = async () => {
    for (const close of [() => press('Escape'), () => press('Tab'), () => $('#menu-shade').click()]) {
      await ready('con');
      control('k');
      press('Escape', { repeat: true });
      equal(isOpen(), true);
      close();
      equal([isOpen(), input().value, document.activeElement, count('dismiss'), opened()], [false, 'con', input(), 0, []]);
    }
  };

  checks['Enter does what is marked, once; a held one does nothing'] = async () => {
    await ready('con');
    press('ArrowDown');
    control('k');
    press('Enter', { repeat: true });
    equal(opened(), []);
    press('Enter');
    press('Enter', { repeat: true });
    equal(opened(), [{ identity: retail.identity, portal: 'defender', name: retail.name, confirmed: false }]);
  };

  checks['Open in another portal… shows the portals, and there it says that these are they'] = async () => {
    await ready('con');
    await choose(text('quick.action-portals'));
    equal([$('#context').hidden, argsOf('portals')], [false, [{ identity: pharma.identity }]]);
    press('ArrowDown');
    control('k');
    equal($('.menu-title').textContent, `${pharma.name}${previewPortals(pharma)[1].portal_name}`);
    const one = $('#menu-portals');
    equal([one.getAttribute('aria-disabled'), one.querySelector('.menu-reason')?.textContent], ['true', text('quick.action-portals-here')]);
    press('Enter');
    await wait(30);
    equal(opened().map(({ portal }) => portal), ['securitycenter']);
  };

  checks['what is copied is the address that was shown, and the tenant ID, and both are said'] = async () => {
    for (const [copy, copied, word] of /** @type {[() => unknown, string, string][]} */ ([
      [() => control('c'), retail.url, text('quick.copied-link', { name: retail.name, portal: retail.portal_name })],
      [() => choose(text('quick.copy-link')), retail.url, text('quick.copied-link', { name: retail.name, portal: retail.portal_name })],
      [() => control('C', { shiftKey: true }), retail.tenant_id, text('quick.copied-id', { name: retail.name })],
      [() => choose(text('quick.action-copy-id')), retail.tenant_id, text('quick.copied-id', { name: retail.name })],
    ])) {
      await ready('con');
      press('ArrowDown');
      clipboard.length = 0;
      equal($('#footer .address').textContent, retail.url);
      await copy();
      await wait(30);
      equal([clipboard, $('.footer-said').textContent, $('#footer .address').textContent], [[copied], word, retail.url]);
      await wait(400);
      equal([said(), opened()], [word, []]);
      press('ArrowUp');
      equal(document.querySelector('.footer-said'), null, 'it was about the other row');
    }
  };

  checks['in the portals it is the address of that portal'] = async () => {
    await ready('con');
    press('ArrowRight');
    await wait(150);
    for (let row = 0; row < 3; row += 1) press('ArrowDown');
    clipboard.length = 0;
    control('c');
    await wait(30);
    equal(clipboard, [previewPortals(pharma)[3].url]);
  };

  checks['selected text is what Ctrl+C copies'] = async () => {
    await ready('con');
    clipboard.length = 0;
    input().setSelectionRange(0, 3);
    control('c');
    await wait(30);
    equal(clipboard, []);
  };

  checks['rows that have just changed are not copied from, and that is said'] = async () => {
    await ready('con');
    clipboard.length = 0;
    stub.commands.search = ({ query }) => reply(query, previewRows('calm').slice(1));
    stub.emit('changed');
    await wait(120);
    press('ArrowDown');
    control('c');
    control('k');
    control('d');
    equal([clipboard, isOpen(), count('set_favorite'), $('.footer-said').textContent], [[], false, 0, text('quick.not-copied')]);
    await wait(QUIET);
    control('c');
    await wait(30);
    equal(clipboard, [retail.url]);
  };

  checks['a blocked and a changed customer have no link: the menu says why, and no key copies'] = async () => {
    const blocked = previewRows('nasty')[5];
    for (const [row, reason] of [[blocked, blocked.blocked], [previewRows('signs')[0], text('quick.no-link-changed')]]) {
      await ready('x', { search: ({ query }) => reply(query, [row]) });
      clipboard.length = 0;
      control('k');
      equal([$('#menu-copy-link').getAttribute('aria-disabled'), $('#menu-copy-link .menu-reason').textContent], ['true', reason]);
      equal($('#menu-open').getAttribute('aria-disabled'), row.blocked === null ? null : 'true');
      $('#menu-copy-link').click();
      equal(isOpen(), true, 'what cannot be done does not close the menu');
      press('Escape');
      control('c');
      await wait(30);
      equal([clipboard, $('.footer-said').textContent], [[], reason]);
    }
  };

  checks['Ctrl+D, the menu and a click on the star change a favorite, by the name that was shown'] = async () => {
    for (const change of [() => control('d'), () => choose(text('quick.favor')), () => /** @type {HTMLElement} */ (options()[1]?.querySelector('.row-star')).click()]) {
      const star = (/** @type {boolean} */ favorite) => ({ query }) => reply(query, [pharma, { ...retail, favorite }]);
      await ready('con', { search: star(false), set_favorite: () => { stub.commands.search = star(true); stub.emit('changed'); } });
      press('ArrowDown');
      await change();
      await wait(120);
      equal(argsOf('set_favorite'), [{ change: { identity: retail.identity, name: retail.name, favorite: true } }]);
      equal([selectedName(), options()[1]?.querySelector('.is-favorite') !== null, opened()], [retail.name, true, []]);
      equal($('.footer-said').textContent, text('quick.favored', { name: retail.name }));
      await wait(400);
      equal(said(), text('quick.favored', { name: retail.name }));
    }
  };

  checks['a star that has just moved under the pointer changes nothing'] = async () => {
    await appear();
    /** @type {HTMLElement} */ (options()[1]?.querySelector('.row-star')).click();
    equal([count('set_favorite'), opened()], [0, []]);
  };

  checks['a favorite that moves to other rows stays selected, and one press is one change'] = async () => {
    await ready('', { set_favorite: () => later(40, null) });
    press('ArrowDown');
    stub.commands.search = ({ query }) => reply(query, [contoso, ...previewRows('home').slice(2), { ...northwind, favorite: false, section: 'others' }]);
    control('d');
    control('d');
    control('d', { repeat: true });
    await wait(150);
    equal([argsOf('set_favorite').map(({ change }) => change.favorite), selectedName(), names().indexOf(northwind.name)], [[false], northwind.name, 4]);
  };

  checks['a favorite that did not change says why'] = async () => {
    await ready('con', { set_favorite: () => { throw { code: 'Renamed', message: 'It has another name now.' }; } });
    control('d');
    await wait(30);
    equal([$('#panel-title').textContent, $('#panel-text').textContent, labels('#panel')], [text('quick.favorite-failed'), 'It has another name now.', [text('quick.back')]]);
  };

  checks['Show in customers sends who it is'] = async () => {
    await ready('con', { show_in_manage: () => null });
    press('ArrowDown');
    await choose(text('quick.action-manage'));
    equal(argsOf('show_in_manage'), [{ identity: retail.identity }]);
  };

  checks['the history says when, which portal, from where, what became of it, and what it does not prove'] = async () => {
    await ready('con');
    await choose(text('quick.action-history'));
    equal(argsOf('history'), [{ identity: pharma.identity }]);
    equal([$('#panel-title').textContent, $('#panel-text').textContent], [text('quick.history-title', { name: pharma.name }), text('quick.history-text')]);
    const rows = [...document.querySelectorAll('.history tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));
    equal(rows[0], ['20 min. ago', 'Microsoft Defender', text('quick.via-window'), text('quick.result-handed-over')]);
    equal(rows.map(([, , from, result]) => [from, result]).slice(1, 4), [
      [text('quick.via-tray'), text('quick.result-handed-over')], [text('quick.via-terminal'), text('quick.result-failed')], [text('quick.via-launcher'), text('quick.result-unknown')],
    ]);
    equal([...document.querySelectorAll('.history time')].every((one) => /\d{4}/.test(/** @type {HTMLElement} */ (one).title)), true, 'the moment in full');
    press('Escape');
    equal([$('#panel').hidden, input().value, selectedName(), document.activeElement], [true, 'con', pharma.name, input()]);
  };

  checks['a history of 24 scrolls, and its button stays in view; an empty one says so'] = async () => {
    await ready('con', { history: () => Array.from({ length: 24 }, () => stub.opened[0]) });
    await choose(text('quick.action-history'));
    equal([document.querySelectorAll('.history tbody tr').length, button(text('quick.back')).getBoundingClientRect().bottom <= innerHeight, $('.history-scroller').tabIndex], [24, true, 0]);
    await ready('con', { history: () => [] });
    await choose(text('quick.action-history'));
    equal([$('#panel-text').textContent, document.querySelector('.history')], [text('quick.history-none'), null]);
  };

  checks['a history that comes after the window was hidden is not shown'] = async () => {
    await ready('con', { history: () => later(300, stub.opened) });
    await choose(text('quick.action-history'));
    stub.emit('hidden');
    await wait(400);
    equal($('#panel').hidden, true);
  };

  checks['when what it acts on changes, the menu goes; when other rows do, it stays'] = async () => {
    await ready('con');
    control('k');
    stub.commands.search = ({ query }) => reply(query, [...previewRows('calm').slice(1), pharma]);
    stub.emit('changed');
    await wait(120);
    equal([isOpen(), $('.menu-name').textContent], [true, pharma.name]);
    press('Enter');
    equal(opened(), [], 'keys wait in the menu, too');
    await wait(QUIET);
    control('k');
    for (const change of [{ ...pharma, name: 'Contoso Health' }, { ...pharma, url: `${pharma.url}x` }]) {
      if (!isOpen()) control('k');
      stub.commands.search = ({ query }) => reply(query, [change, retail]);
      stub.emit('changed');
      await wait(120);
      equal([isOpen(), document.activeElement], [false, input()]);
      await wait(QUIET);
    }
  };

  checks['a panel and a hidden window close the menu'] = async () => {
    await ready('con');
    control('k');
    stub.commands.pending = () => ({ kind: 'notice', title: 'No tray', text: 'None.' });
    stub.emit('pending');
    await wait(120);
    equal([isOpen(), $('#panel').hidden], [false, false]);
    press('Escape');
    for (const query of ['con', '']) {
      await ready(query);
      control('k');
      stub.emit('hidden');
      await wait(30);
      equal([isOpen(), input().value], [false, '']);
    }
  };

  checks['the menu is whole in the window, however tall the footer is'] = async () => {
    await ready('x', { search: ({ query }) => reply(query, previewRows('nasty')) });
    control('k');
    const { top, bottom } = $('#menu').getBoundingClientRect();
    equal([top >= 0, bottom <= innerHeight, $('#menu-list').scrollHeight <= $('#menu-list').clientHeight], [true, true, true]);
    equal($('.menu-name').getBoundingClientRect().right <= $('#menu').getBoundingClientRect().right, true, 'the longest name');
  };

  checks['without a selected row there is no menu'] = async () => {
    await ready('con', { search: ({ query }) => ({ ...reply(query, previewRows('calm')), preselect: false }) });
    control('k');
    control('c');
    control('d');
    equal([isOpen(), clipboard.length > 0 && clipboard.at(-1) === pharma.url, count('set_favorite'), $('#footer').classList.contains('attention')], [false, false, 0, true]);
  };

  checks['the hints are no stops for Tab, and the star is an outline where it can be set'] = async () => {
    await ready('con');
    equal([...document.querySelectorAll('.footer-key')].map((one) => [/** @type {HTMLElement} */ (one).tabIndex, one.textContent]), [[-1, `→${text('quick.portals')}`], [-1, `Ctrl K${text('quick.actions')}`]]);
    const outline = (/** @type {number} */ row) => getComputedStyle(/** @type {Element} */ (options()[row]?.querySelector('.row-star')), '::before').visibility;
    press('ArrowDown');
    equal([outline(1), outline(2)], ['visible', 'hidden']);
  };

  checks['recent customers say when they were opened'] = async () => {
    await ready('');
    equal([...document.querySelectorAll('.row-opened')].map((one) => one.textContent), ['opened 20 min. ago', 'opened yesterday']);
    await appear({ search: ({ query }) => reply(query, [{ ...contoso, section: 'recent', opened_at: null }, { ...northwind, opened_at: Date.now() }]) });
    equal(document.querySelectorAll('.row-opened').length, 0, 'not where it is not known, and not elsewhere');
  };
});
