//! All that a template can reach: itself, the papers, their codes, the fonts. No files, no network, no clock.

use crate::fonts::Fonts;
use std::collections::HashMap;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Str, Value};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

const TEMPLATE: &str = include_str!("../templates/paper.typ");

pub(crate) struct Given {
    library: LazyHash<Library>,
    fonts: Fonts,
    main: Source,
    files: HashMap<FileId, Bytes>,
}

impl Given {
    /// A world with these files, for this form.
    pub(crate) fn new(form: &str, fonts: Fonts, files: Vec<(String, Vec<u8>)>) -> Result<Self, String> {
        let mut inputs = Dict::new();
        inputs.insert(Str::from("form"), Value::Str(Str::from(form)));
        let library = LazyHash::new(Library::builder().with_inputs(inputs).build());
        let main = Source::new(named("/paper.typ")?, TEMPLATE.into());
        let files = files.into_iter().map(|(name, bytes)| Ok((named(&name)?, Bytes::new(bytes))));
        Ok(Self { library, fonts, main, files: files.collect::<Result<_, String>>()? })
    }
}

fn named(name: &str) -> Result<FileId, String> {
    let path = VirtualPath::new(name).map_err(|_| String::from("name"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Given {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.all.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None // a paper's day is the record's, not the machine's
    }
}
