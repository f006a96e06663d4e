//! What is kept only for a time goes by the clock, not a day earlier.

use lianxin_base::{ActId, AreaId, Day, Moment, PersonId, RelationId};
use lianxin_journal::{By, Head};
use lianxin_office::privacy::purge::begin;
use lianxin_office::privacy::retention::{Data, gone_before};
use lianxin_register::{RelationEnd, find, relation_end};
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

const ONE_HOME: &str = "SELECT r.id, r.person, r.area FROM register_relation r WHERE r.until IS NULL \
                        AND NOT EXISTS (SELECT 1 FROM register_relation o WHERE o.person = r.person AND o.id <> r.id) \
                        AND NOT EXISTS (SELECT 1 FROM register_owner o WHERE o.person = r.person) \
                        AND NOT EXISTS (SELECT 1 FROM register_seat s WHERE s.person = r.person) ORDER BY r.id LIMIT 2";
const SENT: &str = "SELECT count(*) FROM outbox_message WHERE at < $1";
const LOOKED: &str = "SELECT count(*) FROM office_look_up";

#[test]
fn who_moved_out_and_what_was_sent_go_after_their_time_and_who_stays_stays() {
    for world in World::everywhere() {
        let homes = world.db().read_wait(|r| {
            let row = |row: &lianxin_store::Row<'_>| {
                Ok((row.id::<RelationId>(0)?, row.id::<PersonId>(1)?, row.id::<AreaId>(2)?))
            };
            Ok(r.rows(ONE_HOME, &[], row)?)
        });
        let homes = homes.expect("read");
        let [(relation, gone, area), (_, stays, _)] = homes[..] else { panic!("two people: {homes:?}") };
        let name = |person| world.db().read_wait(move |r| Ok(find::person_name(r, person)?)).expect("read");
        let (moved, before) = (world.now().day(), name(gone).expect("a name"));
        let mut worker = world.signed_in("吴敏");
        worker.open(&format!("/counter?q={before}"));
        worker.send("/counter/look", &[("q", &before), ("person", &gone.to_string()), ("why", "check")]);
        let id = ActId::new(world.db().chance(), world.now());
        let ended = world.db().act_wait(area, move |tx| {
            let head = Head { id, area, by: By::Office, no: None, token: None };
            relation_end(tx, head, RelationEnd { relation, until: moved })
        });
        ended.expect("moved out");
        begin(world.db()).expect("the timer is set");
        let looked = || {
            let count = world.db().read_wait(|r| Ok(r.row(LOOKED, &[], |row| row.int(0))?));
            count.expect("counted").unwrap_or_default()
        };
        let sent = || {
            let (sql, before) = (SENT, moved.at(0, 0).micros());
            let count = world.db().read_wait(move |r| Ok(r.row(sql, &[before.into()], |row| row.int(0))?));
            count.expect("counted").unwrap_or_default()
        };
        assert!(sent() > 0, "there is an inbox with something in it");
        let night = |data: Data, late: i32| {
            let mut last = moved;
            while moved >= gone_before(last.plus(1), data.limits().usual) {
                last = last.plus(1);
            }
            last.plus(late).at(3, 31)
        };
        world.pass_to(night(Data::Resident, 0));
        assert!(name(gone).is_some() && looked() == 1, "on its last day it is there");
        world.pass_to(night(Data::Resident, 1));
        assert!(name(gone).is_none() && name(stays).is_some(), "the night after");
        assert_eq!(looked(), 0, "with somebody goes who looked them up");
        assert_eq!(sent(), 0, "what was sent two years ago and before");
        assert_eq!(world.findings(), []);
    }
}

/// How many texts hold these words.
fn holding(world: &World, words: &'static str) -> i64 {
    const SQL: &str = "SELECT count(*) FROM journal_text WHERE value LIKE '%' || $1 || '%'";
    let count = world.db().read_wait(move |r| Ok(r.row(SQL, &[words.into()], |row| row.int(0))?));
    count.expect("counted").unwrap_or_default()
}

/// What ended on a day goes in the night after its last day, and not in the one before.
fn goes_in_time(world: &World, ended: Day, data: Data, words: &'static str) {
    let mut last = ended;
    while ended >= gone_before(last.plus(1), data.limits().usual) {
        last = last.plus(1);
    }
    world.pass_to(last.at(3, 31));
    assert!(holding(world, words) > 0, "{data:?}: on its last day it is there");
    world.pass_to(last.plus(1).at(3, 31));
    assert_eq!(holding(world, words), 0, "{data:?}: the night after");
    assert_eq!(world.findings(), []);
}

#[test]
fn the_words_of_a_report_go_with_what_was_published_of_them_and_the_title_stays() {
    for world in World::everywhere() {
        let mut anyone = world.signed_in("张玉兰");
        anyone.open("/report");
        anyone.send("/report", &[("words", "珈蓝：我家门口的灯不亮"), ("place", "芙蓉里"), ("see", "neighbours")]);
        let no = anyone.page.between("class=\"no num\">", "</p>").unwrap_or_default();
        let no = no.rsplit("</span>").next().unwrap_or("").trim().to_owned();
        let desk: String =
            no.bytes().map(|b| if b.is_ascii() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect();
        let mut worker = world.signed_in("吴敏");
        worker.open(&format!("/desk/{desk}?do=publication"));
        worker.send(
            &format!("/desk/{desk}/publication"),
            &[("title", "西门灯不亮"), ("words", "西门的灯不亮"), ("show", "yes")],
        );
        worker.open(&format!("/desk/{desk}?do=decline"));
        worker.send(&format!("/desk/{desk}/decline"), &[("note", "请打 12345")]);
        assert_eq!(worker.page.status, 200, "{}", worker.page.text());
        let mut public = world.stranger();
        public.open(&format!("/m/{desk}"));
        assert!(public.page.says("西门的灯不亮"), "everybody reads it: {}", public.page.text());
        begin(world.db()).expect("the timer is set");
        goes_in_time(&world, world.now().day(), Data::Words, "珈蓝：我家门口");
        public.open(&format!("/m/{desk}"));
        assert!(public.page.says("西门灯不亮") && !public.page.says("西门的灯不亮"), "{}", public.page.text());
    }
}

#[test]
fn what_was_written_about_an_incident_goes_after_its_time() {
    for world in World::everywhere() {
        let mut secretary = world.signed_in("周国栋");
        let day = world.now().day().to_string();
        secretary.open("/incidents/new");
        let what = [
            ("what", "珈蓝名单发错了群"),
            ("noticed", day.as_str()),
            ("at", "00:00"),
            ("kinds", "contact"),
            ("people", "30"),
            ("harm", "可能有骗子电话"),
            ("done", "马上撤回"),
        ];
        secretary.send("/incidents/new", &what);
        let here = secretary.page.url.split('?').next().unwrap_or_default().to_owned();
        for (step, words) in [("authority", "珈蓝电话报告"), ("spared", "没人看过"), ("closed", "查清了")]
        {
            secretary.open(&format!("{here}/step"));
            secretary.send(&format!("{here}/step"), &[("step", step), ("words", words)]);
            assert_eq!(secretary.page.status, 200, "{step}: {}", secretary.page.text());
        }
        begin(world.db()).expect("the timer is set");
        goes_in_time(&world, world.now().day(), Data::Incident, "珈蓝");
    }
}

#[test]
fn who_was_looked_up_goes_after_its_time_though_the_person_stays() {
    for world in World::everywhere() {
        let mut worker = world.signed_in("吴敏");
        let found = world.db().read_wait(|r| {
            let root = find::roots(r)?.first().map(|a| a.id).expect("a root");
            Ok(find::people_named(r, root, "张玉兰", 1)?)
        });
        let zhang = found.expect("read")[0].to_string();
        worker.open("/counter?q=张玉兰");
        worker.send("/counter/look", &[("q", "张玉兰"), ("person", &zhang), ("why", "check")]);
        begin(world.db()).expect("the timer is set");
        let looked = || {
            let count = world.db().read_wait(|r| Ok(r.row(LOOKED, &[], |row| row.int(0))?));
            count.expect("counted").unwrap_or_default()
        };
        let (done, mut last) = (world.now().day(), world.now().day());
        while done >= gone_before(last.plus(1), Data::LookUp.limits().usual) {
            last = last.plus(1);
        }
        world.pass_to(last.at(3, 31));
        assert_eq!(looked(), 1, "on its last day it is there");
        world.pass_to(last.plus(1).at(3, 31));
        assert_eq!(looked(), 0, "the night after");
        assert_eq!(world.findings(), []);
    }
}
