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
