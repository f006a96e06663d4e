//! What may be kept as a reply, and what is refused; pure.

use super::NewReply;
use super::store::Line;
use crate::rules::{TITLE_MAX, sensitive};
use crate::texts::t;
use lianxin_base::{Lang, Refuse, vocabulary};

/// Longest reply, in characters: what is said again and again is short.
pub(crate) const WORDS_MAX: usize = 200;
/// So many for one form; more are found by nobody.
pub(crate) const MOST: usize = 20;

vocabulary! {
    /// Where it is said; but for the news of a banner each is the name of a form of the desk.
    Use {
        /// 看过，交给…: the short name of a matter.
        Dispatch = "dispatch",
        /// 这事不在这儿办.
        Decline = "decline",
        /// 不归我们管.
        Return = "return",
        /// 改交别家.
        Transfer = "transfer",
        /// 要多等几天.
        Extension = "extension",
        /// 先停一停.
        Pause = "pause",
        /// 干完了，请居民看.
        Completion = "completion",
        /// What was asked and heard when feedback is entered for somebody.
        Feedback = "feedback",
        /// 正在发生: 有新消息.
        News = "news",
    }
}

impl Use {
    /// In words.
    pub fn say(self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::Dispatch => t.msg_replies_dispatch(),
            Self::Decline => t.msg_desk_decline(),
            Self::Return => t.msg_desk_return(),
            Self::Transfer => t.msg_desk_transfer(),
            Self::Extension => t.msg_desk_extension(),
            Self::Pause => t.msg_desk_pause(),
            Self::Completion => t.msg_desk_completion(),
            Self::Feedback => t.msg_replies_feedback(),
            Self::News => t.msg_banner_news(),
        }
    }

    /// How long it may be there.
    pub(crate) const fn max(self) -> usize {
        match self {
            Self::Dispatch => TITLE_MAX,
            Self::News => crate::banner::rules::WORDS_MAX,
            _ => WORDS_MAX,
        }
    }
}

/// Why a reply was not kept, in order of precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No such reply, or no place to keep one for.
    None,
    /// Where it is said is not said.
    NoForm,
    /// Nothing is written.
    NoWords,
    /// Too long for that form.
    TooLong(usize),
    /// Illness, welfare, a card number: not a thing to have ready.
    Sensitive,
    /// It is there already.
    Already,
    /// There are enough.
    TooMany,
}

/// One of each, for the printed list.
pub const REFUSALS: &[Refusal] = &[
    Refusal::None,
    Refusal::NoForm,
    Refusal::NoWords,
    Refusal::TooLong(WORDS_MAX),
    Refusal::Sensitive,
    Refusal::Already,
    Refusal::TooMany,
];

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::None => "council.reply_none",
            Self::NoForm => "council.reply_no_form",
            Self::NoWords => "council.reply_no_words",
            Self::TooLong(_) => "council.reply_too_long",
            Self::Sensitive => "council.reply_sensitive",
            Self::Already => "council.reply_already",
            Self::TooMany => "council.reply_too_many",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::None => t.msg_reply_none(),
            Self::NoForm => t.msg_reply_no_form(),
            Self::NoWords => t.msg_reply_no_words(),
            Self::TooLong(max) => t.msg_reply_too_long(max.to_string()),
            Self::Sensitive => t.msg_reply_sensitive(),
            Self::Already => t.msg_reply_already(),
            Self::TooMany => t.msg_reply_too_many(MOST.to_string()),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::None => 404,
            Self::Already | Self::TooMany => 409,
            _ => 422,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoForm => Some("form"),
            Self::NoWords | Self::TooLong(_) | Self::Sensitive | Self::Already => Some("words"),
            _ => None,
        }
    }
}

/// Whether it may be kept beside the others of its area.
pub(super) fn may_write(new: &NewReply, others: &[Line]) -> Result<(), Refusal> {
    let max = new.form.max();
    match new.words.chars().count() {
        0 => return Err(Refusal::NoWords),
        n if n > max => return Err(Refusal::TooLong(max)),
        _ if sensitive(&new.words) => return Err(Refusal::Sensitive),
        _ => {}
    }
    let mut same = others.iter().filter(|line| line.form == new.form && Some(line.id) != new.changes);
    if same.clone().any(|line| line.words.as_deref() == Some(new.words.as_str())) {
        return Err(Refusal::Already);
    }
    if same.by_ref().count() >= MOST { Err(Refusal::TooMany) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::{ActId, AreaId};

    fn line(n: u8, form: Use, words: &str) -> Line {
        Line { id: ActId::from_bytes([n; 16]), area: AreaId::from_bytes([1; 16]), form, words: Some(words.into()) }
    }

    #[test]
    fn what_may_be_kept_ready() {
        let one = line(1, Use::Decline, "电表前的线归供电公司，打 95598。");
        let full: Vec<Line> = (0..20).map(|n| line(n, Use::Return, &format!("第 {n} 条"))).collect();
        let id = |n| Some(ActId::from_bytes([n; 16]));
        for (what, changes, form, words, others, want) in [
            ("a first one", None, Use::Decline, "去派出所办。".to_owned(), vec![], Ok(())),
            ("nothing", None, Use::Decline, String::new(), vec![], Err(Refusal::NoWords)),
            ("as long as may be", None, Use::Decline, "长".repeat(200), vec![], Ok(())),
            ("a character longer", None, Use::Decline, "长".repeat(201), vec![], Err(Refusal::TooLong(200))),
            ("a name is shorter", None, Use::Dispatch, "长".repeat(41), vec![], Err(Refusal::TooLong(40))),
            ("news are shorter", None, Use::News, "长".repeat(101), vec![], Err(Refusal::TooLong(100))),
            ("of illness", None, Use::Feedback, "他得了癌症".into(), vec![], Err(Refusal::Sensitive)),
            (
                "twice",
                None,
                Use::Decline,
                "电表前的线归供电公司，打 95598。".into(),
                vec![one.clone()],
                Err(Refusal::Already),
            ),
            (
                "the same on another form",
                None,
                Use::Return,
                "电表前的线归供电公司，打 95598。".into(),
                vec![one.clone()],
                Ok(()),
            ),
            ("the same one again", id(1), Use::Decline, "电表前的线归供电公司，打 95598。".into(), vec![one], Ok(())),
            ("one too many", None, Use::Return, "再来一条".into(), full.clone(), Err(Refusal::TooMany)),
            ("one of many changed", id(3), Use::Return, "改了".into(), full, Ok(())),
        ] {
            assert_eq!(may_write(&NewReply { changes, form, words }, &others), want, "{what}");
        }
    }

    #[test]
    fn every_refusal_has_its_own_code_and_a_sentence_in_both_languages() {
        let mut codes: Vec<_> = REFUSALS.iter().map(Refuse::code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), REFUSALS.len());
        for r in REFUSALS {
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
        for form in Use::ALL {
            assert_ne!(form.say(Lang::Zh), form.say(Lang::En));
        }
    }
}
