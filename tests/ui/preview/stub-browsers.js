/** Answers the commands of the page Browsers, in memory. `?state=…` chooses what was found, and what fails. */

(() => {
  const { stub } = /** @type {any} */ (window);
  const HOSTILE = '<img src=x onerror="document.title=1">';
  const LONG = `Contoso ${'Very Long Holding Company Name '.repeat(9)}`.trim();
  const is = (/** @type {string[]} */ ...states) => states.includes(stub.state);
  const CONTOSO = 'public/8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44';
  /** @param {string} key @param {string} name @param {string | null} [account] @param {string[]} [containers] */
  const profile = (key, name, account = null, containers = []) => ({ key, name, account, containers });
  /** @param {string} id @param {string} name @param {any[]} profiles @param {object} [more] */
  const browser = (id, name, profiles, more = {}) => ({ id, name, has_profiles: true, profiles, problem: null, ...more });
  /** @param {string} browser @param {string | null} [profile] @param {object} [more] */
  const way = (browser, profile = null, more = {}) => ({ browser, profile, private: false, container: null, ...more });

  const EDGE = browser('microsoft-edge', 'Microsoft Edge', [
    profile('Default', 'Work', 'ana@mssp.example'), profile('Profile 1', 'Contoso admin', 'admin@contoso.com'), profile('Profile 2', 'Fabrikam', 'adm-ana@fabrikam.us'),
  ]);
  const many = (/** @type {number} */ count) => Array.from({ length: count }, (_, n) => profile(`Profile ${n}`, `Customer ${n}`, n % 3 === 0 ? `admin@customer-${n}.example` : null));

  function found() {
    if (is('browsers-none', 'browsers-none-problem')) return [];
    if (is('browsers-many', 'browsers-200')) return [browser('google-chrome', 'Google Chrome', many(is('browsers-200') ? 200 : 2000)), EDGE];
    if (is('browsers-nasty')) {
      return [
        browser('evil', HOSTILE, [profile('Default', HOSTILE, HOSTILE), profile('Profile 1', LONG, `${'a'.repeat(80)}@contoso-holding-international.example`), profile('Profile 2', 'حلول كونتوسو (CON)')]),
        browser('twin', 'Chromium', []), browser('twin-2', 'Chromium', [], { problem: `The profiles of Chromium (twin-2) cannot be read: /home/ana/.config/${'deep/'.repeat(14)}Local State is not what the browser writes` }),
      ];
    }
    return [
      EDGE, browser('firefox', 'Firefox', [profile('a.default', 'default-release', null, ['Contoso & Co', 'Fabrikam']), profile('b.admin', 'Admin')]),
      browser('google-chrome', 'Google Chrome', many(12)), browser('org.gnome.Epiphany', 'Web', [], { has_profiles: false }), browser('brave', 'Brave', []),
    ];
  }

  /** @type {{ whom: any, way: any, bad?: boolean, other?: any }[]} */
  let rules = !is('browsers-rules', 'browsers-gone', 'browsers-nasty', 'browsers-unclear', 'browsers-not-saved', 'browsers-not-started', 'browsers-many-rules') ? [] : [
    { whom: { kind: 'portal', key: 'azure' }, way: way('org.gnome.Epiphany') }, { whom: { kind: 'cloud', key: 'gcc-high' }, way: way('microsoft-edge', 'Profile 2') },
    { whom: { kind: 'group', key: 'Healthcare' }, way: way('firefox', 'a.default', { container: 'Contoso & Co' }) },
    { whom: { kind: 'group', key: 'Nobody' }, way: way('default') },
    { whom: { kind: 'tenant', key: CONTOSO }, way: way('microsoft-edge', 'Profile 1', { private: true }) },
    ...(is('browsers-gone') ? [
      { whom: { kind: 'group', key: 'Retail' }, way: way('opera', 'x') }, { whom: { kind: 'cloud', key: 'dod' }, way: null, bad: true },
      { whom: { kind: 'group', key: 'Twice' }, way: way('default') },
    ] : []),
    ...(is('browsers-many-rules') ? Array.from({ length: 300 }, (_, n) => ({ whom: { kind: 'group', key: `Group ${n}` }, way: way('microsoft-edge', 'Profile 1') })) : []),
    ...(is('browsers-nasty') ? [{ whom: { kind: 'group', key: HOSTILE }, way: way('evil', 'Default') }, { whom: { kind: 'group', key: LONG }, way: way('evil', 'Profile 1', { private: true }) }] : []),
  ];

  /** @param {any} one */
  function opens(one) {
    if (!one) return { opens: '', trouble: previewTexts['browsers.bad-entry'].replace('{why}', 'browsers[3]: it names no browser') };
    if (one.browser === 'default') return { opens: previewTexts['browsers.in-default'], trouble: null };
    const there = found().find(({ id }) => id === one.browser);
    if (!there) return { opens: '', trouble: `The browser that you chose for this is not on this machine any more: "${one.browser}". Choose another one.` };
    const of = there.profiles.find(({ key }) => key === one.profile);
    if (one.profile && !of) return { opens: '', trouble: `${there.name} has no profile "${one.profile}" any more. Choose another one.` };
    const label = [there.name, of?.name, one.container].filter(Boolean).join(' · ');
    return { opens: one.private ? `${label}, private` : label, trouble: null };
  }

  /** @param {any} rule */
  function shape({ whom, way: one }) {
    const { clouds, portals } = stub.commands.overview();
    const tenant = stub.registry.get(whom.key)?.fields;
    const isGroup = () => [...stub.registry.values()].some(({ fields }) => fields.group === whom.key);
    const named = {
      tenant: tenant?.name, group: whom.key,
      cloud: clouds.find(({ key }) => key === whom.key)?.name, portal: portals.find(({ key }) => key === whom.key)?.name,
    };
    const note = whom.kind === 'tenant' ? tenant?.domain || null : whom.kind === 'group' && !isGroup() ? previewTexts['browsers.no-group'] : null;
    const twice = whom.key === 'Twice';
    return { whom, name: named[whom.kind] ?? whom.key, note, way: one, ...opens(one), ...(twice && { opens: '', trouble: previewTexts['browsers.twice'] }), single: !twice };
  }

  const answer = () => ({
    browsers: found(), rules: rules.map(shape), settings: '/home/ana/.config/portico/settings.json',
    problems: is('browsers-none-problem', 'browsers-nasty') ? ['The program of Google Chrome is not there: /opt/google/chrome/google-chrome'] : [],
    unclear: is('browsers-unclear') ? 'browsers[2]: it has to name one tenant, group, cloud or portal' : null,
  });
  /** Only rules for one customer count here. @param {string} identity */
  stub.opens = (identity) => {
    const rule = rules.find(({ whom }) => whom.key === identity);
    const { opens: browser, trouble } = rule ? opens(rule.way) : { opens: null, trouble: null };
    return { browser: browser || null, trouble, by: rule ? previewTexts['browsers.by-tenant'] : null };
  };
  const same = (/** @type {any} */ one, /** @type {any} */ other) => JSON.stringify(one) === JSON.stringify(other);
  Object.assign(stub.commands, {
    browsers: () => {
      if (is('browsers-fails')) throw { code: 'NotRead', message: 'settings.json cannot be read: expected value at line 3 column 7' };
      return is('browsers-slow') ? new Promise(() => {}) : answer();
    },
    save_browser_rule: ({ entry: { whom, way: to, base } }) => {
      if (is('browsers-not-saved')) throw { code: 'NotSaved', message: 'settings.json could not be saved: the disk is full.' };
      const at = rules.findIndex((rule) => same(rule.whom, whom));
      if (!same(rules[at]?.way ?? null, base)) throw { code: 'Changed', message: previewTexts['browsers.not-as-shown'] };
      if (to === null) rules = rules.filter((_, n) => n !== at);
      else if (at < 0) rules = [...rules, { whom, way: to }];
      else rules = rules.map((rule, n) => (n === at ? { whom, way: to } : rule));
      stub.emit('changed');
      return answer();
    },
    try_browser: () => {
      if (is('browsers-not-started')) throw { code: 'BrowserFailed', message: 'Microsoft Edge could not be started. Nothing was opened.' };
      return null;
    },
  });
})();
