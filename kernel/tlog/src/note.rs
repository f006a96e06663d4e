//! Signed notes: a text and the signatures under it (C2SP signed-note).

use crate::key::{Verifier, check_name};
use crate::sign::verify;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use std::fmt;

/// A note is at most this long, in bytes, signatures included.
const MAX_BYTES: usize = 65_536;
/// A note has at most this many signatures.
const MAX_SIGNATURES: usize = 16;
/// An em dash and a space begin each signature line.
const DASH: &str = "\u{2014} ";

/// Why something is no note, or is not to be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteFault {
    /// Longer than 64 KiB.
    TooLong,
    /// Not UTF-8.
    NotUtf8,
    /// It holds a control character other than the newline.
    Control,
    /// The text, or the note, does not end with a newline.
    NoNewline,
    /// No blank line separates a text from signatures.
    NoSignatures,
    /// More than 16 signatures.
    TooManySignatures,
    /// A signature line does not have the form em dash, space, name, space, base64.
    SignatureForm,
    /// The name in a signature line is no key name.
    SignatureName,
    /// A signature is not base64, or has nothing after the four bytes of the key id.
    SignatureBytes,
    /// A signature under the name and id of a known key is not good.
    BadSignature,
    /// No signature is by a known key.
    NoKnownSignature,
    /// Two different known keys have the same name and id.
    AmbiguousKeys,
    /// The key is not for this kind of signature.
    WrongKind,
    /// The time of a cosignature is above 2^63 − 1 seconds.
    Time,
    /// Only the text of a checkpoint is cosigned.
    NotACheckpoint,
}

impl fmt::Display for NoteFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLong => "The note is longer than 64 KiB.",
            Self::NotUtf8 => "The note is not UTF-8 text.",
            Self::Control => "The note holds a control character.",
            Self::NoNewline => "The note does not end with a newline.",
            Self::NoSignatures => "The note has no signatures.",
            Self::TooManySignatures => "The note has more than 16 signatures.",
            Self::SignatureForm => "A signature line does not have the form “— name base64”.",
            Self::SignatureName => "A signature line does not name its key properly.",
            Self::SignatureBytes => "A signature is cut off or is not base64.",
            Self::BadSignature => "A signature is not good: the text was changed or another key signed it.",
            Self::NoKnownSignature => "Nobody known here has signed the note.",
            Self::AmbiguousKeys => "Two known keys have the same name and id.",
            Self::WrongKind => "This key does not make this kind of signature.",
            Self::Time => "The time of a cosignature is not a time.",
            Self::NotACheckpoint => "Only a checkpoint can be cosigned.",
        })
    }
}

impl std::error::Error for NoteFault {}

/// A signature under a note, by whoever. That it is good is known only from [`Note::verify`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    name: String,
    id: u32,
    bytes: Vec<u8>,
}

impl Signature {
    pub(crate) fn by(verifier: &Verifier, bytes: Vec<u8>) -> Self {
        Self { name: verifier.name().to_owned(), id: verifier.id(), bytes }
    }

    /// The name of the key.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The id of the key.
    pub fn id(&self) -> u32 {
        self.id
    }

    /// The signature itself, without the key id. Never empty.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Reads a signature line without its newline, as a witness answers it.
    pub fn parse(line: &str) -> Result<Self, NoteFault> {
        let rest = line.strip_prefix(DASH).ok_or(NoteFault::SignatureForm)?;
        let (name, base64) = rest.split_once(' ').ok_or(NoteFault::SignatureForm)?;
        check_name(name).map_err(|_| NoteFault::SignatureName)?;
        let blob = BASE64_STANDARD.decode(base64).map_err(|_| NoteFault::SignatureBytes)?;
        match blob.split_first_chunk::<4>() {
            Some((id, bytes)) if !bytes.is_empty() => {
                Ok(Self { name: name.to_owned(), id: u32::from_be_bytes(*id), bytes: bytes.to_vec() })
            }
            _ => Err(NoteFault::SignatureBytes),
        }
    }

    fn is_by(&self, verifier: &Verifier) -> bool {
        self.name == verifier.name() && self.id == verifier.id()
    }
}

/// The signature line, without a newline.
impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut blob = self.id.to_be_bytes().to_vec();
        blob.extend_from_slice(&self.bytes);
        write!(f, "{DASH}{} {}", self.name, BASE64_STANDARD.encode(blob))
    }
}

/// A text with 1 to 16 signatures, well-formed, of which none has been verified yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<Signature>,
}

/// The good signatures of a note by known keys, and those by unknown keys, which say nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified<'a> {
    /// One for each known key that has signed, in the order of the note. Never empty.
    pub by: Vec<VerifiedBy<'a>>,
    /// The signatures of keys that are not known.
    pub unknown: Vec<&'a Signature>,
}

/// A known key that has signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifiedBy<'a> {
    /// The key.
    pub verifier: &'a Verifier,
    /// The time of a cosignature, in seconds since 1970-01-01T00:00:00Z; of several by one key the latest.
    pub time: Option<u64>,
}

impl Note {
    /// A note of a text and a first signature. Refused with `NoNewline`, `Control` or `TooLong`.
    pub fn new(text: &str, signature: Signature) -> Result<Self, NoteFault> {
        check_text(text)?;
        let note = Self { text: text.to_owned(), signatures: vec![signature] };
        note.check_length()?;
        Ok(note)
    }

    /// The note with one more signature, which replaces those by the same key. Refused with `TooManySignatures` or
    /// `TooLong`.
    pub fn with(mut self, signature: Signature) -> Result<Self, NoteFault> {
        self.signatures.retain(|other| (&other.name, other.id) != (&signature.name, signature.id));
        self.signatures.push(signature);
        if self.signatures.len() > MAX_SIGNATURES {
            return Err(NoteFault::TooManySignatures);
        }
        self.check_length()?;
        Ok(self)
    }

    /// Reads a note. Nothing is verified.
    pub fn parse(bytes: &[u8]) -> Result<Self, NoteFault> {
        if bytes.len() > MAX_BYTES {
            return Err(NoteFault::TooLong);
        }
        let note = std::str::from_utf8(bytes).map_err(|_| NoteFault::NotUtf8)?;
        check_text(note)?;
        // the text may hold blank lines itself, so the last one separates
        let (text, lines) = note.rsplit_once("\n\n").ok_or(NoteFault::NoSignatures)?;
        let lines = lines.strip_suffix('\n').ok_or(NoteFault::NoSignatures)?;
        if lines.split('\n').count() > MAX_SIGNATURES {
            return Err(NoteFault::TooManySignatures);
        }
        let signatures = lines.split('\n').map(Signature::parse).collect::<Result<_, _>>()?;
        Ok(Self { text: format!("{text}\n"), signatures })
    }

    /// The text, with its last newline.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signatures, in order.
    pub fn signatures(&self) -> &[Signature] {
        &self.signatures
    }

    /// Verifies the note with the keys that are known and trusted.
    ///
    /// Every signature under the name and id of a known key must be good, else the whole note is refused with
    /// `BadSignature` or `Time`; without any it is refused with `NoKnownSignature`.
    pub fn verify<'a>(&'a self, known: &'a [Verifier]) -> Result<Verified<'a>, NoteFault> {
        let mut verified = Verified { by: Vec::new(), unknown: Vec::new() };
        for signature in &self.signatures {
            let Some(verifier) = find(known, signature)? else {
                verified.unknown.push(signature);
                continue;
            };
            let time = verify(verifier, &self.text, &signature.bytes)?;
            // one key counts once, however often it has signed
            match verified.by.iter_mut().find(|by| by.verifier == verifier) {
                Some(by) => by.time = by.time.max(time),
                None => verified.by.push(VerifiedBy { verifier, time }),
            }
        }
        if verified.by.is_empty() { Err(NoteFault::NoKnownSignature) } else { Ok(verified) }
    }

    fn check_length(&self) -> Result<(), NoteFault> {
        if self.to_string().len() > MAX_BYTES { Err(NoteFault::TooLong) } else { Ok(()) }
    }
}

/// The note as it is stored and served, which [`Note::parse`] reads.
impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| writeln!(f, "{signature}"))
    }
}

/// The known key with the name and id of a signature. The same key may be named twice, two different ones may not.
fn find<'a>(known: &'a [Verifier], signature: &Signature) -> Result<Option<&'a Verifier>, NoteFault> {
    let mut found = known.iter().filter(|verifier| signature.is_by(verifier));
    let Some(first) = found.next() else { return Ok(None) };
    if found.all(|other| other == first) { Ok(Some(first)) } else { Err(NoteFault::AmbiguousKeys) }
}

/// What the text of a note, and a whole note, must be.
pub(crate) fn check_text(text: &str) -> Result<(), NoteFault> {
    if text.len() > MAX_BYTES {
        return Err(NoteFault::TooLong);
    }
    if text.bytes().any(|b| b < 0x20 && b != b'\n') {
        return Err(NoteFault::Control);
    }
    if text.ends_with('\n') { Ok(()) } else { Err(NoteFault::NoNewline) }
}
