//! Writes the Rust: the messages by fluent-typed, and round them the few lines that a crate includes.

use crate::agree::{FIRST, Key};
use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, try_build_from_locales_folder};
use std::collections::BTreeSet;
use std::path::Path;

/// What a crate includes as its module `texts`. The constant at the end calls the helpers that no page needs, so that
/// what the compiler then calls unused is a message that no page shows.
const TEXTS_RS: &str = r#"#[allow(
    missing_docs,
    unreachable_pub,
    clippy::all,
    clippy::unwrap_used,
    reason = "written by the build from texts/; both languages were checked to have every message and variable"
)]
mod l10n {
    include!(concat!(env!("OUT_DIR"), "/l10n.rs"));

    const _: () = {
        _ = L10n::iter;
        _ = L10n::load_all;
        _ = L10nLanguage::new_external as fn(&'static str, &[u8]) -> Result<L10nLanguage, L10nError>;
    };
}

pub(crate) use l10n::L10nLanguage;

/// The texts of this crate in one language, loaded at the first use.
pub(crate) fn t(lang: lianxin_base::Lang) -> &'static L10nLanguage {
    static ZH: std::sync::LazyLock<L10nLanguage> = std::sync::LazyLock::new(|| l10n::L10n::ZhCN.load());
    static EN: std::sync::LazyLock<L10nLanguage> = std::sync::LazyLock::new(|| l10n::L10n::En.load());
    match lang {
        lianxin_base::Lang::Zh => &ZH,
        lianxin_base::Lang::En => &EN,
    }
}
"#;

/// Writes `l10n.rs`, `texts.ftl` and `texts.rs` into `out`, and makes sure that no key was left out.
pub(crate) fn write(texts: &Path, out: &Path, keys: &BTreeSet<Key>) -> Result<(), String> {
    let rust = out.join("l10n.rs");
    let options = BuildOptions::default()
        .with_locales_folder(utf8(texts)?)
        .with_output_file_path(utf8(&rust)?)
        .with_ftl_output(FtlOutputOptions::single_file(utf8(&out.join("texts.ftl"))?))
        .with_default_language(FIRST)
        .with_lint_level(LintLevel::Deny)
        .without_format()
        .without_bidi_isolation();
    try_build_from_locales_folder(options).map_err(|e| e.to_string())?;
    let written = std::fs::read_to_string(&rust).map_err(|e| format!("l10n.rs: {e}"))?;
    for key in keys {
        if !written.contains(&contract(key)) {
            return Err(format!("{key} was left out: its (Bool) or (Element) variables differ between the languages"));
        }
    }
    std::fs::write(out.join("texts.rs"), TEXTS_RS).map_err(|e| format!("texts.rs: {e}"))
}

/// How the generated file lists a message.
fn contract(key: &str) -> String {
    match key.split_once('.') {
        Some((message, attribute)) => format!(r#"message: "{message}", attribute: Some("{attribute}")"#),
        None => format!(r#"message: "{key}", attribute: None"#),
    }
}

fn utf8(path: &Path) -> Result<&str, String> {
    path.to_str().ok_or_else(|| format!("{}: the folder's name is not UTF-8", path.display()))
}
