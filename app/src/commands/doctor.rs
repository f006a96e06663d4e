//! `lianxin doctor`: what could keep this office from working tomorrow, and what to do about it.

use super::{Sentence, say};
use crate::config::Config;
use crate::house;
use lianxin_base::{Clock, DAY, HOUR, Lang, MINUTE, Moment};
use lianxin_journal::log::{LogKeys, LogTrouble};
use lianxin_store::{Db, Stop, private};
use lianxin_web::{Nearness, Origin};
use std::path::Path;

/// With less than this the next photo or backup may not fit.
const ROOM: u64 = 2 << 30;

/// One thing looked at.
struct Finding {
    good: bool,
    what: &'static str,
    says: String,
}

fn good(what: &'static str, says: impl Into<String>) -> Finding {
    Finding { good: true, what, says: says.into() }
}

fn bad(what: &'static str, says: impl Into<String>) -> Finding {
    Finding { good: false, what, says: says.into() }
}

/// Looks at everything; exit 1 if something needs doing.
pub(super) fn run(config: &Config) -> Result<(), Sentence> {
    let mut found = vec![folder(&config.data), disk(&config.data), keys(&config.data), address(&config.origin)];
    found.extend(log_key(config));
    if config.db.is_none() {
        let file = config.data.join("lianxin.db");
        found.extend(private::is_open(&file).ok().map(|open| closed("数据库文件", open, &file)));
    }
    found.extend(database(config));
    for f in &found {
        say(&format!("{}  {}：{}", if f.good { "好" } else { "要办" }, f.what, f.says));
    }
    match found.iter().filter(|f| !f.good).count() {
        0 => Ok(()),
        n => Err(Sentence(format!("有 {n} 样要办，办完再运行一次 lianxin doctor。"))),
    }
}

/// Whether the folder can be written: looked at by writing.
fn folder(data: &Path) -> Finding {
    let probe = data.join(format!(".doctor-{}", std::process::id()));
    let tried = std::fs::write(&probe, b"x").and_then(|()| std::fs::remove_file(&probe));
    match tried {
        Ok(()) => good("数据目录", data.display().to_string()),
        Err(e) => bad("数据目录", format!("{} 写不进去（{e}）。请看目录在不在、这个账号能不能写。", data.display())),
    }
}

fn disk(data: &Path) -> Finding {
    match rustix::fs::statvfs(data) {
        Err(e) => bad("磁盘", format!("看不了剩余空间：{e}")),
        Ok(s) => room(s.f_bavail * s.f_frsize),
    }
}

fn room(free: u64) -> Finding {
    let room = format!("还剩 {} GB", free >> 30);
    if free < ROOM { bad("磁盘", format!("{room}，请腾出 2 GB 以上。")) } else { good("磁盘", room) }
}

fn keys(data: &Path) -> Finding {
    let path = data.join("keys").join("secret");
    match private::is_open(&path) {
        Err(_) => bad("钥匙", format!("{} 不在。没有它，入户卡和链接都打不开；请从备份里放回来。", path.display())),
        Ok(open) => closed("钥匙", open, &path),
    }
}

/// What signs the public log, once there is one, and whether the database reaches what was signed. Whether it is the same
/// history takes longer: `journal verify`.
fn log_key(config: &Config) -> Option<Finding> {
    let keys = match LogKeys::load(&config.data.join("keys")) {
        Ok(keys) => keys?, // made when the office is served for the first time
        Err(why) => return Some(bad("公开留底", why.say(Lang::Zh))),
    };
    let there = Db::look(&house::place(config), |r| Ok(lianxin_journal::length(r)?)).ok()?;
    let there = u64::try_from(there).unwrap_or_default();
    Some(match keys.kept() {
        Err(why) => bad("公开留底", why.say(Lang::Zh)),
        Ok(Some(kept)) if kept.size() > there => {
            bad("公开留底", LogTrouble::Behind { signed: kept.size(), there }.say(Lang::Zh))
        }
        Ok(Some(kept)) => good("公开留底", format!("{}，签到第 {} 条", keys.origin(), kept.size())),
        Ok(None) => good("公开留底", format!("{}，还没有签过名", keys.origin())),
    })
}

/// Whether other accounts of this machine can read a file.
fn closed(what: &'static str, open: bool, path: &Path) -> Finding {
    match open {
        true => bad(what, format!("{} 别的账号也能读，请运行 chmod 600。", path.display())),
        false => good(what, "只有本账号能读"),
    }
}

fn address(origin: &str) -> Finding {
    match origin.parse::<Origin>() {
        Err(e) => bad("地址", format!("{origin} 不行：{e}")),
        Ok(o) if o.secure() => good("地址", format!("{o}，居民的手机能不能打开，在“开张准备”里试通")),
        Ok(o) => good("地址", format!("{o}，只在本机或办公室内网能用")),
    }
}

fn database(config: &Config) -> Vec<Finding> {
    if config.db.is_none() && !config.data.join("lianxin.db").exists() {
        return vec![bad("数据库", "还没有办公室，先运行 lianxin init。")];
    }
    if let Err(Sentence(why)) = crate::upgrade::known(config) {
        return vec![bad("数据库", why)];
    }
    let (now, origin) = (Clock::system().now(), config.origin.trim_end_matches('/').to_ascii_lowercase());
    let looked = Db::look(&house::place(config), move |r| {
        let last = (lianxin_journal::log().last)(r)?;
        let made = lianxin_office::backup::newest(r, 1)?.pop().map(|(at, _)| at);
        Ok((lianxin_journal::length(r)?, last, lianxin_office::settled(r, &origin)?, made))
    });
    match looked {
        Err(Stop::Failed(why)) => vec![bad("数据库", Sentence::from(why).0)],
        Err(Stop::Refused(why)) => vec![bad("数据库", why.say(lianxin_base::Lang::Zh))],
        Ok((acts, last, settled, made)) => {
            let mut all = vec![good("数据库", format!("{acts} 条留底")), clock(now, last)];
            all.push(backup(now, made, config.backup.as_deref()));
            all.push(match (settled.imprint, settled.reached) {
                (false, _) => bad("开张准备", "本站信息还没填：登录后打开“开张准备”。"),
                (true, Some(Nearness::Outside)) => good("开张准备", "外面的手机打得开"),
                (true, _) => good("开张准备", "本站信息填了；外面的手机还没有打开过，海报先不印"),
            });
            all
        }
    }
}

/// The clock against the last act: one set back would give deadlines of the past.
fn clock(now: Moment, last: Option<Moment>) -> Finding {
    match last {
        Some(last) if now < last.plus(-MINUTE) => {
            let behind = last.since(now) / HOUR;
            bad("时钟", format!("比最后一条留底还早 {behind} 小时，请对一下这台电脑的时间。"))
        }
        _ => good("时钟", now.rfc3339()),
    }
}

/// The last backup: what is older than a week would bring an office back without that week.
fn backup(now: Moment, made: Option<Moment>, daily: Option<&Path>) -> Finding {
    let days = made.map(|at| now.since(at) / DAY);
    let how = match daily {
        Some(folder) => format!("说好每天写到 {}，请看盘插着没有、满了没有。", folder.display()),
        None => {
            "请插一个 U 盘：lianxin backup /media/usb/lianxin.tar.gz.age；或者设 LIANXIN_BACKUP，每天自己做。".into()
        }
    };
    match days {
        None => bad("备份", format!("还没有备份过。{how}")),
        Some(days) if days > lianxin_office::backup::DAYS => bad("备份", format!("上一次是 {days} 天前。{how}")),
        Some(0) => good("备份", "今天做过"),
        Some(days) => good("备份", format!("上一次是 {days} 天前")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_was_set_back_is_named() {
        let now = Moment::from_micros(1_800_000_000_000_000);
        for (last, fine) in
            [(None, true), (Some(now), true), (Some(now.plus(30_000_000)), true), (Some(now.plus(DAY)), false)]
        {
            assert_eq!(clock(now, last).good, fine, "{last:?}");
        }
        assert!(clock(now, Some(now.plus(2 * DAY))).says.contains("48 小时"));
    }

    #[test]
    fn a_backup_older_than_a_week_is_said_with_what_to_do() {
        let now = Moment::from_micros(1_800_000_000_000_000);
        let ago = |days: i64| Some(now.plus(-days * DAY));
        for (made, fine) in [(None, false), (ago(0), true), (ago(7), true), (ago(8), false)] {
            let finding = backup(now, made, None);
            assert_eq!(finding.good, fine, "{made:?}: {}", finding.says);
            assert!(fine || finding.says.contains("lianxin backup"), "{}", finding.says);
        }
        assert!(backup(now, ago(9), Some(Path::new("/media/usb"))).says.contains("/media/usb"));
    }

    #[test]
    fn a_disk_is_full_before_its_last_two_gigabytes_are() {
        assert!(room(2 << 30).good && room(80 << 30).good);
        let low = room((2 << 30) - 1);
        assert!(!low.good && low.says == "还剩 1 GB，请腾出 2 GB 以上。", "{}", low.says);
    }

    #[test]
    fn an_address_says_from_where_it_can_be_opened() {
        for (origin, fine, says) in [
            ("https://heping.example", true, "试通"),
            ("http://192.168.1.20:8600", true, "办公室内网"),
            ("http://127.0.0.1:8600", true, "本机"),
            ("和平里", false, "和平里 不行"),
            ("ftp://heping.example", false, "不行"),
            ("", false, "不行"),
        ] {
            let finding = address(origin);
            assert!(finding.good == fine && finding.says.contains(says), "{origin}: {}", finding.says);
        }
    }

    #[test]
    fn a_folder_that_is_not_there_is_named_with_what_to_do() {
        let nowhere = Path::new("/nowhere/at/all");
        for finding in [folder(nowhere), keys(nowhere), disk(nowhere)] {
            assert!(!finding.good && !finding.says.is_empty(), "{}", finding.what);
        }
    }
}
