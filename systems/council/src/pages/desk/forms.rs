//! What a seat can do with a matter at the step where it stands: one form at a time, the usual one first.

mod show;

use super::{Asked, Opened, with};
use crate::about;
use crate::caps;
use crate::feedback::HOW;
use crate::pages::desk_url;
use crate::pages::matter::entry_name;
use crate::pause::{Reason, STEP, may_pause, reason_name};
use crate::plan::pages as plan;
use crate::question::pages as question;
use crate::quote;
use crate::raise;
use crate::replies::pages::{picks, tapped};
use crate::rules::{Category, EntryKind, Pace, Publicity, See, Source, TITLE_MAX, WORDS_MAX, may_extend, may_return};
use crate::say::pace_name;
use crate::stay;
use crate::store::Matter;
use crate::texts::t;
use crate::view::{Eye, Seen, category_name};
use askama::Template;
use lianxin_base::{DAY, Lang, Moment, OrgId};
use lianxin_gate::Capability;
use lianxin_web::components::{Choice, Choices, Field, FieldKind, Html, Look, PhotoField};
use lianxin_web::photos::{PHOTO_FIELD, kept};
use lianxin_web::{Fields, Visit};

/// The value of the first choice: nobody does it yet, it is talked over.
pub(crate) const TALK: &str = "talk";
/// How many working days are offered for a decision to be carried out, and for more time.
const DAYS: u32 = 5;

macro_rules! forms {
    ($($name:ident $text:literal $label:ident,)*) => {
        /// A form of the desk.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(crate) enum Form { $($name,)* }
        impl Form {
            /// The last part of its address.
            pub(crate) const fn name(self) -> &'static str { match self { $(Self::$name => $text,)* } }
            /// The form of that name.
            pub(crate) fn named(name: &str) -> Option<Self> { match name { $($text => Some(Self::$name),)* _ => None } }
            /// Its heading.
            pub(crate) fn label(self, lang: Lang) -> String { match self { $(Self::$name => t(lang).$label(),)* } }
        }
    };
}

forms! {
    Dispatch "dispatch" msg_desk_dispatch,
    Decline "decline" msg_desk_decline,
    Decision "decision" msg_desk_decision,
    Entry "entry" msg_desk_entry,
    Completion "completion" msg_desk_completion,
    Return "return" msg_desk_return,
    Extension "extension" msg_desk_extension,
    Pause "pause" msg_desk_pause,
    Resumption "resumption" msg_desk_resumption,
    Quote "quote" msg_desk_quote,
    Consent "consent" msg_desk_consent,
    Part "part" msg_desk_part,
    Raise "raise" msg_desk_raise,
    Transfer "transfer" msg_desk_transfer,
    Feedback "feedback" msg_desk_feedback,
    Publication "publication" msg_desk_publication,
    Show "show" msg_desk_publication,
    About "about" msg_desk_about,
    Take "take" msg_desk_take,
    Answer "answer" msg_question_form,
}

impl Form {
    /// Whether photos may come with it.
    pub(crate) const fn takes_photos(self) -> bool {
        matches!(self, Self::Completion | Self::Entry)
    }
    /// The question that a ready reply answers.
    const fn answers(self) -> &'static str {
        if matches!(self, Self::Dispatch) { "title" } else { "note" }
    }
}

/// What this visitor may send at this step. The rules decide again when it is sent.
pub(super) fn offered(visit: &Visit, seen: &Seen) -> Vec<Form> {
    let m = &seen.m;
    let can = |cap: Capability| m.in_scope(&visit.scope_for(cap));
    if seen.eye == Eye::About {
        return about::pages::offered_to_them(visit, seen);
    }
    let mut all = match (m.ended_at, m.step.as_str()) {
        (Some(_), _)
            if raise::pages::offered(seen) && can(caps::BEHALF) && acts_for(visit, caps::BEHALF) != m.executor =>
        {
            vec![Form::Raise]
        }
        (Some(_), _) => Vec::new(),
        (None, "look") if can(caps::LOOK) => vec![Form::Dispatch, Form::Decline],
        (None, "look") if m.kept_by.is_some() && acts_for(visit, caps::WORK) == m.kept_by => vec![Form::Take],
        (None, "deliberate") if can(caps::DECIDE) => vec![Form::Decision, Form::Entry],
        (None, "deliberate") => vec![Form::Entry],
        (None, "work") if can(caps::WORK) && acts_for(visit, caps::WORK) == Some(m.holder) => {
            let mut all = vec![Form::Completion];
            all.extend(may_come_back(seen).then_some(Form::Return));
            all.extend(may_wait(seen).then_some(Form::Extension));
            all.extend(may_stand(seen).then_some(Form::Pause));
            all.extend(quote::pages::offered(seen).then_some(Form::Quote));
            all
        }
        (None, STEP) if can(caps::WORK) && acts_for(visit, caps::WORK) == Some(m.holder) => {
            let back = may_come_back(seen).then_some(Form::Return);
            let price = quote::pages::offered(seen).then_some(Form::Quote);
            [Form::Resumption, Form::Completion].into_iter().chain(back).chain(price).collect()
        }
        (None, quote::STEP) if can(caps::WORK) && acts_for(visit, caps::WORK) == Some(m.holder) => {
            let back = may_come_back(seen).then_some(Form::Return);
            [Form::Quote, Form::Resumption].into_iter().chain(back).collect()
        }
        (None, quote::STEP) if can(caps::BEHALF) && acts_for(visit, caps::BEHALF) != m.executor => vec![Form::Consent],
        (None, "feedback") if can(caps::BEHALF) && acts_for(visit, caps::BEHALF) != m.executor => vec![Form::Feedback],
        _ => Vec::new(),
    };
    let theirs = can(caps::WORK) && acts_for(visit, caps::WORK) == Some(m.holder);
    if m.ended_at.is_none() && m.stage == "solve" && (theirs || can(caps::LOOK)) {
        all.push(Form::Part);
    }
    if m.ended_at.is_none() && matches!(m.step.as_str(), "work" | STEP) && can(caps::LOOK) {
        all.push(Form::Transfer);
    }
    if !question::own(visit, seen).is_empty() {
        all.insert(usize::from(all.first() == Some(&Form::Decision)), Form::Answer);
    }
    if can(caps::LOOK) && m.ended_at.is_none() && (m.step == "look" || m.about.is_some()) {
        all.push(Form::About);
    }
    if can(caps::LOOK) && (m.publication != Publicity::Kept || may_be_shown(m)) {
        all.push(Form::Publication);
    }
    // Of a complaint about the community nobody of it lets the neighbours read anything: who stands above it does.
    let above = can(caps::WORK) && m.kept_by.is_some() && acts_for(visit, caps::WORK) == m.kept_by;
    if above && seen.eye == Eye::Party && (m.publication != Publicity::Kept || may_be_shown(m)) {
        all.push(Form::Show);
    }
    all
}

/// Whether the day can still be put off.
fn may_wait(seen: &Seen) -> bool {
    may_extend(stay::last(&seen.way.hops), seen.now, seen.m.due_at, later(seen)).is_ok()
}

/// Whether it is not too late to send it back.
fn may_come_back(seen: &Seen) -> bool {
    may_return(stay::began(&seen.way.hops), seen.now, &seen.terms.calendar).is_ok()
}

/// Whether the clock can stand still.
fn may_stand(seen: &Seen) -> bool {
    may_pause(seen.m.pace, seen.now, seen.m.due_at, seen.now.plus(DAY)).is_ok()
}

/// The day that is offered instead of the one by which it is due.
fn later(seen: &Seen) -> Moment {
    let from = seen.m.due_at.unwrap_or(seen.now).day();
    seen.terms.close_of(seen.terms.calendar.add_working_days(from, DAYS))
}

/// The form that is open without being asked for.
pub(super) fn usual(offered: &[Form], seen: &Seen) -> Option<Form> {
    let usual = |form: &&Form| match form {
        Form::Resumption => seen.m.step == STEP,
        Form::Dispatch
        | Form::Take
        | Form::Decision
        | Form::Completion
        | Form::Feedback
        | Form::Consent
        | Form::Answer
        | Form::Entry => true,
        Form::Publication | Form::Show => seen.m.publication == Publicity::Waiting,
        _ => false,
    };
    offered.iter().find(usual).copied()
}

/// The organisation a visitor acts for on a page with this capability.
pub(crate) fn acts_for(visit: &Visit, cap: Capability) -> Option<OrgId> {
    visit.seats().iter().find(|s| visit.house.powers().allow(s.role, cap)).map(|s| s.org)
}

/// The reporter's own wish and an unknown identity stand above the desk.
pub(crate) fn may_be_shown(m: &Matter) -> bool {
    m.see != See::Parties.name() && (m.verified || m.source == Source::Told.name())
}

/// All that was typed, to be copied.
pub(super) fn typed(fields: &Fields) -> String {
    let parts = ["title", "note", "words"].map(|name| fields.raw(name).trim().to_owned());
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A button of a form.
pub(super) struct Button {
    pub(super) label: String,
    pub(super) sends: Option<(&'static str, &'static str)>,
    pub(super) main: bool,
}

/// A form as it stands on the page, without its hidden fields.
#[derive(Template)]
#[template(path = "desk_form.html")]
pub(super) struct Drawn {
    title: String,
    hint: String,
    parts: Vec<Html>,
    buttons: Vec<Button>,
}

/// What a form is drawn from: the matter as it stands, and what was typed if it came back.
struct Draft<'a> {
    visit: &'a Visit,
    o: &'a Opened,
    fields: Option<&'a Fields>,
    /// The question a ready reply answers, and the words it begins with.
    filled: (&'static str, Option<String>),
}

/// Where a form goes.
pub(super) fn action(m: &Matter, form: Form) -> String {
    format!("{}/{}", desk_url(&m.no), form.name())
}

/// Draws a form.
pub(super) fn draw(visit: &Visit, asked: &Asked, form: Form, o: &Opened, fields: Option<&Fields>) -> Drawn {
    let filled = (form.answers(), tapped(&asked.reply, form.name(), &o.replies));
    let d = Draft { visit, o, fields, filled };
    let (t, m) = (t(visit.lang), &o.seen.m);
    let (mut parts, buttons) = match form {
        Form::Dispatch => (d.dispatch(), vec![main(t.msg_desk_dispatch_go())]),
        Form::Decline => (vec![d.note(t.msg_desk_decline_note())], vec![main(t.msg_desk_decline_go())]),
        Form::Decision => (d.decision(), vec![main(t.msg_desk_decision_go())]),
        Form::Entry => (d.entry(), vec![main(t.msg_entry_send())]),
        Form::Completion => {
            let photos = d.photos(t.msg_desk_completion_photos());
            let label = t.msg_desk_completion_cost();
            let cost = quote::pages::price_field(visit.lang, fields, label).hint(t.msg_desk_completion_cost_hint());
            let parts = vec![d.note(t.msg_desk_completion_note()), Html::of(&cost), photos];
            (parts, vec![main(t.msg_desk_completion_go())])
        }
        Form::Return => (vec![d.note(t.msg_desk_return_note())], vec![main(t.msg_desk_return_go())]),
        Form::Pause => (d.pause(), vec![main(t.msg_desk_pause_go())]),
        Form::Resumption => (Vec::new(), vec![main(t.msg_desk_resumption_go())]),
        Form::Extension => (d.extension(), vec![main(t.msg_desk_extension_go())]),
        Form::Raise => {
            let parts = d.asked(t.msg_desk_raise_note(), String::new());
            (parts, vec![main(t.msg_desk_raise_go())])
        }
        Form::Part => (d.part(), vec![main(t.msg_desk_part_go())]),
        Form::Transfer => {
            let executor = d.executor(t.msg_desk_transfer_to(), Some(m.holder), true);
            (vec![executor, d.note(t.msg_desk_transfer_note())], vec![main(t.msg_desk_transfer_go())])
        }
        Form::Quote => {
            let parts = quote::pages::ask_parts(visit.lang, fields, d.note(t.msg_desk_quote_note()));
            (parts, vec![main(t.msg_desk_quote_go())])
        }
        Form::Consent => {
            let yes = Button { sends: Some(("answer", "yes")), ..main(t.msg_desk_consent_yes()) };
            let parts = d.asked(t.msg_desk_consent_note(), t.msg_quote_note_hint());
            (parts, vec![yes, quiet(t.msg_desk_consent_no(), "answer", "no")])
        }
        Form::Feedback => {
            let good = Button { sends: Some(("answer", "good")), ..main(t.msg_answer_good()) };
            let parts = d.asked(t.msg_desk_feedback_note(), t.msg_answer_note_hint());
            (parts, vec![good, quiet(t.msg_answer_again(), "answer", "again")])
        }
        Form::Publication | Form::Show => d.publication(),
        Form::About => {
            let asked = about::pages::desk_choices(visit.lang, m, fields);
            (vec![Html::of(&asked)], vec![main(t.msg_desk_about_go())])
        }
        Form::Take => (d.take(), vec![main(t.msg_desk_take_go())]),
        Form::Answer => {
            let note =
                d.field("note", t.msg_question_note(), "").kind(FieldKind::Area).hint(t.msg_question_note_hint());
            let which = question::which(visit, &o.seen, fields);
            (vec![which, Html::of(&note.max(WORDS_MAX as u32))], vec![main(t.msg_question_go())])
        }
    };
    let hint = match form {
        Form::Publication | Form::Show if m.see == See::Parties.name() => t.msg_desk_wish_parties(),
        Form::Publication | Form::Show if !may_be_shown(m) => t.msg_desk_unknown_reporter(),
        Form::Publication | Form::Show if !o.seen.agreed => t.msg_desk_not_agreed(),
        Form::Dispatch if d.by_list().is_some() => t.msg_desk_by_list(),
        Form::Feedback => t.msg_desk_feedback_hint(),
        Form::Extension => t.msg_desk_extension_hint(),
        Form::Pause => t.msg_desk_pause_hint(),
        Form::Resumption if m.step == quote::STEP => t.msg_desk_take_back_hint(),
        Form::Resumption => t.msg_desk_resumption_hint(),
        Form::Quote => t.msg_desk_quote_hint(),
        Form::Part => t.msg_desk_part_hint(),
        Form::Raise => t.msg_desk_raise_hint(),
        Form::Consent => t.msg_desk_consent_hint(),
        Form::About => t.msg_desk_about_hint(),
        Form::Take => t.msg_desk_take_hint(),
        _ => String::new(),
    };
    let here = with(&desk_url(&m.no), &[&asked.list(), &format!("do={}", form.name())]);
    let ready = picks(visit, form.name(), form.answers(), &here, &o.replies);
    parts.extend(ready);
    Drawn { title: form.label(visit.lang), hint, parts, buttons }
}

const fn main(label: String) -> Button {
    Button { label, sends: None, main: true }
}
const fn quiet(label: String, name: &'static str, value: &'static str) -> Button {
    Button { label, sends: Some((name, value)), main: false }
}

impl Draft<'_> {
    fn lang(&self) -> Lang {
        self.visit.lang
    }
    /// What was typed; in a fresh form what is offered.
    fn value(&self, name: &str, offered: &str) -> String {
        let ready = self.filled.1.as_deref().filter(|_| self.filled.0 == name);
        self.fields.map_or_else(|| ready.unwrap_or(offered), |f| f.raw(name)).to_owned()
    }
    fn fault(&self, name: &str) -> Option<String> {
        self.fields.and_then(|f| f.fault(name))
    }
    fn field(&self, name: &'static str, label: String, offered: &str) -> Field<'static> {
        Field::new(self.lang(), name, label).value(self.value(name, offered)).error(self.fault(name)).required()
    }
    fn pick(&self, name: &'static str, label: String, offered: &str, items: Vec<Choice<'static>>) -> Html {
        Html::of(&self.field(name, label, offered).kind(FieldKind::Select(items)))
    }

    fn note(&self, label: String) -> Html {
        let hint = t(self.lang()).msg_desk_note_hint();
        Html::of(&self.field("note", label, "").kind(FieldKind::Area).hint(hint).max(WORDS_MAX as u32))
    }

    fn photos(&self, label: String) -> Html {
        Html::of(&PhotoField {
            lang: self.lang(),
            label: label.into(),
            kept: self.fields.map(|f| kept(self.visit, f)).unwrap_or_default(),
            error: self.fault(PHOTO_FIELD),
        })
    }

    /// `alone`: whoever is chosen has it alone; whom a complaint is about is not among them.
    fn orgs(&self, without: Option<OrgId>, alone: bool) -> Vec<Choice<'static>> {
        let m = &self.o.seen.m;
        let may = |org: OrgId| Some(org) != without && !(alone && m.veils(org));
        let mut all: Vec<_> = self.o.parties.iter().filter(|org| may(org.id)).collect();
        all.sort_by(|a, b| a.name.cmp(&b.name));
        all.into_iter().map(|org| Choice::new(org.id.to_string(), org.name.clone())).collect()
    }

    fn executor(&self, label: String, without: Option<OrgId>, alone: bool) -> Html {
        self.pick("executor", label, "", self.orgs(without, alone))
    }

    /// A dispatch without whom it goes to.
    fn take(&self) -> Vec<Html> {
        let mut all = self.dispatch();
        all.truncate(3);
        all
    }

    fn dispatch(&self) -> Vec<Html> {
        let (lang, t, m) = (self.lang(), t(self.lang()), &self.o.seen.m);
        let titled = if m.titled.is_some() { self.o.seen.title.as_str() } else { "" };
        let title = self.field("title", t.msg_desk_name(), titled).example(t.msg_desk_name_example());
        let categories = Category::ALL.iter().map(|c| Choice::new(c.name(), category_name(lang, *c))).collect();
        let paces = Pace::ALL.iter().map(|p| Choice::new(p.name(), pace_name(lang, *p))).collect();
        let mut executors = vec![Choice::new(TALK, t.msg_desk_talk())];
        executors.extend(self.orgs(None, true));
        vec![
            Html::of(&title.max(TITLE_MAX as u32)),
            self.pick("category", t.msg_desk_category(), m.category.name(), categories),
            self.pick("pace", t.msg_desk_pace(), m.pace.name(), paces),
            self.pick(
                "executor",
                t.msg_desk_executor(),
                &self.by_list().map_or_else(|| TALK.to_owned(), |org| org.to_string()),
                executors,
            ),
        ]
    }

    /// Who does what is of this category here, if the list says so and they may be asked.
    fn by_list(&self) -> Option<OrgId> {
        let m = &self.o.seen.m;
        let org = *self.o.responsible.get(m.category.name()).filter(|org| !m.veils(**org))?;
        self.o.parties.iter().any(|party| party.id == org).then_some(org)
    }

    fn decision(&self) -> Vec<Html> {
        let t = t(self.lang());
        let day = self.o.seen.terms.calendar.add_working_days(self.visit.now().day(), DAYS);
        let deadline = self.field("deadline", t.msg_desk_deadline(), &day.to_string()).kind(FieldKind::Date);
        let limit = Field::new(self.lang(), "limit", t.msg_decision_limit())
            .value(self.value("limit", ""))
            .error(self.fault("limit"))
            .max(20)
            .autocomplete("off");
        let executor = self.executor(t.msg_desk_executor(), None, false);
        let offers = plan::offers(self.lang(), &self.o.seen.plans, &self.o.seen.entries);
        let own = [self.note(t.msg_desk_decision_note()), executor, Html::of(&deadline), Html::of(&limit)];
        plan::block(self.lang(), &offers, self.fields, (&action(&self.o.seen.m, Form::Decision), ""))
            .into_iter()
            .chain(own)
            .collect()
    }

    /// Who does this part, what it is, by when. Whoever the list says, if they have not the whole.
    fn part(&self) -> Vec<Html> {
        let (t, m) = (t(self.lang()), &self.o.seen.m);
        let offered = self.by_list().filter(|org| *org != m.holder).map(|org| org.to_string()).unwrap_or_default();
        let executor = self.pick("executor", t.msg_desk_part_to(), &offered, self.orgs(Some(m.holder), false));
        let day = self.o.seen.terms.calendar.add_working_days(self.visit.now().day(), DAYS).to_string();
        let deadline = self.field("deadline", t.msg_desk_deadline(), &day).kind(FieldKind::Date);
        vec![executor, self.note(t.msg_desk_part_note()), Html::of(&deadline)]
    }

    fn extension(&self) -> Vec<Html> {
        let t = t(self.lang());
        let day = later(&self.o.seen).day().to_string();
        let deadline = self.field("deadline", t.msg_desk_extension_day(), &day).kind(FieldKind::Date);
        vec![self.note(t.msg_desk_extension_note()), Html::of(&deadline)]
    }

    fn pause(&self) -> Vec<Html> {
        let (lang, t) = (self.lang(), t(self.lang()));
        let reasons = Choices::new(lang, Look::Options, "reason", t.msg_desk_pause_reason())
            .chosen(self.value("reason", ""))
            .error(self.fault("reason"))
            .required();
        let reasons =
            Reason::OFFERED.iter().fold(reasons, |all, r| all.item(Choice::new(r.name(), reason_name(lang, *r, true))));
        let day = self.o.seen.terms.calendar.add_working_days(self.visit.now().day(), DAYS).to_string();
        let until = self.field("deadline", t.msg_desk_pause_until(), &day).kind(FieldKind::Date);
        vec![Html::of(&reasons), self.note(t.msg_desk_pause_note()), Html::of(&until)]
    }

    fn entry(&self) -> Vec<Html> {
        let (lang, t) = (self.lang(), t(self.lang()));
        let mut kind = Choices::new(lang, Look::Options, "kind", t.msg_entry_kind())
            .chosen(self.value("kind", EntryKind::Support.name()))
            .error(self.fault("kind"))
            .required();
        for k in EntryKind::ALL {
            kind = kind.item(Choice::new(k.name(), entry_name(lang, *k)));
        }
        let words = self.field("words", t.msg_entry_words(), "").kind(FieldKind::Area).max(WORDS_MAX as u32);
        let to = question::whom_field(lang, &self.o.asked, self.fields);
        let plan = plan::fields(lang, &self.o.parties, self.fields);
        vec![Html::of(&kind), to, Html::of(&words), plan, self.photos(t.msg_desk_entry_photos())]
    }

    /// What somebody said, and how they were asked.
    fn asked(&self, label: String, hint: String) -> Vec<Html> {
        let (lang, t) = (self.lang(), t(self.lang()));
        let mut how = Choices::new(lang, Look::Options, "how", t.msg_desk_how())
            .chosen(self.value("how", ""))
            .error(self.fault("how"))
            .required();
        for (value, label) in HOW.iter().zip([t.msg_how_phone(), t.msg_how_visit(), t.msg_how_counter()]) {
            how = how.item(Choice::new(*value, label));
        }
        let note = Field::new(lang, "note", label)
            .kind(FieldKind::Area)
            .hint(hint)
            .value(self.value("note", ""))
            .error(self.fault("note"))
            .max(WORDS_MAX as u32);
        vec![Html::of(&how), Html::of(&note)]
    }
}
