//! On paper: the agenda with a sheet to sign on, and the notice for the doors.

use super::super::store::{self, invited};
use super::said::{Point, points, span, title};
use super::{own, under, url};
use crate::example;
use crate::say::when;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::Response;
use lianxin_base::Lang;
use lianxin_paper::qr_svg;
use lianxin_web::components::{Facts, Html};
use lianxin_web::photos::{Photo, picture};
use lianxin_web::shell::Kind;
use lianxin_web::{Hung, Trouble, Visit};

/// So many empty lines fit below the agenda of a sheet.
const LINES: usize = 24;

#[derive(Template)]
#[template(path = "meeting_sheet.html")]
struct Sheet {
    t: &'static L10nLanguage,
    title: String,
    facts: Facts<'static>,
    points: Vec<Point>,
    more: Option<String>,
    lines: Vec<usize>,
    printed: String,
    back: String,
}

/// `GET /meetings/{meeting}/paper`
pub(super) async fn sheet(visit: Visit, Path(meeting): Path<String>) -> Result<Response, Trouble> {
    let m = own(&visit, &meeting).await?;
    let (lang, t, now, at) = (visit.lang, t(visit.lang), visit.now(), m.clone());
    let (points, orgs) = visit.read(move |r| Ok((points(r, &at, lang, now)?, invited(r, at.id)?))).await?;
    let orgs: Vec<String> = orgs.into_iter().map(|(_, name)| name).collect();
    let facts = [
        (t.msg_meeting_when(), span(lang, &m, now)),
        (t.msg_meeting_where(), m.place.clone().unwrap_or_default()),
        (t.msg_meeting_convener(), m.org_name.clone()),
        (t.msg_meeting_invited(), orgs.join(&t.msg_meeting_and())),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let view = Sheet {
        t,
        title: title(lang, &m, now),
        facts: Facts { items: facts.map(|(name, value)| (name.into(), value.into())).collect() },
        points,
        more: m.words.clone(),
        lines: (1..=LINES).collect(),
        printed: t.msg_meeting_printed(when(lang, now, now)),
        back: under(m.id, "desk"),
    };
    let name = view.title.clone();
    Ok(visit.page(&name, Kind::Print).view(&view))
}

#[derive(Template)]
#[template(path = "meeting_poster.html")]
struct Poster {
    t: &'static L10nLanguage,
    second: Html,
    title: String,
    span: String,
    place: String,
    who: String,
    points: Vec<Point>,
    more: Option<String>,
    qr: Html,
    address: String,
    back: String,
}

/// `GET /meetings/{meeting}/door`: for the doors; the code leads to the council's page, nobody signs in with it.
pub(super) async fn poster(visit: Visit, Path(meeting): Path<String>) -> Result<Response, Trouble> {
    let m = own(&visit, &meeting).await?;
    let (lang, t, now, at) = (visit.lang, t(visit.lang), visit.now(), m.clone());
    let points = visit.read(move |r| Ok(points(r, &at, lang, now)?)).await?;
    let address = visit.house.settings().origin.url(&url(m.id));
    let hung = Hung::at(&visit, &[m.area]).await?;
    let view = Poster {
        t,
        second: hung.head(m.area),
        title: t.msg_meeting_poster_title(m.area_name.clone()),
        span: span(lang, &m, now),
        place: m.place.clone().unwrap_or_default(),
        who: t.msg_meeting_poster_who(m.org_name.clone()),
        points,
        more: m.words.clone(),
        qr: Html(qr_svg(&address).unwrap_or_default()),
        address,
        back: under(m.id, "desk"),
    };
    let name = view.title.clone();
    let group = [&name, &view.span, &view.place].into_iter().filter(|line| !line.is_empty()).cloned().collect();
    let hung = hung.group(group, view.address.clone());
    Ok(visit.page(&name, Kind::Print).hung(hung).view(&view))
}

/// `GET /meetings/{meeting}/sheet/{n}/small`: a photo of the signed sheet, for who runs it.
pub(super) async fn small(
    visit: Visit,
    Path((meeting, n)): Path<(String, usize)>,
    headers: HeaderMap,
) -> Result<Response, Trouble> {
    let photo = signed(&visit, &meeting, n).await?;
    picture(&visit, photo.small, &headers).await
}

/// The same, large.
pub(super) async fn large(
    visit: Visit,
    Path((meeting, n)): Path<(String, usize)>,
    headers: HeaderMap,
) -> Result<Response, Trouble> {
    let photo = signed(&visit, &meeting, n).await?;
    picture(&visit, photo.large, &headers).await
}

async fn signed(visit: &Visit, meeting: &str, n: usize) -> Result<Photo, Trouble> {
    let m = own(visit, meeting).await?;
    let all = visit.read(move |r| Ok(store::sheets(r, m.id)?)).await?;
    n.checked_sub(1).and_then(|at| all.get(at).copied()).ok_or(Trouble::NotFound)
}

/// An invented matter of an agenda.
fn example_point() -> Point {
    Point {
        n: 1,
        no: example::NO.into(),
        url: String::new(),
        title: example::TITLE.into(),
        says: None,
        landed: None,
        item: example::item(),
        words: String::new(),
        moved: false,
    }
}

/// An invented example of the agenda.
pub(crate) fn sheet_specimen(lang: Lang) -> Html {
    let t = t(lang);
    let facts = [
        (t.msg_meeting_when(), when(lang, example::NOW, example::NOW)),
        (t.msg_meeting_where(), example::WHERE.into()),
        (t.msg_meeting_convener(), example::ORG.into()),
    ];
    Html::of(&Sheet {
        t,
        title: t.msg_meeting_poster_title(example::PLACE),
        facts: Facts { items: facts.into_iter().map(|(name, value)| (name.into(), value.into())).collect() },
        points: vec![example_point()],
        more: None,
        lines: (1..=LINES).collect(),
        printed: t.msg_meeting_printed(when(lang, example::NOW, example::NOW)),
        back: example::BACK.into(),
    })
}

/// An invented example of the sheet for doors.
pub(crate) fn poster_specimen(lang: Lang) -> Html {
    let t = t(lang);
    Html::of(&Poster {
        t,
        second: Html(String::new()),
        title: t.msg_meeting_poster_title(example::PLACE),
        span: when(lang, example::NOW, example::NOW),
        place: example::WHERE.into(),
        who: t.msg_meeting_poster_who(example::ORG),
        points: vec![example_point()],
        more: None,
        qr: Html(qr_svg(example::ADDRESS).unwrap_or_default()),
        address: example::ADDRESS.into(),
        back: example::BACK.into(),
    })
}
