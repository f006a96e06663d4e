//! A sheet of ours, read for the document a secretary edits: what stands on it, in order. Only the little HTML that our own
//! templates write is known, as the press knows it; what is for a screen goes unseen.

use super::Block;
use html5gum::{HtmlString, StartTag, Token, Tokenizer};

/// What does not go on paper.
const UNSEEN: [&str; 12] =
    ["head", "button", "script", "style", "nav", "select", "textarea", "video", "audio", "template", "svg", "canvas"];
const HIDDEN: [&str; 3] = ["no-print", "vh", "acts"];
/// What has no end.
const VOID: [&str; 7] = ["br", "img", "input", "hr", "meta", "link", "wbr"];
/// What stands within a line.
const INLINE: [&str; 14] =
    ["span", "b", "strong", "em", "i", "a", "small", "time", "abbr", "code", "label", "u", "s", "sup"];
/// What keeps its lines together: within it a new paragraph is a new line.
const KEPT: [&str; 5] = ["td", "th", "dt", "dd", "li"];
/// A line to write on.
const LINE: &str = "　＿＿＿＿＿＿＿＿＿＿";

/// A part of a sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// The title.
    Title(String),
    /// A new page begins.
    Leaf,
    /// Room for a stamp.
    Stamp(String),
    /// Anything else.
    Block(Block),
}

/// What stands on this sheet.
pub(super) fn read(html: &str) -> Vec<Part> {
    let mut reader = Reader::default();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => reader.begin(&tag),
            Token::EndTag(tag) => reader.end(&name(&tag.name)),
            Token::String(text) => reader.say(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.flush();
    reader.parts
}

fn name(of: &HtmlString) -> String {
    String::from_utf8_lossy(of).into_owned()
}

struct Open {
    tag: String,
    seen: bool,
    stamp: bool,
    blank: bool,
    span: usize,
}

#[derive(Default)]
struct Rows {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    row: Vec<String>,
    in_head: bool,
}

#[derive(Default)]
struct Reader {
    parts: Vec<Part>,
    open: Vec<Open>,
    text: String,
    tables: Vec<Rows>,
}

impl Reader {
    fn seen(&self) -> bool {
        self.open.last().is_none_or(|o| o.seen)
    }

    fn begin(&mut self, tag: &StartTag<()>) {
        let tag_name = name(&tag.name);
        if VOID.contains(&tag_name.as_str()) {
            if tag_name == "br" && self.seen() {
                self.text.push('\n');
            }
            return;
        }
        let attribute = |key: &str| tag.attributes.get(key.as_bytes()).map(|v| name(v));
        let class = attribute("class").unwrap_or_default();
        let has = |one: &str| class.split_ascii_whitespace().any(|c| c == one);
        let hidden =
            UNSEEN.contains(&tag_name.as_str()) || HIDDEN.iter().any(|c| has(c)) || attribute("hidden").is_some();
        let seen = self.seen() && !hidden;
        if seen && !INLINE.contains(&tag_name.as_str()) {
            self.flush();
            match tag_name.as_str() {
                "table" | "dl" => self.tables.push(Rows::default()),
                "thead" => self.in_head(true),
                "tbody" | "tfoot" => self.in_head(false),
                _ if (has("leaf") || has("poster")) && !self.parts.is_empty() => self.parts.push(Part::Leaf),
                _ => {}
            }
        }
        let span = attribute("colspan").and_then(|n| n.parse().ok()).unwrap_or(1);
        let closed = tag.self_closing && tag_name == "svg";
        if !closed {
            self.open.push(Open { tag: tag_name, seen, stamp: has("stamp"), blank: has("blank"), span });
        }
    }

    fn in_head(&mut self, yes: bool) {
        if let Some(rows) = self.tables.last_mut() {
            rows.in_head = yes;
        }
    }

    /// What was not closed inside ends here too.
    fn end(&mut self, tag: &str) {
        let Some(at) = self.open.iter().rposition(|o| o.tag == tag) else { return };
        for open in self.open.split_off(at).into_iter().rev().filter(|o| o.seen) {
            self.close(&open);
        }
    }

    fn close(&mut self, open: &Open) {
        if open.blank {
            self.text.push_str(LINE);
        }
        match open.tag.as_str() {
            "h1" => self.part(Part::Title),
            "h2" | "h3" => self.part(|text| Part::Block(Block::Heading(text))),
            "li" => self.part(|text| Part::Block(Block::Item(text))),
            "td" | "th" | "dt" | "dd" => self.cell(open.span),
            "tr" => self.row(),
            "dl" | "table" => self.table(),
            _ if open.stamp => self.part(Part::Stamp),
            tag if INLINE.contains(&tag) => {}
            _ => self.flush(),
        }
    }

    fn taken(&mut self) -> String {
        let text = std::mem::take(&mut self.text);
        text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    fn part(&mut self, of: impl Fn(String) -> Part) {
        let text = self.taken();
        if !text.is_empty() {
            self.parts.push(of(text));
        }
    }

    /// A paragraph ends; within a cell or a point, a line.
    fn flush(&mut self) {
        if self.open.iter().any(|o| KEPT.contains(&o.tag.as_str())) {
            self.text.push('\n');
        } else {
            self.part(|text| Part::Block(Block::Text(text)));
        }
    }

    fn cell(&mut self, span: usize) {
        let text = self.taken();
        let in_list = self.open.iter().rev().find(|o| o.tag == "dl" || o.tag == "table").is_some_and(|o| o.tag == "dl");
        let Some(rows) = self.tables.last_mut() else { return };
        rows.row.push(text);
        rows.row.extend(std::iter::repeat_n(String::new(), span.clamp(1, 40) - 1));
        if in_list && rows.row.len() == 2 {
            self.row();
        }
    }

    fn row(&mut self) {
        let Some(rows) = self.tables.last_mut() else { return };
        let row = std::mem::take(&mut rows.row);
        if rows.in_head && rows.head.is_empty() {
            rows.head = row;
        } else if !row.is_empty() {
            rows.rows.push(row);
        }
    }

    fn table(&mut self) {
        self.row();
        let Some(Rows { head, rows, .. }) = self.tables.pop() else { return };
        if !head.is_empty() || !rows.is_empty() {
            self.parts.push(Part::Block(Block::Table { head, rows }));
        }
    }

    /// White space as a browser would keep it.
    fn say(&mut self, text: &str) {
        if !self.seen() {
            return;
        }
        for c in text.chars() {
            let space = matches!(c, ' ' | '\t' | '\n' | '\r');
            let after = self.text.chars().next_back().is_none_or(|last| matches!(last, ' ' | '\n'));
            if !(space && after) {
                self.text.push(if space { ' ' } else { c });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn what_stands_on_a_sheet_comes_in_its_order() {
        let html = "<h1 class=\"vh\">x</h1><div class=\"page-h\"><h1>公告</h1></div>\n<p><b>选聘\n 物业</b>&amp;<br>定了</p>\
                    <dl class=\"facts\"><div><dt>时间</dt><dd class=\"num\">5 月</dd></div><div><dt>地点</dt><dd><p>甲</p><p>乙</p></dd></div></dl>\
                    <ul><li>一</li><li>二</li></ul><table><thead><tr><th>房号</th><th colspan=\"2\">签字</th></tr></thead>\
                    <tbody><tr><td>101</td><td></td><td></td></tr></tbody></table><section class=\"leaf\"><h2>小题</h2>\
                    <svg class=\"qr\"><title>码</title><path d=\"M0\"/></svg><div class=\"blank\">签名</div></section>\
                    <div class=\"stamp\">（盖章处）</div><div class=\"acts no-print\"><a href=\"/\">回去</a></div>";
        let block = Part::Block;
        let line = format!("签名{LINE}");
        let parts = vec![
            Part::Title("公告".into()),
            block(Block::Text("选聘 物业&\n定了".into())),
            block(Block::Table {
                head: Vec::new(), rows: vec![texts(&["时间", "5 月"]), texts(&["地点", "甲\n乙"])]
            }),
            block(Block::Item("一".into())),
            block(Block::Item("二".into())),
            block(Block::Table { head: texts(&["房号", "签字", ""]), rows: vec![texts(&["101", "", ""])] }),
            Part::Leaf,
            block(Block::Heading("小题".into())),
            block(Block::Text(line)),
            Part::Stamp("（盖章处）".into()),
        ];
        assert_eq!(read(html), parts);
    }

    #[test]
    fn what_is_not_closed_loses_no_word() {
        assert_eq!(
            read("<p>甲<div>乙</section>丙"),
            [Part::Block(Block::Text("甲".into())), Part::Block(Block::Text("乙丙".into())),]
        );
        assert_eq!(read("</td><td>甲</td>"), []);
        assert_eq!(read(""), []);
    }
}
