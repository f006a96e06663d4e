use crate::acts::{Admission, LostPhone, Slip, SlipVoid};
use crate::session::{self, ADMITTED_DAYS, SessionToken};
use crate::{Keys, Refusal, SLIP_DAYS, SlipCode, sql};
use lianxin_base::{ActId, AreaId, DAY, HouseholdId, MINUTE, Moment, PersonId, SlipId};
use lianxin_journal::{By, Head, Receipt, already, record};
use lianxin_register::find::is_child;
use lianxin_store::{Db, Fault, Read, Stop, Tx, params};

/// For so long the same form sent twice (a double tap) lets the same phone in again.
const AGAIN: i64 = 10 * MINUTE;

/// A slip to be made. Its id and code are made before the command, because a command may run twice.
#[derive(Clone, Debug)]
pub struct NewSlip {
    /// The slip.
    pub slip: SlipId,
    /// For whom.
    pub person: PersonId,
    /// Of which household.
    pub household: HouseholdId,
    /// Its code.
    pub code: SlipCode,
}

/// Makes an entry slip, good for [`SLIP_DAYS`].
///
/// # Errors
/// [`Refusal::Child`] for somebody under 14, or the database's trouble.
pub fn issue(tx: &mut Tx<'_>, keys: &Keys, head: Head, new: &NewSlip) -> Result<Receipt, Stop> {
    if is_child(tx, new.person)? {
        return Err(Refusal::Child.into());
    }
    let slip = Slip {
        slip: new.slip,
        person: new.person,
        household: new.household,
        code_hash: keys.slip_hash(new.code.plain()),
        expires_at: tx.now().plus(i64::from(SLIP_DAYS) * DAY),
    };
    Ok(record(tx, head, &slip)?)
}

/// Makes a slip that takes the place of those of the same person nobody has used: of two on the table the older one
/// must not go on opening the door. `void` is the id of the act that says so, if there is one to void.
///
/// # Errors
/// As [`issue`].
pub fn issue_anew(tx: &mut Tx<'_>, keys: &Keys, head: Head, void: ActId, new: &NewSlip) -> Result<Receipt, Stop> {
    let now = tx.now();
    if open_slips(tx, new.person, now)? > 0 {
        record(tx, Head { id: void, token: None, ..head.clone() }, &SlipVoid { person: new.person })?;
    }
    issue(tx, keys, head, new)
}

/// How many slips of somebody are open: not used, not void, not past.
pub fn open_slips(r: &mut Read<'_>, person: PersonId, now: Moment) -> Result<i64, Fault> {
    Ok(r.row(sql::SLIPS_OPEN, params![person, now], |row| row.int(0))?.unwrap_or(0))
}

/// Whether a slip's code would let somebody in now.
pub fn slip_opens(r: &mut Read<'_>, keys: &Keys, code: &SlipCode, now: Moment) -> Result<bool, Fault> {
    let state = r.row(sql::SLIP_BY_CODE, params![keys.slip_hash(code.plain())], |row| {
        Ok(row.moment(3)? > now && row.opt_moment(4)?.is_none() && row.opt_moment(6)?.is_none())
    })?;
    Ok(state.unwrap_or(false))
}

/// Whether somebody is signed in on some phone.
pub fn is_in(r: &mut Read<'_>, person: PersonId, now: Moment) -> Result<bool, Fault> {
    Ok(r.row(sql::SESSION_OF_PERSON, params![person, now], |row| row.text(0))?.is_some())
}

/// Registers that somebody's phone is lost: every session of theirs ends with this commit, open slips are void.
pub fn lost_phone(tx: &mut Tx<'_>, head: Head, person: PersonId) -> Result<Receipt, Fault> {
    record(tx, head, &LostPhone { person })
}

struct Found {
    slip: SlipId,
    area: AreaId,
    person: PersonId,
    expires_at: Moment,
    used: Option<(Moment, ActId)>,
    void: bool,
}

fn find(r: &mut Read<'_>, code_hash: &str) -> Result<Found, Stop> {
    let found = r.row(sql::SLIP_BY_CODE, params![code_hash], |row| {
        let used = row.opt_moment(4)?.zip(row.opt_id(5)?);
        let void = row.opt_moment(6)?.is_some();
        Ok(Found { slip: row.id(0)?, area: row.id(1)?, person: row.id(2)?, expires_at: row.moment(3)?, used, void })
    })?;
    found.ok_or_else(|| Refusal::SlipUnknown.into())
}

/// Whether the slip lets somebody in now: `true` for the first time, `false` for the same form once more.
fn first_time(r: &mut Read<'_>, found: &Found, form: &str, now: Moment) -> Result<bool, Stop> {
    if let Some((at, act)) = found.used {
        let same = already(r, form)?.is_some_and(|receipt| receipt.act == act);
        return if same && now.since(at) < AGAIN { Ok(false) } else { Err(Refusal::SlipUsed.into()) };
    }
    if found.void {
        return Err(Refusal::SlipVoid.into());
    }
    if is_child(r, found.person)? {
        return Err(Refusal::Child.into());
    }
    if found.expires_at <= now { Err(Refusal::SlipExpired.into()) } else { Ok(true) }
}

/// Lets a person in with an entry slip: records the admission as `act` (with the form's token) and begins a session.
/// It waits for the database, so it runs on a thread that may.
///
/// # Errors
/// [`Refusal::SlipUnknown`], [`Refusal::SlipUsed`], [`Refusal::SlipExpired`], or the database's trouble.
pub fn admit_wait(db: &Db, keys: &Keys, code: &SlipCode, act: ActId, form: &str) -> Result<SessionToken, Stop> {
    let (hash, form) = (keys.slip_hash(code.plain()), form.to_owned());
    let (asked, token) = (hash.clone(), form.clone());
    let now = db.clock().now();
    let (area, person) = db.read_wait(move |r| {
        let found = find(r, &asked)?;
        first_time(r, &found, &token, now)?;
        Ok((found.area, found.person))
    })?;
    // The session comes first: if the machine stops in between, the slip is unused and can be tried again.
    let session = SessionToken::make();
    let made = session.clone();
    db.keep_wait(move |tx| Ok(session::begin(tx, &made, Some(person), None, ADMITTED_DAYS)?))?;
    let admitted = db.act_wait(area, move |tx| {
        let found = find(tx, &hash)?;
        let now = tx.now();
        if first_time(tx, &found, &form, now)? {
            let by = By::Person(found.person);
            let head = Head { id: act, area: found.area, by, no: None, token: Some(form.clone()) };
            record(tx, head, &Admission { slip: found.slip })?;
        }
        Ok(())
    });
    if let Err(stop) = admitted {
        let unused = session.hash();
        db.keep_wait(move |tx| Ok(session::end(tx, &unused)?)).ok(); // nobody holds its token; it ends by itself
        return Err(stop);
    }
    Ok(session)
}
