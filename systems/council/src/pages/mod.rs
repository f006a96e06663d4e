//! The pages of a matter: what a resident sees, what the desk works with, what a program reads.

mod alike;
pub mod api;
pub mod board;
pub mod desk;
pub mod feed;
pub mod matter;
pub mod mine;
pub mod moves;
pub mod offline;
pub mod report;
pub mod shots;

use crate::course::Author;
use crate::view::Sight;
use askama::filters::HtmlSafe;
use askama::{FastWritable, Values};
use lianxin_base::{ActId, AreaId};
use lianxin_journal::Receipt;
use lianxin_paper::qr_svg;
use lianxin_register::AreaKind;
use lianxin_register::find;
use lianxin_store::{Fault, Read, Stop};
use lianxin_web::Visit;
use lianxin_web::components::Html;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::fmt;

/// Who sends a form.
pub(crate) fn author(visit: &Visit, act: ActId, token: Option<String>) -> Author {
    Author { act, by: visit.by(), token, scope: visit.scope() }
}

/// Leads a phone to the check of an act.
pub(crate) fn proof_code(visit: &Visit, leaf: &Receipt) -> Html {
    let url = visit.house.settings().origin.url(&format!("/verify?no={}", leaf.hash_text()));
    Html(qr_svg(&url).unwrap_or_default())
}

/// How the seats of a visitor see matters.
pub(crate) fn sight(visit: &Visit) -> Sight {
    let (scope, look) = (visit.scope(), visit.scope_for(crate::caps::LOOK));
    Sight { scope, look, orgs: visit.seats().iter().map(|s| s.org).collect() }
}

/// The area a report belongs to when nobody said where: the first community of this machine.
pub(crate) fn default_area(r: &mut Read<'_>) -> Result<AreaId, Stop> {
    let mut first: Option<AreaId> = None;
    for root in find::roots(r)? {
        for area in find::areas_below(r, root.id)? {
            if area.kind == AreaKind::Community && first.is_none_or(|f| area.id < f) {
                first = Some(area.id);
            }
        }
    }
    Ok(first.ok_or_else(|| Fault::bug("this machine has no community yet"))?)
}

/// The compound somebody lives in, for the head of their pages.
pub(crate) fn home_of(
    r: &mut Read<'_>,
    visit_person: Option<lianxin_base::PersonId>,
) -> Result<Option<(AreaId, String)>, Fault> {
    let Some(person) = visit_person else { return Ok(None) };
    let Some(area) = find::person_area(r, person)? else { return Ok(None) };
    Ok(find::area_name(r, area)?.map(|name| (area, name)))
}

/// What stands as it is in one segment of a path.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A matter's public address, by its number.
pub(crate) struct Address<'a>(pub(crate) &'a str);

impl Address<'_> {
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        to.write_str("/m/")?;
        utf8_percent_encode(self.0, SEGMENT).try_for_each(|part| to.write_str(part))
    }
}

impl fmt::Display for Address<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

impl FastWritable for Address<'_> {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn Values) -> askama::Result<()> {
        Ok(self.write(dest)?)
    }
}

impl HtmlSafe for Address<'_> {}

/// A matter's public address.
pub fn url(no: &str) -> String {
    Address(no).to_string()
}

/// Percent-encodes one segment of a path.
pub(crate) fn encode(segment: &str) -> String {
    utf8_percent_encode(segment, SEGMENT).to_string()
}

/// The area a command is sharded by is not known before the matter is read; one writer serves all today.
pub(crate) const fn nowhere() -> AreaId {
    AreaId::from_bytes([0; 16])
}

/// A matter's address on the desk.
pub fn desk_url(no: &str) -> String {
    format!("/desk/{}", encode(no))
}

/// A building with its compound, anything else by its name.
pub(crate) fn spot(p: &find::Listed) -> String {
    let names: Vec<&str> = p.path.rsplit(" / ").take(if p.kind == "building" { 2 } else { 1 }).collect();
    names.into_iter().rev().collect::<Vec<_>>().join(" ")
}
