//! 找事 Search: words over all matters, for everybody over what is published, for seats over what they may read. The
//! index is derived from the texts of the journal: kept, filled beside the work a moment after a text came in, erased with
//! it.

mod grams;
pub mod store;

use crate::rules::Publicity;
use crate::store::{Matter, by_id};
use crate::view::{Eye, Sight, readable_text};
use grams::{PAIRS_MAX, Reach, gram, number, pairs, words, written};
use lianxin_base::{ActId, AreaId, MatterId};
use lianxin_journal::{Recorded, text};
use lianxin_store::{Fault, Kept, Read, Tx};
use std::collections::{BTreeMap, BTreeSet};

pub use grams::TYPED_MAX;

/// So many candidates are read at once for a page of results,
const CANDIDATES: i64 = 60;
/// and so often again on the board of one area, where what is not published is found, too, and left out.
const AGAIN: usize = 10;
/// So many areas of a seat are looked through.
const AREAS_MAX: usize = 400;
/// So many matters that share a pair are weighed for likeness.
const ALIKE: i64 = 400;
/// So many pairs of what is written are weighed.
const PAIRS_WEIGHED: usize = 40;
/// So many matters are indexed at once when the index is filled.
const FILL: i64 = 40;

/// The tables of the index.
pub fn kept() -> Vec<Kept> {
    ["council_find", "council_find_area", "council_find_due", "council_find_text", "council_gram"]
        .map(|table| Kept { table, columns: &[], reason: "the search index, made from the texts of the journal" })
        .to_vec()
}

/// From the apply of a report: it is found a moment later, when [`fill`] has come by. Whoever reports does not wait for it.
pub(crate) fn reported(rec: &Recorded, tx: &mut Tx<'_>, m: MatterId) -> Result<(), Fault> {
    store::add_due(tx, m, rec.at())
}

/// From the apply of what gives a matter other words, or shows or hides them: it is found by those it has now.
pub(crate) fn reworded(tx: &mut Tx<'_>, m: MatterId) -> Result<(), Fault> {
    whole(tx, m, None)
}

/// From an erasure's apply: by what came from an erased text nothing is found any more.
pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
    match store::matter_from(tx, act)? {
        Some(id) => whole(tx, id, Some((act, field))),
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
        whole(tx, *id, None)?;
        store::done(tx, *id, *at)?;
    }
    Ok(due.len() as u64)
}

/// Whether there is a matter the index does not know: in a house of before, all of them.
///
/// # Errors
/// The database's trouble.
pub fn misses(r: &mut Read<'_>) -> Result<bool, Fault> {
    store::misses(r)
}

/// Lets those come in once more, for [`fill`].
///
/// # Errors
/// The database's trouble.
pub fn fill_again(tx: &mut Tx<'_>) -> Result<(), Fault> {
    store::add_missing(tx)
}

/// Every text of a matter, as it stands now; but for one that is being erased.
fn whole(tx: &mut Tx<'_>, id: MatterId, gone: Option<(ActId, &str)>) -> Result<(), Fault> {
    let Some(m) = by_id(tx, id)? else { return Ok(()) };
    let (n, a) = store::numbers(tx, m.id, m.area)?;
    let mut read = |from: &[(Option<ActId>, &str)]| {
        let mut all = BTreeSet::new();
        for (act, field) in from {
            let Some(act) = act else { continue };
            store::comes_from(tx, *act, n)?;
            let said = if gone == Some((*act, field)) { None } else { text(tx, *act, field)? };
            all.extend(said.iter().flat_map(|said| grams::grams(&grams::plain(said))));
        }
        Ok::<_, Fault>(all)
    };
    let shown = m.published.filter(|_| m.publication == Publicity::Shown);
    let everybody = read(&[(shown, "title"), (shown, "words")])?;
    let mut all = read(&[(Some(m.act), "words"), (Some(m.act), "place"), (m.titled, "title")])?;
    all.extend(&everybody);
    store::clear(tx, n)?;
    store::write(tx, n, &(written(&all, Reach::Area(a)) + &written(&everybody, Reach::Public)))
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
    let mut looks = Vec::new();
    for reach in reaches(r, at)? {
        looks.extend(rarest(r, reach, &words)?);
    }
    let mut found = Vec::new();
    let mut below = i64::MAX;
    for _ in 0..AGAIN {
        let mut candidates: Vec<(i64, MatterId)> = Vec::new();
        for pairs in &looks {
            candidates.extend(store::found(r, pairs, below, CANDIDATES)?);
        }
        candidates.sort_unstable_by_key(|(n, _)| std::cmp::Reverse(*n));
        for (_, id) in &candidates {
            if found.len() < most {
                found.extend(reads(r, at, *id, &words)?);
            }
        }
        let all = candidates.len() < usize::try_from(CANDIDATES).unwrap_or(0);
        // The desk looks through many areas at once, each as deep as one page.
        if all || looks.len() != 1 || found.len() >= most {
            break;
        }
        below = candidates.last().map_or(0, |(n, _)| *n);
    }
    Ok(Some(found))
}

/// The matter, if all the words stand in what whoever asks may read of it.
fn reads(r: &mut Read<'_>, at: &Where, id: MatterId, words: &[String]) -> Result<Option<Matter>, Fault> {
    let Some(m) = by_id(r, id)? else { return Ok(None) };
    let Some(eye) = eye(at, &m) else { return Ok(None) };
    let read = grams::plain(&readable_text(r, &m, eye)?);
    Ok(words.iter().all(|word| read.contains(word.as_str())).then_some(m))
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
        Where::In(area) => store::area(r, *area)?.map(Reach::Area).into_iter().collect(),
        Where::Desk(sight) => {
            let areas = match sight.scope.areas() {
                Some(areas) if !areas.is_empty() => areas,
                _ => store::areas(r)?, // whoever sees everything, or what lies anywhere in their hands
            };
            let mut all = Vec::new();
            for area in areas.into_iter().take(AREAS_MAX) {
                all.extend(store::area(r, area)?.map(Reach::Area));
            }
            all
        }
    })
}

/// The rarest pairs of these words; none if one of them stands nowhere.
fn rarest(r: &mut Read<'_>, reach: Reach, words: &[String]) -> Result<Option<Vec<i64>>, Fault> {
    let mut counted = Vec::new();
    for pair in words.iter().flat_map(|word| grams::grams(word)) {
        let pair = number(pair, reach);
        let n = store::some(r, pair)?;
        if n == 0 {
            return Ok(None);
        }
        counted.push((n, pair));
    }
    counted.sort_unstable();
    counted.dedup();
    Ok(Some(counted.into_iter().take(PAIRS_MAX).map(|(_, pair)| pair).collect()))
}

/// How much a text shares with others before it is like one: so many pairs, and such a part of what is written.
struct Like {
    pairs: usize,
    part: usize,
}

/// Open public matters of an area that are told in much the same words, the likest first; at most `most`. Only what
/// everybody may read counts: nobody finds out by trying what is not shown.
///
/// # Errors
/// The database's trouble.
pub fn alike(r: &mut Read<'_>, area: AreaId, typed: &str, most: usize) -> Result<Vec<Matter>, Fault> {
    // 坏了, 单元, 没人 stand in every second report: a third of what is written, and never less than three pairs.
    alike_by(r, area, typed, &Like { pairs: 3, part: 3 }, Some(Eye::Public), most)
}

/// The same for the seats of an area: by all that is written, published or not.
///
/// # Errors
/// The database's trouble.
pub fn alike_for_seats(r: &mut Read<'_>, area: AreaId, typed: &str, most: usize) -> Result<Vec<Matter>, Fault> {
    // A worker looks at each before it is made one, and a short report shares little.
    alike_by(r, area, typed, &Like { pairs: 2, part: 5 }, None, most)
}

fn alike_by(
    r: &mut Read<'_>,
    area: AreaId,
    typed: &str,
    like: &Like,
    eye: Option<Eye>,
    most: usize,
) -> Result<Vec<Matter>, Fault> {
    let Some(a) = store::area(r, area)? else { return Ok(Vec::new()) };
    let mut shared: BTreeMap<i64, usize> = BTreeMap::new();
    let all: BTreeSet<(char, char)> = pairs(&grams::plain(typed)).into_iter().take(PAIRS_WEIGHED).collect();
    for pair in &all {
        for n in store::newest_of(r, number(gram(*pair), Reach::Area(a)), ALIKE)? {
            *shared.entry(n).or_default() += 1;
        }
    }
    let least = like.pairs.max(all.len() / like.part);
    let mut likest: Vec<(usize, i64)> = shared.into_iter().filter(|(_, k)| *k >= least).map(|(n, k)| (k, n)).collect();
    likest.sort_unstable_by_key(|x| std::cmp::Reverse(*x));
    let mut found = Vec::new();
    for (shares, n) in likest.into_iter().take(most * 8) {
        let Some(m) = store::matter_of(r, n)?.map(|id| by_id(r, id)).transpose()?.flatten() else { continue };
        let shares = match eye {
            Some(_) if m.publication != Publicity::Shown => 0,
            Some(eye) => pairs(&grams::plain(&readable_text(r, &m, eye)?)).intersection(&all).count(),
            None => shares,
        };
        if m.ended_at.is_none() && shares >= least {
            found.push((shares, n, m));
        }
    }
    found.sort_by_key(|(shares, n, _)| std::cmp::Reverse((*shares, *n)));
    Ok(found.into_iter().take(most).map(|(_, _, m)| m).collect())
}
