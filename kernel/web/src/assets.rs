//! The files every page loads: one style sheet, one script, the logo; the desk and sheets to print load one more. A name carries the hash of its content, so that a
//! browser may keep it for ever; a new version has a new name.

use std::{io, sync::LazyLock};

use sha2::{Digest, Sha256};

/// The folder of addresses under which assets are served, with its slash.
pub const PREFIX: &str = "/assets/";

/// One file, as it is and compressed.
#[derive(Debug)]
pub struct Asset {
    /// The name it has in the source, `app.css`.
    pub name: &'static str,
    /// Its content type.
    pub content_type: &'static str,
    /// Where it is served, `/assets/app.<16 hex digits of its SHA-256>.css`.
    pub url: String,
    /// The plain bytes.
    pub body: &'static [u8],
    /// The same, brotli at quality 11.
    pub brotli: Vec<u8>,
}

const FILES: &[(&str, &str, &[u8])] = &[
    ("app.css", "text/css; charset=utf-8", include_bytes!("../assets/app.css")),
    ("paper.css", "text/css; charset=utf-8", include_bytes!("../assets/paper.css")),
    ("app.js", "text/javascript; charset=utf-8", include_bytes!("../assets/app.js")),
    ("desk.js", "text/javascript; charset=utf-8", include_bytes!("../assets/desk.js")),
    ("offline.js", "text/javascript; charset=utf-8", include_bytes!("../assets/offline.js")),
    ("logo.svg", "image/svg+xml", include_bytes!("../assets/logo.svg")),
];

static ASSETS: LazyLock<Vec<Asset>> =
    LazyLock::new(|| FILES.iter().map(|&(name, content_type, body)| Asset::new(name, content_type, body)).collect());

impl Asset {
    fn new(name: &'static str, content_type: &'static str, body: &'static [u8]) -> Self {
        let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
        let hash: String = Sha256::digest(body).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Self { name, content_type, url: format!("{PREFIX}{stem}.{hash}.{end}"), body, brotli: compress(body) }
    }
}

/// What cannot be compressed is served as it is; memory to memory, this does not happen.
fn compress(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let best = brotli::enc::BrotliEncoderParams { quality: 11, size_hint: body.len(), ..Default::default() };
    let done: io::Result<usize> = brotli::BrotliCompress(&mut &*body, &mut out, &best);
    if done.is_err() {
        out.clear();
    }
    out
}

/// Every asset, for whoever serves or lists them.
pub fn all() -> &'static [Asset] {
    &ASSETS
}

/// The address of an asset by its name in the source; empty if there is none of that name.
pub fn asset_url(name: &str) -> &'static str {
    ASSETS.iter().find(|asset| asset.name == name).map_or("", |asset| &asset.url)
}

/// The asset served at this path, hash included.
pub fn find(path: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.url == path)
}

#[cfg(test)]
mod tests {
    use super::{all, asset_url, find};

    #[test]
    fn names_carry_their_content_and_lead_back_to_it() {
        for asset in all() {
            let url = asset_url(asset.name);
            assert_eq!(find(url).map(|found| found.name), Some(asset.name));
            let hash = url.split('.').nth(1).expect("name, hash, ending");
            assert!(hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()), "{url}");
        }
        assert_eq!(asset_url("app.html"), "");
        assert!(find("/assets/app.css").is_none(), "a name without its hash is not served");
        assert!(find("/assets/app.0000000000000000.css").is_none());
    }

    #[test]
    fn the_compressed_bytes_are_the_same_file() {
        for asset in all() {
            let mut plain = Vec::new();
            brotli::BrotliDecompress(&mut asset.brotli.as_slice(), &mut plain).expect("our own brotli");
            assert_eq!(plain, asset.body, "{}", asset.name);
        }
    }

    #[test]
    fn what_a_phone_must_load_stays_small() {
        for (name, limit) in [("app.css", 7 * 1024), ("app.js", 1024), ("logo.svg", 512)] {
            let asset = all().iter().find(|asset| asset.name == name).expect("an asset of the list");
            assert!(asset.brotli.len() <= limit, "{name}: {} bytes compressed, {limit} allowed", asset.brotli.len());
        }
    }

    #[test]
    fn the_style_sheet_is_read_by_old_phones() {
        let css = concat!(include_str!("../assets/app.css"), include_str!("../assets/paper.css"));
        let rules: String = css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest)).collect();
        // What only those read who know it is asked for by name; the page is whole without it.
        let rules: String = rules.lines().filter(|line| !line.starts_with("@supports selector(")).collect();
        for new in
            [":has(", ":is(", ":where(", "@layer", "@container", "inset:", "aspect-ratio", "dvh", "oklch", "min("]
        {
            assert!(!rules.contains(new), "{new} is unknown to Chromium 66");
        }
        for rule in rules.split('}').filter(|rule| rule.contains(" gap:") || rule.contains(";gap:")) {
            assert!(rule.contains("display:grid"), "gap outside a grid: {rule}");
        }
    }
}
