//! 公开留底 The public log for programs, as C2SP tlog-tiles serves it: the signed checkpoint, tiles of hashes, bundles of
//! entries; and what is recorded of the log itself.

mod acts;
pub mod day;
mod kept;
mod receipt;
mod refusal;

pub(crate) use kept::Kept;

pub(crate) use receipt::receipt_of;
pub(crate) use refusal::REFUSALS;

pub use acts::{KeyChange, LogMove, key_change, kinds, log_move};

use axum::extract::Path;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use lianxin_journal::log::published;
use lianxin_tlog::Tile;
use lianxin_web::{Trouble, Visit};
use refusal::Refusal;

/// Whoever checks the log from a page of their own may read it; nothing here is for one reader only.
const EVERYBODY: &str = "*";

/// `GET /journal/checkpoint`: the newest signed note; not found before the first.
pub(crate) async fn checkpoint(visit: Visit) -> Result<Response, Trouble> {
    let note = visit.read(|r| Ok(published(r)?)).await?.ok_or_else(|| Trouble::refused(Refusal::NoCheckpointYet))?.note;
    let headers = [
        (CONTENT_TYPE, "text/plain; charset=utf-8"),
        (CACHE_CONTROL, "no-cache"),
        (ACCESS_CONTROL_ALLOW_ORIGIN, EVERYBODY),
    ];
    Ok((headers, note).into_response())
}

/// `GET /journal/tile/<L>/<N>[.p/<W>]` and `/journal/tile/entries/<N>[.p/<W>]`: a program hears which of the two it is, an address no tile
/// has or one beyond what is published. A tile
/// never changes: a wider one has another address.
pub(crate) async fn tile(kept: Kept, visit: Visit, Path(path): Path<String>) -> Result<Response, Trouble> {
    let tile = Tile::parse(&format!("/tile/{path}")).map_err(|_| Trouble::refused(Refusal::NoTilePath))?;
    let bytes = match kept.get(tile) {
        Some(bytes) => bytes,
        None => {
            let read = visit.read(move |r| Ok(lianxin_journal::log::tile(r, tile)?)).await?;
            kept.put(tile, read.ok_or_else(|| Trouble::refused(Refusal::NoTileYet))?.into())
        }
    };
    let headers = [
        (CONTENT_TYPE, "application/octet-stream"),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (ACCESS_CONTROL_ALLOW_ORIGIN, EVERYBODY),
    ];
    Ok((headers, bytes).into_response())
}
