//! Columns that several sheets share, and the words people use in them.

use lianxin_paper::{Column, Door, Form, Line, What, Wrong, building_name, door, unit_label};
use lianxin_register::{AreaSource, RelationKind, UnitKind, UnitUse};

/// No register field of a person is longer.
pub(super) const NAME: usize = 40;

pub(super) const AREA: Column = Column::new("area", &["小区", "小区名称", "所属小区", "项目", "项目名称"])
    .down()
    .says("小区的全名或简称；表里都是一个小区时可以不要这一列，写在标题里也行", "芙蓉里");
pub(super) const BUILDING: Column =
    Column::new("building", &["楼号", "楼栋", "楼栋号", "栋号", "幢号", "楼幢", "栋", "楼"])
        .down()
        .says("只写数字就是“几号楼”", "3号楼");
pub(super) const ENTRANCE: Column =
    Column::new("entrance", &["单元", "单元号", "门栋"]).down().says("没有单元就空着；商铺写 0", "2");
pub(super) const ROOM: Column =
    Column::new("room", &["房号", "房间", "房间号", "室号", "户号", "房屋号"]).form(Form::Code).says("门上的号", "501");
/// One cell with the whole door.
pub(super) const DOOR: Column =
    Column::new("door", &["房屋", "房屋编码", "门牌", "门牌号", "房屋地址", "小区楼栋", "地址"])
        .says("楼号、单元、房号写在一格里时用这一列", "3-2-501");
pub(super) const OWNER: Column =
    Column::new("owner", &["业主", "业主名称", "业主姓名", "产权人", "房主", "户主", "姓名", "名称"])
        .says("几个人共有就用逗号隔开；单位买的写单位全名", "张玉兰");
pub(super) const PHONE: Column =
    Column::new("phone", &["手机号", "手机", "手机号码", "联系电话", "电话", "电话号码", "业主电话", "联系方式"])
        .form(Form::Code)
        .says("没有就空着", "13812345678");
pub(super) const GRID: Column = Column::new("grid", &["网格", "网格名称", "所属网格", "网格编号"])
    .says("册上已有的网格名称，没有就空着", "第一网格");
pub(super) const SINCE: Column = Column::new("since", &["起始日期", "入住日期", "起租日期", "过户日期", "任职日期"])
    .form(Form::Day)
    .says("从哪天起；过户的写过户那天", "2026-03-03");
pub(super) const UNTIL: Column =
    Column::new("until", &["结束日期", "到期日期", "退租日期", "卸任日期"]).form(Form::Day).says("还在就空着", "");

pub(super) const KINDS: &[(&str, UnitKind)] = &[
    ("住宅", UnitKind::Dwelling),
    ("商铺", UnitKind::Shop),
    ("储物间", UnitKind::Storage),
    ("车位", UnitKind::Parking),
    ("住房", UnitKind::Dwelling),
    ("商业", UnitKind::Shop),
    ("门市", UnitKind::Shop),
    ("门面", UnitKind::Shop),
    ("底商", UnitKind::Shop),
    ("商服", UnitKind::Shop),
    ("储藏室", UnitKind::Storage),
    ("地下室", UnitKind::Storage),
    ("车库", UnitKind::Parking),
];
pub(super) const SOURCES: &[(&str, AreaSource)] = &[
    ("不动产登记簿", AreaSource::Register),
    ("测绘", AreaSource::Survey),
    ("买卖合同", AreaSource::Contract),
    ("房产证", AreaSource::Register),
    ("不动产证", AreaSource::Register),
    ("合同", AreaSource::Contract),
];
pub(super) const USES: &[(&str, UnitUse)] = &[
    ("住人", UnitUse::Living),
    ("做买卖", UnitUse::Business),
    ("放东西", UnitUse::Keeping),
    ("空着", UnitUse::Empty),
    ("自住", UnitUse::Living),
    ("出租", UnitUse::Living),
    ("居住", UnitUse::Living),
    ("经营", UnitUse::Business),
    ("门市", UnitUse::Business),
    ("仓储", UnitUse::Keeping),
    ("仓库", UnitUse::Keeping),
    ("空置", UnitUse::Empty),
];
pub(super) const RELATIONS: &[(&str, RelationKind)] = &[
    ("业主", RelationKind::Owner),
    ("租户", RelationKind::Tenant),
    ("家属", RelationKind::Relative),
    ("代为联系", RelationKind::Contact),
    ("产权人", RelationKind::Owner),
    ("共有人", RelationKind::Owner),
    ("房主", RelationKind::Owner),
    ("户主", RelationKind::Owner),
    ("本人", RelationKind::Owner),
    ("租客", RelationKind::Tenant),
    ("承租人", RelationKind::Tenant),
    ("家庭成员", RelationKind::Relative),
    ("配偶", RelationKind::Relative),
    ("子女", RelationKind::Relative),
    ("父母", RelationKind::Relative),
    ("联系人", RelationKind::Contact),
];

pub(super) const NTH: &[(&str, usize)] = &[
    ("第1户", 1),
    ("第2户", 2),
    ("第3户", 3),
    ("第4户", 4),
    ("第5户", 5),
    ("第6户", 6),
    ("第一户", 1),
    ("第二户", 2),
    ("第三户", 3),
    ("1", 1),
    ("2", 2),
    ("3", 3),
    ("4", 4),
    ("5", 5),
    ("6", 6),
];

/// The door a line is about.
pub(super) fn door_of(line: &Line) -> Result<Door, Wrong> {
    if let Some(room) = line.code(&ROOM, 20)? {
        let entrance = line.code(&ENTRANCE, 10)?.unwrap_or_default();
        let building = line.code(&BUILDING, 20)?.ok_or(Wrong::of(&BUILDING, What::Missing))?;
        return Ok(Door { building: building_name(&building), unit: unit_label(&entrance, &room) });
    }
    let Some(whole) = line.code(&DOOR, 60)? else { return Err(Wrong::of(&ROOM, What::Missing)) };
    door(&whole).ok_or(Wrong::of(&DOOR, What::Word))
}

/// Lines of one building stand or fall together.
pub(super) fn by_building(line: &Line) -> String {
    door_of(line).map_or_else(|_| line.code(&BUILDING, 20).ok().flatten().unwrap_or_default(), |d| d.building)
}
