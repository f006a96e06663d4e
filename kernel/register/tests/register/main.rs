//! The register on each database: what it refuses, what it finds, what it hides, what replay gives.

mod doors;
mod look;
mod rules;
mod sitting;
mod town;
