/**
 * Made-up customers for the preview and the checks in a browser: the calm ones of the design, and the nasty ones.
 * A classic script, because it has to be there before the modules of the page.
 */

/* exported previewRow, previewRows, previewMany */

const PORTAL = { portal: 'defender', portal_name: 'Microsoft Defender' };

/** @param {Record<string, any>} given */
function previewRow(given) {
  const id = given.id ?? '8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44';
  return {
    identity: `public/${id}`, ...PORTAL, name: 'Contoso', name_marks: [], also: null, domain: null, domain_marks: [],
    group: null, cloud: 'public cloud', cloud_badge: null, section: null, favorite: false, monogram: 'CO', color: 0,
    warning: null, url: `https://security.microsoft.com/?tid=${id}`, blocked: null, changed: null, lookalike: null, ...given,
  };
}

const CALM = [
  { name: 'Contoso Pharmaceuticals', domain: 'contoso.com', group: 'Healthcare', favorite: true, monogram: 'CO', color: 0, name_marks: [[0, 3]] },
  { name: 'Contoso Retail', domain: 'contosoretail.com', group: 'Retail', monogram: 'CR', color: 1, name_marks: [[0, 3]], id: '11111111-2222-4333-8444-555555555501' },
  { name: 'Consolidated Messenger', domain: 'consolidatedmessenger.com', group: 'Logistics', monogram: 'CS', color: 2, name_marks: [[0, 3]], id: '11111111-2222-4333-8444-555555555502' },
  { name: 'Fabrikam Construction', domain: 'fabrikam-construction.us', group: 'Public sector', monogram: 'FC', color: 3, name_marks: [[9, 12]], cloud: 'GCC High', cloud_badge: 'GCC High', id: '11111111-2222-4333-8444-555555555503', url: 'https://security.microsoft.us/?tid=11111111-2222-4333-8444-555555555503' },
  { name: 'Bellows College', domain: 'bellows.example', group: 'Education', monogram: 'BE', color: 4, also: { text: 'Concord campus', marks: [[0, 3]] }, id: '11111111-2222-4333-8444-555555555504', warning: 'May show another tenant: check the name in the portal', portal: 'sharepoint', portal_name: 'SharePoint', url: 'https://bellows-admin.sharepoint.com/' },
];

const HOME = [
  { section: 'favorites', name: 'Contoso Pharmaceuticals', domain: 'contoso.com', group: 'Healthcare', favorite: true, monogram: 'CO', color: 0 },
  { section: 'favorites', name: 'Northwind Traders', domain: 'northwindtraders.com', group: 'Retail', favorite: true, monogram: 'NT', color: 5, id: '11111111-2222-4333-8444-555555555505' },
  { section: 'recent', name: 'Malmö Stad', domain: 'malmo.example', group: 'Public sector', monogram: 'MS', color: 6, id: '11111111-2222-4333-8444-555555555506' },
  { section: 'recent', name: 'Fabrikam Construction', domain: 'fabrikam-construction.us', group: 'Public sector', monogram: 'FC', color: 3, cloud: 'GCC High', cloud_badge: 'GCC High', id: '11111111-2222-4333-8444-555555555503' },
  { section: 'others', name: 'Wide World Importers', domain: 'wideworldimporters.com', group: 'Logistics', monogram: 'WW', color: 7, id: '11111111-2222-4333-8444-555555555507' },
];

const NASTY = [
  { name: `Contoso ${'Very Long Holding Company Name '.repeat(10)}`.slice(0, 300), domain: 'a-domain-that-is-rather-long-too.contoso-holding-international.example', group: 'A group with a name that also goes on for quite a while', favorite: true, cloud: 'GCC High', cloud_badge: 'GCC High', warning: 'May show another tenant: check the name in the portal', monogram: 'CV', color: 8, url: `https://admin.example/${'segment/'.repeat(12)}?tenant=8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44` },
  { name: '<img src=x onerror="document.title=\'owned\'">', domain: 'markup.example', group: '<b>bold</b>', monogram: '<I', color: 9, id: '21111111-2222-4333-8444-555555555501' },
  { name: 'حلول كونتوسو للرعاية الصحية (CON)', domain: 'contoso.example', group: 'صحة', monogram: 'حك', color: 10, id: '21111111-2222-4333-8444-555555555502' },
  { name: 'קונטוסו שירותים 24/7', domain: 'kontoso.example', group: 'Retail', monogram: 'קש', color: 11, id: '21111111-2222-4333-8444-555555555503', also: { text: 'קון', marks: [[0, 2]] } },
  { name: '🦊 Fox & Friends 👩🏽‍🚀', domain: 'fox.example', group: null, monogram: '🦊', color: 6, name_marks: [[3, 6]], id: '21111111-2222-4333-8444-555555555504' },
  { name: 'Litware (no SharePoint label)', domain: 'litware.example', group: 'Retail', monogram: 'LI', color: 2, portal: 'sharepoint', portal_name: 'SharePoint', url: null, blocked: 'SharePoint needs this customer’s SharePoint label, and none is registered.', id: '21111111-2222-4333-8444-555555555505' },
  { name: 'NoDomain', monogram: 'ND', color: 4, id: '21111111-2222-4333-8444-555555555506' },
];

const SIGNS = [
  { name: 'Contoso Pharmaceuticals', domain: 'contoso.com', group: 'Healthcare', favorite: true, monogram: 'CO', color: 0, url: null, changed: previewTexts['quick.changed'] },
  { name: 'Northwind Traders', domain: 'northwindtraders.com', group: 'Retail', monogram: 'NT', color: 5, lookalike: previewTexts['quick.lookalike'].replace('{name}', 'Northwlnd Traders'), id: '11111111-2222-4333-8444-555555555505' },
  { name: 'Northwlnd Traders', domain: '11111111-2222-4333-8444-555555555508', also: { text: 'Traders of the North', marks: [] }, group: 'A group with a name that also goes on for quite a while', cloud_badge: 'GCC High', cloud: 'GCC High', monogram: 'NT', color: 9, warning: previewTexts['portal.check'], lookalike: previewTexts['quick.lookalike'].replace('{name}', 'Northwind Traders'), id: '11111111-2222-4333-8444-555555555508' },
];

/** @param {any[]} list */
const made = (list) => list.map(previewRow);

/** @type {(name: 'calm' | 'home' | 'nasty' | 'signs') => any[]} */
const previewRows = (name) => made({ calm: CALM, home: HOME, nasty: NASTY, signs: SIGNS }[name]);

/** @param {number} count */
function previewMany(count) {
  return Array.from({ length: count }, (_, n) => previewRow({
    name: `Contoso Branch ${n + 1}`, domain: `branch-${n + 1}.contoso.com`, group: 'Retail', monogram: `B${(n + 1) % 10}`,
    color: n % 12, name_marks: [[0, 3]], id: `31111111-2222-4333-8444-${String(n).padStart(12, '0')}`,
  }));
}
