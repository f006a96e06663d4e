//! Workbooks sent, tried, mended and entered on the page; lists taken out.

use crate::house::{Browser, FURONG, Reply, Town, keys, s, town};
use lianxin_base::{Chance, JobId, Lang, SeatId};
use lianxin_gate::{Enrolment, Seed, code_at, enrol_wait};
use lianxin_paper::{Cell, FAULT, read};
use lianxin_register::find;

const GOOD: &str = "芙蓉里\n楼号,单元,房号,业主,手机号,身份证号\n5,1,101,㛃䶮𬸘,13912345678,x\n,,102,巴图,,x\n";
const BAD: &str = "芙蓉里\n楼号,单元,房号,业主,手机号\n6,1,101,㛃䶮𬸘,1391\n7,,1,巴图,\n";

/// Sends a sheet and lets the job run; gives the page of the job.
fn sent(town: &Town, desk: &Browser, csv: &str) -> (String, Reply) {
    let reply = desk.upload("/sheets", "/sheets", &[("kind", "units"), ("area", "")], ("业主.csv", csv.as_bytes()));
    reply.is(303);
    run(town, desk, &reply.to)
}

fn run(town: &Town, desk: &Browser, url: &str) -> (String, Reply) {
    let waiting = desk.get(url);
    waiting.is(200).has(&[&format!("{url}/stop")]);
    let id: JobId = url.rsplit('/').next().and_then(|id| id.parse().ok()).expect("a job");
    town.house.jobs().run_to_end(id, &mut |_, _| true).expect("runs");
    (url.to_owned(), desk.get(url))
}

/// Sets a seat's second step up.
fn stepped(town: &Town, seat: SeatId) {
    let (seed, now) = (Seed::make(&Chance::seeded(7)), town.db.clock().now());
    let code = code_at(&keys().second(seat, seed.text()), now);
    enrol_wait(&town.db, &keys(), &Enrolment { seat, seed, code, old: String::new() }).expect("set up");
}

fn houses(town: &Town) -> Vec<String> {
    let all = town.db.read_wait(|r| Ok(find::buildings(r, FURONG)?)).expect("read");
    all.into_iter().map(|b| b.name).collect()
}

#[test]
fn a_sheet_is_tried_and_entered_only_when_somebody_says_so() {
    for lang in Lang::ALL {
        let town = town();
        let desk = town.worker(lang);
        let (url, tried) = sent(&town, &desk, GOOD);
        tried.is(200).has(&["业主.csv", &format!("{url}/enter"), "身份证号"]).lacks(&["/faults", "/stop"]);
        assert_eq!(houses(&town), ["3号楼"], "tried, and nothing changed");
        desk.get("/sheets").has(&["业主.csv", &url]);
        let going = desk.post(&url, &format!("{url}/enter"), &[]);
        going.is(303);
        let again = desk.post(&url, &format!("{url}/enter"), &[]);
        assert_eq!(going.to, again.to, "pressed twice, one job");
        let (done, page) = run(&town, &desk, &going.to);
        page.is(200).lacks(&["/enter\"", "/faults"]);
        assert_eq!(houses(&town), ["3号楼", "5号楼"]);
        desk.post(&done, &format!("{done}/forget"), &[]).is(303);
        desk.get("/sheets").lacks(&["业主.csv"]);
        desk.get(&done).is(422);
        let (_, nothing) = sent(&town, &desk, GOOD);
        nothing.is(200).lacks(&["/enter\""]);
    }
}

#[test]
fn who_is_erased_is_in_no_sheet_that_waits_either() {
    let town = town();
    let (desk, phone) = (town.worker(Lang::Zh), town.resident(Lang::Zh, "normal"));
    let (named, _) = sent(&town, &desk, "芙蓉里\n楼号,单元,房号,业主\n6,1,101,\"巴图,张玉兰\"\n");
    let (called, _) = sent(&town, &desk, "芙蓉里\n楼号,单元,房号,业主,手机号\n7,1,101,张大姐,13812345678\n");
    let (other, _) = sent(&town, &desk, GOOD);
    phone.post("/me/data/erase", "/me/data/erase", &[("confirm", "5678")]).is(303);
    for gone in [named, called] {
        desk.get(&gone).is(422).has(&["删掉了自己的信息", "重新传一次"]);
    }
    desk.get(&other).is(200).has(&["业主.csv"]);
    let drafts = town.house.drafts().expect("a folder");
    let mut files: Vec<_> = std::fs::read_dir(drafts).expect("there").flatten().collect();
    assert_eq!(files.len(), 1, "one sheet waits");
    while let Some(file) = files.pop() {
        match std::fs::read_dir(file.path()) {
            Ok(inner) => files.extend(inner.flatten()),
            Err(_) => {
                let bytes = std::fs::read(file.path()).expect("readable");
                let text = String::from_utf8_lossy(&bytes);
                assert!(!text.contains("张玉兰") && !text.contains("13812345678"), "{:?}", file.path());
            }
        }
    }
}

#[test]
fn what_is_wrong_is_shown_and_goes_back_as_a_workbook() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    let (url, tried) = sent(&town, &desk, BAD);
    tried.is(200).has(&["第 3 行", "手机号", &format!("{url}/faults"), "没错的楼先导入"]);
    let (status, bytes) = desk.file(&format!("{url}/faults"));
    assert_eq!(status, 200);
    let book = read(&bytes).expect("a workbook");
    let rows: Vec<Vec<String>> = book.sheets[0].rows.iter().map(|r| r.iter().map(Cell::say).collect()).collect();
    assert_eq!(rows[1][5], FAULT);
    assert!(rows[2][5].contains("手机号") && rows[3].len() <= 5);
    let going = desk.post(&url, &format!("{url}/enter"), &[]);
    let (_, page) = run(&town, &desk, &going.to);
    page.has(&["第 3 行"]);
    assert_eq!(houses(&town), ["3号楼", "7号楼"], "the building without a fault is in");
}

#[test]
fn a_job_is_stopped_and_resumed_and_belongs_to_who_began_it() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    let reply = desk.upload("/sheets", "/sheets", &[("kind", "units")], ("业主.csv", GOOD.as_bytes()));
    let url = reply.to.clone();
    desk.post(&url, &format!("{url}/stop"), &[]).is(303);
    desk.get(&url).is(200).has(&[&format!("{url}/resume"), &format!("{url}/forget")]);
    desk.post(&url, &format!("{url}/resume"), &[]).is(303);
    let (_, tried) = run(&town, &desk, &url);
    tried.has(&[&format!("{url}/enter")]);
    let stranger = town.browser(Lang::Zh, "normal");
    stranger.get("/sheets").is(303);
    let resident = town.resident(Lang::Zh, "normal");
    for path in ["/sheets", &url, &format!("{url}/faults"), "/sheets/template/units"] {
        resident.get(path).is(404);
    }
    desk.get("/sheets/018f0000-0000-7000-8000-000000000001").is(404);
    desk.get("/sheets/x").is(404);
}

#[test]
fn a_form_that_cannot_be_taken_comes_back_with_a_sentence() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    let form = |kind: &str, area: &str, name: &str, bytes: &[u8]| {
        desk.upload("/sheets", "/sheets", &[("kind", kind), ("area", area)], (name, bytes))
    };
    for (what, reply, says) in [
        ("no file", form("units", "", "", b""), "请先选一个表格文件"),
        ("a picture", form("units", "", "a.xlsx", b"\xFF\xD8\xFF\xE0\0"), "不是表格文件"),
        ("a web page", form("units", "", "a.xls", b"<html><table>"), "里面其实是网页"),
        ("no header", form("units", "", "a.csv", "a,b\n1,2\n".as_bytes()), "还缺 楼号、房号"),
        ("no such compound", form("units", "西里", "a.csv", GOOD.as_bytes()), "没有找到这个小区"),
        ("no kind", form("", "", "a.csv", GOOD.as_bytes()), "请从列出来的里面选一项"),
        ("not for a worker", form("seats", "", "a.csv", GOOD.as_bytes()), "请从列出来的里面选一项"),
    ] {
        reply.is(422).has(&[says, "f-file"]);
        assert!(reply.cookie.is_none(), "{what}");
    }
    desk.get("/sheets").has(&["没有没办完的表"]);
}

#[test]
fn a_list_goes_out_with_what_it_is_for_and_stays_on_record() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    let none = desk.post("/sheets", "/sheets/export", &[("list", "people"), ("purpose", "")]);
    none.is(422).has(&["请写清楚拿去做什么用"]);
    desk.post("/sheets", "/sheets/export", &[("list", "pets"), ("purpose", "x")]).is(422);
    // Who keeps no incidents and arranges no seats is not offered these lists, and does not get them by their name.
    desk.get("/sheets").has(&["value=\"areas\""]).lacks(&["value=\"incidents\"", "value=\"handovers\""]);
    for list in ["incidents", "handovers"] {
        desk.post("/sheets", "/sheets/export", &[("list", list), ("purpose", "x")]).is(422);
    }
    let asked = [("list", "people"), ("purpose", "核对户数")];
    let bare = desk.post("/sheets", "/sheets/export", &asked);
    bare.is(422).has(&["光有密码带不走", "/me/totp?next=/sheets", "核对户数"]);
    desk.get("/journal").lacks(&["有人导出了一份名单"]);
    let (status, _) = desk.post_file("/sheets", "/sheets/export", &[("list", "organisations"), ("purpose", "")]);
    assert_eq!(status, 200);
    stepped(&town, s(1));
    desk.get("/sheets").lacks(&["/me/totp?next=/sheets"]);
    let (status, bytes) = desk.post_file("/sheets", "/sheets/export", &[("list", "people"), ("purpose", "核对户数")]);
    assert_eq!(status, 200);
    let book = read(&bytes).expect("a workbook");
    let all: Vec<String> = book.sheets[0].rows.iter().flatten().map(Cell::say).collect();
    assert!(all.iter().any(|c| c == "张玉兰") && all.iter().any(|c| c == "13812345678"));
    let last = all.last().expect("a line");
    assert!(last.contains("窗口") && last.contains("核对户数") && last.contains("和平里社区居委会"), "{last}");
    desk.get("/journal").has(&["有人导出了一份名单"]).lacks(&["核对户数"]);
    let (status, bytes) = desk.file("/sheets/template/units");
    assert!(status == 200 && read(&bytes).is_ok());
    desk.get("/sheets/template/pets").is(404);
    desk.get("/sheets/template/seats").is(404);
}
