//! The second step of signing in: its code, and setting it up.

use super::form::{Form, done, field};
use super::next;
use crate::asked::{Query, asked, word};
use crate::say;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_base::{Chance, Refuse, SeatId};
use lianxin_gate::{Enrolment, Seed, Waits, login_of, recovery_left, second};
use lianxin_paper::qr_svg;
use lianxin_web::components::{Html, Link, Notice, NoticeKind, Row, Rows, Submit};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{BadField, Fields, Trouble, Visit, enrol, enrols};

/// How authenticators call this office: plain ASCII, so that every one of them reads it.
const ISSUER: &str = "Lianxin";

/// `GET /login/code`
pub(super) async fn code_page(visit: Visit, query: Query) -> Result<Response, Trouble> {
    let to = asked(&query, "next");
    match visit.waiting() {
        Some((_, Waits::Code)) => show_code(&visit, &Fields::empty(visit.lang).with("next", to)).await,
        _ => Ok(visit.to("/login")),
    }
}

/// `POST /login/code`
pub(super) async fn code_send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    if fields.raw("code").trim().is_empty() {
        fields.note("code", BadField::Empty.code(), t(visit.lang).msg_second_empty());
    }
    if fields.good() {
        match lianxin_web::second(&visit, fields.raw("code"), &next(&fields)).await {
            Err(trouble) => fields.absorb(trouble)?,
            done => return done,
        }
    }
    show_code(&visit, &fields).await
}

async fn show_code(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let t = t(visit.lang);
    let mut form = Form::new(visit, fields, t.msg_second_title(), "/login/code", t.msg_second_go());
    form.lines = vec![t.msg_second_says()];
    form.hidden = vec![("next", fields.raw("next").chars().take(2048).collect())];
    let code = field(visit, fields, "code", t.msg_second_code()).hint(t.msg_second_hint()).required();
    form.fields = vec![code.value("").max(20).autocomplete("one-time-code")];
    form.assured(t.msg_second_lost()).page(visit, Kind::Plain).await
}

/// What to scan or to type into the authenticator.
#[derive(Template)]
#[template(path = "totp_seed.html")]
struct Scan {
    t: &'static L10nLanguage,
    qr: Html,
    letters: String,
}

/// The recovery codes, shown this once.
#[derive(Template)]
#[template(path = "totp_codes.html")]
struct Codes {
    t: &'static L10nLanguage,
    codes: Vec<String>,
}

/// `GET /me/totp`
pub(super) async fn page(visit: Visit, query: Query) -> Result<Response, Trouble> {
    let Ok(seat) = enrols(&visit) else { return Ok(visit.to("/login?next=/me/totp")) };
    let fields = Fields::empty(visit.lang).with("next", asked(&query, "next"));
    show(&visit, &fields, seat, &Seed::make(&Chance::system())).await
}

/// `POST /me/totp`
pub(super) async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let seat = enrols(&visit)?;
    // A seed that is none came from no page of ours: a new one is shown.
    let seed = Seed::read(fields.raw("seed"));
    if fields.raw("code").trim().is_empty() {
        fields.note("code", BadField::Empty.code(), t(visit.lang).msg_second_empty());
    }
    if let (true, Some(seed)) = (fields.good(), seed.clone()) {
        let (code, old) = (fields.raw("code").to_owned(), fields.raw("old_code").to_owned());
        match enrol(&visit, Enrolment { seat, seed, code, old }).await {
            Ok(codes) => {
                let codes = codes.iter().map(ToString::to_string).collect();
                return shown_once(&visit, codes, fields.raw("next")).await;
            }
            Err(Trouble::Refused(no)) if no.status() == 422 => {
                let field = if no.field() == Some("old") { "old_code" } else { "code" };
                fields.note(field, no.code(), no.say(visit.lang));
            }
            Err(other) => return Err(other),
        }
    }
    show(&visit, &fields, seat, &seed.unwrap_or_else(|| Seed::make(&Chance::system()))).await
}

async fn shown_once(visit: &Visit, codes: Vec<String>, to: &str) -> Result<Response, Trouble> {
    let t = t(visit.lang);
    let view = Codes { t, codes };
    // Who was made to set it up signs in once more, now with the code.
    let on = if visit.is_signed_in() { local(to) } else { "/login" };
    let rows = Rows { items: vec![Row::to(on.to_owned(), t.msg_totp_on()).icon(Icon::ArrowRight)] };
    done(visit, Kind::Plain, t.msg_totp_title(), t.msg_totp_done(), Html::of(&view), rows).await
}

/// A path of this office to go on to, or home.
fn local(to: &str) -> &str {
    if to.starts_with('/') && !to.starts_with("//") && !to.contains('\\') { to } else { "/" }
}

async fn show(visit: &Visit, fields: &Fields, seat: SeatId, seed: &Seed) -> Result<Response, Trouble> {
    let (t, now) = (t(visit.lang), visit.now());
    let seen = visit.read(move |r| Ok((second(r, seat)?, recovery_left(r, seat)?, login_of(r, seat)?))).await?;
    let (is, left, login) = seen;
    let keys = visit.house.keys();
    let label = word(&login.unwrap_or_default());
    let qr = Html(qr_svg(&seed.uri(keys, seat, ISSUER, &label)).unwrap_or_default());
    let scan = Scan { t, qr, letters: grouped(&seed.letters(keys, seat)) };
    let mut form = Form::new(visit, fields, t.msg_totp_title(), "/me/totp", t.msg_totp_go());
    form.lines = vec![t.msg_totp_says()];
    form.before = Html::of(&scan);
    form.hidden = vec![("next", fields.raw("next").chars().take(2048).collect()), ("seed", seed.text().to_owned())];
    let code = field(visit, fields, "code", t.msg_totp_code()).hint(t.msg_totp_code_hint()).required();
    form.fields = vec![code.value("").max(10).autocomplete("one-time-code")];
    match is {
        Some(is) if is.since.is_some() => {
            let since = is.since.map_or_else(String::new, |at| say::when(visit.lang, at, now));
            form.notice = Some(Notice::new(NoticeKind::Ok, t.msg_totp_since(since, left)));
            let old = field(visit, fields, "old_code", t.msg_totp_old()).hint(t.msg_totp_old_hint()).required();
            form.fields.push(old.value("").max(20).autocomplete("off"));
        }
        Some(is) if visit.is_signed_in() => {
            form.notice = Some(Notice::new(NoticeKind::Warn, t.msg_totp_grace(is.days_left(now))));
            let later = Link::new(local(fields.raw("next")).to_owned(), t.msg_totp_later());
            form.submit = Submit::new(t.msg_totp_go()).aside(later);
        }
        Some(_) => form.notice = Some(Notice::new(NoticeKind::Warn, t.msg_totp_must())),
        None => {}
    }
    form.assured(t.msg_totp_assure()).page(visit, Kind::Plain).await
}

/// `ABCD EFGH …`, as it is read aloud and typed.
fn grouped(letters: &str) -> String {
    let chars: Vec<char> = letters.chars().collect();
    chars.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_in_fours_and_ways_on_stay_in_this_office() {
        assert_eq!(grouped("ABCDEFGHI"), "ABCD EFGH I");
        for (to, leads) in [("/desk", "/desk"), ("//evil.example", "/"), ("https://evil.example", "/"), ("", "/")] {
            assert_eq!(local(to), leads);
        }
    }
}
