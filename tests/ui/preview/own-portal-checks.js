/** The portals page: order, default, on and off, and portals of the person's own. */

addChecks((checks, { $, QUIET, appear, argsOf, button, count, equal, later, press, stub, visit, wait }) => {
  const text = (/** @type {string} */ key) => previewTexts[key];
  const root = '#page-portals';
  const ids = () => [...document.querySelectorAll(`${root} .arranged-row`)].map((row) => /** @type {HTMLElement} */ (row).dataset['portal']);
  const part = (/** @type {string} */ id, /** @type {string} */ name) => /** @type {HTMLInputElement} */ ($(`${root} [data-portal="${id}"] [data-part="${name}"]`));
  const arranged = () => argsOf('arrange_portals').map((/** @type {any} */ { arrangement }) => arrangement);
  const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ ($(`#field-${name}`));

  /** @param {Record<string, (args: any) => any>} [commands] @param {string} [state] */
  async function shown(commands = {}, state = 'home') {
    stub.state = state;
    await appear(commands);
    await visit('portals', 80);
  }

  /** @param {string} name @param {string} value */
  async function fill(name, value) {
    field(name).focus();
    field(name).value = value;
    field(name).dispatchEvent(new InputEvent('input', { bubbles: true }));
    await wait(280);
  }

  checks['Alt and arrows move a portal, and the focus goes along'] = async () => {
    await shown();
    part('defender', 'more').focus();
    press('ArrowDown', { altKey: true });
    await wait(60);
    equal([ids().slice(0, 2), document.activeElement], [['entra', 'defender'], part('defender', 'more')]);
    press('ArrowDown');
    equal(document.activeElement, part('sentinel', 'more'), 'alone they go from row to row');
    part('defender', 'up').click();
    await wait(60);
    equal([ids()[0], arranged().length, arranged()[1].order[0]], ['defender', 2, 'defender']);
    part('defender', 'up').click();
    equal(count('arrange_portals'), 2, 'the first stays the first');
  };

  checks['a row that is dragged lands where it is dropped'] = async () => {
    await shown();
    const [first, second, third, fourth] = ids();
    const line = (/** @type {unknown} */ id) => /** @type {HTMLElement} */ ($(`${root} [data-portal="${id}"] .arranged-line`));
    const drag = (/** @type {string} */ type, /** @type {HTMLElement} */ target, clientY = 0) => target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, clientY, dataTransfer: new DataTransfer() }));
    const { bottom } = line(third).getBoundingClientRect();
    drag('dragstart', line(first));
    drag('dragover', line(third), bottom - 2);
    drag('drop', line(third), bottom - 2);
    drag('dragend', line(first));
    await wait(60);
    equal(ids().slice(0, 4), [second, third, first, fourth]);
    drag('drop', line(third), bottom - 2);
    equal(count('arrange_portals'), 1, 'nothing is dragged any more');
  };

  checks['one row at a time is in the order of the Tab key'] = async () => {
    await shown();
    part('azure', 'on').focus();
    const stops = [...document.querySelectorAll(`${root} [data-part]`)].filter((one) => /** @type {HTMLElement} */ (one).tabIndex === 0);
    equal(stops.every((one) => one.closest('[data-portal="azure"]')), true);
  };

  checks['off is off, the default is another, and what is the default is not turned off'] = async () => {
    await shown();
    equal([part('defender', 'on').disabled, part('azure', 'on').disabled], [true, false]);
    part('azure', 'on').click();
    await wait(60);
    equal(arranged()[0].off.includes('azure'), true);
    part('entra', 'default').click();
    await wait(60);
    equal([arranged()[1].default, part('entra', 'on').disabled, part('defender', 'on').disabled], ['entra', true, false]);
  };

  checks['an arrangement that cannot be saved goes back'] = async () => {
    await shown({ arrange_portals: () => { throw { code: 'NotSaved', message: 'The disk is full.' }; } });
    const before = ids();
    part('azure', 'up').click();
    await wait(80);
    equal([ids(), $('.notice.is-failure .notice-text').textContent], [before, 'The disk is full.']);
  };

  checks['moves pressed faster than they are saved end where they were pressed to'] = async () => {
    await shown();
    const { arrange_portals: save } = stub.commands;
    await shown({ arrange_portals: (args) => later(argsOf('arrange_portals').length === 1 ? 160 : 40, null).then(() => save(args)) });
    const [first, second, third, fourth] = ids();
    part(String(first), 'down').click();
    part(String(first), 'down').click();
    part(String(first), 'down').click();
    await wait(320);
    equal([ids().slice(0, 4), argsOf('arrange_portals').length], [[second, third, fourth, first], 2], 'the last is what is saved');
  };

  checks['an address with a customer’s own ID in it is refused, and one press mends it'] = async () => {
    await shown();
    button(text('portals.add')).click();
    await wait(40);
    equal(document.activeElement, field('portal-name'));
    await fill('portal-name', 'Kibana');
    await fill('template-public', 'https://kibana.example/?t=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44');
    equal([field('template-public').getAttribute('aria-invalid'), count('save_portal')], ['true', 0]);
    await wait(QUIET);
    $(`${root} .portal-fix button`).click();
    await wait(80);
    equal([field('template-public').value, field('template-public').getAttribute('aria-invalid')], ['https://kibana.example/?t={tenant_id}', null]);
    equal($(`${root} .portal-preview .address`).textContent, 'https://kibana.example/?t=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44', 'what it would open');
    press('Enter');
    await wait(100);
    equal(argsOf('save_portal')[0].entry.templates.public, 'https://kibana.example/?t={tenant_id}');
    equal([ids().at(-1), document.activeElement], ['kibana', part('kibana', 'more')]);
  };

  checks['Save with something missing says what, where it is'] = async () => {
    await shown();
    button(text('portals.add')).click();
    await wait(60);
    equal(document.querySelector(`${root} .form-error:not([hidden]):not(:empty)`), null, 'nobody is blamed for what was not entered yet');
    button(text('portals.save')).click();
    await wait(60);
    equal([document.activeElement, $(`#field-portal-name-error`)?.textContent ?? $(`${root} .form-error:not([hidden])`).textContent, count('save_portal')], [field('portal-name'), 'Enter a name.', 0]);
    press('Escape');
    await wait(40);
    equal(document.activeElement?.textContent, text('portals.add'), 'nothing was entered: nothing is asked');
  };

  checks['what was entered is not lost by Esc or by another page'] = async () => {
    await shown();
    button(text('portals.add')).click();
    await fill('portal-name', 'Kibana');
    for (const leave of [() => press('Escape'), () => stub.emit('section', 'help')]) {
      leave();
      await wait(60);
      equal([document.querySelector('dialog[open]') !== null, document.activeElement?.textContent], [true, text('quick.cancel')]);
      document.activeElement?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      await wait(60);
      equal([$(root).hidden, field('portal-name').value], [false, 'Kibana']);
    }
    press('Escape');
    await wait(QUIET);
    button(text('portals.discard')).click();
    await wait(60);
    equal(document.querySelector(`${root} .portal-form`), null);
  };

  checks['removing asks first, and says who still needs it'] = async () => {
    await shown({ remove_portal: () => { throw { code: 'InUse', message: '2 customers have it as their default.' }; } });
    part('sentinel', 'more').click();
    await wait(40);
    part('sentinel', 'remove').click();
    await wait(QUIET);
    equal(count('remove_portal'), 0);
    button(text('portals.remove-yes')).click();
    await wait(80);
    equal([ids().includes('sentinel'), $('.notice.is-failure .notice-text').textContent], [true, '2 customers have it as their default.']);
  };
});
