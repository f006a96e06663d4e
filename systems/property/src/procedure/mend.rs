//! `…/mend`: the last step is taken back where it was noted wrongly, or the whole is given up, as where a company comes after all or
//! the street refuses; each with a reason that everybody reads in the record.

use super::pages::{Shown, found, own, url};
use super::rules::WORDS_MAX;
use super::{Procedure, Steps, give_up, store, undo};
use crate::assembly::pages::{author, on};
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{ActId, Moment};
use lianxin_journal::{Act, Leaf, Recorded};
use lianxin_store::{Fault, Tx};
use lianxin_web::components::{Back, ErrorSummary, Field, FieldKind};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};
use std::marker::PhantomData;

/// 记错了，收回最后一步.
pub(crate) struct StepUndone<P: Procedure> {
    pub(super) id: ActId,
    pub(super) step: P::Step,
    pub(super) words: String,
    pub(super) reminds: Option<Moment>,
}

impl<P: Procedure> Act for StepUndone<P> {
    const KIND: &'static str = P::KINDS[1];

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text(P::ID, self.id);
        leaf.text("step", self.step.name());
        leaf.opt_int("reminds", self.reminds.map(Moment::micros));
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of(P::ID)?;
        store::undo::<P>(tx, id, rec.text("step")?)?;
        tx.moved(format!("k-{id}"));
        P::remind(tx, rec, id)
    }
}

/// 不办了.
pub(crate) struct GivenUp<P> {
    id: ActId,
    words: String,
    of: PhantomData<P>,
}

impl<P: Procedure> GivenUp<P> {
    pub(super) fn new(id: ActId, words: &str) -> Self {
        Self { id, words: words.to_owned(), of: PhantomData }
    }
}

impl<P: Procedure> Act for GivenUp<P> {
    const KIND: &'static str = P::KINDS[2];

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text(P::ID, self.id);
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of(P::ID)?;
        store::off::<P>(tx, id, rec)?;
        tx.moved(format!("k-{id}"));
        P::remind(tx, rec, id)
    }
}

#[derive(Template)]
#[template(path = "procedure_mend.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    /// What this page is called, and what it is about.
    name: String,
    title: String,
    summary: Option<ErrorSummary<'static>>,
    csrf: String,
    /// The last step: its name in words and in the form, where it goes, the reason.
    undo: Option<(String, &'static str, String, Field<'static>)>,
    /// How giving up is called and what it means, where it goes, the reason.
    off: Option<(String, String, String, Field<'static>)>,
}

/// `GET …/mend`
pub(crate) async fn form<P: Shown>(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    show::<P>(&visit, &id, &Fields::empty(visit.lang)).await
}

async fn show<P: Shown>(visit: &Visit, text: &str, fields: &Fields) -> Result<Response, Trouble> {
    let (k, steps) = found::<P>(visit, text).await?;
    if !visit.scope().covers(k.area) {
        return Err(Trouble::NotFound);
    }
    let (lang, t, words) = (visit.lang, t(visit.lang), P::words(visit.lang));
    let field = |name: &'static str| {
        Field::new(lang, name, t.msg_mend_why())
            .kind(FieldKind::Area)
            .value(fields.raw(name).to_owned())
            .error(fields.fault(name))
            .required()
            .max(WORDS_MAX as u32)
    };
    let at = url::<P>(k.id);
    let last = steps.last().filter(|_| !k.off).map(|s| s.step);
    let undo = last
        .map(|step| (t.msg_mend_undo(P::step_name(lang, step)), step.name(), format!("{at}/undo"), field("reason")));
    let title = P::title(lang, k.area_name);
    let view = View {
        t,
        back: Back::new(at.clone(), title.clone()),
        name: words.mend.clone(),
        title,
        summary: (!fields.good()).then(|| fields.summary()),
        csrf: visit.token().to_owned(),
        undo,
        off: k.ended.is_none().then(|| (words.give_up, words.give_up_lead, format!("{at}/off"), field("why"))),
    };
    let page = visit.page(&words.mend, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// `POST …/undo`
pub(crate) async fn send_undo<P: Shown>(
    visit: Visit,
    Path(text): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let (k, _) = own::<P>(&visit, &text).await?;
    let offered: Vec<&'static str> = P::Step::ALL.iter().map(|s| s.name()).collect();
    let step: Option<P::Step> = fields.choice("step", &offered).and_then(|s| s.parse().ok());
    let words = fields.text("reason", WORDS_MAX);
    let Some(step) = step.filter(|_| fields.good()) else { return show::<P>(&visit, &text, &fields).await };
    let (who, id) = (author(&visit), k.id);
    let done = visit.act_once(k.area, fields.token(), move |tx, token| {
        undo::<P>(tx, &Author { token, ..who.clone() }, id, (step, &words))
    });
    match done.await {
        Ok(_) => Ok(on(&visit, &url::<P>(id), "undone")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show::<P>(&visit, &text, &fields).await
        }
    }
}

/// `POST …/off`
pub(crate) async fn send_off<P: Shown>(
    visit: Visit,
    Path(text): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let (k, _) = own::<P>(&visit, &text).await?;
    let words = fields.text("why", WORDS_MAX);
    if !fields.good() {
        return show::<P>(&visit, &text, &fields).await;
    }
    let (who, id) = (author(&visit), k.id);
    let done = visit.act_once(k.area, fields.token(), move |tx, token| {
        give_up::<P>(tx, &Author { token, ..who.clone() }, id, &words)
    });
    match done.await {
        Ok(_) => Ok(on(&visit, &url::<P>(id), "off")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show::<P>(&visit, &text, &fields).await
        }
    }
}
