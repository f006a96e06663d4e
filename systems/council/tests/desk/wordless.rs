//! A house and what it is about say enough: nothing need be written.

use crate::house::{Came, Town, at, town};

const HOUSE: &str = "芙蓉里/1";
const NO: &str = "芙蓉里-2026-0001";

async fn report(town: &Town, place: &str, category: &str) -> Came {
    let token = town.get("", "/report").await.hidden("/report", "token");
    let pairs = [("token", token.as_str()), ("words", " \n"), ("place", place), ("category", category)];
    town.post("", "/report", &pairs).await
}

#[tokio::test]
async fn a_house_and_what_it_is_about_need_no_words_by_page() {
    let town = town().await;
    let form = town.get("", &format!("/report?place={HOUSE}")).await;
    assert!(
        form.says("写两句，或者拍张照") && form.says(&format!("<option value=\"{HOUSE}\" selected")),
        "{}",
        form.text
    );
    for (place, category) in [("", "light"), ("芙蓉里", "light"), (HOUSE, ""), ("", "")] {
        let came = report(&town, place, category).await;
        assert!(came.status == 422 && came.says("选好哪栋楼、是哪一类，不写也行"), "{place} {category}: {}", came.text);
        assert!(category.is_empty() || came.says("value=\"light\" id=\"f-category\" checked"), "{}", came.text);
    }
    let nowhere = report(&town, "芙蓉里/无此楼", "light").await;
    assert!(nowhere.status == 422 && nowhere.says("href=\"#f-place\""), "{}", nowhere.text);

    let sent = report(&town, HOUSE, "light").await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let (own, way) = ("芙蓉里 1 号楼：楼道照明的事", sent.header("location").to_owned());
    assert!(town.get("", &way).await.says(own));
    assert!(town.english("", &way).await.says("Stair lighting: 芙蓉里 1 号楼"));
    let list = town.get("吴敏", "/desk").await;
    assert!(list.says(own) && town.get("吴敏", &at(NO)).await.says(own), "{}", list.text);
    for seen in [town.get("", "/board").await, town.get("", &format!("/m/{NO}")).await] {
        assert!(seen.says("楼道照明的事") && !seen.says("1 号楼"), "where it is may tell who wrote it: {}", seen.text);
    }
}

#[tokio::test]
async fn a_house_and_what_it_is_about_need_no_words_by_program_and_at_the_counter() {
    let town = town().await;
    for (json, status, code) in [
        (r#"{"place":"芙蓉里/1"}"#, 422, "council.no_words"),
        (r#"{"place":"芙蓉里","category":"light"}"#, 422, "council.no_words"),
        (r#"{"place":"芙蓉里/1","category":"ghost"}"#, 422, "council.unknown_category"),
        (r#"{"place":"芙蓉里/无此楼","category":"light"}"#, 422, "council.unknown_place"),
    ] {
        let came = town.program("/api/v1/reports", json).await;
        assert!(came.status == status && came.says(code), "{json}: {}", came.text);
    }
    let came = town.program("/api/v1/reports", r#"{"place":"芙蓉里/1","category":"light"}"#).await;
    assert!(came.status == 201 && came.says(NO), "{}", came.text);
    assert!(town.get("吴敏", &at(NO)).await.says("芙蓉里 1 号楼：楼道照明的事"));

    let token = town.token("吴敏").await;
    let pairs = [("token", token.as_str()), ("place", HOUSE), ("category", "water"), ("words", "")];
    let taken = town.post("吴敏", "/desk/new", &pairs).await;
    assert_eq!(taken.status, 200, "{}", taken.text);
    let pane = town.english("吴敏", &at("芙蓉里-2026-0002")).await;
    assert!(pane.says(": 芙蓉里 1 号楼"), "{}", pane.text);
    assert_eq!(crate::photos::findings(&town), []);
}
