use crate::{Leaf, Recorded};
use lianxin_store::{Fault, Tx};

/// A noun one creates: a report, a hand-over, a resolution. [`Act::apply`] is the only code that writes the state
/// it causes; it gets the recorded act, reads no clock, makes no ids and draws no random numbers, so that living
/// and replaying are the same code.
pub trait Act: Send + Sync {
    /// `system.noun`.
    const KIND: &'static str;
    /// The version of its fields. `apply` keeps every version it ever wrote.
    const V: u32 = 1;
    /// Whether its mere existence tells something about a household: then only a commitment to the whole leaf is public.
    const HIDDEN: bool = false;

    /// Names its public and its sealed fields.
    fn leaf(&self, leaf: &mut Leaf);
    /// Writes the state it causes.
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault>;
}

/// A kind of act as replay knows it.
#[derive(Clone, Copy)]
pub struct Kind {
    /// `system.noun`.
    pub name: &'static str,
    /// The newest version.
    pub v: u32,
    /// Whether its leaf is wrapped.
    pub hidden: bool,
    /// Its apply.
    pub apply: fn(&Recorded, &mut Tx<'_>) -> Result<(), Fault>,
}

impl Kind {
    /// The kind of an act.
    pub const fn of<A: Act>() -> Self {
        Self { name: A::KIND, v: A::V, hidden: A::HIDDEN, apply: A::apply }
    }
}
