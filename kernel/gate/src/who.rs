use crate::Capability;
use std::fmt;

/// Who may come through a route. What they then see is their [`crate::Scope`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gate {
    /// Everybody.
    Anyone,
    /// Whoever has the secret link: the route's path holds `{act}` and `{link}`.
    Link,
    /// Whoever is signed in.
    SignedIn,
    /// Whoever sits in a seat with this capability.
    Can(Capability),
}

impl fmt::Display for Gate {
    /// As the matrix prints it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anyone => f.write_str("anyone"),
            Self::Link => f.write_str("link"),
            Self::SignedIn => f.write_str("signed-in"),
            Self::Can(cap) => f.write_str(cap.0),
        }
    }
}
