use lianxin_base::{OrgId, PersonId, SeatId};

/// Who acts. The person is always sealed; the organisation a seat belongs to is public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A resident, or anyone with a person's entry in the register.
    Person(PersonId),
    /// Somebody in a seat of an organisation.
    Seat {
        /// The seat.
        seat: SeatId,
        /// Who holds it, when known.
        person: Option<PersonId>,
        /// Its organisation.
        org: OrgId,
    },
    /// Somebody without an account.
    Anyone,
    /// A timer that fell due.
    Clock,
    /// 本机管理员: the machine's own administrator, as commands act.
    Office,
}

impl By {
    pub(crate) fn sealed(&self) -> String {
        match self {
            Self::Person(p) => format!("person {p}"),
            Self::Seat { seat, .. } => format!("seat {seat}"),
            Self::Anyone => "anyone".into(),
            Self::Clock => "clock".into(),
            Self::Office => "office".into(),
        }
    }
    pub(crate) const fn subject(&self) -> Option<PersonId> {
        match self {
            Self::Person(p) => Some(*p),
            Self::Seat { person, .. } => *person,
            _ => None,
        }
    }
    /// The organisation, if a seat acts.
    pub const fn org(&self) -> Option<OrgId> {
        match self {
            Self::Seat { org, .. } => Some(*org),
            _ => None,
        }
    }
}

/// The seat that a sealed `by` names.
pub(crate) fn seat(sealed: &str) -> Option<SeatId> {
    sealed.strip_prefix("seat ")?.parse().ok()
}
