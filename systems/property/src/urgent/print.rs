//! `/urgent-repairs/{urgent}/print`: 公示, as it hangs in the compound: why the fund was used without a vote, by which article, the
//! account once there is one, and what was corrected or withdrawn, on which day.

use super::pages::{danger_name, found, stood, url};
use super::rules::Part;
use super::store::{Mended, Urgent};
use crate::example;
use crate::say::plain_day;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{Day, Lang};
use lianxin_web::components::Html;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};

#[derive(Template)]
#[template(path = "urgent_print.html")]
struct View {
    t: &'static L10nLanguage,
    title: String,
    head: String,
    words: String,
    facts: Vec<(String, String)>,
    account: Option<(String, Vec<(String, String)>)>,
    /// What was corrected: when and why, and what stood before.
    mended: Vec<(String, String)>,
    says: Vec<String>,
    org: String,
    day: String,
    back: String,
}

/// `GET /urgent-repairs/{urgent}/print`
pub(super) async fn page(visit: Visit, Path(urgent): Path<String>) -> Result<Response, Trouble> {
    let u = found(&visit, &urgent).await?;
    let id = u.id;
    let mended = visit.read(move |r| Ok(super::store::mended(r, id)?)).await?;
    let view = view(visit.lang, &u, &mended);
    let title = view.title.clone();
    Ok(visit.page(&title, Kind::Print).view(&view))
}

/// The day of what is newest on the sheet: it replaces the one that hangs.
fn dated(u: &Urgent, mended: &[Mended]) -> Day {
    let written = u.settled.as_ref().map_or_else(|| u.noted.day(), |s| s.day);
    let changed = mended.iter().map(|m| m.at.day()).chain(u.off.as_ref().map(|(_, at)| at.day()));
    changed.chain([written]).max().unwrap_or(written)
}

fn mended_line(lang: Lang, m: &Mended) -> (String, String) {
    let (t, day) = (t(lang), plain_day(lang, m.at.day()));
    let head = match m.part {
        Part::Entry => t.msg_urgent_print_mended(day, m.reason.clone()),
        Part::Account => t.msg_urgent_print_account(day, m.reason.clone()),
    };
    (head, stood(lang, m))
}

/// The title says it when the sheet is not the first one.
fn titled(lang: Lang, u: &Urgent, mended: &[Mended]) -> String {
    let (t, title) = (t(lang), t(lang).msg_urgent_print_title(u.area_name.clone()));
    match (&u.off, mended) {
        (Some(_), _) => t.msg_urgent_print_off(title),
        (None, []) => title,
        (None, _) => t.msg_urgent_print_again(title),
    }
}

fn view(lang: Lang, u: &Urgent, mended: &[Mended]) -> View {
    let t = t(lang);
    let yuan = |sum: lianxin_base::Fen| t.msg_yuan(sum.to_string());
    let account = u.settled.as_ref().map(|s| {
        let facts = vec![
            (t.msg_urgent_cost(), yuan(s.cost)),
            (t.msg_urgent_done_day(), plain_day(lang, s.day)),
            (t.msg_urgent_until(), plain_day(lang, s.until)),
        ];
        (s.words.clone(), facts)
    });
    let mut says = Vec::new();
    match &u.off {
        Some((reason, at)) => says.push(t.msg_urgent_off_says(plain_day(lang, at.day()), reason.clone())),
        None if account.is_none() => says.push(t.msg_urgent_waits(u.posted)),
        None => {}
    }
    says.push(t.msg_urgent_print_ask(u.org_name.clone()));
    View {
        t,
        title: titled(lang, u, mended),
        head: t.msg_urgent_title(danger_name(lang, u.danger)),
        words: u.words.clone(),
        facts: vec![
            (t.msg_urgent_place(), u.place.clone()),
            (t.msg_urgent_day(), plain_day(lang, u.day)),
            (t.msg_urgent_found(), u.found.clone()),
            (t.msg_urgent_article(), u.article.clone()),
            (t.msg_urgent_sum(), yuan(u.most)),
        ],
        account,
        mended: mended.iter().map(|m| mended_line(lang, m)).collect(),
        says,
        org: u.org_name.clone(),
        day: plain_day(lang, dated(u, mended)),
        back: url(u.id),
    }
}

/// An invented example of the sheet.
pub(crate) fn specimen(lang: Lang) -> Html {
    let t = t(lang);
    Html::of(&View {
        t,
        title: t.msg_urgent_print_title(example::PLACE),
        head: t.msg_urgent_title(t.msg_danger_water()),
        words: example::TITLE.into(),
        facts: vec![
            (t.msg_urgent_place(), example::HOUSE.into()),
            (t.msg_urgent_day(), plain_day(lang, example::DAY)),
            (t.msg_urgent_sum(), t.msg_yuan("12,600.00")),
        ],
        account: None,
        mended: Vec::new(),
        says: vec![t.msg_urgent_waits(7), t.msg_urgent_print_ask(example::CONVENER)],
        org: example::CONVENER.into(),
        day: plain_day(lang, example::DAY),
        back: example::BACK.into(),
    })
}
