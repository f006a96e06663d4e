//! The receipt: never 提交成功 alone, but who has it, by when, and the number that proves it.

use askama::Template;
use lianxin_base::Lang;

use super::{Html, Link, Text};
use crate::{icons::Icon, texts::t};

/// What someone gets for what they handed in.
#[derive(Clone, Debug, Template)]
#[template(path = "components/receipt.html")]
pub struct Receipt<'a> {
    /// Language of the names.
    pub lang: Lang,
    /// The heading; empty for 收到了.
    pub title: Text<'a>,
    /// The number of the matter, if it has one.
    pub number: Option<Text<'a>>,
    /// Who has it and by when they answer.
    pub says: Text<'a>,
    /// 留底号: the hash of the act, short enough to read out.
    pub leaf: Text<'a>,
    /// When it was received.
    pub at: Text<'a>,
    /// The main way on, 看办到哪了.
    pub next: Option<Link<'a>>,
    /// Leads a phone to the check of this act.
    pub qr: Html,
    /// The receipt as a file, a path.
    pub file: Text<'a>,
    /// More that stands on it: facts, a PIN, a notice.
    pub more: Html,
}

impl Receipt<'_> {
    fn heading(&self) -> Text<'_> {
        if self.title.is_empty() { t(self.lang).msg_receipt().into() } else { Text::Borrowed(&self.title) }
    }

    fn words(&self) -> [String; 5] {
        let t = t(self.lang);
        [t.msg_receipt_number(), t.msg_receipt_leaf(), t.msg_receipt_at(), t.msg_receipt_keep(), t.msg_receipt_file()]
    }
}
