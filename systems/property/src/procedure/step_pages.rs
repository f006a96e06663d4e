//! `…/step`: the next step is noted, with what the law wants of it; and the form in which one begins.

use super::pages::{At, Shown, own, url};
use super::rules::{WORDS_MAX, next};
use super::store::days;
use super::{Steps, hindered};
use crate::assembly::pages::{author, on};
use crate::refusal::Refusal;
use crate::texts::t;
use crate::words::Author;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{AreaId, Lang, Refuse};
use lianxin_journal::Receipt;
use lianxin_register::find;
use lianxin_store::{Stop, Tx};
use lianxin_web::components::{Back, Choice, Choices, ErrorSummary, Field, FieldKind, Notice, NoticeKind, Submit};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};

#[derive(Template)]
#[template(path = "procedure_form.html")]
struct FormView {
    back: Back<'static>,
    title: String,
    lead: String,
    until: Option<String>,
    notice: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    action: String,
    csrf: String,
    /// Which step the form is about: somebody else may note it meanwhile.
    step: Option<&'static str>,
    before: Vec<Field<'static>>,
    choices: Option<Choices<'static>>,
    fields: Vec<Field<'static>>,
    submit: Submit<'static>,
}

/// A field as it was filled in.
pub(crate) fn field(lang: Lang, fields: &Fields, name: &'static str, label: String) -> Field<'static> {
    Field::new(lang, name, label).value(fields.raw(name).to_owned()).error(fields.fault(name))
}

/// When a step was done.
pub(crate) fn day_field(lang: Lang, fields: &Fields) -> Field<'static> {
    field(lang, fields, "day", t(lang).msg_step_day()).kind(FieldKind::Date).required()
}

/// What shows it.
pub(crate) fn words_field(lang: Lang, fields: &Fields) -> Field<'static> {
    let shows = field(lang, fields, "words", t(lang).msg_step_words()).kind(FieldKind::Area);
    shows.hint(t(lang).msg_step_words_hint()).required().max(WORDS_MAX as u32)
}

/// A procedure begins in a compound: what its form asks besides the place.
pub(crate) struct BeginForm {
    pub(crate) lead: String,
    pub(crate) before: Vec<Field<'static>>,
    pub(crate) choices: Option<Choices<'static>>,
    pub(crate) fields: Vec<Field<'static>>,
    pub(crate) go: String,
}

/// Compounds in which one cannot begin, by what is in the way.
type LeftOut = Vec<(Refusal, Vec<String>)>;

/// The compounds the visitor looks after in which one can begin, and the others.
async fn compounds<P: Shown>(visit: &Visit) -> Result<(Vec<(AreaId, String)>, LeftOut), Trouble> {
    let (scope, today) = (visit.scope(), visit.now().day());
    let found = visit.read(move |r| {
        let (mut free, mut others) = (Vec::new(), LeftOut::new());
        for a in find::all_compounds(r)?.into_iter().filter(|a| scope.covers(a.id)) {
            let Some(why) = hindered::<P>(r, a.id, today)? else {
                free.push((a.id, a.name));
                continue;
            };
            match others.iter_mut().find(|(no, _)| no.code() == why.code()) {
                Some((_, names)) => names.push(a.name),
                None => others.push((why, vec![a.name])),
            }
        }
        Ok((free, others))
    });
    found.await
}

/// Which compounds are not offered, and why.
fn left_out(lang: Lang, others: &LeftOut) -> String {
    let between = if lang == Lang::Zh { "、" } else { ", " };
    let said = others.iter().map(|(why, names)| t(lang).msg_begin_left_out(names.join(between), why.say(lang)));
    said.collect::<Vec<_>>().join(if lang == Lang::Zh { "" } else { " " })
}

/// The form in which one begins.
pub(crate) async fn show_begin<P: Shown>(
    visit: &Visit,
    fields: &Fields,
    mut form: BeginForm,
) -> Result<Response, Trouble> {
    let (lang, words) = (visit.lang, P::words(visit.lang));
    let (places, others) = compounds::<P>(visit).await?;
    let places = places.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
    let place = field(lang, fields, "area", t(lang).msg_where()).kind(FieldKind::Select(places)).required();
    form.before.insert(0, place);
    let view = FormView {
        back: Back::new(P::BASE, words.list),
        title: words.new.clone(),
        lead: form.lead,
        until: None,
        notice: (!others.is_empty()).then(|| Notice::new(NoticeKind::Info, left_out(lang, &others))),
        summary: (!fields.good()).then(|| fields.summary()),
        action: P::BASE.into(),
        csrf: visit.token().to_owned(),
        step: None,
        before: form.before,
        choices: form.choices,
        fields: form.fields,
        submit: Submit::new(form.go),
    };
    let page = visit.page(&words.new, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// One begins; nothing once it has, else the form is to be shown again.
pub(crate) async fn send_begin<P: Shown>(
    visit: &Visit,
    fields: &mut Fields,
    area: AreaId,
    begin: impl Fn(&mut Tx<'_>, &Author) -> Result<Receipt, Stop> + Send + Sync + 'static,
) -> Result<Option<Response>, Trouble> {
    let who = author(visit);
    let done = visit.act_once(area, fields.token(), move |tx, token| begin(tx, &Author { token, ..who.clone() }));
    match done.await {
        Ok(receipt) => Ok(Some(on(visit, &url::<P>(receipt.act), "begun"))),
        Err(trouble) => fields.absorb(trouble).map(|_| None),
    }
}

/// One of a compound the visitor looks after, with what comes next there.
async fn at<P: Shown>(visit: &Visit, text: &str) -> Result<At<P>, Trouble> {
    let (k, steps) = own::<P>(visit, text).await?;
    if k.off {
        return Err(Trouble::refused(P::NO.off));
    }
    let step = next(&days(&steps)).ok_or_else(|| Trouble::refused(P::NO.over))?;
    let (lang, k2, steps2) = (visit.lang, k.clone(), steps.clone());
    let looked = visit.read(move |r| Ok((P::limit(r, &k2, &steps2, step)?, P::see(r, lang, &k2, &steps2, step)?)));
    let (limit, seen) = looked.await?;
    Ok(At { k, steps, step, limit, seen })
}

/// `GET …/step`
pub(crate) async fn form<P: Shown>(visit: Visit, Path(text): Path<String>) -> Result<Response, Trouble> {
    let at = at::<P>(&visit, &text).await?;
    let fields = Fields::empty(visit.lang).with("day", &visit.now().day().to_string());
    Ok(show(&visit, &at, &fields))
}

fn show<P: Shown>(visit: &Visit, at: &At<P>, fields: &Fields) -> Response {
    let (lang, k) = (visit.lang, &at.k);
    let asked = P::asked(visit, fields, at);
    let name = P::step_name(lang, at.step);
    let view = FormView {
        back: Back::new(url::<P>(k.id), P::title(lang, k.area_name.clone())),
        title: name.clone(),
        lead: P::stands_on(lang, at.step),
        until: asked.until,
        notice: asked.notice,
        summary: (!fields.good()).then(|| fields.summary()),
        action: format!("{}/step", url::<P>(k.id)),
        csrf: visit.token().to_owned(),
        step: Some(at.step.name()),
        before: Vec::new(),
        choices: asked.choices,
        fields: asked.fields,
        submit: Submit::new(t(lang).msg_step_go()),
    };
    let page = visit.page(&name, Kind::Desk);
    if fields.good() { page } else { page.wrong() }.view(&view)
}

/// `POST …/step`
pub(crate) async fn send<P: Shown>(
    visit: Visit,
    Path(text): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let at = at::<P>(&visit, &text).await?;
    // What was written about one step is never noted for another.
    let meant = fields.raw("step").parse().unwrap_or(at.step);
    let new = P::read(&mut fields, visit.lang, meant);
    let Some(new) = new.filter(|_| fields.good()) else { return Ok(show(&visit, &at, &fields)) };
    let (who, id) = (author(&visit), at.k.id);
    let done = visit
        .act_once(at.k.area, fields.token(), move |tx, token| P::note(tx, &Author { token, ..who.clone() }, id, &new));
    match done.await {
        Ok(_) => Ok(on(&visit, &url::<P>(id), "step")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            Ok(show(&visit, &at, &fields))
        }
    }
}
