//! `/votes/{vote}/official`: two people take in what the official system gave, after the close. Neither sees what the other took in
//! until both are the same.

use super::rules::{LINE_MAX, TOTALS_MAX, What, open_for_tallies, totals};
use super::sheet::{self, Wrong};
use super::store::{Tally, counting, lines, live, totals as kept_totals};
use super::{NewTally, take, void};
use crate::assembly::pages::{author, on, own, under};
use crate::assembly::{Matter, Vote, store as votes};
use crate::away::pages::Ask;
use crate::ballot::rules::open_for_papers;
use crate::ballot::store as ballots;
use crate::caps;
use crate::conflict;
use crate::refusal_votes::Refusal;
use crate::roll::{Line, store as rolls};
use crate::say::{plain_day, weight, when};
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::HeaderMap;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use lianxin_base::Lang;
use lianxin_gate::Gate;
use lianxin_paper::{FILE, List, Value, ask_sheet};
use lianxin_store::{Fault, Read, Stop};
use lianxin_web::components::{
    Back, Choice, Choices, ErrorSummary, Facts, Field, FieldKind, Link, Look, Notice, NoticeKind, Submit,
};
use lianxin_web::icons::Icon;
use lianxin_web::photos::{bytes_of, keep_file, photos, picture};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, FileLimits, Route, Trouble, Upload, Visit};
use serde::Deserialize;

/// A sheet and a photo.
const FILES: FileLimits = FileLimits { count: 2, each: FILE };
/// So many rows that cannot be taken in are listed.
const LISTED: usize = 20;
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The routes of tallies.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/votes/{vote}/official", Gate::Can(caps::ENTER), form),
        Route::post("/votes/{vote}/official", Gate::Can(caps::ENTER), send).files(FILES),
        Route::post("/votes/{vote}/official/void", Gate::Can(caps::ENTER), send_void),
        Route::get("/votes/{vote}/official/sheet", Gate::Can(caps::ENTER), blank),
        Route::get("/votes/{vote}/official/file", Gate::Can(caps::ENTER), original),
        Route::get("/votes/{vote}/official/photo", Gate::Can(caps::ENTER), image),
    ]
}

/// What everybody reads of it: which system, its number and day, how many voted there; and totals where there is nothing else.
pub(crate) fn facts(lang: Lang, r: &mut Read<'_>, v: &Vote) -> Result<Vec<(String, String)>, Fault> {
    let Some(tally) = counting(r, v.id)? else { return Ok(Vec::new()) };
    let t = t(lang);
    let named = t.msg_official_named(tally.source.clone(), tally.reference.clone(), plain_day(lang, tally.day));
    let came = match tally.taken.what {
        What::Lines => t.msg_official_owners(tally.owners),
        What::Nobody => t.msg_official_nobody(),
        What::Totals => t.msg_official_only_totals(),
    };
    let mut all = vec![(t.msg_official_fact(), format!("{named}{came}"))];
    let whole = |n: i64| u64::try_from(n).unwrap_or(0);
    for (n, total) in (1i64..).zip(kept_totals(r, v.id)?) {
        let [yes, no, abstain] = total.map(|(persons, size)| weight(lang, whole(persons), whole(size)));
        all.push((t.msg_official_matter(n), t.msg_official_sums(yes, no, abstain)));
    }
    Ok(all)
}

/// What the address says.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    said: String,
}

#[derive(Template)]
#[template(path = "official.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    state: Notice<'static>,
    facts: Facts<'static>,
    links: Vec<Link<'static>>,
    /// Rows that cannot be taken in.
    faults: Vec<String>,
    action: String,
    csrf: String,
    form: Option<Form>,
    /// What the button says that sets it aside.
    void: Option<(String, String)>,
}

struct Form {
    what: Choices<'static>,
    fields: [Field<'static>; 3],
    sheet_error: Option<String>,
    blank: Link<'static>,
    leave: bool,
    totals: Field<'static>,
    ask: Ask,
    submit: Submit<'static>,
}

#[derive(Default)]
struct Seen {
    matters: Vec<Matter>,
    tallies: Vec<Tally>,
    facts: Vec<(String, String)>,
    /// Numbers that handed in a signed paper, too.
    both: Vec<i64>,
}

fn look(r: &mut Read<'_>, v: &Vote, lang: Lang) -> Result<Seen, Fault> {
    let cast = ballots::all(r, v.id)?;
    let both = lines(r, v.id)?.into_iter().map(|l| l.no);
    let both = both.filter(|no| cast.iter().any(|b| b.no == *no && b.channel.signed())).collect();
    Ok(Seen { matters: votes::matters(r, v.id)?, tallies: live(r, v.id)?, facts: facts(lang, r, v)?, both })
}

/// Only who is no party to the vote, and only after the close.
async fn seen(visit: &Visit, v: &Vote) -> Result<Seen, Trouble> {
    open_for_tallies(v.online, visit.now(), v.closes).map_err(Trouble::refused)?;
    let (at, by, today, lang) = (v.clone(), visit.by(), visit.now().day(), visit.lang);
    let found = visit.read(move |r| {
        conflict::clear(r, &at, by, today)?;
        Ok(look(r, &at, lang)?)
    });
    found.await
}

/// `GET /votes/{vote}/official`
async fn form(visit: Visit, Path(vote): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let fields = Fields::empty(visit.lang).with("day", &visit.now().day().to_string());
    show(&visit, &v, &asked.said, &fields, Vec::new()).await
}

async fn show(visit: &Visit, v: &Vote, said: &str, fields: &Fields, faults: Vec<String>) -> Result<Response, Trouble> {
    let seen = seen(visit, v).await?;
    let t = t(visit.lang);
    let open = open_for_papers(v.state).is_ok();
    let counts = seen.tallies.iter().find(|tally| tally.counts);
    let mut links = Vec::new();
    if counts.is_some_and(|tally| tally.file.is_some()) {
        links.push(Link::new(under(v.id, "official/file"), t.msg_official_original()).icon(Icon::Download));
    }
    if counts.is_some_and(|tally| tally.photo.is_some()) {
        links.push(Link::new(under(v.id, "official/photo"), t.msg_official_see_photo()).icon(Icon::Camera));
    }
    let asked = seen.tallies.iter().any(|tally| tally.taken.asked);
    let void = if asked { t.msg_official_void_too() } else { t.msg_official_void() };
    let view = View {
        t,
        back: Back::new(under(v.id, "desk"), t.msg_desk()),
        title: v.title.clone(),
        said: match said {
            "taken" => Some(Notice::new(NoticeKind::Ok, t.msg_said_official())),
            "void" => Some(Notice::new(NoticeKind::Ok, t.msg_said_official_void())),
            _ => None,
        },
        summary: (!fields.good()).then(|| fields.summary()),
        state: state(visit, &seen.tallies),
        facts: Facts { items: beside(visit.lang, &seen).into_iter().map(|(n, s)| (n.into(), s.into())).collect() },
        links,
        faults,
        action: under(v.id, "official"),
        csrf: visit.token().to_owned(),
        form: (open && counts.is_none()).then(|| asks(visit, v, &seen.matters, fields)),
        void: (open && !seen.tallies.is_empty()).then(|| (under(v.id, "official/void"), void)),
    };
    let title = t.msg_official();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

fn state(visit: &Visit, tallies: &[Tally]) -> Notice<'static> {
    let (t, now) = (t(visit.lang), visit.now());
    match tallies {
        [] => Notice::new(NoticeKind::Info, t.msg_official_none()),
        [one] => Notice::new(NoticeKind::Warn, t.msg_official_once(when(visit.lang, one.at, now))),
        [a, b] if a.taken.digest == b.taken.digest => Notice::new(NoticeKind::Ok, t.msg_official_twice()),
        _ => Notice::new(NoticeKind::Warn, t.msg_official_unlike()),
    }
}

fn beside(lang: Lang, seen: &Seen) -> Vec<(String, String)> {
    let t = t(lang);
    let mut all = seen.facts.clone();
    if !seen.both.is_empty() {
        let numbers = seen.both.iter().map(ToString::to_string).collect::<Vec<_>>().join(&t.msg_and());
        all.push((t.msg_official_both(), t.msg_official_both_says(numbers)));
    }
    if let Some(tally) = seen.tallies.iter().find(|tally| tally.counts && tally.outside > 0) {
        let rows = tally.outside_words.lines().collect::<Vec<_>>().join(&t.msg_and());
        all.push((t.msg_official_outside(), t.msg_official_outside_says(tally.outside, rows)));
    }
    all
}

fn asks(visit: &Visit, v: &Vote, matters: &[Matter], fields: &Fields) -> Form {
    let (lang, t) = (visit.lang, t(visit.lang));
    let field = |name: &'static str, label: String| {
        Field::new(lang, name, label).value(fields.raw(name).to_owned()).error(fields.fault(name)).autocomplete("off")
    };
    let what = Choices::new(lang, Look::Options, "what", t.msg_official_what())
        .item(Choice::new(What::Lines.name(), t.msg_official_lines()))
        .item(Choice::new(What::Totals.name(), t.msg_official_totals()))
        .item(Choice::new(What::Nobody.name(), t.msg_official_empty()));
    let names: Vec<String> = matters.iter().map(|m| t.msg_cast_matter(m.n, m.words.clone())).collect();
    Form {
        what: what.chosen(fields.raw("what").to_owned()).error(fields.fault("what")).required(),
        fields: [
            field("source", t.msg_official_source()).hint(t.msg_official_source_hint()).max(LINE_MAX as u32).required(),
            field("reference", t.msg_official_reference())
                .hint(t.msg_official_reference_hint())
                .max(LINE_MAX as u32)
                .required(),
            field("day", t.msg_official_day()).kind(FieldKind::Date).required(),
        ],
        sheet_error: fields.fault("sheet"),
        blank: Link::new(under(v.id, "official/sheet"), t.msg_official_blank()).icon(Icon::Download),
        leave: fields.has("leave") || fields.faults().iter().any(|f| f.code == OUTSIDE),
        totals: field("totals", t.msg_official_totals_field())
            .kind(FieldKind::Area)
            .hint(t.msg_official_totals_hint(names.join("；")))
            .max(TOTALS_MAX as u32),
        ask: Ask::named(visit, fields, t.msg_official_photo(), t.msg_official_photo_hint()),
        submit: Submit::new(t.msg_official_go()),
    }
}

/// The code of the refusal that offers to leave rows out.
const OUTSIDE: &str = "property.official_outside";

/// What a sheet says, and the sentences of rows that cannot be taken in.
async fn read_sheet(
    visit: &Visit,
    fields: &mut Fields,
    file: Upload,
    (roll, matters): (&[Line], usize),
) -> Result<(sheet::Read, Vec<String>), Trouble> {
    let none = (sheet::Read::default(), Vec::new());
    let book = match ask_sheet(visit.house.children(), file.bytes).await {
        Ok(book) => book,
        Err(no) => {
            fields.note("sheet", lianxin_base::Refuse::code(&no), lianxin_base::Refuse::say(&no, visit.lang));
            return Ok(none);
        }
    };
    let read = match sheet::read(&book, roll, matters) {
        Ok(read) => read,
        Err(no) => {
            fields.refuse(&no);
            return Ok(none);
        }
    };
    let t = t(visit.lang);
    let mut faults: Vec<String> = Vec::new();
    for (row, wrong) in &read.wrong {
        faults.push(match wrong {
            Wrong::Nobody => t.msg_official_row_nobody(*row),
            Wrong::Mark(n) => t.msg_official_row_mark(*row, *n),
            Wrong::Unlike(first) => t.msg_official_row_unlike(*row, *first),
        });
    }
    if !read.wrong.is_empty() {
        fields.refuse(&Refusal::OfficialRows);
    } else if !read.outside.is_empty() && !fields.has("leave") {
        faults.extend(read.outside.iter().map(|(row, who)| t.msg_official_row_outside(*row, who.clone())));
        fields.refuse(&Refusal::OfficialOutside);
    } else if read.lines.is_empty() {
        fields.refuse(&Refusal::OfficialEmpty);
    }
    let more = faults.len().saturating_sub(LISTED);
    faults.truncate(LISTED);
    faults.extend((more > 0).then(|| t.msg_official_rows_more(more)));
    Ok((read, faults))
}

/// `POST /votes/{vote}/official`
async fn send(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    open_for_papers(v.state).map_err(Trouble::refused)?;
    seen(&visit, &v).await?;
    let came = photos(&visit, &mut fields).await?;
    let file = fields.take_files("sheet").into_iter().find(|f| !f.bytes.is_empty());
    let offered: Vec<&'static str> = What::ALL.iter().map(|w| w.name()).collect();
    let what: Option<What> = fields.choice("what", &offered).and_then(|w| w.parse().ok());
    let (source, reference) = (fields.line("source", LINE_MAX), fields.line("reference", LINE_MAX));
    let day = fields.day("day");
    let id = v.id;
    let found = visit.read(move |r| Ok((rolls::roll(r, id)?, rolls::lines(r, id)?, votes::matters(r, id)?.len())));
    let (roll, lines, matters) = found.await?;
    let (mut read, mut faults, mut kept, mut sums) = (sheet::Read::default(), Vec::new(), None, Vec::new());
    match (what, file) {
        (Some(What::Lines), Some(file)) => {
            let bytes = file.bytes.clone();
            (read, faults) = read_sheet(&visit, &mut fields, file, (&lines, matters)).await?;
            if fields.good() {
                kept = Some(keep_file(&visit, bytes).await?);
            }
        }
        (Some(What::Lines), None) if fields.fault("sheet").is_none() => fields.refuse(&Refusal::OfficialSheet),
        (Some(What::Totals), _) => {
            let typed = fields.opt_text("totals", TOTALS_MAX).unwrap_or_default();
            let all = roll.map_or((0, 0), |roll| (roll.persons, roll.size));
            match totals(&typed, matters, all) {
                Ok(all) => sums = all,
                Err(no) => fields.refuse(&no),
            }
        }
        _ => {}
    }
    let (Some(what), Some(day), true) = (what, day, fields.good()) else {
        return show(&visit, &v, "", &fields, faults).await;
    };
    let new = NewTally {
        what,
        source,
        reference,
        day,
        lines: read.lines,
        totals: sums,
        outside: read.outside.into_iter().map(|(_, who)| who).collect(),
        file: kept,
        photo: came.first().copied(),
    };
    let who = author(&visit);
    let done =
        visit.act_once(v.area, fields.token(), move |tx, token| take(tx, &Author { token, ..who.clone() }, id, &new));
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "official"), "taken")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &v, "", &fields, faults).await
        }
    }
}

/// `POST /votes/{vote}/official/void`
async fn send_void(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let (who, id) = (author(&visit), v.id);
    let done = visit.act_once(v.area, fields.token(), move |tx, token| void(tx, &Author { token, ..who.clone() }, id));
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "official"), "void")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &v, "", &fields, Vec::new()).await
        }
    }
}

/// `GET /votes/{vote}/official/sheet`: a sheet with the roll's numbers and doors to copy the choices into.
async fn blank(visit: Visit, Path(vote): Path<String>) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    seen(&visit, &v).await?;
    let (at, lang) = (v.clone(), visit.lang);
    let bytes = visit.read(move |r| Ok::<_, Stop>(written(r, &at, lang)?)).await?;
    Ok(attached(bytes, XLSX, "official.xlsx"))
}

fn written(r: &mut Read<'_>, v: &Vote, lang: Lang) -> Result<Vec<u8>, Fault> {
    let t = t(lang);
    let matters = votes::matters(r, v.id)?;
    let heads = [t.msg_official_head_no(), t.msg_official_head_house(), t.msg_official_head_door()];
    let names = matters.iter().map(|m| t.msg_official_head_matter(m.n, m.words.chars().take(30).collect::<String>()));
    let heads: Vec<(String, u16)> = heads.into_iter().map(|h| (h, 16)).chain(names.map(|n| (n, 24))).collect();
    let columns: Vec<(&str, u16)> = heads.iter().map(|(name, width)| (name.as_str(), *width)).collect();
    let mut list = List::begin(&v.title, &columns)?;
    for l in rolls::lines(r, v.id)? {
        list.row(&[Value::Int(l.no), Value::Text(&l.house), Value::Text(&l.door)])?;
    }
    let mut bytes = Vec::new();
    list.end(&t.msg_official_sheet_note(), &mut bytes)?;
    Ok(bytes)
}

fn attached(bytes: Vec<u8>, kind: &'static str, name: &str) -> Response {
    let head = [
        (CONTENT_TYPE, kind.to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    (head, bytes).into_response()
}

/// The tally that counts, for who is no party to the vote.
async fn the_one(visit: &Visit, vote: &str) -> Result<Tally, Trouble> {
    let v = own(visit, vote).await?;
    let found = seen(visit, &v).await?.tallies.into_iter().find(|tally| tally.counts);
    found.ok_or(Trouble::NotFound)
}

/// `GET /votes/{vote}/official/file`: the sheet as it came.
async fn original(visit: Visit, Path(vote): Path<String>) -> Result<Response, Trouble> {
    let hash = the_one(&visit, &vote).await?.file.ok_or(Trouble::NotFound)?;
    let bytes = bytes_of(&visit.house, hash).await?;
    // Never believed about what is in it, it is handed out as it came.
    let name = if bytes.starts_with(b"PK") { "official-original.xlsx" } else { "official-original.csv" };
    Ok(attached(bytes, "application/octet-stream", name))
}

/// `GET /votes/{vote}/official/photo`
async fn image(visit: Visit, Path(vote): Path<String>, headers: HeaderMap) -> Result<Response, Trouble> {
    let photo = the_one(&visit, &vote).await?.photo.ok_or(Trouble::NotFound)?;
    picture(&visit, photo.large, &headers).await
}
