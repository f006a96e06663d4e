//! The house style as a test. Every finding names what to write instead.

mod code;
mod layers;
mod licences;
mod migrations;
mod source;
mod templates;
mod texts;

use crate::manifest::Manifest;
use crate::run::{output, root};
use crate::{Stop, claims};
use std::fmt;
use std::process::Command;

/// One thing that is not as it should be.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    path: String,
    /// From 1; 0 when the whole file is meant.
    line: usize,
    what: String,
}

impl Finding {
    fn new(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, what: what.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.what),
            line => write!(f, "{}:{line}: {}", self.path, self.what),
        }
    }
}

/// A file of the checkout.
pub(crate) struct File {
    /// Relative to the checkout, with slashes.
    path: String,
    /// `None` when it is not text.
    text: Option<String>,
}

impl File {
    fn has_ending(&self, ending: &str) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, found)| found == ending)
    }
}

/// Runs all rules over what git tracks or would track.
pub(crate) fn command() -> Result<(), Stop> {
    let files = files()?;
    let manifests = Manifest::all();
    let mut findings = Vec::new();
    for file in &files {
        findings.extend(source::check(file));
        findings.extend(migrations::check(file));
        findings.extend(templates::check(file));
    }
    findings.extend(texts::check(&files));
    findings.extend(layers::check(&manifests));
    findings.extend(licences::check()?);
    findings.extend(mission());
    for notice in files.iter().filter_map(source::long) {
        println!("note: {notice}");
    }
    for finding in &findings {
        println!("{finding}");
    }
    println!("tidy: {} files, {} findings", files.len(), findings.len());
    if findings.is_empty() { Ok(()) } else { Err(Stop::Failed(format!("tidy: {} findings", findings.len()))) }
}

/// New files count before they are added, so that nothing is found only after the commit.
fn files() -> Result<Vec<File>, Stop> {
    let words = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let list = output(Command::new("git").args(words).current_dir(root()))?;
    let mut paths: Vec<&str> = list.split('\0').filter(|path| !path.is_empty()).collect();
    paths.sort_unstable();
    paths.dedup();
    let mut files = Vec::new();
    for path in paths {
        let full = root().join(path);
        if !full.is_file() {
            continue; // deleted, not yet committed
        }
        let bytes = std::fs::read(full)?;
        let text = if bytes.contains(&0) { None } else { String::from_utf8(bytes).ok() };
        files.push(File { path: path.to_owned(), text });
    }
    Ok(files)
}

fn mission() -> Vec<Finding> {
    const PATH: &str = "mission/claims.toml";
    match claims::read() {
        Ok(list) => claims::faults(&list).into_iter().map(|what| Finding::new(PATH, 0, what)).collect(),
        Err(why) => vec![Finding::new(PATH, 0, why)],
    }
}

#[cfg(test)]
pub(crate) fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), text: Some(text.to_owned()) }
}
