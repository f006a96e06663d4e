//! A ledger that was kept in a sheet is brought over with its real dates.

use lianxin_base::{ActId, AreaId, Chance, ContractId, Day, Lang, OrgId};
use lianxin_council::ledger::{IMPORT, LIST, SCHEMA};
use lianxin_council::lists::{Which, board};
use lianxin_council::store::{Matter, entries, public_by_no};
use lianxin_journal::{By, Head, Receipt, verify};
use lianxin_outbox::{Reader, inbox};
use lianxin_paper::{Asked, Entered, Table, read, template};
use lianxin_register::{self as register, Area, AreaKind, Contract, OrgKind, Organisation};
use lianxin_store::testing::{monday, places};
use lianxin_store::{Db, Kept, Migrations, Open, Place, Stop, Tx};

const COMMUNITY: AreaId = AreaId::from_bytes([1; 16]);
const FURONG: AreaId = AreaId::from_bytes([2; 16]);
const COMMITTEE: OrgId = OrgId::from_bytes([3; 16]);
const COMPANY: OrgId = OrgId::from_bytes([4; 16]);

fn migrations() -> Vec<Migrations> {
    vec![
        lianxin_journal::migrations(),
        register::migrations(),
        lianxin_gate::migrations(),
        lianxin_work::migrations(),
        lianxin_path::migrations(),
        lianxin_outbox::migrations(),
        lianxin_council::migrations(),
    ]
}

fn kept() -> Vec<Kept> {
    let rooms = [lianxin_journal::kept(), register::kept(), lianxin_gate::kept(), lianxin_work::kept()];
    rooms.into_iter().chain([lianxin_outbox::kept(), lianxin_council::kept()]).flatten().collect()
}

fn act(db: &Db, f: impl Fn(&mut Tx<'_>, Head) -> Result<Receipt, Stop> + Send + 'static) {
    db.act_wait(COMMUNITY, move |tx| {
        let id = ActId::new(tx.chance(), tx.now());
        f(tx, Head { id, area: COMMUNITY, by: By::Office, no: None, token: None })
    })
    .expect("recorded");
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn town(place: Place) -> Db {
    let (migrations, kept, log) = (migrations(), kept(), lianxin_journal::log());
    let open = Open { place, clock: monday(), chance: Chance::seeded(5), migrations, kept, readers: 2, log };
    let db = Db::open(open).expect("opens");
    for (area, parent, kind, name) in
        [(COMMUNITY, None, AreaKind::Community, "和平里社区"), (FURONG, Some(COMMUNITY), AreaKind::Compound, "芙蓉里")]
    {
        act(&db, move |tx, head| {
            let (code, name, since) = (name.to_owned(), name.to_owned(), day("2020-01-01"));
            register::area(tx, head, Area { area, parent, kind, code, name, since, until: None, grade: None })
        });
    }
    for (org, kind, name, short) in [
        (COMMITTEE, OrgKind::ResidentsCommittee, "和平里社区居委会", None),
        (COMPANY, OrgKind::Company, "红星物业服务有限公司", Some("红星物业")),
    ] {
        act(&db, move |tx, head| {
            let (name, short) = (name.to_owned(), short.map(str::to_owned));
            register::organisation(tx, head, Organisation { org, area: COMMUNITY, kind, name, short, phone: None })
        });
    }
    act(&db, |tx, head| {
        let (contract, since) = (ContractId::from_bytes([5; 16]), day("2020-01-01"));
        register::contract(tx, head, Contract { contract, org: COMPANY, area: FURONG, since, until: None })
    });
    db
}

fn enter(db: &Db, csv: &str) -> Entered {
    let lines = Table::of(read(csv.as_bytes()).expect("read"), &SCHEMA).expect("a header").lines;
    let asked = Asked { area: FURONG, by: By::Office, lang: Lang::Zh };
    db.act_wait(FURONG, move |tx| (IMPORT.enter)(tx, &asked, &lines)).expect("entered")
}

fn matter(db: &Db, no: &'static str) -> Matter {
    db.read_wait(move |r| Ok(public_by_no(r, no)?)).expect("read").expect("there")
}

const LEDGER: &str = "编号,受理日期,来源,反映人,联系电话,小区楼栋,事项,承办单位,时限,办理情况,办结日期,回访\n\
    1,2026-05-06,来访,张玉兰,13812345678,芙蓉里3号楼,楼道灯不亮,红星物业,2026-05-13,已换灯,2026.5.8,满意\n\
    2,2026年5月20日,12345转办,,,芙蓉里,水箱没清洗,红星物业,2026-07-01,,,\n\
    3,2025-12-30,网格巡查,,,,门禁坏了,红星物业,,修了,2026-01-05,不满意\n\
    4,2026-06-10,电话,李四,18999999999,,想加个凉亭,,,,,\n\
    5,2026-06-01,电话,,,,下水堵了,红星物业,,疏通了,2026-06-02,\n";

#[test]
fn matters_come_over_with_their_dates_and_go_on_here() {
    let (places, _folder) = places();
    for place in places {
        let db = town(place);
        let first = enter(&db, LEDGER);
        assert_eq!(first.faults, vec![]);
        assert_eq!(first.counts.values().sum::<u32>(), 5);

        let done = matter(&db, "芙蓉里-2026-0001");
        assert_eq!(done.reported_at.day(), day("2026-05-06"));
        assert_eq!(
            (done.ended_at.map(|at| at.day()), done.outcome.as_deref()),
            (Some(day("2026-05-08")), Some("solved"))
        );
        assert_eq!((done.executor, done.reporter, done.source.as_str()), (Some(COMPANY), None, "ledger"));
        let id = done.id;
        let course = db.read_wait(move |r| Ok(entries(r, id)?)).expect("read");
        let days: Vec<(String, Day)> = course.into_iter().map(|e| (e.kind, e.at.day())).collect();
        let told = [
            ("report", "2026-05-06"),
            ("direct", "2026-05-06"),
            ("completion", "2026-05-08"),
            ("confirmation", "2026-05-08"),
        ];
        let mut want: Vec<(String, Day)> = told.iter().map(|(kind, at)| ((*kind).to_owned(), day(at))).collect();
        let mut got = days;
        got.sort();
        want.sort();
        assert_eq!(got, want);

        let open = matter(&db, "芙蓉里-2026-0002");
        assert_eq!((open.stage.as_str(), open.holder, open.ended_at), ("solve", COMPANY, None));
        assert_eq!(open.due_at.map(|at| at.day()), Some(day("2026-07-01")), "the ledger's own deadline");
        let again = matter(&db, "芙蓉里-2025-0001");
        assert_eq!((again.stage.as_str(), again.reopened, again.reported_at.day().year()), ("solve", 1, 2025));
        let new = matter(&db, "芙蓉里-2026-0003");
        assert_eq!((new.stage.as_str(), new.holder, new.phone_tail.as_deref()), ("collect", COMMITTEE, None));
        assert!(new.due_at.is_some_and(|at| at > db.clock().now()), "somebody looks from now on");
        let asked = matter(&db, "芙蓉里-2026-0004");
        assert_eq!(
            (asked.stage.as_str(), asked.outcome.as_deref()),
            ("feedback", None),
            "the unit says done, nobody else yet"
        );

        let acts = db.read_wait(|r| Ok(lianxin_journal::length(r)?)).expect("read");
        assert!(enter(&db, LEDGER).did_nothing());
        assert_eq!(db.read_wait(|r| Ok(lianxin_journal::length(r)?)).expect("read"), acts, "twice is once");
        let (bytes, rows) = db
            .read_wait(|r| {
                let areas = register::find::areas_below(r, FURONG)?;
                Ok(LIST.write(r, &areas, day("2026-06-15"), "导出人：吴敏　用途：核对")?)
            })
            .expect("written");
        assert_eq!(rows, 5);
        let book = read(&bytes).expect("read");
        let cells: Vec<String> = book.sheets[0].rows.iter().flatten().map(|c| c.say()).collect();
        assert!(cells.iter().any(|c| c == "2026-05-06") && cells.iter().any(|c| c.contains("楼道灯不亮")));
        assert!(
            cells.iter().all(|c| !c.contains("张玉兰") && !c.contains("13812345678")),
            "who brought it in stays here"
        );
        let lines = Table::of(book, &SCHEMA).expect("its own kind").lines;
        let asked = Asked { area: FURONG, by: By::Office, lang: Lang::Zh };
        let back = db.act_wait(FURONG, move |tx| (IMPORT.enter)(tx, &asked, &lines)).expect("entered");
        assert!(back.did_nothing() && back.faults.is_empty(), "{back:?}");
        let shown = db.read_wait(|r| Ok(board(r, None, Which::All, None, 50)?)).expect("read");
        assert!(
            shown.iter().all(|l| l.publicity != lianxin_council::rules::Publicity::Shown),
            "no words are public before somebody has looked"
        );

        let kinds = [register::kinds(), lianxin_gate::kinds(), lianxin_council::kinds()].concat();
        let found =
            db.read_wait(move |r| Ok(verify(r, &kinds, &migrations(), &kept(), &mut |_, _| true)?)).expect("runs");
        assert_eq!(found.findings, vec![]);
    }
}

fn kinds_of(db: &Db, org: OrgId) -> Vec<String> {
    let reader = Reader::seat("x").at(org, None);
    let all = db.read_wait(move |r| Ok(inbox(r, &reader, None, 50)?)).expect("read");
    all.into_iter().map(|one| one.message.kind).collect()
}

#[test]
fn what_is_brought_over_fills_nobodys_inbox() {
    let (places, _folder) = places();
    for place in places {
        let db = town(place);
        let old = "编号,受理日期,事项,承办单位,时限,办结日期\n1,2026-05-06,灯不亮,红星物业,2026-05-13,\n\
            2,2026-05-07,水箱没清洗,红星物业,2026-05-20,\n3,2026-05-08,想加个凉亭,,,\n4,2026-05-09,门禁坏了,红星物业,,2026-05-10\n";
        assert_eq!(enter(&db, old).faults, vec![]);
        for org in [COMMITTEE, COMPANY] {
            assert_eq!(kinds_of(&db, org), ["council.brought"], "one quiet notice, however many matters");
        }
        let late = matter(&db, "芙蓉里-2026-0001");
        assert_eq!(late.late_at.map(|at| at.day()), Some(day("2026-05-13")), "overdue on the day the ledger says");
        let timers = lianxin_work::Runner::new(db.clone(), lianxin_council::timers());
        assert_eq!(timers.run_due().expect("runs"), 0);
        assert_eq!(kinds_of(&db, COMPANY).len(), 1, "nobody is reminded of what was overdue before");
        assert_eq!(enter(&db, "受理日期,事项\n2026-05-11,又一件\n").faults, vec![]);
        assert_eq!(kinds_of(&db, COMMITTEE).len(), 1, "nor told twice on one day");
    }
}

#[test]
fn what_the_ledger_says_of_a_matter_is_not_lost_where_there_is_no_place_for_it_yet() {
    let (places, _folder) = places();
    for place in places {
        let db = town(place);
        let sheet = "编号,受理日期,来源,反映人,联系电话,小区楼栋,事项,承办单位,时限,办理情况,办结日期,回访\n\
            7,2026-06-01,12345 转办,张玉兰,13812345678,3号楼,电梯有异响,,2026-06-30,已约维保公司,,已告知居民\n\
            8,2026-06-02,电话,,,,灯不亮,红星物业,,换了灯,2026-06-03,未接电话\n";
        assert_eq!(enter(&db, sheet).faults, vec![]);
        let said = |no: &'static str, field: &'static str| {
            let id = matter(&db, no).id;
            let texts = db.read_wait(move |r| {
                let acts = entries(r, id)?.into_iter().map(|e| e.act);
                acts.filter_map(|act| lianxin_journal::text(r, act, field).transpose())
                    .collect::<Result<Vec<_>, _>>()
                    .map_err(Stop::from)
            });
            texts.expect("read").join(" ")
        };
        let words = said("芙蓉里-2026-0001", "words");
        for part in [
            "电梯有异响",
            "原编号 7",
            "来源：12345 转办",
            "时限：2026-06-30",
            "办理情况：已约维保公司",
            "回访：已告知居民",
        ] {
            assert!(words.contains(part), "{part}: {words}");
        }
        assert_eq!(
            (said("芙蓉里-2026-0001", "name"), said("芙蓉里-2026-0001", "phone")),
            ("张玉兰".into(), "13812345678".into())
        );
        assert_eq!(said("芙蓉里-2026-0001", "place"), "3号楼");
        assert!(
            said("芙蓉里-2026-0002", "words").contains("换了灯（回访：未接电话）"),
            "{}",
            said("芙蓉里-2026-0002", "words")
        );
        assert!(enter(&db, sheet).did_nothing());
    }
}

#[test]
fn what_cannot_be_is_a_fault_of_its_row() {
    let (places, _folder) = places();
    for place in places {
        let db = town(place);
        let bad = "受理日期,事项,承办单位,办结日期,时限,联系电话\n\
            2026-12-01,还没到的日子,,,,\n2026-05-06,先办完后来,红星物业,2026-05-01,,\n2026-05-06,没有这家,蓝天物业,,,\n\
            去年,没有日期,,,,\n2026-05-06,,红星物业,,,\n2026-05-06,电话不对,,,,1394\n2026-05-06,时限是话,红星物业,,三天内,\n";
        let done = enter(&db, bad);
        assert_eq!(done.faults.iter().map(|f| f.0).collect::<Vec<_>>(), [2, 3, 4, 5, 6, 7]);
        assert!(done.faults[2].1.contains("蓝天物业"));
        assert_eq!(done.review.iter().map(|f| f.0).collect::<Vec<_>>(), [8], "a deadline in words");
    }
}

#[test]
fn its_template_is_what_it_reads() {
    for lang in Lang::ALL {
        let book = read(&template(&SCHEMA, lang).expect("written")).expect("read");
        assert!(Table::of(book, &SCHEMA).is_err_and(|no| no == lianxin_paper::Refusal::NoRows));
    }
}
