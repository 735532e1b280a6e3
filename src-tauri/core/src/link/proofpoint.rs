//! Proofpoint URL Defense, in its three versions.
//!
//! Source: Proofpoint's own decoder, `URLDefenseDecode.py` of 2019 (help.proofpoint.com, "How do I decode a rewritten URL?").

use base64::{Engine, prelude::BASE64_STANDARD_NO_PAD};

use super::written::{Written, decoded};

/// How many characters a run stands for at least; the letters of Base64 count on from there.
const SHORTEST_RUN: usize = 2;

const LENGTHS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Returns the address in a link of URL Defense, or nothing when it holds none.
pub(super) fn inner(written: &Written) -> Option<String> {
    let key = || written.raw_pairs().find(|(key, _)| *key == "u").map(|(_, value)| value);
    if written.path.starts_with("/v1/") {
        key().map(decoded)
    } else if written.path.starts_with("/v2/") {
        // http-3A__contoso.com_path
        key().map(|value| decoded(&value.replace('-', "%").replace('_', "/")))
    } else if written.path.starts_with("/v3/") {
        third(written)
    } else {
        None
    }
}

/// Reads `/v3/__ADDRESS__;REPLACED!!…`: each `*` in the address stands for the next replaced character, `**A` for the next
/// two, `**B` for three.
fn third(written: &Written) -> Option<String> {
    // The address is not encoded, so that its query and fragment read as the wrapper's.
    let query = written.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
    let fragment = written.fragment.as_ref().map(|fragment| format!("#{fragment}")).unwrap_or_default();
    let whole = format!("{}{query}{fragment}", written.path);
    let (address, rest) = whole.strip_prefix("/v3/__")?.split_once("__;")?;
    let (replaced, _) = rest.split_once('!')?;
    let replaced = replaced.trim_end_matches('=').replace('-', "+").replace('_', "/");
    let replaced = String::from_utf8(BASE64_STANDARD_NO_PAD.decode(replaced).ok()?).ok()?;
    fill(&with_two_slashes(address), &replaced)
}

fn fill(address: &str, replaced: &str) -> Option<String> {
    let mut replaced = replaced.chars();
    let mut filled = String::with_capacity(address.len());
    let mut rest = address;
    while let Some((before, behind)) = rest.split_once('*') {
        filled.push_str(before);
        let run = behind.strip_prefix('*').and_then(|run| Some((LENGTHS.find(run.chars().next()?)?, run)));
        match run {
            Some((at, run)) => {
                for _ in 0..at + SHORTEST_RUN {
                    filled.push(replaced.next()?);
                }
                rest = &run[1..];
            }
            None => {
                filled.push(replaced.next()?);
                rest = behind;
            }
        }
    }
    filled.push_str(rest);
    Some(filled)
}

/// Mail servers that fold two slashes into one leave `https:/contoso.com`.
fn with_two_slashes(address: &str) -> String {
    match address.split_once(":/") {
        Some((scheme, rest)) if !rest.starts_with('/') => format!("{scheme}://{rest}"),
        _ => address.to_owned(),
    }
}
