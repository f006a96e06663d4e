use lianxin_base::Lang;
use std::fmt;
use std::str::FromStr;

/// No such kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoKind;

impl fmt::Display for NoKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no such kind")
    }
}
impl std::error::Error for NoKind {}

macro_rules! kind {
    ($(#[$doc:meta])* $name:ident { $($(#[$item_doc:meta])* $item:ident = $text:literal, $zh:literal, $en:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name { $($(#[$item_doc])* $item,)* }

        impl $name {
            /// All of them, in the order a form offers them.
            pub const ALL: &[Self] = &[$(Self::$item),*];
            /// Its name in the register.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$item => $text,)* }
            }
            /// What people call it.
            pub const fn say(self, lang: Lang) -> &'static str {
                match (self, lang) { $((Self::$item, Lang::Zh) => $zh, (Self::$item, Lang::En) => $en,)* }
            }
        }

        impl FromStr for $name {
            type Err = NoKind;
            fn from_str(text: &str) -> Result<Self, NoKind> {
                match text { $($text => Ok(Self::$item),)* _ => Err(NoKind) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

kind! {
    /// What an area is.
    AreaKind {
        /// A county, banner or city district.
        District = "district", "区县", "District";
        /// A street office's area; towns and sumu stand on the same step.
        Street = "street", "街道", "Street";
        /// An urban community.
        Community = "community", "社区", "Community";
        /// A village.
        Village = "village", "村", "Village";
        /// A residential compound.
        Compound = "compound", "小区", "Compound";
    }
}

kind! {
    /// What a unit is used for.
    UnitKind {
        /// A flat or house.
        Dwelling = "dwelling", "住宅", "Dwelling";
        /// A shop or office.
        Shop = "shop", "商铺", "Shop";
        /// A storage room.
        Storage = "storage", "储物间", "Storage";
        /// A parking space.
        Parking = "parking", "车位", "Parking space";
    }
}

kind! {
    /// Where a floor area was read, the best source first (法释〔2009〕7号 art. 8).
    AreaSource {
        /// The real-estate register.
        Register = "register", "不动产登记簿", "Real-estate register";
        /// A survey.
        Survey = "survey", "测绘", "Survey";
        /// The sales contract.
        Contract = "contract", "买卖合同", "Sales contract";
    }
}

kind! {
    /// What a unit is really used as, where that is not what it was built for.
    UnitUse {
        /// Somebody lives there.
        Living = "living", "住人", "Lived in";
        /// Business is done there.
        Business = "business", "做买卖", "Business";
        /// Things are kept there.
        Keeping = "keeping", "放东西", "Storage";
        /// Nobody uses it.
        Empty = "empty", "空着", "Empty";
    }
}

kind! {
    /// What somebody is to a household or unit.
    RelationKind {
        /// Owns it, or shares in owning it.
        Owner = "owner", "业主", "Owner";
        /// Rents it.
        Tenant = "tenant", "租户", "Tenant";
        /// Lives with the owner or tenant.
        Relative = "relative", "家属", "Relative";
        /// Answers the phone for somebody there.
        Contact = "contact", "代为联系", "Contact";
    }
}

kind! {
    /// What an organisation is.
    OrgKind {
        /// A party organisation.
        Party = "party", "党组织", "Party organisation";
        /// The residents' committee.
        ResidentsCommittee = "residents_committee", "居委会", "Residents’ committee";
        /// An owners' committee.
        OwnersCommittee = "owners_committee", "业委会", "Owners’ committee";
        /// A property company.
        Company = "company", "物业公司", "Property company";
        /// The office that supervises property companies.
        PmOffice = "pm_office", "物管办", "Property management office";
        /// A department.
        Department = "department", "部门", "Department";
        /// A street office.
        Street = "street", "街道办", "Street office";
        /// A community's service station.
        Community = "community", "社区", "Community";
        /// A union of organisations.
        Union = "union", "联合体", "Union";
    }
}

impl AreaKind {
    /// How deep it lies: a parent's step is always smaller.
    pub const fn step(self) -> u8 {
        match self {
            Self::District => 1,
            Self::Street => 2,
            Self::Community | Self::Village => 3,
            Self::Compound => 4,
        }
    }

    /// Whether a report may name it as its place.
    pub const fn is_place(self) -> bool {
        self.step() >= 3
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_reads_back() {
        macro_rules! check {
            ($($name:ident)*) => {$(
                for k in $name::ALL {
                    assert_eq!(k.to_string().parse(), Ok(*k));
                    assert!(Lang::ALL.iter().all(|l| !k.say(*l).is_empty()));
                }
                assert_eq!("?".parse::<$name>(), Err(NoKind));
            )*};
        }
        check!(AreaKind UnitKind UnitUse AreaSource RelationKind OrgKind);
    }
}
