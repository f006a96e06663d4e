//! Templates obey the strict content policy: no style or script inside, nothing loaded from elsewhere.

use super::{File, Finding};

/// What the browser would refuse anyway, found before it does.
pub(crate) fn check(file: &File) -> Vec<Finding> {
    let (Some(text), true) = (&file.text, file.has_ending("html")) else { return Vec::new() };
    let lower = text.to_lowercase();
    let mut findings = Vec::new();
    for (number, line) in lower.lines().enumerate() {
        for (wrong, instead) in [
            (attribute(line, "style"), "a style attribute: name a class of kernel/web/assets"),
            (line.contains("<style"), "a style block: it goes into kernel/web/assets"),
            (handler(line), "an event attribute: app.js finds its elements by data- attributes"),
            (inline_script(line), "an inline script: it goes into kernel/web/assets/app.js"),
            (line.contains("javascript:"), "a javascript: link: use a button in a form"),
            (elsewhere(line), "loaded from elsewhere: everything comes from this server"),
        ] {
            if wrong {
                findings.push(Finding::new(&file.path, number + 1, instead));
            }
        }
    }
    findings
}

/// ` name=` with a blank before it, so that `data-style=` is none.
fn attribute(line: &str, name: &str) -> bool {
    let starts_here = |at: usize| line[..at].chars().next_back().is_none_or(char::is_whitespace);
    line.match_indices(name).any(|(at, _)| starts_here(at) && line[at + name.len()..].trim_start().starts_with('='))
}

/// `onclick=` and its like: `on`, letters, `=`.
fn handler(line: &str) -> bool {
    line.split_whitespace().skip(1).any(|word| {
        let name = word.split('=').next().filter(|name| name.len() < word.len());
        name.and_then(|name| name.strip_prefix("on"))
            .is_some_and(|rest| rest.len() > 2 && rest.chars().all(|c| c.is_ascii_lowercase()))
    })
}

/// A script with a `src` or one that holds data (`type="application/…json"`) is none.
fn inline_script(line: &str) -> bool {
    line.match_indices("<script").any(|(at, _)| {
        let tag = line[at..].split('>').next().unwrap_or_default();
        !tag.contains("src=") && !tag.contains("json")
    })
}

fn elsewhere(line: &str) -> bool {
    ["src=\"http", "src='http", "src=\"//", "<link rel=\"stylesheet\" href=\"http"].iter().any(|how| line.contains(how))
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    #[test]
    fn what_a_template_may_not_hold() {
        for (html, findings) in [
            ("<p style=\"color:red\">", 1),
            ("<p data-style=\"a\" class=\"style\">", 0),
            ("<button onclick=\"go()\">", 1),
            ("<input on=\"1\" once=\"\" name=\"onward\">", 0),
            ("<script>alert(1)</script>", 1),
            ("<script src=\"{{ app_js }}\" defer></script>", 0),
            ("<style>p{}</style>", 1),
            ("<a href=\"javascript:go()\">", 1),
            ("<img src=\"https://example.org/a.png\">", 1),
            ("<a href=\"https://example.org\">link</a>", 0),
        ] {
            assert_eq!(check(&file("kernel/web/views/a.html", html)).len(), findings, "{html}");
        }
        assert!(check(&file("docs/a.md", "<p style=\"x\">")).is_empty());
    }
}
