//! A public log at an address: `/journal/checkpoint`, `/journal/tile/…`, as C2SP tlog-tiles has them.

use super::Source;
use lianxin_tlog::{Tile, Tiles, read_bundle, width_in};
use std::time::Duration;
use ureq::Agent;

/// A server that says nothing for so long is away.
const PATIENCE: Duration = Duration::from_secs(30);
/// A checkpoint is no longer than this.
const NOTE: u64 = 64 * 1024;
/// 256 entries of 64 KiB.
const BUNDLE: u64 = 256 * (64 * 1024 + 2);

/// A public log at an address.
#[derive(Debug)]
pub struct Web {
    agent: Agent,
    base: String,
}

impl Web {
    /// The log of an office: the address of its first page.
    ///
    /// # Errors
    /// A sentence: this is no address.
    pub fn at(url: &str) -> Result<Self, String> {
        let base = url.trim().trim_end_matches('/').trim_end_matches("/journal");
        let known = base.parse::<ureq::http::Uri>().ok().filter(|uri| {
            matches!(uri.scheme_str(), Some("https" | "http")) && uri.host().is_some_and(|host| !host.is_empty())
        });
        if known.is_none() {
            return Err(format!("{url} 不像网址，要像 https://lianxin.example.cn 这样。"));
        }
        let config = Agent::config_builder().timeout_global(Some(PATIENCE)).user_agent("lianxin").build();
        Ok(Self { agent: config.into(), base: format!("{base}/journal") })
    }

    /// What stands at a path; `None` if nothing does.
    fn get(&self, path: &str, most: u64) -> Result<Option<Vec<u8>>, String> {
        let url = format!("{}{path}", self.base);
        let failed = |why: ureq::Error| format!("{url} 读不了：{why}");
        let mut answer = match self.agent.get(&url).call() {
            Err(ureq::Error::StatusCode(404)) => return Ok(None),
            other => other.map_err(failed)?,
        };
        answer.body_mut().with_config().limit(most).read_to_vec().map(Some).map_err(failed)
    }
}

impl Source for Web {
    fn newest(&mut self) -> Result<(String, Option<String>), String> {
        let found = self.get("/checkpoint", NOTE)?;
        let bytes = found.ok_or_else(|| format!("{} 没有公开留底，请看看网址对不对。", self.base))?;
        let note = String::from_utf8(bytes).map_err(|_| format!("{}/checkpoint 不是留底。", self.base))?;
        Ok((note, None))
    }

    fn leaves(&mut self, at: u64, size: u64) -> Result<Vec<String>, String> {
        let (n, skip) = (at / 256, usize::try_from(at % 256).unwrap_or(0));
        let width = width_in(size, 0, n).ok_or("留底没有这么多条。")?;
        let path = Tile::entries(n, width).map_err(|why| why.to_string())?.path();
        let damaged = |why: String| format!("{}{path} 坏了：{why}", self.base);
        let bytes = self.get(&path, BUNDLE)?.ok_or_else(|| format!("{}{path} 不在。", self.base))?;
        let all = read_bundle(&bytes, width).map_err(|why| damaged(why.to_string()))?;
        let text = |leaf: &&[u8]| String::from_utf8(leaf.to_vec()).map_err(|_| damaged("不是文字".into()));
        all.iter().skip(skip).map(text).collect()
    }

    fn tile(&mut self, level: u8, n: u64) -> Result<Option<Vec<u8>>, String> {
        Tiles::tile(self, level, n, 256)
    }
}

impl Tiles for Web {
    type Error = String;

    fn tile(&mut self, level: u8, n: u64, width: u16) -> Result<Option<Vec<u8>>, String> {
        let path = Tile::hashes(level, n, width).map_err(|why| why.to_string())?.path();
        self.get(&path, 256 * 32)
    }
}
