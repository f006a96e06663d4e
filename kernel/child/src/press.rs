//! The press, `lianxin-press`: another program with the manners of a child, which sets papers as PDF and pictures. It is
//! apart because what it is made of takes long to build and much memory to run, and an office does well without it.

use crate::{Children, Failure, Kind, Limits};
use serde::Serialize;
use std::path::PathBuf;
use std::time::Duration;

const LIMITS: Limits = Limits {
    memory: 2 << 30, // address space, most of it the fonts' files and the stacks of its threads
    cpu: 60,
    wall: Duration::from_secs(60),
    input: 8 << 20,
    output: 32 << 20,
};

/// Papers as one PDF.
pub const PDF: Kind = Kind { name: "pdf", run: elsewhere, limits: LIMITS };
/// A paper as one long picture, a PNG.
pub const PNG: Kind = Kind { name: "png", run: elsewhere, limits: LIMITS };

/// Only the press itself knows how.
fn elsewhere(_: &[u8]) -> Result<Vec<u8>, String> {
    Err("elsewhere".into())
}

/// Starts the press, one paper after the other. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Press {
    children: Children,
    fonts: Vec<String>,
}

#[derive(Serialize)]
struct Job<'a, P> {
    fonts: &'a [String],
    papers: &'a [P],
}

impl Press {
    /// The press that lies here, with the folders where fonts are.
    pub fn of(program: PathBuf, fonts: Vec<String>) -> Self {
        Self { children: Children::one_by_one(program, vec![PDF, PNG]), fonts }
    }

    /// Sets papers: [`PDF`] all of them, each beginning a page; [`PNG`] as one picture.
    ///
    /// # Errors
    /// See [`Failure`]; what it refuses is one of `glyph X` (no font has that character), `fonts` (there are none of
    /// ours), `json`, `link`, `paper …` (mistakes of the program).
    pub async fn set<P: Serialize + Sync>(&self, form: Kind, papers: &[P]) -> Result<Vec<u8>, Failure> {
        let job = serde_json::to_vec(&Job { fonts: &self.fonts, papers });
        let job = job.map_err(|e| Failure::NotStarted(e.to_string()))?;
        self.children.ask(form.name, job).await
    }

    /// [`Press::set`] for jobs, on a thread of their own; never inside async code.
    ///
    /// # Errors
    /// As for [`Press::set`].
    pub fn set_wait<P: Serialize + Sync>(&self, form: Kind, papers: &[P]) -> Result<Vec<u8>, Failure> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.map_err(|e| Failure::NotStarted(e.to_string()))?.block_on(self.set(form, papers))
    }
}
