use crate::Lang;
use std::fmt::Debug;

/// A refusal: the program understood and says no. Each room has its own enum of them, in order of precedence;
/// `docs/refusals.md` is printed from all.
pub trait Refuse: Debug + Send + Sync + 'static {
    /// A steady name for programs, `room.reason`: `council.wrong_step`.
    fn code(&self) -> &'static str;
    /// One sentence for a person: what is wrong and what to do.
    fn say(&self, lang: Lang) -> String;
    /// The HTTP status it answers with.
    fn status(&self) -> u16 {
        422
    }
    /// The form field it is about, if it is about one.
    fn field(&self) -> Option<&'static str> {
        None
    }
}

/// The refusals of a room as a list: after the enum's doc and the room's own function for texts, a line each with name, code,
/// HTTP status, form field (or none) and text, with what the text needs in brackets. Makes `Refusal`, `REFUSALS` (one of each) and [`Refuse`].
#[macro_export]
macro_rules! refusals {
    ($(#[$about:meta])* $texts:ident, $($(#[$doc:meta])* $name:ident $code:literal $status:literal $field:literal $words:ident $(($($of:expr),+))?,)*) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Refusal { $($(#[$doc])* $name,)* }

        /// One of each, for the printed list.
        pub const REFUSALS: &[Refusal] = &[$(Refusal::$name),*];

        impl $crate::Refuse for Refusal {
            fn code(&self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
            fn say(&self, lang: $crate::Lang) -> String {
                match self { $(Self::$name => $texts(lang).$words($($($of),+)?),)* }
            }
            fn status(&self) -> u16 {
                match self { $(Self::$name => $status,)* }
            }
            fn field(&self) -> Option<&'static str> {
                let field = match self { $(Self::$name => $field,)* };
                (!field.is_empty()).then_some(field)
            }
        }
    };
}
