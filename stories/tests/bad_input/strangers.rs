//! Links, tokens, bodies and programs that are not what they should be.

use crate::{matters, refused};
use axum::body::Body;
use lianxin_seeds::Pass;
use lianxin_stories::{World, today};
use tokio_stream::iter;

#[test]
fn a_wrong_link_is_no_page_and_an_old_slip_says_so() {
    let world = World::new();
    let mut who = world.stranger();
    who.open("/report");
    who.send("/report", &[("words", "楼前的长椅坏了"), ("place", "芙蓉里")]);
    let link = who.page.url.split('?').next().unwrap_or("").to_owned();
    let act = link.split('/').nth(2).unwrap_or("").to_owned();
    let wrong = "A".repeat(27);
    for path in [
        format!("/r/{act}/{wrong}"),
        format!("{link}x"),
        format!("/r/018f0000-0000-7000-8000-000000000001/{wrong}"),
        "/r/nothing/nothing".into(),
        "/m/%E8%8A%99%E8%93%89%E9%87%8C-2026-9999".into(),
        "/m/%FF%FE".into(),
        "/m/..%2f..%2fetc%2fpasswd".into(),
        "/journal/not-an-act".into(),
    ] {
        let mut stranger = world.stranger();
        stranger.open(&path);
        refused(&stranger, 404, "这里没有这个页面，或者它不对您开放");
        assert!(stranger.in_english().open(&path).says("There is no such page here"), "{path}");
    }
    let Pass::Slip(code) = world.pass("冯雪").clone() else { panic!("an entry slip") };
    let mut first = world.signed_in("冯雪");
    assert!(first.open("/me").says("冯雪"));
    for (slip, sentence) in [
        (code.to_string(), "这张入户卡已经用过了"),
        ("22222-22222".to_owned(), "没有找到这张入户卡"),
        ("短".to_owned(), "没有找到这张入户卡"),
    ] {
        let mut late = world.stranger();
        late.open("/login");
        late.send("/enter", &[("slip", &slip)]);
        refused(&late, 422, sentence);
    }
    world.house.clock().set(today().plus(61).at(9, 0));
    let Pass::Slip(code) = world.pass("张玉兰").clone() else { panic!("an entry slip") };
    let mut late = world.stranger();
    late.open("/login");
    late.send("/enter", &[("slip", &code.to_string())]);
    refused(&late, 422, "这张入户卡过了 60 天");
}

#[test]
fn a_form_of_another_site_or_another_account_is_not_taken_and_nothing_typed_is_lost() {
    let world = World::new();
    let before = matters(&world);
    let mut who = world.stranger();
    who.open("/report");
    let token = who.token();
    let kind = ("content-type", "application/x-www-form-urlencoded");
    let body = || Body::from(format!("token={token}&words=abcdef&place="));
    let foreign = who.ask("POST", "/report", &[kind, ("origin", "https://evil.example")], body());
    assert!(foreign.status == 403 && foreign.says("从别的网站发来的"), "{}", foreign.text());
    who.post("/report", &[("token", "made.up"), ("words", "写了很久的一段话"), ("place", "芙蓉里")]);
    refused(&who, 422, "这张表放得太久");
    assert!(who.page.html.contains("写了很久的一段话"), "what was written is kept");
    assert_eq!(matters(&world), before);
    who.send("/report", &[]);
    assert!(who.page.status == 200 && who.page.says("收到了"), "sent again it is taken: {}", who.page.text());
    let none = who.ask("POST", "/report", &[("content-type", "text/plain")], Body::from("words=x"));
    assert!(none.status == 415 && none.says("收不了这种格式"), "{}", none.text());
}

#[test]
fn a_body_of_200_megabytes_is_thrown_away_with_a_sentence() {
    let world = World::new();
    let mut who = world.stranger();
    let (chunk, n) = (vec![b'x'; 1 << 20], 200usize);
    let body = || {
        Body::from_stream(iter((0..n).map({
            let c = chunk.clone();
            move |_| Ok::<_, std::io::Error>(c.clone())
        })))
    };
    let kind = ("content-type", "application/x-www-form-urlencoded");
    let length = (n << 20).to_string();
    for headers in [vec![kind, ("content-length", length.as_str())], vec![kind]] {
        let page = who.ask("POST", "/report", &headers, body());
        assert_eq!(page.status, 413, "{}", page.text());
        assert!(page.says("发来的内容太大，没有收下"), "{}", page.text());
    }
    let program = who.ask("POST", "/api/v1/reports", &[("content-type", "application/json")], body());
    assert_eq!((program.status, program.json()["code"].as_str()), (413, Some("web.too_large")), "{}", program.html);
    assert_eq!(who.open("/").status, 200, "all goes on");
}

#[test]
fn a_program_is_told_what_is_wrong_in_words_and_codes() {
    let world = World::new();
    let before = matters(&world);
    let long = format!(r#"{{"words":"{}","place":"芙蓉里"}}"#, "长".repeat(501));
    for (json, status, code) in [
        ("{}", 422, "council.no_words"),
        (r#"{"words":""}"#, 422, "council.no_words"),
        (r#"{"words":"灯坏了"}"#, 422, "council.where_is_it"),
        (long.as_str(), 422, "form.too_long"),
        (r#"{"words":"灯\u0007坏了好几天","place":"芙蓉里"}"#, 422, "form.control"),
        (r#"{"words":"灯坏了","place":"月球"}"#, 422, "council.unknown_place"),
        (r#"{"words":"灯坏了","place":"芙蓉里","category":"ghost"}"#, 422, "council.unknown_category"),
        (r#"{"words":"灯坏了","place":"芙蓉里","phone":"12"}"#, 422, "council.bad_phone"),
        ("not json", 400, "web.unreadable"),
        (r#"{"words":{"deep":1}}"#, 400, "web.unreadable"),
    ] {
        for lang in ["zh", "en"] {
            let mut who = world.stranger();
            let got = who.program("/api/v1/reports", json, &[("accept-language", lang)]);
            let told = got.json();
            assert_eq!((got.status, told["code"].as_str()), (status, Some(code)), "{json}: {}", got.html);
            assert_eq!(got.header("content-type"), "application/problem+json");
            let sentence = told["title"].as_str().unwrap_or("");
            assert!(sentence.ends_with(if lang == "en" { '.' } else { '。' }), "{json}: {sentence}");
        }
    }
    let mut who = world.stranger();
    let wrong = who.ask("GET", "/api/v1/receipts/018f0000-0000-7000-8000-000000000001", &[], Body::empty());
    assert_eq!((wrong.status, wrong.json()["code"].as_str()), (404, Some("journal.no_receipt")));
    let wide = r#"{"words":"㛃䶮𬸘😀<b>灯坏了</b>","place":"芙蓉里"}"#;
    assert_eq!(who.program("/api/v1/reports", wide, &[]).status, 201);
    assert_eq!(matters(&world), before + 1);
}

#[test]
fn a_wrong_password_says_so_and_does_not_say_which_part() {
    let world = World::new();
    for (login, password) in [("wumin", "nothing like it"), ("nobody", "nothing like it")] {
        let mut who = world.stranger();
        who.open("/login");
        who.send("/login", &[("login", login), ("password", password)]);
        refused(&who, 422, "账号或密码不对");
        assert!(!who.page.html.contains(password), "a password is never written back");
    }
}
