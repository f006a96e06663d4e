use crate::conn::Conn;
use crate::{Fault, Kept, Read, Value};
use lianxin_base::{ActId, Chance, Moment};
use std::ops::{Deref, DerefMut};

/// What a writing closure holds. It may read anything; it changes rows only through acts that are recorded
/// (the journal's `record` calls `apply` inside [`Tx::applying`]), or, in `keep`, in tables declared kept.
pub struct Tx<'c> {
    read: Read<'c>,
    now: Moment,
    chance: &'c Chance,
    phase: Phase<'c>,
    wrote: bool,
    recorded: Vec<ActId>,
    moved: Vec<String>,
}

#[derive(Clone, Copy)]
enum Phase<'c> {
    Deciding,
    Applying,
    Keeping(&'c [Kept]),
}

impl<'c> Tx<'c> {
    pub(crate) fn deciding(conn: &'c mut Conn, now: Moment, chance: &'c Chance) -> Self {
        Self::in_phase(conn, now, chance, Phase::Deciding)
    }
    pub(crate) fn keeping(conn: &'c mut Conn, now: Moment, chance: &'c Chance, kept: &'c [Kept]) -> Self {
        Self::in_phase(conn, now, chance, Phase::Keeping(kept))
    }
    fn in_phase(conn: &'c mut Conn, now: Moment, chance: &'c Chance, phase: Phase<'c>) -> Self {
        Self { read: Read { conn }, now, chance, phase, wrote: false, recorded: Vec::new(), moved: Vec::new() }
    }

    /// The writer's time: never earlier than the last act, even if the machine's clock was set back.
    pub const fn now(&self) -> Moment {
        self.now
    }

    /// Random bytes for salts.
    pub const fn chance(&self) -> &Chance {
        self.chance
    }

    /// Changes rows. Refused as a bug outside of an apply, and outside of kept tables while keeping.
    pub fn exec(&mut self, sql: &'static str, params: &[Value]) -> Result<u64, Fault> {
        match self.phase {
            Phase::Applying => {}
            Phase::Deciding => return Err(Fault::bug("state is written by the apply of a recorded act only")),
            Phase::Keeping(kept) => {
                let table = written(sql);
                if !kept.iter().any(|k| Some(k.table) == table) {
                    return Err(Fault::bug(format!("{} is not declared kept", table.unwrap_or("this statement"))));
                }
            }
        }
        self.wrote = true;
        self.read.conn.exec(sql, params)
    }

    /// Runs `f` as the apply of `act`. Only the journal calls this (tidy holds it).
    pub fn applying<T>(&mut self, act: ActId, f: impl FnOnce(&mut Self) -> Result<T, Fault>) -> Result<T, Fault> {
        let before = std::mem::replace(&mut self.phase, Phase::Applying);
        let done = f(self);
        self.phase = before;
        self.recorded.push(act);
        done
    }

    /// Names an element of a page that changes with this command; open pages fetch it again after COMMIT.
    pub fn moved(&mut self, element: impl Into<String>) {
        self.moved.push(element.into());
    }

    pub(crate) fn ended(self) -> (bool, Vec<ActId>, Vec<String>) {
        (self.wrote, self.recorded, self.moved)
    }
}

/// The table a changing statement names.
fn written(sql: &str) -> Option<&str> {
    let mut words = sql.split_ascii_whitespace();
    let table = match words.next()?.to_ascii_uppercase().as_str() {
        "INSERT" | "DELETE" => words.nth(1)?,
        "UPDATE" => words.next()?,
        _ => return None,
    };
    Some(table.split('(').next().unwrap_or(table))
}

impl<'c> Deref for Tx<'c> {
    type Target = Read<'c>;
    fn deref(&self) -> &Read<'c> {
        &self.read
    }
}
impl<'c> DerefMut for Tx<'c> {
    fn deref_mut(&mut self) -> &mut Read<'c> {
        &mut self.read
    }
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn the_table_a_statement_writes_is_read_from_its_words() {
        for (sql, table) in [
            ("INSERT INTO gate_session(hash) VALUES($1)", Some("gate_session")),
            ("insert into gate_session (hash) VALUES($1)", Some("gate_session")),
            ("UPDATE outbox_seen SET x=$1", Some("outbox_seen")),
            ("DELETE FROM work_job WHERE id=$1", Some("work_job")),
            ("DROP TABLE x", None),
            ("", None),
        ] {
            assert_eq!(written(sql), table, "{sql}");
        }
    }
}
