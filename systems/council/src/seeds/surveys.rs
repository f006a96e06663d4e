//! What households were asked about services in the demonstration: one survey that closed with six, one that is being
//! asked; of two households without a phone a worker wrote it down.

use super::play::Play;
use crate::survey::{Desk, Mark, NewAnswer, NewSurvey, answer, ask, store};
use Mark::{Fair, Good, Poor};
use lianxin_store::{Fault, Stop};

/// What is done.
enum Doing {
    /// The service of so many days before to so many days before, asked for so many days.
    Ask((i32, i32), i32),
    /// What a household says to each question.
    Say([Mark; 4]),
    /// What a worker writes down for somebody, and how they were asked.
    Write(&'static str, &'static str, [Mark; 4]),
}

/// So many working days before today, when, by whom, what.
pub(super) struct Line {
    pub(super) back: u32,
    pub(super) at: (u8, u8),
    by: &'static str,
    doing: Doing,
}

const fn on(back: u32, hour: u8, minute: u8, by: &'static str, doing: Doing) -> Line {
    Line { back, at: (hour, minute), by, doing }
}

use Doing::{Ask, Say, Write};

/// All of it, in the order of time.
pub(super) const PLAN: &[Line] = &[
    on(18, 9, 30, "吴敏", Ask((90, 1), 4)),
    on(18, 10, 10, "张玉兰", Say([Good, Good, Good, Fair])),
    on(18, 11, 40, "董秀珍", Say([Fair, Good, Good, Poor])),
    on(18, 12, 20, "杨帆", Say([Poor, Fair, Good, Fair])),
    on(18, 15, 0, "吕淑芬", Say([Good, Good, Good, Good])),
    on(18, 16, 30, "吴敏", Write("冯德山", "visit", [Good, Good, Good, Poor])),
    on(18, 18, 10, "孙立", Say([Fair, Good, Fair, Fair])),
    on(18, 19, 30, "白露", Say([Good, Fair, Good, Good])),
    // The days after those.
    on(2, 10, 0, "吴敏", Ask((10, 0), 14)),
    on(2, 12, 30, "韩磊", Say([Good, Good, Fair, Good])),
    on(2, 19, 10, "田守义", Say([Fair, Good, Good, Poor])),
    on(1, 9, 50, "吴敏", Write("郑长河", "phone", [Good, Fair, Good, Fair])),
];

impl Play<'_> {
    pub(super) fn survey(&self, n: usize) -> Result<(), Stop> {
        let Some(line) = PLAN.get(n) else { return Ok(()) };
        let area = self.map.area("芙蓉里");
        match line.doing {
            Ask((from, to), days) => {
                let (author, today) = (self.author(self.map.author(line.by)), self.now().day());
                let (from, to, day) = (today.plus(-from), today.plus(-to), today.plus(days));
                let new = NewSurvey { area, about: self.map.org("红星物业"), from, to, day };
                self.db.act_wait(area, move |tx| ask(tx, &author, &new))?;
            }
            Say(marks) => {
                let (author, person) = (self.author(self.map.resident(line.by)), self.map.person(line.by));
                self.db.act_wait(area, move |tx| {
                    let newest = store::of_area(tx, area)?.into_iter().next();
                    let survey = newest.ok_or_else(|| Fault::bug("nothing is asked"))?.id;
                    answer(tx, &author, &NewAnswer { survey, person, marks: marks.map(Some).to_vec(), desk: None })
                })?;
            }
            Write(whose, how, marks) => {
                let (author, person) = (self.author(self.map.author(line.by)), self.map.person(whose));
                let desk = Desk { how: how.into(), orgs: vec![self.map.org("芙蓉社区居委会")] };
                self.db.act_wait(area, move |tx| {
                    let newest = store::of_area(tx, area)?.into_iter().next();
                    let survey = newest.ok_or_else(|| Fault::bug("nothing is asked"))?.id;
                    let marks = marks.map(Some).to_vec();
                    answer(tx, &author, &NewAnswer { survey, person, marks, desk: Some(desk.clone()) })
                })?;
            }
        }
        Ok(())
    }
}
