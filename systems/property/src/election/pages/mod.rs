//! Where an election is called, owners stand, the list is made and posted, and the committee takes its seats.

mod call;
mod changes;
mod list;
mod seats;
mod stand;
mod vacancy;

use super::rules::{How, Kind, Stands, Tie};
use super::store::Election;
use crate::assembly::Vote;
use crate::assembly::pages::author;
use crate::caps;
use crate::say::plain_day;
use crate::texts::t;
use lianxin_base::Lang;
use lianxin_gate::{Author, Gate};
use lianxin_journal::Receipt;
use lianxin_store::{Stop, Tx};
use lianxin_web::components::{Facts, Text};
use lianxin_web::{Fields, Route, Trouble, Visit};

/// The routes of elections.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/elections/new", Gate::Can(caps::CONVENE), call::form),
        Route::post("/elections", Gate::Can(caps::CONVENE), call::send),
        Route::get("/votes/{vote}/candidates", Gate::Anyone, list::page),
        Route::post("/votes/{vote}/candidates", Gate::Can(caps::CONVENE), list::send),
        Route::post("/votes/{vote}/candidates/check", Gate::Can(caps::CONVENE), list::send_check),
        Route::post("/votes/{vote}/candidates/post", Gate::Can(caps::CONVENE), list::send_post),
        Route::get("/votes/{vote}/stand", Gate::SignedIn, stand::form),
        Route::post("/votes/{vote}/stand", Gate::SignedIn, stand::send),
        Route::post("/votes/{vote}/stand/withdraw", Gate::SignedIn, stand::send_withdraw),
        Route::get("/votes/{vote}/seats", Gate::Can(caps::CONVENE), seats::form),
        Route::post("/votes/{vote}/seats", Gate::Can(caps::CONVENE), seats::send),
        Route::post("/votes/{vote}/seats/vacant", Gate::Can(caps::CONVENE), vacancy::send_vacant),
        Route::post("/votes/{vote}/seats/filed", Gate::Can(caps::CONVENE), changes::send),
        Route::post("/votes/{vote}/seats/alternate", Gate::Can(caps::CONVENE), vacancy::send_alternate),
    ]
}

/// Does what a form asks, once, as whoever sent it.
async fn done(
    visit: &Visit,
    v: &Vote,
    fields: &Fields,
    run: impl Fn(&mut Tx<'_>, &Author) -> Result<Receipt, Stop> + Send + 'static,
) -> Result<Receipt, Trouble> {
    let who = author(visit);
    visit.act_once(v.area, fields.token(), move |tx, token| run(tx, &Author { token, ..who.clone() })).await
}

fn kind_name(lang: Lang, kind: Kind) -> String {
    match kind {
        Kind::First => t(lang).msg_election_first(),
        Kind::Renewal => t(lang).msg_election_renewal(),
        Kind::By => t(lang).msg_election_by(),
    }
}

fn tie_name(lang: Lang, tie: Tie) -> String {
    match tie {
        Tie::SharesLot => t(lang).msg_tie_shares_lot(),
        Tie::PersonsLot => t(lang).msg_tie_persons_lot(),
        Tie::Shares => t(lang).msg_tie_shares(),
    }
}

fn how_name(lang: Lang, how: How) -> String {
    match how {
        How::Own => t(lang).msg_how_own(),
        How::Owners => t(lang).msg_how_owners(),
        How::Office => t(lang).msg_how_office(),
    }
}

/// How it stands with somebody who stands, in words.
pub(crate) fn stands_name(lang: Lang, stands: Stands) -> String {
    let t = t(lang);
    match stands {
        Stands::Named => t.msg_stands_named(),
        Stands::Listed => t.msg_stands_listed(),
        Stands::NotOwner => t.msg_stands_not_owner(),
        Stands::Conflict => t.msg_stands_conflict(),
        Stands::Capacity => t.msg_stands_capacity(),
        Stands::Withdrawn => t.msg_stands_withdrawn(),
    }
}

/// What an election is about.
fn facts(lang: Lang, v: &Vote, e: &Election) -> Facts<'static> {
    let t = t(lang);
    let mut items: Vec<(Text<'static>, Text<'static>)> = vec![
        (t.msg_compound().into(), v.area_name.clone().into()),
        (t.msg_election_kind().into(), kind_name(lang, e.kind).into()),
        (t.msg_seats().into(), t.msg_seats_of(e.shape.seats, e.shape.alternates).into()),
        (
            t.msg_months().into(),
            if e.kind == Kind::By { t.msg_months_by() } else { t.msg_months_of(e.shape.months) }.into(),
        ),
        (t.msg_tie().into(), tie_name(lang, e.shape.tie).into()),
        (t.msg_stand_until().into(), plain_day(lang, e.until).into()),
        (
            t.msg_post_until().into(),
            t.msg_post_until_says(plain_day(lang, super::rules::post_until(v.opens.day()))).into(),
        ),
    ];
    if let Some((since, until)) = e.term {
        items.push((t.msg_term().into(), t.msg_vote_span(plain_day(lang, since), plain_day(lang, until)).into()));
    }
    Facts { items }
}

/// The election of a vote, for a page.
async fn election(visit: &Visit, v: &Vote) -> Result<Election, Trouble> {
    let id = v.id;
    visit.read(move |r| Ok(super::store::of(r, id)?)).await?.ok_or(Trouble::NotFound)
}
