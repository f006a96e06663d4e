//! 议事会: one of the parties calls neighbours and parties together, they talk over what is on the agenda, and the minutes hang
//! out until nobody has anything against them.
//!
//! A decision reaches its matter when the minutes are final, not when they are posted: until then it may still be objected
//! to, and nobody should tear up a floor for what is withdrawn the day after. What cannot wait is decided at the desk as
//! always; the minutes then find the matter moved on and say so. Both ways record the same decision
//! ([`crate::deliberate::decision`]) under the same rules.

mod attend;
mod call;
mod change;
mod close;
mod minutes;
pub mod notices;
mod overdue;
pub mod pages;
mod refusal;
pub(crate) mod rules;
mod sheet;
pub mod store;

pub use attend::{Attendance, AttendanceStruck, NewName, attend, copied, strike};
pub use call::{Meeting, MeetingCancelled, NewMeeting, call, cancel};
pub use change::{Changed, MeetingChanged, NewChange, change};
pub(crate) use close::{FINAL, close};
pub use close::{MinutesFinal, Upshot, Waiting};
pub use minutes::{Answer, Decided, Minutes, NewMinutes, Objection, answer, minutes, object};
pub use overdue::MinutesMissing;
pub(crate) use overdue::{WRITE, missing};
pub use refusal::{REFUSALS, Refusal};
pub use rules::{How, Landed, Outcome, State};
pub use sheet::{MeetingSheet, sheet};

use crate::course::Author;
use crate::join::lives_there;
use lianxin_base::{ActId, AreaId, Day, OrgId, PersonId};
use lianxin_gate::Scope;
use lianxin_journal::By;
use lianxin_register::OrgKind;
use lianxin_register::find::{OrgRow, org, party};
use lianxin_store::{Fault, Read, Stop, Tx};

/// The parties of a compound that may call a council: 党组织、居委会、业委会、物业、物管办.
const PARTIES: [OrgKind; 5] =
    [OrgKind::Party, OrgKind::ResidentsCommittee, OrgKind::OwnersCommittee, OrgKind::Company, OrgKind::PmOffice];

/// The parties a compound has. Where there is no committee or no company the others call.
pub(crate) fn parties(r: &mut Read<'_>, area: AreaId, on: Day) -> Result<Vec<OrgRow>, Fault> {
    let mut all = Vec::new();
    for kind in PARTIES {
        if let Some(id) = party(r, area, kind, on)? {
            all.extend(org(r, id)?);
        }
    }
    Ok(all)
}

/// The community's own: whose secretary looks after every council.
fn community(r: &mut Read<'_>, area: AreaId, on: Day) -> Result<Vec<OrgId>, Fault> {
    let mut all = Vec::new();
    for kind in [OrgKind::Party, OrgKind::ResidentsCommittee] {
        all.extend(party(r, area, kind, on)?);
    }
    Ok(all)
}

/// Whether a seat speaks for a party of a compound: a company's may look after other compounds than this one, and its
/// contract may have ended; the property-management office has no area of its own.
pub(crate) fn speaks(r: &mut Read<'_>, area: AreaId, org: OrgId, scope: &Scope, on: Day) -> Result<bool, Fault> {
    let party = parties(r, area, on)?.into_iter().find(|party| party.id == org);
    Ok(party.is_some_and(|party| party.kind == OrgKind::PmOffice || scope.covers(area)))
}

/// Whether a seat of this organisation with this scope runs a council.
pub(crate) fn runs(r: &mut Read<'_>, m: &store::Meeting, org: OrgId, scope: &Scope, on: Day) -> Result<bool, Fault> {
    let community = community(r, m.area, on)?;
    Ok(rules::may_run(org, m.org, &community).is_ok() && speaks(r, m.area, org, scope, on)?)
}

/// A council that the author runs.
fn ours(r: &mut Tx<'_>, author: &Author, id: ActId) -> Result<store::Meeting, Stop> {
    let m = store::one(r, id)?.ok_or(Refusal::None)?;
    let today = r.now().day();
    match author.by {
        By::Seat { org, .. } if runs(r, &m, org, &author.scope, today)? => Ok(m),
        _ => Err(Refusal::NotRunner.into()),
    }
}

/// Somebody who comes or speaks: the person, and the organisations they have a seat in.
#[derive(Clone, Debug)]
pub struct Whoever {
    /// Who.
    pub person: PersonId,
    /// Their organisations.
    pub orgs: Vec<OrgId>,
}

/// The organisations that come to a council: who called it, who was asked, and the community, which looks after it.
pub(crate) fn sides(r: &mut Read<'_>, m: &store::Meeting) -> Result<Vec<(OrgId, String)>, Fault> {
    let mut all = vec![(m.org, m.org_name.clone())];
    all.extend(store::invited(r, m.id)?);
    for id in community(r, m.area, m.starts.day())? {
        if !all.iter().any(|(org, _)| *org == id) {
            all.extend(org(r, id)?.map(|row| (row.id, row.name)));
        }
    }
    Ok(all)
}

/// As what somebody belongs to a council: for an organisation that comes, else as a resident; not at all.
pub(crate) fn side(r: &mut Read<'_>, m: &store::Meeting, who: &Whoever) -> Result<Option<Option<OrgId>>, Fault> {
    let sides = sides(r, m)?;
    if let Some(org) = who.orgs.iter().find(|org| sides.iter().any(|(id, _)| id == *org)) {
        return Ok(Some(Some(*org)));
    }
    Ok(lives_there(r, who.person, m.area)?.then_some(None))
}

/// From an erasure's apply: who came and who objected is not known any more; the counts stay.
pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
    match field {
        "attendee" => store::forget_came(tx, act),
        "photo_files" => store::forget_sheet(tx, act),
        "words" => {
            if let Some(person) = store::whose(tx, act)? {
                lianxin_outbox::forget_about(tx, person, act)?;
            }
            store::forget_objected(tx, act)
        }
        _ => Ok(()),
    }
}
