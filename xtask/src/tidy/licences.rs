//! Licences of everything that is built in, as cargo tells them, against what may be built in.

use super::Finding;
use crate::Stop;
use crate::run::{cargo, output};

/// Licences that ask for no more than to be named, or only about their own files (MPL-2.0).
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "MulanPSL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Dependencies of all crates, also of tests and build scripts.
pub(crate) fn check() -> Result<Vec<Finding>, Stop> {
    let words = ["tree", "--quiet", "--workspace", "--edges", "all", "--prefix", "none", "--format", "{l}\t{p}"];
    Ok(of(&output(&mut cargo(&words))?))
}

fn of(tree: &str) -> Vec<Finding> {
    let mut lines: Vec<&str> = tree.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    lines.sort_unstable();
    lines.dedup();
    let pairs = lines.into_iter().filter_map(|line| line.split_once('\t'));
    let wrong = pairs.filter(|(licence, _)| !allowed(licence));
    wrong
        .map(|(licence, package)| {
            let name = package.split(" (").next().unwrap_or(package);
            let licence = if licence.is_empty() { "none" } else { licence };
            let what = format!("{name} has licence {licence}: use another crate, or write what is needed");
            Finding::new("Cargo.lock", 0, what)
        })
        .collect()
}

/// Whether an SPDX expression leaves a choice that is allowed. The old `A/B` means `A OR B`.
fn allowed(expression: &str) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let fits = any(&mut rest);
    fits && rest.is_empty()
}

fn any(rest: &mut &[&str]) -> bool {
    let mut fits = every(rest);
    while take(rest, "OR") {
        fits |= every(rest);
    }
    fits
}

fn every(rest: &mut &[&str]) -> bool {
    let mut fits = one(rest);
    while take(rest, "AND") {
        fits &= one(rest);
    }
    fits
}

fn one(rest: &mut &[&str]) -> bool {
    if take(rest, "(") {
        let fits = any(rest);
        return take(rest, ")") && fits;
    }
    let Some((name, others)) = rest.split_first() else { return false };
    *rest = others;
    if take(rest, "WITH") {
        *rest = rest.split_first().map_or(&[], |(_, others)| others); // an exception only ever permits more
    }
    ALLOWED.contains(name)
}

fn take(rest: &mut &[&str], word: &str) -> bool {
    match rest.split_first() {
        Some((first, others)) if *first == word => {
            *rest = others;
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions() {
        for (expression, fits) in [
            ("MIT", true),
            ("MIT OR Apache-2.0", true),
            ("MIT/Apache-2.0", true),
            ("GPL-3.0-only OR MIT", true),
            ("GPL-3.0-only AND MIT", false),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
            ("(GPL-2.0 OR AGPL-3.0) AND MIT", false),
            ("Apache-2.0 WITH LLVM-exception OR MIT", true),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("AGPL-3.0", false),
            ("MIT OR", true),
            ("MIT MIT", false),
            ("(MIT", false),
            ("", false),
        ] {
            assert_eq!(allowed(expression), fits, "{expression}");
        }
    }

    #[test]
    fn a_package_is_named_once() {
        let tree = "MIT\ta v1.0.0\nGPL-3.0\tb v2.0.0 (https://example.org)\nGPL-3.0\tb v2.0.0 (https://example.org) (*)\n\tc v3.0.0\n\n";
        let findings: Vec<String> = of(tree).iter().map(Finding::to_string).collect();
        assert_eq!(
            findings,
            [
                "Cargo.lock: c v3.0.0 has licence none: use another crate, or write what is needed",
                "Cargo.lock: b v2.0.0 has licence GPL-3.0: use another crate, or write what is needed",
            ]
        );
    }
}
