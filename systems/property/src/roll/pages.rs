//! `/votes/{vote}/roll`: the whole roll, to be printed and hung up in the compound: building, door, area, number. No names.

use super::store::{asked, lines, roll};
use super::{Door, Line};
use crate::assembly::State;
use crate::assembly::pages::{own, under, url};
use crate::caps;
use crate::example;
use crate::say::{area, weight, when};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::Lang;
use lianxin_gate::Gate;
use lianxin_register::AreaSource;
use lianxin_web::components::Html;
use lianxin_web::shell::Kind;
use lianxin_web::{Hung, Route, Trouble, Visit};

/// The routes of rolls.
pub(crate) fn routes() -> Vec<Route> {
    vec![Route::get("/votes/{vote}/roll", Gate::Can(caps::ROLL), page)]
}

struct Printed {
    house: String,
    door: String,
    size: String,
    source: &'static str,
    no: String,
}

#[derive(Template)]
#[template(path = "vote_roll.html")]
struct View {
    t: &'static L10nLanguage,
    second: Html,
    title: String,
    frozen: String,
    totals: String,
    hash: String,
    lines: Vec<Printed>,
    back: String,
}

/// `GET /votes/{vote}/roll`: before the opening as the register has it now, to hang out for objections, without numbers.
async fn page(visit: Visit, Path(vote): Path<String>) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let (at, today) = (v.clone(), visit.now().day());
    let found = visit.read(move |r| {
        let frozen = roll(r, at.id)?;
        let draft = frozen.is_none() && at.state == State::Called;
        Ok((frozen, lines(r, at.id)?, if draft { asked(r, at.area, at.voting, today)? } else { Vec::new() }))
    });
    let (frozen, lines, draft) = found.await?;
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let positive = |n: i64| u64::try_from(n).unwrap_or(0);
    let line = |l: Line| Printed {
        size: area(positive(l.size)),
        source: l.source.say(lang),
        house: l.house,
        door: l.door,
        no: l.no.to_string(),
    };
    let door = |d: Door| Printed {
        size: d.size.map(|size| area(positive(size))).unwrap_or_default(),
        source: d.source.map(|source| source.say(lang)).unwrap_or_default(),
        house: d.house,
        door: d.door,
        no: String::new(),
    };
    let hung = Hung::at(&visit, &[v.area]).await?;
    let (back, second) = (under(v.id, "desk"), hung.head(v.area));
    let view = match frozen {
        Some(roll) => {
            let totals = weight(lang, positive(roll.persons), positive(roll.size));
            View {
                t,
                second,
                title: t.msg_roll_title(v.place(), v.title.clone()),
                frozen: t.msg_roll_frozen(when(lang, roll.frozen, now)),
                totals: t.msg_roll_totals(positive(roll.units), totals),
                hash: roll.list_sha256,
                lines: lines.into_iter().map(line).collect(),
                back,
            }
        }
        None if v.state == State::Called => View {
            t,
            second,
            title: t.msg_roll_draft_title(v.place(), v.title.clone()),
            frozen: t.msg_roll_draft(when(lang, v.opens, now)),
            totals: String::new(),
            hash: String::new(),
            lines: draft.into_iter().map(door).collect(),
            back,
        },
        None => return Err(Trouble::NotFound),
    };
    let name = view.title.clone();
    let link = visit.house.settings().origin.url(&url(v.id));
    let hung = hung.group(vec![name.clone(), view.frozen.clone()], link);
    Ok(visit.page(&name, Kind::Print).hung(hung).view(&view))
}

/// An invented example of the roll.
pub(crate) fn specimen(lang: Lang) -> Html {
    let t = t(lang);
    let line = |door: &str, no: i64| Printed {
        house: example::HOUSE.into(),
        door: door.into(),
        size: area(8_350),
        source: AreaSource::Register.say(lang),
        no: no.to_string(),
    };
    Html::of(&View {
        t,
        second: Html(String::new()),
        title: t.msg_roll_title(example::PLACE, example::TITLE),
        frozen: t.msg_roll_frozen(when(lang, example::OPENS, example::NOW)),
        totals: t.msg_roll_totals(2, weight(lang, 2, 16_700)),
        hash: example::HASH.into(),
        lines: vec![line("101", 1), line("102", 2)],
        back: example::BACK.into(),
    })
}
