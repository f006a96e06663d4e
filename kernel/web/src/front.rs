//! The front door, round everything: limits, time, panics, trouble told as a page, headers.

use crate::components::{Confirm, Empty, Link};
use crate::fields::with_files;
use crate::form::{Kept, TOKEN};
use crate::icons::Icon;
use crate::page::html;
use crate::shell::{Kind, Shell};
use crate::texts::t;
use crate::visit::Reader;
use crate::{House, Trouble, Visit, body};
use askama::Template;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, EXPECT, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use lianxin_base::Chance;
use lianxin_store::Fault;
use serde_json::json;
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;

/// What is remembered of a request for the case that it ends badly.
struct Asked {
    reader: Reader,
    method: Method,
    path: String,
    here: String,
    kept: Kept,
}

pub(crate) async fn front(State(house): State<House>, mut request: Request, next: Next) -> Response {
    let secure = house.settings().origin.secure();
    let uri = request.uri();
    let asked = Asked {
        reader: Reader::of(request.headers(), uri.path(), secure),
        method: request.method().clone(),
        path: uri.path().to_owned(),
        here: uri.path_and_query().map_or_else(String::new, |p| p.as_str().to_owned()),
        kept: Kept::default(),
    };
    request.extensions_mut().insert(asked.kept.clone());
    let limit = limit(&house, request.headers());
    let response = if announced(request.headers()) > limit as u64 {
        too_large(request, limit).await
    } else {
        answered(&house, request, next).await
    };
    let mut response = tell(&house, &asked, response);
    crate::headers::set(&mut response, &asked.path, secure);
    response
}

fn announced(headers: &HeaderMap) -> u64 {
    headers.get(CONTENT_LENGTH).and_then(|v| v.to_str().ok()).and_then(|v| v.parse().ok()).unwrap_or(0)
}

/// A form with files may be larger, if its route takes files at all.
fn limit(house: &House, headers: &HeaderMap) -> usize {
    let settings = house.settings();
    if with_files(headers) { settings.upload_limit } else { settings.body_limit }
}

/// The body is thrown away as it arrives, so that the browser gets to read the answer; who asked first
/// (Expect: 100-continue) is told at once and need not send it.
async fn too_large(request: Request, limit: usize) -> Response {
    let asks_first = request.headers().contains_key(EXPECT);
    if !asks_first {
        body::drain(request.into_body()).await;
    }
    let mut response = Trouble::TooLarge(limit).into_response();
    if asks_first {
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

async fn answered(house: &House, request: Request, next: Next) -> Response {
    let settings = house.settings();
    let patience = if with_files(request.headers()) { settings.upload_patience } else { settings.patience };
    let run = unpanicked(next.run(request));
    match tokio::time::timeout(patience, run).await {
        Ok(Some(response)) => response,
        Ok(None) => Trouble::Broken(Fault::bug("a handler panicked")).into_response(),
        Err(_) => Trouble::Slow.into_response(),
    }
}

/// A panic ends one request, not the program: `None`.
async fn unpanicked<F: Future>(future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    poll_fn(move |cx| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx))) {
        Ok(Poll::Ready(done)) => Poll::Ready(Some(done)),
        Ok(Poll::Pending) => Poll::Pending,
        Err(_) => Poll::Ready(None),
    })
    .await
}

/// Turns trouble, and bare errors of the framework, into something people or programs can read.
fn tell(house: &House, asked: &Asked, mut response: Response) -> Response {
    let Some(trouble) = response.extensions_mut().remove::<Trouble>().or_else(|| bare(&response)) else {
        return response;
    };
    if let Trouble::Broken(fault) = &trouble {
        eprintln!("{} {}: {fault}", asked.method, asked.path);
    }
    let visit = response.extensions_mut().remove::<Visit>();
    let mut told = if asked.reader.program { problem(asked, &trouble) } else { page(house, asked, &trouble, visit) };
    for name in [axum::http::header::ALLOW, CONNECTION] {
        if let Some(value) = response.headers_mut().remove(&name) {
            told.headers_mut().insert(name, value);
        }
    }
    if let Some(seconds) = trouble.retry_after() {
        told.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    told
}

/// What the framework refuses by itself comes without a page.
fn bare(response: &Response) -> Option<Trouble> {
    let kind = response.headers().get(CONTENT_TYPE).map_or(&b""[..], HeaderValue::as_bytes);
    if !response.status().is_client_error() && !response.status().is_server_error() {
        return None;
    }
    if !kind.is_empty() && !kind.starts_with(b"text/plain") {
        return None;
    }
    Some(match response.status() {
        StatusCode::METHOD_NOT_ALLOWED => Trouble::Method,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Trouble::Format,
        status if status.is_server_error() => Trouble::Broken(Fault::bug("an answer without words")),
        // A path or query that does not even parse is a page we do not have.
        _ => Trouble::NotFound,
    })
}

/// RFC 9457. `code` is steady; `title` is for people.
fn problem(asked: &Asked, trouble: &Trouble) -> Response {
    let mut problem = json!({
        "type": "about:blank",
        "title": trouble.say(asked.reader.lang),
        "status": trouble.status().as_u16(),
        "code": trouble.code(),
    });
    if let Trouble::Faults(faults) = trouble {
        let one = |f: &crate::FieldFault| json!({"field": f.field, "code": f.code, "detail": f.say});
        problem["errors"] = faults.iter().map(one).collect();
    }
    let kind = [(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"))];
    (trouble.status(), kind, problem.to_string()).into_response()
}

#[derive(Template)]
#[template(
    source = r#"<div class="page-h"><h1>{{ title }}</h1></div>{{ empty }}{% if !typed.is_empty() %}<section class="card"><h2>{{ kept }}</h2>{% for text in typed %}<p class="said">“{{ text }}”</p>{% endfor %}</section>{% endif %}"#,
    ext = "html"
)]
struct Told<'a> {
    title: &'a str,
    empty: Empty<'a>,
    /// Over what was typed.
    kept: String,
    /// What was typed and cannot be sent any more, to be copied.
    typed: Vec<String>,
}

/// What somebody wrote in words into a form that will not be taken again: not its ids and choices.
fn typed(asked: &Asked, trouble: &Trouble) -> Vec<String> {
    let answers = asked.kept.answers().filter(|_| matches!(trouble, Trouble::SeatEnded(_)));
    let words = |text: &String| text.chars().any(|c| !c.is_ascii() || c == ' ');
    answers.into_iter().flatten().map(|(_, value)| value.trim().to_owned()).filter(words).collect()
}

fn page(house: &House, asked: &Asked, trouble: &Trouble, visit: Option<Visit>) -> Response {
    let lang = asked.reader.lang;
    let words = t(lang);
    let title = match trouble {
        Trouble::NotFound | Trouble::Method => words.msg_trouble_title_missing(),
        _ => words.msg_trouble_title(),
    };
    let token = visit.as_ref().map_or("", |v| v.token());
    let body = again(asked, trouble, token).unwrap_or_else(|| {
        let action = match trouble {
            Trouble::SignIn => Link::new("/login", words.msg_trouble_login()),
            _ => Link::new("/", words.msg_trouble_home()),
        };
        let text = trouble.say(lang).into();
        let empty = Empty { icon: Icon::AlertCircle, text, action: Some(action) };
        let (kept, typed) = (words.msg_trouble_typed(), typed(asked, trouble));
        crate::components::Html::of(&Told { title: &title, empty, kept, typed }).0
    });
    let anyone = if token.is_empty() { house.keys().form_token("", &Chance::system()) } else { String::new() };
    let shell = Shell {
        lang,
        size: asked.reader.size,
        title: &title,
        kind: Kind::Plain,
        demo: house.settings().demo,
        // After a form there is nothing to come back to by GET.
        here: if asked.method == Method::GET { &asked.here } else { "/" },
        body: &body,
        csrf: if token.is_empty() { &anyone } else { token },
        ..Shell::default()
    };
    html(trouble.status(), shell.render())
}

/// Where sending again helps, the page holds the whole form, so that nothing typed is lost. The token stays the same
/// unless it was the token that was refused: what was kept after all is not kept twice.
fn again(asked: &Asked, trouble: &Trouble, fresh: &str) -> Option<String> {
    let answers = asked.kept.answers().filter(|_| trouble.again_helps())?;
    let words = t(asked.reader.lang);
    let token = asked.kept.token();
    let token = if matches!(trouble, Trouble::Stale) { fresh } else { token.as_deref().unwrap_or(fresh) };
    let mut lines = vec![trouble.say(asked.reader.lang).into(), words.msg_trouble_again_kept().into()];
    if asked.kept.lost_files() {
        lines.push(words.msg_trouble_again_files().into());
    }
    let confirm = Confirm {
        lang: asked.reader.lang,
        title: words.msg_trouble_again_title().into(),
        lines,
        action: asked.here.as_str().into(),
        csrf: token.into(),
        hidden: answers.iter().map(|(n, v)| (n.as_str().into(), v.as_str().into())).collect(),
        submit: words.msg_trouble_again().into(),
        back: "/".into(),
    };
    debug_assert_eq!(TOKEN, "token", "the name the component writes");
    Some(crate::components::Html::of(&confirm).0)
}

/// The answer to whatever has no route.
pub(crate) async fn nowhere() -> Trouble {
    Trouble::NotFound
}

/// The answer to a method a route does not take.
pub(crate) async fn wrong_method() -> Trouble {
    Trouble::Method
}

/// An empty body, for answers that need none.
pub(crate) fn plain(text: &'static str) -> Response {
    ([(CACHE_CONTROL, HeaderValue::from_static("no-store"))], Body::from(text)).into_response()
}
