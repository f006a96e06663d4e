//! Reporting without an account, and by a program: number, secret link, PIN, and the receipt that anybody can check.

use super::{at, at_desk, done_at_desk, executor, number, public, report};
use lianxin_stories::{Browser, World};

const WORDS: &str = "花园的长椅断了一根木条，坐着扎人。";

/// From the desk straight to the company, and the company says done.
fn up_to_feedback(world: &World, no: &str) {
    let mut worker = world.signed_in("吴敏");
    let company = executor(&mut worker, no, "dispatch", "红星物业");
    let direct = [("title", "长椅断了"), ("category", "repair"), ("pace", "general"), ("executor", company.as_str())];
    done_at_desk(&mut worker, no, "dispatch", &direct);
    let mut company = world.signed_in("王建国");
    done_at_desk(&mut company, no, "completion", &[("note", "换了新木条。")]);
}

fn answer(who: &mut Browser<'_>, link: &str, proof: &str) {
    who.open(link);
    who.send(&format!("{link}/feedback"), &[("answer", "good"), ("proof", proof)]);
}

fn path_of(url: &str) -> String {
    url.split('?').next().unwrap_or("").to_owned()
}

#[test]
fn somebody_without_an_account_follows_by_link_and_confirms_by_phone_or_pin() {
    for world in World::everywhere() {
        let mut who = world.stranger();
        let no = report(&mut who, WORDS, "芙蓉里", &[("phone", "154 0000 0077")]);
        assert!(who.page.says("请把这一页存好"), "{}", who.page.text());
        let link = path_of(&who.page.url);
        up_to_feedback(&world, &no);
        assert!(!public(&world, &no).page.says("长椅"), "without a known identity words stay with the parties");
        answer(&mut who, &link, "0078");
        assert_eq!(who.page.status, 422);
        assert!(who.page.says("请填留下的手机号后四位，或者回执上的查询码"), "{}", who.page.text());
        answer(&mut who, &link, "0077");
        assert!(who.page.says("居民说办好了"), "{}", who.page.text());

        let mut other = world.stranger();
        let no = report(&mut other, "大门口的台阶松了，踩上去会动。", "芙蓉里", &[]);
        let pin = other.page.text().split_once("查询码 ").map(|(_, rest)| rest[..6].to_owned()).unwrap_or_default();
        let link = path_of(&other.page.url);
        up_to_feedback(&world, &no);
        answer(&mut other, &link, &pin);
        assert!(other.page.says("居民说办好了"), "{}", other.page.text());
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn what_was_left_without_an_account_is_erased_by_its_link() {
    for world in World::everywhere() {
        let mut who = world.stranger();
        let no = report(&mut who, WORDS, "芙蓉里", &[("phone", "154 0000 0077")]);
        let link = path_of(&who.page.url);
        up_to_feedback(&world, &no);
        answer(&mut who, &link, "0077");
        let erase = format!("{link}/erase");
        assert!(who.page.links().iter().any(|(url, _)| *url == erase), "{}", who.page.text());
        who.open(&erase);
        who.send(&erase, &[("proof", "0078")]);
        assert_eq!(who.page.status, 422);
        assert!(who.page.says("对不上，所以没有删"), "{}", who.page.text());
        assert!(who.open(&link).says("坐着扎人"));
        who.open(&erase);
        who.send(&erase, &[("proof", "0077")]);
        assert!(who.page.says("您写的删掉了"), "{}", who.page.text());
        who.open(&link);
        assert!(who.page.says(&no) && !who.page.says("坐着扎人") && !who.page.says("长椅断了"), "{}", who.page.text());
        assert_eq!(who.open(&erase).status, 404, "nothing is left to erase");
        let mut worker = world.signed_in("吴敏");
        worker.open(&at("/desk", &no));
        assert!(!worker.page.says("15400000077") && !worker.page.says("长椅"), "{}", worker.page.text());
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn at_the_counter_somebody_writes_it_down_and_nobody_confirms_their_own_work() {
    for world in World::everywhere() {
        let (mut worker, mut secretary) = (world.signed_in("李秀英"), world.signed_in("周国栋"));
        worker.open("/desk/new");
        let place = worker.choice("/desk/new", "place", "芙蓉里 1 号楼");
        let told = [
            ("name", "冯德山"),
            ("phone", "04808000091"),
            ("place", place.as_str()),
            ("words", "楼门口的信箱锁坏了，拿不出报纸。"),
        ];
        worker.send("/desk/new", &told);
        let no = number(&worker);
        assert!(worker.page.says("查询码") && no.starts_with("芙蓉里-"), "{}", worker.page.text());
        let ours = executor(&mut worker, &no, "dispatch", "芙蓉社区居委会");
        let direct =
            [("title", "信箱锁坏了"), ("category", "repair"), ("pace", "general"), ("executor", ours.as_str())];
        done_at_desk(&mut worker, &no, "dispatch", &direct);
        done_at_desk(&mut worker, &no, "completion", &[("note", "换了一把锁。")]);

        worker.open(&at("/desk", &no));
        let action = at("/desk", &no) + "/feedback";
        assert!(worker.page.form(&action).is_none(), "the one who did it is not asked");
        worker.post_new(&action, &[("answer", "good"), ("how", "phone"), ("hops", "2")]);
        assert_eq!(worker.page.status, 403);
        assert!(worker.page.says("承办单位不能替居民确认"), "{}", worker.page.text());
        at_desk(&mut secretary, &no, "feedback", &[("answer", "good"), ("how", "phone"), ("note", "电话里说好了")]);
        assert!(secretary.page.says("居民说办好了"), "{}", secretary.page.text());
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn a_program_reports_once_and_anybody_checks_the_receipt() {
    for world in World::everywhere() {
        let mut program = world.stranger();
        let places = program.ask("GET", "/api/v1/places", &[], axum::body::Body::empty()).json();
        let codes: Vec<_> = places.as_array().into_iter().flatten().filter_map(|p| p["code"].as_str()).collect();
        assert!(codes.contains(&"芙蓉里"), "{codes:?}");
        let sent = r#"{"words":"西门的路灯不亮","place":"芙蓉里","category":"light","phone":"15400000076"}"#;
        let key = [("idempotency-key", "a-key-of-theirs")];
        let first = program.program("/api/v1/reports", sent, &key);
        let again = program.program("/api/v1/reports", sent, &key);
        assert_eq!((first.status, again.status), (201, 201), "{}", first.html);
        assert_eq!(first.json(), again.json(), "the same key: one matter, the first receipt");
        let got = first.json();
        let (act, hash) = (got["act"].as_str().unwrap_or(""), got["leaf_hash"].as_str().unwrap_or(""));
        let receipt = program.ask("GET", &format!("/api/v1/receipts/{act}"), &[], axum::body::Body::empty());
        let mut wanted = got.clone();
        wanted.as_object_mut().map(|o| o.remove("link"));
        wanted["log"] = serde_json::Value::Null; // nothing is signed in a story that does not ask for it
        assert_eq!(receipt.json(), wanted, "no words, no link: {}", receipt.html);
        assert!(!receipt.html.contains("路灯"));
        let link = got["link"].as_str().unwrap_or("").trim_start_matches(World::ORIGIN).to_owned();
        assert!(program.open(&link).says("西门的路灯不亮"), "{}", program.page.text());
        let checked = program.open(&format!("/verify?no={hash}")).clone();
        assert!(checked.says("对得上") && checked.says("一个字没改"), "{}", checked.text());
        assert!(program.open(&format!("/journal/{act}")).says("留底号"), "{}", program.page.text());
        assert_eq!(world.findings(), []);
    }
}
