//! The rules of the source tree, each with its reason. "Dependency rules" in the README tells them in words.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "rules/dependencies.rs"]
mod dependencies;

#[path = "rules/sources.rs"]
mod sources;

#[path = "rules/cargo.rs"]
mod cargo;

#[path = "rules/tokens.rs"]
mod tokens;

/// Fails with the rule, its reason and all who break it.
#[track_caller]
fn rule(rule: &str, because: &str, offenders: Vec<String>) {
    let offenders = offenders.join("\n    ");
    assert!(offenders.is_empty(), "\nrule:     {rule}\nbecause:  {because}\nbroken by:\n    {offenders}\n");
}
