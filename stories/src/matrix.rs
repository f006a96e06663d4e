//! `docs/matrix.md`: every route × every role, asked of the running router. Nothing here says who may; the statuses do.

use crate::browser::{encoded, escaped};
use crate::{Browser, World};
use axum::body::Body;
use lianxin_base::SeatId;
use lianxin_gate::{Login, password, set_password};
use lianxin_register::find;
use lianxin_store::Stop;
use lianxin_web::Passage;
use std::fmt::Write as _;

/// Who asks: the column's name, and whom it stands for in the planted house.
const ROLES: &[(&str, &str)] = &[
    ("谁都行 anyone", ""),
    ("居民 resident", "张玉兰"),
    ("邻居 neighbour", "冯雪"),
    ("楼栋长 building head", "赵桂兰"),
    ("网格员 grid worker", "李秀英"),
    ("社工 worker", "吴敏"),
    ("书记 secretary", "周国栋"),
    ("别的社区 worker elsewhere", "红都社区居委会"),
    ("业委会 committee", "刘志强"),
    ("物业经理 company manager", "马建军"),
    ("维修工 company staff", "王建国"),
    ("别的物业 company elsewhere", "红都社区物业公司"),
    ("部门 department", "何芳"),
    ("统筹 coordinator", "高远"),
    ("管理员 admin", "系统管理员"),
];

/// Those who look after another community: seats of the told story, given a sign-in name for this.
const ELSEWHERE: &[(&str, &str)] = &[("红都社区居委会", "hongdu"), ("红都社区物业公司", "hongduwuye")];
const ELSEWHERE_PASSWORD: &str = "只为问一遍谁能进";

/// An id nothing has.
const NOWHERE: &str = "018f0000-0000-7000-8000-000000000001";

/// Routes that end a session are asked last.
const LAST: &[&str] = &["/logout", "/logout/everywhere"];

/// What the routes are asked about: a matter of 芙蓉里 that the resident has just brought in, and one of 御府苑.
struct Things {
    inside: String,
    outside: String,
    act: String,
    link: String,
    asset: String,
    /// A report that came with a photo, and its link.
    pictured: (String, String),
    /// Ids of the register by the names routes have for them: in 芙蓉社区, in 红都社区.
    ids: Vec<(&'static str, String, String)>,
}

/// One route with what it answered each role: inside and, where it is about something, outside their scope.
struct Line {
    passage: Passage,
    cells: Vec<(u16, Option<u16>)>,
}

/// Asks everything and prints the table.
///
/// # Panics
/// The house does not plant or open; a test would say so too.
pub fn table() -> String {
    let world = World::new();
    let mut passages = lianxin_web::matrix(&lianxin_app::wiring::systems().expect("the systems agree"));
    passages.sort_by_key(|p| LAST.iter().position(|last| *last == p.path));
    let mut resident = world.signed_in("张玉兰");
    let things = things(&world, &mut resident);
    let mut lines: Vec<Line> = passages.into_iter().map(|passage| Line { passage, cells: Vec::new() }).collect();
    for (_, who) in ROLES {
        let mut browser = match *who {
            "" => world.stranger(),
            "张玉兰" => resident.clone(),
            who => match ELSEWHERE.iter().find(|(org, _)| *org == who) {
                Some((org, login)) => elsewhere(&world, org, login),
                None => world.signed_in(who),
            },
        };
        for line in &mut lines {
            line.cells.push(asked(&mut browser, &line.passage, &things));
        }
    }
    lines.sort_by(|a, b| a.passage.cmp(&b.passage));
    printed(&lines)
}

fn things(world: &World, resident: &mut Browser<'_>) -> Things {
    resident.open("/report");
    resident.send("/report", &[("words", "楼下的灯晚上不亮"), ("place", "芙蓉里")]);
    let mut parts = resident.page.url.split(['/', '?']).skip(2).map(ToOwned::to_owned);
    let (act, link) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let inside = resident.page.between("class=\"no num\"><span class=\"vh\">", "</p>").unwrap_or_default();
    let inside = inside.rsplit("</span>").next().unwrap_or("").trim().to_owned();
    assert!(inside.starts_with("芙蓉里-"), "a receipt with a number: {}", resident.page.text());
    let asset = resident.page.between("href=\"/assets/", "\"").unwrap_or_default();
    let mut ids = world.db().read_wait(|r| Ok(ids(r)?)).unwrap_or_else(|why| panic!("the register is read: {why:?}"));
    let mut secretary = world.signed_in("周国栋");
    let links = secretary.open("/handovers").links();
    let open = links.iter().find_map(|(href, _)| href.strip_prefix("/handovers/")).unwrap_or(NOWHERE).to_owned();
    ids.push(("handover", open, NOWHERE.to_owned()));
    Things { inside, outside: world.planted.told.clone(), act, link, asset, pictured: pictured(world), ids }
}

/// One thing of each kind in the invented community, and its like elsewhere where there is one.
fn ids(r: &mut lianxin_store::Read<'_>) -> Result<Vec<(&'static str, String, String)>, lianxin_store::Fault> {
    let nowhere = || NOWHERE.to_owned();
    let area = |r: &mut lianxin_store::Read<'_>, code| {
        Ok::<_, lianxin_store::Fault>(find::area_by_code(r, code)?.map(|a| a.id))
    };
    let (here, there) = (area(r, "芙蓉里")?, area(r, "御府苑")?);
    let (inside, outside) = (area(r, "芙蓉社区")?, area(r, "红都社区")?);
    let text = |id: Option<String>| id.unwrap_or_else(nowhere);
    let mut all = vec![("area", text(here.map(|a| a.to_string())), text(there.map(|a| a.to_string())))];
    let building = here.map(|a| find::building_by_code(r, a, "3")).transpose()?.flatten().map(|b| b.id);
    let unit = building.map(|b| find::unit_by_label(r, b, "2 单元 501")).transpose()?.flatten().map(|u| u.id);
    let home = unit.map(|u| find::households_of_unit(r, u)).transpose()?.unwrap_or_default();
    let member = home.first().map(|h| find::members(r, h.id, crate::today())).transpose()?.unwrap_or_default();
    let contract = here.map(|a| find::contracts_of_area(r, a)).transpose()?.unwrap_or_default();
    let foreign = there.map(|a| find::contracts_of_area(r, a)).transpose()?.unwrap_or_default();
    all.push(("building", text(building.map(|b| b.to_string())), nowhere()));
    all.push(("unit", text(unit.map(|u| u.to_string())), nowhere()));
    all.push(("relation", text(member.first().map(|x| x.id.to_string())), nowhere()));
    all.push(("person", text(member.first().map(|x| x.person.to_string())), nowhere()));
    let one = |c: &[find::ContractRow]| text(c.first().map(|c| c.id.to_string()));
    all.push(("contract", one(&contract), one(&foreign)));
    let mut org = |at: Option<lianxin_base::AreaId>, name: &str| -> Result<_, lianxin_store::Fault> {
        let orgs = at.map(|a| find::orgs(r, a)).transpose()?.unwrap_or_default();
        let org = orgs.into_iter().find(|o| o.name == name).map(|o| o.id);
        let seats = org.map(|o| find::seats_of_org(r, o, crate::today())).transpose()?.unwrap_or_default();
        Ok((text(org.map(|o| o.to_string())), text(seats.first().map(|s| s.id.to_string()))))
    };
    let (mine, theirs) = (org(inside, "芙蓉社区居委会")?, org(outside, "红都社区居委会")?);
    all.push(("org", mine.0, theirs.0));
    all.push(("seat", mine.1, theirs.1));
    Ok(all)
}

/// The planted main matter has a photo that everybody may see.
fn pictured(world: &World) -> (String, String) {
    let no = world.planted.main.clone();
    let found = world.db().read_wait(move |r| Ok(lianxin_council::store::public_by_no(r, &no)?.map(|m| m.act)));
    let act = found.ok().flatten().expect("the main matter is planted");
    (act.to_string(), world.house.keys().link_token(act))
}

/// Signs in the first seat of an organisation of the other community.
fn elsewhere<'w>(world: &'w World, org: &'static str, login: &'static str) -> Browser<'w> {
    let db = world.db();
    let hash = password::hash(ELSEWHERE_PASSWORD, db.chance()).expect("long enough");
    let name = Login::read(login).expect("a name");
    let set = db.keep_wait(move |tx| {
        let seat = seat_of(tx, org)?;
        set_password(tx, &name, seat, None, &hash)
    });
    set.unwrap_or_else(|why| panic!("a password for {org}: {why:?}"));
    let mut browser = world.stranger();
    browser.open("/login");
    browser.send("/login", &[("login", login), ("password", ELSEWHERE_PASSWORD)]);
    assert_eq!(browser.page.status, 200, "{}", browser.page.text());
    browser
}

fn seat_of(r: &mut lianxin_store::Read<'_>, name: &str) -> Result<SeatId, Stop> {
    let area = find::area_by_code(r, "红都社区")?.map(|a| a.id);
    let orgs = area.map(|area| find::orgs(r, area)).transpose()?.unwrap_or_default();
    let org = orgs.iter().find(|o| o.name == name).map(|o| o.id);
    let seats = org.map(|org| find::seats_of_org(r, org, crate::today())).transpose()?.unwrap_or_default();
    Ok(seats.first().map(|s| s.id).ok_or_else(|| lianxin_store::Fault::bug("no such seat"))?)
}

fn asked(browser: &mut Browser<'_>, passage: &Passage, things: &Things) -> (u16, Option<u16>) {
    let path = |no: &str, act: &str, link: &str, asset: &str| {
        let path = passage.path.replace("{no}", &escaped(no)).replace("{act}", act).replace("{n}", "1");
        path.replace("{link}", link).replace("{name}", asset)
    };
    let of_photo = passage.path.contains("/photo/") || passage.path.starts_with("/shown/");
    let (act, link) = if of_photo { &things.pictured } else { &(things.act.clone(), things.link.clone()) };
    let mut inside = path(&things.inside, act, link, &things.asset);
    let mut outside = path(&things.outside, NOWHERE, link, "none.css");
    for (name, here, there) in &things.ids {
        let name = format!("{{{name}}}");
        (inside, outside) = (inside.replace(&name, here), outside.replace(&name, there));
    }
    let other = (inside != outside).then(|| status(browser, &passage.method, &outside));
    (status(browser, &passage.method, &inside), other)
}

fn status(browser: &mut Browser<'_>, method: &str, path: &str) -> u16 {
    if method == "GET" {
        return browser.ask("GET", path, &[], Body::empty()).status;
    }
    if path.starts_with("/api/") {
        return browser.program(path, "{}", &[]).status;
    }
    let token = browser.token();
    let kind = ("content-type", "application/x-www-form-urlencoded");
    browser.ask("POST", path, &[kind], Body::from(encoded(&[("token", token.as_str())]))).status
}

fn printed(lines: &[Line]) -> String {
    let mut out = String::from(
        "# 谁能进哪儿 Who comes through where\n\n\
         由程序打印，不手改：`cargo run -p lianxin-stories --bin matrix -- --write`。测试比对它。\n\
         每个地址、每种人都真的问一遍；表单空着交。`a/b`：a 是芙蓉里新来的一件（居民本人反映的），b 是御府苑的一件，\
         或者一个不存在的记号。404：没有，或者不对他开放；303：去登录，或者办完转走；401：要先登录；\
         422：让进，表没填好；403：让进，但轮不到他。\n\
         Printed by asking the running router: every route, every role, forms sent empty. `a/b`: a is a new matter of \
         芙蓉里 that the resident brought in, b one of 御府苑 or an unknown record.\n\n| | | gate |",
    );
    for (role, _) in ROLES {
        write!(out, " {role} |").ok();
    }
    out.push_str("\n| --- | --- | --- |");
    out.push_str(&" --- |".repeat(ROLES.len()));
    out.push('\n');
    for Line { passage, cells } in lines {
        write!(out, "| {} | `{}` | {} |", passage.method, passage.path, passage.gate).ok();
        for (inside, outside) in cells {
            match outside {
                Some(outside) => write!(out, " {inside}/{outside} |").ok(),
                None => write!(out, " {inside} |").ok(),
            };
        }
        out.push('\n');
    }
    out
}
