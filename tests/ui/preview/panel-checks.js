/** What a person would notice of the panel that stands in place of the rows: failures, questions, notices. */

addChecks((checks, { $, QUIET, appear, button, count, equal, held, input, names, opened, press, ready, reply, stub, wait }) => {
  checks['a row that cannot be opened says why'] = async () => {
    await ready('x', { search: ({ query }) => reply(query, previewRows('nasty').slice(5)) });
    press('Enter');
    equal(opened(), []);
    equal($('#panel').textContent?.includes('SharePoint label'), true);
    press('Escape');
    equal($('#panel').hidden, true);
    equal(document.activeElement, input());
  };

  checks['a question has Cancel under Enter, and Yes waits'] = async () => {
    await ready('con');
    const request = { identity: 'x', portal: 'defender', name: 'New', confirmed: true };
    const question = { title: 'Renamed', text: '', old_name: 'Old', new_name: 'New', yes: 'Open New', request };
    stub.commands.open_portal = ({ request: { confirmed } }) => (confirmed ? { outcome: 'opened' } : { outcome: 'asks', question });
    press('Enter');
    await wait(30);
    equal(document.activeElement?.textContent, previewTexts['quick.cancel']);
    const yes = button('Open New');
    yes.click();
    equal(opened().length, 1, 'not yet');
    await wait(QUIET);
    yes.click();
    await wait(30);
    equal(opened()[1], request);
    equal(count('dismiss'), 1);
    equal(held(), [true, false], 'the window may hide again');
  };

  checks['a browser that did not start leaves the whole link to copy'] = async () => {
    const url = previewRows('calm')[0].url;
    await ready('con', { open_portal: () => { throw { code: 'BrowserFailed', message: 'No browser.', url }; } });
    press('Enter');
    await wait(30);
    equal($('#panel .address').textContent, url);
    equal(document.activeElement?.textContent, previewTexts['quick.copy-link']);
    equal(count('dismiss'), 0);
    equal(input().value, 'con', 'the text is still there to go back to');
  };

  checks['what the tray left behind is shown when the window appears'] = async () => {
    await appear({ pending: () => ({ kind: 'notice', title: 'No tray', text: 'This desktop has none.' }) });
    equal($('#panel').textContent?.includes('This desktop has none.'), true);
    await appear();
    equal($('#panel').hidden, true, 'once');
  };

  checks['what failed in the tray can be tried again'] = async () => {
    const { error, request } = failed();
    await appear({ pending: () => ({ kind: 'failed', error, request }), open_portal: () => ({ outcome: 'opened' }) });
    equal($('#panel .address').textContent, error.url);
    button(previewTexts['quick.try-again']).click();
    await wait(30);
    equal(opened(), [request]);
    equal(count('dismiss'), 1);
  };

  checks['what the tray leaves while the window is in use is shown, and the text stays'] = async () => {
    await ready('con', { pending: failed });
    equal($('#panel').hidden, false, 'shown with the window');
    press('Escape');
    stub.emit('pending');
    await wait(30);
    equal(document.activeElement?.textContent, previewTexts['quick.copy-link']);
    press('Escape');
    equal([$('#panel').hidden, input().value, names()[1]], [true, 'con', 'Contoso Retail']);
    equal(count('dismiss'), 0);
  };

  checks['what the tray leaves while something opens stays, in place of the window that goes'] = async () => {
    /** @type {(opened: unknown) => void} */
    let answer = () => {};
    await ready('con', { open_portal: () => new Promise((resolve) => { answer = resolve; }) });
    press('Enter');
    stub.commands.pending = failed;
    stub.emit('pending');
    answer({ outcome: 'opened' });
    await wait(30);
    equal([$('#panel').hidden, count('dismiss')], [false, 0]);
    press('Escape');
    stub.commands.pending = () => null;
    press('Enter');
    answer({ outcome: 'opened' });
    await wait(30);
    equal([opened().length, count('dismiss')], [2, 1], 'the next one closes the window');
  };

  checks['with nothing left, being asked to look again changes nothing'] = async () => {
    await ready('con');
    stub.emit('pending');
    await wait(30);
    equal([$('#panel').hidden, input().value, held()], [true, 'con', []]);
  };

  checks['a panel holds the window until it goes'] = async () => {
    await ready('con', { open_portal: () => { throw failed().error; } });
    equal(held(), [], 'rows do not hold it');
    press('Enter');
    await wait(30);
    equal(held(), [true], 'a browser that comes up late must not hide what went wrong');
    press('Escape');
    equal(held(), [true, false]);
    press('Escape');
    equal(held(), [true, false], 'there is nothing to let go');
  };

  checks['hidden with a panel, the window comes back without it'] = async () => {
    await ready('con', { open_portal: () => { throw failed().error; } });
    press('Enter');
    await wait(30);
    stub.emit('hidden');
    await wait(120);
    equal([$('#panel').hidden, input().value, names()[1]], [true, '', 'Northwind Traders']);
  };

  const failed = () => ({
    kind: 'failed',
    error: { code: 'BrowserFailed', message: 'No browser.', url: previewRows('calm')[0].url },
    request: { identity: 'public/x', portal: 'entra', name: 'Contoso', confirmed: true },
  });
});
