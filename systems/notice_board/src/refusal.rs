//! Every reason for which something about a notice is refused, each with its sentence.

use crate::say::plain_day;
use crate::texts::t;
use lianxin_base::{Day, Lang, Refuse};

lianxin_base::refusals! {
    /// Why something about a notice was refused.
    t,
    /// Outside of what the author looks after, or no place with a board.
    NotHere "notice_board.not_here" 403 "area" msg_no_not_here,
    /// No such notice.
    NoNotice "notice_board.no_notice" 404 "" msg_no_notice,
    /// Posted by another organisation.
    Others "notice_board.others" 409 "" msg_no_others,
    /// No title.
    NoTitle "notice_board.no_title" 422 "title" msg_no_title,
    /// Nothing written.
    NoWords "notice_board.no_words" 422 "words" msg_no_words,
    /// A section the board does not have.
    BadSection "notice_board.bad_section" 422 "section" msg_no_section,
    /// A company posts in the section of property only.
    OnlyProperty "notice_board.only_property" 422 "section" msg_no_only_property,
    /// A ground that is not in force on that day.
    BadGround "notice_board.bad_ground" 422 "ground" msg_no_ground,
    /// From a day that is over.
    FromPast "notice_board.from_past" 422 "from" msg_no_from_past,
    /// It ends before it begins.
    ToBeforeFrom "notice_board.to_before_from" 422 "to" msg_no_to_before_from,
    /// Longer than a board keeps anything.
    TooFar "notice_board.too_far" 422 "to" msg_no_too_far,
    /// A number of an identity card.
    IdNumber "notice_board.id_number" 422 "words" msg_no_id_number,
    /// It hangs, and is not changed any more.
    Hangs "notice_board.hangs" 409 "" msg_no_hangs,
    /// It does not hang yet: it is changed, not corrected.
    NotYet "notice_board.not_yet" 409 "" msg_no_not_yet,
    /// It is corrected by another one already.
    Corrected "notice_board.corrected" 409 "" msg_no_corrected,
    /// It was taken down.
    IsDown "notice_board.is_down" 409 "" msg_no_is_down,
    /// Why it is taken down is not said.
    NoReason "notice_board.no_reason" 422 "reason" msg_no_reason,
    /// A number of an identity card in the reason.
    IdNumberReason "notice_board.id_number_reason" 422 "reason" msg_no_id_number,
    /// A new series without a name.
    NoSeriesName "notice_board.no_series_name" 422 "series" msg_no_series_name,
    /// No such series on that board.
    NoSeries "notice_board.no_series" 422 "goes" msg_no_series,
    /// No photo.
    NoPhoto "notice_board.no_photo" 422 "photo" msg_no_photo,
    /// Not one line of what is seen for each photo.
    NoAlt "notice_board.no_alt" 422 "alt" msg_no_alt,
    /// No caption.
    NoCaption "notice_board.no_caption" 422 "caption" msg_no_caption,
    /// Nobody who took it.
    NoCredit "notice_board.no_credit" 422 "credit" msg_no_credit,
    /// Nobody was asked.
    NoConsent "notice_board.no_consent" 422 "faces" msg_no_consent,
    /// How and when they agreed is not said.
    NoConsentHow "notice_board.no_consent_how" 422 "consent" msg_no_consent_how,
    /// Children are seen, or it is not said that none are.
    Children "notice_board.children" 422 "children" msg_no_children,
    /// Somebody in need is seen, or it is not said that nobody is.
    Needy "notice_board.needy" 422 "needy" msg_no_needy,
    /// It is not said that nobody can be recognised before the board.
    ProofPeople "notice_board.proof_people" 422 "nobody" msg_no_proof_people,
    /// A day to come.
    ProofToCome "notice_board.proof_to_come" 422 "day" msg_no_proof_to_come,
    /// The photo of the start is not of the time it hangs.
    ProofStart "notice_board.proof_start" 422 "day" msg_no_proof_start,
    /// The photo of the end is from before the last day, or long after.
    ProofEnd "notice_board.proof_end" 422 "day" msg_no_proof_end,
    /// It is there.
    ProofGiven "notice_board.proof_given" 409 "photo" msg_no_proof_given,
    /// Not one of the calendars.
    BadBody "notice_board.bad_body" 422 "body" msg_no_body,
}

/// It would hang for less than the law wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooShort {
    /// Least days.
    pub days: u32,
    /// The first day it may end on.
    pub until: Day,
    /// The article; empty: it is custom.
    pub article: String,
}

impl Refuse for TooShort {
    fn code(&self) -> &'static str {
        "notice_board.too_short"
    }
    fn say(&self, lang: Lang) -> String {
        let (t, until) = (t(lang), plain_day(lang, self.until));
        if self.article.is_empty() {
            return t.msg_no_too_short_custom(self.days, until);
        }
        t.msg_no_too_short(self.days, self.article.clone(), until)
    }
    fn field(&self) -> Option<&'static str> {
        Some("to")
    }
}

/// It would hang for less than the sheet that it corrects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShorterThanOld {
    /// The first day it may end on.
    pub until: Day,
}

impl Refuse for ShorterThanOld {
    fn code(&self) -> &'static str {
        "notice_board.shorter_than_old"
    }
    fn say(&self, lang: Lang) -> String {
        t(lang).msg_no_shorter_than_old(plain_day(lang, self.until))
    }
    fn field(&self) -> Option<&'static str> {
        Some("to")
    }
}

/// Its period is not over: it is corrected, not taken down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithinPeriod {
    /// The last day of the period.
    pub until: Day,
    /// The article.
    pub article: String,
}

impl Refuse for WithinPeriod {
    fn code(&self) -> &'static str {
        "notice_board.within_period"
    }
    fn say(&self, lang: Lang) -> String {
        let (t, until) = (t(lang), plain_day(lang, self.until));
        if self.article.is_empty() {
            return t.msg_no_within_period_custom(until);
        }
        t.msg_no_within_period(until, self.article.clone())
    }
    fn status(&self) -> u16 {
        409
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_its_own_code_and_a_sentence_in_both_languages() {
        let mut codes: Vec<_> = REFUSALS.iter().map(Refuse::code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), REFUSALS.len());
        for r in REFUSALS {
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
        let until = "2026-06-16".parse().expect("a day");
        let short = TooShort { days: 15, until, article: "物业管理条例 14".into() };
        assert!(short.say(Lang::Zh).contains("2026 年 6 月 16 日") && short.say(Lang::En).ends_with('.'));
        let within = WithinPeriod { until, article: "物业管理条例 14".into() };
        assert!(within.say(Lang::Zh).contains("物业管理条例 14") && within.status() == 409);
    }
}
