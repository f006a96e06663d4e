//! Who and what is planted. Invented first: the first community planted is a new machine's default.
//!
//! Invented telephone numbers cannot ring anywhere: the area code 0480 and the mobile prefix 154 are given to nobody.
//! Real places and organisations carry their names and nothing else.

use lianxin_gate::Role;
use lianxin_register::{AreaKind, OrgKind, RelationKind};

/// An area and what it lies in.
pub(crate) struct Place {
    pub(crate) name: &'static str,
    pub(crate) code: &'static str,
    pub(crate) kind: AreaKind,
    pub(crate) within: Option<&'static str>,
}

const fn place(name: &'static str, code: &'static str, kind: AreaKind, within: Option<&'static str>) -> Place {
    Place { name, code, kind, within }
}

pub(crate) const PLACES: &[Place] = &[
    place("演示区", "演示区", AreaKind::District, None),
    place("芙蓉街道", "芙蓉街道", AreaKind::Street, Some("演示区")),
    place("芙蓉社区", "芙蓉社区", AreaKind::Community, Some("芙蓉街道")),
    place("芙蓉里", "芙蓉里", AreaKind::Compound, Some("芙蓉社区")),
    place("和平里", "和平里", AreaKind::Compound, Some("芙蓉社区")),
    place("铁东 12 号院", "铁东12号院", AreaKind::Compound, Some("芙蓉社区")),
    place("乌兰浩特市", "乌兰浩特市", AreaKind::District, None),
    place("和平街道", "和平街道", AreaKind::Street, Some("乌兰浩特市")),
    place("红都社区", "红都社区", AreaKind::Community, Some("和平街道")),
    place("御府苑", "御府苑", AreaKind::Compound, Some("红都社区")),
];

/// An organisation, the area it looks after, its duty phone.
pub(crate) struct House {
    pub(crate) name: &'static str,
    pub(crate) short: Option<&'static str>,
    pub(crate) kind: OrgKind,
    pub(crate) area: &'static str,
    pub(crate) phone: Option<&'static str>,
}

const fn house(
    name: &'static str,
    short: &'static str,
    kind: OrgKind,
    area: &'static str,
    phone: &'static str,
) -> House {
    House { name, short: Some(short), kind, area, phone: Some(phone) }
}

const fn real(name: &'static str, kind: OrgKind, area: &'static str) -> House {
    House { name, short: None, kind, area, phone: None }
}

pub(crate) const HOUSES: &[House] = &[
    house("芙蓉社区党委", "社区党委", OrgKind::Party, "芙蓉社区", "0480-8000001"),
    house("芙蓉社区居委会", "居委会", OrgKind::ResidentsCommittee, "芙蓉社区", "0480-8000002"),
    house("芙蓉里业委会", "业委会", OrgKind::OwnersCommittee, "芙蓉里", "0480-8000003"),
    house("红星物业", "红星物业", OrgKind::Company, "演示区", "0480-8000004"),
    house("演示区物管办", "物管办", OrgKind::PmOffice, "演示区", "0480-8000005"),
    house("芙蓉街道办事处", "街道办", OrgKind::Street, "芙蓉街道", "0480-8000006"),
    house("演示区城管大队", "城管", OrgKind::Department, "演示区", "0480-8000007"),
    house("演示区供热站", "供热站", OrgKind::Department, "演示区", "0480-8000008"),
    real("红都社区党支部", OrgKind::Party, "红都社区"),
    real("红都社区居委会", OrgKind::ResidentsCommittee, "红都社区"),
    real("御府苑业委会", OrgKind::OwnersCommittee, "御府苑"),
    real("红都社区物业公司", OrgKind::Company, "红都社区"),
    real("物管办", OrgKind::PmOffice, "乌兰浩特市"),
];

/// Who answers while the office is shut, where that is another number.
pub(crate) const ON_CALL: &[(&str, &str)] = &[("芙蓉社区居委会", "0480-8000102"), ("红星物业", "0480-8000104")];

/// Which company serves which compound. 铁东 12 号院 has none.
pub(crate) const CONTRACTS: &[(&str, &str)] =
    &[("红星物业", "芙蓉里"), ("红星物业", "和平里"), ("红都社区物业公司", "御府苑")];

/// Grids: community, name, duty phone.
pub(crate) const GRIDS: &[(&str, &str, &str)] = &[
    ("芙蓉社区", "芙蓉社区第一网格", "0480-8000011"),
    ("芙蓉社区", "芙蓉社区第二网格", "0480-8000012"),
    ("芙蓉社区", "芙蓉社区第三网格", "0480-8000013"),
];

/// How the units of a building are numbered.
pub(crate) enum Shape {
    /// Entrances, floors, flats a floor.
    Flats(u8, u8, u8),
    /// Doors of a row of houses.
    Row(u8),
    /// Shops along the street.
    Shops(u8),
}

/// Buildings of one shape: compound, grid, how many and what they are called.
pub(crate) struct Block {
    pub(crate) area: &'static str,
    pub(crate) grid: &'static str,
    pub(crate) names: &'static [&'static str],
    pub(crate) shape: Shape,
}

pub(crate) const BLOCKS: &[Block] = &[
    Block {
        area: "芙蓉里",
        grid: "芙蓉社区第一网格",
        names: &["1 号楼", "2 号楼", "3 号楼", "4 号楼", "5 号楼", "6 号楼"],
        shape: Shape::Flats(2, 6, 2),
    },
    Block {
        area: "和平里",
        grid: "芙蓉社区第二网格",
        names: &["1 号楼", "2 号楼", "3 号楼", "4 号楼"],
        shape: Shape::Flats(2, 11, 2),
    },
    Block {
        area: "铁东 12 号院", grid: "芙蓉社区第三网格", names: &["东排", "西排"], shape: Shape::Row(8)
    },
    Block {
        area: "铁东 12 号院", grid: "芙蓉社区第三网格", names: &["临街商铺"], shape: Shape::Shops(4)
    },
];

/// Somebody of a household: name, what they are to it, telephone.
pub(crate) struct Member(pub(crate) &'static str, pub(crate) RelationKind, pub(crate) Option<&'static str>);

const fn owner(name: &'static str, phone: &'static str) -> Member {
    Member(name, RelationKind::Owner, Some(phone))
}
const fn tenant(name: &'static str, phone: &'static str) -> Member {
    Member(name, RelationKind::Tenant, Some(phone))
}
const fn relative(name: &'static str) -> Member {
    Member(name, RelationKind::Relative, None)
}

/// A household, the unit it lives in, and who belongs to it.
pub(crate) struct Home {
    pub(crate) area: &'static str,
    pub(crate) building: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) members: &'static [Member],
}

const fn home(area: &'static str, building: &'static str, unit: &'static str, members: &'static [Member]) -> Home {
    Home { area, building, unit, members }
}

pub(crate) const HOMES: &[Home] = &[
    // 72, and the first to notice anything on the stairs.
    home("芙蓉里", "3 号楼", "2 单元 501", &[owner("张玉兰", "15400000001")]),
    home("芙蓉里", "3 号楼", "2 单元 301", &[owner("孙立", "15400000002"), relative("姜敏")]),
    home("芙蓉里", "3 号楼", "2 单元 402", &[tenant("陈晓梅", "15400000003")]),
    // 82, a landline and no smart phone; the daughter lives elsewhere and answers for him.
    home(
        "芙蓉里",
        "1 号楼",
        "1 单元 202",
        &[owner("冯德山", "0480-8000091"), Member("冯雪", RelationKind::Contact, Some("15400000004"))],
    ),
    home("芙蓉里", "1 号楼", "2 单元 602", &[owner("田守义", "15400000005")]),
    home("芙蓉里", "2 号楼", "2 单元 101", &[owner("郑文", "15400000006"), relative("郑长河")]),
    home("芙蓉里", "2 号楼", "1 单元 502", &[owner("刘志强", "15400000007")]),
    home("芙蓉里", "4 号楼", "1 单元 301", &[owner("白露", "15400000008")]),
    home("芙蓉里", "4 号楼", "2 单元 201", &[owner("赵桂兰", "15400000009")]),
    home("芙蓉里", "5 号楼", "1 单元 602", &[owner("杨帆", "15400000010"), relative("苏晴")]),
    home("芙蓉里", "5 号楼", "2 单元 102", &[owner("董秀珍", "15400000011")]),
    home("芙蓉里", "6 号楼", "1 单元 402", &[tenant("韩磊", "15400000012")]),
    home("芙蓉里", "6 号楼", "2 单元 201", &[owner("吕淑芬", "15400000013")]),
    home("和平里", "1 号楼", "1 单元 302", &[tenant("罗娜", "15400000014")]),
    home("和平里", "2 号楼", "1 单元 901", &[owner("任桂香", "15400000015")]),
    home("和平里", "3 号楼", "2 单元 801", &[owner("尹建华", "15400000016"), relative("尹德昌")]),
    home("和平里", "4 号楼", "2 单元 1102", &[owner("贾宏", "15400000017")]),
    home("铁东 12 号院", "东排", "3 号", &[owner("佟玉珍", "15400000018")]),
    home("铁东 12 号院", "西排", "5 号", &[owner("康福", "15400000019")]),
    home("铁东 12 号院", "临街商铺", "2 号商铺", &[tenant("魏红", "15400000020")]),
];

/// People who work here and do not live here: name, area, telephone.
pub(crate) const STAFF: &[(&str, &str, Option<&str>)] = &[
    ("周国栋", "芙蓉社区", Some("15400000031")),
    ("吴敏", "芙蓉社区", Some("15400000032")),
    ("李秀英", "芙蓉社区", Some("15400000033")),
    ("马建军", "演示区", Some("15400000034")),
    ("王建国", "演示区", Some("15400000035")),
    ("何芳", "演示区", Some("15400000036")),
    ("邢卫东", "演示区", Some("15400000037")),
    ("宋雅琴", "演示区", Some("15400000038")),
    ("高远", "芙蓉街道", Some("15400000039")),
    ("孟和", "芙蓉社区", Some("15400000040")),
    ("阿依努尔·艾山", "芙蓉社区", Some("15400000041")),
    ("丁雪", "芙蓉社区", Some("15400000042")),
];

/// A seat: by what the stories call it, who sits there, its organisation, how far it looks, its role and title.
pub(crate) struct Chair {
    pub(crate) key: &'static str,
    pub(crate) person: Option<&'static str>,
    pub(crate) org: &'static str,
    pub(crate) area: &'static str,
    pub(crate) role: Role,
    pub(crate) title: &'static str,
    pub(crate) login: Option<&'static str>,
}

const fn chair(
    name: &'static str,
    org: &'static str,
    area: &'static str,
    role: Role,
    title: &'static str,
    login: &'static str,
) -> Chair {
    Chair { key: name, person: Some(name), org, area, role, title, login: Some(login) }
}

/// A seat nobody holds and nobody signs in to: what a newspaper told is entered in its name.
const fn told(key: &'static str, org: &'static str, role: Role) -> Chair {
    Chair { key, person: None, org, area: "红都社区", role, title: "据报道补记", login: None }
}

pub(crate) const CHAIRS: &[Chair] = &[
    chair("吴敏", "芙蓉社区居委会", "芙蓉社区", Role::Worker, "社区工作者", "wumin"),
    chair("周国栋", "芙蓉社区党委", "芙蓉社区", Role::Secretary, "社区书记", "zhouguodong"),
    chair("李秀英", "芙蓉社区居委会", "芙蓉社区", Role::GridWorker, "网格员", "lixiuying"),
    chair("赵桂兰", "芙蓉社区居委会", "芙蓉里", Role::BuildingHead, "楼栋长、居民代表", "zhaoguilan"),
    chair("刘志强", "芙蓉里业委会", "芙蓉里", Role::CommitteeMember, "业委会主任", "liuzhiqiang"),
    chair("马建军", "红星物业", "演示区", Role::CompanyManager, "项目经理", "majianjun"),
    chair("王建国", "红星物业", "演示区", Role::CompanyStaff, "维修工", "wangjianguo"),
    chair("何芳", "演示区城管大队", "演示区", Role::Department, "经办人", "hefang"),
    chair("邢卫东", "演示区供热站", "演示区", Role::Department, "值班经办人", "xingweidong"),
    chair("宋雅琴", "演示区物管办", "演示区", Role::Department, "经办人", "songyaqin"),
    chair("高远", "芙蓉街道办事处", "芙蓉街道", Role::Coordinator, "街道统筹协调员", "gaoyuan"),
    chair("孟和", "芙蓉社区居委会", "芙蓉社区", Role::GridWorker, "网格员", "menghe"),
    chair("阿依努尔·艾山", "芙蓉社区居委会", "芙蓉社区", Role::GridWorker, "网格员", "ayinuer"),
    // Leaves in the demonstration; nobody signs in to a seat that has been handed over.
    Chair {
        key: "丁雪",
        person: Some("丁雪"),
        org: "芙蓉社区居委会",
        area: "芙蓉社区",
        role: Role::Worker,
        title: "社区工作者（民政窗口）",
        login: None,
    },
    Chair {
        key: "系统管理员",
        person: None,
        org: "芙蓉街道办事处",
        area: "芙蓉街道",
        role: Role::Admin,
        title: "系统管理员",
        login: Some("admin"),
    },
    told("红都社区居委会", "红都社区居委会", Role::Worker),
    told("红都社区物业公司", "红都社区物业公司", Role::CompanyDesk),
];

/// Which seat looks after which grid.
pub(crate) const GRID_WORKERS: &[(&str, &str)] =
    &[("李秀英", "芙蓉社区第一网格"), ("孟和", "芙蓉社区第二网格"), ("阿依努尔·艾山", "芙蓉社区第三网格")];

/// Which seat looks after which building.
pub(crate) const BUILDING_HEADS: &[(&str, &str, &str)] = &[("赵桂兰", "芙蓉里", "4 号楼")];

/// Who owns what: compound, building, units, a person, a company.
pub(crate) struct Owned {
    pub(crate) area: &'static str,
    pub(crate) building: &'static str,
    pub(crate) units: &'static [&'static str],
    pub(crate) person: Option<&'static str>,
    pub(crate) org: Option<&'static str>,
}

pub(crate) const OWNED: &[Owned] = &[
    Owned { area: "芙蓉里", building: "3 号楼", units: &["2 单元 501"], person: Some("张玉兰"), org: None },
    Owned {
        area: "芙蓉里", building: "5 号楼", units: &["1 单元 601", "1 单元 602"], person: Some("杨帆"), org: None
    },
    Owned {
        area: "铁东 12 号院",
        building: "临街商铺",
        units: &["1 号商铺", "3 号商铺"],
        person: None,
        org: Some("红星物业"),
    },
];

/// Who gets an entry slip in the demo: whom, and the household of whom it lets in.
pub(crate) const SLIPS: &[(&str, &str)] = &[("张玉兰", "张玉兰"), ("冯雪", "冯德山"), (UNASKED, "郑文")];
/// Who has not come in yet and so has not read the rules.
pub(crate) const UNASKED: &str = "郑长河";

/// Who has set six digits of their own in the demo, and the door they name with them.
pub(crate) const CODE: [&str; 4] = ["孙立", "芙蓉里", "3 号楼", "2 单元 301"];
/// Whose phone the office has paired in the demo.
pub(crate) const PHONE: &str = "王建国";
