//! What is asked of everybody in the demonstration: one that closed with seven households, one that is being asked.

use super::open::{HALL, POLES};
use super::play::Play;
use crate::poll::{NewAnswer, NewPoll, answer, ask, store};
use crate::store::public_by_no;
use lianxin_store::{Fault, Stop};

/// What is done.
enum Doing {
    /// What is asked, what there is to choose, for how many days.
    Ask(&'static str, &'static [&'static str], i32),
    /// Which one somebody chooses.
    Choose(i64),
}

/// So many working days before today, when, about which matter, by whom, what.
pub(super) struct Line {
    pub(super) back: u32,
    pub(super) at: (u8, u8),
    about: &'static str,
    by: &'static str,
    doing: Doing,
}

const fn hall(hour: u8, minute: u8, by: &'static str, doing: Doing) -> Line {
    Line { back: 7, at: (hour, minute), about: HALL, by, doing }
}

const fn poles(hour: u8, minute: u8, by: &'static str, doing: Doing) -> Line {
    Line { back: 1, at: (hour, minute), about: POLES, by, doing }
}

use Doing::{Ask, Choose};

/// All of it, in the order of time.
pub(super) const PLAN: &[Line] = &[
    hall(16, 30, "吴敏", Ask("电动车停哪儿好？", &["都停南门棚子", "5 号楼西山墙搭四个位", "两处都要", "说不准"], 5)),
    hall(17, 5, "杨帆", Choose(1)),
    hall(17, 40, "董秀珍", Choose(2)),
    hall(18, 0, "韩磊", Choose(2)),
    hall(18, 15, "张玉兰", Choose(4)),
    hall(18, 30, "陈晓梅", Choose(3)),
    hall(18, 50, "白露", Choose(2)),
    hall(19, 10, "孙立", Choose(3)),
    hall(19, 40, "董秀珍", Choose(3)),
    poles(9, 40, "刘志强", Ask("晾衣杆立几根好？", &["四根，靠墙一溜", "六根，分两处", "不立"], 12)),
    poles(10, 20, "张玉兰", Choose(1)),
    poles(11, 0, "田守义", Choose(1)),
    poles(12, 10, "吕淑芬", Choose(2)),
    poles(12, 30, "苏晴", Choose(1)),
    poles(13, 5, "赵桂兰", Choose(2)),
    poles(14, 20, "郑长河", Choose(1)),
];

impl Play<'_> {
    pub(super) fn poll(&self, n: usize) -> Result<(), Stop> {
        let Some(line) = PLAN.get(n) else { return Ok(()) };
        let (no, area) = (self.number_of("芙蓉里", line.about)?, self.map.area("芙蓉里"));
        match line.doing {
            Ask(question, choices, days) => {
                let author = self.author(self.map.author(line.by));
                let choices = choices.iter().map(|c| (*c).to_owned()).collect();
                let new = NewPoll { no, question: question.into(), choices, day: self.now().day().plus(days) };
                self.db.act_wait(area, move |tx| ask(tx, &author, &new))?;
            }
            Choose(chosen) => {
                let (author, person) = (self.author(self.map.resident(line.by)), self.map.person(line.by));
                self.db.act_wait(area, move |tx| {
                    let m = public_by_no(tx, &no)?.ok_or_else(|| Fault::bug("a poll without its matter"))?;
                    let open = store::of_matter(tx, m.id)?.into_iter().find(|p| p.state == store::State::Open);
                    let poll = open.ok_or_else(|| Fault::bug("nothing is asked"))?.id;
                    answer(tx, &author, &NewAnswer { no: no.clone(), poll, person, chosen, how: None })
                })?;
            }
        }
        Ok(())
    }
}
