use lianxin_base::{AreaId, OrgId, PersonId};

/// What somebody may see. Every finder takes one and asks it about the thing it found: out of scope reads
/// like not there. Lists of areas are already whole subtrees (the session's look-up fills them in).
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Scope {
    /// Everything on this machine.
    Everything,
    /// What lies in these areas.
    Areas(Vec<AreaId>),
    /// What lies in the compounds a company has under contract.
    Contract(Vec<AreaId>),
    /// What one of these organisations holds or held.
    Held(Vec<OrgId>),
    /// What belongs to this person or their household.
    Own(PersonId),
    /// What everybody may see, and no more.
    #[default]
    Public,
    /// Whatever one of these allows.
    Any(Vec<Scope>),
}

/// The thing a scope is asked about.
#[derive(Clone, Copy, Debug)]
pub struct Thing<'a> {
    /// Where it lies, never finer than a compound.
    pub area: AreaId,
    /// The organisations that hold it or held it.
    pub holders: &'a [OrgId],
    /// The people it belongs to: who reported it, for whom, their household's members.
    pub people: &'a [PersonId],
}

impl Scope {
    /// This scope or the other.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Everything, _) | (_, Self::Everything) => Self::Everything,
            (Self::Public, one) | (one, Self::Public) => one,
            (one, other) if one == other => one,
            (Self::Any(mut parts), Self::Any(more)) => {
                parts.extend(more);
                Self::Any(parts)
            }
            (Self::Any(mut parts), one) | (one, Self::Any(mut parts)) => {
                parts.push(one);
                Self::Any(parts)
            }
            (one, other) => Self::Any(vec![one, other]),
        }
    }

    /// Whether it lies within.
    pub fn sees(&self, thing: &Thing<'_>) -> bool {
        match self {
            Self::Everything => true,
            Self::Areas(areas) | Self::Contract(areas) => areas.contains(&thing.area),
            Self::Held(orgs) => orgs.iter().any(|org| thing.holders.contains(org)),
            Self::Own(person) => thing.people.contains(person),
            Self::Public => false,
            Self::Any(parts) => parts.iter().any(|part| part.sees(thing)),
        }
    }

    /// Whether all that happens in an area lies within, whoever holds it.
    pub fn covers(&self, area: AreaId) -> bool {
        self.sees(&Thing { area, holders: &[], people: &[] })
    }

    /// The areas covered whole, for lists; `None` if that is every area there is.
    pub fn areas(&self) -> Option<Vec<AreaId>> {
        let mut all = match self {
            Self::Everything => return None,
            Self::Areas(areas) | Self::Contract(areas) => areas.clone(),
            Self::Held(_) | Self::Own(_) | Self::Public => Vec::new(),
            Self::Any(parts) => parts.iter().map(Self::areas).collect::<Option<Vec<_>>>()?.concat(),
        };
        all.sort_unstable();
        all.dedup();
        Some(all)
    }

    /// The organisations whose holdings lie within, for lists.
    pub fn holders(&self) -> Vec<OrgId> {
        let mut all = match self {
            Self::Held(orgs) => orgs.clone(),
            Self::Any(parts) => parts.iter().flat_map(Self::holders).collect(),
            _ => Vec::new(),
        };
        all.sort_unstable();
        all.dedup();
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn area(n: u8) -> AreaId {
        AreaId::from_bytes([n; 16])
    }
    fn org(n: u8) -> OrgId {
        OrgId::from_bytes([n; 16])
    }
    fn person(n: u8) -> PersonId {
        PersonId::from_bytes([n; 16])
    }

    #[test]
    fn who_sees_a_matter() {
        let (holders, people) = ([org(1), org(2)], [person(1)]);
        let thing = Thing { area: area(1), holders: &holders, people: &people };
        for (who, scope, sees) in [
            ("the machine's administrator", Scope::Everything, true),
            ("a worker of its community", Scope::Areas(vec![area(9), area(1)]), true),
            ("a worker of the next community", Scope::Areas(vec![area(2)]), false),
            ("the company under contract there", Scope::Contract(vec![area(1)]), true),
            ("the company whose contract ended", Scope::Contract(vec![]), false),
            ("the department that sent it on", Scope::Held(vec![org(2)]), true),
            ("a department that never had it", Scope::Held(vec![org(3)]), false),
            ("who reported it", Scope::Own(person(1)), true),
            ("the neighbour", Scope::Own(person(2)), false),
            ("anybody", Scope::Public, false),
            ("a worker who lives elsewhere", Scope::Areas(vec![area(2)]).or(Scope::Own(person(1))), true),
            ("nobody in particular", Scope::Any(vec![]), false),
        ] {
            assert_eq!(scope.sees(&thing), sees, "{who}");
        }
        assert!(!Scope::Held(vec![org(1)]).covers(area(1)), "holding one thing is not covering the place");
    }

    fn any_scope() -> impl Strategy<Value = Scope> {
        prop_oneof![
            Just(Scope::Everything),
            Just(Scope::Public),
            proptest::collection::vec(0u8..4, 0..3).prop_map(|v| Scope::Areas(v.into_iter().map(area).collect())),
            proptest::collection::vec(0u8..4, 0..3).prop_map(|v| Scope::Held(v.into_iter().map(org).collect())),
            (0u8..4).prop_map(|n| Scope::Own(person(n))),
        ]
    }

    proptest! {
        #[test]
        fn two_scopes_together_see_exactly_what_one_of_them_sees(
            parts in proptest::collection::vec(any_scope(), 0..5), a in 0u8..4, o in 0u8..4, p in 0u8..4
        ) {
            let (holders, people) = ([org(o)], [person(p)]);
            let thing = Thing { area: area(a), holders: &holders, people: &people };
            let apart = parts.iter().any(|s| s.sees(&thing));
            let together = parts.iter().cloned().fold(Scope::Public, Scope::or);
            prop_assert_eq!(together.sees(&thing), apart);
            let listed = together.areas().is_none_or(|all| all.contains(&area(a))) || together.holders().contains(&org(o));
            prop_assert_eq!(listed, parts.iter().filter(|s| !matches!(s, Scope::Own(_))).any(|s| s.sees(&thing)));
        }
    }
}
