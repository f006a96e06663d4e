//! When a photo of a signed paper may be sent and put back; pure. 274号 22 wants the owner's own signature: a photo shows it.

use crate::assembly::State;
use crate::ballot::Channel;
use crate::ballot::rules::Urn;
use crate::refusal::Refusal;
use lianxin_base::{Moment, vocabulary};

vocabulary! {
    /// Why a photo does not count.
    Why {
        /// 看不清
        Unclear = "unclear",
        /// 没有签名
        Unsigned = "unsigned",
        /// 原件寄到了
        Original = "original",
        /// 不是这一套的
        Other = "other",
    }
}

/// Somebody sends a photo.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sending {
    pub(crate) urn: Urn,
    pub(crate) now: Moment,
    pub(crate) there: Option<Channel>,
    /// Somebody has entered a paper of this number.
    pub(crate) entered: bool,
    pub(crate) photos: usize,
}

/// Is the box open for what is signed? A photo is a paper: where the phone may not be used it counts, too.
pub(crate) fn open_for_photos(b: Urn, now: Moment) -> Result<(), Refusal> {
    match b.state {
        State::Off => Err(Refusal::IsOff),
        State::Called => Err(Refusal::NotBegun),
        State::Closed | State::Counted | State::Missed => Err(Refusal::Over),
        State::Open if now >= b.closes => Err(Refusal::Over),
        State::Open => Ok(()),
    }
}

/// May it be sent? A newer one takes the place of the one before, until somebody has begun to read that.
pub(crate) fn may_send(s: Sending) -> Result<(), Refusal> {
    open_for_photos(s.urn, s.now)?;
    if s.there.is_some_and(Channel::signed) {
        return Err(Refusal::PaperGiven);
    }
    if s.entered {
        return Err(Refusal::AwayRead);
    }
    match s.photos {
        0 => Err(Refusal::NoAway),
        1 => Ok(()),
        _ => Err(Refusal::AwayMany),
    }
}

/// May it be put back? What was entered from it is set aside first.
pub(crate) const fn may_put_back(live: bool, entered: bool) -> Result<(), Refusal> {
    match (live, entered) {
        (false, _) => Err(Refusal::AwayGone),
        (true, true) => Err(Refusal::AwayEntered),
        (true, false) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assembly::Online;
    use lianxin_base::Day;

    #[test]
    fn a_photo_is_sent_until_the_close_and_until_somebody_reads_it() {
        let closes = "2026-06-30".parse::<Day>().expect("a day").at(18, 0);
        let urn = |state| Urn { state, closes, online: Online::PaperOnly };
        let last = closes.plus(-1);
        let usual = Sending { urn: urn(State::Open), now: last, there: None, entered: false, photos: 1 };
        for (what, s, may) in [
            ("where the phone may not be used", usual, Ok(())),
            ("over a phone vote", Sending { there: Some(Channel::Phone), ..usual }, Ok(())),
            ("in the closing second", Sending { now: closes, ..usual }, Err(Refusal::Over)),
            ("before", Sending { urn: urn(State::Called), ..usual }, Err(Refusal::NotBegun)),
            ("called off", Sending { urn: urn(State::Off), ..usual }, Err(Refusal::IsOff)),
            ("after", Sending { urn: urn(State::Closed), ..usual }, Err(Refusal::Over)),
            ("beside the paper", Sending { there: Some(Channel::Paper), ..usual }, Err(Refusal::PaperGiven)),
            ("when it counts", Sending { there: Some(Channel::Photo), ..usual }, Err(Refusal::PaperGiven)),
            ("while it is read", Sending { entered: true, ..usual }, Err(Refusal::AwayRead)),
            ("nothing", Sending { photos: 0, ..usual }, Err(Refusal::NoAway)),
            ("two", Sending { photos: 2, ..usual }, Err(Refusal::AwayMany)),
        ] {
            assert_eq!(may_send(s), may, "{what}");
        }
        assert_eq!(may_put_back(true, false), Ok(()));
        assert_eq!(may_put_back(true, true), Err(Refusal::AwayEntered));
        assert_eq!(may_put_back(false, false), Err(Refusal::AwayGone));
    }
}
