//! Opening a sealed field: what shows that words somebody has are the ones a leaf was made over.

use crate::canonical::{commitment, text as base64};
use lianxin_base::ActId;
use lianxin_store::{Fault, Read, params};
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub(crate) const SEALED: &str = "SELECT t.subject, t.salt, t.value, a.body, a.inner_leaf, a.salt \
                      FROM journal_text t JOIN journal_act a ON a.id = t.act WHERE t.act = $1 AND t.field = $2";

/// One sealed field, opened. SHA-256("lianxin.sealed.v1" ‖ 0 ‖ act ‖ 0 ‖ field ‖ 0 ‖ subject ‖ 0 ‖ salt ‖ value) in
/// base64url is what the leaf has under `sealed`.`field`; of a hidden kind the inner leaf, to which the leaf's
/// `sealed`.`act` leads in the same way (field `act`, no subject, the inner salt, the inner leaf as the value).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The act.
    pub act: String,
    /// The field.
    pub field: String,
    /// Whom it is about; empty if about nobody.
    pub subject: String,
    /// 32 bytes, base64url.
    pub salt: String,
    /// The words.
    pub value: String,
    /// The leaf of the public log.
    pub leaf: String,
    /// Of a hidden kind the inner leaf and its salt.
    pub inner: Option<(String, String)>,
}

impl Opening {
    /// Whether the words, and the inner leaf if there is one, are those the leaf was made over.
    pub fn holds(&self) -> bool {
        let outer = parsed(&self.leaf).is_some_and(|leaf| leaf.get("id").and_then(Value::as_str) == Some(&self.act));
        let inner = self.inner.as_ref().is_none_or(|(inner, salt)| {
            decoded(salt).is_some_and(|salt| says(&self.leaf, "act", &commitment(&self.act, "act", "", &salt, inner)))
        });
        let within = self.inner.as_ref().map_or(&self.leaf, |(inner, _)| inner);
        let own = decoded(&self.salt).is_some_and(|salt| {
            says(within, &self.field, &commitment(&self.act, &self.field, &self.subject, &salt, &self.value))
        });
        outer && inner && own
    }
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    use base64::Engine as _;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(text).ok()
}

fn parsed(leaf: &str) -> Option<Value> {
    serde_json::from_str(leaf).ok()
}

fn says(leaf: &str, field: &str, commitment: &str) -> bool {
    parsed(leaf)
        .is_some_and(|leaf| leaf.pointer(&format!("/sealed/{field}")).and_then(Value::as_str) == Some(commitment))
}

/// Opens a field; `None` if it was never given or has been erased.
///
/// # Errors
/// The database's trouble, or the words are not those of the leaf.
pub fn opening(r: &mut Read<'_>, act: ActId, field: &str) -> Result<Option<Opening>, Fault> {
    let found = r.row(SEALED, params![act, field], |row| {
        let inner = row.opt_text(4)?.zip(row.opt_blob(5)?.map(|salt| base64(&salt)));
        Ok(Opening {
            act: act.to_string(),
            field: field.to_owned(),
            subject: row.opt_text(0)?.unwrap_or_default(),
            salt: base64(&row.blob(1)?),
            value: row.text(2)?,
            leaf: row.text(3)?,
            inner,
        })
    })?;
    match found {
        Some(open) if !open.holds() => Err(Fault::Damaged(format!("the words of {act} {field} are not its leaf's"))),
        other => Ok(other),
    }
}
