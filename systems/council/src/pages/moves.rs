//! What the desk sends: every move of a matter. What is refused comes back with everything that was typed.

use super::desk::masks::chosen as chosen_photos;
use super::desk::{Asked, Form, Sent, TALK, show, with};
use super::{author, desk_url, sight};
use crate::about::{self, Whom};
use crate::caps;
use crate::collect::{NewDispatch, NewNote, decline, dispatch};
use crate::course::{Author, Terms, terms};
use crate::deliberate::{NewDecision, NewEntry, decision, entry};
use crate::extend::{NewExtension, extension};
use crate::feedback::{HOW, NewFeedback, feedback};
use crate::part::{self, NewPart};
use crate::pause::{NewPause, pause, resumption};
use crate::plan;
use crate::publish::{NewPublication, publication, publication_above};
use crate::question;
use crate::quote::{self, NewAnswer, NewQuote};
use crate::raise::{self, NewRaise};
use crate::rules::{Refusal, TITLE_MAX, WORDS_MAX};
use crate::solve::{completion, send_back, transfer};
use crate::store::{Matter, by_no};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use lianxin_base::{ActId, Day, Fen, OrgId};
use lianxin_gate::{Capability, Gate};
use lianxin_journal::Receipt;
use lianxin_store::{Stop, Tx};
use lianxin_web::photos::{PHOTOS, Photo, photos};
use lianxin_web::{Fields, Route, Trouble, Visit};
use std::str::FromStr;

const FORMS: &[(&str, Capability, Form)] = &[
    ("/desk/{no}/dispatch", caps::LOOK, Form::Dispatch),
    ("/desk/{no}/decline", caps::LOOK, Form::Decline),
    ("/desk/{no}/decision", caps::DECIDE, Form::Decision),
    ("/desk/{no}/entry", caps::DESK, Form::Entry),
    ("/desk/{no}/completion", caps::WORK, Form::Completion),
    ("/desk/{no}/return", caps::WORK, Form::Return),
    ("/desk/{no}/extension", caps::WORK, Form::Extension),
    ("/desk/{no}/pause", caps::WORK, Form::Pause),
    ("/desk/{no}/resumption", caps::WORK, Form::Resumption),
    ("/desk/{no}/quote", caps::WORK, Form::Quote),
    ("/desk/{no}/consent", caps::BEHALF, Form::Consent),
    ("/desk/{no}/part", caps::WORK, Form::Part),
    ("/desk/{no}/raise", caps::BEHALF, Form::Raise),
    ("/desk/{no}/transfer", caps::LOOK, Form::Transfer),
    ("/desk/{no}/feedback", caps::BEHALF, Form::Feedback),
    ("/desk/{no}/publication", caps::LOOK, Form::Publication),
    ("/desk/{no}/show", caps::WORK, Form::Show),
    ("/desk/{no}/about", caps::LOOK, Form::About),
    ("/desk/{no}/take", caps::WORK, Form::Take),
    ("/desk/{no}/answer", caps::DESK, Form::Answer),
];

/// Where the desk's forms go. Asked for as a page (a reload, another language after a refusal), each leads back to
/// its matter.
pub fn routes() -> Vec<Route> {
    let both = |&(path, cap, form): &(&'static str, Capability, Form)| {
        let send = move |v: Visit, p: Path<String>, f: Fields| send(form, v, p, f);
        let open = move |v: Visit, p: Path<String>| open(form, v, p);
        let send = Route::post(path, Gate::Can(cap), send);
        let send = if form.takes_photos() { send.files(PHOTOS) } else { send };
        [Route::get(path, Gate::Can(cap), open), send]
    };
    FORMS.iter().flat_map(both).collect()
}

/// A form asked for as a page: on to its matter, if that is there for this seat.
async fn open(form: Form, visit: Visit, Path(no): Path<String>) -> Result<Response, Trouble> {
    let (scope, asked) = (visit.scope(), no.clone());
    visit.read(move |r| Ok(by_no(r, &scope, &asked)?)).await?.ok_or(Trouble::NotFound)?;
    Ok(visit.to(&with(&desk_url(&no), &[&wanted(form)])))
}

fn wanted(form: Form) -> String {
    format!("do={}", form.name())
}

/// A form that has been read.
enum Deed {
    Dispatch(NewDispatch),
    Decline(NewNote),
    Decision(NewDecision),
    Entry(NewEntry),
    Completion(NewNote, Option<Fen>, Vec<Photo>),
    Return(NewNote),
    Extension(NewExtension),
    Pause(NewPause),
    Resumption(String, Option<i64>),
    Transfer(NewNote, OrgId),
    Quote(NewQuote),
    Consent(NewAnswer),
    Part(NewPart),
    Raise(NewRaise),
    Feedback(NewFeedback, Option<i64>),
    /// `true`: by who stands in the community's place.
    Publication(NewPublication, bool),
    About(String, Option<i64>, Option<Whom>),
    Take(NewDispatch),
    Answer(String, ActId, String),
}

async fn send(form: Form, visit: Visit, Path(no): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (scope, asked_no) = (visit.scope(), no.clone());
    let m = visit.read(move |r| Ok(by_no(r, &scope, &asked_no)?)).await?.ok_or(Trouble::NotFound)?;
    if form == Form::Decision && fields.has(plan::pages::TAKE) {
        return take_over(&visit, &m, fields).await;
    }
    let came = if form.takes_photos() { photos(&visit, &mut fields).await? } else { Vec::new() };
    let deed = read(&visit, form, &no, &mut fields, came).filter(|_| fields.good());
    let Some(deed) = deed else { return back(&visit, no, form, &fields, StatusCode::UNPROCESSABLE_ENTITY).await };
    let deed = match deed {
        Deed::Publication(new, above) if new.shown.is_some() => {
            let photos = chosen_photos(&visit, &m, &fields).await?;
            Deed::Publication(NewPublication { photos, ..new }, above)
        }
        other => other,
    };
    let (area, who) = (m.area, author(&visit, visit.act_id(), None));
    let done = visit
        .act_once(area, fields.token(), move |tx, token| {
            let terms = terms(tx, area)?;
            deed.run(tx, &terms, &Author { token, ..who.clone() })
        })
        .await;
    match done {
        Ok(_) => on(&visit, no, form, &fields).await,
        Err(Trouble::Refused(why)) if why.status() == 404 => Err(Trouble::NotFound),
        Err(Trouble::Refused(why)) => {
            fields.refuse(why.as_ref());
            let status = StatusCode::from_u16(why.status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
            back(&visit, no, form, &fields, status).await
        }
        Err(other) => Err(other),
    }
}

/// The decision's form once more, with what the pressed proposal says in it. Nothing is recorded.
async fn take_over(visit: &Visit, m: &Matter, mut fields: Fields) -> Result<Response, Trouble> {
    let (at, eye, lang) = (m.clone(), sight(visit).eye(m), visit.lang);
    let offers = visit.read(move |r| Ok(plan::pages::offers_of(r, &at, eye, lang)?)).await?;
    let status = if plan::pages::take(&mut fields, &offers, "") { StatusCode::OK } else { StatusCode::CONFLICT };
    if status == StatusCode::CONFLICT {
        fields.refuse(&plan::Refusal::Gone);
    }
    back(visit, m.no.clone(), Form::Decision, &fields, status).await
}

/// The pane with the form as it was sent.
async fn back(visit: &Visit, no: String, form: Form, fields: &Fields, status: StatusCode) -> Result<Response, Trouble> {
    let asked = Asked::of_list(fields.raw("list"));
    show(visit, Some(no), &asked, Some(&Sent { form, fields, status })).await
}

/// On to the matter, or to the list when it is no longer this seat's to see.
async fn on(visit: &Visit, no: String, form: Form, fields: &Fields) -> Result<Response, Trouble> {
    let (scope, asked_no) = (visit.scope_for(caps::DESK), no.clone());
    let still = visit.read(move |r| Ok(by_no(r, &scope, &asked_no)?.is_some())).await?;
    let here = if still { desk_url(&no) } else { "/desk".to_owned() };
    let list = Asked::of_list(fields.raw("list")).list();
    Ok(visit.to(&with(&here, &[&list, &format!("said={}", form.name())])))
}

fn read(visit: &Visit, form: Form, no: &str, fields: &mut Fields, photos: Vec<Photo>) -> Option<Deed> {
    // A form without the number of hops is none of ours: it is treated like an old one.
    let seen = Some(fields.raw("hops").parse().unwrap_or(-1));
    let no = no.to_owned();
    let note = |fields: &mut Fields| fields.opt_text("note", WORDS_MAX).unwrap_or_default();
    Some(match form {
        Form::Dispatch => Deed::Dispatch(read_dispatch(no, seen, fields, false)?),
        Form::Decline => Deed::Decline(NewNote { no, seen, words: note(fields) }),
        Form::Decision => {
            let words = note(fields);
            let executor = chosen(fields, "executor", &Refusal::NoExecutor);
            let deadline = deadline(fields);
            let limit = money(fields, "limit").unwrap_or_else(|no| {
                fields.refuse(&no);
                None
            });
            let (executor, deadline) = (executor?, deadline?);
            Deed::Decision(NewDecision { no, seen, words, executor, deadline, limit, council: None })
        }
        Form::Entry => {
            let kind = chosen(fields, "kind", &Refusal::NoWords);
            let words = fields.opt_text("words", WORDS_MAX).unwrap_or_default();
            let to = question::pages::named(fields);
            let plan = plan::pages::named(fields);
            Deed::Entry(NewEntry { no, kind: kind?, words, photos, to, plan })
        }
        Form::Completion => {
            let cost = quote::pages::price(fields);
            Deed::Completion(NewNote { no, seen, words: note(fields) }, cost, photos)
        }
        Form::Quote => Deed::Quote(quote::pages::read_quote(no, seen, fields)?),
        Form::Consent => Deed::Consent(quote::pages::read_answer(no, seen, fields)?),
        Form::Return => Deed::Return(NewNote { no, seen, words: note(fields) }),
        Form::Extension => {
            let words = note(fields);
            Deed::Extension(NewExtension { no, seen, words, deadline: deadline(fields)? })
        }
        Form::Pause => {
            let reason = fields.id("reason");
            let words = note(fields);
            Deed::Pause(NewPause { no, seen, reason: reason?, words, until: deadline(fields)? })
        }
        Form::Resumption => Deed::Resumption(no, seen),
        Form::Raise => Deed::Raise(raise::pages::read(visit, no, fields)?),
        Form::Part => {
            let executor = chosen(fields, "executor", &Refusal::NoExecutor);
            let day = deadline(fields);
            Deed::Part(part::pages::read(no, executor, day, fields)?)
        }
        Form::Transfer => {
            let executor = chosen(fields, "executor", &Refusal::NoExecutor);
            let words = note(fields);
            Deed::Transfer(NewNote { no, seen, words }, executor?)
        }
        Form::Feedback => {
            let good = fields.choice("answer", &["good", "again"]);
            let how = fields.choice("how", HOW).map(ToOwned::to_owned);
            let words = note(fields);
            Deed::Feedback(NewFeedback { no, good: good? == "good", words, how }, seen)
        }
        Form::Publication => Deed::Publication(read_publication(no, fields)?, false),
        Form::Show => Deed::Publication(read_publication(no, fields)?, true),
        Form::About => Deed::About(no, seen, about::pages::read(fields)?),
        Form::Take => Deed::Take(read_dispatch(no, seen, fields, true)?),
        Form::Answer => {
            let asked = fields.raw("question").parse().ok();
            if asked.is_none() {
                fields.refuse(&question::Refusal::NoQuestion);
            }
            let words = note(fields);
            Deed::Answer(no, asked?, words)
        }
    })
}

/// What it may cost at most, in yuan; nothing if nothing was written, a refusal if it is no sum.
pub(crate) fn money(fields: &mut Fields, name: &str) -> Result<Option<Fen>, Refusal> {
    match fields.opt_line(name, 20) {
        Some(typed) if !typed.is_empty() => {
            Fen::parse(&typed).filter(|fen| fen.0 > 0).map(Some).ok_or(Refusal::BadLimit)
        }
        _ => Ok(None),
    }
}

/// The day by which something is to be done; without one the rule's own sentence.
fn deadline(fields: &mut Fields) -> Option<Day> {
    if fields.has("deadline") {
        return fields.day("deadline");
    }
    fields.refuse(&Refusal::NoDeadline);
    None
}

/// `own`: nobody is asked who does it, whoever takes it over does.
fn read_dispatch(no: String, seen: Option<i64>, fields: &mut Fields, own: bool) -> Option<NewDispatch> {
    let title = fields.opt_line("title", TITLE_MAX).unwrap_or_default();
    let category = chosen(fields, "category", &Refusal::UnknownCategory);
    let pace = fields.id("pace");
    let talk = own || fields.raw("executor") == TALK;
    let executor = if talk { None } else { Some(chosen(fields, "executor", &Refusal::NoExecutor)?) };
    Some(NewDispatch { no, seen, title, category: category?, pace: pace?, executor })
}

fn read_publication(no: String, fields: &mut Fields) -> Option<NewPublication> {
    if fields.choice("show", &["yes", "no"])? == "no" {
        return Some(NewPublication { no, shown: None, photos: Vec::new() });
    }
    let title = fields.opt_line("title", TITLE_MAX).unwrap_or_default();
    let words = fields.opt_text("words", WORDS_MAX).unwrap_or_default();
    Some(NewPublication { no, shown: Some((title, words)), photos: Vec::new() })
}

/// One of the values a page of ours offered; the rule's own sentence if it is none.
fn chosen<T: FromStr>(fields: &mut Fields, name: &str, none: &Refusal) -> Option<T> {
    let found = fields.raw(name).parse().ok();
    if found.is_none() {
        fields.refuse(none);
    }
    found
}

impl Deed {
    fn run(&self, tx: &mut Tx<'_>, terms: &Terms, author: &Author) -> Result<Receipt, Stop> {
        match self {
            Self::Dispatch(new) => dispatch(tx, terms, author, new),
            Self::Decline(new) => decline(tx, terms, author, new),
            Self::Decision(new) => decision(tx, terms, author, new),
            Self::Entry(new) => entry(tx, author, new),
            Self::Completion(new, cost, photos) => completion(tx, terms, author, new, *cost, photos),
            Self::Quote(new) => quote::quote(tx, terms, author, new),
            Self::Consent(new) => quote::answer(tx, terms, author, new),
            Self::Raise(new) => raise::raise(tx, terms, author, new),
            Self::Part(new) => part::give(tx, terms, author, new),
            Self::Return(new) => send_back(tx, terms, author, new),
            Self::Extension(new) => extension(tx, terms, author, new),
            Self::Pause(new) => pause(tx, terms, author, new),
            Self::Resumption(no, seen) => resumption(tx, terms, author, no, *seen),
            Self::Transfer(new, executor) => transfer(tx, terms, author, new, *executor),
            Self::Feedback(new, seen) => {
                // An answer to an earlier round of work is no answer to this one.
                if by_no(tx, &author.scope, &new.no)?.is_some_and(|m| Some(m.hops) != *seen) {
                    return Err(Refusal::MovedMeanwhile.into());
                }
                feedback(tx, terms, author, new)
            }
            Self::Publication(new, true) => publication_above(tx, author, new),
            Self::Publication(new, false) => publication(tx, author, new),
            Self::About(no, seen, whom) => about::say(tx, terms, author, (no, *seen), *whom),
            Self::Take(new) => about::take_over(tx, terms, author, new),
            Self::Answer(no, asked, words) => question::answer(tx, author, no, (*asked, words)),
        }
    }
}
