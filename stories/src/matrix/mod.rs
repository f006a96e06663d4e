//! `docs/matrix.md`: every route × every role, asked of the running router. Nothing here says who may; the statuses do,
//! and [`Matrix::trespasses`] holds them against the one rule.

mod roles;
mod things;
mod verdict;

use crate::browser::{encoded, escaped};
use crate::{Browser, Page, World};
use axum::body::Body;
use lianxin_web::Passage;
use roles::{ROLES, Side};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use things::{NAME_THERE, Pair, Things, WORDS_HERE, WORDS_THERE};

/// Routes that end a session are asked last.
const LAST: &[&str] = &["/logout", "/logout/everywhere"];

/// Fields that say what a form or a search is about, each with what stands in it.
type Named = &'static [(&'static str, &'static str)];

/// Forms and searches that name what they are about in a field.
const FIELDS: &[(&str, &str, Named)] = &[
    ("GET", "/counter", &[("q", "tail")]),
    ("GET", "/counter/lost", &[("person", "someone")]),
    ("POST", "/counter/lost", &[("person", "someone")]),
    ("POST", "/counter/look", &[("person", "someone")]),
    ("GET", "/desk", &[("q", "no")]),
    ("GET", "/figures/matters", &[("figure", "figure"), ("org", "org")]),
    ("GET", "/find", &[("q", "no")]),
    ("POST", "/ownership/end", &[("voter", "voter")]),
    ("GET", "/places", &[("q", "tail")]),
    ("POST", "/posters", &[("door", "building")]),
    ("GET", "/privacy-requests", &[("q", "tail")]),
    ("POST", "/privacy-requests/copy", &[("person", "someone"), ("q", "tail")]),
    ("POST", "/privacy-requests/erase", &[("person", "someone"), ("q", "tail")]),
    ("GET", "/slips", &[("building", "building")]),
    ("POST", "/slips", &[("who", "someone")]),
    ("POST", "/votes/{vote}/objections/answer", &[("objection", "objection")]),
    ("POST", "/votes/{vote}/photos/back", &[("signed", "signed")]),
    ("POST", "/votes/{vote}/proxies/confirm", &[("proxy", "proxy")]),
    ("POST", "/votes/{vote}/proxies/end", &[("proxy", "proxy")]),
    ("POST", "/staff-phones", &[("seat", "field seat")]),
    ("POST", "/staff-phones/end", &[("phone", "phone")]),
];

/// One route with what it answered each role.
struct Line {
    passage: Passage,
    cells: Vec<Cell>,
}

/// What somebody was answered.
#[derive(Clone, Copy)]
struct Cell {
    /// About the thing of 芙蓉里.
    inside: u16,
    /// About its like elsewhere, where the route is about something.
    outside: Option<u16>,
    /// A page showed somebody what only others may read.
    leaks: bool,
}

/// The whole of it.
pub struct Matrix {
    lines: Vec<Line>,
    /// Which roles were asked, by their names in the register.
    pub roles: BTreeSet<String>,
}

/// Asks everything.
///
/// # Panics
/// The house does not plant or open; a test would say so too.
pub fn ask() -> Matrix {
    let world = World::new();
    let mut passages = lianxin_web::matrix(&lianxin_app::wiring::systems().expect("the systems agree"));
    passages.sort_by_key(|p| LAST.iter().position(|last| *last == p.path));
    let mut resident = world.signed_in("张玉兰");
    let things = Things::of_world(&world, &mut resident);
    let mut lines: Vec<Line> = passages.into_iter().map(|passage| Line { passage, cells: Vec::new() }).collect();
    for role in ROLES {
        let mut browser = match (role.side, role.who) {
            (Side::Nobody, _) => world.stranger(),
            (_, "张玉兰") => resident.clone(),
            (Side::There, org) => things::there(&world, org),
            (_, roles::LIAISON | roles::FRONT_DESK) => things::planted(&world, role.who),
            (_, who) => world.signed_in(who),
        };
        for line in &mut lines {
            line.cells.push(asked(&mut browser, &line.passage, &things, role.side));
        }
    }
    lines.sort_by(|a, b| a.passage.cmp(&b.passage));
    Matrix { lines, roles: roles::held(&world) }
}

/// Asks everything and prints it.
pub fn table() -> String {
    ask().printed()
}

/// What a route is asked about: the path and a field, for the thing here and the one elsewhere.
struct Question {
    path: String,
    fields: Vec<(&'static str, String)>,
}

fn question(passage: &Passage, things: &Things, which: fn(&Pair) -> &String) -> Question {
    let pick = |name: &str| which(things.of(name)).as_str();
    let photo = passage.path.contains("/photo/") || passage.path.starts_with("/shown/");
    let (act, link) = match passage.path.split('/').nth(1) {
        _ if photo => ("shown", "shown link"),
        Some("pair") => ("act", "pairing"),
        Some("reach") => ("act", "reach"),
        _ => ("act", "link"),
    };
    // A wrong link to the right matter, not another matter with its own link.
    let act = if passage.path.starts_with("/r/") && !photo { things.of(act).0.as_str() } else { pick(act) };
    let n = if passage.path.starts_with("/p/") { pick("door") } else { "1" };
    let path = passage
        .path
        .replace("{act}", act)
        .replace("{link}", pick(link))
        .replace("{n}", n)
        .replace("{*tile}", pick("tile"));
    let name = if passage.path.starts_with("/upload/") { "upload" } else { "asset" };
    let mut path = path.replace("{name}", pick(name)).replace("{no}", &escaped(pick("no")));
    if passage.path == "/orgs/{org}/contract" {
        path = path.replace("{org}", "{company}"); // the others have no contracts
    }
    for (name, pair) in things.all() {
        path = path.replace(&format!("{{{name}}}"), which(pair));
    }
    let named = FIELDS.iter().find(|(method, at, _)| *method == passage.method && *at == passage.path);
    let fields = named.into_iter().flat_map(|(_, _, fields)| *fields);
    Question { path, fields: fields.map(|(field, name)| (*field, pick(name).to_owned())).collect() }
}

fn asked(browser: &mut Browser<'_>, passage: &Passage, things: &Things, side: Side) -> Cell {
    let (here, there) = (question(passage, things, |p| &p.0), question(passage, things, |p| &p.1));
    let points = here.path != there.path || here.fields != there.fields;
    let other = points.then(|| answer(browser, &passage.method, &there));
    let one = answer(browser, &passage.method, &here);
    let secret = passage.path.contains("{link}");
    let leaks = !secret && other.iter().chain([&one]).any(|page| leak(side, &page.html));
    Cell { inside: one.status, outside: other.map(|page| page.status), leaks }
}

/// Whether a page shows somebody what only the other community may read.
fn leak(side: Side, html: &str) -> bool {
    let here = html.contains(WORDS_HERE);
    let there = html.contains(WORDS_THERE) || html.contains(NAME_THERE);
    match side {
        Side::Nobody => here || there,
        Side::Here => there,
        Side::There => here,
        Side::Everywhere => false,
    }
}

fn answer(browser: &mut Browser<'_>, method: &str, q: &Question) -> Page {
    let said: Vec<(&str, &str)> = q.fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    if method == "GET" {
        let path = if said.is_empty() { q.path.clone() } else { format!("{}?{}", q.path, encoded(&said)) };
        return browser.ask("GET", &path, &[], Body::empty());
    }
    if q.path.starts_with("/api/") {
        return browser.program(&q.path, "{}", &[]);
    }
    let token = browser.token();
    let kind = ("content-type", "application/x-www-form-urlencoded");
    let pairs = [&[("token", token.as_str())], said.as_slice()].concat();
    browser.ask("POST", &q.path, &[kind], Body::from(encoded(&pairs)))
}

const HEAD: &str = "# 谁能进哪儿 Who comes through where

由程序打印，不手改：`cargo run -p lianxin-stories --bin matrix -- --write`。测试比对它。
每个地址、每种人都真的问一遍，在一份只为这张表备的演示库里；表单只填指着谁的那一格，别的空着交。
`a/b`：a 是芙蓉里的（新来的一件、一户、一个人……），b 是红都社区的。404：没有，或者不对他开放；303：去登录，或者办完转走；
401：要先登录；422：让进，表没填好；403：让进，但轮不到他。
规矩：不在自己范围里的，一律 404（或 403、401、去登录），不会是 200；哪个地址没有“范围外”、为什么，列在表后面。测试对着每一格查。
Printed by asking the running router: every route, every role; forms name what they are about and are empty otherwise.
`a/b`: a lies in 芙蓉里, b in 红都社区. The rule, checked for every cell: what lies outside one's scope is 404 (or 403, 401,
sign-in), never 200. Routes that have no outside are listed below the table with the reason.

| | | gate |";

impl Matrix {
    /// Every answer that breaks the rule.
    pub fn trespasses(&self) -> Vec<String> {
        verdict::trespasses(&self.lines)
    }

    /// The table, and the routes that have no outside.
    pub fn printed(&self) -> String {
        let mut out = String::from(HEAD);
        for role in ROLES {
            write!(out, " {} |", role.name).ok();
        }
        out.push_str("\n| --- | --- | --- |");
        out.push_str(&" --- |".repeat(ROLES.len()));
        out.push('\n');
        for Line { passage, cells } in &self.lines {
            write!(out, "| {} | `{}` | {} |", passage.method, passage.path, passage.gate).ok();
            for Cell { inside, outside, .. } in cells {
                match outside {
                    Some(outside) => write!(out, " {inside}/{outside} |").ok(),
                    None => write!(out, " {inside} |").ok(),
                };
            }
            out.push('\n');
        }
        out.push_str("\n## 没有“范围外”的 Routes that have no outside\n\n| | | 为什么 why |\n| --- | --- | --- |\n");
        for line in &self.lines {
            if let Some(why) = verdict::no_outside(line) {
                writeln!(out, "| {} | `{}` | {why} |", line.passage.method, line.passage.path).ok();
            }
        }
        out
    }
}
