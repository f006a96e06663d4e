use crate::texts::t;
use crate::{BYTES_MAX, PIXELS_MAX};
use lianxin_base::{Lang, Refuse};
use lianxin_child::Failure;

/// Why a photo is not taken, in order of precedence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Larger than 12 MB.
    TooLarge,
    /// HEIC or AVIF: what an iPhone keeps its photos in.
    Heic,
    /// A PDF.
    Pdf,
    /// No picture, or of a kind that is not taken.
    Unknown,
    /// More than 50 megapixels, or a side longer than 12,000.
    TooManyPixels,
    /// It ends too early, or does not hold what its beginning says.
    Broken,
    /// The child did not come to an end with it.
    TooHard,
    /// Too many photos are being read just now.
    Busy,
}

impl Refusal {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::TooLarge,
        Self::Heic,
        Self::Pdf,
        Self::Unknown,
        Self::TooManyPixels,
        Self::Broken,
        Self::TooHard,
        Self::Busy,
    ];

    /// The word the child says.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::TooLarge => "too_large",
            Self::Heic => "heic",
            Self::Pdf => "pdf",
            Self::Unknown => "unknown",
            Self::TooManyPixels => "pixels",
            Self::Broken => "broken",
            Self::TooHard => "too_hard",
            Self::Busy => "busy",
        }
    }

    /// What the end of a child means for whoever sent the photo; `None` if it is not about the photo at all.
    pub fn of(failure: &Failure) -> Option<Self> {
        match failure {
            Failure::Refused(word) => {
                Some(Self::ALL.iter().copied().find(|r| r.word() == word).unwrap_or(Self::Broken))
            }
            Failure::TooLarge | Failure::TooLong | Failure::Crashed => Some(Self::TooHard),
            Failure::Busy => Some(Self::Busy),
            Failure::NotStarted(_) => None,
        }
    }
}

impl From<Refusal> for String {
    fn from(r: Refusal) -> Self {
        r.word().to_owned()
    }
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "photo.too_large",
            Self::Heic => "photo.heic",
            Self::Pdf => "photo.pdf",
            Self::Unknown => "photo.unknown",
            Self::TooManyPixels => "photo.pixels",
            Self::Broken => "photo.broken",
            Self::TooHard => "photo.too_hard",
            Self::Busy => "photo.busy",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::TooLarge => t.msg_too_large(BYTES_MAX >> 20),
            Self::Heic => t.msg_heic(),
            Self::Pdf => t.msg_pdf(),
            Self::Unknown => t.msg_unknown(),
            Self::TooManyPixels => t.msg_pixels(PIXELS_MAX / 1_000_000),
            Self::Broken => t.msg_broken(),
            Self::TooHard => t.msg_too_hard(),
            Self::Busy => t.msg_busy(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some("photo")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_end_of_a_child_has_a_sentence_or_is_the_house_s_own_trouble() {
        for (failure, want) in [
            (Failure::Refused("heic".into()), Some(Refusal::Heic)),
            (Failure::Refused("a word of tomorrow".into()), Some(Refusal::Broken)),
            (Failure::TooLarge, Some(Refusal::TooHard)),
            (Failure::TooLong, Some(Refusal::TooHard)),
            (Failure::Crashed, Some(Refusal::TooHard)),
            (Failure::Busy, Some(Refusal::Busy)),
            (Failure::NotStarted("no".into()), None),
        ] {
            assert_eq!(Refusal::of(&failure), want, "{failure}");
        }
        for r in Refusal::ALL {
            assert_eq!(Refusal::of(&Failure::Refused(r.word().into())), Some(*r));
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
    }
}
