//! What is tapped of a matter that is not in their hands any more: sent twice where the signal is bad, or too late.

use super::Did;
use super::pages::{listed, orgs};
use super::rules::words;
use crate::caps;
use crate::rules::Refusal as Course;
use crate::store::by_no;
use crate::texts::t;
use axum::http::StatusCode;
use axum::response::Response;
use lianxin_base::{Lang, Refuse as _};
use lianxin_journal::already;
use lianxin_path::hops;
use lianxin_web::components::{Notice, NoticeKind};
use lianxin_web::{Fields, Trouble, Visit};

/// A form about what is not in their hands any more. Sent again it leads where it led the first time; what was typed while
/// another moved the matter is on the list, to be copied. Of what never was theirs nothing is there.
pub(super) async fn gone(visit: &Visit, no: &str, fields: &Fields) -> Result<Response, Trouble> {
    let (scope, asked, orgs) = (visit.scope_for(caps::WORK), no.to_owned(), orgs(visit));
    let (token, seen) = (fields.token().unwrap_or_default(), fields.raw("hops").parse::<usize>().ok());
    let found = visit.read(move |r| {
        if already(r, &token)?.is_some_and(|receipt| receipt.no.as_deref() == Some(asked.as_str())) {
            return Ok((true, false));
        }
        let way = by_no(r, &scope, &asked)?.map(|m| hops(r, m.way)).transpose()?.flatten();
        let holder = way.zip(seen).and_then(|((first, taken), n)| match n.checked_sub(1) {
            None => Some(first.holder),
            Some(n) => taken.get(n).map(|hop| hop.holder_after),
        });
        Ok((false, holder.is_some_and(|org| orgs.contains(&org))))
    });
    match found.await? {
        (true, _) => Ok(visit.to(&format!("/jobs?said={}", fields.raw("do")))),
        (false, true) => {
            let says = Notice::new(NoticeKind::Warn, Course::MovedMeanwhile.say(visit.lang));
            listed(visit, Some(says), typed(visit.lang, fields), StatusCode::CONFLICT).await
        }
        (false, false) => Err(Trouble::NotFound),
    }
}

/// What was tapped and written, as it would have been said.
fn typed(lang: Lang, fields: &Fields) -> Option<String> {
    let tapped: Vec<Did> = fields.all("did").filter_map(|name| name.parse().ok()).collect();
    let words = words(lang, &tapped, fields.raw("note").trim()).ok();
    let price = Some(fields.raw("price").trim()).filter(|price| !price.is_empty());
    let all: Vec<String> = words.into_iter().chain(price.map(|price| t(lang).msg_quote_yuan(price))).collect();
    (!all.is_empty()).then(|| all.join("\n"))
}
