//! What is counted of organisations: what they have in hand, and their week. Pure.

use crate::figures::rules::Share;
use lianxin_base::{Moment, OrgId};
use std::collections::BTreeMap;

/// Steps in which the work itself lies with somebody.
const WORKS: [&str; 3] = ["work", "waiting", "quoted"];

/// A matter somebody has in hand at a moment.
#[derive(Clone, Debug)]
pub struct Held {
    /// Its number.
    pub no: String,
    /// Who has it.
    pub org: OrgId,
    /// In which step.
    pub step: String,
    /// Since when.
    pub since: Moment,
    /// Until when.
    pub due: Option<Moment>,
    /// Who presses for it.
    pub urges: OrgId,
}

impl Held {
    /// Past its time; a pause is not.
    pub fn late(&self, at: Moment) -> bool {
        !matches!(self.step.as_str(), "waiting" | "quoted") && self.due.is_some_and(|due| due < at)
    }
}

/// What one organisation has in hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stuck {
    /// Who.
    pub org: OrgId,
    /// So many in hand.
    pub n: usize,
    /// So many past their time.
    pub late: usize,
    /// Since when it has the oldest of those that are late, else of all.
    pub since: Moment,
    /// What was due first of those that are late, else of all.
    pub due: Option<Moment>,
    /// Who presses, each once.
    pub urges: Vec<OrgId>,
}

/// Organisations with what they have in hand: who is late first, by what was due first. No league: a day decides.
pub fn stuck(all: &[Held], at: Moment) -> Vec<Stuck> {
    let mut by: BTreeMap<OrgId, Vec<&Held>> = BTreeMap::new();
    all.iter().for_each(|held| by.entry(held.org).or_default().push(held));
    let one = |(org, all): (OrgId, Vec<&Held>)| {
        let late: Vec<&Held> = all.iter().copied().filter(|held| held.late(at)).collect();
        let told = if late.is_empty() { &all } else { &late };
        let mut urges: Vec<OrgId> = told.iter().map(|held| held.urges).collect();
        urges.sort_unstable();
        urges.dedup();
        Stuck {
            org,
            n: all.len(),
            late: late.len(),
            since: told.iter().map(|held| held.since).min().unwrap_or(at),
            due: told.iter().filter_map(|held| held.due).min(),
            urges,
        }
    };
    let mut rows: Vec<Stuck> = by.into_iter().map(one).collect();
    rows.sort_by_key(|row| (row.late == 0, row.due.is_none(), row.due, row.org));
    rows
}

/// One hop of a matter.
#[derive(Clone, Debug)]
pub struct Hop {
    /// The move; none at the beginning.
    pub mv: Option<String>,
    /// Where it led.
    pub to: String,
    /// Who held it then.
    pub holder: OrgId,
    /// When.
    pub at: Moment,
    /// Until when.
    pub due: Option<Moment>,
}

/// How a job ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The organisation says it is done.
    Done,
    /// It went back or to another.
    Back,
    /// It became part of another matter.
    Merged,
}

/// A piece of work one organisation had, pauses within it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The matter.
    pub no: String,
    /// Who had it.
    pub org: OrgId,
    /// From when.
    pub from: Moment,
    /// Until when it was to be done; none while it is paused.
    pub due: Option<Moment>,
    /// When and how it ended.
    pub end: Option<(Moment, End)>,
}

/// An answer of the residents' side about the work of an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The matter.
    pub no: String,
    /// Whose work.
    pub org: OrgId,
    /// Solved.
    pub good: bool,
    /// When.
    pub at: Moment,
}

/// The jobs and answers in a matter's hops.
pub fn jobs(no: &str, hops: &[Hop]) -> (Vec<Job>, Vec<Answer>) {
    let (mut jobs, mut answers): (Vec<Job>, Vec<Answer>) = (Vec::new(), Vec::new());
    for hop in hops {
        let (works, mv) = (WORKS.contains(&hop.to.as_str()), hop.mv.as_deref().unwrap_or(""));
        let due = hop.due.filter(|_| hop.to == "work");
        if let (Some(job), "confirmation" | "objection") = (jobs.last(), mv) {
            answers.push(Answer { no: no.to_owned(), org: job.org, good: mv == "confirmation", at: hop.at });
        }
        let open = jobs.last_mut().filter(|job| job.end.is_none());
        if let Some(job) = open {
            if works && job.org == hop.holder {
                job.due = due;
                continue;
            }
            let how = match mv {
                "completion" => End::Done,
                "merge" => End::Merged,
                _ => End::Back,
            };
            job.end = Some((hop.at, how));
        }
        if works {
            jobs.push(Job { no: no.to_owned(), org: hop.holder, from: hop.at, due, end: None });
        }
    }
    (jobs, answers)
}

/// Where a job stands in a week's report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// 按期: done in time.
    InTime,
    /// 超期: done late, or not done and late.
    Late,
    /// 在办: in hand, its time not over.
    Open,
    /// 退回: went back or to another.
    Back,
}

impl Column {
    /// All, in the order of the table.
    pub const ALL: [Self; 4] = [Self::InTime, Self::Late, Self::Open, Self::Back];

    /// Its name in an address.
    pub const fn name(self) -> &'static str {
        match self {
            Self::InTime => "in-time",
            Self::Late => "late",
            Self::Open => "open",
            Self::Back => "back",
        }
    }
}

/// Where a job counts from `from` on and before `to`, if it does.
pub fn column(job: &Job, from: Moment, to: Moment) -> Option<Column> {
    if job.from >= to {
        return None;
    }
    let late = |at: Moment| job.due.is_some_and(|due| due < at);
    match job.end {
        Some((at, _)) if at < from => None,
        Some((_, End::Merged)) => None,
        Some((_, End::Back)) => Some(Column::Back),
        Some((at, End::Done)) => Some(if late(at) { Column::Late } else { Column::InTime }),
        None => Some(if late(to) { Column::Late } else { Column::Open }),
    }
}

/// One organisation's week: 应办 is the sum of its columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Week {
    /// In the order of [`Column::ALL`].
    pub columns: [usize; 4],
    /// What the residents said of its work in that time.
    pub answers: Share,
}

impl Week {
    /// 应办: all it had in hand in that time.
    pub fn all(&self) -> usize {
        self.columns.iter().sum()
    }
}

/// Every organisation's week.
pub fn week(jobs: &[Job], answers: &[Answer], from: Moment, to: Moment) -> BTreeMap<OrgId, Week> {
    let mut all: BTreeMap<OrgId, Week> = BTreeMap::new();
    for job in jobs {
        let Some(column) = column(job, from, to) else { continue };
        all.entry(job.org).or_default().columns[column as usize] += 1;
    }
    for answer in answers.iter().filter(|a| a.at >= from && a.at < to) {
        let share = &mut all.entry(answer.org).or_default().answers;
        share.of += 1;
        share.good += usize::from(answer.good);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(n: i64) -> Moment {
        Moment::from_micros(n)
    }
    fn org(n: u8) -> OrgId {
        OrgId::from_bytes([n; 16])
    }
    fn hop(mv: &str, to: &str, holder: u8, n: i64, due: Option<i64>) -> Hop {
        let mv = Some(mv.to_owned()).filter(|mv| !mv.is_empty());
        Hop { mv, to: to.into(), holder: org(holder), at: at(n), due: due.map(at) }
    }
    fn held(n: u8, step: &str, since: i64, due: Option<i64>) -> Held {
        Held { no: n.to_string(), org: org(n), step: step.into(), since: at(since), due: due.map(at), urges: org(9) }
    }

    #[test]
    fn who_is_late_stands_first_by_what_was_due_first() {
        let all = [
            held(1, "work", 5, Some(200)),
            held(2, "work", 8, Some(50)),
            held(3, "feedback", 2, Some(40)),
            held(3, "work", 1, Some(900)),
            held(4, "waiting", 0, Some(10)),
            held(5, "look", 0, None),
        ];
        let rows = stuck(&all, at(100));
        let told: Vec<_> = rows.iter().map(|r| (r.org, r.n, r.late, r.since, r.due)).collect();
        assert_eq!(
            told,
            [
                (org(3), 2, 1, at(2), Some(at(40))),
                (org(2), 1, 1, at(8), Some(at(50))),
                (org(4), 1, 0, at(0), Some(at(10))),
                (org(1), 1, 0, at(5), Some(at(200))),
                (org(5), 1, 0, at(0), None),
            ]
        );
        assert_eq!(stuck(&[], at(100)), []);
    }

    #[test]
    fn jobs_are_found_in_hops() {
        let hops = [
            hop("", "look", 1, 0, Some(4)),
            hop("direct", "work", 2, 10, Some(50)),
            hop("pause", "waiting", 2, 20, Some(40)),
            hop("resumption", "work", 2, 40, Some(70)),
            hop("extension", "work", 2, 45, Some(90)),
            hop("completion", "feedback", 1, 80, Some(99)),
            hop("objection", "work", 2, 100, Some(150)),
            hop("transfer", "work", 3, 110, Some(190)),
            hop("return", "look", 1, 120, Some(130)),
            hop("direct", "work", 3, 125, Some(190)),
            hop("completion", "feedback", 1, 200, Some(300)),
            hop("confirmation", "closed", 1, 210, None),
        ];
        let (jobs, answers) = jobs("a", &hops);
        let told: Vec<_> = jobs.iter().map(|j| (j.org, j.from, j.due, j.end)).collect();
        assert_eq!(
            told,
            [
                (org(2), at(10), Some(at(90)), Some((at(80), End::Done))),
                (org(2), at(100), Some(at(150)), Some((at(110), End::Back))),
                (org(3), at(110), Some(at(190)), Some((at(120), End::Back))),
                (org(3), at(125), Some(at(190)), Some((at(200), End::Done))),
            ]
        );
        let said: Vec<_> = answers.iter().map(|a| (a.org, a.good, a.at)).collect();
        assert_eq!(said, [(org(2), false, at(100)), (org(3), true, at(210))]);
        let rows = week(&jobs, &answers, at(90), at(205));
        assert_eq!(rows[&org(2)], Week { columns: [0, 0, 0, 1], answers: Share { of: 1, good: 0 } });
        assert_eq!(rows[&org(3)], Week { columns: [0, 1, 0, 1], answers: Share::default() });
        assert_eq!(self::jobs("b", &[]), (vec![], vec![]));
    }

    #[test]
    fn every_job_stands_in_one_column_or_none() {
        let job = |from: i64, due: Option<i64>, end: Option<(i64, End)>| Job {
            no: "a".into(),
            org: org(1),
            from: at(from),
            due: due.map(at),
            end: end.map(|(n, how)| (at(n), how)),
        };
        for (what, job, is) in [
            ("done in time", job(5, Some(20), Some((20, End::Done))), Some(Column::InTime)),
            ("done late", job(5, Some(19), Some((20, End::Done))), Some(Column::Late)),
            ("done before", job(1, Some(9), Some((9, End::Done))), None),
            ("in hand", job(5, Some(30), None), Some(Column::Open)),
            ("paused", job(5, None, None), Some(Column::Open)),
            ("not done and late", job(1, Some(5), None), Some(Column::Late)),
            ("sent back", job(5, Some(1), Some((15, End::Back))), Some(Column::Back)),
            ("made part of another", job(5, None, Some((15, End::Merged))), None),
            ("after it", job(30, None, None), None),
        ] {
            assert_eq!(column(&job, at(10), at(30)), is, "{what}");
        }
    }
}
