use super::{holds, subtree, word};
use crate::{AreaKind, OrgKind, store};
use lianxin_base::{AreaId, ContractId, Day, OrgId};
use lianxin_store::{Fault, Read, Row, params};

/// An organisation as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OrgRow {
    /// The organisation.
    pub id: OrgId,
    /// The area it looks after.
    pub area: AreaId,
    /// What it is.
    pub kind: OrgKind,
    /// Its full name.
    pub name: String,
    /// What people call it.
    pub short: Option<String>,
    /// Its duty phone.
    pub phone: Option<String>,
    /// The number that answers while its office is shut, where that is another one.
    pub on_call: Option<String>,
}

fn org_row(row: &Row<'_>) -> Result<OrgRow, Fault> {
    Ok(OrgRow {
        id: row.id(0)?,
        area: row.id(1)?,
        kind: word(row, 2)?,
        name: row.text(3)?,
        short: row.opt_text(4)?,
        phone: row.opt_text(5)?,
        on_call: row.opt_text(6)?,
    })
}

/// An organisation.
pub fn org(r: &mut Read<'_>, id: OrgId) -> Result<Option<OrgRow>, Fault> {
    r.row(store::ORG, params![id], org_row)
}

/// Its full name.
pub fn org_name(r: &mut Read<'_>, id: OrgId) -> Result<Option<String>, Fault> {
    Ok(org(r, id)?.map(|o| o.name))
}

/// The organisations of an area itself, the oldest entry first.
pub fn orgs(r: &mut Read<'_>, area: AreaId) -> Result<Vec<OrgRow>, Fault> {
    r.rows(store::ORGS, params![area], org_row)
}

/// The organisation of a kind in an area itself; of several the oldest entry.
pub fn org_by_kind(r: &mut Read<'_>, area: AreaId, kind: OrgKind) -> Result<Option<OrgId>, Fault> {
    r.row(store::ORGS_OF_KIND, params![area, kind.name()], |row| row.id(0))
}

/// Who is responsible in an area as a party of this kind on a day; `None` where there is none, which is common:
/// the caller then falls back to the community.
/// - the company: the one under contract with the compound that day;
/// - the owners' committee: the compound's own;
/// - any other: the nearest one climbing up from the area; of several at one step the oldest entry.
pub fn party(r: &mut Read<'_>, area: AreaId, kind: OrgKind, on: Day) -> Result<Option<OrgId>, Fault> {
    match kind {
        OrgKind::Company => {
            Ok(contracts_of_area(r, area)?.into_iter().find(|c| holds(c.since, c.until, on)).map(|c| c.org))
        }
        OrgKind::OwnersCommittee => match super::area(r, area)? {
            Some(a) if a.kind == AreaKind::Compound => org_by_kind(r, area, kind),
            _ => Ok(None),
        },
        _ => above(r, area, kind),
    }
}

/// Two plain look-ups a step cost a quarter of one recursive statement, and it is asked with every report.
fn above(r: &mut Read<'_>, area: AreaId, kind: OrgKind) -> Result<Option<OrgId>, Fault> {
    let mut at = Some(area);
    for _ in 0..12 {
        let Some(here) = at else { break };
        if let Some(org) = org_by_kind(r, here, kind)? {
            return Ok(Some(org));
        }
        at = r.row(store::AREA_PARENT, params![here], |row| row.opt_id(0))?.flatten();
    }
    Ok(None)
}

/// The areas an organisation looks after: its own and all that lies in it.
pub fn subtree_of(r: &mut Read<'_>, id: OrgId) -> Result<Vec<AreaId>, Fault> {
    match org(r, id)? {
        Some(org) => subtree(r, org.area),
        None => Ok(Vec::new()),
    }
}

/// A contract as it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ContractRow {
    /// The contract.
    pub id: ContractId,
    /// The company.
    pub org: OrgId,
    /// The compound.
    pub area: AreaId,
    /// The first day.
    pub since: Day,
    /// The last day.
    pub until: Option<Day>,
}

fn contract_row(row: &Row<'_>) -> Result<ContractRow, Fault> {
    Ok(ContractRow { id: row.id(0)?, org: row.id(1)?, area: row.id(2)?, since: row.day(3)?, until: row.opt_day(4)? })
}

/// A contract.
pub fn contract(r: &mut Read<'_>, id: ContractId) -> Result<Option<ContractRow>, Fault> {
    r.row(store::CONTRACT, params![id], contract_row)
}

/// Every contract a compound has or had, the earliest first.
pub fn contracts_of_area(r: &mut Read<'_>, area: AreaId) -> Result<Vec<ContractRow>, Fault> {
    r.rows(store::CONTRACTS_OF_AREA, params![area], contract_row)
}

/// Every contract a company has or had, the earliest first.
pub fn contracts_of_org(r: &mut Read<'_>, org: OrgId) -> Result<Vec<ContractRow>, Fault> {
    r.rows(store::CONTRACTS_OF_ORG, params![org], contract_row)
}

/// The compounds a company has under contract on a day.
pub fn contract_areas(r: &mut Read<'_>, org: OrgId, on: Day) -> Result<Vec<AreaId>, Fault> {
    let all = contracts_of_org(r, org)?.into_iter();
    Ok(all.filter(|c| holds(c.since, c.until, on)).map(|c| c.area).collect())
}
