//! Every refusal is a sentence in both languages.

use crate::*;
use lianxin_base::Lang;

#[test]
fn what_is_refused_is_said_in_the_language_asked_for() {
    let (unit, owner) = (UnitKey::new("1-101").expect("a key"), OwnerKey::new("o1").expect("a key"));
    let election = ElectionKey::new("e1").expect("a key");
    for refusal in [
        Refusal::Form(9),
        Refusal::TooMany(TooMany::Papers),
        Refusal::RulesOfOtherBody(Body::Residents),
        Refusal::EmptyRoll,
        Refusal::UnitTwice(unit),
        Refusal::PaperTwice(owner),
        Refusal::Seats { election: election.clone(), least: 5, most: None },
        Refusal::Seats { election, least: 5, most: Some(11) },
        Refusal::Rules(RuleFault::Period(PeriodKind::MeetingNotice)),
        Refusal::Rules(RuleFault::NoBase),
    ] {
        let [zh, en] = Lang::ALL.map(|lang| refusal.say(lang));
        assert!(!zh.is_ascii() && en.replace(['“', '”'], "").is_ascii() && en.len() > 10, "{zh} {en}");
    }
}
