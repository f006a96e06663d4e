//! `/takeovers`: compounds nobody managed, and how far each is; everybody sees the steps, the convener notes the next one.

use super::rules::{Done, earliest};
use super::{NewStep, Party, Step, Takeover, begin, step};
use crate::caps;
use crate::procedure::pages::{At, Opening};
use crate::procedure::rules::WORDS_MAX;
use crate::procedure::step_pages::{self, BeginForm, day_field, field, send_begin, show_begin, words_field};
use crate::procedure::{Asked, Case, Shown, StepDone, Words, mend, pages, store::days};
use crate::say::plain_day;
use crate::texts::t;
use crate::words::Author;
use axum::response::Response;
use lianxin_base::{ActId, AreaId, Lang};
use lianxin_gate::Gate;
use lianxin_journal::Receipt;
use lianxin_store::{Fault, Read, Stop, Tx};
use lianxin_web::components::{FieldKind, Notice, NoticeKind};
use lianxin_web::icons::Icon;
use lianxin_web::{Fields, Route, Trouble, Visit};

const WHO_MAX: usize = 40;

/// The routes of take-overs.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/takeovers", Gate::Anyone, pages::list::<Takeover>),
        Route::get("/takeovers/new", Gate::Can(caps::CONVENE), form),
        Route::post("/takeovers", Gate::Can(caps::CONVENE), send),
        Route::get("/takeovers/{takeover}", Gate::Anyone, pages::page::<Takeover>),
        Route::get("/takeovers/{takeover}/mend", Gate::Can(caps::CONVENE), mend::form::<Takeover>),
        Route::post("/takeovers/{takeover}/undo", Gate::Can(caps::CONVENE), mend::send_undo::<Takeover>),
        Route::post("/takeovers/{takeover}/off", Gate::Can(caps::CONVENE), mend::send_off::<Takeover>),
        Route::get("/takeovers/{takeover}/step", Gate::Can(caps::CONVENE), step_pages::form::<Takeover>),
        Route::post("/takeovers/{takeover}/step", Gate::Can(caps::CONVENE), step_pages::send::<Takeover>),
    ]
}

/// A step in words.
fn step_name(lang: Lang, step: Step) -> String {
    let t = t(lang);
    match step {
        Step::Survey => t.msg_step_survey(),
        Step::Recognised => t.msg_step_recognised(),
        Step::Custody => t.msg_step_custody(),
        Step::HandOver => t.msg_step_hand_over(),
        Step::Intent => t.msg_step_intent(),
        Step::Group => t.msg_step_group(),
        Step::Roll => t.msg_step_roll(),
        Step::Plan => t.msg_step_plan(),
        Step::Vote => t.msg_step_vote(),
        Step::Result => t.msg_step_result(),
        Step::Contract => t.msg_step_contract(),
        Step::Inspection => t.msg_step_inspection(),
        Step::Entry => t.msg_step_entry(),
        Step::Filing => t.msg_step_filing(),
        Step::Repair => t.msg_step_repair(),
        Step::LookBack => t.msg_step_look_back(),
    }
}

fn party_name(lang: Lang, party: Party) -> String {
    let t = t(lang);
    match party {
        Party::Community => t.msg_party_community(),
        Party::Street => t.msg_party_street(),
        Party::Group => t.msg_party_group(),
        Party::Owners => t.msg_party_owners(),
        Party::Company => t.msg_party_company(),
    }
}

impl Shown for Takeover {
    type Seen = ();
    type New = NewStep;

    const BASE: &'static str = "/takeovers";
    const BACK: [Option<&'static str>; 2] = [Some("/board"), None];
    const ICON: Icon = Icon::BuildingCommunity;

    fn words(lang: Lang) -> Words {
        let t = t(lang);
        Words {
            list: t.msg_takeovers(),
            lead: t.msg_takeovers_lead(),
            empty: t.msg_takeovers_empty(),
            new: t.msg_takeover_new(),
            begun: t.msg_said_begun(),
            ended: t.msg_takeover_done(),
            off: t.msg_takeover_off(),
            mend: t.msg_mend(),
            give_up: t.msg_mend_off(),
            give_up_lead: t.msg_mend_off_lead(),
            see_vote: t.msg_step_see_vote(),
        }
    }
    fn back_name(lang: Lang) -> String {
        t(lang).msg_back()
    }
    fn title(lang: Lang, place: String) -> String {
        t(lang).msg_takeover_title(place)
    }
    fn off_says(lang: Lang, why: String) -> String {
        t(lang).msg_takeover_off_says(why)
    }
    fn step_name(lang: Lang, step: Step) -> String {
        step_name(lang, step)
    }
    fn stands_on(lang: Lang, step: Step) -> String {
        let (party, article) = (party_name(lang, step.party()), step.article());
        if article.is_empty() { t(lang).msg_step_local(party) } else { t(lang).msg_step_by(party, article) }
    }
    fn opening(lang: Lang, k: &Case<Self>) -> Opening {
        Opening::Line(t(lang).msg_takeover_is(plain_day(lang, k.own), k.org_name.clone()))
    }
    fn done(lang: Lang, s: &StepDone<Self>) -> (String, Vec<String>) {
        (t(lang).msg_step_done(plain_day(lang, s.day), s.more.clone()), Vec::new())
    }
    fn see(_: &mut Read<'_>, _: Lang, _: &Case<Self>, _: &[StepDone<Self>], _: Step) -> Result<(), Fault> {
        Ok(())
    }
    fn asked(visit: &Visit, fields: &Fields, at: &At<Self>) -> Asked {
        let (lang, t) = (visit.lang, t(visit.lang));
        let done: Done = days(&at.steps);
        let first = earliest(at.step, &done).map(|day| t.msg_step_earliest(plain_day(lang, day))).unwrap_or_default();
        let who = field(lang, fields, "who", t.msg_step_who()).hint(t.msg_step_who_hint()).required();
        let hint = (at.step == Step::Vote).then(|| Notice::new(NoticeKind::Info, t.msg_step_vote_hint()));
        Asked {
            notice: hint,
            until: None,
            choices: None,
            fields: vec![day_field(lang, fields).hint(first), who.max(WHO_MAX as u32), words_field(lang, fields)],
        }
    }
    fn read(fields: &mut Fields, _: Lang, step: Step) -> Option<NewStep> {
        let day = fields.day("day");
        let (who, words) = (fields.line("who", WHO_MAX), fields.text("words", WORDS_MAX));
        Some(NewStep { step, day: day?, who, words })
    }
    fn note(tx: &mut Tx<'_>, author: &Author, id: ActId, new: &NewStep) -> Result<Receipt, Stop> {
        step(tx, author, id, new)
    }
}

/// `GET /takeovers/new`
async fn form(visit: Visit) -> Result<Response, Trouble> {
    show_form(&visit, &Fields::empty(visit.lang)).await
}

async fn show_form(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let since = field(lang, fields, "since", t.msg_takeover_since()).kind(FieldKind::Date).required();
    let words = field(lang, fields, "words", t.msg_takeover_words()).kind(FieldKind::Area).required();
    let form = BeginForm {
        lead: t.msg_takeover_lead(),
        before: vec![since, words.max(WORDS_MAX as u32)],
        choices: None,
        fields: Vec::new(),
        go: t.msg_takeover_go(),
    };
    show_begin::<Takeover>(visit, fields, form).await
}

/// `POST /takeovers`
async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let area: Option<AreaId> = fields.id("area");
    let (since, words) = (fields.day("since"), fields.text("words", WORDS_MAX));
    let (Some(area), Some(since), true) = (area, since, fields.good()) else {
        return show_form(&visit, &fields).await;
    };
    let begins = move |tx: &mut Tx<'_>, who: &Author| begin(tx, who, area, (since, &words));
    match send_begin::<Takeover>(&visit, &mut fields, area, begins).await? {
        Some(done) => Ok(done),
        None => show_form(&visit, &fields).await,
    }
}
