//! Words of leaves, tables and forms, as enums; and who acts.

use lianxin_base::{ActId, AreaId};
use lianxin_gate::Scope;
use lianxin_journal::{By, Head};

/// Who acts, with what form.
#[derive(Clone, Debug)]
pub struct Author {
    /// The id of the act to be.
    pub act: ActId,
    /// Who.
    pub by: By,
    /// The form's token.
    pub token: Option<String>,
    /// How far the author sees.
    pub scope: Scope,
}

impl Author {
    pub(crate) fn head(&self, area: AreaId) -> Head {
        Head { id: self.act, area, by: self.by, no: None, token: self.token.clone() }
    }
}
