//! A rule of the demonstration: a shorter time for the work, estimated on what had ended by then, talked over at a council and
//! adopted some weeks ago. Its page shows what was estimated beside what came of it.

use super::play::Play;
use super::script::{BLANK, Script, Step, on};
use crate::path::guess::guess;
use crate::path::propose::{NewProposal, propose};
use crate::path::what::in_words;
use crate::texts::t;
use Step::{Done, Good};
use lianxin_base::{Lang, MatterId, WayId};
use lianxin_path::Limit;
use lianxin_path::sums::{begins, month, plus};
use lianxin_path::whatif::{Change, What};
use lianxin_store::{Fault, Stop};

/// The days a general repair may take from then on.
const DAYS: u32 = 2;
/// So many months were looked at.
const MONTHS: i64 = 12;

/// The proposal, by a name of its own: its words are written by the estimate.
pub(super) const RULE: Script = Script {
    words: "估算：办的时限改成 2 个工作日",
    title: "办的时限改成 2 个工作日",
    back: 63,
    at: (10, 20),
    events: &[
        on(15, 15, 10, "马建军", Done("新时限贴在前台和各楼门口了，派活时照着来。")),
        on(16, 9, 30, "李秀英", Good("去看过，都贴上了。", Some("visit"))),
    ],
    ..BLANK
};

impl Play<'_> {
    /// Counts it and proposes it.
    pub(super) fn rule(&mut self) -> Result<(), Stop> {
        let (area, now, lang) = (self.map.area(RULE.area), self.now(), Lang::Zh);
        let what = What {
            change: Change::Limit { step: "work".into(), limit: Limit::WorkingDays(DAYS) },
            about: None,
            kind: None,
        };
        let first = begins(plus(month(now), 1 - MONTHS)).ok_or_else(|| Fault::bug("a month has a first day"))?.start();
        let (author, terms) = (self.author(self.map.author("吴敏")), self.terms.clone());
        let (matter, way) = (MatterId::new(self.db.chance(), now), WayId::new(self.db.chance(), now));
        let receipt = self.db.act_wait(area, move |tx| {
            let (outcome, _) = guess(tx, &[area], std::slice::from_ref(&what), (first, now.plus(1)))?;
            let change = t(lang).msg_path_if_says_limit(crate::path::words::step(lang, "work"), DAYS.to_string());
            let (title, words) = in_words(lang, &change, &outcome);
            let new = NewProposal { matter, way, area, title, words, about: None, kind: None, months: MONTHS, outcome };
            propose(tx, &terms, &author, &new)
        })?;
        let no = receipt.no.ok_or_else(|| Fault::bug("a proposal without a number"))?;
        self.known(&RULE, no);
        Ok(())
    }
}
