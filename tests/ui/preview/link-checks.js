/** A pasted link: whose page it is, which customer is meant, whom to add, why it leads nowhere. */

addChecks((checks, { $, QUIET, appear, argsOf, button, count, equal, input, labels, later, names, opened, paste, press, ready, selectedName, stub, type, wait }) => {
  /** @param {string} what */
  const link = (what) => `https://security.microsoft.com/${what}?x=y`;
  /** @param {string} key */
  const text = (key) => previewTexts[key];
  const page = () => document.querySelector('.pasted-page')?.textContent;
  const [contoso, retail] = previewRows('calm');

  /** Pastes, and waits until keys act. @param {string} what @param {Record<string, (args: any) => any>} [commands] */
  async function pasted(what, commands = {}) {
    await ready('', commands);
    paste(link(what));
    await wait(QUIET);
  }

  checks['a link opens by its own text and the name that was shown, never by an address'] = async () => {
    await pasted('named');
    equal([names(), selectedName(), input().value], [[contoso.name], contoso.name, link('named')]);
    equal($('#footer .address').textContent, contoso.url.replace('/?', '/incidents/4127?'));
    press('Enter');
    equal(opened(), [{ identity: contoso.identity, link: link('named'), name: contoso.name, confirmed: false }]);
  };

  checks['a link that names nobody moves above the field, which asks for the customer'] = async () => {
    await pasted('which');
    equal([input().value, input().placeholder, page()], ['', text('quick.which'), '/incidents/4127']);
    equal([names().length, selectedName()], [3, undefined]);
    equal($('#status').textContent?.trim(), text('quick.which-input'));
    press('Enter');
    equal(opened(), [], 'nobody was chosen');
    type('ret');
    await wait(120);
    equal(argsOf('search').at(-1), { query: 'ret', link: link('which') });
    press('ArrowDown');
    press('Enter');
    equal(opened(), [{ identity: retail.identity, link: link('which'), name: retail.name, confirmed: false }]);
    await wait(120);
    equal([$('#pasted').hidden, input().placeholder], [true, text('quick.placeholder')], 'the next time begins anew');
  };

  checks['Enter before the rows for the link are seen opens nothing'] = async () => {
    await ready('con');
    stub.commands.search = ({ query, link: own }) => later(100, stub.answer(query, own));
    paste(link('which'));
    press('Enter');
    press('1', { altKey: true, code: 'Digit1' });
    equal([opened(), input().value], [[], link('which')], 'the rows on the screen are for "con"');
    await wait(160);
    type('c');
    press('1', { altKey: true, code: 'Digit1' });
    equal(opened(), [], 'and now for nothing typed');
    await wait(160);
    press('1', { altKey: true, code: 'Digit1' });
    equal(opened()[0]?.link, link('which'));
  };

  checks['Esc, Backspace and the button drop the link, and only then Esc closes'] = async () => {
    for (const drop of [() => press('Escape'), () => press('Backspace'), () => $('.pasted-drop').click()]) {
      await pasted('which');
      type('con');
      press('Escape');
      equal([input().value, page()], ['', '/incidents/4127'], 'the text first');
      press('Backspace', { repeat: true });
      equal(page(), '/incidents/4127', 'a key held down to clear the text stops there');
      drop();
      await wait(120);
      equal([page(), count('dismiss'), names().length, document.activeElement], [undefined, 0, 5, input()]);
      press('Backspace');
      press('Escape');
      equal(count('dismiss'), 1);
    }
  };

  checks['the rows of a link that was dropped open nothing, though the text is the same'] = async () => {
    await pasted('which');
    stub.commands.search = ({ query, link: own }) => later(100, stub.answer(query, own));
    press('Escape');
    press('1', { altKey: true, code: 'Digit1' });
    equal(opened(), []);
    await wait(160);
    press('1', { altKey: true, code: 'Digit1' });
    equal(opened().map((request) => request.link), [undefined]);
  };

  checks['another link replaces the one above the field'] = async () => {
    await pasted('which');
    paste(link('named'));
    await wait(120);
    equal([page(), input().value, names()], [undefined, link('named'), [contoso.name]]);
    press('Enter');
    equal(opened()[0]?.link, link('named'));
  };

  checks['a link typed by hand stays in the field until Enter'] = async () => {
    await ready('');
    type(link('which'));
    await wait(120);
    equal([input().value, names(), $('#state h2').textContent], [link('which'), [], text('quick.which-title')]);
    press('Enter');
    await wait(120);
    equal([input().value, page(), names().length], ['', '/incidents/4127', 3]);
    equal(opened(), []);
  };

  checks['what leads nowhere says why, in place of rows and to screen readers'] = async () => {
    await pasted('refused');
    equal([$('#state h2').textContent, labels('#state'), $('#footer').hidden, input().getAttribute('aria-expanded')], [text('link.two-title'), [], true, 'false']);
    equal($('#status').textContent?.startsWith(text('link.two-title')), true);
    press('Enter');
    await wait(30);
    equal([opened(), $('#panel').hidden], [[], true]);
  };

  checks['a customer is added with a name and a cloud, once, and the Enter that added it opens nothing'] = async () => {
    await pasted('unknown', { add_from_link: () => later(40, null) });
    press('Enter');
    equal([$('#panel').getAttribute('role'), document.activeElement?.id, $('.add-id').textContent], ['dialog', 'add-name', '11111111-2222-4333-8444-555555555509']);
    const name = /** @type {HTMLInputElement} */ ($('#add-name'));
    name.value = 'Tailspin Toys';
    stub.commands.search = () => stub.answer(link('named'));
    press('Enter');
    press('Enter');
    press('Enter', { repeat: true });
    stub.emit('changed');
    await wait(100);
    equal(argsOf('add_from_link'), [{ add: { link: link('unknown'), name: 'Tailspin Toys', cloud: 'public' } }]);
    equal([$('#panel').hidden, document.activeElement, selectedName()], [true, input(), contoso.name]);
    press('Enter');
    equal(opened(), [], 'nobody has seen the row');
    await wait(QUIET);
    equal($('#status').textContent?.trim(), text('quick.added'));
    press('Enter');
    equal(opened().length, 1);
  };

  checks['rows that came while the form was in front are not seen'] = async () => {
    await pasted('unknown', { add_from_link: () => later(QUIET + 200, null) });
    press('Enter');
    stub.commands.search = () => stub.answer(link('named'));
    press('Enter');
    stub.emit('changed');
    await later(QUIET + 240, null);
    equal([$('#panel').hidden, selectedName()], [true, contoso.name]);
    press('Enter');
    equal(opened(), []);
  };

  checks['what is wrong is said where it is wrong, and what was entered stays'] = async () => {
    const failures = [['BadName', '#add-name-error'], ['NoCloud', '#add-cloud-error'], ['NotSaved', '#add-error']];
    const left = failures.map(([code]) => ({ code, message: `No: ${code}` }));
    await pasted('unknown', { add_from_link: () => { throw left.shift(); } });
    button(text('quick.add-customer')).click();
    const name = /** @type {HTMLInputElement} */ ($('#add-name'));
    name.value = 'Tailspin';
    for (const [code, line] of failures) {
      button(text('quick.add')).click();
      await wait(30);
      const errors = [...document.querySelectorAll('.add-error')].filter((one) => !(/** @type {HTMLElement} */ (one).hidden));
      equal(errors.map((one) => [`#${one.id}`, one.textContent]), [[line, `No: ${code}`]]);
      equal([name.getAttribute('aria-invalid'), name.value], [code === 'BadName' ? 'true' : null, 'Tailspin']);
    }
    press('Escape');
    equal([$('#panel').hidden, input().value, count('dismiss')], [true, link('unknown'), 0]);
  };

  checks['hostile text of a link is text, and the window keeps its layout'] = async () => {
    const long = '<img src=x onerror="document.title=1">'.repeat(20);
    const offer = { tenant_id: long, portal: long, clouds: [{ key: 'public', name: 'Public' }], cloud: null };
    const base = (/** @type {any} */ args) => stub.answer(args.query, args.link);
    const whole = (/** @type {string} */ what) => equal([document.querySelectorAll('img').length, document.documentElement.scrollWidth <= innerWidth, $('.search').offsetHeight], [0, true, 54], what);
    await pasted('refused', { search: (args) => ({ ...base(args), link: { ...base(args).link, title: long, text: long, value: long } }) });
    whole('message');
    await pasted('unknown', { search: (args) => ({ ...base(args), link: { ...base(args).link, value: long, offer } }) });
    whole('offer');
    button(text('quick.add-customer')).click();
    equal([document.querySelectorAll('img').length, document.documentElement.scrollWidth <= innerWidth, $('.add-form').scrollWidth <= $('.add-form').clientWidth], [0, true, true], 'form');
    await pasted('which', { search: (args) => ({ ...base(args), link: { ...base(args).link, portal: long, page: long } }) });
    whole('which');
    equal([$('#pasted').offsetHeight, $('#pasted button').getBoundingClientRect().right <= innerWidth], [36, true]);
  };

  checks['customers that could not be read are not called unknown'] = async () => {
    await appear({ search: ({ query, link: own }) => ({ ...stub.answer(query, own), customers: 0, rows: [], problem: stub.problems['problem-only'] }) });
    paste(link('unknown'));
    await wait(QUIET);
    equal($('#state h2').textContent, stub.problems['problem-only'].title);
    press('Enter');
    equal([$('#panel').hidden, opened()], [true, []]);
  };
});
