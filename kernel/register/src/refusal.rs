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
