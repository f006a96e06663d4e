//! One metre: the shares for everybody, what is missing for who works there.

use crate::house::town;
use lianxin_register::find;

#[tokio::test]
async fn the_shares_are_everybodys_and_the_rows_are_the_desks() {
    let town = town().await;
    let community = town.map.area("芙蓉社区");
    let doors = |area| {
        let db = town.db.clone();
        async move {
            db.read(move |r| {
                let mut all = Vec::new();
                for area in find::areas_below(r, area)? {
                    for b in find::buildings(r, area.id)? {
                        all.extend(find::entrances(r, b.id)?.into_iter().map(|e| e.id.to_string()));
                    }
                }
                Ok(all)
            })
            .await
            .expect("read")
        }
    };
    let (all, foreign) = (doors(community).await, doors(town.map.area("红都社区")).await);
    assert!(all.len() > 2, "{}", all.len());
    let here = format!("/metre?area={community}");
    let public = town.get("nobody", &here).await;
    assert!(public.status == 200 && public.says("离您一米") && public.says("0%"), "{}", public.text);
    assert!(!public.says("/metre/doors") && !public.says("/metre/homes"), "numbers only: {}", public.text);
    let page = town.get("吴敏", &here).await;
    let rows = format!("/metre/doors?area={community}&#38;grid=\"");
    assert!(page.says(&rows) && page.says("一网格"), "{}", page.text);
    let list = town.get("吴敏", &format!("/metre/doors?area={community}")).await;
    assert!(list.says("还没有人看过") && list.red() == 1, "{}", list.text);
    let token = list.hidden("/metre/doors", "token");
    let area = community.to_string();
    let base = [("token", token.as_str()), ("area", area.as_str()), ("grid", "")];
    let say = |pairs: Vec<(&'static str, String)>| {
        let (town, base) = (&town, &base);
        async move {
            let pairs: Vec<(&str, &str)> =
                base.iter().copied().chain(pairs.iter().map(|(n, v)| (*n, v.as_str()))).collect();
            town.post("吴敏", "/metre/doors", &pairs).await
        }
    };
    let came = say(vec![("good", "yes".into())]).await;
    assert!(came.status == 422 && came.says("还没勾看过哪几个单元"), "{}", came.text);
    let came = say(vec![("good", "perhaps".into()), ("door", all[0].clone())]).await;
    assert_eq!(came.status, 422, "{}", came.text);
    assert_eq!(say(vec![("good", "yes".into()), ("door", "sparrow".into())]).await.status, 404);
    if let Some(foreign) = foreign.first() {
        assert_eq!(say(vec![("good", "yes".into()), ("door", foreign.clone())]).await.status, 404, "not theirs");
    }
    let mut ticks: Vec<(&str, String)> = all[1..].iter().map(|id| ("door", id.clone())).collect();
    ticks.push(("good", "yes".into()));
    assert_eq!(say(ticks).await.status, 303);
    let came = say(vec![("good", "no".into()), ("door", all[0].clone())]).await;
    let list = town.get("吴敏", came.header("location")).await;
    assert!(
        list.says("记下了") && list.says("没有码，或者扫不开") && list.says(&all[0]) && !list.says(&all[1]),
        "{}",
        list.text
    );
    let n = all.len();
    assert!(town.get("nobody", &here).await.says(&format!("{n} 个单元里 {} 个有码", n - 1)));
    assert_eq!(say(vec![("good", "yes".into()), ("door", all[0].clone())]).await.status, 303);
    assert!(town.get("nobody", &here).await.says("100%"));
    let list = town.get("吴敏", &format!("/metre/doors?area={community}")).await;
    assert!(list.says("都看过，都扫得开"), "{}", list.text);
    town.db.clock().set(town.now().plus(36 * lianxin_base::DAY));
    assert!(town.get("nobody", &here).await.says("0%"), "a month later somebody walks there again");
}

#[tokio::test]
async fn households_without_a_grid_worker_are_listed_by_building() {
    let town = town().await;
    let community = town.map.area("芙蓉社区");
    let page = town.get("吴敏", &format!("/metre/homes?area={community}")).await;
    assert_eq!(page.status, 200, "{}", page.text);
    for who in ["孙立", "nobody"] {
        let status = town.get(who, &format!("/metre/homes?area={community}")).await.status;
        assert!(matches!(status, 303 | 404), "{who}: {status}");
    }
    assert_eq!(town.get("何芳", &format!("/metre/doors?area={community}")).await.status, 404, "none of its places");
    assert_eq!(town.get("吴敏", "/metre/homes?area=sparrow").await.status, 404);
    let company = town.get("马建军", &format!("/metre/doors?area={community}")).await;
    assert!(
        company.status == 200 && !company.has_form("/metre/doors"),
        "who does not look only reads: {}",
        company.text
    );
    let token = town.token("马建军").await;
    let pairs = [("token", token.as_str()), ("area", ""), ("grid", ""), ("good", "yes")];
    assert_eq!(town.post("马建军", "/metre/doors", &pairs).await.status, 404);
    assert!(town.english("nobody", "/metre").await.says("One metre from you"));
    let figures = town.get("吴敏", "/figures").await;
    assert!(figures.says("href=\"/metre\""), "{}", figures.text);
}
