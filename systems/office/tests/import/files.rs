use crate::town::{FURONG, each};
use lianxin_base::{Lang, Refuse as _};
use lianxin_office::import::{OWN, outcome, reading};
use lianxin_paper::{FAULT, read, template};

#[test]
fn what_goes_back_can_be_mended_and_sent_again() {
    each(|town| {
        let bad = "芙蓉里业主表,,,\n楼号,房号,业主,身份证号\n3,101,张玉兰,110105194912310021\n,102,李四,x\n,,王五,\n合计,2,,\n";
        let folder = town.stage("units", bad.as_bytes(), None).expect("staged");
        town.run(&folder, false);
        let back = reading(&folder, &outcome(&folder, "try").expect("there")).expect("written");
        let book = read(&back).expect("read");
        let sheet = &book.sheets[0];
        assert_eq!(sheet.rows.len(), 6, "title, header and all rows");
        assert_eq!(sheet.at(1, 4).say(), FAULT);
        assert!(sheet.at(4, 4).say().contains("房号"), "{:?}", sheet.rows);
        let all = std::fs::read_dir(&folder).expect("a folder").flatten();
        for file in all {
            let text = std::fs::read_to_string(file.path()).expect("text");
            assert!(!text.contains("110105194912310021"), "an identity number is kept nowhere");
        }
        let mended = String::from_utf8(bad.as_bytes().to_vec()).expect("text").replace(",,王五", ",103,王五");
        assert_eq!(town.enter("units", &mended).all.faults, vec![]);
        assert_eq!(town.units(FURONG, "3").len(), 3);
    });
}

#[test]
fn each_kind_has_a_template_that_it_reads_itself() {
    for import in OWN {
        for lang in Lang::ALL {
            let book = read(&template(import.schema, lang).expect("written")).expect("read");
            let no = lianxin_paper::Table::of(book, import.schema).expect_err("nothing in it");
            assert_eq!(no.code(), "paper.no_rows", "{}", import.schema.kind);
            assert!(!(import.name)(lang).is_empty());
        }
        let mut names: Vec<&str> = import.schema.columns.iter().flat_map(|c| c.names).copied().collect();
        let many = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), many, "a header of {} means one column", import.schema.kind);
        let mut keys: Vec<&str> = import.schema.columns.iter().map(|c| c.key).collect();
        keys.dedup();
        assert_eq!(keys.len(), import.schema.columns.len());
    }
}
