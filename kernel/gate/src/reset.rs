//! The way back for an administrator who lost both the phone and the recovery codes. It is gone on the machine itself, by
//! whoever may open its folder; from outside there is none.

use crate::sign_in::{Login, credential, set_password};
use crate::{Refusal, Role, SlipCode, password, session, sql};
use lianxin_base::{ActId, Chance, HOUR, SeatId};
use lianxin_journal::{Act, By, Head, Leaf, Recorded, record};
use lianxin_store::{Db, Fault, Stop, Tx, params};

/// Within so many hours the new password must be used for the first time.
pub const RESET_HOURS: i64 = 24;

/// An administrator's seat was opened anew on the machine. Public: everybody may see that it happened, and when.
#[derive(Clone, Copy, Debug)]
pub struct SeatReset {
    /// The seat.
    pub seat: SeatId,
}

impl Act for SeatReset {
    const KIND: &'static str = "gate.seat_reset";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("seat", self.seat);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let seat = rec.id_of::<SeatId>("seat")?;
        // All of it is kept, not history: here it ends in the same commit, and a replay finds none.
        for sql in [sql::SESSION_END_SEAT, sql::RECOVERY_DROP, sql::SECOND_RESET] {
            tx.exec(sql, params![seat])?;
        }
        crate::device::forget_devices(tx, seat)
    }
}

/// Opens an administrator's seat anew: every session of it ends, the second step must be set up at once, and the password
/// that comes back is shown once. It hashes, so it runs on a thread that may wait.
///
/// # Errors
/// [`Refusal::NotAdmin`], or the database's trouble.
pub fn reset_wait(db: &Db, typed: &str) -> Result<String, Stop> {
    let login = Login::read(typed).map_err(|_| Refusal::NotAdmin)?;
    let (asked, today) = (login.to_string(), db.clock().now().day());
    let found = db.read_wait(move |r| {
        let Some(known) = credential(r, &asked)? else { return Ok(None) };
        let seats = session::seats_today(r, None, Some(known.seat), today)?;
        Ok(seats.into_iter().find(|s| s.role == Role::Admin).map(|s| (s, known.person)))
    })?;
    let (seat, person) = found.ok_or(Refusal::NotAdmin)?;
    // Always the operating system's chance: what a seeded one gives could be told in advance.
    let secret = Chance::system();
    let plain = SlipCode::make(&secret).plain().to_lowercase();
    let hash = password::hash(&plain, &secret)?;
    let (id, area) = (ActId::new(db.chance(), db.clock().now()), seat.area);
    let reset = SeatReset { seat: seat.seat };
    db.act_wait(area, move |tx| Ok(record(tx, Head { id, area, by: By::Office, no: None, token: None }, &reset)?))?;
    db.keep_wait(move |tx| {
        let until = tx.now().plus(RESET_HOURS * HOUR);
        set_password(tx, &login, reset.seat, person, &hash)?;
        tx.exec(sql::CREDENTIAL_UNTIL, params![login.to_string(), until])?;
        Ok(())
    })?;
    Ok(plain)
}
