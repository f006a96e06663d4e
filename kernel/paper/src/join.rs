//! Several PDFs of the press as one: the pages of all hang below one root, and what the first says of itself is kept.

use lopdf::{Document, Object, ObjectId, dictionary};

/// These files as one, in their order; nothing if one of them cannot be read. One alone stays as it is.
pub fn join(files: &[Vec<u8>]) -> Option<Vec<u8>> {
    if let [one] = files {
        return Some(one.clone());
    }
    let mut docs = files.iter().map(|file| read(file));
    let mut all = docs.next()??;
    let (mut trees, mut pages) = (vec![tree(&all)?], all.get_pages().len());
    for doc in docs {
        let mut more = doc?;
        more.renumber_objects_with(all.max_id + 1);
        trees.push(tree(&more)?);
        pages += more.get_pages().len();
        all.max_id = more.max_id;
        all.objects.append(&mut more.objects);
    }
    let root = all.new_object_id();
    for at in &trees {
        all.get_dictionary_mut(*at).ok()?.set("Parent", root);
    }
    let kids: Vec<Object> = trees.into_iter().map(Object::from).collect();
    all.objects
        .insert(root, dictionary! { "Type" => "Pages", "Count" => i64::try_from(pages).ok()?, "Kids" => kids }.into());
    let catalog = all.catalog_mut().ok()?;
    catalog.set("Pages", root);
    catalog.remove(b"Outlines"); // they name the first file's pages only
    count_pages(&mut all, pages);
    all.prune_objects();
    let mut out = Vec::new();
    all.save_to(&mut out).ok()?;
    Some(out)
}

/// A file, if all the pages it counts are there.
fn read(file: &[u8]) -> Option<Document> {
    let doc = Document::load_mem(file).ok()?;
    let tree = doc.get_dictionary(tree(&doc)?).ok()?;
    let pages = doc.get_pages();
    let whole = tree.get(b"Count").and_then(Object::as_i64).ok() == i64::try_from(pages.len()).ok();
    (whole && pages.values().all(|page| !doc.get_page_content(*page).is_empty())).then_some(doc)
}

fn tree(doc: &Document) -> Option<ObjectId> {
    doc.catalog().ok()?.get(b"Pages").and_then(Object::as_reference).ok()
}

/// What the document says of itself names how many pages it has.
fn count_pages(doc: &mut Document, pages: usize) -> Option<()> {
    const NAME: &str = "xmpTPg:NPages>";
    let at = doc.catalog().ok()?.get(b"Metadata").and_then(Object::as_reference).ok()?;
    let about = doc.get_object_mut(at).and_then(Object::as_stream_mut).ok()?;
    let said = String::from_utf8(about.content.clone()).ok()?;
    let (before, rest) = said.split_once(NAME)?;
    let (_, after) = rest.split_once('<')?;
    about.set_plain_content(format!("{before}{NAME}{pages}<{after}").into_bytes());
    Some(())
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

    /// What stands on the pages of a file, and how many it says it has.
    fn said(bytes: &[u8]) -> Vec<String> {
        let doc = Document::load_mem(bytes).expect("a file");
        let pages: Vec<ObjectId> = doc.get_pages().into_values().collect();
        let metadata = doc.catalog().and_then(|c| c.get(b"Metadata")).and_then(Object::as_reference).expect("about");
        let about = doc.get_object(metadata).and_then(Object::as_stream).expect("a stream");
        assert!(String::from_utf8_lossy(&about.content).contains(&format!("<xmpTPg:NPages>{}<", pages.len())));
        let text = |page| String::from_utf8_lossy(&doc.get_page_content(page)).trim().to_owned();
        pages.into_iter().map(text).collect()
    }

    #[test]
    fn pages_of_several_files_follow_each_other_and_streams_and_strings_stay_as_they_are() {
        let files = [file(&["one", "two"]), file(&["three"]), file(&["four", "five", "six"])];
        let joined = join(&files).expect("joined");
        let pages = ["one", "two", "three", "four", "five", "six"].map(|text| format!("{text} 1 0 R"));
        assert_eq!(said(&joined), pages);
        let doc = Document::load_mem(&joined).expect("a file");
        let catalog = doc.catalog().expect("a catalog");
        assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).ok(), Some(&b"zh 1 0 R"[..]));
        assert!(!catalog.has(b"Outlines"));
        // What was joined is joined again.
        assert_eq!(said(&join(&[joined.clone(), file(&["seven"])]).expect("joined")).len(), 7);
        assert_eq!(join(std::slice::from_ref(&joined)).as_ref(), Some(&joined));
    }

    #[test]
    fn what_is_no_whole_file_is_not_joined() {
        let good = file(&["one"]);
        for bad in [Vec::new(), b"%PDF-1.7".to_vec(), good[..good.len() / 2].to_vec()] {
            assert!(join(&[good.clone(), bad]).is_none());
        }
        assert!(join(&[]).is_none());
    }
}
