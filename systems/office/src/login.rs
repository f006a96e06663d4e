use crate::around::{Around, Caller};
use crate::asked::{Query, asked, word};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_base::Refuse;
use lianxin_gate::Waits;
use lianxin_web::components::{ErrorSummary, Field, FieldKind, Submit};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{BadField, Fields, Trouble, Visit, admit, sign_in, sign_out, sign_out_everywhere, step};

/// Longest address one comes back to.
const NEXT: usize = 2048;
/// Longest slip code with all its blanks and strokes.
const SLIP: usize = 60;
/// Where those who work here begin: what came in, with the rail beside it.
const DESK: &str = "/inbox";
/// Waiting is no fault of an answer: it is told on a page of its own, with Retry-After.
const TOO_OFTEN: u16 = 429;

#[derive(Template)]
#[template(path = "login.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    summary: Option<ErrorSummary<'a>>,
    csrf: &'a str,
    next: &'a str,
    back: String,
    slip: Field<'a>,
    enter: Submit<'a>,
    login: Field<'a>,
    password: Field<'a>,
}

/// `GET /login`: two doors on one page.
pub(crate) async fn page(visit: Visit, query: Query) -> Result<Response, Trouble> {
    let next = asked(&query, "next");
    if visit.is_signed_in() {
        return Ok(visit.to(if next.starts_with("/login") { "/" } else { next }));
    }
    if let Some((_, waits)) = visit.waiting() {
        let usual = if waits == Waits::Consent { "/" } else { DESK };
        return Ok(visit.to(&step(waits, if next.is_empty() { usual } else { next })));
    }
    show(&visit, None, next, asked(&query, "slip")).await
}

/// `POST /login`: a seat signs in with its name and password.
pub(crate) async fn staff(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let words = t(visit.lang);
    need(&mut fields, "login", words.msg_login_empty());
    need(&mut fields, "password", words.msg_password_empty());
    let next = fields.raw("next").to_owned();
    if fields.good() {
        let leads = if next.is_empty() { DESK } else { &next };
        match sign_in(&visit, fields.raw("login"), fields.raw("password"), leads).await {
            Err(Trouble::Refused(no)) if no.status() != TOO_OFTEN => {
                fields.note("login", no.code(), no.say(visit.lang))
            }
            done => return done,
        }
    }
    show(&visit, Some(&fields), &next, "").await
}

/// `POST /enter`: a resident comes in with an entry slip.
pub(crate) async fn resident(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    need(&mut fields, "slip", t(visit.lang).msg_slip_empty());
    let next = fields.raw("next").to_owned();
    if fields.good() {
        match admit(&visit, fields.raw("slip"), fields.token(), &next).await {
            Err(Trouble::Refused(no)) if no.status() != TOO_OFTEN => fields.note("slip", no.code(), no.say(visit.lang)),
            done => return done,
        }
    }
    show(&visit, Some(&fields), &next, "").await
}

/// Two forms stand on one page: what is missing is said by its name. The rest the gate reads as it was typed.
fn need(fields: &mut Fields, name: &str, say: String) {
    if fields.raw(name).trim().is_empty() {
        fields.note(name, BadField::Empty.code(), say);
    }
}

/// `POST /logout`.
pub(crate) async fn out(visit: Visit, _: Fields) -> Result<Response, Trouble> {
    sign_out(&visit).await
}

/// `POST /logout/everywhere`.
pub(crate) async fn out_everywhere(visit: Visit, _: Fields) -> Result<Response, Trouble> {
    sign_out_everywhere(&visit).await
}

/// `slip` is what a slip's QR brought along: it only stands in the field, because programs open links to look at them.
async fn show(visit: &Visit, fields: Option<&Fields>, next: &str, slip: &str) -> Result<Response, Trouble> {
    let (lang, words) = (visit.lang, t(visit.lang));
    let caller = Caller::of(visit);
    let around = visit.read(move |r| Ok(Around::of(r, &caller)?)).await?;
    let (error, typed) = (|name| fields.and_then(|f| f.fault(name)), |name| fields.map_or("", |f| f.raw(name)));
    let title = words.msg_login_title();
    let view = View {
        t: words,
        summary: fields.map(Fields::summary),
        csrf: visit.token(),
        next: if next.len() <= NEXT { next } else { "" },
        back: format!("/back?next={}", word(if next.len() <= NEXT { next } else { "" })),
        slip: Field::new(lang, "slip", words.msg_slip())
            .hint(words.msg_slip_hint())
            .example(words.msg_slip_example())
            .value(if slip.is_empty() { typed("slip").to_owned() } else { slip.chars().take(SLIP).collect() })
            .error(error("slip"))
            .required()
            .max(SLIP as u32)
            .autocomplete("off"),
        enter: Submit::new(words.msg_slip_go()),
        login: Field::new(lang, "login", words.msg_staff_login())
            .value(typed("login"))
            .error(error("login"))
            .required()
            .autocomplete("username"),
        password: Field::new(lang, "password", words.msg_staff_password())
            .kind(FieldKind::Password)
            .error(error("password"))
            .required()
            .autocomplete("current-password"),
    };
    let page = around.round(visit.page(&title, Kind::Plain));
    Ok(if fields.is_some() { page.wrong() } else { page }.view(&view))
}
