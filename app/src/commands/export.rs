use super::{Sentence, import, say};
use crate::config::Config;
use crate::wiring;
use lianxin_base::{ActId, Lang};
use lianxin_journal::{By, Head};
use lianxin_office::export::{Exported, record_export, says};
use lianxin_office::import::{Refusal, area_named};
use lianxin_register::find;
use lianxin_store::{Read, Stop};
use std::path::PathBuf;

/// Writes a list to a file and records that it left.
pub(super) fn run(
    config: &Config,
    kind: &str,
    out: Option<PathBuf>,
    area: Option<String>,
    purpose: Option<String>,
) -> Result<(), Sentence> {
    let kind = wiring::lists().into_iter().find(|k| k.kind == kind).ok_or_else(|| Sentence("没有这种名单。".into()))?;
    let purpose = purpose.unwrap_or_default();
    if kind.people && purpose.trim().is_empty() {
        return Err(Sentence(format!(
            "{}加上 --purpose 用途。",
            lianxin_base::Refuse::say(&Refusal::NoPurpose, Lang::Zh)
        )));
    }
    let db = import::open(config)?;
    let now = db.clock().now();
    let line = says(Lang::Zh, "本机管理员", now, &purpose);
    let (top, bytes, rows) = db.read_wait(move |r| {
        let areas = areas(r, area.as_deref())?;
        let (bytes, rows) = kind.write(r, &areas, now.day(), &line)?;
        Ok((areas.first().map(|a| a.id), bytes, rows))
    })?;
    let top = top.ok_or_else(|| Sentence("这里还没有办公室。".into()))?;
    let out = out.unwrap_or_else(|| format!("{}.xlsx", kind.name).into());
    let what = Exported { kind, area: top, rows, purpose };
    let id = ActId::new(db.chance(), now);
    db.act_wait(top, move |tx| {
        let head = Head { id, area: top, by: By::Office, no: None, token: None };
        record_export(tx, head, &what)
    })?;
    std::fs::write(&out, bytes).map_err(|e| format!("{} 写不了：{e}", out.display()))?;
    say(&format!("{} 行，写在 {}", rows, out.display()));
    Ok(())
}

/// The area that was named and what lies in it; all of them if none was.
fn areas(r: &mut Read<'_>, named: Option<&str>) -> Result<Vec<find::AreaRow>, Stop> {
    if let Some(name) = named {
        let area = area_named(r, name)?;
        return Ok(find::areas_below(r, area)?);
    }
    let mut all = Vec::new();
    for root in find::roots(r)? {
        all.extend(find::areas_below(r, root.id)?);
    }
    Ok(all)
}
