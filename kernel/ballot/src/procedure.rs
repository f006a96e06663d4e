//! Periods of the procedure and who may demand a meeting, as rule sets state them. Regulation 物业管理条例 arts. 12-16;
//! 274号 arts. 8-39; Civil Code 201-203 for the days.

use crate::rules::Seen;
use crate::share::Share;
use lianxin_base::Day;
use lianxin_calendar::{Calendar, LastDay, Term};
use serde::{Deserialize, Serialize};

/// What a period is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodKind {
    /// From the notice to the meeting, at least.
    MeetingNotice,
    /// From the posting of roll, drafts and candidates to the first meeting, at least.
    ContentPosted,
    /// From the application to the preparatory group, at most.
    PreparatoryGroup,
    /// From the group's forming to its end, at most.
    PreparatoryDone,
    /// From the posting of the group's members, at least.
    GroupPosted,
    /// From the application to the street's answer, at most.
    StreetAnswer,
    /// To the first meeting of the owners, at most.
    FirstAssembly,
    /// From the decision to its posting, at most.
    DecisionPosted,
    /// From the election to the committee's first meeting, at most.
    CommitteeFirstMeeting,
    /// From the agenda's notice to the committee's meeting, at least.
    CommitteeNotice,
    /// From the demand of a third of the members to the committee's meeting, at most.
    CommitteeCalled,
    /// From the election to the filing, at most.
    Filing,
    /// From a change to its report, at most.
    ChangeReported,
    /// From the beginning of the renewal to the end of the term, at least.
    RenewalBefore,
    /// To the hand-over of files, seals and money, at most.
    HandOver,
    /// To sue for rescission, from when the owner knew or ought to have known, at most.
    Rescission,
}

impl PeriodKind {
    /// Whether so much time has to pass at least, so that what comes earlier is refused; else it is the most there is.
    pub const fn at_least(self) -> bool {
        matches!(
            self,
            Self::MeetingNotice | Self::ContentPosted | Self::GroupPosted | Self::CommitteeNotice | Self::RenewalBefore
        )
    }
}

/// A period in days or months.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// What for.
    pub kind: PeriodKind,
    /// Days; or else months.
    pub days: Option<u32>,
    /// Months.
    pub months: Option<u32>,
    /// Source and article.
    pub article: String,
    /// How far the text was seen.
    pub seen: Seen,
}

impl Period {
    /// The last day of a period that began on `from`, as counted and as moved; the first day is not counted. For a
    /// period of "at least", `counted` is the earliest day.
    pub fn last_day(&self, cal: &Calendar, from: Day) -> LastDay {
        let term = match (self.days, self.months) {
            (Some(n), _) => Term::Days { n },
            (None, n) => Term::Months { n: n.unwrap_or(0) },
        };
        term.last_day(cal, from).unwrap_or(LastDay { counted: from, moved: from })
    }
}

/// Who may demand a meeting, or when a first one is possible.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// Of what the share is taken.
    pub by: CallBy,
    /// The share.
    pub share: Share,
    /// Source and article.
    pub article: String,
    /// How far the text was seen.
    pub seen: Seen,
}

/// Of what the share of a demand is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CallBy {
    /// Owners demand an extraordinary meeting.
    Owners,
    /// Owners, by number, apply for a first meeting.
    FirstMeetingOwners,
    /// Owners, by area, apply for a first meeting.
    FirstMeetingArea,
    /// Delivered area of all area, before a first meeting.
    DeliveredArea,
    /// Residents.
    Residents,
    /// Households.
    Households,
    /// Groups of residents.
    Groups,
    /// Members of a committee.
    CommitteeMembers,
}
