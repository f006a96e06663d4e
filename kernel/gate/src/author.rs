use crate::Scope;
use lianxin_base::{ActId, AreaId};
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
    /// The clock, which sees everything; its token is its timer's.
    pub const fn clock(act: ActId, token: String) -> Self {
        Self { act, by: By::Clock, token: Some(token), scope: Scope::Everything }
    }

    /// The head of the act, in this area.
    pub fn head(&self, area: AreaId) -> Head {
        Head { id: self.act, area, by: self.by, no: None, token: self.token.clone() }
    }
}
