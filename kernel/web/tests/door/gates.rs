use crate::house::{area, door, door_with, request, system};
use axum::body::Body;
use lianxin_base::{ActId, SeatId};
use lianxin_register::SeatEnd;

#[tokio::test]
async fn a_public_page_is_safe_small_and_sets_no_cookie() {
    let door = door();
    let came = door.get("/", &[]).await;
    assert_eq!(came.status, 200);
    for (name, value) in [
        ("content-type", "text/html; charset=utf-8"),
        ("cache-control", "private, no-cache"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("set-cookie", ""),
        ("strict-transport-security", ""),
    ] {
        assert_eq!(came.header(name), value, "{name}");
    }
    assert!(came.header("content-security-policy").starts_with("default-src 'none'; script-src 'self';"));
    assert!(came.headers.get_all("vary").iter().any(|v| v.to_str().is_ok_and(|v| v.contains("x-fragment"))));
    assert!(!came.text.contains(" style=") && !came.text.contains("<script>"), "nothing inline");

    let small = door.get("/", &[("accept-encoding", "br")]).await;
    assert_eq!(small.header("content-encoding"), "br");
    let head = door.knock(request("HEAD", "/", &[], Body::empty())).await;
    assert_eq!((head.status, head.text.as_str()), (200, ""));
    let https = door_with("https://lianxin.example", |_| {}).get("/", &[]).await;
    assert_eq!(https.header("strict-transport-security"), "max-age=63072000");
}

#[tokio::test]
async fn who_is_not_signed_in_is_sent_to_sign_in_and_comes_back() {
    let door = door();
    let page = door.get("/me?tab=1", &[]).await;
    assert_eq!((page.status, page.header("location")), (303, "/login?next=/me%3Ftab%3D1"));
    let program = door.get("/api/v1/me", &[]).await;
    assert_eq!((program.status, program.header("content-type")), (401, "application/problem+json"));
    let form = door.post("/logout", &[], &[]).await;
    assert!(form.status == 401 && form.text.contains("/login"), "{}", form.text);
    let forged = door.get("/me", &[("cookie", &format!("lx_session={}", "A".repeat(43)))]).await;
    assert_eq!(forged.status, 303);
}

#[tokio::test]
async fn a_seat_gets_where_its_capabilities_lead_and_no_further() {
    let door = door();
    let cookie = door.worker().await;
    let with = [("cookie", cookie.as_str())];
    let desk = door.get("/desk", &with).await;
    assert_eq!(desk.status, 200);
    for words in ["<p>seat</p>", "待办", "玉泉社区居委会", "社区工作者"] {
        assert!(desk.text.contains(words), "{words}: {}", desk.text);
    }
    let beyond = door.get("/desk/send", &with).await;
    assert_eq!(beyond.status, 404, "without the capability there is no such page");
    let token = desk.token("/settings/size");
    assert_eq!(door.post("/desk/send", &[("token", &token)], &with).await.status, 404);
    assert_eq!(door.get("/desk", &[]).await.header("location"), "/login?next=/desk");

    let (seat, until, now) = (SeatId::from_bytes([3; 16]), door.clock().now().day(), door.clock().now());
    let id = ActId::new(door.house.chance(), now);
    let ended = door.house.db().act(area(), move |tx| {
        let by = lianxin_journal::By::Office;
        let head = lianxin_journal::Head { id, area: area(), by, no: None, token: None };
        lianxin_register::seat_end(tx, head, SeatEnd { seat, until })
    });
    ended.await.expect("ended");
    door.clock().set(until.plus(1).at(8, 0));
    assert_eq!(door.get("/desk", &with).await.status, 303, "the next morning the seat is gone");
}

#[tokio::test]
async fn a_secret_link_opens_its_own_page_only() {
    let door = door();
    let (act, other) = (ActId::from_bytes([8; 16]), ActId::from_bytes([9; 16]));
    let link = door.house.keys().link_token(act);
    let right = door.get(&format!("/l/{act}/{link}"), &[]).await;
    assert!(right.status == 200 && right.text.contains(&act.to_string()));
    for wrong in
        [format!("/l/{other}/{link}"), format!("/l/{act}/x"), format!("/l/x/{link}"), format!("/l/{act}/%00{link}")]
    {
        assert_eq!(door.get(&wrong, &[]).await.status, 404, "{wrong}");
    }
}

#[tokio::test]
async fn the_machine_tells_of_its_health_and_its_files() {
    let door = door();
    assert_eq!(door.get("/healthz", &[]).await.text, "ok\n");
    assert_eq!(door.get("/readyz", &[]).await.text, "ready\n");
    let page = door.get("/", &[]).await;
    let css = page.text.split("href=\"/assets/").nth(1).and_then(|s| s.split('"').next()).expect("a style sheet");
    for (accept, encoding) in [("", ""), ("gzip, br;q=0.9", "br")] {
        let file = door.get(&format!("/assets/{css}"), &[("accept-encoding", accept)]).await;
        assert_eq!((file.status, file.header("content-encoding")), (200, encoding));
        assert_eq!(file.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(file.header("content-type"), "text/css; charset=utf-8");
    }
    assert_eq!(door.get("/assets/app.css", &[]).await.status, 404, "without the hash there is no such file");
}

#[test]
fn every_route_stands_in_the_matrix_with_its_gate() {
    let systems = [system()];
    let lines: Vec<_> =
        lianxin_web::matrix(&systems).into_iter().map(|p| format!("{} {} {}", p.method, p.path, p.gate)).collect();
    for line in [
        "GET /desk test.look",
        "POST /desk/send test.send",
        "GET /l/{act}/{link} link",
        "POST /note anyone",
        "POST /logout signed-in",
        "GET /live anyone",
    ] {
        assert!(lines.iter().any(|l| l == line), "{line} in {lines:#?}");
    }
    assert_eq!(lines.len(), systems[0].routes.len() + 8);
}
