//! As much of JPEG as it takes to see that one ends too early. Decoders fill what is missing with grey and say nothing.

const SOS: u8 = 0xda;
const EOI: u8 = 0xd9;

/// Whether the picture itself has no end. A thumbnail inside the head has one of its own, which does not count.
pub(crate) fn is_cut_off(bytes: &[u8]) -> bool {
    let scan = scan(bytes).and_then(|at| bytes.get(at..));
    scan.is_none_or(|scan| !scan.windows(2).any(|two| two == [0xff, EOI]))
}

/// Where the compressed pixels begin: after the head's segments, each with its length.
fn scan(bytes: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        let [0xff, marker] = *bytes.get(at..at + 2)? else { return None };
        at += 2;
        match marker {
            0xff => at -= 1,         // filled up
            0x01 | 0xd0..=0xd8 => {} // these stand alone
            EOI => return None,
            marker => {
                let length = u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]);
                at += usize::from(length.max(2));
                if marker == SOS {
                    return Some(at);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_picture_s_own_end_counts() {
        let head: &[u8] = &[0xff, 0xd8];
        let thumbnail: &[u8] = &[0xff, 0xe1, 0, 6, 0xff, 0xd8, 0xff, EOI];
        let scan: &[u8] = &[0xff, SOS, 0, 3, 0, 7, 7, 0xff, 0, 7];
        let end: &[u8] = &[0xff, EOI];
        for (parts, cut) in [
            (vec![head, thumbnail, scan, end], false),
            (vec![head, scan, end, b"trailer"], false),
            (vec![head, thumbnail, scan], true),
            (vec![head, thumbnail], true),
            (vec![head, end], true),
            (vec![head], true),
            (vec![], true),
        ] {
            assert_eq!(is_cut_off(&parts.concat()), cut, "{parts:?}");
        }
    }
}
