//! What is seen of joining: on a matter's page, on the desk, and where a worker adds a household.

use super::store::{all, counted};
use super::{Refusal, Who, behalf, join, leave, lives_there, voice};
use crate::caps;
use crate::course::{Author, terms};
use crate::pages::matter::{Door, finish};
use crate::pages::{author, desk_url, nowhere, url};
use crate::rules::{Publicity, Refusal as Rules, WORDS_MAX};
use crate::store::{Matter, by_no};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{Lang, PersonId};
use lianxin_gate::Gate;
use lianxin_outbox::How;
use lianxin_register::find;
use lianxin_store::{Fault, Read, Stop};
use lianxin_web::components::{
    Back, Choice, Choices, ErrorSummary, Field, FieldKind, Look, Notice, NoticeKind, Submit,
};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};

/// So many people of one name are looked at to find the one that is meant.
const NAMESAKES: i64 = 3;

/// The routes of joining.
pub(crate) fn routes() -> Vec<Route> {
    let own = vec![
        Route::post("/m/{no}/join", Gate::SignedIn, join_in),
        Route::post("/m/{no}/leave", Gate::SignedIn, leave_it),
        Route::post("/m/{no}/voice", Gate::SignedIn, say),
        Route::get("/desk/{no}/join", Gate::Can(caps::BEHALF), form),
        Route::post("/desk/{no}/join", Gate::Can(caps::BEHALF), add),
    ];
    own.into_iter().chain(behalf::routes()).collect()
}

/// How somebody stands to the joining of a matter.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Stand {
    /// How many households.
    n: i64,
    /// How many of those who joined say at this round that it is solved.
    seconded: usize,
    /// How many of those who joined have not said so far.
    waiting: usize,
    /// They have joined.
    joined: bool,
    /// They may.
    may: bool,
    /// It is done and they may say whether it is solved.
    asked: bool,
    /// Nobody is signed in, and the matter is open to neighbours.
    stranger: bool,
}

pub(crate) fn stand(r: &mut Read<'_>, m: &Matter, person: Option<PersonId>) -> Result<Stand, Fault> {
    let n = counted(r, m.id)?;
    let (open, shown) = (m.ended_at.is_none(), m.publication == Publicity::Shown);
    let all = all(r, m.id)?;
    let seconded = all.iter().filter(|x| x.voiced == Some(m.hops)).count();
    let waiting = behalf::waiting(m, &all).count();
    let Some(person) = person else {
        return Ok(Stand { n, seconded, waiting, stranger: open && shown, ..Stand::default() });
    };
    let own = all.iter().find(|x| x.person == Some(person));
    let free = own.is_none() && open && shown && m.reporter != Some(person);
    Ok(Stand {
        n,
        seconded,
        waiting,
        joined: own.is_some(),
        may: free && lives_there(r, person, m.area)?,
        asked: own.is_some_and(|x| x.voiced != Some(m.hops)) && open && m.step == "feedback",
        stranger: false,
    })
}

/// `12 户也这样`; nothing for none.
pub(crate) fn count(lang: Lang, n: i64) -> String {
    if n > 0 { t(lang).msg_join_count(n) } else { String::new() }
}

#[derive(Template)]
#[template(path = "join_block.html")]
pub(crate) struct Block {
    t: &'static L10nLanguage,
    count: String,
    seconded: String,
    csrf: String,
    path: String,
    stand: Stand,
    note: Option<Field<'static>>,
    open: bool,
    /// Joining is what the page asks first.
    main: bool,
}

/// The part of a matter's page about who lives with the same.
pub(crate) fn block(visit: &Visit, m: &Matter, stand: Stand, fields: &Fields, main: bool) -> Option<Block> {
    let t = t(visit.lang);
    if stand.n == 0 && !stand.may && !stand.joined && !stand.stranger {
        return None;
    }
    let note = stand.asked.then(|| {
        Field::new(visit.lang, "note", t.msg_answer_note())
            .kind(FieldKind::Area)
            .hint(t.msg_answer_note_hint())
            .value(fields.raw("note").to_owned())
            .error(fields.fault("note"))
            .max(WORDS_MAX as u32)
    });
    Some(Block {
        t,
        count: if stand.n > 0 { t.msg_join_count(stand.n) } else { t.msg_join_nobody() },
        seconded: if stand.seconded > 0 { t.msg_join_seconded(stand.seconded) } else { String::new() },
        csrf: visit.token().to_owned(),
        path: url(&m.no),
        stand,
        note,
        open: m.ended_at.is_none(),
        main,
    })
}

#[derive(Template)]
#[template(path = "join_desk.html")]
pub(crate) struct DeskBlock {
    t: &'static L10nLanguage,
    count: String,
    seconded: String,
    add: Option<String>,
    /// Where is written down what those say who were not asked yet, and how many they are.
    ask: Option<(String, String)>,
}

/// What the desk sees of it.
pub(crate) fn desk_block(visit: &Visit, m: &Matter, stand: Stand) -> Option<DeskBlock> {
    let t = t(visit.lang);
    let may = m.ended_at.is_none() && m.in_scope(&visit.scope_for(caps::BEHALF));
    (stand.n > 0 || may).then(|| DeskBlock {
        t,
        count: if stand.n > 0 { t.msg_join_count(stand.n) } else { t.msg_join_nobody() },
        seconded: if stand.seconded > 0 { t.msg_join_seconded(stand.seconded) } else { String::new() },
        ask: (stand.waiting > 0 && behalf::may_write(visit, m))
            .then(|| (format!("{}/voices", desk_url(&m.no)), t.msg_voices_ask(stand.waiting))),
        add: may.then(|| format!("{}/join", desk_url(&m.no))),
    })
}

/// `POST /m/{no}/join`
async fn join_in(visit: Visit, Path(no): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    let door = Door::Number(no.clone());
    let done = joined(&visit, no, fields.token()).await;
    finish(&visit, door, done, fields).await
}

/// Adds who is signed in.
pub(crate) async fn joined(
    visit: &Visit,
    no: String,
    token: Option<String>,
) -> Result<lianxin_journal::Receipt, Trouble> {
    let person = visit.person().ok_or(Trouble::NotFound)?;
    let who = author(visit, visit.act_id(), None);
    visit
        .act_once(nowhere(), token, move |tx, token| {
            join(tx, &Author { token, ..who.clone() }, &no, &Who::Person(person))
        })
        .await
}

/// `POST /m/{no}/leave`
async fn leave_it(visit: Visit, Path(no): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    let person = visit.person().ok_or(Trouble::NotFound)?;
    let (door, who) = (Door::Number(no.clone()), author(&visit, visit.act_id(), None));
    let done = visit
        .act_once(nowhere(), fields.token(), move |tx, token| leave(tx, &Author { token, ..who.clone() }, &no, person))
        .await;
    finish(&visit, door, done, fields).await
}

/// Whether somebody is in a matter that may have been taken off the public pages since.
async fn joined_already(visit: &Visit, no: &str, person: PersonId) -> Result<bool, Trouble> {
    let no = no.to_owned();
    visit
        .read(move |r| {
            let Some(m) = crate::store::public_by_no(r, &no)? else { return Ok(false) };
            Ok(all(r, m.id)?.iter().any(|x| x.person == Some(person)))
        })
        .await
}

/// `POST /m/{no}/voice`
async fn say(visit: Visit, Path(no): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let person = visit.person().ok_or(Trouble::NotFound)?;
    let (door, who) = (Door::Number(no.clone()), author(&visit, visit.act_id(), None));
    let (asked, scope) = (no.clone(), visit.scope());
    let there = visit.read(move |r| {
        let m = crate::store::public_by_no(r, &asked)?;
        Ok(m.is_some_and(|m| m.publication == Publicity::Shown || m.in_scope(&scope)))
    });
    if !there.await? && !joined_already(&visit, &no, person).await? {
        return Err(Trouble::NotFound);
    }
    let good = fields.choice("answer", &["good", "again"]) == Some("good");
    let words = fields.opt_text("note", WORDS_MAX).unwrap_or_default();
    if !fields.good() {
        return crate::pages::matter::show(&visit, &door, false, &fields).await;
    }
    let done = visit
        .act_once(nowhere(), fields.token(), move |tx, token| {
            let author = Author { token, ..who.clone() };
            let m = crate::store::public_by_no(tx, &no)?.ok_or(Rules::NoMatter)?;
            let terms = terms(tx, m.area)?;
            voice(tx, &terms, &author, (&no, person), (good, &words))
        })
        .await;
    finish(&visit, door, done, fields).await
}

#[derive(Template)]
#[template(path = "join_form.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    summary: Option<ErrorSummary<'static>>,
    action: String,
    csrf: String,
    name: Field<'static>,
    phone: Field<'static>,
    tell: Choices<'static>,
    promise: Notice<'static>,
    submit: Submit<'static>,
}

/// The matter a worker adds a household to, or writes down a neighbour's word about.
pub(super) async fn matter(visit: &Visit, no: &str) -> Result<Matter, Trouble> {
    let (scope, no) = (visit.scope(), no.to_owned());
    visit.read(move |r| Ok(by_no(r, &scope, &no)?)).await?.ok_or(Trouble::NotFound)
}

/// `GET /desk/{no}/join`
async fn form(visit: Visit, Path(no): Path<String>) -> Result<Response, Trouble> {
    let m = matter(&visit, &no).await?;
    Ok(show(&visit, &m, &Fields::empty(visit.lang)))
}

fn show(visit: &Visit, m: &Matter, fields: &Fields) -> Response {
    let (lang, t) = (visit.lang, t(visit.lang));
    let field = |name: &'static str, label: String| {
        Field::new(lang, name, label).value(fields.raw(name).to_owned()).error(fields.fault(name)).max(20)
    };
    let tell = Choices::new(lang, Look::Chips, "tell", t.msg_desk_new_tell())
        .chosen(fields.raw("tell").to_owned())
        .error(fields.fault("tell"));
    let view = View {
        t,
        back: Back::new(desk_url(&m.no), t.msg_join_back()),
        title: t.msg_join_form(&m.no),
        summary: (!fields.good()).then(|| fields.summary()),
        action: format!("{}/join", desk_url(&m.no)),
        csrf: visit.token().to_owned(),
        name: field("name", t.msg_join_name()).hint(t.msg_join_name_hint()).required(),
        phone: field("phone", t.msg_desk_new_phone()).kind(FieldKind::Tel).hint(t.msg_desk_new_phone_hint()),
        tell: How::AT_COUNTER.iter().fold(tell, |all, how| all.item(Choice::new(how.name(), how.say(lang)))),
        promise: Notice::new(NoticeKind::Assure, t.msg_join_form_promise()),
        submit: Submit::new(t.msg_join_form_go()),
    };
    let title = view.title.clone();
    let page = visit.page(&title, Kind::Desk);
    if fields.good() { page.view(&view) } else { page.wrong().view(&view) }
}

/// Who is meant: the one of that name in the matter's compound, or somebody who is not in the register.
fn meant(r: &mut Read<'_>, m: &Matter, name: &str, stranger: &Who) -> Result<Who, Stop> {
    let named = find::people_named(r, m.area, name, NAMESAKES)?;
    match named.as_slice() {
        [] => Ok(stranger.clone()),
        [one] => Ok(Who::Person(*one)),
        _ => {
            let Who::Stranger { phone: Some(phone), .. } = stranger else { return Err(Refusal::WhichOne.into()) };
            for person in named {
                if find::person_phone(r, person)?.as_deref() == Some(phone) {
                    return Ok(Who::Person(person));
                }
            }
            Err(Refusal::WhichOne.into())
        }
    }
}

/// `POST /desk/{no}/join`
async fn add(visit: Visit, Path(no): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let m = matter(&visit, &no).await?;
    let name = fields.opt_line("name", 20).unwrap_or_default();
    if name.is_empty() && fields.fault("name").is_none() {
        fields.refuse(&Refusal::NoName);
    }
    let phone = fields.opt_line("phone", 20).and_then(|p| {
        let digits = lianxin_register::phone(&p);
        if digits.is_none() {
            fields.refuse(&Rules::BadPhone);
        }
        digits
    });
    let offered: Vec<&'static str> = How::AT_COUNTER.iter().map(|how| how.name()).collect();
    let chosen = fields.opt_choice("tell", &offered).and_then(|how| how.parse().ok());
    let tell = chosen.unwrap_or(if phone.is_some() { How::Call } else { How::Visit });
    if tell.needs_phone() && phone.is_none() && fields.fault("phone").is_none() {
        fields.refuse(&Rules::NoPhone);
    }
    if !fields.good() {
        return Ok(show(&visit, &m, &fields));
    }
    let stranger = Who::Stranger { name: name.clone(), phone, tell };
    let (who, at) = (author(&visit, visit.act_id(), None), m.clone());
    let done = visit
        .act_once(m.area, fields.token(), move |tx, token| {
            let meant = meant(tx, &at, &name, &stranger)?;
            join(tx, &Author { token, ..who.clone() }, &at.no, &meant)
        })
        .await;
    match done {
        Ok(_) => Ok(visit.to(&desk_url(&no))),
        Err(trouble) => {
            fields.absorb(trouble)?;
            Ok(show(&visit, &m, &fields))
        }
    }
}
