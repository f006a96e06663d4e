//! What is asked of everybody: who asks, who answers, what goes wrong, what is shown.

use crate::house::{Came, Town, at, town};
use crate::meeting::{pass, read, resident, sent, told};
use crate::photos::findings;
use lianxin_base::{ActId, AreaId, DAY, MINUTE, Moment};
use lianxin_council::course::Author;
use lianxin_council::poll::store::{State, counts, of_matter};
use lianxin_council::poll::{NewAnswer, answer};
use lianxin_council::store::public_by_no;
use lianxin_journal::{Erasure, Finding, Forget, Kind, erase, verify};
use lianxin_store::{Fault, Tx};

/// What the council forgets with a text.
pub(crate) struct Rooms;

impl Forget for Rooms {
    fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
        lianxin_council::forget::forget(tx, act, field)
    }
}

/// A matter that is talked over and shown.
async fn talked(town: &Town) -> String {
    let no = town.at_step("deliberate", "");
    let show = [("title", "楼道灯不亮"), ("words", "灯不亮"), ("show", "yes")];
    assert_eq!(town.send("吴敏", &no, "publication", &show).await.status, 303);
    no
}

fn here(no: &str) -> String {
    format!("{}/poll", at(no))
}

/// The last moment of the tests' poll: a Monday.
fn until() -> Moment {
    crate::meeting::day("2026-06-22").at(20, 0)
}

const GOOD: [(&str, &str); 4] =
    [("ask", "换哪种灯？"), ("choice1", "感应灯"), ("choice2", "声控灯"), ("day", "2026-06-22")];

async fn asks(town: &Town, who: &str, no: &str, pairs: &[(&str, &str)]) -> Came {
    let page = here(no);
    let token = town.get(who, &page).await.hidden("/settings/lang", "token");
    let all = [&[("token", token.as_str()), ("do", "ask")], pairs].concat();
    town.post(who, &page, &all).await
}

/// The newest poll of a matter.
fn newest(town: &Town, no: &str) -> lianxin_council::poll::store::Poll {
    let no = no.to_owned();
    let find = move |r: &mut lianxin_store::Read<'_>| {
        let m = public_by_no(r, &no).expect("read").expect("a matter");
        of_matter(r, m.id).expect("read").pop().expect("a poll")
    };
    read(town, find)
}

/// A resident answers; the code of a refusal.
fn answers(town: &Town, who: &str, no: &str, poll: ActId, chosen: i64) -> Result<(), &'static str> {
    let (no, person) = (no.to_owned(), town.map.person(who));
    resident(town, who, move |tx, author: &Author, _| {
        answer(tx, author, &NewAnswer { no: no.clone(), poll, person, chosen, how: None })
    })
}

#[tokio::test]
async fn a_party_asks_and_every_household_answers_once() {
    let town = town().await;
    let no = talked(&town).await;
    let public = lianxin_council::pages::url(&no);
    let desk = town.get("马建军", &at(&no)).await;
    assert!(desk.says(&here(&no)) && desk.red() <= 1, "{}", desk.text);
    let came = asks(&town, "马建军", &no, &GOOD).await;
    assert_eq!(
        (came.status, came.header("location")),
        (303, format!("{}?said=ask", here(&no)).as_str()),
        "{}",
        came.text
    );
    let page = town.get("马建军", came.header("location")).await;
    assert!(page.says("问出去了") && page.says("6 月 22 日") && !page.says("value=\"answer\""), "{}", page.text);
    assert!(town.get("吴敏", &here(&no)).await.red() == 1, "a worker may write a household's answer down");
    assert_eq!(told(&town, "council.poll_asked"), 1, "who brought it in hears of it");
    let anyone = town.get("", &public).await;
    for words in ["换哪种灯？", "感应灯", "声控灯", "红星物业问的", "不算表决", "还不到 5 户", "问问大家：换哪种灯？"]
    {
        assert!(anyone.says(words), "{words}: {}", anyone.text);
    }
    assert!(town.english("", &public).await.says("no vote"));
    let neighbour = town.get("孙立", &public).await;
    assert!(neighbour.red() <= 1, "one red button a page: {}", neighbour.text);

    let poll = newest(&town, &no).id;
    for (who, chosen, want) in [
        ("孙立", 1, Ok(())),
        ("孙立", 1, Err("council.poll_already")),
        ("姜敏", 2, Ok(())), // of the same flat: the household's answer is changed
        ("张玉兰", 2, Ok(())),
        ("陈晓梅", 0, Err("council.poll_no_choice")),
        ("陈晓梅", 3, Err("council.poll_no_choice")),
        ("陈晓梅", 1, Ok(())),
        ("任桂香", 1, Err("council.poll_not_here")),
        ("白露", 2, Ok(())),
    ] {
        assert_eq!(answers(&town, who, &no, poll, chosen), want, "{who} {chosen}");
    }
    assert!(town.get("", &public).await.says("还不到 5 户"), "four households");
    assert_eq!(answers(&town, "杨帆", &no, poll, 2), Ok(()));
    let open = town.get("", &public).await;
    assert!(open.says("已经有 5 户回答") && !open.says("<td>声控灯"), "what was chosen waits: {}", open.text);
    pass(&town, until().plus(-MINUTE));
    assert_eq!(newest(&town, &no).state, State::Open);
    assert_eq!(answers(&town, "韩磊", &no, poll, 1), Ok(()), "the last minute");
    town.db.clock().set(until());
    assert_eq!(
        answers(&town, "郑文", &no, poll, 1),
        Err("council.poll_over"),
        "the last hour, whether it is counted or not"
    );
    pass(&town, until());
    let closed = newest(&town, &no);
    assert_eq!((closed.state, closed.homes), (State::Closed, Some(6)));
    assert_eq!(read(&town, move |r| counts(r, poll).expect("read")), [2, 4]);
    assert_eq!((told(&town, "council.poll_done"), told(&town, "council.poll_told")), (1, 1));
    let page = town.get("", &public).await;
    assert!(page.says("6 月 22 日收完，6 户回答") && page.says("<td>声控灯</td>"), "{}", page.text);
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn of_four_households_nothing_is_shown_and_an_erased_answer_is_none() {
    let town = town().await;
    let no = talked(&town).await;
    assert_eq!(asks(&town, "吴敏", &no, &GOOD).await.status, 303);
    let poll = newest(&town, &no).id;
    for who in ["孙立", "姜敏", "张玉兰", "陈晓梅", "白露", "杨帆"] {
        let chosen = if who == "姜敏" { 2 } else { 1 };
        assert_eq!(answers(&town, who, &no, poll, chosen), Ok(()), "{who}");
    }
    let whole = "SELECT act FROM council_poll_answer WHERE counts = 1 ORDER BY at DESC, act DESC LIMIT 1";
    let last: ActId = read(&town, move |r| r.row(whole, &[], |row| row.id(0)).expect("read").expect("an answer"));
    // What a household had said first goes too: it counted no more.
    let first = "SELECT act FROM council_poll_answer WHERE counts = 0";
    let first: ActId = read(&town, move |r| r.row(first, &[], |row| row.id(0)).expect("read").expect("an answer"));
    town.act("吴敏", move |tx, _, author| {
        let texts = [(last, "chosen".to_owned()), (last, "voter".to_owned()), (first, "household".to_owned())];
        let head = author.head(AreaId::from_bytes([0; 16]));
        Ok(erase::<Rooms>(tx, head, &texts)?.expect("something was erased"))
    });
    pass(&town, until());
    let page = town.get("", &lianxin_council::pages::url(&no)).await;
    assert!(page.says("回答的不到 5 户，选了什么不公布") && !page.says("<td>感应灯"), "{}", page.text);
    assert_eq!(newest(&town, &no).homes, None);
    let body = "SELECT body FROM journal_act WHERE kind = 'council.poll_closed'";
    let body = read(&town, move |r| r.row(body, &[], |row| row.text(0)).expect("read").expect("an act"));
    assert!(!body.contains("counts"), "nor in the record: {body}");
    assert_eq!(after_erasures(&town), [], "without the texts the same rows stand");
}

/// What is wrong with a record of which something was erased.
pub(crate) fn after_erasures(town: &Town) -> Vec<Finding> {
    read(town, |r| {
        let erasure = vec![Kind::of::<Erasure<Rooms>>()];
        let kinds = [lianxin_register::kinds(), lianxin_gate::kinds(), lianxin_council::kinds(), erasure].concat();
        let (tables, kept) = (crate::house::migrations(), crate::house::kept());
        verify(r, &kinds, &tables, &kept, &mut |_, _| true).expect("looked").findings
    })
}

#[tokio::test]
async fn what_is_wrong_with_a_question_is_said_at_it_and_nothing_typed_is_lost() {
    let town = town().await;
    let no = talked(&town).await;
    let (long, wide) = ("长".repeat(81), "宽".repeat(31));
    let with = |name: &'static str, value: &'static str| GOOD.map(|(n, v)| if n == name { (n, value) } else { (n, v) });
    for (what, pairs, field, says) in [
        ("no question", with("ask", ""), "ask", "还没写问什么"),
        ("one choice", with("choice2", " "), "choice1", "选项要有 2 到 6 个"),
        ("the same twice", with("choice2", "感应灯"), "choice1", "有两个选项一样"),
        ("today", with("day", "2026-06-18"), "day", "最早是明天"),
        ("after thirty days", with("day", "2026-07-19"), "day", "最早是明天"),
        ("no day", with("day", "31.6."), "day", "日期"),
    ] {
        let came = asks(&town, "吴敏", &no, &pairs).await;
        assert!(came.status == 422 && came.says(says), "{what}: {} {}", came.status, came.text);
        assert!(
            came.says(&format!("id=\"e-{field}\""))
                && came.says("声控灯") == (what != "one choice" && what != "the same twice"),
            "{what}: {}",
            came.text
        );
        assert!(came.says("value=\"感应灯\"") && came.red() == 1, "{what}: {}", came.text);
    }
    for (name, value) in [("ask", long.as_str()), ("choice1", wide.as_str())] {
        let pairs = GOOD.map(|(n, v)| if n == name { (n, value) } else { (n, v) });
        let came = asks(&town, "吴敏", &no, &pairs).await;
        assert!(came.status == 422 && came.says(value) && came.says("太长"), "{name}: {}", came.text);
    }
    assert_eq!(asks(&town, "吴敏", &no, &GOOD).await.status, 303);
    let second = asks(&town, "李秀英", &no, &GOOD).await;
    assert!(second.status == 422 && second.says("收完再问下一句") && second.says("换哪种灯？"), "{}", second.text);

    let kept = town.at_step("deliberate", "");
    let came = asks(&town, "吴敏", &kept, &GOOD).await;
    assert!(came.says("先让邻居看得到这件事"), "{}", came.text);
    let works = town.at_step("work", "红星物业");
    assert!(asks(&town, "吴敏", &works, &GOOD).await.says("这件事不在商量"));
    let city = town.at_step("work", "演示区城管大队");
    assert!(asks(&town, "何芳", &city, &GOOD).await.says("由这儿的党组织"), "another house");
    for who in ["高远", ""] {
        assert_ne!(town.get(who, &here(&no)).await.status, 200, "{who} calls no council and asks nothing");
    }
    let about = town.complaint("物业不接电话", lianxin_council::about::Whom::Company);
    assert_eq!(town.get("马建军", &here(&about)).await.status, 404, "not of a complaint about themselves");
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn a_worker_writes_down_what_a_household_says_but_never_over_its_own_answer() {
    let town = town().await;
    let no = talked(&town).await;
    assert_eq!(asks(&town, "刘志强", &no, &GOOD).await.status, 303);
    let poll = newest(&town, &no).id;
    assert_eq!(answers(&town, "张玉兰", &no, poll, 1), Ok(()));
    let id = poll.to_string();
    for (name, how, chosen, says) in [
        ("", "phone", "1", "名册里没有找到这一位"),
        ("没有的人", "phone", "1", "名册里没有找到这一位"),
        ("董秀珍", "", "1", "e-how"),
        ("董秀珍", "phone", "", "还没选"),
        ("张玉兰", "visit", "2", "这一户自己答过了"),
        ("董秀珍", "phone", "1", ""),
        ("董秀珍", "visit", "2", ""),
    ] {
        let pairs =
            [("poll", id.as_str()), ("name", name), ("phone", ""), ("how", how), ("chosen", chosen), ("do", "answer")];
        let came = sent(&town, "吴敏", &here(&no), &here(&no), &pairs).await;
        let want = if says.is_empty() { 303 } else { 422 };
        assert!(came.status == want && came.says(says), "{name} {says}: {} {}", came.status, came.text);
        assert!(
            says.is_empty() || name.is_empty() || came.says(&format!("value=\"{name}\"")),
            "what was typed stays: {}",
            came.text
        );
    }
    // Who later answers on their own phone has the last word.
    assert_eq!(answers(&town, "董秀珍", &no, poll, 1), Ok(()));
    let pairs = [("poll", id.as_str()), ("name", "赵桂兰"), ("how", "phone"), ("chosen", "1"), ("do", "answer")];
    let came = sent(&town, "刘志强", &here(&no), &here(&no), &pairs).await;
    assert_eq!(came.status, 404, "who enters nothing for others: {}", came.text);
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn it_is_taken_back_with_a_reason_by_who_asked_or_the_community() {
    let town = town().await;
    let no = talked(&town).await;
    assert_eq!(asks(&town, "马建军", &no, &GOOD).await.status, 303);
    let id = newest(&town, &no).id.to_string();
    let off = |note: &'static str| vec![("poll", id.clone()), ("note", note.to_owned()), ("do", "off".to_owned())];
    for (who, note, status, says) in [
        ("刘志强", "写错了", 422, "谁问的谁才能说不问了"),
        ("马建军", "", 422, "请写一句说明"),
        ("吴敏", "问法有点偏，换个问法", 303, ""),
        ("马建军", "写错了", 422, "已经收了"),
    ] {
        let token = town.get(who, &here(&no)).await.hidden("/settings/lang", "token");
        let pairs = off(note);
        let pairs: Vec<_> = pairs.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let came = town.post(who, &here(&no), &[&[("token", token.as_str())], &pairs[..]].concat()).await;
        assert!(came.status == status && came.says(says), "{who}: {} {}", came.status, came.text);
    }
    let page = town.get("", &lianxin_council::pages::url(&no)).await;
    assert!(page.says("不问大家了：问法有点偏，换个问法") && !page.says("不算表决"), "{}", page.text);
    pass(&town, until().plus(DAY));
    assert_eq!((newest(&town, &no).state, told(&town, "council.poll_done")), (State::Off, 0), "it is not counted");
    assert_eq!(
        asks(&town, "马建军", &no, &[&GOOD[..3], &[("day", "2026-06-30")]].concat()).await.status,
        303,
        "another"
    );
    assert_eq!(findings(&town), []);
}
