//! 议事会: called, held, written down, objected to, final; and what goes wrong on the way.

use crate::house::{Came, FURONGLI, Told, Town, at, town};
use lianxin_base::{ActId, Day, HOUR, MINUTE, Moment, Refuse as _};
use lianxin_council::course::Author;
use lianxin_council::meeting::{NewName, Refusal, Whoever, attend, copied, store};
use lianxin_council::rules::See;
use lianxin_gate::Scope;
use lianxin_journal::By;
use lianxin_store::{Stop, Tx};
use lianxin_work::Runner;

/// The evening of the tests: a Thursday a week later, 19:00 to 21:00.
pub(crate) fn evening() -> Moment {
    day("2026-06-25").at(19, 0)
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// Fills in a form of a page and sends it there.
pub(crate) async fn sent(town: &Town, who: &str, page: &str, action: &str, pairs: &[(&str, &str)]) -> Came {
    let came = town.get(who, page).await;
    assert_eq!(came.status, 200, "{page}: {}", came.text);
    let token = came.hidden(action, "token");
    let all: Vec<_> = [("token", token.as_str())].into_iter().chain(pairs.iter().copied()).collect();
    town.post(who, action, &all).await
}

/// What a call of the tests says, with the id of the compound and of a matter.
fn calling<'a>(area: &'a str, matter: &'a str) -> Vec<(&'a str, &'a str)> {
    let what =
        [("area", area), ("matter", matter), ("day", "2026-06-25"), ("time", "19:00"), ("where", "党群服务中心")];
    what.into_iter().chain([("hours", "2"), ("days", "3"), ("words", "")]).filter(|(_, v)| *v != "none").collect()
}

/// A matter that is talked over and that everybody may read.
async fn talked(town: &Town) -> String {
    let no = town.at_step("deliberate", "");
    let show = [("title", "楼道灯不亮"), ("words", "有几层的灯不亮"), ("show", "yes")];
    let came = town.send("吴敏", &no, "publication", &show).await;
    assert_eq!(came.status, 303, "{}", came.text);
    no
}

/// A council about such a matter: its address and the matter's number.
pub(crate) async fn called(town: &Town) -> (String, String) {
    let no = talked(town).await;
    let (area, matter) = (town.map.area("芙蓉里").to_string(), town.matter(&no).id.to_string());
    let owners = town.map.org("芙蓉里业委会").to_string();
    let mut pairs = calling(&area, &matter);
    pairs.push(("invite", &owners));
    let page = format!("/meetings/new?area={area}");
    let came = sent(town, "吴敏", &page, "/meetings", &pairs).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let to = came.header("location").split('?').next().unwrap_or_default().to_owned();
    (to, no)
}

pub(crate) fn id(url: &str) -> ActId {
    url.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an address")
}

pub(crate) fn read<T: Send + 'static>(
    town: &Town,
    f: impl Fn(&mut lianxin_store::Read<'_>) -> T + Send + Sync + 'static,
) -> T {
    let db = town.db.clone();
    std::thread::scope(|s| s.spawn(move || db.read_wait(move |r| Ok(f(r)))).join()).expect("ran").expect("read")
}

pub(crate) fn meeting(town: &Town, url: &str) -> store::Meeting {
    let id = id(url);
    read(town, move |r| store::one(r, id).expect("read").expect("it is there"))
}

/// A resident does something.
pub(crate) fn resident(
    town: &Town,
    who: &str,
    f: impl Fn(&mut Tx<'_>, &Author, &Whoever) -> Result<lianxin_journal::Receipt, Stop> + Send + Sync + 'static,
) -> Result<(), &'static str> {
    let person = town.map.person(who);
    let act = ActId::new(town.db.chance(), town.now());
    let author = Author { act, by: By::Person(person), token: None, scope: Scope::Own(person) };
    let who = Whoever { person, orgs: Vec::new() };
    let (db, area) = (town.db.clone(), town.map.area("芙蓉里"));
    let done = std::thread::scope(|s| s.spawn(move || db.act_wait(area, move |tx| f(tx, &author, &who))).join());
    done.expect("ran").map(|_| ()).map_err(|stop| stop.code())
}

/// Lets time pass and runs what fell due.
pub(crate) fn pass(town: &Town, to: Moment) {
    town.db.clock().set(to);
    let run = || {
        let runner = Runner::new(town.db.clone(), lianxin_council::timers());
        runner.on_trouble(|t| panic!("a timer failed: {t:?}")).run_due().expect("ran");
    };
    std::thread::scope(|s| s.spawn(run).join()).expect("ran");
}

/// How many messages of a kind were written.
pub(crate) fn told(town: &Town, kind: &'static str) -> i64 {
    let sql = "SELECT count(*) FROM outbox_message WHERE kind = $1";
    read(town, move |r| r.row(sql, lianxin_store::params![kind], |row| row.int(0)).expect("read").expect("a count"))
}

#[tokio::test]
async fn a_party_calls_a_council_and_everybody_concerned_hears_of_it() {
    let town = town().await;
    let (url, no) = called(&town).await;
    let page = town.get("", &url).await;
    for words in ["6 月 25 日（周四）19:00 到 21:00", "党群服务中心", "芙蓉社区居委会", "芙蓉里业委会", "等着开", &no]
    {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert!(!page.says("张玉兰") && page.red() == 0, "nobody's name, nothing to do for a stranger");
    assert_eq!((told(&town, "council.meeting_called"), told(&town, "council.talk")), (1, 1));
    let matter = town.get("", &lianxin_council::pages::url(&no)).await;
    assert!(matter.says("在党群服务中心商量这件事") && matter.says(&url), "{}", matter.text);
    assert!(town.get("吴敏", &at(&no)).await.says(&url), "at the desk, too");
    let list = town.get("", "/meetings?area=芙蓉里").await;
    assert!(list.says(&url), "{}", list.text);
    assert!(town.english("", &url).await.says("everybody who lives"));
    // It is on one agenda only, and no longer suggested.
    let area = town.map.area("芙蓉里").to_string();
    let matter = town.matter(&no).id.to_string();
    let came = sent(&town, "吴敏", "/meetings/new", "/meetings", &calling(&area, &matter)).await;
    assert!(came.status == 422 && came.says("已经上了另一次议事会"), "{}", came.text);
    assert!(!town.get("吴敏", &format!("/meetings/new?area={area}")).await.says(&matter));
}

#[tokio::test]
async fn what_is_wrong_with_a_call_is_said_at_its_question_and_nothing_typed_is_lost() {
    let town = town().await;
    let no = talked(&town).await;
    let (area, matter) = (town.map.area("芙蓉里").to_string(), town.matter(&no).id.to_string());
    let kept = town.matter(&town.at_step("deliberate", "")).id.to_string();
    let page = town.get("吴敏", &format!("/meetings/new?area={area}")).await;
    assert!(page.says(&matter) && !page.says(&kept), "what is not published is not suggested");
    let looked = town.matter(&town.report("路灯", &FURONGLI)).id.to_string();
    let stranger = town.map.org("红都社区物业公司").to_string();
    let good = calling(&area, &matter);
    let with = |name: &'static str, value: &str| -> Vec<(String, String)> {
        let other = good.iter().filter(|(n, _)| *n != name).map(|(n, v)| ((*n).to_owned(), (*v).to_owned()));
        other.chain([(name.to_owned(), value.to_owned())]).collect()
    };
    for (pairs, code) in [
        (with("time", "晚上"), Refusal::NoTime),
        (with("where", ""), Refusal::NoPlace),
        (with("day", "2026-06-18"), Refusal::Past),
        (with("day", "2026-09-18"), Refusal::Far),
        (with("days", "1"), Refusal::NoTerm),
        (with("hours", "12"), Refusal::NoTerm),
        (with("matter", &looked), Refusal::NotTalked),
        (with("matter", "sparrow"), Refusal::NotTalked),
        (with("matter", &kept), Refusal::NotShown),
        (with("invite", &stranger), Refusal::NotInvitable),
    ] {
        let pairs: Vec<(String, String)> = if code == Refusal::Past {
            pairs.into_iter().map(|(n, v)| if n == "time" { (n, "9:00".into()) } else { (n, v) }).collect()
        } else {
            pairs
        };
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let came = sent(&town, "吴敏", &format!("/meetings/new?area={area}"), "/meetings", &pairs).await;
        assert!(came.status == 422 && came.says(&code.say(lianxin_base::Lang::Zh)), "{code:?}: {}", came.text);
        if code != Refusal::NoPlace {
            assert!(came.says("党群服务中心"), "{code:?}: what was typed is still there");
        }
        assert_eq!(came.red(), 1, "{code:?}");
    }
    let none: Vec<_> = good.iter().copied().filter(|(n, _)| *n != "matter").collect();
    let came = sent(&town, "吴敏", &format!("/meetings/new?area={area}"), "/meetings", &none).await;
    assert!(came.status == 422 && came.says("还没选商量哪件事"), "{}", came.text);
    assert!(town.matter(&no).ended_at.is_none() && told(&town, "council.meeting_called") == 0);
}

#[tokio::test]
async fn where_there_is_no_committee_and_no_company_the_community_calls() {
    let town = town().await;
    let area = town.map.area("铁东 12 号院").to_string();
    let pairs = [("area", area.as_str()), ("day", "2026-06-25"), ("time", "19:00"), ("where", "东排院里")];
    let more = [("hours", "1"), ("days", "3"), ("words", "胡同口的垃圾点怎么办")];
    let pairs: Vec<_> = pairs.into_iter().chain(more).collect();
    let page = town.get("周国栋", &format!("/meetings/new?area={area}")).await;
    assert!(page.says("现在没有在商量的事") && !page.says("业委会</"), "{}", page.text);
    let came = sent(&town, "周国栋", &format!("/meetings/new?area={area}"), "/meetings", &pairs).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let page = town.get("", came.header("location")).await;
    assert!(page.says("胡同口的垃圾点怎么办") && page.says("芙蓉社区党委"), "{}", page.text);
    // The company of the other compounds is none of the parties here; a department is none anywhere.
    let token = town.token("马建军").await;
    let with: Vec<_> = [("token", token.as_str())].into_iter().chain(pairs.iter().copied()).collect();
    let came = town.post("马建军", "/meetings", &with).await;
    assert!(came.status == 403 && came.says("不是这个小区的一方"), "{} {}", came.status, came.text);
    assert_eq!(town.get("何芳", "/meetings/new").await.status, 403);
    assert_eq!(town.get("高远", "/meetings/new").await.status, 404, "who may not call one at all");
}

#[tokio::test]
async fn the_number_on_the_screen_lets_in_who_is_in_the_room() {
    let mut town = town().await;
    let (url, _) = called(&town).await;
    let here = format!("{url}/here");
    town.later(evening().plus(-31 * MINUTE), &["吴敏", "刘志强", "马建军", "周国栋", "何芳"]);
    assert!(town.get("吴敏", &format!("{url}/screen")).await.says("现在不是签到的时候"));
    assert!(town.get("刘志强", &here).await.says("现在不是签到的时候"));
    town.db.clock().set(evening().plus(-20 * MINUTE));
    let screen = town.get("吴敏", &format!("{url}/screen")).await;
    assert!(screen.says("<svg class=\"qr\"") && !screen.header("refresh").is_empty(), "{}", screen.text);
    let number = screen.text.split("class=\"no num\">").nth(1).and_then(|s| s.get(..6)).expect("six digits").to_owned();
    assert_eq!(town.get("马建军", &format!("{url}/screen")).await.status, 404, "who does not run it has no screen");
    // One that is not there, then the right one; the page that was opened by the code has it filled in.
    let wrong = if number == "000000" { "000001" } else { "000000" };
    let came = sent(&town, "刘志强", &here, &here, &[("code", wrong)]).await;
    assert!(came.status == 422 && came.says("已经换了") && came.says(wrong), "{}", came.text);
    let page = town.get("刘志强", &format!("{here}?code={number}")).await;
    assert!(page.says(&number) && page.red() == 1, "{}", page.text);
    let came = sent(&town, "刘志强", &here, &here, &[("code", &number)]).await;
    assert!(came.status == 303 && came.header("location").ends_with("said=here"), "{}", came.text);
    assert!(town.get("刘志强", came.header("location")).await.says("名单上有您"));
    let page = town.get("", &url).await;
    assert!(page.says("芙蓉里业委会 1 人") && !page.says("刘志强"), "{}", page.text);
    // A minute later it still works; after another, a picture of it that went home is worth nothing.
    town.db.clock().set(town.now().plus(2 * MINUTE));
    let came = sent(&town, "周国栋", &here, &here, &[("code", &number)]).await;
    assert!(came.status == 422 && came.says("已经换了"), "{}", came.text);
    // Who is neither invited nor lives there is not let in, whatever they type.
    let screen = town.get("吴敏", &format!("{url}/screen")).await;
    let number = screen.text.split("class=\"no num\">").nth(1).and_then(|s| s.get(..6)).expect("six digits").to_owned();
    assert_eq!(town.get("何芳", &here).await.status, 403);
    let token = town.token("何芳").await;
    let came = town.post("何芳", &here, &[("token", &token), ("code", &number)]).await;
    assert_eq!(came.status, 403, "{}", came.text);
    // At the very end the door is open, and shut after it.
    let (meeting, ends) = (id(&url), evening().plus(2 * HOUR));
    town.db.clock().set(ends);
    assert_eq!(resident(&town, "张玉兰", move |tx, a, who| attend(tx, a, meeting, who)), Ok(()));
    assert_eq!(resident(&town, "张玉兰", move |tx, a, who| attend(tx, a, meeting, who)), Err(Refusal::Already.code()));
    assert_eq!(resident(&town, "罗娜", move |tx, a, who| attend(tx, a, meeting, who)), Err(Refusal::NotHere.code()));
    town.db.clock().set(ends.plus(1));
    assert_eq!(resident(&town, "孙立", move |tx, a, who| attend(tx, a, meeting, who)), Err(Refusal::Shut.code()));
}

#[tokio::test]
async fn a_right_number_after_too_many_wrong_ones_is_no_good() {
    let mut town = town().await;
    let (url, _) = called(&town).await;
    let here = format!("{url}/here");
    town.later(evening(), &["吴敏", "刘志强", "周国栋"]);
    let screen = town.get("吴敏", &format!("{url}/screen")).await;
    let number = screen.text.split("class=\"no num\">").nth(1).and_then(|s| s.get(..6)).expect("six digits").to_owned();
    let wrong = if number == "000000" { "000001" } else { "000000" };
    let mut tries = 0;
    while sent(&town, "刘志强", &here, &here, &[("code", wrong)]).await.status == 422 {
        tries += 1;
        assert!(tries < 20, "nobody may try for ever");
    }
    let came = sent(&town, "刘志强", &here, &here, &[("code", &number)]).await;
    assert_eq!(came.status, 429, "{}", came.text);
    let came = sent(&town, "周国栋", &here, &here, &[("code", &number)]).await;
    assert_eq!(came.status, 303, "who sits beside him comes in: {}", came.text);
}

#[tokio::test]
async fn the_list_goes_on_where_its_page_ended() {
    let town = town().await;
    let (first, _) = called(&town).await;
    let (second, _) = called(&town).await;
    let list = town.get("", "/meetings?area=芙蓉里").await;
    assert!(list.says(&first) && list.says(&second), "{}", list.text);
    let (newer, older) = if id(&first) > id(&second) { (&first, &second) } else { (&second, &first) };
    let rest = town.get("", &format!("/meetings?area=芙蓉里&after={}", id(newer))).await;
    assert!(!rest.says(newer) && rest.says(older), "{}", rest.text);
    let rest = town.get("", &format!("/meetings?area=芙蓉里&after={}", id(older))).await;
    assert!(!rest.says(newer) && !rest.says(older), "{}", rest.text);
}

#[tokio::test]
async fn the_sheet_is_copied_and_who_was_not_there_is_struck() {
    let mut town = town().await;
    let (url, _) = called(&town).await;
    let desk = format!("{url}/desk");
    assert!(!town.get("吴敏", &desk).await.has_form("/sheet"), "nobody has signed before it begins");
    let token = town.get("吴敏", &desk).await.hidden("/cancel", "token");
    let early =
        town.post("吴敏", &format!("{url}/sheet"), &[("token", &token), ("names", "冯德山"), ("side", "")]).await;
    assert!(early.status == 422 && early.says("会还没开"), "{}", early.text);
    town.later(evening().plus(HOUR), &["吴敏", "周国栋", "马建军"]);
    let sheet = format!("{url}/sheet");
    let owners = town.map.org("芙蓉里业委会").to_string();
    let company = town.map.org("红星物业").to_string();
    for (names, side, status, says) in [
        ("冯德山\n田守义\n\n外来的老王", "", 303, ""),
        ("田守义", "", 422, "名单上已经有了"),
        ("外来的老李\n外来的老李", "", 303, ""),
        ("刘志强", &*owners, 303, ""),
        ("", "", 422, "还没写名字"),
        ("马建军", &*company, 422, "这家单位没请来"),
        (&*"长".repeat(21), "", 422, "一行写一个名字"),
    ] {
        let came = sent(&town, "吴敏", &desk, &sheet, &[("names", names), ("side", side)]).await;
        assert!(came.status == status && came.says(says), "{names} {side}: {} {}", came.status, came.text);
        town.db.clock().set(town.now().plus(MINUTE));
    }
    let page = town.get("吴敏", &desk).await;
    for words in ["冯德山", "外来的老王", "外来的老李", "5 人", "签名单"] {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    let element = meeting(&town, &url).element();
    let part = town.fragment("吴敏", &desk, &element).await;
    assert!(part.text.starts_with("<section") && part.says("冯德山") && !part.says("<form"), "{}", part.text);
    // Struck with a reason, once; and back by the signature.
    let link = page.text.split("?strike=").nth(1).and_then(|s| s.split('#').next()).expect("a link").to_owned();
    let form = format!("{desk}?strike={link}");
    let strike = format!("{url}/strike");
    let came = sent(&town, "吴敏", &form, &strike, &[("attendance", &link), ("reason", "")]).await;
    assert!(came.status == 422 && came.says("请写一句为什么"), "{}", came.text);
    let came = sent(&town, "吴敏", &form, &strike, &[("attendance", &link), ("reason", "人没来，是照片")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert!(town.get("吴敏", &desk).await.says("划掉了：人没来，是照片"));
    let came = sent(&town, "吴敏", &desk, &sheet, &[("names", "冯德山\n田守义\n外来的老王"), ("side", "")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let token = town.token("吴敏").await;
    let again = [("token", token.as_str()), ("attendance", &link), ("reason", "再划")];
    let came = town.post("吴敏", &strike, &again).await;
    assert!(came.status == 422 && came.says("已经划掉了"), "{} {}", came.status, came.text);
    // Only who runs it: the convener and the community; the company that came does not exist here.
    let token = town.token("马建军").await;
    assert_eq!(town.post("马建军", &strike, &[("token", &token), ("attendance", &link)]).await.status, 404);
    assert_eq!(town.get("周国栋", &desk).await.status, 200, "the secretary looks after every council");
    let (meeting, area) = (id(&url), town.map.area("芙蓉里"));
    let other = town.map.area("和平里");
    for (what, who, scope, want) in [
        ("another party", "刘志强", Scope::Everything, Err(Refusal::NotRunner.code())),
        (
            "a seat that looks after another compound",
            "吴敏",
            Scope::Areas([other].into()),
            Err(Refusal::NotRunner.code()),
        ),
        ("whose scope has ended", "吴敏", Scope::Public, Err(Refusal::NotRunner.code())),
        ("the convener", "吴敏", Scope::Areas([area].into()), Ok(())),
    ] {
        let names = vec![NewName { act: ActId::new(town.db.chance(), town.now()), person: None, name: "谁".into() }];
        let author = Author { act: names[0].act, by: town.map.author(who).0, token: None, scope };
        let db = town.db.clone();
        let run = move || db.act_wait(area, move |tx| copied(tx, &author, meeting, None, &names));
        let done = std::thread::scope(|s| s.spawn(run).join()).expect("ran");
        assert_eq!(done.map(|_| ()).map_err(|stop| stop.code()), want, "{what}");
    }
}

#[tokio::test]
async fn a_name_on_the_sheet_means_who_signed_and_who_was_struck_comes_back_by_it() {
    let mut town = town().await;
    let (url, _) = called(&town).await;
    let (desk, sheet) = (format!("{url}/desk"), format!("{url}/sheet"));
    let owners = town.map.org("芙蓉里业委会").to_string();
    town.later(evening().plus(HOUR), &["吴敏"]);
    for (names, side) in [("田守义", ""), ("田守义\n刘志强", &*owners)] {
        let came = sent(&town, "吴敏", &desk, &sheet, &[("names", names), ("side", side)]).await;
        assert_eq!(came.status, 303, "{}", came.text);
        town.db.clock().set(town.now().plus(MINUTE));
    }
    let (meeting, tian) = (id(&url), town.map.person("田守义"));
    let present = move |town: &Town| read(town, move |r| store::present(r, meeting).expect("read"));
    let all = present(&town);
    let signed: Vec<_> = all.iter().map(|p| (p.org.is_some(), p.person == Some(tian), p.name.as_deref())).collect();
    let liu = all.iter().any(|p| p.person == Some(town.map.person("刘志强")) && p.org.is_some());
    assert!(
        signed.contains(&(false, true, None)) && signed.contains(&(true, false, Some("田守义"))) && liu,
        "{signed:?}"
    );
    let line = all.iter().find(|p| p.person == Some(tian)).expect("his line").act.to_string();
    let form = format!("{desk}?strike={line}");
    let strike = format!("{url}/strike");
    let came = sent(&town, "吴敏", &form, &strike, &[("attendance", &line), ("reason", "人没来")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let comes = |town: &Town| resident(town, "田守义", move |tx, a, who| attend(tx, a, meeting, who));
    assert_eq!(comes(&town), Err(Refusal::WasStruck.code()));
    town.db.clock().set(town.now().plus(MINUTE));
    let came = sent(&town, "吴敏", &desk, &sheet, &[("names", "田守义"), ("side", "")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert_eq!(comes(&town), Err(Refusal::Already.code()), "he is on the list again");
    assert_eq!(read(&town, move |r| store::came(r, meeting).expect("read")), 3);
}

#[tokio::test]
async fn it_is_called_off_with_a_reason_as_long_as_there_are_no_minutes() {
    let mut town = town().await;
    let (url, no) = called(&town).await;
    let (desk, cancel) = (format!("{url}/desk"), format!("{url}/cancel"));
    let came = sent(&town, "周国栋", &desk, &cancel, &[("reason", "")]).await;
    assert!(came.status == 422 && came.says("请写一句为什么"), "{}", came.text);
    let page = town.get("吴敏", &desk).await;
    let token = page.hidden(&cancel, "token");
    let came = sent(&town, "周国栋", &desk, &cancel, &[("reason", "那天停电")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let public = town.get("", came.header("location")).await;
    assert!(public.says("这次不开了：那天停电"), "{}", public.text);
    assert_eq!((told(&town, "council.meeting_off"), told(&town, "council.talk_off")), (2, 1));
    let came = town.post("吴敏", &cancel, &[("token", &token), ("reason", "我也不开")]).await;
    assert!(came.status == 422 && came.says("这次议事会不开了"), "{}", came.text);
    let token = town.token("吴敏").await;
    let late = town.post("吴敏", &format!("{url}/minutes"), &[("token", &token), ("words", "开了")]).await;
    assert_eq!(late.status, 422, "{}", late.text);
    assert!(!town.get("", &lianxin_council::pages::url(&no)).await.says(&url), "the matter may be called again");
    // The power fails, nobody comes: it was not held, and its matter may be talked over another time.
    let (second, no) = called(&town).await;
    town.later(evening().plus(MINUTE), &["吴敏"]);
    let desk = format!("{second}/desk");
    assert!(town.get("吴敏", &desk).await.says("没开成"));
    let came = sent(&town, "吴敏", &desk, &format!("{second}/cancel"), &[("reason", "停电，没开成")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert!(!town.get("", &lianxin_council::pages::url(&no)).await.says(&second));
}

#[tokio::test]
async fn what_is_printed_has_the_agenda_and_no_number_to_sign_in_with() {
    let town = town().await;
    let other = Told { by: None, area: "和平里", see: See::Parties };
    town.report("别处的事", &other);
    let (url, no) = called(&town).await;
    let sheet = town.get("吴敏", &format!("{url}/paper")).await;
    assert!(sheet.status == 200 && sheet.says(&no) && sheet.says("签名") && !sheet.says("别处的事"), "{}", sheet.text);
    let poster = town.get("吴敏", &format!("{url}/door")).await;
    assert!(poster.status == 200 && poster.says("<svg class=\"qr\"") && poster.says("请您来商量"), "{}", poster.text);
    assert!(!poster.says("/here"), "the poster leads to the page, not to the list");
    for page in ["paper", "door", "desk", "minutes", "screen"] {
        assert_eq!(town.get("马建军", &format!("{url}/{page}")).await.status, 404, "{page}");
        assert_eq!(town.get("何芳", &format!("{url}/{page}")).await.status, 404, "{page}");
        assert!(town.english("吴敏", &format!("{url}/{page}")).await.status == 200, "{page}");
    }
    let nowhere = ActId::new(town.db.chance(), town.now());
    for page in ["", "/here", "/objection", "/desk"] {
        assert_eq!(town.get("吴敏", &format!("/meetings/{nowhere}{page}")).await.status, 404, "{page}");
    }
}
