//! 满意不满意: households find on their own page that they are asked about a service, answer four questions once, and what they said is
//! told after the close.

use lianxin_stories::World;

const MARKS: [(&str, &str); 4] = [("quick", "good"), ("work", "good"), ("manner", "fair"), ("clear", "poor")];

/// A worker writes down what a household said at its door; the household reads that, says it for itself, and that is what counts.
fn written_down(world: &World, worker: &mut lianxin_stories::Browser<'_>, url: &str) {
    let homes = format!("{url}/homes");
    worker.open(url);
    assert!(worker.page.links().iter().any(|(href, _)| *href == homes), "the way there: {}", worker.page.text());
    worker.open(&homes);
    worker.send(&homes, &[&[("name", "孙立"), ("how", "visit")], &MARKS[..]].concat());
    assert!(worker.page.says("这一户记下了"), "{}", worker.page.text());
    let mut neighbour = world.signed_in("孙立");
    let page = neighbour.open(url).clone();
    assert!(page.says("工作人员替您家记过一份（上门问的）") && page.form(url).is_some(), "{}", page.text());
    neighbour.send(url, &MARKS);
    let page = &neighbour.page;
    assert!(page.says("您家答过了") && !page.says("替您家记过"), "{}", page.text());
    worker.open(&homes);
    worker.send(&homes, &[&[("name", "孙立"), ("how", "visit")], &MARKS[..]].concat());
    assert!(worker.page.status == 422 && worker.page.says("这一户已经有回答了"), "{}", worker.page.text());
}

#[test]
fn households_say_how_a_service_was_and_nobody_is_asked_twice() {
    for world in World::everywhere() {
        let mut worker = world.signed_in("吴敏");
        worker.open("/surveys/new");
        let about = worker.choice("/surveys/new", "about", "芙蓉里：演示区供热站");
        let asked = [("about", &*about), ("from", "2026-05-01"), ("to", "2026-05-31"), ("day", "2026-06-24")];
        worker.send("/surveys/new", &asked);
        let url = worker.page.url.clone();
        assert!(worker.page.says("芙蓉里：演示区供热站的服务"), "{}", worker.page.text());
        let mut first = world.signed_in("张玉兰");
        first.open("/inbox");
        assert!(first.page.says("演示区供热站的服务怎么样，想听您家说说"), "{}", first.page.text());
        let (told, _) =
            first.page.links().into_iter().find(|(_, text)| text.contains("演示区供热站的服务")).expect("a link");
        assert_eq!(first.open(&told).url, url, "it leads to the questions");
        assert!(first.open("/mine").says("想听您家一句话"), "{}", first.page.text());
        first.open(&url);
        first.send(&url, &MARKS[..3]);
        assert!(first.page.status == 422 && first.page.form(&url).is_some(), "one is missing: {}", first.page.text());
        first.send(&url, &MARKS);
        assert!(first.page.says("您家答过了，谢谢") && first.page.form(&url).is_none(), "{}", first.page.text());
        assert!(!first.open("/mine").says("芙蓉里：演示区供热站的服务"), "not asked again: {}", first.page.text());
        let token = first.token();
        first.post(&url, &[&[("token", token.as_str())], &MARKS[..]].concat());
        assert!(first.page.says("您家已经答过了"), "{}", first.page.text());
        assert!(world.stranger().open(&url).form(&url).is_none(), "who is not known only reads it");
        written_down(&world, &mut worker, &url);

        world.pass_to("2026-06-24".parse::<lianxin_base::Day>().expect("a day").at(20, 1));
        let mut anyone = world.stranger();
        assert!(anyone.open(&url).says("答的不到 5 户，说了什么不公布"), "{}", anyone.page.text());
        assert!(world.signed_in("邢卫东").open("/inbox").says("各户答完了"));
        assert_eq!(world.findings(), []);
    }
}
