//! The phones of field staff: the office shows a QR once; whoever scans it chooses a PIN, and the phone is paired.

use super::form::{Form, done, field, refuse, stop};
use super::next;
use crate::around::{Around, Caller};
use crate::asked::{Query, asked};
use crate::say;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{Moment, OrgId, Refuse, SeatId};
use lianxin_gate::{PIN_WRONG, Refusal, Role, SessionToken, Waits, forget, pairing, pairing_for, phone_seat, phones};
use lianxin_paper::qr_svg;
use lianxin_register::find;
use lianxin_store::{Read, Stop};
use lianxin_web::components::{Empty, FieldKind, Html, Link, Notice, NoticeKind, Row, Rows};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{BadField, Fields, Trouble, Visit, pair, unlock};

/// Where a paired phone begins: every seat reads what reached it.
const BEGINS: &str = "/inbox";

/// A seat of field staff with its phones.
struct Staff {
    seat: SeatId,
    who: String,
    phones: Vec<Phone>,
}

struct Phone {
    id: String,
    says: String,
}

#[derive(Template)]
#[template(path = "staff_phones.html")]
struct View {
    t: &'static L10nLanguage,
    csrf: String,
    staff: Vec<Staff>,
    empty: Option<Empty<'static>>,
}

/// The seats of field staff of an organisation, each with its name or title.
fn field_seats(r: &mut Read<'_>, org: OrgId, now: Moment) -> Result<Vec<(SeatId, String)>, Stop> {
    let mut all = Vec::new();
    for seat in find::seats_of_org(r, org, now.day())? {
        if seat.role.parse::<Role>().is_ok_and(Role::is_field) {
            let name = seat.person.map(|p| find::person_name(r, p)).transpose()?.flatten().unwrap_or_default();
            all.push((seat.id, format!("{name} {}", seat.title).trim().to_owned()));
        }
    }
    Ok(all)
}

/// The organisation whose phones this page is about.
fn org(visit: &Visit) -> Result<OrgId, Trouble> {
    visit.seat().map(|s| s.org).ok_or(Trouble::NotFound)
}

/// `GET /staff-phones`
pub(super) async fn page(visit: Visit) -> Result<Response, Trouble> {
    let (caller, org, now, lang) = (Caller::of(&visit), org(&visit)?, visit.now(), visit.lang);
    let t = t(lang);
    let (around, staff) = visit
        .read(move |r| {
            let known = phones(r, org, now)?;
            let mut staff = Vec::new();
            for (seat, who) in field_seats(r, org, now)? {
                let of_seat = known.iter().filter(|p| p.seat == seat);
                let one = |p: &lianxin_gate::PhoneRow| Phone {
                    id: p.id.clone(),
                    says: t.msg_phones_since(say::when(lang, p.paired_at, now), say::when(lang, p.seen, now)),
                };
                staff.push(Staff { seat, who, phones: of_seat.map(one).collect() });
            }
            Ok((Around::of(r, &caller)?, staff))
        })
        .await?;
    let none = Empty { icon: Icon::Qrcode, text: t.msg_phones_none().into(), action: None };
    let empty = staff.is_empty().then_some(none);
    let view = View { t, csrf: visit.token().to_owned(), staff, empty };
    Ok(around.round(visit.page(&t.msg_phones_title(), Kind::Desk)).view(&view))
}

/// The QR, shown this once.
#[derive(Template)]
#[template(path = "staff_qr.html")]
struct Shown {
    qr: Html,
    lines: Vec<String>,
    near: Option<Notice<'static>>,
}

/// `POST /staff-phones`: the QR is the answer itself and has no address.
pub(super) async fn show(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let (org, now) = (org(&visit)?, visit.now());
    let seat: Option<SeatId> = fields.id("seat");
    let seats = visit.read(move |r| field_seats(r, org, now)).await?;
    let Some((seat, who)) = seats.into_iter().find(|(id, _)| seat == Some(*id)) else { return Err(Trouble::NotFound) };
    let token = SessionToken::make();
    let made = token.clone();
    visit.keep(move |tx| pairing(tx, &made, seat)).await?;
    let t = t(visit.lang);
    let origin = &visit.house.settings().origin;
    let qr = Html(qr_svg(&origin.url(&format!("/pair/{}", token.value()))).unwrap_or_default());
    let near = (!origin.secure()).then(|| Notice::new(NoticeKind::Info, t.msg_phones_near(origin.as_str())));
    let lines = vec![t.msg_phones_scan(&who), t.msg_phones_once()];
    let view = Shown { qr, lines, near };
    let rows = Rows { items: vec![Row::to("/staff-phones", t.msg_phones_title()).icon(Icon::Check)] };
    done(&visit, Kind::Desk, t.msg_phones_qr(), t.msg_phones_ready(), Html::of(&view), rows).await
}

/// `POST /staff-phones/end`
pub(super) async fn end(visit: Visit, fields: Fields) -> Result<Response, Trouble> {
    let (org, id) = (org(&visit)?, fields.raw("phone").to_owned());
    let asked = id.clone();
    let theirs = visit
        .read(move |r| {
            let seat = phone_seat(r, &asked)?.map(|s| find::seat(r, s)).transpose()?.flatten();
            Ok(seat.is_some_and(|s| s.org == org))
        })
        .await?;
    if !theirs {
        return Err(Trouble::NotFound);
    }
    visit.keep(move |tx| Ok(forget(tx, &id)?)).await?;
    Ok(visit.to("/staff-phones"))
}

/// `GET /pair/{link}`: opening it does nothing yet, because programs open links to look at them.
pub(super) async fn pair_page(visit: Visit, Path(link): Path<String>) -> Result<Response, Trouble> {
    show_pair(&visit, &Fields::empty(visit.lang), &link).await
}

/// `POST /pair/{link}`
pub(super) async fn pair_send(visit: Visit, Path(link): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let t = t(visit.lang);
    if fields.raw("pin").trim().is_empty() {
        fields.note("pin", BadField::Empty.code(), t.msg_pin_empty());
    } else if fields.raw("pin").trim() != fields.raw("again_pin").trim() {
        fields.note("again_pin", "office.pin_differs", t.msg_code_differs());
    }
    if fields.good() {
        match pair(&visit, &link, fields.raw("pin"), fields.token(), BEGINS).await {
            Err(Trouble::Refused(no)) if no.status() == 422 => {
                // The rules speak of a code; here it is the field of the PIN.
                let field = if no.field().is_some() { "pin" } else { "" };
                fields.note(field, no.code(), no.say(visit.lang));
            }
            done => return done,
        }
    }
    show_pair(&visit, &fields, &link).await
}

async fn show_pair(visit: &Visit, fields: &Fields, link: &str) -> Result<Response, Trouble> {
    let (t, now) = (t(visit.lang), visit.now());
    let token = SessionToken::read(link).map(|token| token.hash());
    let seat = match token {
        Some(hash) => visit.read(move |r| Ok(pairing_for(r, &hash, now)?)).await?,
        None => None,
    };
    let Some((title, org)) = seat else {
        let says = Refusal::PairingOver.say(visit.lang);
        let (title, on) = (t.msg_pair_title(), Link::new("/login", t.msg_login_title()));
        // A form that was sent has a token.
        return if fields.token().is_some() {
            refuse(visit, Kind::Plain, title, says, on).await
        } else {
            stop(visit, Kind::Plain, title, says, on).await
        };
    };
    let mut form = Form::new(visit, fields, t.msg_pair_title(), format!("/pair/{link}"), t.msg_pair_go());
    form.lines = vec![t.msg_pair_seat(&org, &title), t.msg_pair_says()];
    form.fields = vec![
        field(visit, fields, "pin", t.msg_pair_pin()).kind(FieldKind::Code).hint(t.msg_code_new_hint()).required(),
        field(visit, fields, "again_pin", t.msg_code_again()).kind(FieldKind::Code).required(),
    ];
    form.assured(t.msg_pair_assure()).page(visit, Kind::Plain).await
}

/// `GET /pin`
pub(super) async fn pin_page(visit: Visit, query: Query) -> Result<Response, Trouble> {
    let to = asked(&query, "next");
    match visit.waiting() {
        Some((_, Waits::Pin)) => show_pin(&visit, &Fields::empty(visit.lang).with("next", to)).await,
        _ => Ok(visit.to(to)),
    }
}

/// `POST /pin`
pub(super) async fn pin_send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let t = t(visit.lang);
    if fields.raw("pin").trim().is_empty() {
        fields.note("pin", BadField::Empty.code(), t.msg_pin_empty());
    }
    if fields.good() {
        match unlock(&visit, fields.raw("pin"), &next(&fields)).await {
            Err(Trouble::Refused(no)) if no.code() == Refusal::PhoneEnded.code() => {
                let on = Link::new("/login", t.msg_login_title());
                return refuse(&visit, Kind::Plain, t.msg_pin_title(), no.say(visit.lang), on).await;
            }
            Err(Trouble::Refused(no)) if no.status() == 422 => fields.note("pin", no.code(), no.say(visit.lang)),
            done => return done,
        }
    }
    show_pin(&visit, &fields).await
}

async fn show_pin(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let t = t(visit.lang);
    let mut form = Form::new(visit, fields, t.msg_pin_title(), "/pin", t.msg_pin_go());
    form.lines = vec![t.msg_pin_says()];
    form.hidden = vec![("next", fields.raw("next").chars().take(2048).collect())];
    form.fields = vec![field(visit, fields, "pin", t.msg_pin_field()).kind(FieldKind::Code).required()];
    form.assured(t.msg_pin_lost(PIN_WRONG)).page(visit, Kind::Plain).await
}
