//! More reasons for which something about a vote is refused: the tally of an official system, the signed count sheet, the
//! papers as one file.

use crate::texts::t;

lianxin_base::refusals! {
    /// Why something about a tally was refused.
    t,
    /// This vote is not cast in an official system.
    OfficialNot "property.official_not" 409 "" msg_no_official_not,
    /// Before the close nobody looks at what was cast.
    OfficialEarly "property.official_early" 409 "" msg_no_official_early,
    /// Which system is not said.
    OfficialSource "property.official_source" 422 "source" msg_no_official_source,
    /// Its reference number is not said.
    OfficialReference "property.official_reference" 422 "reference" msg_no_official_reference,
    /// To come, or before the vote opened.
    OfficialDay "property.official_day" 422 "day" msg_no_official_day,
    /// No sheet.
    OfficialSheet "property.official_sheet" 422 "sheet" msg_no_official_sheet,
    /// A column is missing.
    OfficialColumns "property.official_columns" 422 "sheet" msg_no_official_columns,
    /// Rows that cannot be taken in.
    OfficialRows "property.official_rows" 422 "sheet" msg_no_official_rows,
    /// Rows of somebody who is not on the roll.
    OfficialOutside "property.official_outside" 422 "sheet" msg_no_official_outside,
    /// Nobody in it has voted.
    OfficialEmpty "property.official_empty" 422 "sheet" msg_no_official_empty,
    /// More rows than there may be.
    OfficialLong "property.official_long" 422 "sheet" msg_no_official_long,
    /// Totals that cannot be read.
    OfficialTotals "property.official_totals" 422 "totals" msg_no_official_totals,
    /// More than there is on the roll.
    OfficialMore "property.official_more" 422 "totals" msg_no_official_more,
    /// A photo of what the authority signed.
    OfficialPhoto "property.official_photo" 422 "photo" msg_no_official_photo,
    /// Whoever took it in first would be the second.
    OfficialSame "property.official_same" 409 "" msg_no_official_same,
    /// Two took in the same.
    OfficialDone "property.official_done" 409 "" msg_no_official_done,
    /// Two took in different ones, and this is a third.
    OfficialDiffers "property.official_differs" 409 "" msg_no_official_differs,
    /// Their own flat is in it.
    OfficialOwn "property.official_own" 409 "" msg_no_official_own,
    /// Nothing to set aside.
    OfficialNone "property.official_none" 409 "" msg_no_official_none,
    /// Whoever took it in would set it aside.
    OfficialVoidSelf "property.official_void_self" 409 "" msg_no_official_void_self,
    /// They asked for that already.
    OfficialVoidAsked "property.official_void_asked" 409 "" msg_no_official_void_asked,
    /// No tally has come.
    OfficialWaits "property.official_waits" 409 "" msg_no_official_waits,
    /// It was taken in once only, or in two ways.
    OfficialOpen "property.official_open" 409 "" msg_no_official_open,
    /// Totals cannot be joined with papers.
    OfficialUncountable "property.official_uncountable" 409 "" msg_no_official_uncountable,
    /// An emergency that was withdrawn.
    UrgentIsOff "property.urgent_is_off" 409 "" msg_no_urgent_is_off,
    /// What was wrong is not said.
    UrgentReason "property.urgent_reason" 422 "reason" msg_no_urgent_reason,
    /// More than was announced.
    UrgentRaise "property.urgent_raise" 422 "sum" msg_no_urgent_raise,
    /// Less than it cost.
    UrgentBelow "property.urgent_below" 422 "sum" msg_no_urgent_below,
    /// Its account does not hang out yet.
    UrgentNoAccount "property.urgent_no_account" 409 "" msg_no_urgent_no_account,
    /// Before the close there is nothing to sign.
    SigningEarly "property.signing_early" 409 "" msg_no_signing_early,
    /// To come, or before the close.
    SigningDay "property.signing_day" 422 "day" msg_no_signing_day,
    /// Nobody called, counted or watched.
    SigningNames "property.signing_names" 422 "watches" msg_no_signing_names,
    /// One of them stands there twice.
    SigningTwice "property.signing_twice" 422 "watches" msg_no_signing_twice,
    /// One of them stands in the election.
    SigningCandidate "property.signing_candidate" 422 "watches" msg_no_signing_candidate,
    /// What differs is not said.
    SigningWords "property.signing_words" 422 "words" msg_no_signing_words,
    /// How many owners demanded it is not said, or more than there are.
    DemandNumber "property.demand_number" 422 "demand_owners" msg_no_demand_number,
    /// To come, or more than a year ago.
    DemandDay "property.demand_day" 422 "demand_day" msg_no_demand_day,
    /// Fewer than may demand a meeting.
    DemandFew "property.demand_few" 422 "demand_owners" msg_no_demand_few,
    /// Its compound was merged with another since it was called.
    MergedSince "property.merged_since" 409 "" msg_no_merged_since,
    /// The papers of this vote are being made as one file.
    BundleRuns "property.bundle_runs" 409 "" msg_no_bundle_runs,
    /// The file, or what was asked for, was put away.
    BundleGone "property.bundle_gone" 409 "" msg_no_bundle_gone,
    /// No photo of the sheet.
    SigningPhoto "property.signing_photo" 422 "photo" msg_no_signing_photo,
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::{Lang, Refuse};

    #[test]
    fn every_refusal_has_its_own_code_and_a_sentence_in_both_languages() {
        let mut codes: Vec<_> = REFUSALS.iter().chain([]).map(Refuse::code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), REFUSALS.len());
        for r in REFUSALS {
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
    }
}
