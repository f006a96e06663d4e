//! What is told of a price: the owner is asked, who does the work hears the answer.

use super::store::all;
use super::{STEP, State, covers_name};
use crate::texts::t;
use lianxin_base::{Lang, MatterId};
use lianxin_outbox::{Message, Notice, NoticeFacts, Urgency, Voice, Words};
use lianxin_store::{Fault, Read};

/// It would cost something: do they agree?
pub(crate) const QUOTED: &str = "council.quoted";
/// Somebody without an account is to be asked about a price.
pub(crate) const ASK_THEM: &str = "council.quote_ask";
/// They agree.
pub(crate) const AGREED: &str = "council.quote_agreed";
/// They do not.
pub(crate) const REFUSED: &str = "council.quote_refused";
/// Nobody answered in time.
pub(crate) const SILENT: &str = "council.quote_silent";

/// The notices of prices.
pub(crate) fn notices() -> [Notice; 5] {
    type Make = fn(Lang, &NoticeFacts) -> Words;
    let all: [(&'static str, Urgency, Voice, Make); 5] = [
        (QUOTED, Urgency::Answer, voice, |lang, f| {
            let t = t(lang);
            let body = match f.get("price") {
                "" => t.msg_quote_told_body_plain(f.get("holder")),
                price => t.msg_quote_told_body(f.get("holder"), price, covers(lang, f)),
            };
            (t.msg_quote_told(f.get("no")), body)
        }),
        (ASK_THEM, Urgency::Work, crate::notices::silent, |lang, f| {
            (t(lang).msg_quote_ask(f.get("no")), t(lang).msg_quote_ask_body())
        }),
        (AGREED, Urgency::Work, crate::notices::silent, |lang, f| {
            (t(lang).msg_quote_told_yes(f.get("no")), t(lang).msg_quote_told_yes_body())
        }),
        (REFUSED, Urgency::Work, crate::notices::silent, |lang, f| {
            (t(lang).msg_quote_told_no(f.get("no")), t(lang).msg_quote_told_no_body())
        }),
        (SILENT, Urgency::Work, crate::notices::silent, |lang, f| {
            (t(lang).msg_quote_silent(f.get("no")), t(lang).msg_quote_silent_body())
        }),
    ];
    all.map(|(kind, urgency, voice, words)| Notice {
        kind,
        name: crate::notices::called,
        facts,
        words,
        urgency,
        voice,
        preview,
    })
}

fn covers(lang: Lang, f: &NoticeFacts) -> String {
    f.get("covers").parse().map_or_else(|()| String::new(), |c| covers_name(lang, c))
}

/// Said as long as nobody has answered.
fn voice(lang: Lang, f: &NoticeFacts) -> Option<String> {
    let open = f.get("quoted") == "1" && !f.get("price").is_empty();
    open.then(|| t(lang).msg_quote_voice(crate::notices::title(lang, f), f.get("who"), f.get("price"), covers(lang, f)))
}

/// What every message about a matter has; for whoever is asked the price besides, while it waits.
fn facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let facts = crate::notices::facts(r, message)?;
    let id: Option<MatterId> = message.subject.parse().ok();
    let Some(m) = id.map(|id| crate::store::by_id(r, id)).transpose()?.flatten() else { return Ok(facts) };
    if message.org.is_some() || m.step != STEP {
        return Ok(facts);
    }
    let Some(open) = all(r, m.id)?.into_iter().rfind(|q| q.state == State::Open) else { return Ok(facts) };
    let price = open.price.map(|fen| fen.to_string()).unwrap_or_default();
    let covers = open.covers.map(|c| c.name().to_owned()).unwrap_or_default();
    Ok(facts.with("quoted", "1").with("price", price).with("covers", covers))
}

fn preview() -> NoticeFacts {
    crate::notices::preview().with("quoted", "1").with("price", "180.00").with("covers", "both")
}
