//! `/votes/{vote}/tally`: 计票表, with room for strokes while papers are read out, and places for who reads, counts and watches.
//! Once it is counted the figures stand beside.

use crate::assembly::asked::following;
use crate::assembly::pages::asked;
use crate::assembly::pages::{own, under};
use crate::assembly::store as votes;
use crate::conflict;
use crate::count::pages::{Came, Hurdle, results};
use crate::example;
use crate::official;
use crate::roll::store as rolls;
use crate::say::{self, weight, when_dated};
use crate::sealing;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::Lang;
use lianxin_web::components::Html;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};

/// A line of the sheet: the choice, and what was counted if it was.
struct Row {
    name: String,
    came: String,
}

struct Point {
    n: i64,
    words: String,
    kind: String,
    rows: Vec<Row>,
    /// Where the unreturned may follow: that they do, and both tallies once it is counted.
    follow: Vec<String>,
}

#[derive(Template)]
#[template(path = "tally_print.html")]
struct View {
    t: &'static L10nLanguage,
    place: String,
    title: String,
    facts: Vec<(String, String)>,
    points: Vec<Point>,
    back: String,
}

/// `GET /votes/{vote}/tally`
pub(super) async fn page(visit: Visit, Path(vote): Path<String>) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let (at, lang, by, today) = (v.clone(), visit.lang, visit.by(), visit.now().day());
    let found = visit.read(move |r| {
        conflict::clear(r, &at, by, today)?;
        let matters = votes::matters(r, at.id)?;
        let came = results(r, &at, &matters, lang)?;
        let official = official::pages::facts(lang, r, &at)?;
        Ok((rolls::roll(r, at.id)?, matters, came, sealing::store::all(r, at.id)?, official))
    });
    let (roll, matters, came, boxes, official) = found.await?;
    let set = v.set().map_err(Trouble::refused)?;
    let (t, now) = (t(lang), visit.now());
    let positive = crate::assembly::pages::one::positive;
    let mut facts = vec![(t.msg_vote_when(), t.msg_vote_span(when_dated(lang, v.opens), when_dated(lang, v.closes)))];
    facts.extend(asked::facts(lang, &v));
    facts.extend(sealing::pages::facts(lang, now, &boxes));
    facts.extend(official);
    if let Some(roll) = roll {
        let totals = weight(lang, positive(roll.persons), positive(roll.size));
        facts.push((t.msg_roll(), t.msg_roll_totals(positive(roll.units), totals)));
        facts.push((t.msg_roll_kept(), roll.list_sha256));
    }
    let rows = |n: i64| -> Vec<Row> {
        let found: Option<&Came> = came.iter().find(|c| c.n == n);
        let names = [t.msg_mark_yes(), t.msg_mark_no(), t.msg_mark_abstain(), t.msg_tally_void()];
        let sums = found.map(|c| c.sheet.clone()).unwrap_or_default();
        names.into_iter().zip(sums).map(|(name, came)| Row { name, came }).collect()
    };
    let which = following(&set, &matters);
    let follow = |m: &votes::Matter| -> Vec<String> {
        let Some(rule) = v.follow_by.clone().filter(|_| v.follow && which.contains(&m.n)) else { return Vec::new() };
        match came.iter().find(|c| c.n == m.n) {
            Some(c) => {
                let line = |h: &Hurdle| format!("{} {} {}", h.name, h.text, h.says);
                let (head, hurdles) =
                    c.other.as_ref().map(|(head, all)| (Some(head), all.as_slice())).unwrap_or_default();
                head.cloned().into_iter().chain(hurdles.iter().map(line)).chain([c.follow.clone()]).collect()
            }
            None => vec![t.msg_tally_follow(rule)],
        }
    };
    let view = View {
        t,
        place: t.msg_tally_title(v.place()),
        facts,
        points: matters
            .iter()
            .map(|m| Point {
                n: m.n,
                words: m.words.clone(),
                kind: say::kind(lang, &m.kind),
                rows: rows(m.n),
                follow: follow(m),
            })
            .collect(),
        back: under(v.id, "desk"),
        title: v.title,
    };
    let name = view.title.clone();
    Ok(visit.page(&name, Kind::Print).view(&view))
}

/// An invented example of the sheet.
pub(crate) fn specimen(lang: Lang) -> Html {
    let t = t(lang);
    let names = [t.msg_mark_yes(), t.msg_mark_no(), t.msg_mark_abstain(), t.msg_tally_void()];
    let rows = names.into_iter().map(|name| Row { name, came: String::new() }).collect();
    Html::of(&View {
        t,
        place: t.msg_tally_title(example::PLACE),
        title: example::TITLE.into(),
        facts: vec![
            (t.msg_vote_when(), example::span(lang)),
            (t.msg_roll(), t.msg_roll_totals(120, weight(lang, 118, 1_002_000))),
            (t.msg_roll_kept(), example::HASH.into()),
        ],
        points: vec![Point {
            n: 1,
            words: example::MATTER.into(),
            kind: say::kind(lang, example::KIND),
            rows,
            follow: Vec::new(),
        }],
        back: example::BACK.into(),
    })
}
