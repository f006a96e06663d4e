//! Every refusal as one sentence, for whoever brings the papers.

use crate::refusal::{Refusal, RuleFault, TooMany};
use crate::rules::Body;
use lianxin_base::Lang;

impl TooMany {
    const fn say(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Units => ("房屋或投票人", "units or voters"),
            Self::Matters => ("表决事项和选举", "matters and elections"),
            Self::Papers => ("表决票", "papers"),
            Self::Deliveries => ("送达记录", "deliveries"),
            Self::Candidates => ("候选人", "candidates"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

const fn body(of: Body, lang: Lang) -> &'static str {
    match (of, lang) {
        (Body::Owners, Lang::Zh) => "业主",
        (Body::Residents, Lang::Zh) => "居民会议",
        (Body::Members, Lang::Zh) => "章程里的成员",
        (Body::Committee, Lang::Zh) => "委员会",
        (Body::Owners, Lang::En) => "owners",
        (Body::Residents, Lang::En) => "the residents' meeting",
        (Body::Members, Lang::En) => "members under a charter",
        (Body::Committee, Lang::En) => "a committee",
    }
}

impl RuleFault {
    /// In a sentence.
    pub fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.zh(),
            Lang::En => self.en(),
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::TooLong => "规则文件超过 64 KiB，请拆开或者删掉说明。".into(),
            Self::NotToml(why) => format!("规则文件读不出来：{why}"),
            Self::UnknownBase(id) => format!("extends 里写的 {id} 不是本程序里的规则。"),
            Self::NoBase => "业主和居民的规则要写明是在哪部法律上改的：补上 extends。".into(),
            Self::OtherBody => "extends 的那套规则是另一种人表决用的。".into(),
            Self::BaseNotInForce => "这套规则开始的那天，extends 的那套还没有施行，或者已经废止。".into(),
            Self::IdTaken(id) => format!("{id} 是本程序里规则的名字，请换一个。"),
            Self::BelowTheLaw(kind) => format!("“{kind}”的要求比法律还低，不能这样定。"),
            Self::Dates => "规则的结束日期比开始日期还早。".into(),
            Self::NoMatter => "规则里一件表决事项也没有。".into(),
            Self::MatterTwice(kind) => format!("“{kind}”在规则里写了两遍。"),
            Self::AreaOfBody(kind) => format!("“{kind}”：业主按面积和人数两样算，别人只按人数算。"),
            Self::QuorumOfParticipants(kind) => format!("“{kind}”：参加的门槛要按全体算，不能按参加的人算。"),
            Self::NeverFollows(kind) => format!("“{kind}”这类事，没投票的永远不能算跟着多数。"),
            Self::Committee => "委员会的人数或任期定得不对。".into(),
            Self::Rank => "同票时的排序不对：一步不能写两遍，抽签要放在最后，只按人数的没有面积这一步。".into(),
            Self::Period(kind) => format!("期限 {} 写了两遍、写了两种单位，或者是 0。", name(kind)),
            Self::CallTwice(by) => format!("提议 {} 写了两遍。", name(by)),
            Self::Urgent => "应急维修只有业主的规则里有，要写哪一条、账贴几天，一天到一年。".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::TooLong => "The rule file is over 64 KiB; shorten it.".into(),
            Self::NotToml(why) => format!("The rule file cannot be read: {why}"),
            Self::UnknownBase(id) => format!("extends names {id}, which is no rule set of this program."),
            Self::NoBase => "Rules of owners and residents say which law they change: add extends.".into(),
            Self::OtherBody => "The set that is extended is for another body.".into(),
            Self::BaseNotInForce => "The set that is extended is not in force when this one begins.".into(),
            Self::IdTaken(id) => format!("{id} is a rule set of this program; take another name."),
            Self::BelowTheLaw(kind) => format!("“{kind}” asks for less than the law does."),
            Self::Dates => "The rules end before they begin.".into(),
            Self::NoMatter => "The rules name no matter.".into(),
            Self::MatterTwice(kind) => format!("“{kind}” stands twice in the rules."),
            Self::AreaOfBody(kind) => format!("“{kind}”: owners decide by area and persons, others by persons only."),
            Self::QuorumOfParticipants(kind) => format!("“{kind}”: a quorum is a part of all, not of those who came."),
            Self::NeverFollows(kind) => format!("“{kind}”: those who did not vote never follow the majority here."),
            Self::Committee => "Size or term of the committee cannot be.".into(),
            Self::Rank => {
                "The order for ties is wrong: no step twice, the lot last, no area where there is none.".into()
            }
            Self::Period(kind) => format!("The period {} is given twice, in two units, or is nothing.", name(kind)),
            Self::CallTwice(by) => format!("The demand {} is given twice.", name(by)),
            Self::Urgent => {
                "Emergency repairs stand in rules of owners only, with an article and for how many days the account hangs out: one to a year.".into()
            }
        }
    }
}

/// The name it has in the file.
fn name(of: &impl serde::Serialize) -> String {
    serde_json::to_value(of).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

impl Refusal {
    /// In a sentence: what is wrong and where.
    pub fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Rules(fault), lang) => fault.say(lang),
            (_, Lang::Zh) => self.zh(),
            (_, Lang::En) => self.en(),
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::NotJson(why) => format!("表决文件读不出来：{why}"),
            Self::Form(n) => format!("表决文件的格式是 {n}，本程序只认 {}。", crate::FORM),
            Self::TooMany(what) => format!("{}太多了，一次数不了这么多。", what.say(Lang::Zh)),
            Self::Rules(fault) => fault.zh(),
            Self::UnknownRules(id) => format!("没有叫 {id} 的规则。"),
            Self::RulesChanged => "规则的内容和表决开始时存的不一样了。".into(),
            Self::RulesRenamed(id) => format!("附上的规则名字是另一个，不是 {id}。"),
            Self::RulesOfOtherBody(of) => format!("这套规则是{}表决用的。", body(*of, Lang::Zh)),
            Self::NotInForce(day) => format!("{day} 这天表决开始时，没有施行中的规则可用。"),
            Self::NothingToDecide => "既没有表决事项，也没有选举。".into(),
            Self::MatterTwice(m) => format!("表决事项 {m} 写了两遍。"),
            Self::ElectionTwice(e) => format!("选举 {e} 写了两遍。"),
            Self::UnknownKind(kind) => format!("这套规则里没有“{kind}”这类事。"),
            Self::RollOfOtherBody => "名册不对：业主要房屋名册，别人要投票人名单。".into(),
            Self::UnitTwice(u) => format!("房屋 {u} 在名册里写了两遍。"),
            Self::VoterTwice(v) => format!("投票人 {v} 在名单里写了两遍。"),
            Self::UnitOwner(u) => format!("房屋 {u}：交付了的要有业主，没卖的不能有业主。"),
            Self::NoDeveloper(u) => format!("房屋 {u} 没卖或没交付，要写明建设单位是谁。"),
            Self::NoArea(u) => format!("房屋 {u} 没有面积：登记、实测、合同，先有哪个用哪个。"),
            Self::BadArea(u) => format!("房屋 {u} 的面积要是大于 0 的平方米数，最多两位小数。"),
            Self::UnknownPlace(p) => format!("范围里写的 {p} 不在名册里。"),
            Self::ScopeOfVoters => "投票人名单没有楼栋，不能只选几栋。".into(),
            Self::EmptyRoll => "没有一个能投票的：名册里没有计票的房屋，也没有投票人。".into(),
            Self::RollChanged => "名册和表决开始时存的不一样了。".into(),
            Self::NoCommitteeRule(e) => format!("选举 {e}：这套规则里没有委员会的人数。"),
            Self::EvenSeats(e) => format!("选举 {e}：委员会的人数要是单数。"),
            Self::Seats { election, least, most } => match most {
                Some(most) => format!("选举 {election}：名额要在 {least} 到 {most} 之间，也不能比委员会的人数多。"),
                None => format!("选举 {election}：名额最少 {least} 个，也不能比委员会的人数多。"),
            },
            Self::CandidateTwice { election, candidate } => format!("选举 {election}：候选人 {candidate} 写了两遍。"),
            Self::TooFewCandidates { election, least } => format!("选举 {election}：候选人最少要 {least} 个。"),
            Self::TooManyAlternates(e) => format!("选举 {e}：候补的人数超过了规则。"),
            Self::Rank(e) => format!("选举 {e}：同票时的排序不对。"),
            Self::PaperTwice(o) => format!("{o} 有两张有效票，请核对哪张作数，另一张写明作废。"),
            Self::UnknownMatter { owner, matter } => format!("{owner} 的票上有 {matter}，这次没有这个表决事项。"),
            Self::UnknownElection { owner, election } => format!("{owner} 的票上有 {election}，这次没有这个选举。"),
            Self::UnknownCandidate { owner, candidate } => format!("{owner} 选了 {candidate}，候选人里没有。"),
            Self::ProxyUnnamed(o) => format!("{o} 的票是代投的，没写谁代的。"),
            Self::TooManyForProxy { proxy, most } => format!("{proxy} 最多代 {most} 家，超过了。"),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::NotJson(why) => format!("The file of the vote cannot be read: {why}"),
            Self::Form(n) => format!("The file has form {n}, this program reads {}.", crate::FORM),
            Self::TooMany(what) => format!("There are too many {} to be counted at once.", what.say(Lang::En)),
            Self::Rules(fault) => fault.en(),
            Self::UnknownRules(id) => format!("There is no rule set {id}."),
            Self::RulesChanged => "The rules are not those that were kept when the vote opened.".into(),
            Self::RulesRenamed(id) => format!("The rules that came along have another name than {id}."),
            Self::RulesOfOtherBody(of) => format!("These rules are for {}.", body(*of, Lang::En)),
            Self::NotInForce(day) => format!("On {day}, when the vote opened, no such rules were in force."),
            Self::NothingToDecide => "There is neither a matter nor an election.".into(),
            Self::MatterTwice(m) => format!("Matter {m} stands twice."),
            Self::ElectionTwice(e) => format!("Election {e} stands twice."),
            Self::UnknownKind(kind) => format!("These rules know no matter “{kind}”."),
            Self::RollOfOtherBody => "Owners need a roll of units, everybody else a list of voters.".into(),
            Self::UnitTwice(u) => format!("Unit {u} stands twice on the roll."),
            Self::VoterTwice(v) => format!("Voter {v} stands twice on the list."),
            Self::UnitOwner(u) => format!("Unit {u}: a delivered one has an owner, an unsold one has none."),
            Self::NoDeveloper(u) => format!("Unit {u} is unsold or undelivered: name the developer."),
            Self::NoArea(u) => format!("Unit {u} has no area from register, survey or contract."),
            Self::BadArea(u) => {
                format!("The area of unit {u} is not square metres above zero with at most two decimals.")
            }
            Self::UnknownPlace(p) => format!("The scope names {p}, which is not on the roll."),
            Self::ScopeOfVoters => "A list of voters has no buildings to choose from.".into(),
            Self::EmptyRoll => "Nobody may vote: no unit that counts, no voter.".into(),
            Self::RollChanged => "The roll is not the one that was kept when the vote opened.".into(),
            Self::NoCommitteeRule(e) => format!("Election {e}: these rules have no size of a committee."),
            Self::EvenSeats(e) => format!("Election {e}: the committee needs an odd number of seats."),
            Self::Seats { election, least, most } => match most {
                Some(most) => format!(
                    "Election {election}: between {least} and {most} seats, and no more than the committee has."
                ),
                None => format!("Election {election}: at least {least} seats, and no more than the committee has."),
            },
            Self::CandidateTwice { election, candidate } => {
                format!("Election {election}: candidate {candidate} stands twice.")
            }
            Self::TooFewCandidates { election, least } => format!("Election {election}: at least {least} candidates."),
            Self::TooManyAlternates(e) => format!("Election {e}: more alternates than the rules allow."),
            Self::Rank(e) => format!("Election {e}: the order for ties is wrong."),
            Self::PaperTwice(o) => format!("{o} has two valid papers; say which one is void."),
            Self::UnknownMatter { owner, matter } => {
                format!("The paper of {owner} has {matter}, which is not voted on.")
            }
            Self::UnknownElection { owner, election } => {
                format!("The paper of {owner} has {election}, which is no election here.")
            }
            Self::UnknownCandidate { owner, candidate } => format!("{owner} chose {candidate}, who is no candidate."),
            Self::ProxyUnnamed(o) => format!("The paper of {o} was cast by a proxy who is not named."),
            Self::TooManyForProxy { proxy, most } => format!("{proxy} may vote for {most} others at most."),
        }
    }
}
