//! The ways beside the main one: a wrong dispatch comes back, another house is asked, time runs out.

use super::{at, done_at_desk, executor, public, report};
use lianxin_stories::World;

#[test]
fn a_wrong_dispatch_comes_back_and_another_house_is_asked() {
    for world in World::everywhere() {
        let mut resident = world.signed_in("张玉兰");
        let (mut worker, mut city, mut company) =
            (world.signed_in("吴敏"), world.signed_in("何芳"), world.signed_in("马建军"));
        let no = report(&mut resident, "大门外路上的井盖响，一过车就咣当。", "芙蓉里", &[("see", "neighbours")]);
        let named = [("title", "井盖响"), ("category", "safety"), ("pace", "general")];
        let to = executor(&mut worker, &no, "dispatch", "城管大队");
        done_at_desk(&mut worker, &no, "dispatch", &[&named[..], &[("executor", to.as_str())]].concat());
        done_at_desk(&mut city, &no, "return", &[("note", "井盖是小区自己的，归物业。")]);
        let page = public(&world, &no).page;
        assert!(page.says("不归我们管，退回") && page.says("居委会在看"), "{}", page.text());

        let to = executor(&mut worker, &no, "dispatch", "物管办");
        done_at_desk(&mut worker, &no, "dispatch", &[&named[..], &[("executor", to.as_str())]].concat());
        let to = executor(&mut worker, &no, "transfer", "红星物业");
        done_at_desk(
            &mut worker,
            &no,
            "transfer",
            &[("executor", to.as_str()), ("note", "物管办说请物业先垫上胶圈。")],
        );
        let page = public(&world, &no).page;
        assert!(page.says("改交红星物业") && page.says("红星物业正在办"), "{}", page.text());
        done_at_desk(&mut company, &no, "completion", &[("note", "垫了胶圈，不响了。")]);
        resident.open(&at("/m", &no));
        resident.send(&(at("/m", &no) + "/feedback"), &[("answer", "good")]);
        assert!(resident.page.says("居民说办好了"), "{}", resident.page.text());
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn what_nobody_touches_becomes_overdue_and_says_so() {
    for world in World::everywhere() {
        let mut resident = world.signed_in("张玉兰");
        let no = report(&mut resident, "楼下垃圾桶满了三天没人收。", "3 号楼", &[("category", "clean")]);
        let (mut worker, mut secretary) = (world.signed_in("吴敏"), world.signed_in("周国栋"));
        worker.open("/inbox");
        assert!(worker.page.says(&format!("新来一件：{no}")), "{}", worker.page.text());
        let late = format!("{no} 到期了还没动");
        assert!(!secretary.open("/inbox").says(&late));
        world.pass_to(lianxin_stories::today().plus(1).at(9, 30));
        for who in [&mut worker, &mut secretary] {
            who.open("/inbox");
            assert!(who.page.says(&late) && who.page.says("请催一催"), "{}", who.page.text());
        }
        let page = public(&world, &no).page;
        assert!(page.says("到期还没办，已经提醒") && page.says("超了 1 个工作日"), "{}", page.text());
        assert!(worker.open("/desk?late=1").says(&no), "{}", worker.page.text());
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn an_answer_nobody_gives_is_asked_for_twice_and_then_kept_aside() {
    let world = World::new();
    let mut resident = world.signed_in("张玉兰");
    let (mut worker, mut company) = (world.signed_in("吴敏"), world.signed_in("王建国"));
    let no = report(&mut resident, "单元门的闭门器坏了，门老是敞着。", "3 号楼", &[]);
    let to = executor(&mut worker, &no, "dispatch", "红星物业");
    let named = [("title", "闭门器坏了"), ("category", "repair"), ("pace", "general"), ("executor", to.as_str())];
    done_at_desk(&mut worker, &no, "dispatch", &named);
    done_at_desk(&mut company, &no, "completion", &[("note", "换了闭门器。")]);
    for day in 1..20 {
        world.pass_to(lianxin_stories::today().plus(day).at(18, 0));
    }
    let page = public(&world, &no).page;
    let course = ["问过两回没回话，先收着", "又问了一遍办好没有", "干完了，请居民看"];
    assert!(page.says_in_order(&course) && !page.says("居民说办好了"), "{}", page.text());
    assert_eq!(world.findings(), []);
}

#[test]
fn what_is_not_handled_here_is_said_with_the_way_to_go() {
    let world = World::new();
    let mut resident = world.signed_in("张玉兰");
    let mut worker = world.signed_in("吴敏");
    let no = report(&mut resident, "公交站想往小区门口挪一挪。", "芙蓉里", &[("see", "neighbours")]);
    done_at_desk(&mut worker, &no, "decline", &[("note", "公交线路归交通局，请打 12345。")]);
    let page = resident.open(&at("/m", &no)).clone();
    assert!(page.says("不在这儿办") && page.says("请打 12345"), "{}", page.text());
}

#[test]
fn a_complaint_about_a_company_does_not_show_it_who_wrote_it_nor_what() {
    let world = World::new();
    let mut resident = world.signed_in("张玉兰");
    let words = "物业的人收了钱不开收据。";
    let no = report(&mut resident, words, "芙蓉里", &[("see", "parties")]);
    let desk = at("/desk", &no);
    for beside in ["马建军", "刘志强", "高远"] {
        let mut who = world.signed_in(beside);
        for path in [desk.as_str(), "/desk", &at("/m", &no)] {
            let page = who.open(path);
            assert!(page.says(&no), "{beside} knows that there is a matter: {path}");
            for hidden in ["不开收据", "张玉兰", "154"] {
                assert!(!page.text().contains(hidden), "{beside} reads {hidden} at {path}: {}", page.text());
            }
        }
        assert!(!who.open("/desk?q=收据").says(&no), "nor can {beside} find it by its words");
    }
    let mut worker = world.signed_in("吴敏");
    let page = worker.open(&desk);
    assert!(page.says(words) && page.says("张玉兰"), "who looks at reports reads it: {}", page.text());

    // Once it is in the company's hands, by the worker's choice, the company must know what to do and whom to ask.
    let to = executor(&mut worker, &no, "dispatch", "红星物业");
    let named = [("title", "收据没开"), ("category", "other"), ("pace", "general"), ("executor", to.as_str())];
    done_at_desk(&mut worker, &no, "dispatch", &named);
    assert!(world.signed_in("马建军").open(&desk).says(words));
    assert!(!world.signed_in("刘志强").open(&desk).says(words), "the committee still does not");
}
