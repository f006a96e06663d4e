//! Every reason for which something about a council is refused, each with its sentence.

use crate::texts::t;

lianxin_base::refusals! {
    /// Why something about a council was refused.
    t,
    /// No such council.
    None "council.meeting_none" 404 "" msg_meeting_none,
    /// The author's organisation is none of the parties of that compound.
    NotParty "council.meeting_not_party" 403 "area" msg_meeting_not_party,
    /// Neither the organisation that called it nor the community.
    NotRunner "council.meeting_not_runner" 403 "" msg_meeting_not_runner,
    /// Where it is held is not said.
    NoPlace "council.meeting_no_place" 422 "where" msg_meeting_no_place,
    /// When it begins is not said.
    NoTime "council.meeting_no_time" 422 "time" msg_meeting_no_time,
    /// It would have begun already.
    Past "council.meeting_past" 422 "day" msg_meeting_past,
    /// Too far away.
    Far "council.meeting_far" 422 "day" msg_meeting_far,
    /// A length or a term that is not offered.
    NoTerm "council.meeting_no_term" 422 "days" msg_meeting_no_term,
    /// There is nothing to talk about.
    NoAgenda "council.meeting_no_agenda" 422 "matter" msg_meeting_no_agenda,
    /// More than an evening has room for.
    TooMuch "council.meeting_too_much" 422 "matter" msg_meeting_too_much,
    /// A matter that is not being talked over in this compound.
    NotTalked "council.meeting_not_talked" 422 "matter" msg_meeting_not_talked,
    /// A matter that is not published.
    NotShown "council.meeting_not_shown" 422 "matter" msg_meeting_not_shown,
    /// A matter that another council has on its agenda.
    OnAnother "council.meeting_on_another" 409 "matter" msg_meeting_on_another,
    /// Nobody who could be invited here.
    NotInvitable "council.meeting_not_invitable" 422 "invite" msg_meeting_not_invitable,
    /// It was called off.
    Off "council.meeting_off" 409 "" msg_meeting_is_off,
    /// It has been held.
    Held "council.meeting_held" 409 "" msg_meeting_held,
    /// It has begun: nothing of it is changed any more.
    Begun "council.meeting_begun" 409 "" msg_meeting_begun,
    /// Somebody has signed in: time and place stay.
    SomebodyCame "council.meeting_somebody_came" 409 "" msg_meeting_somebody_came,
    /// Time, place and agenda are as they were.
    NothingChanged "council.meeting_nothing_changed" 422 "day" msg_meeting_nothing_changed,
    /// Enough photos of its sheet.
    TooManySheets "council.meeting_too_many_sheets" 422 "photo" msg_meeting_too_many_sheets,
    /// Nobody signs in before or after it.
    Shut "council.meeting_shut" 409 "" msg_meeting_shut,
    /// The number on the screen has changed since.
    OldCode "council.meeting_old_code" 422 "code" msg_meeting_old_code,
    /// Neither invited nor living there.
    NotHere "council.meeting_not_here" 403 "" msg_meeting_not_here,
    /// They are on the list.
    Already "council.meeting_already" 409 "" msg_meeting_already,
    /// They were struck off the list.
    WasStruck "council.meeting_was_struck" 409 "" msg_meeting_was_struck,
    /// No name was copied from the sheet.
    NoName "council.meeting_no_name" 422 "names" msg_meeting_no_name,
    /// Longer than a name, or more of them than a sheet has.
    BadName "council.meeting_bad_name" 422 "names" msg_meeting_bad_name,
    /// Not one of those who were invited.
    NoSide "council.meeting_no_side" 422 "side" msg_meeting_no_side,
    /// It was struck before, or never there.
    NotOnList "council.meeting_not_on_list" 409 "" msg_meeting_not_on_list,
    /// A reason is needed.
    NoReason "council.meeting_no_reason" 422 "reason" msg_meeting_no_reason,
    /// It has not begun.
    NotBegun "council.meeting_not_begun" 409 "" msg_meeting_not_begun,
    /// The minutes say nothing.
    NoMinutes "council.meeting_no_minutes" 422 "words" msg_meeting_no_minutes,
    /// A matter of the agenda of which the minutes say nothing.
    NoOutcome "council.meeting_no_outcome" 422 "kind" msg_meeting_no_outcome,
    /// What is to be done is not said.
    NoDecision "council.meeting_no_decision" 422 "say" msg_meeting_no_decision,
    /// Who does it is not said.
    NoExecutor "council.meeting_no_executor" 422 "executor" msg_meeting_no_executor,
    /// By when is not said.
    NoDeadline "council.meeting_no_deadline" 422 "deadline" msg_meeting_no_deadline,
    /// By then the minutes are not even final.
    EarlyDeadline "council.meeting_early_deadline" 422 "deadline" msg_meeting_early_deadline,
    /// More than half a year away.
    FarDeadline "council.meeting_far_deadline" 422 "deadline" msg_meeting_far_deadline,
    /// No sum of money.
    BadLimit "council.meeting_bad_limit" 422 "limit" msg_meeting_bad_limit,
    /// There are no minutes that one could object to.
    NotPosted "council.meeting_not_posted" 409 "" msg_meeting_not_posted,
    /// The time for objections is over.
    TooLate "council.meeting_too_late" 409 "" msg_meeting_too_late,
    /// They have objected to these minutes.
    Objected "council.meeting_objected" 409 "" msg_meeting_objected,
    /// What is wrong is not said.
    NoObjection "council.meeting_no_objection" 422 "words" msg_meeting_no_objection,
    /// No such objection, or it has its answer.
    Answered "council.meeting_answered" 409 "" msg_meeting_is_answered,
    /// The answer says nothing.
    NoAnswer "council.meeting_no_answer" 422 "answer" msg_meeting_no_answer,
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::{Lang, Refuse};

    #[test]
    fn every_refusal_has_its_own_code_and_a_sentence_in_both_languages() {
        let mut codes: Vec<_> = REFUSALS.iter().map(Refuse::code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), REFUSALS.len());
        for r in REFUSALS {
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
    }
}
