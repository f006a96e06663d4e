//! The sentences of refusals about households, people, organisations, contracts and seats.

use super::later;
use crate::Refusal;

/// Code, field, Chinese, English.
pub(super) const fn entry(refusal: Refusal) -> (&'static str, Option<&'static str>, &'static str, &'static str) {
    match refusal {
        Refusal::HouseholdUnknown => (
            "register.household_unknown",
            Some("household"),
            "没有找到这户人家，请先登记住户。",
            "This household is not in the register. Please register it first.",
        ),
        Refusal::PersonUnknown => (
            "register.person_unknown",
            Some("person"),
            "没有找到这个人，请先登记。",
            "This person is not in the register. Please register them first.",
        ),
        Refusal::RelationLoose => (
            "register.relation_loose",
            Some("unit"),
            "请选住户或房号，至少选一个。",
            "Please choose a household or a unit, at least one of them.",
        ),
        Refusal::RelationUnknown => (
            "register.relation_unknown",
            None,
            "没有找到这条关系，请刷新后再看。",
            "This relation is not in the register. Please reload the page.",
        ),
        Refusal::OrgUnknown => (
            "register.org_unknown",
            Some("org"),
            "没有找到这个单位，请先登记。",
            "This organisation is not in the register. Please register it first.",
        ),
        Refusal::OrgKind => (
            "register.org_kind",
            Some("org"),
            "只有物业公司才有物业合同，请选一家物业公司。",
            "Only a property company has such a contract. Please choose one.",
        ),
        Refusal::OrgFixed => (
            "register.org_fixed",
            Some("kind"),
            "单位的类别定了就不能改，请另外登记一个。",
            "An organisation keeps its kind. Please register another one.",
        ),
        Refusal::ContractOverlap => (
            "register.contract_overlap",
            Some("since"),
            "这个小区这段时间已经有一份物业合同，请先改它的截止日。",
            "This compound already has a contract for some of these days. Please end that one first.",
        ),
        Refusal::ContractFixed => (
            "register.contract_fixed",
            Some("org"),
            "合同的公司和小区定了就不能改，请另外登记一份。",
            "A contract keeps its company and compound. Please register another one.",
        ),
        Refusal::SeatUnknown => (
            "register.seat_unknown",
            None,
            "没有找到这个岗位，请刷新后再看。",
            "This seat is not in the register. Please reload the page.",
        ),
        Refusal::SeatOutside => (
            "register.seat_outside",
            Some("area"),
            "这个单位管不到所选的区域，请换一个区域，物业公司请先登记合同。",
            "That area is not this organisation's. Please choose another; for a company, register its contract first.",
        ),
        Refusal::Ended => (
            "register.ended",
            Some("until"),
            "它已经在更早的一天结束了，不用再结束一次。",
            "It has already ended on an earlier day; nothing more is needed.",
        ),
        other => later::entry(other),
    }
}
