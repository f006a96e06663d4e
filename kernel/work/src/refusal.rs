use crate::texts::t;
use lianxin_base::{Lang, Refuse};

/// What this room refuses, in order of precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such job.
    NoSuchJob,
    /// Another process works on it just now.
    JobHeld,
    /// It has ended; there is nothing to stop.
    JobEnded,
    /// It was not stopped and has not failed; there is nothing to resume.
    JobNotStopped,
}

impl Refusal {
    /// One of each, for `docs/refusals.md`.
    pub const ALL: &[Self] = &[Self::NoSuchJob, Self::JobHeld, Self::JobEnded, Self::JobNotStopped];
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchJob => "work.no_such_job",
            Self::JobHeld => "work.job_held",
            Self::JobEnded => "work.job_ended",
            Self::JobNotStopped => "work.job_not_stopped",
        }
    }
    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::NoSuchJob => t.msg_no_such_job(),
            Self::JobHeld => t.msg_job_held(),
            Self::JobEnded => t.msg_job_ended(),
            Self::JobNotStopped => t.msg_job_not_stopped(),
        }
    }
    fn status(&self) -> u16 {
        match self {
            Self::NoSuchJob => 404,
            _ => 409,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_a_code_of_its_own_and_a_whole_sentence_in_each_language() {
        let mut codes: Vec<_> = Refusal::ALL.iter().map(Refuse::code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Refusal::ALL.len());
        for refusal in Refusal::ALL {
            assert!(refusal.say(Lang::Zh).ends_with('。'), "{refusal:?}");
            assert!(refusal.say(Lang::En).ends_with('.'), "{refusal:?}");
        }
    }
}
