//! Who asks.

use crate::{Browser, World, today};
use lianxin_base::SeatId;
use lianxin_gate::{Login, password, set_password};
use lianxin_register::find;
use std::collections::BTreeSet;

/// Which community somebody belongs to or looks after; what lies in the other one is outside for them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Not signed in: everything is outside.
    Nobody,
    /// 芙蓉社区 or a part of it.
    Here,
    /// 红都社区.
    There,
    /// The machine's administrator: nothing is outside.
    Everywhere,
}

/// A column of the table.
pub(super) struct Role {
    /// Its name.
    pub(super) name: &'static str,
    /// Whom it stands for in the planted house.
    pub(super) who: &'static str,
    pub(super) side: Side,
}

const fn role(name: &'static str, who: &'static str, side: Side) -> Role {
    Role { name, who, side }
}

/// The demonstration has none of these; they are planted for the table.
pub(super) const LIAISON: &str = "联络员";
pub(super) const FRONT_DESK: &str = "物业前台";

pub(super) const ROLES: &[Role] = &[
    role("谁都行 anyone", "", Side::Nobody),
    role("居民 resident", "张玉兰", Side::Here),
    role("邻居 neighbour", "冯雪", Side::Here),
    role("楼栋长 building head", "赵桂兰", Side::Here),
    role("网格员 grid worker", "李秀英", Side::Here),
    role("联络员 liaison", LIAISON, Side::Here),
    role("社工 worker", "吴敏", Side::Here),
    role("书记 secretary", "周国栋", Side::Here),
    role("别的社区 worker elsewhere", "红都社区居委会", Side::There),
    role("业委会 committee", "刘志强", Side::Here),
    role("物业经理 company manager", "马建军", Side::Here),
    role("物业前台 company desk", FRONT_DESK, Side::Here),
    role("维修工 company staff", "王建国", Side::Here),
    role("别的物业 company elsewhere", "红都社区物业公司", Side::There),
    role("部门 department", "何芳", Side::Here),
    role("统筹 coordinator", "高远", Side::Here),
    role("管理员 admin", "系统管理员", Side::Everywhere),
];

/// Which roles the columns hold in the register today, by name.
pub(super) fn held(world: &World) -> BTreeSet<String> {
    let read = world.db().read_wait(|r| {
        let (mut all, root) = (BTreeSet::new(), find::roots(r)?.first().map(|a| a.id));
        for area in root.map(|root| find::areas_below(r, root)).transpose()?.unwrap_or_default() {
            for org in find::orgs(r, area.id)? {
                for seat in find::seats_of_org(r, org.id, today())? {
                    let person = seat.person.map(|p| find::person_name(r, p)).transpose()?.flatten();
                    let names = [Some(org.name.clone()), Some(seat.title), person];
                    if ROLES.iter().any(|role| names.iter().flatten().any(|name| name == role.who)) {
                        all.insert(seat.role);
                    }
                }
            }
        }
        Ok(all)
    });
    read.expect("read")
}

const PASSWORD: &str = "只为问一遍谁能进";

/// Signs in a seat that has no password yet: one of the told story, or one planted for the table.
pub(super) fn entered<'w>(world: &'w World, org: &'static str, seat: SeatId) -> Browser<'w> {
    let db = world.db();
    let hash = password::hash(PASSWORD, db.chance()).expect("long enough");
    let name = Login::read(org).expect("a name");
    let set = db.keep_wait(move |tx| set_password(tx, &name, seat, None, &hash));
    set.unwrap_or_else(|why| panic!("a password for {org}: {why:?}"));
    let mut browser = world.stranger();
    browser.open("/login");
    browser.send("/login", &[("login", org), ("password", PASSWORD)]);
    assert_eq!(browser.page.status, 200, "{}", browser.page.text());
    browser
}
