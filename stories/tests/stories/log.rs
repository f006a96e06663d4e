//! The signed log as people meet it: on the page of an act, on the page of the record, in a receipt.

use lianxin_stories::World;

/// The act of a report that somebody just filed.
fn reported(world: &World) -> String {
    let body = r#"{"words":"单元门的闭门器坏了，半夜一直响","place":"芙蓉里"}"#;
    let filed = world.stranger().program("/api/v1/reports", body, &[]);
    filed.json()["act"].as_str().expect("an act").to_owned()
}

#[test]
fn an_act_is_first_waiting_and_then_in_the_signed_log() {
    for world in World::everywhere() {
        let mut anyone = world.stranger();
        anyone.open("/journal");
        assert!(anyone.page.text().contains("还没有签过名"), "{}", anyone.page.text());
        assert_eq!(anyone.open("/journal/checkpoint").status, 404);

        world.sign();
        let act = reported(&world);
        anyone.open(&format!("/journal/{act}"));
        assert!(anyone.page.text().contains("一会儿就签进去"), "{}", anyone.page.text());
        assert!(anyone.open(&format!("/api/v1/receipts/{act}")).json()["log"].is_null());

        world.sign();
        anyone.open(&format!("/journal/{act}"));
        assert!(anyone.page.text().contains("在签过名的前"), "{}", anyone.page.text());
        anyone.open(&format!("/verify?no={act}"));
        assert!(anyone.page.text().contains("在签过名的前"), "{}", anyone.page.text());
        anyone.open("/journal");
        assert!(anyone.page.text().contains("demo.invalid/journal"), "{}", anyone.page.text());
        assert!(anyone.open("/journal/checkpoint").text().starts_with("demo.invalid/journal"));
        let receipt = anyone.open(&format!("/api/v1/receipts/{act}")).json();
        assert_eq!(receipt["log"]["size"].as_u64(), receipt["log"]["index"].as_u64().map(|n| n + 1), "{receipt}");
    }
}
