use crate::canonical::{self, INT_MAX, canonical, leaf_hash};
use crate::leaf::Sealed;
use crate::{Act, By, Leaf, Recorded};
use lianxin_base::{ActId, AreaId, Moment};
use lianxin_store::{Fault, Tx, params};
use serde_json::{Map, Value, json};

/// What every act says before it says anything of its own.
#[derive(Clone, Debug)]
pub struct Head {
    /// Its id, made before the closure.
    pub id: ActId,
    /// Where; never finer than a compound.
    pub area: AreaId,
    /// Who.
    pub by: By,
    /// Its number in a series, if it has one.
    pub no: Option<String>,
    /// The form's token: a second sending is answered with the first receipt. Only the first act of a command carries it.
    pub token: Option<String>,
}

/// What the author of an act takes home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The act.
    pub act: ActId,
    /// Its number.
    pub no: Option<String>,
    /// Its leaf hash 留底号.
    pub hash: [u8; 32],
    /// When it was recorded.
    pub at: Moment,
    /// Whether its kind is wrapped: then nobody else is shown more than act, hash and time.
    pub hidden: bool,
}

impl Receipt {
    /// The leaf hash as people see it: base64url.
    pub fn hash_text(&self) -> String {
        canonical::text(&self.hash)
    }
}

pub(crate) const NEXT: &str = "SELECT COALESCE(MAX(seq), 0) + 1 FROM journal_act";
pub(crate) const ADD: &str = "INSERT INTO journal_act(id, seq, kind, v, no, area, org, at, body, inner_leaf, salt, hash, token) \
                              VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
pub(crate) const ADD_TEXT: &str =
    "INSERT INTO journal_text(act, field, subject, salt, value) VALUES($1, $2, $3, $4, $5)";

/// Records an act and applies it: leaf and texts are written, then the state they cause, in the same transaction.
pub fn record<A: Act>(tx: &mut Tx<'_>, head: Head, act: &A) -> Result<Receipt, Fault> {
    let mut leaf = Leaf::default();
    act.leaf(&mut leaf);
    leaf.seal("by", head.by.subject(), &head.by.sealed());
    let rec = Recorded {
        id: head.id,
        kind: A::KIND.into(),
        v: A::V,
        no: head.no,
        area: head.area,
        org: head.by.org(),
        at: tx.now(),
        public: leaf.public,
        sealed: leaf.sealed,
    };
    check(&rec)?;
    tx.applying(rec.id, |tx| {
        let hash = write(tx, &rec, A::HIDDEN, head.token.as_deref())?;
        A::apply(&rec, tx)?;
        Ok(Receipt { act: rec.id, no: rec.no.clone(), hash, at: rec.at, hidden: A::HIDDEN })
    })
}

fn check(rec: &Recorded) -> Result<(), Fault> {
    fn exact(v: &Value) -> bool {
        match v {
            Value::Number(n) => n.as_i64().is_some_and(|n| n.abs() <= INT_MAX),
            Value::Array(a) => a.iter().all(exact),
            Value::Object(o) => named(o.keys()) && o.values().all(exact),
            _ => true,
        }
    }
    fn named<'a>(mut names: impl Iterator<Item = &'a String>) -> bool {
        names.all(|name| name.is_ascii())
    }
    if named(rec.public.keys()) && named(rec.sealed.keys()) && rec.public.values().all(exact) {
        return Ok(());
    }
    Err(Fault::bug(format!("{} has a number that JSON cannot hold exactly, or a name that is not ASCII", rec.kind)))
}

fn write(tx: &mut Tx<'_>, rec: &Recorded, hidden: bool, token: Option<&str>) -> Result<[u8; 32], Fault> {
    let id = rec.id.to_string();
    let mut commitments = Map::new();
    for (field, Sealed { subject, value }) in &rec.sealed {
        let salt = tx.chance().bytes::<32>();
        let subject = subject.map(|p| p.to_string());
        let c = canonical::commitment(&id, field, subject.as_deref().unwrap_or(""), &salt, value);
        tx.exec(ADD_TEXT, params![&id, field, subject, &salt, value])?;
        commitments.insert(field.clone(), c.into());
    }
    let leaf = canonical(&leaf_of(rec, commitments))?;
    let (body, inner, salt) = if hidden {
        let salt = tx.chance().bytes::<32>();
        (wrap(rec, &salt, &leaf)?, Some(leaf), Some(salt))
    } else {
        (leaf, None, None)
    };
    let hash = leaf_hash(&body);
    let seq = tx.row(NEXT, &[], |r| r.int(0))?.unwrap_or(1);
    tx.exec(
        ADD,
        params![
            &id,
            seq,
            rec.kind.as_str(),
            rec.v,
            rec.no.as_deref(),
            rec.area,
            rec.org,
            rec.at,
            body,
            inner,
            salt.as_ref(),
            &hash,
            token
        ],
    )?;
    Ok(hash)
}

/// The leaf as JSON, before it is written canonically.
pub(crate) fn leaf_of(rec: &Recorded, commitments: Map<String, Value>) -> Value {
    json!({
        "v": rec.v, "kind": rec.kind, "id": rec.id.to_string(), "no": rec.no, "area": rec.area.to_string(),
        "org": rec.org.map(|o| o.to_string()), "at": rec.at.micros(), "pub": rec.public, "sealed": commitments,
    })
}

/// The public leaf of a hidden kind: a commitment to the whole inner leaf.
pub(crate) fn wrap(rec: &Recorded, salt: &[u8], inner: &str) -> Result<String, Fault> {
    let id = rec.id.to_string();
    let c = canonical::commitment(&id, "act", "", salt, inner);
    canonical(&json!({
        "v": 1, "kind": "sealed", "id": id, "area": rec.area.to_string(), "at": rec.at.micros(), "sealed": {"act": c},
    }))
}
