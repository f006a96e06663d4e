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
    /// All of them, for the printed list.
    pub const ALL: &'static [Self] = &[Self::NoSuchJob, Self::JobHeld, Self::JobEnded, Self::JobNotStopped];

    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::NoSuchJob => (
                "没有这个长任务，请回到任务列表重新选择。",
                "There is no such job. Please go back to the list of jobs and choose again.",
            ),
            Self::JobHeld => (
                "这个长任务正由另一个程序办理，请稍后再看。",
                "Another process is working on this job. Please look again a little later.",
            ),
            Self::JobEnded => (
                "这个长任务已经结束，不用再停。",
                "This job has already ended, so there is nothing to stop.",
            ),
            Self::JobNotStopped => (
                "这个长任务没有停，不用继续；停下或失败以后才能继续。",
                "This job is not stopped. Only a job that was stopped or has failed can be resumed.",
            ),
        }
    }
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
        let (zh, en) = self.words();
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
        .to_owned()
    }
    fn status(&self) -> u16 {
        match self {
            Self::NoSuchJob => 404,
            _ => 409,
        }
    }
}
