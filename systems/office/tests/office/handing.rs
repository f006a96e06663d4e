//! Handing over a seat, from its end to its acceptance, with everything that may go wrong on the way.

use crate::house::*;
use crate::made::BUSY;
use lianxin_base::{ChargeId, DAY, GridId, HandoverId, Lang};
use lianxin_register::{self as register, Charge, Grid, OrgKind, Organisation, find};

/// A secretary, a worker who leaves, a successor, somebody who has nothing to do with it.
fn four(town: &Town) -> (Browser, Browser, Browser, Browser) {
    seated(&town.db, 5, "周国栋", "secretary", "zhou");
    seated(&town.db, 6, "李秀英", "grid_worker", "li");
    seated(&town.db, 7, "何部", "department", "hebu");
    (town.desk("zhou"), town.worker(Lang::Zh), town.desk("li"), town.desk("hebu"))
}

const LISTS: [(&str, &str); 3] =
    [("keys", "大门钥匙 2 把\n\n仓库钥匙 1 把"), ("promises", "6 月 20 日前给 3 号楼回话"), ("books", "")];

fn opened(desk: &Browser, successor: &str) -> String {
    let form = format!("/seats/{}/end", s(1));
    let answers = [&LISTS[..], &[("when", "now"), ("until", ""), ("successor", successor)]].concat();
    let done = desk.post(&form, &form, &answers);
    done.is(303);
    done.to.split('?').next().expect("a path").to_owned()
}

#[test]
fn a_seat_ended_at_once_is_handed_over_line_by_line() {
    let town = town();
    let (desk, leaving, successor, other) = four(&town);
    let charge = format!("/seats/{}/charge", s(1));
    desk.post(&charge, &charge, &[("what", &format!("grid {}", g(1))), ("since", "2026-06-15")]).is(303);
    leaving.get("/places").is(200);
    let open = leaving.get("/places/area/03030303-0303-0303-0303-030303030303/building");
    let token = open.is(200).token().to_owned();
    let at = opened(&desk, &s(6).to_string());
    // The page that was open answers with whom to ask, and with what was typed, to be copied.
    let gone = leaving.send_form(&format!("/places/area/{FURONG}/building"), &token, &[("name", "9 号楼")]);
    gone.is(403).has(&["您在和平里社区居委会的“窗口”岗位已经交接", "04758100001", "“9 号楼”"]);
    leaving.get("/places").is(403).has(&["请问和平里社区居委会"]);
    leaving.get("/inbox").is(200);
    let page = successor.get(&at);
    page.is(200).has(&["窗口的交接", "大门钥匙 2 把", NO, "2 单元楼道灯不亮", "还有 4 样没清点，共 4 样", "李秀英"]);
    let mine = leaving.get(&at);
    mine.is(200).has(&["大门钥匙 2 把", NO]).lacks(&["2 单元楼道灯不亮", "/accept"]);
    other.get(&at).is(404);
    seated(&town.db, 8, "管理", "admin", "admin");
    town.desk("admin").get(&at).is(200).has(&[NO]).lacks(&["2 单元楼道灯不亮"]);
    town.browser(Lang::Zh, "normal").get(&at).is(303);

    let (check, accept) = (format!("{at}/check"), format!("{at}/accept"));
    successor.post(&at, &accept, &[]).is(422).has(&["还有 4 样没清点"]);
    desk.post(&at, &check, &[("n", "1"), ("found", "yes")]).is(403).has(&["只有接手人能清点和接手"]);
    successor.post(&at, &check, &[("n", "9"), ("found", "yes")]).is(422).has(&["清单里没有这一样"]);
    successor.post(&at, &check, &[("n", "3"), ("found", "no"), ("note", "")]).is(422).has(&["请写一句缺什么"]);
    successor.post(&at, &check, &[("n", "3"), ("found", "no"), ("note", "只有 1 把")]).is(303);
    leaving.post(&at, &format!("{at}/item"), &[("kind", "other"), ("words", "值班手机")]).is(303);
    leaving.post(&at, &format!("{at}/item"), &[("kind", "other"), ("words", "")]).is(422).has(&["还没写是什么"]);
    for n in ["1", "2", "4", "5"] {
        successor.post(&at, &check, &[("n", n), ("found", "yes")]).is(303);
    }
    successor.get(&at).has(&["都清点过了，可以接手", "只有 1 把", "值班手机"]);
    let done = successor.post(&at, &accept, &[]);
    done.is(303);
    successor.get(&done.to).has(&["接手了", "已经接手，清单不再改"]).lacks(&["action=\"/handovers"]);
    let late = successor.get("/me");
    successor
        .send_form(&format!("{at}/item"), late.token(), &[("kind", "other"), ("words", "迟了")])
        .is(409)
        .has(&["已经接手了"]);
    let worker = town.db.read_wait(|r| Ok(find::in_charge_of_grid(r, g(1), "2026-06-15".parse().expect("a day"))?));
    assert_eq!(worker.expect("read").into_iter().map(|s| s.id).collect::<Vec<_>>(), [s(6)], "the grid goes along");
    let sheet = successor.get(&format!("{at}/sheet"));
    sheet.is(200).has(&["岗位交接单", "交出人签字", "监交人签字", "盖章处", "吴敏", "李秀英", "只有 1 把"]);
    for list in [&desk, &leaving, &successor] {
        list.get("/handovers").is(200).has(&["窗口", "吴敏"]);
    }
    other.get("/handovers").is(200).has(&["没有要交接的岗位"]);
    successor.get("/inbox").has(&["窗口交接完了"]);
    desk.get(&format!("/seats/{}", s(1))).has(&["已经交接", "窗口的交接", "吴敏"]).lacks(&["离岗交接"]);
}

#[test]
fn what_somebody_did_keeps_their_name_after_their_seat_ended() {
    let town = town();
    let (desk, leaving, successor, other) = four(&town);
    let form = format!("/places/area/{FURONG}/building");
    leaving.post(&form, &form, &[("name", "9 号楼"), ("code", "9")]).is(303);
    let page = desk.get("/journal");
    let entry = page.body.split("href=\"").find(|at| at.starts_with("/journal/")).expect("an entry");
    let entry = entry.split('"').next().expect("an address").to_owned();
    let (who, until) = ("吴敏（窗口）", "吴敏（窗口，任职到");
    desk.get(&entry).is(200).has(&["经手人", who]);
    successor.get(&entry).has(&[who]);
    opened(&desk, &s(6).to_string());
    desk.get(&entry).has(&["经手人", until]).lacks(&[who]);
    successor.get(&entry).has(&[until]);
    for reader in [&leaving, &other, &town.resident(Lang::Zh, "normal"), &town.browser(Lang::Zh, "normal")] {
        reader.get(&entry).is(200).has(&["和平里社区居委会"]).lacks(&["经手人", "吴敏（"]);
    }
    leaving.post("/me/data/erase", "/me/data/erase", &[("confirm", "5678")]).is(303);
    desk.get(&entry).is(200).has(&["名字已按本人要求删去"]).lacks(&["吴敏"]);
}

#[test]
fn however_much_a_seat_had_all_of_it_goes_along() {
    let town = town();
    act(&town.db, |tx, head| {
        let (kind, name) = (OrgKind::ResidentsCommittee, "南里社区居委会".to_owned());
        register::organisation(
            tx,
            head,
            Organisation { org: o(BUSY), area: COMMUNITY, kind, name, short: None, phone: None },
        )
    });
    seated_at(&town.db, BUSY, (11, "乌兰"), "worker", "wulan");
    seated_at(&town.db, BUSY, (12, "白音"), "worker", "baiyin");
    seated(&town.db, 5, "周国栋", "secretary", "zhou");
    let grids: Vec<GridId> = (20..32).map(|n| GridId::from_bytes([n; 16])).collect();
    for (n, grid) in (1..).zip(grids.clone()) {
        act(&town.db, move |tx, head| {
            register::grid(tx, head, Grid { grid, area: COMMUNITY, name: format!("南{n}网格"), phone: None })
        });
        act(&town.db, move |tx, head| {
            let (charge, since) = (ChargeId::new(tx.chance(), tx.now()), "2026-06-01".parse().expect("a day"));
            register::charge(
                tx,
                head,
                Charge { charge, seat: s(11), grid: Some(grid), building: None, since, until: None },
            )
        });
    }
    let (desk, successor) = (town.desk("zhou"), town.desk("baiyin"));
    let form = format!("/seats/{}/end", s(11));
    let to = s(12).to_string();
    let sent = desk.post(&form, &form, &[("when", "now"), ("successor", &to), ("keys", "大门钥匙 2 把")]);
    let at = sent.is(303).to.split('?').next().expect("a path").to_owned();
    successor.get(&at).is(200).has(&["芙蓉里-2026-1000", "芙蓉里-2026-1089", "还有 91 样没清点", "都看过了，都在"]);
    let check = format!("{at}/check");
    desk.post(&at, &format!("{at}/matters"), &[]).is(403);
    successor.post(&at, &format!("{at}/matters"), &[]).is(303);
    successor.get(&at).has(&["还有 1 样没清点"]).lacks(&["都看过了，都在"]);
    successor.post(&at, &format!("{at}/matters"), &[]).is(422).has(&["清单里没有这一样"]);
    successor.post(&at, &check, &[("n", "91"), ("found", "yes")]).is(303);
    successor.post(&at, &format!("{at}/accept"), &[]).is(303);
    for grid in grids {
        let day = "2026-06-15".parse().expect("a day");
        let worker = town.db.read_wait(move |r| Ok(find::in_charge_of_grid(r, grid, day)?)).expect("read");
        assert_eq!(worker.into_iter().map(|s| s.id).collect::<Vec<_>>(), [s(12)], "every grid goes along");
    }
}

#[test]
fn without_a_successor_it_waits_and_the_wrong_one_is_refused() {
    let town = town();
    let (desk, _, successor, _) = four(&town);
    let at = opened(&desk, "");
    desk.get(&at).has(&["还没定"]);
    successor.get(&at).is(404);
    let form = format!("{at}/successor");
    let token = desk.get(&at).token().to_owned();
    desk.send_form(&form, &token, &[("successor", &s(1).to_string())]).is(422).has(&["接手人要在同一个单位有岗位"]);
    desk.send_form(&form, &token, &[("successor", "x")]).is(422);
    desk.post(&at, &form, &[("successor", &s(6).to_string())]).is(303);
    successor.get(&at).is(200);
    let again = format!("/seats/{}/end", s(1));
    desk.get(&again).is(409).has(&["这个岗位已经在交接了"]);
    let id: HandoverId = at.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    assert_eq!(format!("/handovers/{id}"), at);
}

#[test]
fn a_seat_ended_on_a_day_works_until_midnight() {
    let town = town();
    let (desk, leaving, ..) = four(&town);
    let form = format!("/seats/{}/end", s(1));
    let answers = |when, until| [("when", when), ("until", until), ("keys", "钥匙 1 把")];
    desk.post(&form, &form, &answers("", "")).is(422).has(&["请从列出来的里面选一项"]);
    desk.post(&form, &form, &answers("day", "")).is(422).has(&["这一项要填"]);
    desk.post(&form, &form, &answers("day", "2019-12-31")).is(422).has(&["截止日早于开始日", "钥匙 1 把"]);
    let long = "长".repeat(81);
    desk.post(&form, &form, &[("when", "now"), ("keys", long.as_str())]).is(422).has(&["一样最多写 80 个字"]);
    desk.post(&form, &form, &answers("day", "2026-06-15")).is(303);
    leaving.get("/places").is(200);
    town.db.clock().set(town.db.clock().now().plus(DAY));
    leaving.get("/places").is(403).has(&["已经交接"]);
}

#[test]
fn what_was_handed_over_replays() {
    let town = town();
    let (desk, _, successor, _) = four(&town);
    let at = opened(&desk, &s(6).to_string());
    for n in ["1", "2", "3", "4"] {
        successor.post(&at, &format!("{at}/check"), &[("n", n), ("found", "yes")]).is(303);
    }
    successor.post(&at, &format!("{at}/accept"), &[]).is(303);
    let found = town.db.read_wait(|r| {
        let kinds = [lianxin_register::kinds(), lianxin_gate::kinds(), lianxin_office::kinds()].concat();
        let rooms = vec![
            lianxin_journal::migrations(),
            lianxin_register::migrations(),
            lianxin_gate::migrations(),
            lianxin_work::migrations(),
            lianxin_outbox::migrations(),
            lianxin_office::migrations(),
        ];
        let kept =
            [lianxin_journal::kept(), lianxin_gate::kept(), lianxin_work::kept(), lianxin_outbox::kept()].concat();
        Ok(lianxin_journal::verify(r, &kinds, &rooms, &kept, &mut |_, _| true)?)
    });
    assert_eq!(found.expect("runs").findings, vec![]);
}
