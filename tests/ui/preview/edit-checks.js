/** What a person would notice of the form: what is checked, looked up, pasted, saved, and what happens when others save, too. */

addChecks((checks, { $, QUIET, all, button, equal, later, press, stub, wait }) => {
  const texts = previewTexts;
  const first = structuredClone([...stub.registry]);
  const CONTOSO = first[0][0];

  checks['only what was changed is saved, everything else as the registry has it'] = async () => {
    const hostile = 'Two\nlines \u202eof it';
    await edit({ name: hostile, notes: 'a\r\nb', aliases: ['One, Inc.', 'two\nlines'] });
    enter('group', 'Hospitals');
    save();
    await wait(60);
    const { fields } = stub.registry.get(CONTOSO);
    equal([fields.group, fields.name, fields.notes, fields.aliases], ['Hospitals', hostile, 'a\r\nb', ['One, Inc.', 'two\nlines']]);
    const [{ entry }] = args('save_customer');
    equal(Object.keys(entry.fields).filter((key) => JSON.stringify(entry.fields[key]) !== JSON.stringify(entry.base[key])), ['group']);
    equal([document.activeElement?.id, $('.notice-text').textContent?.includes('is saved')], ['field-group', true]);
  };

  checks['saving is taken back by a press'] = async () => {
    await edit();
    enter('name', 'Contoso Health');
    press('Enter');
    await wait(60);
    equal([stub.registry.get(CONTOSO).fields.name, $('#detail-name').textContent], ['Contoso Health', 'Contoso Health']);
    await wait(QUIET);
    button(texts['frame.undo']).click();
    await wait(90);
    equal([$('#detail-name').textContent, field('name').value], ['Contoso Pharmaceuticals', 'Contoso Pharmaceuticals']);
  };

  checks['with nothing changed nothing is saved'] = async () => {
    await edit();
    save();
    await wait(30);
    equal(args('save_customer'), []);
    enter('name', 'X');
    enter('name', 'Contoso Pharmaceuticals');
    equal(button(texts['form.save']).classList.contains('is-idle'), true, 'as it was');
  };

  checks['what is wrong is said under its field while it is typed, and to screen readers'] = async () => {
    await edit();
    enter('tenant_id', '8f3c');
    await wait(330);
    const error = $('#field-tenant_id-form-error');
    equal([error.hidden, field('tenant_id').getAttribute('aria-invalid'), field('tenant_id').getAttribute('aria-describedby')], [false, 'true', error.id]);
    await wait(320);
    equal($('#status').textContent?.trim(), error.textContent);
    enter('tenant_id', CONTOSO.split('/')[1]);
    await wait(330);
    equal([error.hidden, field('tenant_id').hasAttribute('aria-invalid')], [true, false]);
  };

  checks['a check that answers late does not undo a later one'] = async () => {
    await edit();
    const { check_customer } = stub.commands;
    stub.commands.check_customer = (/** @type {any} */ asked) => (asked.entry.fields.tenant_id === '8f' ? later(200, check_customer(asked)) : check_customer(asked));
    enter('tenant_id', '8f');
    await wait(270);
    enter('tenant_id', CONTOSO.split('/')[1]);
    await wait(520);
    equal($('#field-tenant_id-form-error').hidden, true);
  };

  checks['a new customer: nothing is wrong before it is entered, and Add puts the focus where something is'] = async () => {
    await create();
    equal([document.activeElement?.id, visible('.form-error')], ['field-name', []]);
    enter('name', 'Adatum');
    await wait(330);
    equal(visible('.form-error'), []);
    save(texts['form.add']);
    await wait(60);
    equal([document.activeElement?.id, visible('.form-error').length], ['field-tenant_id', 1]);
    enter('tenant_id', '99999999-2222-4333-8444-555555555599');
    press('s', { ctrlKey: true });
    await wait(120);
    equal([$('#detail-name').textContent, document.activeElement?.id, stub.registry.has('public/99999999-2222-4333-8444-555555555599')], ['Adatum', 'detail-name', true]);
    equal(document.querySelector('#list [aria-selected=true] .customer-name')?.textContent, 'Adatum');
  };

  checks['Look up fills in what is empty, and only offers to replace what is there'] = async () => {
    await create();
    enter('domain', 'adatum.example');
    lookUp().click();
    await wait(30);
    equal([args('look_up'), field('tenant_id').value], [[{ domain: 'adatum.example', cloud: null }], '99999999-2222-4333-8444-555555555599']);
    enter('tenant_id', '99999999-2222-4333-8444-555555555598');
    lookUp().click();
    await wait(30);
    equal(field('tenant_id').value, '99999999-2222-4333-8444-555555555598');
    await wait(QUIET);
    button(texts['form.found-use']).click();
    equal(field('tenant_id').value, '99999999-2222-4333-8444-555555555599');
    enter('domain', 'other.example');
    equal($('.looked-up').hidden, true, 'it was about another domain');
  };

  checks['Look up says who has the tenant already, lets choose between several, and says why it failed'] = async () => {
    await create();
    enter('domain', 'contosoretail.com');
    lookUp().click();
    await wait(30);
    equal([$('.looked-up-text').textContent?.includes('Contoso Retail'), field('tenant_id').value], [true, '']);
    enter('domain', 'several.example');
    lookUp().click();
    await wait(30 + QUIET);
    /** @type {HTMLElement} */ ($('.looked-up .button:last-child')).click();
    equal([field('tenant_id').value, field('cloud').value], ['11111111-2222-4333-8444-5555555555bb', 'gcc-high']);
    stub.commands.look_up = () => { throw { code: 'LookUp', message: 'No answer.' }; };
    lookUp().click();
    await wait(30);
    equal($('.looked-up-text').textContent, 'No answer.');
    stub.commands.look_up = (/** @type {any} */ asked) => later(100, { outcome: 'none', ...asked });
    lookUp().click();
    enter('domain', 'third.example');
    await wait(150);
    equal($('.looked-up').hidden, true, 'the answer was about another domain');
  };

  checks['a pasted link fills in what it says, and Ctrl+Z or a button takes it back'] = async () => {
    for (const back of [() => press('z', { ctrlKey: true }), () => button(texts['frame.undo']).click()]) {
      await create();
      paste('name', 'https://security.microsoft.us/?tid=8F3C1D52-6a0b-4a3e-9d57-0c2b6f1e7a99 adatum.example');
      await wait(60);
      equal([field('name').value, field('tenant_id').value, field('cloud').value, field('domain').value], ['', '8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a99', 'gcc-high', 'adatum.example']);
      equal($('.filled p').textContent, `Filled in from what you pasted: ${texts['form.tenant-id']}, ${texts['form.cloud']}, ${texts['form.domain']}`);
      back();
      equal([field('tenant_id').value, field('cloud').value, field('domain').value, $('.filled').hidden], ['', 'public', '', true]);
    }
  };

  checks['what has no tenant ID, and what is pasted into the notes, is pasted as it is'] = async () => {
    await create();
    paste('name', 'Adatum');
    paste('notes', 'https://security.microsoft.com/?tid=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44');
    stub.commands.read_pasted = () => null;
    await wait(30);
    equal([args('read_pasted'), field('tenant_id').value], [[], '']);
    paste('name', '8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 and 9f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44');
    await wait(30);
    equal(field('name').value, '8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44 and 9f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44', 'it names two');
  };

  checks['chips: Enter and leaving add, a comma parts tags and not names, Backspace removes'] = async () => {
    await create();
    enter('aliases', 'Adatum, Inc.');
    press('Enter');
    enter('tags', 'tier1, soc,');
    enter('aliases', 'AD');
    field('name').focus();
    field('aliases').dispatchEvent(new FocusEvent('blur'));
    equal(chips(), ['Adatum, Inc.', 'AD', 'tier1', 'soc']);
    field('tags').focus();
    press('Backspace');
    equal(chips(), ['Adatum, Inc.', 'AD', 'tier1']);
    enter('tags', 'typed');
    enter('name', 'Adatum');
    enter('tenant_id', '99999999-2222-4333-8444-555555555599');
    save(texts['form.add']);
    await wait(90);
    equal([args('save_customer')[0].entry.fields.aliases, args('save_customer')[0].entry.fields.tags], [['Adatum, Inc.', 'AD'], ['tier1', 'typed']]);
  };

  checks['what others change meanwhile shows in fields that nobody touched, and is offered in those that somebody did'] = async () => {
    await edit();
    enter('name', 'Contoso Health');
    elsewhere({ name: 'Contoso P.', group: 'Hospitals' });
    await wait(60);
    equal([field('group').value, field('name').value], ['Hospitals', 'Contoso Health']);
    const theirs = $('#field-name-theirs');
    equal([theirs.hidden, theirs.textContent?.includes('Contoso P.'), field('name').getAttribute('aria-describedby')], [false, true, theirs.id]);
    await wait(QUIET);
    button(texts['form.use-theirs']).click();
    equal([field('name').value, theirs.hidden, button(texts['form.save']).classList.contains('is-idle')], ['Contoso P.', true, true]);
  };

  checks['a conflict has to be decided field by field, and the rest is kept'] = async () => {
    await edit();
    enter('name', 'Contoso Health');
    enter('group', 'Pharma');
    enter('sharepoint', 'contosohealth');
    Object.assign(stub.registry.get(CONTOSO).fields, { name: 'Contoso P.', group: 'Hospitals', domain: 'contoso.example' });
    save();
    await wait(60);
    equal([...document.querySelectorAll('.conflict legend')].map((one) => one.textContent), [texts['form.name'], texts['form.group']]);
    equal(document.querySelectorAll('.conflict :checked').length, 0, 'nobody chose yet');
    const yes = /** @type {HTMLElement} */ ($('dialog .primary'));
    yes.click();
    equal([args('save_customer').length, $('dialog .form-error').hidden], [1, false]);
    await wait(10);
    const [mine, , , theirs] = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('.conflict input')]);
    mine?.click();
    theirs?.click();
    yes.click();
    await wait(90);
    const { name, group, sharepoint, domain } = stub.registry.get(CONTOSO).fields;
    equal([name, group, sharepoint, domain], ['Contoso Health', 'Hospitals', 'contosohealth', 'contoso.example']);
    equal([field('group').value, visible('.form-theirs'), document.querySelector('dialog')], ['Hospitals', [], null]);
  };

  checks['a conflict can be looked at again, and then nothing is saved or lost'] = async () => {
    await edit();
    enter('name', 'Contoso Health');
    stub.registry.get(CONTOSO).fields.name = 'Contoso P.';
    save();
    await wait(60);
    button(texts['quick.back']).click();
    await wait(30);
    equal([field('name').value, stub.registry.get(CONTOSO).fields.name, document.querySelector('dialog')], ['Contoso Health', 'Contoso P.', null]);
  };

  checks['what is entered for a customer that somebody removed is kept, and can be added again'] = async () => {
    await edit();
    enter('name', 'Contoso Health');
    stub.registry.delete(CONTOSO);
    stub.emit('changed');
    await wait(60 + QUIET);
    equal([field('name').value, $('.form-trouble').hidden], ['Contoso Health', false]);
    button(texts['form.add-again']).click();
    await wait(120);
    equal([stub.registry.get(CONTOSO)?.fields.name, $('#detail-name').textContent], ['Contoso Health', 'Contoso Health']);
  };

  checks['what is entered and who has the focus survive a registry that cannot be read for a while, and changes of others'] = async () => {
    await edit();
    enter('notes', 'half a sent');
    stub.commands.customer = () => { throw { code: 'Io', message: 'Locked.' }; };
    stub.emit('changed');
    await wait(60);
    equal([field('notes').value, $('.notice-text').textContent], ['half a sent', 'Locked.']);
    stub.commands.customer = original.customer;
    for (const focused of ['#detail-name', '.detail-star', '#field-notes']) {
      $(focused).focus();
      elsewhere({ sharepoint: `contoso${focused.length}` });
      await wait(60);
      equal([document.activeElement === $(focused), field('sharepoint').value, field('notes').value], [true, `contoso${focused.length}`, 'half a sent'], focused);
    }
  };

  checks['what could not be saved is still there'] = async () => {
    await edit();
    enter('name', 'Contoso Health');
    stub.commands.save_customer = () => { throw { code: 'NotSaved', message: 'The disk is full.' }; };
    save();
    await wait(60);
    equal([field('name').value, $('.notice-text').textContent, button(texts['form.save']).classList.contains('is-idle')], ['Contoso Health', 'The disk is full.', false]);
  };

  checks['a duplicate keeps what customers share, and nothing that says who it is'] = async () => {
    await edit({ sharepoint: 'contoso' });
    button(texts['customers.duplicate']).click();
    await wait(60);
    equal([field('name').value, field('tenant_id').value, field('domain').value, field('initial_domain').value, field('sharepoint').value, field('group').value], ['Contoso Pharmaceuticals (copy)', '', '', '', '', 'Healthcare']);
    equal(chips(), ['tier1', 'soc'], 'the tags, not the aliases');
  };

  checks['Verify asks about one customer, and says what was found'] = async () => {
    await edit({}, { verified: null });
    button(texts['form.verify']).click();
    await wait(90);
    equal([args('verify'), $('.is-verified').textContent], [[{ identities: [CONTOSO] }], 'Verified with contoso.com, public cloud, Nov 25, 2026']);
    await edit({}, { verified: null });
    stub.commands.verify = () => {
      later(30, null).then(() => stub.emit('verifying', { state: 'done', done: 1, total: 1, verified: 0, name: null, message: null, findings: [{ identity: CONTOSO, name: 'x', verdict: 'other', text: 'It is another tenant.' }] }));
      return { state: 'running', done: 0, total: 1, verified: 0, name: null, message: null, findings: [] };
    };
    button(texts['form.verify']).click();
    await wait(90);
    equal($('.is-trouble').textContent, 'It is another tenant.');
  };

  checks['help stands beside the tenant ID when it is asked for'] = async () => {
    await create();
    const where = button(texts['form.where']);
    equal([where.getAttribute('aria-expanded'), $('#tenant-id-help').hidden], ['false', true]);
    where.click();
    await wait(30);
    equal([where.getAttribute('aria-expanded'), $('#tenant-id-help').hidden, $('#tenant-id-help').querySelectorAll('li').length], ['true', false, 4]);
  };

  const original = { ...stub.commands };
  let mark = 0;
  /** @param {string} command @returns {any[]} */
  const args = (command) => all.slice(mark).filter((/** @type {any} */ call) => call.command === command).map((/** @type {any} */ call) => call.args);
  /** @param {string} key */
  const field = (key) => /** @type {HTMLInputElement} */ ($(`#field-${key}`));
  const lookUp = () => button(texts['form.look-up']);
  const chips = () => [...document.querySelectorAll('.token-text')].map((one) => one.textContent);
  /** @param {string} selector */
  const visible = (selector) => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`.detail ${selector}`)]).filter((one) => one.checkVisibility()).map((one) => one.textContent);
  /** @param {string} [label] */
  const save = (label = texts['form.save']) => /** @type {HTMLElement | undefined} */ ([...document.querySelectorAll('.form-buttons button')].find((one) => one.textContent === label))?.click();

  /** @param {object} fields */
  function elsewhere(fields) {
    Object.assign(stub.registry.get(CONTOSO).fields, fields);
    stub.emit('changed');
  }

  /** As it was at first, with nothing entered and nobody selected. */
  async function reset() {
    document.querySelector('dialog')?.remove();
    stub.emit('section', 'help');
    await wait(30);
    const discard = /** @type {HTMLElement | undefined} */ ([...document.querySelectorAll('dialog button')].find((one) => one.textContent === texts['form.discard']));
    if (discard) await wait(QUIET);
    discard?.click();
    await wait(30);
    stub.commands = { ...original };
    stub.registry.clear();
    for (const [identity, value] of structuredClone(first)) stub.registry.set(identity, value);
    stub.emit('section', 'customers');
    stub.emit('changed');
    await wait(60);
  }

  /** Shows the first customer. @param {object} [fields]  As the registry has it. @param {object} [more] */
  async function edit(fields = {}, more = {}) {
    await reset();
    const one = stub.registry.get(CONTOSO);
    Object.assign(one, more);
    Object.assign(one.fields, fields);
    stub.emit('section', `customers/${CONTOSO}`);
    stub.emit('changed');
    await wait(90);
    mark = all.length;
  }

  async function create() {
    await reset();
    stub.emit('section', 'customers/new');
    await wait(60);
    mark = all.length;
  }

  /** @param {string} key @param {string} value */
  function enter(key, value) {
    field(key).focus();
    field(key).value = value;
    field(key).dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  /** @param {string} key @param {string} text */
  function paste(key, text) {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    field(key).focus();
    field(key).dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }
});
