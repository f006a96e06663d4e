//! A `.docx` of few parts (ECMA-376): what WPS, Word and LibreOffice need to open it and somebody needs to edit it. A4, 20 mm
//! margins, 宋体 and 黑体 by name, the code 30 mm wide, room for the stamp.

use super::bitmap::qr_bmp;
use super::print::escaped;
use super::sheet::{self, Part};
use super::{Block, Document, SecondTitle};
use lianxin_store::Fault;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// What the answer says it is.
pub const MIME: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bmp" ContentType="image/bmp"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const ROOT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>"#;
/// A4 in twentieths of a point, 20 mm round it.
const FOOT: &str = r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>"#;
/// English Metric Units in a millimetre.
const MM: u64 = 36_000;
/// The code's side.
const CODE: u64 = 30 * MM;
/// The second title is at most so wide and so high.
const SECOND: (u64, u64) = (170 * MM, 20 * MM);

/// What goes above and below the words of a document: pictures and, in the demo, that all is invented.
#[derive(Clone, Copy, Default)]
pub struct Round<'a> {
    /// The title in a second script.
    pub second: Option<SecondTitle<'a>>,
    /// What stands above all else.
    pub note: Option<&'a str>,
}

pub(super) fn write(doc: &Document, round: Round<'_>) -> Result<Vec<u8>, Fault> {
    let code = qr_bmp(&doc.link).ok();
    pack(document(doc, round, code.is_some()), code, round.second)
}

/// A sheet of ours; `link` is where its code leads, empty: it has none.
pub(super) fn write_sheet(html: &str, link: &str, round: Round<'_>) -> Result<Vec<u8>, Fault> {
    let code = if link.is_empty() { None } else { qr_bmp(link).ok() };
    let mut out = head(round);
    parts(&mut out, &sheet::read(html));
    if code.is_some() {
        drawing(&mut out, "code", 1, (CODE, CODE), "left");
        paragraph(&mut out, link, Look { size: 21, ..PLAIN });
    }
    pack(out + FOOT, code, round.second)
}

fn pack(words: String, code: Option<Vec<u8>>, second: Option<SecondTitle<'_>>) -> Result<Vec<u8>, Fault> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    add(&mut zip, "[Content_Types].xml", TYPES.as_bytes())?;
    add(&mut zip, "_rels/.rels", ROOT.as_bytes())?;
    add(&mut zip, "word/document.xml", words.as_bytes())?;
    add(&mut zip, "word/_rels/document.xml.rels", pictures(code.is_some(), second.is_some()).as_bytes())?;
    if let Some(code) = code {
        add(&mut zip, "word/media/code.bmp", &code)?;
    }
    if let Some(second) = second {
        add(&mut zip, "word/media/second.jpeg", second.jpeg)?;
    }
    Ok(zip.finish().map_err(|e| Fault::Full(e.to_string()))?.into_inner())
}

fn add(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]) -> Result<(), Fault> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file(name, options).map_err(|e| Fault::Full(e.to_string()))?;
    zip.write_all(bytes).map_err(|e| Fault::Full(e.to_string()))
}

fn pictures(code: bool, second: bool) -> String {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    );
    for (there, id, file) in [(code, "code", "code.bmp"), (second, "second", "second.jpeg")] {
        if there {
            let _ = write!(out, "<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"media/{file}\"/>");
        }
    }
    out + "</Relationships>"
}

/// How a paragraph looks: half points, bold, in the middle or to the right.
#[derive(Clone, Copy)]
struct Look {
    size: u32,
    bold: bool,
    align: &'static str,
    indent: u32,
}

const BODY: Look = Look { size: 28, bold: false, align: "left", indent: 560 };
const PLAIN: Look = Look { indent: 0, ..BODY };

const MIDDLE: Look = Look { size: 30, bold: false, align: "center", indent: 0 };
const TITLE: Look = Look { size: 44, bold: true, ..MIDDLE };
const RIGHT: Look = Look { align: "right", ..PLAIN };

fn head(round: Round<'_>) -> String {
    let mut out = String::from(HEAD);
    if let Some(note) = round.note {
        paragraph(&mut out, note, Look { size: 18, ..MIDDLE });
    }
    if let Some(second) = round.second {
        drawing(&mut out, "second", 2, fitted(second), "center");
    }
    out
}

fn document(doc: &Document, round: Round<'_>, code: bool) -> String {
    let mut out = head(round);
    paragraph(&mut out, &doc.place, MIDDLE);
    paragraph(&mut out, &doc.title, TITLE);
    for (name, value) in &doc.facts {
        paragraph(&mut out, &format!("{name}：{value}"), PLAIN);
    }
    doc.blocks.iter().for_each(|it| block(&mut out, it));
    for text in [&doc.signed, &doc.day] {
        paragraph(&mut out, text, RIGHT);
    }
    stamp(&mut out, &doc.frame.seal);
    if code {
        drawing(&mut out, "code", 1, (CODE, CODE), "left");
    }
    paragraph(&mut out, &doc.frame.scan, Look { size: 21, ..PLAIN });
    paragraph(&mut out, &doc.link, Look { size: 21, ..PLAIN });
    out + FOOT
}

fn parts(out: &mut String, all: &[Part]) {
    for part in all {
        match part {
            Part::Title(text) => paragraph(out, text, TITLE),
            Part::Leaf => out.push_str("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"),
            Part::Stamp(text) => stamp(out, text),
            Part::Block(it) => block(out, it),
        }
    }
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Heading(text) => paragraph(out, text, Look { bold: true, ..PLAIN }),
        Block::Text(text) => paragraph(out, text, BODY),
        Block::Item(text) => paragraph(out, &format!("• {text}"), PLAIN),
        Block::Table { head, rows } => table(out, head, rows),
    }
}

fn stamp(out: &mut String, text: &str) {
    paragraph(out, text, RIGHT);
    // Room for the stamp: it is round and 40 mm wide.
    for _ in 0..3 {
        paragraph(out, "", PLAIN);
    }
}

fn paragraph(out: &mut String, text: &str, look: Look) {
    let Look { size, bold, align, indent } = look;
    let font = if bold { "黑体" } else { "宋体" };
    let bold = if bold { "<w:b/>" } else { "" };
    let indent = if indent > 0 { format!("<w:ind w:firstLine=\"{indent}\"/>") } else { String::new() };
    let _ = write!(
        out,
        "<w:p><w:pPr><w:spacing w:line=\"360\" w:lineRule=\"auto\"/>{indent}<w:jc w:val=\"{align}\"/></w:pPr><w:r><w:rPr>\
         <w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:eastAsia=\"{font}\"/>{bold}<w:sz w:val=\"{size}\"/></w:rPr>\
         <w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
        escaped(text).replace('\n', "</w:t><w:br/><w:t xml:space=\"preserve\">")
    );
}

fn table(out: &mut String, head: &[String], rows: &[Vec<String>]) {
    out.push_str("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>");
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _ = write!(out, "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
    }
    out.push_str("</w:tblBorders></w:tblPr><w:tblGrid>");
    let wide = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0);
    out.push_str(&"<w:gridCol/>".repeat(wide));
    out.push_str("</w:tblGrid>");
    let bold = Look { bold: true, size: 24, ..PLAIN };
    let first = (!head.is_empty()).then_some((head, bold));
    for (row, look) in first.into_iter().chain(rows.iter().map(|r| (r.as_slice(), Look { bold: false, ..bold }))) {
        out.push_str("<w:tr>");
        for (at, cell) in row.iter().enumerate() {
            // The last cell of a short row takes what is left of it: a table with holes is none to WPS.
            let span = if at + 1 == row.len() { wide + 1 - row.len() } else { 1 };
            // Names and what they mean: a quarter and the rest.
            let (wide_as, unit) = match (head.is_empty() && wide == 2, at) {
                (true, 0) => (1250, "pct"),
                (true, _) => (3750, "pct"),
                _ => (0, "auto"),
            };
            let _ = write!(
                out,
                "<w:tc><w:tcPr><w:tcW w:w=\"{wide_as}\" w:type=\"{unit}\"/><w:gridSpan w:val=\"{span}\"/></w:tcPr>"
            );
            paragraph(out, cell, look);
            out.push_str("</w:tc>");
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
    paragraph(out, "", PLAIN);
}

/// As large as it may be, in its own proportions.
fn fitted(second: SecondTitle<'_>) -> (u64, u64) {
    let (width, height) = (u64::from(second.width.max(1)), u64::from(second.height.max(1)));
    let (most_w, most_h) = SECOND;
    if width * most_h > height * most_w { (most_w, height * most_w / width) } else { (width * most_h / height, most_h) }
}

fn drawing(out: &mut String, id: &str, n: u32, (w, h): (u64, u64), align: &str) {
    let _ = write!(
        out,
        "<w:p><w:pPr><w:jc w:val=\"{align}\"/></w:pPr><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
         <wp:extent cx=\"{w}\" cy=\"{h}\"/><wp:docPr id=\"{n}\" name=\"{id}\"/><a:graphic>\
         <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>\
         <pic:cNvPr id=\"{n}\" name=\"{id}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{id}\"/><a:stretch>\
         <a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{w}\" cy=\"{h}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>\
         </w:drawing></w:r></w:p>"
    );
}

#[cfg(test)]
mod tests {
    use super::super::Frame;
    use super::*;
    use quick_xml::Reader;
    use quick_xml::events::Event;
    use std::io::Read as _;

    /// The words of a part, in order, and how many elements have a name; the part is well-formed.
    fn words(xml: &str, element: &str) -> (Vec<String>, usize) {
        let mut reader = Reader::from_str(xml);
        let (mut all, mut n, mut depth) = (Vec::new(), 0, 0i32);
        loop {
            match reader.read_event().expect("well-formed") {
                Event::Start(e) => {
                    depth += 1;
                    n += usize::from(e.name().as_ref() == element);
                }
                Event::Empty(e) => n += usize::from(e.name().as_ref() == element),
                Event::End(_) => depth -= 1,
                Event::Text(text) => all.push(text.as_ref().to_owned()),
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(depth, 0);
        (all, n)
    }

    #[test]
    fn what_is_written_is_unpacked_and_read_again() {
        let doc = Document {
            lang: "zh-CN",
            place: "芙蓉里公示栏".into(),
            title: "维修资金使用公示 㛃䶮𬸘".into(),
            facts: vec![("公示".into(), "6 月 1 日到 6 月 16 日".into())],
            blocks: vec![
                Block::Text("屋面防水 <12,000.00> 元 & 人工\u{1}".into()),
                Block::Table {
                    head: vec!["项".into(), "元".into()],
                    rows: vec![vec!["防水".into(), "12,000.00".into()]],
                },
            ],
            signed: "芙蓉社区居委会".into(),
            link: "https://lianxin.example/notice/1".into(),
            frame: Frame { seal: "（盖章处）".into(), scan: "扫码看原文".into() },
            ..Document::default()
        };
        let second = SecondTitle { jpeg: b"\xff\xd8\xff", width: 1600, height: 160 };
        for (second, parts) in [(None, 5), (Some(second), 6)] {
            let bytes = doc.docx(Round { second, note: None }).expect("written");
            let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
            assert_eq!(zip.len(), parts);
            let mut part = |name: &str| {
                let mut text = String::new();
                zip.by_name(name).expect(name).read_to_string(&mut text).expect("text");
                text
            };
            for name in ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"] {
                words(&part(name), "");
            }
            let (all, _) = words(&part("word/document.xml"), "");
            let said = all.concat();
            for text in
                ["芙蓉里公示栏", "维修资金使用公示 㛃䶮𬸘", "公示：6 月 1 日到 6 月 16 日", "（盖章处）", "12,000.00"]
            {
                assert!(said.contains(text), "{text}: {said}");
            }
            let text = part("word/document.xml");
            assert!(!text.contains('\u{1}') && !text.contains("<12"), "what was typed is no markup");
            assert_eq!(words(&text, "w:drawing").1, parts - 4);
            assert_eq!(words(&text, "w:tr").1, 2);
        }
    }
    #[test]
    fn a_sheet_of_ours_is_a_document_with_its_code_and_its_pages() {
        let html = "<h1>结果</h1><table><thead><tr><th>房号</th><th>签字</th><th>备注</th></tr></thead><tbody><tr><td>101</td><td>甲<br>乙</td></tr></tbody></table>\
                    <section class=\"leaf\"><p>第二页 <1></p></section>";
        for (link, note, parts) in [("", None, 4), ("https://lianxin.example/v/1", Some("演示数据"), 5)] {
            let bytes = super::super::sheet_docx(html, link, Round { second: None, note }).expect("written");
            let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
            assert_eq!(zip.len(), parts);
            let mut text = String::new();
            zip.by_name("word/document.xml").expect("words").read_to_string(&mut text).expect("text");
            let (all, leaves) = words(&text, "w:br");
            let said = all.concat();
            for text in ["结果", "签字", "甲", "第二页", link, note.unwrap_or_default()] {
                assert!(said.contains(text), "{text}: {said}");
            }
            assert_eq!(leaves, 2, "a page and a line: {text}");
            assert!(text.contains("<w:gridSpan w:val=\"2\"/>"), "a short row fills its table");
        }
    }
}
