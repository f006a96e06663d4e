//! 车站北院: twelve houses nobody managed until a year ago, taken over from the walk through the yard to the look back three
//! months after the company entered. Invented, and so is everybody in it.

use super::cast::Plan;
use crate::assembly::Online;
use crate::ballot::Mark::{Abstain, No, Yes};
use crate::filing;
use crate::takeover::{self, NewStep, Step};
use crate::words::Author;
use lianxin_base::{ActId, AreaId, ContractId, Day};
use lianxin_journal::{By, Head};
use lianxin_register::{self as register, Contract};
use lianxin_seeds::Map;
use lianxin_store::{Db, Fault, Stop};

pub(super) const YARD: &str = super::places::NORTH.name;
const COMMUNITY: &str = "芙蓉社区";
const COMPANY: &str = "红星物业";
/// The contract runs so many days from the day of entry on.
const CONTRACT: i32 = 730;

/// Its vote: the company is engaged, and the yard pays for its own lamps.
pub(super) const VOTE: Plan = Plan {
    area: YARD,
    by: "周国栋",
    title: "请哪家物业来管院子",
    matters: &[
        ("manager", "请红星物业来管：保洁、清运、院灯、公用水管，每平方米每月 0.55 元，先签两年。"),
        ("other", "院里的公用电费按户平摊，每季度贴一次账。"),
    ],
    online: Online::Allowed,
    called: 239,
    opens: 222,
    closes: 208,
    verified: &[],
    waits: 0,
    papers: &[("前排", 6), ("后排", 4)],
    marks: &[&[Yes, Yes, Yes, No, Yes, Yes, Yes, Abstain], &[Yes, Yes, No, Yes, Yes]],
    reached: 0,
    // Past those of the other yards: no two names alike.
    first: 168,
};

/// So many days before today, who, and what shows it; the first line begins it.
pub(super) const STEPS: [(i32, &str, &str); 17] = [
    (300, COMMUNITY, "原来的单位撤了，三年没有物业。垃圾堆在院口，院灯全灭，冬天公用水管冻过两回。"),
    (294, COMMUNITY, "两个网格员走访 12 户，列了 9 件要紧的，欠的公共水费 1,360 元，见走访记录。"),
    (286, "芙蓉街道办事处", "认定为弃管小区，公告贴在院口和两排门前，七天没有异议。"),
    (282, "芙蓉街道办事处", "社区托管到有物业进场为止，保洁、清运每月 600 元，从街道为民资金出。"),
    (274, "芙蓉街道办事处", "原单位没有人来，请司法所和两位业主见证，清点了水泵、水表井、配电箱，照片和清单存街道。"),
    (262, COMMUNITY, "发出 12 张意向表，收回 11 张：想请物业的 9 张，想自己管的 2 张。只是问问，不算表决。"),
    (250, "筹备组", "业主 4 人、社区 2 人、街道 1 人，街道的同志任组长，名单贴了七天。"),
    (246, "筹备组", "名册按登记册抄的，12 户、703.20 平方米，贴在院口，一户说面积不对，核了没有出入。"),
    (240, "筹备组", "管什么、收多少、签几年写成一张，贴在院口和两排门前；三家来看过，红星物业报得最低。"),
    (206, "全体业主", "10 户交了票，两人唱票、计票，一位业主监票。"),
    (205, "筹备组", "结果贴在院口和两排门前，十二户都送到了。"),
    (198, "筹备组", "合同两年，管什么、收多少照表决写的，盖了章，贴一份在院口。"),
    (190, COMPANY, "筹备组和物业一起查的：水管换两段、配电箱加盖，其余照清单收下，双方签字。"),
    (184, COMPANY, "进场公告贴在院口，物业费从这一天起算，以前的不收。"),
    (180, "筹备组", "结果、合同、名册报了街道和物管办，有回执。"),
    (150, COMPANY, "院灯换了 6 盏，用老旧小区改造的钱；水管用街道为民资金；没有动维修资金，也没有向住户收。"),
    (88, COMMUNITY, "进场三个月，网格员走了 12 户：10 户说比以前好，1 户嫌清运晚，1 户没见着。清运改到早上 7 点。"),
];

/// What has happened so far: the take-over and the vote.
#[derive(Clone, Copy)]
pub(super) struct Stands {
    pub(super) area: AreaId,
    pub(super) takeover: Option<ActId>,
    pub(super) vote: Option<ActId>,
}

/// Does the nth line; gives the take-over back.
pub(super) fn step(
    map: &Map,
    db: &Db,
    who: &dyn Fn() -> Author,
    stands: Stands,
    n: usize,
) -> Result<Option<ActId>, Stop> {
    let (author, today) = (who(), db.clock().now().day());
    let Stands { area, takeover, vote } = stands;
    let Some((_, by, words)) = STEPS.get(n) else { return Ok(takeover) };
    let Some(id) = takeover else {
        let since = today.plus(-1_100);
        let begun = db.act_wait(area, move |tx| takeover::begin(tx, &author, area, (since, words)))?;
        return Ok(Some(begun.act));
    };
    let step = Step::ALL.get(n - 1).copied().ok_or_else(|| Fault::bug("a step too many"))?;
    match step {
        Step::Contract => signed(map, db, area, today)?,
        Step::Filing => filed(db, &who(), area, vote, today)?,
        _ => {}
    }
    let new = NewStep { step, day: today, who: (*by).into(), words: (*words).into() };
    db.act_wait(area, move |tx| takeover::step(tx, &author, id, &new).map(|_| ()))?;
    Ok(takeover)
}

/// The register learns of the contract, from the day of entry on.
fn signed(map: &Map, db: &Db, area: AreaId, today: Day) -> Result<(), Stop> {
    let now = db.clock().now();
    let days = |step: Step| Step::ALL.iter().position(|s| *s == step).and_then(|n| STEPS.get(n + 1)).map_or(0, |s| s.0);
    let since = today.plus(days(Step::Contract) - days(Step::Entry));
    let (contract, org) = (ContractId::new(db.chance(), now), map.org(COMPANY));
    let head = Head { id: ActId::new(db.chance(), now), area, by: By::Office, no: None, token: None };
    let act = Contract { contract, org, area, since, until: Some(since.plus(CONTRACT - 1)) };
    db.act_wait(area, move |tx| register::contract(tx, head.clone(), act).map(|_| ()))
}

/// The vote went to the authority.
fn filed(db: &Db, author: &Author, area: AreaId, vote: Option<ActId>, today: Day) -> Result<(), Stop> {
    let vote = vote.ok_or_else(|| Fault::bug("a vote is filed that was not called"))?;
    let author = author.clone();
    db.act_wait(area, move |tx| filing::file(tx, &author, vote, (today, "物管备 17 号")).map(|_| ()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_look_back_comes_three_months_after_the_entry_and_the_vote_after_the_plan_hung_out() {
        let before = |step: Step| STEPS[1 + Step::ALL.iter().position(|s| *s == step).expect("a step")].0;
        assert_eq!(STEPS.len(), Step::ALL.len() + 1, "the beginning, and each step");
        assert!(STEPS.windows(2).all(|w| w[0].0 > w[1].0), "in the order of time");
        assert!(before(Step::Entry) - before(Step::LookBack) >= 92, "no three months are longer");
        assert!(before(Step::Plan) - VOTE.opens >= 15 && VOTE.called - VOTE.opens >= 15);
        assert!(
            before(Step::Vote) < VOTE.closes && before(Step::Filing) > VOTE.closes - 31,
            "counted, and filed in time"
        );
    }
}
