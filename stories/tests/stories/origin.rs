//! How something came in: from 12345 with its own day, and with words that only its owner may let us keep.

use lianxin_base::{DAY, MINUTE};
use lianxin_stories::World;

#[test]
fn the_morning_before_12345_wants_an_answer_whoever_has_it_hears_of_it() {
    for world in World::everywhere() {
        let mut worker = world.signed_in("李秀英");
        worker.open("/desk/new");
        let due = world.now().plus(5 * DAY).day();
        let told = [
            ("words", "和平里东墙外的路灯全不亮"),
            ("name", "一位住户"),
            ("phone", "15400000061"),
            ("source", "hotline"),
            ("outer_no", "20260017-3321"),
            ("outer_due", &*due.to_string()),
        ];
        worker.send("/desk/new", &told);
        assert_eq!(worker.page.status, 200, "{}", worker.page.text());
        let eve = due.plus(-1).at(9, 0);
        world.pass_to(eve.plus(-MINUTE));
        assert!(!worker.open("/inbox").says("明天要给那边答复"), "{}", worker.page.text());
        world.pass_to(eve);
        assert!(worker.open("/inbox").says("明天要给那边答复"), "{}", worker.page.text());
        world.pass_to(eve.plus(MINUTE));
        let twice = worker.open("/inbox").text().matches("明天要给那边答复").count();
        assert_eq!(twice, 1, "once");
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn what_is_sensitive_is_kept_only_with_agreement_for_good_or_for_this_once() {
    for world in World::everywhere() {
        let words = [("words", "我爱人透析，楼门口的坡道太陡推不上去"), ("place", "芙蓉里")];
        let mut known = world.signed_in("张玉兰");
        known.open("/report");
        known.send("/report", &words);
        assert_eq!(known.page.status, 200, "she agreed for good: {}", known.page.text());

        known.open("/me/data");
        known.post_new("/me/data/consent", &[("what", "sensitive"), ("give", "no")]);
        known.open("/report");
        known.send("/report", &[("words", "我爱人透析，电梯停了两天下不了楼"), ("place", "芙蓉里")]);
        assert_eq!(known.page.status, 422);
        assert!(known.page.says("要本人同意才能留着"), "{}", known.page.text());

        let mut stranger = world.stranger();
        stranger.open("/report");
        assert!(!stranger.page.says("本人同意留着"), "not asked before there is a reason");
        stranger.send("/report", &words);
        assert_eq!(stranger.page.status, 422);
        stranger.send("/report", &[("agreed", "yes")]);
        assert!(stranger.page.status == 200 && stranger.page.says("收到了"), "{}", stranger.page.text());
        assert_eq!(world.findings(), []);
    }
}
