//! Text with separators, in UTF-8, GB18030 or UTF-16, as programs here write it.

use crate::book::Shelf;
use crate::{Book, Cell, Refusal, Sheet};
use encoding_rs::{Encoding, GB18030, UTF_8};

/// So much of the beginning tells what a file is.
const HEAD: usize = 4096;

pub(crate) fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    let text = decode(bytes)?;
    let head = text.trim_start().get(..5).unwrap_or("").to_ascii_lowercase();
    if ["<html", "<!doc", "<tabl", "<?xml"].contains(&head.as_str()) {
        return Err(Refusal::WebPage);
    }
    let mut sheet = Sheet { name: "CSV".into(), ..Sheet::default() };
    let mut shelf = Shelf::default();
    rows(&text, separator(&text), &mut |row, column, field| shelf.put(&mut sheet, row, column, Cell::text(field)))?;
    Ok(Book { sheets: vec![sheet] })
}

/// Without a mark at its head a file is UTF-8 if it can be, else GB18030.
fn decode(bytes: &[u8]) -> Result<String, Refusal> {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, skip)) => (encoding, &bytes[skip..]),
        None if std::str::from_utf8(bytes).is_ok() => (UTF_8, bytes),
        None => (GB18030, bytes),
    };
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let control = |c: char| c.is_control() && !matches!(c, '\r' | '\n' | '\t');
    if broken || text.chars().any(control) { Err(Refusal::NoSheet) } else { Ok(text.into_owned()) }
}

/// Whichever stands most often in the first lines.
fn separator(text: &str) -> char {
    let end = text.char_indices().nth(HEAD).map_or(text.len(), |(at, _)| at);
    let count = |s: char| text[..end].matches(s).count();
    [',', '\t', ';', '，'].into_iter().rev().max_by_key(|s| count(*s)).unwrap_or(',')
}

type Put<'p> = &'p mut dyn FnMut(u32, u32, &str) -> Result<(), Refusal>;

/// Fields may stand in quotes, with separators, line breaks and doubled quotes inside.
fn rows(text: &str, separator: char, put: Put<'_>) -> Result<(), Refusal> {
    let (mut row, mut column) = (0u32, 0u32);
    let (mut field, mut quoted) = (String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if field.is_empty() => quoted = true,
            c if quoted => field.push(c),
            c if c == separator => {
                put(row, column, &field)?;
                field.clear();
                column += 1;
            }
            '\n' => {
                put(row, column, &field)?;
                field.clear();
                (row, column) = (row + 1, 0);
            }
            '\r' => {}
            c => field.push(c),
        }
    }
    put(row, column, &field)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
        let book = read(bytes).expect("read");
        book.sheets[0].rows.iter().map(|r| r.iter().map(Cell::say).collect()).collect()
    }

    #[test]
    fn every_encoding_offices_use_gives_the_same_words() {
        let text = "楼号,房号,姓名\n3,\"101\",\"㛃䶮, 又名\"\"小明\"\"\"\n\n4,=\"0012\",巴图\r\n";
        let want =
            [vec!["楼号", "房号", "姓名"], vec!["3", "101", "㛃䶮, 又名\"小明\""], vec![], vec!["4", "0012", "巴图"]];
        let gb = GB18030.encode(text).0.into_owned();
        let mut bom = b"\xEF\xBB\xBF".to_vec();
        bom.extend(text.as_bytes());
        let tabs =
            text.replace("3,\"101\",\"", "3\t\"101\"\t\"").replace("楼号,房号,", "楼号\t房号\t").replace("4,=", "4\t=");
        let tabs = tabs.replace("\",巴", "\"\t巴");
        let mut wide = b"\xFF\xFE".to_vec();
        wide.extend(tabs.encode_utf16().flat_map(u16::to_le_bytes));
        for (what, bytes) in
            [("utf-8", text.as_bytes().to_vec()), ("gb18030", gb), ("with a mark", bom), ("utf-16", wide)]
        {
            assert_eq!(cells(&bytes), want, "{what}");
        }
    }

    #[test]
    fn what_is_no_sheet_is_refused() {
        for (what, bytes, want) in [
            ("a picture", &b"\xFF\xD8\xFF\xE0\0\x10JFIF"[..], Refusal::NoSheet),
            ("a web page with another name", b"<html><table><tr><td>1</td></tr></table>", Refusal::WebPage),
            ("a web page with a doctype", b"\n<!DOCTYPE html>", Refusal::WebPage),
            ("half a character", b"\xE6\xA5\x80\x20\xFF\xFF", Refusal::NoSheet),
        ] {
            assert_eq!(read(bytes).expect_err(what), want, "{what}");
        }
    }
}
