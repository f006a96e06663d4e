//! Rule sets that an act adopts.

use super::scenes::{code, counted, owners, paper};
use crate::*;
use serde_json::json;

const HANGZHOU: &str = include_str!("rules/hangzhou.toml");
const BEIJING: &str = include_str!("rules/beijing.toml");
const CHARTER: &str = include_str!("rules/charter.toml");

/// The fund in an emergency, by an article, its account posted for so many days.
fn urgent(article: &str, days: u32) -> String {
    format!("\n[urgent]\narticle = \"{article}\"\nseen = \"A\"\nposted_days = {days}\n")
}

#[test]
fn a_variant_keeps_what_it_does_not_change() {
    let set = RuleSet::read(BEIJING).expect("good");
    assert_eq!(set.matters, built_in()[1].matters);
    let days = |kind| set.period(kind).and_then(|p| p.days);
    for (kind, n) in [
        (PeriodKind::MeetingNotice, 15),
        (PeriodKind::PreparatoryGroup, 30), // 60 in the country's rules
        (PeriodKind::DecisionPosted, 3),
        (PeriodKind::Filing, 30),
    ] {
        assert_eq!(days(kind), Some(n), "{kind:?}");
    }
    assert_eq!(set.committee.as_ref().map(|c| c.most), Some(None));
    assert_eq!(set.call(CallBy::FirstMeetingOwners).map(|c| c.share.least(257)), Some(13));
}

#[test]
fn a_variant_ends_with_the_law_it_changes() {
    let text = "id = \"example.residents\"\nbody = \"residents\"\nsource = \"covenant\"\narticle = \"1\"\nfrom = \"2020-01-01\"\n\
        to = \"2030-01-01\"\nseen = \"A\"\nextends = \"cn.residents.2018\"\n";
    let set = RuleSet::read(text).expect("good");
    assert_eq!(set.to.map(|day| day.to_string()).as_deref(), Some("2026-01-01"));
}

#[test]
fn what_is_wrong_with_a_rule_set() {
    let matter = |q: &str, m: &str, more: &str| {
        format!(
            "{HANGZHOU}\n[[matter]]\nkind = \"covenant\"\narticle = \"1\"\nseen = \"A\"\nquorum = {q}\nmajority = {m}\n{more}"
        )
    };
    let (q, m) = (
        r#"{ of = "all", area = ">= 2/3", persons = ">= 2/3" }"#,
        r#"{ of = "participants", area = "> 1/2", persons = "> 1/2" }"#,
    );
    let changed = |from: &str, to: &str| HANGZHOU.replacen(from, to, 1);
    let charter = |from: &str, to: &str| CHARTER.replacen(from, to, 1);
    for (text, want) in [
        (HANGZHOU.to_owned(), "good"),
        (CHARTER.to_owned(), "good"),
        (matter(q, m, ""), "good"),
        (matter(q, &m.replace("> 1/2", ">= 2/3"), ""), "good"), // more than the law asks
        (matter(&q.replace(r#"area = ">= 2/3""#, r#"area = "> 1/2""#), m, ""), "ballot.rules.below_the_law"),
        (matter(q, &m.replace("> 1/2", ">= 1/2"), ""), "ballot.rules.below_the_law"),
        (matter(q, &m.replace(r#"persons = "> 1/2""#, r#"persons = "> 1/3""#), ""), "ballot.rules.below_the_law"),
        (matter(q, m, "item = 6\nfollow = true").replace("covenant", "pets"), "ballot.rules.never_follows"),
        (matter(q, m, "").replace("covenant", "fund-raise"), "ballot.rules.below_the_law"),
        (matter(q, m, "").replace("covenant", "pets"), "good"), // as a matter that is major for this compound
        (matter(q, &m.replace("participants", "all"), ""), "good"),
        (matter(&q.replace("all", "participants"), m, ""), "ballot.rules.below_the_law"),
        (matter(q, &m.replace(r#"area = "> 1/2", "#, ""), ""), "ballot.rules.below_the_law"),
        (
            matter(q, &m.replace("> 1/2", ">= 3/4"), "follow = true").replace("covenant", "rebuild"),
            "ballot.rules.never_follows",
        ),
        (matter(q, m, "") + &matter(q, m, "")[HANGZHOU.len()..], "ballot.rules.matter_twice"),
        (matter(q, &m.replace("> 1/2", "> 0.5"), ""), "ballot.rules.not_toml"),
        (matter(q, &m.replace("> 1/2", "> 3/2"), ""), "ballot.rules.not_toml"),
        (changed("seen", "sean"), "ballot.rules.not_toml"),
        (changed("2025-01-01", "2025-13-01"), "ballot.rules.not_toml"),
        (changed("2025-01-01\"", "2025-01-01\"\nto = \"2025-01-01\""), "ballot.rules.dates"),
        (changed("2025-01-01", "2020-01-01"), "ballot.rules.base_not_in_force"),
        (changed("extends = \"cn.owners.civil-code-278\"", ""), "ballot.rules.no_base"),
        (changed("cn.owners.civil-code-278", "cn.owners"), "ballot.rules.unknown_base"),
        (changed("cn.owners.civil-code-278", "cn.committee.274"), "ballot.rules.other_body"),
        (changed("example.hangzhou", "cn.committee.274"), "ballot.rules.id_taken"),
        (changed("least = 5", "least = 12"), "ballot.rules.committee"),
        (changed("seats = 3", "seats = 4"), "ballot.rules.committee"),
        (changed("\"shares\"", "\"lot\""), "ballot.rules.rank"),
        (changed("\"shares\"", "\"area\""), "ballot.rules.rank"),
        (charter("\"persons\", ", "\"area\", "), "ballot.rules.rank"),
        (charter("> 1/2\" }", "> 1/2\", area = \"> 1/2\" }"), "ballot.rules.area_of_body"),
        (charter("of = \"all\"", "of = \"participants\""), "ballot.rules.quorum_of_participants"),
        (charter("seen = \"A\"\nquorum", "seen = \"A\"\nfollow = true\nquorum"), "ballot.rules.never_follows"),
        (CHARTER.split("[[matter]]").next().unwrap_or_default().to_owned(), "ballot.rules.no_matter"),
        (format!("{BEIJING}days = 3"), "ballot.rules.not_toml"),
        (BEIJING.replace("days = 7", "days = 0"), "ballot.rules.period"),
        (BEIJING.replace("days = 7", "days = 7\nmonths = 1"), "ballot.rules.period"),
        (BEIJING.replace("group_posted", "street_answer"), "ballot.rules.period"),
        (BEIJING.replace("first_meeting_area", "first_meeting_owners"), "ballot.rules.call_twice"),
        (format!("{HANGZHOU}{}", urgent("某市条例 61", 7)), "good"),
        (format!("{HANGZHOU}{}", urgent("某市条例 61", 0)), "ballot.rules.urgent"),
        (format!("{HANGZHOU}{}", urgent("某市条例 61", 367)), "ballot.rules.urgent"),
        (format!("{HANGZHOU}{}", urgent(" ", 7)), "ballot.rules.urgent"),
        (format!("{CHARTER}{}", urgent("章程 9", 7)), "ballot.rules.urgent"),
        ("#".repeat(70_000), "ballot.rules.too_long"),
        (format!("id = {}", "[".repeat(60_000)), "ballot.rules.not_toml"),
        (format!("{}id = 1", "a.".repeat(30_000)), "ballot.rules.not_toml"),
        (String::new(), "ballot.rules.not_toml"),
    ] {
        let found = RuleSet::read(&text).map_or_else(|fault| fault.code(), |_| "good");
        assert_eq!(found, want, "{text}");
    }
}

#[test]
fn a_ballot_keeps_its_rule_set() {
    let mut vote = owners(&[("a", "100")], &["covenant"]);
    let hash = RuleSet::read(HANGZHOU).expect("good").sha256;
    let whole = include_str!("../../rules/owners-civil-code-278.toml");
    for (kept, want) in [
        (json!({"id": "cn.owners.civil-code-278"}), "counted"),
        (json!({"id": "cn.owners.civil-code-278", "toml": whole}), "counted"),
        (json!({"id": "example.hangzhou", "sha256": hash, "toml": HANGZHOU}), "counted"),
        (json!({"id": "example.hangzhou", "sha256": hash, "toml": format!("{HANGZHOU}#")}), "ballot.rules_changed"),
        (json!({"id": "example.hangzhou", "sha256": "", "toml": HANGZHOU}), "ballot.rules_changed"),
        (json!({"id": "example", "toml": HANGZHOU}), "ballot.rules_renamed"),
        (json!({"id": "example.hangzhou"}), "ballot.unknown_rules"),
        (json!({"id": "cn.owners.before-2021"}), "ballot.not_in_force"),
        (json!({"id": "cn.committee.274"}), "ballot.rules_of_other_body"),
        (json!({"id": "x", "toml": "x"}), "ballot.rules.not_toml"),
    ] {
        vote["rules"] = kept;
        assert_eq!(code(&vote), want, "{}", vote["rules"]);
    }
    vote["rules"] = json!(null);
    vote["opened"] = "2020-06-01".into();
    assert_eq!(code(&vote), "ballot.unknown_kind", "before 2021 no text was read for a covenant");
}

#[test]
fn a_charter_decides_by_head_and_says_how_votes_are_cast() {
    let mut vote = json!({
        "form": 1, "body": "members", "opened": "2026-01-05",
        "rules": {"id": "example.charter", "toml": CHARTER},
        "roll": {"voters": ["a", "b", "c", "d", "e", "f"]},
        "matters": [{"matter": "m0", "kind": "resolution"}, {"matter": "m1", "kind": "charter"}],
    });
    let yes = |owner: &str| json!({"owner": owner, "channel": "paper", "marks": {"m0": "yes", "m1": "yes"}});
    vote["papers"] = json!(["a", "b", "c", "d"].map(yes));
    let passed = |vote: &serde_json::Value| counted(vote).matters.iter().map(|m| m.passed).collect::<Vec<_>>();
    assert_eq!(passed(&vote), [true, true], "four of six are two thirds");
    vote["papers"][0]["channel"] = "phone".into();
    assert_eq!(passed(&vote), [false, false], "three of six: neither more than half nor two thirds took part");
    assert_eq!(counted(&vote).papers.not_counted[0].reason, Reason::Channel);
    vote["papers"][0] = json!({"owner": "a", "channel": "proxy", "proxy": "p", "marks": {}});
    assert_eq!(code(&vote), "counted");
    vote["papers"][1] = json!({"owner": "b", "channel": "proxy", "proxy": "p", "marks": {}});
    assert_eq!(code(&vote), "ballot.too_many_for_proxy");
    vote["papers"][1] = json!({"owner": "b", "channel": "proxy", "marks": {}});
    assert_eq!(code(&vote), "ballot.proxy_unnamed");
    vote["rules"] = json!(null);
    assert_eq!(code(&vote), "ballot.not_in_force", "no law stands in for a charter");
}

#[test]
fn where_an_official_system_is_prescribed_its_tally_counts_and_the_phone_does_not() {
    let mut vote = owners(&[("a", "100"), ("b", "100")], &["covenant"]);
    vote["rules"] = json!({"id": "example.beijing", "toml": BEIJING});
    vote["papers"] = json!([paper("a", "yes"), paper("b", "yes")]);
    for (channel, counted_papers) in [("official", 1), ("phone", 0), ("photo", 1), ("paper", 1)] {
        vote["papers"] = json!([{"owner": "a", "channel": channel, "marks": {"m0": "yes"}}]);
        assert_eq!(counted(&vote).papers.returned.persons, counted_papers, "{channel}");
    }
}
