//! Names, ids and texts of the keys that sign notes (C2SP signed-note, tlog-cosignature).

use base64::prelude::{BASE64_STANDARD, Engine as _};
use ed25519_dalek::VerifyingKey;
use sha2::{Digest, Sha256};
use std::fmt;

/// What a key signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyKind {
    /// The text of a note: signature type 0x01.
    Note,
    /// A checkpoint and a time, as a witness does: signature type 0x04, `cosignature/v1`.
    Cosignature,
}

impl KeyKind {
    pub(crate) fn byte(self) -> u8 {
        match self {
            Self::Note => 0x01,
            Self::Cosignature => 0x04,
        }
    }

    fn read(byte: u8) -> Result<Self, KeyFault> {
        match byte {
            0x01 => Ok(Self::Note),
            0x04 => Ok(Self::Cosignature),
            _ => Err(KeyFault::Kind),
        }
    }
}

/// Why a text is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFault {
    /// The name is empty or holds a space, a plus sign or a control character.
    Name,
    /// The text has not the form name, plus, id, plus, key; a signer key has `PRIVATE+KEY+` before it.
    Form,
    /// The key id is not eight lower-case hexadecimal digits.
    Id,
    /// The last part is not base64.
    Base64,
    /// The signature type is neither 0x01 nor 0x04.
    Kind,
    /// The key has not 32 bytes.
    Length,
    /// The 32 bytes are no Ed25519 public key.
    NotAKey,
    /// Under this public key signatures could be made without a secret: it has small order.
    Weak,
    /// The key id does not belong to this name and key.
    IdDiffers,
}

impl fmt::Display for KeyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Name => "The name of a key cannot be empty or hold spaces, plus signs or control characters.",
            Self::Form => "This is not a key; a key looks like name+01234567+base64.",
            Self::Id => "The id of the key is not eight lower-case hexadecimal digits.",
            Self::Base64 => "The last part of the key is not base64.",
            Self::Kind => "This kind of key is not known here.",
            Self::Length => "The key does not have 32 bytes.",
            Self::NotAKey => "The bytes are not an Ed25519 public key.",
            Self::Weak => "This public key protects nothing.",
            Self::IdDiffers => "The id does not belong to this key; a character may be wrong.",
        })
    }
}

impl std::error::Error for KeyFault {}

/// A public key with its name: what a signature is verified with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verifier {
    name: String,
    id: u32,
    kind: KeyKind,
    key: VerifyingKey,
}

impl Verifier {
    /// A verifier from the 32 bytes of an Ed25519 public key. Refused with `Name`, `NotAKey` or `Weak`.
    pub fn new(name: &str, kind: KeyKind, public: &[u8; 32]) -> Result<Self, KeyFault> {
        check_name(name)?;
        let key = VerifyingKey::from_bytes(public).map_err(|_| KeyFault::NotAKey)?;
        if key.is_weak() {
            return Err(KeyFault::Weak);
        }
        Ok(Self { name: name.to_owned(), id: key_id(name, kind, public), kind, key })
    }

    /// Reads `name+<8 hexadecimal digits>+base64(type ‖ public key)`.
    pub fn parse(text: &str) -> Result<Self, KeyFault> {
        let parts = Parts::read(text)?;
        let verifier = Self::new(parts.name, parts.kind, &parts.key)?;
        if verifier.id == parts.id { Ok(verifier) } else { Err(KeyFault::IdDiffers) }
    }

    /// The name of whoever signs.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The key id: the first four bytes of SHA-256 over name, newline, type and public key.
    pub fn id(&self) -> u32 {
        self.id
    }

    /// What the key signs.
    pub fn kind(&self) -> KeyKind {
        self.kind
    }

    /// The public key.
    pub fn public(&self) -> [u8; 32] {
        self.key.to_bytes()
    }

    pub(crate) fn key(&self) -> &VerifyingKey {
        &self.key
    }
}

/// The text that [`Verifier::parse`] reads.
impl fmt::Display for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&write_key(&self.name, self.id, self.kind, self.key.as_bytes()))
    }
}

impl std::str::FromStr for Verifier {
    type Err = KeyFault;

    fn from_str(text: &str) -> Result<Self, KeyFault> {
        Self::parse(text)
    }
}

/// The parts of a key's text; whether id and key belong together is not yet known.
pub(crate) struct Parts<'a> {
    pub(crate) name: &'a str,
    pub(crate) id: u32,
    pub(crate) kind: KeyKind,
    pub(crate) key: [u8; 32],
}

impl<'a> Parts<'a> {
    pub(crate) fn read(text: &'a str) -> Result<Self, KeyFault> {
        // base64 may hold plus signs itself, so only the first two separate
        let (name, rest) = text.split_once('+').ok_or(KeyFault::Form)?;
        let (id, key) = rest.split_once('+').ok_or(KeyFault::Form)?;
        check_name(name)?;
        let id = read_id(id)?;
        let bytes = BASE64_STANDARD.decode(key).map_err(|_| KeyFault::Base64)?;
        let (kind, key) = bytes.split_first().ok_or(KeyFault::Length)?;
        let kind = KeyKind::read(*kind)?;
        Ok(Self { name, id, kind, key: key.try_into().map_err(|_| KeyFault::Length)? })
    }
}

pub(crate) fn write_key(name: &str, id: u32, kind: KeyKind, key: &[u8; 32]) -> String {
    let mut bytes = vec![kind.byte()];
    bytes.extend_from_slice(key);
    format!("{name}+{id:08x}+{}", BASE64_STANDARD.encode(bytes))
}

/// Key names are not empty and hold no Unicode space and no plus sign. Control characters cannot stand in a note.
pub(crate) fn check_name(name: &str) -> Result<(), KeyFault> {
    let bad = |c: char| c.is_whitespace() || c.is_control() || c == '+';
    if name.is_empty() || name.chars().any(bad) { Err(KeyFault::Name) } else { Ok(()) }
}

pub(crate) fn key_id(name: &str, kind: KeyKind, public: &[u8; 32]) -> u32 {
    let hash = Sha256::new().chain_update(name).chain_update([b'\n', kind.byte()]).chain_update(public).finalize();
    let hash: [u8; 32] = hash.into();
    let [a, b, c, d, ..] = hash;
    u32::from_be_bytes([a, b, c, d])
}

fn read_id(text: &str) -> Result<u32, KeyFault> {
    let digits = text.len() == 8 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    if digits { u32::from_str_radix(text, 16).map_err(|_| KeyFault::Id) } else { Err(KeyFault::Id) }
}
