/** The keys from anywhere: offered once, with the rows; pressed, shown, saved, refused. */

addChecks((checks, { $, QUIET, appear, argsOf, button, count, equal, hold, input, labels, later, names, opened, press, ready, reply, stub, wait }) => {
  const { hotkeys, problems } = stub;
  /** @param {string} key */
  const text = (key) => previewTexts[key];
  const banner = () => document.querySelector('.is-offer');
  const offer = () => ({ ...hotkeys.offer });
  const field = () => /** @type {HTMLInputElement} */ ($('.hotkey-field'));

  /** The window is shown with the offer. @param {Record<string, (args: any) => any>} [commands] */
  async function offered(commands = {}) {
    await appear({ hotkey: offer, ...commands });
    await appear({ hotkey: offer, ...commands });
    await wait(QUIET);
  }

  /** Opens the panel. @param {Record<string, (args: any) => any>} [commands] */
  async function chosen(commands = {}) {
    await offered(commands);
    button(text('quick.offer-choose')).click();
    await wait(40);
  }

  checks['keys are offered above the rows, by a banner that is there together with them'] = async () => {
    await offered();
    equal([banner()?.querySelector('.banner-text')?.textContent, labels('#banner')], [text('quick.offer'), [text('quick.offer-choose'), text('quick.offer-decline')]]);
    equal([document.activeElement, names().length], [input(), 5]);
    equal($('#status').textContent?.trim(), `5 customers. ${text('quick.offer')}`, 'heard each time that the window is shown');
    press('Enter');
    equal(opened().length, 1, 'the first Enter opens the customer');
  };

  checks['a banner that comes later makes keys wait, like rows that change'] = async () => {
    await ready('', { hotkey: () => hotkeys.off });
    stub.emit('hidden');
    stub.commands.hotkey = () => later(QUIET + 100, offer());
    stub.emit('hidden');
    stub.emit('show');
    await wait(QUIET);
    equal([banner(), document.body.classList.contains('quiet')], [null, false]);
    await wait(200);
    equal(banner() !== null, true);
    press('Enter');
    button(text('quick.offer-decline')).click();
    equal([opened(), count('decline_hotkey')], [[], 0]);
    await wait(QUIET);
    press('Enter');
    equal(opened().length, 1);
  };

  checks['nothing is offered where keys were chosen, nobody is registered, something is wrong, or portals are shown'] = async () => {
    await offered({ hotkey: () => hotkeys.on });
    equal(banner(), null);
    await offered({ search: ({ query }) => ({ ...reply(query, []), customers: 0 }) });
    equal(banner(), null);
    await offered({ search: ({ query }) => ({ ...reply(query, previewRows('home')), problem: problems.changed }) });
    equal([banner(), $('#banner strong').textContent], [null, problems.changed.title], 'one banner at a time');
    await offered();
    press('ArrowRight');
    await wait(120);
    equal(banner(), null);
    await offered({ hotkey: () => { throw { code: 'Io', message: 'No.' }; } });
    equal([banner(), names().length], [null, 5], 'rows come all the same');
  };

  checks['No thanks is said once, and the offer goes'] = async () => {
    await offered();
    const no = button(text('quick.offer-decline'));
    no.click();
    no.click();
    await wait(120);
    equal([count('decline_hotkey'), banner(), document.activeElement], [1, null, input()]);
    press('Enter');
    equal(opened(), [], 'the rows have moved');
  };

  checks['the keys that are pressed are shown, and saved as their places'] = async () => {
    await chosen();
    equal([document.activeElement, field().placeholder, $('#panel').getAttribute('role')], [field(), text('quick.hotkey-press'), 'dialog']);
    hold('Control', { ctrlKey: true, code: 'ControlLeft' });
    equal(field().value, 'Ctrl');
    press('o', { ctrlKey: true, altKey: true, code: 'KeyO' });
    equal(field().value, 'Ctrl + Alt + O');
    button(text('quick.hotkey-save')).click();
    await wait(120);
    equal(argsOf('set_hotkey'), [{ keys: 'Ctrl+Alt+KeyO' }]);
    equal([$('#panel').hidden, banner(), document.activeElement], [true, null, input()]);
    equal($('.footer-said').textContent?.includes('Ctrl + Alt + O'), true);
  };

  checks['keys of quick open are only keys while they are recorded, and Enter saves'] = async () => {
    await chosen();
    for (const key of ['k', 'd', 'Enter']) press(key, { ctrlKey: true, code: key === 'Enter' ? 'Enter' : `Key${key.toUpperCase()}` });
    equal([field().value, count('set_favorite'), $('#menu').hidden, $('#context').hidden], ['Ctrl + Enter', 0, true, true]);
    press('Enter', { repeat: true });
    press('Enter');
    await wait(120);
    equal(argsOf('set_hotkey'), [{ keys: 'Ctrl+Enter' }]);
  };

  checks['keys that will not do are refused under the field, and others can be pressed'] = async () => {
    await chosen({ set_hotkey: () => { throw { code: 'BadKeys', message: 'Add Ctrl or Alt.' }; } });
    button(text('quick.hotkey-save')).click();
    await wait(30);
    equal([$('#hotkey-error').textContent, count('set_hotkey')], [text('quick.hotkey-none'), 0], 'nothing was pressed');
    press('o', { code: 'KeyO' });
    button(text('quick.hotkey-save')).click();
    await wait(120);
    equal([$('#hotkey-error').textContent, field().getAttribute('aria-invalid'), document.activeElement, $('#panel').hidden], ['Add Ctrl or Alt.', 'true', field(), false]);
    press('o', { code: 'KeyO', ctrlKey: true });
    equal([$('#hotkey-error').hidden, field().value], [true, 'Ctrl + O']);
  };

  checks['Esc and Cancel change nothing, and Tab leaves the field'] = async () => {
    for (const leave of [() => press('Escape'), () => button(text('quick.cancel')).click()]) {
      await chosen();
      press('o', { ctrlKey: true, code: 'KeyO' });
      const tab = new KeyboardEvent('keydown', { key: 'Tab', code: 'Tab', bubbles: true, cancelable: true });
      field().dispatchEvent(tab);
      equal([tab.defaultPrevented, field().value], [false, 'Ctrl + O']);
      leave();
      equal([$('#panel').hidden, count('set_hotkey'), count('decline_hotkey'), banner() !== null], [true, 0, 0, true]);
    }
  };

  checks['keys that are there are shown, can be turned off, and say who has them'] = async () => {
    await chosen({ hotkey: () => ({ ...hotkeys.taken, offer: true }) });
    equal([field().value, $('#hotkey-error').textContent], ['Ctrl + Alt + P', hotkeys.taken.note]);
    button(text('quick.hotkey-off')).click();
    await wait(120);
    equal([argsOf('set_hotkey'), $('#panel').hidden], [[{ keys: null }], true]);
  };

  checks['where the desktop lets no program take keys, the panel says what to bind, and where'] = async () => {
    await chosen({ hotkey: () => hotkeys['by-desktop'] });
    for (const part of [text('quick.hotkey-by-desktop'), hotkeys['by-desktop'].command, text('quick.hotkey-gnome'), text('quick.hotkey-kde'), 'bindsym']) {
      equal($('#panel').textContent?.includes(part), true, part);
    }
    equal([document.querySelector('.hotkey-field'), labels('#panel')], [null, [text('quick.hotkey-close'), text('quick.hotkey-copy')]]);
    button(text('quick.hotkey-close')).click();
    await wait(120);
    equal([$('#panel').hidden, banner(), count('decline_hotkey')], [true, null, 1], 'it was read');
  };
});
