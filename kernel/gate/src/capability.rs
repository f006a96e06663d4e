use crate::Role;
use lianxin_base::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// Something a seat may do, named by the system it belongs to: `council.dispatch`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Capability(pub &'static str);

/// A capability in the words an administrator sees beside its tick-box.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CapabilityWords {
    /// The capability.
    pub cap: Capability,
    /// In Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
}

impl CapabilityWords {
    /// The words in one language.
    pub const fn say(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// What each role may do: the sum of what the systems give it by default.
#[derive(Clone, Debug, Default)]
pub struct Powers {
    caps: BTreeMap<Role, BTreeSet<Capability>>,
    guarded: BTreeSet<Capability>,
}

impl Powers {
    /// Nobody may do anything.
    pub fn new() -> Self {
        Self::default()
    }
    /// Adds capabilities to a role.
    pub fn give(&mut self, role: Role, caps: &[Capability]) {
        self.caps.entry(role).or_default().extend(caps);
    }
    /// Names capabilities that nobody gets with a password alone: money, votes, exports, the machine itself.
    pub fn guard(&mut self, caps: &[Capability]) {
        self.guarded.extend(caps);
    }
    /// Whether the role must sign in with a second step.
    pub fn needs_second(&self, role: Role) -> bool {
        role == Role::Admin || self.of(role).any(|cap| self.guarded.contains(&cap))
    }
    /// Whether the role may.
    pub fn allow(&self, role: Role, cap: Capability) -> bool {
        self.caps.get(&role).is_some_and(|caps| caps.contains(&cap))
    }
    /// What the role may, in order.
    pub fn of(&self, role: Role) -> impl Iterator<Item = Capability> + '_ {
        self.caps.get(&role).into_iter().flatten().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_may_what_the_systems_gave_it_and_no_more() {
        let (look, send) = (Capability("council.look"), Capability("council.dispatch"));
        let mut powers = Powers::new();
        powers.give(Role::Worker, &[look]);
        powers.give(Role::Worker, &[send]);
        powers.give(Role::CompanyStaff, &[look]);
        assert!(powers.allow(Role::Worker, send) && powers.allow(Role::CompanyStaff, look));
        assert!(!powers.allow(Role::CompanyStaff, send) && !powers.allow(Role::Admin, look));
        assert_eq!(powers.of(Role::Worker).collect::<Vec<_>>(), [send, look]);
    }

    #[test]
    fn a_password_alone_is_not_enough_for_the_machine_and_for_what_is_guarded() {
        let mut powers = Powers::new();
        powers.give(Role::Worker, &[Capability("council.look")]);
        powers.give(Role::CompanyManager, &[Capability("property.cash")]);
        powers.guard(&[Capability("property.cash")]);
        for (role, needs) in [(Role::Admin, true), (Role::CompanyManager, true), (Role::Worker, false)] {
            assert_eq!(powers.needs_second(role), needs, "{role}");
        }
    }
}
