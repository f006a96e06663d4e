//! Workbooks made here: by our own writer, and by hand with the traits of files other programs save.

use lianxin_paper::{Column, Form, Schema};
use std::io::Write as _;

pub(crate) const BUILDING: Column = Column::new("building", &["楼号", "楼栋"]).down().says("楼的名字", "3号楼");
pub(crate) const ROOM: Column = Column::new("room", &["房号", "房间"]).form(Form::Code).required();
pub(crate) const SIZE: Column = Column::new("size", &["建筑面积", "面积"]).form(Form::Hundredths);
pub(crate) const KIND: Column = Column::new("kind", &["房屋类型"]).form(Form::One(&["住宅", "商铺"]));
pub(crate) const OWNER: Column = Column::new("owner", &["业主", "业主名称", "姓名"]);
pub(crate) const PHONE: Column = Column::new("phone", &["手机号", "联系电话"]).form(Form::Code);
pub(crate) const SINCE: Column = Column::new("since", &["起始日期"]).form(Form::Day);

pub(crate) const SCHEMA: Schema = Schema {
    kind: "units",
    name: "房屋",
    columns: &[BUILDING, ROOM, SIZE, KIND, OWNER, PHONE, SINCE],
    either: &[&["building"], &["room"]],
};

/// A zip file whose parts are stored as they are.
pub(crate) fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::new();
    let mut contents: Vec<u8> = Vec::new();
    for (name, body) in parts {
        let at = out.len() as u32;
        let (crc, size) = (crc32(body.as_bytes()), body.len() as u32);
        let mut common = Vec::new();
        for n in [20u16, 0x0800, 0, 0, 0x21] {
            common.extend(n.to_le_bytes());
        }
        for n in [crc, size, size] {
            common.extend(n.to_le_bytes());
        }
        common.extend((name.len() as u16).to_le_bytes());
        common.extend(0u16.to_le_bytes());
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(name.as_bytes());
        out.extend(body.as_bytes());
        contents.extend(b"PK\x01\x02\x14\x00");
        contents.extend(&common);
        contents.extend([0; 10]);
        contents.extend(at.to_le_bytes());
        contents.extend(name.as_bytes());
    }
    let (at, size, many) = (out.len() as u32, contents.len() as u32, parts.len() as u16);
    out.extend(contents);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(many.to_le_bytes());
    out.extend(many.to_le_bytes());
    out.extend(size.to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0; 2]);
    out
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, b| {
        (0..8).fold(crc ^ u32::from(*b), |c, _| if c & 1 == 1 { c >> 1 ^ 0xEDB8_8320 } else { c >> 1 })
    })
}

/// A workbook of one sheet: the XML of its rows and of what follows them, its shared strings, its number formats.
pub(crate) struct Handmade<'a> {
    pub(crate) rows: &'a str,
    pub(crate) after: &'a str,
    pub(crate) strings: &'a [&'a str],
    pub(crate) dimension: &'a str,
}

impl Default for Handmade<'_> {
    fn default() -> Self {
        Self { rows: "", after: "", strings: &[], dimension: "A1" }
    }
}

impl Handmade<'_> {
    pub(crate) fn bytes(&self) -> Vec<u8> {
        const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        let sheet = format!(
            "{head}<worksheet xmlns=\"{MAIN}\"><dimension ref=\"{}\"/><sheetData>{}</sheetData>{}</worksheet>",
            self.dimension, self.rows, self.after
        );
        let strings: String =
            self.strings.iter().map(|s| format!("<si><t xml:space=\"preserve\">{s}</t></si>")).collect();
        let strings = format!("{head}<sst xmlns=\"{MAIN}\">{strings}</sst>");
        // Style 1 is a date, style 2 a code of five digits.
        let styles = format!(
            "{head}<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"1\"><numFmt numFmtId=\"177\" formatCode=\"00000\"/></numFmts>\
             <cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"177\"/></cellXfs></styleSheet>"
        );
        let book = format!(
            "{head}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{REL}\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        );
        let kind = |id: &str, kind: &str, target: &str| {
            format!("<Relationship Id=\"{id}\" Type=\"{REL}/{kind}\" Target=\"{target}\"/>")
        };
        let rels = format!(
            "{head}<Relationships xmlns=\"{PACKAGE}/relationships\">{}{}{}</Relationships>",
            kind("rId1", "worksheet", "worksheets/sheet1.xml"),
            kind("rId2", "sharedStrings", "sharedStrings.xml"),
            kind("rId3", "styles", "styles.xml")
        );
        let root = format!(
            "{head}<Relationships xmlns=\"{PACKAGE}/relationships\">{}</Relationships>",
            kind("rId1", "officeDocument", "xl/workbook.xml")
        );
        let types = format!(
            "{head}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
        );
        zip(&[
            ("[Content_Types].xml", &types),
            ("_rels/.rels", &root),
            ("xl/workbook.xml", &book),
            ("xl/_rels/workbook.xml.rels", &rels),
            ("xl/worksheets/sheet1.xml", &sheet),
            ("xl/sharedStrings.xml", &strings),
            ("xl/styles.xml", &styles),
        ])
    }
}

/// A row of in-line strings.
pub(crate) fn words(row: u32, cells: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let _ = write_row(&mut out, row, cells);
    out
}

fn write_row(out: &mut String, row: u32, cells: &[(&str, &str)]) -> std::fmt::Result {
    use std::fmt::Write;
    write!(out, "<row r=\"{row}\">")?;
    for (column, text) in cells {
        write!(out, "<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")?;
    }
    write!(out, "</row>")
}

/// Bytes that unpack to far more than they are.
pub(crate) fn bomb() -> Vec<u8> {
    let mut bytes = zip(&[("xl/worksheets/sheet1.xml", "<worksheet/>")]);
    let at = bytes.windows(4).position(|w| w == b"PK\x01\x02").expect("a table of contents") + 24;
    (&mut bytes[at..at + 4]).write_all(&250_000_000u32.to_le_bytes()).expect("four bytes");
    bytes
}
