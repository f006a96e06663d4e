//! Does the record still say what it said, and do the tables say what the record says?

use crate::canonical::{canonical, commitment, leaf_hash};
use crate::erasure::{Erased, erased};
use crate::leaf::Sealed;
use crate::record::{leaf_of, wrap};
use crate::{Class, Finding, Kind, Recorded, Wrong, coverage};
use lianxin_base::Moment;
use lianxin_store::{Fault, Kept, Migrations, Read, Scratch, Value as Cell, dump, params};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// How many acts are looked at in one step.
const STEP: i64 = 500;
/// More findings than this help nobody.
const ENOUGH: usize = 20;

pub(crate) const ACTS: &str = "SELECT id, seq, kind, v, no, area, org, at, body, inner_leaf, salt, hash FROM journal_act \
                               WHERE seq > $1 ORDER BY seq LIMIT $2";
pub(crate) const TEXTS: &str = "SELECT t.act, t.field, t.subject, t.salt, t.value FROM journal_text t \
                                JOIN journal_act a ON a.id = t.act WHERE a.seq > $1 AND a.seq <= $2";
pub(crate) const STRAY: &str = "SELECT t.act, t.field FROM journal_text t WHERE NOT EXISTS \
                                (SELECT 1 FROM journal_act a WHERE a.id = t.act) LIMIT 20";

/// What verification found.
#[derive(Clone, Debug, Default)]
pub struct Verified {
    /// How many acts were read.
    pub acts: i64,
    /// How many state rows were compared.
    pub rows: usize,
    /// What disagrees; empty when all is well.
    pub findings: Vec<Finding>,
}

/// Told how far verification is: (acts read, acts in all); answering `false` stops it.
pub type Progress<'p> = &'p mut dyn FnMut(i64, i64) -> bool;

/// Checks hashes, columns and texts of every act, then replays all acts and compares every state table.
pub fn verify(
    r: &mut Read<'_>,
    kinds: &[Kind],
    migrations: &[Migrations],
    kept: &[Kept],
    progress: Progress<'_>,
) -> Result<Verified, Fault> {
    let all = crate::length(r)?;
    let (scratch, erased) = (Scratch::new(migrations)?, erased(r)?);
    let mut run = Run { kinds, scratch, erased, out: Verified::default(), last: Moment::default() };
    loop {
        let from = run.out.acts;
        let rows = r.rows(ACTS, params![from, STEP], raw)?;
        let Some(to) = rows.last().map(|a| a.seq) else { break };
        let mut texts = texts(r, from, to)?;
        for raw in rows {
            let theirs = texts.remove(&raw.id).unwrap_or_default();
            run.act(&raw, theirs)?;
        }
        if run.out.findings.len() >= ENOUGH || !progress(run.out.acts, all) {
            return Ok(run.out);
        }
    }
    for (act, field) in r.rows(STRAY, &[], |row| Ok((row.text(0)?, row.text(1)?)))? {
        run.find("journal_text", format!("{act} {field}"), "act", Wrong::StrayText);
    }
    if run.out.findings.is_empty() {
        compare(r, migrations, kept, &mut run)?;
    }
    Ok(run.out)
}

struct Run<'k> {
    kinds: &'k [Kind],
    scratch: Scratch,
    erased: Erased,
    out: Verified,
    last: Moment,
}

/// A row of `journal_act` as it stands.
struct Raw {
    id: String,
    seq: i64,
    kind: String,
    v: i64,
    no: Option<String>,
    area: String,
    org: Option<String>,
    at: Moment,
    body: String,
    inner: Option<String>,
    salt: Option<Vec<u8>>,
    hash: Vec<u8>,
}

fn raw(row: &lianxin_store::Row<'_>) -> Result<Raw, Fault> {
    Ok(Raw {
        id: row.text(0)?,
        seq: row.int(1)?,
        kind: row.text(2)?,
        v: row.int(3)?,
        no: row.opt_text(4)?,
        area: row.text(5)?,
        org: row.opt_text(6)?,
        at: row.moment(7)?,
        body: row.text(8)?,
        inner: row.opt_text(9)?,
        salt: row.opt_blob(10)?,
        hash: row.blob(11)?,
    })
}

struct Text {
    subject: Option<String>,
    salt: Vec<u8>,
    value: String,
}

type Texts = BTreeMap<String, Text>;

fn texts(r: &mut Read<'_>, from: i64, to: i64) -> Result<BTreeMap<String, Texts>, Fault> {
    let mut all: BTreeMap<String, Texts> = BTreeMap::new();
    r.each(TEXTS, params![from, to], |row| {
        let text = Text { subject: row.opt_text(2)?, salt: row.blob(3)?, value: row.text(4)? };
        all.entry(row.text(0)?).or_default().insert(row.text(1)?, text);
        Ok(())
    })?;
    Ok(all)
}

impl Run<'_> {
    fn find(&mut self, table: &str, row: String, column: &str, what: Wrong) {
        self.out.findings.push(Finding { table: table.into(), row, column: column.into(), what });
    }

    fn act(&mut self, raw: &Raw, texts: Texts) -> Result<(), Fault> {
        let before = self.out.findings.len();
        if raw.seq != self.out.acts + 1 {
            self.find("journal_act", raw.id.clone(), "seq", Wrong::Gap);
        }
        if raw.at < self.last {
            self.find("journal_act", raw.id.clone(), "at", Wrong::Earlier);
        }
        (self.out.acts, self.last) = (raw.seq, raw.at);
        if leaf_hash(&raw.body).as_slice() != raw.hash.as_slice() {
            self.find("journal_act", raw.id.clone(), "body, hash", Wrong::Hash);
        }
        let Some(rec) = self.read(raw, texts) else { return Ok(()) };
        if self.out.findings.len() == before {
            self.replay(raw, &rec)?;
        }
        Ok(())
    }

    /// Reads the leaf back and compares columns and texts with it.
    fn read(&mut self, raw: &Raw, texts: Texts) -> Option<Recorded> {
        let text = raw.inner.as_deref().unwrap_or(&raw.body);
        let Some((rec, commitments)) = parse(text) else {
            self.find("journal_act", raw.id.clone(), "body, inner_leaf", Wrong::Unreadable);
            return None;
        };
        if let Some(inner) = &raw.inner {
            let wrapped = wrap(&rec, raw.salt.as_deref().unwrap_or_default(), inner).ok();
            if wrapped.as_deref() != Some(raw.body.as_str()) {
                self.find("journal_act", raw.id.clone(), "body, inner_leaf, salt", Wrong::Inner);
            }
        } else if raw.salt.is_some() {
            self.find("journal_act", raw.id.clone(), "salt", Wrong::NeedlessSalt);
        }
        let org = rec.org.map(|o| o.to_string());
        for (column, same) in [
            ("id", raw.id == rec.id.to_string()),
            ("kind", raw.kind == rec.kind),
            ("v", raw.v == i64::from(rec.v)),
            ("no", raw.no == rec.no),
            ("area", raw.area == rec.area.to_string()),
            ("org", raw.org == org),
            ("at", raw.at == rec.at),
        ] {
            if !same {
                self.find("journal_act", raw.id.clone(), column, Wrong::Column);
            }
        }
        Some(self.unseal(raw, rec, &commitments, texts))
    }

    fn unseal(&mut self, raw: &Raw, mut rec: Recorded, commitments: &Map<String, Value>, mut texts: Texts) -> Recorded {
        for (field, c) in commitments {
            let gone = self.is_erased(raw, field);
            let Some(t) = texts.remove(field) else {
                if !gone {
                    let row = format!("{} {field}", raw.id);
                    self.find("journal_text", row, "act, field", Wrong::MissingText);
                }
                continue;
            };
            if gone {
                self.find("journal_text", format!("{} {field}", raw.id), "act, field", Wrong::StillThere);
            }
            let subject = t.subject.unwrap_or_default();
            if c.as_str() != Some(commitment(&raw.id, field, &subject, &t.salt, &t.value).as_str()) {
                let row = format!("{} {field}", raw.id);
                self.find("journal_text", row, "subject, salt, value", Wrong::ChangedText);
            }
            rec.sealed.insert(field.clone(), Sealed { subject: subject.parse().ok(), value: t.value });
        }
        for field in texts.keys() {
            self.find("journal_text", format!("{} {field}", raw.id), "field", Wrong::UnknownText);
        }
        rec
    }

    /// Whether a later act erased this text.
    fn is_erased(&self, raw: &Raw, field: &str) -> bool {
        let key = (raw.id.clone(), field.to_owned());
        !self.erased.is_empty() && self.erased.get(&key).is_some_and(|seq| *seq > raw.seq)
    }

    fn replay(&mut self, raw: &Raw, rec: &Recorded) -> Result<(), Fault> {
        let Some(kind) = self.kinds.iter().find(|k| k.name == rec.kind) else {
            self.find("journal_act", raw.id.clone(), "kind", Wrong::UnknownKind);
            return Ok(());
        };
        let done = self.scratch.write(rec.at, |tx| tx.applying(rec.id, |tx| (kind.apply)(rec, tx)));
        match done {
            Ok(()) => Ok(()),
            Err(fault) => {
                self.find("journal_act", raw.id.clone(), "body", Wrong::Stopped(fault));
                Ok(())
            }
        }
    }
}

/// A leaf's own words back into an act, and the commitments it carries.
fn parse(text: &str) -> Option<(Recorded, Map<String, Value>)> {
    let leaf: Value = serde_json::from_str(text).ok()?;
    let word = |key: &str| leaf.get(key).and_then(Value::as_str);
    let rec = Recorded {
        id: word("id")?.parse().ok()?,
        kind: word("kind")?.into(),
        v: u32::try_from(leaf.get("v")?.as_u64()?).ok()?,
        no: word("no").map(Into::into),
        area: word("area")?.parse().ok()?,
        org: word("org").and_then(|o| o.parse().ok()),
        at: Moment::from_micros(leaf.get("at")?.as_i64()?),
        public: leaf.get("pub")?.as_object()?.clone(),
        sealed: BTreeMap::new(),
    };
    let commitments = leaf.get("sealed")?.as_object()?.clone();
    // A leaf that means the same but is written another way is not the leaf that was hashed.
    (canonical(&leaf_of(&rec, commitments.clone())).ok()? == text).then_some((rec, commitments))
}

/// Every replayed table against the one in the scratch database.
fn compare(r: &mut Read<'_>, migrations: &[Migrations], kept: &[Kept], run: &mut Run<'_>) -> Result<(), Fault> {
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for c in coverage(r, migrations, kept)? {
        match c.class {
            Some(Class::Replayed) => tables.entry(c.at.table).or_default().push(c.at.column),
            Some(_) => {}
            None => run.find(&c.at.table, String::new(), &c.at.column, Wrong::UnknownTable),
        }
    }
    for (table, columns) in tables {
        let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
        let real = dump(r, &table, &columns)?;
        let replayed = dump(&mut run.scratch.read(), &table, &columns)?;
        run.out.rows += real.len();
        if let Some((row, column, what)) = first_difference(&real, &replayed, &columns) {
            run.find(&table, row, &column, what);
        }
    }
    Ok(())
}

type Cells = Vec<Cell<'static>>;
type Rows = [Cells];

/// The first row that only one side has. If the other side has one like it, some of its values were changed: the pair
/// that differs least names them.
fn first_difference(real: &Rows, replayed: &Rows, columns: &[&str]) -> Option<(String, String, Wrong)> {
    let (extra, missing) = unmatched(real, replayed);
    let differ = |a: &Cells, b: &Cells| (0..columns.len()).filter(|i| a[*i] != b[*i]).collect::<Vec<_>>();
    let pairs = extra.iter().flat_map(|a| missing.iter().map(|b| (*a, *b, differ(a, b))));
    let name = |row: &Cells| row.first().map_or_else(String::new, show);
    if let Some((a, b, at)) = pairs.min_by_key(|(_, _, at)| at.len()) {
        let first = *at.first()?;
        let column = at.iter().map(|i| columns[*i]).collect::<Vec<_>>().join(", ");
        let what = Wrong::Value(show(&a[first]), show(&b[first]));
        return Some((name(a), column, what));
    }
    let key = columns.first().copied().unwrap_or("").to_owned();
    if let Some(extra) = extra.first() {
        return Some((name(extra), key, Wrong::ExtraRow));
    }
    missing.first().map(|missing| (name(missing), key, Wrong::MissingRow))
}

/// The first rows that only one of two sorted lists has; so many on each side are enough to tell what happened.
fn unmatched<'r>(real: &'r Rows, replayed: &'r Rows) -> (Vec<&'r Cells>, Vec<&'r Cells>) {
    let (mut extra, mut missing): (Vec<&Cells>, Vec<&Cells>) = (Vec::new(), Vec::new());
    let (mut a, mut b) = (real.iter().peekable(), replayed.iter().peekable());
    while extra.len() < ENOUGH && missing.len() < ENOUGH {
        match (a.peek(), b.peek()) {
            (Some(x), Some(y)) if x == y => {
                a.next();
                b.next();
            }
            (Some(x), Some(y)) if x < y => extra.extend(a.next()),
            (Some(_), None) => extra.extend(a.next()),
            (_, Some(_)) => missing.extend(b.next()),
            (None, None) => break,
        }
    }
    (extra, missing)
}

fn show(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Null => "NULL".into(),
        Cell::Int(n) => n.to_string(),
        // Names of areas and organisations stand in state tables; anything long is cut.
        Cell::Text(t) => t.chars().take(60).collect(),
        Cell::Blob(b) => format!("{} bytes", b.len()),
    }
}
