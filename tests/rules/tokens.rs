//! Rust files as lists of the paths they mention, read from their tokens: comments, texts and test modules do not count.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// One Rust file.
pub(crate) struct Source {
    /// Relative to the root of the repository.
    pub(crate) file: String,
    pub(crate) mentions: Vec<Mention>,
    /// String literals outside of attributes, with their lines.
    pub(crate) texts: Vec<(String, usize)>,
}

/// A path such as `std::fs::write`, with `use` groups written out; a method call is `.name`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    pub(crate) path: String,
    pub(crate) line: usize,
}

impl Mention {
    /// Returns true when the path holds these segments in a row: `std::fs::write` holds `fs::write`, and so does `fs::write`.
    pub(crate) fn holds(&self, segments: &str) -> bool {
        format!("::{}::", self.path).contains(&format!("::{segments}::"))
    }

    /// Returns true when the path begins with this crate.
    pub(crate) fn of_crate(&self, name: &str) -> bool {
        self.path.split("::").next() == Some(name)
    }
}

impl Source {
    fn parse(file: String, text: &str) -> Self {
        let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{file}: {error}"));
        let mut source = Self { file, mentions: Vec::new(), texts: Vec::new() };
        source.read(tokens, "", true);
        source
    }

    /// Returns `FILE:LINE: PATH` for each mention that is not allowed.
    pub(crate) fn offenders(&self, offends: impl Fn(&Mention) -> bool) -> Vec<String> {
        let found = self.mentions.iter().filter(|mention| offends(mention));
        found.map(|mention| format!("{}:{}: {}", self.file, mention.line, mention.path)).collect()
    }

    fn read(&mut self, tokens: TokenStream, prefix: &str, with_texts: bool) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let punct =
            |at: usize, mark: char| matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == mark);
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Punct(_) if punct(at, '#') => {
                    // An attribute: `#[…]` or `#![…]`. Its texts are documentation.
                    let group = if punct(at + 1, '!') { at + 2 } else { at + 1 };
                    at = group + 1;
                    match tokens.get(group) {
                        Some(attribute) if is_for_tests(attribute) => at = after_item(&tokens, at),
                        Some(TokenTree::Group(attribute)) => self.read(attribute.stream(), "", false),
                        _ => {}
                    }
                }
                TokenTree::Ident(first) => {
                    let line = first.span().start().line;
                    let method = at > 0 && punct(at - 1, '.') && !(at > 1 && punct(at - 2, '.'));
                    let mut path = format!("{}{prefix}{first}", if method { "." } else { "" });
                    let mut members = None;
                    at += 1;
                    while punct(at, ':') && punct(at + 1, ':') {
                        match tokens.get(at + 2) {
                            Some(TokenTree::Ident(next)) => path += &format!("::{next}"),
                            Some(TokenTree::Punct(star)) if star.as_char() == '*' => path += "::*",
                            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                                members = Some(group.stream())
                            }
                            _ => {}
                        }
                        at += 3;
                    }
                    match members {
                        Some(members) => self.read(members, &format!("{path}::"), with_texts),
                        None => self.mentions.push(Mention { path, line }),
                    }
                }
                TokenTree::Group(group) => {
                    self.read(group.stream(), "", with_texts);
                    at += 1;
                }
                TokenTree::Literal(literal) => {
                    if with_texts && literal.to_string().contains('"') {
                        self.texts.push((literal.to_string(), literal.span().start().line));
                    }
                    at += 1;
                }
                TokenTree::Punct(_) => at += 1,
            }
        }
    }
}

/// `[cfg(test)]`, `[cfg(all(test, …))]` and `[test]`.
fn is_for_tests(attribute: &TokenTree) -> bool {
    let text = attribute.to_string().replace(' ', "");
    text == "[test]" || text.starts_with("[cfg(test") || text.starts_with("[cfg(all(test")
}

/// Returns the place behind the item that begins here: behind its body or its semicolon.
fn after_item(tokens: &[TokenTree], from: usize) -> usize {
    let is_end = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(punct) => punct.as_char() == ';',
        _ => false,
    };
    let rest = tokens.get(from..).unwrap_or_default();
    rest.iter().position(is_end).map_or(tokens.len(), |length| from + length + 1)
}

/// Reads the Rust files of a folder of the repository; files that hold only tests are left out.
pub(crate) fn rust(folder: &str) -> Vec<Source> {
    let files = files(folder).into_iter().filter(|file| file.ends_with(".rs"));
    let files = files.filter(|file| !file.ends_with("/tests.rs") && !file.contains("/tests/"));
    files.map(|file| Source::parse(file.clone(), &text(&file))).collect()
}

/// Returns the files below a folder of the repository, relative to its root, sorted.
pub(crate) fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root().join(&folder)).into_iter().flatten() {
            let path = folder.join(entry.unwrap().file_name());
            if root().join(&path).is_dir() {
                folders.push(path);
            } else {
                found.push(path.to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    found
}

/// Reads a file of the repository.
pub(crate) fn text(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

#[test]
fn the_reader_sees_code_and_nothing_else() {
    let text = r#"
        //! fs::write in a comment
        use std::{fs::{self, File}, time::SystemTime};
        /// fs::rename in a doc comment
        #[derive(serde::Serialize)]
        struct A { file: File }
        fn a() { let _ = "fs::copy"; fs::read("x"); app.shell().open(1..2); }
        #[cfg(test)]
        mod tests { fn b() { fs::remove_file("x") } }
        fn c() { env::var("X") }
        use std::env::*;
    "#;
    let source = Source::parse("a.rs".to_owned(), text);
    let of_interest = source.mentions.iter().filter(|mention| mention.path.contains([':', '.']));
    let paths: Vec<String> = of_interest.map(|mention| format!("{} {}", mention.line, mention.path)).collect();
    let expected = [
        "3 std::fs::self",
        "3 std::fs::File",
        "3 std::time::SystemTime",
        "5 serde::Serialize",
        "7 fs::read",
        "7 .shell",
        "7 .open",
        "10 env::var",
        "11 std::env::*",
    ];
    assert_eq!(paths, expected);
    assert_eq!(source.texts, [("\"fs::copy\"".to_owned(), 7), ("\"x\"".to_owned(), 7), ("\"X\"".to_owned(), 10)]);
    let read = Mention { path: "std::fs::read".to_owned(), line: 1 };
    assert!(read.holds("fs::read") && read.holds("fs") && !read.holds("fs::read_dir") && read.of_crate("std"));
}
