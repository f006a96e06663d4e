//! What is seen of a matter, and by whom: everything a page shows comes through here, so that what is not public
//! cannot slip onto a public page.

use crate::course::{Terms, flow, talked, terms};
use crate::lists::Line;
use crate::origin;
use crate::photos::REPORTED;
use crate::publish;
use crate::rules::{Category, Publicity, Source, TITLE_MAX};
use crate::store::photos::PhotoRow;
use crate::store::{self, Entry, Matter};
use crate::texts::t;
use lianxin_base::{AreaId, Lang, Moment, OrgId};
use lianxin_gate::Scope;
use lianxin_journal::text;
use lianxin_path::{Achieved, Difference, Facts, Shortest, Stage, Stretch, Watch, Way};
use lianxin_register::find::OrgRow;
use lianxin_store::{Fault, Read};
use std::collections::BTreeMap;

/// Who is looking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Eye {
    /// Anybody.
    Public,
    /// A signed-in resident: reads what neighbours said, too.
    Resident,
    /// Who brought it in, or who has its secret link.
    Reporter,
    /// A seat that looks at reports here, or whose organisation holds it or does it.
    Party,
    /// A seat whose scope reaches it, but in whose hands it is not: a complaint about a company must not show that
    /// company who wrote it.
    Beside,
    /// A seat of the very organisation a complaint is about, whatever else it reaches: it knows of it as everybody does,
    /// and by which name it is handled, never who wrote it or in which words.
    About,
}

/// How a seat sees matters: whole where it looks at reports, and whole what its organisation has in hand.
#[derive(Clone, Debug, Default)]
pub struct Sight {
    /// What it reaches at all.
    pub scope: Scope,
    /// Where its seats look at reports.
    pub look: Scope,
    /// Its organisations.
    pub orgs: Vec<OrgId>,
}

impl Sight {
    /// Whoever sees everything: the machine's own commands.
    pub const fn whole() -> Self {
        Self { scope: Scope::Everything, look: Scope::Everything, orgs: Vec::new() }
    }
    /// The eye a matter in its scope is seen with.
    pub fn eye(&self, m: &Matter) -> Eye {
        self.eye_at(m.area, m.holder, m.executor, [m.about, m.about_too])
    }
    /// The same, of what a list knows of it.
    pub(crate) fn eye_at(
        &self,
        area: AreaId,
        holder: OrgId,
        executor: Option<OrgId>,
        about: [Option<OrgId>; 2],
    ) -> Eye {
        if about.iter().flatten().any(|org| self.orgs.contains(org)) {
            return Eye::About;
        }
        let theirs = self.orgs.contains(&holder) || executor.is_some_and(|e| self.orgs.contains(&e));
        if theirs || self.look.covers(area) { Eye::Party } else { Eye::Beside }
    }
}

/// Everything a page shows of one matter.
pub struct Seen {
    /// The matter.
    pub m: Matter,
    /// Its compound.
    pub area: String,
    /// What it is about, as far as the eye may know.
    pub category: Category,
    /// The short name; never empty.
    pub title: String,
    /// What was written, if the eye may read it.
    pub words: Option<String>,
    /// Who it was entered for and the phone given; parties only.
    pub contact: Option<String>,
    /// How it came in, in words; parties only.
    pub came: Vec<String>,
    /// Who holds it.
    pub holder: OrgRow,
    /// Names of every organisation that held it.
    pub names: BTreeMap<OrgId, String>,
    /// Its way.
    pub way: Way,
    /// The stays.
    pub stretches: Vec<Stretch>,
    /// The four stages.
    pub stages: Vec<Stage>,
    /// The shortest way it could have gone.
    pub shortest: Option<Shortest>,
    /// The shortest that was truly taken here.
    pub achieved: Option<Achieved>,
    /// Its course, as far as the eye may read it.
    pub entries: Vec<Entry>,
    /// Its photos, as far as the eye may see them: whole for the parties, else the copies that are published.
    pub photos: Vec<PhotoRow>,
    /// How many residents' entries the eye may not read.
    pub unread_entries: usize,
    /// Whether the reporter agreed to their words and photos being public.
    pub agreed: bool,
    /// The prices that were named; only for those whom they concern.
    pub quotes: Vec<crate::quote::store::Quoted>,
    /// That it is a complaint, and about whom, in words for this eye.
    pub about: Option<String>,
    /// Who has which part of the work.
    pub parts: Vec<crate::part::store::Row>,
    /// What was asked of whom.
    pub questions: Vec<crate::question::store::Row>,
    /// What proposals would cost, and who would do them.
    pub plans: Vec<crate::plan::store::Row>,
    /// Who looks.
    pub eye: Eye,
    /// What its deadlines are counted with.
    pub terms: Terms,
    /// When.
    pub now: Moment,
}

/// Looks at a matter.
pub fn see(r: &mut Read<'_>, m: Matter, eye: Eye, lang: Lang, now: Moment) -> Result<Seen, Fault> {
    let missing = |what: &str| Fault::Damaged(format!("matter {} has no {what}", m.no));
    let way = lianxin_path::way(r, m.way)?.ok_or_else(|| missing("way"))?;
    let holder = lianxin_register::find::org(r, m.holder)?.ok_or_else(|| missing("holder"))?;
    let area = lianxin_register::find::area_name(r, m.area)?.ok_or_else(|| missing("area"))?;
    let terms = terms(r, m.area)?;
    let watch = Watch { flow: flow(), cal: &terms.calendar, hours: &terms.hours, now };
    let stretches = watch.stretches(&way);
    let stages = watch.stages(&way, &stretches);
    let (shortest, achieved) = shortest(r, &m, &way, &watch)?;
    let mut names = BTreeMap::new();
    let entries = store::entries(r, m.id)?;
    let named = |e: &&Entry| e.kind == "climb" || e.kind.starts_with("part");
    let reported = entries.iter().filter(named).filter_map(|e| e.detail.as_deref()?.parse().ok());
    for org in stretches.iter().map(|s| s.holder).chain(reported) {
        if let std::collections::btree_map::Entry::Vacant(place) = names.entry(org) {
            place.insert(lianxin_register::find::org_name(r, org)?.unwrap_or_default());
        }
    }
    let agreed = publish::agreed(r, &m)?;
    let (title, words) = told(r, &m, eye, agreed)?;
    let category = if eye == Eye::Public && m.publication == Publicity::Kept { Category::Other } else { m.category };
    let place = m.place.as_deref().filter(|_| matches!(eye, Eye::Party | Eye::Reporter));
    let title = title.unwrap_or_else(|| placed_title(lang, category, place));
    let contact = if eye == Eye::Party { contact(r, &m)? } else { None };
    let came = if eye == Eye::Party { came(r, &m, lang, now)? } else { Vec::new() };
    let parts = crate::part::store::all(r, m.id)?;
    let questions = crate::question::store::all(r, m.id)?;
    let plans = crate::plan::store::all(r, m.id)?;
    let about = crate::about::said(r, &m, eye, lang)?;
    let (mut entries, unread_entries) = readable(entries, &m, eye);
    let concerned = matches!(eye, Eye::Party | Eye::Reporter);
    let quotes = if concerned { crate::quote::store::all(r, m.id)? } else { Vec::new() };
    if !quotes.is_empty() {
        crate::quote::show_paid(r, &mut entries)?;
    }
    let photos = seen_photos(store::photos::of_matter(r, m.id)?, &m, eye, agreed);
    Ok(Seen {
        m,
        area,
        category,
        title,
        words,
        contact,
        came,
        holder,
        names,
        way,
        stretches,
        stages,
        shortest,
        achieved,
        entries,
        photos,
        unread_entries,
        agreed,
        quotes,
        about,
        parts,
        questions,
        plans,
        eye,
        terms,
        now,
    })
}

/// Title and words the eye may read. An agreement taken back takes the words off public pages at once.
fn told(r: &mut Read<'_>, m: &Matter, eye: Eye, agreed: bool) -> Result<(Option<String>, Option<String>), Fault> {
    let published = match m.published {
        Some(act) => (text(r, act, "title")?, text(r, act, "words")?.filter(|words| agreed && !words.is_empty())),
        None => (None, None),
    };
    if matches!(eye, Eye::Public | Eye::Resident) {
        return Ok(published);
    }
    if matches!(eye, Eye::Beside | Eye::About) {
        let title = m.titled.map(|act| text(r, act, "title")).transpose()?.flatten();
        let mut own = || Ok::<_, Fault>(text(r, m.act, "words")?.filter(|words| !words.is_empty()));
        // A complaint is read in its writer's own words by nobody beside it.
        let words = if m.is_talked_over() && m.about.is_none() { own()? } else { published.1 };
        return Ok((title, words));
    }
    let words = text(r, m.act, "words")?.filter(|words| !words.is_empty()); // a photo may have come without any
    let title = match m.titled {
        Some(act) => text(r, act, "title")?,
        None => words.as_deref().map(shortened),
    };
    Ok((title, words))
}

/// All that this eye may read of what a matter is about: what it can be found by.
pub(crate) fn readable_text(r: &mut Read<'_>, m: &Matter, eye: Eye) -> Result<String, Fault> {
    let agreed = publish::agreed(r, m)?;
    let (title, words) = told(r, m, eye, agreed)?;
    let public = if m.publication == Publicity::Shown && eye != Eye::Public {
        told(r, m, Eye::Public, agreed)?
    } else {
        (None, None)
    };
    let place = m.place.clone().filter(|_| matches!(eye, Eye::Party | Eye::Reporter));
    let all = [title, words, public.0, public.1, place];
    Ok(all.into_iter().flatten().collect::<Vec<_>>().join("\n"))
}

/// The first line of what somebody wrote, short enough for a heading.
pub fn shortened(words: &str) -> String {
    cut(words, 20)
}

fn cut(words: &str, most: usize) -> String {
    let line = words.lines().next().unwrap_or("");
    let mut cut: String = line.chars().take(most).collect();
    if line.chars().count() > most {
        cut.push('…');
    }
    cut
}

/// What a matter is called whose words nobody may read yet.
pub fn plain_title(lang: Lang, category: Category) -> String {
    t(lang).msg_plain_title(category_name(lang, category))
}

/// What a matter is called that came without words: what it is about and where, for those who may know where.
fn placed_title(lang: Lang, category: Category, place: Option<&str>) -> String {
    match place {
        Some(place) => t(lang).msg_placed_title(place, category_name(lang, category)),
        None => plain_title(lang, category),
    }
}

fn contact(r: &mut Read<'_>, m: &Matter) -> Result<Option<String>, Fault> {
    let (name, phone) = who(r, m)?;
    let parts: Vec<String> = name.into_iter().chain(phone).collect();
    Ok((!parts.is_empty()).then(|| parts.join(" ")))
}

/// Name and telephone of who brought it in, or of whom it was brought in for; for the parties only.
pub(crate) fn who(r: &mut Read<'_>, m: &Matter) -> Result<(Option<String>, Option<String>), Fault> {
    match m.reporter {
        Some(person) => {
            Ok((lianxin_register::find::person_name(r, person)?, lianxin_register::find::person_phone(r, person)?))
        }
        None => Ok((text(r, m.act, "name")?, text(r, m.act, "phone")?)),
    }
}

/// Notes of organisations are public with the matter; what residents said in a deliberation is for residents and
/// parties. Of a matter that is not shown nobody outside reads any words.
pub(crate) fn readable(all: Vec<Entry>, m: &Matter, eye: Eye) -> (Vec<Entry>, usize) {
    let shown = m.publication == Publicity::Shown;
    let mut unread = 0;
    let lines = all
        .into_iter()
        .filter_map(|mut e| {
            let spoken = e.kind == "seconding" || crate::rules::EntryKind::ALL.iter().any(|k| k.name() == e.kind);
            let by_resident = e.org.is_none() && spoken;
            let may = match eye {
                Eye::Party | Eye::Reporter => true,
                Eye::Resident => shown,
                Eye::Beside => shown || (m.is_talked_over() && m.about.is_none()),
                Eye::About => e.org.is_some() && (shown || !from_reporter(&e.kind)),
                Eye::Public => shown && e.org.is_some(),
            };
            if by_resident && !may {
                unread += 1;
                return None;
            }
            // What a repair costs at home, and what one organisation asks of another, is nobody else's.
            let priced = matches!(e.kind.as_str(), "quote" | "consent" | "dissent") || e.kind.starts_with("part");
            let theirs = matches!(eye, Eye::Party | Eye::Reporter);
            let hidden = e.hidden.is_some() && eye != Eye::Party;
            if !may || hidden || e.kind == "report" || (priced && !theirs) {
                e.words = None;
            }
            Some(e)
        })
        .collect();
    (lines, unread)
}

/// What an organisation may have written down from the mouth of who brought it in.
fn from_reporter(kind: &str) -> bool {
    use crate::rules::Move;
    let theirs = [Move::Report, Move::Confirmation, Move::Objection, Move::Consent, Move::Dissent];
    kind == crate::raise::RAISE || theirs.iter().any(|mv| mv.name() == kind)
}

fn came(r: &mut Read<'_>, m: &Matter, lang: Lang, now: Moment) -> Result<Vec<String>, Fault> {
    let outer_no = lianxin_journal::text(r, m.act, origin::OUTER_NO)?;
    Ok(origin::form::said(lang, &m.source, &origin::store::came(r, m.id)?, outer_no.as_deref(), now))
}

/// The parties see what was brought; everybody else what is published, while it is and the reporter agrees.
fn seen_photos(all: Vec<PhotoRow>, m: &Matter, eye: Eye, agreed: bool) -> Vec<PhotoRow> {
    let whole = matches!(eye, Eye::Party | Eye::Reporter);
    let open = m.publication == Publicity::Shown;
    let shown = |p: &PhotoRow| p.shown.is_some() && open && (agreed || p.stage != REPORTED);
    let may = |p: &PhotoRow| if whole { p.photo.is_some() } else { shown(p) };
    all.into_iter().filter(may).collect()
}

/// The shortest way it could have gone, and the shortest that one of its kind truly went here.
fn shortest(
    r: &mut Read<'_>,
    m: &Matter,
    way: &Way,
    watch: &Watch<'_>,
) -> Result<(Option<Shortest>, Option<Achieved>), Fault> {
    let talks = |way: &Way| way.hops.iter().any(|h| h.mv == "dispatch");
    let facts = if talks(way) { talked() } else { Facts::new() };
    let ways = lianxin_path::ended(r, m.area, &way.flow, &way.kind, 200)?;
    let community = way.first.holder;
    let executor = m.executor.unwrap_or(community);
    let party = |name: &str| Some(if name == "executor" { executor } else { community });
    let could = Shortest::find(watch.flow, "closed", &facts, &party, &watch.samples_of(&ways));
    // One that the community did itself is no measure for one that it hands on.
    let handed = |way: &Way| way.handovers() > 0;
    let alike = |other: &Way| talks(other) == talks(way) && handed(other) == handed(way);
    Ok((could, watch.achieved(&ways, "closed", &alike)))
}

impl Seen {
    /// What the way taken cost more than the shortest, once it is over.
    pub fn difference(&self) -> Option<Difference> {
        self.m.ended_at?;
        Some(Difference::between(&self.stretches, self.shortest.as_ref()?))
    }
    /// The name of an organisation that held it.
    pub fn name_of(&self, org: OrgId) -> &str {
        self.names.get(&org).map_or("", String::as_str)
    }
    /// Whether it was entered later from what was published about it: then its times mean nothing.
    pub fn is_told(&self) -> bool {
        self.m.source == Source::Told.name()
    }
    /// Whether somebody outside may read its words.
    pub fn is_shown(&self) -> bool {
        self.m.publication == Publicity::Shown
    }
}

/// The title of a line on a public list.
pub fn public_title(lang: Lang, line: &Line) -> String {
    match (&line.public_title, line.publicity) {
        (Some(title), Publicity::Shown) => title.clone(),
        (_, Publicity::Kept) => plain_title(lang, Category::Other),
        _ => plain_title(lang, line.category),
    }
}

/// The title of a line on the desk.
pub fn desk_title(lang: Lang, line: &Line) -> String {
    let words = || line.words.as_deref().filter(|words| !words.is_empty()).map(|words| cut(words, TITLE_MAX));
    let placed = || placed_title(lang, line.category, line.place.as_deref());
    line.title.clone().or_else(words).unwrap_or_else(placed)
}

/// A category in words.
pub fn category_name(lang: Lang, c: Category) -> String {
    let t = t(lang);
    match c {
        Category::Light => t.msg_category_light(),
        Category::Lift => t.msg_category_lift(),
        Category::Water => t.msg_category_water(),
        Category::Repair => t.msg_category_repair(),
        Category::Clean => t.msg_category_clean(),
        Category::Park => t.msg_category_park(),
        Category::Safety => t.msg_category_safety(),
        Category::Space => t.msg_category_space(),
        Category::Other => t.msg_category_other(),
    }
}

/// A stage in words: 收集 协商 解决 反馈 办结.
pub fn stage_name(lang: Lang, stage: &str) -> String {
    let t = t(lang);
    match stage {
        "collect" => t.msg_stage_collect(),
        "deliberate" => t.msg_stage_deliberate(),
        "solve" => t.msg_stage_solve(),
        "feedback" => t.msg_stage_feedback(),
        _ => t.msg_stage_closed(),
    }
}
