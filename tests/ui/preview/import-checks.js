/** Import and verifying: what is read, shown, decided, saved once, and taken back. */

addChecks((checks, { $, QUIET, argsOf, appear, button, count, equal, later, press, stub, visit, wait }) => {
  const text = (/** @type {string} */ key) => previewTexts[key];
  const root = '#page-import';
  const many = (/** @type {string} */ key, /** @type {number} */ number) => previewTexts[key].other.replace('{count}', number.toLocaleString('en'));
  const rows = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`${root} .import-row`)]);
  const names = () => rows().map((row) => row.querySelector('.import-name')?.textContent);
  const list = () => $(`${root} .pick-list`);
  const tab = (/** @type {string} */ key) => $(`#tab-${key}`);
  const notice = () => $('#notice .notice-text')?.textContent;
  const imported = () => argsOf('import_list').map((/** @type {any} */ { choices }) => choices);
  const importing = () => /** @type {HTMLElement} */ ($('.import-foot .primary'));

  /** @param {string} state @param {Record<string, (args: any) => any>} [commands] */
  async function start(state, commands = {}) {
    stub.state = state;
    stub.emit('section', 'import');
    const cancel = button(text('import.another'));
    if (document.querySelector(`${root} .import-preview, ${root} .page-loading`)) cancel.click();
    await appear(commands);
    await visit('import', 40);
  }

  /** A list is pasted. @param {string} state @param {Record<string, (args: any) => any>} [commands] */
  async function preview(state, commands = {}) {
    await start(state, commands);
    paste('8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44');
    await wait(60);
  }

  /** @param {string} what */
  function paste(what) {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', what);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }

  checks['what is pasted is read as it is, and shown with what it would do'] = async () => {
    let read = '';
    await preview('import', { read_list: (bytes) => { read = new TextDecoder().decode(bytes); return stub.originalList(); } });
    equal(read, '8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44');
    equal($('.import-sum').textContent, 'Partner Center63 rows: 12 new, 3 changed, 40 unchanged, 2 conflicts, 4 skipped, 2 repeat others');
    equal([document.activeElement, names().length > 4, count('import_list')], [tab('added'), true, 0], 'nothing is saved by looking');
  };

  checks['a file comes in by a drop, and one that is too large is not read at all'] = async () => {
    await start('import');
    drop(new File(['Microsoft ID'], 'Customers.csv'));
    await wait(60);
    equal([count('read_list'), $('.import-preview h1').textContent], [1, 'Customers.csv']);
    await start('import');
    const large = new File([], 'large.csv');
    Object.defineProperty(large, 'size', { value: 33 * 1024 * 1024 });
    const input = /** @type {HTMLInputElement} */ ($('.import-drop input'));
    Object.defineProperty(input, 'files', { value: [large], configurable: true });
    input.dispatchEvent(new Event('change'));
    await wait(60);
    equal([count('read_list'), $('.import-trouble').textContent], [0, `Could not be read: large.csv${text('import.too-large')}`]);
  };

  checks['what cannot be used says why, and keeps what was pasted'] = async () => {
    for (const [state, reason] of [['import-unusable', 'It is a web page'], ['import-fails', 'It has more than 50,000 rows']]) {
      await start(state);
      const area = /** @type {HTMLTextAreaElement} */ ($('.import-text'));
      area.value = 'a long text of mine';
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      button(text('import.read')).click();
      await wait(60);
      equal([$('.import-trouble').textContent?.includes(reason), area.value], [true, 'a long text of mine'], state);
    }
  };

  checks['one press imports all that is ticked, as it was seen, and Undo takes it back'] = async () => {
    await preview('import');
    equal(importing().textContent, many('import.import', 14), 'a name that is not taken changes nothing');
    importing().click();
    equal(count('import_list'), 0, 'a press meant for what stood here before');
    await wait(QUIET);
    importing().click();
    importing().click();
    await wait(80);
    equal(argsOf('import_list'), [{ choices: { list: 1, columns: {}, cloud: null, renames: [], left_out: [] }, seen: 'a' }]);
    equal([notice(), document.querySelector('.import-preview')], ['12 customers added, 3 changed', null]);
    equal($('.import-last').textContent?.includes('Customers.csv'), true, 'it can be taken back later, too');
    await wait(QUIET);
    button(text('frame.undo')).click();
    await wait(60);
    equal([count('undo_import'), notice(), $('.import-last')], [1, '11 customers removed again, 3 as before, 1 kept, because it was changed since', null]);
  };

  checks['Space leaves a customer out, arrows go on, and one tick takes or leaves all'] = async () => {
    await preview('import');
    list().focus();
    press(' ');
    press('ArrowDown');
    press(' ');
    equal([ticks().slice(0, 3), importing().textContent], [['false', 'false', 'true'], many('import.import', 12)]);
    equal($('.import-whole-name').textContent, 'Fabrikam 1line 3', 'the row that keys are about, in full');
    const all = /** @type {HTMLInputElement} */ ($('.import-part-head input'));
    equal([all.checked, all.indeterminate], [false, true]);
    all.click();
    equal([ticks().includes('false'), importing().textContent], [false, many('import.import', 14)]);
    all.click();
    equal([ticks().includes('true'), importing().textContent], [false, many('import.import', 2)]);
    await wait(QUIET);
    importing().click();
    await wait(60);
    equal(imported()[0].left_out.length, 12);
  };

  checks['a customer takes the list’s name only when somebody says so, in the row or below it'] = async () => {
    await preview('import');
    tab('changed').click();
    await wait(40);
    list().focus();
    press('ArrowDown');
    const below = /** @type {HTMLInputElement} */ ($('.import-whole input'));
    below.click();
    equal(importing().textContent, many('import.import', 15));
    /** @type {HTMLElement} */ (rows()[2]?.querySelector('.import-name-of-list')).click();
    await wait(QUIET);
    importing().click();
    await wait(60);
    equal(imported()[0].renames, ['row-51', 'row-52']);
  };

  checks['columns that a person names are planned anew, and what they hold stays chosen'] = async () => {
    await preview('import-columns');
    equal([document.activeElement, importing().hidden], [tab('columns'), true]);
    const holds = /** @type {HTMLSelectElement} */ ($('#holds-1'));
    holds.focus();
    holds.value = 'tenant_id';
    holds.dispatchEvent(new Event('change'));
    await wait(80);
    equal(argsOf('plan_import')[0].choices.columns, { Katalog: 'tenant_id' });
    equal([document.activeElement?.id, importing().textContent], ['holds-1', many('import.import', 14)], 'the focus is where it was');
    tab('added').click();
    equal(names()[0], 'Fabrikam 0');
  };

  checks['Import waits for what would be done now, and of two answers the last one counts'] = async () => {
    await preview('import', { plan_import: ({ choices }) => later(choices.cloud === 'gcc' ? 260 : 120, { ...stub.originalList(), seen: choices.cloud }) });
    await wait(QUIET);
    const cloud = /** @type {HTMLSelectElement} */ ($('#import-cloud'));
    for (const key of ['gcc', 'gcc-high']) {
      cloud.value = key;
      cloud.dispatchEvent(new Event('change'));
    }
    importing().click();
    equal(count('import_list'), 0);
    await wait(320);
    importing().click();
    await wait(60);
    equal(argsOf('import_list').map((/** @type {any} */ { choices, seen }) => [choices.cloud, seen]), [['gcc-high', 'gcc-high']]);
  };

  checks['another list is not read over what was decided about this one'] = async () => {
    await preview('import');
    list().focus();
    press(' ');
    paste('another list');
    await wait(40);
    equal([count('read_list'), document.activeElement?.textContent], [1, text('quick.cancel')]);
    document.activeElement?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await wait(40);
    equal([count('read_list'), ticks()[0]], [1, 'false']);
    press(' ');
    paste('another list');
    await wait(60);
    equal(count('read_list'), 2, 'nothing was decided');
  };

  checks['when the registry changed meanwhile nothing is saved, and what would be done now is shown'] = async () => {
    await preview('import-changed');
    list().focus();
    press('End');
    press(' ');
    await wait(QUIET);
    importing().click();
    await wait(80);
    equal([$('.import-note.is-said').textContent, importing().textContent], [text('import.changed-meanwhile'), many('import.import', 11)], 'what was left out stays left out');
    importing().click();
    equal(count('import_list'), 1, 'the same press does not save what nobody has seen');
    await wait(QUIET);
    importing().click();
    await wait(60);
    equal(argsOf('import_list')[1].seen, 'b');
  };

  checks['what cannot be saved stays on the screen with what was decided'] = async () => {
    await preview('import-not-saved');
    list().focus();
    press(' ');
    await wait(QUIET);
    importing().click();
    await wait(60);
    equal([$('.notice.is-failure') !== null, ticks()[0], document.querySelector('.import-preview') !== null], [true, 'false', true]);
  };

  checks['of 5,000 rows only those in view are in the page, and End reaches the last'] = async () => {
    await preview('import-many');
    list().focus();
    press('End');
    await wait(60);
    equal([names().at(-1), rows().length < 60, document.activeElement], ['Fabrikam 4999', true, list()]);
    equal($(`#${list().getAttribute('aria-activedescendant')}`).getAttribute('aria-posinset'), '5000');
  };

  checks['an answer that comes after Cancel is not shown'] = async () => {
    await preview('import', { read_list: () => later(400, stub.originalList()) });
    await wait(160);
    button(text('quick.cancel')).click();
    await wait(420);
    equal([document.querySelector('.import-preview'), document.querySelector(`${root} .import-start`) !== null], [null, true]);
  };

  checks['taking the last import back asks first'] = async () => {
    await start('import', { last_import: () => ({ at: Date.now(), source: 'Customers.csv', added: 12, changed: 3 }) });
    await wait(QUIET);
    button(text('import.take-back')).click();
    await wait(40);
    equal(document.activeElement?.textContent, text('quick.cancel'), 'Enter takes nothing back');
    await wait(QUIET);
    button(text('import.take-back-yes')).click();
    await wait(80);
    equal([count('undo_import'), document.querySelector('dialog')], [1, null]);
  };

  checks['hostile names are text'] = async () => {
    await preview('import-nasty');
    equal([document.querySelectorAll('img').length, names()[1]], [0, '<img src=x onerror="document.title=1">']);
  };

  checks['verifying says what is sent, shows how far it is, and goes on while another page is shown'] = async () => {
    await start('import');
    equal($('.verify').textContent?.includes(text('verify.text')), true);
    const go = /** @type {HTMLElement} */ ($('.verify > .button'));
    go.click();
    await wait(60);
    equal([argsOf('verify'), /** @type {HTMLProgressElement} */ ($('.verify-bar')).value, go.hidden], [[{ identities: null }], 41, true]);
    stub.emit('section', 'help');
    stub.emit('verifying', { state: 'running', done: 90, total: 128, verified: 88, name: 'Malmö Stad', message: null, findings: [] });
    stub.emit('section', 'import');
    await wait(60);
    equal($('.verify-now').textContent, '90 of 128 · asking about Malmö Stad');
    button(text('quick.cancel')).click();
    await wait(60);
    equal([count('cancel_verify'), $('.verify-running').hidden, document.activeElement], [1, true, go]);
    $('.verify-to').click();
    await wait(40);
    equal(location.hash.startsWith('#customers/public/8f3c1d52'), true);
  };

  const ticks = () => rows().map((row) => row.getAttribute('aria-selected'));

  /** @param {File} file */
  function drop(file) {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    $(`${root} .import-drop`).dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }
});
