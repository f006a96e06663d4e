use crate::second::PATIENCE;
use crate::staff_phone::{PHONE_DAYS, PIN_REST};
use crate::{Asked, Capability, Powers, Reach, Role, Scope, agrees, device, sql};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use lianxin_base::{AreaId, Chance, DAY, Day, MINUTE, Moment, OrgId, PersonId, SeatId};
use lianxin_register::find::is_child;
use lianxin_store::{Fault, Read, Row, Tx, params};
use sha2::{Digest as _, Sha256};

/// How long a seat's session lasts without being used, in days.
pub const SEAT_DAYS: i64 = 7;
/// How long a resident's session lasts without being used, in days: the phone is remembered.
pub const ADMITTED_DAYS: i64 = 400;

/// What a cookie holds: 256 random bits. The database knows only its SHA-256.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionToken(String);

impl SessionToken {
    /// A new one. Always from the operating system: in the demo ids come from a seed, sessions never.
    pub fn make() -> Self {
        Self(BASE64URL.encode(Chance::system().bytes::<32>()))
    }
    /// Reads a cookie's value; `None` if it has another shape.
    pub fn read(cookie: &str) -> Option<Self> {
        let plain = cookie.len() == 43 && cookie.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        plain.then(|| Self(cookie.to_owned()))
    }
    /// The cookie's value.
    pub fn value(&self) -> &str {
        &self.0
    }
    /// What the database knows of it.
    pub fn hash(&self) -> String {
        BASE64URL.encode(Sha256::digest(self.0.as_bytes()))
    }
}

impl std::fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SessionToken(…)")
    }
}

/// A seat somebody sits in today.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeatRow {
    /// The seat.
    pub seat: SeatId,
    /// Its organisation.
    pub org: OrgId,
    /// Its organisation's name.
    pub org_name: String,
    /// What it is for.
    pub role: Role,
    /// The area it belongs to.
    pub area: AreaId,
    /// Its title; the role's usual one if it has none of its own.
    pub title: Option<String>,
    /// The areas it covers whole today.
    pub areas: Vec<AreaId>,
    /// They sit in for its holder 代班.
    pub deputy: bool,
}

/// A seat somebody signed in to and no longer sits in: what its pages answer with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EndedSeat {
    /// What it was for.
    pub role: Role,
    /// Its title; the role's usual one if it has none of its own.
    pub title: Option<String>,
    /// Its organisation: whom to ask.
    pub org_name: String,
    /// The organisation's duty phone.
    pub phone: Option<String>,
    /// Its last day.
    pub until: Option<Day>,
}

impl SeatRow {
    /// What this seat sees.
    pub fn scope(&self) -> Scope {
        match self.role.reach() {
            Reach::Everything => Scope::Everything,
            Reach::Area => Scope::Areas(self.areas.clone()),
            Reach::Contract => Scope::Contract(self.areas.clone()).or(Scope::Held(vec![self.org])),
            Reach::Held => Scope::Held(vec![self.org]),
        }
    }
}

/// What a session waits for before it counts as signed in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Waits {
    /// The PIN of a staff phone that rested.
    Pin,
    /// The code of the second step.
    Code,
    /// The second step must be set up first.
    Enrol,
    /// A resident has not agreed to the rules in force.
    Consent,
}

/// What the column `kind` of a session says.
const PHONE: &str = "phone";
const CODE: &str = "code";
const ENROL: &str = "enrol";
/// A staff phone's use is noted this often, so that its rest is known well enough.
const PHONE_NOTED: i64 = 10 * MINUTE;

/// Somebody signed in, with the rights of this moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signed {
    /// The session, as the database knows it.
    pub session: String,
    /// Who, if the session belongs to a person.
    pub person: Option<PersonId>,
    /// The seat the session was opened for.
    pub seat: Option<SeatId>,
    /// The seats they sit in today.
    pub seats: Vec<SeatRow>,
    /// The seat this session was opened for, if it has ended since.
    pub ended: Option<EndedSeat>,
    /// When the session was last used (to within a day).
    pub seen: Moment,
    /// How many days it lasts without use.
    pub days: i64,
    /// What it waits for; until then it is nobody's.
    pub waits: Option<Waits>,
}

impl Signed {
    /// Everything they may see: what their seats see, and what is their own.
    pub fn scope(&self) -> Scope {
        let own = self.person.map_or(Scope::Public, Scope::Own);
        self.seats.iter().fold(own, |all, seat| all.or(seat.scope()))
    }
    /// What they see through the seats that have a capability; nothing through the others.
    pub fn scope_of(&self, powers: &Powers, cap: Capability) -> Scope {
        let seats = self.seats.iter().filter(|s| powers.allow(s.role, cap));
        seats.fold(Scope::Public, |all, seat| all.or(seat.scope()))
    }
    /// The first seat with a capability.
    pub fn seat_with(&self, powers: &Powers, cap: Capability) -> Option<&SeatRow> {
        self.seats.iter().find(|s| powers.allow(s.role, cap))
    }
    /// Leaves out the person's other seats that need a second step: each is entered by its own.
    #[must_use]
    pub fn stepped(mut self, powers: &Powers) -> Self {
        let own = self.seat;
        self.seats.retain(|s| Some(s.seat) == own || !powers.needs_second(s.role));
        self
    }
    /// Whether the session should be noted as used again: once a day, a staff phone's every ten minutes.
    pub const fn is_due(&self, now: Moment) -> bool {
        now.since(self.seen) >= if self.days == PHONE_DAYS { PHONE_NOTED } else { DAY }
    }
}

/// The phones signed in as a resident: since when, and when each was last used (to within a day).
///
/// # Errors
/// The database's trouble.
pub fn phones_of(r: &mut Read<'_>, person: PersonId, now: Moment) -> Result<Vec<(Moment, Moment)>, Fault> {
    r.rows(sql::SESSIONS_OF_PERSON, params![person, now], |row| Ok((row.moment(0)?, row.moment(1)?)))
}

/// Begins a session; inside a `keep`.
pub(crate) fn begin(
    tx: &mut Tx<'_>,
    token: &SessionToken,
    person: Option<PersonId>,
    seat: Option<SeatId>,
    days: i64,
) -> Result<(), Fault> {
    let now = tx.now();
    tx.exec(sql::SESSION_NEW, params![token.hash(), person, seat, now, now.plus(days * DAY), None::<String>])?;
    Ok(())
}

/// Begins the session of a paired staff phone; inside a `keep`.
pub(crate) fn begin_phone(
    tx: &mut Tx<'_>,
    token: &SessionToken,
    person: Option<PersonId>,
    seat: SeatId,
) -> Result<(), Fault> {
    let now = tx.now();
    tx.exec(sql::SESSION_NEW, params![token.hash(), person, seat, now, now.plus(PHONE_DAYS * DAY), PHONE])?;
    Ok(())
}

/// Begins a session that waits for the second step or for its setting up; inside a `keep`.
pub(crate) fn begin_waiting(
    tx: &mut Tx<'_>,
    token: &SessionToken,
    person: Option<PersonId>,
    seat: SeatId,
    for_code: bool,
) -> Result<(), Fault> {
    let (now, kind) = (tx.now(), if for_code { CODE } else { ENROL });
    tx.exec(sql::SESSION_NEW, params![token.hash(), person, seat, now, now.plus(PATIENCE), kind])?;
    Ok(())
}

/// Looks a session up with the seats, areas and contracts of today. `None`: unknown, past, or nobody is left behind it.
pub fn signed(r: &mut Read<'_>, hash: &str, now: Moment) -> Result<Option<Signed>, Fault> {
    let row = r.row(sql::SESSION, params![hash, now], |row| {
        Ok((row.opt_id::<PersonId>(0)?, row.opt_id::<SeatId>(1)?, row.moment(3)?, row.opt_text(4)?))
    })?;
    let Some((person, seat, seen, kind)) = row else { return Ok(None) };
    let phone = kind.as_deref() == Some(PHONE);
    // A seat has its own way in. A slip or six digits of a resident open none, whatever seats that person holds; a paired
    // phone opens the one it was paired for.
    let others = person.filter(|_| !phone && seat.is_some());
    let seats = seats_today(r, others, seat, now.day())?;
    if seats.is_empty() && (person.is_none() || phone) {
        return Ok(None);
    }
    // A resident's own account: none under 14, and none before they have read the rules and agreed.
    let own = person.filter(|_| seat.is_none());
    if own.map(|p| is_child(r, p)).transpose()?.unwrap_or(false) {
        return Ok(None);
    }
    let asks = own.map(|p| agrees(r, p, Asked::Rules)).transpose()? == Some(false);
    let gone = seat.filter(|id| !seats.iter().any(|s| s.seat == *id));
    let ended = gone.map(|id| r.row(sql::SEAT_ENDED, params![id], ended_row)).transpose()?.flatten().flatten();
    let waits = match kind.as_deref() {
        Some(CODE) => Some(Waits::Code),
        Some(ENROL) => Some(Waits::Enrol),
        Some(_) if now.since(seen) >= PIN_REST => Some(Waits::Pin),
        _ if asks => Some(Waits::Consent),
        _ => None,
    };
    let days = match (phone, seat) {
        (true, _) => PHONE_DAYS,
        (_, Some(_)) => SEAT_DAYS,
        (_, None) => ADMITTED_DAYS,
    };
    Ok(Some(Signed { session: hash.to_owned(), person, seat, seats, ended, seen, days, waits }))
}

fn ended_row(row: &Row<'_>) -> Result<Option<EndedSeat>, Fault> {
    let Ok(role) = row.text(0)?.parse() else { return Ok(None) };
    let closed = row.opt_moment(3)?.map(|at| at.day());
    let (title, until) = (row.opt_text(1)?.filter(|t| !t.is_empty()), closed.or(row.opt_day(2)?));
    Ok(Some(EndedSeat { role, title, org_name: row.text(4)?, phone: row.opt_text(5)?, until }))
}

/// The seats of a person, their own and those they are deputy in, or the one seat a session was opened for (first, if
/// its person has more).
pub(crate) fn seats_today(
    r: &mut Read<'_>,
    person: Option<PersonId>,
    seat: Option<SeatId>,
    today: Day,
) -> Result<Vec<SeatRow>, Fault> {
    let mut found = Vec::new();
    if let Some(seat) = seat {
        found.extend(r.row(sql::SEAT, params![seat, today], seat_row)?);
    }
    if let Some(person) = person {
        found.extend(r.rows(sql::SEATS_OF_PERSON, params![person, today], seat_row)?);
        // Last, so that who has a seat of their own acts in it where both may do the same.
        for mut row in r.rows(sql::SEATS_OF_DEPUTY, params![person, today], seat_row)? {
            if let Some((seat, _)) = &mut row {
                seat.deputy = true;
            }
            found.push(row);
        }
    }
    let mut seats: Vec<SeatRow> = Vec::new();
    for (mut row, home) in found.into_iter().flatten() {
        if !seats.iter().any(|s| s.seat == row.seat) {
            row.areas = reach(r, &row, home, today)?;
            seats.push(row);
        }
    }
    Ok(seats)
}

/// A seat with its organisation's own area. A role that this version does not know gives no rights.
fn seat_row(row: &Row<'_>) -> Result<Option<(SeatRow, AreaId)>, Fault> {
    let Ok(role) = row.text(2)?.parse() else { return Ok(None) };
    let (seat, org, area) = (row.id(0)?, row.id(1)?, row.id(3)?);
    let (title, org_name) = (row.opt_text(4)?.filter(|t| !t.is_empty()), row.text(5)?);
    let seat = SeatRow { seat, org, org_name, role, area, title, areas: Vec::new(), deputy: false };
    Ok(Some((seat, row.id(6)?)))
}

fn reach(r: &mut Read<'_>, row: &SeatRow, home: AreaId, today: Day) -> Result<Vec<AreaId>, Fault> {
    match row.role.reach() {
        Reach::Everything | Reach::Held => Ok(Vec::new()),
        Reach::Area => below(r, row.area),
        Reach::Contract => {
            let mut areas = r.rows(sql::CONTRACTS, params![row.org, today], |row| row.id(0))?;
            // A seat at the company's own place looks at all its compounds, one at a compound at that one.
            if row.area != home {
                let within = below(r, row.area)?;
                areas.retain(|area| within.contains(area));
            }
            Ok(areas)
        }
    }
}

fn below(r: &mut Read<'_>, area: AreaId) -> Result<Vec<AreaId>, Fault> {
    r.rows(sql::AREAS_BELOW, params![area], |row| row.id(0))
}

/// Notes that a session is in use and moves its end; inside a `keep`.
pub fn seen(tx: &mut Tx<'_>, hash: &str, days: i64) -> Result<(), Fault> {
    let now = tx.now();
    tx.exec(sql::SESSION_SEEN, params![hash, now, now.plus(days * DAY)])?;
    Ok(())
}

/// Signs this phone or desk out; inside a `keep`.
pub fn end(tx: &mut Tx<'_>, hash: &str) -> Result<(), Fault> {
    tx.exec(sql::SESSION_END, params![hash])?;
    Ok(())
}

/// Signs out everywhere: every session of the person and of these seats; inside a `keep`.
pub fn end_all(tx: &mut Tx<'_>, person: Option<PersonId>, seats: &[SeatId]) -> Result<(), Fault> {
    if let Some(person) = person {
        tx.exec(sql::SESSION_END_PERSON, params![person])?;
        device::forget_devices(tx, person)?;
    }
    for seat in seats {
        tx.exec(sql::SESSION_END_SEAT, params![seat])?;
        device::forget_devices(tx, seat)?;
    }
    Ok(())
}

/// Removes the sessions that are past; inside a `keep`. How many.
pub fn ended_long_ago(tx: &mut Tx<'_>) -> Result<u64, Fault> {
    let now = tx.now();
    tx.exec(sql::SESSION_PAST, params![now])
}
