use crate::around::{Around, Call, Caller, call};
use crate::texts::{L10nLanguage, t};
use crate::{HomeMatter, HomeRow, Office, say};
use askama::Template;
use axum::response::Response;
use lianxin_base::Lang;
use lianxin_gate::Waits;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Html, Lead, MatterCard, Meta, Row, Rows, Tile, Tiles};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Trouble, Visit};

struct Seen {
    around: Around,
    happening: Option<Html>,
    call: Option<Call>,
    mine: Vec<HomeMatter>,
    total: i64,
    talking: Vec<HomeRow>,
    public: Vec<HomeRow>,
}

#[derive(Template)]
#[template(path = "home.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    elder: bool,
    staff: bool,
    stranger: bool,
    happening: Option<Html>,
    call: Option<Phone>,
    mine: Vec<MatterCard<'a>>,
    total: i64,
    tiles: Tiles<'a>,
    talking: Option<Rows<'a>>,
    public: Option<Rows<'a>>,
}

/// A button that calls somebody, or leads to the list of those one can call.
struct Phone {
    url: String,
    label: String,
    /// Another number, for other hours.
    beside: Option<(String, String)>,
}

/// `GET /`: what one can do here, and what became of one's own matters.
pub(crate) async fn page(office: Office, visit: Visit) -> Result<Response, Trouble> {
    if let Some((_, Waits::Consent)) = visit.waiting() {
        // The rules first; who leaves there sees this page as anybody does.
        return Ok(visit.to(&lianxin_web::step(Waits::Consent, "/")));
    }
    let (caller, elder) = (Caller::of(&visit), visit.size.is_elder());
    let asked = caller.clone();
    let csrf = visit.token().to_owned();
    let seen = visit.read(move |r| Ok(look(r, &office, &asked, elder, &csrf)?)).await?;
    let t = t(visit.lang);
    let title = t.msg_home_title();
    let page = seen.around.round(visit.page(&title, Kind::Phone)).tab(Tab::Home).live();
    if let Some(id) = visit.fragment() {
        let one = seen.mine.iter().find(|m| m.id == id).ok_or(Trouble::NotFound)?;
        return Ok(page.fragment(&card(one)));
    }
    let most = if elder { 1 } else { 2 };
    let view = View {
        t,
        elder,
        staff: caller.staff,
        stranger: !visit.is_signed_in(),
        happening: seen.happening.clone(),
        call: elder.then(|| phone(visit.lang, seen.call.as_ref())),
        mine: seen.mine.iter().take(most).map(card).collect(),
        total: seen.total,
        tiles: tiles(visit.lang, elder),
        talking: rows(&caller, &seen.talking),
        public: rows(&caller, &seen.public),
    };
    Ok(page.view(&view))
}

fn look(r: &mut Read<'_>, office: &Office, caller: &Caller, elder: bool, csrf: &str) -> Result<Seen, Fault> {
    let (needs, lang, now) = (&office.needs, caller.lang, caller.now);
    let (mine, total) = match caller.person {
        Some(person) => needs.newest_of(r, person, now, lang)?,
        None => (Vec::new(), 0),
    };
    let (mut talking, mut public) = (Vec::new(), Vec::new());
    if !elder {
        talking = needs.talking(r, now, lang)?;
        public = needs.newest_public(r, now, lang)?;
    }
    let happening = match caller.person {
        Some(person) => needs.happening(r, person, (lang, now), csrf)?,
        None => None,
    };
    let call = if elder { call(r, caller)? } else { None };
    Ok(Seen { around: Around::of(r, caller)?, happening, call, mine, total, talking, public })
}

fn card(m: &HomeMatter) -> MatterCard<'_> {
    MatterCard {
        url: Some(m.url.as_str().into()),
        meta: Meta::of(m.meta.iter().map(String::as_str)),
        tag: m.tag.clone(),
        bridge: Some(m.bridge.clone()),
        holder: Some(m.holder.clone()),
        ..MatterCard::new(m.id.as_str(), m.title.as_str())
    }
}

fn phone(lang: Lang, call: Option<&Call>) -> Phone {
    let t = t(lang);
    match call {
        Some(call) => Phone {
            url: format!("tel:{}", call.number),
            label: if call.grid { t.msg_call_grid() } else { t.msg_call_community() },
            beside: call.beside(lang),
        },
        None => Phone { url: "/about#phones".into(), label: t.msg_call_community(), beside: None },
    }
}

fn tiles(lang: Lang, elder: bool) -> Tiles<'static> {
    let t = t(lang);
    let tile =
        |url: &'static str, icon, label: String| Tile { url: url.into(), icon, label: label.into(), badge: "".into() };
    let mut items = vec![
        tile("/find", Icon::Route, t.msg_tile_find()),
        tile("/board", Icon::ClipboardList, t.msg_tile_board()),
        tile("/me", Icon::User, t.msg_tile_me()),
    ];
    if !elder {
        items.insert(0, tile("/report", Icon::MessageCircle, t.msg_report()));
        items.insert(3, tile("/journal", Icon::History, t.msg_tile_journal()));
        items.insert(4, tile("/verify", Icon::ShieldCheck, t.msg_tile_verify()));
    }
    Tiles { items }
}

fn rows<'a>(caller: &Caller, rows: &'a [HomeRow]) -> Option<Rows<'a>> {
    let row = |row: &'a HomeRow| Row {
        lead: match row.day {
            Some(day) => {
                let (day, month) = say::leaf_of_calendar(caller.lang, day);
                Lead::Date { day: day.into(), month: month.into() }
            }
            None => Lead::Icon(Icon::Messages),
        },
        tag: row.tag.clone(),
        ..Row::to(row.url.as_str(), row.title.as_str()).line(row.line.iter().map(String::as_str))
    };
    (!rows.is_empty()).then(|| Rows { items: rows.iter().map(row).collect() })
}
