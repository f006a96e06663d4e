//! Days in a sheet: what is over or to come is entered once, and an end that is new reaches the register.

use crate::town::{COMMITTEE, FURONG, Town, each, faults};
use lianxin_base::Day;
use lianxin_register::find;

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// First and last days of what the register has of a kind.
type Days = Vec<(Day, Option<Day>)>;

fn seats(town: &Town) -> Days {
    let all = town.db.read_wait(|r| Ok(find::seats_ever(r, COMMITTEE)?)).expect("read");
    all.into_iter().map(|s| (s.since, s.until)).collect()
}

#[test]
fn a_term_that_is_over_or_to_come_is_entered_once() {
    each(|town| {
        let sheet = "和平里社区\n单位,职责,姓名,任职日期,卸任日期\n和平里社区居委会,社区工作者,王丽,2020-01-01,2024-12-31\n\
                     和平里社区居委会,社区工作者,赵强,2025-01-01,\n和平里社区居委会,社区工作者,陈晨,2027-01-01,\n";
        let done = town.enter("seats", sheet);
        assert_eq!(faults(&done), vec![]);
        assert_eq!(done.all.counts.get("个岗位"), Some(&3));
        let acts = town.acts();
        assert!(town.enter("seats", sheet).all.did_nothing());
        assert_eq!((town.acts(), seats(town).len()), (acts, 3));
        let again =
            "和平里社区\n单位,职责,姓名,任职日期,卸任日期\n和平里社区居委会,社区工作者,王丽,2018-01-01,2019-12-31\n";
        assert_eq!(town.enter("seats", again).all.counts.get("个岗位"), Some(&1), "an earlier term of hers");
    });
}

#[test]
fn a_tenant_who_moved_out_and_a_contract_that_ends_reach_the_register() {
    each(|town| {
        town.enter("units", "芙蓉里\n楼号,房号\n3,101\n");
        let people = |until: &str| {
            format!("芙蓉里\n房屋,姓名,与房屋关系,起始日期,结束日期\n3-101,巴图,租户,2025-01-01,{until}\n")
        };
        assert_eq!(faults(&town.enter("people", &people(""))), vec![]);
        let ended = town.enter("people", &people("2026-07-31"));
        assert_eq!((faults(&ended), ended.all.counts.get("条关系写上了到期日")), (vec![], Some(&1)));
        assert!(town.enter("people", &people("2026-07-31")).all.did_nothing());
        assert!(town.enter("people", &people("")).all.did_nothing(), "an empty cell takes no day away");
        let later = town.enter("people", &people("2026-12-31"));
        assert!(later.all.counts.is_empty() && later.all.review.len() == 1, "{:?}", later.all);
        let tenants = town.db.read_wait(|r| {
            let house = find::buildings(r, FURONG)?.remove(0);
            let unit = find::units(r, house.id)?.remove(0);
            let home = find::households_of_unit(r, unit.id)?.remove(0);
            Ok(find::members(r, home.id, day("2026-07-31"))?.into_iter().map(|m| m.until).collect::<Vec<_>>())
        });
        assert_eq!(tenants.expect("read"), [Some(day("2026-07-31"))]);

        let company = |since: &str, until: &str| {
            format!(
                "和平里社区\n单位名称,类别,服务小区,合同开始,结束日期\n红星物业服务有限公司,物业公司,芙蓉里,{since},{until}\n"
            )
        };
        assert_eq!(faults(&town.enter("organisations", &company("2024-01-01", ""))), vec![]);
        let ended = town.enter("organisations", &company("2024-01-01", "2026-12-31"));
        assert_eq!(ended.all.counts.get("份物业合同改了日期"), Some(&1), "{:?}", ended.all);
        assert!(town.enter("organisations", &company("2024-01-01", "2026-12-31")).all.did_nothing());
        assert!(town.enter("organisations", &company("", "")).all.did_nothing());
        let crossed = town.enter("organisations", &company("2025-06-01", ""));
        assert!(crossed.all.counts.is_empty() && crossed.all.review.len() == 1, "{:?}", crossed.all);
        let next = town.enter("organisations", &company("2027-01-01", ""));
        assert_eq!(next.all.counts.get("份物业合同"), Some(&1), "the next one follows");
        let contracts = town.db.read_wait(|r| Ok(find::contracts_of_area(r, FURONG)?)).expect("read");
        let days: Days = contracts.into_iter().map(|c| (c.since, c.until)).collect();
        assert_eq!(days, [(day("2024-01-01"), Some(day("2026-12-31"))), (day("2027-01-01"), None)]);
    });
}

#[test]
fn two_households_of_one_flat_come_from_one_sheet() {
    each(|town| {
        town.enter("units", "芙蓉里\n楼号,单元,房号\n3,2,501\n");
        let head = "芙蓉里\n房屋,姓名,与房屋关系,第几户\n";
        let let_by_room = format!("{head}3-2-501,赵六,租户,第2户\n3-2-501,王五,租户,\n3-2-501,王小五,家属,1\n");
        let skipped = town.enter("people", &format!("{head}3-2-501,孙七,租户,第3户\n"));
        assert_eq!(skipped.all.faults, [(3, "册上这套房还没到第 3 户，要先写第 1 户。".to_owned())]);
        let done = town.enter("people", &let_by_room);
        assert_eq!(done.all.faults, vec![]);
        assert_eq!(town.households(FURONG, "3", "2单元501"), [vec!["王五", "王小五"], vec!["赵六"]]);
        let acts = town.acts();
        assert!(town.enter("people", &let_by_room).all.did_nothing());
        assert_eq!(town.acts(), acts);
        let moved = town.enter("people", &format!("{head}3-2-501,赵六,租户,第1户\n"));
        assert!(moved.all.review[0].1.contains("第 2 户"), "{:?}", moved.all.review);
        let odd = town.enter("people", &format!("{head}3-2-501,赵六,租户,隔壁\n"));
        assert!(odd.all.faults[0].1.contains("第几户"), "{:?}", odd.all.faults);
        assert_eq!(town.households(FURONG, "3", "2单元501").len(), 2);
    });
}
