//! A print view of ours, as the template reads it: elements with their classes, texts, and codes as files. Only the little
//! HTML that our own templates write is known; what it is not, goes unseen.

use scraper::node::{Element, Node};
use scraper::{ElementRef, Html};
use serde_json::{Value, json};

/// What does not go on paper: what is for a screen, what is for a screen reader, what is pressed.
const UNSEEN: [&str; 11] =
    ["head", "button", "script", "style", "nav", "input", "select", "textarea", "video", "audio", "template"];
const HIDDEN: [&str; 3] = ["no-print", "vh", "acts"];

/// The elements of a sheet, and the drawings in it under the names that stand in their places.
/// `pictures` are the addresses of those that came with the sheet: each stands where the sheet shows it.
pub(crate) fn read(html: &str, n: usize, pictures: &[&str]) -> (Value, Vec<(String, Vec<u8>)>) {
    let page = Html::parse_fragment(html);
    let mut drawings = Vec::new();
    let kids = kids(page.root_element(), (n, pictures), &mut drawings);
    (Value::Array(kids), drawings)
}

fn kids(of: ElementRef<'_>, at: (usize, &[&str]), drawings: &mut Vec<(String, Vec<u8>)>) -> Vec<Value> {
    let (n, pictures) = at;
    let mut all = Vec::new();
    for kid in of.children() {
        match kid.value() {
            Node::Text(text) => all.extend(words(text).map(Value::String)),
            Node::Element(it) if seen(it) => {
                let Some(kid) = ElementRef::wrap(kid) else { continue };
                let class: Vec<&str> = it.classes().collect();
                if it.name() == "img" {
                    let at = pictures.iter().position(|src| it.attr("src") == Some(src));
                    all.extend(
                        at.map(|at| json!({ "tag": "img", "class": class, "file": picture(n, at), "kids": [] })),
                    );
                    continue;
                }
                if it.name() == "svg" {
                    // Icons beside words say nothing that the words do not; codes and charts do.
                    if !class.iter().any(|c| *c == "i" || c.starts_with("i-")) {
                        let name = format!("/drawing/{n}-{}.svg", drawings.len());
                        drawings.push((name.clone(), alone(kid).into_bytes()));
                        all.push(json!({ "tag": "svg", "class": class, "file": name }));
                    }
                    continue;
                }
                let span = |name: &str| it.attr(name).and_then(|v| v.parse::<u32>().ok()).unwrap_or(1);
                all.push(json!({
                    "tag": it.name(), "class": class, "colspan": span("colspan"), "rowspan": span("rowspan"),
                    "kids": kids(kid, at, drawings),
                }));
            }
            _ => {}
        }
    }
    all
}

/// The name of a picture that came with a sheet.
pub(crate) fn picture(n: usize, at: usize) -> String {
    format!("/picture/{n}-{at}.jpg")
}

fn seen(it: &Element) -> bool {
    !UNSEEN.contains(&it.name()) && !it.classes().any(|class| HIDDEN.contains(&class)) && it.attr("hidden").is_none()
}

/// White space as a browser would keep it; none where there is nothing else and a line ends.
fn words(text: &str) -> Option<String> {
    if text.trim_matches([' ', '\t', '\n', '\r']).is_empty() && text.contains('\n') {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars() {
        let now = matches!(c, ' ' | '\t' | '\n' | '\r');
        if !(now && space) {
            out.push(if now { ' ' } else { c });
        }
        space = now;
    }
    (!out.is_empty()).then_some(out)
}

/// A drawing as a file of its own.
fn alone(svg: ElementRef<'_>) -> String {
    let text = svg.html().replace("currentColor", "#000");
    if text.contains("xmlns=") { text } else { text.replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_screens_goes_unseen_and_white_space_is_a_browsers() {
        let html = "<div class=\"no-print\">a</div><h1 class=\"vh\">hidden</h1>\n<p>□ 同意　<b>x  y</b>\n<br>z</p><svg class=\"i i-s\"></svg>\
                    <svg class=\"qr\" viewBox=\"0 0 1 1\"></svg><button>c</button><input value=\"d\">";
        let (nodes, drawings) = read(html, 4, &[]);
        let text = nodes.to_string();
        for gone in ["\"a\"", "hidden", "\"c\"", "\"d\""] {
            assert!(!text.contains(gone), "{gone}: {text}");
        }
        assert!(text.contains("□ 同意　") && text.contains("x y") && text.contains("\"br\""), "{text}");
        assert_eq!(drawings.len(), 1);
        assert_eq!(drawings[0].0, "/drawing/4-0.svg");
        assert!(String::from_utf8_lossy(&drawings[0].1).contains("xmlns="));
    }

    #[test]
    fn a_picture_stands_where_the_sheet_shows_it_and_only_if_it_came_with_it() {
        let html =
            "<section class=\"leaf\"><p class=\"hung-second\"><img src=\"/x\" alt=\"\"></p><h1>公告</h1></section>";
        for (pictures, there) in [(&["/y", "/x"][..], true), (&["/y"], false), (&[], false)] {
            let text = read(html, 2, pictures).0.to_string();
            assert_eq!(text.contains("\"/picture/2-1.jpg\""), there, "{text}");
            assert!(text.contains("公告"), "{text}");
        }
    }
}
