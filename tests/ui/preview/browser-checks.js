/** The page Browsers: what was found, the rules, and the form of one. */

addChecks((checks, { $, QUIET, appear, argsOf, button, count, equal, press, stub, visit, wait }) => {
  const text = (/** @type {string} */ key) => previewTexts[key];
  const root = '#page-browsers';
  const CONTOSO = 'public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44';
  const names = () => [...document.querySelectorAll(`${root} .rule-name`)].map((one) => one.textContent);
  const act = (/** @type {string} */ whom, /** @type {string} */ part) => $(`${root} [data-whom="${whom}"][data-part=${part}]`);
  const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ ($(`#field-rule-${name}`));
  const saved = () => argsOf('save_browser_rule').map((/** @type {any} */ { entry }) => entry);
  const notice = () => $('#notice .notice-text')?.textContent;
  const way = (/** @type {string} */ browser, /** @type {string | null} */ profile = null, more = {}) => ({ browser, profile, private: false, container: null, ...more });

  /** The stub keeps its rules: each check makes its own. @param {any[]} rules @param {Record<string, (args: any) => any>} [commands] @param {object} [more] */
  async function shown(rules, commands = {}, more = {}) {
    stub.state = 'home';
    const { browsers } = stub.commands;
    const answer = () => ({ ...browsers(), rules, ...more });
    await discard();
    await appear({ browsers: answer, save_browser_rule: answer, ...commands });
    await visit('browsers', 80);
  }

  /** Opens the form of a new rule. */
  async function adding() {
    await shown([]);
    button(text('browsers.add')).click();
    await wait(40);
  }

  /** Closes the form that the check before left open. */
  async function discard() {
    if (!document.querySelector(`${root} .rule-form`)) return;
    $(`${root} .rule-form`).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await wait(QUIET);
    button(text('portals.discard'))?.click();
    await wait(60);
  }

  /** @param {string} kind @param {string} key @param {object | null} one @param {object} [more] */
  const rule = (kind, key, one, more = {}) => ({ whom: { kind, key }, name: key, note: null, way: one, opens: 'Microsoft Edge · Contoso admin', trouble: null, single: true, ...more });

  /** @param {string} name @param {string} value */
  async function fill(name, value) {
    field(name).focus();
    field(name).value = value;
    for (const type of ['input', 'change']) field(name).dispatchEvent(new Event(type, { bubbles: true }));
    await wait(40);
  }

  checks['the more specific rule stands first, and what nobody can follow says so'] = async () => {
    await shown([
      rule('portal', 'azure', way('x')), rule('group', 'Zoo', way('x')), rule('cloud', 'gcc', way('x')), rule('group', 'Aa', null, { opens: '', trouble: 'No browser here.' }), rule('tenant', CONTOSO, way('x')),
    ]);
    equal(names(), [CONTOSO, 'Aa', 'Zoo', 'gcc', 'azure']);
    equal([$(`${root} .rule-trouble`).textContent, act('group/Aa', 'try'), act('group/Aa', 'edit') !== null], ['No browser here.', null, true]);
  };

  checks['a customer is chosen by typing, and the rule is saved with what it is about'] = async () => {
    await adding();
    equal(document.activeElement, field('kind'));
    await fill('tenant', 'pharmac');
    press('ArrowDown');
    press('Enter');
    equal([field('tenant').value, count('save_browser_rule')], ['Contoso Pharmaceuticals (contoso.com)', 0]);
    await fill('browser', 'microsoft-edge');
    await fill('profile', 'Profile 1');
    await fill('window', 'private');
    $(`${root} .rule-form .primary`).click();
    await wait(80);
    equal(saved(), [{ whom: { kind: 'tenant', key: CONTOSO }, way: way('microsoft-edge', 'Profile 1', { private: true }), base: null, back: false }]);
  };

  checks['the only customer that fits is taken with Enter, one of several is not'] = async () => {
    await adding();
    await fill('tenant', 'pharmac');
    press('Enter');
    equal([field('tenant').value, count('save_browser_rule')], ['Contoso Pharmaceuticals (contoso.com)', 0]);
    await fill('tenant', 'o');
    equal(document.querySelectorAll(`${root} [data-field=rule-tenant] [role=option]`).length > 1, true);
    press('Enter');
    await wait(40);
    equal([field('tenant').value, count('save_browser_rule')], ['o', 0]);
  };

  checks['a whole name is its customer, also when it begins the name of the only other one'] = async () => {
    const overview = stub.commands.overview();
    const two = Object.fromEntries(Object.entries(overview.customers).map(([key, values]) => [key, values.slice(0, 2)]));
    const customers = { ...two, name: ['Tailspin', 'Tailspin Toys'], domain: [null, null] };
    await shown([], { overview: () => ({ ...overview, customers }) });
    stub.emit('changed');
    await wait(QUIET);
    button(text('browsers.add')).click();
    await wait(40);
    await fill('tenant', 'Tailspin');
    equal([...document.querySelectorAll(`${root} [data-field=rule-tenant] [role=option]`)].map((option) => option.textContent), ['Tailspin Toys']);
    press('Enter');
    await wait(80);
    equal(saved().map((/** @type {any} */ { whom }) => whom), [{ kind: 'tenant', key: two.identity?.[0] }]);
    stub.commands.overview = () => overview;
    stub.emit('changed');
    await wait(QUIET);
  };

  checks['a name that is only half typed is nobody'] = async () => {
    await adding();
    await fill('tenant', 'Contoso');
    press('Escape');
    $(`${root} .rule-form .primary`).click();
    await wait(60);
    equal([$(`${root} [data-field=rule-tenant] .form-error`).textContent, document.activeElement, count('save_browser_rule')], [text('browsers.choose-tenant'), field('tenant'), 0]);
  };

  checks['a container goes with its profile, and another browser forgets both'] = async () => {
    await shown([rule('group', 'Healthcare', way('firefox', 'a.default', { container: 'Contoso & Co' }))]);
    act('group/Healthcare', 'edit').click();
    await wait(40);
    equal([document.activeElement, field('profile').value, field('window').value], [field('browser'), 'a.default', 'container:Contoso & Co']);
    await fill('profile', 'b.admin');
    equal([...field('window').querySelectorAll('option')].map((one) => one.value), ['usual', 'private']);
    await fill('browser', 'org.gnome.Epiphany');
    equal([field('profile'), field('window')], [null, null]);
    await fill('browser', 'default');
    press('Enter');
    $(`${root} .rule-form .primary`).click();
    await wait(80);
    equal([saved()[0].way, saved()[0].base], [way('default'), way('firefox', 'a.default', { container: 'Contoso & Co' })]);
  };

  checks['one of 2,000 profiles is found by typing; what is no profile is not the usual one'] = async () => {
    const profiles = Array.from({ length: 2000 }, (_, n) => ({ key: `Profile ${n}`, name: `Customer ${n}`, account: null, containers: [] }));
    await shown([rule('group', 'Healthcare', way('chrome', 'gone'))], {}, { browsers: [{ id: 'chrome', name: 'Chrome', has_profiles: true, profiles, problem: null }] });
    const summary = $(`${root} .found-profiles summary`);
    equal(document.querySelectorAll(`${root} .profile`).length, 0, 'nobody asked for them');
    summary.click();
    await wait(60);
    equal(document.querySelectorAll(`${root} .profile`).length, 40);
    act('group/Healthcare', 'edit').click();
    await wait(40);
    $(`${root} .rule-form .primary`).click();
    await wait(60);
    equal([count('save_browser_rule'), document.activeElement], [0, field('profile')]);
    await fill('profile', 'customer 1999');
    press('ArrowDown');
    press('Enter');
    $(`${root} .rule-form .primary`).click();
    await wait(80);
    equal(saved()[0].way.profile, 'Profile 1999');
  };

  checks['a rule that is there already is told before it is replaced'] = async () => {
    await shown([rule('group', 'Healthcare', way('microsoft-edge', 'Profile 1'))]);
    button(text('browsers.add')).click();
    await wait(40);
    await fill('kind', 'group');
    await fill('group', 'healthcare ');
    equal($(`${root} .rule-known`).textContent.includes('Microsoft Edge · Contoso admin'), true);
    $(`${root} .rule-form .primary`).click();
    await wait(80);
    equal([saved()[0].whom.key, saved()[0].base], ['healthcare', way('microsoft-edge', 'Profile 1')]);
  };

  checks['what somebody changed meanwhile is told, and only then replaced'] = async () => {
    const rules = [rule('cloud', 'gcc', way('microsoft-edge', 'Profile 1'))];
    await shown(rules);
    act('cloud/gcc', 'edit').click();
    await wait(40);
    rules[0] = rule('cloud', 'gcc', way('firefox'), { opens: 'Firefox' });
    stub.emit('changed');
    await wait(QUIET);
    equal([$(`${root} .rule-known`).textContent.includes('Firefox'), field('profile').value], [true, 'Profile 1'], 'what is entered stays');
    $(`${root} .rule-form .primary`).click();
    await wait(80);
    equal(saved()[0].base, way('firefox'));
  };

  checks['why it was not saved stands in the form, which stays'] = async () => {
    await shown([], { save_browser_rule: () => { throw { code: 'NotSaved', message: 'The disk is full.' }; } });
    button(text('browsers.add')).click();
    await wait(40);
    await fill('kind', 'cloud');
    $(`${root} .rule-form .primary`).click();
    await wait(80);
    equal($(`${root} .rule-form > .form-error`).textContent, 'The disk is full.');
  };

  checks['removing can be taken back; what could not be asks first'] = async () => {
    await shown([rule('cloud', 'gcc', way('microsoft-edge', 'Profile 1')), rule('cloud', 'dod', null, { opens: '', trouble: 'No.' })]);
    act('cloud/gcc', 'remove').click();
    await wait(QUIET);
    equal(saved(), [{ whom: { kind: 'cloud', key: 'gcc' }, way: null, base: way('microsoft-edge', 'Profile 1'), back: false }]);
    button(text('frame.undo')).click();
    await wait(80);
    equal(saved()[1], { whom: { kind: 'cloud', key: 'gcc' }, way: way('microsoft-edge', 'Profile 1'), base: null, back: true });
    act('cloud/dod', 'remove').click();
    await wait(QUIET);
    equal([count('save_browser_rule'), document.activeElement?.textContent], [2, text('quick.cancel')]);
    press('Escape');
    document.activeElement?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await wait(60);
  };

  checks['trying says that it was started, or why not'] = async () => {
    await shown([rule('cloud', 'gcc', way('microsoft-edge', 'Profile 1'))]);
    act('cloud/gcc', 'try').click();
    await wait(60);
    equal([argsOf('try_browser')[0].way, notice()?.includes('Microsoft Edge · Contoso admin')], [way('microsoft-edge', 'Profile 1'), true]);
    await shown([rule('cloud', 'gcc', way('microsoft-edge', 'Profile 1'))], { try_browser: () => { throw { code: 'BrowserFailed', message: 'Edge could not be started.' }; } });
    act('cloud/gcc', 'try').click();
    await wait(60);
    equal($('.notice.is-failure .notice-text').textContent, 'Edge could not be started.');
  };

  checks['what was entered is not lost by Esc or by another page'] = async () => {
    await adding();
    await fill('kind', 'group');
    for (const leave of [() => press('Escape'), () => stub.emit('section', 'help')]) {
      field('group').focus();
      leave();
      await wait(60);
      equal([document.querySelector('dialog[open]') !== null, document.activeElement?.textContent], [true, text('quick.cancel')]);
      document.activeElement?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      await wait(60);
      equal([$(root).hidden, field('kind').value], [false, 'group']);
    }
    press('Escape');
    await wait(QUIET);
    button(text('portals.discard')).click();
    await wait(60);
    equal([document.querySelector(`${root} .rule-form`), document.activeElement?.textContent], [null, text('browsers.add')]);
  };

  checks['a customer leads to its rule, and the rule back to the customer'] = async () => {
    await shown([]);
    stub.emit('section', `customers/${CONTOSO}`);
    await wait(200);
    $('.detail-opens button').click();
    await wait(100);
    equal([field('tenant').value, document.activeElement], ['Contoso Pharmaceuticals (contoso.com)', field('browser')]);
    await fill('browser', 'firefox');
    $(`${root} .rule-form .primary`).click();
    await wait(150);
    equal([saved()[0].whom.key, $('#page-customers').hidden, $('#detail-name').textContent], [CONTOSO, false, 'Contoso Pharmaceuticals']);
  };
});
