//! `lianxin journal prove ACT FIELD`: opens one sealed field, so that whoever has the words can show that they are the ones
//! the public record was made over.

use super::journal::given;
use super::{Sentence, say};
use crate::config::Config;
use crate::house;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lianxin_base::ActId;
use lianxin_journal::{Opening, leaf_hash, opening};
use lianxin_store::Db;
use std::path::Path;

/// Prints the opening as one line of JSON; with `text`, only if these are the words.
pub(super) fn run(config: &Config, act: &str, field: &str, text: Option<&Path>) -> Result<(), Sentence> {
    let act: ActId = act.trim().parse().map_err(|_| format!("“{act}” 不是收据上的编号。"))?;
    let name = field.to_owned();
    let found = Db::look(&house::place(config), move |r| Ok(opening(r, act, &name)?))?;
    let gone = || format!("{act} 没有“{field}”这一段，或者已经抹去了：抹去以后谁也证明不了它写过什么。");
    let open = found.ok_or_else(gone)?;
    if let Some(path) = text
        && given(path)?.trim_end_matches(['\n', '\r']) != open.value
    {
        return Err(Sentence(format!("{} 里的话和留底的不一样。", path.display())));
    }
    say(&serde_json::to_string(&open).map_err(|why| why.to_string())?);
    Ok(())
}

/// Looks at an opening somebody shows, without the office.
pub(super) fn check(path: &Path) -> Result<(), Sentence> {
    let broken = |_| format!("{} 不是打开的留底，或者没有存全。", path.display());
    let open: Opening = serde_json::from_str(&given(path)?).map_err(broken)?;
    if !open.holds() {
        return Err(Sentence(format!("对不上：{} 的“{}”写的不是这段话。", open.act, open.field)));
    }
    let number = URL_SAFE_NO_PAD.encode(leaf_hash(&open.leaf));
    say(&format!("对得上：留底号 {number} 的那条，“{}”写的是：{}", open.field, open.value));
    say("留底号在不在公开留底里，请再用收据核对一次：lianxin journal verify --receipt 文件。");
    Ok(())
}
