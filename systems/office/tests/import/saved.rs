//! Workbooks as other programs saved them; how they were made stands beside them.

use crate::town::{FURONG, Town, each, faults};
use lianxin_base::{Area, Day};
use lianxin_register::UnitKind;
use lianxin_register::find;

const OWNERS: [(&str, &[u8]); 4] = [
    ("saved by openpyxl", include_bytes!("../files/openpyxl.xlsx")),
    ("saved by LibreOffice", include_bytes!("../files/libreoffice.xlsx")),
    ("the old format, saved by LibreOffice", include_bytes!("../files/libreoffice.xls")),
    ("GB18030, saved by LibreOffice", include_bytes!("../files/libreoffice.csv")),
];
const LIKE_WPS: &[u8] = include_bytes!("../files/like-wps.xlsx");

/// Who owns a unit: names with telephones, in the order of names.
fn owners(town: &Town, code: &'static str, label: &'static str) -> Vec<(String, Option<String>)> {
    let mut all: Vec<_> = town.owners(FURONG, code, label).into_iter().map(|(_, n, p)| (n, p)).collect();
    all.sort();
    all
}

fn since(town: &Town, code: &'static str, label: &'static str) -> Vec<Day> {
    let today = town.db.clock().now().day();
    town.db
        .read_wait(move |r| {
            let house = find::building_by_code(r, FURONG, code)?.expect("a building");
            let unit = find::unit_by_label(r, house.id, label)?.expect("a unit");
            Ok(find::relations_of_unit(r, unit.id, today)?.into_iter().map(|one| one.since).collect())
        })
        .expect("read")
}

fn somebody(name: &str, phone: Option<&str>) -> (String, Option<String>) {
    (name.to_owned(), phone.map(str::to_owned))
}

#[test]
fn whoever_saved_a_sheet_the_same_stands_in_the_register() {
    for (what, bytes) in OWNERS {
        each(|town| {
            let folder = town.stage("units", bytes, None).expect(what);
            let tried = town.run(&folder, false);
            assert_eq!(faults(&tried), vec![], "{what}");
            let done = town.run(&folder, true);
            assert_eq!(done.all, tried.all, "{what}");
            let got: Vec<(String, Option<Area>)> =
                town.units(FURONG, "3").into_iter().map(|u| (u.label, u.floor_area)).collect();
            let want = [("1单元0101", 8935), ("1单元102", 12_050), ("2单元0201", 7000)];
            assert_eq!(got, want.map(|(label, size)| (label.to_owned(), Some(Area(size)))), "{what}");
            let shops: Vec<String> = town.units(FURONG, "4").into_iter().map(|u| u.label).collect();
            assert_eq!(shops, ["商铺1", "商铺2"], "{what}: merged cells, an entrance 0, and no sum");
            assert_eq!(owners(town, "3", "1单元0101"), [somebody("㛃䶮𬸘", Some("13947901234"))], "{what}");
            let both = [somebody("李四", Some("13947901236")), somebody("阿拉坦·巴图", Some("13947901235"))];
            assert_eq!(owners(town, "3", "1单元102"), both, "{what}");
            assert_eq!(
                owners(town, "3", "2单元0201"),
                [somebody("张玉兰", None)],
                "{what}: a number that stands for none"
            );
            assert_eq!(owners(town, "4", "商铺1"), [somebody("通辽红星商贸有限公司", Some("04758123456"))], "{what}");
            assert_eq!(owners(town, "4", "商铺2"), [], "{what}");
            for label in ["1单元0101", "1单元102", "2单元0201"] {
                let first: Day = "2020-05-01".parse().expect("a day");
                assert!(since(town, "3", label).iter().all(|day| *day == first), "{what}: {label}");
            }
            assert_eq!(town.units(FURONG, "99"), [], "{what}: a sheet that is hidden is not read");
            for file in std::fs::read_dir(&folder).expect("a folder").flatten() {
                let text = std::fs::read_to_string(file.path()).expect("text");
                assert!(
                    !text.contains("1949123100") && !text.contains("1111111111"),
                    "{what}: no identity number stays"
                );
            }
            assert!(town.run(&folder, true).all.did_nothing(), "{what}: entered again");
        });
    }
}

#[test]
fn the_sheet_that_property_offices_hand_round_is_taken_as_it_is() {
    each(|town| {
        let folder = town.stage("units", LIKE_WPS, None).expect("staged");
        let done = town.run(&folder, true);
        assert_eq!(faults(&done), vec![]);
        let units = town.units(FURONG, "7");
        let got: Vec<(&str, UnitKind, Option<Area>)> =
            units.iter().map(|u| (u.label.as_str(), u.kind, u.floor_area)).collect();
        let want = [
            ("1单元101", UnitKind::Dwelling, Some(Area(8820))),
            ("1单元102", UnitKind::Dwelling, Some(Area(10_100))),
            ("1", UnitKind::Shop, Some(Area(4560))),
        ];
        assert_eq!(got, want, "a shop has entrance 0");
        assert_eq!(owners(town, "7", "1单元101"), [somebody("巴特尔", Some("13947901301"))], "the family owns nothing");
        let both = [somebody("李春", Some("13947901302")), somebody("王梅", None)];
        assert_eq!(owners(town, "7", "1单元102"), both, "one telephone belongs to the first");
        assert_eq!(owners(town, "7", "1"), [], "unsold");
        assert_eq!(since(town, "7", "1单元101"), ["2016-01-01".parse::<Day>().expect("a day")], "a bare serial number");
        let staged = lianxin_office::import::Staged::of(&folder).expect("there");
        assert_eq!(staged.notes.dropped, ["身份证号"]);
        assert!(
            ["楼层", "租金", "性别"].iter().all(|name| staged.notes.unused.iter().any(|n| n == name)),
            "{:?}",
            staged.notes
        );
        assert!(town.run(&folder, true).all.did_nothing());
    });
}
