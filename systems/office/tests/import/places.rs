//! Areas, grids, owner-sets, and what a seat looks after.

use crate::town::{COMMITTEE, COMMUNITY, FURONG, Town, each, faults};
use lianxin_base::{AreaId, Day};
use lianxin_register::UnitUse;
use lianxin_register::find::{self, AreaRow, GridRow};

fn areas(town: &Town) -> Vec<AreaRow> {
    town.db.read_wait(|r| Ok(find::areas_below(r, COMMUNITY)?)).expect("read")
}

fn grids(town: &Town) -> Vec<GridRow> {
    town.db.read_wait(|r| Ok(find::grids(r, COMMUNITY)?)).expect("read")
}

/// The grid's workers, by name.
fn workers(town: &Town, name: &'static str) -> Vec<String> {
    let today = town.db.clock().now().day();
    let read = move |r: &mut lianxin_store::Read<'_>| {
        let grid = find::grids(r, COMMUNITY)?.into_iter().find(|g| g.name == name).expect("a grid");
        let mut all = Vec::new();
        for seat in find::in_charge_of_grid(r, grid.id, today)? {
            all.extend(seat.person.map(|p| find::person_name(r, p)).transpose()?.flatten());
        }
        Ok(all)
    };
    town.db.read_wait(read).expect("read")
}

/// The names of the buildings of a grid.
fn inside(town: &Town, area: AreaId, name: &'static str) -> Vec<String> {
    let read = move |r: &mut lianxin_store::Read<'_>| {
        let grid = find::grids(r, COMMUNITY)?.into_iter().find(|g| g.name == name).map(|g| g.id);
        Ok(find::buildings(r, area)?.into_iter().filter(|b| b.grid == grid).map(|b| b.name).collect())
    };
    town.db.read_wait(read).expect("read")
}

#[test]
fn compounds_come_by_a_sheet_and_one_that_is_there_is_changed() {
    each(|town| {
        let sheet = "小区台账\n所属社区,小区名称,简称,分类,启用日期\n和平里社区,西里小区,西里,老旧小区,2003-05-01\n,北里,,,\n,芙蓉里,,弃管小区,\n";
        let done = town.enter("areas", sheet);
        assert_eq!(faults(&done), vec![]);
        assert_eq!(
            (done.all.counts.get("个区域（新登记）"), done.all.counts.get("个区域（改了）")),
            (Some(&2), Some(&1))
        );
        let all = areas(town);
        let west = all.iter().find(|a| a.name == "西里小区").expect("there");
        assert_eq!(
            (west.code.as_str(), west.parent, west.since.to_string().as_str()),
            ("西里", Some(COMMUNITY), "2003-05-01")
        );
        let furong = all.iter().find(|a| a.id == FURONG).expect("there");
        assert_eq!((furong.grade.as_deref(), furong.since.to_string().as_str()), (Some("弃管小区"), "2020-01-01"));
        let acts = town.acts();
        assert!(town.enter("areas", sheet).all.did_nothing());
        assert_eq!(town.acts(), acts);
        let taken = town.enter(
            "areas",
            "小区台账\n上级,名称,简称,类型\n和平里社区,南里,西里,\n和平里社区,某街道,,街道\n不知哪儿,南里,,\n",
        );
        assert_eq!(taken.all.faults.iter().map(|f| f.0).collect::<Vec<_>>(), [4, 5], "{:?}", faults(&taken));
    });
}

#[test]
fn a_grid_comes_with_its_phone_its_worker_and_its_buildings() {
    each(|town| {
        town.enter("units", "芙蓉里\n楼号,单元,房号\n1,1,101\n2,1,101\n3,1,101\n4,1,101\n");
        town.enter("units", "东里\n楼号,房号\n1,101\n");
        let sheet = "和平里社区网格员名册\n网格,值班电话,楼栋,网格员,手机号\n第一网格,0475-8100002,芙蓉里1-3号楼,吴敏,13812345678\n,,东里1号楼,陈晨,\n第二网格,,芙蓉里4号楼,,\n";
        let done = town.enter("grids", sheet);
        assert_eq!(faults(&done), vec![]);
        assert_eq!(done.all.counts.get("个网格（新登记）"), Some(&2));
        assert_eq!(done.all.counts.get("栋楼（换了网格）"), Some(&5));
        assert_eq!(done.all.counts.get("项包片"), Some(&2));
        assert_eq!(grids(town).iter().filter_map(|g| g.phone.as_deref()).collect::<Vec<_>>(), ["04758100002"]);
        assert_eq!(inside(town, FURONG, "第一网格"), ["1号楼", "2号楼", "3号楼"]);
        let mut both = workers(town, "第一网格");
        both.sort();
        assert_eq!(both, ["吴敏", "陈晨"]);
        assert!(workers(town, "第二网格").is_empty());
        let acts = town.acts();
        assert!(town.enter("grids", sheet).all.did_nothing());
        assert_eq!(town.acts(), acts);

        let wrong = town.enter(
            "grids",
            "和平里社区\n网格,楼栋,值班电话\n第一网格,3号楼,\n第二网格,芙蓉里9号楼,\n第三网格,,0475-81\n",
        );
        let said = faults(&wrong);
        assert_eq!(said.iter().map(|f| f.0).collect::<Vec<_>>(), [3, 4, 5], "{said:?}");
        assert!(said[0].1.contains("小区名"), "two compounds: which 3号楼? {said:?}");
        let compound = town.enter("grids", "芙蓉里\n网格,网格员\n第九网格,吴敏\n");
        assert_eq!(compound.all.faults.len(), 1, "a grid belongs to a community: {:?}", faults(&compound));

        let moved =
            town.enter("units", "芙蓉里\n楼号,房号,网格,实际用途\n1,1单元101,第二网格,做买卖\n2,1单元101,第五网格,\n");
        assert_eq!(faults(&moved), vec![]);
        assert_eq!(moved.all.review.iter().map(|f| f.0).collect::<Vec<_>>(), [4], "{:?}", moved.all.review);
        assert_eq!(inside(town, FURONG, "第二网格"), ["1号楼", "4号楼"]);
        let unit = &town.units(FURONG, "1")[0];
        assert_eq!(
            (unit.used, unit.label.as_str(), unit.entrance.is_some()),
            (Some(UnitUse::Business), "1单元101", true)
        );
    });
}

#[test]
fn an_entrance_is_entered_with_its_first_door_and_once() {
    each(|town| {
        let sheet = "芙蓉里\n楼号,单元,房号\n3,1,101\n,2,101\n,2,201\n,东,301\n";
        let done = town.enter("units", sheet);
        assert_eq!(done.all.counts.get("个单元门"), Some(&3));
        let names: Vec<String> = town
            .db
            .read_wait(|r| {
                let house = find::building_by_code(r, FURONG, "3")?.expect("there");
                Ok(find::entrances(r, house.id)?.into_iter().map(|e| e.name).collect())
            })
            .expect("read");
        assert_eq!(names, ["1 单元", "2 单元", "东单元"]);
        let doors = town.units(FURONG, "3");
        assert!(doors.iter().all(|u| u.entrance.is_some()) && doors[1].entrance == doors[2].entrance);
        assert!(town.enter("units", sheet).all.did_nothing());
    });
}

#[test]
fn a_set_of_owners_has_several_units_and_is_handed_over_as_one() {
    each(|town| {
        town.enter("organisations", "和平里社区\n单位名称,类别\n通辽红星商贸有限公司,部门\n");
        town.enter("units", "芙蓉里\n楼号,房号,业主,起始日期\n3,101,张玉兰,2020-05-01\n3,102,张玉兰,2020-05-01\n3,103,李四,\n4,1,,\n4,2,,\n");
        let sheet = "芙蓉里\n产权户,楼号,房号,业主,起始日期\n1,3,101,\"张玉兰,巴图\",2020-05-01\n1,3,102,,\n2,4,1,通辽红星商贸有限公司,2021-01-01\n,4,2,,\n";
        let done = town.enter("owners", sheet);
        assert_eq!(faults(&done), vec![]);
        assert_eq!(done.all.counts.get("个产权户"), Some(&2));
        let set = |label: &'static str, house: &'static str, on: &str| {
            let on: Day = on.parse().expect("a day");
            let read = move |r: &mut lianxin_store::Read<'_>| {
                let house = find::building_by_code(r, FURONG, house)?.expect("there");
                let unit = find::unit_by_label(r, house.id, label)?.expect("there");
                let Some(set) = find::owner_set_of(r, unit.id, on)? else { return Ok((0, 0)) };
                Ok((find::owned(r, set.id)?.len(), find::owners(r, set.id)?.len()))
            };
            town.db.read_wait(read).expect("read")
        };
        assert_eq!(set("101", "3", "2026-06-15"), (2, 2), "two people own two flats");
        assert_eq!(set("2", "4", "2026-06-15"), (2, 1), "a company is one owner");
        assert_eq!(set("103", "3", "2026-06-15"), (0, 0));
        let acts = town.acts();
        assert!(town.enter("owners", sheet).all.did_nothing());
        assert_eq!(town.acts(), acts);

        let other = town.enter("owners", "芙蓉里\n产权户,楼号,房号,业主\n1,3,101,王五\n");
        assert!(faults(&other)[0].1.contains("过户"), "{:?}", faults(&other));
        let sold = town.enter("owners", "芙蓉里\n产权户,楼号,房号,业主,过户日期\n1,3,101,王五,2026-06-01\n,3,102,,\n");
        assert_eq!((faults(&sold), sold.all.counts.get("个产权户")), (vec![], Some(&1)));
        assert_eq!(set("102", "3", "2026-05-31"), (2, 2), "until the day before it was theirs");
        assert_eq!(set("102", "3", "2026-06-15"), (2, 1));
        let nowhere = town.enter("owners", "芙蓉里\n产权户,楼号,房号,业主\n7,3,101,王五\n,9,101,\n");
        assert_eq!(faults(&nowhere).iter().map(|f| f.0).collect::<Vec<_>>(), [4]);
    });
}

#[test]
fn a_seat_looks_after_what_its_line_says_and_somebody_sits_in() {
    each(|town| {
        town.enter("units", "芙蓉里\n楼号,房号\n3,101\n5,101\n");
        town.enter("grids", "和平里社区\n网格,值班电话\n第一网格,0475-8100002\n");
        let sheet = "和平里社区\n单位,职责,姓名,任职日期,分管网格,分管楼栋,代班人,代班开始,代班结束\n和平里社区居委会,网格员,吴敏,2020-01-01,第一网格,,陈晨,2026-07-01,2026-07-14\n和平里社区居委会,楼栋长,何秀英,,,芙蓉里3号楼、5号楼,,,\n";
        let done = town.enter("seats", sheet);
        assert_eq!(faults(&done), vec![]);
        assert_eq!((done.all.counts.get("项包片"), done.all.counts.get("个代班")), (Some(&3), Some(&1)));
        assert_eq!(workers(town, "第一网格"), ["吴敏"]);
        let stands = town
            .db
            .read_wait(|r| {
                let today = "2026-07-02".parse().expect("a day");
                let seat = find::seats_of_org(r, COMMITTEE, today)?.into_iter().find(|s| s.role == "grid_worker");
                Ok(find::deputies(r, seat.expect("there").id)?.into_iter().map(|d| d.holds(today)).collect::<Vec<_>>())
            })
            .expect("read");
        assert_eq!(stands, [true]);
        let acts = town.acts();
        assert!(town.enter("seats", sheet).all.did_nothing());
        assert_eq!(town.acts(), acts);
        let wrong = town.enter(
            "seats",
            "和平里社区\n单位,职责,姓名,分管网格,代班人,代班开始\n和平里社区居委会,网格员,王丽,第八网格,,\n和平里社区居委会,网格员,赵强,,陈晨,2026-07-01\n",
        );
        assert_eq!(faults(&wrong).iter().map(|f| f.0).collect::<Vec<_>>(), [3, 4], "{:?}", faults(&wrong));
    });
}
