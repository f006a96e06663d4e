//! What the figures count. Shares are of whole matters; a share of fewer than [`LEAST`] is not shown.

use lianxin_base::{ActId, AreaId, Moment, OrgId};
use std::collections::BTreeMap;

/// Fewer matters than this say nothing about an organisation, and too much about who brought them in.
pub const LEAST: usize = 5;

/// What one matter had been through by the day the figures are of.
#[derive(Clone, Debug)]
pub struct Course {
    /// Its number.
    pub no: String,
    /// Its compound.
    pub area: AreaId,
    /// Who was to look at it.
    pub looks: OrgId,
    /// By when.
    pub look_due: Option<Moment>,
    /// When they had.
    pub looked: Option<Moment>,
    /// Who was to do it, at last.
    pub does: Option<OrgId>,
    /// When they first said it was done.
    pub done: Option<Moment>,
    /// When the residents said it was.
    pub yes: Option<Moment>,
    /// When they first said it was not.
    pub no_yet: Option<Moment>,
}

/// One figure about an organisation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Figure {
    /// 按时接: looked at in time, of those looked at or due.
    Response,
    /// 单位说办完了, of what was handed to it.
    UnitDone,
    /// 居民说办好了, of what was handed to it.
    ResidentsDone,
    /// 居民说一次办好: the residents' first answer was yes, of what they answered. How satisfied they are is asked of them
    /// in surveys ([`Satisfaction`]).
    FirstGo,
}

impl Figure {
    /// All, in the order of the table.
    pub const ALL: [Self; 4] = [Self::Response, Self::UnitDone, Self::ResidentsDone, Self::FirstGo];

    /// Its name in an address.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Response => "response",
            Self::UnitDone => "unit-done",
            Self::ResidentsDone => "residents-done",
            Self::FirstGo => "first-go",
        }
    }

    /// The one of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.name() == name)
    }

    /// Whether the matter counts here, for whom, and whether it counts as good.
    pub fn of(self, c: &Course, now: Moment) -> Option<(OrgId, bool)> {
        match self {
            Self::Response => {
                let due = c.look_due?;
                let good = c.looked.is_some_and(|at| at <= due);
                (c.looked.is_some() || due < now).then_some((c.looks, good))
            }
            Self::UnitDone => c.does.map(|org| (org, c.done.is_some())),
            Self::ResidentsDone => c.does.map(|org| (org, c.yes.is_some())),
            Self::FirstGo => {
                let org = c.does?;
                let first = match (c.yes, c.no_yet) {
                    (Some(yes), Some(no)) => yes < no,
                    (Some(_), None) => true,
                    (None, Some(_)) => false,
                    (None, None) => return None,
                };
                Some((org, first))
            }
        }
    }
}

/// So many of so many.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Share {
    /// Of so many.
    pub of: usize,
    /// So many.
    pub good: usize,
}

impl Share {
    /// In whole hundredths, halves up; nothing where there are too few.
    pub const fn percent(self) -> Option<usize> {
        if self.of < LEAST { None } else { Some((self.good * 200 + self.of) / (self.of * 2)) }
    }
}

/// The four figures of each organisation.
pub fn table(courses: &[Course], now: Moment) -> BTreeMap<OrgId, [Share; 4]> {
    let mut all: BTreeMap<OrgId, [Share; 4]> = BTreeMap::new();
    for course in courses {
        for (at, figure) in Figure::ALL.into_iter().enumerate() {
            let Some((org, good)) = figure.of(course, now) else { continue };
            let share = &mut all.entry(org).or_default()[at];
            share.of += 1;
            share.good += usize::from(good);
        }
    }
    all
}

/// What households said of one organisation's service in a survey that closed with five or more of them.
#[derive(Clone, Debug)]
pub struct Said {
    /// The survey.
    pub survey: ActId,
    /// Its compound.
    pub area: AreaId,
    /// Whose service.
    pub about: OrgId,
    /// How many households answered.
    pub homes: i64,
    /// How many of their marks were 满意.
    pub good: i64,
    /// How many marks there are.
    pub marks: i64,
}

/// 满意度: what share of the marks of surveys was 满意, and of how many households' answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Satisfaction {
    /// Answers of households, survey by survey.
    pub homes: i64,
    good: i64,
    marks: i64,
}

impl Satisfaction {
    /// The name of it in an address.
    pub const NAME: &'static str = "satisfaction";

    /// Of one survey or several; of fewer than five households none is counted.
    pub fn of<'a>(all: impl IntoIterator<Item = &'a Said>) -> Self {
        let enough = all.into_iter().filter(|s| s.homes >= LEAST as i64);
        enough.fold(Self::default(), |sum, s| Self {
            homes: sum.homes + s.homes,
            good: sum.good + s.good,
            marks: sum.marks + s.marks,
        })
    }
    /// In whole hundredths, halves up; nothing where nobody, or too few, were asked.
    pub const fn percent(self) -> Option<i64> {
        if self.marks <= 0 { None } else { Some((self.good * 200 + self.marks) / (self.marks * 2)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(n: i64) -> Moment {
        Moment::from_micros(n)
    }
    fn course() -> Course {
        let (area, looks) = (AreaId::from_bytes([1; 16]), OrgId::from_bytes([2; 16]));
        let (look_due, looked, does) = (Some(at(10)), Some(at(10)), Some(OrgId::from_bytes([3; 16])));
        Course { no: "1".into(), area, looks, look_due, looked, does, done: None, yes: None, no_yet: None }
    }

    #[test]
    fn what_counts_and_what_counts_as_good() {
        use Figure::{FirstGo, ResidentsDone, Response, UnitDone};
        let c = course();
        let with = |f: &dyn Fn(&mut Course)| {
            let mut c = c.clone();
            f(&mut c);
            c
        };
        for (what, figure, course, good) in [
            ("looked at on the last moment", Response, c.clone(), Some(true)),
            ("looked at a moment late", Response, with(&|c| c.looked = Some(at(11))), Some(false)),
            ("not looked at, and due", Response, with(&|c| c.looked = None), Some(false)),
            ("not looked at, not due yet", Response, with(&|c| (c.looked, c.look_due) = (None, Some(at(200)))), None),
            ("not done", UnitDone, c.clone(), Some(false)),
            ("done", UnitDone, with(&|c| c.done = Some(at(20))), Some(true)),
            ("handed to nobody", UnitDone, with(&|c| c.does = None), None),
            ("done, nobody answered", ResidentsDone, with(&|c| c.done = Some(at(20))), Some(false)),
            ("the residents say so", ResidentsDone, with(&|c| c.yes = Some(at(30))), Some(true)),
            ("nobody answered", FirstGo, c.clone(), None),
            ("yes at once", FirstGo, with(&|c| c.yes = Some(at(30))), Some(true)),
            ("no, then yes", FirstGo, with(&|c| (c.no_yet, c.yes) = (Some(at(30)), Some(at(40)))), Some(false)),
            ("no", FirstGo, with(&|c| c.no_yet = Some(at(30))), Some(false)),
        ] {
            assert_eq!(figure.of(&course, at(100)).map(|(_, good)| good), good, "{what}");
        }
    }

    #[test]
    fn under_five_nothing_is_shown_and_halves_are_rounded_up() {
        for (good, of, percent) in [
            (4, 4, None),
            (5, 5, Some(100)),
            (0, 5, Some(0)),
            (1, 8, Some(13)),
            (2, 3, None),
            (333, 1000, Some(33)),
            (1, 200, Some(1)),
        ] {
            assert_eq!(Share { of, good }.percent(), percent, "{good} of {of}");
        }
    }

    #[test]
    fn satisfaction_is_of_five_households_or_more() {
        let said = |homes, good, marks| Said {
            survey: ActId::from_bytes([1; 16]),
            area: AreaId::from_bytes([1; 16]),
            about: OrgId::from_bytes([3; 16]),
            homes,
            good,
            marks,
        };
        for (what, all, percent, homes) in [
            ("nobody asked", vec![], None, 0),
            ("four households", vec![said(4, 16, 16)], None, 0),
            ("five", vec![said(5, 13, 20)], Some(65), 5),
            ("halves up", vec![said(10, 5, 40)], Some(13), 10),
            ("two surveys add up", vec![said(5, 20, 20), said(15, 0, 60)], Some(25), 20),
            ("of two one is too small", vec![said(5, 20, 20), said(3, 0, 12)], Some(100), 5),
        ] {
            let got = Satisfaction::of(&all);
            assert_eq!((got.percent(), got.homes), (percent, homes), "{what}");
        }
    }

    #[test]
    fn the_table_adds_up() {
        let courses: Vec<Course> = (0..7).map(|n| Course { done: (n < 3).then(|| at(20)), ..course() }).collect();
        let all = table(&courses, at(100));
        assert_eq!(all[&OrgId::from_bytes([2; 16])][0], Share { of: 7, good: 7 });
        assert_eq!(
            all[&OrgId::from_bytes([3; 16])],
            [Share::default(), Share { of: 7, good: 3 }, Share { of: 7, good: 0 }, Share::default()]
        );
    }
}
