//! What the newspaper tells of 御府苑: said more than once, taken up, an idle stairwell became a room for all. Only what
//! was told is on the page, beside what would have to be done today.

use axum::body::Body;
use lianxin_stories::{Claims, Page, World};

/// The told matter as anybody reads it.
fn told(world: &World) -> Page {
    let mut anyone = world.stranger();
    anyone.open("/board?area=%E5%BE%A1%E5%BA%9C%E8%8B%91");
    let links = anyone.page.links();
    let link = links.iter().find(|(_, words)| words.contains(&world.planted.told));
    let (url, _) = link.unwrap_or_else(|| panic!("it stands on the board: {}", anyone.page.text()));
    anyone.open(url).clone()
}

#[test]
fn the_stair_room_is_told_as_it_was_told() {
    let mut claims = Claims::default();
    for world in World::everywhere() {
        let page = told(&world);
        assert_eq!(page.status, 200, "{}", page.text());
        place(&world, &page, &mut claims);
        story(&page, &mut claims);
        today(&page);
        corner(&world, &mut claims);
        assert_eq!(world.findings(), []);
    }
    claims.end();
}

/// Compound, community, subdistrict, city.
fn place(world: &World, page: &Page, claims: &mut Claims) {
    assert!(page.says(&world.planted.told) && world.planted.told.starts_with("御府苑-"));
    let places = world.stranger().ask("GET", "/api/v1/places", &[], Body::empty()).json();
    let here = places.as_array().into_iter().flatten().find(|p| p["code"] == "御府苑").cloned().unwrap_or_default();
    let path = here["path"].as_str().unwrap_or("").to_owned();
    claims.saw("S1.14", path == "乌兰浩特市 / 和平街道 / 红都社区 / 御府苑");
}

/// What residents said, who took it up, what it became.
fn story(page: &Page, claims: &mut Claims) {
    claims.saw("S1.15", page.says("小区里没有休闲的地方"));
    claims.saw("S1.16", page.says("楼道里还停着闲置的车"));
    let course = page.text().split_once("经过").map(|(_, rest)| rest.to_owned()).unwrap_or_default();
    claims.saw("S1.18", course.contains("社区党支部"));
    claims.saw("S1.19", course.contains("社区党支部和物业公司一起") && course.contains("红都社区物业公司"));
    claims.saw("S1.20", course.contains("把闲置的楼道改成居民活动室") && course.contains("已经建成"));
    claims.saw("S1.21", course.contains("相约和平、多彩空间"));
    claims.saw("S1.22", course.contains("能议事也能休闲"));
    assert!(page.says("报上没有写日期"), "no time is made up: {}", page.text());
    assert!(!page.says("走了哪些路") && !page.says("最短的路"), "what was not told is not counted");
}

/// What the law asks today, in a box of its own.
fn today(page: &Page) {
    let asked = ["今天要这样做", "消防法 28", "业主表决", "三分之二", "四分之三", "民法典 278 条第八项"];
    assert!(page.says_in_order(&asked), "{}", page.text());
}

/// 你说我来说: the residents' corner is on the page of a matter that is being talked over, and a resident can speak.
fn corner(world: &World, claims: &mut Claims) {
    let told = told(world);
    let mut resident = world.signed_in("张玉兰");
    resident.open("/board?area=%E8%8A%99%E8%93%89%E9%87%8C&which=open");
    let links = resident.page.links();
    let talking = links.iter().find(|(_, words)| words.contains("花园东边立晾衣杆"));
    let (url, _) = talking.unwrap_or_else(|| panic!("it is being talked over: {}", resident.page.text()));
    let corner = resident.open(url).says("你说我来说");
    claims.saw("S1.23", corner && told.says("设了居民议事角“你说、我来说"));
    claims.saw("S1.24", told.says("共商共议”"));
    resident.send(&format!("{url}/entry"), &[("kind", "support"), ("words", "立在东墙根最好。")]);
    claims.saw("S1.25", resident.page.says("赞成：立在东墙根最好。"));
}

#[test]
fn on_the_page_of_a_real_place_nobody_is_named_and_nothing_is_promised() {
    let world = World::new();
    let page = told(&world);
    for invented in ["芙蓉", "红星物业", "打电话给"] {
        let main = page.html.split_once("<main").map_or("", |(_, main)| main);
        let text = Page { html: main.split("</main>").next().unwrap_or("").into(), ..Page::default() }.text();
        assert!(!text.contains(invented), "{invented} is not on it: {text}");
    }
}
