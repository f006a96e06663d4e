//! 替人登记: somebody comes to the counter or calls; a worker writes it down and gives the number on paper.

use crate::origin::{Origin, form as came};
use crate::pages::report::{Written, calls, duty, icon, read_common, ring, take_in};
use crate::pages::spot;
use crate::pages::{desk_url, proof_code};
use crate::rules::{Category, Refusal, See, Source, WORDS_MAX};
use crate::say::{by_day, when};
use crate::store::{self, Matter};
use crate::texts::{L10nLanguage, t};
use crate::view::category_name;
use askama::Template;
use axum::response::Response;
use lianxin_base::{ActId, AreaId};
use lianxin_gate::Scope;
use lianxin_journal::Receipt;
use lianxin_outbox::How;
use lianxin_register::find::{self, Listed};
use lianxin_store::{Read, Stop};
use lianxin_web::components::{
    self, Back, Choice, Choices, ErrorSummary, Facts, Field, FieldKind, Html, Link, Look, Notice, NoticeKind,
    PhotoField, Submit,
};
use lianxin_web::icons::Icon;
use lianxin_web::photos::{PHOTO_FIELD, kept, photos};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};

/// With more places than this the houses are not listed one by one.
const PLACES_MAX: usize = 200;

#[derive(Template)]
#[template(path = "desk_new.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    summary: Option<ErrorSummary<'static>>,
    csrf: String,
    calls: Vec<(String, String)>,
    danger: bool,
    source: Choices<'static>,
    outer: Vec<Field<'static>>,
    outer_open: bool,
    paper: Vec<Field<'static>>,
    paper_open: bool,
    fields: Vec<Field<'static>>,
    agreement: Option<Choices<'static>>,
    need: Choices<'static>,
    about: Choices<'static>,
    photos: PhotoField<'static>,
    category: Choices<'static>,
    tell: Choices<'static>,
    promise: Notice<'static>,
    submit: Submit<'static>,
}

/// `GET /desk/new`
pub(super) async fn form(visit: Visit) -> Result<Response, Trouble> {
    show(&visit, &Fields::empty(visit.lang)).await
}

pub(super) async fn show(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let (under, scope, day) = (area(visit), visit.scope(), visit.now().day());
    let now = visit.now();
    let danger = came::asks_danger(fields);
    let look = move |r: &mut Read<'_>| {
        let own = under.filter(|_| danger).map(|area| find::emergency(r, area)).transpose()?;
        let ring = under.filter(|_| danger).map(|area| duty(r, area, now)).transpose()?.flatten();
        Ok((places(r, under, &scope, day)?, own.unwrap_or_default(), ring))
    };
    let (places, emergency, on_duty) = visit.read(look).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let (outer, paper) = came::questions(lang, fields);
    let any = |names: &[&str]| names.iter().any(|name| fields.has(name) || fields.fault(name).is_some());
    let title = t.msg_desk_new();
    let view = View {
        t,
        back: Back::new("/desk", t.msg_desk_back()),
        summary: (!fields.good()).then(|| fields.summary()),
        csrf: visit.token().to_owned(),
        calls: calls(t, &emergency).into_iter().chain(ring(lang, on_duty.as_ref())).collect(),
        danger,
        source: came::sources(lang, fields),
        outer,
        outer_open: any(&["outer_no", "outer_due"]),
        paper,
        paper_open: any(&["happened", "happened_time"]),
        fields: questions(visit, fields, &places),
        agreement: came::agreement(lang, fields, t.msg_agreed_behalf()),
        need: came::needs(lang, fields),
        about: crate::about::choices(lang, fields),
        photos: PhotoField {
            lang,
            label: t.msg_report_photos().into(),
            kept: kept(visit, fields),
            error: fields.fault(PHOTO_FIELD),
        },
        category: categories(visit, fields),
        tell: ways(visit, fields),
        promise: Notice::new(NoticeKind::Assure, t.msg_desk_new_promise()),
        submit: Submit::new(t.msg_desk_new_go()),
    };
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page.view(&view) } else { page.wrong().view(&view) })
}

/// The area of the seat that writes it down.
fn area(visit: &Visit) -> Option<AreaId> {
    visit.seat().map(|s| s.area)
}

fn places(r: &mut Read<'_>, under: Option<AreaId>, scope: &Scope, on: lianxin_base::Day) -> Result<Vec<Listed>, Stop> {
    let mut all = find::places(r, under, on)?;
    if all.len() > PLACES_MAX {
        all.retain(|p| p.kind != "building");
    }
    let mut seen = Vec::new();
    for place in all {
        if find::place(r, &place.code)?.is_some_and(|p| scope.covers(p.area)) {
            seen.push(place);
        }
    }
    Ok(seen)
}

fn questions(visit: &Visit, fields: &Fields, places: &[Listed]) -> Vec<Field<'static>> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let field = |name: &'static str, label: String| {
        Field::new(lang, name, label).value(fields.raw(name).to_owned()).error(fields.fault(name))
    };
    let mut spots = vec![Choice::new("", t.msg_report_place_unknown())];
    spots.extend(places.iter().map(|p| Choice::new(p.code.clone(), spot(p))));
    vec![
        field("name", t.msg_desk_new_name()).max(20),
        field("phone", t.msg_desk_new_phone()).kind(FieldKind::Tel).hint(t.msg_desk_new_phone_hint()).max(20),
        field("place", t.msg_report_place()).kind(FieldKind::Select(spots)),
        field("words", t.msg_report_words())
            .kind(FieldKind::Area)
            .hint(t.msg_desk_new_words_hint())
            .unless(t.msg_report_words_unless())
            .example(t.msg_report_words_example())
            .max(WORDS_MAX as u32),
    ]
}

fn categories(visit: &Visit, fields: &Fields) -> Choices<'static> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let all = Choices::new(lang, Look::Chips, "category", t.msg_report_category())
        .chosen(fields.raw("category").to_owned())
        .error(fields.fault("category"));
    let chip = |c: &Category| Choice::new(c.name(), category_name(lang, *c)).icon(icon(*c));
    Category::ALL.iter().fold(all, |all, c| all.item(chip(c)))
}

/// How they want to be told: asked of everybody who has no phone to read it on.
fn ways(visit: &Visit, fields: &Fields) -> Choices<'static> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let all = Choices::new(lang, Look::Chips, "tell", t.msg_desk_new_tell())
        .hint(t.msg_desk_new_tell_hint())
        .chosen(fields.raw("tell").to_owned())
        .error(fields.fault("tell"));
    How::AT_COUNTER.iter().fold(all, |all, how| all.item(Choice::new(how.name(), how.say(lang))))
}

/// The way that was chosen; where none was, the telephone if there is a number, else a visit.
fn told(fields: &mut Fields, phone: bool) -> How {
    let offered: Vec<&'static str> = How::AT_COUNTER.iter().map(|how| how.name()).collect();
    let chosen = fields.opt_choice("tell", &offered).and_then(|how| how.parse().ok());
    let how = chosen.unwrap_or(if phone { How::Call } else { How::Visit });
    if how.needs_phone() && !phone && fields.fault("phone").is_none() {
        fields.refuse(&Refusal::NoPhone);
    }
    how
}

/// `POST /desk/new`: the receipt is the answer itself and has no address, because the PIN stands on it.
pub(super) async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    // First of all, so that a form that comes back for its words still has its photos.
    let photos = photos(&visit, &mut fields).await?;
    let source = came::source(&mut fields);
    let mut written = Written { behalf: true, see: See::Parties, ..read_common(&mut fields, source, photos) };
    // What a worker saw on patrol nobody brought in: nobody is to be told.
    let nobody = source == Source::Patrol && written.name.is_none() && written.phone.is_none();
    written.behalf = !nobody;
    written.tell = if nobody { None } else { Some(told(&mut fields, written.phone.is_some())) };
    let need = came::need(&mut fields);
    let about = crate::about::chosen(&mut fields, need);
    written.origin = Origin { need, about, ..came::read(visit.lang, &mut fields, visit.now()) };
    if let Err(no) = written.origin.check(source, visit.now()) {
        fields.refuse(&no);
    }
    if fields.good() {
        written.origin.agreed = came::ask_back(&mut fields, &written.words, false);
    }
    let (code, scope, own) = (written.place.clone(), visit.scope(), area(&visit));
    match visit.read(move |r| located(r, &code, &scope, own)).await? {
        Some(code) => written.place = code,
        None => fields.refuse(&Refusal::UnknownPlace),
    }
    if !fields.good() {
        return show(&visit, &fields).await;
    }
    match take_in(&visit, written, fields.token()).await {
        Ok(receipt) => handed(&visit, receipt).await,
        Err(Trouble::Refused(no)) if no.field().is_some() => {
            fields.refuse(no.as_ref());
            show(&visit, &fields).await
        }
        Err(other) => Err(other),
    }
}

/// A place this seat looks after: the one that was chosen, else the seat's own area. `None`: not theirs.
fn located(r: &mut Read<'_>, code: &str, scope: &Scope, own: Option<AreaId>) -> Result<Option<String>, Stop> {
    if code.is_empty() {
        let own = own.map(|area| find::area(r, area)).transpose()?.flatten();
        return Ok(Some(own.filter(|a| a.kind.is_place()).map_or_else(String::new, |a| a.code)));
    }
    Ok(find::place(r, code)?.filter(|p| scope.covers(p.area)).map(|_| code.to_owned()))
}

#[derive(Template)]
#[template(path = "desk_handed.html")]
struct Handed {
    t: &'static L10nLanguage,
    back: Back<'static>,
    receipt: components::Receipt<'static>,
    again: Link<'static>,
}

fn taken(r: &mut Read<'_>, act: ActId) -> Result<(Matter, String), Stop> {
    let m = store::by_report(r, act)?.ok_or(Refusal::NoMatter)?;
    let holder = find::org_name(r, m.holder)?.unwrap_or_default();
    Ok((m, holder))
}

async fn handed(visit: &Visit, leaf: Receipt) -> Result<Response, Trouble> {
    let (lang, t, act, now) = (visit.lang, t(visit.lang), leaf.act, visit.now());
    let (m, holder) = visit.read(move |r| taken(r, act)).await?;
    let until = m.due_at.map_or_else(String::new, |due| by_day(lang, due, now));
    let keys = visit.house.keys();
    let follow = visit.house.settings().origin.url(&format!("/r/{act}/{}", keys.link_token(act)));
    let items = vec![(t.msg_desk_pin().into(), keys.pin(act).into()), (t.msg_desk_link().into(), follow.into())];
    let receipt = components::Receipt {
        lang,
        title: "".into(),
        number: Some(m.no.clone().into()),
        says: t.msg_receipt_says(&holder, &until).into(),
        qr: proof_code(visit, &leaf),
        file: format!("/api/v1/receipts/{}", leaf.act).into(),
        leaf: leaf.hash_text().chars().take(10).collect::<String>().into(),
        at: when(lang, leaf.at, now).into(),
        next: Some(Link::follow(lang, desk_url(&m.no))),
        more: Html::of(&Facts { items }),
    };
    let view = Handed {
        t,
        back: Back::new("/desk", t.msg_desk_back()),
        receipt,
        again: Link::new("/desk/new", t.msg_desk_new_again()),
    };
    Ok(visit.page(&t.msg_desk_new(), Kind::Desk).view(&view))
}
