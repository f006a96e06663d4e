//! Every reason for which something about a vote is refused, each with its sentence.

mod sized;

pub use sized::{BadRules, FirstEarly, FirstLate, LateWhy, TooEarly, TooManyProxies};

use crate::texts::t;

lianxin_base::refusals! {
    /// Why something about a vote was refused.
    t,
    /// Outside of what the author looks after.
    NotHere "property.not_here" 403 "area" msg_no_not_here,
    /// No such door.
    NoUnit "property.no_unit" 422 "unit" msg_no_unit,
    /// Nobody is registered as owner of it.
    NoOwners "property.no_owners" 422 "unit" msg_no_owners,
    /// Not one of its owners: a tenant, a relative, somebody else.
    NotOwner "property.not_owner" 422 "name" msg_no_not_owner,
    /// Who inherits is not in the register, or there are two of that name.
    NoHeir "property.no_heir" 422 "name" msg_no_no_heir,
    /// No photo of the signed paper.
    NoAway "property.no_away" 422 "photo" msg_no_no_away,
    /// More than one photo of it.
    AwayMany "property.away_many" 422 "photo" msg_no_away_many,
    /// Somebody reads the one that came before.
    AwayRead "property.away_read" 409 "photo" msg_no_away_read,
    /// No such photo that still waits.
    AwayGone "property.away_gone" 409 "" msg_no_away_gone,
    /// It was entered: that comes first.
    AwayEntered "property.away_entered" 409 "" msg_no_away_entered,
    /// No box has that number.
    BoxNumber "property.box_number" 422 "number" msg_no_box_number,
    /// To come, or before what was done with it last.
    BoxTime "property.box_time" 422 "time" msg_no_box_time,
    /// It is sealed.
    BoxIsSealed "property.box_is_sealed" 409 "what" msg_no_box_is_sealed,
    /// It is not sealed.
    BoxIsOpen "property.box_is_open" 409 "what" msg_no_box_is_open,
    /// Before the close.
    BoxEarly "property.box_early" 409 "what" msg_no_box_early,
    /// Not before two people.
    BoxPeople "property.box_people" 422 "people" msg_no_box_people,
    /// Where it stands is not said.
    BoxPlace "property.box_place" 422 "place" msg_no_box_place,
    /// One is sealed still.
    BoxWaits "property.box_waits" 409 "" msg_no_box_waits,
    /// More than stand empty, or none does.
    ByVacant "property.by_vacant" 422 "seats" msg_no_by_vacant,
    /// Nobody sits by this election now.
    NotSeated "property.not_seated" 409 "" msg_no_not_seated,
    /// No seat of this committee that somebody holds.
    VacancySeat "property.vacancy_seat" 422 "seat" msg_no_vacancy_seat,
    /// To come, or before they sat.
    VacancyDay "property.vacancy_day" 422 "day" msg_no_vacancy_day,
    /// No seat stands empty.
    NoVacancy "property.no_vacancy" 409 "" msg_no_no_vacancy,
    /// Not the alternate whose turn it is.
    NotNext "property.not_next" 409 "" msg_no_not_next,
    /// An organisation's unit without its letter, or a person's with one.
    WrongProof "property.wrong_proof" 422 "shown" msg_no_wrong_proof,
    /// Whoever writes a delivery down may not verify owners.
    NotVerifier "property.not_verifier" 403 "voter" msg_no_not_verifier,
    /// Their own flat.
    OwnDeed "property.own_deed" 409 "name" msg_no_own_deed,
    /// No such voter.
    NoVoter "property.no_voter" 404 "" msg_no_voter,
    /// They have ended before.
    VoterEnded "property.voter_ended" 409 "" msg_no_voter_ended,
    /// No such vote.
    NoVote "property.no_vote" 404 "" msg_no_vote,
    /// No title.
    NoTitle "property.no_title" 422 "title" msg_no_title,
    /// Nothing to vote on.
    NoMatter "property.no_matter" 422 "words1" msg_no_matter,
    /// A matter without its category or its words.
    HalfMatter "property.half_matter" 422 "words1" msg_no_half_matter,
    /// A category these rules do not know, or that is no matter of yes and no.
    BadKind "property.bad_kind" 422 "kind1" msg_no_bad_kind,
    /// More than a paper holds.
    TooMany "property.too_many" 422 "words1" msg_no_too_many,
    /// It would close before it opens.
    BadWindow "property.bad_window" 422 "closes" msg_no_bad_window,
    /// Too far away, or too long.
    TooFar "property.too_far" 422 "closes" msg_no_too_far,
    /// No time of day.
    NoTime "property.no_time" 422 "opens_time" msg_no_time,
    /// No rules are in force on that day.
    NoRules "property.no_rules" 422 "opens" msg_no_rules,
    /// Why it is called off is not said.
    NoReason "property.no_reason" 422 "reason" msg_no_reason,
    /// It was called off.
    IsOff "property.is_off" 409 "" msg_no_is_off,
    /// It has begun.
    Begun "property.begun" 409 "" msg_no_begun,
    /// It has not begun.
    NotBegun "property.not_begun" 409 "" msg_no_not_begun,
    /// Units without owner or area.
    Unsettled "property.unsettled" 409 "" msg_no_unsettled,
    /// No unit that counts.
    EmptyRoll "property.empty_roll" 409 "" msg_no_empty_roll,
    /// The time is over.
    Over "property.over" 409 "" msg_no_over,
    /// Not the voter of an owner-set on the roll.
    NotVoter "property.not_voter" 403 "" msg_no_not_voter,
    /// Only on paper.
    PaperOnly "property.paper_only" 409 "" msg_no_paper_only,
    /// Only through the authority's own system.
    OfficialOnly "property.official_only" 409 "" msg_no_official_only,
    /// A signed paper is there already.
    PaperGiven "property.paper_given" 409 "" msg_no_paper_given,
    /// A matter without a choice.
    NoMark "property.no_mark" 422 "m1" msg_no_mark,
    /// A number that is not on the roll.
    NoNumber "property.no_number" 422 "no" msg_no_number,
    /// The same worker a second time.
    SameWorker "property.same_worker" 409 "no" msg_no_same_worker,
    /// Entered twice already.
    PaperDone "property.paper_done" 409 "no" msg_no_paper_done,
    /// Entered twice, differently: to be settled.
    PaperDiffers "property.paper_differs" 409 "no" msg_no_paper_differs,
    /// Nothing to settle.
    NothingToSettle "property.nothing_to_settle" 409 "no" msg_no_nothing_to_settle,
    /// One of the two who read it would decide alone.
    SettleSelf "property.settle_self" 409 "no" msg_no_settle_self,
    /// They have asked the other one already.
    VoidAsked "property.void_asked" 409 "no" msg_no_void_asked,
    /// It is still open.
    NotOver "property.not_over" 409 "" msg_no_not_over,
    /// Papers are entered once only, or differ.
    PapersOpen "property.papers_open" 409 "" msg_no_papers_open,
    /// It is counted.
    Counted "property.counted" 409 "" msg_no_counted,
    /// It is not counted yet.
    NotCounted "property.not_counted" 409 "" msg_no_not_counted,
    /// The rules it was called under are not those of this program any more.
    RulesChanged "property.rules_changed" 409 "" msg_no_rules_changed,
    /// The roll is frozen: nothing is said of it any more.
    RollFrozen "property.roll_frozen" 409 "" msg_no_roll_frozen,
    /// Neither an owner nor a resident of the compound.
    NotOfCompound "property.not_of_compound" 403 "" msg_no_not_of_compound,
    /// Which unit is not said.
    NoPlace "property.no_place" 422 "place" msg_no_no_place,
    /// What is right is not said.
    NoWords "property.no_words" 422 "words" msg_no_no_words,
    /// Enough of theirs wait.
    ManyObjections "property.many_objections" 409 "" msg_no_many_objections,
    /// It is answered.
    Answered "property.answered" 409 "" msg_no_answered,
    /// An answer without a sentence.
    NoAnswer "property.no_answer" 422 "answer" msg_no_no_answer,
    /// No such objection.
    NoObjection "property.no_objection" 404 "" msg_no_no_objection,
    /// One person twice.
    TwoDeliver "property.two_deliver" 422 "seat2" msg_no_two_deliver,
    /// A day before the opening, or to come.
    BadDay "property.bad_day" 422 "day" msg_no_bad_day,
    /// A way that leaves no signature.
    NothingSigned "property.nothing_signed" 422 "signed" msg_no_nothing_signed,
    /// Neither signed for nor explained.
    NoNote "property.no_note" 422 "note" msg_no_no_note,
    /// Not a seat that may deliver here.
    NoDeliverer "property.no_deliverer" 422 "seat1" msg_no_no_deliverer,
    /// An owner named who did not sign in person.
    SignsInPerson "property.signs_in_person" 422 "voter" msg_no_signs_in_person,
    /// A copy that does not count.
    OldPaper "property.old_paper" 409 "no" msg_no_old_paper,
    /// They work for the company that is voted on.
    OfCompany "property.of_company" 403 "" msg_no_of_company,
    /// The paper of their own flat.
    OwnPaper "property.own_paper" 409 "no" msg_no_own_paper,
    /// It is filed.
    Filed "property.filed" 409 "" msg_no_filed,
    /// A day before the count, or to come.
    BadFilingDay "property.bad_filing_day" 422 "day" msg_no_bad_filing_day,
    /// No receipt.
    NoReceipt "property.no_receipt" 422 "receipt" msg_no_no_receipt,
    /// No such emergency.
    NoUrgent "property.no_urgent" 404 "" msg_no_no_urgent,
    /// The rules of the region do not let the fund be used without a vote.
    NoUrgentRule "property.no_urgent_rule" 409 "area" msg_no_no_urgent_rule,
    /// No sum, or one no emergency has.
    UrgentSum "property.urgent_sum" 422 "sum" msg_no_urgent_sum,
    /// What it cost is no sum.
    UrgentCost "property.urgent_cost" 422 "sum" msg_no_urgent_cost,
    /// It was repaired before it was found, or after today.
    UrgentDoneDay "property.urgent_done_day" 422 "day" msg_no_urgent_done_day,
    /// More than the most that was noted.
    UrgentMore "property.urgent_more" 422 "sum" msg_no_urgent_more,
    /// Its account hangs out.
    UrgentOver "property.urgent_over" 409 "" msg_no_urgent_over,
    /// No such take-over.
    NoTakeover "property.no_takeover" 404 "" msg_no_no_takeover,
    /// The compound has a company.
    HasCompany "property.has_company" 409 "area" msg_no_has_company,
    /// One goes on there.
    TakeoverOn "property.takeover_on" 409 "area" msg_no_takeover_on,
    /// Nobody manages it since a day to come.
    SinceDay "property.since_day" 422 "since" msg_no_since_day,
    /// Nothing that shows it.
    NoEvidence "property.no_evidence" 422 "words" msg_no_no_evidence,
    /// Who did it is not said.
    NoParty "property.no_party" 422 "who" msg_no_no_party,
    /// Another step comes first.
    StepOrder "property.step_order" 409 "" msg_no_step_order,
    /// A day to come.
    StepDay "property.step_day" 422 "day" msg_no_step_day,
    /// Before what it waits for.
    StepEarly "property.step_early" 422 "day" msg_no_step_early,
    /// No vote that engages a company has passed.
    NoPassedVote "property.no_passed_vote" 409 "" msg_no_no_passed_vote,
    /// It was given up.
    TakeoverOff "property.takeover_off" 409 "" msg_no_takeover_off,
    /// All steps are done.
    TakenOver "property.taken_over" 409 "" msg_no_taken_over,
    /// Whom the owner authorises is not said.
    NoProxyName "property.no_proxy_name" 422 "name" msg_no_no_proxy_name,
    /// Somebody of a property company.
    ProxyOfCompany "property.proxy_of_company" 422 "name" msg_no_proxy_of_company,
    /// No single entry of the number.
    NothingToVoid "property.nothing_to_void" 409 "" msg_no_nothing_to_void,
    /// Whoever entered it would set it aside.
    VoidSelf "property.void_self" 409 "" msg_no_void_self,
    /// Whoever enters it would be the one who votes.
    ProxyIsYou "property.proxy_is_you" 409 "name" msg_no_proxy_is_you,
    /// The owner has given one.
    ProxyGiven "property.proxy_given" 409 "no" msg_no_proxy_given,
    /// Whoever entered it would confirm it.
    ProxySecond "property.proxy_second" 409 "" msg_no_proxy_second,
    /// It is confirmed.
    ProxyConfirmed "property.proxy_confirmed" 409 "" msg_no_proxy_confirmed,
    /// The second reads it otherwise than the first.
    ProxyDiffers "property.proxy_differs" 409 "" msg_no_proxy_differs,
    /// Some are seen by one worker only.
    ProxiesOpen "property.proxies_open" 409 "" msg_no_proxies_open,
    /// No such authority.
    NoProxy "property.no_proxy" 404 "" msg_no_no_proxy,
    /// It was taken back.
    ProxyEnded "property.proxy_ended" 409 "" msg_no_proxy_ended,
    /// They stand in this election.
    IsCandidate "property.is_candidate" 403 "" msg_no_is_candidate,
    /// Not an election.
    NoElection "property.no_election" 404 "" msg_no_no_election,
    /// A committee sits here.
    HasCommittee "property.has_committee" 409 "kind" msg_no_has_committee,
    /// There is none to renew.
    NoCommittee "property.no_committee" 409 "kind" msg_no_no_committee,
    /// A first assembly votes on paper.
    FirstOnPaper "property.first_on_paper" 422 "online" msg_no_first_on_paper,
    /// Not 5 to 11, or even.
    BadSeats "property.bad_seats" 422 "seats" msg_no_bad_seats,
    /// More alternates than seats.
    ManyAlternates "property.many_alternates" 422 "alternates" msg_no_many_alternates,
    /// Fewer on the list than there are seats.
    FewCandidates "property.few_candidates" 409 "" msg_no_few_candidates,
    /// No such term.
    TermLong "property.term_long" 422 "months" msg_no_term_long,
    /// No time between the last day to stand and the opening for the list to hang out.
    StandLate "property.stand_late" 422 "until" msg_no_stand_late,
    /// The last day to stand is over.
    StandOver "property.stand_over" 409 "" msg_no_stand_over,
    /// The last day to stand is not over.
    StandOpen "property.stand_open" 409 "" msg_no_stand_open,
    /// No owner of the compound.
    CandidateNotOwner "property.candidate_not_owner" 422 "name" msg_no_candidate_not_owner,
    /// An owner called none.
    CandidateOwns "property.candidate_owns" 409 "" msg_no_candidate_owns,
    /// Two owners of one name.
    TwoOfName "property.two_of_name" 422 "name" msg_no_two_of_name,
    /// A child.
    CandidateChild "property.candidate_child" 422 "name" msg_no_candidate_child,
    /// They work for the company under contract.
    CandidateOfCompany "property.candidate_of_company" 422 "name" msg_no_candidate_of_company,
    /// They stand already.
    CandidateTwice "property.candidate_twice" 409 "name" msg_no_candidate_twice,
    /// More than a paper holds.
    ManyCandidates "property.many_candidates" 409 "name" msg_no_many_candidates,
    /// Nobody is put up who did not say so.
    NotAgreed "property.not_agreed" 422 "agrees" msg_no_not_agreed,
    /// No such candidate.
    NoCandidate "property.no_candidate" 404 "" msg_no_no_candidate,
    /// Looked at, or gone.
    CandidateChecked "property.candidate_checked" 409 "" msg_no_candidate_checked,
    /// Somebody is not looked at yet.
    CandidatesWait "property.candidates_wait" 409 "" msg_no_candidates_wait,
    /// The list hangs out.
    ListPosted "property.list_posted" 409 "" msg_no_list_posted,
    /// Too late for fifteen days.
    PostLate "property.post_late" 409 "" msg_no_post_late,
    /// No list hangs out.
    NoCandidates "property.no_candidates" 409 "" msg_no_no_candidates,
    /// More names than seats.
    TooManyChosen "property.too_many_chosen" 422 "m1" msg_no_too_many_chosen,
    /// They sit already.
    Seated "property.seated" 409 "" msg_no_seated,
    /// Fewer than a committee needs.
    TooFewElected "property.too_few_elected" 409 "" msg_no_too_few_elected,
    /// A day before the count, or far off.
    SeatDay "property.seat_day" 422 "since" msg_no_seat_day,
    /// A building or entrance that is not in the compound.
    ScopeElsewhere "property.scope_elsewhere" 422 "house" msg_no_scope_elsewhere,
    /// Nobody has a vote in it.
    EmptyScope "property.empty_scope" 422 "house" msg_no_empty_scope,
    /// A matter of the whole compound, asked of a part.
    WholeOnly "property.whole_only" 422 "scope" msg_no_whole_only,
    /// Parking or storage without the rule, or the rule without them.
    CountRule "property.count_rule" 422 "counted_by" msg_no_count_rule,
    /// Following without the rule, or the rule without it.
    FollowRule "property.follow_rule" 422 "follow_by" msg_no_follow_rule,
    /// None of the matters allows it.
    FollowNever "property.follow_never" 422 "follow" msg_no_follow_never,
    /// Not a street or district, or not theirs.
    RulesNotHere "property.rules_not_here" 403 "area" msg_no_rules_not_here,
    /// Rules for another body.
    RulesNotOwners "property.rules_not_owners" 422 "toml" msg_no_rules_not_owners,
    /// It is the one adopted last.
    RulesKnown "property.rules_known" 409 "toml" msg_no_rules_known,
    /// The region does not allow this way to vote.
    OnlineRule "property.online_rule" 422 "online" msg_no_online_rule,
    /// What for is not said.
    NoPurpose "property.no_purpose" 422 "purpose" msg_no_purpose,
    /// No such way to a first assembly.
    NoFirst "property.no_first" 404 "" msg_no_no_first,
    /// One goes on there.
    FirstOn "property.first_on" 409 "area" msg_no_first_on,
    /// A committee sits there.
    FirstCommittee "property.first_committee" 409 "area" msg_no_first_committee,
    /// Applied for on a day to come.
    FirstDay "property.first_day" 422 "day" msg_no_first_day,
    /// No areas, or more handed over than there is.
    FirstAreas "property.first_areas" 422 "size" msg_no_first_areas,
    /// Half or less is handed over.
    FirstDelivered "property.first_delivered" 422 "delivered" msg_no_first_delivered,
    /// Nobody signed, or owners beside the developer.
    FirstSigners "property.first_signers" 422 "signers" msg_no_first_signers,
    /// Nothing that shows it.
    FirstWords "property.first_words" 422 "words" msg_no_first_words,
    /// All steps are done, or it was given up.
    FirstOver "property.first_over" 409 "" msg_no_first_over,
    /// Another step comes first.
    FirstOrder "property.first_order" 409 "" msg_no_first_order,
    /// A day to come.
    FirstStepDay "property.first_step_day" 422 "day" msg_no_first_step_day,
    /// It was given up.
    FirstOff "property.first_off" 409 "" msg_no_first_off,
    /// No reason.
    FirstWhy "property.first_why" 422 "" msg_no_first_why,
    /// Nobody of the street leads it.
    GroupHead "property.group_head" 422 "head" msg_no_group_head,
    /// Too few or too many members.
    GroupSize "property.group_size" 422 "owners" msg_no_group_size,
    /// An even number.
    GroupEven "property.group_even" 422 "others" msg_no_group_even,
    /// Fewer owners than half.
    GroupOwners "property.group_owners" 422 "owners" msg_no_group_owners,
    /// More answered than came.
    ObjectionsCount "property.objections_count" 422 "answered" msg_no_objections_count,
    /// Some wait for their answer.
    ObjectionsWait "property.objections_wait" 422 "answered" msg_no_objections_wait,
    /// No election of a first committee since there is a group.
    NoFirstVote "property.no_first_vote" 409 "" msg_no_no_first_vote,
    /// It opens too soon after the roll was posted.
    FirstRollShort "property.first_roll_short" 409 "" msg_no_first_roll_short,
    /// No list of candidates hangs out.
    FirstUnposted "property.first_unposted" 409 "" msg_no_first_unposted,
    /// It is not counted.
    FirstUncounted "property.first_uncounted" 409 "" msg_no_first_uncounted,
    /// Fewer elected than a committee needs.
    FirstFewElected "property.first_few_elected" 409 "" msg_no_first_few_elected,
    /// It is not filed.
    FirstUnfiled "property.first_unfiled" 409 "" msg_no_first_unfiled,
    /// It was called off, or not held.
    FirstVoteOff "property.first_vote_off" 409 "" msg_no_first_vote_off,
    /// Their first meeting is noted.
    MeetingHeld "property.meeting_held" 409 "" msg_no_meeting_held,
    /// To come, or before they were elected.
    MeetingDay "property.meeting_day" 422 "day" msg_no_meeting_day,
    /// Not more than half of them came.
    MeetingFew "property.meeting_few" 422 "came" msg_no_meeting_few,
    /// No member leads.
    MeetingChair "property.meeting_chair" 422 "chair" msg_no_meeting_chair,
    /// No member, or the same one.
    MeetingVice "property.meeting_vice" 422 "vice" msg_no_meeting_vice,
    /// No committee was before.
    HandOverNone "property.hand_over_none" 409 "" msg_no_hand_over_none,
    /// Everything is handed over.
    HandedOver "property.handed_over" 409 "" msg_no_handed_over,
    /// To come, or before the election.
    HandOverDay "property.hand_over_day" 422 "day" msg_no_hand_over_day,
    /// By whom or to whom is not said, or it is one.
    HandOverWho "property.hand_over_who" 422 "to" msg_no_hand_over_who,
    /// Something else waits by now.
    HandOverThings "property.hand_over_things" 409 "" msg_no_hand_over_things,
    /// What it is, or what is missing, is not said.
    HandOverWords "property.hand_over_words" 422 "" msg_no_hand_over_words,
    /// Money without a sum.
    HandOverSum "property.hand_over_sum" 422 "sum" msg_no_hand_over_sum,
    /// No such change of members.
    NoChange "property.no_change" 404 "" msg_no_no_change,
    /// It is filed.
    ChangeFiled "property.change_filed" 409 "" msg_no_change_filed,
    /// To come, or before the change.
    ChangeDay "property.change_day" 422 "filed" msg_no_change_day,
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
        let early =
            TooEarly {
                earliest: "2026-06-16".parse().expect("a day"), days: 15, article: "物业管理条例 14".into()
            };
        assert!(early.say(Lang::Zh).contains("物业管理条例 14") && early.say(Lang::Zh).contains("2026 年 6 月 16 日"));
        assert!(early.say(Lang::En).ends_with('.'));
    }
}
