//! What a rule set must be to be adopted, and on which line it is not; pure.

use crate::assembly::Online;
use crate::refusal::{BadRules, Refusal};
use lianxin_ballot as law;
use lianxin_ballot::{RuleFault, RuleSet};
use lianxin_store::Stop;

/// Longest text in characters; a regional set has a tenth of that.
pub const TEXT_MAX: usize = 20_000;

/// Reads it as the count will.
pub(crate) fn read(toml: &str) -> Result<RuleSet, Stop> {
    let set =
        RuleSet::read(toml).map_err(|why| BadRules { line: line_of(toml, &why), why: law::Refusal::Rules(why) })?;
    if set.body == law::Body::Owners { Ok(set) } else { Err(Refusal::RulesNotOwners.into()) }
}

/// The line a fault is about, from 1: where the reader stopped, or where the thing it names stands.
fn line_of(toml: &str, why: &RuleFault) -> usize {
    let at = |found: &dyn Fn(&str) -> bool| toml.lines().position(|line| found(line.trim())).map(|n| n + 1);
    let key = |name: &str| at(&|line: &str| line.split('=').next().is_some_and(|k| k.trim() == name));
    // The last of them: the first stands rightly.
    let kind = |name: &str| {
        let named = format!("\"{name}\"");
        let all = toml.lines().enumerate();
        all.filter(|(_, line)| line.trim().starts_with("kind") && line.contains(&named)).last().map(|(n, _)| n + 1)
    };
    let found = match why {
        RuleFault::NotToml(said) => said
            .split("line ")
            .nth(1)
            .and_then(|rest| rest.split(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse().ok())),
        RuleFault::UnknownBase(_) | RuleFault::OtherBody => key("extends"),
        RuleFault::BaseNotInForce => key("from"),
        RuleFault::IdTaken(_) => key("id"),
        RuleFault::Dates => key("to"),
        RuleFault::BelowTheLaw(name)
        | RuleFault::MatterTwice(name)
        | RuleFault::AreaOfBody(name)
        | RuleFault::QuorumOfParticipants(name)
        | RuleFault::NeverFollows(name) => kind(name.as_str()),
        RuleFault::Committee => at(&|line: &str| line == "[committee]"),
        RuleFault::Rank => key("rank"),
        RuleFault::Period(_) => at(&|line: &str| line == "[[period]]"),
        RuleFault::CallTwice(_) => at(&|line: &str| line == "[[call]]"),
        RuleFault::Urgent => at(&|line: &str| line == "[urgent]"),
        RuleFault::TooLong | RuleFault::NoBase | RuleFault::NoMatter => None,
    };
    found.unwrap_or(1)
}

/// Whether a way to vote is allowed where a rule set says something about it.
pub(crate) const fn allows(set: &RuleSet, online: Online) -> bool {
    match (set.online, online) {
        (None | Some(law::Online::Allowed), _) | (_, Online::PaperOnly) => true,
        (Some(law::Online::OnlyOfficialSystem), Online::OnlyOfficialSystem) => true,
        (Some(_), _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "id = \"x.town\"\nbody = \"owners\"\nsource = \"某市物业管理条例\"\narticle = \"30\"\n\
                        from = \"2026-01-01\"\nseen = \"A\"\nextends = \"cn.owners.civil-code-278\"\n";

    #[test]
    fn a_malformed_set_is_refused_with_the_line() {
        let matter = |majority: &str| {
            format!(
                "{GOOD}\n[[matter]]\nkind = \"fund-use\"\narticle = \"40\"\nseen = \"A\"\n\
                 quorum = {{ of = \"all\", area = \">= 2/3\", persons = \">= 2/3\" }}\n\
                 majority = {{ of = \"participants\", area = \"{majority}\", persons = \"{majority}\" }}\n"
            )
        };
        for (what, text, line) in [
            ("good", GOOD.to_owned(), None),
            ("stricter", matter(">= 3/4"), None),
            ("nothing", String::new(), Some(1)),
            ("a broken line", GOOD.replace("article = \"30\"", "article = "), Some(4)),
            ("an unknown field", format!("{GOOD}colour = \"red\"\n"), Some(8)),
            ("another base", GOOD.replace("civil-code-278", "nothing"), Some(7)),
            ("no base", GOOD.replace("extends = \"cn.owners.civil-code-278\"\n", ""), Some(1)),
            ("ends before it begins", format!("{GOOD}to = \"2025-01-01\"\n"), Some(8)),
            ("the name of another", GOOD.replace("x.town", "cn.owners.civil-code-278"), Some(1)),
            ("before its base", GOOD.replace("2026-01-01", "2019-01-01"), Some(5)),
            ("less than the law", matter(">= 1/3"), Some(10)),
        ] {
            let found = RuleSet::read(&text).err().map(|why| line_of(&text, &why));
            assert_eq!(found, line, "{what}");
        }
    }

    #[test]
    fn how_one_may_vote_where_the_region_says_so() {
        let set = |online: &str| RuleSet::read(&format!("{GOOD}{online}")).expect("good");
        let asked = [Online::Allowed, Online::OnlyOfficialSystem, Online::PaperOnly];
        for (text, may) in [
            ("", [true, true, true]),
            ("online = \"allowed\"\n", [true, true, true]),
            ("online = \"only_official_system\"\n", [false, true, true]),
            ("online = \"paper_only\"\n", [false, false, true]),
        ] {
            assert_eq!(asked.map(|online| allows(&set(text), online)), may, "{text}");
        }
    }
}
