//! Who picks up while the office is shut 值班: at night, at noon and on days off another number may answer.

use crate::acts::in_area;
use crate::find::{OrgRow, Terms};
use crate::places::duty;
use crate::text::said_phone;
use crate::{Refusal, find, store};
use lianxin_base::{Lang, Moment, OrgId};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded};
use lianxin_store::{Fault, Stop, Tx, params};

/// The number of an organisation that answers while its office is shut; `None`: its duty phone answers always. Public.
#[derive(Clone, Debug)]
pub struct OnCall {
    /// The organisation.
    pub org: OrgId,
    /// The number.
    pub phone: Option<String>,
}

impl Act for OnCall {
    const KIND: &'static str = "register.on_call";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("organisation", self.org);
        leaf.opt_text("phone", self.phone.as_deref());
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let org: OrgId = rec.id_of("organisation")?;
        match rec.opt_text("phone")? {
            Some(phone) => tx.exec(store::ON_CALL_SET, params![org, phone])?,
            None => tx.exec(store::ON_CALL_END, params![org])?,
        };
        Ok(())
    }
}

/// Sets the number that answers while an organisation's office is shut, or takes it away.
pub fn on_call(tx: &mut Tx<'_>, head: Head, mut act: OnCall) -> Result<Receipt, Stop> {
    act.phone = duty(act.phone.as_deref()).map_err(|_| Refusal::EmergencyPhone("on_call"))?;
    let org = find::org(tx, act.org)?.ok_or(Refusal::OrgUnknown)?;
    in_area(tx, head, org.area, &act)
}

/// Which number answers at an hour, and the other one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// The one that answers now.
    pub number: String,
    /// The one that answers at other hours, where that is another.
    pub beside: Option<String>,
    /// Whether the office is open now.
    pub open: bool,
}

impl Answers {
    /// Of a number for the office's hours and one for all others; `None` where there is neither.
    pub fn at(desk: Option<String>, on_call: Option<String>, terms: &Terms, now: Moment) -> Option<Self> {
        let open = terms.is_open(now);
        match (desk, on_call) {
            (Some(desk), Some(other)) if desk != other => {
                let (number, beside) = if open { (desk, other) } else { (other, desk) };
                Some(Self { number, beside: Some(beside), open })
            }
            (desk, on_call) => desk.or(on_call).map(|number| Self { number, beside: None, open }),
        }
    }
    /// The same at an hour when the other one answers.
    pub fn at_other_hours(&self) -> Option<Self> {
        Some(Self { number: self.beside.clone()?, beside: Some(self.number.clone()), open: !self.open })
    }
    /// When the other number answers, in words: 下班和节假日打….
    pub fn say_beside(&self, lang: Lang) -> Option<String> {
        let number = said_phone(self.beside.as_deref()?);
        Some(match (lang, self.open) {
            (Lang::Zh, true) => format!("下班和节假日打 {number}"),
            (Lang::Zh, false) => format!("上班时间打 {number}"),
            (Lang::En, true) => format!("after hours and on days off: {number}"),
            (Lang::En, false) => format!("in office hours: {number}"),
        })
    }
}

impl OrgRow {
    /// Which of its numbers answers at an hour, by the days and hours of the area that is asked for.
    pub fn answers(&self, terms: &Terms, now: Moment) -> Option<Answers> {
        Answers::at(self.phone.clone(), self.on_call.clone(), terms, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hour_decides_which_number_answers() {
        let (terms, day) = (Terms::default(), "2026-06-18".parse::<lianxin_base::Day>().expect("a day"));
        let (shut, open) = (day.at(17, 30), day.at(17, 29));
        let n = |n: &str| Some(n.to_owned());
        for (desk, on_call, now, want) in [
            (n("1"), n("2"), open, Some(("1", Some("2")))),
            (n("1"), n("2"), shut, Some(("2", Some("1")))),
            (n("1"), n("1"), shut, Some(("1", None))),
            (n("1"), None, shut, Some(("1", None))),
            (None, n("2"), open, Some(("2", None))),
            (None, None, open, None),
        ] {
            let got = Answers::at(desk, on_call, &terms, now);
            let got = got.as_ref().map(|a| (a.number.as_str(), a.beside.as_deref()));
            assert_eq!(got, want, "{now:?}");
        }
        let said = |now| Answers::at(n("1"), n("2"), &terms, now).and_then(|a| a.say_beside(Lang::Zh));
        assert_eq!((said(open), said(shut)), (n("下班和节假日打 2"), n("上班时间打 1")));
    }
}
