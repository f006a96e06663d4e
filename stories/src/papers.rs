//! `stories/snapshots/papers.md`: every printed sheet with its invented example, as it reads in both languages.

use lianxin_base::Lang;
use lianxin_web::Specimen;
use std::fmt::Write as _;

/// Every printed sheet of every system.
///
/// # Panics
/// The systems do not agree, and the app would not open either.
pub fn all() -> Vec<Specimen> {
    let systems = lianxin_app::wiring::systems().expect("the systems agree");
    systems.into_iter().flat_map(|system| system.specimens).collect()
}

/// The words of a sheet, a line for each of its parts; drawings and buttons are none.
pub fn words(html: &str) -> Vec<String> {
    let (mut out, mut line, mut rest) = (Vec::new(), String::new(), html);
    let mut unseen: Option<&str> = None;
    while let Some((text, after)) = rest.split_once('<') {
        if unseen.is_none() {
            line.push_str(text);
        }
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        rest = after;
        let name = tag.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if unseen.is_some_and(|open| tag.strip_prefix('/') == Some(open)) {
            unseen = None;
        } else if unseen.is_none() && !tag.starts_with('/') {
            unseen = ["svg", "button"].into_iter().find(|open| *open == name);
        }
        if !["b", "span", "code", "a", "i"].contains(&name) {
            put(&mut out, &mut line);
        }
    }
    line.push_str(rest);
    put(&mut out, &mut line);
    out
}

fn put(out: &mut Vec<String>, line: &mut String) {
    let text = line.split_whitespace().collect::<Vec<_>>().join(" ");
    line.clear();
    if !text.is_empty() {
        out.push(text);
    }
}

/// The printed list.
pub fn table() -> String {
    let mut out = String::from(
        "# 打印出来的纸 What is printed\n\n\
         由程序打印，不手改：`cargo run -p lianxin-stories --bin matrix -- --write`。测试比对它。里面的内容都是编的。\n\
         Printed by the program, not edited by hand; a test compares it. Everything in it is invented.\n",
    );
    for s in all() {
        for lang in [Lang::Zh, Lang::En] {
            writeln!(out, "\n## {} {} {}\n", s.name, lang.tag(), (s.label)(lang)).ok();
            for line in words(&(s.sheet)(lang).0) {
                writeln!(out, "- {line}").ok();
            }
        }
    }
    out
}
