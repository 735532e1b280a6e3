/** The history page: found, opened, saved; 20,000 rows. */

addChecks((checks, { $, appear, argsOf, button, equal, press, stub, visit, wait }) => {
  const text = (/** @type {string} */ key) => previewTexts[key];
  const root = '#page-history';
  const names = () => [...document.querySelectorAll(`${root} .opening-name`)].map((one) => one.textContent);
  const search = () => /** @type {HTMLInputElement} */ ($(`${root} .search-field`));

  /** @param {string} state */
  async function shown(state) {
    stub.state = state;
    await appear();
    await visit('history', 100);
  }

  /** @param {string} value */
  function find(value) {
    search().focus();
    search().value = value;
    search().dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  checks['it says that it is no proof of access'] = async () => {
    await shown('home');
    equal($(root).textContent?.includes(text('history.lead')), true);
  };

  checks['of 20,000 openings only those in view are in the page, at both ends'] = async () => {
    await shown('history-many');
    equal([names().length < 80, $(`${root} .count`).textContent], [true, '20,000 openings']);
    $(`${root} .pick-list`).focus();
    press('End');
    await wait(60);
    equal($(`#${$(`${root} .pick-list`).getAttribute('aria-activedescendant')}`).getAttribute('aria-posinset'), '20000');
  };

  checks['Ctrl+F finds here, without case and accents, and Escape takes it back'] = async () => {
    await shown('home');
    press('f', { ctrlKey: true });
    equal([document.activeElement, $(root).hidden], [search(), false]);
    find('malmo entra');
    equal([...new Set(names())], ['Malmö Stad']);
    equal($(`${root} .count`).textContent, '10 of 60 openings');
    find('nobody');
    equal([names(), $(`${root} .state`).textContent], [[], text('history.none')]);
    press('Escape');
    equal([search().value, names().length > 5], ['', true]);
  };

  checks['a customer is shown where he is, and one that is gone is said to be'] = async () => {
    await shown('home');
    $(`${root} .opening-name`).click();
    await wait(40);
    equal(location.hash, '#customers/public/31111111-2222-4333-8444-000000000000');
    stub.commands.openings = () => [{ at: 1, identity: 'public/99999999-2222-4333-8444-000000000000', name: 'Gone', portal_name: 'Entra', via: 'tray', result: null }];
    stub.emit('section', 'history');
    await wait(80);
    $(`${root} .pick-list`).focus();
    press('Enter');
    await wait(40);
    equal([$(root).hidden, $('#notice .notice-text').textContent], [false, 'Gone is not registered any more']);
  };

  checks['it is saved as CSV and as JSON, and giving up says nothing'] = async () => {
    await shown('home');
    button(text('history.csv')).click();
    await wait(40);
    equal($('#notice .notice-text').textContent, 'The history is saved in /home/ana/Documents/openings.csv');
    button(text('history.json')).click();
    await wait(40);
    equal(argsOf('export_openings').map((/** @type {any} */ { format }) => format), ['csv', 'json']);
  };

  checks['none, turned off and unreadable are three things'] = async () => {
    const said = [];
    for (const state of ['history-none', 'history-off', 'history-fails']) {
      await shown(state);
      if (state === 'history-off') stub.commands.settings = async () => ({ history: false });
      stub.emit('changed');
      await wait(80);
      said.push($(`${root} .page-state h2`).textContent);
    }
    equal(said, [text('history.empty-title'), text('history.off-title'), text('history.failed')]);
  };
});
