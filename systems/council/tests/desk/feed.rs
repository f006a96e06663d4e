//! The board as a feed, read by an XML reader as other programs do.

use crate::house::{FURONGLI, Told, town};
use quick_xml::Reader;
use quick_xml::events::Event;

/// The texts of all elements of a name, in order.
fn texts(xml: &str, name: &str) -> Vec<String> {
    let (mut reader, mut inside, mut found) = (Reader::from_str(xml), false, Vec::new());
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(e) if e.name().as_ref() == name => {
                inside = true;
                found.push(String::new());
            }
            Event::End(e) if e.name().as_ref() == name => inside = false,
            Event::Text(t) if inside => found.last_mut().expect("begun").push_str(t.as_ref()),
            Event::Eof => return found,
            _ => {}
        }
    }
}

#[tokio::test]
async fn what_stands_on_the_board_can_be_subscribed_to() {
    let town = town().await;
    let empty = town.get("", "/board/feed").await;
    assert_eq!((empty.status, texts(&empty.text, "entry").len()), (200, 0), "{}", empty.text);
    let here = town.at_step("work", "红星物业");
    let there = town.report("路灯不亮 <b>&", &Told { area: "和平里", ..FURONGLI });
    for (query, nos) in [("", vec![&there, &here]), ("?area=%E5%92%8C%E5%B9%B3%E9%87%8C", vec![&there])] {
        let came = town.get("", &format!("/board/feed{query}")).await;
        assert_eq!(came.status, 200, "{query}");
        assert_eq!(came.headers["content-type"], "application/atom+xml; charset=utf-8");
        let said = texts(&came.text, "summary");
        assert_eq!(said.len(), nos.len(), "{query}: {}", came.text);
        assert!(said.iter().zip(&nos).all(|(said, no)| said.starts_with(no.as_str())), "newest first: {said:?}");
        assert_eq!(texts(&came.text, "id").len(), nos.len() + 1, "each has an id");
        assert_eq!(texts(&came.text, "updated").len(), nos.len() + 1);
        assert!(!came.says("路灯不亮"), "words nobody has looked at are not told");
    }
    assert_eq!(town.get("", "/board/feed?area=nowhere").await.status, 404);
    assert!(town.english("", "/board/feed").await.says("Public board"));
    assert!(town.get("", "/board").await.says("href=\"/board/feed\""));
}
