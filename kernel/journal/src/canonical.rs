use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lianxin_store::Fault;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// A leaf may not be longer than this many bytes.
pub(crate) const LEAF_MAX: usize = 16 * 1024;
/// JSON numbers are exact below 2^53 only (RFC 8785 §3.2.2.3).
pub(crate) const INT_MAX: i64 = (1 << 53) - 1;

/// RFC 8785 JSON of a leaf.
pub(crate) fn canonical(leaf: &Value) -> Result<String, Fault> {
    let body = serde_json_canonicalizer::to_string(leaf).map_err(|e| Fault::bug(e.to_string()))?;
    if body.len() > LEAF_MAX {
        return Err(Fault::bug(format!("a leaf of {} bytes is longer than {LEAF_MAX}", body.len())));
    }
    Ok(body)
}

/// RFC 6962 §2.1: SHA-256(0x00 ‖ leaf).
pub fn leaf_hash(body: &str) -> [u8; 32] {
    let mut h = Sha256::new();
    h.update([0u8]);
    h.update(body.as_bytes());
    h.finalize().into()
}

/// What a leaf says of a sealed field:
/// SHA-256("lianxin.sealed.v1" ‖ 0 ‖ act ‖ 0 ‖ field ‖ 0 ‖ subject ‖ 0 ‖ salt ‖ value), base64url.
pub fn commitment(act: &str, field: &str, subject: &str, salt: &[u8], value: &str) -> String {
    let mut h = Sha256::new();
    for part in ["lianxin.sealed.v1", act, field, subject] {
        h.update(part.as_bytes());
        h.update([0u8]);
    }
    h.update(salt);
    h.update(value.as_bytes());
    text(&h.finalize())
}

/// base64url without padding.
pub(crate) fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn leaves_are_written_the_one_way_rfc_8785_knows() {
        let leaf = json!({"b": 1, "a": "灯坏了\n\u{1}\"\\/é😀", "c": {"z": null, "y": [3, 2]}, "n": -INT_MAX});
        let want =
            "{\"a\":\"灯坏了\\n\\u0001\\\"\\\\/é😀\",\"b\":1,\"c\":{\"y\":[3,2],\"z\":null},\"n\":-9007199254740991}";
        assert_eq!(canonical(&leaf).expect("fits"), want);
        assert!(canonical(&json!({"a": "x".repeat(LEAF_MAX)})).is_err());
    }

    #[test]
    fn the_empty_leaf_has_the_hash_the_standard_gives() {
        // RFC 6962's own test data: the hash of a leaf of no bytes.
        let hex: String = leaf_hash("").iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(hex, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    #[test]
    fn a_commitment_depends_on_every_part_and_on_where_it_ends() {
        let base = commitment("a", "f", "s", &[1; 32], "v");
        for other in [
            commitment("b", "f", "s", &[1; 32], "v"),
            commitment("a", "g", "s", &[1; 32], "v"),
            commitment("a", "f", "", &[1; 32], "v"),
            commitment("a", "f", "s", &[2; 32], "v"),
            commitment("a", "f", "s", &[1; 32], "w"),
            commitment("a", "fs", "", &[1; 32], "v"),
        ] {
            assert_ne!(base, other);
        }
    }
}
