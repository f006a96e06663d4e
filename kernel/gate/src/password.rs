//! Passwords of seats: argon2id, and no rule but length.

use crate::Refusal;
use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use lianxin_base::Chance;
use std::sync::OnceLock;

/// Fewest characters of a password. Nothing is asked about its make-up: length is what helps
/// (NIST SP 800-63B §3.1.1).
pub const MIN_CHARS: usize = 8;
/// Most characters, so that nobody makes the server hash a book.
pub const MAX_CHARS: usize = 128;

/// argon2id with 19 MiB, two passes, one lane: some tens of milliseconds on an office PC (RFC 9106 §4).
fn hasher() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).expect("parameters within the standard's bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// The hash of a password, as a PHC string. Slow on purpose: never inside a database closure.
///
/// # Errors
/// Too short or too long.
pub fn hash(password: &str, chance: &Chance) -> Result<String, Refusal> {
    let chars = password.chars().count();
    if chars < MIN_CHARS {
        return Err(Refusal::PasswordShort);
    }
    if chars > MAX_CHARS {
        return Err(Refusal::PasswordLong);
    }
    Ok(hashed(password, &chance.bytes::<16>()))
}

/// The hash with a salt of sixteen bytes, whatever the length: of codes and PINs that have their own rules.
pub(crate) fn hashed(password: &str, salt: &[u8; 16]) -> String {
    let salt = SaltString::encode_b64(salt).expect("sixteen bytes are a salt");
    hasher().hash_password(password.as_bytes(), &salt).expect("argon2id takes any password").to_string()
}

/// Whether a password fits a hash; without a hash (an unknown login) as much work is done for the answer no.
pub fn fits(password: &str, hash: Option<&str>) -> bool {
    static NOBODY: OnceLock<String> = OnceLock::new();
    if password.chars().count() > MAX_CHARS {
        return false;
    }
    let hash_or_nobody = hash.unwrap_or_else(|| NOBODY.get_or_init(|| hashed("nobody has this password", &[0; 16])));
    let Ok(parsed) = PasswordHash::new(hash_or_nobody) else { return false };
    hasher().verify_password(password.as_bytes(), &parsed).is_ok() && hash.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_needs_length_and_nothing_else() {
        let chance = Chance::seeded(1);
        for (password, answer) in [
            ("1234567", Err(Refusal::PasswordShort)),
            ("一二三四五六七八", Ok(())),
            ("aaaaaaaa", Ok(())),
            (&"长".repeat(129), Err(Refusal::PasswordLong)),
        ] {
            assert_eq!(hash(password, &chance).map(|_| ()), answer, "{password}");
        }
    }

    #[test]
    fn only_the_same_password_fits_and_nobodys_never_does() {
        let chance = Chance::seeded(1);
        let made = hash("玉泉街道 2026", &chance).expect("hashed");
        assert!(made.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{made}");
        assert!(fits("玉泉街道 2026", Some(&made)));
        assert!(!fits("玉泉街道 2025", Some(&made)));
        assert!(!fits("nobody has this password", None), "even the stand-in's own password");
        assert!(!fits("x", Some("not a hash")));
        assert_ne!(made, hash("玉泉街道 2026", &chance).expect("hashed"), "a salt of its own");
    }
}
