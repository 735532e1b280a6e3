/** Settings, as a person notices them: saved at once, put back when they cannot be, nothing brought back unseen. */

addChecks((checks, { $, QUIET, appear, argsOf, button, count, equal, press, stub, visit, wait }) => {
  const text = (/** @type {string} */ key) => previewTexts[key];
  const root = '#page-settings';
  const changes = () => argsOf('change_settings').map((/** @type {any} */ { change }) => change);

  /** @param {Record<string, (args: any) => any>} [commands] @param {string} [state] */
  async function shown(commands = {}, state = 'home') {
    stub.state = state;
    await appear(commands);
    await visit('settings', 80);
  }

  /** The control with this label. @param {string} key */
  function control(key) {
    const label = /** @type {HTMLLabelElement} */ ([...document.querySelectorAll(`${root} label`)].find((one) => one.textContent === text(key)));
    return /** @type {HTMLInputElement} */ (label.control);
  }

  /** @param {HTMLInputElement} input @param {string} value */
  async function enter(input, value) {
    input.value = value;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await wait(60);
  }

  checks['each change is saved at once, and only that'] = async () => {
    await shown();
    control('settings.notify').click();
    await wait(40);
    await enter(control('settings.theme'), 'dark');
    await enter(control('settings.tray-favorites'), '12');
    await enter(control('settings.history-days'), '90');
    await enter(control('settings.history-days'), '');
    equal(changes(), [{ notify: false }, { theme: 'dark' }, { tray_favorites: 12 }, { history_days: 90 }, { history_days: null }]);
  };

  checks['what cannot be saved goes back, and says why'] = async () => {
    await shown({ change_settings: () => { throw { code: 'NotSaved', message: 'The disk is full.' }; } });
    const input = control('settings.history-on');
    const before = input.checked;
    input.focus();
    input.click();
    await wait(60);
    equal([input.checked, input.getAttribute('aria-invalid'), document.activeElement], [before, 'true', input]);
    equal(input.closest('.setting')?.querySelector('.add-error')?.textContent, 'The disk is full.');
  };

  checks['a number out of bounds is not sent'] = async () => {
    await shown();
    const input = control('settings.tray-recent');
    const before = input.value;
    for (const wrong of ['21', '-1', '1.5', '']) {
      await enter(input, wrong);
      equal([input.value, input.closest('.setting')?.querySelector('.add-error')?.textContent], [before, 'Enter a number from 0 to 20.'], wrong);
    }
    equal(count('change_settings'), 0);
  };

  checks['groups and clouds are asked about one by one, and a group that is gone stays until it is unticked'] = async () => {
    await shown();
    const mark = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ ([...document.querySelectorAll(`${root} .setting-marks label`)].find((one) => one.textContent === name)?.querySelector('input'));
    equal([mark('A group that is gone').checked, mark('Retail').checked, mark('GCC High').checked], [true, false, true]);
    mark('Retail').click();
    await wait(60);
    const [{ confirm }] = changes();
    equal([confirm.groups, confirm.clouds, confirm.all], [['A group that is gone', 'Public sector', 'Retail'], ['gcc-high'], false]);
  };

  checks['another registry is used when it can be read, and the old one stays when not'] = async () => {
    await shown({ choose_registry: () => '/home/ana/broken.json' });
    button(text('settings.registry-choose')).click();
    await wait(60);
    equal([$(`${root} .setting-place .path`).textContent, $(`${root} .add-error[role=alert]`).textContent?.startsWith('This is no registry')], ['/home/ana/.local/share/portico/registry.json', true]);
    await shown({ choose_registry: () => null });
    button(text('settings.registry-choose')).click();
    await wait(60);
    equal(count('use_registry'), 0, 'given up');
    await shown();
    button(text('settings.registry-choose')).click();
    await wait(60);
    equal($(`${root} .setting-place .path`).textContent, '/home/ana/Shared/registry.json');
    button(text('settings.registry-usual')).click();
    await wait(60);
    equal([argsOf('use_registry').at(-1), document.activeElement?.textContent], [{ path: null }, text('settings.registry-choose')]);
  };

  checks['a backup is compared before it is brought back, and Enter brings nothing back'] = async () => {
    await shown();
    const look = /** @type {HTMLElement} */ ($('[data-backup="registry-0.json"]'));
    look.focus();
    look.click();
    await wait(60);
    equal([...document.querySelectorAll('.difference-name')].map((one) => one.textContent).slice(0, 3), ['Fabrikam 0', 'Fabrikam 1', 'Contoso Retail']);
    equal([document.activeElement?.textContent, count('restore'), document.querySelectorAll('img').length], [text('quick.cancel'), 0, 0]);
    await wait(QUIET);
    button(text('settings.backup-restore')).click();
    await wait(80);
    equal([argsOf('restore'), document.querySelector('dialog')], [[{ backup: 'registry-0.json' }], null]);
  };

  checks['the hotkey is changed in its place, and keys of this window are only keys meanwhile'] = async () => {
    await shown();
    button(text('settings.hotkey-change')).click();
    await wait(40);
    equal(document.activeElement?.className, 'field hotkey-field');
    press('f', { ctrlKey: true, code: 'KeyF' });
    equal($(root).hidden, false);
    stub.emit('changed');
    await wait(60);
    equal(document.querySelector('.hotkey-field') !== null, true, 'it is not taken away');
    press('Escape');
    await wait(60);
    equal(document.activeElement?.textContent, text('settings.hotkey-change'));
  };

  checks['what changes elsewhere is shown, without taking away what is being typed'] = async () => {
    const now = await stub.commands.settings({});
    await shown({ settings: () => ({ ...now, notify: false, tray_favorites: 33, tray_recent: 7 }) });
    const input = control('settings.tray-favorites');
    input.focus();
    input.value = '4';
    stub.emit('changed');
    await wait(80);
    equal([input.value, control('settings.tray-recent').value, control('settings.notify').checked], ['4', '7', false]);
  };

  checks['settings that cannot be read say so, and can be tried again'] = async () => {
    await shown({ settings: () => { throw { code: 'Io', message: 'settings.json cannot be read' }; } });
    equal($(`${root} .page-state p`).textContent, 'settings.json cannot be read');
    stub.commands.settings = () => { throw { code: 'Io', message: 'not yet' }; };
    button(text('quick.try-again')).click();
    await wait(60);
    equal($(`${root} .page-state p`).textContent, 'not yet');
    await shown();
    equal(document.querySelector(`${root} .settings-card`) !== null, true);
  };
});
