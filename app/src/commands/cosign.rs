//! `lianxin journal checkpoint --witness FILE`: cosigning another office's checkpoint. A witness says only that it has seen
//! this checkpoint and that it continues the last one it saw; whoever trusts the witness then knows that the log shows
//! everybody the same history.

use super::journal::given;
use super::{Sentence, complain, say};
use crate::config::Config;
use crate::outside::Web;
use lianxin_base::{Chance, Clock, SECOND};
use lianxin_store::private;
use lianxin_tlog::{Checkpoint, KeyKind, Note, Signer, Verifier, consistency, verify_consistency};
use lianxin_web::Origin;
use std::fs;
use std::path::{Path, PathBuf};

/// The witness's own key, beside the others.
const KEY: &str = "witness.skey";
/// What was seen of each log.
const SEEN: &str = "witness";

/// Prints the checkpoint with this office's cosignature, if it continues what was seen before.
pub(super) fn run(config: &Config, note: &Path, key: Option<&str>, url: Option<&str>) -> Result<(), Sentence> {
    let key = key.ok_or_else(|| Sentence("见证别的办公室的留底要有它的公钥：加上 --key。".into()))?;
    let log: Verifier = key.trim().parse().map_err(|why| format!("这不是公钥：{why}"))?;
    let text = given(note)?;
    let refused = |why: String| Sentence(format!("{} 不是 {} 签过名的留底：{why}", note.display(), log.name()));
    let new =
        Checkpoint::open(text.as_bytes(), log.name(), &log, &[]).map_err(|why| refused(why.to_string()))?.checkpoint;
    let dir = config.data.join("keys");
    private::folder(&dir.join(SEEN)).map_err(|why| format!("{} 写不了：{why}", dir.display()))?;
    let seen = dir.join(SEEN).join(format!("{:08x}.checkpoint", log.id()));
    continues(&seen, &new, &log, url)?;

    let signer = signer(config, &dir)?;
    let now = u64::try_from(Clock::system().now().micros() / SECOND).unwrap_or_default();
    let note = Note::parse(text.as_bytes()).map_err(|why| why.to_string())?;
    let cosigned = signer.cosign(note.text(), now).and_then(|signature| note.with(signature));
    let cosigned = cosigned.map_err(|why| why.to_string())?.to_string();
    // Seen before it is said: what was cosigned once is never forgotten.
    private::file(&seen)
        .and_then(|()| fs::write(&seen, &text))
        .map_err(|why| format!("{} 写不了：{why}", seen.display()))?;
    say(cosigned.trim_end());
    complain(&format!("见证过了：{} 到第 {} 条。见证用的公钥：{}", log.name(), new.size(), signer.verifier()));
    Ok(())
}

/// Whether it continues the last one that was seen of this log.
fn continues(seen: &Path, new: &Checkpoint, log: &Verifier, url: Option<&str>) -> Result<(), Sentence> {
    let Ok(text) = fs::read_to_string(seen) else { return Ok(()) }; // the first of this log
    let last = Checkpoint::open(text.as_bytes(), log.name(), log, &[]);
    let last = last.map_err(|why| format!("{} 坏了：{why}", seen.display()))?.checkpoint;
    let (old, size) = (last.size(), new.size());
    if size < old {
        return Err(Sentence(format!("这张只到第 {size} 条，上次见证过的到第 {old} 条：它退回去了，没有签。")));
    }
    let proof = if size == old { Vec::new() } else { proof(old, size, url)? };
    let held = verify_consistency(old, last.root(), size, new.root(), &proof);
    held.map_err(|_| {
        Sentence(format!(
            "这张和上次见证过的对不上：前 {old} 条被改过。没有签；请把这张和 {} 都留好，它们就是证据。",
            seen.display()
        ))
    })
}

fn proof(old: u64, size: u64, url: Option<&str>) -> Result<Vec<lianxin_tlog::Hash>, Sentence> {
    let url = url.ok_or_else(|| {
        Sentence(format!(
            "上次见证到第 {old} 条，这张到第 {size} 条：加上 --url 那个办公室的网址，才看得出是不是接着的。"
        ))
    })?;
    Ok(consistency(&mut Web::at(url)?, old, size).map_err(|why| why.to_string())?)
}

/// The witness's key, made when it is needed for the first time, in the office's name.
fn signer(config: &Config, dir: &Path) -> Result<Signer, Sentence> {
    let path: PathBuf = dir.join(KEY);
    let writing = |why: std::io::Error| format!("{} 读写不了：{why}", path.display());
    if path.exists() {
        let text = fs::read_to_string(&path).map_err(writing)?;
        return Ok(Signer::parse(text.trim_end()).map_err(|_| format!("{} 不是钥匙。", path.display()))?);
    }
    let origin: Origin = config.origin.parse().map_err(|e| format!("LIANXIN_ORIGIN={} 不行：{e}", config.origin))?;
    let name = format!("{}/witness", origin.host());
    let signer = Signer::new(&name, KeyKind::Cosignature, &Chance::system().bytes::<32>());
    let signer = signer.map_err(|why| why.to_string())?;
    private::file(&path).and_then(|()| fs::write(&path, format!("{}\n", signer.secret_text()))).map_err(writing)?;
    Ok(signer)
}
