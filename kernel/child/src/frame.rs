/// Several byte strings as one, for a child's input or answer: each with its length before it, 4 bytes, little-endian.
pub fn pack(parts: &[&[u8]]) -> Vec<u8> {
    let mut out = Vec::with_capacity(parts.iter().map(|p| p.len() + 4).sum());
    for part in parts {
        let length = u32::try_from(part.len()).expect("a child's limits lie far below 4 GiB");
        out.extend_from_slice(&length.to_le_bytes());
        out.extend_from_slice(part);
    }
    out
}

/// The byte strings again; nothing if the lengths do not add up.
pub fn unpack(mut packed: &[u8]) -> Option<Vec<&[u8]>> {
    let mut parts = Vec::new();
    while !packed.is_empty() {
        let (length, rest) = packed.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let (part, rest) = rest.split_at_checked(length)?;
        parts.push(part);
        packed = rest;
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_again_and_broken_frames_do_not() {
        for parts in [&[][..], &[&b""[..]], &[&b"a"[..], b"", b"\xff\x00three"]] {
            assert_eq!(unpack(&pack(parts)).as_deref(), Some(parts));
        }
        let packed = pack(&[b"four"]);
        for cut in 1..packed.len() {
            assert_eq!(unpack(&packed[..cut]), None, "{cut} bytes of it");
        }
        assert_eq!(unpack(&[0xff, 0xff, 0xff, 0xff, 1]), None, "a length that is not there");
    }
}
