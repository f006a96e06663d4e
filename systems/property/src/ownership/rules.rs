//! Who may become the voter of an owner-set; pure. Civil Code 278; 法释〔2009〕7号 arts. 1, 16: tenants are never owners; heirs are
//! from the death on (Civil Code 230), whatever the register says.

use crate::refusal::Refusal;
use lianxin_base::vocabulary;

vocabulary! {
    /// What was shown at the counter. Nothing of it is copied.
    Shown {
        /// 不动产权证书
        Deed = "deed",
        /// 买卖合同（房子已经交付）
        Contract = "contract",
        /// 判决、继承公证，登记册上已经改过来的
        Ruling = "ruling",
        /// 继承人: the owner has died, the heir's papers were seen, and the register still has the dead one.
        Heir = "heir",
        /// 单位的授权书（房子是单位的）
        Letter = "letter",
        /// 表决票当面签收: a ballot slip handed over against signature; only a delivery gives it.
        Slip = "slip",
    }
}

impl Shown {
    /// What may be shown at the counter.
    pub const AT_COUNTER: [Self; 5] = [Self::Deed, Self::Contract, Self::Ruling, Self::Heir, Self::Letter];
}

vocabulary! {
    /// Why somebody votes for an owner-set no more.
    EndWhy {
        /// 房子卖了、过户了
        Sold = "sold",
        /// 本人不想了，或者换共有人
        Asked = "asked",
        /// 核错了
        Mistake = "mistake",
    }
}

/// Somebody stands at the counter with a paper.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Showing {
    /// The register has them among the owners.
    pub(crate) owner: bool,
    /// Only organisations own it.
    pub(crate) of_organisation: bool,
    pub(crate) shown: Shown,
}

/// May they vote for it?
pub(crate) const fn may_vote_for(s: Showing) -> Result<(), Refusal> {
    match (s.of_organisation, s.owner, s.shown) {
        (true, _, Shown::Letter) => Ok(()),
        (true, ..) | (false, true, Shown::Letter) => Err(Refusal::WrongProof),
        (false, true, _) | (false, false, Shown::Heir) => Ok(()),
        (false, false, _) => Err(Refusal::NotOwner),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_vote_for_an_owner_set() {
        for (who, owner, of_organisation, shown, may) in [
            ("an owner with the deed", true, false, Shown::Deed, Ok(())),
            ("a buyer who has moved in", true, false, Shown::Contract, Ok(())),
            ("an owner who signed for the paper", true, false, Shown::Slip, Ok(())),
            ("whom a company sends, with a slip", false, true, Shown::Slip, Err(Refusal::WrongProof)),
            ("an heir whom the register has", true, false, Shown::Ruling, Ok(())),
            ("an heir whom it has not yet", false, false, Shown::Heir, Ok(())),
            ("a co-owner who inherits the rest", true, false, Shown::Heir, Ok(())),
            ("an heir of a company", false, true, Shown::Heir, Err(Refusal::WrongProof)),
            ("an owner with a letter", true, false, Shown::Letter, Err(Refusal::WrongProof)),
            ("a tenant with somebody's deed", false, false, Shown::Deed, Err(Refusal::NotOwner)),
            ("a tenant with a letter", false, false, Shown::Letter, Err(Refusal::NotOwner)),
            ("whom a company sends", false, true, Shown::Letter, Ok(())),
            ("somebody with a company's deed", false, true, Shown::Deed, Err(Refusal::WrongProof)),
        ] {
            assert_eq!(may_vote_for(Showing { owner, of_organisation, shown }), may, "{who}");
        }
    }
}
