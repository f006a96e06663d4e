use crate::made::{self, BUILDING, Handmade, KIND, OWNER, PHONE, ROOM, SCHEMA, SINCE, SIZE, bomb, words};
use lianxin_base::{Area, Lang, Refuse as _};
use lianxin_paper::{Line, Refusal, Table, Wrong, read};

fn table(bytes: &[u8]) -> Table {
    Table::of(read(bytes).expect("read"), &SCHEMA).expect("a header")
}

fn of(table: &Table, row: u32) -> &Line {
    table.lines.iter().find(|l| l.row == row).expect("this row")
}

fn text(line: &Line, column: &lianxin_paper::Column) -> String {
    line.words(column, 99).expect("taken").unwrap_or_default()
}

/// Title rows, the header in row 3, buildings merged downward, dates with a format, a phone typed as a number, zeros
/// kept by a format alone, cells to the right edge that only have a frame, a sum at the end: the traits of a file
/// saved by WPS. It was built here, not saved by WPS.
fn like_wps() -> Vec<u8> {
    let strings = [
        "芙蓉里小区业主信息表",
        "制表日期：2026年8月",
        "楼号",
        "房号*",
        "建筑面积(㎡)",
        "业主名称",
        "联系电话",
        "起始日期",
        "身份证号",
        "合  计",
    ];
    let head = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c></row>\
         <row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"B3\" t=\"s\"><v>3</v></c><c r=\"C3\" t=\"s\"><v>4</v></c>\
         <c r=\"D3\" t=\"s\"><v>5</v></c><c r=\"E3\" t=\"s\"><v>6</v></c><c r=\"F3\" t=\"s\"><v>7</v></c>\
         <c r=\"G3\" t=\"s\"><v>8</v></c><c r=\"XFD3\" s=\"2\"/></row>";
    let body = "<row r=\"4\"><c r=\"A4\"><v>3</v></c><c r=\"B4\" s=\"2\"><v>101</v></c><c r=\"C4\"><v>89.350000000000009</v></c>\
         <c r=\"D4\" t=\"inlineStr\"><is><t> 㛃䶮𬸘　</t></is></c><c r=\"E4\"><v>13947901234</v></c><c r=\"F4\" s=\"1\"><v>46084</v></c>\
         <c r=\"G4\"><v>150430199001011236</v></c></row>\
         <row r=\"5\"><c r=\"B5\" t=\"inlineStr\"><is><t>=\"0102\"</t></is></c><c r=\"C5\" t=\"inlineStr\"><is><t>１，０２０．５㎡</t></is></c>\
         <c r=\"D5\" t=\"inlineStr\"><is><t>阿拉坦·巴图</t></is></c><c r=\"E5\" t=\"inlineStr\"><is><t>１８９９９９９９９９９</t></is></c>\
         <c r=\"F5\" t=\"inlineStr\"><is><t>2026年3月3日</t></is></c></row>\
         <row r=\"6\"/><row r=\"7\"><c r=\"A7\" t=\"s\"><v>9</v></c><c r=\"C7\"><f>SUM(C4:C5)</f><v>1109.85</v></c></row>";
    let rows = format!("{head}{body}");
    let after = "<mergeCells count=\"2\"><mergeCell ref=\"A1:G1\"/><mergeCell ref=\"A4:A5\"/></mergeCells>";
    Handmade { rows: &rows, after, strings: &strings, dimension: "A1:XFD7" }.bytes()
}

#[test]
fn a_workbook_with_the_traits_of_wps_is_read_as_it_is_meant() {
    let table = table(&like_wps());
    assert_eq!((table.header, table.lines.len()), (2, 2));
    assert_eq!(table.title, ["芙蓉里小区业主信息表", "制表日期：2026年8月"]);
    assert_eq!(table.notes.dropped, ["身份证号"]);
    assert_eq!(table.notes.totals, 1);
    let first = of(&table, 4);
    assert_eq!((text(first, &BUILDING), text(first, &ROOM)), ("3".into(), "101".into()));
    assert_eq!(first.area(&SIZE), Ok(Some(Area(8935))));
    assert_eq!(text(first, &OWNER), "㛃䶮𬸘");
    assert_eq!(first.phone(&PHONE), Ok(Some("13947901234".into())));
    assert_eq!(first.day(&SINCE).expect("a day").map(|d| d.to_string()).as_deref(), Some("2026-03-03"));
    let second = of(&table, 5);
    assert_eq!((text(second, &BUILDING), text(second, &ROOM)), ("3".into(), "0102".into()), "merged, and zeros kept");
    assert_eq!(second.area(&SIZE), Ok(Some(Area(102_050))));
    assert_eq!(text(second, &OWNER), "阿拉坦·巴图");
    assert_eq!(second.phone(&PHONE), Ok(None), "a number that stands for none");
    assert_eq!(second.day(&SINCE).expect("a day").map(|d| d.to_string()).as_deref(), Some("2026-03-03"));
    let all = serde_json::to_string(&table).expect("json");
    assert!(!all.contains("1504301990"), "an identity number is in nothing that is kept");
}

#[test]
fn a_header_is_found_by_its_names_in_any_order_and_row() {
    for (what, above, head) in [
        ("in the first row", 0, "业主,手机号,房间,楼栋"),
        ("in row ten, other names", 9, "楼 号,★房号（必填）,联系电话,姓名"),
        ("full width and upper case", 3, "序号,楼号：,房号,备注"),
    ] {
        let csv = format!("{}{head}\n1,2,3,4\n", "某某社区\n".repeat(above));
        assert_eq!(table(csv.as_bytes()).header, above, "{what}");
    }
    for (what, csv, missing) in [
        ("in row eleven", format!("{}楼号,房号\n1,2\n", "x\n".repeat(10)), "楼号、房号"),
        ("one is missing", "楼号,业主,手机号\n1,2,3\n".into(), "房号"),
        ("none at all", "a,b\n1,2\n".into(), "楼号、房号"),
    ] {
        let no = Table::of(read(csv.as_bytes()).expect("read"), &SCHEMA).expect_err(what);
        assert_eq!(no, Refusal::NoHeader(missing.into()), "{what}");
        assert!(no.say(Lang::Zh).contains(missing));
    }
    let empty = Table::of(read("楼号,房号\n".as_bytes()).expect("read"), &SCHEMA);
    assert_eq!(empty.expect_err("no line"), Refusal::NoRows);
}

#[test]
fn what_is_left_empty_under_a_building_means_the_building_above() {
    let csv =
        "楼号,房号,业主\n3,101,张\n,102,李\n小计,2,\n4,101,王\n,,\n,102,赵\n楼号,房号,业主\n,103,钱\n填表人：周,,\n";
    let table = table(csv.as_bytes());
    let buildings: Vec<(u32, String)> = table.lines.iter().map(|l| (l.row, text(l, &BUILDING))).collect();
    let want = [(2, "3"), (3, "3"), (5, "4"), (7, "4"), (9, "4")].map(|(row, b)| (row, b.to_owned()));
    assert_eq!(buildings, want);
    assert_eq!((table.notes.filled, table.notes.totals), (3, 2));
}

#[test]
fn what_a_cell_cannot_be_taken_for_is_said_with_its_column() {
    let rows = [
        words(1, &[("A", "楼号"), ("B", "房号"), ("C", "面积"), ("D", "手机号"), ("E", "起始日期"), ("F", "业主"), ("G", "房屋类型")]),
        "<row r=\"2\"><c r=\"A2\"><v>3</v></c><c r=\"C2\"><f>A1*2</f></c><c r=\"D2\"><v>150430199001010000</v></c></row>".into(),
        words(3, &[("A", "3"), ("B", "102"), ("C", "89.355"), ("D", "1394790"), ("E", "去年"), ("F", "11010519491231002X"), ("G", "别墅")]),
        words(4, &[("A", "3"), ("B", "103"), ("C", "-3"), ("G", "商铺")]),
    ];
    let table = table(&Handmade { rows: &rows.concat(), ..Handmade::default() }.bytes());
    let kinds = [("住宅", 1), ("商铺", 2)];
    let says = |r: Result<String, Wrong>| r.unwrap_or_else(|w| w.code().to_owned());
    let all = |row: u32| {
        let l = of(&table, row);
        [
            says(l.words(&ROOM, 20).map(Option::unwrap_or_default)),
            says(l.area(&SIZE).map(|a| format!("{a:?}"))),
            says(l.phone(&PHONE).map(Option::unwrap_or_default)),
            says(l.day(&SINCE).map(|d| format!("{d:?}"))),
            says(l.words(&OWNER, 20).map(Option::unwrap_or_default)),
            says(l.one(&KIND, &kinds).map(|k| format!("{k:?}"))),
        ]
    };
    assert_eq!(all(2), ["paper.cell_missing", "paper.cell_formula", "paper.cell_lost", "None", "", "None"]);
    assert_eq!(
        all(3),
        ["102", "paper.cell_area", "paper.cell_phone", "paper.cell_day", "paper.cell_id_number", "paper.cell_word"]
    );
    assert_eq!(all(4), ["103", "paper.cell_area", "", "None", "", "Some(2)"]);
}

#[test]
fn hostile_workbooks_are_refused_with_a_sentence() {
    let far = Handmade {
        rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>",
        ..Handmade::default()
    };
    let sparse = Handmade {
        rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>",
        dimension: "A1:XFD1048576",
        ..Handmade::default()
    };
    let cells: String = (0..16_384).map(|n| format!("<c r=\"{}1\"><v>1</v></c>", letters(n))).collect();
    let wide = format!("<row r=\"1\">{cells}</row>");
    let beyond: String = (0..1_000_000).map(|_| "<c><v>1</v></c>").collect();
    let beyond = format!("<row r=\"1\">{beyond}</row>");
    let mut cut = like_wps();
    cut.truncate(cut.len() / 2);
    let mut locked = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    locked.extend([0; 600]);
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let old = [vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], vec![7; 2_000]].concat();
    for (what, bytes, want) in [
        ("the sparse sheet", sparse.bytes(), Refusal::Wide),
        ("a row far below", far.bytes(), Refusal::Long),
        ("sixteen thousand columns", Handmade { rows: &wide, ..Handmade::default() }.bytes(), Refusal::Wide),
        ("a million columns", Handmade { rows: &beyond, ..Handmade::default() }.bytes(), Refusal::Wide),
        ("a zip bomb", bomb(), Refusal::Bomb),
        ("cut off", cut, Refusal::Broken),
        ("a password", locked, Refusal::Locked),
        ("an old one that is none", old, Refusal::Broken),
        ("too large", vec![b' '; lianxin_paper::FILE + 1], Refusal::Large),
        ("nothing", Vec::new(), Refusal::Nothing),
        (
            "only frames",
            Handmade { rows: "<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>", ..Handmade::default() }.bytes(),
            Refusal::Nothing,
        ),
        ("no workbook in a zip", made::zip(&[("a.txt", "hello")]), Refusal::Broken),
    ] {
        assert_eq!(read(&bytes).expect_err(what), want, "{what}");
    }
}

fn letters(mut n: usize) -> String {
    let mut out = Vec::new();
    loop {
        out.insert(0, b'A' + (n % 26) as u8);
        if n < 26 {
            return String::from_utf8(out).expect("letters");
        }
        n = n / 26 - 1;
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]
    #[test]
    fn whatever_bytes_come_nothing_breaks(mut bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..600), head in 0usize..4, flips in proptest::collection::vec((0usize..4000, proptest::prelude::any::<u8>()), 0..6)) {
        let begins: [&[u8]; 4] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"", b"\xFF\xFE"];
        let mut all = begins[head].to_vec();
        all.append(&mut bytes);
        let _ = read(&all);
        let mut book = like_wps();
        for (at, byte) in flips {
            let at = at % book.len();
            book[at] = byte;
        }
        if let Ok(book) = read(&book) {
            let _ = Table::of(book, &SCHEMA);
        }
    }
}
