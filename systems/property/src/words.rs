//! Words of leaves, tables and forms, as enums; and who acts.

use lianxin_base::{ActId, AreaId};
use lianxin_gate::Scope;
use lianxin_journal::{By, Head};

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }
        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];
            /// Its name in leaves, tables and forms.
            pub const fn name(self) -> &'static str { match self { $(Self::$variant => $text,)* } }
        }
        impl std::str::FromStr for $name {
            type Err = ();
            fn from_str(s: &str) -> Result<Self, ()> {
                match s { $($text => Ok(Self::$variant),)* _ => Err(()) }
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.name()) }
        }
    };
}

pub(crate) use vocabulary;

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
