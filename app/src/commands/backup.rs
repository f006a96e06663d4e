use super::{Sentence, say};
use crate::backup::{self, make};
use crate::config::Config;
use crate::upgrade;
use std::path::Path;

/// So many files are told at once.
const TOLD: u64 = 500;

/// Makes a backup; the office may be open meanwhile.
pub(super) fn run(config: &Config, to: &Path) -> Result<(), Sentence> {
    if config.db.is_none() && !config.data.join("lianxin.db").exists() {
        return Err(Sentence(format!("{} 里还没有办公室，没有什么可备份的。", config.data.display())));
    }
    let db = upgrade::opened(config)?;
    let mut progress = |n: u64, of: u64| {
        if n.is_multiple_of(TOLD) {
            say(&format!("放进了 {n} 个文件，共 {of} 个"));
        }
    };
    let made = make(config, &db, to, false, &mut progress)?;
    let mb = made.bytes.div_ceil(1 << 20);
    say(&format!("备份好了：{}，{mb} MB，{} 个文件。", to.display(), made.files));
    say("打开它要口令：lianxin backup --words 看得到，抄在纸上，和电脑分开放。");
    Ok(())
}

/// Shows the passphrase.
pub(super) fn words(config: &Config) -> Result<(), Sentence> {
    say(&backup::words(config)?);
    Ok(())
}
