//! 反映问题: under a minute, one line is enough, with or without an account.

use super::alike::{Alike, joined_instead, much_like};
use super::{author, default_area, home_of, nowhere, spot};
use crate::banner::pages::{Shown, happening, strip};
use crate::collect::{NewReport, report};
use crate::course::{community_here, terms};
use crate::origin::{Origin, form as came};
use crate::rules::{Besides, Category, Refusal, See, Source, WORDS_MAX, enough, sensitive};
use crate::texts::{L10nLanguage, t};
use crate::view::category_name;
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use lianxin_base::{AreaId, Lang, MatterId, Moment, PersonId, WayId};
use lianxin_gate::{Asked, agrees};
use lianxin_outbox::How;
use lianxin_register::Answers;
use lianxin_register::find::{self, EmergencyRow, Listed};
use lianxin_store::{Fault, Read, Stop};
use lianxin_web::components::{
    Back, Choice, Choices, ErrorSummary, Field, FieldKind, Html, Look, Notice, NoticeKind, PhotoField, Submit,
};
use lianxin_web::icons::Icon;
use lianxin_web::photos::{PHOTO_FIELD, Photo, kept, photos};
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Fields, Trouble, Visit};
use serde::Deserialize;

/// More places than this are not listed; the compound's own are.
const PLACES_MAX: usize = 200;

/// What the address of the form may say.
#[derive(Deserialize, Default)]
pub struct Address {
    /// A place code, from a door's QR.
    #[serde(default)]
    place: String,
}

#[derive(Template)]
#[template(path = "report.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    danger: bool,
    calls: Vec<(String, String)>,
    happening: Option<Html>,
    summary: Option<ErrorSummary<'static>>,
    csrf: String,
    words: Field<'static>,
    photos: PhotoField<'static>,
    place: Field<'static>,
    agreement: Option<Choices<'static>>,
    need: Choices<'static>,
    about: Choices<'static>,
    category: Choices<'static>,
    /// Whether the finer question is open already.
    finer: bool,
    phone: Option<Field<'static>>,
    see: Option<Choices<'static>>,
    promise: Notice<'static>,
    alike: Vec<Alike>,
    submit: Submit<'static>,
}

/// What the form offers, looked up once.
struct Offer {
    home: Option<(AreaId, String)>,
    places: Vec<Listed>,
    emergency: EmergencyRow,
    duty: Option<Duty>,
    happening: Vec<Shown>,
}

fn offer(r: &mut Read<'_>, person: Option<PersonId>, place: &str, (lang, now): (Lang, Moment)) -> Result<Offer, Stop> {
    let home = home_of(r, person)?;
    let named = find::place(r, place)?.map(|p| p.area);
    let under = named.or(home.as_ref().map(|(area, _)| *area));
    let mut places = find::places(r, under, now.day())?;
    if places.len() > PLACES_MAX {
        places.retain(|p| p.kind != "building");
        places.truncate(PLACES_MAX);
    }
    let near = under.or(find::roots(r)?.first().map(|root| root.id));
    let emergency = near.map(|area| find::emergency(r, area)).transpose()?.unwrap_or_default();
    let duty = near.map(|area| duty(r, area, now)).transpose()?.flatten();
    let happening = under.map(|area| happening(r, Some(area), person, lang, now)).transpose()?.unwrap_or_default();
    Ok(Offer { home, places, emergency, duty, happening })
}

/// `GET /report`
pub async fn form(visit: Visit, Query(asked): Query<Address>) -> Result<Response, Trouble> {
    let fields = Fields::empty(visit.lang).with("place", &asked.place);
    show(&visit, &fields).await
}

async fn show(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    ask(visit, fields, Vec::new()).await
}

/// The form; with what is much like it, if that has to be asked first.
async fn ask(visit: &Visit, fields: &Fields, alike: Vec<Alike>) -> Result<Response, Trouble> {
    let (person, place, how) = (visit.person(), fields.raw("place").to_owned(), (visit.lang, visit.now()));
    let offer = visit.read(move |r| offer(r, person, &place, how)).await?;
    let asks = !alike.is_empty();
    let view = view(visit, fields, &offer, alike);
    let title = t(visit.lang).msg_report_title();
    let page = visit.page(&title, Kind::Phone).tab(Tab::Home);
    let page = match &offer.home {
        Some((_, name)) => page.place(name, ""),
        None => page,
    };
    Ok(if fields.good() && !asks { page.view(&view) } else { page.wrong().view(&view) })
}

fn view(visit: &Visit, fields: &Fields, offer: &Offer, alike: Vec<Alike>) -> View {
    let (lang, t) = (visit.lang, t(visit.lang));
    let known = visit.person().is_some();
    let value = |name: &str| fields.raw(name).to_owned();
    let words = Field::new(lang, "words", t.msg_report_words())
        .kind(FieldKind::Area)
        .hint(t.msg_report_words_hint())
        .unless(t.msg_report_words_unless())
        .example(t.msg_report_words_example())
        .value(value("words"))
        .error(fields.fault("words"))
        .max(WORDS_MAX as u32);
    let mut spots = vec![Choice::new("", t.msg_report_place_unknown())];
    spots.extend(offer.places.iter().map(|p| Choice::new(p.code.clone(), spot(p))));
    let place = Field::new(lang, "place", t.msg_report_place())
        .kind(FieldKind::Select(spots))
        .value(value("place"))
        .error(fields.fault("place"));
    let phone = (!known).then(|| {
        Field::new(lang, "phone", t.msg_report_phone())
            .kind(FieldKind::Tel)
            .hint(t.msg_report_phone_hint())
            .value(value("phone"))
            .error(fields.fault("phone"))
            .autocomplete("tel")
            .max(20)
    });
    let promise = if known { t.msg_report_promise() } else { t.msg_report_promise_anyone() };
    View {
        t,
        back: Back::new("/", t.msg_home()),
        calls: calls(t, &offer.emergency).into_iter().chain(ring(lang, offer.duty.as_ref())).collect(),
        happening: strip(lang, visit.token(), offer.happening.clone()),
        danger: came::asks_danger(fields),
        summary: (!fields.good()).then(|| fields.summary()),
        csrf: visit.token().to_owned(),
        words,
        photos: PhotoField {
            lang,
            label: t.msg_report_photos().into(),
            kept: kept(visit, fields),
            error: fields.fault(PHOTO_FIELD),
        },
        place,
        agreement: came::agreement(lang, fields, t.msg_agreed()),
        need: came::needs(lang, fields),
        about: crate::about::choices(lang, fields),
        finer: fields.has("category") || fields.fault("category").is_some(),
        category: categories(lang, &value("category"), fields.fault("category")),
        phone,
        see: known.then(|| see(lang, &value("see"))),
        promise: Notice::new(NoticeKind::Assure, promise),
        submit: if alike.is_empty() { Submit::send(lang) } else { Submit::new(t.msg_alike_go()) },
        alike,
    }
}

/// Who answers for an area, and on which number at this hour.
pub(crate) struct Duty {
    name: String,
    answers: Answers,
}

pub(crate) fn duty(r: &mut Read<'_>, area: AreaId, now: Moment) -> Result<Option<Duty>, Fault> {
    let Some(org) = community_here(r, area, now)? else { return Ok(None) };
    let Some(org) = find::org(r, org)? else { return Ok(None) };
    let answers = org.answers(&terms(r, area)?, now);
    Ok(answers.map(|answers| Duty { name: org.short.unwrap_or(org.name), answers }))
}

/// The number that answers now, and the other one with its hours.
pub(crate) fn ring(lang: Lang, duty: Option<&Duty>) -> Vec<(String, String)> {
    let Some(Duty { name, answers }) = duty else { return Vec::new() };
    let other = answers.beside.clone().zip(answers.say_beside(lang));
    std::iter::once((answers.number.clone(), t(lang).msg_call_holder(name))).chain(other).collect()
}

/// Both numbers with their hours, for a page that is kept and does not know the hour.
pub(crate) fn ring_at_any_hour(lang: Lang, duty: Option<&Duty>) -> Vec<(String, String)> {
    let Some(Duty { answers, .. }) = duty else { return Vec::new() };
    match answers.at_other_hours() {
        None => ring(lang, duty),
        Some(other) => [other, answers.clone()]
            .into_iter()
            .filter_map(|a| Some((a.beside.clone()?, format!("{}：{}", duty?.name, a.say_beside(lang)?))))
            .collect(),
    }
}

/// Whom to ring first: the three numbers everybody has, then the area's own.
pub(crate) fn calls(t: &'static L10nLanguage, own: &EmergencyRow) -> Vec<(String, String)> {
    let everywhere = [("119", t.msg_call_fire()), ("110", t.msg_call_police()), ("120", t.msg_call_doctor())]
        .map(|(n, l)| (n.to_owned(), l));
    let here = [
        (&own.gas, t.msg_call_gas()),
        (&own.lift, t.msg_call_lift()),
        (&own.power, t.msg_call_power()),
        (&own.water, t.msg_call_water()),
    ];
    let here = here.into_iter().filter_map(|(number, label)| number.clone().map(|n| (n, label)));
    everywhere.into_iter().chain(here).collect()
}

fn categories(lang: Lang, chosen: &str, error: Option<String>) -> Choices<'static> {
    let mut all = Choices::new(lang, Look::Chips, "category", t(lang).msg_report_category())
        .hint(t(lang).msg_report_category_hint())
        .chosen(chosen.to_owned())
        .error(error);
    for c in Category::ALL {
        all = all.item(Choice::new(c.name(), category_name(lang, *c)).icon(icon(*c)));
    }
    all
}

/// The icon of a category.
pub(crate) const fn icon(c: Category) -> Icon {
    match c {
        Category::Light => Icon::Bulb,
        Category::Lift => Icon::Elevator,
        Category::Water => Icon::Droplet,
        Category::Repair => Icon::Tool,
        Category::Clean => Icon::Trash,
        Category::Park => Icon::ScooterElectric,
        Category::Safety => Icon::Flame,
        Category::Space => Icon::BuildingCommunity,
        Category::Other => Icon::Dots,
    }
}

fn see(lang: Lang, chosen: &str) -> Choices<'static> {
    let t = t(lang);
    let chosen = if chosen.is_empty() { See::Neighbours.name() } else { chosen };
    Choices::new(lang, Look::Options, "see", t.msg_see())
        .item(Choice::new(See::Neighbours.name(), t.msg_see_neighbours()).note(t.msg_see_neighbours_note()))
        .item(Choice::new(See::Parties.name(), t.msg_see_parties()).note(t.msg_see_parties_note()))
        .chosen(chosen.to_owned())
}

/// `POST /report`
pub async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    // First of all, so that a form that comes back for its words still has its photos.
    let photos = photos(&visit, &mut fields).await?;
    let new = read(&visit, &mut fields, photos).await?;
    if !fields.good() {
        return show(&visit, &fields).await;
    }
    if fields.has("join") {
        return joined_instead(&visit, &fields).await;
    }
    let alike = much_like(&visit, &new, &fields).await?;
    if !alike.is_empty() {
        return ask(&visit, &fields, alike).await;
    }
    visit.take(lianxin_gate::Limit::FILE)?;
    match take_in(&visit, new, fields.token()).await {
        Ok(receipt) => {
            let link = visit.house.keys().link_token(receipt.act);
            Ok(visit.to(&format!("/r/{}/{link}?new=1", receipt.act)))
        }
        Err(Trouble::Refused(no)) if no.field().is_some() => {
            fields.refuse(no.as_ref());
            show(&visit, &fields).await
        }
        Err(other) => Err(other),
    }
}

/// What somebody wrote, before the place is looked up.
pub(crate) struct Written {
    pub(crate) words: String,
    pub(crate) place: String,
    pub(crate) category: Option<Category>,
    pub(crate) phone: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) see: See,
    pub(crate) source: Source,
    pub(crate) behalf: bool,
    /// How they want to be told, when a worker writes it down.
    pub(crate) tell: Option<How>,
    pub(crate) photos: Vec<Photo>,
    pub(crate) origin: Origin,
}

async fn read(visit: &Visit, fields: &mut Fields, photos: Vec<Photo>) -> Result<Written, Trouble> {
    let mut written = read_common(fields, Source::Resident, photos);
    if visit.person().is_none() {
        written.see = See::Parties;
    }
    written.origin.need = came::need(fields);
    written.origin.about = crate::about::chosen(fields, written.origin.need);
    if fields.good() {
        written.origin.agreed = came::ask_back(fields, &written.words, standing(visit, &written.words).await?);
    }
    Ok(written)
}

/// Whether they have agreed for good to what is sensitive being kept; looked up only where it matters.
async fn standing(visit: &Visit, words: &str) -> Result<bool, Trouble> {
    match visit.person().filter(|_| sensitive(words)) {
        Some(person) => visit.read(move |r| Ok(agrees(r, person, Asked::Sensitive)?)).await,
        None => Ok(false),
    }
}

/// The fields every way of reporting has.
pub(crate) fn read_common(fields: &mut Fields, source: Source, photos: Vec<Photo>) -> Written {
    let place = fields.opt_line("place", 60).unwrap_or_default();
    let words = fields.opt_text("words", WORDS_MAX).unwrap_or_default();
    let category = fields.opt_line("category", 20).and_then(|c| {
        let known = c.parse().ok();
        if known.is_none() {
            fields.refuse(&Refusal::UnknownCategory);
        }
        known
    });
    // A house has a code of two halves (`find::place`); whether there is such a house is seen when it is looked up.
    let (some, house, photo) = (!place.is_empty(), place.contains('/'), !photos.is_empty());
    let known = Besides { place: some, house, category: category.is_some(), photo };
    if fields.fault("words").is_none()
        && let Err(no) = enough(&words, known)
    {
        fields.refuse(&no);
    }
    let phone = fields.opt_line("phone", 20).and_then(|p| {
        let digits = lianxin_register::phone(&p);
        if digits.is_none() {
            fields.refuse(&Refusal::BadPhone);
        }
        digits
    });
    let name = fields.opt_line("name", 20);
    let see = fields.opt_choice("see", &["neighbours", "parties"]).and_then(|s| s.parse().ok());
    let (see, behalf, tell) = (see.unwrap_or(See::Neighbours), false, None);
    let origin = Origin::default();
    Written { words, place, category, phone, name, see, source, behalf, tell, photos, origin }
}

/// Records it, once for a form.
pub(crate) async fn take_in(
    visit: &Visit,
    w: Written,
    token: Option<String>,
) -> Result<lianxin_journal::Receipt, Trouble> {
    let (chance, at) = (visit.chance(), visit.now());
    let new = NewReport {
        matter: MatterId::new(chance, at),
        way: WayId::new(chance, at),
        area: nowhere(),
        place: None,
        building: None,
        category: w.category,
        words: w.words,
        phone: w.phone,
        name: w.name,
        reporter: if w.source == Source::Resident { visit.person() } else { None },
        behalf: w.behalf,
        see: w.see,
        source: w.source,
        tell: w.tell,
        photos: w.photos,
        origin: w.origin,
    };
    let person = new.reporter;
    let (author, code) = (author(visit, visit.act_id(), None), w.place);
    visit
        .act_once(nowhere(), token, move |tx, token| {
            let author = crate::course::Author { token, ..author.clone() };
            // Looked up inside the command: one visit to the database instead of two.
            let (area, building, place) = located(tx, &code, person)?;
            let terms = crate::course::terms(tx, area)?;
            report(tx, &terms, &author, &NewReport { area, building, place, ..new.clone() })
        })
        .await
}

type Located = (AreaId, Option<lianxin_base::BuildingId>, Option<String>);

/// The place a code names; without one the reporter's own compound, or, of a stranger, the first community.
fn located(r: &mut Read<'_>, code: &str, person: Option<PersonId>) -> Result<Located, Stop> {
    if code.is_empty() {
        let home = home_of(r, person)?.map(|(area, _)| area);
        return Ok((home.map_or_else(|| default_area(r), Ok)?, None, None));
    }
    let place = find::place(r, code)?.ok_or(Refusal::UnknownPlace)?;
    Ok((place.area, place.building, Some(place.label)))
}
