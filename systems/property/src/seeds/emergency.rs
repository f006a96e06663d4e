//! The pump of 芙蓉里 failed: the street has a rule for emergencies since a few days, the fund is used without a vote, and one line of it
//! was put right. Invented, and so is everybody in it.

use crate::ruleset::adopt;
use crate::urgent::mend::{Right, mend};
use crate::urgent::{Danger, NewUrgent, Part, note};
use crate::words::Author;
use lianxin_base::{ActId, Fen};
use lianxin_seeds::Map;
use lianxin_store::{Db, Stop};

/// So many days before today: the rule, the entry, its correction.
pub(super) const STEPS: [i32; 3] = [4, 3, 2];

const RULES: &str = "id = \"demo.owners.emergency\"\nbody = \"owners\"\nsource = \"演示区物业管理办法（虚构）\"\narticle = \"61\"\n\
                     from = \"2022-01-01\"\nseen = \"A\"\nextends = \"cn.owners.civil-code-278\"\n\n[urgent]\n\
                     article = \"演示区物业管理办法（虚构）61\"\nseen = \"A\"\nposted_days = 7\n";
const PLACE: &str = "5 号楼地下泵房";
const FOUND: &str = "5 号楼住户打电话";
const WORDS: &str = "两台供水泵都烧了，5、6 号楼停水。水务公司当天看过，说修不了要换；三家报价，用最低的。";

/// Does the nth step; gives back the emergency it is of.
pub(super) fn step(map: &Map, db: &Db, urgent: Option<ActId>, n: usize) -> Result<Option<ActId>, Stop> {
    let author = |who: &str| {
        let (by, scope) = map.author(who);
        Author { act: ActId::new(db.chance(), db.clock().now()), by, token: None, scope }
    };
    let (area, today) = (map.area("芙蓉里"), db.clock().now().day());
    match (n, urgent) {
        (0, _) => {
            let (who, street) = (author("高远"), map.area("芙蓉街道"));
            db.act_wait(street, move |tx| adopt(tx, &who, street, RULES).map(|_| ()))?;
            Ok(None)
        }
        (1, _) => {
            let who = author("吴敏");
            let new = NewUrgent {
                area,
                danger: Danger::Water,
                place: "6 号楼地下泵房".into(),
                day: today,
                found: FOUND.into(),
                most: Fen(1_860_000),
                words: WORDS.into(),
            };
            Ok(Some(db.act_wait(area, move |tx| note(tx, &who, &new))?.act))
        }
        (_, Some(id)) => {
            let who = author("周国栋");
            let right = Right {
                part: Part::Entry,
                day: today.plus(-1),
                sum: Fen(1_780_000),
                place: PLACE.into(),
                found: FOUND.into(),
                words: WORDS.into(),
                reason: "泵房在 5 号楼，写成 6 号楼了；第三家的报价当天又低了 800 元。".into(),
            };
            db.act_wait(area, move |tx| mend(tx, &who, id, &right).map(|_| ()))?;
            Ok(Some(id))
        }
        (_, None) => Ok(None),
    }
}
