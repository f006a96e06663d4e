//! 替邻居记一句: whoever joined and reads nothing on a phone is asked by somebody, who writes down what they said and how
//! they were asked; never by who did the work.

use super::pages::matter;
use super::rules::Refusal;
use super::store::{Joiner, all};
use super::{Said, voice_for};
use crate::caps;
use crate::course::{Author, terms};
use crate::feedback::HOW;
use crate::pages::{author, desk_url};
use crate::rules::WORDS_MAX;
use crate::store::{Matter, by_no};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::ActId;
use lianxin_gate::Gate;
use lianxin_journal::text;
use lianxin_register::find;
use lianxin_store::{Fault, Read, Stop};
use lianxin_web::components::{Back, Choice, Choices, Empty, ErrorSummary, Field, FieldKind, Look};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};

/// So many are offered at once; who was asked leaves the list.
const OFFERED: usize = 40;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/desk/{no}/voices", Gate::Can(caps::BEHALF), form),
        Route::post("/desk/{no}/voices", Gate::Can(caps::BEHALF), take),
    ]
}

/// Those who joined and have not said at this round whether it is solved.
pub(super) fn waiting<'a>(m: &Matter, all: &'a [Joiner]) -> impl Iterator<Item = &'a Joiner> {
    let (hops, asked) = (m.hops, m.ended_at.is_none() && m.step == "feedback");
    all.iter().filter(move |x| asked && x.voiced != Some(hops))
}

/// Whether somebody of this visit may write down what they say: not who did the work.
pub(super) fn may_write(visit: &Visit, m: &Matter) -> bool {
    let own = visit.seats().iter().any(|seat| Some(seat.org) == m.executor || m.veils(seat.org));
    m.in_scope(&visit.scope_for(caps::BEHALF)) && !own
}

/// One of them, as somebody who asks needs to know.
struct Neighbour {
    join: ActId,
    name: Option<String>,
    phone: Option<String>,
}

fn neighbours(r: &mut Read<'_>, m: &Matter) -> Result<Vec<Neighbour>, Fault> {
    let joiners = all(r, m.id)?;
    let mut named = Vec::new();
    for x in waiting(m, &joiners).take(OFFERED) {
        let left = x.came.unwrap_or(x.counted.act);
        let (name, phone) = match x.person {
            Some(person) => (find::person_name(r, person)?, find::person_phone(r, person)?),
            None => (text(r, left, "name")?, text(r, left, "phone")?),
        };
        named.push(Neighbour { join: x.counted.act, name, phone });
    }
    Ok(named)
}

#[derive(Template)]
#[template(path = "join_voices.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    summary: Option<ErrorSummary<'static>>,
    empty: Option<Empty<'static>>,
    action: String,
    csrf: String,
    who: Choices<'static>,
    how: Choices<'static>,
    note: Field<'static>,
}

/// `GET /desk/{no}/voices`
async fn form(visit: Visit, Path(no): Path<String>) -> Result<Response, Trouble> {
    let m = matter(&visit, &no).await?;
    let fields = Fields::empty(visit.lang);
    show(&visit, m, &fields).await
}

async fn show(visit: &Visit, m: Matter, fields: &Fields) -> Result<Response, Trouble> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let asked = m.clone();
    let neighbours = visit.read(move |r| Ok(neighbours(r, &asked)?)).await?;
    let chosen = |name: &'static str, label: String| {
        Choices::new(lang, Look::Options, name, label)
            .chosen(fields.raw(name).to_owned())
            .error(fields.fault(name))
            .required()
    };
    let who = neighbours.iter().fold(chosen("join", t.msg_voices_who()), |all, one| {
        let name = one.name.clone().unwrap_or_else(|| t.msg_voices_nameless());
        all.item(Choice::new(one.join.to_string(), name).note(one.phone.clone().unwrap_or_default()))
    });
    let labels = [t.msg_how_phone(), t.msg_how_visit(), t.msg_how_counter()];
    let how = HOW
        .iter()
        .zip(labels)
        .fold(chosen("how", t.msg_desk_how()), |all, (how, label)| all.item(Choice::new(*how, label)));
    let note = Field::new(lang, "note", t.msg_answer_note())
        .kind(FieldKind::Area)
        .hint(t.msg_answer_note_hint())
        .value(fields.raw("note").to_owned())
        .error(fields.fault("note"))
        .max(WORDS_MAX as u32);
    let view = View {
        t,
        back: Back::new(desk_url(&m.no), t.msg_join_back()),
        title: t.msg_voices_title(&m.no),
        summary: (!fields.good()).then(|| fields.summary()),
        empty: neighbours.is_empty().then(|| Empty {
            icon: Icon::Check,
            text: t.msg_voices_none().into(),
            action: None,
        }),
        action: format!("{}/voices", desk_url(&m.no)),
        csrf: visit.token().to_owned(),
        who,
        how,
        note,
    };
    let title = view.title.clone();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page.view(&view) } else { page.wrong().view(&view) })
}

/// `POST /desk/{no}/voices`
async fn take(visit: Visit, Path(no): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let m = matter(&visit, &no).await?;
    let join: Option<ActId> = fields.raw("join").parse().ok();
    if join.is_none() {
        fields.refuse(&Refusal::NoOne);
    }
    let good = fields.choice("answer", &["good", "again"]) == Some("good");
    let how = fields.choice("how", HOW).map(ToOwned::to_owned);
    let words = fields.opt_text("note", WORDS_MAX).unwrap_or_default();
    let (Some(join), true) = (join, fields.good()) else { return show(&visit, m, &fields).await };
    let (who, said, asked) = (author(&visit, visit.act_id(), None), Said { good, words, how }, no.clone());
    let done = visit
        .act_once(m.area, fields.token(), move |tx, token| {
            let terms = terms(tx, m.area)?;
            voice_for(tx, &terms, &Author { token, ..who.clone() }, (&asked, join), &said)
        })
        .await;
    match done {
        Ok(_) => Ok(visit.to(&next(&visit, &no).await?)),
        Err(trouble) => {
            fields.absorb(trouble)?;
            let m = matter(&visit, &no).await?;
            show(&visit, m, &fields).await
        }
    }
}

/// To the next one, as long as somebody is still to be asked.
async fn next(visit: &Visit, no: &str) -> Result<String, Trouble> {
    let (scope, asked, desk) = (visit.scope(), no.to_owned(), desk_url(no));
    let more = move |r: &mut Read<'_>| {
        let Some(m) = by_no(r, &scope, &asked)? else { return Ok::<_, Stop>(false) };
        let joiners = all(r, m.id)?;
        let more = waiting(&m, &joiners).next().is_some();
        Ok(more)
    };
    Ok(if visit.read(more).await? { format!("{desk}/voices") } else { desk })
}
