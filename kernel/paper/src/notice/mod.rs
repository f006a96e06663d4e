//! 一份告示 as data: what hangs on a board, in whatever form. A system fills a [`Document`] once; from it come the text to
//! paste into a group, the `.docx` a secretary edits before the stamp, and the sheet for the printer. It can be written as
//! JSON, so that a program of its own can set it as a picture. No seal is drawn in any form: there is room for the real one.

mod bitmap;
mod docx;
mod print;
mod sheet;

pub use docx::{MIME as DOCX, Round};

use lianxin_store::Fault;
use serde::Serialize;

/// A part of the words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A point of a list.
    Item(String),
    /// Rows under a head.
    Table {
        /// The head.
        head: Vec<String>,
        /// The rows.
        rows: Vec<Vec<String>>,
    },
}

impl Block {
    /// The paragraphs of a text that somebody typed, an empty line less.
    pub fn paragraphs(text: &str) -> Vec<Self> {
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| Self::Text(line.to_owned())).collect()
    }
}

/// What is the same on every notice, in the reader's language.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Frame {
    /// Room for the stamp: 盖章处.
    pub seal: String,
    /// What stands beside the code.
    pub scan: String,
}

/// A notice, ready to be put into any form.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Document {
    /// `zh-CN` or `en`.
    pub lang: &'static str,
    /// Whose board it hangs on.
    pub place: String,
    /// What it is about.
    pub title: String,
    /// From when to when, on what ground: name and value.
    pub facts: Vec<(String, String)>,
    /// The words.
    pub blocks: Vec<Block>,
    /// Who posts it.
    pub signed: String,
    /// The day below the name.
    pub day: String,
    /// Its page.
    pub link: String,
    /// What goes into the group: made from facts, never from what was typed.
    pub group: Vec<String>,
    /// What is the same everywhere.
    pub frame: Frame,
}

/// A picture in the head: the title in a second script, as the office supplies it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SecondTitle<'a> {
    /// A JPEG.
    pub jpeg: &'a [u8],
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

impl Document {
    /// The text to paste into a group: a few lines, then the address.
    pub fn text(&self) -> String {
        let lines = self.group.iter().chain([&self.link]).filter(|line| !line.is_empty());
        lines.map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    /// The document for WPS, Word or LibreOffice.
    ///
    /// # Errors
    /// No memory for it.
    pub fn docx(&self, round: Round<'_>) -> Result<Vec<u8>, Fault> {
        docx::write(self, round)
    }

    /// The sheet for the printer, as the inner part of a page; `second` is the address of the second title.
    pub fn print(&self, second: Option<&str>) -> String {
        print::write(self, second)
    }
}

/// A sheet of ours, as its template wrote it, as a document for WPS, Word or LibreOffice; `link` is where its code leads,
/// empty: it has none.
///
/// # Errors
/// No memory for it.
pub fn sheet_docx(html: &str, link: &str, round: Round<'_>) -> Result<Vec<u8>, Fault> {
    docx::write_sheet(html, link, round)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_lines_with_something_in_them() {
        let text = |s: &str| Block::Text(s.to_owned());
        assert_eq!(Block::paragraphs("一\r\n\n 二 \n"), [text("一"), text("二")]);
        assert_eq!(Block::paragraphs(" \n"), []);
    }

    #[test]
    fn the_text_for_the_group_is_what_was_made_for_it_and_the_address() {
        let doc = Document {
            title: "公示".into(),
            blocks: vec![Block::Text("张玉兰 15400000001".into())],
            group: vec!["【芙蓉里】公示".into(), String::new(), "公示到 6 月 18 日".into()],
            link: "https://lianxin.example/n/1".into(),
            ..Document::default()
        };
        assert_eq!(doc.text(), "【芙蓉里】公示\n公示到 6 月 18 日\nhttps://lianxin.example/n/1");
    }
}
