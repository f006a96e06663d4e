use crate::around::{Around, Call, Caller, Home, call, homes};
use crate::handover;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_base::{Lang, SeatId};
use lianxin_outbox::{How, wish_of};
use lianxin_register::find;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Facts, Row, Rows, Text};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{INBOX, Kind, Size, Tab};
use lianxin_web::{Trouble, Visit};

/// One button of a setting: what it sends, what it says, whether it is so now.
struct Switch {
    value: &'static str,
    label: String,
    lang: &'static str,
    on: bool,
}

#[derive(Template)]
#[template(path = "me.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    signed_in: bool,
    name: String,
    csrf: &'a str,
    facts: Vec<Facts<'a>>,
    links: Rows<'a>,
    sizes: Vec<Switch>,
    langs: Vec<Switch>,
}

struct Seen {
    around: Around,
    homes: Vec<Home>,
    tail: Option<String>,
    call: Option<Call>,
    /// How they want to be told.
    how: Option<How>,
    /// A seat of theirs is being handed over, or was, to them or by them.
    handover: bool,
}

/// `GET /me`: who one is here, how the page is written, the way out.
pub(crate) async fn page(visit: Visit) -> Result<Response, Trouble> {
    let caller = Caller::of(&visit);
    let asked = caller.clone();
    let seats: Vec<SeatId> = visit.seats().iter().map(|s| s.seat).collect();
    let seen = visit.read(move |r| Ok(look(r, &asked, &seats)?)).await?;
    let (lang, words) = (visit.lang, t(visit.lang));
    let mut facts: Vec<Facts<'_>> = seen.homes.iter().map(|home| facts(lang, home, seen.tail.as_deref())).collect();
    facts.extend(visit.seats().iter().map(|s| {
        let title = s.title.clone().unwrap_or_else(|| s.role.say(lang).to_owned());
        let title = if s.deputy { words.msg_me_deputy(title) } else { title };
        Facts { items: vec![fact(words.msg_me_org(), s.org_name.clone()), fact(words.msg_me_seat(), title)] }
    }));
    let view = View {
        t: words,
        signed_in: visit.is_signed_in(),
        name: seen.around.name.clone().unwrap_or_default(),
        csrf: visit.token(),
        facts,
        links: links(lang, visit.is_signed_in(), !visit.seats().is_empty(), &seen),
        sizes: sizes(lang, visit.size),
        langs: langs(lang),
    };
    let title = words.msg_me_title();
    Ok(seen.around.round(visit.page(&title, Kind::Phone)).tab(Tab::Me).view(&view))
}

fn look(r: &mut Read<'_>, caller: &Caller, seats: &[SeatId]) -> Result<Seen, Fault> {
    let (mut own, mut tail, mut how) = (Vec::new(), None, None);
    if let Some(person) = caller.person {
        own = homes(r, person, caller.today())?;
        how = wish_of(r, person)?;
        tail = find::person_phone(r, person)?.as_deref().map(last_four);
    }
    let call = if own.is_empty() { None } else { call(r, caller)? };
    let handover = handover::concerns(r, caller.person, seats)?;
    Ok(Seen { around: Around::of(r, caller)?, homes: own, tail, call, how, handover })
}

fn last_four(phone: &str) -> String {
    phone.chars().skip(phone.chars().count().saturating_sub(4)).collect()
}

fn fact(name: String, value: impl Into<Text<'static>>) -> (Text<'static>, Text<'static>) {
    (name.into(), value.into())
}

fn facts(lang: Lang, home: &Home, tail: Option<&str>) -> Facts<'static> {
    let t = t(lang);
    let mut items = vec![fact(t.msg_me_place(), home.area.name.clone())];
    if !home.door.is_empty() {
        items.push(fact(t.msg_me_door(), home.door.clone()));
    }
    items.push(fact(t.msg_me_relation(), home.relation.say(lang)));
    if let Some(grid) = &home.grid {
        items.push(fact(t.msg_me_grid(), grid.name.clone()));
    }
    if let Some(tail) = tail {
        items.push(fact(t.msg_me_phone(), t.msg_me_phone_tail(tail)));
    }
    Facts { items }
}

fn links(lang: Lang, signed_in: bool, staff: bool, seen: &Seen) -> Rows<'static> {
    let t = t(lang);
    let mut items = Vec::new();
    if let Some(call) = &seen.call {
        let title = if call.grid { t.msg_call_grid() } else { t.msg_call_community() };
        let line = std::iter::once(call.who.clone()).chain(call.lines(lang));
        items.push(Row::to(format!("tel:{}", call.number), title).icon(Icon::Phone).line(line));
    }
    if signed_in {
        items.push(Row::to(INBOX, t.msg_inbox_title()).icon(Icon::Bell).line([t.msg_inbox_unread(seen.around.unread)]));
        if seen.handover {
            items.push(Row::to("/handovers", t.msg_handovers()).icon(Icon::ClipboardList));
        }
        if seen.around.name.is_some() {
            let now = seen.how.unwrap_or(How::Inbox).say(lang);
            items.push(Row::to("/me/told", t.msg_told_title()).icon(Icon::Phone).line([t.msg_told_now(now)]));
        }
        items.push(Row::to("/mine", t.msg_mine()).icon(Icon::ClipboardCheck));
        if !seen.homes.is_empty() {
            items.push(Row::to("/me/code", t.msg_me_code()).icon(Icon::Lock).line([t.msg_me_code_says()]));
            items.push(Row::to("/me/family", t.msg_me_family()).icon(Icon::UsersGroup).line([t.msg_me_family_says()]));
        }
        if staff {
            items.push(Row::to("/me/totp", t.msg_me_totp()).icon(Icon::ShieldCheck).line([t.msg_me_totp_says()]));
        }
    } else {
        items.push(Row::to("/login?next=/me", t.msg_me_sign_in()).icon(Icon::Lock).line([t.msg_me_sign_in_says()]));
    }
    let data = if seen.around.name.is_some() { "/me/data" } else { "/privacy" };
    items.push(Row::to(data, t.msg_me_data()).icon(Icon::ShieldCheck).line([t.msg_me_data_says()]));
    Rows { items }
}

fn sizes(lang: Lang, now: Size) -> Vec<Switch> {
    let t = t(lang);
    let label = |size| match size {
        Size::Normal => t.msg_size_normal(),
        Size::Elder => t.msg_size_elder(),
        Size::Elder2 => t.msg_size_larger(),
    };
    let one = |size: Size| Switch { value: size.name(), label: label(size), lang: lang.tag(), on: size == now };
    Size::ALL.into_iter().map(one).collect()
}

/// Each language is called by its own name.
fn langs(now: Lang) -> Vec<Switch> {
    let one =
        |lang: Lang| Switch { value: lang.tag(), label: t(lang).msg_own_name(), lang: lang.tag(), on: lang == now };
    Lang::ALL.into_iter().map(one).collect()
}
