//! `portico lookup`.

use portico_core::{
    cloud::Identity,
    display::{quoted, safe},
    domain::Domain,
    lookup::{Answer, BadAnswer, Found, Verdict, compare, registered},
    places,
    registry::Registry,
    tenant::Tenant,
    tenant_id::TenantIdError,
};
use portico_lookup::{Client, LookupError};

use crate::{
    args::LookupArgs,
    failure::{Exit, Failure},
    json, output, registry,
};

/// How to do without a look-up.
const WITHOUT: &str = "the tenant ID is also in the Entra admin center under Entra ID > Overview > Properties; \
                       `portico add NAME TENANT_ID` takes it";

pub(crate) fn lookup(args: &LookupArgs) -> Result<(), Failure> {
    let hosts = places::login_hosts()
        .map_err(|error| Failure::new(Exit::Failed, error.to_string()).hint("correct or unset PORTICO_LOGIN_HOSTS"))?;
    let (_, registry) = registry::load()?;
    let domain = &args.domain;
    let customer = customer_with(&registry, domain);
    let own = args.cloud.or(customer.map(|customer| customer.cloud));
    let answer = Client::new(hosts).ask(domain, own)?;
    if args.json {
        output::text(&json::lookup(domain, &answer, &registry, customer))?;
        return ended(domain, &answer, &registry);
    }
    if let Answer::Found(found) = &answer {
        output::text(&told(domain, found, &registry, customer))?;
    }
    if let Some(warning) = customer.and_then(|customer| warning(customer, &answer)) {
        output::note(&format!("warning: {warning}"));
    }
    ended(domain, &answer, &registry)
}

/// Returns the customer that has a domain; none when several have it, in different clouds.
fn customer_with<'a>(registry: &'a Registry, domain: &Domain) -> Option<&'a Tenant> {
    let has_it =
        |tenant: &&Tenant| [&tenant.domain, &tenant.initial_domain].into_iter().flatten().any(|own| own == domain);
    let mut having = registry.tenants().iter().filter(has_it);
    having.next().filter(|_| having.next().is_none())
}

fn told(domain: &Domain, found: &Found, registry: &Registry, customer: Option<&Tenant>) -> String {
    let Found { tenant_id, cloud } = found;
    let registered = match (registered(registry, found), customer) {
        (Some(tenant), _) => format!("It is registered as {}.", safe(&tenant.name)),
        // The domain is taken, and by whom is a warning.
        (None, Some(_)) => "It is none of your customers.".to_owned(),
        (None, None) => format!("It is none of your customers. Add it: {}", adding(domain, found)),
    };
    format!("{domain} is the tenant {tenant_id} in the {cloud} cloud\n{registered}\n")
}

/// Returns the command that adds a tenant.
fn adding(domain: &Domain, found: &Found) -> String {
    let initial = [".onmicrosoft.com", ".onmicrosoft.us", ".onmschina.cn"];
    let flag = if initial.iter().any(|end| domain.as_str().ends_with(end)) { "--initial-domain" } else { "--domain" };
    let cloud = if found.cloud == Default::default() { String::new() } else { format!(" --cloud {}", found.cloud) };
    format!("portico add NAME {}{cloud} {flag} {domain}", found.tenant_id)
}

/// Returns what is wrong with the customer that has the domain, if the answer says something else.
fn warning(customer: &Tenant, answer: &Answer) -> Option<String> {
    let who = registry::described(customer);
    match compare(customer, answer) {
        Verdict::OtherTenant(_) => {
            Some(format!("{who} has this domain in Portico, but another tenant ID: {}", customer.tenant_id))
        }
        Verdict::OtherCloud(found) => {
            Some(format!("{who} has this tenant ID in Portico, but not in the {} cloud", found.cloud))
        }
        Verdict::NotFound => Some(format!("{who} has this domain in Portico")),
        Verdict::Verified | Verdict::Ambiguous(_) => None,
    }
}

/// Returns how the command ends for an answer.
fn ended(domain: &Domain, answer: &Answer, registry: &Registry) -> Result<(), Failure> {
    match answer {
        Answer::Found(_) => Ok(()),
        Answer::NotFound => {
            Err(Failure::new(Exit::NoSuchTenant, format!("no tenant has this domain: {}", quoted(domain.as_str())))
                .hint("check the spelling; a domain counts once the customer has added it to Entra ID")
                .hint(WITHOUT))
        }
        Answer::Ambiguous(several) => {
            let message = format!("{} tenants have this domain: {}", several.len(), quoted(domain.as_str()));
            let listed = |found: &Found| {
                let Found { tenant_id, cloud } = *found;
                let identity = Identity { cloud, tenant_id };
                registered(registry, found).map_or_else(
                    || identity.to_string(),
                    |tenant| format!("{identity}  {}", registry::described(tenant)),
                )
            };
            let failure = several.iter().map(listed).fold(Failure::new(Exit::Ambiguous, message), Failure::detail);
            Err(failure.hint("ask the customer which one it is; --cloud asks one cloud first"))
        }
    }
}

impl From<LookupError> for Failure {
    fn from(error: LookupError) -> Self {
        let failure = Self::new(Exit::Failed, error.to_string());
        let failure = match error {
            LookupError::Unreachable { .. } => failure.hint(
                "check the network; with --cloud only the login of that cloud is asked when it knows the domain",
            ),
            LookupError::Timeout { .. } | LookupError::Busy { .. } => failure.hint("try again in a minute"),
            LookupError::Certificate { .. } => {
                failure.hint("check the clock; the certificate of a firewall that looks into connections must be trusted by this system")
            }
            LookupError::Proxy { .. } => failure.hint("check HTTPS_PROXY, as http://USER:PASSWORD@HOST:PORT, and NO_PROXY"),
            LookupError::BadAnswer { why: BadAnswer::TenantId(TenantIdError::Consumer), .. } => {
                failure.hint("look up a domain of the customer's own")
            }
            LookupError::BadAnswer { why: BadAnswer::Region(..), .. } => failure.hint("a newer Portico may know it"),
            LookupError::BadAnswer { .. } | LookupError::Broken { .. } => {
                failure.hint("something between here and Microsoft may have answered in its place")
            }
        };
        failure.hint(WITHOUT)
    }
}
