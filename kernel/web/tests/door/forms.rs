use crate::house::{Came, Door, door, door_with, encoded, request};
use axum::body::Body;
use lianxin_store::Read;

async fn notes(door: &Door) -> i64 {
    let count = |r: &mut Read<'_>| Ok(r.row("SELECT COUNT(*) FROM test_note", &[], |row| row.int(0))?);
    door.house.db().read(count).await.expect("read").expect("a row")
}

async fn note(door: &Door, token: &str, words: &str) -> Came {
    door.post("/note", &[("token", token), ("words", words)], &[]).await
}

#[tokio::test]
async fn what_people_write_comes_back_as_they_wrote_it() {
    let door = door();
    for (words, shown) in [
        ("㛃 䶮 𬸘 路灯坏了", "㛃 䶮 𬸘 路灯坏了"),
        ("👨‍👩‍👧 👍🏽", "👨‍👩‍👧 👍🏽"),
        ("<b>&\"'</b>", "&#60;b&#62;&#38;&#34;&#39;&#60;/b&#62;"),
        ("  两头有空格  ", "<p>两头有空格</p>"),
    ] {
        let token = door.token().await;
        let sent = note(&door, &token, words).await;
        assert_eq!(sent.status, 303, "{words}: {}", sent.text);
        let page = door.get(sent.header("location"), &[]).await;
        assert!(page.text.contains(shown), "{words}: {}", page.text);
    }
}

#[tokio::test]
async fn what_cannot_be_taken_comes_back_with_a_sentence_and_nothing_is_lost() {
    let door = door();
    let long = "灯".repeat(21);
    for (words, code, kept) in [
        ("", "这一项要填", ""),
        (" \r\n ", "这一项要填", ""),
        (long.as_str(), "最多 20 个字，现在有 21 个字", long.as_str()),
        ("坏\u{1b}了", "看不见的控制字符", "坏"),
        ("倒\u{202e}着", "看不见的控制字符", "倒"),
    ] {
        let token = door.token().await;
        let came = note(&door, &token, words).await;
        assert_eq!(came.status, 422, "{words:?}");
        assert!(came.text.contains(code) && came.text.contains(kept), "{words:?}: {}", came.text);
    }
    let huge = "灯".repeat(20_000);
    let token = door.token().await;
    let came = note(&door, &token, &huge).await;
    assert!(came.status == 422 && came.text.contains(&huge), "twenty thousand characters still come back");
    assert_eq!(notes(&door).await, 0);
}

#[tokio::test]
async fn the_same_form_twice_is_one_note_and_other_words_are_another() {
    let door = door();
    let token = door.token().await;
    let first = note(&door, &token, "路灯坏了").await;
    let again = note(&door, &token, "路灯坏了").await;
    assert_eq!(first.header("location"), again.header("location"), "the first receipt");
    let other = note(&door, &token, "电梯坏了").await;
    assert_ne!(first.header("location"), other.header("location"), "written anew after pressing back");
    assert_eq!(notes(&door).await, 2);
    let both = tokio::join!(note(&door, &token, "一起按"), note(&door, &token, "一起按"));
    assert_eq!(both.0.header("location"), both.1.header("location"));
    assert_eq!(notes(&door).await, 3);
}

#[tokio::test]
async fn a_form_without_its_token_is_offered_once_more_with_all_that_was_written() {
    let door = door();
    for token in ["", "forged.token", "AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA"] {
        let came = note(&door, token, "写了很久的话").await;
        assert_eq!(came.status, 422, "{token}");
        assert!(came.text.contains("name=\"words\" value=\"写了很久的话\""), "{}", came.text);
        let fresh = came.token("/note");
        assert_eq!(note(&door, &fresh, "写了很久的话").await.status, 303, "the page's own button works");
    }
    let secret = door.post("/login", &[("login", "worker"), ("password", "not shown")], &[]).await;
    assert!(secret.status == 422 && !secret.text.contains("not shown"), "a password is never written back");
}

#[tokio::test]
async fn a_token_is_good_for_its_own_visitor() {
    let door = door();
    let cookie = door.worker().await;
    let strangers = door.token().await;
    let pairs = [("token", strangers.as_str()), ("words", "灯")];
    assert_eq!(door.post("/note", &pairs, &[("cookie", &cookie)]).await.status, 422, "a stranger's token");
    let own = door.get("/note", &[("cookie", &cookie)]).await.token("/note");
    assert_eq!(note(&door, &own, "灯").await.status, 422, "a worker's token, signed out");
    assert_eq!(door.post("/note", &[("token", &own), ("words", "灯")], &[("cookie", &cookie)]).await.status, 303);
}

#[tokio::test]
async fn forms_from_elsewhere_and_other_formats_are_refused() {
    let door = door();
    let token = door.token().await;
    let pairs = [("token", token.as_str()), ("words", "灯")];
    for (headers, status) in [
        (vec![("origin", "http://evil.example")], 403),
        (vec![("origin", "null")], 403),
        (vec![("sec-fetch-site", "cross-site")], 403),
        (vec![("sec-fetch-site", "same-site"), ("origin", "http://127.0.0.1:8600")], 403),
        (vec![("sec-fetch-site", "same-origin"), ("origin", "http://127.0.0.1:8600")], 303),
        (vec![("sec-fetch-site", "none")], 303),
    ] {
        assert_eq!(door.post("/note", &pairs, &headers).await.status, status, "{headers:?}");
    }
    for (kind, body, status) in [
        ("text/plain", encoded(&pairs), 415),
        ("", encoded(&pairs), 415),
        ("application/json", "{}".into(), 415),
        ("multipart/form-data; boundary=x", "--x--".into(), 415),
        ("application/x-www-form-urlencoded", "words=%B5%C6".into(), 400),
    ] {
        let came = door.knock(request("POST", "/note", &[("content-type", kind)], Body::from(body))).await;
        assert!(came.status == status && came.text.contains("<h1>"), "{kind}: {} {}", came.status, came.text);
    }
}

#[tokio::test]
async fn a_program_sends_json_and_its_key_makes_it_once() {
    let door = door();
    let send = async |body: &str, key: Option<&str>| {
        let mut headers = vec![("content-type", "application/json")];
        headers.extend(key.map(|k| ("idempotency-key", k)));
        door.knock(request("POST", "/api/v1/notes", &headers, Body::from(body.to_owned()))).await
    };
    let first = send(r#"{"words":"路灯坏了"}"#, Some("k1")).await;
    assert_eq!(first.status, 201, "{}", first.text);
    assert_eq!(send(r#"{"words":"路灯坏了"}"#, Some("k1")).await.text, first.text, "the first answer again");
    assert_ne!(send(r#"{"words":"别的"}"#, Some("k1")).await.text, first.text, "a guessed key tells nothing");
    assert_ne!(send(r#"{"words":"路灯坏了"}"#, None).await.text, first.text);
    for (body, key, status, code) in [
        (r#"{"words":""}"#, None, 422, "form.empty"),
        (r#"{"words":{"a":1}}"#, None, 400, "web.unreadable"),
        ("not json", None, 400, "web.unreadable"),
        (r#"{"words":"灯"}"#, Some(""), 400, "web.unreadable"),
    ] {
        let came = send(body, key).await;
        assert_eq!((came.status, came.header("content-type")), (status, "application/problem+json"), "{body}");
        let problem: serde_json::Value = serde_json::from_str(&came.text).expect("JSON");
        assert_eq!((problem["code"].as_str(), problem["status"].as_u64()), (Some(code), Some(status.into())), "{body}");
    }
    let english = door
        .knock(request(
            "POST",
            "/api/v1/notes",
            &[("content-type", "application/json"), ("accept-language", "en")],
            Body::from(r#"{"words":""}"#),
        ))
        .await;
    let problem: serde_json::Value = serde_json::from_str(&english.text).expect("JSON");
    assert_eq!(problem["errors"][0]["field"], "words");
    assert_eq!(problem["errors"][0]["detail"], "Please fill this in.");
}

#[tokio::test]
async fn size_and_language_are_remembered_and_lead_back() {
    for (origin, prefix, tail) in [
        ("http://127.0.0.1:8600", "lx_", "SameSite=Lax"),
        ("https://lianxin.example", "__Host-lx_", "SameSite=Lax; Secure"),
    ] {
        let door = door_with(origin, |_| {});
        let token = door.token().await;
        let size =
            door.post("/settings/size", &[("token", &token), ("size", "elder"), ("back", "/note?x=1")], &[]).await;
        assert_eq!((size.status, size.header("location")), (303, "/note?x=1"));
        let cookie = size.header("set-cookie").to_owned();
        assert!(cookie.starts_with(&format!("{prefix}size=elder; Path=/;")) && cookie.ends_with(tail), "{cookie}");
        assert!(cookie.contains("HttpOnly"));
        let lang =
            door.post("/settings/lang", &[("token", &token), ("lang", "en"), ("back", "//evil.example")], &[]).await;
        assert_eq!(lang.header("location"), "/", "back never leads elsewhere");
        let cookies = format!("{}; {}", cookie, lang.header("set-cookie"));
        let page = door.get("/", &[("cookie", &cookies)]).await;
        assert!(page.text.contains("<html lang=\"en\" data-size=\"elder\">"), "{}", page.text);
        assert_eq!(door.post("/settings/size", &[("token", &token), ("size", "huge")], &[]).await.status, 400);
    }
}
