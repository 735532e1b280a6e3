//! What a look-up says about a customer in the registry.

use jiff::civil::Date;

use super::{Answer, Found};
use crate::{
    domain::Domain,
    registry::Registry,
    tenant::{Tenant, Verified},
};

/// What the answer for one of a customer's domains says about the customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The domain's tenant is this one.
    Verified,
    /// The domain belongs to another tenant.
    OtherTenant(Found),
    /// It has this tenant ID, in another cloud.
    OtherCloud(Found),
    /// No tenant has the domain.
    NotFound,
    /// Several have it.
    Ambiguous(Vec<Found>),
}

impl Verdict {
    /// The word in JSON.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::OtherTenant(_) => "other-tenant",
            Self::OtherCloud(_) => "other-cloud",
            Self::NotFound => "not-found",
            Self::Ambiguous(_) => "ambiguous",
        }
    }
}

/// Returns the customer that is this tenant, also when the registry has it in the other cloud of the same directory.
pub fn registered<'a>(registry: &'a Registry, found: &Found) -> Option<&'a Tenant> {
    let is_it = |tenant: &&Tenant| tenant.tenant_id == found.tenant_id && tenant.cloud.shares_directory(found.cloud);
    registry.tenants().iter().find(is_it)
}

/// Returns what an answer says about a customer.
pub fn compare(tenant: &Tenant, answer: &Answer) -> Verdict {
    match answer {
        Answer::Found(found) if found.tenant_id != tenant.tenant_id => Verdict::OtherTenant(*found),
        Answer::Found(found) if found.cloud != tenant.cloud => Verdict::OtherCloud(*found),
        Answer::Found(_) => Verdict::Verified,
        Answer::NotFound => Verdict::NotFound,
        Answer::Ambiguous(several) => Verdict::Ambiguous(several.clone()),
    }
}

/// Returns the customer with what the answer for a domain proves on this day, which is nothing unless the domain is the customer's
/// and its tenant is this one. Any other answer takes back what the domain proved before.
#[must_use]
pub fn verify(mut tenant: Tenant, domain: &Domain, answer: &Answer, day: Date) -> Tenant {
    let is_own = [&tenant.domain, &tenant.initial_domain].into_iter().flatten().any(|own| own == domain);
    if is_own && compare(&tenant, answer) == Verdict::Verified {
        tenant.verified = Some(Verified { domain: domain.clone(), at: day.to_string() });
    } else if tenant.verified.as_ref().is_some_and(|verified| verified.domain == *domain) {
        tenant.verified = None;
    }
    tenant
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cloud::Cloud, tenant_id::TenantId};

    const CONTOSO: &str = "8f3c1d52-6a0b-4a3e-9d57-0c2b6f1e7a44";
    const FABRIKAM: &str = "0d9a7c1e-55f2-4b0c-8a6e-3f1b2c4d5e6f";

    fn found(id: &str, cloud: Cloud) -> Answer {
        Answer::Found(Found { tenant_id: id.parse::<TenantId>().unwrap(), cloud })
    }

    fn contoso() -> Tenant {
        let tenant = Tenant::new("Contoso", Cloud::Public, CONTOSO.parse().unwrap());
        Tenant { domain: "contoso.com".parse().ok(), initial_domain: "contoso.onmicrosoft.com".parse().ok(), ..tenant }
    }

    fn day() -> Date {
        jiff::civil::date(2026, 11, 12)
    }

    #[test]
    fn only_the_domain_of_this_tenant_verifies_it() {
        let twice = Answer::Ambiguous(vec![
            Found { tenant_id: CONTOSO.parse().unwrap(), cloud: Cloud::Public },
            Found { tenant_id: FABRIKAM.parse().unwrap(), cloud: Cloud::China },
        ]);
        for (domain, answer, verdict, proven) in [
            ("contoso.com", found(CONTOSO, Cloud::Public), "verified", true),
            ("contoso.onmicrosoft.com", found(CONTOSO, Cloud::Public), "verified", true),
            ("contoso.org", found(CONTOSO, Cloud::Public), "verified", false),
            ("contoso.com", found(FABRIKAM, Cloud::Public), "other-tenant", false),
            ("contoso.com", found(FABRIKAM, Cloud::China), "other-tenant", false),
            ("contoso.com", found(CONTOSO, Cloud::Gcc), "other-cloud", false),
            ("contoso.com", found(CONTOSO, Cloud::China), "other-cloud", false),
            ("contoso.com", Answer::NotFound, "not-found", false),
            ("contoso.com", twice, "ambiguous", false),
        ] {
            let domain: Domain = domain.parse().unwrap();
            assert_eq!(compare(&contoso(), &answer).key(), verdict);
            let after = verify(contoso(), &domain, &answer, day());
            let expected = proven.then(|| Verified { domain: domain.clone(), at: "2026-11-12".into() });
            assert_eq!(after.verified, expected, "{domain} {answer:?}");
            assert_eq!(Tenant { verified: None, ..after }, contoso(), "a look-up changes nothing else");
        }
    }

    #[test]
    fn another_answer_takes_back_what_the_domain_proved() {
        let domain = "contoso.com".parse().unwrap();
        let before = verify(contoso(), &domain, &found(CONTOSO, Cloud::Public), day());
        let other: Domain = "contoso.onmicrosoft.com".parse().unwrap();
        for (asked, answer, stays) in [
            (&domain, found(FABRIKAM, Cloud::Public), false),
            (&domain, Answer::NotFound, false),
            (&other, Answer::NotFound, true),
        ] {
            assert_eq!(verify(before.clone(), asked, &answer, day()).verified.is_some(), stays, "{asked} {answer:?}");
        }
    }
}
