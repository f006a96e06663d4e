//! A photo says it: reported without words, read by a process of its own, seen by everybody only masked.

use super::{at, at_desk, number};
use axum::body::Body;
use lianxin_stories::{Browser, World, built};

/// Addresses of pictures on the open page.
fn images(browser: &Browser<'_>) -> Vec<String> {
    let html = &browser.page.html;
    html.split("<img src=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(Into::into).collect()
}

fn opened(browser: &mut Browser<'_>, path: &str) -> u16 {
    browser.ask("GET", path, &[], Body::empty()).status
}

#[test]
fn a_photo_without_words_is_enough_and_neighbours_see_only_what_was_masked() {
    built(); // photos are read by the program itself, as a process
    let sent = lianxin_seeds::picture("road").expect("a scene").large;
    for world in World::everywhere() {
        let mut resident = world.signed_in("张玉兰");
        resident.open("/report");
        let place = resident.choice("/report", "place", "芙蓉里");
        resident.send_files("/report", &[("place", &place)], &[("photo", b"%PDF-1.7 not a photo"), ("photo", &sent)]);
        assert!(resident.page.says("这是 PDF 文件"), "{}", resident.page.text());
        assert_eq!(images(&resident).len(), 1, "the good one is kept on the page");
        resident.send("/report", &[]);
        let no = number(&resident);
        assert!(no.contains("-2026-"), "{}", resident.page.text());
        let own = images(&resident);
        assert_eq!((own.len(), opened(&mut resident, &own[0])), (1, 200));

        resident.open(&at("/m", &no));
        let photo = images(&resident).first().cloned().expect("its photo");
        let name = photo.trim_start_matches("/photo/").trim_end_matches("/small").replace('/', ".");
        let mut neighbour = world.signed_in("冯雪");
        assert_eq!(opened(&mut neighbour, &photo), 404, "not for neighbours as it is");
        let mut worker = world.signed_in("吴敏");
        assert_eq!(opened(&mut worker, &photo), 200);
        let cell = format!("{name}.0");
        let answers =
            [("title", "路面有坑"), ("words", ""), ("show", "yes"), ("shown", name.as_str()), ("mask", &cell)];
        at_desk(&mut worker, &no, "publication", &answers);

        neighbour.open(&at("/m", &no));
        let copy = images(&neighbour).first().cloned().expect("the masked copy");
        assert!(copy.starts_with("/shown/") && neighbour.page.says("路面有坑"), "{}", neighbour.page.text());
        assert_eq!(opened(&mut neighbour, &copy), 200);
        assert_eq!(opened(&mut world.stranger(), &copy), 200);
        assert_eq!(opened(&mut neighbour, &photo), 404, "still not");
        assert_eq!(world.findings(), []);
    }
}
