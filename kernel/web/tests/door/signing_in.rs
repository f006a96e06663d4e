use crate::house::{PASSWORD, door, door_with};

#[tokio::test]
async fn a_seat_signs_in_and_out() {
    for (origin, start, end) in [
        ("http://127.0.0.1:8600", "lx_session=", "HttpOnly; SameSite=Lax"),
        ("https://lianxin.example", "__Host-lx_session=", "HttpOnly; SameSite=Lax; Secure"),
    ] {
        let door = door_with(origin, |_| {});
        door.plant().await;
        let token = door.token().await;
        let pairs = [("token", token.as_str()), ("login", "worker"), ("password", PASSWORD), ("next", "/desk")];
        let came = door.post("/login", &pairs, &[]).await;
        assert_eq!((came.status, came.header("location")), (303, "/desk"));
        let cookie = came.header("set-cookie").to_owned();
        assert!(cookie.starts_with(start) && cookie.ends_with(end), "{cookie}");
        let cookie = cookie.split(';').next().expect("its value").to_owned();
        let with = [("cookie", cookie.as_str())];
        let desk = door.get("/desk", &with).await;
        assert_eq!(desk.status, 200);
        let out = door.post("/logout", &[("token", &desk.token("/settings/size"))], &with).await;
        assert!(out.status == 303 && out.header("set-cookie").contains("Max-Age=0"), "{}", out.text);
        assert_eq!(door.get("/desk", &with).await.status, 303, "signed out");
    }
}

#[tokio::test]
async fn wrong_words_come_back_beside_the_form_and_too_many_wait() {
    let door = door();
    door.plant().await;
    let token = door.token().await;
    for n in 0..6 {
        let pairs = [("token", token.as_str()), ("login", "worker"), ("password", "wrong word")];
        let came = door.post("/login", &pairs, &[]).await;
        assert!(!came.text.contains("wrong word"));
        if n < 5 {
            assert!(came.status == 422 && came.text.contains("账号或密码不对"), "{n}: {}", came.text);
        } else {
            assert!(came.status == 429 && came.text.contains("15 分钟"), "{}", came.text);
            assert_eq!(came.header("retry-after"), "900");
        }
    }
}

#[tokio::test]
async fn a_session_in_use_is_renewed_once_a_day() {
    let door = door();
    let cookie = door.worker().await;
    let with = [("cookie", cookie.as_str())];
    assert_eq!(door.get("/desk", &with).await.header("set-cookie"), "", "not at once");
    let today = door.clock().now().day();
    for day in 1..12 {
        door.clock().set(today.plus(day).at(9, 30));
        let came = door.get("/desk", &with).await;
        assert!(came.status == 200 && came.header("set-cookie").starts_with(&cookie), "day {day}");
        assert_eq!(door.get("/desk", &with).await.header("set-cookie"), "", "day {day}, the second page");
    }
    door.clock().set(today.plus(20).at(9, 30));
    assert_eq!(door.get("/desk", &with).await.status, 303, "a week unused");
}

#[tokio::test]
async fn a_desk_that_is_known_is_not_locked_out_by_who_guesses_elsewhere() {
    let door = door();
    door.plant().await;
    let token = door.token().await;
    let good = [("token", token.as_str()), ("login", "worker"), ("password", PASSWORD)];
    let came = door.post("/login", &good, &[]).await;
    let cookies: Vec<&str> = came.headers.get_all("set-cookie").iter().filter_map(|v| v.to_str().ok()).collect();
    let device = cookies.iter().find(|c| c.starts_with("lx_device=")).expect("the desk is known from now on");
    assert!(device.contains("HttpOnly") && device.contains("Max-Age=34560000"), "{device}");
    let known = [("cookie", device.split(';').next().expect("its value"))];
    assert_eq!(door.get("/desk", &known).await.status, 303, "it opens nothing");
    for _ in 0..5 {
        let wrong = [("token", token.as_str()), ("login", "worker"), ("password", "a guess")];
        assert_eq!(door.post("/login", &wrong, &[("cookie", "lx_device=made-up")]).await.status, 422);
    }
    assert_eq!(door.post("/login", &good, &[]).await.status, 429, "a desk nobody knows waits");
    let came = door.post("/login", &good, &known).await;
    assert_eq!(came.status, 303, "the worker's own does not: {}", came.text);
    let same = came.headers.get_all("set-cookie").iter().any(|v| v.as_bytes().starts_with(known[0].1.as_bytes()));
    assert!(same, "it keeps its token");
}
