//! The votes of the demonstration, through the acts the pages use: in 铁东 12 号院 one is over and counted, in 芙蓉里 one is
//! open and the committee is renewed; 和平里 is on the way to its first assembly; 车站北院 was taken over, and votes in the authority's
//! own system; 春晓园 has renewed its committee, with the hand-over.
//! Everybody in it is invented.

mod boxes;
mod cast;
mod emergency;
mod first;
mod handed;
mod pilot;
mod places;
mod renewal;
mod taken;

use crate::assembly::{NewVote, Online, call};
use crate::ballot::{Mark, Sheet, cast as cast_phone, enter};
use crate::count::count;
use crate::delivery::{NewDelivery, Way, deliver};
use crate::objection::{NewObjection, Outcome, answer, object};
use crate::ownership::{NewVoter, Shown, verify};
use crate::proxy::{NewProxy, confirm, give};
use crate::roll::store as rolls;
use crate::sealing::What;
use crate::takeover::{self, NewStep, Step};
use crate::words::Author;
use cast::{ANSWER, NAMED, OBJECTIONS, OPEN, OVER, PROXY, PROXY_HOUSE, Plan, TAKEOVER, invented};
use lianxin_base::{ActId, AreaId, Day, Moment, OwnerSetId, PersonId, UnitId};
use lianxin_gate::Scope;
use lianxin_journal::{By, Head};
use lianxin_register::{self as register, Owner, OwnerSet, Person, find};
use lianxin_seeds::Map;
use lianxin_store::{Db, Fault, Files, Stop};

/// Something that happens to a vote.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Doing {
    /// 车站北院 and 春晓园 are entered in the register.
    Placed,
    /// The street tries the authority's own system.
    Piloted,
    Owners,
    Voters,
    Called,
    Objections,
    Deliveries,
    Phones,
    Proxies,
    Papers,
    /// Its box is sealed, and opened.
    Sealed,
    Away,
    Opened,
    /// The list of the authority's own system is taken in.
    Tallied,
    Counted,
    /// Its count sheet is signed.
    Signed,
    /// The step of this place of the take-over; the first one begins it.
    Takeover(usize),
    /// The same of 车站北院, which is done.
    Taken(usize),
    Renewal(renewal::Doing),
    /// The renewal of 春晓园 and its hand-over.
    Handed(handed::Doing),
    /// The application for a first assembly, and the steps after it.
    First(usize),
    /// The fund is used in an emergency.
    Urgent(usize),
}

/// The votes as they happen while the demonstration's half year passes.
pub struct Play<'a> {
    map: &'a Map,
    files: &'a Files,
    /// What is still to come, the next one last.
    left: Vec<(Moment, &'static Plan, Doing)>,
    votes: Vec<(&'static str, ActId)>,
    takeover: Option<ActId>,
    /// The compounds that were entered after the map, and the take-over of 车站北院.
    yards: Vec<(&'static str, AreaId)>,
    taken: Option<ActId>,
    renewal: Option<ActId>,
    handed: Option<ActId>,
    first: Option<ActId>,
    urgent: Option<ActId>,
}

impl<'a> Play<'a> {
    /// What will happen until `today`, beginning on `begin`.
    pub fn new(map: &'a Map, files: &'a Files, begin: Day, today: Day) -> Self {
        let mut left = Vec::new();
        left.push((begin.at(9, 15), &taken::VOTE, Doing::Placed));
        left.push((begin.at(9, 30), &handed::OWNERS, Doing::Owners));
        left.push((today.plus(-pilot::ADOPTED).at(9, 0), &pilot::VOTE, Doing::Piloted));
        for plan in [&OVER, &OPEN, &taken::VOTE, &pilot::VOTE] {
            let before = |days: i32| today.plus(-days);
            left.push((begin.at(9, 30), plan, Doing::Owners));
            left.push((before(plan.called + 5).at(15, 0), plan, Doing::Voters));
            left.push((before(plan.called).at(10, 0), plan, Doing::Called));
            if plan.reached > 0 {
                left.push((before(plan.called - 4).at(10, 0), plan, Doing::Objections));
                left.push((before(plan.opens - 1).at(10, 0), plan, Doing::Deliveries));
                left.push((before(plan.opens - 2).at(15, 0), plan, Doing::Proxies));
                left.push((before(plan.opens - 3).at(11, 0), plan, Doing::Away));
            }
            left.push((before(plan.opens - 1).at(11, 0), plan, Doing::Phones));
            left.push((before(plan.opens - 2).at(16, 0), plan, Doing::Papers));
            left.push((before(plan.opens).at(9, 0), plan, Doing::Sealed));
            if plan.closes > 0 {
                left.push((before(plan.closes).at(18, 10), plan, Doing::Opened));
            }
            if plan.online == Online::OnlyOfficialSystem {
                left.push((before(plan.closes).at(18, 20), plan, Doing::Tallied));
            } else if plan.closes > 0 {
                left.push((before(plan.closes - 1).at(10, 0), plan, Doing::Counted));
                left.push((before(plan.closes - 1).at(10, 30), plan, Doing::Signed));
            }
        }
        for (n, (days, ..)) in TAKEOVER.iter().enumerate() {
            left.push((today.plus(-*days).at(17, 0), &OVER, Doing::Takeover(n)));
        }
        for (n, (days, ..)) in taken::STEPS.iter().enumerate() {
            left.push((today.plus(-*days).at(17, 0), &taken::VOTE, Doing::Taken(n)));
        }
        for (days, doing) in renewal::DOING {
            left.push((today.plus(-days).at(14, 0), &OPEN, Doing::Renewal(doing)));
        }
        for (days, doing) in handed::DOING {
            left.push((today.plus(-days).at(11, 30), &taken::VOTE, Doing::Handed(doing)));
        }
        for (n, (days, _)) in first::STEPS.iter().enumerate() {
            left.push((today.plus(-*days).at(16, 0), &OVER, Doing::First(n)));
        }
        for (n, days) in emergency::STEPS.iter().enumerate() {
            left.push((today.plus(-*days).at(10, 15), &OPEN, Doing::Urgent(n)));
        }
        left.sort_by_key(|(at, _, doing)| std::cmp::Reverse((*at, *doing)));
        Self {
            map,
            files,
            left,
            votes: Vec::new(),
            takeover: None,
            yards: Vec::new(),
            taken: None,
            renewal: None,
            handed: None,
            first: None,
            urgent: None,
        }
    }

    /// Does what has fallen due by the clock of the database; called after the timers have run.
    ///
    /// # Errors
    /// A refusal of the rules, which a test excludes, or the database's trouble.
    pub fn tick(&mut self, db: &Db, today: Day) -> Result<(), Stop> {
        while self.left.last().is_some_and(|(at, ..)| *at <= db.clock().now()) {
            let Some((_, plan, doing)) = self.left.pop() else { break };
            match doing {
                Doing::Placed => {
                    for place in [&places::NORTH, &places::SPRING] {
                        self.yards.push((place.name, places::placed(self.map, db, place)?));
                    }
                }
                Doing::Piloted => pilot::adopted(db, &self.author(db, "高远"), self.map.area("芙蓉街道"), today)?,
                Doing::Tallied => {
                    let desks = ["周国栋", "吴敏"].map(|who| self.author(db, who));
                    pilot::taken(db, self.files, desks, (self.vote(plan)?, self.area(plan.area)))?;
                }
                Doing::Owners => self.owners(db, plan)?,
                Doing::Voters => self.voters(db, plan)?,
                Doing::Called => self.call(db, plan, today)?,
                Doing::Objections => self.objections(db, plan)?,
                Doing::Deliveries => self.deliveries(db, plan)?,
                Doing::Proxies => self.proxies(db, plan)?,
                Doing::Phones => self.phones(db, plan)?,
                Doing::Papers => self.papers(db, plan)?,
                Doing::Sealed => self.boxed(db, plan, What::Sealed, today.plus(-plan.opens).at(8, 50))?,
                Doing::Opened => self.boxed(db, plan, What::Opened, today.plus(-plan.closes).at(18, 5))?,
                Doing::Away => {
                    let desks = ["吴敏", "周国栋"].map(|who| self.author(db, who));
                    let of = (self.vote(plan)?, self.area(plan.area));
                    boxes::away(db, self.files, &desks, of, &marks(plan, 0))?;
                }
                Doing::Counted => self.count(db, plan)?,
                Doing::Signed => {
                    let of = (self.vote(plan)?, self.area(plan.area));
                    boxes::signed(db, self.files, &self.author(db, plan.by), of, plan)?;
                }
                Doing::Takeover(n) => self.takeover(db, plan, n)?,
                Doing::Taken(n) => self.taken(db, plan, n)?,
                Doing::Urgent(n) => self.urgent = emergency::step(self.map, db, self.urgent, n)?,
                Doing::First(n) => self.first = first::step(self.map, db, self.first, n)?,
                Doing::Handed(step) => self.handed(db, today, step)?,
                Doing::Renewal(step) => self.renewal = renewal::step(self.map, db, today, self.renewal, step)?,
            }
        }
        Ok(())
    }

    fn author(&self, db: &Db, who: &str) -> Author {
        let (by, mut scope) = self.map.author(who);
        // The map knows nothing of the yards that were entered after it; a session would see them in the register.
        if let Scope::Areas(areas) = &mut scope {
            areas.extend(self.yards.iter().map(|(_, yard)| *yard));
        }
        Author { act: ActId::new(db.chance(), db.clock().now()), by, token: None, scope }
    }

    /// A compound by its name; of one that is not on the map the id it was entered under.
    fn area(&self, name: &str) -> AreaId {
        let found = self.yards.iter().find(|(yard, _)| *yard == name).map(|(_, id)| *id);
        found.unwrap_or_else(|| self.map.area(name))
    }

    fn vote(&self, plan: &Plan) -> Result<ActId, Stop> {
        let found = self.votes.iter().find(|(title, _)| *title == plan.title).map(|(_, id)| *id);
        Ok(found.ok_or_else(|| Fault::bug("a vote goes on that was not called"))?)
    }

    /// Every unit that has no owner yet gets one: who lives there as owner, else somebody invented.
    fn owners(&self, db: &Db, plan: &'static Plan) -> Result<(), Stop> {
        let (area, now) = (self.area(plan.area), db.clock().now());
        let doors: Vec<UnitId> = db.read_wait(move |r| {
            let all = rolls::doors(r, area, now.day())?;
            Ok(all.into_iter().filter(|d| d.set.is_none()).map(|d| d.unit).collect())
        })?;
        let named: Vec<(UnitId, PersonId)> = NAMED
            .iter()
            .filter(|(place, ..)| *place == plan.area)
            .map(|(place, house, door, who)| (self.map.unit(place, house, door), self.map.person(who)))
            .collect();
        let mut new = Vec::new();
        for (n, unit) in (plan.first..).zip(doors) {
            let known = named.iter().find(|(at, _)| *at == unit).map(|(_, person)| *person);
            let chance = db.chance();
            let ids = [ActId::new(chance, now), ActId::new(chance, now)];
            new.push((unit, known, PersonId::new(chance, now), OwnerSetId::new(chance, now), ids, invented(n)));
        }
        db.act_wait(area, move |tx| {
            for (unit, known, person, owner_set, ids, name) in &new {
                let head = |id| Head { id, area, by: By::Office, no: None, token: None };
                if known.is_none() {
                    let act = Person { person: *person, area, name: name.clone(), phone: None };
                    register::person(tx, head(ids[0]), act)?;
                }
                let owner = Owner::Person(known.unwrap_or(*person));
                let set = OwnerSet {
                    owner_set: *owner_set,
                    units: vec![*unit],
                    owners: vec![owner],
                    since: now.day(),
                    until: None,
                };
                register::owner_set(tx, head(ids[1]), set)?;
            }
            Ok(())
        })
    }

    /// Who came to the counter with the deed.
    fn voters(&self, db: &Db, plan: &'static Plan) -> Result<(), Stop> {
        for who in plan.verified {
            let person = self.map.person(who);
            let author = self.author(db, "吴敏");
            db.act_wait(self.area(plan.area), move |tx| {
                let today = tx.now().day();
                let sets = find::owner_sets_of(tx, Owner::Person(person))?;
                let set = sets.into_iter().find(|s| s.holds(today)).ok_or_else(|| Fault::bug("no owner"))?;
                let unit = find::owned(tx, set.id)?.first().copied().ok_or_else(|| Fault::bug("no unit"))?;
                verify(tx, &author, &NewVoter { unit, person, shown: Shown::Deed }).map(|_| ())
            })?;
        }
        Ok(())
    }

    fn call(&mut self, db: &Db, plan: &'static Plan, today: Day) -> Result<(), Stop> {
        let matter = |(kind, words): &(&str, &str)| ((*kind).to_owned(), (*words).to_owned());
        let new = NewVote {
            area: self.area(plan.area),
            title: plan.title.into(),
            matters: plan.matters.iter().map(matter).collect(),
            opens: today.plus(-plan.opens).at(9, 0),
            closes: today.plus(-plan.closes).at(18, 0),
            online: plan.online,
            asked: crate::assembly::Asked::default(),
        };
        let author = self.author(db, plan.by);
        let receipt = db.act_wait(new.area, move |tx| call(tx, &author, &new))?;
        self.votes.push((plan.title, receipt.act));
        Ok(())
    }

    fn phones(&self, db: &Db, plan: &'static Plan) -> Result<(), Stop> {
        let id = self.vote(plan)?;
        for (n, who) in plan.verified.iter().enumerate().skip(plan.waits) {
            let person = self.map.person(who);
            let (by, scope) = self.map.resident(who);
            let author = Author { act: ActId::new(db.chance(), db.clock().now()), by, token: None, scope };
            let marks = marks(plan, n);
            db.act_wait(self.area(plan.area), move |tx| {
                for no in rolls::mine(tx, id, person)? {
                    cast_phone(tx, &author, (id, no), person, &marks)?;
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    /// One objection to the roll is answered, another came in late and waits.
    fn objections(&self, db: &Db, plan: &'static Plan) -> Result<(), Stop> {
        let (id, area, now) = (self.vote(plan)?, self.area(plan.area), db.clock().now());
        let desk = self.author(db, plan.by);
        let mut sent = Vec::new();
        for (who, what, place, words) in OBJECTIONS {
            let (by, scope) = self.map.resident(who);
            let author = Author { act: ActId::new(db.chance(), now), by, token: None, scope };
            sent.push((author, NewObjection { what: *what, place: (*place).into(), words: (*words).into() }));
        }
        db.act_wait(area, move |tx| {
            for (n, (author, new)) in sent.iter().enumerate() {
                let act = object(tx, author, id, new)?.act;
                if n == 0 {
                    answer(tx, &desk, id, (act, Outcome::Corrected, ANSWER))?;
                }
            }
            Ok(())
        })
    }

    /// Papers delivered by two of the community: most of them signed for, every fourth left at the door.
    fn deliveries(&self, db: &Db, plan: &'static Plan) -> Result<(), Stop> {
        let (id, area, now) = (self.vote(plan)?, self.area(plan.area), db.clock().now());
        let most = plan.reached;
        let numbers: Vec<i64> = db.read_wait(move |r| {
            let lines = rolls::lines(r, id)?.into_iter().filter(|l| l.nth == 1);
            Ok(lines.take(most).map(|l| l.no).collect())
        })?;
        let desk = self.author(db, "吴敏");
        let seats = ["吴敏", "周国栋"].map(|who| self.map.seat(who));
        let ids: Vec<ActId> = (0..=numbers.len()).map(|_| ActId::new(db.chance(), now)).collect();
        db.act_wait(area, move |tx| {
            for ((n, no), act) in numbers.iter().enumerate().zip(&ids) {
                let door = n % 4 == 3;
                let new = NewDelivery {
                    no: *no,
                    copy: None,
                    way: if door { Way::Door } else { Way::Hand },
                    day: now.day(),
                    seats,
                    signed: !door,
                    note: if door { "贴在门上，18:20 发了短信".into() } else { String::new() },
                    voter: String::new(),
                };
                deliver(tx, &Author { act: *act, ..desk.clone() }, id, &new, *act)?;
            }
            Ok(())
        })
    }

    /// Two owners who are away have given a neighbour their written authority.
    fn proxies(&self, db: &Db, plan: &'static Plan) -> Result<(), Stop> {
        let (id, area, now) = (self.vote(plan)?, self.area(plan.area), db.clock().now());
        let numbers: Vec<i64> = db.read_wait(move |r| {
            let lines = rolls::lines(r, id)?.into_iter().filter(|l| l.nth == 1 && l.house == PROXY_HOUSE);
            Ok(lines.take(2).map(|l| l.no).collect())
        })?;
        let desk = self.author(db, "周国栋");
        let second = self.author(db, "吴敏");
        let ids: Vec<[ActId; 2]> =
            numbers.iter().map(|_| [ActId::new(db.chance(), now), ActId::new(db.chance(), now)]).collect();
        db.act_wait(area, move |tx| {
            for (no, [act, second_act]) in numbers.iter().zip(&ids) {
                let marks: Vec<Mark> = plan.matters.iter().map(|_| Mark::Yes).collect();
                let new = NewProxy { no: *no, name: PROXY.into(), marks: marks.clone() };
                let given = give(tx, &Author { act: *act, ..desk.clone() }, id, &new)?.act;
                confirm(tx, &Author { act: *second_act, ..second.clone() }, (id, given), &marks)?;
            }
            Ok(())
        })
    }

    /// Papers of those who have not voted on the phone, each entered by two people.
    fn papers(&self, db: &Db, plan: &'static Plan) -> Result<(), Stop> {
        let (id, area, now) = (self.vote(plan)?, self.area(plan.area), db.clock().now());
        let phones: Vec<PersonId> = plan.verified.iter().map(|who| self.map.person(who)).collect();
        let houses = plan.papers;
        let numbers: Vec<i64> = db.read_wait(move |r| {
            let mut taken = Vec::new();
            for person in &phones {
                taken.extend(rolls::mine(r, id, *person)?);
            }
            let mut all = Vec::new();
            for (house, n) in houses {
                let lines = rolls::lines(r, id)?.into_iter().filter(|l| l.house == *house && !taken.contains(&l.no));
                all.extend(lines.take(*n).map(|l| l.no));
            }
            Ok(all)
        })?;
        let ids: Vec<[ActId; 2]> =
            numbers.iter().map(|_| [ActId::new(db.chance(), now), ActId::new(db.chance(), now)]).collect();
        let desks = ["吴敏", "周国栋"].map(|who| self.author(db, who));
        db.act_wait(area, move |tx| {
            for ((n, no), ids) in (plan.verified.len()..).zip(&numbers).zip(&ids) {
                for (desk, act) in desks.iter().zip(ids) {
                    let sheet = Sheet { vote: id, no: *no, copy: None };
                    enter(tx, &Author { act: *act, ..desk.clone() }, sheet, &marks(plan, n))?;
                }
            }
            Ok(())
        })
    }

    fn boxed(&self, db: &Db, plan: &'static Plan, what: What, at: Moment) -> Result<(), Stop> {
        let of = (self.vote(plan)?, self.area(plan.area));
        boxes::noted(db, self.files, &self.author(db, plan.by), of, (plan, what, at))
    }

    /// 铁东 12 号院 has had no company for years: the community takes it over, and is half way.
    fn takeover(&mut self, db: &Db, plan: &'static Plan, n: usize) -> Result<(), Stop> {
        let (area, today) = (self.area(plan.area), db.clock().now().day());
        let author = self.author(db, plan.by);
        let Some((_, who, words)) = TAKEOVER.get(n) else { return Ok(()) };
        let Some(id) = self.takeover else {
            let since = today.plus(-400);
            self.takeover = Some(db.act_wait(area, move |tx| takeover::begin(tx, &author, area, (since, words)))?.act);
            return Ok(());
        };
        let step = Step::ALL.get(n - 1).copied().ok_or_else(|| Fault::bug("a step too many"))?;
        let new = NewStep { step, day: today, who: (*who).into(), words: (*words).into() };
        db.act_wait(area, move |tx| takeover::step(tx, &author, id, &new).map(|_| ()))
    }

    /// 车站北院, taken over from the first walk to the look back.
    fn taken(&mut self, db: &Db, plan: &'static Plan, n: usize) -> Result<(), Stop> {
        let vote = self.vote(plan).ok();
        let stands = taken::Stands { area: self.area(plan.area), takeover: self.taken, vote };
        self.taken = taken::step(self.map, db, &|| self.author(db, plan.by), stands, n)?;
        Ok(())
    }

    /// The renewal of 春晓园, to the hand-over.
    fn handed(&mut self, db: &Db, today: Day, doing: handed::Doing) -> Result<(), Stop> {
        let desks: [&dyn Fn() -> Author; 2] = [&|| self.author(db, "周国栋"), &|| self.author(db, "吴敏")];
        let at = handed::At { db, files: self.files, area: self.area(places::SPRING.name), desks };
        self.handed = handed::step(&at, today, self.handed, doing)?;
        Ok(())
    }

    fn count(&self, db: &Db, plan: &'static Plan) -> Result<(), Stop> {
        let (id, author) = (self.vote(plan)?, self.author(db, plan.by));
        let more: Vec<ActId> = plan.matters.iter().map(|_| ActId::new(db.chance(), db.clock().now())).collect();
        db.act_wait(self.area(plan.area), move |tx| count(tx, &author, id, &more).map(|_| ()))
    }
}

/// What the nth of them chooses: as the plan's rows repeat.
fn marks(plan: &Plan, n: usize) -> Vec<Mark> {
    plan.marks.iter().map(|row| row.get(n % row.len().max(1)).copied().unwrap_or(Mark::Yes)).collect()
}
