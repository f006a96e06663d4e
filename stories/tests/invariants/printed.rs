//! The printed lists are what the program says today.

use lianxin_base::Lang;
use lianxin_paper::notice::{Round, sheet_docx};
use lianxin_stories::{matrix, notices, papers, refusals};
use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};
use std::path::Path;
use zip::ZipArchive;

/// Compares a list with its file; a difference is told by its first line.
fn same(name: &str, now: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = now.lines().zip(kept.lines().chain(std::iter::repeat(""))).find(|(a, b)| a != b);
    assert!(
        now == kept,
        "{name} is not what is printed today; look at the difference, then: \
         cargo run -p lianxin-stories --bin matrix -- --write\nfirst: {differs:?}"
    );
}

#[test]
fn the_permission_matrix_is_what_the_running_router_answers() {
    let asked = matrix::ask();
    assert_eq!(asked.trespasses(), Vec::<String>::new(), "what lies outside one's scope is not there");
    let printed = asked.printed();
    same("../docs/matrix.md", &printed);
    for passage in lianxin_web::matrix(&lianxin_app::wiring::systems().expect("the systems agree")) {
        let row = format!("| {} | `{}` | {} |", passage.method, passage.path, passage.gate);
        assert!(printed.lines().any(|line| line.starts_with(&row)), "{row}");
    }
    let roles: BTreeSet<String> = lianxin_gate::Role::ALL.iter().map(|role| role.name().to_owned()).collect();
    assert_eq!(asked.roles, roles, "every role has a column");
    assert!(!printed.contains("500") && !printed.contains("503"), "nothing broke while it was asked");
}

#[test]
fn every_refusal_has_a_sentence_in_both_languages_and_is_in_the_printed_list() {
    same("../docs/refusals.md", &refusals::table());
    let all = refusals::all();
    let codes: BTreeSet<_> = all.iter().map(|s| s.code).collect();
    for s in &all {
        assert!(s.zh.ends_with('。') && s.en.ends_with('.'), "{}: {} {}", s.code, s.zh, s.en);
        assert!((400..600).contains(&s.status) && s.zh != s.en, "{}", s.code);
        assert!(s.code.split_once('.').is_some_and(|(room, what)| !room.is_empty() && !what.is_empty()), "{}", s.code);
    }
    assert!(codes.len() > 60, "{}", codes.len());
}

#[test]
fn every_message_has_a_preview_in_both_languages_and_is_in_the_printed_list() {
    let all = notices::all();
    assert_eq!(all.faults(), Vec::<String>::new());
    assert_eq!(all.previews().iter().filter(|(_, lang, _)| *lang == Lang::Zh).count() * 2, all.previews().len());
    same("snapshots/notices.md", &notices::table());
}

#[test]
fn every_printed_sheet_has_an_example_that_reads_as_it_did() {
    let all = papers::all();
    let names: BTreeSet<&str> = all.iter().map(|s| s.name).collect();
    assert_eq!((names.len(), all.len() >= 24), (all.len(), true), "no name stands twice");
    for s in &all {
        let [zh, en] = [Lang::Zh, Lang::En].map(|lang| (s.sheet)(lang).0);
        assert!(zh.contains("样张") || ["desk-blank"].contains(&s.name), "{}: an example says it is one", s.name);
        assert!(zh != en && (s.label)(Lang::Zh) != (s.label)(Lang::En), "{}", s.name);
    }
    same("snapshots/papers.md", &papers::table());
}

/// How elements begin that no sheet shows.
const SCREEN: [&str; 7] = [
    "<h1 class=\"vh\">",
    "<caption class=\"vh\">",
    "<span class=\"vh\">",
    "<div class=\"acts no-print\">",
    "<div class=\"no-print\">",
    "<p class=\"no-print\">",
    "<p class=\"hint no-print\">",
];

#[test]
fn every_printed_sheet_can_be_edited_and_no_word_of_it_is_lost() {
    for s in papers::all() {
        for lang in [Lang::Zh, Lang::En] {
            let html = (s.sheet)(lang).0;
            let bytes = sheet_docx(&html, "", Round::default()).expect("written");
            let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
            let mut xml = String::new();
            zip.by_name("word/document.xml").expect("words").read_to_string(&mut xml).expect("text");
            let there: String = papers::words(&xml).concat().split_whitespace().collect();
            // What is for the screen alone stands in its own elements; the sheet is what is left of them.
            let paper = SCREEN.iter().fold(html, |text, head| without(&text, head));
            for line in papers::words(&paper) {
                let line: String = line.split_whitespace().collect();
                assert!(there.contains(&line), "{} {}: {line}\n{there}", s.name, lang.tag());
            }
        }
    }
}

/// A text without the elements that begin so.
fn without(html: &str, head: &str) -> String {
    let (mut out, mut rest) = (String::new(), html);
    let name = head.trim_start_matches('<').split(' ').next().unwrap_or_default();
    while let Some((before, after)) = rest.split_once(head) {
        out.push_str(before);
        let mut depth = 1;
        let mut at = 0;
        while depth > 0 {
            let open = after[at..].find(&format!("<{name}")).map_or(usize::MAX, |n| n + at);
            let Some(end) = after[at..].find(&format!("</{name}>")).map(|n| n + at) else { return out };
            (depth, at) = if open < end { (depth + 1, open + 1) } else { (depth - 1, end + 1) };
        }
        rest = after[at..].split_once('>').map_or("", |(_, rest)| rest);
    }
    out + rest
}
