//! What verification can find, in the words of whoever reads it.

use lianxin_base::{ActId, Lang};
use lianxin_store::Fault;

/// Something that disagrees, named so that a person can find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The table.
    pub table: String,
    /// The row, by its key.
    pub row: String,
    /// The column or columns.
    pub column: String,
    /// What is wrong.
    pub what: Wrong,
}

impl Finding {
    /// The act the finding is about, if its row names one: pages link to it.
    pub fn act(&self) -> Option<ActId> {
        self.row.split(' ').next()?.parse().ok()
    }
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// An act between two numbers is not there.
    Gap,
    /// Acts are not in the order of their times.
    Earlier,
    /// The leaf was changed, or its hash.
    Hash,
    /// The leaf is not a leaf.
    Unreadable,
    /// The inner leaf was changed, or its salt, or the leaf round it.
    Inner,
    /// Only hidden leaves carry a salt.
    NeedlessSalt,
    /// A column was changed.
    Column,
    /// A text is gone and no erasure tells of it.
    MissingText,
    /// A text is there although an erasure names it.
    StillThere,
    /// A text was changed.
    ChangedText,
    /// The leaf has no such field.
    UnknownText,
    /// A text without an act.
    StrayText,
    /// An act of a kind that this program does not know.
    UnknownKind,
    /// The act cannot be applied again.
    Stopped(Fault),
    /// A table that no room declares.
    UnknownTable,
    /// A value was changed: what the table says, what the record says.
    Value(String, String),
    /// A row was added.
    ExtraRow,
    /// A row was taken away.
    MissingRow,
    /// A column that should name a file does not.
    FileName,
    /// A file was changed.
    ChangedFile,
    /// A file is gone.
    MissingFile,
    /// A tile of the log is not the one over the leaves.
    Tile,
    /// The log has not as many tiles as a tree of its size.
    TileCount,
    /// The first so many acts are not those that were signed.
    Forked(u64),
    /// So many acts were signed, and only so many are there.
    Behind(u64, u64),
}

impl Wrong {
    /// In a sentence.
    pub fn say(&self, lang: Lang) -> String {
        let (zh, en) = match self {
            Self::Gap => ("这一条前面少了留底", "the order has a gap before this act"),
            Self::Earlier => ("这一条的时间比前一条还早", "this act is earlier than the one before it"),
            Self::Hash => ("留底和留底号对不上", "the leaf does not have this hash"),
            Self::Unreadable => ("留底读不出来", "the leaf cannot be read"),
            Self::Inner => ("里层留底不是当初封存的那份", "the inner leaf is not the one sealed"),
            Self::NeedlessSalt => ("公开的留底不该有封存用的随机数", "an open leaf has no salt"),
            Self::Column => ("这一列和留底写的不一样", "the column differs from the leaf"),
            Self::MissingText => ("文字不见了，也没有抹去的记录", "a text is missing without an erasure"),
            Self::StillThere => ("记着已经抹去，文字却还在", "an erased text is still there"),
            Self::ChangedText => ("文字不是当初留底的那段", "the text is not the one committed to"),
            Self::UnknownText => ("留底里没有这段文字", "a text the leaf does not know"),
            Self::StrayText => ("这段文字不属于任何一条留底", "a text of an act that is not there"),
            Self::UnknownKind => ("这个版本不认识这种留底", "no room of this program knows this kind"),
            Self::UnknownTable => ("多出来的表，没有哪一部分认得它", "no room declared this table"),
            Self::ExtraRow => ("多出来一行，留底里没有", "a row the record does not know"),
            Self::MissingRow => ("少了一行，留底里有", "a row of the record is missing"),
            Self::FileName => ("这不是一个文件的名字", "this is no name of a file"),
            Self::ChangedFile => ("文件不是留底里的那个", "the file is not the one the record names"),
            Self::MissingFile => ("文件不见了", "the file is missing"),
            Self::Tile => ("公开留底树的这一片和留底对不上", "the tile of the log is not the one over the leaves"),
            Self::TileCount => ("公开留底树的片数不对", "the log does not have the tiles of a tree of its size"),
            Self::Forked(n) => {
                return match lang {
                    Lang::Zh => format!("前 {n} 条留底不是当时签过名的那些"),
                    Lang::En => format!("the first {n} acts are not those that were signed"),
                };
            }
            Self::Behind(signed, there) => {
                return match lang {
                    Lang::Zh => format!("签名签到了第 {signed} 条，这里只有 {there} 条"),
                    Lang::En => format!("{signed} acts were signed, only {there} are there"),
                };
            }
            Self::Stopped(fault) => {
                return match lang {
                    Lang::Zh => format!("重新走一遍时停在这里：{fault}"),
                    Lang::En => format!("replay stopped: {fault}"),
                };
            }
            Self::Value(table, record) => {
                return match lang {
                    Lang::Zh => format!("表里是 {table}，按留底应当是 {record}"),
                    Lang::En => format!("the table says {table}, the record says {record}"),
                };
            }
        };
        if lang == Lang::Zh { zh.to_owned() } else { en.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_finding_is_said_in_the_language_asked_for() {
        let fault = Fault::bug("x");
        for wrong in [
            Wrong::Gap,
            Wrong::Earlier,
            Wrong::Hash,
            Wrong::Unreadable,
            Wrong::Inner,
            Wrong::NeedlessSalt,
            Wrong::Column,
            Wrong::MissingText,
            Wrong::StillThere,
            Wrong::ChangedText,
            Wrong::UnknownText,
            Wrong::StrayText,
            Wrong::UnknownKind,
            Wrong::Stopped(fault),
            Wrong::UnknownTable,
            Wrong::Value("1".into(), "2".into()),
            Wrong::ExtraRow,
            Wrong::MissingRow,
            Wrong::FileName,
            Wrong::ChangedFile,
            Wrong::MissingFile,
            Wrong::Tile,
            Wrong::TileCount,
            Wrong::Forked(7),
            Wrong::Behind(9, 7),
        ] {
            assert!(!wrong.say(Lang::Zh).is_ascii() && wrong.say(Lang::En).is_ascii(), "{wrong:?}");
        }
    }
}
