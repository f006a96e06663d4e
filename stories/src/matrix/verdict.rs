//! The rule that the answers are held against: what lies outside somebody's scope does not exist for them.

use super::roles::{ROLES, Side};
use super::{Cell, Line};

/// Routes that point at something and are open to whoever comes, each with why that is right.
const OPEN: &[(&str, &str)] = &[
    ("/assets/{name}", "样式和图标 styles and icons"),
    ("/api/v1/receipts/{act}", "留底号本来就是给人核对的，没有文字 a receipt's hash is there to be checked; no words"),
    (
        "/bulletins/{bulletin}",
        "公布了的通报谁都能看；没公布的看不到 a bulletin that hangs is public; one that does not is not there",
    ),
    (
        "/surveys/{survey}",
        "问各户满意不满意谁都能看，没有住户的名字 what households are asked about a service is public; no residents in it",
    ),
    ("/happening/{banner}", "正在发生的事，谁都看得见 what is happening is told to everybody"),
    (
        "/journal/{act}",
        "公开的留底，没有文字；不公开的只有号和时间 the public record, without words; of a hidden kind only hash and time",
    ),
    ("/journal/tile/{*tile}", "公开留底的记号，没有文字 hashes and leaves of the public log, without words"),
    ("/meetings/{meeting}", "议事会谁都能看，上面没有住户的名字 a council is public and names no resident"),
    (
        "/m/{no}",
        "编号、类别、走到哪一步、在谁手里，谁都看得见；文字和照片看过才公开 number, kind, step and holder are public; words only once shown",
    ),
    (
        "/votes/{vote}",
        "业主表决谁都能看：投什么、什么时候、结果怎么算的，没有名字、没有房号 a vote is public: on what, when, how it was reckoned; no names, no doors",
    ),
    ("/votes/{vote}/paper", "空白的纸票，谁都能印 the paper to fill in; anybody may print it"),
    (
        "/first-assemblies/{first}",
        "首次业主大会到哪一步，谁都能看，没有住户的名字 how far a first assembly is, public; no residents in it",
    ),
    (
        "/takeovers/{takeover}",
        "接管到哪一步，谁都能看，没有住户的名字 how far a take-over is, public; no residents in it",
    ),
    (
        "/urgent-repairs/{urgent}",
        "应急维修动用维修资金，谁都能看，没有住户的名字 what the fund was used for in an emergency, public; no residents in it",
    ),
    ("/urgent-repairs/{urgent}/print", "应急维修的公示，贴在外面的 the notice of an emergency repair, as it hangs out"),
    ("/notice-board/{area}", "公示栏谁都能看 a notice board is there for everybody"),
    ("/notice-board/{area}/feed", "公示栏的订阅 the feed of a board"),
    ("/notice-board/{area}/screen", "活动室的大屏 the screen in the hall"),
    ("/notice-board/{area}/title", "公示上第二种文字的标题 the title in a second script, as it stands on notices"),
    (
        "/notice/{notice}",
        "贴出来的公示谁都能看；没贴的看不到 a notice that hangs is public; one that does not is not there",
    ),
    ("/notice/{notice}/print", "公示，打印的 a notice to print"),
    ("/notice/{notice}/photo/{n}/small", "公示上的照片 the photos of a notice"),
    ("/notice/{notice}/photo/{n}/large", "公示上的照片 the photos of a notice"),
    (
        "/votes/{vote}/candidates",
        "公示的候选人名单，谁都能看；公示以前没有名字 the list of candidates, as it hangs out; before that without names",
    ),
    ("/votes/{vote}/notice", "会议通知，贴在外面的 the notice, as it hangs out"),
    ("/votes/{vote}/result", "结果公告，贴在外面的 the result, as it hangs out"),
    ("/votes/{vote}/proxy", "空白的委托书，谁都能印 the form of an authority; anybody may print it"),
    ("/votes/{vote}/objection/print", "空白的意见表，谁都能印 the form of an objection; anybody may print it"),
    ("/p/{n}", "门口海报上的号 the number on a door's poster"),
    ("/shown/{act}/{n}/large", "已经公开的照片 photos that are published"),
    ("/shown/{act}/{n}/small", "已经公开的照片 photos that are published"),
];

/// Lists and searches: the page is there for everybody of that gate, what is outside must not stand on it.
const LISTS: &[&str] = &["/counter", "/desk", "/find", "/places", "/privacy-requests"];

/// Paths that take a secret of their own: who holds it comes in, wherever they belong.
const SECRET: &[(&str, &str)] = &[
    ("/pair/{link}", "配手机的码，十分钟，用一次 the QR that pairs a phone: ten minutes, once"),
    ("/reach/{link}", "试地址的链接，当天有效 the link that tries the address out, for a day"),
];

/// Forms that answer for somebody elsewhere as for somebody who does not exist: with a sentence, 422.
const NOBODY: &[(&str, &str)] = &[
    ("/privacy-requests/copy", "别处的人和没有的人，答的是同一句 somebody elsewhere gets the answer of nobody"),
    ("/privacy-requests/erase", "别处的人和没有的人，答的是同一句 somebody elsewhere gets the answer of nobody"),
];

/// The same whoever asks.
const SAME: &[(&str, &str)] = &[("/sheets/template/{kind}", "空表，里面没有人 an empty sheet")];

/// Why a route has nothing outside; `None` if it has.
pub(super) fn no_outside(line: &Line) -> Option<String> {
    let path = line.passage.path;
    let known = |list: &[(&str, &str)]| list.iter().find(|(p, _)| *p == path).map(|(_, why)| (*why).to_owned());
    if let Some(why) = known(OPEN).or_else(|| known(SECRET)).or_else(|| known(SAME)).or_else(|| known(NOBODY)) {
        return Some(why);
    }
    if LISTS.contains(&path) {
        return Some(
            "找别处的人、别处的事，页在，里面没有 asked for what is elsewhere, the page is there and has none of it"
                .into(),
        );
    }
    let pointed = line.cells.iter().any(|c| c.outside.is_some());
    match line.passage.gate.as_str() {
        "link" => Some("谁拿着链接谁看；别的链接打不开别的事 whoever holds the link; it opens no other matter".into()),
        _ if pointed => None,
        "anyone" => Some("不指着哪一件事、哪个人 points at nothing and nobody".into()),
        "signed-in" => Some("只有自己的 one's own only".into()),
        "office.admin" => Some("整台机器的事，不分地方 about the whole machine".into()),
        _ => Some("只列自己范围里的 lists what lies in the seat's own scope".into()),
    }
}

/// Every answer that is not as the rule says, in words.
pub(super) fn trespasses(lines: &[Line]) -> Vec<String> {
    let mut all = Vec::new();
    for line in lines {
        let free = no_outside(line).is_some();
        for (role, cell) in ROLES.iter().zip(&line.cells) {
            let what = format!("{} {} as {}", line.passage.method, line.passage.path, role.name);
            if cell.leaks {
                all.push(format!("{what}: shows what lies outside"));
            }
            let outside = asked_outside(role.side, cell);
            let shut = |status: u16| match role.side {
                Side::Nobody => matches!(status, 303 | 401 | 404),
                _ => matches!(status, 403 | 404),
            };
            if !free && let Some(status) = outside.into_iter().find(|s| !shut(*s)) {
                all.push(format!("{what}: {status} for what lies outside"));
            }
        }
    }
    all
}

/// What somebody was answered about things that are not in their scope.
fn asked_outside(side: Side, cell: &Cell) -> Vec<u16> {
    match side {
        Side::Nobody => std::iter::once(cell.inside).chain(cell.outside).collect(),
        Side::Here => cell.outside.into_iter().collect(),
        Side::There => cell.outside.map(|_| cell.inside).into_iter().collect(),
        Side::Everywhere => Vec::new(),
    }
}
