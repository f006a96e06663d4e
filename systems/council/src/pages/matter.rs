//! 看办到哪了: the page of one matter, for everybody, for who brought it in, and for who has its secret link.

use super::shots::galleries;
use super::{author, nowhere, proof_code, sight, url};
use crate::course::{Author, load, terms};
use crate::deliberate::{NewEntry, entry, may_speak};
use crate::feedback::{NewFeedback, feedback};
use crate::join::pages as join;
use crate::left::tag;
use crate::merge::pages as merge;
use crate::rules::{EntryKind, Publicity, Refusal, WORDS_MAX};
use crate::say::{bridge, by_day, holder, log, when};
use crate::store::{self, Matter};
use crate::texts::{L10nLanguage, t};
use crate::thanks::pages as thanks;
use crate::view::{self, Eye, Seen, Sight, see};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{ActId, HOUR};
use lianxin_gate::{Limit, Scope};
use lianxin_journal::{Receipt, receipt};
use lianxin_register::find::OrgRow;
use lianxin_web::components::{
    Back, Bridge, Choice, Choices, ErrorSummary, Field, FieldKind, Holder, Html, Log, Look, Meta, Notice, NoticeKind,
    Submit, Tag,
};
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Fields, Trouble, Visit, components};
use serde::Deserialize;

/// So long its PIN stands on a receipt. Whoever gets the link later has the link only: the PIN shows whose it is.
const PIN_SHOWN: i64 = HOUR;

/// What the address of a matter's page may say.
#[derive(Deserialize, Default)]
pub struct Asked {
    /// `1` right after it was sent.
    #[serde(default)]
    new: u8,
}

#[derive(Template)]
#[template(path = "matter.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    receipt: Option<components::Receipt<'static>>,
    summary: Option<ErrorSummary<'static>>,
    /// What was typed in a form that is not there any more, to be copied.
    draft: Option<String>,
    course: Html,
    told: bool,
    /// The way it took beside the shortest.
    way: Option<Html>,
    log: Log<'static>,
    unread: Option<String>,
    csrf: String,
    entry: Option<EntryForm>,
    answer: Option<AnswerForm>,
    quote: Option<Html>,
    /// Kept aside: the form to take it up again.
    raise: Option<Html>,
    parts: Option<Html>,
    join: Option<Html>,
    /// What is asked of everybody.
    poll: Option<Html>,
    /// How many thanked who did it.
    thanks: Option<Html>,
    together: Option<Html>,
    council: Option<Html>,
    /// The estimate of a rule that is proposed, and what came of it.
    proposal: Option<Html>,
    journal: String,
    /// Where what was left without an account is erased.
    erase: Option<String>,
}

/// The part that moves; fetched again alone when it does.
#[derive(Template)]
#[template(path = "matter_course.html")]
struct Course {
    element: String,
    src: String,
    title: String,
    meta: Meta<'static>,
    tag: Option<Tag<'static>>,
    words: Option<String>,
    photos: Vec<Html>,
    bridge: Bridge<'static>,
    holder: Holder<'static>,
    notice: Option<Notice<'static>>,
}

struct EntryForm {
    action: String,
    kind: Choices<'static>,
    to: Html,
    plan: Html,
    words: Field<'static>,
    submit: Submit<'static>,
}

struct AnswerForm {
    action: String,
    note: Field<'static>,
    proof: Option<Field<'static>>,
}

/// Who may be asked something, and who may be asked to do something.
type Named = (Vec<OrgRow>, Vec<OrgRow>);

/// Whose page it is.
#[derive(Clone)]
pub(crate) enum Door {
    /// `/m/NUMBER`
    Number(String),
    /// `/r/ACT/LINK`
    Link(ActId, String),
}

impl Door {
    pub(crate) fn path(&self) -> String {
        match self {
            Self::Number(no) => url(no),
            Self::Link(act, link) => format!("/r/{act}/{link}"),
        }
    }
}

/// `GET /m/{no}`
pub async fn by_number(visit: Visit, Path(no): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    show(&visit, &Door::Number(no), asked.new == 1, &Fields::empty(visit.lang)).await
}

/// `GET /r/{act}/{link}`
pub async fn by_link(
    visit: Visit,
    Path((act, link)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let act = visit.link().filter(|a| a.to_string() == act).ok_or(Trouble::NotFound)?;
    show(&visit, &Door::Link(act, link), asked.new == 1, &Fields::empty(visit.lang)).await
}

/// Finds the matter and with whose eye it is seen here.
fn find(
    r: &mut lianxin_store::Read<'_>,
    door: &Door,
    sight: &Sight,
    person: Option<lianxin_base::PersonId>,
) -> Result<(Matter, Eye), lianxin_store::Stop> {
    let (m, eye) = match door {
        Door::Link(act, _) => (store::by_report(r, *act)?, Some(Eye::Reporter)),
        Door::Number(no) => (store::public_by_no(r, no)?, None),
    };
    let m = m.ok_or(Refusal::NoMatter)?;
    let eye = eye.unwrap_or(match person {
        Some(p) if m.reporter == Some(p) => Eye::Reporter,
        _ if m.in_scope(&sight.scope) => sight.eye(&m),
        Some(_) => Eye::Resident,
        None => Eye::Public,
    });
    Ok((m, eye))
}

pub(crate) async fn show(visit: &Visit, door: &Door, new: bool, fields: &Fields) -> Result<Response, Trouble> {
    let (person, lang, now) = (visit.person(), visit.lang, visit.now());
    let (at, sight) = (door.clone(), sight(visit));
    let found = visit
        .read(move |r| {
            let (m, eye) = find(r, &at, &sight, person)?;
            let leaf = receipt(r, m.act)?;
            let council = crate::meeting::pages::block(r, &m, lang, now)?;
            let thanks = (thanks::stand(r, &m, &at, person)?, crate::poll::pages::stand(r, &m, person, now)?);
            let proposal = crate::path::propose::block(r, &m, lang, now)?;
            let asked = (crate::question::parties(r, &m, now.day())?, crate::course::parties(r, m.area, now.day())?);
            let beside = (join::stand(r, &m, person)?, merge::together(r, &m)?, (council, (proposal, asked)), thanks);
            Ok((see(r, m, eye, lang, now)?, leaf, beside))
        })
        .await;
    let (seen, leaf, (stand, together, (council, (proposal, asked)), (thanks, poll))) = match found {
        Err(Trouble::Refused(no)) if no.code() == "council.no_matter" => return Err(Trouble::NotFound),
        other => other?,
    };
    let element = seen.m.element();
    let course = course(visit, door, &seen);
    if visit.fragment() == Some(element.as_str()) {
        return Ok(visit.page("", Kind::Phone).fragment(&course));
    }
    let title = seen.title.clone();
    let page = visit.page(&title, Kind::Phone).tab(if seen.eye == Eye::Reporter { Tab::Mine } else { Tab::Board });
    let page = if fields.good() { page.live() } else { page.wrong() };
    let joined = join::block(visit, &seen.m, stand, fields, !speaks(visit, &seen))
        .filter(|_| !seen.is_told())
        .map(|b| Html::of(&b));
    let together = merge::block(visit, &together).map(|b| Html::of(&b));
    let thanks = thanks::block(visit, door, &thanks).filter(|_| !seen.is_told());
    let body = View {
        join: joined,
        together,
        council,
        proposal,
        poll: crate::poll::pages::block(visit, &seen, &poll, fields),
        thanks,
        ..body(visit, door, &seen, leaf.filter(|_| new && seen.eye == Eye::Reporter), fields, (&course, &asked))
    };
    Ok(page.view(&body))
}

fn course(visit: &Visit, door: &Door, seen: &Seen) -> Course {
    let (lang, t, m) = (visit.lang, t(visit.lang), &seen.m);
    let told = seen.is_told();
    let notice = match (seen.eye, m.publication) {
        _ if told => Some(t.msg_told_notice()),
        (Eye::Public | Eye::Resident, Publicity::Waiting) => Some(t.msg_words_waiting()),
        (Eye::Public | Eye::Resident, Publicity::Kept) => Some(t.msg_words_kept()),
        (Eye::Reporter, _) if seen.about.is_some() => seen.about.clone(),
        (Eye::Reporter, Publicity::Waiting) if m.verified => Some(t.msg_words_waiting_yours()),
        _ => None,
    };
    let at = when(lang, m.reported_at, seen.now);
    let link = matches!(door, Door::Link(..)).then(|| door.path());
    Course {
        element: m.element(),
        src: door.path(),
        title: seen.title.clone(),
        meta: Meta::of([m.no.clone(), view::category_name(lang, seen.category), if told { String::new() } else { at }]),
        tag: tag(lang, &seen.terms, m.due(), m.ended_at.is_some(), seen.now),
        words: seen.words.clone(),
        photos: galleries(lang, seen, link.as_deref()),
        bridge: bridge(lang, seen),
        holder: holder(lang, seen),
        notice: notice.map(|n| Notice::new(NoticeKind::Info, n)),
    }
}

/// Whether the visitor may say something while it is talked over.
fn speaks(visit: &Visit, seen: &Seen) -> bool {
    let talking = seen.m.stage == "deliberate" && seen.m.ended_at.is_none();
    talking && visit.person().is_some() && (seen.is_shown() || seen.eye == Eye::Reporter)
}

fn body(
    visit: &Visit,
    door: &Door,
    seen: &Seen,
    leaf: Option<Receipt>,
    fields: &Fields,
    (course, asked): (&Course, &Named),
) -> View {
    let (lang, t, m) = (visit.lang, t(visit.lang), &seen.m);
    let told = seen.is_told();
    let may_answer = m.step == "feedback" && seen.eye == Eye::Reporter;
    let entry = speaks(visit, seen).then(|| entry_form(visit, &m.no, asked, fields));
    let raise = crate::raise::pages::block(visit, door, seen, fields);
    View {
        t,
        back: Back::new(if visit.person().is_some() { "/mine" } else { "/board" }, t.msg_back()),
        receipt: leaf.map(|leaf| receipt_card(visit, seen, &leaf)),
        summary: (!fields.good()).then(|| fields.summary()),
        draft: if fields.good() { None } else { draft(seen, fields, raise.is_some(), entry.is_some()) },
        course: Html::of(course),
        told,
        way: (!told).then(|| crate::path::way::block(lang, seen)),
        log: log(lang, seen),
        unread: (seen.unread_entries > 0).then(|| t.msg_entries_for_residents(seen.unread_entries)),
        csrf: visit.token().to_owned(),
        entry,
        answer: may_answer.then(|| answer_form(visit, door, m, fields)),
        parts: crate::part::pages::block(lang, seen, false),
        raise,
        quote: crate::quote::pages::block(visit, seen, Some(door), fields),
        join: None,
        poll: None,
        thanks: None,
        together: None,
        council: None,
        proposal: None,
        journal: format!("/journal/{}", m.act),
        erase: (matches!(door, Door::Link(..)) && !m.verified).then(|| format!("{}/erase", door.path())),
    }
}

/// What was typed and has no form now: another moved the matter meanwhile.
fn draft(seen: &Seen, fields: &Fields, raises: bool, speaks: bool) -> Option<String> {
    let asks = seen.m.step == "feedback" || (seen.m.step == crate::quote::STEP && seen.eye == Eye::Reporter);
    let typed = |name: &str, held: bool| Some(fields.raw(name).trim()).filter(|typed| !held && !typed.is_empty());
    typed("note", asks || raises).or_else(|| typed("words", speaks)).map(ToOwned::to_owned)
}

fn receipt_card(visit: &Visit, seen: &Seen, leaf: &Receipt) -> components::Receipt<'static> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let until = seen.m.due_at.map_or_else(String::new, |due| by_day(lang, due, seen.now));
    let pin = visit.house.keys().pin(leaf.act);
    let fresh = seen.now.micros() - leaf.at.micros() < PIN_SHOWN;
    let more = if visit.person().is_some() || !fresh {
        Html::default()
    } else {
        Html::of(&Notice::new(NoticeKind::Warn, t.msg_receipt_keep_link(&pin)))
    };
    components::Receipt {
        lang,
        title: "".into(),
        number: Some(seen.m.no.clone().into()),
        says: t.msg_receipt_says(&seen.holder.name, &until).into(),
        qr: proof_code(visit, leaf),
        file: format!("/api/v1/receipts/{}", leaf.act).into(),
        leaf: leaf.hash_text().chars().take(10).collect::<String>().into(),
        at: when(lang, leaf.at, seen.now).into(),
        next: None,
        more,
    }
}

fn entry_form(visit: &Visit, no: &str, (asked, doers): &Named, fields: &Fields) -> EntryForm {
    let (lang, t) = (visit.lang, t(visit.lang));
    // Nothing is chosen for them: who only types a worry is not in favour.
    let mut kind = Choices::new(lang, Look::Chips, "kind", t.msg_entry_kind())
        .required()
        .chosen(fields.raw("kind").to_owned())
        .error(fields.fault("kind"));
    for k in EntryKind::ALL {
        kind = kind.item(Choice::new(k.name(), entry_name(lang, *k)));
    }
    let words = Field::new(lang, "words", t.msg_entry_words())
        .kind(FieldKind::Area)
        .value(fields.raw("words").to_owned())
        .error(fields.fault("words"))
        .required()
        .max(WORDS_MAX as u32);
    let to = crate::question::pages::whom_field(lang, asked, Some(fields));
    let plan = crate::plan::pages::fields(lang, doers, Some(fields));
    EntryForm { action: format!("{}/entry", url(no)), kind, to, plan, words, submit: Submit::new(t.msg_entry_send()) }
}

/// An entry's kind in words.
pub(crate) fn entry_name(lang: lianxin_base::Lang, k: EntryKind) -> String {
    let t = t(lang);
    match k {
        EntryKind::Support => t.msg_entry_support(),
        EntryKind::Worry => t.msg_entry_worry(),
        EntryKind::Ask => t.msg_entry_ask(),
        EntryKind::Propose => t.msg_entry_propose(),
    }
}

fn answer_form(visit: &Visit, door: &Door, m: &Matter, fields: &Fields) -> AnswerForm {
    let (lang, t) = (visit.lang, t(visit.lang));
    let note = Field::new(lang, "note", t.msg_answer_note())
        .kind(FieldKind::Area)
        .hint(t.msg_answer_note_hint())
        .value(fields.raw("note").to_owned())
        .error(fields.fault("note"))
        .max(WORDS_MAX as u32);
    let proof = matches!(door, Door::Link(..)).then(|| proof_field(lang, m, fields));
    AnswerForm { action: format!("{}/feedback", door.path()), note, proof }
}

/// What shows that somebody with the link is who brought it in.
pub(crate) fn proof_field(lang: lianxin_base::Lang, m: &Matter, fields: &Fields) -> Field<'static> {
    let t = t(lang);
    let label = if m.phone_tail.is_some() { t.msg_proof_tail() } else { t.msg_proof_pin() };
    Field::new(lang, "proof", label).kind(FieldKind::Number).error(fields.fault("proof")).required().max(6)
}

/// `POST /m/{no}/entry`
pub async fn say_entry(visit: Visit, Path(no): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (scope, asked) = (visit.scope(), no.clone());
    let theirs = visit.read(move |r| {
        let m = store::public_by_no(r, &asked)?;
        Ok(m.is_some_and(|m| may_speak(&m, &scope)))
    });
    if !theirs.await? {
        return Err(Trouble::NotFound);
    }
    let kind = fields.choice("kind", &["support", "worry", "ask", "propose"]).and_then(|k| k.parse().ok());
    let words = fields.text("words", WORDS_MAX);
    let to = crate::question::pages::named(&mut fields);
    let plan = crate::plan::pages::named(&mut fields);
    let door = Door::Number(no.clone());
    let (true, Some(kind)) = (fields.good(), kind) else { return show(&visit, &door, false, &fields).await };
    let new = NewEntry { no, kind, words, photos: Vec::new(), to, plan };
    let who = author(&visit, visit.act_id(), None);
    let done = visit
        .act_once(nowhere(), fields.token(), move |tx, token| entry(tx, &Author { token, ..who.clone() }, &new))
        .await;
    finish(&visit, door, done, fields).await
}

/// Whoever brought a matter in, at one of its forms: their page, its number, what they reach.
pub(crate) type Bringer = (Door, String, Scope);

/// Signed in, and it is theirs.
pub(crate) async fn bringer(visit: &Visit, no: String) -> Result<Bringer, Trouble> {
    let scope = visit.person().map_or(Scope::Public, Scope::Own);
    let (own, asked) = (scope.clone(), no.clone());
    visit.read(move |r| Ok(store::by_no(r, &own, &asked)?)).await?.ok_or(Trouble::NotFound)?;
    Ok((Door::Number(no.clone()), no, scope))
}

/// With the link of the receipt; where the phone's last four digits or the PIN do not fit, the fields say so.
pub(crate) async fn bringer_by_link(visit: &Visit, link: String, fields: &mut Fields) -> Result<Bringer, Trouble> {
    let act = visit.link().ok_or(Trouble::NotFound)?;
    let m = proven(visit, act, fields).await?;
    Ok((Door::Link(act, link), m.no, Scope::Everything))
}

/// `POST /m/{no}/feedback`
pub async fn answer(visit: Visit, Path(no): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    let who = bringer(&visit, no).await?;
    answered(&visit, who, fields).await
}

/// `POST /r/{act}/{link}/feedback`: the link shows; saying 办好了 asks for proof.
pub async fn answer_by_link(
    visit: Visit,
    Path((_, link)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let who = bringer_by_link(&visit, link, &mut fields).await?;
    answered(&visit, who, fields).await
}

/// The matter of a link, if what shows whose it is fits; else the fields say so.
async fn proven(visit: &Visit, act: ActId, fields: &mut Fields) -> Result<Matter, Trouble> {
    visit.take_for(Limit::PIN, &format!("{act} {}", visit.source().key()))?;
    visit.take_for(Limit::PIN_LINK, &act.to_string())?;
    let m = visit.read(move |r| Ok(store::by_report(r, act)?)).await?.ok_or(Trouble::NotFound)?;
    let proof = fields.line("proof", 12);
    let known = m.phone_tail.as_deref() == Some(proof.as_str()) || visit.house.keys().pin_is(act, &proof);
    if fields.good() && !known {
        fields.refuse(&Refusal::WrongProof);
    }
    Ok(m)
}

async fn answered(visit: &Visit, (door, no, scope): Bringer, mut fields: Fields) -> Result<Response, Trouble> {
    let good = fields.choice("answer", &["good", "again"]) == Some("good");
    let words = fields.opt_text("note", WORDS_MAX).unwrap_or_default();
    if !fields.good() {
        return show(visit, &door, false, &fields).await;
    }
    let new = NewFeedback { no, good, words, how: None };
    let who = Author { scope, ..author(visit, visit.act_id(), None) };
    let done = visit
        .act_once(nowhere(), fields.token(), move |tx, token| {
            let author = Author { token, ..who.clone() };
            let area = load(tx, &author, &new.no)?.area;
            let terms = terms(tx, area)?;
            feedback(tx, &terms, &author, &new)
        })
        .await;
    finish(visit, door, done, fields).await
}

pub(crate) async fn finish(
    visit: &Visit,
    door: Door,
    done: Result<Receipt, Trouble>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    match done {
        Ok(_) => Ok(visit.to(&door.path())),
        Err(Trouble::Refused(no)) if no.code() == "council.no_matter" => Err(Trouble::NotFound),
        Err(Trouble::Refused(no)) => {
            fields.refuse(no.as_ref());
            show(visit, &door, false, &fields).await
        }
        Err(other) => Err(other),
    }
}
