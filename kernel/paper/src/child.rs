//! Workbooks are read in a child process.

use crate::{Book, FILE, Refusal, read};
use lianxin_child::{Children, Failure, Kind, Limits};
use std::time::Duration;

/// The child that reads workbooks: bytes in, a [`Book`] as JSON out. An old `.xls` is held whole, up to some hundred
/// megabytes; whatever wants more than this ends here.
pub const SHEET: Kind = Kind {
    name: "sheet",
    run,
    limits: Limits {
        memory: 1024 * 1024 * 1024,
        cpu: 60,
        wall: Duration::from_secs(120),
        input: FILE,
        output: 192 * 1024 * 1024,
    },
};

fn run(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let broken = |e: serde_json::Error| e.to_string();
    let word = |no: Refusal| serde_json::to_string(&no).unwrap_or_default();
    serde_json::to_vec(&read(bytes).map_err(word)?).map_err(broken)
}

/// Has a workbook read.
///
/// # Errors
/// Why it is not.
pub async fn ask_sheet(children: &Children, bytes: Vec<u8>) -> Result<Book, Refusal> {
    let answer = children.ask(SHEET.name, bytes).await.map_err(|why| match why {
        Failure::Refused(word) => serde_json::from_str(&word).unwrap_or(Refusal::Broken),
        Failure::TooLarge => Refusal::Bomb,
        Failure::TooLong => Refusal::Long,
        Failure::Busy => Refusal::Busy,
        Failure::Crashed | Failure::NotStarted(_) => Refusal::Broken,
    })?;
    serde_json::from_slice(&answer).map_err(|_| Refusal::Broken)
}
