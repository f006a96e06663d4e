//! 业主核实: deed and person, and who is refused.

use crate::house::{YARD, town};

#[tokio::test]
async fn an_owner_with_the_deed_becomes_the_voter_and_the_last_one_named_counts() {
    let town = town().await;
    let page = town.get("吴敏", "/ownership").await;
    assert!(page.status == 200 && page.red() == 1, "{}", page.text);
    let came = town.verified("东排", "3 号", "佟玉珍").await;
    assert_eq!((came.status, came.header("location")), (303, "/ownership?said=verified"), "{}", came.text);
    let list = town.get("吴敏", "/ownership?area=铁东12号院").await;
    assert!(list.says("佟玉珍") && list.says("东排 3 号") && list.says("不动产权证书"), "{}", list.text);
    assert!(town.english("吴敏", "/ownership?area=铁东12号院").await.says("Title deed"));
    town.verified("东排", "3 号", "佟玉珍").await;
    assert_eq!(town.number("SELECT count(*) FROM property_voter"), 2);
    assert_eq!(town.number("SELECT count(*) FROM property_voter WHERE ended_at IS NULL"), 1);
}

#[tokio::test]
async fn a_tenant_is_refused_politely_and_what_was_typed_is_kept() {
    let town = town().await;
    let came = town.verified("临街商铺", "2 号商铺", "魏红").await;
    assert!(came.status == 422 && came.says("租户、家属不能替业主投票"), "{}", came.text);
    assert!(came.says("value=\"魏红\"") && came.says("2 号商铺") && came.red() == 1);
    for (house, door, name, says) in [
        ("东排", "99 号", "佟玉珍", "没有这个房号"),
        ("东排", "4 号", "佟玉珍", "不是这套房的业主"),
        ("临街商铺", "1 号商铺", "佟玉珍", "单位的房子要看单位的授权书"),
        ("东排", "3 号", "", "还没填"),
    ] {
        let came = town.verified(house, door, name).await;
        let fits = came.status == 422 && (came.says(says) || name.is_empty());
        assert!(fits, "{house} {door} {name}: {} {}", came.status, came.text);
    }
    assert_eq!(town.number("SELECT count(*) FROM property_voter"), 0);
}

#[tokio::test]
async fn nobody_sees_their_own_deed() {
    let town = town().await;
    let came = town.verified("西排", "8 号", "吴敏").await;
    assert!(came.status == 422 && came.says("您自己的房子，请别的同事来核"), "{}", came.text);
    assert_eq!(town.number("SELECT count(*) FROM property_voter"), 0);
}

#[tokio::test]
async fn only_who_looks_after_the_compound_verifies_and_ends() {
    let town = town().await;
    town.verified("东排", "3 号", "佟玉珍").await;
    let act =
        town.read(|r| r.row("SELECT act FROM property_voter", &[], |row| row.text(0)).expect("read").expect("one"));
    for (who, status) in [("马建军", 404), ("佟玉珍", 404), ("刘志强", 404), ("", 303)] {
        let came = town.get(who, "/ownership").await;
        assert!(came.status == status || came.status == 403, "{who}: {}", came.status);
    }
    let elsewhere = town
        .send("吴敏", "/ownership/end", &[("voter", "018f0000-0000-7000-8000-000000000001"), ("why", "sold")])
        .await;
    assert_eq!(elsewhere.status, 404);
    let came = town.send("吴敏", "/ownership/end", &[("voter", &act), ("why", "sold")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert_eq!(town.number("SELECT count(*) FROM property_voter WHERE ended_at IS NULL"), 0);
    let again = town.send("吴敏", "/ownership/end", &[("voter", &act), ("why", "asked")]).await;
    assert!(again.status == 422 && again.says("已经结束了"), "{} {}", again.status, again.text);
}

#[tokio::test]
async fn an_heir_whose_papers_were_seen_votes_in_place_of_who_died() {
    let mut town = town().await;
    let (area, building) = (town.map.area(YARD).to_string(), town.map.building(YARD, "西排").to_string());
    let seen = async |town: &crate::house::Town, name: &str, shown: &str| {
        let pairs = [
            ("area", area.as_str()),
            ("building", building.as_str()),
            ("unit", "5 号"),
            ("name", name),
            ("shown", shown),
        ];
        town.send("吴敏", "/ownership", &pairs).await
    };
    assert!(town.get("吴敏", "/ownership/new").await.says("民法典 230"));
    assert_eq!(town.verified("西排", "5 号", "康福").await.status, 303);
    let deed = seen(&town, "佟玉珍", "deed").await;
    assert!(deed.status == 422 && deed.says("不是这套房的业主"), "{}", deed.text);
    let nobody = seen(&town, "康有为", "heir").await;
    assert!(nobody.status == 422 && nobody.says("登记册上没有这位继承人"), "{}", nobody.text);
    let came = seen(&town, "佟玉珍", "heir").await;
    assert_eq!(came.status, 303, "{}", came.text);
    let list = town.get("吴敏", "/ownership?area=铁东12号院").await;
    assert!(list.says("继承人：死亡证明"), "{}", list.text);
    let url = town.called().await;
    town.pass(crate::house::opens());
    assert_eq!(town.mine(&url, "佟玉珍"), [town.number_of(&url, "西排", "5 号")], "who died votes no more");
    assert!(town.mine(&url, "康福").is_empty());
    let cast = town.send("佟玉珍", &format!("{url}/cast"), &[("m1", "yes"), ("m2", "no")]).await;
    assert_eq!(cast.status, 303, "{}", cast.text);
    crate::counting::verified(&town);
}
