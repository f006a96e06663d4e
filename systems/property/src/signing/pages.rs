//! `/votes/{vote}/signing`: that the printed count sheet was signed, by whom, and its photo.

use super::rules::{NAMES_MAX, WORDS_MAX};
use super::store::{Signed, last};
use super::{NewSigning, note};
use crate::assembly::pages::{author, on, own, under};
use crate::assembly::{State, Vote};
use crate::away::pages::{Ask, ONE};
use crate::ballot::store as ballots;
use crate::caps;
use crate::conflict;
use crate::refusal::Refusal as Basic;
use crate::say::plain_day;
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::HeaderMap;
use axum::response::Response;
use lianxin_base::Lang;
use lianxin_gate::Gate;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{
    Back, Choice, Choices, ErrorSummary, Facts, Field, FieldKind, Link, Look, Notice, NoticeKind, Submit,
};
use lianxin_web::icons::Icon;
use lianxin_web::photos::{photos, picture};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// The routes of signed sheets.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/votes/{vote}/signing", Gate::Can(caps::CONVENE), form),
        Route::post("/votes/{vote}/signing", Gate::Can(caps::CONVENE), send).files(ONE),
        Route::get("/votes/{vote}/signing/photo", Gate::Can(caps::CONVENE), image),
    ]
}

/// How a count sheet stands: signed or not, and whether papers were counted, so that one is wanted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stands {
    signed: Option<Signed>,
    papers: bool,
}

pub(crate) fn stands(r: &mut Read<'_>, v: &Vote) -> Result<Stands, Fault> {
    let over = matches!(v.state, State::Closed | State::Counted);
    let papers = over && ballots::all(r, v.id)?.iter().any(|b| b.channel.signed());
    Ok(Stands { signed: last(r, v.id)?, papers })
}

impl Stands {
    /// What everybody reads of it.
    pub(crate) fn fact(&self, lang: Lang) -> Option<(String, String)> {
        let s = self.signed.as_ref()?;
        let [calls, counts, watches] = s.many;
        let day = plain_day(lang, s.day);
        Some((t(lang).msg_signing_fact(), t(lang).msg_signing_says(day, calls, counts, watches)))
    }
    /// That a result with papers hangs out before its sheet is signed, or that what was counted by hand differs.
    pub(crate) fn warn(&self, lang: Lang) -> Option<Notice<'static>> {
        let t = t(lang);
        match &self.signed {
            None if self.papers => Some(Notice::new(NoticeKind::Warn, t.msg_signing_missing())),
            Some(s) if !s.same => Some(Notice::new(NoticeKind::Warn, t.msg_signing_differs())),
            _ => None,
        }
    }
}

/// What the address says.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    said: String,
}

#[derive(Template)]
#[template(path = "signing.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    warn: Option<Notice<'static>>,
    sheet: Link<'static>,
    facts: Option<Facts<'static>>,
    photo: Option<(String, u32, u32)>,
    action: String,
    csrf: String,
    same: Choices<'static>,
    fields: [Field<'static>; 5],
    ask: Ask,
    submit: Submit<'static>,
}

/// Only who is no party to the vote.
async fn seen(visit: &Visit, v: &Vote) -> Result<Stands, Trouble> {
    let (at, by, today) = (v.clone(), visit.by(), visit.now().day());
    let found = visit.read(move |r| {
        conflict::clear(r, &at, by, today)?;
        Ok(stands(r, &at)?)
    });
    found.await
}

/// `GET /votes/{vote}/signing`
async fn form(visit: Visit, Path(vote): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let fields = Fields::empty(visit.lang).with("day", &visit.now().day().to_string());
    show(&visit, &v, &asked.said, &fields).await
}

async fn show(visit: &Visit, v: &Vote, said: &str, fields: &Fields) -> Result<Response, Trouble> {
    let stands = seen(visit, v).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let field = |name: &'static str, label: String| {
        Field::new(lang, name, label).value(fields.raw(name).to_owned()).error(fields.fault(name)).autocomplete("off")
    };
    let people = |name: &'static str, label: String| {
        field(name, label).hint(t.msg_signing_one_a_line()).kind(FieldKind::Area).max(NAMES_MAX as u32).required()
    };
    let view = View {
        t,
        back: Back::new(under(v.id, "desk"), t.msg_desk()),
        title: v.title.clone(),
        said: (said == "signed").then(|| Notice::new(NoticeKind::Ok, t.msg_said_signing())),
        summary: (!fields.good()).then(|| {
            fields.summary_named(&[
                ("same", &t.msg_signing_same()),
                ("day", &t.msg_signing_day()),
                ("calls", &t.msg_signing_calls()),
                ("counts", &t.msg_signing_counts()),
                ("watches", &t.msg_signing_watches()),
                ("words", &t.msg_signing_words()),
            ])
        }),
        warn: stands.warn(lang),
        sheet: Link::new(under(v.id, "tally"), t.msg_tally_print()).icon(Icon::Printer),
        facts: stands.signed.as_ref().map(|s| facts(lang, &stands, s)),
        photo: stands.signed.as_ref().and_then(|s| s.photo).map(|p| (under(v.id, "signing/photo"), p.width, p.height)),
        action: under(v.id, "signing"),
        csrf: visit.token().to_owned(),
        same: Choices::new(lang, Look::Options, "same", t.msg_signing_same())
            .item(Choice::new("yes", t.msg_signing_same_yes()))
            .item(Choice::new("no", t.msg_signing_same_no()))
            .chosen(fields.raw("same").to_owned())
            .error(fields.fault("same"))
            .required(),
        fields: [
            field("day", t.msg_signing_day()).kind(FieldKind::Date).required(),
            people("calls", t.msg_signing_calls()),
            people("counts", t.msg_signing_counts()),
            people("watches", t.msg_signing_watches()),
            field("words", t.msg_signing_words())
                .hint(t.msg_signing_words_hint())
                .kind(FieldKind::Area)
                .max(WORDS_MAX as u32),
        ],
        ask: Ask::named(visit, fields, t.msg_signing_photo(), t.msg_signing_photo_hint()),
        submit: Submit::new(t.msg_signing_go()),
    };
    let title = t.msg_signing();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// Who signed, for the desk.
fn facts(lang: Lang, stands: &Stands, s: &Signed) -> Facts<'static> {
    let t = t(lang);
    let lines = |text: &String| text.lines().collect::<Vec<_>>().join(if lang == Lang::Zh { "；" } else { "; " });
    let [calls, counts, watches] = &s.names;
    let mut items: Vec<(String, String)> = stands.fact(lang).into_iter().collect();
    items.push((t.msg_signing_calls(), lines(calls)));
    items.push((t.msg_signing_counts(), lines(counts)));
    items.push((t.msg_signing_watches(), lines(watches)));
    if !s.words.is_empty() {
        items.push((t.msg_signing_words(), s.words.clone()));
    }
    Facts { items: items.into_iter().map(|(name, value)| (name.into(), value.into())).collect() }
}

/// `POST /votes/{vote}/signing`
async fn send(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let came = photos(&visit, &mut fields).await?;
    let same = fields.choice("same", &["yes", "no"]);
    let day = fields.day("day");
    let names = ["calls", "counts", "watches"].map(|name| fields.text(name, NAMES_MAX));
    let words = fields.opt_text("words", WORDS_MAX).unwrap_or_default();
    if came.len() > 1 {
        fields.refuse(&Basic::AwayMany);
    }
    if !fields.good() && came.is_empty() {
        // What the rules would ask for next is said together with the rest.
        fields.refuse(&crate::refusal_votes::Refusal::SigningPhoto);
    }
    let (Some(same), Some(day), true) = (same, day, fields.good()) else { return show(&visit, &v, "", &fields).await };
    let new = NewSigning { day, names, same: same == "yes", words, photo: came.first().copied() };
    let (who, id) = (author(&visit), v.id);
    let done =
        visit.act_once(v.area, fields.token(), move |tx, token| note(tx, &Author { token, ..who.clone() }, id, &new));
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "signing"), "signed")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &v, "", &fields).await
        }
    }
}

/// `GET /votes/{vote}/signing/photo`
async fn image(visit: Visit, Path(vote): Path<String>, headers: HeaderMap) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let photo = seen(&visit, &v).await?.signed.and_then(|s| s.photo).ok_or(Trouble::NotFound)?;
    picture(&visit, photo.large, &headers).await
}
