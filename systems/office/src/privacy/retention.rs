//! 留多久: for how many months each kind of data is kept after its end, within what the law lets an office choose. What was
//! settled stands on `/privacy`, and the night's purge goes by it.

use crate::ADMIN;
use crate::setup::root;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_base::{Day, Lang, Refuse};
use lianxin_gate::Gate;
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Read, Stop, Tx, params};
use lianxin_web::components::{Back, ErrorSummary, Field, FieldKind, Html, Submit};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};

/// A kind of data that is kept for a time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Data {
    /// Names and telephone numbers given with a matter, after it was closed.
    Contact,
    /// A report as it was written, with its place and photos, and what was published of it, after the matter was closed. Its
    /// title stays.
    Words,
    /// What was written about an incident, after it was closed.
    Incident,
    /// Name and telephone of somebody in the register, after they moved out and own nothing here.
    Resident,
    /// Messages in inboxes, after they were sent.
    Message,
    /// Who was looked up at the counter, by which post and what for, after it was done.
    LookUp,
}

/// How long one may be kept, in months.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Not shorter.
    pub least: i64,
    /// Unless the office settles something else.
    pub usual: i64,
    /// Not longer.
    pub most: i64,
}

impl Data {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 6] =
        [Self::Contact, Self::Words, Self::Resident, Self::Message, Self::LookUp, Self::Incident];

    /// Its name in the record and in the form.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Words => "words",
            Self::Incident => "incident",
            Self::Resident => "resident",
            Self::Message => "message",
            Self::LookUp => "look_up",
        }
    }

    /// The one of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|data| data.name() == name)
    }

    /// Contact data: nothing in law asks for them, but a matter may come back; never longer than three years (PIPL Art. 19, the
    /// shortest time needed). Words: three years at least, for so long a claim may still be raised (Civil Code Art. 188).
    /// Incidents: three years at least, as records of such risks are kept (PIPL Art. 56). Who moved out: as contact data, up
    /// to five years, for what was decided while they were owners may be disputed. Look-ups: six months at least, as logs are
    /// kept (Cybersecurity Law).
    pub const fn limits(self) -> Limits {
        match self {
            Self::Contact => Limits { least: 3, usual: 24, most: 36 },
            Self::Words => Limits { least: 36, usual: 36, most: 60 },
            Self::Incident => Limits { least: 36, usual: 36, most: 120 },
            Self::Resident => Limits { least: 3, usual: 24, most: 60 },
            Self::Message => Limits { least: 3, usual: 24, most: 36 },
            Self::LookUp => Limits { least: 6, usual: 36, most: 60 },
        }
    }

    fn label(self, t: &'static L10nLanguage) -> String {
        match self {
            Self::Contact => t.msg_retention_contact(),
            Self::Words => t.msg_retention_words(),
            Self::Incident => t.msg_retention_incident(),
            Self::Resident => t.msg_retention_resident(),
            Self::Message => t.msg_retention_message(),
            Self::LookUp => t.msg_retention_look_up(),
        }
    }

    fn why(self, t: &'static L10nLanguage) -> String {
        let Limits { least, most, .. } = self.limits();
        match self {
            Self::Contact => t.msg_retention_contact_why(least, most),
            Self::Words => t.msg_retention_words_why(least, most),
            Self::Incident => t.msg_retention_incident_why(least, most),
            Self::Resident => t.msg_retention_resident_why(least, most),
            Self::Message => t.msg_retention_message_why(least, most),
            Self::LookUp => t.msg_retention_look_up_why(least, most),
        }
    }
}

/// Whether so many months are within what may be chosen.
pub fn may(data: Data, months: i64) -> Result<(), Refusal> {
    let Limits { least, most, .. } = data.limits();
    match months {
        short if short < least => Err(Refusal::Short(data)),
        long if long > most => Err(Refusal::Long(data)),
        _ => Ok(()),
    }
}

/// The same day so many months later; the last of the month where it has no such day.
fn later(day: Day, months: i64) -> Day {
    let (year, month, d) = day.parts();
    let n = i64::from(year) * 12 + i64::from(month) - 1 + months;
    let (year, month) =
        (i32::try_from(n.div_euclid(12)).unwrap_or(year), u8::try_from(n.rem_euclid(12) + 1).unwrap_or(1));
    (1..=d).rev().find_map(|d| Day::ymd(year, month, d)).unwrap_or(day)
}

/// What ended before this day goes today: its last day of being kept, so many months after it ended, is over.
pub fn gone_before(today: Day, months: i64) -> Day {
    let mut first = later(today, -months);
    while later(first, months) < today {
        first = first.plus(1);
    }
    first
}

const SET: &str = "INSERT INTO office_retention(kind, area, months) VALUES($1, $2, $3) \
    ON CONFLICT(kind) DO UPDATE SET area = excluded.area, months = excluded.months";
const MONTHS: &str = "SELECT months FROM office_retention WHERE kind = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[("retention_set", SET), ("retention", MONTHS)];

/// For how many months a kind of data is kept here.
///
/// # Errors
/// The database's trouble.
pub fn months(r: &mut Read<'_>, data: Data) -> Result<i64, Fault> {
    let settled = r.row(MONTHS, params![data.name()], |row| row.int(0))?;
    Ok(settled.unwrap_or(data.limits().usual))
}

/// 留多久 How long a kind of data is kept was settled. Public: everybody may know it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Retention {
    pub(crate) data: Data,
    pub(crate) months: i64,
}

impl Act for Retention {
    const KIND: &'static str = "office.retention";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("data", self.data.name());
        leaf.int("months", self.months);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        tx.exec(SET, params![rec.text("data")?, rec.area(), rec.int("months")?]).map(|_| ())
    }
}

/// Settles how long a kind of data is kept.
pub(crate) fn retention(tx: &mut Tx<'_>, head: Head, act: &Retention) -> Result<Receipt, Stop> {
    may(act.data, act.months)?;
    Ok(record(tx, head, act)?)
}

/// Why a time is not settled. The name is the form's field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Shorter than law or need allow.
    Short(Data),
    /// Longer than is needed; for ever above all.
    Long(Data),
}

impl Refusal {
    /// One of each, for the printed list.
    pub const ALL: [Self; 2] = [Self::Short(Data::Words), Self::Long(Data::Contact)];

    const fn data(self) -> Data {
        match self {
            Self::Short(data) | Self::Long(data) => data,
        }
    }
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Short(_) => "retention.short",
            Self::Long(_) => "retention.long",
        }
    }
    fn say(&self, lang: Lang) -> String {
        let limits = self.data().limits();
        match self {
            Self::Short(_) => t(lang).msg_retention_short(limits.least),
            Self::Long(_) => t(lang).msg_retention_long(limits.most),
        }
    }
    fn field(&self) -> Option<&'static str> {
        Some(self.data().name())
    }
}

pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/retention", Gate::Can(ADMIN), page), Route::post("/retention", Gate::Can(ADMIN), send)]
}

#[derive(Template)]
#[template(path = "setup_form.html")]
struct Form<'a> {
    back: Back<'a>,
    title: String,
    lead: String,
    summary: Option<ErrorSummary<'a>>,
    above: Vec<Html>,
    action: &'static str,
    csrf: &'a str,
    fields: Vec<Field<'a>>,
    submit: Submit<'a>,
}

async fn page(visit: Visit) -> Result<Response, Trouble> {
    let now = visit.read(|r| Ok(settled(r)?)).await?;
    let fields = Fields::empty(visit.lang);
    let fields = now.into_iter().fold(fields, |fields, (data, months)| fields.with(data.name(), &months.to_string()));
    Ok(show(&visit, &fields))
}

/// Each kind with its months.
pub(super) fn settled(r: &mut Read<'_>) -> Result<Vec<(Data, i64)>, Fault> {
    Data::ALL.into_iter().map(|data| Ok((data, months(r, data)?))).collect()
}

fn show(visit: &Visit, fields: &Fields) -> Response {
    let t = t(visit.lang);
    let question = |data: Data| {
        Field::new(visit.lang, data.name(), data.label(t))
            .kind(FieldKind::Number)
            .hint(data.why(t))
            .value(fields.raw(data.name()).to_owned())
            .error(fields.fault(data.name()))
            .required()
            .max(3)
    };
    let form = Form {
        back: Back::new("/setup", t.msg_setup_title()),
        title: t.msg_retention_title(),
        lead: t.msg_retention_lead(),
        summary: (!fields.good()).then(|| fields.summary()),
        above: Vec::new(),
        action: "/retention",
        csrf: visit.token(),
        fields: Data::ALL.into_iter().map(question).collect(),
        submit: Submit::new(t.msg_setup_save()),
    };
    let page = visit.page(&form.title, Kind::Desk);
    if fields.good() { page.view(&form) } else { page.wrong().view(&form) }
}

/// `POST /retention`: an act for each that changed.
async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let before = visit.read(|r| Ok(settled(r)?)).await?;
    let mut changed = Vec::new();
    for (data, now) in before {
        let typed: String = fields.line(data.name(), 10).chars().map(lianxin_base::half_width).collect();
        match typed.parse::<i64>() {
            Ok(months) if may(data, months).is_ok() => {
                changed.extend((months != now).then(|| (visit.act_id(), Retention { data, months })));
            }
            Ok(months) => drop(may(data, months).map_err(|no| fields.refuse(&no))),
            Err(_) if typed.is_empty() => {}
            Err(_) => fields.note(data.name(), "retention.number", t(visit.lang).msg_retention_number()),
        }
    }
    if !fields.good() {
        return Ok(show(&visit, &fields));
    }
    let (area, by) = (root(&visit).await?.id, visit.by());
    if let Some((first, _)) = changed.first().copied() {
        visit
            .act_once(area, fields.token(), move |tx, token| {
                let mut receipt = None;
                for (id, act) in &changed {
                    let token = token.clone().filter(|_| *id == first);
                    let done = retention(tx, Head { id: *id, area, by, no: None, token }, act)?;
                    receipt.get_or_insert(done);
                }
                Ok(receipt.ok_or_else(|| Fault::bug("nothing was changed"))?)
            })
            .await?;
    }
    Ok(visit.to("/setup"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn what_ended_is_kept_up_to_its_last_day_and_goes_on_the_next() {
        for (ended, months, last) in [
            ("2026-06-16", 24, "2028-06-16"),
            ("2024-02-29", 24, "2026-02-28"),
            ("2024-02-29", 48, "2028-02-29"),
            ("2026-01-31", 1, "2026-02-28"),
            ("2026-03-31", 3, "2026-06-30"),
            ("2026-11-30", 3, "2027-02-28"),
            ("2026-12-31", 36, "2029-12-31"),
        ] {
            let (ended, last) = (day(ended), day(last));
            let goes = |today| ended < gone_before(today, months);
            assert!(!goes(last.plus(-1)) && !goes(last), "{ended}: kept on {last}");
            assert!(goes(last.plus(1)) && goes(last.plus(2)), "{ended}: gone after {last}");
        }
    }

    #[test]
    fn a_time_lies_within_what_the_law_lets_an_office_choose() {
        for (data, months, is) in [
            (Data::Contact, 2, Err(Refusal::Short(Data::Contact))),
            (Data::Contact, 3, Ok(())),
            (Data::Contact, 36, Ok(())),
            (Data::Contact, 37, Err(Refusal::Long(Data::Contact))),
            (Data::Words, 35, Err(Refusal::Short(Data::Words))),
            (Data::Words, 36, Ok(())),
            (Data::Words, 60, Ok(())),
            (Data::Words, 61, Err(Refusal::Long(Data::Words))),
            (Data::Incident, 0, Err(Refusal::Short(Data::Incident))),
            (Data::Resident, 60, Ok(())),
            (Data::Resident, 61, Err(Refusal::Long(Data::Resident))),
            (Data::Message, 2, Err(Refusal::Short(Data::Message))),
            (Data::LookUp, 5, Err(Refusal::Short(Data::LookUp))),
            (Data::LookUp, 6, Ok(())),
            (Data::Incident, i64::MAX, Err(Refusal::Long(Data::Incident))),
        ] {
            assert_eq!(may(data, months), is, "{data:?} {months}");
        }
        for data in Data::ALL {
            assert_eq!(may(data, data.limits().usual), Ok(()), "what is usual may be chosen");
            assert_eq!(Data::named(data.name()), Some(data));
        }
    }

    #[test]
    fn every_refusal_has_a_sentence_in_both_languages() {
        for refusal in Refusal::ALL {
            assert!(refusal.say(Lang::Zh).ends_with('。') && refusal.say(Lang::En).ends_with('.'), "{refusal:?}");
        }
    }
}
