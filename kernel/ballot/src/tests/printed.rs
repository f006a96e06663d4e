//! `docs/votes.md`: the tables of the law as they are tested, printed for a lawyer, each line with its article and source.

use super::vectors::{EDGES, FUND_2020, IN_FORCE, MEETINGS, PERIODS, Part, civil_code, day, kind};
use crate::*;
use lianxin_calendar::Calendar;
use std::fmt::Write as _;

const DOCS: &str = include_str!("../../../../docs/votes.md");

fn yes(holds: bool) -> &'static str {
    if holds { "够 yes" } else { "不够 no" }
}

fn part((area, persons): Part) -> String {
    format!("{area} m² / {persons}")
}

/// What was read of a text: itself, a secondary one, or from memory.
fn seen(seen: Seen) -> &'static str {
    match seen {
        Seen::V => "V",
        Seen::S => "S",
        Seen::M => "M",
        Seen::A => "A",
    }
}

fn bar(bar: Bar) -> String {
    let of = if bar.of == Of::All { "全体 of all" } else { "参加的 of those who take part" };
    match bar.area {
        Some(area) => format!("{of}: 面积 area {area}, 人数 persons {}", bar.persons),
        None => format!("{of}: 人数 persons {}", bar.persons),
    }
}

fn head(out: &mut String, title: &str, columns: &[&str]) {
    let line: String = columns.iter().map(|_| " --- |").collect();
    let _ = writeln!(out, "\n## {title}\n\n| {} |\n|{line}", columns.join(" | "));
}

fn needs(out: &mut String) {
    let title = "每一类事要多少 What each kind of matter needs";
    head(out, title, &["rule set", "kind", "article", "quorum", "majority", "follow", "source", "seen"]);
    for set in built_in() {
        for m in &set.matters {
            let follow = if m.follow { "可约定 may be adopted" } else { "从不 never" };
            let (quorum, majority) = (bar(m.quorum), bar(m.majority));
            let (id, kind, article, source) = (&set.id, &m.kind, &m.article, &set.source);
            let seen = seen(m.seen);
            let _ =
                writeln!(out, "| {id} | {kind} | {article} | {quorum} | {majority} | {follow} | {source} | {seen} |");
        }
    }
}

fn edges(out: &mut String) {
    let columns = ["kind", "article", "全体 all", "参加 took part", "同意 yes", "quorum", "majority", "source"];
    head(out, "民法典 278 的边界 Civil Code 278 at its edges", &columns);
    for (name, all, participants, said, quorum, majority) in EDGES {
        let article = &civil_code().matter(&kind(name)).expect(name).article;
        let (all, participants, said) = (part(*all), part(*participants), part(*said));
        let (quorum, majority, source) = (yes(*quorum), yes(*majority), &civil_code().source);
        let _ = writeln!(
            out,
            "| {name} | {article} | {all} | {participants} | {said} | {quorum} | {majority} | {source} |"
        );
    }
    let set = rule_set(day("2020-06-01"), Body::Owners).expect("in force");
    head(out, "2021 年以前用维修资金 The fund before 2021, of 30000.00 m² / 300", &columns[3..]);
    for (participants, said, (quorum, majority)) in FUND_2020 {
        let (participants, said) = (part(*participants), part(*said));
        let (quorum, majority) = (yes(*quorum), yes(*majority));
        let _ = writeln!(out, "| {participants} | {said} | {quorum} | {majority} | {} {} |", set.source, set.article);
    }
}

fn rest(out: &mut String) {
    head(out, "哪天用哪套规则 Which rules were in force", &["body", "on", "rule set", "source", "article"]);
    for (body, on, id) in IN_FORCE {
        let set = rule_set(day(on), *body);
        let (source, article) = set.map_or(("", ""), |s| (s.source.as_str(), s.article.as_str()));
        let _ = writeln!(out, "| {body:?} | {on} | {} | {source} | {article} |", id.unwrap_or("没有 none"));
    }
    head(out, "按人数的会 Meetings by persons", &["body", "all", "present", "yes", "quorum", "majority", "source"]);
    for (body, all, present, said, (quorum, majority)) in MEETINGS {
        let set = rule_set(day("2026-06-01"), *body).expect("in force");
        let (quorum, majority) = (yes(*quorum), yes(*majority));
        let _ = writeln!(
            out,
            "| {body:?} | {all} | {present} | {said} | {quorum} | {majority} | {} {} |",
            set.source, set.article
        );
    }
    let columns = ["for", "from", "数到 counted", "顺到工作日 moved", "article", "seen"];
    head(out, "期限 Periods", &columns);
    for (what, from, counted, moved) in PERIODS {
        let period = civil_code().period(*what).expect("stated");
        let _ = period.last_day(&Calendar::official(), day(from));
        let _ =
            writeln!(out, "| {what:?} | {from} | {counted} | {moved} | {} | {} |", period.article, seen(period.seen));
    }
}

/// The whole document.
fn printed() -> String {
    let mut out = String::from(
        "# 业主表决怎么算 How owners' votes are counted\n\n\
         由测试里的同一张表打印，不手改：`cargo test -p lianxin-ballot` 按这些表算，并比对本页，不一样就把整页印出来。\n\
         Printed from the tables that `cargo test -p lianxin-ballot` counts by, and compared by it; not edited by hand.\n\n\
         seen: V 看过原文 the text itself, S 只看过转载 a secondary text, M 凭记忆，用前要核 from memory, A 自己通过的 adopted.\n\
         「以上」含本数 is >=，「过半数」不含 is > (民法典 1259)。面积按 0.01 m² 的整数算，不用小数和百分比。\n",
    );
    needs(&mut out);
    edges(&mut out);
    rest(&mut out);
    out
}

#[test]
fn the_tables_of_the_law_stand_in_the_docs_as_they_are_tested() {
    assert!(printed() == DOCS, "docs/votes.md has to be this:\n{}", printed());
}
