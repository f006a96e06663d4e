//! 和平里 is on the way to its first assembly: the group is formed and posted, and its list hangs out. Everybody is invented.

use crate::first_assembly::{self, Applicant, Application, Body, Group, NewStep, Step};
use crate::words::Author;
use lianxin_base::ActId;
use lianxin_seeds::Map;
use lianxin_store::{Db, Fault, Stop};

const AREA: &str = "和平里";
const BY: &str = "周国栋";

/// How many days before today, and what shows it; the first one is the application. What hung for seven days is noted after them.
pub(super) const STEPS: [(i32, &str); 4] = [
    (52, "申请书有 31 位业主签名，交付的面积按物业移交清单加的，街道 3 号收件。"),
    (40, "街道回了函，同意成立筹备组。"),
    (24, "街道发了成立筹备组的公告。"),
    (15, "名单盖了街道的章，贴在四栋楼的门口满七天，没有意见。"),
];

/// Does the nth step; gives back which one it is of.
pub(super) fn step(map: &Map, db: &Db, first: Option<ActId>, n: usize) -> Result<Option<ActId>, Stop> {
    let (by, scope) = map.author(BY);
    let author = Author { act: ActId::new(db.chance(), db.clock().now()), by, token: None, scope };
    let (area, today) = (map.area(AREA), db.clock().now().day());
    let Some((_, words)) = STEPS.get(n) else { return Ok(first) };
    let Some(id) = first else {
        let application = Application {
            day: today,
            applicant: Applicant::Owners,
            signers: 31,
            size: 1_286_400,
            delivered: 1_190_250,
        };
        let done = db.act_wait(area, move |tx| first_assembly::begin(tx, &author, area, (application, words)))?;
        return Ok(Some(done.act));
    };
    let step = Step::ALL.get(n - 1).copied().ok_or_else(|| Fault::bug("a step too many"))?;
    let group = Group {
        head: "乔立新，街道办事处".into(),
        owners: "袁秀兰，1 号楼\n丁海燕，2 号楼\n方志刚，3 号楼\n祝桂英，4 号楼".into(),
        others: "白音，芙蓉社区\n单永强，建设单位".into(),
    };
    let new = NewStep {
        step,
        day: Some(today),
        words: (*words).into(),
        late: String::new(),
        group: (step == Step::Formed).then_some((Body::Group, group)),
        objections: None,
    };
    db.act_wait(area, move |tx| first_assembly::step(tx, &author, id, &new).map(|_| ()))?;
    Ok(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hung_for_seven_days_is_noted_after_them_and_the_group_is_formed_in_time() {
        assert!(STEPS.windows(2).all(|w| w[0].0 > w[1].0), "in the order of time");
        let before = |step: Step| STEPS[1 + Step::ALL.iter().position(|s| *s == step).expect("a step")].0;
        assert!(before(Step::Formed) - before(Step::Posted) > 7, "posted after it was formed, for seven days");
        assert!(STEPS[0].0 - before(Step::Formed) <= 60 && before(Step::Formed) < 90, "274号 9 and 15");
    }
}
