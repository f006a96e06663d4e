//! Six digits: one's own code, the PIN of a staff phone, the code an authenticator shows.

use crate::Refusal;
use lianxin_base::half_width;

/// How many digits.
const LENGTH: usize = 6;

/// Six digits as somebody chose or typed them.
#[derive(Clone, PartialEq, Eq)]
pub struct Six(String);

impl Six {
    /// Reads six digits; full-width ones, blanks and strokes pass.
    ///
    /// # Errors
    /// [`Refusal::CodeShape`].
    pub fn read(typed: &str) -> Result<Self, Refusal> {
        let plain = typed.chars().map(half_width).filter(|c| !c.is_whitespace() && *c != '-').take(LENGTH + 1);
        let digits: String = plain.collect();
        if digits.len() == LENGTH && digits.bytes().all(|b| b.is_ascii_digit()) {
            Ok(Self(digits))
        } else {
            Err(Refusal::CodeShape)
        }
    }

    /// The same for a code somebody chooses: not one that a stranger tries first.
    ///
    /// # Errors
    /// [`Refusal::CodeShape`], [`Refusal::CodeWeak`].
    pub fn chosen(typed: &str) -> Result<Self, Refusal> {
        let six = Self::read(typed)?;
        if six.is_weak() { Err(Refusal::CodeWeak) } else { Ok(six) }
    }

    /// The digits.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// All the same, a run up or down, or one half repeated: what most people would try in five tries.
    fn is_weak(&self) -> bool {
        let d = self.0.as_bytes();
        let steps = |by: i16| d.windows(2).all(|w| i16::from(w[1]) - i16::from(w[0]) == by);
        let repeats = |n: usize| d.iter().zip(&d[n..]).all(|(a, b)| a == b);
        steps(0) || steps(1) || steps(-1) || repeats(2) || repeats(3)
    }
}

impl std::fmt::Debug for Six {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Six(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn six_digits_are_read_however_they_are_typed() {
        for (typed, read) in [
            ("204816", Some("204816")),
            (" 204 816 ", Some("204816")),
            ("２０４８１６", Some("204816")),
            ("204-816", Some("204816")),
            ("20481", None),
            ("2048167", None),
            ("20481a", None),
            ("二〇四八一六", None),
            ("", None),
        ] {
            assert_eq!(Six::read(typed).ok().as_ref().map(Six::digits), read, "{typed}");
        }
    }

    #[test]
    fn what_everybody_would_try_is_not_taken() {
        for (typed, refused) in [
            ("000000", true),
            ("123456", true),
            ("654321", true),
            ("232323", true),
            ("123123", true),
            ("112233", false),
            ("204816", false),
            ("135790", false),
        ] {
            assert_eq!(Six::chosen(typed).err() == Some(Refusal::CodeWeak), refused, "{typed}");
        }
        assert_eq!(Six::chosen("12345").err(), Some(Refusal::CodeShape));
    }

    proptest! {
        #[test]
        fn nothing_typed_panics(typed: String) {
            Six::chosen(&typed).ok();
        }
    }
}
