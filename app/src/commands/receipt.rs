//! `lianxin journal verify --receipt FILE`: whether an act is in the public log, without the office.

use super::journal::{Whose, given, kept_elsewhere, verifier};
use super::{Sentence, say};
use crate::config::Config;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use lianxin_tlog::{Checkpoint, Hash, verify_inclusion};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// The answer of `GET /api/v1/receipts/{act}`, as far as it is needed here.
#[derive(Deserialize)]
struct Receipt {
    act: String,
    leaf_hash: String,
    log: Option<Place>,
}

/// Where the act stands in the log.
#[derive(Deserialize)]
struct Place {
    index: u64,
    size: u64,
    proof: Vec<String>,
    checkpoint: Option<String>,
    key: String,
}

/// Holds a receipt against a checkpoint: the one given, else the receipt's own.
pub(super) fn verify(
    config: &Config,
    receipt: &Path,
    checkpoints: &[PathBuf],
    key: Option<&str>,
) -> Result<(), Sentence> {
    let read: Receipt = serde_json::from_str(&given(receipt)?)
        .map_err(|_| format!("{} 不是收据，或者没有存全。", receipt.display()))?;
    let Some(place) = &read.log else {
        return Err(Sentence("这份收据取的时候还没进公开留底，过一会儿再取一次。".into()));
    };
    let (verifier, own) = match verifier(config, key)? {
        Some(verifier) => (verifier, false),
        None => (Whose::key(&place.key).map_err(|why| format!("收据里的公钥不对：{why}"))?, true),
    };
    let all = match checkpoints {
        [] => vec![of_receipt(place, &verifier)?],
        paths => paths.iter().map(|path| kept_elsewhere(path, &verifier)).collect::<Result<_, _>>()?,
    };
    let (leaf, proof) = (leaf(&read)?, proof(place)?);
    for checkpoint in &all {
        holds(&read.act, place, checkpoint, &leaf, &proof)?;
    }
    if own {
        say(&format!("没有给公钥，用的是收据自己带的，请和公示栏上的对一对：{}", place.key));
    }
    say(&format!("是真的：{} 是 {} 的第 {} 条留底，没有改过。", read.act, verifier.name(), place.index + 1));
    Ok(())
}

fn of_receipt(place: &Place, log: &Whose) -> Result<Checkpoint, Sentence> {
    let note = place.checkpoint.as_deref().ok_or("收据里没有签过名的留底：加上 --checkpoint 文件。".to_owned())?;
    Ok(log.opened(note).map_err(|why| format!("收据里的留底签名不对：{why}"))?)
}

fn holds(act: &str, place: &Place, signed: &Checkpoint, leaf: &Hash, proof: &[Hash]) -> Result<(), Sentence> {
    if signed.size() != place.size {
        return Err(Sentence(format!(
            "收据对着前 {} 条，这份留底签的是前 {} 条。请取一次 /api/v1/receipts/{act}?size={} 再核对。",
            place.size,
            signed.size(),
            signed.size()
        )));
    }
    let held = verify_inclusion(place.index, place.size, leaf, proof, signed.root());
    held.map_err(|why| Sentence(format!("对不上：{act} 不在这份留底里（{why}）")))
}

fn leaf(read: &Receipt) -> Result<Hash, Sentence> {
    let bytes = URL_SAFE_NO_PAD.decode(&read.leaf_hash).ok().and_then(|b| b.try_into().ok());
    bytes.ok_or_else(|| Sentence("收据里的留底号不对，可能没有存全。".into()))
}

fn proof(place: &Place) -> Result<Vec<Hash>, Sentence> {
    let one = |text: &String| STANDARD.decode(text).ok()?.try_into().ok();
    let all: Option<Vec<Hash>> = place.proof.iter().map(one).collect();
    all.ok_or_else(|| Sentence("收据里的证明不对，可能没有存全。".into()))
}
