//! 公示: a sheet hangs on a board from a day to a day, in a section, on a ground. Before it hangs it may be changed; while its
//! period runs it may only be corrected by another one, and taken down only after that.

pub(crate) mod pages;
pub(crate) mod rules;
pub mod store;

pub use store::{Look, Notice, Words, list, one};

use crate::clock::{END, START, ends, starts};
use crate::ground::{Ground, ground};
use crate::refusal::Refusal;
use crate::series::{self, Goes, Place};
use crate::words::{Author, Faces, Section, Sheet, Stage};
use lianxin_base::{ActId, AreaId, Day};
use lianxin_journal::{Act, By, Kind, Leaf, Receipt, Recorded, record};
use lianxin_register::{OrgKind, find};
use lianxin_store::{Fault, Read, Stop, Tx};
use lianxin_web::photos::Photo;
use rules::{Hung, No, Posting, may_change, may_correct, may_post, may_take_down};

/// What is to hang.
#[derive(Clone, Debug)]
pub struct NewNotice {
    /// Notice, news, week.
    pub sheet: Sheet,
    /// Where on the board.
    pub section: Section,
    /// On what ground, by its name in the data.
    pub ground: String,
    /// From when.
    pub from: Day,
    /// To when; nothing: as long as the law wants, or a month.
    pub to: Option<Day>,
    /// What it is about.
    pub title: String,
    /// The words.
    pub words: String,
    /// Whom to ask.
    pub contact: String,
    /// Photos.
    pub photos: Vec<Photo>,
    /// Under the photos.
    pub caption: String,
    /// Who took them.
    pub credit: String,
    /// What is seen on each, a line a photo.
    pub alt: String,
    /// What became of the people in them.
    pub faces: Option<Faces>,
    /// How and when they agreed.
    pub consent: String,
    /// Whether children are seen.
    pub children: Option<bool>,
    /// Whether somebody in need is seen.
    pub needy: Option<bool>,
    /// What it says of a series; of a correction and a change it is not asked again.
    pub goes: Option<Goes>,
}

impl NewNotice {
    /// A sheet of words alone.
    pub fn of(section: Section, ground: &str, from: Day, title: &str, words: &str) -> Self {
        Self {
            sheet: Sheet::Notice,
            section,
            ground: ground.to_owned(),
            from,
            to: None,
            title: title.to_owned(),
            words: words.to_owned(),
            contact: String::new(),
            photos: Vec::new(),
            caption: String::new(),
            credit: String::new(),
            alt: String::new(),
            faces: None,
            consent: String::new(),
            children: None,
            needy: None,
            goes: None,
        }
    }

    fn posting<'a>(&'a self, ground: &'a Ground, today: Day, photos: usize) -> Posting<'a> {
        Posting {
            sheet: self.sheet,
            section: self.section,
            ground,
            from: self.from,
            to: self.to,
            today,
            title: &self.title,
            words: &self.words,
            contact: &self.contact,
            photos,
            caption: &self.caption,
            credit: &self.credit,
            alt: &self.alt,
            faces: self.faces,
            consent: &self.consent,
            children: self.children,
            needy: self.needy,
        }
    }

    /// The fields both of a new notice and of a changed one.
    fn leaf(&self, hung: Hung, leaf: &mut Leaf) {
        leaf.text("section", self.section);
        leaf.text("ground", &self.ground);
        leaf.text("from", self.from);
        leaf.text("to", hung.to);
        leaf.opt_text("until", hung.until);
        leaf.opt_text("faces", self.faces);
        leaf.seal("title", None, &self.title);
        leaf.seal("words", None, &self.words);
        let more = [
            ("contact", &self.contact),
            ("caption", &self.caption),
            ("credit", &self.credit),
            ("alt", &self.alt),
            ("consent", &self.consent),
        ];
        for (name, text) in more.into_iter().filter(|(_, text)| !text.is_empty()) {
            leaf.seal(name, None, text);
        }
    }
}

/// The fields of an act that brings photos: how many, and, sealed, which files they are.
pub(crate) fn photo_leaf(leaf: &mut Leaf, photos: &[Photo]) {
    if !photos.is_empty() {
        let lines: Vec<String> = photos.iter().map(ToString::to_string).collect();
        leaf.int("photos", i64::try_from(photos.len()).unwrap_or(i64::MAX));
        leaf.seal("photo_files", None, &lines.join("\n"));
    }
}

/// A day of a recorded act.
pub(crate) fn day_of(rec: &Recorded, key: &str) -> Result<Day, Fault> {
    rec.text(key)?.parse().map_err(|_| Fault::Damaged(format!("{} has no day in {key}", rec.id())))
}

fn said<'a>(rec: &'a Recorded, sheet: &'a str) -> Result<store::Said<'a>, Fault> {
    let until = rec.opt_text("until")?.map(|_| day_of(rec, "until")).transpose()?;
    let (from, to) = (day_of(rec, "from")?, day_of(rec, "to")?);
    Ok(store::Said { sheet, section: rec.text("section")?, ground: rec.text("ground")?, from, to, until })
}

/// The reminders of a sheet with a period: to photograph it on the first day and on the last.
fn remind(tx: &mut Tx<'_>, rec: &Recorded, id: ActId, s: &store::Said<'_>) -> Result<(), Fault> {
    match s.until {
        Some(until) => {
            lianxin_work::set(tx, START, id, starts(s.from, rec.at()), rec)?;
            lianxin_work::set(tx, END, id, ends(until), rec)
        }
        None => quiet(tx, rec, id),
    }
}

fn quiet(tx: &mut Tx<'_>, rec: &Recorded, id: ActId) -> Result<(), Fault> {
    lianxin_work::clear(tx, START, id, rec)?;
    lianxin_work::clear(tx, END, id, rec)
}

/// 贴一张.
struct Posted {
    new: NewNotice,
    hung: Hung,
    corrects: Option<ActId>,
    place: Option<Place>,
}

impl Act for Posted {
    const KIND: &'static str = "notice_board.notice";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("sheet", self.new.sheet);
        leaf.opt_text("corrects", self.corrects);
        self.new.leaf(self.hung, leaf);
        photo_leaf(leaf, &self.new.photos);
        if let Some(place) = &self.place {
            place.leaf(leaf);
        }
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let org = rec.org().ok_or_else(|| Fault::Damaged(format!("{} was posted by no organisation", rec.id())))?;
        let said = said(rec, rec.text("sheet")?)?;
        store::add(tx, rec, org, &said)?;
        store::brought(tx, rec, rec.id(), (Stage::News, None))?;
        series::add(tx, rec)?;
        remind(tx, rec, rec.id(), &said)?;
        if let Some(old) = rec.opt_id_of::<ActId>("corrects")? {
            store::correct(tx, old, rec.id())?;
        }
        Ok(())
    }
}

/// 还没贴，改一改.
struct Changed {
    notice: ActId,
    new: NewNotice,
    hung: Hung,
}

impl Act for Changed {
    const KIND: &'static str = "notice_board.change";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("notice", self.notice);
        self.new.leaf(self.hung, leaf);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("notice")?;
        let said = said(rec, "")?;
        store::change(tx, rec, id, &said)?;
        remind(tx, rec, id, &said)
    }
}

/// 撤下.
struct Down {
    notice: ActId,
    reason: String,
}

impl Act for Down {
    const KIND: &'static str = "notice_board.down";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("notice", self.notice);
        leaf.seal("reason", None, &self.reason);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("notice")?;
        store::down(tx, rec, id)?;
        quiet(tx, rec, id)
    }
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<Kind> {
    vec![Kind::of::<Posted>(), Kind::of::<Changed>(), Kind::of::<Down>()]
}

fn stop(why: No) -> Stop {
    Stop::Refused(why)
}

/// A place that has a board, and that the author looks after.
fn board(r: &mut Read<'_>, author: &Author, area: AreaId, today: Day) -> Result<(), Stop> {
    let place = find::area(r, area)?.is_some_and(|a| a.kind.is_place() && a.holds(today));
    let may = place && author.scope.covers(area) && matches!(author.by, By::Seat { .. });
    if may { Ok(()) } else { Err(Refusal::NotHere.into()) }
}

/// A notice the author looks after.
pub(crate) fn ours(r: &mut Read<'_>, author: &Author, id: ActId) -> Result<Notice, Stop> {
    let found = store::one(r, id)?.filter(|n| author.scope.covers(n.area) && matches!(author.by, By::Seat { .. }));
    let n = found.ok_or(Refusal::NoNotice)?;
    let other = author.by.org() != Some(n.org) && own_kind(r, author)? == Some(OrgKind::Company);
    if other { Err(Refusal::Others.into()) } else { Ok(n) }
}

/// What kind of organisation the author speaks for.
fn own_kind(r: &mut Read<'_>, author: &Author) -> Result<Option<OrgKind>, Fault> {
    Ok(author.by.org().map(|own| find::org(r, own)).transpose()?.flatten().map(|org| org.kind))
}

/// A company says what it owes the owners, in the section of property; the rest of the board is not its to fill.
fn in_its_section(r: &mut Read<'_>, author: &Author, section: Section) -> Result<(), Stop> {
    let elsewhere = section != Section::Property && own_kind(r, author)? == Some(OrgKind::Company);
    if elsewhere { Err(Refusal::OnlyProperty.into()) } else { Ok(()) }
}

/// A notice whose words the author may touch: an owners' committee looks after a board on which others post too, and touches
/// its own sheets only.
fn theirs(r: &mut Read<'_>, author: &Author, id: ActId) -> Result<Notice, Stop> {
    let n = ours(r, author, id)?;
    let other = author.by.org() != Some(n.org) && own_kind(r, author)? == Some(OrgKind::OwnersCommittee);
    if other { Err(Refusal::Others.into()) } else { Ok(n) }
}

fn ground_of(new: &NewNotice) -> Result<&'static Ground, Refusal> {
    ground(&new.ground, new.from).ok_or(Refusal::BadGround)
}

/// Posts a sheet.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn post(tx: &mut Tx<'_>, author: &Author, area: AreaId, new: &NewNotice) -> Result<Receipt, Stop> {
    let today = tx.now().day();
    board(tx, author, area, today)?;
    in_its_section(tx, author, new.section)?;
    let hung = may_post(&new.posting(ground_of(new)?, today, new.photos.len())).map_err(stop)?;
    let place = new.goes.as_ref().map(|goes| series::place(tx, area, goes)).transpose()?;
    Ok(record(tx, author.head(area), &Posted { new: new.clone(), hung, corrects: None, place })?)
}

/// Posts a sheet that corrects another one; both lead to each other.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn correct(tx: &mut Tx<'_>, author: &Author, old: ActId, new: &NewNotice) -> Result<Receipt, Stop> {
    let (today, n) = (tx.now().day(), theirs(tx, author, old)?);
    may_correct(n.dates(), today)?;
    in_its_section(tx, author, new.section)?;
    let hung = may_post(&new.posting(ground_of(new)?, today, new.photos.len())).map_err(stop)?;
    let hung = as_long_as(&n, new, hung).map_err(stop)?;
    let place = series::same(tx, old)?;
    Ok(record(tx, author.head(n.area), &Posted { new: new.clone(), hung, corrects: Some(old), place })?)
}

/// A correction hangs as long as what it corrects: on whatever ground it is posted itself.
fn as_long_as(old: &Notice, new: &NewNotice, hung: Hung) -> Result<Hung, No> {
    let anew = old.until.and_then(|_| ground(&old.ground, new.from)?.until(new.from));
    rules::no_shorter(old.dates(), anew, new.to, hung)
}

/// Changes a sheet that does not hang yet; its photos stay.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn change(tx: &mut Tx<'_>, author: &Author, id: ActId, new: &NewNotice) -> Result<Receipt, Stop> {
    let (today, n) = (tx.now().day(), theirs(tx, author, id)?);
    may_change(n.dates(), today)?;
    in_its_section(tx, author, new.section)?;
    let photos = store::photos(tx, id)?.len();
    let new = NewNotice { sheet: n.sheet, photos: Vec::new(), ..new.clone() };
    let mut hung = may_post(&new.posting(ground_of(&new)?, today, photos)).map_err(stop)?;
    if let Some(old) = n.corrects.map(|old| store::one(tx, old)).transpose()?.flatten() {
        hung = as_long_as(&old, &new, hung).map_err(stop)?;
    }
    Ok(record(tx, author.head(n.area), &Changed { notice: id, new, hung })?)
}

/// Takes a sheet down.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn take_down(tx: &mut Tx<'_>, author: &Author, id: ActId, reason: &str) -> Result<Receipt, Stop> {
    let (today, n) = (tx.now().day(), theirs(tx, author, id)?);
    let article = ground(&n.ground, n.from).map_or("", Ground::days_by);
    may_take_down(n.dates(), today, article, reason).map_err(stop)?;
    Ok(record(tx, author.head(n.area), &Down { notice: id, reason: reason.to_owned() })?)
}
