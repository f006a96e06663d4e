//! The one table that says on which ways a message goes out, and when. Whoever sends asks here, so that two ways never
//! tell two stories, and nobody is rung up at night.

use crate::How;
use lianxin_base::{MINUTE, Moment};

/// How much a kind of notice presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// Life or property: at once, at night too.
    Emergency,
    /// Somebody is asked something: 请您看看.
    Answer,
    /// How it ended.
    Ending,
    /// It moved on: good to know, no reason to ring.
    Course,
    /// Work for an organisation.
    Work,
}

impl Urgency {
    /// All of them.
    pub const ALL: &[Self] = &[Self::Emergency, Self::Answer, Self::Ending, Self::Course, Self::Work];

    /// Whether somebody is told by voice or on paper, if they cannot read it for themselves.
    pub const fn is_spoken(self) -> bool {
        matches!(self, Self::Emergency | Self::Answer | Self::Ending)
    }
}

/// Who is to be reached, as far as it decides how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// A resident: what they wished, and whether a phone of theirs is signed in.
    Person {
        /// How they want to be told; `None`: they never said.
        how: Option<How>,
        /// They can read it on a phone of their own.
        reads: bool,
    },
    /// An organisation.
    Org {
        /// It gave an address for mail, and said when it wants its letters.
        mail: Option<Pace>,
        /// It gave an address at which its computer is called.
        hook: bool,
    },
    /// Everybody in a compound.
    Everybody,
}

/// 什么时候寄 When an organisation wants its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// 有事就寄 Each as it comes.
    AtOnce,
    /// 每天早上一封 One a day, when the quiet hours end, with all that waits; an emergency comes at once.
    Daily,
}

/// A way to reach somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// 收件 The inbox: always there, wakes nobody.
    Inbox,
    /// 去告诉 A worker rings, goes there, or leaves a note.
    Errand,
    /// 邮件 A number and a link by mail.
    Mail,
    /// 接口 A call to its computer: ids and a link.
    Hook,
    /// 群里说一声 A text a worker pastes into the neighbours' chat group.
    Group,
}

/// When nobody is disturbed, as minutes since midnight: from the evening to the morning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// From then on.
    pub from: u16,
    /// Until then.
    pub to: u16,
}

impl Default for Quiet {
    /// From nine in the evening to eight in the morning.
    fn default() -> Self {
        Self { from: 21 * 60, to: 8 * 60 }
    }
}

impl Quiet {
    /// The first moment from `now` on at which somebody may be disturbed: now, or the end of these quiet hours.
    pub fn after(self, now: Moment) -> Moment {
        let (hour, minute) = now.hour_minute();
        let at = u16::from(hour) * 60 + u16::from(minute);
        let (evening, morning) = (self.over_midnight() && at >= self.from, at < self.to);
        match (self.over_midnight(), evening, morning) {
            (true, true, _) => self.morning(now, 1),
            (true, false, true) => self.morning(now, 0),
            (false, _, true) if at >= self.from => self.morning(now, 0),
            _ => now,
        }
    }

    /// The end of the quiet hours so many days after this moment's day.
    pub fn morning(self, now: Moment, days: i32) -> Moment {
        now.day().plus(days).start().plus(i64::from(self.to) * MINUTE)
    }

    /// The next end of the quiet hours after `now`.
    pub fn next_morning(self, now: Moment) -> Moment {
        let today = self.morning(now, 0);
        if now < today { today } else { self.morning(now, 1) }
    }

    const fn over_midnight(self) -> bool {
        self.from > self.to
    }
}

/// On which ways a message goes out, and from when on each.
pub fn reach(urgency: Urgency, to: To, now: Moment, quiet: Quiet) -> Vec<(Channel, Moment)> {
    let calm = if urgency == Urgency::Emergency { now } else { quiet.after(now) };
    match to {
        To::Everybody => vec![(Channel::Group, calm)],
        To::Org { mail, hook } => {
            let gathered = mail == Some(Pace::Daily) && urgency != Urgency::Emergency;
            let when = if gathered { quiet.next_morning(now) } else { calm };
            let mail = (mail.is_some() && urgency != Urgency::Course).then_some((Channel::Mail, when));
            // A computer does not sleep, and wants to know how things go.
            let hook = hook.then_some((Channel::Hook, now));
            std::iter::once((Channel::Inbox, now)).chain(mail).chain(hook).collect()
        }
        To::Person { how, reads } => {
            let mut all = vec![(Channel::Inbox, now)];
            let by_wish = match how {
                Some(how) => how.sends_somebody(),
                None => !reads,
            };
            // Who said they come and ask is still told of danger; who reads it there reads it at once.
            let by_danger = urgency == Urgency::Emergency && !reads;
            if urgency.is_spoken() && (by_wish || by_danger) {
                all.push((Channel::Errand, calm));
            }
            all
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Channel::{Errand, Group, Hook, Inbox, Mail};
    use Urgency::{Answer, Course, Emergency, Ending, Work};
    use lianxin_base::Day;

    fn at(hour: u8, minute: u8) -> Moment {
        day(0).at(hour, minute)
    }
    fn day(n: i32) -> Day {
        Day::from_number(20_000 + n)
    }

    fn org(mail: bool, hook: bool) -> To {
        To::Org { mail: mail.then_some(Pace::AtOnce), hook }
    }
    const DAILY: To = To::Org { mail: Some(Pace::Daily), hook: false };

    #[test]
    fn the_quiet_hours_end_in_the_morning() {
        let night = Quiet::default();
        let noon = Quiet { from: 12 * 60, to: 14 * 60 };
        let none = Quiet { from: 0, to: 0 };
        for (quiet, now, want) in [
            (night, at(8, 0), at(8, 0)),
            (night, at(20, 59), at(20, 59)),
            (night, at(21, 0), day(1).at(8, 0)),
            (night, at(23, 59), day(1).at(8, 0)),
            (night, at(0, 0), at(8, 0)),
            (night, at(7, 59), at(8, 0)),
            (noon, at(11, 59), at(11, 59)),
            (noon, at(12, 0), at(14, 0)),
            (noon, at(14, 0), at(14, 0)),
            (none, at(3, 0), at(3, 0)),
        ] {
            assert_eq!(quiet.after(now), want, "{quiet:?} {}", now.rfc3339());
        }
    }

    #[test]
    fn each_kind_of_message_has_its_ways_and_its_time() {
        let (noon, night, morning) = (at(12, 0), at(22, 0), day(1).at(8, 0));
        let person = |how, reads| To::Person { how, reads };
        for (urgency, to, now, want) in [
            (Answer, person(None, true), noon, vec![(Inbox, noon)]),
            (Answer, person(None, false), noon, vec![(Inbox, noon), (Errand, noon)]),
            (Answer, person(None, false), night, vec![(Inbox, night), (Errand, morning)]),
            (Ending, person(Some(How::Call), true), noon, vec![(Inbox, noon), (Errand, noon)]),
            (Ending, person(Some(How::Visit), false), night, vec![(Inbox, night), (Errand, morning)]),
            (Ending, person(Some(How::Slip), false), noon, vec![(Inbox, noon), (Errand, noon)]),
            (Ending, person(Some(How::Family), false), noon, vec![(Inbox, noon), (Errand, noon)]),
            (Answer, person(Some(How::Ask), false), noon, vec![(Inbox, noon)]),
            (Answer, person(Some(How::Inbox), false), noon, vec![(Inbox, noon)]),
            (Course, person(Some(How::Call), false), noon, vec![(Inbox, noon)]),
            (Course, person(None, false), noon, vec![(Inbox, noon)]),
            (Emergency, person(None, false), night, vec![(Inbox, night), (Errand, night)]),
            (Emergency, person(Some(How::Ask), false), night, vec![(Inbox, night), (Errand, night)]),
            (Emergency, person(Some(How::Call), true), night, vec![(Inbox, night), (Errand, night)]),
            (Emergency, person(None, true), night, vec![(Inbox, night)]),
            (Work, org(false, false), night, vec![(Inbox, night)]),
            (Work, org(true, false), noon, vec![(Inbox, noon), (Mail, noon)]),
            (Work, org(true, false), night, vec![(Inbox, night), (Mail, morning)]),
            (Course, org(true, false), noon, vec![(Inbox, noon)]),
            (Emergency, org(true, false), night, vec![(Inbox, night), (Mail, night)]),
            (Course, org(false, true), night, vec![(Inbox, night), (Hook, night)]),
            (Work, org(true, true), night, vec![(Inbox, night), (Mail, morning), (Hook, night)]),
            (Work, DAILY, noon, vec![(Inbox, noon), (Mail, morning)]),
            (Work, DAILY, at(7, 59), vec![(Inbox, at(7, 59)), (Mail, at(8, 0))]),
            (Work, DAILY, at(8, 0), vec![(Inbox, at(8, 0)), (Mail, morning)]),
            (Emergency, DAILY, night, vec![(Inbox, night), (Mail, night)]),
            (Course, DAILY, noon, vec![(Inbox, noon)]),
            (Course, To::Everybody, noon, vec![(Group, noon)]),
            (Course, To::Everybody, night, vec![(Group, morning)]),
            (Emergency, To::Everybody, night, vec![(Group, night)]),
        ] {
            assert_eq!(reach(urgency, to, now, Quiet::default()), want, "{urgency:?} {to:?} {}", now.rfc3339());
        }
    }

    #[test]
    fn nothing_but_an_emergency_disturbs_anybody_at_night() {
        let hows = std::iter::once(None).chain(How::ALL.iter().copied().map(Some));
        let people: Vec<To> = hows.flat_map(|how| [true, false].map(|reads| To::Person { how, reads })).collect();
        for hour in 0..24 {
            for urgency in Urgency::ALL.iter().copied().filter(|u| *u != Emergency) {
                for to in people.iter().copied().chain([org(true, true), DAILY, To::Everybody]) {
                    for (channel, when) in reach(urgency, to, at(hour, 30), Quiet::default()) {
                        let (h, _) = when.hour_minute();
                        assert!(
                            matches!(channel, Inbox | Hook) || (8..21).contains(&h),
                            "{urgency:?} {to:?} {channel:?} at {h}"
                        );
                    }
                }
            }
        }
    }
}
