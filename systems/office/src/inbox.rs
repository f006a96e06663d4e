use crate::around::{Around, Caller};
use crate::asked::{Query, asked, path, word};
use crate::texts::{L10nLanguage, t};
use crate::{Office, say};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::Moment;
use lianxin_outbox::{Cursor, inbox, mark_seen, message};
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Empty, Link, Row, Rows, Tag, Tone};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{INBOX, Tab};
use lianxin_web::{Fields, Trouble, Visit};

/// So many messages on a page.
const PAGE: u32 = 30;
/// So many of the newest are looked at for what is new; the outbox counts among as many.
const NEWEST: u32 = 200;

#[derive(Template)]
#[template(path = "inbox.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    desk: bool,
    csrf: &'a str,
    unread: u32,
    /// The newest message shown: all up to it may be put away.
    upto: i64,
    rows: Option<Rows<'a>>,
    empty: Option<Empty<'a>>,
    older: String,
    first: bool,
}

/// One message in words.
struct Line {
    id: String,
    title: String,
    body: String,
    at: Moment,
    new: bool,
}

struct Seen {
    around: Around,
    lines: Vec<Line>,
    older: Option<Cursor>,
}

/// `GET /inbox`: what reached one, newest first.
pub(crate) async fn page(office: Office, visit: Visit, query: Query) -> Result<Response, Trouble> {
    let caller = Caller::of(&visit);
    let after = cursor(&query);
    let (asked, first) = (caller.clone(), after.is_none());
    let seen = visit.read(move |r| Ok(look(r, &office, &asked, after.as_ref())?)).await?;
    let t = t(visit.lang);
    let none = if caller.staff { t.msg_inbox_empty_desk() } else { t.msg_inbox_empty() };
    let action = match (caller.staff, visit.can(crate::ADMIN)) {
        (_, true) => Some(Link::new("/setup", t.msg_setup_title()).icon(Icon::Settings)),
        (false, _) => Some(Link::new("/report", t.msg_report()).icon(Icon::MessageCircle)),
        (true, _) => None,
    };
    let empty = Empty { icon: Icon::Inbox, text: none.into(), action };
    let view = View {
        t,
        desk: caller.staff,
        csrf: visit.token(),
        unread: seen.around.unread,
        upto: seen.lines.first().map_or(0, |l| l.at.micros()),
        rows: (!seen.lines.is_empty()).then(|| rows(&caller, &seen.lines)),
        empty: seen.lines.is_empty().then_some(empty),
        older: seen.older.map_or_else(String::new, |c| format!("{INBOX}?at={}&id={}", c.at.micros(), word(&c.id))),
        first,
    };
    let title = if caller.staff { t.msg_nav_inbox() } else { t.msg_inbox_title() };
    let counts = [(INBOX, u64::from(seen.around.unread))];
    let page = seen.around.round(visit.page(&title, caller.kind())).tab(Tab::Me);
    Ok(if seen.around.unread > 0 { page.counts(&counts) } else { page }.view(&view))
}

fn cursor(query: &Query) -> Option<Cursor> {
    let at = asked(query, "at").parse().ok()?;
    Some(Cursor { at: Moment::from_micros(at), id: asked(query, "id").to_owned() })
}

fn look(r: &mut Read<'_>, office: &Office, caller: &Caller, after: Option<&Cursor>) -> Result<Seen, Fault> {
    let around = Around::of(r, caller)?;
    let Some(reader) = &caller.reader else { return Ok(Seen { around, lines: Vec::new(), older: None }) };
    let mut found = inbox(r, reader, after, PAGE + 1)?;
    let more = found.len() > PAGE as usize;
    found.truncate(PAGE as usize);
    let older = found.last().filter(|_| more).map(lianxin_outbox::Inboxed::cursor);
    let mut lines = Vec::new();
    for one in found {
        let told = office.notices.tell(r, caller.lang, &one.message)?;
        let unknown = || (t(caller.lang).msg_message_unknown(), String::new());
        let (title, body) = told.map_or_else(unknown, |(words, _)| words);
        lines.push(Line { id: one.message.id, title, body, at: one.message.at, new: one.seen.is_none() });
    }
    Ok(Seen { around, lines, older })
}

fn rows<'a>(caller: &Caller, lines: &'a [Line]) -> Rows<'a> {
    let row = |line: &'a Line| {
        let row = Row::to(format!("{INBOX}/{}", line.id), line.title.as_str())
            .icon(if line.new { Icon::Bell } else { Icon::Check })
            .line([line.body.clone(), say::when(caller.lang, line.at, caller.now)]);
        if line.new { row.tag(Tag::new(Tone::Due, t(caller.lang).msg_message_new())) } else { row }
    };
    Rows { items: lines.iter().map(row).collect() }
}

/// `GET /inbox/{act}/{n}`: a message is opened, and leads to what it is about.
pub(crate) async fn open(office: Office, visit: Visit, parts: Path<(String, String)>) -> Result<Response, Trouble> {
    let caller = Caller::of(&visit);
    let reader = caller.reader.clone().ok_or(Trouble::NotFound)?;
    let id = format!("{}/{}", parts.0.0, parts.0.1);
    let (asked, who, lang) = (id.clone(), reader.clone(), visit.lang);
    let found = visit
        .read(move |r| {
            let Some(one) = message(r, &who, &asked)? else { return Ok(None) };
            let link = office.notices.tell(r, lang, &one.message)?.map_or_else(String::new, |(_, link)| link);
            Ok(Some((link, one.seen.is_none())))
        })
        .await?;
    let (link, new) = found.ok_or(Trouble::NotFound)?;
    if new {
        visit.keep(move |tx| Ok(mark_seen(tx, &reader, &[&id])?)).await?;
    }
    Ok(visit.to(if link.is_empty() { INBOX.into() } else { path(&link) }.as_str()))
}

/// `POST /inbox`: all that was shown is put away. What came in meanwhile stays new.
pub(crate) async fn all_seen(visit: Visit, fields: Fields) -> Result<Response, Trouble> {
    let upto: i64 = fields.raw("upto").parse().unwrap_or(0);
    if let Some(reader) = Caller::of(&visit).reader {
        let keep = move |tx: &mut lianxin_store::Tx<'_>| {
            let shown = inbox(tx, &reader, None, NEWEST)?.into_iter().filter(|m| m.message.at.micros() <= upto);
            let new: Vec<String> = shown.filter(|m| m.seen.is_none()).map(|m| m.message.id).collect();
            Ok(mark_seen(tx, &reader, &new)?)
        };
        visit.keep(keep).await?;
    }
    Ok(visit.to(INBOX))
}
