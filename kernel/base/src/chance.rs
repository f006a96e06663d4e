use crate::Moment;
use sha2::{Digest, Sha256};
use std::sync::{Arc, Mutex};

/// Where random bytes come from: the operating system, or (in the demo and in tests) a seed,
/// so that the same seed plants the same ids and salts.
#[derive(Clone, Debug)]
pub struct Chance(Source);

#[derive(Clone, Debug)]
enum Source {
    System,
    Seeded(Arc<Mutex<(u64, u64)>>),
}

impl Chance {
    /// The operating system's generator.
    pub const fn system() -> Self {
        Self(Source::System)
    }

    /// A generator that gives the same bytes for the same seed. Never for a real office.
    pub fn seeded(seed: u64) -> Self {
        Self(Source::Seeded(Arc::new(Mutex::new((seed, 0)))))
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut out = [0u8; N];
        match &self.0 {
            Source::System => getrandom::fill(&mut out).expect("the operating system has random bytes"),
            Source::Seeded(state) => {
                for chunk in out.chunks_mut(32) {
                    let mut state = state.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                    state.1 += 1;
                    let mut h = Sha256::new();
                    h.update(state.0.to_be_bytes());
                    h.update(state.1.to_be_bytes());
                    chunk.copy_from_slice(&h.finalize()[..chunk.len()]);
                }
            }
        }
        out
    }

    /// A UUID version 7 (RFC 9562 §5.7): 48 bits of milliseconds, the rest random.
    pub fn uuid7(&self, at: Moment) -> uuid::Uuid {
        let millis = u64::try_from(at.micros() / 1000).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes::<10>()).into_uuid()
    }
}
