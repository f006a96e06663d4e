//! 业主表决: a vote is called for a compound, with its matters, the rules of that day, its window and the notice the law wants;
//! it may be called off. It opens with its roll ([`crate::roll`]) and is counted after the close ([`crate::count`]).

pub(crate) mod asked;
pub(crate) mod demand;
pub(crate) mod pages;
pub(crate) mod rules;
pub mod store;

pub use asked::{Asked, Scope, Voting};
pub use demand::Demand;
pub use rules::{MATTERS_MAX, Online, State, WORDS_MAX};
pub use store::{Matter, Vote};

/// The vote of somebody's compound that is open, or comes next, for the head of their pages.
///
/// # Errors
/// The database's trouble.
pub fn strip(r: &mut Read<'_>, home: AreaId, lang: Lang, now: Moment) -> Result<Option<Html>, Fault> {
    pages::strip(r, home, lang, now)
}

use crate::clock::{CLOSES, COUNT_LATE, LAST_DAYS, OPENS, reminds};
use crate::conflict;
use crate::notices;
use crate::refusal::Refusal;
use crate::roll::{owners_in, store as rolls};
use crate::ruleset::{Chosen, in_force};
use crate::say;
use crate::texts::t;
use crate::told;
use crate::words::Author;
use demand::may_demand;
use lianxin_ballot::MatterKind;
use lianxin_base::{ActId, AreaId, Lang, Moment};
use lianxin_journal::{Act, By, Leaf, Receipt, Recorded, record};
use lianxin_register::{AreaKind, find};
use lianxin_store::{Fault, Read, Stop, Tx};
use lianxin_web::components::{Html, Tag};
use lianxin_work::Due;
use rules::{Calling, may_call};
use serde_json::{Value, json};

/// A vote in a line of a list.
#[derive(Clone, Debug)]
pub struct InShort {
    /// Its page.
    pub url: String,
    /// What it is called.
    pub title: String,
    /// Its compound, and that it is a vote of the owners.
    pub line: Vec<String>,
    /// Until when it is open.
    pub tag: Tag<'static>,
}

/// At most `n` votes that are open now, for the page everybody comes in by.
///
/// # Errors
/// The database's trouble.
pub fn open_now(r: &mut Read<'_>, lang: Lang, now: Moment, n: i64) -> Result<Vec<InShort>, Fault> {
    let short = |v: Vote| InShort {
        url: pages::url(v.id),
        tag: say::tag(lang, &v, now),
        line: vec![v.place(), t(lang).msg_votes_title()],
        title: v.title,
    };
    Ok(store::open(r, now, n)?.into_iter().map(short).collect())
}

/// What of a vote hangs out.
#[derive(Clone, Debug)]
pub struct Hung {
    /// Its page, or the announcement of its result.
    pub url: String,
    /// What it is called.
    pub title: String,
    /// That it is a vote of the owners, and where it stands.
    pub line: Vec<String>,
    /// Since when.
    pub from: lianxin_base::Day,
}

/// The votes of a compound that hang out: called and open ones, and results for so many days after the count. At most
/// `n` votes are looked at.
///
/// # Errors
/// The database's trouble.
pub fn hung(
    r: &mut Read<'_>,
    area: AreaId,
    lang: Lang,
    now: Moment,
    (n, days): (i64, i32),
) -> Result<Vec<Hung>, Fault> {
    let mut all = Vec::new();
    for v in store::all(r, Some(area), n)? {
        let line = vec![t(lang).msg_votes_title(), say::tag(lang, &v, now).text.into_owned()];
        let (url, title, from) = match v.state {
            State::Counted => {
                let title = t(lang).msg_result_title(v.place());
                (pages::under(v.id, "result"), format!("{title}：{}", v.title), v.closes.day())
            }
            State::Called | State::Open | State::Closed => (pages::url(v.id), v.title, v.called.day()),
            State::Missed | State::Off => continue,
        };
        if v.state != State::Counted || now.day() <= from.plus(days) {
            all.push(Hung { url, title, line, from });
        }
    }
    Ok(all)
}

/// 召集业主表决.
struct Called {
    opens: Moment,
    closes: Moment,
    online: Online,
    rules: Chosen,
    matters: Vec<(MatterKind, String)>,
    title: String,
    asked: Asked,
    /// What owners demanded, and of how many.
    demand: Option<(Demand, i64)>,
}

/// The sealed fields of the rules that were named.
const COUNTED_BY: &str = "counted_by";
const FOLLOW_BY: &str = "follow_by";

/// The sealed field of a matter's words.
pub(crate) fn words_field(n: i64) -> String {
    format!("words{n}")
}

impl Act for Called {
    const KIND: &'static str = "property.vote";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.int("opens", self.opens.micros());
        leaf.int("closes", self.closes.micros());
        leaf.text("online", self.online);
        leaf.text("rules", self.rules.name());
        leaf.text("rules_sha256", &self.rules.set.sha256);
        leaf.opt_text("rules_act", self.rules.act);
        // Records of before owners were told have neither.
        leaf.int("tells", true);
        leaf.opt_int("reminds", reminds(self.opens, self.closes).map(|at| at.micros()));
        leaf.list("matters", self.matters.iter().map(|(kind, _)| json!(kind.as_str())).collect());
        let Voting { scope, parking, storage } = self.asked.voting;
        leaf.opt_text("building", scope.building());
        leaf.opt_text("entrance", scope.entrance());
        leaf.int("parking", parking);
        leaf.int("storage", storage);
        leaf.int("follow", !self.asked.follow_by.is_empty());
        if let Some((demand, of)) = &self.demand {
            leaf.int("demand", demand.owners);
            leaf.int("demand_of", *of);
            leaf.text("demand_day", demand.day);
        }
        for (field, words) in [(COUNTED_BY, &self.asked.counted_by), (FOLLOW_BY, &self.asked.follow_by)] {
            if !words.is_empty() {
                leaf.seal(field, None, words);
            }
        }
        leaf.seal("title", None, &self.title);
        for (n, (_, words)) in (1..).zip(&self.matters) {
            leaf.seal(&words_field(n), None, words);
        }
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let org = rec.org().ok_or_else(|| Fault::Damaged(format!("{} was called by no organisation", rec.id())))?;
        store::add(tx, rec, org)?;
        for (n, kind) in (1i64..).zip(rec.list("matters")?.iter().filter_map(Value::as_str)) {
            store::add_matter(tx, rec, n, kind)?;
        }
        lianxin_work::set(tx, OPENS, rec.id(), rec.moment("opens")?, rec)?;
        lianxin_work::set(tx, CLOSES, rec.id(), rec.moment("closes")?, rec)?;
        if let Some(at) = rec.opt_moment("reminds")? {
            lianxin_work::set(tx, LAST_DAYS, rec.id(), at, rec)?;
        }
        if told::tells(rec)? {
            told::owners(tx, rec, rec.id(), notices::CALLED)?;
        }
        tx.moved("votes");
        Ok(())
    }
}

/// 不开了.
struct CalledOff {
    vote: ActId,
    words: String,
}

impl Act for CalledOff {
    const KIND: &'static str = "property.vote_cancelled";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.int("tells", true);
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("vote")?;
        store::off(tx, id, rec)?;
        lianxin_work::clear(tx, OPENS, id, rec)?;
        lianxin_work::clear(tx, CLOSES, id, rec)?;
        lianxin_work::clear(tx, LAST_DAYS, id, rec)?;
        lianxin_work::clear(tx, COUNT_LATE, id, rec)?;
        if told::tells(rec)? {
            // Whoever was told that it comes.
            match rolls::roll(tx, id)? {
                Some(_) => told::roll(tx, rec, id, notices::CALLED_OFF)?,
                None => told::owners(tx, rec, id, notices::CALLED_OFF)?,
            }
        }
        tx.moved(format!("v-{id}"));
        tx.moved("votes");
        Ok(())
    }
}

/// 快截止了: who has not voted is told so.
struct LastDays {
    vote: ActId,
    timer: String,
}

impl Act for LastDays {
    const KIND: &'static str = "property.last_days";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("timer", &self.timer);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("vote")?;
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        // A machine that was off meanwhile tells nobody of a vote they are too late for.
        if store::one(tx, id)?.is_some_and(|v| v.state == State::Open && rec.at() < v.closes) {
            told::silent(tx, rec, id, notices::LAST_DAYS)?;
        }
        Ok(())
    }
}

/// Three days are left.
pub(crate) fn last_days(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let id: ActId = due.subject.parse().map_err(|_| Fault::Damaged(format!("a timer of no vote: {}", due.id)))?;
    Ok(record(tx, author.head(due.area), &LastDays { vote: id, timer: due.id.clone() }).map(|_| ())?)
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<lianxin_journal::Kind> {
    use lianxin_journal::Kind;
    vec![Kind::of::<Called>(), Kind::of::<CalledOff>(), Kind::of::<LastDays>()]
}

/// What is called.
#[derive(Clone, Debug)]
pub struct NewVote {
    /// The compound.
    pub area: AreaId,
    /// What it is called.
    pub title: String,
    /// The matters: category of Civil Code 278 as the rule sets name it, and the words on the paper.
    pub matters: Vec<(String, String)>,
    /// From when one may vote.
    pub opens: Moment,
    /// From this second on one may not.
    pub closes: Moment,
    /// Whether one may vote on the phone.
    pub online: Online,
    /// Whom it asks, which doors count, and whether the unreturned follow.
    pub asked: Asked,
}

/// Calls a vote.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn call(tx: &mut Tx<'_>, author: &Author, new: &NewVote) -> Result<Receipt, Stop> {
    call_as(tx, author, new, false)
}

/// Calls a vote that may have no matter yet: names are put on the paper later.
pub(crate) fn call_bare(tx: &mut Tx<'_>, author: &Author, new: &NewVote) -> Result<Receipt, Stop> {
    call_as(tx, author, new, true)
}

fn call_as(tx: &mut Tx<'_>, author: &Author, new: &NewVote, bare: bool) -> Result<Receipt, Stop> {
    let compound = find::area(tx, new.area)?.is_some_and(|a| a.kind == AreaKind::Compound && a.holds(tx.now().day()));
    if !compound || !author.scope.covers(new.area) || !matches!(author.by, By::Seat { .. }) {
        return Err(Refusal::NotHere.into());
    }
    let rules = in_force(tx, new.area, new.opens.day())?;
    let matters = may_call(&rules.set, &Calling { now: tx.now(), new, bare })?;
    place(tx, new)?;
    let demand = match new.asked.demand {
        Some(demand) => {
            let (today, voting) = (tx.now().day(), Voting::default());
            let all = owners_in(&rolls::asked(tx, new.area, voting, today)?);
            may_demand(&rules.set, &demand, (all, today))?;
            Some((demand, all))
        }
        None => None,
    };
    let act = Called {
        demand,
        asked: new.asked.clone(),
        opens: new.opens,
        closes: new.closes,
        online: new.online,
        rules,
        matters,
        title: new.title.clone(),
    };
    Ok(record(tx, author.head(new.area), &act)?)
}

/// The building or the entrance that is asked lies in the compound, and somebody has a vote there.
fn place(tx: &mut Tx<'_>, new: &NewVote) -> Result<(), Stop> {
    let voting = new.asked.voting;
    let Some(building) = voting.scope.building() else { return Ok(()) };
    let here = find::building(tx, building)?.is_some_and(|b| b.area == new.area);
    let inside = match voting.scope.entrance() {
        Some(entrance) => find::entrance(tx, entrance)?.is_some_and(|e| e.building == building),
        None => true,
    };
    if !here || !inside {
        return Err(Refusal::ScopeElsewhere.into());
    }
    let today = tx.now().day();
    let asked = rolls::asked(tx, new.area, voting, today)?;
    if asked.is_empty() { Err(Refusal::EmptyScope.into()) } else { Ok(()) }
}

/// A vote of a compound the author looks after.
pub(crate) fn ours(tx: &mut Tx<'_>, author: &Author, id: ActId) -> Result<Vote, Stop> {
    let found = store::one(tx, id)?.filter(|v| author.scope.covers(v.area));
    Ok(found.ok_or(Refusal::NoVote)?)
}

/// Calls it off, with the reason, as long as it is not counted.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn call_off(tx: &mut Tx<'_>, author: &Author, id: ActId, words: &str) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    let today = tx.now().day();
    conflict::author_clear(tx, &v, author, today)?;
    rules::may_call_off(v.state, words)?;
    Ok(record(tx, author.head(v.area), &CalledOff { vote: id, words: words.to_owned() })?)
}
