//! The pages of incidents: the list, one of them, and the forms.

use super::acts::{Incident, IncidentStep, incident, incident_step};
use super::rules::{AUTHORITY, Data, PEOPLE_MAX, RESIDENTS, Refusal, Step, WORDS_MAX, may};
use super::store::{self, Row};
use crate::register::{Ask, Heads, Line, Section, Sheet, Table, View, look, send, within};
use crate::say;
use crate::setup::time_of_day;
use crate::texts::t;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{IncidentId, Lang, MINUTE, Moment};
use lianxin_journal::text;
use lianxin_store::{Read, Stop, Tx};
use lianxin_web::components::{Choice, FieldKind, Html};
use lianxin_web::icons::Icon;
use lianxin_web::{BadField, Fields, Trouble, Visit};

/// So many are listed.
const SHOWN: i64 = 100;

/// The address of an incident.
pub(super) fn url(id: IncidentId) -> String {
    format!("/incidents/{id}")
}

/// Everything a page shows of one.
pub(super) struct Seen {
    pub(super) row: Row,
    pub(super) what: String,
    pub(super) harm: String,
    pub(super) done: String,
    pub(super) steps: Vec<(String, Moment, String)>,
}

pub(super) async fn seen(visit: &Visit, id: &str) -> Result<Seen, Trouble> {
    let (id, scope): (IncidentId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    look(visit, move |r: &mut Read<'_>| {
        let row = within(&scope, store::one(r, id)?, |row| row.area)?;
        let mut words = |field: &str| Ok::<_, Stop>(text(r, row.act, field)?.unwrap_or_default());
        let (what, harm, done) = (words("what")?, words("harm")?, words("done")?);
        Ok(Seen { what, harm, done, steps: store::steps(r, id)?, row })
    })
    .await
}

/// The kinds of data in words.
pub(crate) fn kinds(lang: Lang, names: &str) -> String {
    let all: Vec<String> = names.split(',').filter_map(Data::named).map(|k| k.say(lang)).collect();
    all.join(if lang == Lang::Zh { "、" } else { ", " })
}

/// Told when, or by when it must be.
fn told(lang: Lang, at: Option<Moment>, spared: bool, due: Moment, now: Moment) -> String {
    let t = t(lang);
    match at {
        Some(at) => t.msg_incident_told_at(say::when(lang, at, now)),
        None if spared => t.msg_incident_is_spared(),
        None if due < now => t.msg_incident_overdue(say::when(lang, due, now)),
        None => t.msg_incident_due(say::when(lang, due, now)),
    }
}

/// Authority and residents, each with how it stands.
pub(super) fn deadlines(lang: Lang, row: &Row, now: Moment) -> [String; 2] {
    let s = &row.standing;
    [
        told(lang, s.authority_at, false, s.noticed_at.plus(AUTHORITY), now),
        told(lang, s.residents_at, s.spared_at.is_some(), s.noticed_at.plus(RESIDENTS), now),
    ]
}

/// `GET /incidents`
pub(super) async fn list(visit: Visit) -> Result<Response, Trouble> {
    let area = visit.seat().map(|s| s.area).ok_or(Trouble::NotFound)?;
    let rows = visit.read(move |r| Ok(store::of_area(r, area, SHOWN)?)).await?;
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let lines = rows.iter().map(|row| {
        let [authority, residents] = deadlines(lang, row, now);
        let state =
            if row.standing.closed_at.is_some() { t.msg_incident_state_closed() } else { t.msg_incident_state_open() };
        let title = say::when(lang, row.standing.noticed_at, now);
        Line {
            url: url(row.id),
            title,
            cells: vec![kinds(lang, &row.kinds), authority, residents, state],
            ..Line::default()
        }
    });
    let heads = vec![
        t.msg_incident_noticed(),
        t.msg_incident_kinds(),
        t.msg_incident_step_authority(),
        t.msg_incident_step_residents(),
        t.msg_incident_state(),
    ];
    let table = Table { caption: t.msg_incidents_nav(), heads, rows: lines.collect() };
    let mut view =
        View::new(t.msg_incidents_nav()).act(true, "/incidents/new".into(), t.msg_incident_new(), Icon::Plus);
    view.lead = t.msg_incidents_lead();
    view.sections.push(Section::table(t.msg_incidents_list(), &table, t.msg_incidents_none()));
    Ok(view.show(&visit))
}

fn new_sheet(visit: &Visit, fields: &Fields) -> Response {
    let (lang, t, ask) = (visit.lang, t(visit.lang), Ask { lang: visit.lang, fields });
    let kinds = Data::ALL.iter().map(|k| Choice::new(k.name(), k.say(lang))).collect();
    let area = |name, label, hint: String| {
        Html::of(&ask.field(name, label).kind(FieldKind::Area).hint(hint).required().max(WORDS_MAX as u32))
    };
    let sheet = Sheet {
        title: t.msg_incident_new(),
        lead: t.msg_incident_new_lead(),
        back: ("/incidents".into(), t.msg_incidents_nav()),
        action: "/incidents/new".into(),
        parts: vec![
            area("what", t.msg_incident_what(), t.msg_incident_what_hint()),
            ask.day("noticed", t.msg_incident_noticed_day(), true),
            ask.need("at", t.msg_incident_noticed_at(), 5),
            ask.checks("kinds", t.msg_incident_kinds(), kinds),
            Html::of(&ask.field("people", t.msg_incident_people()).kind(FieldKind::Number).required().max(7)),
            area("harm", t.msg_incident_harm(), t.msg_incident_harm_hint()),
            area("done", t.msg_incident_done(), t.msg_incident_done_hint()),
        ],
        promise: t.msg_incident_promise(),
        submit: t.msg_incident_go(),
    };
    sheet.show(visit, fields)
}

/// `GET /incidents/new`
pub(super) async fn new(visit: Visit) -> Result<Response, Trouble> {
    let (hour, minute) = visit.now().hour_minute();
    let fields = Fields::empty(visit.lang).with("noticed", &visit.now().day().to_string());
    Ok(new_sheet(&visit, &fields.with("at", &format!("{hour:02}:{minute:02}"))))
}

/// `POST /incidents/new`
pub(super) async fn new_send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let seat = visit.seat().ok_or(Trouble::NotFound)?;
    let (area, org, id) = (seat.area, seat.org, IncidentId::new(visit.chance(), visit.now()));
    let (day, at) = (fields.day("noticed"), fields.line("at", 10));
    let minute = time_of_day(&at);
    if minute.is_none() && !at.is_empty() {
        fields.note("at", "office.time", t(visit.lang).msg_setup_time_wrong());
    }
    let people = fields.line("people", 10).parse::<i64>().ok().filter(|n| (0..=PEOPLE_MAX).contains(n));
    if people.is_none() && fields.fault("people").is_none() {
        fields.refuse(&Refusal::People);
    }
    let kinds: Vec<Data> = Data::ALL.iter().copied().filter(|k| fields.all("kinds").any(|v| v == k.name())).collect();
    if kinds.is_empty() {
        fields.refuse(&Refusal::NoKind);
    }
    let [what, harm, done] = ["what", "harm", "done"].map(|name| fields.text(name, WORDS_MAX));
    if let (true, Some(day), Some(minute), Some(people)) = (fields.good(), day, minute, people) {
        let noticed_at = day.at(0, 0).plus(i64::from(minute) * MINUTE);
        let act = Incident { incident: id, org, noticed_at, kinds, people, what, harm, done };
        let run = move |tx: &mut Tx<'_>, heads: &Heads| incident(tx, heads.first(), &act);
        if let Some(done) = send(&visit, &mut fields, area, url(id), run).await? {
            return Ok(done);
        }
    }
    Ok(new_sheet(&visit, &fields))
}

/// `GET /incidents/{incident}`
pub(super) async fn one(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let s = seen(&visit, &id).await?;
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let here = url(s.row.id);
    let open = s.row.standing.closed_at.is_none();
    let [authority, residents] = deadlines(lang, &s.row, now);
    let mut view = View::new(t.msg_incident_title(say::when(lang, s.row.standing.noticed_at, now)))
        .back("/incidents", t.msg_incidents_nav())
        .act(open, format!("{here}/step"), t.msg_incident_step(), Icon::Pencil)
        .act(true, format!("{here}/notice"), t.msg_incident_notice(), Icon::Printer)
        .act(true, format!("{here}/report"), t.msg_incident_report(), Icon::Printer);
    let facts = vec![
        (t.msg_incident_step_authority(), authority),
        (t.msg_incident_step_residents(), residents),
        (t.msg_incident_kinds(), kinds(lang, &s.row.kinds)),
        (t.msg_incident_people(), s.row.people.to_string()),
        (t.msg_incident_what(), s.what.clone()),
        (t.msg_incident_harm(), s.harm.clone()),
        (t.msg_incident_done(), s.done.clone()),
    ];
    view.sections.push(Section::facts(String::new(), facts));
    let lines = s.steps.iter().map(|(step, at, words)| Line {
        title: Step::named(step).map_or_else(String::new, |step| step.say(lang)),
        cells: vec![say::when(lang, *at, now), words.clone()],
        ..Line::default()
    });
    let heads = vec![t.msg_incident_step(), t.msg_incident_step_at(), t.msg_incident_step_words()];
    let table = Table { caption: t.msg_incident_steps(), heads, rows: lines.collect() };
    view.sections.push(Section::table(t.msg_incident_steps(), &table, t.msg_incident_no_steps()));
    Ok(view.show(&visit))
}

fn step_sheet(visit: &Visit, fields: &Fields, row: &Row) -> Response {
    let (lang, t, ask) = (visit.lang, t(visit.lang), Ask { lang: visit.lang, fields });
    let steps = Step::ALL.iter().filter(|step| may(&row.standing, **step).is_ok());
    let steps = steps.map(|step| Choice::new(step.name(), step.say(lang))).collect();
    let words = ask.field("words", t.msg_incident_step_words()).kind(FieldKind::Area).hint(t.msg_incident_step_hint());
    let sheet = Sheet {
        title: t.msg_incident_step(),
        lead: t.msg_incident_step_lead(),
        back: (url(row.id), t.msg_reg_back()),
        action: format!("{}/step", url(row.id)),
        parts: vec![
            ask.options("step", t.msg_incident_step(), steps),
            Html::of(&words.required().max(WORDS_MAX as u32)),
        ],
        promise: String::new(),
        submit: t.msg_reg_save(),
    };
    sheet.show(visit, fields)
}

/// `GET /incidents/{incident}/step`
pub(super) async fn step(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let s = seen(&visit, &id).await?;
    Ok(step_sheet(&visit, &Fields::empty(visit.lang), &s.row))
}

/// `POST /incidents/{incident}/step`
pub(super) async fn step_send(visit: Visit, Path(id): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let s = seen(&visit, &id).await?;
    let (row, step) = (s.row, Step::named(fields.raw("step")));
    if step.is_none() {
        fields.note("step", lianxin_base::Refuse::code(&BadField::Empty), t(visit.lang).msg_incident_no_step());
    }
    let words = fields.text("words", WORDS_MAX);
    if let (true, Some(step)) = (fields.good(), step) {
        let act = IncidentStep { incident: row.id, step, words };
        let run = move |tx: &mut Tx<'_>, heads: &Heads| incident_step(tx, heads.first(), &act);
        if let Some(done) = send(&visit, &mut fields, row.area, url(row.id), run).await? {
            return Ok(done);
        }
    }
    Ok(step_sheet(&visit, &fields, &row))
}
