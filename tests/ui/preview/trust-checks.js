/** What changed outside Portico, what looks alike, what is wrong with the registry: seen, accepted, brought back. */

addChecks((checks, { $, QUIET, appear, argsOf, button, count, equal, input, labels, later, log, names, opened, press, ready, reply, stub, wait }) => {
  const { problems, reviews } = stub;
  const cells = () => [...document.querySelectorAll('#panel td')].map((cell) => cell.textContent);
  const marked = () => [...document.querySelectorAll('#panel mark')].map((mark) => mark.textContent);
  /** @param {string} key */
  const text = (key) => previewTexts[key];
  /** @param {object} problem @param {object} [more] */
  const wrong = (problem, more = {}) => ({ search: (/** @type {any} */ { query }) => ({ ...reply(query, previewRows('home')), problem, ...more }) });
  const nobody = { rows: [], total: 0, customers: 0, preselect: false };

  checks['a changed customer is marked, shows no address, and Enter compares'] = async () => {
    await ready('x', { search: ({ query }) => reply(query, previewRows('signs')), open_portal: () => ({ outcome: 'reviews', review: reviews.review }) });
    equal($('[aria-selected=true] .is-caution').getAttribute('aria-label'), text('quick.changed'));
    equal([$('#footer .caution').textContent, document.querySelector('#footer .address')], [text('quick.changed'), null]);
    press('Enter');
    await wait(30);
    equal(cells(), [reviews.review.differences[0].old, reviews.review.differences[0].new]);
    equal(marked(), ['7', '1'], 'the digit that was swapped');
    equal(document.activeElement?.textContent, text('quick.cancel'));
    press('Escape');
    equal([$('#panel').hidden, count('accept'), count('dismiss')], [true, 0, 0]);
  };

  checks['a look-alike says whose, beside its address and its domain'] = async () => {
    await ready('x', { search: ({ query }) => reply(query, previewRows('signs')) });
    press('ArrowDown');
    press('ArrowDown');
    const [, , alike] = previewRows('signs');
    equal([...document.querySelectorAll('#footer .caution')].map((line) => line.textContent), [alike.lookalike, alike.warning]);
    equal($('#footer .address').textContent, alike.url);
    const domain = $('[aria-selected=true] .row-domain');
    equal([domain.textContent, domain.scrollWidth <= domain.clientWidth], [alike.domain, true], 'whole, beside a long alias and group');
  };

  checks['Accept waits, is sent once, and then opens what was asked for'] = async () => {
    await appear({ pending: () => ({ kind: 'reviews', review: reviews.review }), accept: () => later(40, null), open_portal: () => ({ outcome: 'opened' }) });
    const yes = button(reviews.review.yes);
    yes.click();
    equal(count('accept'), 0, 'not in the first moment');
    await wait(QUIET);
    yes.click();
    yes.click();
    await wait(80);
    equal([argsOf('accept'), opened()], [[{ accept: reviews.review.accept }], [reviews.review.request]]);
    equal(count('dismiss'), 1);
  };

  checks['whoever goes back while it is being accepted opens nothing'] = async () => {
    await appear({ pending: () => ({ kind: 'reviews', review: reviews.review }), accept: () => later(60, null) });
    await wait(QUIET);
    button(reviews.review.yes).click();
    press('Escape');
    await wait(100);
    equal([count('accept'), opened(), $('#panel').hidden], [1, [], true]);
  };

  checks['without a portal to open, the next change is shown, and then the rows'] = async () => {
    const left = [reviews['review-long'], null];
    await ready('con', { ...wrong(problems.changed), review: () => left.shift() });
    const first = { ...reviews.review, request: null, yes: 'Accept (1 of 2)' };
    left.unshift(first);
    button(problems.changed.action.label).click();
    await wait(QUIET + 30);
    button(first.yes).click();
    await wait(QUIET + 30);
    equal(cells().length, 14);
    button(reviews['review-long'].yes).click();
    await wait(30);
    equal([$('#panel').hidden, opened(), document.activeElement === input()], [true, [], true]);
    await wait(320);
    equal($('#status').textContent?.trim(), text('quick.accepted'));
  };

  checks['what changed again meanwhile is not accepted, and can be compared again'] = async () => {
    await appear({
      pending: () => ({ kind: 'reviews', review: reviews.review }), review: () => reviews['review-long'],
      accept: () => { throw { code: 'ChangedAgain', message: text('review.changed-again') }; },
    });
    await wait(QUIET);
    button(reviews.review.yes).click();
    await wait(30);
    equal([$('#panel-title').textContent, opened()], [text('quick.accept-failed'), []]);
    document.activeElement?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await wait(30);
    equal(cells().length, 14);
  };

  checks['nothing of a long comparison is cut, and its buttons stay in view'] = async () => {
    await appear({ pending: () => ({ kind: 'reviews', review: reviews['review-long'] }) });
    for (const cell of document.querySelectorAll('#panel td')) equal(cell.scrollWidth <= cell.clientWidth, true, `cut: ${cell.textContent}`);
    equal(document.querySelectorAll('#panel img').length, 0, 'a hostile alias is text');
    equal(cells().filter((value) => value === text('review.none')).length, 2);
    const { bottom } = button(text('quick.cancel')).getBoundingClientRect();
    equal([$('#panel').scrollTop, bottom <= innerHeight], [0, true]);
    equal([$('#panel').getAttribute('role'), [...document.querySelectorAll('#panel th')].map((one) => /** @type {HTMLTableCellElement} */ (one).scope).slice(0, 3)], ['alertdialog', ['rowgroup', 'col', 'col']]);
  };

  checks['two tenant IDs stand side by side in one line each'] = async () => {
    await appear({ pending: () => ({ kind: 'reviews', review: reviews.review }) });
    equal($('#panel td').getBoundingClientRect().height < 40, true, `${$('#panel td').getBoundingClientRect().height} px`);
  };

  checks['lost pins: 5,000 customers to look through, with the keyboard'] = async () => {
    await ready('con', { open_portal: () => { throw { code: 'PinsLost', message: text('open.pins-lost') }; }, review: () => reviews.lost });
    press('Enter');
    await wait(30);
    const from = performance.now();
    button(text('quick.look-through')).click();
    await wait(0);
    const took = performance.now() - from;
    log.push(`5,000 customers to look through: ${took.toFixed(0)} ms`);
    await wait(30);
    const scroller = $('.everybody');
    equal([scroller.tabIndex, document.querySelectorAll('.somebody').length < 40], [0, true]);
    scroller.scrollTop = 1e9;
    await wait(120);
    equal($('.somebody:last-child').getAttribute('aria-posinset'), '5000');
    equal(button(text('quick.cancel')).getBoundingClientRect().bottom <= innerHeight, true);
    await wait(QUIET);
    button(reviews.lost.yes).click();
    await wait(30);
    equal(argsOf('accept'), [{ accept: reviews.lost.accept }]);
  };

  checks['a problem says what happened, what is safe and what to press, and leaves room for rows'] = async () => {
    for (const name of ['problem', 'changed', 'pins-lost', 'foreign', 'newer']) {
      const problem = problems[name];
      await appear(wrong(problem));
      for (const part of [problem.title, problem.text, problem.safe]) equal($('#banner').textContent?.includes(part), true, `${name}: ${part}`);
      equal(labels('#banner'), [...(problem.action ? [problem.action.label] : []), text('quick.copy-path')], name);
      equal(names().length, 5);
      equal($('.banner').offsetHeight <= 130, true, `${name}: ${$('.banner').offsetHeight} px, and fewer rows`);
      equal($('.banner').classList.contains('is-calm'), problem.action === null, name);
    }
  };

  checks['bringing back is sent once, not by a click meant for a row, and the button has the focus meanwhile'] = async () => {
    await appear({ ...wrong(problems.problem), restore: () => later(60, null) });
    const back = button(problems.problem.action.label);
    back.click();
    equal(count('restore'), 0, 'the banner has just come');
    await wait(QUIET);
    back.focus();
    stub.emit('changed');
    await wait(30);
    equal(document.activeElement, back, 'the same problem is not drawn again');
    back.click();
    back.click();
    await wait(100);
    equal(argsOf('restore'), [{ backup: 'registry-1.json' }]);
    equal(document.activeElement, input());
  };

  checks['what could not be brought back is said'] = async () => {
    await appear({ ...wrong(problems.problem), restore: () => { throw { code: 'NoBackup', message: text('review.no-backup') }; } });
    await wait(QUIET);
    button(problems.problem.action.label).click();
    await wait(30);
    equal([$('#panel-title').textContent, $('#panel-text').textContent], [text('quick.restore-failed'), text('review.no-backup')]);
  };

  checks['a banner that comes makes keys and clicks wait: it moves the rows'] = async () => {
    await ready('');
    stub.commands.search = wrong(problems.changed).search;
    stub.emit('changed');
    await wait(120);
    press('Enter');
    equal(opened(), []);
    await wait(QUIET);
    press('Enter');
    equal(opened().length, 1);
  };

  checks['with nobody to show, a screen says what to press, and no banner does'] = async () => {
    await appear(wrong(problems['problem-only'], nobody));
    equal([$('#banner').textContent, $('#state h2').textContent], ['', problems['problem-only'].title]);
    equal(labels('#state'), [problems['problem-only'].action.label, text('quick.copy-path')]);
    equal($('#state').textContent?.includes(text('quick.empty-title')), false);
    await wait(QUIET);
    button(problems['problem-only'].action.label).click();
    await wait(30);
    equal(count('restore'), 1);
    await appear(wrong(problems.gone, nobody));
    equal($('#state .path').textContent, problems.gone.path);
  };
});
