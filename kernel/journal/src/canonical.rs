use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lianxin_store::Fault;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// A leaf may not be longer than this many bytes.
pub(crate) const LEAF_MAX: usize = 16 * 1024;
/// JSON numbers are exact below 2^53 only (RFC 8785 §3.2.2.3).
pub(crate) const INT_MAX: i64 = (1 << 53) - 1;

/// RFC 8785 JSON of a leaf. Of what a leaf may hold (names in ASCII, texts, integers below 2^53; `check` sees to it)
/// `serde_json` writes exactly this with its sorted maps, in a quarter of the time; a test holds the two together.
pub(crate) fn canonical(leaf: &Value) -> Result<String, Fault> {
    let body = serde_json::to_string(leaf).map_err(|e| Fault::bug(e.to_string()))?;
    if body.len() > LEAF_MAX {
        return Err(Fault::bug(format!("a leaf of {} bytes is longer than {LEAF_MAX}", body.len())));
    }
    Ok(body)
}

/// RFC 6962 §2.1: SHA-256(0x00 ‖ leaf).
pub fn leaf_hash(body: &str) -> lianxin_tlog::Hash {
    lianxin_tlog::leaf_hash(body.as_bytes())
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
    use proptest::prelude::*;
    use serde_json::json;

    /// All that a leaf may hold.
    fn anything() -> impl Strategy<Value = Value> {
        let one = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            (-INT_MAX..=INT_MAX).prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        one.prop_recursive(3, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map("[ -~]{0,8}", inner, 0..6)
                    .prop_map(|names| Value::Object(names.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_what_an_implementation_of_rfc_8785_writes(leaf in anything()) {
            let theirs = serde_json_canonicalizer::to_string(&leaf).expect("JSON");
            prop_assume!(theirs.len() <= LEAF_MAX);
            prop_assert_eq!(canonical(&leaf).expect("fits"), theirs);
        }
    }

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
