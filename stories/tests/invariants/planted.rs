//! The same day plants the same record; the record knows every column.

use lianxin_app::{demo, house, rooms, wiring};
use lianxin_base::{Chance, Clock, Lang};
use lianxin_gate::Keys;
use lianxin_journal::{By, Class, Covered, coverage};
use lianxin_office::export::says;
use lianxin_office::import::{Staging, TRY, outcome, stage};
use lianxin_register::find;
use lianxin_store::testing::Folder;
use lianxin_store::{Db, Place, Value, dump};
use lianxin_stories::{World, today};
use lianxin_work::Jobs;
use std::collections::BTreeMap;

type Tables = BTreeMap<String, Vec<String>>;

/// The columns of each table that belong to one of these classes.
fn columns(all: &[Covered], class: impl Fn(Class) -> bool) -> Tables {
    let mut tables = Tables::new();
    for c in all.iter().filter(|c| c.class.is_some_and(&class)) {
        tables.entry(c.at.table.clone()).or_default().push(c.at.column.clone());
    }
    tables
}

fn covered(place: &Place) -> Vec<Covered> {
    let look = Db::look(place, |r| Ok(coverage(r, &rooms::migrations(), &rooms::kept())?));
    look.unwrap_or_else(|why| panic!("coverage: {why:?}"))
}

/// What lets people in is new at every planting: the slips' codes, and what holds them.
const NEW_EACH_TIME: &str = "gate_slip";

fn everything(place: &Place) -> BTreeMap<String, Vec<Vec<Value<'static>>>> {
    let tables = columns(&covered(place), |class| class != Class::Kept);
    let look = Db::look(place, move |r| {
        let mut all = BTreeMap::new();
        for (table, columns) in &tables {
            let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
            let mut rows = dump(r, table, &columns)?;
            if table == "journal_act" {
                let kind = columns.iter().position(|c| *c == "kind").unwrap_or(0);
                rows.retain(|row| row[kind] != Value::from("gate.slip"));
            }
            all.insert(table.clone(), rows);
        }
        all.remove(NEW_EACH_TIME);
        Ok(all)
    });
    look.unwrap_or_else(|why| panic!("dump: {why:?}"))
}

#[test]
fn seeds_planted_twice_for_the_same_day_give_the_same_leaves_and_rows() {
    let folders = [Folder::new(), Folder::new()];
    let keys = Keys::from_secret(&[9; 32]);
    let [one, two] = folders.each_ref().map(|folder| {
        let place = Place::File(folder.path().join("lianxin.db"));
        let (planted, _) = demo::plant(place.clone(), &house::files(folder.path()), &keys, today())
            .unwrap_or_else(|why| panic!("{}", why.0));
        assert!((100..=140).contains(&planted.matters), "some hundred and twenty matters: {}", planted.matters);
        everything(&place)
    });
    assert_eq!(one.keys().collect::<Vec<_>>(), two.keys().collect::<Vec<_>>());
    for (table, rows) in &one {
        assert_eq!(rows.len(), two[table].len(), "{table}");
        for (a, b) in rows.iter().zip(&two[table]) {
            assert_eq!(a, b, "{table}");
        }
    }
    assert!(one["journal_act"].len() > 300 && one["journal_text"].len() > 100);
}

#[test]
fn every_column_is_covered_on_both_databases() {
    for world in World::everywhere() {
        let all = covered(&world.place);
        let unknown: Vec<_> = all.iter().filter(|c| c.class.is_none()).map(|c| &c.at).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
        assert!(all.iter().all(|c| !c.reason.is_empty()) && all.len() > 100, "{}", all.len());
        assert_eq!(world.findings(), []);
    }
}

/// No resident is scored, ranked or levelled: no table has a place for it.
#[test]
fn no_column_measures_a_person() {
    let world = World::new();
    let words = ["score", "rank", "level", "rating", "credit", "points", "stars", "behaviour", "black"];
    for c in covered(&world.place) {
        let name = format!("{}.{}", c.at.table, c.at.column);
        assert!(!words.iter().any(|w| name.contains(w)), "{name}");
    }
}

#[test]
fn the_house_opens_again_where_it_was() {
    let world = World::new();
    let before = world.db().read_wait(|r| Ok(lianxin_journal::length(r)?)).unwrap_or_default();
    let db = house::open(world.place.clone(), Clock::by_hand(world.now()), Chance::system()).expect("opens twice");
    assert_eq!(db.read_wait(|r| Ok(lianxin_journal::length(r)?)).unwrap_or_default(), before);
}

/// What was said in anger is hidden in the demonstration: everybody reads that and why, nobody but the desk what it was.
#[test]
fn a_line_of_the_demonstration_is_hidden_with_its_reason() {
    let world = World::new();
    world.indexed();
    let (mut worker, mut neighbour) = (world.signed_in("吴敏"), world.signed_in("张玉兰"));
    neighbour.open("/board?q=%E9%97%A8%E5%8E%85%E5%81%9C%E7%94%B5%E5%8A%A8%E8%BD%A6");
    let at = neighbour.page.between("href=\"/m/", "\"").expect("the hall is on the board").to_owned();
    let no = at.split('?').next().unwrap_or("");
    neighbour.open(&format!("/m/{no}"));
    assert!(neighbour.page.says("社区遮住了：点了邻居家的名"), "{}", neighbour.page.text());
    assert!(!neighbour.page.says("老韩家"), "{}", neighbour.page.text());
    assert!(neighbour.page.says("提议（大概花 3,200.00 元，红星物业来办）"), "{}", neighbour.page.text());
    worker.open(&format!("/desk/{no}"));
    assert!(worker.page.says("老韩家"), "whoever hid it can read it: {}", worker.page.text());
}

/// Each list that can leave has something to say of the demonstration, and each column of it is filled somewhere.
#[test]
fn every_list_of_the_demonstration_has_rows_and_no_column_without_a_word() {
    let world = World::new();
    let now = today().plus(-1).at(18, 0);
    for kind in wiring::lists() {
        let (bytes, rows) = world
            .db()
            .read_wait(move |r| {
                let mut areas = Vec::new();
                for root in find::roots(r)? {
                    areas.extend(find::areas_below(r, root.id)?);
                }
                Ok(kind.write(r, &areas, now.day(), "x")?)
            })
            .expect("written");
        assert!(rows > 0, "{} is empty", kind.kind);
        let book = lianxin_paper::read(&bytes).expect("a workbook");
        let cells = &book.sheets[0].rows[2..];
        let filled = |n: usize| cells.iter().any(|row| row.get(n).is_some_and(|cell| !cell.say().is_empty()));
        let empty: Vec<&str> =
            kind.columns.iter().enumerate().filter(|(n, _)| !filled(*n)).map(|(_, column)| column.0).collect();
        let may: &[&str] = match kind.kind {
            "areas" => &["分类", "停用日期"],
            "units" => &["面积来源", "实际用途"],
            "owners" => &["结束日期"],
            // No flat of the demonstration is let room by room.
            "people" => &["第几户", "结束日期"],
            "organisations" => &["结束日期"],
            "seats" => &["卸任日期"],
            "handovers" => &["接手日期"],
            _ => &[],
        };
        let odd: Vec<&&str> = empty.iter().filter(|name| !may.contains(name)).collect();
        assert!(odd.is_empty(), "{}: nothing ever stands under {odd:?}", kind.kind);
    }
}

/// Each list of a kind that comes in can be taken in again, as it left, and changes nothing.
#[test]
fn the_lists_of_the_demonstration_are_taken_in_again_without_a_change() {
    let (world, folder) = (World::new(), Folder::new());
    let jobs = Jobs::new(world.db().clone(), rooms::jobs());
    let (imports, now) = (wiring::imports(), today().plus(-1).at(18, 0));
    for kind in wiring::lists().into_iter().filter(|l| l.kind != "matters") {
        let Some(name) = imports.iter().map(|i| i.schema.kind).find(|i| *i == kind.kind) else { continue };
        let root = folder.path().to_owned();
        let staged = world.db().read_wait(move |r| {
            let top = find::roots(r)?;
            let mut areas = Vec::new();
            for root in &top {
                areas.extend(find::areas_below(r, root.id)?);
            }
            let line = says(Lang::Zh, "本机管理员", now, "核对");
            let (bytes, _) = kind.write(r, &areas, now.day(), &line)?;
            let (kinds, book) = (wiring::imports(), lianxin_paper::read(&bytes)?);
            let (by, lang, scope, mark) = (By::Office, Lang::Zh, None, "");
            let new = Staging { kinds: &kinds, kind: name, name: "x.xlsx", book, area: None, by, scope, lang, mark };
            Ok((stage(r, &root, &Chance::system(), &new)?, top[0].id))
        });
        let (staged, area) = staged.unwrap_or_else(|why| panic!("{name}: {why:?}"));
        let job = jobs.start_wait(TRY, area, &staged.to_string_lossy(), "office").expect("begun");
        jobs.run_to_end(job, &mut |_, _| true).expect("runs");
        let tried = outcome(&staged, "try").expect("there");
        assert_eq!((tried.all.faults, tried.all.counts), Default::default(), "{name}");
    }
}
