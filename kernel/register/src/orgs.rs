//! Organisations, their contracts and their seats.

use crate::acts::{in_area, in_order, may_end};
use crate::places::duty;
use crate::text::{clean, clean_opt};
use crate::{AreaKind, OrgKind, Refusal, find, store};
use lianxin_base::{AreaId, ContractId, Day, OrgId, PersonId, SeatId};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded};
use lianxin_store::{Fault, Read, Stop, Tx, params};

const NAME: usize = 60;
const SHORT: usize = 20;
const TITLE: usize = 40;
const ROLE: usize = 30;

/// An organisation 单位 is registered or changed. Its name and duty phone are public.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// The organisation.
    pub org: OrgId,
    /// The area it looks after; a company's seat.
    pub area: AreaId,
    /// What it is.
    pub kind: OrgKind,
    /// Its full name.
    pub name: String,
    /// What people call it.
    pub short: Option<String>,
    /// Its duty phone.
    pub phone: Option<String>,
}

impl Act for Organisation {
    const KIND: &'static str = "register.organisation";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("organisation", self.org);
        leaf.text("kind", self.kind);
        leaf.text("name", &self.name);
        leaf.opt_text("short", self.short.as_deref());
        leaf.opt_text("phone", self.phone.as_deref());
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (id, kind, name) = (rec.id_of::<OrgId>("organisation")?, rec.text("kind")?, rec.text("name")?);
        let (short, phone) = (rec.opt_text("short")?, rec.opt_text("phone")?);
        tx.exec(store::ORG_SET, params![id, rec.area(), kind, name, short, phone])?;
        Ok(())
    }
}

/// Registers or changes an organisation.
pub fn organisation(tx: &mut Tx<'_>, head: Head, mut act: Organisation) -> Result<Receipt, Stop> {
    act.name = clean("name", &act.name, NAME)?;
    act.short = clean_opt("short", act.short.as_deref(), SHORT)?;
    act.phone = duty(act.phone.as_deref())?;
    let area = find::area(tx, act.area)?.ok_or(Refusal::AreaUnknown)?;
    if act.kind == OrgKind::OwnersCommittee && area.kind != AreaKind::Compound {
        return Err(Refusal::AreaKind.into());
    }
    if find::org(tx, act.org)?.is_some_and(|before| before.kind != act.kind) {
        return Err(Refusal::OrgFixed.into());
    }
    in_area(tx, head, act.area, &act)
}

/// A company serves a compound under a contract 物业合同; registered again, its days change.
#[derive(Clone, Copy, Debug)]
pub struct Contract {
    /// The contract.
    pub contract: ContractId,
    /// The company.
    pub org: OrgId,
    /// The compound.
    pub area: AreaId,
    /// The first day.
    pub since: Day,
    /// The last day, if known.
    pub until: Option<Day>,
}

impl Act for Contract {
    const KIND: &'static str = "register.contract";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("contract", self.contract);
        leaf.text("company", self.org);
        leaf.int("since", self.since.number());
        leaf.opt_int("until", self.until.map(Day::number));
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (id, org) = (rec.id_of::<ContractId>("contract")?, rec.id_of::<OrgId>("company")?);
        tx.exec(store::CONTRACT_SET, params![id, org, rec.area(), rec.int("since")?, rec.opt_int("until")?])?;
        Ok(())
    }
}

/// Registers a contract or changes its days. A compound has one contract a day.
pub fn contract(tx: &mut Tx<'_>, head: Head, act: Contract) -> Result<Receipt, Stop> {
    in_order(act.since, act.until)?;
    if find::area(tx, act.area)?.ok_or(Refusal::AreaUnknown)?.kind != AreaKind::Compound {
        return Err(Refusal::AreaKind.into());
    }
    if find::org(tx, act.org)?.ok_or(Refusal::OrgUnknown)?.kind != OrgKind::Company {
        return Err(Refusal::OrgKind.into());
    }
    if find::contract(tx, act.contract)?.is_some_and(|before| (before.org, before.area) != (act.org, act.area)) {
        return Err(Refusal::ContractFixed.into());
    }
    let others = find::contracts_of_area(tx, act.area)?;
    let meets =
        |c: &find::ContractRow| act.until.is_none_or(|u| c.since <= u) && c.until.is_none_or(|u| act.since <= u);
    if others.iter().any(|c| c.id != act.contract && meets(c)) {
        return Err(Refusal::ContractOverlap.into());
    }
    in_area(tx, head, act.area, &act)
}

/// A seat 岗位 of an organisation begins, held by somebody or nobody. Who holds it is sealed.
#[derive(Clone, Debug)]
pub struct Seat {
    /// The seat.
    pub seat: SeatId,
    /// Its organisation.
    pub org: OrgId,
    /// How far it looks: within its organisation's area, a company's within its compounds too.
    pub area: AreaId,
    /// Who holds it.
    pub person: Option<PersonId>,
    /// What it may do, by the gate's name for it: `secretary`.
    pub role: String,
    /// What stands on the door. Public, so never a person's name.
    pub title: String,
    /// The first day.
    pub since: Day,
    /// The last day, if known.
    pub until: Option<Day>,
}

impl Act for Seat {
    const KIND: &'static str = "register.seat";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("seat", self.seat);
        leaf.text("organisation", self.org);
        let person = self.person.map(|p| p.to_string());
        leaf.opt_seal("person", self.person, person.as_deref());
        leaf.text("role", &self.role);
        leaf.text("title", &self.title);
        leaf.int("since", self.since.number());
        leaf.opt_int("until", self.until.map(Day::number));
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (id, org) = (rec.id_of::<SeatId>("seat")?, rec.id_of::<OrgId>("organisation")?);
        let (role, title) = (rec.text("role")?, rec.text("title")?);
        let (since, until) = (rec.int("since")?, rec.opt_int("until")?);
        tx.exec(store::SEAT_ADD, params![id, org, rec.area(), rec.sealed("person"), role, title, since, until])?;
        Ok(())
    }
}

/// Registers a seat.
pub fn seat(tx: &mut Tx<'_>, head: Head, mut act: Seat) -> Result<Receipt, Stop> {
    act.title = clean("title", &act.title, TITLE)?;
    act.role = clean("role", &act.role, ROLE)?;
    if !act.role.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
        return Err(Refusal::Role.into());
    }
    in_order(act.since, act.until)?;
    find::area(tx, act.area)?.ok_or(Refusal::AreaUnknown)?;
    let org = find::org(tx, act.org)?.ok_or(Refusal::OrgUnknown)?;
    if let Some(person) = act.person {
        find::person_area(tx, person)?.ok_or(Refusal::PersonUnknown)?;
    }
    if !looks_after(tx, &org, act.area)? {
        return Err(Refusal::SeatOutside.into());
    }
    in_area(tx, head, act.area, &act)
}

/// Whether an area lies in the organisation's, or, a company's, in a compound it has or had under contract.
fn looks_after(r: &mut Read<'_>, org: &find::OrgRow, area: AreaId) -> Result<bool, Fault> {
    if area == org.area || find::ancestors(r, area)?.iter().any(|a| a.id == org.area) {
        return Ok(true);
    }
    Ok(org.kind == OrgKind::Company && find::contracts_of_org(r, org.id)?.iter().any(|c| c.area == area))
}

/// A seat ends: its rights end with this day.
#[derive(Clone, Copy, Debug)]
pub struct SeatEnd {
    /// The seat.
    pub seat: SeatId,
    /// Its last day.
    pub until: Day,
}

impl Act for SeatEnd {
    const KIND: &'static str = "register.seat_end";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("seat", self.seat);
        leaf.int("until", self.until.number());
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        tx.exec(store::SEAT_ENDS, params![rec.id_of::<SeatId>("seat")?, rec.int("until")?])?;
        Ok(())
    }
}

/// Ends a seat, or ends it earlier than was known.
pub fn seat_end(tx: &mut Tx<'_>, head: Head, act: SeatEnd) -> Result<Receipt, Stop> {
    let before = find::seat(tx, act.seat)?.ok_or(Refusal::SeatUnknown)?;
    may_end(before.since, before.until, act.until)?;
    if before.closed_at.is_some() {
        return Err(Refusal::Ended.into());
    }
    in_area(tx, head, before.area, &act)
}
