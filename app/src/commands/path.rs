//! `lianxin path …`: the way of a matter, the map of many, and what would be.

use super::{Sentence, import, say};
use crate::config::Config;
use lianxin_base::{AreaId, Day, Lang};
use lianxin_council::path::guess::{self, Sheet};
use lianxin_council::path::{explain, map, xes};
use lianxin_council::rules::Refusal;
use lianxin_council::say::span;
use lianxin_council::store::public_by_no;
use lianxin_council::view::{Eye, see};
use lianxin_office::import::area_named;
use lianxin_path::sums::{begins, month, plus};
use lianxin_store::{Read, Stop};
use serde_json::Value;
use std::path::Path;

/// A file of changes is short.
const LONGEST: u64 = 1024 * 1024;

/// The way of one matter.
pub(super) fn explain(config: &Config, no: &str, json: bool) -> Result<(), Sentence> {
    let db = import::open(config)?;
    let (now, no) = (db.clock().now(), no.trim().to_owned());
    let lines = db.read_wait(move |r| {
        let m = public_by_no(r, &no)?.ok_or(Refusal::NoMatter)?;
        let seen = see(r, m, Eye::Public, Lang::Zh, now)?;
        Ok(if json { vec![explain::json(&seen).to_string()] } else { explain::lines(Lang::Zh, &seen) })
    })?;
    lines.iter().for_each(|line| say(line));
    Ok(())
}

/// The areas that are looked at.
fn areas(r: &mut Read<'_>, named: Option<&str>) -> Result<Vec<AreaId>, Stop> {
    let below = named.map(|name| area_named(r, name)).transpose()?;
    Ok(guess::areas(r, below)?)
}

/// The map, as it stood at the end of a day.
pub(super) fn map(
    config: &Config,
    area: Option<String>,
    months: i64,
    on: Option<Day>,
    json: bool,
) -> Result<(), Sentence> {
    let db = import::open(config)?;
    let now = db.clock().now();
    let until = on.map_or(now.plus(1), |day| day.plus(1).start().min(now.plus(1)));
    let out = db.read_wait(move |r| {
        let areas = areas(r, area.as_deref())?;
        Ok(map::json(r, &areas, months, (until, now))?)
    })?;
    if json {
        say(&out.to_string());
        return Ok(());
    }
    let told = |v: &Value| v.as_i64().map_or_else(|| "不到 5".to_owned(), |n| n.to_string());
    say(&format!(
        "按 {} 算，往回 {months} 个月：来了 {} 件，办结 {} 件",
        out["as_of"].as_str().unwrap_or(""),
        told(&out["begun"]),
        told(&out["ended"])
    ));
    for s in out["steps"].as_array().into_iter().flatten() {
        let median = s["median_working_us"]
            .as_i64()
            .map_or_else(String::new, |m| format!("  中位工作时间 {}", span(Lang::Zh, m)));
        say(&format!("  {}  {} 次{median}", s["step"].as_str().unwrap_or(""), told(&s["n"])));
    }
    for m in out["moves"].as_array().into_iter().flatten() {
        let word = |name: &str| m[name].as_str().unwrap_or("").to_owned();
        say(&format!("  {} → {} → {}  {} 次", word("from"), word("move"), word("to"), told(&m["n"])));
    }
    Ok(())
}

/// The log of the ways that ended, for other tools.
pub(super) fn xes(config: &Config, out: &Path, area: Option<String>, months: i64) -> Result<(), Sentence> {
    let db = import::open(config)?;
    let now = db.clock().now();
    let first = begins(plus(month(now), 1 - months)).map_or(now, Day::start);
    let (text, n) = db.read_wait(move |r| {
        let areas = areas(r, area.as_deref())?;
        Ok(xes::read(r, &areas, (first, now.plus(1)))?)
    })?;
    std::fs::write(out, text).map_err(|e| format!("{} 写不了：{e}", out.display()))?;
    say(&format!("{n} 件，写在 {}", out.display()));
    Ok(())
}

/// What would have been under the changes of a file.
pub(super) fn whatif(config: &Config, file: &Path, area: Option<String>, json: bool) -> Result<(), Sentence> {
    let sheet = read(file)?;
    let db = import::open(config)?;
    let now = db.clock().now();
    let first = begins(plus(month(now), 1 - sheet.months.clamp(1, 120))).map_or(now, Day::start);
    let (outcome, wrong) = db.read_wait(move |r| {
        let areas = areas(r, area.as_deref())?;
        let orgs = guess::named(r, &areas, now.day())?;
        let whats = match sheet.whats(&mut |name| orgs.iter().find(|(own, _)| own == name).map(|(_, id)| *id)) {
            Ok(whats) => whats,
            Err(why) => return Ok((None, Some(why))),
        };
        Ok((Some(guess::guess(r, &areas, &whats, (first, now.plus(1)))?.0), None))
    })?;
    if let Some((line, why)) = wrong {
        let which = if line == 0 { String::new() } else { format!("第 {line} 条：") };
        return Err(Sentence(format!("{which}{}", why.say(Lang::Zh))));
    }
    let Some(outcome) = outcome else { return Ok(()) };
    let assumed = guess::assumptions(Lang::Zh);
    let out = guess::json(&outcome, &assumed);
    if json {
        say(&out.to_string());
        return Ok(());
    }
    assumed.iter().for_each(|line| say(&format!("· {line}")));
    let told = |name: &str| out[name].as_i64();
    match (out["changed"].as_i64(), told("handovers_saved"), told("working_us_saved")) {
        (Some(n), Some(handovers), Some(working)) => say(&format!(
            "估算：{} 件里有 {n} 件会不一样，少交接 {handovers} 次，少用工作时间 {}。",
            outcome.cases,
            span(Lang::Zh, working)
        )),
        (Some(_), ..) => say(&format!("{} 件照样走一遍，没有一件会变。", outcome.cases)),
        _ => say(&format!("{} 件里会变的不到 5 件，太少，不说数。", outcome.cases)),
    }
    for row in out["matters"].as_array().into_iter().flatten() {
        let saved = row["working_us"].as_i64().unwrap_or(0);
        say(&format!(
            "  {}  少交接 {} 次，少用 {}",
            row["no"].as_str().unwrap_or(""),
            row["handovers"],
            span(Lang::Zh, saved)
        ));
    }
    Ok(())
}

fn read(file: &Path) -> Result<Sheet, Sentence> {
    let why = |e: std::io::Error| Sentence(format!("{} 读不了：{e}", file.display()));
    if std::fs::metadata(file).map_err(why)?.len() > LONGEST {
        return Err(Sentence(format!("{} 太大了，不像是改法。", file.display())));
    }
    let text = std::fs::read_to_string(file).map_err(why)?;
    let read = if file.extension().is_some_and(|e| e.eq_ignore_ascii_case("json")) {
        serde_json::from_str(&text).map_err(|e| e.to_string())
    } else {
        toml::from_str(&text).map_err(|e| e.message().to_owned())
    };
    Ok(read.map_err(|why| format!("{} 看不懂：{why}。格式见 systems/council/README.md。", file.display()))?)
}
