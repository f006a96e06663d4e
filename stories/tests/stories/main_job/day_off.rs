//! A day off that no national notice tells of: what was to be done on it waits, what fell due before does not.

use super::{at, report};
use lianxin_stories::{World, today};

#[test]
fn a_deadline_over_a_local_day_off_moves_to_the_next_working_day() {
    for world in World::everywhere() {
        let (tuesday, wednesday, thursday) = (today(), today().plus(1), today().plus(2));
        world.pass_to(tuesday.at(16, 0));
        let mut resident = world.signed_in("张玉兰");
        let before = report(&mut resident, "垃圾房的门掉了一扇。", "3 号楼", &[("category", "clean")]);
        let due = resident.page.text();
        assert!(due.contains("6 月 17 日"), "four hours of work end on Wednesday: {due}");

        // The street gives everybody Wednesday off: the water is cut for the new main.
        let mut admin = world.signed_in("系统管理员");
        admin.open("/setup/days");
        let day = wednesday.to_string();
        admin.send("/setup/days", &[("since", &day), ("until", &day), ("kind", "off")]);
        assert!(admin.page.says("6 月 17 日"), "{}", admin.page.text());
        let after = report(&mut resident, "垃圾房的灯也不亮。", "3 号楼", &[("category", "light")]);
        let due = resident.page.text();
        assert!(due.contains("6 月 18 日"), "Wednesday does not count: {due}");

        let mut secretary = world.signed_in("周国栋");
        let says = |no: &str| format!("{no} 到期了还没动");
        world.pass_to(wednesday.at(17, 0));
        secretary.open("/inbox");
        assert!(secretary.page.says(&says(&before)), "what was promised before stands: {}", secretary.page.text());
        assert!(!secretary.page.says(&says(&after)), "{}", secretary.page.text());
        assert!(!secretary.open("/desk?late=1").says(&after), "{}", secretary.page.text());

        world.pass_to(thursday.at(17, 0));
        secretary.open("/inbox");
        assert!(secretary.page.says(&says(&after)), "{}", secretary.page.text());

        // Taken back, Wednesdays are as everywhere; nothing that was promised changes.
        admin.open("/setup/days");
        admin.send("/setup/days/end", &[]);
        assert!(!admin.page.says("6 月 17 日"), "{}", admin.page.text());
        resident.open(&at("/m", &after));
        assert_eq!(resident.page.status, 200);
        assert_eq!(world.findings(), []);
    }
}
