use lianxin_base::Lang;
use std::fmt;
use std::str::FromStr;

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $zh:literal, $en:literal, $reach:ident;)*) => {
        /// What a seat 岗位 is for. Stored in the register by its name; what it may do is data ([`crate::Powers`]).
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Role { $($(#[$doc])* $name,)* }

        impl Role {
            /// All of them, in the order of the settings page.
            pub const ALL: &[Self] = &[$(Self::$name),*];
            /// Its name in the register.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
            /// How far its sight reaches.
            pub const fn reach(self) -> Reach {
                match self { $(Self::$name => Reach::$reach,)* }
            }
            /// Whether it works out of doors with a paired phone instead of a password.
            pub const fn is_field(self) -> bool {
                matches!(self, Self::CompanyStaff | Self::GridWorker | Self::BuildingHead | Self::Liaison)
            }
            /// Its usual title; a seat may carry one of its own.
            pub const fn say(self, lang: Lang) -> &'static str {
                match (self, lang) { $((Self::$name, Lang::Zh) => $zh, (Self::$name, Lang::En) => $en,)* }
            }
        }

        impl FromStr for Role {
            type Err = NoRole;
            fn from_str(text: &str) -> Result<Self, NoRole> {
                match text { $($text => Ok(Self::$name),)* _ => Err(NoRole) }
            }
        }
    };
}

/// How far a role sees by itself; what it may do there is a matter of its capabilities.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// Everything on this machine.
    Everything,
    /// The seat's area and what lies in it.
    Area,
    /// The compounds its company has under contract today.
    Contract,
    /// What its organisation holds or held.
    Held,
}

/// No role has this name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoRole;

impl fmt::Display for NoRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a role")
    }
}
impl std::error::Error for NoRole {}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

roles! {
    /// Runs this machine; no part of the community's work.
    Admin = "admin", "本机管理员", "Administrator of this machine", Everything;
    /// Coordinates a street's or district's organisations.
    Coordinator = "coordinator", "统筹协调员", "Coordinator", Area;
    /// Secretary of a community.
    Secretary = "secretary", "社区书记", "Community secretary", Area;
    /// Community worker at the desk.
    Worker = "worker", "社区工作者", "Community worker", Area;
    /// Looks after a grid of buildings.
    GridWorker = "grid_worker", "网格员", "Grid worker", Area;
    /// Liaison 联络员 of a building or compound.
    Liaison = "liaison", "联络员", "Liaison", Area;
    /// Head of a building.
    BuildingHead = "building_head", "楼栋长", "Building head", Area;
    /// Member of an owners' committee.
    CommitteeMember = "committee_member", "业委会委员", "Owners’ committee member", Area;
    /// Manager of a property company.
    CompanyManager = "company_manager", "物业项目经理", "Property manager", Contract;
    /// Front desk of a property company.
    CompanyDesk = "company_desk", "物业前台", "Property front desk", Contract;
    /// Works for a property company: repairs, cleaning, guards.
    CompanyStaff = "company_staff", "物业员工", "Property staff", Held;
    /// Handles what comes to a department.
    Department = "department", "部门经办人", "Department officer", Held;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_reads_back_and_has_words() {
        for role in Role::ALL {
            assert_eq!(role.name().parse(), Ok(*role));
            for lang in Lang::ALL {
                assert!(!role.say(lang).is_empty());
            }
        }
        assert_eq!("Worker".parse::<Role>(), Err(NoRole));
    }

    #[test]
    fn only_the_machines_administrator_reaches_everything_and_only_companies_reach_by_contract() {
        for role in Role::ALL {
            assert_eq!(role.reach() == Reach::Everything, *role == Role::Admin, "{role}");
            assert_eq!(
                role.reach() == Reach::Contract,
                matches!(role, Role::CompanyManager | Role::CompanyDesk),
                "{role}"
            );
        }
    }
}
