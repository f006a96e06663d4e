//! 选举业委会: from the call over those who stand and the posted list to the seats with their term; and who keeps away.

use crate::counting::verified;
use crate::house::{Came, Town, YARD, apart, day, id, town};
use lianxin_ballot::{Input, Place, count};
use lianxin_base::{ActId, Moment, PersonId};
use lianxin_property::assembly::State;
use lianxin_property::election::{How, stand};
use lianxin_property::words::Author;

pub(crate) fn opens() -> Moment {
    day("2026-07-13").at(9, 0)
}
pub(crate) fn over() -> Moment {
    day("2026-07-23").at(18, 0)
}

pub(crate) fn calling<'a>(area: &'a str, kind: &'a str, online: &'a str, seats: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("area", area),
        ("title", "第一届业委会选举"),
        ("kind", kind),
        ("seats", seats),
        ("alternates", "1"),
        ("months", "36"),
        ("tie", "shares_lot"),
        ("until", "2026-06-25"),
        ("opens", "2026-07-13"),
        ("opens_time", "9:00"),
        ("closes", "2026-07-23"),
        ("closes_time", "18:00"),
        ("online", online),
    ]
}

pub(crate) async fn called(town: &Town) -> String {
    let area = town.map.area(YARD).to_string();
    let came = town.send("吴敏", "/elections", &calling(&area, "first", "paper_only", "5")).await;
    assert_eq!(came.status, 303, "{}", came.text);
    came.header("location").split("/candidates").next().unwrap_or_default().to_owned()
}

/// Owners of the yard whom nobody else in the tests is.
fn others(town: &Town, n: usize) -> Vec<PersonId> {
    let area = town.map.area(YARD);
    let known = ["佟玉珍", "康福", "吴敏"].map(|who| town.map.person(who));
    let all: Vec<PersonId> = town.read(move |r| {
        let sql = "SELECT person FROM register_owner WHERE area = $1 AND person IS NOT NULL ORDER BY person";
        r.rows(sql, lianxin_store::params![area], |row| row.id(0)).expect("read")
    });
    all.into_iter().filter(|p| !known.contains(p)).take(n).collect()
}

/// Somebody stands at the counter.
fn put_up(town: &Town, url: &str, person: PersonId) -> ActId {
    let (chance, now) = (town.db.chance(), town.db.clock().now());
    let (by, scope) = town.map.author("周国栋");
    let author = Author { act: ActId::new(chance, now), by, token: None, scope };
    let id = id(url);
    let run = move |tx: &mut lianxin_store::Tx<'_>| stand(tx, &author, id, (How::Owners, person, true));
    apart(|| town.db.act_wait(town.map.area(YARD), run)).expect("stood").act
}

fn standing(town: &Town) -> Vec<String> {
    town.read(|r| {
        let sql = "SELECT act FROM property_candidate WHERE stands = 'named' ORDER BY at, act";
        r.rows(sql, &[], |row| row.text(0)).expect("read")
    })
}

/// The list: 佟玉珍, 康福 and four others, looked at and posted the day after the last day to stand.
pub(crate) async fn posted(town: &mut Town, url: &str) {
    let list = format!("{url}/candidates");
    assert_eq!(town.send("佟玉珍", &format!("{url}/stand"), &[("agrees", "yes")]).await.status, 303);
    let counter = [("how", "owners"), ("name", "康福"), ("agrees", "yes")];
    assert_eq!(town.send("吴敏", &list, &counter).await.status, 303);
    for person in others(town, 4) {
        put_up(town, url, person);
    }
    town.pass(day("2026-06-26").at(10, 0));
    for candidate in standing(town) {
        let looked = [("candidate", candidate.as_str()), ("stands", "listed")];
        let came = town.send("吴敏", &format!("{list}/check"), &looked).await;
        assert_eq!(came.status, 303, "{}", came.text);
    }
    let came = town.send("吴敏", &format!("{list}/post"), &[]).await;
    assert_eq!(came.status, 303, "{}", came.text);
}

/// Two enter a paper with these marks.
pub(crate) async fn paper(town: &Town, url: &str, no: i64, marks: &[&str]) -> Came {
    let no = no.to_string();
    let names: Vec<String> = (1..=marks.len()).map(|n| format!("m{n}")).collect();
    let mut pairs = vec![("no", no.as_str())];
    pairs.extend(names.iter().map(String::as_str).zip(marks.iter().copied()));
    town.send("吴敏", &format!("{url}/papers"), &pairs).await;
    town.send("周国栋", &format!("{url}/papers"), &pairs).await
}

pub(crate) fn doors(town: &Town) -> Vec<i64> {
    town.read(|r| {
        let sql = "SELECT no FROM property_roll_unit WHERE nth = 1 ORDER BY sort";
        r.rows(sql, &[], |row| row.int(0)).expect("read")
    })
}

#[tokio::test]
async fn a_first_committee_is_elected_from_the_call_to_its_seats() {
    let mut town = town().await;
    let url = called(&town).await;
    posted(&mut town, &url).await;
    assert_eq!(town.number("SELECT count(*) FROM outbox_message WHERE kind = 'property.candidate'"), 6);
    let list = town.get("", &format!("{url}/candidates")).await;
    assert!(list.status == 200 && list.says("康福") && list.says("佟玉珍") && list.says("36 个月"), "{}", list.text);
    assert!(!list.says("政治面貌：") && list.says("不影响投票"), "{}", list.text);
    assert!(town.english("", &format!("{url}/candidates")).await.says("The list was posted"));
    let notice = town.get("", &format!("{url}/notice")).await;
    assert!(notice.says("康福") && notice.says("民法典 278 (3)"), "what hangs out names them: {}", notice.text);
    town.pass(opens());
    assert_eq!(town.vote(&url).state, State::Open);
    for page in ["paper", "ballots"] {
        let paper = town.get("吴敏", &format!("{url}/{page}")).await;
        assert!(paper.says("最多同意 5 人") && paper.says("康福"), "{page}: {}", paper.text);
    }
    let form = town.get("吴敏", &format!("{url}/papers")).await;
    assert!(form.says("6. ") && form.says("康福"), "{}", form.text);
    // 15 of 19 vote; the first five names have 14, 13, 12, 11 and 10 yes, the sixth 8; one paper chooses all six.
    for (n, no) in doors(&town).into_iter().take(15).enumerate() {
        let marks: Vec<&str> = match n {
            14 => vec!["yes"; 6],
            _ => [14, 13, 12, 11, 10, 2].map(|most| if n < most { "yes" } else { "no" }).to_vec(),
        };
        let marks: Vec<&str> = if n < 2 { [&marks[..4], &["no", "yes"]].concat() } else { marks };
        assert_eq!(paper(&town, &url, no, &marks).await.status, 303, "{n}");
    }
    town.pass(over());
    let came = town.send("吴敏", &format!("{url}/count"), &[]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let page = town.get("", &url).await;
    assert!(page.says("当选。依据：民法典 278 (3)") && page.says("没有当选") && page.says("2×14"), "{}", page.text);
    assert_eq!(town.number("SELECT count(*) FROM property_vote_matter WHERE passed = 1"), 5);
    let tally = town.get("吴敏", &format!("{url}/tally")).await;
    assert!(tally.says("康福") && tally.says("划得看不清、没填"), "{}", tally.text);
    let file = town.send("吴敏", &format!("{url}/file"), &[("purpose", "filing")]).await;
    let outcome = count(&Input::read_json(&file.text).expect("the documented form")).expect("counted");
    let e = &outcome.elections[0];
    assert_eq!((e.seats, e.filled, e.too_many_chosen.persons), (5, 5, 1));
    assert!(e.candidates.iter().filter(|c| c.place == Place::Elected).all(|c| c.yes.persons >= 8));
    assert!(!file.says("康福"));
    seated(&mut town, &url).await;
    verified(&town);
}

#[tokio::test]
async fn whoever_was_elected_and_sold_before_the_term_begins_takes_no_seat() {
    let mut town = town().await;
    let area = town.map.area(YARD).to_string();
    let came = town.send("吴敏", "/elections", &calling(&area, "first", "paper_only", "7")).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let url = came.header("location").split("/candidates").next().unwrap_or_default().to_owned();
    put_up(&town, &url, others(&town, 5)[4]);
    posted(&mut town, &url).await;
    town.pass(opens());
    for no in doors(&town).into_iter().take(14) {
        assert_eq!(paper(&town, &url, no, &["yes"; 7]).await.status, 303);
    }
    town.pass(over());
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    assert_eq!(town.number("SELECT count(*) FROM property_vote_matter WHERE passed = 1"), 7);
    // One of the seven sells after the count, before the first day of the term.
    town.pass(day("2026-07-25").at(10, 0));
    crate::calling::sold(&town, town.map.unit(YARD, "西排", "5 号"));
    let came = town.send("吴敏", &format!("{url}/seats"), &[("since", "2026-07-26")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let person = town.map.person("康福");
    let seats = town.read(move |r| {
        let sql = "SELECT person FROM register_seat WHERE role = 'committee_member' AND title = '业委会委员'";
        r.rows(sql, &[], |row| row.opt_id::<PersonId>(0)).expect("read")
    });
    assert!(seats.len() == 6 && !seats.contains(&Some(person)), "{seats:?}");
    verified(&town);
}

/// They take their seats for three years, and hear of the renewal three months before the end.
async fn seated(town: &mut Town, url: &str) {
    let page = format!("{url}/seats");
    let form = town.get("吴敏", &page).await;
    assert!(form.status == 200 && form.red() == 1 && form.says("佟玉珍"), "{}", form.text);
    let early = town.send("吴敏", &page, &[("since", "2026-07-22")]).await;
    assert!(early.status == 422 && early.says("就任的日子要在计票以后"), "{}", early.text);
    let came = town.send("吴敏", &page, &[("since", "2026-07-24")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let seats = "SELECT count(*) FROM register_seat WHERE role = 'committee_member' AND title = '业委会委员'";
    assert_eq!(town.number(seats), 5);
    assert!(town.get("", &format!("{url}/candidates")).await.says("2026 年 7 月 24 日 到 2029 年 7 月 23 日"));
    let again = town.send("吴敏", &page, &[("since", "2026-07-24")]).await;
    assert!(again.status == 422 && again.says("已经就任了"), "{}", again.text);
    let told = "SELECT count(*) FROM outbox_message WHERE kind = 'property.term_ends'";
    town.pass(day("2029-04-22").at(9, 0));
    assert_eq!(town.number(told), 0);
    town.pass(day("2029-04-23").at(9, 0));
    assert_eq!(town.number(told), 2, "whoever convened, and the committee");
}

#[tokio::test]
async fn how_an_election_may_not_be_called() {
    let town = town().await;
    let area = town.map.area(YARD).to_string();
    for (kind, online, seats, words) in [
        ("first", "allowed", "5", "首次业主大会只用纸票"),
        ("renewal", "allowed", "5", "没登记过业委会"),
        ("first", "paper_only", "6", "5 到 11 人，单数"),
        ("first", "paper_only", "五", "5 到 11 人，单数"),
        ("first", "paper_only", "3", "5 到 11 人，单数"),
    ] {
        let came = town.send("吴敏", "/elections", &calling(&area, kind, online, seats)).await;
        assert!(came.status == 422 && came.says(words) && came.says("第一届业委会选举"), "{seats}: {}", came.text);
    }
    let mut late = calling(&area, "first", "paper_only", "5");
    late.retain(|(name, _)| *name != "until");
    late.push(("until", "2026-06-28"));
    let came = town.send("吴敏", "/elections", &late).await;
    assert!(came.status == 422 && came.says("16 天"), "{}", came.text);
    assert_eq!(town.number("SELECT count(*) FROM property_vote"), 0, "nothing half is left");
    assert_eq!(town.get("马建军", "/elections/new").await.status, 404);
    let form = town.get("吴敏", "/elections/new").await;
    assert!(form.status == 200 && form.red() == 1 && form.says("不影响投票"), "{}", form.text);
}

#[tokio::test]
async fn only_owners_stand_and_only_who_wants_to() {
    let mut town = town().await;
    let url = called(&town).await;
    let (stand, list) = (format!("{url}/stand"), format!("{url}/candidates"));
    for who in ["魏红", "张玉兰"] {
        let came = town.get(who, &stand).await;
        assert!(came.status == 422 && came.says("候选人要是本小区的业主"), "{who}: {} {}", came.status, came.text);
    }
    let came = town.send("佟玉珍", &stand, &[]).await;
    assert!(came.status == 422 && came.says("要本人愿意"), "{}", came.text);
    assert_eq!(town.send("佟玉珍", &stand, &[("agrees", "yes")]).await.status, 303);
    let again = town.send("佟玉珍", &stand, &[("agrees", "yes")]).await;
    assert!(again.status == 422 && again.says("已经报过名了"), "{}", again.text);
    let public = town.get("", &list).await;
    assert!(public.says("现在报名的有 1 人") && !public.says("佟玉珍"), "no name before the list: {}", public.text);
    for (name, words) in [("魏红", "候选人要是本小区的业主"), ("顾建平", "有两位业主叫这个名字")]
    {
        let came = town.send("吴敏", &list, &[("how", "office"), ("name", name), ("agrees", "yes")]).await;
        assert!(came.status == 422 && came.says(words) && came.says(name), "{}", came.text);
    }
    let early = town.send("吴敏", &format!("{list}/post"), &[]).await;
    assert!(early.status == 422 && early.says("报名还没截止"), "{}", early.text);
    assert_eq!(town.send("佟玉珍", &format!("{stand}/withdraw"), &[]).await.status, 303);
    assert!(town.get("佟玉珍", &stand).await.says("本人不选了"));
    assert_eq!(town.send("佟玉珍", &stand, &[("agrees", "yes")]).await.status, 303, "and back again");
    town.pass(day("2026-06-26").at(10, 0));
    let late = town.send("康福", &stand, &[("agrees", "yes")]).await;
    assert!(late.status == 422 && late.says("报名已经截止了"), "{}", late.text);
    let waits = town.send("吴敏", &format!("{list}/post"), &[]).await;
    assert!(waits.status == 422 && waits.says("还有报名的人没查"), "{}", waits.text);
    let one = standing(&town).remove(0);
    let looked = [("candidate", one.as_str()), ("stands", "listed")];
    assert_eq!(town.send("周国栋", &format!("{list}/check"), &looked).await.status, 303);
    let few = town.send("周国栋", &format!("{list}/post"), &[]).await;
    assert!(few.status == 422 && few.says("比委员的位子少"), "{}", few.text);
    town.pass(day("2026-06-29").at(10, 0));
    let late = town.send("周国栋", &format!("{list}/post"), &[]).await;
    assert!(late.status == 422 && late.says("来不及了"), "{}", late.text);
    town.pass(opens());
    assert_eq!(town.vote(&url).state, State::Called, "without a list nobody votes");
    let came = town.send("周国栋", &format!("{url}/open"), &[]).await;
    assert!(came.status == 422 && came.says("名单还没公示"), "{}", came.text);
    verified(&town);
}

#[tokio::test]
async fn nobody_is_struck_off_behind_their_back_and_a_mistake_is_put_right() {
    let mut town = town().await;
    let url = called(&town).await;
    let (stand, list) = (format!("{url}/stand"), format!("{url}/candidates"));
    let check = format!("{list}/check");
    assert_eq!(town.send("佟玉珍", &stand, &[("agrees", "yes")]).await.status, 303);
    town.pass(day("2026-06-26").at(10, 0));
    let one = standing(&town).remove(0);
    let found = |stands: &'static str| [("candidate", one.clone()), ("stands", stands.to_owned())];
    let send = async |stands: &'static str| {
        let pairs = found(stands);
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(n, v)| (*n, v.as_str())).collect();
        town.send("吴敏", &check, &pairs).await
    };
    let told = || town.number("SELECT count(*) FROM outbox_message WHERE kind = 'property.candidate'");
    let wrong = send("not_owner").await;
    assert!(wrong.status == 422 && wrong.says("登记册上他就是本小区的业主"), "{} {}", wrong.status, wrong.text);
    assert_eq!((send("conflict").await.status, told()), (303, 1));
    assert!(town.get("吴敏", &list).await.says("查错了，列入名单"));
    assert_eq!((send("listed").await.status, told()), (303, 2), "put right, and she hears of it");
    assert_eq!((send("withdrawn").await.status, told()), (303, 3), "taken off, and she hears of it");
    let desk = send("listed").await;
    assert!(desk.status == 422 && desk.says("已经查过了"), "only her own word brings her back: {}", desk.text);
    let page = town.get("佟玉珍", &stand).await;
    assert!(page.says("不是我的意思，我还要选"), "{}", page.text);
    let came = town.send("佟玉珍", &format!("{stand}/withdraw"), &[("again", "yes")]).await;
    assert!(came.status == 303 && standing(&town) == [one.clone()], "{}", came.text);
    assert_eq!(town.send("佟玉珍", &format!("{stand}/withdraw"), &[]).await.status, 303);
    assert_eq!(told(), 3, "her own word she knows");
    verified(&town);
}

#[tokio::test]
async fn whoever_stands_keeps_away_from_papers_count_and_lists() {
    let mut town = town().await;
    let url = called(&town).await;
    // The worker owns a house here and stands.
    let open = town.called().await;
    put_up(&town, &url, town.map.person("吴敏"));
    let words = "您是这次的候选人";
    let list = format!("{url}/candidates");
    assert!(!town.get("吴敏", &list).await.says("顾建平"), "who stands sees no more than everybody");
    town.pass(day("2026-06-26").at(10, 0));
    for path in ["candidates/post", "off", "candidates"] {
        let pairs = [("how", "own"), ("name", "康福"), ("agrees", "yes"), ("reason", "停电")];
        let came = town.send("吴敏", &format!("{url}/{path}"), &pairs).await;
        assert!(came.says(words), "{path}: {} {}", came.status, came.text);
    }
    assert!(town.get("吴敏", &format!("{open}/desk")).await.status == 200, "other votes are another matter");
    for page in ["delivery", "proxies", "papers", "ballots", "tally"] {
        let came = town.get("吴敏", &format!("{url}/{page}")).await;
        assert!(came.status >= 400, "{page}: {}", came.status);
    }
    let tally = town.get("吴敏", &format!("{url}/tally")).await;
    assert!(tally.status == 403 && tally.says(words), "{}", tally.text);
    assert_eq!(town.get("周国栋", &format!("{url}/tally")).await.status, 200);
}

/// Everybody who sits, with the last day of each.
fn sitting(town: &Town) -> Vec<(String, Option<i64>)> {
    town.read(|r| {
        let sql = "SELECT id, until FROM register_seat WHERE title = '业委会委员' AND until > 21000 ORDER BY id";
        r.rows(sql, &[], |row| Ok((row.text(0)?, row.opt_int(1)?))).expect("read")
    })
}

fn turn(page: &Came) -> String {
    let found = page.text.split("name=\"candidate\" value=\"").nth(1).and_then(|s| s.split('"').next());
    found.unwrap_or_else(|| panic!("nobody's turn: {}", page.text)).to_owned()
}

#[tokio::test]
async fn an_empty_seat_goes_to_the_alternate_whose_turn_it_is_and_then_to_a_by_election() {
    let mut town = town().await;
    let url = called(&town).await;
    posted(&mut town, &url).await;
    town.pass(opens());
    for (n, no) in doors(&town).into_iter().take(15).enumerate() {
        let marks: Vec<&str> = (0..6).map(|c| if c == n % 6 { "no" } else { "yes" }).collect();
        assert_eq!(paper(&town, &url, no, &marks).await.status, 303);
    }
    town.pass(over());
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    let page = format!("{url}/seats");
    let vacant = format!("{page}/vacant");
    let nobody = [("seat", "018f0000-0000-7000-8000-000000000001"), ("why", "resigned"), ("day", "2026-07-23")];
    let early = town.send("吴敏", &vacant, &nobody).await;
    assert!(early.says("现在不在任"), "{} {}", early.status, early.text);
    assert_eq!(town.send("吴敏", &page, &[("since", "2026-07-24")]).await.status, 303);
    let all = sitting(&town);
    assert_eq!(all.len(), 5);
    town.pass(day("2026-09-01").at(10, 0));
    let full = town.get("吴敏", &page).await;
    assert!(full.says("现在的委员") && full.red() == 0 && !full.says("轮到候补"), "{}", full.text);
    let first = all[0].0.as_str();
    for (seat, why, on, says) in [
        (nobody[0].1, "resigned", "2026-08-31", "这个位子现在没有人"),
        (first, "resigned", "2026-09-02", "就任以后、今天以前"),
        (first, "resigned", "2026-07-23", "就任以后、今天以前"),
        (first, "", "2026-08-31", "选一项"),
    ] {
        let came = town.send("吴敏", &vacant, &[("seat", seat), ("why", why), ("day", on)]).await;
        assert!(came.status == 422 && came.says(says), "{on} {why}: {} {}", came.status, came.text);
    }
    assert!([403, 404].contains(&town.send("马建军", &vacant, &nobody).await.status));
    let candidate = town.read(|r| r.row("SELECT act FROM property_candidate", &[], |row| row.text(0)).expect("read"));
    let alternate = format!("{page}/alternate");
    let none = town.send("吴敏", &alternate, &[("candidate", &candidate.expect("one")), ("agrees", "yes")]).await;
    assert!(none.says("没有位子空着"), "{}", none.text);
    let gone = [("seat", first), ("why", "resigned"), ("day", "2026-08-31")];
    assert_eq!(town.send("吴敏", &vacant, &gone).await.status, 303);
    let empty = town.get("吴敏", &page).await;
    assert!(empty.says("做到 2026 年 8 月 31 日：本人辞职") && empty.says("轮到候补"), "{}", empty.text);
    assert!(town.get("", &format!("{url}/candidates")).await.says("空出来的位子"));
    let wrong = town.send("吴敏", &alternate, &[("candidate", nobody[0].1), ("agrees", "yes")]).await;
    assert!(wrong.says("还没轮到"), "{}", wrong.text);
    let whose = turn(&empty);
    let up = town.send("吴敏", &alternate, &[("candidate", &whose), ("agrees", "yes")]).await;
    assert_eq!(up.status, 303, "{}", up.text);
    assert_eq!(sitting(&town).len(), 5, "until the end of the same term");
    assert_eq!(town.number("SELECT count(*) FROM property_vacancy WHERE filled IS NULL"), 0);
    // A second one goes, and no alternate is left.
    let second = [("seat", all[1].0.as_str()), ("why", "other"), ("day", "2026-09-01")];
    assert_eq!(town.send("吴敏", &vacant, &second).await.status, 303);
    let left = town.get("吴敏", &page).await;
    assert!(left.says("没有可以递补的候补了") && left.says("kind=by"), "{}", left.text);
    by_election(&mut town, &url).await;
    verified(&town);
}

/// One seat is elected anew, and ends with the others.
async fn by_election(town: &mut Town, before: &str) {
    let area = town.map.area(YARD).to_string();
    assert!(town.get("吴敏", &format!("/elections/new?area={area}&kind=by")).await.says("补选空出来的位子"));
    let dated = |seats: &'static str| {
        let mut all = calling(&area, "by", "allowed", seats);
        let days = [("until", "2026-09-08"), ("opens", "2026-09-25"), ("closes", "2026-09-30")];
        all.retain(|(name, _)| !days.iter().any(|(day, _)| day == name) && *name != "alternates");
        [&all[..], &days, &[("alternates", "0")]].concat()
    };
    let many = town.send("吴敏", "/elections", &dated("2")).await;
    assert!(many.status == 422 && many.says("不能比空出来的位子多"), "{}", many.text);
    let came = town.send("吴敏", "/elections", &dated("1")).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let url = came.header("location").split("/candidates").next().unwrap_or_default().to_owned();
    put_up(town, &url, others(town, 9)[8]);
    town.pass(day("2026-09-09").at(10, 0));
    let one = standing(town).remove(0);
    let looked = [("candidate", one.as_str()), ("stands", "listed")];
    assert_eq!(town.send("吴敏", &format!("{url}/candidates/check"), &looked).await.status, 303);
    assert_eq!(town.send("吴敏", &format!("{url}/candidates/post"), &[]).await.status, 303);
    assert!(town.get("", &format!("{url}/candidates")).await.says("到这一届期满"));
    town.pass(day("2026-09-25").at(9, 0));
    let numbers = town.read({
        let id = id(&url);
        move |r| {
            let sql = "SELECT no FROM property_roll_unit WHERE vote = $1 AND nth = 1 ORDER BY sort";
            r.rows(sql, lianxin_store::params![id], |row| row.int(0)).expect("read")
        }
    });
    for no in numbers.into_iter().take(15) {
        assert_eq!(paper(town, &url, no, &["yes"]).await.status, 303);
    }
    town.pass(day("2026-09-30").at(18, 0));
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    let seats = format!("{url}/seats");
    let came = town.send("吴敏", &seats, &[("since", "2026-09-30")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let all = sitting(town);
    assert!(all.len() == 5 && all.iter().all(|(_, until)| *until == all[0].1), "{all:?}");
    assert_eq!(town.number("SELECT count(*) FROM property_vacancy WHERE filled IS NULL"), 0);
    assert!(!town.get("", &format!("{before}/candidates")).await.says("空出来的位子"));
    crate::handing::changes_filed(town, before, &url).await;
}
