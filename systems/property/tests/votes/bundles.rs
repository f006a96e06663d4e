//! The papers of all households as one file: set by long work with its progress, stopped, gone on with, fetched.

use crate::house::{Town, YARD, apart, closes, opens, owned, printing, town};
use lianxin_base::{ActId, Area, BuildingId, Lang, Refuse as _, UnitId};
use lianxin_journal::{By, Head};
use lianxin_paper::press::{NotSet, Paper};
use lianxin_property::bundle;
use lianxin_register::{self as register, AreaSource, Unit, UnitKind};
use lianxin_store::{Db, Stop};
use lianxin_work::{JobState, Step};
use std::cell::{Cell, RefCell};

thread_local! {
    /// How many papers were set on this thread, and what the press says next.
    static SET: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
    static FAILS: Cell<bool> = const { Cell::new(false) };
}

/// A press that writes a page with the letters of every paper, as ours would.
fn set(papers: &[Paper<'_>]) -> Result<Vec<u8>, NotSet> {
    if FAILS.with(Cell::get) {
        return Err(NotSet::Glyph("𬸘".into()));
    }
    SET.with_borrow_mut(|all| all.push(papers.len()));
    let texts: Vec<String> = papers.iter().map(|p| serde_json::to_string(p).expect("a paper")).collect();
    let kids: Vec<String> = (0..texts.len()).map(|n| format!("{} 0 R", 3 + n * 2)).collect();
    let mut objects = vec![
        format!("<</Type/Pages/Count {}/Kids[{}]>>\n", kids.len(), kids.join(" ")),
        "<</Type/Catalog/Pages 1 0 R>>\n".into(),
    ];
    for (n, text) in texts.iter().enumerate() {
        objects.push(format!("<</Type/Page/Parent 1 0 R/Contents {} 0 R>>\n", 4 + n * 2));
        objects.push(format!("<</Length {}>>\nstream\n{text}\nendstream\n", text.len()));
    }
    let (mut out, mut at) = ("%PDF-1.7\n".to_owned(), Vec::new());
    for (n, object) in objects.iter().enumerate() {
        at.push(out.len());
        out.push_str(&format!("{} 0 obj\n{object}endobj\n\n", n + 1));
    }
    let start = out.len();
    out.push_str(&format!("xref\n0 {}\n0000000000 65535 f\r\n", at.len() + 1));
    at.iter().for_each(|at| out.push_str(&format!("{at:010} 00000 n\r\n")));
    out.push_str(&format!("trailer\n<</Size {}/Root 2 0 R/ID[(a)(b)]>>\nstartxref\n{start}\n%%EOF", at.len() + 1));
    Ok(out.into_bytes())
}

fn step(db: &Db, step: &Step<'_>) -> Result<(), Stop> {
    bundle::step(db, step, set)
}

/// A row of houses more, so that the papers take several steps.
fn row(town: &Town, name: &'static str, many: u32) {
    let (db, map) = (&town.db, &town.map);
    let (chance, now, area) = (db.chance(), db.clock().now(), map.area(YARD));
    let building = BuildingId::new(chance, now);
    let unit = |n| Unit {
        unit: UnitId::new(chance, now),
        kind: UnitKind::Dwelling,
        label: format!("{n} 号"),
        floor_area: Some(Area(54_20)),
        area_source: Some(AreaSource::Register),
    };
    let units: Vec<Unit> = (1..=many).map(unit).collect();
    let all: Vec<UnitId> = units.iter().map(|u| u.unit).collect();
    let id = ActId::new(chance, now);
    let run = move |tx: &mut lianxin_store::Tx<'_>| {
        let head = Head { id, area, by: By::Office, no: None, token: None };
        let new = register::Building { building, area, grid: None, name: name.into(), sort: 9, units: units.clone() };
        register::building(tx, head, new).map(|_| ())
    };
    apart(|| {
        db.act_wait(area, run).expect("built");
        all.iter().for_each(|unit| owned(db, map, *unit, None));
    });
}

/// The job of the file, as the page began it last; both began at the same time by the clock of the tests.
fn job(town: &Town) -> lianxin_work::Job {
    let mut found = town.read(|r| lianxin_work::recent(r, 9).expect("read"));
    found.retain(|job| job.kind == bundle::JOB);
    let open = found.iter().position(|job| job.state != JobState::Done);
    found.swap_remove(open.unwrap_or_default())
}

/// Works on it for so many steps, then as a machine that goes off.
fn work(town: &Town, most: u32) -> JobState {
    let (jobs, id) = (town.jobs(), job(town).id);
    let mut left = most;
    let more = &mut |_: u32, _: u32| {
        left = left.saturating_sub(1);
        left > 0
    };
    // On this thread, so that it counts what was set.
    jobs.run_to_end(id, more).expect("runs").state
}

#[test]
fn the_papers_of_all_households_are_one_file_that_is_stopped_and_gone_on_with() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut town = runtime.block_on(printing(step));
    row(&town, "后排", 60);
    row(&town, "北排", 60);
    let url = runtime.block_on(town.open());
    let at = format!("{url}/papers-file");
    let get = |town: &Town, who: &str, path: &str| runtime.block_on(town.get(who, path));
    let send = |town: &Town, path: &str, pairs: &[(&str, &str)]| runtime.block_on(town.send("吴敏", path, pairs));
    let households = town.number("SELECT persons FROM property_roll");
    assert!(households > 120, "{households}");

    let desk = get(&town, "吴敏", &format!("{url}/desk"));
    assert!(desk.says(&format!("href=\"{at}\"")), "{}", desk.text);
    let page = get(&town, "吴敏", &at);
    assert!(page.says(&format!("做 {households} 户的文件")) && page.red() == 1, "{}", page.text);
    assert_eq!(get(&town, "吴敏", &format!("{at}/file")).status, 404, "nothing is there yet");
    for path in [format!("{at}/stop"), format!("{at}/resume")] {
        assert_eq!(send(&town, &path, &[]).status, 404, "{path}: nobody began");
    }

    let begun = send(&town, &at, &[("with", "delivery"), ("with", "notice")]);
    assert_eq!((begun.status, begun.header("location")), (303, at.as_str()), "{}", begun.text);
    let page = get(&town, "吴敏", &at);
    assert_eq!(page.header("refresh"), "2", "it looks again without scripts");
    assert!(page.says(&format!("正在排：0 / {households} 户")) && page.says("先停下"), "{}", page.text);
    let again = send(&town, &at, &[]);
    assert!(again.status == 422 && again.says("正在做"), "one at a time: {}", again.text);

    // Fifty households are set, then somebody stops it.
    assert_eq!(work(&town, 2), JobState::Stopped);
    let page = get(&town, "吴敏", &at);
    assert!(
        page.says(&format!("停在 50 / {households} 户")) && page.says("接着做") && page.red() == 1,
        "{}",
        page.text
    );
    assert!(page.header("refresh").is_empty());
    assert_eq!(get(&town, "吴敏", &format!("{at}/file")).status, 404, "half of it is not given out");

    // A part that was written before the machine went off, and never marked, is not set again.
    let folder = std::path::PathBuf::from(job(&town).input);
    assert!(folder.starts_with(town.drafts()));
    std::fs::copy(folder.join("part-0.pdf"), folder.join("part-1.pdf")).expect("copied");
    assert_eq!(send(&town, &format!("{at}/resume"), &[]).status, 303);
    assert_eq!(work(&town, 99), JobState::Done);
    let set = SET.take();
    assert_eq!(set.len(), 2, "the first part and the last: {set:?}");

    let page = get(&town, "吴敏", &at);
    assert!(page.says(&format!("{households} 户的文件做好了")) && page.says("下载文件"), "{}", page.text);
    assert!(page.says("每户一份通知、一张表决票，每栋楼前面一份送达登记表") && page.red() == 1);
    for _ in 0..2 {
        let file = get(&town, "吴敏", &format!("{at}/file"));
        assert_eq!((file.status, file.header("content-type")), (200, "application/pdf"));
        assert!(
            file.header("content-disposition").contains("papers.pdf") && file.header("cache-control") == "no-store"
        );
    }
    // For whoever enters papers here, whoever began it; not for the committee, a company, a resident, nobody.
    assert_eq!(get(&town, "周国栋", &format!("{at}/file")).status, 200);
    for who in ["刘志强", "马建军", "佟玉珍", ""] {
        let status = get(&town, who, &format!("{at}/file")).status;
        assert!([303, 403, 404].contains(&status), "{who}: {status}");
    }

    // Made anew, whole, with the papers alone.
    assert_eq!(send(&town, &at, &[]).status, 303);
    assert_eq!(work(&town, 99), JobState::Done);
    let file = get(&town, "吴敏", &format!("{at}/file"));
    assert_eq!(SET.take().iter().sum::<usize>() as i64, households);
    assert!(file.says(&format!("/Type/Pages/Count {households}/")) && !file.says("送达登记表"), "every household once");
    for no in 1..=households {
        assert!(file.says(&format!("<b>{no}</b>")), "{no}");
    }

    // The company that is voted on, and everybody once it is over.
    town.pass(closes());
    let late = get(&town, "吴敏", &at);
    assert!(late.status == 409, "{}", late.text);
    assert_eq!(get(&town, "吴敏", &format!("{at}/file")).status, 409, "papers go out no more");
}

#[test]
fn what_the_press_refuses_is_said_and_gone_on_with_once_it_is_mended() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut town = runtime.block_on(printing(step));
    let url = runtime.block_on(town.open());
    let at = format!("{url}/papers-file");
    assert_eq!(runtime.block_on(town.send("吴敏", &at, &[])).status, 303);
    FAILS.set(true);
    let failed = town.jobs().run_to_end(job(&town).id, &mut |_, _| true);
    assert!(failed.is_err());
    let page = runtime.block_on(town.get("吴敏", &at));
    assert!(
        page.says("停下了")
            && page.says("接着做")
            && page.says(NotSet::Glyph("𬸘".into()).say(Lang::Zh).split('，').next_back().unwrap_or_default()),
        "{}",
        page.text
    );
    FAILS.set(false);
    assert_eq!(runtime.block_on(town.send("吴敏", &format!("{at}/resume"), &[])).status, 303);
    assert_eq!(work(&town, 99), JobState::Done);
    // A day later it is put away, and made again.
    town.pass(opens().plus(2 * lianxin_base::DAY));
    let page = runtime.block_on(town.get("吴敏", &at));
    assert!(!page.says("下载文件") && page.says("户的文件") && page.red() == 1, "{}", page.text);
    assert_eq!(runtime.block_on(town.get("吴敏", &format!("{at}/file"))).status, 404);
}

#[tokio::test]
async fn without_a_press_a_sentence_says_so_and_the_sheets_are_printed_from_the_page() {
    let mut town = town().await;
    let url = town.open().await;
    let at = format!("{url}/papers-file");
    let page = town.get("吴敏", &at).await;
    assert!(page.status == 200 && page.says("没有装印 PDF 和长图的程序"), "{}", page.text);
    assert!(page.says(&format!("href=\"{url}/ballots\"")) && page.red() == 0, "{}", page.text);
    let sent = town.send("吴敏", &at, &[]).await;
    assert!(sent.status == 422 && sent.says("没有装印 PDF 和长图的程序"), "{}", sent.text);
    let english = town.english("吴敏", &at).await;
    assert!(english.says("All papers (one file)"), "{}", english.text);
}
