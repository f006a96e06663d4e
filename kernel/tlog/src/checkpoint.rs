//! Checkpoints: the signed statement of a log's size and root (C2SP tlog-checkpoint).

use crate::key::Verifier;
use crate::note::{Note, NoteFault};
use crate::tree::{EMPTY_ROOT, Hash};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use std::fmt;

/// What a log states about itself: it had `size` leaves and this root. Always well-formed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    origin: String,
    size: u64,
    root: Hash,
    extensions: Vec<String>,
}

/// Why a text is no checkpoint, or a note is not one of the log asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckpointFault {
    /// The text does not end with a newline.
    NoNewline,
    /// Fewer than the three lines origin, size and root.
    TooFewLines,
    /// The origin is empty.
    Origin,
    /// A line holds a control character.
    Control,
    /// The size is no decimal number without leading zeros.
    Size,
    /// The size does not fit into 64 bits.
    SizeTooLarge,
    /// The root is not base64 of 32 bytes.
    Root,
    /// The log is said to be empty, but the root is not the one of the empty tree.
    NotTheEmptyRoot,
    /// An extension line is empty.
    Extension,
    /// The note around the text is malformed or not to be trusted.
    Note(NoteFault),
    /// Known keys have signed, but not the one of the log.
    NotByTheLog,
    /// It is a checkpoint of another log.
    OtherOrigin,
}

impl fmt::Display for CheckpointFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoNewline => "The checkpoint does not end with a newline.",
            Self::TooFewLines => "A checkpoint has a line each for origin, size and root.",
            Self::Origin => "The checkpoint does not name its log.",
            Self::Control => "The checkpoint holds a control character.",
            Self::Size => "The size in the checkpoint is not a number.",
            Self::SizeTooLarge => "The size in the checkpoint is too large.",
            Self::Root => "The root in the checkpoint is not base64 of 32 bytes.",
            Self::NotTheEmptyRoot => "The checkpoint says the log is empty but gives the root of another.",
            Self::Extension => "The checkpoint has an empty line.",
            Self::Note(fault) => return fault.fmt(f),
            Self::NotByTheLog => "The log itself has not signed the checkpoint.",
            Self::OtherOrigin => "This is the checkpoint of another log.",
        })
    }
}

impl std::error::Error for CheckpointFault {}

impl From<NoteFault> for CheckpointFault {
    fn from(fault: NoteFault) -> Self {
        Self::Note(fault)
    }
}

impl Checkpoint {
    /// A checkpoint without extension lines. Refused with `Origin`, `Control` or `NotTheEmptyRoot`.
    pub fn new(origin: &str, size: u64, root: Hash) -> Result<Self, CheckpointFault> {
        if origin.is_empty() {
            return Err(CheckpointFault::Origin);
        }
        if has_control(origin) {
            return Err(CheckpointFault::Control);
        }
        if size == 0 && root != EMPTY_ROOT {
            return Err(CheckpointFault::NotTheEmptyRoot);
        }
        Ok(Self { origin: origin.to_owned(), size, root, extensions: Vec::new() })
    }

    /// The checkpoint with one more extension line, given without its newline. Refused with `Extension` if it is empty,
    /// with `Control`.
    pub fn with_extension(mut self, line: &str) -> Result<Self, CheckpointFault> {
        if line.is_empty() {
            return Err(CheckpointFault::Extension);
        }
        if has_control(line) {
            return Err(CheckpointFault::Control);
        }
        self.extensions.push(line.to_owned());
        Ok(self)
    }

    /// Reads the text of a checkpoint, without signatures.
    pub fn parse(text: &str) -> Result<Self, CheckpointFault> {
        let body = text.strip_suffix('\n').ok_or(CheckpointFault::NoNewline)?;
        let mut lines = body.split('\n');
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next()) else {
            return Err(CheckpointFault::TooFewLines);
        };
        let checkpoint = Self::new(origin, read_size(size)?, read_root(root)?)?;
        lines.try_fold(checkpoint, Self::with_extension)
    }

    /// Reads a checkpoint that must be signed by its log and be of this origin.
    ///
    /// `known` are further keys, of witnesses, whose signatures must be good where they stand. How many of them there must
    /// be is for the caller to decide, from [`Opened::cosigned`].
    pub fn open(note: &[u8], origin: &str, log: &Verifier, known: &[Verifier]) -> Result<Opened, CheckpointFault> {
        let note = Note::parse(note)?;
        let keys: Vec<Verifier> = std::iter::once(log).chain(known).cloned().collect();
        let verified = note.verify(&keys)?;
        if !verified.by.iter().any(|by| by.verifier == log) {
            return Err(CheckpointFault::NotByTheLog);
        }
        let others = verified.by.iter().filter(|by| by.verifier != log);
        let cosigned = others.filter_map(|by| Some((by.verifier.clone(), by.time?))).collect();
        let checkpoint = Self::parse(note.text())?;
        if checkpoint.origin != origin {
            return Err(CheckpointFault::OtherOrigin);
        }
        Ok(Opened { checkpoint, cosigned })
    }

    /// The log's name, unique among all logs.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// How many leaves the log has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root of its tree.
    pub fn root(&self) -> &Hash {
        &self.root
    }

    /// The extension lines, without newlines.
    pub fn extensions(&self) -> &[String] {
        &self.extensions
    }
}

/// The text to be signed, which [`Checkpoint::parse`] reads.
impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.size, BASE64_STANDARD.encode(self.root))?;
        self.extensions.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

/// A checkpoint that its log has signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What the log states.
    pub checkpoint: Checkpoint,
    /// Which known witnesses have cosigned it, each once, and when, in seconds since 1970-01-01T00:00:00Z.
    pub cosigned: Vec<(Verifier, u64)>,
}

fn has_control(line: &str) -> bool {
    line.bytes().any(|b| b < 0x20)
}

fn read_size(text: &str) -> Result<u64, CheckpointFault> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits || (text.len() > 1 && text.starts_with('0')) {
        return Err(CheckpointFault::Size);
    }
    // digits only: what does not parse is too large
    text.parse().map_err(|_| CheckpointFault::SizeTooLarge)
}

fn read_root(text: &str) -> Result<Hash, CheckpointFault> {
    let bytes = BASE64_STANDARD.decode(text).map_err(|_| CheckpointFault::Root)?;
    bytes.try_into().map_err(|_| CheckpointFault::Root)
}
