//! 从群里挑: what was said in a chat group is pasted, the lines that tell of one matter are ticked, and go into the form. Names
//! and times stay out: neighbours in a group have not agreed to be written down.

use super::counter;
use crate::rules::{Refusal, Source, WORDS_MAX};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_web::components::{Back, Choice, Choices, ErrorSummary, Field, FieldKind, Look, Submit};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};

/// So much is pasted at once.
const TEXT_MAX: usize = 6000;
/// So many lines are offered.
const LINES: usize = 80;
/// Longer names with a door before them stand before no colon.
const NAME_MAX: usize = 16;
/// Longer names stand by themselves before no time and no colon.
const BARE_NAME_MAX: usize = 4;
/// What stands before a colon with one of these is a thing or a place.
const THINGS: &str = "灯门楼梯水电气暖车井路墙窗栋号口区院树狗声味地时点位事问";

#[derive(Template)]
#[template(path = "desk_chat.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    summary: Option<ErrorSummary<'static>>,
    csrf: String,
    text: Field<'static>,
    lines: Option<Choices<'static>>,
    submit: Submit<'static>,
}

/// `GET /desk/chat`
pub(super) async fn form(visit: Visit) -> Result<Response, Trouble> {
    Ok(show(&visit, &Fields::empty(visit.lang), &[]))
}

fn show(visit: &Visit, fields: &Fields, found: &[String]) -> Response {
    let (lang, t) = (visit.lang, t(visit.lang));
    let text = Field::new(lang, "text", t.msg_chat_text())
        .kind(FieldKind::Area)
        .hint(t.msg_chat_hint())
        .value(fields.raw("text").to_owned())
        .error(fields.fault("text"))
        .required()
        .max(TEXT_MAX as u32);
    let ticks = Choices::new(lang, Look::Checks, "line", t.msg_chat_lines()).error(fields.fault("line")).required();
    let ticks =
        found.iter().enumerate().fold(ticks, |all, (n, line)| all.item(Choice::new(n.to_string(), line.clone())));
    let ticks = fields.all("line").fold(ticks, |all, ticked| all.chosen(ticked.to_owned()));
    let view = View {
        t,
        back: Back::new("/desk/new", t.msg_desk_new()),
        summary: (!fields.good()).then(|| fields.summary()),
        csrf: visit.token().to_owned(),
        text,
        lines: (!found.is_empty()).then_some(ticks),
        submit: Submit::new(if found.is_empty() { t.msg_chat_split() } else { t.msg_chat_go() }),
    };
    let title = t.msg_chat_title();
    let page = visit.page(&title, Kind::Desk);
    if fields.good() { page.view(&view) } else { page.wrong().view(&view) }
}

/// `POST /desk/chat`: first the lines, then those that were ticked as the words of a report. Nothing is kept of it.
pub(super) async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let text = fields.text("text", TEXT_MAX);
    let found = lines(&text);
    if fields.good() && found.is_empty() {
        fields.note("text", "council.chat_empty", t(visit.lang).msg_chat_empty());
    }
    if !fields.good() || !fields.has("shown") {
        return Ok(show(&visit, &fields, &found));
    }
    let ticked: Vec<usize> = fields.all("line").filter_map(|n| n.parse().ok()).collect();
    let words = ticked.iter().filter_map(|n| found.get(*n)).cloned().collect::<Vec<_>>().join("\n");
    if words.is_empty() {
        fields.note("line", "council.chat_none", t(visit.lang).msg_chat_none());
        return Ok(show(&visit, &fields, &found));
    }
    if words.chars().count() > WORDS_MAX {
        let no = Refusal::TooLong { field: "line", max: WORDS_MAX };
        fields.refuse(&no);
        return Ok(show(&visit, &fields, &found));
    }
    let filled = Fields::empty(visit.lang).with("words", &words).with("source", Source::Chat.name());
    counter::show(&visit, &filled).await
}

/// What was said, line by line, without who said it and when.
fn lines(text: &str) -> Vec<String> {
    let said = text.lines().map(str::trim).filter(|line| !line.is_empty() && !is_head(line)).map(without_name);
    said.filter(|line| !line.is_empty()).take(LINES).map(str::to_owned).collect()
}

/// `王芳 2026/11/25 20:13:05`, `李强 昨天 20:14`, `王芳 20:14`, `20:14`: a name with a time and nothing after it.
fn is_head(line: &str) -> bool {
    let tokens: Vec<&str> = line.split_whitespace().collect();
    let Some((last, before)) = tokens.split_last() else { return false };
    let parts: Vec<&str> = last.split([':', '：']).collect();
    let digits = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let time = (2..=3).contains(&parts.len()) && parts.iter().all(digits);
    time && match before {
        [] => true,
        [name] => name.chars().count() <= BARE_NAME_MAX || is_date(name),
        [.., date] => is_date(date) && before.len() <= 4,
    }
}

/// `2026/11/25`, `11-25`, `11月25日`, `昨天`, `星期三`.
fn is_date(token: &str) -> bool {
    let weekday = token.chars().count() <= 3 && (token.starts_with("星期") || token.starts_with('周'));
    weekday
        || ["昨天", "今天", "前天"].contains(&token)
        || (token.chars().any(|c| c.is_ascii_digit()) && token.contains(['/', '-', '月']))
}

/// `王芳：灯不亮` without the name before the colon, `3-2-501王芳：…` without door and name; `路灯：不亮` stays.
fn without_name(line: &str) -> &str {
    let Some((name, rest)) = line.split_once(['：', ':']) else { return line };
    let door = name.starts_with(|c: char| c.is_ascii_digit()) && name.matches('-').count() >= 1;
    let thing = name.contains(|c| THINGS.contains(c));
    let bare = name.chars().count() <= BARE_NAME_MAX && !name.contains(|c: char| c.is_ascii_digit()) && !thing;
    if (bare || (door && name.chars().count() <= NAME_MAX)) && !rest.starts_with("//") { rest.trim() } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chat_is_read_without_names_and_times() {
        for (what, text, want) in [
            (
                "copied on a computer",
                "王芳 2026/11/25 20:13:05\n3号楼2单元灯不亮\n\n李强 昨天 20:14\n我家门口也是\n",
                vec!["3号楼2单元灯不亮", "我家门口也是"],
            ),
            ("a name before the colon", "王芳：灯不亮\n李强: 我家也是", vec!["灯不亮", "我家也是"]),
            ("a door and a name", "3-2-501王芳：漏水了", vec!["漏水了"]),
            ("a thing is no name", "路灯：不亮\n单元门：坏了", vec!["路灯：不亮", "单元门：坏了"]),
            ("an address stays", "https://example.cn/x", vec!["https://example.cn/x"]),
            ("a line that ends in a time stays", "今天停水到 18:00", vec!["今天停水到 18:00"]),
            ("a short head of today", "王芳 20:13\n停水了", vec!["停水了"]),
            ("a number is no name", "3号楼：灯不亮", vec!["3号楼：灯不亮"]),
            ("a time inside a line stays", "昨晚 20:13 开始停水", vec!["昨晚 20:13 开始停水"]),
            ("a name and nothing", "王芳：", vec![]),
            ("nothing", " \n\t\n", vec![]),
        ] {
            assert_eq!(lines(text), want, "{what}");
        }
        assert_eq!(lines(&"灯不亮\n".repeat(200)).len(), LINES);
    }
}
