//! 先看说明，同意了再进来: the rules before anything else, each agreement a box of its own that nobody ticked before
//! (PIPL Art. 14, 23, 25, 29); taken back on one's own page by one button (Art. 15).

use super::{nobody, notice, whose};
use crate::around::{Around, Caller};
use crate::asked::{Query, asked};
use crate::say;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_base::{ActId, AreaId, Lang, Moment, PersonId, Refuse};
use lianxin_gate::{Agreed, Asked, RULES_VERSION, Refusal, agrees, consent, consents, withdraw};
use lianxin_journal::{By, Head, Receipt};
use lianxin_register::find;
use lianxin_store::{Read, Stop, Tx};
use lianxin_web::components::{Choice, Choices, ErrorSummary, Look, Row, Rows, Submit};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{BadField, Fields, Trouble, Visit};

/// Longest address one goes on to.
const NEXT: usize = 2048;
/// The boxes, as the form calls them.
const BOX: &str = "agree";

#[derive(Template)]
#[template(path = "consent.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    summary: Option<ErrorSummary<'a>>,
    says: String,
    parts: Vec<(String, String)>,
    version: String,
    /// Its number, sent back with the agreement.
    rules: String,
    csrf: &'a str,
    next: &'a str,
    boxes: Choices<'a>,
    submit: Submit<'a>,
    links: Rows<'a>,
}

/// An agreement on one's own page: what it is, how it stands, the button that changes it.
pub(super) struct Switch {
    pub(super) what: &'static str,
    pub(super) label: String,
    pub(super) state: String,
    /// Where the words stand that were agreed to.
    pub(super) read: Option<String>,
    pub(super) sends: &'static str,
    pub(super) button: String,
    pub(super) hint: String,
}

fn label(t: &'static L10nLanguage, what: Asked) -> String {
    match what {
        Asked::Rules => t.msg_consent_rules(),
        Asked::Publication => t.msg_consent_publication(),
        Asked::Sensitive => t.msg_consent_sensitive(),
    }
}

fn note(t: &'static L10nLanguage, what: Asked) -> String {
    match what {
        Asked::Rules => t.msg_consent_rules_note(),
        Asked::Publication => t.msg_consent_publication_note(),
        Asked::Sensitive => t.msg_consent_sensitive_note(),
    }
}

/// How somebody's agreements stand.
pub(super) fn switches(lang: Lang, agreed: &[Agreed], now: Moment) -> Vec<Switch> {
    let t = t(lang);
    let one = |what: Asked| {
        let given = agreed.iter().find(|a| a.what == what);
        let state = given.map_or_else(
            || t.msg_consent_state_no(),
            |a| t.msg_consent_state_yes(say::date(lang, a.at.day(), now), a.version.to_string()),
        );
        let (sends, button) = match given {
            Some(_) => ("no", t.msg_consent_take_back()),
            None => ("yes", t.msg_consent_give()),
        };
        let hint = if what == Asked::Rules { t.msg_consent_rules_back() } else { String::new() };
        let read = given.filter(|_| what == Asked::Rules).map(|a| format!("/privacy?version={}", a.version));
        Switch { what: what.name(), label: label(t, what), state, read, sends, button, hint }
    };
    Asked::ALL.into_iter().map(one).collect()
}

/// `GET /consent`
pub(super) async fn page(visit: Visit, query: Query) -> Result<Response, Trouble> {
    let Ok(person) = whose(&visit) else { return nobody(&visit, "/login?next=/me/data") };
    if visit.is_signed_in() && visit.read(move |r| Ok(agrees(r, person, Asked::Rules)?)).await? {
        return Ok(visit.to("/me/data"));
    }
    let fields = Fields::empty(visit.lang).with("next", asked(&query, "next"));
    show(&visit, &fields).await
}

async fn show(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let (lang, t, person) = (visit.lang, t(visit.lang), whose(visit)?);
    let caller = Caller { person: Some(person), ..Caller::of(visit) };
    let look = move |r: &mut Read<'_>| Ok((Around::of(r, &caller)?, consents(r, person)?, notice::Months::of(r)?));
    let (around, before, months) = visit.read(look).await?;
    let older = before.iter().any(|a| a.what == Asked::Rules);
    let boxes = Choices::new(lang, Look::Checks, BOX, t.msg_consent_boxes())
        .hint(t.msg_consent_boxes_hint())
        .error(fields.fault(BOX))
        .required();
    let boxes = Asked::ALL
        .into_iter()
        .fold(boxes, |boxes, what| boxes.item(Choice::new(what.name(), label(t, what)).note(note(t, what))));
    let boxes = fields.all(BOX).fold(boxes, |boxes, ticked| boxes.chosen(ticked.to_owned()));
    let next = fields.raw("next");
    let view = View {
        t,
        summary: (!fields.good()).then(|| fields.summary()),
        says: if older { t.msg_consent_says_anew() } else { t.msg_consent_says() },
        parts: notice::parts(t, months, RULES_VERSION),
        version: notice::version_line(t, RULES_VERSION),
        rules: RULES_VERSION.to_string(),
        csrf: visit.token(),
        next: if next.len() <= NEXT { next } else { "" },
        boxes,
        submit: Submit::new(t.msg_consent_go()),
        links: Rows {
            items: vec![
                Row::to("/me/data", t.msg_data_title()).icon(Icon::FileText).line([t.msg_data_row()]),
                Row::to("/me/data/erase", t.msg_data_erase()).icon(Icon::AlertTriangle).line([t.msg_data_erase_says()]),
            ],
        },
    };
    let title = t.msg_consent_title();
    let page = around.round(visit.page(&title, Kind::Phone));
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

async fn area_of(visit: &Visit, person: PersonId) -> Result<AreaId, Trouble> {
    visit.read(move |r| Ok(find::person_area(r, person)?.ok_or(super::Refusal::Unknown)?)).await
}

/// `POST /consent`: what is ticked is agreed to, what is not and was before is taken back.
pub(super) async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let person = whose(&visit)?;
    let ticked: Vec<Asked> = fields.all(BOX).filter_map(Asked::named).collect();
    if !ticked.contains(&Asked::Rules) {
        fields.note(BOX, BadField::Empty.code(), t(visit.lang).msg_consent_needed());
    }
    let seen: i64 = fields.raw("version").parse().unwrap_or(0);
    let next = fields.raw("next").to_owned();
    if fields.good() {
        let area = area_of(&visit, person).await?;
        let acts = Asked::ALL.map(|what| (what, visit.act_id()));
        let done = visit.act_once(area, fields.token(), move |tx, token| {
            let head = |id, token| Head { id, area, by: By::Person(person), no: None, token };
            answers(tx, &acts, &ticked, person, seen, &|id| head(id, None), head(acts[0].1, token))
        });
        match done.await {
            Ok(_) => return Ok(visit.to(if next.is_empty() { "/" } else { &next })),
            Err(trouble) => fields.absorb(trouble)?,
        }
    }
    show(&visit, &fields).await
}

/// The rules first, with the form's token; then each of the others by itself.
fn answers(
    tx: &mut Tx<'_>,
    acts: &[(Asked, ActId)],
    ticked: &[Asked],
    person: PersonId,
    seen: i64,
    head: &dyn Fn(ActId) -> Head,
    first: Head,
) -> Result<Receipt, Stop> {
    let before = consents(tx, person)?;
    let receipt = consent(tx, first, person, Asked::Rules, seen)?;
    for (what, id) in acts.iter().filter(|(what, _)| *what != Asked::Rules) {
        if ticked.contains(what) {
            consent(tx, head(*id), person, *what, seen)?;
        } else if before.iter().any(|a| a.what == *what) {
            withdraw(tx, head(*id), person, *what)?;
        }
    }
    Ok(receipt)
}

/// `POST /me/data/consent`: one button, one agreement. Without the rules there is no account: the next page asks again.
pub(super) async fn change(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let person = visit.person().ok_or(Trouble::NotFound)?;
    let what = Asked::named(fields.raw("what")).ok_or(Trouble::NotFound)?;
    let give = fields.choice("give", &["yes", "no"]);
    fields.check()?;
    let (area, id, give) = (area_of(&visit, person).await?, visit.act_id(), give == Some("yes"));
    let done = visit.act_once(area, fields.token(), move |tx, token| {
        let head = Head { id, area, by: By::Person(person), no: None, token };
        match give {
            true => consent(tx, head, person, what, RULES_VERSION),
            false => withdraw(tx, head, person, what),
        }
    });
    match done.await {
        // Taken back on another phone meanwhile: it is as was wished.
        Err(Trouble::Refused(no)) if no.code() == Refusal::NotAgreed.code() => {}
        done => drop(done?),
    }
    Ok(visit.to(if what == Asked::Rules && !give { "/consent" } else { "/me/data" }))
}
