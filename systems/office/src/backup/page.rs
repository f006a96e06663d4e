//! `/setup/backup`: whether the office could come back tomorrow.

use super::{Backup, DAYS, newest};
use crate::say;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_base::{DAY, Lang, Moment};
use lianxin_web::components::{Back, Notice, NoticeKind, Row, Rows};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};

/// So many of the newest are shown.
const SHOWN: i64 = 20;

#[derive(Template)]
#[template(path = "backup.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    back: Back<'a>,
    state: Notice<'a>,
    rows: Option<Rows<'static>>,
    commands: [(String, &'static str); 4],
}

/// What is typed on the machine itself: a copy of everything never leaves by the web.
fn commands(t: &L10nLanguage) -> [(String, &'static str); 4] {
    [
        (t.msg_backup_how_hand(), "lianxin backup /media/usb/lianxin.tar.gz.age"),
        (t.msg_backup_how_night(), "LIANXIN_BACKUP=/media/usb"),
        (t.msg_backup_how_words(), "lianxin backup --words"),
        (t.msg_backup_how_back(), "lianxin restore lianxin.tar.gz.age --data data --witness checkpoint.txt"),
    ]
}

/// `GET /setup/backup`
pub(crate) async fn page(visit: Visit) -> Result<Response, Trouble> {
    let all = visit.read(|r| Ok(newest(r, SHOWN)?)).await?;
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let view = View {
        t,
        back: Back::new("/setup", t.msg_setup_title()),
        state: state(lang, all.first().map(|(at, _)| *at), now),
        commands: commands(t),
        rows: (!all.is_empty()).then(|| Rows { items: all.iter().map(|(at, b)| row(lang, *at, b, now)).collect() }),
    };
    Ok(visit.page(&t.msg_backup_title(), Kind::Desk).view(&view))
}

fn state(lang: Lang, last: Option<Moment>, now: Moment) -> Notice<'static> {
    let t = t(lang);
    match last {
        None => Notice::new(NoticeKind::Warn, t.msg_backup_never()),
        Some(at) if now.since(at) > DAYS * DAY => {
            Notice::new(NoticeKind::Warn, t.msg_backup_old(u64::try_from(now.since(at) / DAY).unwrap_or_default()))
        }
        Some(at) => Notice::new(NoticeKind::Assure, t.msg_backup_fresh(say::when(lang, at, now))),
    }
}

fn row(lang: Lang, at: Moment, b: &Backup, now: Moment) -> Row<'static> {
    let t = t(lang);
    let size = t.msg_backup_size(size(b.bytes), b.files);
    let title = b.name.clone().unwrap_or_else(|| t.msg_backup_by_hand());
    Row { title: title.into(), ..Row::default() }.icon(Icon::ShieldCheck).line([say::when(lang, at, now), size])
}

/// `3.2 MB`, to one place, without floating point.
fn size(bytes: u64) -> String {
    let (unit, name) = if bytes >= 1 << 30 { (1u64 << 30, "GB") } else { (1u64 << 20, "MB") };
    let tenths = (bytes.saturating_mul(10)).div_ceil(unit);
    format!("{}.{} {name}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_older_than_a_week_is_said() {
        let now = Moment::from_micros(1_800_000_000_000_000);
        for (days, warns) in [(0, false), (7, false), (8, true)] {
            let notice = state(Lang::Zh, Some(now.plus(-days * DAY)), now);
            assert_eq!(matches!(notice.kind, NoticeKind::Warn), warns, "{days}");
        }
        assert!(matches!(state(Lang::Zh, None, now).kind, NoticeKind::Warn));
    }

    #[test]
    fn sizes_are_said_to_a_tenth() {
        for (bytes, want) in
            [(0, "0.0 MB"), (1, "0.1 MB"), (1 << 20, "1.0 MB"), (3_355_444, "3.3 MB"), (5 << 29, "2.5 GB")]
        {
            assert_eq!(size(bytes), want);
        }
    }
}
