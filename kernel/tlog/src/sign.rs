//! Signing notes and cosigning checkpoints.

use crate::checkpoint::Checkpoint;
use crate::key::{KeyFault, KeyKind, Parts, Verifier, write_key};
use crate::note::{NoteFault, Signature, check_text};
use ed25519_dalek::{Signer as _, SigningKey};
use std::fmt;

/// What stands before the text of a signer key, so that nobody takes it for a public one.
const PRIVATE: &str = "PRIVATE+KEY+";
/// POSIX times are at most 2^63 − 1 (C2SP tlog-cosignature).
const MAX_TIME: u64 = i64::MAX as u64;

/// A secret key with its name. Its `Debug` does not show the secret.
#[derive(Clone)]
pub struct Signer {
    verifier: Verifier,
    key: SigningKey,
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signer").field("verifier", &self.verifier).finish_non_exhaustive()
    }
}

impl Signer {
    /// A signer from 32 secret random bytes, which the caller draws. Refused with `Name`.
    pub fn new(name: &str, kind: KeyKind, seed: &[u8; 32]) -> Result<Self, KeyFault> {
        let key = SigningKey::from_bytes(seed);
        let verifier = Verifier::new(name, kind, &key.verifying_key().to_bytes())?;
        Ok(Self { verifier, key })
    }

    /// Reads `PRIVATE+KEY+name+<8 hexadecimal digits>+base64(type ‖ seed)`.
    pub fn parse(text: &str) -> Result<Self, KeyFault> {
        let parts = Parts::read(text.strip_prefix(PRIVATE).ok_or(KeyFault::Form)?)?;
        let signer = Self::new(parts.name, parts.kind, &parts.key)?;
        if signer.verifier.id() == parts.id { Ok(signer) } else { Err(KeyFault::IdDiffers) }
    }

    /// The text that [`Signer::parse`] reads. It holds the secret.
    pub fn secret_text(&self) -> String {
        let text = write_key(self.verifier.name(), self.verifier.id(), self.verifier.kind(), self.key.as_bytes());
        format!("{PRIVATE}{text}")
    }

    /// The public side of the key.
    pub fn verifier(&self) -> &Verifier {
        &self.verifier
    }

    /// Signs the text of a note. Refused with `WrongKind` for a cosigner's key, or as a note with this text would be.
    pub fn sign(&self, text: &str) -> Result<Signature, NoteFault> {
        check_text(text)?;
        match self.verifier.kind() {
            KeyKind::Note => Ok(self.signature(self.key.sign(text.as_bytes()).to_bytes().to_vec())),
            KeyKind::Cosignature => Err(NoteFault::WrongKind),
        }
    }

    /// Cosigns the text of a checkpoint as of a time, in seconds since 1970-01-01T00:00:00Z.
    ///
    /// A cosigner must have verified that the checkpoint continues the largest one it has seen of this log; that is not
    /// done here. Refused with `WrongKind` for another key, `Time` above 2^63 − 1, `NotACheckpoint`.
    pub fn cosign(&self, text: &str, time: u64) -> Result<Signature, NoteFault> {
        if self.verifier.kind() != KeyKind::Cosignature {
            return Err(NoteFault::WrongKind);
        }
        if time > MAX_TIME {
            return Err(NoteFault::Time);
        }
        check_text(text)?;
        Checkpoint::parse(text).map_err(|_| NoteFault::NotACheckpoint)?;
        let mut bytes = time.to_be_bytes().to_vec();
        bytes.extend_from_slice(&self.key.sign(cosigned(text, time).as_bytes()).to_bytes());
        Ok(self.signature(bytes))
    }

    fn signature(&self, bytes: Vec<u8>) -> Signature {
        Signature::by(&self.verifier, bytes)
    }
}

/// The message a cosignature signs: what it is, the time, and the whole text of the note.
fn cosigned(text: &str, time: u64) -> String {
    format!("cosignature/v1\ntime {time}\n{text}")
}

/// Whether the bytes of a signature (without key id) are good for this text; for a cosignature also its time.
///
/// Strict verification takes no points of small order and one encoding of a signature only, so that a good signature
/// cannot be altered into another good one.
pub(crate) fn verify(verifier: &Verifier, text: &str, bytes: &[u8]) -> Result<Option<u64>, NoteFault> {
    match verifier.kind() {
        KeyKind::Note => verify_strict(verifier, text.as_bytes(), bytes).map(|()| None),
        KeyKind::Cosignature => {
            let (time, bytes) = bytes.split_first_chunk::<8>().ok_or(NoteFault::BadSignature)?;
            let time = u64::from_be_bytes(*time);
            if time > MAX_TIME {
                return Err(NoteFault::Time);
            }
            verify_strict(verifier, cosigned(text, time).as_bytes(), bytes).map(|()| Some(time))
        }
    }
}

fn verify_strict(verifier: &Verifier, message: &[u8], bytes: &[u8]) -> Result<(), NoteFault> {
    let bytes: &[u8; 64] = bytes.try_into().map_err(|_| NoteFault::BadSignature)?;
    let signature = ed25519_dalek::Signature::from_bytes(bytes);
    verifier.key().verify_strict(message, &signature).map_err(|_| NoteFault::BadSignature)
}
