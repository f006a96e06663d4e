//! `lianxin journal checkpoint --witness FILE`: cosigning another office's checkpoint. A witness says only that it has seen
//! this checkpoint and that it continues the last one it saw; whoever trusts the witness then knows that the log shows
//! everybody the same history.

use super::journal::given;
use super::{Sentence, complain, say};
use crate::config::Config;
use crate::outside::Web;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lianxin_base::{Chance, Clock, SECOND};
use lianxin_journal::leaf_hash;
use lianxin_store::private;
use lianxin_tlog::{Checkpoint, KeyKind, Note, Signer, Verifier, consistency, verify_consistency};
use lianxin_web::Origin;
use std::fs;
use std::io::ErrorKind;
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
    // By its name: a log that changes its key is the same log.
    let seen = dir.join(SEEN).join(format!("{}.checkpoint", URL_SAFE_NO_PAD.encode(leaf_hash(log.name()))));
    continues(&seen, &new, url)?;

    let signer = signer(config, &dir)?;
    let now = u64::try_from(Clock::system().now().micros() / SECOND).unwrap_or_default();
    let note = Note::parse(text.as_bytes()).map_err(|why| why.to_string())?;
    let cosigned = signer.cosign(note.text(), now).and_then(|signature| note.with(signature));
    let cosigned = cosigned.map_err(|why| why.to_string())?.to_string();
    // Seen before it is said: what was cosigned once is never forgotten.
    private::whole(&seen, &text).map_err(|why| format!("{} 写不了：{why}", seen.display()))?;
    say(cosigned.trim_end());
    complain(&format!("见证过了：{} 到第 {} 条。见证用的公钥：{}", log.name(), new.size(), signer.verifier()));
    Ok(())
}

/// Whether it continues the last one that was seen of this log.
fn continues(seen: &Path, new: &Checkpoint, url: Option<&str>) -> Result<(), Sentence> {
    let text = match fs::read_to_string(seen) {
        Err(why) if why.kind() == ErrorKind::NotFound => return Ok(()), // the first of this log
        read => read.map_err(|why| format!("{} 读不了：{why}", seen.display()))?,
    };
    // Its signature was good when it was laid here; the key may be another since.
    let last = Note::parse(text.as_bytes()).ok().and_then(|note| Checkpoint::parse(note.text()).ok());
    let last = last.ok_or_else(|| format!("{} 坏了，看不出上次见证到哪儿。", seen.display()))?;
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
    private::whole(&path, &format!("{}\n", signer.secret_text())).map_err(writing)?;
    Ok(signer)
}
