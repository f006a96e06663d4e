//! A rule of the demonstration: proposed with its estimate, adopted by a council weeks ago, promised against real.

use lianxin_stories::World;

#[test]
fn a_rule_adopted_weeks_ago_shows_what_was_promised_and_what_came_of_it() {
    for world in World::everywhere() {
        let no = "SELECT m.no FROM council_proposal p JOIN council_matter m ON m.id = p.matter";
        let no = world.db().read_wait(move |r| Ok(r.row(no, &[], |row| row.text(0))?)).expect("read").expect("one");
        let mut anyone = world.stranger();
        let page = anyone.open(&lianxin_council::pages::url(&no)).text();
        for words in
            ["建议商量改一条规矩", "估算和实际", "原来（办结的", "估算改了以后", "议定以后来的、已经办结的", "办好了"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("还说不出实际怎样"), "{page}");
        // It was on a council's agenda, and that council's minutes say what came of it.
        let (council, _) =
            anyone.page.links().into_iter().find(|(href, _)| href.starts_with("/meetings/")).expect("its council");
        let council = anyone.open(&council).text();
        assert!(council.contains(&no) && council.contains("办的时限改成 2 个工作日"), "{council}");
    }
}
