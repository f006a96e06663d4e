//! A roll as the rules see it, and its bytes: the same for the same roll, in whatever order it was written.

use crate::hash::sha256_hex;
use crate::key::OwnerKey;
use crate::roll::{Source, Unit};
use serde::Serialize;

/// A unit as the rules see it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settled<'a> {
    pub(crate) unit: &'a Unit,
    pub(crate) voter: &'a OwnerKey,
    /// 0.01 m²; 0 if it does not count and has none.
    pub(crate) area: u64,
    pub(crate) source: Option<Source>,
    pub(crate) counts: bool,
}

/// A roll as the rules see it, in order of names.
pub(crate) struct Frozen<'a> {
    pub(crate) units: Vec<Settled<'a>>,
    pub(crate) voters: Vec<&'a OwnerKey>,
}

impl Frozen<'_> {
    pub(crate) fn sha256(&self) -> String {
        sha256_hex(&self.canonical())
    }

    pub(crate) fn canonical(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(64 * (self.units.len() + self.voters.len()) + 32);
        line(&mut out, &["lianxin.roll.v1"]);
        for s in &self.units {
            let u = s.unit;
            line(&mut out, &(&u.unit, &u.building, &u.entrance, u.usage, u.state, s.counts, s.area, s.source, s.voter));
        }
        for voter in &self.voters {
            line(&mut out, &[voter]);
        }
        out
    }
}

fn line(out: &mut Vec<u8>, row: &impl Serialize) {
    // texts and integers written into memory: nothing of it can fail
    let _ = serde_json::to_writer(&mut *out, row);
    out.push(b'\n');
}
