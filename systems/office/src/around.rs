//! Who is here, and what stands round their page: their compound, what is new, whom they can call.

use crate::say;
use crate::texts::t;
use lianxin_base::{AreaId, Day, Lang, Moment, PersonId};
use lianxin_gate::Scope;
use lianxin_outbox::Reader;
use lianxin_register::find::{self, AreaRow, GridRow, OrgRow, RelationRow, Terms, UnitRow};
use lianxin_register::{Answers, AreaKind, OrgKind, RelationKind};
use lianxin_store::{Fault, Read};
use lianxin_web::shell::Kind;
use lianxin_web::{Page, Visit};

/// Who asks, as far as a snapshot needs to know.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    pub(crate) person: Option<PersonId>,
    pub(crate) reader: Option<Reader>,
    /// They sit in a seat today.
    pub(crate) staff: bool,
    pub(crate) lang: Lang,
    pub(crate) now: Moment,
}

impl Caller {
    pub(crate) fn of(visit: &Visit) -> Self {
        let (person, seats) = (visit.person(), visit.seats());
        let own = person.map(Reader::person).or_else(|| seats.first().map(|s| Reader::seat(s.seat)));
        let reader = own.map(|own| seats.iter().fold(own, |all, s| all.at(s.org, Some(s.role.name()))));
        Self { person, reader, staff: !seats.is_empty(), lang: visit.lang, now: visit.now() }
    }

    pub(crate) const fn today(&self) -> Day {
        self.now.day()
    }

    /// Those who work here read at a desk, residents on a phone.
    pub(crate) const fn kind(&self) -> Kind {
        if self.staff { Kind::Desk } else { Kind::Phone }
    }
}

/// What stands round a page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Around {
    pub(crate) place: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) unread: u32,
    staff: bool,
    lang: Lang,
}

impl Around {
    pub(crate) fn of(r: &mut Read<'_>, caller: &Caller) -> Result<Self, Fault> {
        let unread = match &caller.reader {
            Some(reader) => lianxin_outbox::unread(r, reader)?,
            None => 0,
        };
        let (mut place, mut name) = (None, None);
        if let Some(person) = caller.person {
            name = find::person_name(r, person)?;
            place = homes(r, person, caller.today())?.into_iter().next().map(|h| h.area.name);
        }
        let unread = u32::try_from(unread).unwrap_or(u32::MAX);
        Ok(Self { place, name, unread, staff: caller.staff, lang: caller.lang })
    }

    /// Writes it round a page.
    pub(crate) fn round<'a>(&'a self, page: Page<'a>) -> Page<'a> {
        let page = page.unread(self.unread);
        let page = match &self.place {
            Some(place) => page.place(place, ""),
            None => page,
        };
        match (&self.name, self.staff) {
            (Some(name), false) => page.me(name.as_str(), t(self.lang).msg_resident_role()),
            _ => page,
        }
    }
}

/// A place somebody belongs to.
#[derive(Clone, Debug)]
pub(crate) struct Home {
    pub(crate) area: AreaRow,
    pub(crate) grid: Option<GridRow>,
    /// `3号楼 1单元101`.
    pub(crate) door: String,
    pub(crate) relation: RelationKind,
}

/// Where somebody belongs on a day: where they live before where they only answer the phone.
pub(crate) fn homes(r: &mut Read<'_>, person: PersonId, on: Day) -> Result<Vec<Home>, Fault> {
    let mut all = Vec::new();
    for relation in find::relations(r, person, on)? {
        all.extend(home(r, &relation)?);
    }
    all.sort_by_key(|h| h.relation == RelationKind::Contact);
    Ok(all)
}

fn home(r: &mut Read<'_>, relation: &RelationRow) -> Result<Option<Home>, Fault> {
    let Some(area) = find::area(r, relation.area)? else { return Ok(None) };
    let (mut grid, mut door) = (None, String::new());
    if let Some(unit) = unit_of(r, relation)? {
        grid = find::grid_of_building(r, unit.building)?;
        door = door_of(r, &unit)?;
    }
    Ok(Some(Home { area, grid, door, relation: relation.kind }))
}

/// The unit a relation is to, itself or through the household.
pub(crate) fn unit_of(r: &mut Read<'_>, relation: &RelationRow) -> Result<Option<UnitRow>, Fault> {
    let unit = match (relation.unit, relation.household) {
        (Some(unit), _) => Some(unit),
        (None, Some(household)) => find::household(r, household)?.map(|h| h.unit),
        (None, None) => None,
    };
    unit.map_or(Ok(None), |unit| find::unit(r, unit))
}

/// `3号楼 1单元101`.
pub(crate) fn door_of(r: &mut Read<'_>, unit: &UnitRow) -> Result<String, Fault> {
    let building = find::building(r, unit.building)?.map_or_else(String::new, |b| b.name);
    Ok(format!("{building} {}", unit.label).trim().to_owned())
}

/// Every area of this machine that a scope covers.
pub(crate) fn areas_of(r: &mut Read<'_>, scope: &Scope) -> Result<Vec<AreaId>, Fault> {
    let mut all = Vec::new();
    for root in find::roots(r)? {
        all.extend(find::areas_below(r, root.id)?.into_iter().map(|a| a.id).filter(|id| scope.covers(*id)));
    }
    Ok(all)
}

/// Somebody to call.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Call {
    pub(crate) number: String,
    /// Whose number it is.
    pub(crate) who: String,
    /// The grid's own duty phone, not the community's.
    pub(crate) grid: bool,
    /// Which number answers now, and the one for other hours.
    answers: Answers,
}

impl Call {
    fn new(answers: Answers, who: String, grid: bool) -> Self {
        Self { number: answers.number.clone(), who, grid, answers }
    }
    /// The number as it is said, and when the other one answers.
    pub(crate) fn lines(&self, lang: Lang) -> Vec<String> {
        std::iter::once(say::phone(&self.number)).chain(self.answers.say_beside(lang)).collect()
    }
    /// On paper, which does not know the hour: the number of the office's hours first.
    pub(crate) fn on_paper(&self, lang: Lang) -> String {
        let shut = Some(&self.answers).filter(|a| !a.open).and_then(Answers::at_other_hours);
        let first = shut.as_ref().unwrap_or(&self.answers);
        let all: Vec<String> = std::iter::once(say::phone(&first.number)).chain(first.say_beside(lang)).collect();
        all.join(if lang == Lang::Zh { "，" } else { ", " })
    }
    /// The other number, with its hours.
    pub(crate) fn beside(&self, lang: Lang) -> Option<(String, String)> {
        self.answers.beside.clone().zip(self.answers.say_beside(lang))
    }
}

/// Whom to call: the grid of one's building, else the community one lives in, else the only community there is.
pub(crate) fn call(r: &mut Read<'_>, caller: &Caller) -> Result<Option<Call>, Fault> {
    if let Some(person) = caller.person {
        for home in homes(r, person, caller.today())? {
            if let Some(call) = near(r, &home.area, home.grid, caller.now)? {
                return Ok(Some(call));
            }
        }
    }
    let all = communities(r, caller.now)?;
    Ok(<[_; 1]>::try_from(all).ok().map(|[(_, call)]| call))
}

/// The grid's phone while offices are open; at other hours the number that answers for the community, if it has one.
pub(crate) fn near(
    r: &mut Read<'_>,
    area: &AreaRow,
    grid: Option<GridRow>,
    now: Moment,
) -> Result<Option<Call>, Fault> {
    let (org, terms) = (answering(r, area, now.day())?, find::terms(r, area.id)?);
    if let Some(GridRow { name, phone: Some(number), .. }) = grid {
        let on_call = org.as_ref().and_then(|org| org.on_call.clone());
        let Some(answers) = Answers::at(Some(number.clone()), on_call, &terms, now) else { return Ok(None) };
        let grid = answers.number == number;
        let who = org.filter(|_| !grid).map_or(name, |org| org.short.unwrap_or(org.name));
        return Ok(Some(Call::new(answers, who, grid)));
    }
    Ok(org.and_then(|org| called(org, &terms, now)))
}

fn called(org: OrgRow, terms: &Terms, now: Moment) -> Option<Call> {
    org.answers(terms, now).map(|answers| Call::new(answers, org.short.unwrap_or(org.name), false))
}

/// The communities and villages somebody answers the phone for, with their names.
pub(crate) fn communities(r: &mut Read<'_>, now: Moment) -> Result<Vec<(String, Call)>, Fault> {
    let mut all = Vec::new();
    for root in find::roots(r)? {
        for area in find::areas_below(r, root.id)? {
            if !matches!(area.kind, AreaKind::Community | AreaKind::Village) {
                continue;
            }
            if let Some(call) = community(r, &area, now)? {
                all.push((area.name, call));
            }
        }
    }
    Ok(all)
}

/// The duty phone of who runs an area: the service station, else the residents' committee, else the street.
pub(crate) fn community(r: &mut Read<'_>, area: &AreaRow, now: Moment) -> Result<Option<Call>, Fault> {
    let Some(org) = answering(r, area, now.day())? else { return Ok(None) };
    Ok(called(org, &find::terms(r, area.id)?, now))
}

fn answering(r: &mut Read<'_>, area: &AreaRow, today: Day) -> Result<Option<OrgRow>, Fault> {
    for kind in [OrgKind::Community, OrgKind::ResidentsCommittee, OrgKind::Party, OrgKind::Street] {
        let Some(org) = find::party(r, area.id, kind, today)? else { continue };
        if let Some(org) = find::org(r, org)?
            && (org.phone.is_some() || org.on_call.is_some())
        {
            return Ok(Some(org));
        }
    }
    Ok(None)
}
