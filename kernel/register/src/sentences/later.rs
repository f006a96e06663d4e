//! The sentences of refusals about units, owner-sets, deputies, charges and mergers.

use crate::Refusal;

/// Code, field, Chinese, English.
pub(super) const fn entry(refusal: Refusal) -> (&'static str, Option<&'static str>, &'static str, &'static str) {
    match refusal {
        Refusal::EntranceUnknown => (
            "register.entrance_unknown",
            Some("entrance"),
            "这栋楼没有这个单元门，请从列表里选，或者先登记单元。",
            "This building has no such entrance. Please choose one from the list, or register it first.",
        ),
        Refusal::EntranceTaken => (
            "register.entrance_taken",
            Some("name"),
            "这栋楼已经有叫这个名字的单元了，请换一个。",
            "This building already has an entrance of that name. Please choose another.",
        ),
        Refusal::UnitGone => (
            "register.unit_gone",
            Some("unit"),
            "这个房号已经拆开或合并掉了，请到新的房号上办。",
            "This unit was split or merged and is no more. Please use the new one.",
        ),
        Refusal::UnitChange => (
            "register.unit_change",
            Some("into"),
            "拆分是一个变几个，合并是几个变一个，最多 10 个，请核对。",
            "A split makes several of one, a merger one of several, at most ten. Please compare them.",
        ),
        Refusal::OwnersNone => (
            "register.owners_none",
            Some("owners"),
            "产权户至少要有一个业主和一个房号，请补上。",
            "An owner-set needs at least one owner and one unit. Please add them.",
        ),
        Refusal::OwnersMany => (
            "register.owners_many",
            Some("owners"),
            "一个产权户最多 20 个业主、50 个房号，请分开登记。",
            "An owner-set has at most 20 owners and 50 units. Please register it in parts.",
        ),
        Refusal::OwnerTwice => (
            "register.owner_twice",
            Some("owners"),
            "同一个业主或房号写了两遍，请删掉一个。",
            "The same owner or unit is there twice. Please take one out.",
        ),
        Refusal::OwnersTaken => (
            "register.owners_taken",
            Some("since"),
            "这个房号这段时间已经有产权户，请先把原来的截止日写上。",
            "On some of these days the unit belongs to other owners. Please enter their last day first.",
        ),
        Refusal::OwnersDiffer => (
            "register.owners_differ",
            Some("units"),
            "要合并的房号不是同一个产权户的，请先把产权户登记成一样的。",
            "The units to be merged do not belong to the same owners. Please change the owners first.",
        ),
        Refusal::TwoHouseholds => (
            "register.two_households",
            Some("kind"),
            "这个人这段时间已经算在另一户里了。搬过来的，先把那边的截止日写上；只是房子在这儿的，登记成不住这儿的业主；只接电话的，选代为联系。",
            "This person already belongs to another household on some of these days. If they moved, enter the last day there first; if they only own the unit, register an owner who lives elsewhere; if they only answer the phone, choose contact.",
        ),
        Refusal::RelationFixed => (
            "register.relation_fixed",
            Some("kind"),
            "关系的人和房号定了就不能改，请把它结束，另外登记一条。",
            "A relation keeps its person and unit. Please end it and register another one.",
        ),
        Refusal::MergeWith => (
            "register.merge_with",
            Some("successor"),
            "不能并到这里：要并到同一级、还在用、又不在它里面的区域。",
            "It cannot be merged into that one: it must be of the same step, still there, and not lie within it.",
        ),
        Refusal::MergeBuildings => (
            "register.merge_buildings",
            Some("successor"),
            "两边有同名的楼，请先给其中一栋改名再合并。",
            "Both have a building of the same name. Please rename one of them before the merger.",
        ),
        Refusal::DeputyHolder => (
            "register.deputy_holder",
            Some("person"),
            "岗位上的人不能给自己代班，请选另一个人。",
            "The holder cannot be their own deputy. Please choose somebody else.",
        ),
        Refusal::DeputyTerm => (
            "register.deputy_term",
            Some("since"),
            "代班要在这个岗位的任期以内，请改一下日期。",
            "A deputy's days must lie within the seat's own term. Please change the dates.",
        ),
        Refusal::DeputyOverlap => (
            "register.deputy_overlap",
            Some("since"),
            "这几天已经有人代班了，请先改那一位的日期。",
            "Somebody already is deputy on some of these days. Please change their dates first.",
        ),
        Refusal::ChargeWhat => (
            "register.charge_what",
            Some("what"),
            "请选一个网格或一栋楼，选一样；定了就不能换，请另外登记。",
            "Please choose one grid or one building. A charge keeps it; register another one instead.",
        ),
        Refusal::Guardian => (
            "register.guardian",
            Some("guardian"),
            "监护人要是登记过的另一个人，满 14 岁，请从列表里选。",
            "The guardian must be another registered person who is 14 or older. Please choose one from the list.",
        ),
        Refusal::ChildActs => (
            "register.child_acts",
            Some("guardian"),
            "这个人有岗位，或者是别的孩子的监护人，不能登记成不满 14 岁。",
            "This person holds a seat or is somebody's guardian, so they cannot be registered as under 14.",
        ),
        Refusal::NoChild => (
            "register.no_child",
            None,
            "这个人没有登记成不满 14 岁，不用再办。",
            "This person is not registered as under 14, so there is nothing to end.",
        ),
        _ => (
            "register.charge_outside",
            Some("what"),
            "这个岗位管不到那里，请换一个岗位或地方。",
            "That place is not this seat's. Please choose another seat or place.",
        ),
    }
}
