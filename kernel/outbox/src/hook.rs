//! Which address of an organisation's computer is called when there is something new.

use crate::{Refusal, sql};
use lianxin_base::{ActId, AreaId, OrgId};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded, record, text};
use lianxin_store::{Fault, Read, Stop, Tx, params};

/// Longer than any address in use.
pub const HOOK_MAX: usize = 300;

/// 接口地址 An organisation gives an address at which its computer is called, or takes it back.
pub struct Hook {
    org: OrgId,
    url: Option<String>,
}

impl Act for Hook {
    const KIND: &'static str = "outbox.hook";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("of", self.org);
        leaf.int("given", self.url.is_some());
        leaf.opt_seal("url", None, self.url.as_deref());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let org: OrgId = rec.id_of("of")?;
        if rec.int("given")? == 0 {
            tx.exec(sql::NO_HOOK, params![org])?;
        } else {
            tx.exec(sql::HOOK, params![org, rec.area(), rec.id(), rec.at()])?;
        }
        Ok(())
    }
}

/// Gives the address; `None` takes it back. The caller has checked whose organisation it is.
///
/// # Errors
/// It is no such address, or the database's trouble.
pub fn hook(tx: &mut Tx<'_>, head: Head, area: AreaId, org: OrgId, url: Option<&str>) -> Result<Receipt, Stop> {
    let url = url.map(read).transpose()?;
    Ok(record(tx, Head { area, ..head }, &Hook { org, url })?)
}

/// `https://host/path`, without name and password; `http` is for hosts that the operator named, which is seen to when
/// it is called.
fn read(typed: &str) -> Result<String, Refusal> {
    let typed = typed.trim();
    let uri: ureq::http::Uri = typed.parse().map_err(|_| Refusal::NoHook)?;
    let known = matches!(uri.scheme_str(), Some("https" | "http")) && uri.host().is_some_and(|h| !h.is_empty());
    let plain = uri.authority().is_some_and(|a| !a.as_str().contains('@')) && !typed.contains('#');
    if known && plain && typed.len() <= HOOK_MAX && typed.is_ascii() {
        Ok(typed.to_owned())
    } else {
        Err(Refusal::NoHook)
    }
}

/// An organisation's address to be called at, and the act that gave it: its secret is made from that.
///
/// # Errors
/// The database's trouble.
pub fn hook_of(r: &mut Read<'_>, org: OrgId) -> Result<Option<(ActId, String)>, Fault> {
    match r.row(sql::HOOK_OF, params![org], |row| row.id::<ActId>(0))? {
        Some(act) => Ok(text(r, act, "url")?.map(|url| (act, url))),
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_whole_and_carries_no_password() {
        for (typed, good) in [
            ("https://jiedao.example.cn/lianxin", true),
            (" https://jiedao.example.cn:8443/a?b=c ", true),
            ("http://10.0.0.8/x", true),
            ("https://user:pass@example.cn/", false),
            ("ftp://example.cn/", false),
            ("file:///etc/passwd", false),
            ("example.cn/x", false),
            ("/x", false),
            ("https://", false),
            ("https://例子.cn/", false),
            ("https://a b/", false),
            ("https://example.cn/#x", false),
            ("", false),
        ] {
            assert_eq!(read(typed).is_ok(), good, "{typed}");
        }
        assert!(read(&format!("https://example.cn/{}", "a".repeat(HOOK_MAX))).is_err());
    }
}
