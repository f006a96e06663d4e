//! 首次会议、换届交接、成员变动备案: what comes after a committee was elected, by when, and who hears of what is late.

use crate::counting::verified;
use crate::electing::{calling, doors, opens, over, paper, posted};
use crate::house::{Came, Town, YARD, apart, day, town};
use lianxin_base::{ActId, OrgId, SeatId};
use lianxin_journal::{By, Head};
use lianxin_register::{self as register, OrgKind, Organisation, Seat};

/// The yard has a committee, of one.
fn committee(town: &Town) {
    let (area, person, now) = (town.map.area(YARD), town.map.person("佟玉珍"), town.db.clock().now());
    let (org, seat) = (OrgId::new(town.db.chance(), now), SeatId::new(town.db.chance(), now));
    let ids = [ActId::new(town.db.chance(), now), ActId::new(town.db.chance(), now)];
    let run = move |tx: &mut lianxin_store::Tx<'_>| {
        let head = |id| Head { id, area, by: By::Office, no: None, token: None };
        let (kind, name) = (OrgKind::OwnersCommittee, format!("{YARD}业主委员会"));
        register::organisation(tx, head(ids[0]), Organisation { org, area, kind, name, short: None, phone: None })?;
        let (role, title) = ("committee_member".into(), "主任".into());
        let (person, since) = (Some(person), now.day().plus(-900));
        register::seat(tx, head(ids[1]), Seat { seat, org, area, person, role, title, since, until: None }).map(|_| ())
    };
    apart(|| town.db.act_wait(area, run)).expect("registered");
}

/// A renewal that is counted: five of six are elected.
async fn renewed(town: &mut Town) -> String {
    committee(town);
    elected(town, "renewal").await
}

/// An election of this kind that is counted.
async fn elected(town: &mut Town, kind: &str) -> String {
    let area = town.map.area(YARD).to_string();
    let came = town.send("吴敏", "/elections", &calling(&area, kind, "paper_only", "5")).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let url = came.header("location").split("/candidates").next().unwrap_or_default().to_owned();
    posted(town, &url).await;
    town.pass(opens());
    for no in doors(town).into_iter().take(15) {
        assert_eq!(paper(town, &url, no, &["yes", "yes", "yes", "yes", "yes", "no"]).await.status, 303);
    }
    town.pass(over());
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    url
}

fn members(town: &Town) -> Vec<String> {
    town.read(|r| {
        let sql = "SELECT id FROM register_seat WHERE title = '业委会委员' ORDER BY id";
        r.rows(sql, &[], |row| row.text(0)).expect("read")
    })
}

async fn meet(town: &Town, url: &str, seats: &[&str], other: &[(&str, &str)]) -> Came {
    let mut says: Vec<(&str, &str)> = seats.iter().map(|seat| ("came", *seat)).collect();
    says.extend(other);
    town.send("吴敏", &format!("{url}/first-meeting"), &says).await
}

#[tokio::test]
async fn the_new_committee_meets_within_seven_days_and_what_was_late_says_why() {
    let mut town = town().await;
    let url = renewed(&mut town).await;
    let page = format!("{url}/first-meeting");
    let early = town.get("吴敏", &page).await;
    assert!(early.status == 409 && early.says("现在不在任"), "{} {}", early.status, early.text);
    assert_eq!(town.send("吴敏", &format!("{url}/seats"), &[("since", "2026-07-24")]).await.status, 303);
    let all = members(&town);
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    assert!(town.get("吴敏", &format!("{url}/seats")).await.says("first-meeting"));
    let form = town.get("吴敏", &page).await;
    assert!(form.red() == 1 && form.says("2026 年 7 月 30 日") && form.says("274号 31-34"), "{}", form.text);
    assert!(town.get("", &url).await.says("还没开，最晚 2026 年 7 月 30 日"));
    for who in ["马建军", "刘志强"] {
        assert!([403, 404].contains(&town.get(who, &page).await.status), "{who}");
    }
    let told = "SELECT count(*) FROM outbox_message WHERE kind = 'property.first_meeting_late'";
    town.pass(day("2026-07-31").at(8, 59));
    assert_eq!(town.number(told), 0);
    town.pass(day("2026-07-31").at(9, 0));
    assert_eq!(town.number(told), 2, "whoever convened, and the committee");
    let usual = |on: &'static str| [("day", on), ("chair", all[0]), ("vice", all[1]), ("late", "")];
    for (seats, other, says) in [
        (&all[..2], usual("2026-07-29"), "超过全体委员的一半"),
        (&all[..0], usual("2026-07-29"), "超过全体委员的一半"),
        (&all[..3], usual("2026-07-22"), "要在选出来以后"),
        (&all[..3], usual("2026-08-01"), "要在选出来以后"),
        (&all[..3], [("day", "2026-07-29"), ("chair", all[0]), ("vice", all[0]), ("late", "")], "不能和主任是一个人"),
        (&all[..3], usual("2026-07-31"), "过了最后一天 2026 年 7 月 30 日"),
    ] {
        let came = meet(&town, &url, seats, &other).await;
        assert!(came.status == 422 && came.says(says), "{says}: {} {}", came.status, came.text);
    }
    let late = [("day", "2026-07-31"), ("chair", all[0]), ("vice", all[1]), ("late", "两位出差了")];
    let came = meet(&town, &url, &[all[0], all[0], all[1], all[2]], &late).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let public = town.get("", &url).await;
    for words in ["5 位委员到了 3 位", "两位出差了", "2026 年 7 月 31 日"] {
        assert!(public.says(words), "{words}: {}", public.text);
    }
    assert!(town.english("", &url).await.says("3 of 5 members came"));
    let again = meet(&town, &url, &all[..3], &usual("2026-07-29")).await;
    assert!(again.status == 409 || again.says("已经记过了"), "{} {}", again.status, again.text);
    verified(&town);
}

const GIVEN: [(&str, &str); 14] = [
    ("day", "2026-08-01"),
    ("from", "上届主任甲"),
    ("to", "新主任乙"),
    ("witness", "社区丙"),
    ("files", "handed"),
    ("files_words", "会议记录 6 本"),
    ("seal", "missing"),
    ("seal_words", "公章 1 枚，说是锁在柜里"),
    ("accounts", "handed"),
    ("accounts_words", "账本 2 册"),
    ("money", "handed"),
    ("sum", "12,345.67"),
    ("money_words", "存折 1 本"),
    ("other", "nothing"),
];

async fn hand(town: &Town, url: &str, other: &[(&str, &str)]) -> Came {
    let mut all = GIVEN.to_vec();
    all.retain(|(name, _)| !other.iter().any(|(n, _)| n == name));
    town.send("吴敏", &format!("{url}/hand-over"), &[&all, other].concat()).await
}

#[tokio::test]
async fn the_committee_before_hands_over_and_what_is_missing_is_named_until_it_comes() {
    let mut town = town().await;
    let url = renewed(&mut town).await;
    let page = format!("{url}/hand-over");
    assert_eq!(town.send("吴敏", &format!("{url}/seats"), &[("since", "2026-07-24")]).await.status, 303);
    town.pass(day("2026-08-01").at(10, 0));
    let form = town.get("吴敏", &page).await;
    // Ten days after 23 July is 2 August, a Sunday.
    assert!(form.red() == 1 && form.says("2026 年 8 月 3 日") && form.says("印交接清单"), "{}", form.text);
    let blank = town.get("吴敏", &format!("{page}/print")).await;
    assert!(blank.says("□ 没交") && blank.says("换届交接清单"), "{}", blank.text);
    for (other, says) in [
        (("sum", "一万"), "写多少元"),
        (("sum", "12.345"), "写多少元"),
        (("sum", ""), "写多少元"),
        (("seal_words", ""), "写缺什么"),
        (("files", ""), "选一项"),
        (("to", "上届主任甲"), "不能是一个人"),
        (("from", ""), "这一项要填"),
        (("day", "2026-08-02"), "不能在今天以后"),
        (("day", "2026-07-22"), "要在选出来以后"),
    ] {
        let came = hand(&town, &url, &[other]).await;
        assert!(came.status == 422 && came.says(says) && came.says("会议记录 6 本"), "{other:?}: {}", came.text);
    }
    assert_eq!(hand(&town, &url, &[]).await.status, 303);
    let public = town.get("", &url).await;
    for words in ["交接：档案资料", "会议记录 6 本", "12,345.67", "没交，公章 1 枚"] {
        assert!(public.says(words), "{words}: {}", public.text);
    }
    assert!(!public.says("上届主任甲") && !public.says("社区丙"), "names stand on the list only: {}", public.text);
    let told = "SELECT count(*) FROM outbox_message WHERE kind = 'property.hand_over_late'";
    town.pass(day("2026-08-04").at(9, 0));
    assert_eq!(town.number(told), 2, "the seal is missing still");
    let desk = town.get("吴敏", &page).await;
    assert!(desk.says("还没交齐：印章") && desk.says("name=\"seal\"") && !desk.says("name=\"files\""), "{}", desk.text);
    let came = [("seal", "handed"), ("seal_words", "公章 1 枚，柜里找到了"), ("day", "2026-08-04")];
    let silent = hand(&town, &url, &came).await;
    assert!(silent.status == 422 && silent.says("过了最后一天 2026 年 8 月 3 日"), "{}", silent.text);
    let late = [&came[..], &[("late", "钥匙丢了，换了锁")]].concat();
    assert_eq!(hand(&town, &url, &late).await.status, 303);
    let whole = town.get("吴敏", &page).await;
    assert!(whole.says("都交齐了") && whole.red() == 0, "{}", whole.text);
    let sheet = town.get("吴敏", &format!("{page}/print")).await;
    for words in ["柜里找到了", "12,345.67", "上届主任甲", "社区丙"] {
        assert!(sheet.says(words), "{words}: {}", sheet.text);
    }
    let over = hand(&town, &url, &late).await;
    assert!(over.status == 409 || over.says("已经都交齐了"), "{} {}", over.status, over.text);
    assert!(town.get("", &url).await.says("钥匙丢了"));
    let leaves = "SELECT count(*) FROM journal_act WHERE body LIKE '%公章%' OR body LIKE '%上届主任甲%'";
    assert_eq!(town.number(leaves), 0, "what was typed is in no leaf");
    verified(&town);
}

#[tokio::test]
async fn who_prepared_a_first_committee_hands_over_what_they_have() {
    let mut town = town().await;
    let url = elected(&mut town, "first").await;
    let page = format!("{url}/hand-over");
    assert!([404, 409].contains(&town.get("吴敏", &page).await.status), "nobody sits yet");
    assert_eq!(town.send("吴敏", &format!("{url}/seats"), &[("since", "2026-07-24")]).await.status, 303);
    assert!(town.get("吴敏", &format!("{url}/seats")).await.says("筹备组移交"));
    let public = town.get("", &url).await;
    assert!(public.says("筹备组移交") && public.says("还没交"), "{}", public.text);
    town.pass(day("2026-08-20").at(10, 0));
    let form = town.get("吴敏", &page).await;
    assert!(form.red() == 1 && form.says("看到的全国规定没有写") && form.says("表决票 86 张"), "{}", form.text);
    assert!(!form.says("换届") && !form.says("最晚") && !form.says("name=\"late\""), "no last day: {}", form.text);
    assert!(town.english("吴敏", &page).await.says("Hand-over by the preparatory group"));
    let blank = town.get("吴敏", &format!("{page}/print")).await;
    assert!(blank.says("首次业主大会筹备移交清单") && blank.says("□ 没交") && !blank.says("换届"), "{}", blank.text);
    let given =
        [("from", "筹备组组长"), ("files_words", "表决票 15 张"), ("seal_words", "筹备组章，7 月 30 日交回街道")];
    assert_eq!(hand(&town, &url, &given).await.status, 303);
    let public = town.get("", &url).await;
    for words in ["交接：档案资料", "表决票 15 张", "没交，筹备组章，7 月 30 日交回街道"] {
        assert!(public.says(words), "{words}: {}", public.text);
    }
    assert!(!public.says("筹备组组长"), "names stand on the list only");
    let told = "SELECT count(*) FROM outbox_message WHERE kind = 'property.hand_over_late'";
    assert_eq!(town.number(told), 0, "nobody is late where no day is given");
    verified(&town);
}

/// An alternate moved up and one was elected anew: each is filed once, after two reminders.
pub(crate) async fn changes_filed(town: &mut Town, before: &str, by: &str) {
    let told = "SELECT count(*) FROM outbox_message WHERE kind = 'property.change_waits'";
    let page = town.get("吴敏", &format!("{before}/seats")).await;
    // Thirty days after 1 September is 1 October: the holidays move it.
    assert!(page.says("最晚 2026 年 10 月 8 日（274号 31-34）"), "{}", page.text);
    assert!(town.get("吴敏", &format!("{by}/seats")).await.says("补选的备案和这次选举的备案是一份"));
    assert_eq!(town.number(told), 0);
    town.pass(day("2026-10-01").at(9, 0));
    assert_eq!(town.number(told), 2, "a week before: whoever convened, and the committee");
    town.pass(day("2026-10-08").at(9, 0));
    assert_eq!(town.number(told), 4, "on the day");
    let change = page.text.split("name=\"change\" value=\"").nth(1).and_then(|s| s.split('"').next());
    let change = change.unwrap_or_else(|| panic!("no change: {}", page.text)).to_owned();
    let filed = format!("{before}/seats/filed");
    for (on, receipt, says) in [
        ("2026-08-31", "变 7 号", "要在变动以后"),
        ("2026-10-09", "变 7 号", "不能在今天以后"),
        ("2026-10-08", "", "这一项要填"),
    ] {
        let came = town.send("吴敏", &filed, &[("change", &change), ("filed", on), ("receipt", receipt)]).await;
        assert!(came.status == 422 && came.says(says), "{says}: {} {}", came.status, came.text);
    }
    let right = [("change", change.as_str()), ("filed", "2026-10-08"), ("receipt", "变 7 号")];
    assert_eq!(town.send("吴敏", &filed, &right).await.status, 303);
    assert!(town.get("吴敏", &format!("{before}/seats")).await.says("回执 变 7 号"));
    let again = town.send("吴敏", &filed, &right).await;
    assert!(again.status == 409 || again.says("已经备案了"), "{} {}", again.status, again.text);
    town.pass(day("2026-10-23").at(9, 0));
    assert_eq!(town.number(told), 6, "the by-election, thirty days after 30 September");
    let result = [("day", "2026-10-23"), ("receipt", "备 31 号")];
    assert_eq!(town.send("吴敏", &format!("{by}/filing"), &result).await.status, 303);
    assert!(town.get("吴敏", &format!("{by}/seats")).await.says("回执 备 31 号"));
    town.pass(day("2026-11-05").at(9, 0));
    assert_eq!(town.number(told), 6, "filed with its count");
}
