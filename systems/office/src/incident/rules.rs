//! What may be done about an incident and what not, and by when whom is told; without a database.

use crate::texts::t;
use lianxin_base::{DAY, HOUR, Lang, Moment, Refuse};

/// The authority is told at once, at the latest so long after it was noticed.
pub(crate) const AUTHORITY: i64 = 24 * HOUR;
/// The people concerned are told at once, at the latest so long after.
pub(crate) const RESIDENTS: i64 = 3 * DAY;
/// After a reminder the next comes so much later, until it is done.
pub(crate) const AGAIN: i64 = DAY;
/// Longest text of a form.
pub(crate) const WORDS_MAX: usize = 1000;
/// Nobody here has more people in the register than this.
pub(crate) const PEOPLE_MAX: i64 = 1_000_000;

macro_rules! named {
    ($(#[$doc:meta])* $type:ident { $($(#[$one:meta])* $name:ident $text:literal $label:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(crate) enum $type { $($(#[$one])* $name,)* }
        impl $type {
            /// All of them, in the order of the form.
            pub(crate) const ALL: &[Self] = &[$(Self::$name),*];
            /// Its name in the record.
            pub(crate) const fn name(self) -> &'static str { match self { $(Self::$name => $text,)* } }
            /// In words.
            pub(crate) fn say(self, lang: Lang) -> String { match self { $(Self::$name => t(lang).$label(),)* } }
            /// The one of this name.
            pub(crate) fn named(name: &str) -> Option<Self> { Self::ALL.iter().copied().find(|x| x.name() == name) }
        }
    };
}

named! {
    /// Which kinds of data it is about.
    Data {
        /// Names and telephone numbers.
        Contact "contact" msg_incident_contact,
        /// Who lives where.
        Home "home" msg_incident_home,
        /// What people wrote.
        Words "words" msg_incident_words,
        /// Photos.
        Photos "photos" msg_incident_photos,
        /// Illness, allowances, hardship, children.
        Sensitive "sensitive" msg_incident_sensitive,
        /// Slips, codes, passwords, the key folder.
        Access "access" msg_incident_access,
        /// A backup or the whole machine.
        All "all" msg_incident_all,
    }
}

named! {
    /// What is done about it.
    Step {
        /// Something was done: locked, found, mended.
        Done "done" msg_incident_step_done,
        /// The authority was told.
        Authority "authority" msg_incident_step_authority,
        /// The people concerned were told.
        Residents "residents" msg_incident_step_residents,
        /// They need not be told, because no harm can come of it.
        Spared "spared" msg_incident_step_spared,
        /// It is over.
        Closed "closed" msg_incident_step_closed,
    }
}

/// How an incident stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Standing {
    pub(crate) noticed_at: Moment,
    pub(crate) authority_at: Option<Moment>,
    pub(crate) residents_at: Option<Moment>,
    pub(crate) spared_at: Option<Moment>,
    pub(crate) closed_at: Option<Moment>,
}

impl Standing {
    /// Whether the people concerned were told, or need not be.
    pub(crate) const fn people_know(&self) -> bool {
        self.residents_at.is_some() || self.spared_at.is_some()
    }
    /// What is due next, and when; `None` once everybody is told.
    pub(crate) const fn due(&self) -> Option<Moment> {
        if self.closed_at.is_some() {
            return None;
        }
        match (self.authority_at, self.people_know()) {
            (None, _) => Some(self.noticed_at.plus(AUTHORITY)),
            (Some(_), false) => Some(self.noticed_at.plus(RESIDENTS)),
            (Some(_), true) => None,
        }
    }
}

/// Whether a step may be taken.
pub(crate) const fn may(s: &Standing, step: Step) -> Result<(), Refusal> {
    if s.closed_at.is_some() {
        return Err(Refusal::Closed);
    }
    match step {
        Step::Authority if s.authority_at.is_some() => Err(Refusal::Told),
        Step::Residents if s.residents_at.is_some() => Err(Refusal::Told),
        Step::Spared if s.people_know() => Err(Refusal::Told),
        Step::Closed if s.authority_at.is_none() || !s.people_know() => Err(Refusal::Untold),
        _ => Ok(()),
    }
}

/// Why something about an incident is not entered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// It is said to have been noticed later than now.
    Future,
    /// No kind of data was ticked.
    NoKind,
    /// The number of people is none.
    People,
    /// It is closed: nothing changes any more.
    Closed,
    /// They were told already, or need not be.
    Told,
    /// It cannot be closed before authority and residents were told.
    Untold,
}

impl Refusal {
    /// All of them, for the printed list.
    pub const ALL: [Self; 6] = [Self::Future, Self::NoKind, Self::People, Self::Closed, Self::Told, Self::Untold];
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Future => "incident.future",
            Self::NoKind => "incident.no_kind",
            Self::People => "incident.people",
            Self::Closed => "incident.closed",
            Self::Told => "incident.told",
            Self::Untold => "incident.untold",
        }
    }
    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::Future => t.msg_incident_future(),
            Self::NoKind => t.msg_incident_no_kind(),
            Self::People => t.msg_incident_bad_people(),
            Self::Closed => t.msg_incident_is_closed(),
            Self::Told => t.msg_incident_told(),
            Self::Untold => t.msg_incident_untold(),
        }
    }
    fn status(&self) -> u16 {
        if matches!(self, Self::Closed | Self::Told) { 409 } else { 422 }
    }
    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::Future => "noticed",
            Self::NoKind => "kinds",
            Self::People => "people",
            Self::Closed | Self::Told | Self::Untold => "step",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Moment = Moment::from_micros(1_781_582_400_000_000);

    fn fresh() -> Standing {
        Standing { noticed_at: NOON, authority_at: None, residents_at: None, spared_at: None, closed_at: None }
    }

    /// The standing after a step at a moment.
    fn after(mut s: Standing, step: Step, at: Moment) -> Standing {
        match step {
            Step::Done => {}
            Step::Authority => s.authority_at = Some(at),
            Step::Residents => s.residents_at = Some(at),
            Step::Spared => s.spared_at = Some(at),
            Step::Closed => s.closed_at = Some(at),
        }
        s
    }

    #[test]
    fn the_authority_is_due_first_then_the_residents_then_nobody() {
        let told = after(fresh(), Step::Authority, NOON);
        for (words, s, due) in [
            ("noticed", fresh(), Some(NOON.plus(AUTHORITY))),
            ("residents first", after(fresh(), Step::Residents, NOON), Some(NOON.plus(AUTHORITY))),
            ("authority told", told, Some(NOON.plus(RESIDENTS))),
            ("both told", after(told, Step::Residents, NOON), None),
            ("told and spared", after(told, Step::Spared, NOON), None),
            ("closed", after(fresh(), Step::Closed, NOON), None),
        ] {
            assert_eq!(s.due(), due, "{words}");
        }
    }

    #[test]
    fn nobody_is_told_twice_and_nothing_is_closed_untold() {
        let told = after(fresh(), Step::Authority, NOON);
        let all = after(told, Step::Residents, NOON);
        for (words, s, step, may_it) in [
            ("at first", fresh(), Step::Done, Ok(())),
            ("at first", fresh(), Step::Authority, Ok(())),
            ("at first", fresh(), Step::Closed, Err(Refusal::Untold)),
            ("authority told", told, Step::Authority, Err(Refusal::Told)),
            ("authority told", told, Step::Closed, Err(Refusal::Untold)),
            ("all told", all, Step::Residents, Err(Refusal::Told)),
            ("all told", all, Step::Spared, Err(Refusal::Told)),
            ("spared, then told all the same", after(told, Step::Spared, NOON), Step::Residents, Ok(())),
            ("all told", all, Step::Closed, Ok(())),
            ("closed", after(all, Step::Closed, NOON), Step::Done, Err(Refusal::Closed)),
        ] {
            assert_eq!(may(&s, step), may_it, "{words}: {step:?}");
        }
    }

    #[test]
    fn every_refusal_and_name_has_words_in_both_languages() {
        for refusal in Refusal::ALL {
            assert!(refusal.say(Lang::Zh).ends_with('。') && refusal.say(Lang::En).ends_with('.'), "{refusal:?}");
        }
        for data in Data::ALL {
            assert!(Data::named(data.name()) == Some(*data) && data.say(Lang::Zh) != data.say(Lang::En));
        }
        for step in Step::ALL {
            assert!(Step::named(step.name()) == Some(*step) && step.say(Lang::Zh) != step.say(Lang::En));
        }
    }
}
