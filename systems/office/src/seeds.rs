//! What the demonstration shows of this system: who runs it, a worker who has left and a hand-over under way, a small data
//! incident that is over, and a grid worker on leave with somebody sitting in.

use crate::Needs;
use crate::handover::acts::{
    Handover, HandoverCheck, HandoverSuccessor, NewItem, handover, handover_check, handover_successor,
};
use crate::incident::{Data, Incident, IncidentStep, Step, incident, incident_step};
use crate::rules::ItemKind;
use crate::setup::{self, Imprint};
use lianxin_base::{ActId, Day, DeputyId, HandoverId, IncidentId, Lang, SECOND};
use lianxin_journal::{By, Head, Receipt};
use lianxin_register::{Deputy, SeatStop, deputy, seat_stop};
use lianxin_seeds::Map;
use lianxin_store::{Db, Stop, Tx};
use std::sync::Arc;

/// Who leaves, who takes over, who is on leave, who sits in.
const LEAVES: &str = "丁雪";
const TAKES: &str = "吴敏";
const AWAY: &str = "李秀英";
const SITS_IN: &str = "孟和";
const ARRANGES: &str = "周国栋";
const OFFICE: &str = "芙蓉社区居委会";

const LINES: &[(ItemKind, &str)] = &[
    (ItemKind::Promise, "3 号楼张阿姨家的扶手，月底前约师傅上门量尺寸"),
    (ItemKind::Meeting, "下周三下午和红星物业碰楼道灯改造的事"),
    (ItemKind::Keys, "民政窗口柜子钥匙 2 把"),
    (ItemKind::Keys, "活动室大门钥匙 1 把"),
    (ItemKind::Books, "高龄补贴登记表，纸质一本"),
    (ItemKind::Other, "“芙蓉里通知”群的群主"),
];

/// So many of the organisation's matters go on the list.
const MATTERS: usize = 4;
/// Which of [`LINES`] is missing, and what the successor wrote.
const MISSING: (usize, &str) = (3, "这把还在保安室，说好周五拿来");

/// Plants it after the matters, on the evening before `today`, one act a second.
///
/// # Errors
/// A refusal, which a test excludes, or the database's trouble.
pub fn plant(db: &Db, map: &Map, needs: &Arc<dyn Needs>, today: Day) -> Result<(), Stop> {
    let ((by, _), (successor, _)) = (map.author(ARRANGES), map.author(TAKES));
    let (seat, to, org) = (map.seat(LEAVES), map.seat(TAKES), map.org(OFFICE));
    let needs = needs.clone();
    let held = db.read_wait(move |r| Ok(needs.held_by(r, org, Lang::Zh)?))?;
    let matter = |no: String| NewItem { kind: ItemKind::Matter, no: Some(no), words: None };
    let line = |(kind, words): &(ItemKind, &str)| NewItem { kind: *kind, no: None, words: Some((*words).into()) };
    let first = held.len().min(MATTERS);
    let items = held.into_iter().take(MATTERS).map(|m| matter(m.no)).chain(LINES.iter().map(line)).collect();
    let id = HandoverId::new(db.chance(), db.clock().now());
    let act = Handover { handover: id, seat, person: Some(map.person(LEAVES)), items };
    let imprint = Imprint {
        operator: format!("{OFFICE}（演示，虚构）"),
        contact: "社区服务窗口".into(),
        phone: "04808000002".into(),
        kept_at: "放演示的这台电脑".into(),
        filing: None,
    };
    step(db, map, by, move |tx, head| Ok(setup::acts::imprint(tx, head, &imprint)?))?;
    step(db, map, by, move |tx, head| seat_stop(tx, head, SeatStop { seat }))?;
    step(db, map, by, move |tx, head| handover(tx, head, &act))?;
    step(db, map, by, move |tx, head| handover_successor(tx, head, HandoverSuccessor { handover: id, seat: to }))?;
    let looked = (0..2).map(|n| (n, None)).chain([(first + MISSING.0, Some(MISSING.1.to_owned()))]);
    for (n, note) in looked {
        let n = i64::try_from(n).unwrap_or(0) + 1;
        let act = HandoverCheck { handover: id, n, found: note.is_none(), note };
        step(db, map, successor, move |tx, head| handover_check(tx, head, &act, &[to]))?;
    }
    incident_of_yesterday(db, map, by, today)?;
    let (deputy_id, since) = (DeputyId::new(db.chance(), db.clock().now()), today.plus(-1));
    let (seat, person, until) = (map.seat(AWAY), map.person(SITS_IN), today.plus(4));
    step(db, map, by, move |tx, head| deputy(tx, head, Deputy { deputy: deputy_id, seat, person, since, until }))
}

/// A list that lay about for a quarter of an hour: noticed in the morning, written down in the evening, and over.
fn incident_of_yesterday(db: &Db, map: &Map, by: By, today: Day) -> Result<(), Stop> {
    let id = IncidentId::new(db.chance(), db.clock().now());
    let act = Incident {
        incident: id,
        org: map.org(OFFICE),
        noticed_at: today.plus(-1).at(8, 40),
        kinds: vec![Data::Contact, Data::Home],
        people: 12,
        what: "3 号楼 2 单元的入户卡名单落在活动室复印机上，约一刻钟".into(),
        harm: "名单上有姓名和房号，可能有人照着打骚扰电话".into(),
        done: "马上收回，问过在场的两个人，没有拍照；改成印完当面交".into(),
    };
    step(db, map, by, move |tx, head| incident(tx, head, &act))?;
    for (what, words) in [
        (Step::Authority, "上午电话报告了街道，街道说按简单情况记录"),
        (Step::Residents, "名单上的 12 户都当面说过了"),
        (Step::Closed, "查清了，以后名单不离手"),
    ] {
        let act = IncidentStep { incident: id, step: what, words: words.into() };
        step(db, map, by, move |tx, head| incident_step(tx, head, &act))?;
    }
    Ok(())
}

fn step<F>(db: &Db, map: &Map, by: By, run: F) -> Result<(), Stop>
where
    F: Fn(&mut Tx<'_>, Head) -> Result<Receipt, Stop> + Send + 'static,
{
    let now = db.clock().now().plus(SECOND);
    db.clock().set(now);
    let area = map.area("芙蓉社区");
    let head = Head { id: ActId::new(db.chance(), now), area, by, no: None, token: None };
    db.act_wait(area, move |tx| run(tx, head.clone()).map(|_| ()))
}
