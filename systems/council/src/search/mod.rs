//! 找事 Search: words over all matters, for everybody over what is published, for seats over what they may read. The
//! index is derived from the texts of the journal: kept, filled beside the work a moment after a text came in, erased with
//! it.

mod grams;
pub mod store;

use crate::rules::Publicity;
use crate::store::{Matter, by_id};
use crate::view::{Eye, Sight, readable_text};
use grams::{PAIRS_MAX, Reach, number, pairs, words, written};
use lianxin_base::{ActId, AreaId, MatterId};
use lianxin_journal::{Recorded, text};
use lianxin_store::{Fault, Kept, Read, Tx};
use std::collections::BTreeMap;

pub use grams::TYPED_MAX;

/// So many candidates are read for a page of results.
const CANDIDATES: i64 = 60;
/// So many areas of a seat are looked through.
const AREAS_MAX: usize = 400;
/// So many matters that share a pair are weighed for likeness.
const ALIKE: i64 = 400;
/// So many pairs of what is written are weighed.
const PAIRS_WEIGHED: usize = 40;
/// So many matters are indexed at once when the index is filled.
const FILL: i64 = 40;

/// Which text of a matter a row of the index comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Src {
    /// What the reporter wrote.
    Words = 1,
    /// Where.
    Place = 2,
    /// The title a worker gave.
    Title = 3,
    /// The title everybody reads.
    ShownTitle = 4,
    /// The words everybody reads.
    ShownWords = 5,
}

/// The tables of the index.
pub fn kept() -> Vec<Kept> {
    ["council_find", "council_find_area", "council_find_due", "council_find_text", "council_gram"]
        .map(|table| Kept { table, columns: &[], reason: "the search index, made from the texts of the journal" })
        .to_vec()
}

/// From the apply of a report: its words and its place are found by seats a moment later, when [`fill`] has come by.
pub(crate) fn reported(rec: &Recorded, tx: &mut Tx<'_>, m: MatterId) -> Result<(), Fault> {
    store::add_due(tx, m, rec.at())
}

/// From the apply of a dispatch: its title is found by seats.
pub(crate) fn titled(rec: &Recorded, tx: &mut Tx<'_>, m: &Matter) -> Result<(), Fault> {
    put(tx, (m.id, m.area), (rec.id(), "title"), Src::Title, rec.sealed("title"))
}

/// From the apply of a publication: what is shown is found by everybody, what was shown before no more.
pub(crate) fn published(rec: &Recorded, tx: &mut Tx<'_>, m: &Matter) -> Result<(), Fault> {
    put(tx, (m.id, m.area), (rec.id(), "title"), Src::ShownTitle, rec.sealed("title"))?;
    put(tx, (m.id, m.area), (rec.id(), "words"), Src::ShownWords, rec.sealed("words"))
}

fn put(
    tx: &mut Tx<'_>,
    (m, area): (MatterId, AreaId),
    key: (ActId, &str),
    src: Src,
    said: Option<&str>,
) -> Result<(), Fault> {
    let (n, a) = store::numbers(tx, m, area)?;
    store::clear(tx, n, src as i64)?;
    let reaches: &[Reach] = match src {
        Src::ShownTitle | Src::ShownWords => &[Reach::Public, Reach::PublicIn(a), Reach::Seats(a)],
        _ => &[Reach::Seats(a)],
    };
    let pairs = said.map(|said| written(said, reaches)).unwrap_or_default();
    if pairs.is_empty() { Ok(()) } else { store::write(tx, key, (n, src as i64), &pairs) }
}

/// From an erasure's apply: what came from an erased text is found no more.
pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
    match store::text(tx, act, field)? {
        Some((n, src)) => store::clear(tx, n, src),
        None => Ok(()),
    }
}

/// Whether something came in that is not in the index yet.
///
/// # Errors
/// The database's trouble.
pub fn is_due(r: &mut Read<'_>) -> Result<bool, Fault> {
    Ok(!store::due(r, 1)?.is_empty())
}

/// Puts some of what came in into the index, the oldest first; how many. To be called, from `keep`, until it gives none.
///
/// # Errors
/// The database's trouble.
pub fn fill(tx: &mut Tx<'_>) -> Result<u64, Fault> {
    let due = store::due(tx, FILL)?;
    for (id, at) in &due {
        whole(tx, *id)?;
        store::done(tx, *id, *at)?;
    }
    Ok(due.len() as u64)
}

/// Puts some matters of a house that had no index into it, likewise; looks at every matter, so once.
///
/// # Errors
/// The database's trouble.
pub fn fill_old(tx: &mut Tx<'_>) -> Result<u64, Fault> {
    let missing = store::missing(tx, FILL)?;
    missing.iter().try_for_each(|id| whole(tx, *id))?;
    Ok(missing.len() as u64)
}

/// Every text of a matter, as it stands now.
fn whole(tx: &mut Tx<'_>, id: MatterId) -> Result<(), Fault> {
    let Some(m) = by_id(tx, id)? else { return Ok(()) };
    let at = (m.id, m.area);
    let told = |tx: &mut Tx<'_>, act: Option<ActId>, field: &str, src: Src| {
        let Some(act) = act else { return Ok(()) };
        let said = text(tx, act, field)?;
        put(tx, at, (act, field), src, said.as_deref())
    };
    told(tx, Some(m.act), "words", Src::Words)?;
    told(tx, Some(m.act), "place", Src::Place)?;
    told(tx, m.titled, "title", Src::Title)?;
    if m.publication == Publicity::Shown {
        told(tx, m.published, "title", Src::ShownTitle)?;
        told(tx, m.published, "words", Src::ShownWords)?;
    }
    Ok(())
}

/// Where somebody looks.
#[derive(Clone, Debug)]
pub enum Where {
    /// On the public board of all compounds.
    Everywhere,
    /// On the public board of one.
    In(AreaId),
    /// On the desk, with what its seats see.
    Desk(Sight),
}

/// The newest matters in which all these words stand, as far as whoever asks may read them; at most `most`. `None`: no
/// word is long enough.
///
/// # Errors
/// The database's trouble.
pub fn search(r: &mut Read<'_>, at: &Where, typed: &str, most: usize) -> Result<Option<Vec<Matter>>, Fault> {
    let words = words(typed);
    if words.is_empty() {
        return Ok(None);
    }
    let mut candidates: Vec<(i64, MatterId)> = Vec::new();
    for reach in reaches(r, at)? {
        candidates.extend(candidates_of(r, reach, &words)?);
    }
    candidates.sort_unstable_by_key(|(n, _)| std::cmp::Reverse(*n));
    candidates.dedup();
    let mut found = Vec::new();
    for (_, id) in candidates {
        if found.len() >= most {
            break;
        }
        let Some(m) = by_id(r, id)? else { continue };
        let Some(eye) = eye(at, &m) else { continue };
        let read = grams::plain(&readable_text(r, &m, eye)?);
        if words.iter().all(|word| read.contains(word.as_str())) {
            found.push(m);
        }
    }
    Ok(Some(found))
}

/// With which eye a matter that was found is read; `None`: it is not there for whoever asks.
fn eye(at: &Where, m: &Matter) -> Option<Eye> {
    match at {
        Where::Everywhere | Where::In(_) => (m.publication == Publicity::Shown).then_some(Eye::Public),
        Where::Desk(sight) => m.in_scope(&sight.scope).then(|| sight.eye(m)),
    }
}

fn reaches(r: &mut Read<'_>, at: &Where) -> Result<Vec<Reach>, Fault> {
    Ok(match at {
        Where::Everywhere => vec![Reach::Public],
        Where::In(area) => store::area(r, *area)?.map(Reach::PublicIn).into_iter().collect(),
        Where::Desk(sight) => {
            let areas = match sight.scope.areas() {
                Some(areas) if !areas.is_empty() => areas,
                _ => store::areas(r)?, // whoever sees everything, or what lies anywhere in their hands
            };
            let mut all = Vec::new();
            for area in areas.into_iter().take(AREAS_MAX) {
                all.extend(store::area(r, area)?.map(Reach::Seats));
            }
            all
        }
    })
}

/// Who may be found by the pairs of these words: looked up by the rarest.
fn candidates_of(r: &mut Read<'_>, reach: Reach, words: &[String]) -> Result<Vec<(i64, MatterId)>, Fault> {
    let mut counted = Vec::new();
    for pair in words.iter().flat_map(|word| pairs(word)) {
        let pair = number(pair, reach);
        let n = store::some(r, pair)?;
        if n == 0 {
            return Ok(Vec::new());
        }
        counted.push((n, pair));
    }
    counted.sort_unstable();
    counted.dedup();
    let rarest: Vec<i64> = counted.into_iter().take(PAIRS_MAX).map(|(_, pair)| pair).collect();
    store::found(r, &rarest, CANDIDATES)
}

/// Open public matters of an area that are told in much the same words, the likest first; at most `most`.
///
/// # Errors
/// The database's trouble.
pub fn alike(r: &mut Read<'_>, area: AreaId, typed: &str, most: usize) -> Result<Vec<Matter>, Fault> {
    let public = |m: &Matter| m.publication == Publicity::Shown;
    // 坏了, 单元, 没人 stand in every second report: a third of what is written, and never less than three pairs.
    alike_by(r, area, Reach::PublicIn, typed, (3, 3), (most, &public))
}

/// The same for the seats of an area: by all that is written, published or not.
///
/// # Errors
/// The database's trouble.
pub fn alike_for_seats(r: &mut Read<'_>, area: AreaId, typed: &str, most: usize) -> Result<Vec<Matter>, Fault> {
    // A worker looks at each before it is made one, and a short report shares little.
    alike_by(r, area, Reach::Seats, typed, (2, 5), (most, &|_| true))
}

fn alike_by(
    r: &mut Read<'_>,
    area: AreaId,
    reach: fn(i64) -> Reach,
    typed: &str,
    (pairs_least, part): (usize, usize),
    (most, fits): (usize, &dyn Fn(&Matter) -> bool),
) -> Result<Vec<Matter>, Fault> {
    let Some(a) = store::area(r, area)? else { return Ok(Vec::new()) };
    let mut shared: BTreeMap<i64, usize> = BTreeMap::new();
    let mut all: Vec<(char, char)> = pairs(&grams::plain(typed)).into_iter().collect();
    all.truncate(PAIRS_WEIGHED);
    for pair in &all {
        for n in store::newest_of(r, number(*pair, reach(a)), ALIKE)? {
            *shared.entry(n).or_default() += 1;
        }
    }
    let least = pairs_least.max(all.len() / part);
    let mut likest: Vec<(usize, i64)> = shared.into_iter().filter(|(_, k)| *k >= least).map(|(n, k)| (k, n)).collect();
    likest.sort_unstable_by_key(|x| std::cmp::Reverse(*x));
    let mut found = Vec::new();
    for (_, n) in likest.into_iter().take(most * 8) {
        let Some(m) = store::matter_of(r, n)?.map(|id| by_id(r, id)).transpose()?.flatten() else { continue };
        if m.ended_at.is_none() && fits(&m) && found.len() < most {
            found.push(m);
        }
    }
    Ok(found)
}
