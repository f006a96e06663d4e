//! Entry bundles: the entries of a tile, each with its length before it (C2SP tlog-tiles, "Log entries").

use crate::tile::FULL;
use std::fmt;

/// Why bytes are no entry bundle, or entries cannot be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BundleFault {
    /// A bundle holds 1 to 256 entries.
    Width,
    /// An entry is longer than 65535 bytes, which its length field cannot say.
    EntryTooLong,
    /// The bytes end before the last entry does.
    Truncated,
    /// Bytes follow after the last entry.
    Trailing,
}

impl fmt::Display for BundleFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Width => "An entry bundle holds 1 to 256 entries.",
            Self::EntryTooLong => "A log entry is longer than 65535 bytes.",
            Self::Truncated => "The entry bundle ends before its last entry does.",
            Self::Trailing => "The entry bundle holds more than its entries.",
        })
    }
}

impl std::error::Error for BundleFault {}

/// Writes 1 to 256 entries as a bundle: each a 16-bit big-endian length and the bytes.
pub fn write_bundle<B: AsRef<[u8]>>(entries: &[B]) -> Result<Vec<u8>, BundleFault> {
    if entries.is_empty() || entries.len() > usize::from(FULL) {
        return Err(BundleFault::Width);
    }
    let mut out = Vec::new();
    for entry in entries {
        push_entry(&mut out, entry.as_ref())?;
    }
    Ok(out)
}

/// Adds one entry to a bundle; how many it may hold is for whoever writes it to mind.
pub fn push_entry(bundle: &mut Vec<u8>, entry: &[u8]) -> Result<(), BundleFault> {
    let length = u16::try_from(entry.len()).map_err(|_| BundleFault::EntryTooLong)?;
    bundle.extend_from_slice(&length.to_be_bytes());
    bundle.extend_from_slice(entry);
    Ok(())
}

/// Reads a bundle of exactly `width` entries, 1 to 256. What the entries hash to is not looked at.
pub fn read_bundle(bytes: &[u8], width: u16) -> Result<Vec<&[u8]>, BundleFault> {
    if !(1..=FULL).contains(&width) {
        return Err(BundleFault::Width);
    }
    let mut rest = bytes;
    let mut entries = Vec::new();
    for _ in 0..width {
        let (length, after) = rest.split_first_chunk::<2>().ok_or(BundleFault::Truncated)?;
        let length = usize::from(u16::from_be_bytes(*length));
        let (entry, after) = after.split_at_checked(length).ok_or(BundleFault::Truncated)?;
        entries.push(entry);
        rest = after;
    }
    if rest.is_empty() { Ok(entries) } else { Err(BundleFault::Trailing) }
}
