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
