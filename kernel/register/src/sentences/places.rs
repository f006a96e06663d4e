//! The sentences of refusals about areas, grids, buildings and units.

use super::people;
use crate::Refusal;

/// Code, field, Chinese, English.
pub(crate) const fn entry(refusal: Refusal) -> (&'static str, Option<&'static str>, &'static str, &'static str) {
    match refusal {
        Refusal::AreaUnknown => (
            "register.area_unknown",
            Some("area"),
            "没有找到这个区域，请从列表里选。",
            "This area is not in the register. Please choose one from the list.",
        ),
        Refusal::AreaKind => (
            "register.area_kind",
            Some("area"),
            "这一级区域不能这样登记：网格属于社区，楼栋属于小区或社区，物业合同属于小区。",
            "That kind of area cannot have this: grids belong to a community, buildings to a compound or community, \
             contracts to a compound.",
        ),
        Refusal::AreaOrder => (
            "register.area_order",
            Some("parent"),
            "上级区域的级别不对，顺序是区县、街道、社区或村、小区。",
            "The area above is of the wrong step: district, street, community or village, compound.",
        ),
        Refusal::AreaFixed => (
            "register.area_fixed",
            Some("kind"),
            "区域的类别定了就不能改，请另外登记一个。",
            "An area keeps its kind. Please register another one.",
        ),
        Refusal::CodeTaken => (
            "register.code_taken",
            Some("code"),
            "这个简称已经有别的区域用了或用过，请换一个，免得旧编号找错地方。",
            "Another area has or had this short name. Please choose another, so that old numbers stay clear.",
        ),
        Refusal::GridUnknown => (
            "register.grid_unknown",
            Some("grid"),
            "这个社区没有这个网格，请从列表里选。",
            "This community has no such grid. Please choose one from the list.",
        ),
        Refusal::BuildingTaken => (
            "register.building_taken",
            Some("name"),
            "这里已经有一栋同名的楼，请换个名字。",
            "There already is a building of this name here. Please choose another name.",
        ),
        Refusal::BuildingFixed => (
            "register.building_fixed",
            Some("area"),
            "楼栋不能换到别的小区，请另外登记一栋。",
            "A building does not move to another compound. Please register another one.",
        ),
        Refusal::UnitsMany => (
            "register.units_many",
            Some("units"),
            "一次最多登记 100 个房号，请分几次登记。",
            "At most 100 units can be registered at a time. Please do it in several steps.",
        ),
        Refusal::UnitTaken => (
            "register.unit_taken",
            Some("units"),
            "同一栋楼里有两个一样的房号，请核对。",
            "Two units of this building have the same label. Please compare them.",
        ),
        Refusal::FloorArea => (
            "register.floor_area",
            Some("floor_area"),
            "面积不对，应大于 0 且不超过一百万平方米。",
            "The floor area must be more than 0 and at most a million square metres.",
        ),
        Refusal::BuildingUnknown => (
            "register.building_unknown",
            Some("building"),
            "没有找到这栋楼，请从列表里选。",
            "This building is not in the register. Please choose one from the list.",
        ),
        Refusal::UnitUnknown => (
            "register.unit_unknown",
            Some("unit"),
            "没有找到这个房号，请从列表里选。",
            "This unit is not in the register. Please choose one from the list.",
        ),
        Refusal::UnitElsewhere => (
            "register.unit_elsewhere",
            Some("unit"),
            "这个房号对不上所选的楼栋或住户，请核对。",
            "This unit does not belong to the building or household chosen. Please compare them.",
        ),
        other => people::entry(other),
    }
}
