//! 是不是这一件？ Before a neighbour's report is taken, open public matters much like it are offered, once.

use super::report::Written;
use super::{home_of, url};
use crate::join::lives_there;
use crate::join::pages::{count, joined};
use crate::join::store::counted;
use crate::origin::form::DANGER_SEEN;
use crate::say::date;
use crate::search::alike;
use crate::texts::t;
use crate::view::{Eye, see as seen};
use axum::response::Response;
use lianxin_register::find;
use lianxin_web::components::Meta;
use lianxin_web::{Fields, Trouble, Visit};

/// An open matter much like the one that is being written.
pub(super) struct Alike {
    pub(super) no: String,
    pub(super) url: String,
    pub(super) title: String,
    pub(super) meta: Meta<'static>,
    pub(super) join: String,
}

/// So many are offered before a report is sent.
const ALIKE: usize = 3;

/// Open public matters of the place that are much like what a neighbour writes; asked once, and not about danger.
pub(super) async fn much_like(visit: &Visit, new: &Written, fields: &Fields) -> Result<Vec<Alike>, Trouble> {
    let Some(person) = visit.person() else { return Ok(Vec::new()) };
    if fields.has("alike_seen") || fields.has(DANGER_SEEN) {
        return Ok(Vec::new());
    }
    let (lang, now) = (visit.lang, visit.now());
    let (code, words) = (new.place.clone(), new.words.clone());
    visit
        .read(move |r| {
            let area = match find::place(r, &code)? {
                Some(place) => Some(place.area),
                None => home_of(r, Some(person))?.map(|(area, _)| area),
            };
            let Some(area) = area else { return Ok(Vec::new()) };
            let mut all = Vec::new();
            for m in alike(r, area, &words, ALIKE)? {
                if m.reporter == Some(person) || !lives_there(r, person, m.area)? {
                    continue;
                }
                let n = count(lang, counted(r, m.id)?);
                let s = seen(r, m, Eye::Resident, lang, now)?;
                let day = date(lang, s.m.reported_at.day(), now);
                all.push(Alike {
                    url: url(&s.m.no),
                    meta: Meta::of([s.m.no.clone(), day, n]),
                    join: t(lang).msg_alike_join(&s.title),
                    title: s.title,
                    no: s.m.no,
                });
            }
            Ok(all)
        })
        .await
}

/// It was one of these: joined, and nothing new is reported.
pub(super) async fn joined_instead(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let no = fields.raw("join").to_owned();
    match joined(visit, no.clone(), fields.token()).await {
        // Whoever is in already sees it there.
        Ok(_) => Ok(visit.to(&url(&no))),
        Err(Trouble::Refused(why)) if why.status() == 409 => Ok(visit.to(&url(&no))),
        Err(other) => Err(other),
    }
}
