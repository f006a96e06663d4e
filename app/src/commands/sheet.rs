use super::Sentence;
use crate::config::Config;
use crate::{house, rooms};
use lianxin_base::{Lang, Refuse as _};
use lianxin_child::Children;
use lianxin_office::import::ask_sheet;
use lianxin_paper::Book;
use std::path::Path;

/// Reads a workbook as a child does, whoever sent it.
pub(super) fn read(config: &Config, file: &Path) -> Result<Book, Sentence> {
    let bytes = std::fs::read(file).map_err(|e| format!("{} 打不开：{e}", file.display()))?;
    let children = Children::of(house::program(config)?, rooms::children());
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|e| format!("起不来：{e}"))?;
    runtime.block_on(ask_sheet(&children, bytes)).map_err(|no| Sentence(no.say(Lang::Zh)))
}
