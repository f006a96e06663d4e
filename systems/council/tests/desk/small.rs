//! Small things that go wrong in daily use.

use crate::house::{at, town};
use crate::meeting::{called, evening, pass, resident, sent, told};
use crate::photos::{findings, jpeg};
use lianxin_base::{DAY, HOUR, MINUTE};
use lianxin_council::banner::{NewBanner, What, news, open};
use lianxin_council::join;
use lianxin_council::thanks::{Who, thank};

#[tokio::test]
async fn that_a_home_is_empty_is_told_to_nobody_outside() {
    let town = town().await;
    let no = town.at_step("work", "红星物业");
    let wait = [("reason", "home"), ("note", "约了周六上午"), ("deadline", "2026-06-27")];
    assert_eq!(town.send("马建军", &no, "pause", &wait).await.status, 303);
    let anyone = town.get("", &lianxin_council::pages::url(&no)).await;
    assert!(anyone.says("等居民方便") && !anyone.says("在家"), "{}", anyone.text);
    assert!(town.get("马建军", &at(&no)).await.says("等您在家"));
    assert!(town.english("", &lianxin_council::pages::url(&no)).await.says("when it suits the resident"));
    let body = "SELECT body FROM journal_act WHERE kind = 'council.pause'";
    let body =
        crate::meeting::read(&town, move |r| r.row(body, &[], |row| row.text(0)).expect("read").expect("an act"));
    assert!(body.contains("resident") && !body.contains("home"), "nor in the record: {body}");
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn a_council_somebody_signed_in_to_is_not_moved_and_its_sheet_is_kept() {
    let mut town = town().await;
    let (url, no) = called(&town).await;
    town.later(evening().plus(-20 * MINUTE), &["吴敏"]);
    let (desk, sheet, form) = (format!("{url}/desk"), format!("{url}/sheet"), format!("{url}/change"));
    let came = sent(&town, "吴敏", &desk, &sheet, &[("names", "张玉兰"), ("side", "")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let matter = town.matter(&no).id.to_string();
    let moved = [("day", "2026-06-26"), ("time", "19:00"), ("where", "居民活动室"), ("hours", "2"), ("words", "")];
    let moved = [&moved[..], &[("matter", matter.as_str())]].concat();
    let came = sent(&town, "吴敏", &form, &form, &moved).await;
    assert!(came.says("已经有人签到了") && came.says("居民活动室"), "{} {}", came.status, came.text);
    // Everybody on the sheet is on the list already: its photo is kept all the same.
    let token = town.get("吴敏", &desk).await.hidden(&sheet, "token");
    let pairs = [("token", token.as_str()), ("names", "张玉兰"), ("side", "")];
    let came = town.post_files("吴敏", &sheet, &pairs, &[("photo", &jpeg())]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert!(town.get("吴敏", &desk).await.says(&format!("{url}/sheet/1/small")));
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn a_later_price_gives_no_more_days_and_after_a_raise_a_new_yes_is_needed() {
    let mut town = town().await;
    let no = town.at_step("work", "红星物业");
    let price = |yuan| [("price", yuan), ("covers", "both"), ("note", "换龙头")];
    assert_eq!(town.send("马建军", &no, "quote", &price("180")).await.status, 303);
    let first = town.matter(&no).due_at;
    town.later(town.now().plus(5 * HOUR), &["马建军", "吴敏"]);
    assert_eq!(town.send("马建军", &no, "quote", &price("160")).await.status, 303);
    assert_eq!(town.matter(&no).due_at, first, "a price in its place is answered by the same day");
    let yes = [("how", "phone"), ("note", ""), ("answer", "yes")];
    assert_eq!(town.send("吴敏", &no, "consent", &yes).await.status, 303);
    assert_eq!(town.send("马建军", &no, "quote", &price("170")).await.status, 303);
    let again = town.matter(&no).due_at.expect("a day");
    assert!(Some(again) < first, "a later one has a day: {again:?}");
    assert_eq!(town.send("吴敏", &no, "consent", &yes).await.status, 303);
    assert_eq!(town.send("马建军", &no, "completion", &[("note", "换好了"), ("price", "170")]).await.status, 303);
    // Nobody answers twice: kept aside; taken up again.
    for _ in 0..2 {
        pass(&town, town.now().plus(10 * DAY));
    }
    assert_eq!(town.matter(&no).outcome.as_deref(), Some("lapsed"));
    town.later(town.now().plus(HOUR), &["马建军", "吴敏"]);
    assert_eq!(town.send("吴敏", &no, "raise", &[("how", "visit"), ("note", "又漏了")]).await.status, 303);
    let company = town.map.org("红星物业").to_string();
    let look = [("title", "龙头又漏"), ("category", "repair"), ("pace", "general"), ("executor", company.as_str())];
    assert_eq!(town.send("吴敏", &no, "dispatch", &look).await.status, 303);
    let came = town.send("马建军", &no, "completion", &[("note", "又换了"), ("price", "170")]).await;
    assert_eq!(came.status, 422, "the old yes binds nobody: {}", came.text);
    assert_eq!(town.send("马建军", &no, "completion", &[("note", "又换了"), ("price", "")]).await.status, 303);
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn an_expected_hour_and_the_day_of_a_part_are_remembered() {
    let town = town().await;
    let area = town.map.area("芙蓉里");
    let hung = |hours| {
        let new =
            NewBanner { area, building: None, entrance: None, what: What::Water, hours, words: "在抢修".into() };
        town.act("马建军", move |tx, _, author| open(tx, author, &new)).act
    };
    let (first, second) = (hung(Some(2)), hung(Some(2)));
    town.act("马建军", move |tx, _, author| news(tx, author, second, (true, None, "来水了")));
    pass(&town, town.now().plus(HOUR));
    assert_eq!(told(&town, "council.banner_due"), 0);
    pass(&town, town.now().plus(2 * HOUR));
    assert_eq!(told(&town, "council.banner_due"), 1, "what is over is not asked about");
    town.act("马建军", move |tx, _, author| news(tx, author, first, (false, Some(4), "还得一会儿")));
    pass(&town, town.now().plus(5 * HOUR));
    assert_eq!(told(&town, "council.banner_due"), 2, "the later hour, too");

    let no = town.at_step("work", "红星物业");
    let city = town.map.org("演示区城管大队");
    for words in ["挪棚子", "挪车"] {
        let (no, by_day) = (no.clone(), "2026-06-24".parse().expect("a day"));
        let new = lianxin_council::part::NewPart { no, org: city, by_day, words: words.into() };
        town.act("马建军", move |tx, terms, author| lianxin_council::part::give(tx, terms, author, &new));
        if words == "挪棚子" {
            let part = told_part(&town);
            let done = lianxin_council::part::State::Done;
            town.act("何芳", move |tx, _, author| lianxin_council::part::step(tx, author, part, done, "挪了"));
        }
    }
    let morning = "2026-06-24".parse::<lianxin_base::Day>().expect("a day").at(9, 0);
    pass(&town, morning.plus(-MINUTE));
    assert_eq!(told(&town, "council.part_due"), 0);
    pass(&town, morning);
    assert_eq!(told(&town, "council.part_due"), 1, "what is done is not asked about");
    assert_eq!(findings(&town), []);
}

/// The part that was given.
fn told_part(town: &crate::house::Town) -> lianxin_base::ActId {
    crate::meeting::read(town, |r| {
        r.row("SELECT act FROM council_part", &[], |row| row.id(0)).expect("read").expect("a part")
    })
}

#[tokio::test]
async fn of_many_thanks_in_a_day_an_organisation_hears_once() {
    let town = town().await;
    let no = town.at_step("closed", "红星物业");
    let no2 = no.clone();
    let person = town.map.person("张玉兰");
    town.act("吴敏", move |tx, _, author| thank(tx, author, &no2, Who::Person(person)));
    let no2 = no.clone();
    town.act("吴敏", move |tx, _, author| thank(tx, author, &no2, Who::Link));
    assert_eq!(told(&town, "council.thanked"), 1);
}

#[tokio::test]
async fn three_households_with_the_same_put_it_on_the_next_agenda() {
    let town = town().await;
    let no = town.at_step("deliberate", "");
    let show = [("title", "楼道灯不亮"), ("words", "有几层的灯不亮"), ("show", "yes")];
    assert_eq!(town.send("吴敏", &no, "publication", &show).await.status, 303);
    let (area, matter) = (town.map.area("芙蓉里"), town.matter(&no).id);
    let (form, ticked) = (format!("/meetings/new?area={area}"), format!("name=\"matter\" value=\"{matter}\""));
    let on_it = |page: &crate::house::Came| {
        let at = page.text.find(&ticked).expect("it is offered");
        page.text[at..].split('>').next().is_some_and(|input| input.contains(" checked"))
    };
    // 姜敏 lives with 孙立: one household.
    for (who, on) in [("孙立", false), ("姜敏", false), ("陈晓梅", false), ("白露", true)] {
        let (number, person) = (no.clone(), town.map.person(who));
        let joined =
            resident(&town, who, move |tx, author, _| join::join(tx, author, &number, &join::Who::Person(person)));
        assert_eq!(joined, Ok(()), "{who}");
        let page = town.get("吴敏", &form).await;
        assert!(on_it(&page) == on && page.says("3 户以上也这样的已经勾上"), "{who}: {}", page.text);
    }
    assert_eq!(findings(&town), []);
}
