//! What is kept only for a time goes by the clock, not a day earlier.

use lianxin_base::Moment;
use lianxin_office::privacy::purge::begin;
use lianxin_office::privacy::retention::{Data, gone_before};
use lianxin_stories::World;

const LAST_CLOSED: &str = "SELECT MAX(w.ended_at) FROM path_way w JOIN council_matter m ON m.way = w.id \
                           JOIN journal_text t ON t.act = m.act AND t.field = 'phone' WHERE w.ended_at IS NOT NULL";
const PHONES: &str = "SELECT count(*) FROM journal_text t JOIN council_matter m ON m.act = t.act \
                      JOIN path_way w ON w.id = m.way WHERE t.field IN ('name', 'phone') AND w.ended_at <= $1";
const TAILS: &str = "SELECT count(*) FROM council_matter m JOIN path_way w ON w.id = m.way \
                     WHERE m.phone_tail IS NOT NULL AND w.ended_at <= $1";

#[test]
fn contact_data_go_two_years_after_a_matter_was_closed_and_not_before() {
    for world in World::everywhere() {
        let mut anyone = world.stranger();
        anyone.open("/report");
        anyone.send("/report", &[("words", "珈蓝：西门灯不亮"), ("phone", "15499887701"), ("place", "芙蓉里")]);
        let no = anyone.page.between("class=\"no num\">", "</p>").unwrap_or_default();
        let no = no.rsplit("</span>").next().unwrap_or("").trim().to_owned();
        let desk: String =
            no.bytes().map(|b| if b.is_ascii() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect();
        let mut worker = world.signed_in("吴敏");
        worker.open(&format!("/desk/{desk}?do=decline"));
        worker.send(&format!("/desk/{desk}/decline"), &[("note", "请打 12345")]);
        assert_eq!(worker.page.status, 200, "{}", worker.page.text());
        begin(world.db()).expect("the timer is set");
        begin(world.db()).expect("once is enough");

        let closed = world.db().read_wait(|r| Ok(r.row(LAST_CLOSED, &[], |row| row.opt_moment(0))?.flatten()));
        let closed: Moment = closed.expect("read").expect("a closed matter with a phone");
        let left = |sql: &'static str| {
            let count = world.db().read_wait(move |r| Ok(r.row(sql, &[closed.micros().into()], |row| row.int(0))?));
            count.expect("counted").unwrap_or_default()
        };
        let (mut last, months) = (closed.day(), Data::Contact.limits().usual);
        while closed.day() >= gone_before(last.plus(1), months) {
            last = last.plus(1);
        }
        world.pass_to(last.plus(1).at(0, 0).plus(-1));
        assert!(left(PHONES) > 0 && left(TAILS) > 0, "on its last day it is there");
        world.pass_to(last.plus(1).at(3, 31));
        assert_eq!((left(PHONES), left(TAILS)), (0, 0), "the night after");
        assert_eq!(world.findings(), []);
    }
}
