//! `/first-assemblies`: compounds on the way to their first assembly; everybody sees where each stands, what comes next, by whom
//! and until when.

use super::linked::{self, vote_of};
use super::rules::{MEMBERS_MAX, earliest, opens_from};
use super::{Applicant, Application, Body, First, Group, NewStep, Party, Step, begin, print, step};
use crate::assembly::pages::under;
use crate::caps;
use crate::procedure::pages::{At, Opening, until};
use crate::procedure::rules::WORDS_MAX;
use crate::procedure::step_pages::{self, BeginForm, day_field, field, send_begin, show_begin, words_field};
use crate::procedure::{Asked, Case, Shown, StepDone, Words, mend, pages, store::days};
use crate::refusal::Refusal;
use crate::say::{area, plain_day};
use crate::texts::t;
use crate::words::Author;
use axum::response::Response;
use lianxin_base::{ActId, Area, AreaId, Day, Lang, Refuse as _, half_width};
use lianxin_gate::Gate;
use lianxin_journal::Receipt;
use lianxin_store::{Fault, Read, Stop, Tx};
use lianxin_web::components::{Choice, Choices, Facts, Field, FieldKind, Link, Look, Notice, NoticeKind};
use lianxin_web::icons::Icon;
use lianxin_web::{Fields, Route, Trouble, Visit};

const HEAD_MAX: usize = 40;

/// The routes of first assemblies.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/first-assemblies", Gate::Anyone, pages::list::<First>),
        Route::get("/first-assemblies/new", Gate::Can(caps::CONVENE), form),
        Route::post("/first-assemblies", Gate::Can(caps::CONVENE), send),
        Route::get("/first-assemblies/{first}", Gate::Anyone, pages::page::<First>),
        Route::get("/first-assemblies/{first}/group", Gate::Can(caps::CONVENE), print::group),
        Route::get("/first-assemblies/{first}/mend", Gate::Can(caps::CONVENE), mend::form::<First>),
        Route::post("/first-assemblies/{first}/undo", Gate::Can(caps::CONVENE), mend::send_undo::<First>),
        Route::post("/first-assemblies/{first}/off", Gate::Can(caps::CONVENE), mend::send_off::<First>),
        Route::get("/first-assemblies/{first}/step", Gate::Can(caps::CONVENE), step_pages::form::<First>),
        Route::post("/first-assemblies/{first}/step", Gate::Can(caps::CONVENE), step_pages::send::<First>),
    ]
}

pub(crate) fn url(id: ActId) -> String {
    format!("/first-assemblies/{id}")
}

/// A step in words.
pub(crate) fn step_name(lang: Lang, step: Step) -> String {
    let t = t(lang);
    match step {
        Step::Answered => t.msg_first_answered(),
        Step::Formed => t.msg_first_formed(),
        Step::Posted => t.msg_first_posted(),
        Step::Roll => t.msg_first_roll(),
        Step::Objections => t.msg_first_objections(),
        Step::Called => t.msg_first_called(),
        Step::Candidates => t.msg_first_candidates(),
        Step::Vote => t.msg_first_vote(),
        Step::Result => t.msg_first_result(),
        Step::Filing => t.msg_first_filing(),
    }
}

fn party_name(lang: Lang, party: Party) -> String {
    let t = t(lang);
    match party {
        Party::Street => t.msg_party_street(),
        Party::Group => t.msg_party_group(),
        Party::Owners => t.msg_party_owners(),
        Party::Committee => t.msg_party_committee(),
    }
}

/// What was formed, in words.
pub(super) fn body_name(lang: Lang, body: Body) -> String {
    match body {
        Body::Group => t(lang).msg_first_body_group(),
        Body::Interim => t(lang).msg_first_body_interim(),
    }
}

fn facts(lang: Lang, k: &Case<First>) -> Facts<'static> {
    let (t, a) = (t(lang), &k.own);
    let by = match a.applicant {
        Applicant::Owners => t.msg_first_owners_signed(a.signers),
        Applicant::Developer => t.msg_first_by_developer(),
    };
    let positive = crate::assembly::pages::one::positive;
    let sizes = t.msg_first_sizes(area(positive(a.delivered)), area(positive(a.size)));
    Facts {
        items: vec![
            (t.msg_first_applied().into(), plain_day(lang, a.day).into()),
            (t.msg_first_applicant().into(), by.into()),
            (t.msg_first_handed_over().into(), sizes.into()),
        ],
    }
}

/// What a step has besides its day.
fn more(lang: Lang, s: &StepDone<First>) -> Vec<String> {
    let t = t(lang);
    let mut all = Vec::new();
    match (s.step, s.more.body, s.more.counts) {
        (Step::Formed, Some(body), Some((owners, whole))) => {
            all.push(t.msg_first_formed_of(body_name(lang, body), whole, owners));
        }
        (Step::Objections, _, Some((answered, came))) => all.push(t.msg_first_objected(came, answered)),
        _ => {}
    }
    if !s.more.late.is_empty() {
        all.push(t.msg_first_was_late(s.more.late.clone()));
    }
    all
}

/// Where the next step is worked on, for a seat.
fn where_to(lang: Lang, k: &Case<First>, done: &[StepDone<First>], step: Step) -> Option<Link<'static>> {
    let t = t(lang);
    let at = |page: &str| vote_of(done).map(|vote| under(vote, page));
    Some(match step {
        Step::Called => Link::new(format!("/elections/new?area={}", k.area), t.msg_election()),
        Step::Candidates => Link::new(at("candidates")?, t.msg_candidates()),
        Step::Vote => Link::new(at("desk")?, t.msg_desk()),
        Step::Result => Link::new(at("result")?, t.msg_result_print()),
        Step::Filing => Link::new(at("filing")?, t.msg_filing()),
        _ => return None,
    })
}

impl Shown for First {
    /// The day of the vote it stands on, or what is missing there.
    type Seen = Option<Result<Day, String>>;
    type New = NewStep;

    const BASE: &'static str = "/first-assemblies";
    const BACK: [Option<&'static str>; 2] = [Some("/votes"), Some("/votes")];
    const ICON: Icon = Icon::UsersGroup;

    fn words(lang: Lang) -> Words {
        let t = t(lang);
        Words {
            list: t.msg_firsts(),
            lead: t.msg_firsts_lead(),
            empty: t.msg_firsts_empty(),
            new: t.msg_first_new(),
            begun: t.msg_said_first_begun(),
            ended: t.msg_first_tag_done(),
            off: t.msg_first_tag_off(),
            mend: t.msg_first_mend(),
            give_up: t.msg_first_give_up(),
            give_up_lead: t.msg_first_off_lead(),
            see_vote: t.msg_first_see_vote(),
        }
    }
    fn back_name(lang: Lang) -> String {
        t(lang).msg_votes_title()
    }
    fn title(lang: Lang, place: String) -> String {
        t(lang).msg_first_title(place)
    }
    fn off_says(lang: Lang, why: String) -> String {
        t(lang).msg_first_off_says(why)
    }
    fn step_name(lang: Lang, step: Step) -> String {
        step_name(lang, step)
    }
    fn stands_on(lang: Lang, step: Step) -> String {
        t(lang).msg_step_by(party_name(lang, step.party()), step.article())
    }
    fn opening(lang: Lang, k: &Case<Self>) -> Opening {
        Opening::Step(t(lang).msg_first_application(), facts(lang, k))
    }
    fn done(lang: Lang, s: &StepDone<Self>) -> (String, Vec<String>) {
        (plain_day(lang, s.day), more(lang, s))
    }
    fn links(lang: Lang, k: &Case<Self>, done: &[StepDone<Self>], next: Option<Step>) -> Vec<Link<'static>> {
        let mut links: Vec<_> = next.and_then(|step| where_to(lang, k, done, step)).into_iter().collect();
        if done.iter().any(|s| s.step == Step::Formed) {
            let list = Link::new(format!("{}/group", url(k.id)), t(lang).msg_first_group_print());
            links.push(list.icon(Icon::Printer));
        }
        links
    }
    fn see(
        r: &mut Read<'_>,
        lang: Lang,
        k: &Case<Self>,
        steps: &[StepDone<Self>],
        step: Step,
    ) -> Result<Self::Seen, Fault> {
        if !step.of_vote() {
            return Ok(None);
        }
        match linked::link(r, k, steps, step) {
            Ok(found) => Ok(Some(Ok(found.day))),
            Err(Stop::Refused(why)) => Ok(Some(Err(why.say(lang)))),
            Err(Stop::Failed(fault)) => Err(fault),
        }
    }
    fn asked(visit: &Visit, fields: &Fields, at: &At<Self>) -> Asked {
        asked(visit, fields, at)
    }
    fn read(fields: &mut Fields, lang: Lang, step: Step) -> Option<NewStep> {
        Some(read_step(fields, lang, step))
    }
    fn note(tx: &mut Tx<'_>, author: &Author, id: ActId, new: &NewStep) -> Result<Receipt, Stop> {
        step(tx, author, id, new)
    }
}

/// What a step asks besides its day and what shows it.
fn own_fields(lang: Lang, fields: &Fields, step: Step) -> (Option<Choices<'static>>, Vec<Field<'static>>) {
    let t = t(lang);
    let long = |name, label: String, hint: String| {
        field(lang, fields, name, label).kind(FieldKind::Area).hint(hint).max(MEMBERS_MAX as u32)
    };
    match step {
        Step::Formed => {
            let body =
                Body::ALL.iter().fold(Choices::new(lang, Look::Options, "body", t.msg_first_body()), |all, body| {
                    all.item(Choice::new(body.name(), body_name(lang, *body)))
                });
            let chosen = if fields.raw("body").is_empty() { Body::Group.name() } else { fields.raw("body") };
            let head = field(lang, fields, "head", t.msg_first_head()).hint(t.msg_first_head_hint()).required();
            let owners = long("owners", t.msg_first_members_owners(), t.msg_first_members_owners_hint()).required();
            let others = long("others", t.msg_first_members_others(), t.msg_first_members_others_hint());
            let body = body.chosen(chosen.to_owned()).error(fields.fault("body")).required();
            (Some(body), vec![head.max(HEAD_MAX as u32).autocomplete("off"), owners, others])
        }
        Step::Objections => {
            let count = |name, label: String| field(lang, fields, name, label).required().max(4).autocomplete("off");
            (None, vec![count("came", t.msg_first_came()), count("answered", t.msg_first_answers())])
        }
        _ => (None, Vec::new()),
    }
}

/// What a step says first: what it waits for, what the vote must hold to.
fn notice(lang: Lang, at: &At<First>) -> Option<Notice<'static>> {
    let t = t(lang);
    match (&at.seen, at.step) {
        (Some(Err(why)), _) => Some(Notice::new(NoticeKind::Warn, why.clone())),
        (Some(Ok(day)), _) => Some(Notice::new(NoticeKind::Info, t.msg_first_linked(plain_day(lang, *day)))),
        (None, Step::Roll) => Some(Notice::new(NoticeKind::Info, t.msg_first_roll_hint())),
        (None, Step::Posted) => Some(Notice::new(NoticeKind::Info, t.msg_first_posted_hint())),
        (None, Step::Answered) => Some(Notice::new(NoticeKind::Info, t.msg_first_answered_hint())),
        (None, Step::Result) => Some(Notice::new(NoticeKind::Info, t.msg_first_result_hint())),
        _ => None,
    }
}

fn asked(visit: &Visit, fields: &Fields, at: &At<First>) -> Asked {
    let (lang, t, step) = (visit.lang, t(visit.lang), at.step);
    let done = days(&at.steps);
    let limit = until(lang, at.limit, visit.now().day());
    let late = limit.as_ref().is_some_and(|(_, over)| *over) || fields.fault("late").is_some();
    let (choices, mut all) = own_fields(lang, fields, step);
    if !step.of_vote() {
        let first = earliest(step, at.k.own.day, &done);
        all.insert(0, day_field(lang, fields).hint(t.msg_step_earliest(plain_day(lang, first))));
    }
    all.push(words_field(lang, fields));
    if late {
        let why = field(lang, fields, "late", t.msg_first_why_late()).kind(FieldKind::Area);
        all.push(why.hint(t.msg_first_why_late_hint()).max(WORDS_MAX as u32));
    }
    let mut until = limit.map(|(says, _)| says);
    if let (Step::Called, Some(first)) = (step, opens_from(&done)) {
        until = Some(t.msg_first_opens_from(plain_day(lang, first), until.unwrap_or_default()));
    }
    Asked { notice: notice(lang, at), until, choices, fields: all }
}

/// A whole number as it was typed; nothing typed is none of them.
fn number(fields: &mut Fields, name: &str, lang: Lang, refusal: Refusal) -> i64 {
    let typed: String = fields.raw(name).trim().chars().map(half_width).collect();
    if typed.is_empty() {
        return 0;
    }
    typed.parse::<u32>().map(i64::from).unwrap_or_else(|_| {
        fields.note(name, refusal.code(), refusal.say(lang));
        0
    })
}

/// An area as it was typed.
fn size(fields: &mut Fields, name: &str, lang: Lang) -> i64 {
    Area::parse(fields.raw(name)).map_or_else(
        || {
            let refusal = Refusal::FirstAreas;
            fields.note(name, refusal.code(), refusal.say(lang));
            0
        },
        |area| area.0,
    )
}

fn read_step(fields: &mut Fields, lang: Lang, step: Step) -> NewStep {
    let day = if step.of_vote() { None } else { fields.day("day") };
    let mut new = NewStep { step, day, words: String::new(), late: String::new(), group: None, objections: None };
    match step {
        Step::Formed => {
            let offered: Vec<&'static str> = Body::ALL.iter().map(|b| b.name()).collect();
            let body: Option<Body> = fields.choice("body", &offered).and_then(|b| b.parse().ok());
            let group = Group {
                head: fields.line("head", HEAD_MAX),
                owners: fields.text("owners", MEMBERS_MAX),
                others: fields.opt_text("others", MEMBERS_MAX).unwrap_or_default(),
            };
            new.group = body.map(|body| (body, group));
        }
        Step::Objections => {
            let came = number(fields, "came", lang, Refusal::ObjectionsCount);
            new.objections = Some((came, number(fields, "answered", lang, Refusal::ObjectionsCount)));
        }
        _ => {}
    }
    new.words = fields.text("words", WORDS_MAX);
    new.late = fields.opt_text("late", WORDS_MAX).unwrap_or_default();
    new
}

/// `GET /first-assemblies/new`
async fn form(visit: Visit) -> Result<Response, Trouble> {
    show_form(&visit, &Fields::empty(visit.lang).with("day", &visit.now().day().to_string())).await
}

async fn show_form(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let who = Choices::new(lang, Look::Options, "applicant", t.msg_first_applicant())
        .item(Choice::new(Applicant::Owners.name(), t.msg_first_by_owners()))
        .item(Choice::new(Applicant::Developer.name(), t.msg_first_by_developer()));
    let short = |name, label: String, hint: String, max| field(lang, fields, name, label).hint(hint).max(max);
    let signers = short("signers", t.msg_first_signers(), t.msg_first_signers_hint(), 6).autocomplete("off");
    let size = short("size", t.msg_first_size(), t.msg_first_size_hint(), 16).required();
    let handed = short("delivered", t.msg_first_delivered(), t.msg_first_delivered_hint(), 16).required();
    let form = BeginForm {
        lead: t.msg_first_lead(),
        before: vec![field(lang, fields, "day", t.msg_first_applied()).kind(FieldKind::Date).required()],
        choices: Some(who.chosen(fields.raw("applicant").to_owned()).error(fields.fault("applicant")).required()),
        fields: vec![signers, size, handed, words_field(lang, fields)],
        go: t.msg_first_go(),
    };
    show_begin::<First>(visit, fields, form).await
}

fn read(fields: &mut Fields, lang: Lang) -> Option<(AreaId, Application, String)> {
    let area: Option<AreaId> = fields.id("area");
    let day = fields.day("day");
    let offered: Vec<&'static str> = Applicant::ALL.iter().map(|a| a.name()).collect();
    let applicant: Option<Applicant> = fields.choice("applicant", &offered).and_then(|a| a.parse().ok());
    let signers = number(fields, "signers", lang, Refusal::FirstSigners);
    let (whole, delivered) = (size(fields, "size", lang), size(fields, "delivered", lang));
    let words = fields.text("words", WORDS_MAX);
    let application = Application { day: day?, applicant: applicant?, signers, size: whole, delivered };
    fields.good().then_some((area?, application, words))
}

/// `POST /first-assemblies`
async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let Some((area, application, words)) = read(&mut fields, visit.lang) else {
        return show_form(&visit, &fields).await;
    };
    let begins = move |tx: &mut Tx<'_>, who: &Author| begin(tx, who, area, (application, &words));
    match send_begin::<First>(&visit, &mut fields, area, begins).await? {
        Some(done) => Ok(done),
        None => show_form(&visit, &fields).await,
    }
}
