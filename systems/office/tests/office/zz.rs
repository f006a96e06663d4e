use crate::house::*;
use lianxin_base::Lang;
#[test]
fn zz() {
    let town = town_of(&[COMMUNITY, a(9)]);
    let last = ping(&town.db);
    std::fs::create_dir_all("/tmp/office-shots/assets").unwrap();
    for x in lianxin_web::assets::all() {
        std::fs::write(format!("/tmp/office-shots/{}", x.url.trim_start_matches('/')), x.body).unwrap();
    }
    let put = |n: &str, r: Reply| {
        std::fs::write(format!("/tmp/office-shots/{n}.html"), r.body.replace("\"/assets/", "\"assets/")).unwrap()
    };
    let res = town.resident(Lang::Zh, "normal");
    for (n, p) in [
        ("home", "/"),
        ("me", "/me"),
        ("inbox", "/inbox"),
        ("journal", "/journal"),
        ("about", "/about"),
        ("find", "/find?no=x"),
        ("verify", "/verify"),
    ] {
        put(n, res.get(p));
    }
    put("entry", res.get(&format!("/journal/{}", last.act)));
    put("good", res.get(&format!("/verify?no={}", last.hash_text())));
    put("login", town.browser(Lang::Zh, "normal").post("/login", "/login", &[("login", "wumin")]));
    put("desk", town.worker(Lang::Zh).get("/inbox"));
    a_slip(&town.db, 2, OLD_SLIP);
    let el = town.browser(Lang::Zh, "elder");
    put("elder-login", el.get("/login"));
    put("elder-home", el.get("/"));
    put("elder-journal", el.get("/journal"));
    put("elder-me", el.get("/me"));
    put("en-home", town.browser(Lang::En, "normal").get("/"));
    put("en-journal", town.browser(Lang::En, "normal").get("/journal"));
}
