//! The sheet: A4, black on white. What was typed is escaped; the page's style sheet has the measures.

use super::{Block, Document};
use crate::qr::qr_svg;
use std::fmt::Write as _;

pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // What XML 1.0 has no place for.
            c if c.is_control() && !matches!(c, '\t' | '\n' | '\r') => {}
            '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}

pub(super) fn write(doc: &Document, second: Option<&str>) -> String {
    let mut out = String::from("<div class=\"hung\">\n");
    if let Some(second) = second {
        // Words in another script: what they say is the title below.
        let _ = writeln!(out, "<p class=\"hung-second\"><img src=\"{}\" alt=\"\"></p>", escaped(second));
    }
    let _ = writeln!(out, "<p class=\"hung-place\">{}</p>\n<h1>{}</h1>", escaped(&doc.place), escaped(&doc.title));
    if !doc.facts.is_empty() {
        out.push_str("<dl class=\"facts\">");
        for (name, value) in &doc.facts {
            let _ = write!(out, "<div><dt>{}</dt><dd class=\"num\">{}</dd></div>", escaped(name), escaped(value));
        }
        out.push_str("</dl>\n");
    }
    blocks(&mut out, &doc.blocks);
    let qr = qr_svg(&doc.link).unwrap_or_default();
    let _ = write!(
        out,
        "<div class=\"hung-foot\"><div class=\"hung-code\">{qr}<p>{}</p></div>\
         <div class=\"hung-sign\"><p>{}</p><p class=\"num\">{}</p><div class=\"stamp\">{}</div></div></div>\n</div>",
        escaped(&doc.frame.scan),
        escaped(&doc.signed),
        escaped(&doc.day),
        escaped(&doc.frame.seal),
    );
    out
}

fn blocks(out: &mut String, all: &[Block]) {
    let mut list = false;
    for block in all {
        let item = matches!(block, Block::Item(_));
        if item != list {
            out.push_str(if item { "<ul>\n" } else { "</ul>\n" });
            list = item;
        }
        let _ = match block {
            Block::Heading(text) => writeln!(out, "<h2>{}</h2>", escaped(text)),
            Block::Text(text) => writeln!(out, "<p>{}</p>", escaped(text)),
            Block::Item(text) => writeln!(out, "<li>{}</li>", escaped(text)),
            Block::Table { head, rows } => {
                table(out, head, rows);
                Ok(())
            }
        };
    }
    if list {
        out.push_str("</ul>\n");
    }
}

fn table(out: &mut String, head: &[String], rows: &[Vec<String>]) {
    out.push_str("<table class=\"board\"><thead><tr>");
    for cell in head {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(cell));
    }
    out.push_str("</tr></thead><tbody>");
    for row in rows {
        out.push_str("<tr>");
        for cell in row {
            let _ = write!(out, "<td class=\"num\">{}</td>", escaped(cell));
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table>\n");
}

#[cfg(test)]
mod tests {
    use super::super::Frame;
    use super::*;

    #[test]
    fn a_sheet_has_its_code_and_room_for_the_stamp_and_nothing_of_it_is_markup() {
        let doc = Document {
            title: "<script>alert(1)</script>".into(),
            blocks: vec![
                Block::Heading("一".into()),
                Block::Item("甲".into()),
                Block::Item("乙".into()),
                Block::Table { head: vec!["事".into()], rows: vec![vec!["3".into()]] },
            ],
            link: "https://lianxin.example/notice/1".into(),
            frame: Frame { seal: "（盖章处）".into(), scan: "扫码看".into() },
            ..Document::default()
        };
        let html = write(&doc, Some("/x\"><b>"));
        for part in [
            "&lt;script&gt;",
            "<svg class=\"qr\"",
            "class=\"stamp\">（盖章处）",
            "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>",
        ] {
            assert!(html.contains(part), "{part}: {html}");
        }
        assert!(!html.contains("<script") && !html.contains("<b>") && html.contains("<th scope=\"col\">事</th>"));
    }
}
