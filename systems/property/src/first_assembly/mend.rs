//! `/first-assemblies/{first}/mend`: the last step is taken back where it was noted wrongly, or the whole is given up, as where the
//! street refuses; each with a reason that everybody reads.

use super::pages::{found, step_name, url};
use super::rules::{Done, WORDS_MAX, may_give_up, may_undo, reminds};
use super::{Step, remind, store};
use crate::assembly::pages::{author, on};
use crate::refusal::Refusal;
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{ActId, Moment};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use lianxin_web::components::{Back, ErrorSummary, Field, FieldKind};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};

/// 记错了，收回最后一步.
struct StepUndone {
    first: ActId,
    step: Step,
    words: String,
    reminds: Option<Moment>,
}

impl Act for StepUndone {
    const KIND: &'static str = "property.first_undone";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("first", self.first);
        leaf.text("step", self.step);
        leaf.opt_int("reminds", self.reminds.map(Moment::micros));
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("first")?;
        store::undo(tx, id, rec.text("step")?)?;
        tx.moved(format!("k-{id}"));
        remind(tx, rec, id)
    }
}

/// 不办了.
struct GivenUp {
    first: ActId,
    words: String,
}

impl Act for GivenUp {
    const KIND: &'static str = "property.first_off";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("first", self.first);
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("first")?;
        store::off(tx, id, rec)?;
        tx.moved(format!("k-{id}"));
        remind(tx, rec, id)
    }
}

/// The acts of this file.
pub(super) fn kinds() -> [lianxin_journal::Kind; 2] {
    [lianxin_journal::Kind::of::<StepUndone>(), lianxin_journal::Kind::of::<GivenUp>()]
}

/// One the author looks after, with what is done.
fn ours(tx: &mut Tx<'_>, author: &Author, id: ActId) -> Result<(store::First, Done), Stop> {
    let k = store::one(tx, id)?.filter(|k| author.scope.covers(k.area)).ok_or(Refusal::NoFirst)?;
    let steps = store::steps(tx, id)?;
    Ok((k, store::days(&steps)))
}

/// Takes the last step back.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn undo(tx: &mut Tx<'_>, author: &Author, id: ActId, (step, words): (Step, &str)) -> Result<Receipt, Stop> {
    let (k, mut done) = ours(tx, author, id)?;
    may_undo(&done, k.off, step, words)?;
    done.pop();
    let reminds = reminds(k.application.day, &done, tx.now().day());
    Ok(record(tx, author.head(k.area), &StepUndone { first: id, step, words: words.to_owned(), reminds })?)
}

/// Gives the whole up.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn give_up(tx: &mut Tx<'_>, author: &Author, id: ActId, words: &str) -> Result<Receipt, Stop> {
    let (k, _) = ours(tx, author, id)?;
    may_give_up(k.ended.is_some(), words)?;
    Ok(record(tx, author.head(k.area), &GivenUp { first: id, words: words.to_owned() })?)
}

#[derive(Template)]
#[template(path = "first_mend.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    summary: Option<ErrorSummary<'static>>,
    csrf: String,
    /// The last step: its name in words and in the form, where it goes, the reason.
    undo: Option<(String, &'static str, String, Field<'static>)>,
    off: Option<(String, Field<'static>)>,
}

/// `GET /first-assemblies/{first}/mend`
pub(super) async fn form(visit: Visit, Path(first): Path<String>) -> Result<Response, Trouble> {
    show(&visit, &first, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, text: &str, fields: &Fields) -> Result<Response, Trouble> {
    let (k, steps) = found(visit, text).await?;
    if !visit.scope().covers(k.area) {
        return Err(Trouble::NotFound);
    }
    let (lang, t) = (visit.lang, t(visit.lang));
    let field = |name: &'static str| {
        Field::new(lang, name, t.msg_mend_why())
            .kind(FieldKind::Area)
            .value(fields.raw(name).to_owned())
            .error(fields.fault(name))
            .required()
            .max(WORDS_MAX as u32)
    };
    let last = steps.last().filter(|_| !k.off).map(|s| s.step);
    let undo = last.map(|step| {
        (t.msg_mend_undo(step_name(lang, step)), step.name(), format!("{}/undo", url(k.id)), field("reason"))
    });
    let title = t.msg_first_title(k.area_name.clone());
    let view = View {
        t,
        back: Back::new(url(k.id), title.clone()),
        title,
        summary: (!fields.good()).then(|| fields.summary()),
        csrf: visit.token().to_owned(),
        undo,
        off: k.ended.is_none().then(|| (format!("{}/off", url(k.id)), field("why"))),
    };
    let title = t.msg_first_mend();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// The one of a form, in a place the visitor looks after.
async fn own(visit: &Visit, text: &str) -> Result<store::First, Trouble> {
    let (k, _) = found(visit, text).await?;
    if visit.scope().covers(k.area) { Ok(k) } else { Err(Trouble::NotFound) }
}

/// `POST /first-assemblies/{first}/undo`
pub(super) async fn send_undo(
    visit: Visit,
    Path(first): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let k = own(&visit, &first).await?;
    let offered: Vec<&'static str> = Step::ALL.iter().map(|s| s.name()).collect();
    let step: Option<Step> = fields.choice("step", &offered).and_then(|s| s.parse().ok());
    let words = fields.text("reason", WORDS_MAX);
    let Some(step) = step.filter(|_| fields.good()) else { return show(&visit, &first, &fields).await };
    let (who, id) = (author(&visit), k.id);
    let done = visit.act_once(k.area, fields.token(), move |tx, token| {
        undo(tx, &Author { token, ..who.clone() }, id, (step, &words))
    });
    match done.await {
        Ok(_) => Ok(on(&visit, &url(id), "undone")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &first, &fields).await
        }
    }
}

/// `POST /first-assemblies/{first}/off`
pub(super) async fn send_off(visit: Visit, Path(first): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let k = own(&visit, &first).await?;
    let words = fields.text("why", WORDS_MAX);
    if !fields.good() {
        return show(&visit, &first, &fields).await;
    }
    let (who, id) = (author(&visit), k.id);
    let done = visit
        .act_once(k.area, fields.token(), move |tx, token| give_up(tx, &Author { token, ..who.clone() }, id, &words));
    match done.await {
        Ok(_) => Ok(on(&visit, &url(id), "off")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &first, &fields).await
        }
    }
}
