//! 车站北院 votes in the authority's own system: for some days the street tries it, casting is off on the phone, and after the close two
//! people take in its list, beside the papers. It waits for its count. Invented, and so is everybody in it.

use super::cast::Plan;
use super::places::NORTH;
use crate::assembly::{Online, store as votes};
use crate::ballot::Mark::{self, No, Yes};
use crate::official::{NewTally, What, take};
use crate::roll::store as rolls;
use crate::ruleset::adopt;
use crate::words::Author;
use lianxin_base::{ActId, AreaId, Day};
use lianxin_store::{Db, Fault, Files, Stop};
use std::collections::BTreeMap;

/// So many days before today the street adopts it, and between which days a vote that opens is cast there.
pub(super) const ADOPTED: i32 = 46;
const FROM: i32 = 30;
const TO: i32 = 20;

pub(super) const VOTE: Plan = Plan {
    area: NORTH.name,
    by: "周国栋",
    title: "院口搭电动车充电棚",
    matters: &[("common-use", "院口西边空地搭充电棚，8 个充电口，运营的每年交 1,200 元，归全体业主。")],
    online: Online::OnlyOfficialSystem,
    called: 41,
    opens: 24,
    closes: 2,
    verified: &[],
    waits: 0,
    papers: &[("前排", 4)],
    marks: &[&[Yes, Yes, No, Yes]],
    reached: 0,
    first: super::taken::VOTE.first,
};

/// Who voted there: rows of doors, and what they chose. The first handed in a paper, too: the paper stands.
const THERE: [(&str, &str, Mark); 6] = [
    ("前排", "1 号", Yes),
    ("前排", "6 号", Yes),
    ("后排", "1 号", Yes),
    ("后排", "2 号", No),
    ("后排", "4 号", Yes),
    ("后排", "5 号", Yes),
];

fn rules(today: Day) -> String {
    let (from, to) = (today.plus(-FROM), today.plus(-TO));
    format!(
        "id = \"demo.owners.official-pilot\"\nbody = \"owners\"\nsource = \"演示区业主电子投票试点办法（虚构）\"\narticle = \"7\"\n\
         from = \"{from}\"\nto = \"{to}\"\nseen = \"A\"\nextends = \"cn.owners.civil-code-278\"\n\
         online = \"only_official_system\"\n"
    )
}

/// The street tries it.
pub(super) fn adopted(db: &Db, author: &Author, street: AreaId, today: Day) -> Result<(), Stop> {
    let (author, text) = (author.clone(), rules(today));
    db.act_wait(street, move |tx| adopt(tx, &author, street, &text).map(|_| ()))
}

/// Two people take in its list.
pub(super) fn taken(db: &Db, files: &Files, desks: [Author; 2], (id, area): (ActId, AreaId)) -> Result<(), Stop> {
    let (v, lines) = db.read_wait(move |r| Ok((votes::one(r, id)?, rolls::lines(r, id)?)))?;
    let day = v.ok_or_else(|| Fault::bug("a tally of no vote"))?.closes.day();
    let number = |house: &str, door: &str| lines.iter().find(|l| l.house == house && l.door == door).map(|l| l.no);
    let marks: Option<BTreeMap<i64, Vec<Mark>>> =
        THERE.iter().map(|(house, door, mark)| Some((number(house, door)?, vec![*mark]))).collect();
    let marks = marks.ok_or_else(|| Fault::bug("nobody lives there"))?;
    let rows: Vec<String> = THERE.iter().map(|(house, door, mark)| format!("{house},{door},{}", word(*mark))).collect();
    let sheet = format!("楼,房号,第 1 项\n{}\n", rows.join("\n"));
    let new = NewTally {
        what: What::Lines,
        source: "演示区住建局业主电子投票系统（虚构）".into(),
        reference: "演投 017 号".into(),
        day,
        lines: marks,
        totals: Vec::new(),
        outside: Vec::new(),
        file: Some(files.put(sheet.as_bytes(), db.clock().now())?),
        photo: None,
    };
    db.act_wait(area, move |tx| {
        for author in &desks {
            take(tx, author, id, &new)?;
        }
        Ok(())
    })
}

const fn word(mark: Mark) -> &'static str {
    match mark {
        Yes => "同意",
        No => "反对",
        _ => "弃权",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vote_opens_while_the_street_tries_it_and_no_other_does() {
        let days = [ADOPTED, VOTE.called, FROM, VOTE.opens, TO];
        assert!(days.windows(2).all(|w| w[0] >= w[1]) && days[3] > TO, "known when it is called: {days:?}");
        assert!(days[1] - days[3] >= 15, "the notice it needs");
        for other in [&super::super::cast::OVER, &super::super::cast::OPEN, &super::super::taken::VOTE] {
            assert!(other.opens > FROM || other.opens < TO, "{}", other.title);
        }
    }
}
