//! Questions on pages: whom to ask, what waits for an answer on the desk, the form that answers.

use super::store::{Row, waiting};
use crate::caps;
use crate::pages::desk::acts_for;
use crate::pages::desk_url;
use crate::say::by_day;
use crate::store::by_id;
use crate::texts::{L10nLanguage, t};
use crate::view::{Seen, Sight, shortened};
use askama::Template;
use lianxin_base::{Lang, Moment, OrgId};
use lianxin_register::find::OrgRow;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Choice, Choices, Field, FieldKind, Html, Look, Meta};
use lianxin_web::{Fields, Visit};

/// So many questions are shown above the desk's list.
const SHOWN: i64 = 6;

/// Where a question is answered.
pub(crate) fn url(no: &str) -> String {
    format!("{}?do={}", desk_url(no), super::ANSWER)
}

/// Whom to ask, for who asks something; the first is whoever has the matter.
pub(crate) fn whom_field(lang: Lang, parties: &[OrgRow], fields: Option<&Fields>) -> Html {
    let t = t(lang);
    let items = parties.iter().map(|org| Choice::new(org.id.to_string(), org.name.clone())).collect();
    let first = parties.first().map(|org| org.id.to_string()).unwrap_or_default();
    let typed = fields.map(|f| f.raw("to").to_owned()).filter(|to| !to.is_empty());
    let field = Field::new(lang, "to", t.msg_question_whom())
        .kind(FieldKind::Select(items))
        .hint(t.msg_question_whom_hint())
        .value(typed.unwrap_or(first))
        .error(fields.and_then(|f| f.fault("to")));
    Html::of(&field)
}

/// Whom a form names; the fields say so where it is nobody at all. A form without the question leaves it to the rules.
pub(crate) fn named(fields: &mut Fields) -> Option<OrgId> {
    let typed = fields.raw("to").trim().to_owned();
    if typed.is_empty() || fields.raw("kind") != crate::rules::EntryKind::Ask.name() {
        return None;
    }
    let org = typed.parse().ok();
    if org.is_none() {
        fields.refuse(&super::Refusal::NoParty);
    }
    org
}

/// The questions of this matter that wait for the visitor's own answer.
pub(crate) fn own<'a>(visit: &Visit, seen: &'a Seen) -> Vec<&'a Row> {
    let org = acts_for(visit, caps::DESK);
    let open = seen.m.ended_at.is_none();
    seen.questions.iter().filter(|q| open && q.waits() && Some(q.org) == org).collect()
}

/// Which question is answered, of those that wait.
pub(crate) fn which(visit: &Visit, seen: &Seen, fields: Option<&Fields>) -> Html {
    let (lang, t, own) = (visit.lang, t(visit.lang), own(visit, seen));
    let first = own.first().map(|q| q.entry.to_string()).unwrap_or_default();
    let chosen = fields.map(|f| f.raw("question").to_owned()).filter(|q| !q.is_empty());
    let all = Choices::new(lang, Look::Options, "question", t.msg_question_which())
        .chosen(chosen.unwrap_or(first))
        .error(fields.and_then(|f| f.fault("question")))
        .required();
    let all = own.into_iter().fold(all, |all, q| {
        let by = t.msg_question_by(by_day(lang, q.due_at, seen.now));
        all.item(Choice::new(q.entry.to_string(), q.words.clone().unwrap_or_default()).note(by))
    });
    Html::of(&all)
}

/// A question as it stands above the desk's list.
pub(crate) struct Line {
    no: String,
    words: String,
    due: Moment,
}

/// What waits for an organisation's answer, as far as this seat sees the matters.
pub(crate) fn lines(r: &mut Read<'_>, sight: &Sight, org: Option<OrgId>) -> Result<Vec<Line>, Fault> {
    let mut all = Vec::new();
    for q in org.map(|org| waiting(r, org, SHOWN)).transpose()?.unwrap_or_default() {
        let m = by_id(r, q.matter)?.filter(|m| m.in_scope(&sight.scope));
        all.extend(m.map(|m| Line { no: m.no, words: shortened(q.words.as_deref().unwrap_or("")), due: q.due_at }));
    }
    Ok(all)
}

struct Shown {
    url: String,
    words: String,
    meta: Meta<'static>,
}

#[derive(Template)]
#[template(path = "question_waiting.html")]
struct Block {
    t: &'static L10nLanguage,
    items: Vec<Shown>,
}

/// Nothing where nothing waits.
pub(crate) fn strip(lang: Lang, lines: Vec<Line>, now: Moment) -> Option<Html> {
    let t = t(lang);
    let shown = |line: Line| Shown {
        url: url(&line.no),
        words: line.words,
        meta: Meta::of([line.no, t.msg_question_by(by_day(lang, line.due, now))]),
    };
    let items: Vec<Shown> = lines.into_iter().map(shown).collect();
    (!items.is_empty()).then(|| Html::of(&Block { t, items }))
}
