use std::time::Duration;

/// One kind of child: a function from bytes to bytes, and what it may use up.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it does. Content it does not take it refuses with one short word, which the room that asked knows how to
    /// say to people.
    pub run: fn(&[u8]) -> Result<Vec<u8>, String>,
    /// What it may use up.
    pub limits: Limits,
}

/// What one child may use up.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Address space in bytes; what it asks for beyond ends it.
    pub memory: u64,
    /// Seconds of processor time.
    pub cpu: u64,
    /// Time from its start to its answer.
    pub wall: Duration,
    /// Most bytes it is given.
    pub input: usize,
    /// Most bytes it may answer.
    pub output: usize,
}
