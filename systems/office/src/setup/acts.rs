//! What is recorded while an office is set up.

use super::store;
use lianxin_base::AreaId;
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Tx};
use lianxin_web::Nearness;

/// The imprint 本站信息: who runs this office and whom to ask about one's data. Public by its nature, so it names
/// organisations and posts, never a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Imprint {
    /// Who runs it.
    pub(crate) operator: String,
    /// The post that answers for people's data.
    pub(crate) contact: String,
    /// Its duty phone, as digits.
    pub(crate) phone: String,
    /// Where the data lie.
    pub(crate) kept_at: String,
    /// The site's filing number (ICP), where there is one.
    pub(crate) filing: Option<String>,
}

impl Act for Imprint {
    const KIND: &'static str = "office.imprint";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("operator", &self.operator);
        leaf.text("contact", &self.contact);
        leaf.text("phone", &self.phone);
        leaf.text("kept_at", &self.kept_at);
        leaf.opt_text("filing", self.filing.as_deref());
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (operator, contact, phone) = (rec.text("operator")?, rec.text("contact")?, rec.text("phone")?);
        let imprint = Self {
            operator: operator.into(),
            contact: contact.into(),
            phone: phone.into(),
            kept_at: rec.text("kept_at")?.into(),
            filing: rec.opt_text("filing")?.map(Into::into),
        };
        store::set_imprint(tx, rec.area(), &imprint)
    }
}

/// The office's address was opened 试通, and from where.
#[derive(Clone, Debug)]
pub(crate) struct Reach {
    /// The address.
    pub(crate) origin: String,
    /// From where it was opened.
    pub(crate) situation: Situation,
}

impl Act for Reach {
    const KIND: &'static str = "office.reach";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("origin", &self.origin);
        leaf.text("situation", self.situation.name());
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        store::set_reach(tx, rec.area(), rec.text("origin")?, rec.text("situation")?, rec.at())
    }
}

/// How far an office's address is known to carry.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Situation {
    /// 本机: only this machine opened it.
    Machine,
    /// 办公室内网: a phone or desk in the same network opened it.
    Network,
    /// 公网: a phone outside opened it.
    Outside,
}

impl Situation {
    pub(crate) const ALL: [Self; 3] = [Self::Machine, Self::Network, Self::Outside];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Machine => "machine",
            Self::Network => "network",
            Self::Outside => "outside",
        }
    }
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.name() == name)
    }
}

impl From<Nearness> for Situation {
    fn from(near: Nearness) -> Self {
        match near {
            Nearness::Machine => Self::Machine,
            Nearness::Network => Self::Network,
            Nearness::Outside => Self::Outside,
        }
    }
}

impl From<Situation> for Nearness {
    fn from(situation: Situation) -> Self {
        match situation {
            Situation::Machine => Self::Machine,
            Situation::Network => Self::Network,
            Situation::Outside => Self::Outside,
        }
    }
}

/// Records the imprint.
pub(crate) fn imprint(tx: &mut Tx<'_>, head: Head, act: &Imprint) -> Result<Receipt, Fault> {
    record(tx, head, act)
}

/// Records that the address was opened. What was once reached from farther away stays so: the same phone comes home
/// in the evening.
pub(crate) fn reach(tx: &mut Tx<'_>, head: Head, area: AreaId, act: &Reach) -> Result<Receipt, Fault> {
    let before = store::reach(tx, &act.origin)?.map(|(situation, _)| situation);
    let situation = before.map_or(act.situation, |b| b.max(act.situation));
    record(tx, Head { area, ..head }, &Reach { origin: act.origin.clone(), situation })
}
