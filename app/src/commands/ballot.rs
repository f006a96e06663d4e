//! `lianxin ballot count FILE [--json]`: counts a vote that lies in a file, for whoever wants to count after us.

use super::{Sentence, say};
use lianxin_ballot::{Decider, ElectionOutcome, Input, MatterOutcome, Outcome, Place, Tested, Weight, count};
use lianxin_base::{Fen, Lang};
use std::fs;
use std::path::Path;

/// The roll of a district and its papers fit into this.
const LONGEST: u64 = 256 * 1024 * 1024;

/// Counts and prints, as one line of JSON or to be read.
pub(super) fn run(file: &Path, json: bool) -> Result<(), Sentence> {
    let why = |e: std::io::Error| Sentence(format!("{} 读不了：{e}", file.display()));
    if fs::metadata(file).map_err(why)?.len() > LONGEST {
        return Err(Sentence(format!("{} 太大了，一次数不了。", file.display())));
    }
    let text = fs::read_to_string(file).map_err(why)?;
    let input = Input::read_json(&text).map_err(|no| no.say(Lang::Zh))?;
    let outcome = count(&input).map_err(|no| no.say(Lang::Zh))?;
    if json {
        say(&String::from_utf8_lossy(&outcome.canonical()));
        return Ok(());
    }
    told(&outcome).iter().for_each(|line| say(line));
    Ok(())
}

/// The outcome in lines: what it rests on, who could vote, and every hurdle with its arithmetic.
fn told(o: &Outcome) -> Vec<String> {
    let mut lines = vec![
        format!("依据  {} {}（{}，{} 起）", o.rules.source, o.rules.article, o.rules.id, o.rules.from),
        format!("名册  {}，留底号 {}", weight(o.electorate.all), o.electorate.roll_sha256),
        format!(
            "收回  {}，没收回 {}，作废 {} 张",
            weight(o.papers.returned),
            weight(o.papers.silent),
            o.papers.not_counted.len()
        ),
    ];
    o.matters.iter().for_each(|m| matter(&mut lines, m));
    o.elections.iter().for_each(|e| election(&mut lines, e));
    lines.push(format!("结果的留底号  {}", o.sha256()));
    lines
}

fn matter(lines: &mut Vec<String>, m: &MatterOutcome) {
    let passed = if m.passed { "通过" } else { "没有通过" };
    lines.push(String::new());
    lines.push(format!("{}  {passed}（{}）", m.matter, m.article));
    lines.push(format!(
        "  同意 {}，反对 {}，弃权 {}",
        weight(m.returned.tally.yes),
        weight(m.returned.tally.no),
        weight(m.returned.tally.abstain)
    ));
    hurdle(lines, "参加够不够", &m.returned.quorum);
    hurdle(lines, "同意够不够", &m.returned.majority);
    if let Some(follow) = &m.follow
        && m.decided_by == Decider::Follow
    {
        lines.push(format!("  按议事规则，没投票的 {} 跟着多数：", weight(follow.followers)));
        hurdle(lines, "参加够不够", &follow.quorum);
        hurdle(lines, "同意够不够", &follow.majority);
    }
    if m.differ {
        lines.push("  只数收回的票和算上跟着多数的，结果不一样：两种都要公布。".into());
    }
}

fn election(lines: &mut Vec<String>, e: &ElectionOutcome) {
    lines.push(String::new());
    lines.push(format!("{}  {} 个名额选出 {} 人（{}）", e.election, e.seats, e.filled, e.article));
    hurdle(lines, "参加够不够", &e.quorum);
    for c in &e.candidates {
        let place = match c.place {
            Place::Elected => "当选",
            Place::Alternate => "候补",
            Place::NotElected => "没有选上",
            Place::Undecided => "同票，没有定下谁先谁后",
        };
        let lot = if c.by_lot { "（抽签）" } else { "" };
        lines.push(format!("  {}  {place}{lot}  {}", c.candidate, weight(c.yes)));
        hurdle(lines, "  同意够不够", &c.majority);
    }
}

fn hurdle(lines: &mut Vec<String>, what: &str, t: &Tested) {
    let area = t.area.iter().map(|a| format!("面积 {a}"));
    let all: Vec<String> = area.chain([format!("人数 {}", t.persons)]).collect();
    let holds = if t.holds { "够" } else { "不够" };
    lines.push(format!("  {what}：{holds}  {}", all.join("；")));
}

/// `300 人 30,000.00 ㎡`; without area where area does not count.
fn weight(w: Weight) -> String {
    let area = i64::try_from(w.area).unwrap_or(i64::MAX);
    if area == 0 { format!("{} 人", w.persons) } else { format!("{} 人 {} ㎡", w.persons, Fen(area)) }
}
