//! Two papers: what the people concerned are told, and the report for the authority. Both say what Art. 57 asks for: kinds of
//! data, cause, possible harm, what was done, what one can do, whom to ask.

use super::page::{Seen, deadlines, kinds, seen, url};
use super::rules::Step;
use crate::setup::{Imprint, imprint_now};
use crate::texts::{L10nLanguage, t};
use crate::{example, say};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::Lang;
use lianxin_web::components::{Facts, Html};
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};

#[derive(Template)]
#[template(path = "incident_print.html")]
struct View {
    t: &'static L10nLanguage,
    title: String,
    leads: Vec<String>,
    facts: Facts<'static>,
    /// What was done, when, in whose words.
    steps: Vec<(String, String, String)>,
    ends: Vec<String>,
    operator: String,
    printed: String,
    back: String,
}

async fn asked(visit: &Visit) -> Result<Imprint, Trouble> {
    Ok(visit.read(|r| Ok(imprint_now(r)?)).await?.unwrap_or_default())
}

fn facts(items: Vec<(String, String)>) -> Facts<'static> {
    let some = items.into_iter().filter(|(_, value)| !value.is_empty());
    Facts { items: some.map(|(name, value)| (name.into(), value.into())).collect() }
}

/// Whom to ask: the post that answers for people's data, and its duty phone.
fn contact(imprint: &Imprint) -> String {
    format!("{} {}", imprint.contact, say::phone(&imprint.phone)).trim().to_owned()
}

/// `GET /incidents/{incident}/notice`: for a door or a letter-box; it names nobody.
pub(super) async fn notice(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (s, imprint) = (seen(&visit, &id).await?, asked(&visit).await?);
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let items = vec![
        (t.msg_incident_noticed(), say::when(lang, s.row.standing.noticed_at, now)),
        (t.msg_incident_what(), s.what.clone()),
        (t.msg_incident_kinds(), kinds(lang, &s.row.kinds)),
        (t.msg_incident_harm(), s.harm.clone()),
        (t.msg_incident_done(), s.done.clone()),
        (t.msg_incident_ask(), contact(&imprint)),
    ];
    let view = View {
        t,
        title: t.msg_incident_notice_title(),
        leads: vec![t.msg_incident_notice_lead()],
        facts: facts(items),
        steps: Vec::new(),
        ends: vec![t.msg_incident_you_can(), t.msg_incident_never_asked()],
        operator: imprint.operator,
        printed: t.msg_handover_printed(say::when(lang, now, now)),
        back: url(s.row.id),
    };
    Ok(shown(&visit, &view))
}

/// `GET /incidents/{incident}/report`
pub(super) async fn report(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (s, imprint) = (seen(&visit, &id).await?, asked(&visit).await?);
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let [authority, residents] = deadlines(lang, &s.row, now);
    let items = vec![
        (t.msg_incident_operator(), imprint.operator.clone()),
        (t.msg_incident_ask(), contact(&imprint)),
        (t.msg_incident_kept_at(), imprint.kept_at.clone()),
        (t.msg_incident_noticed(), say::when(lang, s.row.standing.noticed_at, now)),
        (t.msg_incident_what(), s.what.clone()),
        (t.msg_incident_kinds(), kinds(lang, &s.row.kinds)),
        (t.msg_incident_people(), s.row.people.to_string()),
        (t.msg_incident_harm(), s.harm.clone()),
        (t.msg_incident_done(), s.done.clone()),
        (t.msg_incident_step_authority(), authority),
        (t.msg_incident_step_residents(), residents),
    ];
    let view = View {
        t,
        title: t.msg_incident_report_title(),
        leads: vec![t.msg_incident_report_lead()],
        facts: facts(items),
        steps: steps(&visit, &s),
        ends: Vec::new(),
        operator: imprint.operator,
        printed: t.msg_handover_printed(say::when(lang, now, now)),
        back: url(s.row.id),
    };
    Ok(shown(&visit, &view))
}

fn steps(visit: &Visit, s: &Seen) -> Vec<(String, String, String)> {
    let (lang, now) = (visit.lang, visit.now());
    let named = |step: &str| Step::named(step).map_or_else(String::new, |step| step.say(lang));
    s.steps.iter().map(|(step, at, words)| (named(step), say::when(lang, *at, now), words.clone())).collect()
}

fn shown(visit: &Visit, view: &View) -> Response {
    visit.page(&view.title, Kind::Print).view(view)
}

fn example_of(lang: Lang, title: String, leads: Vec<String>, ends: Vec<String>) -> View {
    let (t, at) = (t(lang), say::when(lang, example::NOW, example::NOW));
    let items = vec![
        (t.msg_incident_noticed(), at.clone()),
        (t.msg_incident_what(), example::WORDS.into()),
        (t.msg_incident_ask(), example::ORG.into()),
    ];
    let printed = t.msg_handover_printed(at);
    let (operator, back) = (example::ORG.into(), example::BACK.into());
    View { t, title, leads, facts: facts(items), steps: Vec::new(), ends, operator, printed, back }
}

/// An invented example of what is told to people.
pub(crate) fn notice_specimen(lang: Lang) -> Html {
    let t = t(lang);
    let ends = vec![t.msg_incident_you_can(), t.msg_incident_never_asked()];
    Html::of(&example_of(lang, t.msg_incident_notice_title(), vec![t.msg_incident_notice_lead()], ends))
}

/// An invented example of the report.
pub(crate) fn report_specimen(lang: Lang) -> Html {
    let t = t(lang);
    let steps = Step::ALL
        .iter()
        .take(1)
        .map(|step| (step.say(lang), say::when(lang, example::NOW, example::NOW), example::WORDS.to_owned()));
    let view = example_of(lang, t.msg_incident_report_title(), vec![t.msg_incident_report_lead()], Vec::new());
    Html::of(&View { steps: steps.collect(), ..view })
}
