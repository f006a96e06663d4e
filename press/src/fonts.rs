//! The fonts that are there.

use std::fs;
use std::path::Path;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// What papers are set in, in the order in which a character is looked for.
const FAMILIES: [&str; 3] = ["Noto Serif CJK SC", "Noto Sans CJK SC", "BabelStone Han"];
/// Files whose names begin so hold them; others in the folders are not opened.
const FILES: [&str; 6] =
    ["NotoSerifCJK-", "NotoSansCJK-", "NotoSerifSC-", "NotoSansSC-", "BabelStoneHan", "babelstone"];

pub(crate) struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) all: Vec<Font>,
}

impl Fonts {
    /// Reads those of our families; none of them at all is an answer of its own.
    pub(crate) fn in_folders(folders: &[String]) -> Self {
        let mut all = Vec::new();
        for folder in folders {
            read(Path::new(folder), &mut all);
        }
        Self { book: LazyHash::new(FontBook::from_fonts(&all)), all }
    }

    /// The first of these characters that no font has.
    pub(crate) fn lacks(&self, chars: impl Iterator<Item = char>) -> Option<char> {
        let set =
            |c: char| !c.is_control() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}');
        let known = |c: char| self.all.iter().any(|font| font.info().coverage.contains(c as u32));
        let mut seen = std::collections::BTreeSet::new();
        chars.filter(|c| set(*c)).find(|c| seen.insert(*c) && !known(*c))
    }
}

fn read(folder: &Path, all: &mut Vec<Font>) {
    let mut files: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort(); // the order of fonts is the order in which they are tried
    let ours = |path: &Path| {
        path.file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| FILES.iter().any(|own| name.starts_with(own)))
    };
    for file in files.iter().filter(|path| ours(path)) {
        let Ok(bytes) = fs::read(file) else { continue };
        all.extend(Font::iter(Bytes::new(bytes)).filter(|font| FAMILIES.contains(&font.info().family.as_str())));
    }
}
