use crate::sentences;
use lianxin_base::{Lang, Refuse};

/// Why something does not enter the register, in order of precedence. A name in brackets is the form's field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// A resident identity number stands in the field.
    IdNumber(&'static str),
    /// The field is empty.
    Missing(&'static str),
    /// The field has more characters than it may.
    Long(&'static str, usize),
    /// The field has characters that cannot be seen.
    Unseen(&'static str),
    /// A person's phone is neither a mobile number nor a landline with its area code.
    Phone,
    /// An organisation's or grid's phone cannot be dialled.
    DutyPhone,
    /// An emergency number cannot be dialled.
    EmergencyPhone(&'static str),
    /// A code has blanks or signs in it.
    Code,
    /// A role is not a plain word.
    Role,
    /// The last day lies before the first.
    Dates,
    /// No such area.
    AreaUnknown,
    /// The area is not of a kind that may have this.
    AreaKind,
    /// An area does not lie in one of its own step or below.
    AreaOrder,
    /// An area does not become another kind.
    AreaFixed,
    /// The code belongs or belonged to another area.
    CodeTaken,
    /// No such grid in this community.
    GridUnknown,
    /// Another building of this area has this name.
    BuildingTaken,
    /// No such building.
    BuildingUnknown,
    /// A building does not move to another area.
    BuildingFixed,
    /// Too many units for one act.
    UnitsMany,
    /// Two units of the building have the same label.
    UnitTaken,
    /// A floor area that cannot be.
    FloorArea,
    /// No such unit.
    UnitUnknown,
    /// The unit does not lie in this building, or the household does not live in this unit.
    UnitElsewhere,
    /// No such household.
    HouseholdUnknown,
    /// No such person.
    PersonUnknown,
    /// A relation names neither a household nor a unit.
    RelationLoose,
    /// No such relation.
    RelationUnknown,
    /// No such organisation.
    OrgUnknown,
    /// Only a property company has contracts.
    OrgKind,
    /// An organisation does not become another kind.
    OrgFixed,
    /// Another contract covers some of these days.
    ContractOverlap,
    /// A contract does not move to another company or compound.
    ContractFixed,
    /// No such seat.
    SeatUnknown,
    /// The seat's area lies outside of what its organisation looks after.
    SeatOutside,
    /// It has ended already.
    Ended,
    /// No such entrance in this building.
    EntranceUnknown,
    /// The building has an entrance of this name.
    EntranceTaken,
    /// The unit was split or merged: it is no more.
    UnitGone,
    /// Neither a split of one unit nor a merger into one.
    UnitChange,
    /// An owner-set without owners or without units.
    OwnersNone,
    /// An owner-set with more owners or units than one act takes.
    OwnersMany,
    /// The same owner or unit stands in the set twice.
    OwnerTwice,
    /// A unit belongs to another owner-set on some of these days.
    OwnersTaken,
    /// Units to be merged do not belong to the same owners.
    OwnersDiffer,
    /// The person belongs to another household on some of these days.
    TwoHouseholds,
    /// A relation does not move to another person, household or unit.
    RelationFixed,
    /// The area cannot be merged into that one.
    MergeWith,
    /// Both areas have a building of the same name.
    MergeBuildings,
    /// The holder of a seat is no deputy of their own.
    DeputyHolder,
    /// The deputy's days lie outside the seat's term.
    DeputyTerm,
    /// The seat has another deputy on some of these days.
    DeputyOverlap,
    /// A charge names one grid or one building, and keeps it.
    ChargeWhat,
    /// The seat does not look at that area.
    ChargeOutside,
    /// A guardian is somebody else of the register, 14 or older.
    Guardian,
    /// Who holds a seat or is a guardian is no child under 14.
    ChildActs,
    /// Not registered as under 14.
    NoChild,
}

impl Refusal {
    /// One of each, for `docs/refusals.md`.
    pub const ALL: &[Self] = &[
        Self::IdNumber("name"),
        Self::Missing("name"),
        Self::Long("name", 40),
        Self::Unseen("name"),
        Self::Phone,
        Self::DutyPhone,
        Self::EmergencyPhone("gas"),
        Self::Code,
        Self::Role,
        Self::Dates,
        Self::AreaUnknown,
        Self::AreaKind,
        Self::AreaOrder,
        Self::AreaFixed,
        Self::CodeTaken,
        Self::GridUnknown,
        Self::BuildingTaken,
        Self::BuildingUnknown,
        Self::BuildingFixed,
        Self::UnitsMany,
        Self::UnitTaken,
        Self::FloorArea,
        Self::UnitUnknown,
        Self::UnitElsewhere,
        Self::HouseholdUnknown,
        Self::PersonUnknown,
        Self::RelationLoose,
        Self::RelationUnknown,
        Self::OrgUnknown,
        Self::OrgKind,
        Self::OrgFixed,
        Self::ContractOverlap,
        Self::ContractFixed,
        Self::SeatUnknown,
        Self::SeatOutside,
        Self::Ended,
        Self::EntranceUnknown,
        Self::EntranceTaken,
        Self::UnitGone,
        Self::UnitChange,
        Self::OwnersNone,
        Self::OwnersMany,
        Self::OwnerTwice,
        Self::OwnersTaken,
        Self::OwnersDiffer,
        Self::TwoHouseholds,
        Self::RelationFixed,
        Self::MergeWith,
        Self::MergeBuildings,
        Self::DeputyHolder,
        Self::DeputyTerm,
        Self::DeputyOverlap,
        Self::ChargeWhat,
        Self::ChargeOutside,
        Self::Guardian,
        Self::ChildActs,
        Self::NoChild,
    ];

    /// Code, field, Chinese, English.
    const fn entry(self) -> (&'static str, Option<&'static str>, &'static str, &'static str) {
        match self {
            Self::IdNumber(field) => (
                "register.id_number",
                Some(field),
                "这里像是身份证号，本系统哪里都不存身份证号，请删掉它。",
                "This looks like an identity number. They are stored nowhere here; please take it out.",
            ),
            Self::Missing(field) => {
                ("register.missing", Some(field), "这里还空着，请填上。", "This is still empty. Please fill it in.")
            }
            Self::Long(field, _) => ("register.long", Some(field), "这里太长了", "This is too long"), // completed by `say`
            Self::Unseen(field) => (
                "register.unseen",
                Some(field),
                "这里有看不见的字符，请删掉后重新输入。",
                "This has characters that cannot be seen. Please type it again.",
            ),
            Self::Phone => (
                "register.phone",
                Some("phone"),
                "电话不对：手机 11 位，座机请带区号，如 0475-8123456。",
                "This is no phone number: a mobile has 11 digits, a landline needs its area code, as in 0475-8123456.",
            ),
            Self::DutyPhone => (
                "register.duty_phone",
                Some("phone"),
                "值班电话不对：可填手机、带区号的座机、400 电话或 12345 这样的短号。",
                "This is no duty phone: give a mobile, a landline with area code, a 400 number or a short one such as 12345.",
            ),
            Self::EmergencyPhone(field) => (
                "register.emergency_phone",
                Some(field),
                "这个电话打不通：可填手机、带区号的座机、400 电话或 95598 这样的短号。",
                "This number cannot be dialled: give a mobile, a landline with area code, or a short one such as 95598.",
            ),
            Self::Code => (
                "register.code",
                Some("code"),
                "简称只能用汉字、字母和数字，不能有空格和符号。",
                "A short name has letters and digits only, no blanks or signs.",
            ),
            Self::Role => (
                "register.role",
                Some("role"),
                "没有这种岗位，请从列表里选。",
                "There is no such role. Please choose one from the list.",
            ),
            Self::Dates => (
                "register.dates",
                Some("until"),
                "截止日早于开始日，请改一下日期。",
                "The last day lies before the first. Please change the dates.",
            ),
            Self::AreaUnknown => (
                "register.area_unknown",
                Some("area"),
                "没有找到这个区域，请从列表里选。",
                "This area is not in the register. Please choose one from the list.",
            ),
            Self::AreaKind => (
                "register.area_kind",
                Some("area"),
                "这一级区域不能这样登记：网格属于社区，楼栋属于小区或社区，物业合同属于小区。",
                "That kind of area cannot have this: grids belong to a community, buildings to a compound or community, \
                 contracts to a compound.",
            ),
            Self::AreaOrder => (
                "register.area_order",
                Some("parent"),
                "上级区域的级别不对，顺序是区县、街道、社区或村、小区。",
                "The area above is of the wrong step: district, street, community or village, compound.",
            ),
            Self::AreaFixed => (
                "register.area_fixed",
                Some("kind"),
                "区域的类别定了就不能改，请另外登记一个。",
                "An area keeps its kind. Please register another one.",
            ),
            Self::CodeTaken => (
                "register.code_taken",
                Some("code"),
                "这个简称已经有别的区域用了或用过，请换一个，免得旧编号找错地方。",
                "Another area has or had this short name. Please choose another, so that old numbers stay clear.",
            ),
            other => other.entry_of_people_and_orgs(),
        }
    }

    const fn entry_of_people_and_orgs(self) -> (&'static str, Option<&'static str>, &'static str, &'static str) {
        match self {
            Self::GridUnknown => (
                "register.grid_unknown",
                Some("grid"),
                "这个社区没有这个网格，请从列表里选。",
                "This community has no such grid. Please choose one from the list.",
            ),
            Self::BuildingTaken => (
                "register.building_taken",
                Some("name"),
                "这里已经有一栋同名的楼，请换个名字。",
                "There already is a building of this name here. Please choose another name.",
            ),
            Self::BuildingFixed => (
                "register.building_fixed",
                Some("area"),
                "楼栋不能换到别的小区，请另外登记一栋。",
                "A building does not move to another compound. Please register another one.",
            ),
            Self::UnitsMany => (
                "register.units_many",
                Some("units"),
                "一次最多登记 100 个房号，请分几次登记。",
                "At most 100 units can be registered at a time. Please do it in several steps.",
            ),
            Self::UnitTaken => (
                "register.unit_taken",
                Some("units"),
                "同一栋楼里有两个一样的房号，请核对。",
                "Two units of this building have the same label. Please compare them.",
            ),
            Self::FloorArea => (
                "register.floor_area",
                Some("floor_area"),
                "面积不对，应大于 0 且不超过一百万平方米。",
                "The floor area must be more than 0 and at most a million square metres.",
            ),
            Self::BuildingUnknown => (
                "register.building_unknown",
                Some("building"),
                "没有找到这栋楼，请从列表里选。",
                "This building is not in the register. Please choose one from the list.",
            ),
            Self::UnitUnknown => (
                "register.unit_unknown",
                Some("unit"),
                "没有找到这个房号，请从列表里选。",
                "This unit is not in the register. Please choose one from the list.",
            ),
            Self::UnitElsewhere => (
                "register.unit_elsewhere",
                Some("unit"),
                "这个房号对不上所选的楼栋或住户，请核对。",
                "This unit does not belong to the building or household chosen. Please compare them.",
            ),
            Self::HouseholdUnknown => (
                "register.household_unknown",
                Some("household"),
                "没有找到这户人家，请先登记住户。",
                "This household is not in the register. Please register it first.",
            ),
            Self::PersonUnknown => (
                "register.person_unknown",
                Some("person"),
                "没有找到这个人，请先登记。",
                "This person is not in the register. Please register them first.",
            ),
            Self::RelationLoose => (
                "register.relation_loose",
                Some("unit"),
                "请选住户或房号，至少选一个。",
                "Please choose a household or a unit, at least one of them.",
            ),
            Self::RelationUnknown => (
                "register.relation_unknown",
                None,
                "没有找到这条关系，请刷新后再看。",
                "This relation is not in the register. Please reload the page.",
            ),
            Self::OrgUnknown => (
                "register.org_unknown",
                Some("org"),
                "没有找到这个单位，请先登记。",
                "This organisation is not in the register. Please register it first.",
            ),
            Self::OrgKind => (
                "register.org_kind",
                Some("org"),
                "只有物业公司才有物业合同，请选一家物业公司。",
                "Only a property company has such a contract. Please choose one.",
            ),
            Self::OrgFixed => (
                "register.org_fixed",
                Some("kind"),
                "单位的类别定了就不能改，请另外登记一个。",
                "An organisation keeps its kind. Please register another one.",
            ),
            Self::ContractOverlap => (
                "register.contract_overlap",
                Some("since"),
                "这个小区这段时间已经有一份物业合同，请先改它的截止日。",
                "This compound already has a contract for some of these days. Please end that one first.",
            ),
            Self::ContractFixed => (
                "register.contract_fixed",
                Some("org"),
                "合同的公司和小区定了就不能改，请另外登记一份。",
                "A contract keeps its company and compound. Please register another one.",
            ),
            Self::SeatUnknown => (
                "register.seat_unknown",
                None,
                "没有找到这个岗位，请刷新后再看。",
                "This seat is not in the register. Please reload the page.",
            ),
            Self::SeatOutside => (
                "register.seat_outside",
                Some("area"),
                "这个单位管不到所选的区域，请换一个区域，物业公司请先登记合同。",
                "That area is not this organisation's. Please choose another; for a company, register its contract first.",
            ),
            Self::Ended => (
                "register.ended",
                Some("until"),
                "它已经在更早的一天结束了，不用再结束一次。",
                "It has already ended on an earlier day; nothing more is needed.",
            ),
            other => sentences::entry(other),
        }
    }
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        self.entry().0
    }
    fn say(&self, lang: Lang) -> String {
        let (_, _, zh, en) = self.entry();
        match (self, lang) {
            (Self::Long(_, max), Lang::Zh) => format!("{zh}，最多 {max} 个字，请缩短。"),
            (Self::Long(_, max), Lang::En) => format!("{en}: at most {max} characters. Please shorten it."),
            (_, Lang::Zh) => zh.to_owned(),
            (_, Lang::En) => en.to_owned(),
        }
    }
    fn field(&self) -> Option<&'static str> {
        self.entry().1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_its_own_code_and_a_sentence_in_both_languages() {
        let mut codes: Vec<_> = Refusal::ALL.iter().map(Refuse::code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Refusal::ALL.len());
        for refusal in Refusal::ALL {
            assert!(refusal.code().starts_with("register."), "{refusal:?}");
            assert!(refusal.say(Lang::Zh).ends_with('。'), "{refusal:?}");
            assert!(refusal.say(Lang::En).ends_with('.'), "{refusal:?}");
        }
        assert_eq!(Refusal::Long("name", 40).say(Lang::Zh), "这里太长了，最多 40 个字，请缩短。");
    }
}
