use crate::town::{DONGLI, FURONG, each, faults};
use lianxin_base::Area;
use lianxin_register::UnitKind;

const GOOD: &str = "芙蓉里业主信息表\n楼号,单元,房号,建筑面积,业主名称,手机号,房屋类型\n\
    3,1,101,89.35,张玉兰,13812345678,住宅\n,,102,120,\"阿拉坦·巴图,李四\",\"13947901234,13947901235\",\n,2,201,89.35,㛃䶮𬸘,18999999999,\n\
    4,0,1,60,通辽红星商贸有限公司,0475-8123456,商铺\n合计,,4,358.7,,,\n";

#[test]
fn a_sheet_is_entered_once_and_a_second_time_does_nothing() {
    each(|town| {
        let before = town.acts();
        let first = town.enter("units", GOOD);
        assert_eq!(faults(&first), vec![]);
        assert_eq!(first.all.counts.get("栋楼"), Some(&2));
        assert_eq!(first.all.counts.get("套房（新登记）"), Some(&4));
        assert_eq!(first.all.counts.get("人（新登记）"), Some(&5));
        let after = town.acts();
        assert!(after > before);
        let labels: Vec<String> = town.units(FURONG, "3").into_iter().map(|u| u.label).collect();
        assert_eq!(labels, ["1单元101", "1单元102", "2单元201"]);
        let shop = &town.units(FURONG, "4")[0];
        assert_eq!((shop.kind, shop.label.as_str(), shop.floor_area), (UnitKind::Shop, "1", Some(Area(6000))));
        let mut both = town.owners(FURONG, "3", "1单元102");
        both.sort_by(|a, b| b.1.cmp(&a.1));
        let named: Vec<(&str, Option<&str>)> = both.iter().map(|(_, n, p)| (n.as_str(), p.as_deref())).collect();
        assert_eq!(named, [("阿拉坦·巴图", Some("13947901234")), ("李四", Some("13947901235"))]);
        assert_eq!(town.owners(FURONG, "3", "2单元201")[0].2, None, "a number that stands for none");
        assert_eq!(town.owners(FURONG, "4", "1")[0].1, "通辽红星商贸有限公司", "a company is one owner");
        assert_eq!(first.all.review.iter().map(|(row, _)| *row).collect::<Vec<_>>(), [4, 6], "to be looked at");

        let second = town.enter("units", GOOD);
        assert!(second.all.did_nothing() && faults(&second).is_empty(), "{:?}", second.all);
        assert_eq!(town.acts(), after);
    });
}

#[test]
fn trying_changes_nothing_and_finds_what_entering_would() {
    each(|town| {
        let bad = "小区,楼号,房号,建筑面积,业主,手机号\n芙蓉里,3,101,八十九,张,1394790\n芙蓉里,3,102,90,李,\n东里,3,101,70,王,\n西里,1,1,50,赵,\n,,,,,\n";
        let before = town.acts();
        let folder = town.stage("units", bad.as_bytes(), None).expect("staged");
        let tried = town.run(&folder, false);
        assert_eq!(town.acts(), before, "nothing is left of a try");
        assert!(town.units(FURONG, "3").is_empty());
        let rows: Vec<u32> = tried.all.faults.iter().map(|(row, _)| *row).collect();
        assert_eq!(rows, [2, 5]);
        assert!(faults(&tried)[1].1.contains("西里"));
        let entered = town.run(&folder, true);
        assert_eq!(faults(&entered), faults(&tried));
        assert_eq!(entered.out, 1);
        assert_eq!(entered.all.counts.get("栋楼"), Some(&1), "what was taken back is not counted");
        assert!(town.units(FURONG, "3").is_empty(), "one bad row keeps its whole building out");
        assert_eq!(town.units(DONGLI, "3").len(), 1, "and no other");
    });
}

#[test]
fn a_compound_is_named_by_column_title_or_command_and_else_every_row_says_so() {
    each(|town| {
        let nowhere = "业主表\n楼号,房号\n3,101\n3,102\n";
        let folder = town.stage("units", nowhere.as_bytes(), None).expect("staged");
        let tried = town.run(&folder, false);
        assert_eq!(tried.all.faults.len(), 2);
        assert!(faults(&tried).iter().all(|(_, why)| why.contains("小区")));
        let folder = town.stage("units", nowhere.as_bytes(), Some(DONGLI)).expect("staged");
        assert_eq!(town.run(&folder, true).all.faults, vec![]);
        assert_eq!(town.units(DONGLI, "3").len(), 2);
        town.enter("units", "和平里社区 芙蓉里小区 2026 年\n楼号,房号\n5,1\n");
        assert_eq!(town.units(FURONG, "5").len(), 1, "the title");
        town.enter("units", "芙蓉里小区\n小区,楼号,房号\n东里小区,6,1\n");
        assert_eq!(town.units(DONGLI, "6").len(), 1, "the column beats the title");
    });
}

#[test]
fn one_person_may_have_two_homes_but_a_telephone_alone_makes_nobody_the_same() {
    each(|town| {
        let sheet = "芙蓉里\n楼号,房号,业主,手机号\n3,101,张玉兰,13812345678\n4,102,张玉兰,13812345678\n5,103,李四,13812345678\n6,104,张玉兰,18999999999\n7,105,张玉兰,18999999999\n";
        let done = town.enter("units", sheet);
        assert_eq!(faults(&done), vec![]);
        let of = |code, label| town.owners(FURONG, code, label)[0].0;
        assert_eq!(of("3", "101"), of("4", "102"), "name and telephone");
        assert_ne!(of("3", "101"), of("5", "103"), "the telephone of the family");
        assert_ne!(of("6", "104"), of("7", "105"), "a number that stands for none");
        assert_eq!(done.all.counts.get("人名下不止一处"), Some(&1));
    });
}

#[test]
fn a_changed_telephone_a_sale_and_a_split_unit_are_told_apart() {
    each(|town| {
        town.enter("units", "芙蓉里\n楼号,房号,业主,手机号,起始日期\n3,101,张玉兰,13812345678,2020-05-01\n3,102,巴图,13947901234,2020-05-01\n3,103,李四,13947901235,2020-05-01\n");
        let phone = town.enter("units", "芙蓉里\n楼号,房号,业主,手机号\n3,101,张玉兰,13812345679\n");
        assert_eq!(phone.all.counts.get("人换了电话"), Some(&1));
        let (_, name, number) = town.owners(FURONG, "3", "101").remove(0);
        assert_eq!((name.as_str(), number.as_deref()), ("张玉兰", Some("13812345679")));
        assert!(phone.all.review[0].1.contains('2'), "two units are not in that sheet and were left alone");

        let asked = town.enter("units", "芙蓉里\n楼号,房号,业主\n3,102,王五\n");
        assert!(faults(&asked)[0].1.contains("过户"), "another owner without a day is a question");
        assert_eq!(town.owners(FURONG, "3", "102")[0].1, "巴图");
        let sold = town.enter("units", "芙蓉里\n楼号,房号,业主,过户日期\n3,102,王五,2020.07.01\n");
        assert_eq!(faults(&sold), vec![]);
        assert_eq!(town.owners(FURONG, "3", "102").into_iter().map(|o| o.1).collect::<Vec<_>>(), ["王五"]);

        let split = town.enter("units", "芙蓉里\n楼号,房号,业主\n3,103A,李四\n3,103B,李五\n");
        assert_eq!(faults(&split), vec![]);
        let labels: Vec<String> = town.units(FURONG, "3").into_iter().map(|u| u.label).collect();
        assert_eq!(labels, ["101", "102", "103", "103A", "103B"], "what a sheet does not name stays");
        let twice = town.enter("units", "芙蓉里\n楼号,房号,面积,业主,业主类型\n8,1,90,张,业主\n8,1,91,李,家属\n");
        assert!(faults(&twice)[0].1.contains("第 3 行"), "one unit, two areas");
    });
}

#[test]
fn those_who_live_there_need_a_unit_that_is_there() {
    each(|town| {
        town.enter("units", "芙蓉里\n楼号,单元,房号,业主\n3,2,501,张玉兰\n");
        let people = "小区,房屋,姓名,手机号,与房屋关系,起始日期\n芙蓉里,3-2-501,王五,13947901234,租户,2026年8月1日\n芙蓉里,3号楼2单元501,王小五,,家属,\n芙蓉里,3-2-502,李四,,租户,\n东里,9-1-1,赵六,,租户,\n";
        let folder = town.stage("people", people.as_bytes(), None).expect("staged");
        let tried = town.run(&folder, false);
        assert_eq!(tried.all.faults.iter().map(|f| f.0).collect::<Vec<_>>(), [4, 5]);
        let good: String = people.lines().take(3).map(|l| format!("{l}\n")).collect();
        let done = town.enter("people", &good);
        assert_eq!((faults(&done), done.all.counts.get("人（新登记）")), (vec![], Some(&2)));
        let acts = town.acts();
        assert!(town.enter("people", &good).all.did_nothing());
        assert_eq!(town.acts(), acts);
        assert_eq!(town.owners(FURONG, "3", "2单元501").len(), 1, "whoever rents owns nothing");
    });
}

#[test]
fn organisations_and_their_seats_come_in_order() {
    each(|town| {
        let seats = "单位,职责,岗位名称,负责区域,姓名,手机号,任职日期\n红星物业,物业前台,前台,芙蓉里,王前台,13947901234,2020-02-01\n和平里社区居委会,社区工作者,窗口,和平里社区,吴敏,,\n和平里社区居委会,本机管理员,管机器,和平里社区,谁,,\n";
        let early = town.enter("seats", seats);
        assert!(faults(&early).iter().any(|(row, why)| *row == 2 && why.contains("红星物业")), "{early:?}");
        let orgs = "和平里社区\n单位名称,简称,类别,值班电话,服务小区,合同开始\n红星物业服务有限公司,红星物业,物业公司,0475-8100009,芙蓉里,2020-01-01\n城管分局,,部门,12319,,\n";
        let done = town.enter("organisations", orgs);
        assert_eq!((faults(&done), done.all.counts.get("个单位（新登记）")), (vec![], Some(&2)));
        let acts = town.acts();
        assert!(town.enter("organisations", orgs).all.did_nothing());
        assert_eq!(town.acts(), acts);
        let good: String = seats.lines().take(3).map(|l| format!("{l}\n")).collect();
        let done = town.enter("seats", &good);
        assert_eq!((faults(&done), done.all.counts.get("个岗位")), (vec![], Some(&2)));
        let acts = town.acts();
        assert!(town.enter("seats", &good).all.did_nothing());
        assert_eq!(town.acts(), acts);
        let admin = town.enter("seats", seats);
        assert_eq!(
            admin.all.faults.iter().map(|f| f.0).collect::<Vec<_>>(),
            [4],
            "nobody becomes the machine's administrator by a sheet"
        );
    });
}
