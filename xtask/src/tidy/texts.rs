//! Chinese and English say the same things: every key stands in both.

use super::{File, Finding};
use std::collections::{BTreeMap, BTreeSet};

type Keys = BTreeSet<String>;

/// Keys that stand in one language only, per `texts` folder and file.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    let mut pairs: BTreeMap<(String, String), [Option<Keys>; 2]> = BTreeMap::new();
    for file in files.iter().filter(|file| file.has_ending("ftl")) {
        let Some((folder, rest)) = file.path.split_once("/texts/") else { continue };
        let Some((language, name)) = rest.split_once('/') else { continue };
        let Some(at) = ["zh-CN", "en"].iter().position(|known| *known == language) else { continue };
        let pair = pairs.entry((folder.to_owned(), name.to_owned())).or_default();
        pair[at] = file.text.as_deref().map(keys);
    }
    let mut findings = Vec::new();
    for ((folder, name), [zh, en]) in pairs {
        let (zh, en) = (zh.unwrap_or_default(), en.unwrap_or_default());
        for (missing, language) in [(zh.difference(&en), "en"), (en.difference(&zh), "zh-CN")] {
            let path = format!("{folder}/texts/{language}/{name}");
            findings.extend(missing.map(|key| Finding::new(&path, 0, format!("`{key}` is missing: say it in both"))));
        }
    }
    findings
}

/// Messages, terms (`-name`) and attributes (`message.name`).
fn keys(text: &str) -> Keys {
    let mut keys = Keys::new();
    let mut message = String::new();
    for line in text.lines() {
        let Some((key, _)) = line.split_once('=') else { continue };
        let name = key.trim();
        let plain = |name: &str| {
            name.starts_with(|c: char| c.is_ascii_alphabetic())
                && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
        };
        if !line.starts_with([' ', '\t']) && plain(name.strip_prefix('-').unwrap_or(name)) {
            message = name.to_owned();
            keys.insert(message.clone());
        } else if let Some(attribute) = name.strip_prefix('.').filter(|name| plain(name)) {
            keys.insert(format!("{message}.{attribute}"));
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    #[test]
    fn keys_of_a_file() {
        let text = "# note = none\nhello = 你好\n    .title = 称呼 = 好\n-brand = 连心桥\nmany = { $n ->\n   [one] a = b\n  *[other] c\n }\n";
        let found: Vec<String> = keys(text).into_iter().collect();
        assert_eq!(found, ["-brand", "hello", "hello.title", "many"]);
    }

    #[test]
    fn a_key_in_one_language_only_is_found() {
        let zh = file("kernel/web/texts/zh-CN/page.ftl", "a = 一\nb = 二\n");
        let en = file("kernel/web/texts/en/page.ftl", "a = one\nc = three\n");
        let findings: Vec<String> = check(&[zh, en]).iter().map(Finding::to_string).collect();
        assert_eq!(
            findings,
            [
                "kernel/web/texts/en/page.ftl: `b` is missing: say it in both",
                "kernel/web/texts/zh-CN/page.ftl: `c` is missing: say it in both",
            ]
        );
        let alone = file("seeds/texts/zh-CN/x.ftl", "a = 一\n");
        assert_eq!(check(&[alone]).len(), 1);
    }
}
