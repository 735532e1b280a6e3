//! Whether the browsers and profiles are there that were chosen.

use portico_core::{
    browser::{BrowserRules, Whom},
    registry::Registry,
};

use super::Finding;
use crate::settings::{check, described};

pub(super) fn findings(rules: &BrowserRules, registry: &Registry) -> Vec<Finding> {
    // What makes no sense is told with the settings.
    let is_of_nobody = |whom: &Whom| matches!(whom, Whom::Tenant(identity) if registry.get(identity).is_none());
    let clear = rules.rules.iter().filter(|rule| rule.way.is_ok() && !is_of_nobody(&rule.whom));
    let gone = clear.filter_map(|rule| Some((&rule.whom, check(rule).err()?)));
    let mut findings: Vec<_> = gone
        .map(|(whom, gone)| {
            Finding::wrong(
                "browsers",
                format!("{} does not open: {gone}", described(whom, registry)),
                "choose another with `portico settings browser`, or run it with `--forget`",
            )
        })
        .collect();
    if findings.is_empty() && !rules.rules.is_empty() {
        findings.push(Finding::good("browsers", "all that was chosen is there"));
    }
    findings
}
