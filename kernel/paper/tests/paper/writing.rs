use crate::made::{BUILDING, OWNER, PHONE, ROOM, SCHEMA, SINCE, SIZE};
use lianxin_base::{Area, Day, Lang};
use lianxin_paper::{Cell, FAULT, List, Refusal, Table, Value, read, template, with_faults};
use std::collections::BTreeMap;

#[test]
fn a_template_is_what_its_own_parser_reads() {
    for lang in Lang::ALL {
        let book = read(&template(&SCHEMA, lang).expect("written")).expect("read");
        assert_eq!(book.sheets.len(), 2);
        let names: Vec<String> = book.sheets[0].rows[0].iter().map(Cell::say).collect();
        assert_eq!(names, SCHEMA.columns.iter().map(|c| c.names[0].to_owned()).collect::<Vec<_>>());
        assert_eq!(book.sheets[1].rows.len(), SCHEMA.columns.len() + 1, "each column is explained");
        assert_eq!(Table::of(book, &SCHEMA).expect_err("nothing in it"), Refusal::NoRows);
    }
}

#[test]
fn what_is_wrong_goes_back_beside_its_row_and_the_rest_stays() {
    let csv = "芙蓉里业主表\n楼号,房号,业主,身份证号\n3,101,张,150430199001011236\n,102,=1+1,x\n合计,2\n";
    let first = Table::of(read(csv.as_bytes()).expect("read"), &SCHEMA).expect("a header");
    let faults = BTreeMap::from([(4, vec!["没有这一户。".to_owned(), "电话不对。".to_owned()])]);
    let back = with_faults(&first.sheet, first.header, &faults).expect("written");
    let again = read(&back).expect("read");
    let rows: Vec<Vec<String>> = again.sheets[0].rows.iter().map(|r| r.iter().map(Cell::say).collect()).collect();
    assert_eq!(rows[0], ["芙蓉里业主表"]);
    assert_eq!(rows[1], ["楼号", "房号", "业主", "身份证号", FAULT]);
    assert_eq!(rows[2], ["3", "101", "张"], "the identity number is gone");
    assert_eq!(rows[3], ["", "102", "=1+1", "", "没有这一户。 电话不对。"]);
    assert_eq!(rows[4], ["合计", "2"]);
    let second = Table::of(again, &SCHEMA).expect("still readable");
    assert_eq!(second.lines.len(), first.lines.len());
    let none = with_faults(&second.sheet, second.header, &BTreeMap::new()).expect("written");
    let last = read(&none).expect("read").sheets[0].rows[3].len();
    assert_eq!(last, 3, "the old column of faults is written over");
}

#[test]
fn a_list_keeps_zeros_dates_and_formulas_as_they_are() {
    let mut list = List::begin(
        "房屋",
        &[("楼号", 8), ("房号", 8), ("建筑面积", 8), ("业主", 12), ("手机号", 14), ("起始日期", 12), ("人数", 6)],
    )
    .expect("begun");
    let day: Day = "2026-03-03".parse().expect("a day");
    let row = [
        Value::Text("3号楼"),
        Value::Text("0012"),
        Value::Hundredths(8935),
        Value::Text("=cmd|' /C calc'!A0"),
        Value::Text("04758123456"),
        Value::Day(day),
        Value::Int(2),
    ];
    list.row(&row).expect("written");
    list.row(&[Value::Text("4号楼"), Value::Text("㛃䶮𬸘"), Value::Empty]).expect("written");
    let mut out = Vec::new();
    list.end("张三 2026-08-12 用途：核对", &mut out).expect("written");
    let book = read(&out).expect("read");
    assert_eq!(book.sheets[0].at(5, 0).say(), "张三 2026-08-12 用途：核对");
    assert_eq!(book.sheets[0].at(2, 6), &Cell::Number("2".into()));
    let table = Table::of(book, &SCHEMA).expect("its own kind");
    let first = &table.lines[0];
    let words = |c| first.words(c, 99).expect("taken").unwrap_or_default();
    assert_eq!([words(&BUILDING), words(&ROOM), words(&OWNER)], ["3号楼", "0012", "=cmd|' /C calc'!A0"]);
    assert_eq!(first.area(&SIZE), Ok(Some(Area(8935))));
    assert_eq!(first.phone(&PHONE), Ok(Some("04758123456".into())));
    assert_eq!(first.day(&SINCE), Ok(Some(day)));
}
