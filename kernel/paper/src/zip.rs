//! The table of contents at the end of a zip file, looked at before anything is unpacked.

use crate::Refusal;

/// All parts together, as the file says.
const DECLARED: u64 = 300 * 1024 * 1024;
/// Unpacked bytes a packed byte may stand for.
const RATIO: u64 = 100;
/// A workbook has a few dozen parts.
const PARTS: usize = 2_000;
/// Small files may be packed as tightly as they like.
const SMALL: u64 = 4 * 1024 * 1024;

const END: &[u8] = b"PK\x05\x06";
const ENTRY: &[u8] = b"PK\x01\x02";

/// Refuses a file that says it unpacks to more than any honest workbook.
pub(crate) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    let end = bytes.windows(4).rposition(|w| w == END).ok_or(Refusal::Broken)?;
    let (parts, start) = (number(bytes, end + 10, 2)?, number(bytes, end + 16, 4)?);
    // 0xffff and 0xffffffff point to the large format, which no workbook within our size needs.
    if parts as usize > PARTS || start == u64::from(u32::MAX) {
        return Err(Refusal::Bomb);
    }
    let (mut at, mut declared) = (start as usize, 0u64);
    for _ in 0..parts {
        if bytes.get(at..at + 4) != Some(ENTRY) {
            return Err(Refusal::Broken);
        }
        let size = number(bytes, at + 24, 4)?;
        if size == u64::from(u32::MAX) {
            return Err(Refusal::Bomb);
        }
        declared += size;
        let lengths = [28, 30, 32].map(|offset| number(bytes, at + offset, 2));
        at += 46 + lengths.into_iter().sum::<Result<u64, _>>()? as usize;
    }
    let tight = declared > SMALL && declared / RATIO > bytes.len() as u64;
    if declared > DECLARED || tight { Err(Refusal::Bomb) } else { Ok(()) }
}

/// A little-endian number of two or four bytes.
fn number(bytes: &[u8], at: usize, width: usize) -> Result<u64, Refusal> {
    let part = bytes.get(at..at + width).ok_or(Refusal::Broken)?;
    Ok(part.iter().rev().fold(0, |n, b| n << 8 | u64::from(*b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table of contents alone, with these unpacked sizes.
    fn contents(sizes: &[u32], padding: usize) -> Vec<u8> {
        let mut bytes = vec![0; padding];
        let start = bytes.len() as u32;
        for size in sizes {
            let mut entry = vec![0; 46];
            entry[..4].copy_from_slice(ENTRY);
            entry[24..28].copy_from_slice(&size.to_le_bytes());
            bytes.extend(entry);
        }
        let mut end = vec![0; 22];
        end[..4].copy_from_slice(END);
        end[10..12].copy_from_slice(&(sizes.len() as u16).to_le_bytes());
        end[16..20].copy_from_slice(&start.to_le_bytes());
        bytes.extend(end);
        bytes
    }

    #[test]
    fn what_a_file_says_it_unpacks_to_is_added_up_first() {
        for (what, sizes, padding, want) in [
            ("small and tight", vec![3_000_000], 0, Ok(())),
            ("honest", vec![40_000_000, 9_000_000], 6_000_000, Ok(())),
            ("a bomb by its ratio", vec![50_000_000], 1_000, Err(Refusal::Bomb)),
            ("a bomb by its sum", vec![200_000_000, 200_000_000], 8_000_000, Err(Refusal::Bomb)),
            ("the large format", vec![u32::MAX], 0, Err(Refusal::Bomb)),
        ] {
            assert_eq!(check(&contents(&sizes, padding)), want, "{what}");
        }
        assert_eq!(check(b"PK\x03\x04 cut off"), Err(Refusal::Broken));
        let mut cut = contents(&[1], 0);
        cut[0] = 0;
        assert_eq!(check(&cut), Err(Refusal::Broken));
    }
}
