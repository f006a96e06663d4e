//! The register on its pages: what is shown to whom, every form once well and once badly filled in.

use crate::house::*;
use lianxin_base::{Day, Lang, UnitId};
use lianxin_register::find;
use lianxin_register::{Owner, UnitUse};
use lianxin_store::{Fault, Read};

fn look<T: Send + 'static>(town: &Town, f: impl Fn(&mut Read<'_>) -> Result<T, Fault> + Send + 'static) -> T {
    town.db.read_wait(move |r| Ok(f(r)?)).expect("read")
}

fn unit_page(id: UnitId) -> String {
    format!("/places/unit/{id}")
}

fn house() -> String {
    format!("/places/building/{}", b(1))
}

fn today() -> Day {
    "2026-06-15".parse().expect("a day")
}

#[test]
fn who_may_sees_homes_people_and_whole_phones_and_nobody_else() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    desk.get("/places").is(200).has(&["楼栋住户", "芙蓉里", "共 1 户，1 个房号"]);
    desk.get(&format!("/places/area/{FURONG}")).is(200).has(&["3号楼", "第一网格"]);
    desk.get(&format!("/places/area/{COMMUNITY}")).is(200).has(&["第一网格", "138 1234 0000", "还没定人"]);
    desk.get(&house()).is(200).has(&["1单元101", "张玉兰", "添房号"]);
    desk.get(&unit_page(u(1))).is(200).has(&["张玉兰", "业主", "138 1234 5678", "登记一个人"]);
    desk.get(&format!("/people/{ZHANG}")).is(200).has(&["张玉兰", "芙蓉里 3号楼 1单元101"]);
    let english = town.worker(Lang::En);
    english.get(&unit_page(u(1))).is(200).has(&["Owner", "Register somebody", "138 1234 5678"]);
    for path in ["/places", "/orgs", &house(), &unit_page(u(1))] {
        town.browser(Lang::Zh, "normal").get(path).is(303);
    }
    town.resident(Lang::Zh, "normal").get(&unit_page(u(1))).is(404).lacks(&["13812345678", "138 1234"]);
    seated(&town.db, 3, "高远", "department", "gaoyuan");
    for path in ["/places", "/orgs", &house(), &unit_page(u(1)), &format!("/people/{ZHANG}")] {
        town.desk("gaoyuan").get(path).is(404).lacks(&["张玉兰", "138 1234"]);
    }
    seated(&town.db, 4, "管理", "admin", "admin");
    let admin = town.desk("admin");
    admin.get("/places").is(404);
    admin.get(&format!("/orgs/{}", o(1))).is(200).has(&["吴敏", "安排一个岗位"]).lacks(&["138 1234", "13900001111"]);
    for path in ["/places/area/x", "/places/unit/x", "/people/x", "/orgs/x", "/seats/x", "/relations/x", "/handovers/x"]
    {
        desk.get(path).is(404);
    }
    desk.get(&format!("/places/unit/{}", u(88))).is(404);
}

#[test]
fn somebody_or_a_door_is_found_however_it_is_typed() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    for (typed, has, lacks) in [
        ("张玉兰", "张玉兰", "1单元101</a>"),
        ("玉兰", "张玉兰", "没有找到"),
        ("5678", "张玉兰", "没有找到"),
        ("3-1-101", "芙蓉里 3号楼 1单元101", "没有找到"),
        ("３号楼 101", "芙蓉里 3号楼 1单元101", "没有找到"),
        ("9999", "没有找到", "张玉兰"),
        ("<b>", "没有找到", "<b>"),
    ] {
        let page = desk.get(&format!("/places?q={}", escaped(typed)));
        page.is(200).has(&[has]);
        if lacks != "<b>" {
            page.lacks(&[lacks]);
        }
    }
}

#[test]
fn a_building_is_made_with_all_its_doors_and_changed_afterwards() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    let new = format!("/places/area/{FURONG}/building");
    let bad =
        desk.post(&new, &new, &[("name", "3 栋"), ("grid", ""), ("entrances", "2"), ("storeys", "6"), ("flats", "2")]);
    bad.is(422).has(&["这里已经有一栋同名的楼", "value=\"3 栋\"", "value=\"6\""]);
    desk.post(&new, &new, &[("name", "5 号楼"), ("storeys", "41")]).is(422).has(&["请填 0 到 40 之间的数字"]);
    desk.post(&new, &new, &[("name", "5 号楼"), ("entrances", "9"), ("storeys", "30"), ("flats", "4")])
        .is(422)
        .has(&["一次最多登记 100 个房号"]);
    let made = desk.post(&new, &new, &[("name", "5 号楼"), ("entrances", "2"), ("storeys", "6"), ("flats", "2")]);
    made.is(303);
    desk.get(&made.to).is(200).has(&["1 单元", "2 单元 602", "改好了，也记进了办事留底"]);
    let id = made.to.split(['/', '?']).nth(3).expect("an id").to_owned();
    let entrance = format!("/places/building/{id}/entrance");
    desk.post(&entrance, &entrance, &[("name", "2 单元")]).is(422).has(&["已经有叫这个名字的单元"]);
    desk.post(&entrance, &entrance, &[("name", "3 单元")]).is(303);
    let unit = format!("/places/building/{id}/unit");
    desk.post(&unit, &unit, &[("units", "地下 1"), ("kind", "parking"), ("floor_area", "12.5 平")])
        .is(422)
        .has(&["面积不对"]);
    let made = desk.post(
        &unit,
        &unit,
        &[("units", "地下 1"), ("kind", "parking"), ("floor_area", "12.5"), ("used", "keeping")],
    );
    made.is(303);
    desk.get(&made.to).has(&["车位（现在放东西）", "12.50 平方米"]);
    let (token, twice) = (desk.get(&unit).token().to_owned(), [("units", "地下 2"), ("kind", "parking")]);
    for leads in ["/places/unit/", "/places/building/"] {
        let sent = desk.send_form(&unit, &token, &twice);
        assert!(sent.is(303).to.starts_with(leads), "{}", sent.to);
        desk.get(&sent.to).is(200);
    }
    let change = format!("/places/building/{id}/change");
    desk.get(&change).is(200).has(&["value=\"5 号楼\""]);
    desk.post(&change, &change, &[("name", "5 号楼甲"), ("grid", &g(1).to_string())]).is(303);
    desk.get(&format!("/places/area/{FURONG}")).has(&["5 号楼甲"]);
}

#[test]
fn somebody_is_registered_once_even_with_a_rare_name() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    let form = format!("{}/person", unit_page(u(1)));
    let here = HOME.to_string();
    let answers = |name: &'static str, phone: &'static str, home: &str| {
        let all =
            [("name", name), ("phone", phone), ("kind", "relative"), ("household", home), ("since", "2026-06-15")];
        all.map(|(n, v)| (n.to_owned(), v.to_owned())).to_vec()
    };
    let send = |pairs: &[(String, String)]| {
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        desk.post(&form, &form, &pairs)
    };
    desk.get(&form).is(200).has(&["和张玉兰是一户", "住这儿，另成一户", "不住这儿"]);
    send(&answers("阿拉腾•其其格", "12", &here)).is(422).has(&["电话不对", "value=\"阿拉腾•其其格\""]);
    send(&answers("", "", &here)).is(422).has(&["这一项要填"]);
    send(&answers("11010519491231002X", "", &here)).is(422).has(&["像是身份证号"]);
    send(&answers("阿拉腾•其其格", "13900002222", &here)).is(303);
    desk.get(&unit_page(u(1))).has(&["阿拉腾·其其格", "家属", "139 0000 2222"]);
    send(&answers("𬸘䶮", "", "new")).is(303);
    desk.get(&unit_page(u(1))).has(&["𬸘䶮", "第 2 户"]);
    // The same name again: which one is it?
    let asked = send(&answers("阿拉腾・其其格", "", "away"));
    asked.is(422).has(&["这里已经有同名的人", "是另一个人，重新登记", "尾号 2222"]);
    let known = look(&town, |r| find::people_by_name(r, COMMUNITY, "其其格", 9))[0];
    let mut again = answers("阿拉腾・其其格", "", "new");
    again.push(("person".into(), known.to_string()));
    send(&again).is(422).has(&["这个人这段时间已经算在另一户里了"]);
    again[3].1 = "away".into();
    again[1].1 = "13900003333".into();
    send(&again).is(303);
    assert_eq!(look(&town, |r| find::people_by_name(r, COMMUNITY, "其其格", 9)).len(), 1, "nobody is there twice");
    desk.get(&format!("/people/{known}")).has(&["139 0000 3333", "不住这儿"]).lacks(&["139 0000 2222"]);
}

#[test]
fn a_changed_phone_says_so_and_the_old_number_finds_nobody() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    let form = format!("/people/{ZHANG}/change");
    let texts = || town.db.read_wait(|r| Ok(lianxin_journal::of_person(r, ZHANG)?)).expect("read");
    let kept = |value: &str| texts().iter().any(|held| held.value == value);
    assert!(kept("13812345678"));
    desk.get(&form).is(200).has(&["value=\"张玉兰\"", "value=\"13812345678\""]);
    desk.post(&form, &form, &[("name", "张玉兰"), ("phone", "8123456")]).is(422).has(&["电话不对：手机 11 位"]);
    let done = desk.post(&form, &form, &[("name", "张玉兰"), ("phone", "138 0000 4321")]);
    desk.get(&done.to).is(200).has(&["只按新号码找得到", "138 0000 4321"]);
    assert!(kept("13800004321") && !kept("13812345678"), "what was wrong is not kept");
    desk.get("/places?q=5678").lacks(&["张玉兰</a>"]);
    desk.get("/places?q=4321").has(&["张玉兰"]);
}

#[test]
fn a_relation_gets_a_last_day_and_a_household_forgets_nobody() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    let form = format!("/relations/{}", rel(1));
    desk.get(&form).is(200).has(&["张玉兰和这里的关系"]);
    let dates = |until| [("kind", "owner"), ("since", "2020-01-01"), ("until", until)];
    desk.post(&form, &form, &dates("2019-12-31")).is(422).has(&["截止日早于开始日"]);
    desk.post(&form, &form, &dates("31.2.")).is(422).has(&["请填一个日期"]);
    desk.post(&form, &form, &dates("2026-06-10")).is(303);
    desk.get(&unit_page(u(1))).has(&["还没有登记住户"]);
    desk.get(&format!("/people/{ZHANG}")).has(&["2020 年 1 月 1 日 — 6 月 10 日"]);
}

#[test]
fn an_owner_may_be_a_company_and_a_unit_has_one_set_of_owners() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    let form = format!("{}/owners", unit_page(u(1)));
    desk.get(&form).is(200).has(&["张玉兰", "和平里社区居委会"]);
    desk.post(&form, &form, &[("since", "2026-01-01")]).is(422).has(&["至少要有一个业主"]);
    let (org, zhang) = (o(1).to_string(), ZHANG.to_string());
    desk.post(&form, &form, &[("owners", &zhang), ("org", &org), ("since", "2026-01-01")]).is(303);
    desk.get(&unit_page(u(1))).has(&["张玉兰、和平里社区居委会"]);
    let set = look(&town, |r| find::owner_set_of(r, u(1), today())).expect("owned");
    assert_eq!(look(&town, move |r| find::owners(r, set.id)), [Owner::Person(ZHANG), Owner::Org(o(1))]);
    desk.get(&form).has(&["checked"]);
    desk.get(&format!("/orgs/{}", o(1))).has(&["名下 1 个产权户"]);
}

#[test]
fn a_unit_is_split_and_merged_again_and_its_people_go_along() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    let form = format!("{}/split", unit_page(u(1)));
    desk.get(&form).is(200).has(&["1单元101 拆成几个"]);
    desk.post(&form, &form, &[("into", "101 甲"), ("since", "2026-06-15")]).is(422).has(&["拆分是一个变几个"]);
    desk.post(&form, &form, &[("into", "101 甲，大约\n101 乙"), ("since", "2026-06-15")]).is(422).has(&["面积看不懂"]);
    desk.post(&form, &form, &[("into", "101 甲，46.2\n101 乙"), ("since", "2026-06-15")]).is(303);
    let old = desk.get(&unit_page(u(1)));
    old.is(200).has(&["这个房号到 6 月 14 日 为止", "101 乙、101 甲"]).lacks(&["登记一个人"]);
    let now: Vec<UnitId> = look(&town, |r| find::units(r, b(1))).iter().map(|u| u.id).collect();
    let labels: Vec<String> = look(&town, |r| find::units(r, b(1))).into_iter().map(|u| u.label).collect();
    assert_eq!(labels, ["101 乙", "101 甲"]);
    desk.get(&unit_page(now[1])).has(&["张玉兰", "46.20 平方米", "原来的房号"]);
    let form = format!("{}/merge", house());
    let (one, other) = (now[0].to_string(), now[1].to_string());
    desk.post(&form, &form, &[("from", &one), ("units", "101"), ("since", "2026-06-16")])
        .is(422)
        .has(&["至少要选两个房号"]);
    let done = desk.post(&form, &form, &[("from", &one), ("from", &other), ("units", "101"), ("since", "2026-06-16")]);
    done.is(303);
    desk.get(&done.to).has(&["芙蓉里 3号楼 101", "张玉兰"]);
    let unit = format!("{}/change", done.to.split('?').next().expect("a path"));
    let used = [("units", "101"), ("kind", "dwelling"), ("used", "business")];
    desk.post(&unit, &unit, &used).is(303);
    let uses: Vec<_> = look(&town, |r| find::units(r, b(1))).into_iter().map(|u| u.used).collect();
    assert_eq!(uses, [Some(UnitUse::Business)]);
}

#[test]
fn areas_are_named_anew_and_merged_and_grids_get_their_worker() {
    let town = town_of(&[COMMUNITY, a(7)]);
    let desk = town.worker(Lang::Zh);
    let form = format!("/places/area/{FURONG}/change");
    let names = |name, code| [("name", name), ("code", code), ("since", "2020-01-01"), ("until", "")];
    desk.post(&form, &form, &names("芙蓉里", "东里社区")).is(422).has(&["这个简称已经有别的区域用了"]);
    desk.post(&form, &form, &names("新芙蓉里", "新芙蓉里")).is(303);
    desk.get(&format!("/places/area/{FURONG}")).has(&["以前叫", "芙蓉里（到"]);
    let form = format!("/places/area/{COMMUNITY}/new");
    desk.post(&form, &form, &[("name", "海棠 里"), ("code", ""), ("since", "2026-06-15")]).is(303);
    desk.get("/places").has(&["海棠 里", "新芙蓉里"]);
    let form = format!("/places/area/{COMMUNITY}/grid?id={}", g(1));
    desk.get(&form).is(200).has(&["第一网格", "吴敏 窗口"]);
    desk.post(&form, &form, &[("name", "第一网格"), ("phone", "没有"), ("worker", "")]).is(422).has(&["值班电话不对"]);
    let seat = s(1).to_string();
    desk.post(&form, &form, &[("name", "第一网格"), ("phone", "12345"), ("worker", &seat)]).is(303);
    desk.get(&format!("/places/area/{COMMUNITY}")).has(&["吴敏", "12345"]);
    let haitang = look(&town, |r| find::area_by_code(r, "海棠里")).expect("there").id;
    let form = format!("/places/area/{haitang}/merge");
    desk.get(&form).is(200).has(&["把海棠 里并到别处", "新芙蓉里"]);
    desk.post(&form, &form, &[("successor", &haitang.to_string()), ("until", "2026-06-15")])
        .is(422)
        .has(&["不能并到这里"]);
    desk.post(&form, &form, &[("successor", &a(7).to_string()), ("until", "2026-06-15")]).is(422);
    desk.post(&form, &form, &[("successor", &FURONG.to_string()), ("until", "2026-06-14")])
        .is(422)
        .has(&["截止日早于开始日"]);
    let done = desk.post(&form, &form, &[("successor", &FURONG.to_string()), ("until", "2026-06-15")]);
    assert_eq!(
        (done.status.as_u16(), done.to.split('?').next()),
        (303, Some(format!("/places/area/{FURONG}").as_str()))
    );
    desk.get(&format!("/places/area/{haitang}")).has(&["已并入新芙蓉里"]).lacks(&["/merge"]);
}
