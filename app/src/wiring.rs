//! Where one system's need is met by another: the only file that names two of them.

use crate::rooms::Rooms;
use lianxin_base::{Lang, Moment, PersonId};
use lianxin_council::course::Terms;
use lianxin_council::lists::{Which, board};
use lianxin_council::pages::url;
use lianxin_council::rules::Publicity;
use lianxin_council::view::{Eye, category_name, public_title, see};
use lianxin_council::{say, store};
use lianxin_journal::{Head, Receipt, TextKey};
use lianxin_office::{HomeMatter, HomeRow, Needs};
use lianxin_outbox::Notices;
use lianxin_store::{Fault, Read, Tx};
use lianxin_web::System;
use std::sync::Arc;

/// All systems of this program.
pub fn systems() -> Result<Vec<System>, Fault> {
    let notices = Notices::new(lianxin_council::notices::notices())?;
    Ok(vec![lianxin_office::system(Arc::new(FromCouncil), notices), lianxin_council::system()])
}

/// So many matters are looked through for the home page.
const LOOKED: i64 = 40;
/// So many of them are shown.
const SHOWN: usize = 3;

/// What the home page shows of matters.
struct FromCouncil;

impl Needs for FromCouncil {
    fn newest_of(
        &self,
        r: &mut Read<'_>,
        person: PersonId,
        now: Moment,
        lang: Lang,
    ) -> Result<(Vec<HomeMatter>, i64), Fault> {
        let terms = Terms::default();
        let all = store::mine(r, person, LOOKED)?;
        let total = i64::try_from(all.len()).unwrap_or(LOOKED);
        let mut open = Vec::new();
        for m in all.into_iter().filter(|m| m.ended_at.is_none()).take(2) {
            let seen = see(r, m, Eye::Reporter, lang, &terms, now)?;
            open.push(HomeMatter {
                id: seen.m.element(),
                url: url(&seen.m.no),
                title: seen.title.clone(),
                meta: vec![say::date(lang, seen.m.reported_at.day(), now), category_name(lang, seen.category)],
                tag: say::tag(lang, &terms, seen.m.due_at, false, now),
                bridge: say::bridge(lang, &terms, &seen),
                holder: say::holder(lang, &seen),
            });
        }
        Ok((open, total))
    }

    fn talking(&self, r: &mut Read<'_>, now: Moment, lang: Lang) -> Result<Vec<HomeRow>, Fault> {
        let lines = board(r, None, Which::Open, None, LOOKED)?;
        let lines = lines.into_iter().filter(|l| l.stage == "deliberate" && l.publicity == Publicity::Shown);
        Ok(lines
            .take(SHOWN)
            .map(|l| HomeRow {
                url: url(&l.no),
                title: public_title(lang, &l),
                line: vec![l.area_name.clone(), l.holder_name.clone()],
                day: None,
                tag: say::tag(lang, &Terms::default(), l.due_at, false, now),
            })
            .collect())
    }

    fn newest_public(&self, r: &mut Read<'_>, _: Moment, lang: Lang) -> Result<Vec<HomeRow>, Fault> {
        let lines = board(r, None, Which::All, None, LOOKED)?;
        let lines = lines.into_iter().filter(|l| l.publicity == Publicity::Shown && l.stage != "deliberate");
        Ok(lines
            .take(SHOWN)
            .map(|l| HomeRow {
                url: url(&l.no),
                title: public_title(lang, &l),
                line: vec![l.area_name.clone(), category_name(lang, l.category)],
                day: Some(l.reported_at.day()),
                tag: None,
            })
            .collect())
    }

    fn find(&self, r: &mut Read<'_>, no: &str) -> Result<Option<String>, Fault> {
        Ok(store::public_by_no(r, no)?.map(|m| url(&m.no)))
    }

    fn also(&self, r: &mut Read<'_>, person: PersonId) -> Result<Vec<TextKey>, Fault> {
        lianxin_council::forget::also(r, person)
    }

    fn erase(&self, tx: &mut Tx<'_>, head: Head, texts: &[TextKey]) -> Result<Option<Receipt>, Fault> {
        lianxin_journal::erase::<Rooms>(tx, head, texts)
    }
}
