//! What is forgotten with an erased text, and which texts go with a person beyond those that bear their name.

use crate::rules::{Move, Source};
use crate::store;
use lianxin_base::{ActId, PersonId};
use lianxin_journal::TextKey;
use lianxin_store::{Fault, Read, Tx};

/// So many matters of one person are looked through at once.
const MATTERS: i64 = 10_000;

/// The texts of a report.
const LEFT: [&str; 9] = ["words", "name", "phone", "tell", "place", "building", "photo_files", "outer_no", "agreed"];

/// From an erasure's apply: the columns a text gave become NULL. The matter stays with its number, category, step and
/// clocks; what it no longer has is a reporter. Files that no row names any more are swept within a day.
///
/// # Errors
/// The database's trouble.
pub fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
    crate::search::forget(tx, act, field)?;
    crate::join::forget(tx, act, field)?;
    crate::banner::forget(tx, act, field)?;
    crate::thanks::forget(tx, act, field)?;
    crate::bulletin::forget(tx, act, field)?;
    crate::meeting::forget(tx, act, field)?;
    crate::question::forget(tx, act, field)?;
    crate::poll::forget(tx, act, field)?;
    crate::survey::forget(tx, act, field)?;
    match field {
        "words" => {
            if let Some((matter, reporter)) = store::reporter(tx, act)? {
                lianxin_outbox::forget_about(tx, reporter, matter)?;
            }
            store::forget(tx, store::FORGET_REPORTER, act)?;
            store::forget(tx, store::FORGET_SPEAKER, act)
        }
        "place" => store::forget(tx, store::FORGET_PLACE, act),
        "building" => store::forget(tx, store::FORGET_BUILDING, act),
        "phone" => store::forget(tx, store::FORGET_PHONE, act),
        "photo_files" => {
            store::forget(tx, store::photos::FORGET_BROUGHT, act)?;
            store::forget(tx, store::photos::FORGET_SHOWN, act)
        }
        _ => Ok(()),
    }
}

/// Titles and published words of what a person brought in: a worker wrote them down from the person's own.
///
/// # Errors
/// The database's trouble.
pub fn also(r: &mut Read<'_>, person: PersonId) -> Result<Vec<TextKey>, Fault> {
    let mut all = Vec::new();
    for m in store::mine(r, person, MATTERS)? {
        for act in [m.titled, m.published].into_iter().flatten() {
            all.extend(["title", "words", "photo_files"].map(|field| (act, field.to_owned())));
        }
    }
    Ok(all)
}

/// What somebody without an account left by a report: their own texts, the answers they gave by its link, prices named to
/// them with what they said and paid, and what was written down from their words, as far as they are there; `None` of an account's or a newspaper's.
///
/// # Errors
/// The database's trouble.
pub fn left(r: &mut Read<'_>, act: ActId) -> Result<Option<(store::Matter, Vec<TextKey>)>, Fault> {
    let found = store::by_report(r, act)?;
    let Some(m) = found.filter(|m| !m.verified && m.source != Source::Told.name()) else { return Ok(None) };
    let mut all: Vec<TextKey> = LEFT.iter().map(|field| (act, (*field).to_owned())).collect();
    for act in [m.titled, m.published].into_iter().flatten() {
        all.extend(["title", "words", "photo_files"].map(|field| (act, field.to_owned())));
    }
    for quoted in crate::quote::store::all(r, m.id)? {
        all.extend(crate::quote::FIELDS.map(|field| (quoted.act, field.to_owned())));
    }
    for e in store::entries(r, m.id)? {
        let by_link = e.org.is_none() && e.person.is_none();
        // What they say to a price is written down for them; what they paid stands in what the executor says.
        let to_price = [Move::Consent, Move::Dissent].iter().any(|mv| mv.name() == e.kind);
        all.extend((by_link || to_price).then(|| (e.act, "words".to_owned())));
        all.extend((e.kind == Move::Completion.name()).then(|| (e.act, crate::quote::PAID.to_owned())));
    }
    let mut there = Vec::new();
    for (act, field) in all {
        if lianxin_journal::text(r, act, &field)?.is_some() {
            there.push((act, field));
        }
    }
    Ok(Some((m, there)))
}

/// Names and phones of matters that were closed before this moment, of reporters and of who joined, of who came
/// to councils that were over then, and of who answered what was asked of everybody or about a service; at most `n`.
///
/// # Errors
/// The database's trouble.
pub fn contacts_before(r: &mut Read<'_>, closed: lianxin_base::Moment, n: i64) -> Result<Vec<TextKey>, Fault> {
    let mut all = store::contacts_before(r, closed, n)?;
    all.extend(crate::join::store::contacts_before(r, closed, n)?);
    all.extend(crate::meeting::store::names_before(r, closed, n)?);
    all.extend(crate::meeting::store::sheets_before(r, closed, n)?);
    all.extend(crate::poll::store::answers_before(r, closed, n)?);
    all.extend(crate::survey::store::answers_before(r, closed, n)?);
    all.truncate(usize::try_from(n).unwrap_or(0));
    Ok(all)
}

/// Of matters that were closed before this moment the report as it was written, with its place and photos, and what of it
/// was published besides the title, what was objected at councils that were over then, and what a repair was to cost at home; at most `n`. What was entered from
/// a newspaper is nobody's words.
///
/// # Errors
/// The database's trouble.
pub fn words_before(r: &mut Read<'_>, closed: lianxin_base::Moment, n: i64) -> Result<Vec<TextKey>, Fault> {
    let mut all = store::words_before(r, closed, n)?;
    all.extend(crate::meeting::store::words_before(r, closed, n)?);
    all.extend(crate::quote::store::texts_before(r, closed, n)?);
    all.truncate(usize::try_from(n).unwrap_or(0));
    Ok(all)
}
