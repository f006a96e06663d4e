//! Build helper for texts: `texts/zh-CN/*.ftl` and `texts/en/*.ftl` of a crate become typed Rust functions.
//!
//! A crate's `build.rs` is one line, `fn main() -> std::process::ExitCode { lianxin_words::build() }`, and its
//! `lib.rs` has one more, `mod texts { include!(concat!(env!("OUT_DIR"), "/texts.rs")); }`. That module offers
//! `t(lang)`, whose methods `msg_…` are the messages. A build fails, with a sentence naming the key, when the two
//! languages differ in files, keys or variables: a page is never half translated.
//!
//! Runs at build time only; nothing of this crate is linked into the program.

mod agree;
mod generate;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Turns the texts of the crate being built into Rust in its `OUT_DIR`. To be called by `build.rs` and nowhere else.
///
/// Fails, printing what is wrong and where, when a language or file is missing, a file cannot be read as Fluent, the
/// languages do not have the same keys with the same variables, or a message asks for what it could not get at run
/// time (an unknown term, another message, a function other than `NUMBER`).
#[expect(clippy::print_stdout, reason = "cargo reads a build script's stdout")]
pub fn build() -> ExitCode {
    let (Some(root), Some(out)) = (folder("CARGO_MANIFEST_DIR"), folder("OUT_DIR")) else {
        eprintln!("words::build() is for build.rs: CARGO_MANIFEST_DIR and OUT_DIR are not set");
        return ExitCode::FAILURE;
    };
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=texts");
    match texts_to_rust(&root.join("texts"), &out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={fault}");
            }
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "cargo tells a build script its folders by environment only")]
fn folder(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).map(PathBuf::from)
}

/// Reads and compares both languages, then writes `l10n.rs`, `texts.ftl` and `texts.rs` into `out`.
fn texts_to_rust(texts: &Path, out: &Path) -> Result<(), Vec<String>> {
    let zh = agree::read(texts, agree::FIRST)?;
    let en = agree::read(texts, agree::SECOND)?;
    let keys = agree::check(&zh, &en)?;
    generate::write(texts, out, &keys).map_err(|fault| vec![fault])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixture(name: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
    }

    /// A folder of its own, gone when the test is over.
    struct Out(PathBuf);

    impl Out {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("lianxin-words-{}-{name}", std::process::id()));
            std::fs::create_dir_all(&folder).expect("a folder");
            Self(folder)
        }
    }

    impl Drop for Out {
        fn drop(&mut self) {
            _ = std::fs::remove_dir_all(&self.0);
        }
    }

    fn faults_of(name: &str) -> String {
        texts_to_rust(&fixture(name), &Out::new(name).0).expect_err("refused").join("\n")
    }

    #[test]
    fn what_is_wrong_is_said_with_the_key() {
        for (fixture, sentences) in [
            (
                "keys_differ",
                &["a.ftl: only-here is in zh-CN and not in en", "a.ftl: only-there is in en and not in zh-CN"][..],
            ),
            ("variables_differ", &["a.ftl: left has {$days} in zh-CN and {$days, $name} in en"]),
            ("file_missing", &["b.ftl is in zh-CN and not in en"]),
            ("language_missing", &["en: there is no such folder, or no .ftl file in it"]),
            ("not_fluent", &["en/a.ftl:2:"]),
        ] {
            let said = faults_of(fixture);
            for sentence in sentences {
                assert!(said.contains(sentence), "{fixture}: {said}");
            }
        }
    }

    #[test]
    fn texts_that_agree_become_functions_without_bidi_marks() {
        let out = Out::new("agree");
        texts_to_rust(&fixture("agree"), &out.0).expect("both languages agree");
        let rust = std::fs::read_to_string(out.0.join("l10n.rs")).expect("written");
        for part in ["fn msg_hello", "fn msg_left", "fn msg_field_help", "new_without_isolation"] {
            assert!(rust.contains(part), "{part}");
        }
        assert!(!rust.contains("L10nBundle::new(lang"), "with bidi marks");
        let texts = std::fs::read_to_string(out.0.join("texts.rs")).expect("written");
        assert!(texts.contains("pub(crate) fn t(lang: lianxin_base::Lang)"));
        assert!(!format!("{rust}{texts}").contains(&*out.0.to_string_lossy()), "no folder of this machine");
    }
}
