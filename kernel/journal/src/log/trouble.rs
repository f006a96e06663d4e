use lianxin_base::Lang;
use lianxin_store::{Fault, Stop};
use lianxin_tlog::CheckpointFault;
use std::io;

/// Why the log is not signed.
#[derive(Debug)]
pub enum LogTrouble {
    /// The database has fewer acts than were signed already: an older one was put in its place.
    Behind {
        /// How many were signed.
        signed: u64,
        /// How many there are.
        there: u64,
    },
    /// The acts that were signed are not those that stand there now.
    Forked {
        /// How many were signed.
        signed: u64,
    },
    /// The key file holds no key, or the log's name can be none.
    NoKey,
    /// A checkpoint was published, and the key that signed it is not here.
    KeyLost,
    /// `keys/checkpoint` is no checkpoint of this log.
    Kept(CheckpointFault),
    /// A file.
    Io(io::Error),
    /// The database.
    Stop(Stop),
}

impl LogTrouble {
    /// In a sentence for whoever runs the office.
    pub fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Behind { signed, there }, Lang::Zh) => {
                format!("公开留底签到了第 {signed} 条，数据库里只有 {there} 条：数据库被换成旧的了，先不再签名。")
            }
            (Self::Behind { signed, there }, Lang::En) => {
                format!(
                    "The log was signed up to act {signed}, but the database has {there}: an older one was put in its place. Nothing more is signed."
                )
            }
            (Self::Forked { signed }, Lang::Zh) => {
                format!("前 {signed} 条留底已经签过名，和现在数据库里的不一样：有人改过，先不再签名。")
            }
            (Self::Forked { signed }, Lang::En) => {
                format!(
                    "The first {signed} acts were signed, and are not those in the database now. Nothing more is signed."
                )
            }
            (Self::NoKey, Lang::Zh) => "keys/log.skey 不是签名的钥匙，或者网址做不了名字。".into(),
            (Self::NoKey, Lang::En) => "keys/log.skey holds no key, or the address can be no name of a log.".into(),
            (Self::KeyLost, Lang::Zh) => "公开留底签过名，签名的钥匙 keys/log.skey 不见了或者换过，先不再签名。".into(),
            (Self::KeyLost, Lang::En) => {
                "The log was signed by a key that is not in keys/log.skey. Nothing more is signed.".into()
            }
            (Self::Kept(why), Lang::Zh) => format!("keys/checkpoint 不是这里的留底：{why}"),
            (Self::Kept(why), Lang::En) => format!("keys/checkpoint is no checkpoint of this log: {why}"),
            (Self::Io(why), Lang::Zh) => format!("钥匙目录读写不了：{why}"),
            (Self::Io(why), Lang::En) => format!("The keys cannot be read or written: {why}"),
            (Self::Stop(why), Lang::Zh) => format!("公开留底没有写成：{why:?}"),
            (Self::Stop(why), Lang::En) => format!("The log could not be written: {why:?}"),
        }
    }
}

impl From<io::Error> for LogTrouble {
    fn from(why: io::Error) -> Self {
        Self::Io(why)
    }
}

impl From<Stop> for LogTrouble {
    fn from(why: Stop) -> Self {
        Self::Stop(why)
    }
}

impl From<Fault> for LogTrouble {
    fn from(why: Fault) -> Self {
        Self::Stop(why.into())
    }
}
