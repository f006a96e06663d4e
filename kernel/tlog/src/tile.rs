//! Where a tile lies, and its path: `/tile/<L>/<N>[.p/<W>]` and `/tile/entries/<N>[.p/<W>]` (C2SP tlog-tiles).

use std::fmt;

/// Hashes or entries in a full tile.
pub(crate) const FULL: u16 = 256;
const PER_TILE: u64 = FULL as u64;
/// The highest level the path format allows. Trees counted in 64 bits end at level 7.
const MAX_LEVEL: u8 = 63;

/// What a tile holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TileKind {
    /// Hashes of the given level: leaf hashes at 0, above it roots of full tiles of the level below.
    Hashes(u8),
    /// The entries themselves, in the places of the level 0 hashes.
    Entries,
}

/// The place and width of a tile. Always well-formed: level up to 63, width 1 to 256.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tile {
    kind: TileKind,
    n: u64,
    width: u16,
}

/// Why a text is no path of a tile, or numbers are no tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TileFault {
    /// It does not have the form `/tile/<level or entries>/<index>`.
    NotATile,
    /// The level is no decimal from 0 to 63 without leading zeros.
    Level,
    /// The index is not in groups of three digits, all but the last with an `x` before them.
    Grouping,
    /// The index begins with a group of zeros that says nothing.
    ZeroGroup,
    /// The index does not fit into 64 bits.
    TooLarge,
    /// The width is no decimal from 1 to 255 without leading zeros; a full tile is written without one.
    Width,
}

impl fmt::Display for TileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotATile => "This is not the path of a tile; write /tile/<level or entries>/<index>.",
            Self::Level => "The tile level is not a number from 0 to 63.",
            Self::Grouping => "The tile index is not in groups of three digits, like x001/x234/067.",
            Self::ZeroGroup => "The tile index begins with a superfluous group of zeros.",
            Self::TooLarge => "The tile index is too large.",
            Self::Width => "The width of a partial tile is not a number from 1 to 255.",
        })
    }
}

impl std::error::Error for TileFault {}

impl Tile {
    /// A tile of hashes. Refused with `Level` above 63, with `Width` outside 1 to 256.
    pub fn hashes(level: u8, n: u64, width: u16) -> Result<Self, TileFault> {
        if level > MAX_LEVEL {
            return Err(TileFault::Level);
        }
        Self::of(TileKind::Hashes(level), n, width)
    }

    /// A bundle of entries. Refused with `Width` outside 1 to 256.
    pub fn entries(n: u64, width: u16) -> Result<Self, TileFault> {
        Self::of(TileKind::Entries, n, width)
    }

    fn of(kind: TileKind, n: u64, width: u16) -> Result<Self, TileFault> {
        if (1..=FULL).contains(&width) { Ok(Self { kind, n, width }) } else { Err(TileFault::Width) }
    }

    /// Reads a path, with its leading slash. Only the one way of writing a tile that [`Tile::path`] uses is taken, so
    /// that no tile has two addresses.
    pub fn parse(path: &str) -> Result<Self, TileFault> {
        let rest = path.strip_prefix("/tile/").ok_or(TileFault::NotATile)?;
        let (kind, rest) = rest.split_once('/').ok_or(TileFault::NotATile)?;
        let kind = match kind {
            "entries" => TileKind::Entries,
            level => TileKind::Hashes(read_level(level)?),
        };
        let (n, width) = match rest.split_once(".p/") {
            Some((n, width)) => (n, read_width(width)?),
            None => (rest, FULL),
        };
        Self::of(kind, read_index(n)?, width)
    }

    /// The path, with its leading slash.
    pub fn path(&self) -> String {
        self.to_string()
    }

    /// What the tile holds.
    pub fn kind(&self) -> TileKind {
        self.kind
    }

    /// The index of the tile within its level.
    pub fn n(&self) -> u64 {
        self.n
    }

    /// How many hashes or entries it holds, 1 to 256.
    pub fn width(&self) -> u16 {
        self.width
    }

    /// Whether a tree of `size` leaves can serve this tile: it reaches at least this width there. A narrower tile is the
    /// beginning of what stands there now, because tiles only grow.
    pub fn is_in(&self, size: u64) -> bool {
        let level = match self.kind {
            TileKind::Hashes(level) => level,
            TileKind::Entries => 0,
        };
        width_in(size, level, self.n).is_some_and(|width| self.width <= width)
    }
}

impl fmt::Display for Tile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            TileKind::Hashes(level) => write!(f, "/tile/{level}/")?,
            TileKind::Entries => f.write_str("/tile/entries/")?,
        }
        f.write_str(&write_index(self.n))?;
        if self.width < FULL { write!(f, ".p/{}", self.width) } else { Ok(()) }
    }
}

impl std::str::FromStr for Tile {
    type Err = TileFault;

    fn from_str(path: &str) -> Result<Self, TileFault> {
        Self::parse(path)
    }
}

/// How wide tile `n` of a level is in a tree of `size` leaves, 1 to 256; `None` if it does not exist there.
pub fn width_in(size: u64, level: u8, n: u64) -> Option<u16> {
    let left = hashes_in(size, level).checked_sub(n.checked_mul(PER_TILE)?)?;
    let width = u16::try_from(left.min(PER_TILE)).ok()?;
    (width > 0).then_some(width)
}

/// How many hashes a tile level has in a tree of `size` leaves: `size / 256^level`.
pub(crate) fn hashes_in(size: u64, level: u8) -> u64 {
    // 255 * 8 fits; shifts of 64 and more leave nothing
    size.checked_shr(u32::from(level).saturating_mul(8)).unwrap_or(0)
}

/// In which tile of its level a hash stands, and how many stand before it there.
pub(crate) fn place(hash: u64) -> (u64, u64) {
    (hash / PER_TILE, hash % PER_TILE)
}

/// A decimal of at most `digits` digits as the format writes numbers: ASCII digits, no sign, no leading zeros.
fn read_decimal(text: &str, digits: usize) -> Option<u16> {
    let plain = text.bytes().all(|b| b.is_ascii_digit()) && text.len() <= digits;
    let padded = text.len() > 1 && text.starts_with('0');
    if plain && !padded { text.parse().ok() } else { None }
}

fn read_level(text: &str) -> Result<u8, TileFault> {
    let level = read_decimal(text, 2).and_then(|level| u8::try_from(level).ok());
    level.filter(|level| *level <= MAX_LEVEL).ok_or(TileFault::Level)
}

fn read_width(text: &str) -> Result<u16, TileFault> {
    read_decimal(text, 3).filter(|width| (1..FULL).contains(width)).ok_or(TileFault::Width)
}

fn read_index(text: &str) -> Result<u64, TileFault> {
    let mut n = 0u64;
    let mut groups = text.split('/').peekable();
    while let Some(group) = groups.next() {
        let last = groups.peek().is_none();
        let digits = if last { group } else { group.strip_prefix('x').ok_or(TileFault::Grouping)? };
        if digits.len() != 3 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(TileFault::Grouping);
        }
        let value: u64 = digits.parse().map_err(|_| TileFault::Grouping)?;
        if n == 0 && value == 0 && !last {
            return Err(TileFault::ZeroGroup);
        }
        n = n.checked_mul(1000).and_then(|n| n.checked_add(value)).ok_or(TileFault::TooLarge)?;
    }
    Ok(n)
}

fn write_index(n: u64) -> String {
    let mut path = format!("{:03}", n % 1000);
    let mut rest = n / 1000;
    while rest > 0 {
        path = format!("x{:03}/{path}", rest % 1000);
        rest /= 1000;
    }
    path
}
