//! `/votes/{vote}/filing`: until when the result is filed, with what, and that it was; and the package on paper.

use super::file;
use super::rules::{NOTICE_ARTICLE, RECEIPT_MAX, dismissal, filing, rescission};
use super::store::{Filing, of};
use crate::assembly::pages::one::positive;
use crate::assembly::pages::{author, on, own, under};
use crate::assembly::{Matter, Vote, store as votes};
use crate::caps;
use crate::conflict::MANAGER;
use crate::count::pages::{Came, results};
use crate::count::store::{self as counts, Counted};
use crate::election::rules::CANDIDATE;
use crate::example;
use crate::refusal::Refusal;
use crate::roll::store::{self as rolls, Roll};
use crate::say::{plain_day, weight, when_dated};
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{Day, Lang};
use lianxin_gate::Gate;
use lianxin_web::components::{
    Back, ErrorSummary, Facts, Field, FieldKind, Html, Link, Notice, NoticeKind, Submit, Text,
};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// The routes of filings.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/votes/{vote}/filing", Gate::Can(caps::CONVENE), form),
        Route::post("/votes/{vote}/filing", Gate::Can(caps::CONVENE), send),
        Route::get("/votes/{vote}/filing/print", Gate::Can(caps::CONVENE), print),
    ]
}

/// What the address says.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    said: String,
}

#[derive(Template)]
#[template(path = "filing.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    notice: Notice<'static>,
    facts: Facts<'static>,
    package: Link<'static>,
    action: String,
    csrf: String,
    form: Option<([Field<'static>; 2], Submit<'static>)>,
}

/// What is to be filed.
struct Seen {
    counted: Counted,
    filing: Option<Filing>,
    /// A company was engaged or dismissed.
    company: bool,
    /// Somebody was elected: that has to be filed, with a last day.
    elects: bool,
}

impl Seen {
    /// The last day to file, where the law names one.
    fn due(&self) -> Option<Day> {
        self.filing.as_ref().filter(|f| self.elects && f.filed.is_none()).map(|f| f.due)
    }
}

async fn seen(visit: &Visit, v: &Vote) -> Result<Seen, Trouble> {
    let id = v.id;
    let found = visit.read(move |r| {
        let counted = counts::of(r, id)?.ok_or(Refusal::NotCounted)?;
        let matters = votes::matters(r, id)?;
        Ok(Seen { counted, filing: of(r, id)?, company: of_company(&matters), elects: elects(&matters) })
    });
    found.await
}

/// `GET /votes/{vote}/filing`
async fn form(visit: Visit, Path(vote): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let fields = Fields::empty(visit.lang).with("day", &visit.now().day().to_string());
    show(&visit, &v, &asked.said, &fields).await
}

/// Whether a company was engaged or dismissed.
pub(crate) fn of_company(matters: &[Matter]) -> bool {
    matters.iter().any(|m| m.kind == MANAGER && m.passed == Some(true))
}

/// Whether somebody was elected.
fn elects(matters: &[Matter]) -> bool {
    matters.iter().any(|m| m.kind == CANDIDATE && m.passed == Some(true))
}

/// The days that run from the count: when the contract of a company that is dismissed can end, and until when the result can be
/// attacked.
pub(crate) fn days(lang: Lang, v: &Vote, counted: &Counted, company: bool) -> Vec<(Text<'static>, Text<'static>)> {
    let t = t(lang);
    let Ok(set) = v.set() else { return Vec::new() };
    let mut all: Vec<(Text<'static>, Text<'static>)> = Vec::new();
    if company {
        let first = plain_day(lang, dismissal(counted.at.day()));
        all.push((t.msg_dismissal().into(), t.msg_dismissal_says(first, NOTICE_ARTICLE).into()));
    }
    if let Some((last, article)) = rescission(&set, counted.at.day()) {
        all.push((t.msg_challenge().into(), t.msg_challenge_says(plain_day(lang, last.counted), article).into()));
    }
    all
}

fn filing_fact(lang: Lang, v: &Vote, seen: &Seen) -> Option<(Text<'static>, Text<'static>)> {
    let t = t(lang);
    if !seen.elects {
        return None;
    }
    let (last, article) = filing(v.set().ok()?.as_ref(), seen.counted.at.day())?;
    let due = seen.filing.as_ref().map_or(last.moved, |f| f.due);
    let says = match due == last.counted {
        true => t.msg_filing_until(plain_day(lang, due), article),
        false => t.msg_filing_moved(plain_day(lang, last.counted), plain_day(lang, due), article),
    };
    Some((t.msg_filing_due().into(), says.into()))
}

async fn show(visit: &Visit, v: &Vote, said: &str, fields: &Fields) -> Result<Response, Trouble> {
    let seen = seen(visit, v).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let filed = seen.filing.as_ref().and_then(|f| f.filed.map(|day| (day, f.receipt.clone())));
    let late = seen.due().is_some_and(|due| visit.now().day() > due);
    let notice = match (&filed, late) {
        (Some((day, receipt)), _) => {
            Notice::new(NoticeKind::Ok, t.msg_filing_done(plain_day(lang, *day), receipt.clone()))
        }
        (None, true) => Notice::new(NoticeKind::Warn, t.msg_filing_is_late()),
        (None, false) if seen.elects => Notice::new(NoticeKind::Info, t.msg_filing_waits()),
        (None, false) => Notice::new(NoticeKind::Info, t.msg_filing_may()),
    };
    let mut items: Vec<(Text<'static>, Text<'static>)> = filing_fact(lang, v, &seen).into_iter().collect();
    items.extend(days(lang, v, &seen.counted, seen.company));
    let field = |name: &'static str, label: String| {
        Field::new(lang, name, label).value(fields.raw(name).to_owned()).error(fields.fault(name)).required()
    };
    let view = View {
        t,
        back: Back::new(under(v.id, "desk"), t.msg_desk()),
        title: v.title.clone(),
        said: (said == "filed").then(|| Notice::new(NoticeKind::Ok, t.msg_said_filed())),
        summary: (!fields.good()).then(|| fields.summary()),
        notice,
        facts: Facts { items },
        package: Link::new(under(v.id, "filing/print"), t.msg_filing_print()).icon(Icon::Printer),
        action: under(v.id, "filing"),
        csrf: visit.token().to_owned(),
        form: filed.is_none().then(|| {
            let day = field("day", t.msg_filing_day()).kind(FieldKind::Date);
            let receipt = field("receipt", t.msg_filing_receipt()).hint(t.msg_filing_receipt_hint());
            ([day, receipt.max(RECEIPT_MAX as u32).autocomplete("off")], Submit::new(t.msg_filing_go()))
        }),
    };
    let title = t.msg_filing();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// `POST /votes/{vote}/filing`
async fn send(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    seen(&visit, &v).await?;
    let (day, receipt) = (fields.day("day"), fields.line("receipt", RECEIPT_MAX));
    let Some(day) = day.filter(|_| fields.good()) else { return show(&visit, &v, "", &fields).await };
    let (who, id) = (author(&visit), v.id);
    let done = visit.act_once(v.area, fields.token(), move |tx, token| {
        file(tx, &Author { token, ..who.clone() }, id, (day, &receipt))
    });
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "filing"), "filed")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &v, "", &fields).await
        }
    }
}

#[derive(Template)]
#[template(path = "filing_print.html")]
struct Package {
    t: &'static L10nLanguage,
    place: String,
    title: String,
    facts: Vec<(String, String)>,
    results: Vec<Came>,
    due: Option<(Text<'static>, Text<'static>)>,
    rest: Vec<(Text<'static>, Text<'static>)>,
    attached: Vec<String>,
    back: String,
}

fn package_facts(lang: Lang, v: &Vote, roll: &Roll, c: &Counted) -> Vec<(String, String)> {
    let t = t(lang);
    let roll_totals =
        t.msg_roll_totals(positive(roll.units), weight(lang, positive(roll.persons), positive(roll.size)));
    vec![
        (t.msg_compound(), v.area_name.clone()),
        (t.msg_convener(), v.org_name.clone()),
        (t.msg_notice_day(), plain_day(lang, v.called.day())),
        (t.msg_vote_when(), t.msg_vote_span(when_dated(lang, v.opens), when_dated(lang, v.closes))),
        (t.msg_rules(), t.msg_rules_of(plain_day(lang, v.opens.day()), v.rules_name())),
        (t.msg_roll(), roll_totals),
        (t.msg_roll_kept(), roll.list_sha256.clone()),
        (t.msg_count_at(), when_dated(lang, c.at)),
        (t.msg_count_came(), weight(lang, positive(c.persons), positive(c.size))),
        (t.msg_file_sha(), c.file_sha256.clone()),
        (t.msg_outcome_sha(), c.outcome_sha256.clone()),
    ]
}

/// What belongs with it.
fn attached(t: &L10nLanguage) -> Vec<String> {
    vec![
        t.msg_attach_notice(),
        t.msg_attach_roll(),
        t.msg_attach_papers(),
        t.msg_attach_deliveries(),
        t.msg_attach_count(),
        t.msg_attach_result(),
        t.msg_attach_rules(),
    ]
}

/// `GET /votes/{vote}/filing/print`: one document with everything the authority wants, and what is to be attached.
async fn print(visit: Visit, Path(vote): Path<String>) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let seen = seen(&visit, &v).await?;
    let (at, lang) = (v.clone(), visit.lang);
    let found = visit.read(move |r| {
        let matters = votes::matters(r, at.id)?;
        Ok((rolls::roll(r, at.id)?, results(r, &at, &matters, lang)?))
    });
    let (roll, results) = found.await?;
    let roll = roll.ok_or(Trouble::NotFound)?;
    let t = t(lang);
    let view = Package {
        t,
        place: t.msg_filing_package(v.place()),
        facts: package_facts(lang, &v, &roll, &seen.counted),
        results,
        due: filing_fact(lang, &v, &seen),
        rest: days(lang, &v, &seen.counted, seen.company),
        attached: attached(t),
        back: under(v.id, "filing"),
        title: v.title,
    };
    let name = view.title.clone();
    Ok(visit.page(&name, Kind::Print).view(&view))
}

/// An invented example of the package.
pub(crate) fn specimen(lang: Lang) -> Html {
    let t = t(lang);
    Html::of(&Package {
        t,
        place: t.msg_filing_package(example::PLACE),
        title: example::TITLE.into(),
        facts: vec![
            (t.msg_compound(), example::PLACE.into()),
            (t.msg_convener(), example::CONVENER.into()),
            (t.msg_vote_when(), example::span(lang)),
            (t.msg_roll_kept(), example::HASH.into()),
        ],
        results: vec![example::came(lang)],
        due: None,
        rest: Vec::new(),
        attached: attached(t),
        back: example::BACK.into(),
    })
}
