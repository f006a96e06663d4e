use crate::conn::Conn;
use crate::{Fault, Migrations, Read, Tx, migrate};
use lianxin_base::{Chance, Moment};

/// An empty database in memory in which acts are applied again, to compare its tables with the real ones.
pub struct Scratch {
    conn: Conn,
    chance: Chance,
}

impl Scratch {
    /// An empty one with every table.
    pub fn new(migrations: &[Migrations]) -> Result<Self, Fault> {
        let mut conn = Conn::memory()?;
        migrate::run(&mut conn, migrations, Moment::default())?;
        conn.batch("BEGIN")?;
        Ok(Self { conn, chance: Chance::seeded(0) })
    }
    /// Looks at it.
    pub fn read(&mut self) -> Read<'_> {
        Read { conn: &mut self.conn }
    }
    /// Writes to it at `now`.
    pub fn write<T>(&mut self, now: Moment, f: impl FnOnce(&mut Tx<'_>) -> Result<T, Fault>) -> Result<T, Fault> {
        f(&mut Tx::deciding(&mut self.conn, now, &self.chance))
    }
}
