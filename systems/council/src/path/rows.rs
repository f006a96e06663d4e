//! `/path/rows`: the matters a figure of the map is made of.

use super::ask::{Asked, Behind, Ground, LISTED, before, ground, told};
use super::map::{WHATS, sums};
use super::store::{Period, by_move, by_step, by_walk, counted, handed_by};
use super::words::{mv, step, walk};
use crate::course::flow;
use crate::texts::{L10nLanguage, t};
use axum::extract::Query;
use axum::response::Response;
use lianxin_base::{Day, Lang, Moment};
use lianxin_path::map::LEAST;
use lianxin_path::sums::{Month, begins, month, plus};
use lianxin_path::{Back as Leads, Map};
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Back, Rows};
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};

/// Which figure.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Figure {
    /// A step was left.
    Step,
    /// A move was made.
    Move,
    /// A move was made, and to another organisation.
    Handed,
    /// It went this way and ended.
    Walk,
    /// One of the counts of a month, or of all months.
    Count(&'static str),
}

fn figure(asked: &Asked) -> Option<Figure> {
    if !asked.walk.is_empty() {
        return Some(Figure::Walk);
    }
    match (asked.from.is_empty(), asked.by.is_empty(), asked.what.as_str()) {
        (false, true, "") => Some(Figure::Step),
        (false, false, "") => Some(Figure::Move),
        (false, false, "handed") => Some(Figure::Handed),
        (true, true, what) => WHATS.into_iter().find(|one| *one == what).map(Figure::Count),
        _ => None,
    }
}

/// The time that is looked at: the months of the map, or the one that was asked for, if it is one of them.
fn period(asked: &Asked, until: Moment) -> Option<(Day, Period)> {
    let last = month(until.plus(-1));
    let first = plus(last, 1 - asked.months());
    let (first, end) = if asked.month.is_empty() {
        (first, until)
    } else {
        let one = read_month(&asked.month).filter(|one| (first..=last).contains(one))?;
        (one, until.min(begins(plus(one, 1))?.start()))
    };
    let day = begins(first)?;
    Some((day, (day.start(), end)))
}

/// `2026-06`.
fn read_month(text: &str) -> Option<Month> {
    let (year, n) = text.split_once('-')?;
    let (year, n) = (year.parse::<i64>().ok()?, n.parse::<i64>().ok()?);
    ((1..=9999).contains(&year) && (1..=12).contains(&n)).then_some(year * 100 + n)
}

/// What was found, and whether not everything was looked through.
#[derive(Default)]
struct Found {
    all: Vec<String>,
    cut: bool,
}

fn find(
    r: &mut Read<'_>,
    ground: &Ground,
    asked: &Asked,
    figure: &Figure,
    (time, until, now): (Period, Moment, Moment),
) -> Result<Found, Fault> {
    let most = LISTED as i64 + 1;
    let arc = (asked.from.as_str(), asked.by.as_str(), asked.to.as_str());
    let mut found = Found::default();
    for area in &ground.areas {
        let some = match figure {
            Figure::Step => by_step(r, *area, time, &asked.from, most)?,
            Figure::Move => by_move(r, *area, time, arc, most)?,
            Figure::Handed => handed_by(r, *area, time, arc, most)?,
            Figure::Walk => {
                let (some, cut) = by_walk(r, *area, time, &asked.walk)?;
                found.cut |= cut;
                some
            }
            Figure::Count("back") => {
                // Which moves lead back is the flow's to say, so each that was made is asked for.
                let map = Map::of(&sums(r, &[*area], month(time.0), (until, now))?, flow());
                let mut all = Vec::new();
                for m in map.moves.iter().filter(|m| matches!(m.back, Some(Leads::Rework | Leads::Wrong))) {
                    all.extend(by_move(r, *area, time, (&m.arc.from, &m.arc.mv, &m.arc.to), most)?);
                }
                all
            }
            Figure::Count(what) => counted(r, *area, time, what, most)?,
        };
        found.all.extend(some);
    }
    found.all.sort_unstable();
    found.all.dedup();
    Ok(found)
}

/// `GET /path/rows?from=&by=&to=&walk=&what=&month=&months=&on=`
pub(super) async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let on = asked.on(now.day());
    let until = before(on, now);
    let figure = figure(&asked).ok_or(Trouble::NotFound)?;
    let (first, time) = period(&asked, until).ok_or(Trouble::NotFound)?;
    let (scope, asks, which) = (visit.scope(), asked.clone(), figure.clone());
    let mut found = visit
        .read(move |r| {
            let ground = ground(r, &scope, &asks.area)?;
            Ok(find(r, &ground, &asks, &which, (time, until, now))?)
        })
        .await?;
    if found.all.is_empty() {
        return Err(Trouble::NotFound);
    }
    // Five moves may be those of one matter that went back and forth: a figure opens, but not onto so few.
    let n = found.all.len();
    let few = (n as i64) < LEAST;
    if few {
        found.all.clear();
    }
    let last = time.1.plus(-1).day();
    let view = Behind {
        back: Back::new(format!("/path/map?{}&months={}", asked.kept(on), asked.months()), t.msg_path_map_title()),
        title: title(lang, &asked, &figure),
        of: if few { t.msg_path_week_few(LEAST) } else { t.msg_path_so_many(n.min(LISTED)) },
        why: why(t, &figure, few, (first, last)),
        rows: Rows { items: told(&visit, found.all.clone(), |_| Vec::new()).await? },
        cut: match found.all.len() > LISTED {
            true => Some(t.msg_path_cut(LISTED)),
            false => found.cut.then(|| t.msg_path_rows_cut()),
        },
    };
    Ok(visit.page(&t.msg_path_map_title(), Kind::Desk).view(&view))
}

fn title(lang: Lang, asked: &Asked, figure: &Figure) -> String {
    let t = t(lang);
    let arc = || t.msg_path_arc(step(lang, &asked.from), mv(lang, &asked.by), step(lang, &asked.to));
    match figure {
        Figure::Step => step(lang, &asked.from),
        Figure::Move => arc(),
        Figure::Handed => t.msg_figures_whose(arc(), t.msg_path_handed()),
        Figure::Walk => walk(lang, &asked.walk),
        Figure::Count(what) => {
            let what = match *what {
                "begun" => t.msg_path_begun(),
                "ended" => t.msg_path_ended(),
                "back" => t.msg_path_back(),
                _ => t.msg_path_handed(),
            };
            let when =
                if asked.month.is_empty() { t.msg_path_last_months(asked.months()) } else { asked.month.clone() };
            t.msg_figures_whose(when, what)
        }
    }
}

fn why(t: &L10nLanguage, figure: &Figure, few: bool, (first, last): (Day, Day)) -> String {
    let (first, last) = (first.to_string(), last.to_string());
    match (figure, few) {
        (Figure::Step | Figure::Move, true) => t.msg_path_rows_few(LEAST),
        (Figure::Step | Figure::Move, false) => t.msg_path_rows_why(first, last),
        (_, true) => t.msg_path_rows_of_few(LEAST),
        (_, false) => t.msg_path_rows_of(first, last),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(pairs: &[(&str, &str)]) -> Asked {
        let all: serde_json::Map<String, serde_json::Value> =
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).into())).collect();
        serde_json::from_value(all.into()).expect("an address")
    }

    #[test]
    fn an_address_names_one_figure_or_none() {
        for (pairs, is) in [
            (&[("from", "work")][..], Some(Figure::Step)),
            (&[("from", "work"), ("by", "return"), ("to", "look")], Some(Figure::Move)),
            (&[("from", "work"), ("by", "return"), ("to", "look"), ("what", "handed")], Some(Figure::Handed)),
            (&[("walk", "look>work>feedback>closed")], Some(Figure::Walk)),
            (&[("what", "begun")], Some(Figure::Count("begun"))),
            (&[("what", "handed"), ("month", "2026-06")], Some(Figure::Count("handed"))),
            (&[("what", "nonsense")], None),
            (&[("from", "work"), ("what", "handed")], None),
            (&[("by", "return")], None),
            (&[], None),
        ] {
            assert_eq!(figure(&asked(pairs)), is, "{pairs:?}");
        }
    }

    #[test]
    fn a_month_is_one_of_the_maps_and_ends_with_the_day_asked_for() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let until = day("2026-06-19").start();
        for (month, is) in [
            ("", Some(("2026-01-01", "2026-06-19"))),
            ("2026-06", Some(("2026-06-01", "2026-06-19"))),
            ("2026-02", Some(("2026-02-01", "2026-03-01"))),
            ("2025-12", None),
            ("2026-07", None),
            ("2026-13", None),
            ("-2026-6", None),
            ("nonsense", None),
            ("99999999999999999999-01", None),
        ] {
            let found = period(&asked(&[("month", month)]), until);
            let is = is.map(|(from, to)| (day(from), (day(from).start(), day(to).start())));
            assert_eq!(found, is, "{month}");
        }
    }
}
