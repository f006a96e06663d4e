//! One matter beside the list: what is known of it, how it went, and what this seat can do next.

use super::forms::{self, Form};
use super::group::group;
use super::list::due_words;
use super::{Asked, Opened, Sent, with};
use crate::left::tag;
use crate::pages::desk_url;
use crate::pages::shots::galleries;
use crate::rules::{Publicity, Source};
use crate::say::{bridge, compared, date, holder, log, shortest, span, stay_name};
use crate::texts::{L10nLanguage, t};
use crate::view::{Eye, Seen, category_name};
use askama::Template;
use lianxin_base::Lang;
use lianxin_web::Visit;
use lianxin_web::components::{Back, Bridge, ErrorSummary, Holder, Html, Link, Log, Meta, Notice, NoticeKind, Tag};

/// The part that is fetched anew when the matter moves. The forms are not in it: what is being typed stays.
#[derive(Template)]
#[template(path = "desk_facts.html")]
pub(super) struct Facts {
    t: &'static L10nLanguage,
    element: String,
    src: String,
    /// Where the pane is drawn anew, once the form beside this part is older than the matter.
    renew: Option<String>,
    meta: Meta<'static>,
    tag: Option<Tag<'static>>,
    title: String,
    words: Option<String>,
    photos: Vec<Html>,
    contact: Meta<'static>,
    came: Meta<'static>,
    bridge: Bridge<'static>,
    holder: Holder<'static>,
    about: Option<String>,
    publication: String,
    log: Log<'static>,
}

pub(super) fn facts(visit: &Visit, asked: &Asked, seen: &Seen) -> Facts {
    let (lang, t, m) = (visit.lang, t(visit.lang), &seen.m);
    let hops = m.hops.to_string();
    let moved = !asked.seen.is_empty() && asked.seen != hops;
    let drawn = if asked.seen.is_empty() { &hops } else { &asked.seen };
    let here = desk_url(&m.no);
    let category = category_name(lang, m.category);
    let place = m.place.clone().filter(|_| seen.eye != Eye::About).unwrap_or_else(|| seen.area.clone());
    Facts {
        t,
        element: m.element(),
        src: with(&here, &[&asked.list(), &format!("seen={}", super::encode(drawn))]),
        renew: moved.then(|| with(&here, &[&asked.list()])),
        meta: Meta::of([m.no.clone(), category, place]),
        tag: tag(lang, &seen.terms, m.due(), m.ended_at.is_some(), seen.now),
        title: seen.title.clone(),
        words: seen.words.clone(),
        photos: galleries(lang, seen, None),
        contact: contact(t, seen),
        came: Meta::of(seen.came.clone()),
        bridge: bridge(lang, seen),
        holder: holder(lang, seen),
        about: seen.about.clone(),
        publication: publication(t, seen),
        log: log(lang, seen),
    }
}

fn contact(t: &'static L10nLanguage, seen: &Seen) -> Meta<'static> {
    let who = seen.contact.as_ref().map(|who| t.msg_desk_contact(who)).unwrap_or_default();
    let behalf = if seen.m.behalf { t.msg_desk_behalf() } else { String::new() };
    let again = if seen.m.reopened > 0 { t.msg_desk_reopened(seen.m.reopened) } else { String::new() };
    Meta::of([who, behalf, again])
}

fn publication(t: &'static L10nLanguage, seen: &Seen) -> String {
    let hidden = seen.photos.iter().filter(|p| p.shown.is_none()).count();
    let photos = if hidden > 0 { t.msg_desk_photos_hidden(hidden) } else { String::new() };
    words(t, seen) + &photos
}

fn words(t: &'static L10nLanguage, seen: &Seen) -> String {
    match seen.m.publication {
        Publicity::Shown => t.msg_desk_is_shown(),
        Publicity::Kept => t.msg_desk_is_kept(),
        Publicity::Waiting => t.msg_desk_is_waiting(),
    }
}

/// A stay in the table of the way.
struct Stay {
    step: String,
    holder: String,
    time: String,
}

#[derive(Template)]
#[template(path = "desk_pane.html")]
pub(super) struct Pane {
    t: &'static L10nLanguage,
    back: Back<'static>,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    /// Why the whole form was refused.
    refused: Vec<String>,
    facts: Html,
    draft: Option<String>,
    /// Where the open form goes, and the form.
    form: Option<(String, Html)>,
    /// Whether it may carry photos.
    with_photos: bool,
    csrf: String,
    hops: String,
    list: String,
    stays: Vec<Stay>,
    shortest: Option<String>,
    compared: Option<String>,
    /// The prices that were named.
    quote: Option<Html>,
    /// Who has which part.
    parts: Option<Html>,
    group: Option<Html>,
    council: Option<Html>,
    joined: Option<Html>,
    together: Option<Html>,
    journal: String,
    others: Vec<Link<'static>>,
}

pub(super) fn pane(visit: &Visit, asked: &Asked, o: &Opened, sent: Option<&Sent<'_>>) -> Pane {
    let (lang, t, seen) = (visit.lang, t(visit.lang), &o.seen);
    let offered = forms::offered(visit, seen);
    let wanted = sent.map(|s| s.form).or_else(|| Form::named(&asked.form));
    let chosen = wanted.filter(|form| offered.contains(form)).or_else(|| forms::usual(&offered, seen));
    // What was typed goes back into its form; where that form is over, it is shown so that it can be copied.
    let kept = sent.filter(|s| chosen == Some(s.form));
    let draft = sent.filter(|s| chosen != Some(s.form)).map(|s| forms::typed(s.fields)).filter(|d| !d.is_empty());
    let told = seen.m.source == Source::Told.name();
    let stays = seen.stretches.iter().map(|s| Stay {
        step: stay_name(lang, s),
        holder: seen.name_of(s.holder).to_owned(),
        time: span(lang, s.working),
    });
    let parts = crate::part::pages::stays(lang, seen).into_iter();
    let stays = stays.chain(parts.map(|(step, holder, time)| Stay { step, holder, time }));
    let here = desk_url(&seen.m.no);
    let other =
        |form: &Form| Link::new(with(&here, &[&asked.list(), &format!("do={}", form.name())]), form.label(lang));
    Pane {
        t,
        back: Back::new(with("/desk", &[&asked.list()]), t.msg_desk_back()),
        said: said(lang, asked, seen).filter(|_| sent.is_none()).map(|text| Notice::new(NoticeKind::Ok, text)),
        summary: sent.filter(|s| s.answers()).map(|s| s.fields.summary()),
        refused: sent.filter(|s| !s.answers()).map(|s| said_no(s.fields)).unwrap_or_default(),
        facts: Html::of(&facts(visit, &Asked { seen: String::new(), ..asked.clone() }, seen)),
        draft,
        form: chosen.map(|form| {
            let drawn = forms::draw(visit, asked, form, o, kept.map(|s| s.fields));
            (forms::action(&seen.m, form), Html::of(&drawn))
        }),
        with_photos: chosen.is_some_and(Form::takes_photos),
        csrf: visit.token().to_owned(),
        hops: hops(seen, kept),
        list: asked.list(),
        stays: if told { Vec::new() } else { stays.collect() },
        shortest: seen.shortest.as_ref().filter(|_| !told).map(|s| shortest(lang, seen, s)),
        compared: compared(lang, seen).filter(|_| !told),
        quote: crate::quote::pages::block(visit, seen, None, &lianxin_web::Fields::empty(lang)),
        parts: crate::part::pages::block(lang, seen, true),
        group: group(visit, o.public.as_ref(), o.quiet).map(|g| Html::of(&g)),
        council: o.council.clone(),
        joined: crate::join::pages::desk_block(visit, &seen.m, o.joined).filter(|_| !told).map(|b| Html::of(&b)),
        together: crate::merge::pages::desk_block(visit, &seen.m, &o.together).map(|b| Html::of(&b)),
        journal: format!("/journal/{}", seen.m.act),
        others: offered
            .iter()
            .filter(|form| chosen != Some(**form))
            .map(other)
            .chain(slip(t, seen))
            .chain(crate::hiding::pages::link(visit, seen))
            .chain(crate::poll::desk::link(visit, seen))
            .collect(),
    }
}

/// The slip that goes along to the place.
fn slip(t: &'static L10nLanguage, seen: &Seen) -> Option<Link<'static>> {
    let works = seen.m.ended_at.is_none() && seen.m.stage == "solve" && seen.eye == Eye::Party;
    works.then(|| Link::new(format!("{}/slip", desk_url(&seen.m.no)), t.msg_slip_go()))
}

fn said_no(fields: &lianxin_web::Fields) -> Vec<String> {
    fields.faults().iter().map(|f| f.say.clone()).collect()
}

/// The hops the form was drawn with. A form that came back for its answers keeps what it saw, so that whoever sends
/// it again still hears that somebody else moved the matter meanwhile.
fn hops(seen: &Seen, kept: Option<&Sent<'_>>) -> String {
    match kept {
        Some(s) if s.answers() => s.fields.raw("hops").to_owned(),
        _ => seen.m.hops.to_string(),
    }
}

/// What the form that was just sent has led to: who has it, and by when.
fn said(lang: Lang, asked: &Asked, seen: &Seen) -> Option<String> {
    let (t, m) = (t(lang), &seen.m);
    let who = seen.holder.short.as_ref().unwrap_or(&seen.holder.name);
    let by = m.due_at.map_or_else(String::new, |due| due_words(lang, due, seen.now));
    let ended = m.ended_at.is_some();
    Some(match (Form::named(&asked.said)?, m.step.as_str()) {
        (Form::Dispatch, "deliberate") => t.msg_desk_said_talk(who, &by),
        (Form::Dispatch | Form::Decision | Form::Transfer, "work") => t.msg_desk_said_work(who, &by),
        (Form::Decline, _) if ended => t.msg_desk_said_decline(),
        (Form::Entry, "deliberate") => t.msg_desk_said_entry(who, &by),
        (Form::Completion, "feedback") => t.msg_desk_said_completion(who, &by),
        (Form::Extension, "work") => t.msg_desk_said_extension(who, &by),
        (Form::Pause, _) if m.step == crate::pause::STEP => {
            t.msg_desk_said_pause(who, m.due_at.map_or_else(String::new, |due| date(lang, due.day(), seen.now)))
        }
        (Form::Resumption, "work") => t.msg_desk_said_resumption(who, &by),
        (Form::Raise, "look") => t.msg_desk_said_raise(who, &by),
        (Form::Part, _) if m.stage == "solve" => t.msg_desk_said_part(who),
        (Form::Quote, crate::quote::STEP) => t.msg_desk_said_quote(who),
        (Form::Consent, "work") => t.msg_desk_said_answer(who, &by),
        (Form::Return, "look") => t.msg_desk_said_return(who, &by),
        (Form::Feedback, _) if ended => t.msg_desk_said_good(),
        (Form::Feedback, "work") => t.msg_desk_said_again(who, &by),
        (Form::About, _) if m.kept_by.is_some() => t.msg_desk_said_about_up(who, &by),
        (Form::About, _) => t.msg_desk_said_about(),
        (Form::Take, "work") => t.msg_desk_said_work(who, &by),
        (Form::Answer, _) => t.msg_question_said(),
        (Form::Publication | Form::Show, _) if m.publication == Publicity::Shown => t.msg_desk_said_shown(),
        (Form::Publication | Form::Show, _) => t.msg_desk_said_kept(),
        _ => return None,
    })
}
