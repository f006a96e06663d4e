//! The key of the public log: made once, changed when somebody says so; and a log of its own for each address.

use crate::commands::{Sentence, say};
use crate::config::Config;
use crate::{house, upgrade};
use lianxin_base::{ActId, Chance, DAY};
use lianxin_journal::log::{LogKeys, forget};
use lianxin_journal::{By, Head};
use lianxin_office::backup::LogBefore;
use lianxin_office::log::{KeyChange, LogMove, key_change, log_move};
use lianxin_register::find;
use lianxin_store::{Db, Stop};
use lianxin_web::Origin;
use std::net::IpAddr;

/// So long an old key signs beside the new one.
const BESIDE: i64 = 90 * DAY;

/// The demonstration's log.
const DEMO_HOST: &str = "demo.invalid";

/// What signs the public log; made at the first start, in the name of the address the office has then. An office that
/// has another address since begins a log of that name, which says where the old one ended.
///
/// # Errors
/// The keys cannot be read or written, or the old log cannot be brought to its end.
pub fn log_keys(config: &Config, db: &Db, demo: bool) -> Result<LogKeys, Sentence> {
    let origin: Origin = config.origin.parse().map_err(|e| format!("LIANXIN_ORIGIN={} 不行：{e}", config.origin))?;
    // The demonstration is the same at whatever address it is looked at.
    let host = if demo { DEMO_HOST } else { origin.host() };
    let keys = LogKeys::load_or_make(&config.data.join("keys"), &format!("{host}/journal"), &Chance::system())?;
    let own = keys.origin().split('/').next().unwrap_or_default();
    // Started once without its address an office goes on as it was.
    if demo || own == host || is_here(host) { Ok(keys) } else { moved(db, &keys, host) }
}

/// An address that is only this machine's is none of an office.
fn is_here(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    bare == "localhost" || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

fn moved(db: &Db, keys: &LogKeys, host: &str) -> Result<LogKeys, Sentence> {
    house::sequence(db, keys)?;
    if let Some(last) = keys.kept()? {
        let before = LogBefore { origin: last.origin().to_owned(), size: last.size(), root: *last.root() };
        say(&format!("地址换成了 {host}，公开留底另起一本；以前那本 {} 签到第 {} 条。", before.origin, before.size));
        let act = LogMove { before, host: host.to_owned() };
        recorded(db, move |tx, head| Ok(log_move(tx, head, &act)?))?;
        db.keep_wait(|tx| Ok(forget(tx)?))?;
    }
    Ok(keys.anew(Some(host), &Chance::system())?)
}

/// Changes the key, and says so in the log.
pub(crate) fn rotate(config: &Config) -> Result<(), Sentence> {
    let keys = LogKeys::load(&config.data.join("keys"))?;
    let keys = keys.ok_or_else(|| Sentence("还没有签名的钥匙：先运行一次 lianxin serve。".into()))?;
    let db = upgrade::opened(config)?;
    let until = db.clock().now().plus(BESIDE);
    let new = keys.rotate(until, &Chance::system())?;
    let (key, old) = (new.verifier().to_string(), keys.verifier().to_string());
    let act = KeyChange { key: key.clone(), old, until };
    recorded(&db, move |tx, head| Ok(key_change(tx, head, &act)?))?;
    let day = until.day();
    say(&format!("换好了。到 {day} 为止，新旧两把钥匙一起签；请把公示栏上的公钥换成这一串："));
    say(&key);
    say("正开着的 lianxin serve 重新启动以后用新钥匙。");
    Ok(())
}

fn recorded<F>(db: &Db, f: F) -> Result<(), Sentence>
where
    F: Fn(&mut lianxin_store::Tx<'_>, Head) -> Result<lianxin_journal::Receipt, Stop> + Send + 'static,
{
    let root = db.read_wait(|r| Ok(find::roots(r)?.first().map(|a| a.id)))?;
    let area = root.ok_or_else(|| Sentence("这里还没有办公室，先运行 lianxin init。".into()))?;
    let id = ActId::new(db.chance(), db.clock().now());
    let head = Head { id, area, by: By::Office, no: None, token: None };
    db.act_wait(area, move |tx| f(tx, head.clone()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_here;

    #[test]
    fn an_address_of_this_machine_is_none_of_an_office() {
        for (host, here) in [
            ("127.0.0.1", true),
            ("localhost", true),
            ("[::1]", true),
            ("192.168.1.20", false),
            ("lianxin.example.cn", false),
        ] {
            assert_eq!(is_here(host), here, "{host}");
        }
    }
}
