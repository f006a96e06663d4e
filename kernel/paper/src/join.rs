//! Several PDFs of the press as one: it writes plain objects with a plain table, so that their numbers are shifted and their
//! pages hung below one root. Nothing else is read: what strangers send never comes here.

use std::collections::{BTreeMap, BTreeSet};

/// One object: what stands before its stream, and the stream as it is.
struct Object<'a> {
    dict: &'a [u8],
    stream: &'a [u8],
}

/// A file taken apart.
struct Part<'a> {
    objects: BTreeMap<usize, Object<'a>>,
    root: usize,
    info: Option<usize>,
    id: &'a [u8],
    size: usize,
}

/// These files as one, in their order; nothing if one of them is none of the press'. One alone stays as it is.
pub fn join(files: &[Vec<u8>]) -> Option<Vec<u8>> {
    if let [one] = files {
        return Some(one.clone());
    }
    let parts: Vec<Part<'_>> = files.iter().map(|file| apart(file)).collect::<Option<_>>()?;
    let first = parts.first()?;
    // The new root of the pages has the number after all others.
    let total: usize = parts.iter().map(|p| p.size).sum();
    let mut out = Out { bytes: b"%PDF-1.7\n%\xAA\xAA\xAA\xAA\n\n".to_vec(), at: BTreeMap::new() };
    let (mut shift, mut kids, mut pages) = (0, Vec::new(), 0);
    for (n, part) in parts.iter().enumerate() {
        let catalog = part.objects.get(&part.root)?.dict;
        let tree = refers(catalog, b"/Pages")?;
        let many = number(part.objects.get(&tree)?.dict, b"/Count")?;
        kids.push(format!("{} 0 R", tree + shift));
        pages += many;
        // Of the first everything the document says of itself; of the others their pages only.
        let mut wanted = BTreeSet::from([tree]);
        if n == 0 {
            wanted.extend(part.info);
            wanted.extend(references(without(catalog, b"/Outlines").as_slice()).into_iter().filter(|at| *at != tree));
        }
        for at in reached(part, wanted) {
            let object = part.objects.get(&at)?;
            let mut dict = shifted(object.dict, shift);
            if at == tree {
                dict = with(&dict, &format!("/Parent {total} 0 R"))?;
            }
            out.object(at + shift, &dict, object.stream);
        }
        shift += part.size;
    }
    let root = shifted(&without(first.objects.get(&first.root)?.dict, b"/Outlines"), 0);
    let root = with(&replaced(&root, b"/Pages", total)?, "")?;
    out.object(total, format!("<</Type/Pages/Count {pages}/Kids[{}]>>\n", kids.join(" ")).as_bytes(), b"");
    out.object(first.root, &root, b"");
    out.count_pages(first, pages);
    Some(out.end(total + 1, first))
}

struct Out {
    bytes: Vec<u8>,
    at: BTreeMap<usize, usize>,
}

impl Out {
    fn object(&mut self, number: usize, dict: &[u8], stream: &[u8]) {
        self.at.insert(number, self.bytes.len());
        self.bytes.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        self.bytes.extend_from_slice(dict);
        self.bytes.extend_from_slice(stream);
        self.bytes.extend_from_slice(b"endobj\n\n");
    }

    /// What the document says of itself names how many pages it has.
    fn count_pages(&mut self, first: &Part<'_>, pages: usize) {
        let Some(at) = first.objects.get(&first.root).and_then(|root| refers(root.dict, b"/Metadata")) else { return };
        let Some(object) = first.objects.get(&at) else { return };
        let Ok(said) = std::str::from_utf8(object.stream) else { return };
        let (open, close) = ("<xmpTPg:NPages>", "</xmpTPg:NPages>");
        let Some((head, rest)) = said.split_once(open) else { return };
        let Some((_, tail)) = rest.split_once(close) else { return };
        let stream = format!("{head}{open}{pages}{close}{tail}");
        let (Some(was), Ok(dict)) = (number(object.dict, b"/Length"), std::str::from_utf8(object.dict)) else { return };
        let length = was + stream.len() - said.len();
        let dict = dict.replacen(&format!("/Length {was}"), &format!("/Length {length}"), 1);
        // The one written before is in no table any more.
        self.object(at, dict.as_bytes(), stream.as_bytes());
    }

    fn end(mut self, size: usize, first: &Part<'_>) -> Vec<u8> {
        let start = self.bytes.len();
        let mut table = format!("xref\n0 {size}\n0000000000 65535 f\r\n");
        for number in 1..size {
            match self.at.get(&number) {
                Some(at) => table.push_str(&format!("{at:010} 00000 n\r\n")),
                None => table.push_str("0000000000 00000 f\r\n"),
            }
        }
        let info = first.info.map(|at| format!("/Info {at} 0 R")).unwrap_or_default();
        table.push_str(&format!("trailer\n<</Size {size}/Root {} 0 R{info}/ID", first.root));
        self.bytes.extend_from_slice(table.as_bytes());
        self.bytes.extend_from_slice(first.id);
        self.bytes.extend_from_slice(format!(">>\nstartxref\n{start}\n%%EOF").as_bytes());
        self.bytes
    }
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|w| w == what)
}

fn digits(text: &[u8]) -> Option<(usize, usize)> {
    let long = text.iter().take_while(|b| b.is_ascii_digit()).count();
    Some((std::str::from_utf8(&text[..long]).ok()?.parse().ok()?, long))
}

fn blank(text: &[u8]) -> usize {
    text.iter().take_while(|b| b.is_ascii_whitespace()).count()
}

/// The number after a name.
fn number(dict: &[u8], name: &[u8]) -> Option<usize> {
    let rest = &dict[find(dict, name)? + name.len()..];
    digits(&rest[blank(rest)..]).map(|(n, _)| n)
}

/// The object a name refers to.
fn refers(dict: &[u8], name: &[u8]) -> Option<usize> {
    let rest = &dict[find(dict, name)? + name.len()..];
    reference(&rest[blank(rest)..]).map(|(n, _)| n)
}

/// `12 0 R` at the beginning: its number, and how long it is.
fn reference(text: &[u8]) -> Option<(usize, usize)> {
    let (n, long) = digits(text)?;
    text[long..].starts_with(b" 0 R").then_some((n, long + 4))
}

fn apart(file: &[u8]) -> Option<Part<'_>> {
    let tail = file.len().saturating_sub(64);
    let said = tail + find(&file[tail..], b"startxref")? + 9;
    let (start, _) = digits(&file[said + blank(&file[said..])..])?;
    let table = file.get(start..)?.strip_prefix(b"xref\n0 ")?;
    let (size, long) = digits(table)?;
    let rows = table.get(long + 1..)?;
    let mut starts = Vec::new();
    for n in 0..size {
        let row = rows.get(n * 20..n * 20 + 20)?;
        if row[17] == b'n' {
            starts.push((digits(row)?.0, n));
        }
    }
    starts.sort_unstable();
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([start]);
    let mut objects = BTreeMap::new();
    for ((at, n), end) in starts.iter().zip(ends) {
        let body = file.get(*at..end)?.strip_prefix(format!("{n} 0 obj\n").as_bytes())?;
        let over = body.windows(6).rposition(|w| w == b"endobj")?;
        let body = &body[..over];
        let cut = find(body, b"\nstream\n").map_or(body.len(), |at| at + 1);
        objects.insert(*n, Object { dict: &body[..cut], stream: &body[cut..] });
    }
    let trailer = &rows[size * 20..];
    let id = &trailer[find(trailer, b"/ID")? + 3..];
    let id = &id[..find(id, b")]").map(|at| at + 2)?];
    Some(Part { objects, root: refers(trailer, b"/Root")?, info: refers(trailer, b"/Info"), id, size })
}

/// All that is reached from these.
fn reached(part: &Part<'_>, from: BTreeSet<usize>) -> BTreeSet<usize> {
    let (mut seen, mut next) = (BTreeSet::new(), from);
    while let Some(at) = next.pop_first() {
        if let Some(object) = part.objects.get(&at)
            && seen.insert(at)
        {
            next.extend(references(object.dict).into_iter().filter(|at| !seen.contains(at)));
        }
    }
    seen
}

/// Walks a dictionary past names and strings, and tells every reference: where it is, how long, its number.
fn each(dict: &[u8], mut told: impl FnMut(usize, usize, usize)) {
    let mut at = 0;
    while at < dict.len() {
        let rest = &dict[at..];
        at += match rest[0] {
            b'(' => string(rest),
            b'<' if rest.get(1) != Some(&b'<') => rest.iter().position(|b| *b == b'>').map_or(rest.len(), |p| p + 1),
            b'<' => 2,
            b'/' => 1 + regular(&rest[1..]),
            b if b.is_ascii_digit() => match reference(rest) {
                Some((n, long)) => {
                    told(at, long, n);
                    long
                }
                None => regular(rest),
            },
            _ => regular(rest).max(1),
        };
    }
}

/// How long a name or number is.
fn regular(text: &[u8]) -> usize {
    text.iter()
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'+' | b'_' | b'#' | b'*'))
        .count()
}

/// How long a string in brackets is.
fn string(text: &[u8]) -> usize {
    let (mut deep, mut at) = (0_usize, 0);
    while at < text.len() {
        match text[at] {
            b'\\' => at += 1,
            b'(' => deep += 1,
            b')' if deep == 1 => return at + 1,
            b')' => deep -= 1,
            _ => {}
        }
        at += 1;
    }
    text.len()
}

fn references(dict: &[u8]) -> Vec<usize> {
    let mut all = Vec::new();
    each(dict, |_, _, n| all.push(n));
    all
}

/// A dictionary with every reference moved on.
fn shifted(dict: &[u8], shift: usize) -> Vec<u8> {
    let (mut out, mut from) = (Vec::with_capacity(dict.len() + 32), 0);
    each(dict, |at, long, n| {
        out.extend_from_slice(&dict[from..at]);
        out.extend_from_slice(format!("{} 0 R", n + shift).as_bytes());
        from = at + long;
    });
    out.extend_from_slice(&dict[from..]);
    out
}

/// A dictionary without a name that refers to something.
fn without(dict: &[u8], name: &[u8]) -> Vec<u8> {
    let Some(at) = find(dict, name) else { return dict.to_vec() };
    let rest = &dict[at + name.len()..];
    let skip = blank(rest);
    let long = reference(&rest[skip..]).map_or(0, |(_, long)| skip + long);
    [&dict[..at], &rest[long..]].concat()
}

/// A dictionary whose name refers to another object.
fn replaced(dict: &[u8], name: &[u8], to: usize) -> Option<Vec<u8>> {
    let at = find(dict, name)? + name.len();
    let skip = blank(&dict[at..]);
    let (_, long) = reference(&dict[at + skip..])?;
    Some([&dict[..at], format!(" {to} 0 R").as_bytes(), &dict[at + skip + long..]].concat())
}

/// A dictionary with something more at its end.
fn with(dict: &[u8], more: &str) -> Option<Vec<u8>> {
    let end = dict.windows(2).rposition(|w| w == b">>")?;
    Some([&dict[..end], more.as_bytes(), &dict[end..]].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file as the press writes it: pages with a text each.
    fn file(pages: &[&str]) -> Vec<u8> {
        let xmp = format!("<x><xmpTPg:NPages>{}</xmpTPg:NPages></x>", pages.len());
        let kids: Vec<String> = (0..pages.len()).map(|n| format!("{} 0 R", 5 + n * 2)).collect();
        let mut objects = vec![
            format!("<</Type/Pages/Count {}/Kids[{}]>>\n", pages.len(), kids.join(" ")),
            "<</Type/Catalog/Pages 1 0 R/Metadata 4 0 R/Lang(zh 1 0 R)/Outlines 3 0 R>>\n".into(),
            "<</Type/Outlines/Count 0>>\n".into(),
            format!("<</Length {}/Type/Metadata>>\nstream\n{xmp}\nendstream\n", xmp.len()),
        ];
        for (n, text) in pages.iter().enumerate() {
            let contents = 6 + n * 2;
            objects.push(format!(
                "<</Type/Page/Parent 1 0 R/F9<31203020>/Contents {contents} 0 R/MediaBox[0 0 595.2 841.8]>>\n"
            ));
            objects.push(format!("<</Length {}>>\nstream\n{text} 1 0 R\nendstream\n", text.len() + 6));
        }
        let (mut out, mut at) = ("%PDF-1.7\n".to_owned(), Vec::new());
        for (n, object) in objects.iter().enumerate() {
            at.push(out.len());
            out.push_str(&format!("{} 0 obj\n{object}endobj\n\n", n + 1));
        }
        let start = out.len();
        out.push_str(&format!("xref\n0 {}\n0000000000 65535 f\r\n", at.len() + 1));
        at.iter().for_each(|at| out.push_str(&format!("{at:010} 00000 n\r\n")));
        let size = at.len() + 1;
        out.push_str(&format!("trailer\n<</Size {size}/Root 2 0 R/ID[(a)(b)]>>\nstartxref\n{start}\n%%EOF"));
        out.into_bytes()
    }

    /// What stands on the pages of a file, by its own table and tree.
    fn read(bytes: &[u8]) -> Vec<String> {
        fn below(part: &Part<'_>, at: usize, parent: Option<usize>, out: &mut Vec<String>) {
            let object = &part.objects[&at];
            assert_eq!(refers(object.dict, b"/Parent"), parent, "{at}");
            if let Some(kids) = find(object.dict, b"/Kids") {
                let before = out.len();
                for kid in references(&object.dict[kids..]).into_iter().filter(|kid| Some(*kid) != parent) {
                    below(part, kid, Some(at), out);
                }
                assert_eq!(number(object.dict, b"/Count"), Some(out.len() - before));
            } else {
                let contents = refers(object.dict, b"/Contents").expect("contents");
                out.push(String::from_utf8_lossy(part.objects[&contents].stream).into_owned());
            }
        }
        let part = apart(bytes).expect("a file");
        let catalog = part.objects[&part.root].dict;
        let mut out = Vec::new();
        below(&part, refers(catalog, b"/Pages").expect("pages"), None, &mut out);
        let about = &part.objects[&refers(catalog, b"/Metadata").expect("about")];
        assert_eq!(number(about.dict, b"/Length"), Some(about.stream.len() - "stream\n\nendstream\n".len()));
        assert!(String::from_utf8_lossy(about.stream).contains(&format!("<xmpTPg:NPages>{}<", out.len())));
        out
    }

    #[test]
    fn pages_of_several_files_follow_each_other_and_streams_and_strings_stay_as_they_are() {
        let files = [file(&["one", "two"]), file(&["three"]), file(&["four", "five", "six"])];
        let joined = join(&files).expect("joined");
        let pages: Vec<String> = ["one", "two", "three", "four", "five", "six"]
            .iter()
            .map(|text| format!("stream\n{text} 1 0 R\nendstream\n"))
            .collect();
        assert_eq!(read(&joined), pages);
        let text = String::from_utf8_lossy(&joined);
        assert!(text.contains("/Lang(zh 1 0 R)") && text.contains("/F9<31203020>") && !text.contains("/Outlines 3"));
        // What was joined is joined again.
        assert_eq!(read(&join(&[joined.clone(), file(&["seven"])]).expect("joined")).len(), 7);
        assert_eq!(join(&[joined.clone()]).as_ref(), Some(&joined));
    }

    #[test]
    fn what_the_press_did_not_write_is_not_joined() {
        let good = file(&["one"]);
        let cut = |at: usize| good[..at].to_vec();
        for bad in [Vec::new(), b"%PDF-1.7".to_vec(), cut(good.len() - 5), cut(good.len() / 2)] {
            let short = bad.len();
            let joined = join(&[good.clone(), bad]);
            // Without the last mark of its end a file can be read still.
            assert!(joined.is_none() || short == good.len() - 5, "{short}");
        }
        assert!(join(&[]).is_none());
    }
}
