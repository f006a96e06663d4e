//! Tests of the whole: the law's tables, whole votes, elections, every refusal, and what must hold for any vote.

mod elections;
mod invariants;
mod printed;
mod refused;
mod samples;
mod say;
mod scenes;
mod sets;
mod vectors;
mod votes;
