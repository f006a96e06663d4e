//! A workbook between its reading and its entering: sorted into groups, each in a file of a folder of its own.
//!
//! The folder holds names and telephones until the work is done, and nothing of it for longer than a day.

use super::kind;
use crate::texts::t;
use lianxin_base::{AreaId, Chance, DAY, Lang, Moment, OrgId, PersonId, SeatId};
use lianxin_gate::Scope;
use lianxin_journal::By;
use lianxin_paper::{Asked, Book, Entered, Import, Line, Notes, Sheet, Table, half, with_faults};
use lianxin_register::find::{self, AreaRow};
use lianxin_store::{Fault, Read, Stop};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

/// What is to be staged.
pub struct Staging<'a> {
    /// The kinds there are.
    pub kinds: &'a [Import],
    /// Which of them this is.
    pub kind: &'a str,
    /// What the file is called.
    pub name: &'a str,
    /// What it holds.
    pub book: Book,
    /// The area, if whoever sends it says.
    pub area: Option<AreaId>,
    /// Who sends it.
    pub by: By,
    /// What they may see; none for the machine's own administrator.
    pub scope: Option<Scope>,
    /// The language of the sentences.
    pub lang: Lang,
    /// By what it is known again if it was left half way; nothing if nobody looks for it.
    pub mark: &'a str,
}

/// A staged workbook, without its lines.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Staged {
    /// Its kind.
    pub kind: String,
    /// What the file is called.
    pub name: String,
    /// How many lines it has.
    pub lines: usize,
    /// How many groups.
    pub groups: u32,
    /// What was done to read it.
    pub notes: Notes,
    /// Lines that belong to no group.
    pub lost: Vec<(u32, String)>,
    /// By what it is known again.
    pub mark: String,
    lang: String,
    seat: Option<(String, String)>,
    person: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Group {
    area: String,
    lines: Vec<Line>,
}

#[derive(Serialize, Deserialize)]
struct Sent {
    sheet: Sheet,
    header: usize,
}

/// What came of all groups so far.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Everything together; faults and what to look at in the order of the rows.
    pub all: Entered,
    /// How many groups have a fault, and so stay out.
    pub out: u32,
}

fn writing(e: std::io::Error) -> Stop {
    Fault::Full(e.to_string()).into()
}

pub(super) fn put(path: &Path, what: &impl Serialize) -> Result<(), Stop> {
    let draft = path.with_extension("draft");
    let text = serde_json::to_vec(what).map_err(|e| Fault::bug(e.to_string()))?;
    fs::write(&draft, text).and_then(|()| fs::rename(&draft, path)).map_err(writing)
}

pub(super) fn get<T: DeserializeOwned>(path: &Path) -> Result<T, Stop> {
    let gone = |_| Stop::from(super::Refusal::Gone);
    serde_json::from_slice(&fs::read(path).map_err(gone)?).map_err(|e| Fault::Damaged(e.to_string()).into())
}

/// The area of this name or short name; 小区 may stand behind it.
pub(super) fn named_area(r: &mut Read<'_>, name: &str) -> Result<Option<AreaId>, Fault> {
    let all = areas(r)?;
    Ok(find_area(&all, name).map(|a| a.id))
}

fn areas(r: &mut Read<'_>) -> Result<Vec<AreaRow>, Fault> {
    let mut all = Vec::new();
    for root in find::roots(r)? {
        all.extend(find::areas_below(r, root.id)?);
    }
    Ok(all)
}

fn find_area<'a>(all: &'a [AreaRow], name: &str) -> Option<&'a AreaRow> {
    let plain = |text: &str| -> String { half(text).chars().filter(|c| !c.is_whitespace()).collect() };
    let name = plain(name);
    let bare = name.strip_suffix("小区").unwrap_or(&name);
    let same = |text: &str| plain(text) == name || plain(text) == bare;
    all.iter().find(|a| same(&a.code) || same(&a.name))
}

/// The area a place written in one cell begins with: `芙蓉里3号楼`.
fn begun_by(all: &[AreaRow], spot: &str) -> Option<AreaId> {
    let begins = |name: &str| !name.is_empty() && spot.starts_with(name);
    let named = all.iter().filter(|a| begins(&a.name) || begins(&a.code));
    named.max_by_key(|a| a.name.chars().count()).map(|a| a.id)
}

/// The area a title names: the smallest one, of several the longest name.
fn titled<'a>(all: &'a [AreaRow], title: &[String]) -> Option<&'a AreaRow> {
    let says = |name: &str| !name.is_empty() && title.iter().any(|t| t.contains(name));
    let named = all.iter().filter(|a| says(&a.name) || says(&a.code));
    named.max_by_key(|a| (a.kind.step(), a.name.chars().count()))
}

/// Finds the header, sorts the lines and writes them into a new folder under `root`; gives the folder.
///
/// # Errors
/// The workbook has not what this kind needs, or the disk is full.
pub fn stage(r: &mut Read<'_>, root: &Path, chance: &Chance, new: &Staging<'_>) -> Result<PathBuf, Stop> {
    let import = kind(new.kinds, new.kind).ok_or_else(|| Fault::bug("no such kind of sheet"))?;
    let table = Table::of(new.book.clone(), import.schema)?;
    let all = areas(r)?;
    let fallback = new.area.or_else(|| titled(&all, &table.title).map(|a| a.id));
    let (mut groups, mut lost) = (BTreeMap::<(AreaId, String), Vec<Line>>::new(), Vec::new());
    let t = t(new.lang);
    for line in table.lines {
        let said = |key: &str| line.cells.get(key).map(lianxin_paper::Cell::say).filter(|text| !text.is_empty());
        let area = match (said("area"), said("spot").and_then(|spot| begun_by(&all, &spot))) {
            (Some(name), _) => find_area(&all, &name).map(|a| a.id).ok_or_else(|| t.msg_import_no_area(&name)),
            (None, Some(area)) => Ok(area),
            (None, None) => fallback.ok_or_else(|| t.msg_import_which_area()),
        };
        let seen = |area: AreaId| new.scope.as_ref().is_none_or(|scope| scope.covers(area));
        match area {
            Ok(area) if seen(area) => groups.entry((area, (import.group)(&line))).or_default().push(line),
            Ok(_) => lost.push((line.row, t.msg_import_not_yours())),
            Err(why) => lost.push((line.row, why)),
        }
    }
    let folder = root.join(chance.bytes::<16>().iter().map(|b| format!("{b:02x}")).collect::<String>());
    fs::create_dir_all(&folder).map_err(writing)?;
    let lines = groups.values().map(Vec::len).sum::<usize>() + lost.len();
    let many = groups.len() as u32;
    put(&folder.join("sent"), &Sent { sheet: table.sheet, header: table.header })?;
    for (n, ((area, _), lines)) in groups.into_iter().enumerate() {
        put(&folder.join(format!("g{n}")), &Group { area: area.to_string(), lines })?;
    }
    let (seat, person) = match new.by {
        By::Seat { seat, person, org } => (Some((seat.to_string(), org.to_string())), person.map(|p| p.to_string())),
        _ => (None, None),
    };
    let (kind, name, lang) = (new.kind.to_owned(), new.name.to_owned(), new.lang.tag().to_owned());
    let (groups, notes, mark) = (many, table.notes, new.mark.to_owned());
    put(&folder.join("staged"), &Staged { kind, name, lines, groups, notes, lost, mark, lang, seat, person })?;
    Ok(folder)
}

impl Staged {
    /// What is staged in a folder.
    ///
    /// # Errors
    /// It is gone, or damaged.
    pub fn of(folder: &Path) -> Result<Self, Stop> {
        get(&folder.join("staged"))
    }

    pub(super) fn lang(&self) -> Lang {
        Lang::from_tag(&self.lang).unwrap_or_default()
    }

    fn by(&self) -> By {
        let person = self.person.as_deref().and_then(|p| p.parse::<PersonId>().ok());
        let seat = self.seat.as_ref().and_then(|(s, o)| Some((s.parse::<SeatId>().ok()?, o.parse::<OrgId>().ok()?)));
        seat.map_or(By::Office, |(seat, org)| By::Seat { seat, person, org })
    }
}

/// One group, and for whom and where it is entered.
pub(super) fn group(folder: &Path, staged: &Staged, n: u32) -> Result<(Asked, Vec<Line>), Stop> {
    let group: Group = get(&folder.join(format!("g{n}")))?;
    let area = group.area.parse().map_err(|_| Fault::Damaged("a staged group has no area".into()))?;
    Ok((Asked { area, by: staged.by(), lang: staged.lang() }, group.lines))
}

/// Notes what came of a group; noted again, the newest counts.
pub(super) fn note(folder: &Path, kind: &str, n: u32, entered: &Entered) -> Result<(), Stop> {
    put(&folder.join(format!("{kind}{n}")), entered)
}

/// What came of the groups, tried (`try`) or entered (`enter`).
///
/// # Errors
/// It is gone, or damaged.
pub fn outcome(folder: &Path, kind: &str) -> Result<Outcome, Stop> {
    let staged = Staged::of(folder)?;
    let mut out = Outcome::default();
    for n in 0..staged.groups {
        let path = folder.join(format!("{kind}{n}"));
        if path.exists() {
            let entered: Entered = get(&path)?;
            out.out += u32::from(!entered.faults.is_empty());
            out.all.add(entered);
        }
    }
    out.all.faults.extend(staged.lost);
    out.all.faults.sort();
    out.all.review.sort();
    Ok(out)
}

/// The workbook that goes back, with what is wrong beside each row.
///
/// # Errors
/// It is gone, or damaged.
pub fn reading(folder: &Path, outcome: &Outcome) -> Result<Vec<u8>, Stop> {
    let sent: Sent = get(&folder.join("sent"))?;
    let mut faults: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for (row, why) in &outcome.all.faults {
        faults.entry(*row).or_default().push(why.clone());
    }
    Ok(with_faults(&sent.sheet, sent.header, &faults)?)
}

/// Forgets a staged workbook.
pub fn forget(folder: &Path) {
    fs::remove_dir_all(folder).ok(); // what cannot be removed now is swept later
}

/// Forgets the staged workbooks that name somebody who was erased; whoever sent one of them sends it again.
pub fn forget_naming(root: &Path, names: &[String]) {
    let holds = |file: fs::DirEntry| {
        let text = fs::read(file.path()).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        names.iter().any(|name| text.contains(name.as_str()))
    };
    for folder in fs::read_dir(root).into_iter().flatten().flatten() {
        if fs::read_dir(folder.path()).is_ok_and(|files| files.flatten().any(holds)) {
            forget(&folder.path());
        }
    }
}

/// Forgets what nobody went on with for a day.
pub fn sweep(root: &Path, now: Moment) {
    let Ok(entries) = fs::read_dir(root) else { return };
    let limit = UNIX_EPOCH + Duration::from_micros(u64::try_from(now.micros() - DAY).unwrap_or(0));
    for entry in entries.flatten() {
        if entry.metadata().and_then(|m| m.modified()).is_ok_and(|at| at < limit) {
            forget(&entry.path());
        }
    }
}

/// The area somebody named: its name or short name.
///
/// # Errors
/// There is none.
pub fn area_named(r: &mut Read<'_>, name: &str) -> Result<AreaId, Stop> {
    named_area(r, name)?.ok_or_else(|| super::Refusal::NoArea.into())
}
