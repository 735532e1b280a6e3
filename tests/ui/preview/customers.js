/**
 * Made-up customers for the preview and the checks in a browser: the calm ones of the design, and the nasty ones.
 * A classic script, because it has to be there before the modules of the page.
 */

/* exported previewRow, previewRows, previewMany, previewPortals */

const PORTAL = { portal: 'defender', portal_name: 'Microsoft Defender' };

/** @param {Record<string, any>} given */
function previewRow(given) {
  const id = given.id ?? '8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44';
  return {
    identity: `public/${id}`, tenant_id: id, opened_at: null, ...PORTAL, name: 'Contoso', name_marks: [], also: null, domain: null, domain_marks: [],
    group: null, browser: null, cloud: 'public cloud', cloud_badge: null, section: null, favorite: false, monogram: 'CO', color: 0,
    warning: null, url: `https://security.microsoft.com/?tid=${id}`, blocked: null, changed: null, lookalike: null, ...given,
  };
}

const CALM = [
  { name: 'Contoso Pharmaceuticals', domain: 'contoso.com', group: 'Healthcare', favorite: true, monogram: 'CO', color: 0, name_marks: [[0, 3]] },
  { name: 'Contoso Retail', domain: 'contosoretail.com', group: 'Retail', browser: 'Microsoft Edge · Contoso admin', monogram: 'CR', color: 1, name_marks: [[0, 3]], id: '11111111-2222-4333-8444-555555555501' },
  { name: 'Consolidated Messenger', domain: 'consolidatedmessenger.com', group: 'Logistics', monogram: 'CS', color: 2, name_marks: [[0, 3]], id: '11111111-2222-4333-8444-555555555502' },
  { name: 'Fabrikam Construction', domain: 'fabrikam-construction.us', group: 'Public sector', monogram: 'FC', color: 3, name_marks: [[9, 12]], cloud: 'GCC High', cloud_badge: 'GCC High', id: '11111111-2222-4333-8444-555555555503', url: 'https://security.microsoft.us/?tid=11111111-2222-4333-8444-555555555503' },
  { name: 'Bellows College', domain: 'bellows.example', group: 'Education', monogram: 'BE', color: 4, also: { text: 'Concord campus', marks: [[0, 3]] }, id: '11111111-2222-4333-8444-555555555504', warning: 'May show another tenant: check the name in the portal', portal: 'sharepoint', portal_name: 'SharePoint', url: 'https://bellows-admin.sharepoint.com/' },
];

const HOME = [
  { section: 'favorites', name: 'Contoso Pharmaceuticals', domain: 'contoso.com', group: 'Healthcare', favorite: true, monogram: 'CO', color: 0 },
  { section: 'favorites', name: 'Northwind Traders', domain: 'northwindtraders.com', group: 'Retail', favorite: true, monogram: 'NT', color: 5, id: '11111111-2222-4333-8444-555555555505' },
  { section: 'recent', opened_at: Date.now() - 20 * 60_000, name: 'Malmö Stad', domain: 'malmo.example', group: 'Public sector', monogram: 'MS', color: 6, id: '11111111-2222-4333-8444-555555555506' },
  { section: 'recent', opened_at: Date.now() - 24 * 3_600_000, name: 'Fabrikam Construction', domain: 'fabrikam-construction.us', group: 'Public sector', monogram: 'FC', color: 3, cloud: 'GCC High', cloud_badge: 'GCC High', id: '11111111-2222-4333-8444-555555555503' },
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

/** The catalogue: id, name, address, and what is to be said about it. */
const PORTALS = [
  ['defender', 'Microsoft Defender', 'https://security.microsoft.com/?tid={id}'],
  ['securitycenter', 'Defender Security Center (old address)', 'https://securitycenter.windows.com?tid={id}', 'check'],
  ['mto', 'Defender multitenant management', 'https://mto.security.microsoft.com/', 'check'],
  ['entra', 'Microsoft Entra', 'https://entra.microsoft.com/{id}/#home'],
  ['azure', 'Azure portal', 'https://portal.azure.com/{id}/'],
  ['intune', 'Microsoft Intune', 'https://intune.microsoft.com/{id}'],
  ['purview', 'Microsoft Purview', 'https://purview.microsoft.com/?tid={id}'],
  ['m365-admin', 'Microsoft 365 admin center', 'https://admin.cloud.microsoft/?delegatedOrg=contoso.onmicrosoft.com'],
  ['exchange', 'Exchange admin center', 'https://admin.cloud.microsoft/exchange?landingpage=homepage&form=mac_sidebar&delegatedOrg=contoso.onmicrosoft.com#', 'check'],
  ['teams', 'Teams admin center', 'https://admin.teams.microsoft.com/?delegatedOrg=contoso.onmicrosoft.com'],
  ['sharepoint', 'SharePoint admin center', null, 'SharePoint admin center needs this customer’s SharePoint label, and none is registered.'],
  ['power-platform', 'Power Platform admin center', 'https://admin.powerplatform.microsoft.com/account/login/{id}'],
  ['power-bi', 'Power BI admin portal', 'https://app.powerbi.com/admin-portal?ctid={id}'],
  ['partner-center', 'Partner Center service management', 'https://partner.microsoft.com/dashboard/v2/customers/{id}/servicemanagementpage'],
  ['my-access', 'My Access', 'https://myaccess.microsoft.com/{id}'],
  ['my-sign-ins', 'My Sign-ins', 'https://mysignins.microsoft.com/security-info?tenant={id}'],
];

/** The portals of a customer, in his default portal's row's shape. @param {any} row */
function previewPortals(row) {
  const all = PORTALS.map(([portal, portal_name, template, about]) => ({
    ...row, section: null, also: null, name_marks: [], domain_marks: [], portal, portal_name, blocked: null,
    url: template === null ? null : String(template).replace('{id}', row.tenant_id),
    ...(template === null ? { blocked: about, warning: null } : { warning: about ? previewTexts['portal.check'] : null }),
  }));
  const own = all.findIndex(({ portal }) => portal === row.portal);
  return own > 0 ? [all[own], ...all.slice(0, own), ...all.slice(own + 1)] : all;
}
