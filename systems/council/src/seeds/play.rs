use super::script::{Script, Step, Who};
use crate::about::take_over;
use crate::banner::{NewBanner, What, open, tap};
use crate::collect::{NewDispatch, NewNote, NewReport, decline, dispatch, report};
use crate::course::{Author, Terms};
use crate::deliberate::{NewDecision, NewEntry, decision, entry};
use crate::extend::{NewExtension, extension};
use crate::feedback::{NewFeedback, feedback};
use crate::hands::arrive;
use crate::join::{Who as Joiner, join};
use crate::merge::merge;
use crate::origin::Origin;
use crate::part::store::all as all_parts;
use crate::part::{NewPart, State, give, step};
use crate::pause::{NewPause, pause, resumption};
use crate::photos::ShownPhoto;
use crate::plan::Plan;
use crate::publish::{NewPublication, publication};
use crate::quote::{NewAnswer, NewQuote, answer, quote};
use crate::responsible::{Responsibility, responsibility};
use crate::rules::{Category, EntryKind, See, Source};
use crate::solve::{completion, send_back, transfer};
use crate::store;
use crate::thanks::{Who as Thanker, thank};
use lianxin_base::{ActId, Fen, MatterId, Moment, OrgId, PersonId, WayId};
use lianxin_gate::Scope;
use lianxin_journal::{By, Head, Receipt};
use lianxin_outbox::How;
use lianxin_seeds::{Map, picture};
use lianxin_store::{Db, Fault, Files, Stop, Tx};
use lianxin_web::photos::Photo;
use std::collections::BTreeMap;

/// Plays scripts: makes of each line the command a page would send.
pub(super) struct Play<'a> {
    pub(super) db: &'a Db,
    files: &'a Files,
    pub(super) map: &'a Map,
    pub(super) terms: &'a Terms,
    /// The number each script's matter got, by its words: no two people say the same.
    numbers: BTreeMap<(&'static str, &'static str), String>,
    /// The council each line of the table was called as.
    pub(super) councils: BTreeMap<usize, ActId>,
    /// The bulletin that was laid before those it names.
    pub(super) laid: Option<ActId>,
}

impl<'a> Play<'a> {
    pub(super) const fn new(db: &'a Db, files: &'a Files, map: &'a Map, terms: &'a Terms) -> Self {
        Self { db, files, map, terms, numbers: BTreeMap::new(), councils: BTreeMap::new(), laid: None }
    }

    pub(super) fn matters(&self) -> usize {
        self.numbers.len()
    }

    /// A script's matter got this number.
    pub(super) fn known(&mut self, script: &Script, no: String) {
        self.numbers.insert((script.area, script.words), no);
    }

    pub(super) fn number(&self, script: &Script) -> Result<String, Stop> {
        self.number_of(script.area, script.words)
    }

    pub(super) fn number_of(&self, area: &'static str, words: &'static str) -> Result<String, Stop> {
        let no = self.numbers.get(&(area, words)).cloned();
        Ok(no.ok_or_else(|| Fault::bug("a story goes on that has not begun"))?)
    }

    pub(super) fn now(&self) -> Moment {
        self.db.clock().now()
    }

    pub(super) fn author(&self, (by, scope): (By, Scope)) -> Author {
        Author { act: ActId::new(self.db.chance(), self.now()), by, token: None, scope }
    }

    fn act(
        &self,
        script: &Script,
        f: impl Fn(&mut Tx<'_>) -> Result<Receipt, Stop> + Send + 'static,
    ) -> Result<Receipt, Stop> {
        self.db.act_wait(self.map.area(script.area), f)
    }

    /// The report of a script.
    pub(super) fn report(&mut self, script: &'static Script) -> Result<(), Stop> {
        let new = NewReport { photos: self.drawn(script.photo)?, ..self.new_report(script) };
        let author = self.author(self.reporter(script.who));
        let terms = self.terms.clone();
        let receipt = self.act(script, move |tx| report(tx, &terms, &author, &new))?;
        let no = receipt.no.ok_or_else(|| Fault::bug("a report without a number"))?;
        self.known(script, no);
        Ok(())
    }

    /// Who does what in the two compounds that have a company.
    pub(super) fn responsibilities(&self) -> Result<(), Stop> {
        use Category::{Clean, Lift, Light, Park, Repair, Safety, Space, Water};
        let company = [Light, Lift, Water, Repair, Clean, Park, Safety].map(|c| (c, "红星物业"));
        for place in ["芙蓉里", "和平里"] {
            let area = self.map.area(place);
            for (category, name) in company.into_iter().chain([(Space, "芙蓉社区居委会")]) {
                let (author, org) = (self.author(self.map.author("周国栋")), Some(self.map.org(name)));
                let head = Head { id: author.act, area, by: author.by, no: None, token: None };
                self.db.act_wait(area, move |tx| {
                    responsibility(tx, head.clone(), Responsibility { area, category, org })
                })?;
            }
        }
        Ok(())
    }

    /// What is happening this evening: the company says it once, and neighbours tap it.
    pub(super) fn happening(&self) -> Result<(), Stop> {
        let (area, building) = (self.map.area("和平里"), self.map.building("和平里", "2 号楼"));
        let author = self.author(self.map.author("马建军"));
        let words = "水泵坏了，在换泵，一楼门口有水车".to_owned();
        let new =
            NewBanner { area, building: Some(building), entrance: None, what: What::Water, hours: Some(24), words };
        let opened = self.db.act_wait(area, move |tx| open(tx, &author, &new))?;
        for who in ["任桂香", "罗娜"] {
            let (author, person) = (self.author(self.map.resident(who)), self.map.person(who));
            self.db.act_wait(area, move |tx| tap(tx, &author, opened.act, person))?;
        }
        Ok(())
    }

    /// The photo of a scene, drawn and put into its place; none for no scene.
    fn drawn(&self, scene: &str) -> Result<Vec<Photo>, Stop> {
        let Some(picture) = picture(scene) else { return Ok(Vec::new()) };
        Ok(vec![Photo::put(self.files, &picture, self.now())?])
    }

    /// Who sends the report.
    fn reporter(&self, who: Who) -> (By, Scope) {
        match who {
            Who::Resident(name) => self.map.resident(name),
            Who::Counter { by, .. } | Who::Caller { by, .. } | Who::Seen { by } | Who::Told { by } => {
                self.map.author(by)
            }
            Who::Anyone { .. } => (By::Anyone, Scope::Public),
        }
    }

    fn new_report(&self, script: &Script) -> NewReport {
        let (map, now) = (self.map, self.now());
        let known = |name: &str| (Some(map.person(name)), map.phone(name));
        let (reporter, phone): (Option<PersonId>, Option<String>) = match script.who {
            Who::Resident(name) | Who::Counter { name, .. } => known(name),
            Who::Caller { phone, .. } => (None, Some(phone.into())),
            Who::Anyone { phone } => (None, phone.map(Into::into)),
            Who::Seen { .. } | Who::Told { .. } => (None, None),
        };
        let (behalf, name) = match script.who {
            Who::Counter { name, .. } | Who::Caller { name, .. } => (true, Some(name.to_owned())),
            _ => (false, None),
        };
        // Who rang up is rung back; those of the register read it, or are found without a phone.
        let tell = matches!(script.who, Who::Caller { .. }).then_some(How::Call);
        let source = match (script.outer, script.who) {
            (Some((source, ..)), _) => source,
            (None, Who::Resident(_) | Who::Anyone { .. }) => Source::Resident,
            (None, Who::Counter { .. }) => Source::Counter,
            (None, Who::Caller { .. }) => Source::Phone,
            (None, Who::Seen { .. }) => Source::Patrol,
            (None, Who::Told { .. }) => Source::Told,
        };
        let outer = script.outer.map(|(_, no, within)| {
            let day = self.terms.calendar.add_working_days(now.day(), within);
            (no.to_owned(), day.at(23, 59))
        });
        let (outer_no, outer_due) = outer.unzip();
        let origin = Origin { need: script.need, about: script.about, outer_no, outer_due, ..Origin::default() };
        NewReport {
            matter: MatterId::new(self.db.chance(), now),
            way: WayId::new(self.db.chance(), now),
            area: map.area(script.area),
            place: place(script),
            building: (!script.building.is_empty()).then(|| map.building(script.area, script.building)),
            category: script.said,
            words: script.words.into(),
            phone,
            name,
            reporter,
            behalf,
            see: if script.parties_only { See::Parties } else { See::Neighbours },
            source,
            photos: Vec::new(),
            tell,
            origin,
        }
    }

    /// One event of a script.
    pub(super) fn event(&self, script: &'static Script, n: usize) -> Result<(), Stop> {
        let Some(event) = script.events.get(n) else { return Ok(()) };
        let own = matches!(script.who, Who::Resident(name) if name == event.by);
        let by = if own { self.map.resident(event.by) } else { self.map.author(event.by) };
        let (author, terms) = (self.author(by), self.terms.clone());
        let no = self.number(script)?;
        let note = |words: &str| NewNote { no: no.clone(), seen: None, words: words.into() };
        match event.step {
            Step::Dispatch(_) | Step::Direct(..) | Step::Take(_) => self.dispatch(script, &event.step, author, no),
            Step::Show(_) | Step::Keep => self.publish(script, &event.step, author, no),
            Step::Say(kind, words) => {
                let new = said(no, kind, words);
                self.act(script, move |tx| entry(tx, &author, &new))
            }
            Step::Hide(words, why) => self.act(script, move |tx| {
                let m = store::public_by_no(tx, &no)?.ok_or_else(|| Fault::bug("a story without its matter"))?;
                let line = store::entries(tx, m.id)?.into_iter().find(|e| e.words.as_deref() == Some(words));
                let line = line.ok_or_else(|| Fault::bug("nobody said what is to be hidden"))?;
                crate::hiding::hide(tx, &author, &no, (line.act, true, why))
            }),
            Step::Plan(words, cost, doer) => {
                let plan = Plan { cost: cost.map(Fen), doer: doer.map(|name| self.map.org(name)) };
                let new = NewEntry { plan, ..said(no, EntryKind::Propose, words) };
                self.act(script, move |tx| entry(tx, &author, &new))
            }
            Step::Ask(whom, words) => {
                let new = NewEntry { to: Some(self.map.org(whom)), ..said(no, EntryKind::Ask, words) };
                self.act(script, move |tx| entry(tx, &author, &new))
            }
            Step::Answer(words) => self.act(script, move |tx| {
                let m = store::public_by_no(tx, &no)?.ok_or_else(|| Fault::bug("a story without its matter"))?;
                let asked = crate::question::store::all(tx, m.id)?.into_iter().find(|q| q.waits());
                let asked = asked.ok_or_else(|| Fault::bug("nothing was asked"))?;
                crate::question::answer(tx, &author, &no, (asked.entry, words))
            }),
            Step::Decide(words, executor, within) => {
                let deadline = terms.calendar.add_working_days(self.now().day(), within);
                let executor = self.map.org(executor);
                let words = words.into();
                let new = NewDecision { no, seen: None, words, executor, deadline, limit: None, council: None };
                self.act(script, move |tx| decision(tx, &terms, &author, &new))
            }
            Step::Wait(words, within) => {
                let deadline = terms.calendar.add_working_days(self.now().day(), within);
                let new = NewExtension { no, seen: None, words: words.into(), deadline };
                self.act(script, move |tx| extension(tx, &terms, &author, &new))
            }
            Step::Pause(reason, words, within) => {
                let until = terms.calendar.add_working_days(self.now().day(), within);
                let new = NewPause { no, seen: None, reason, words: words.into(), until };
                self.act(script, move |tx| pause(tx, &terms, &author, &new))
            }
            Step::Resume => self.act(script, move |tx| resumption(tx, &terms, &author, &no, None)),
            Step::Done(words) => {
                let (new, photos) = (note(words), self.drawn(script.photo_done)?);
                self.act(script, move |tx| completion(tx, &terms, &author, &new, None, &photos))
            }
            Step::DoneFor(words, fen) => {
                let (new, photos) = (note(words), self.drawn(script.photo_done)?);
                self.act(script, move |tx| completion(tx, &terms, &author, &new, Some(Fen(fen)), &photos))
            }
            Step::Thank => {
                let author = self.author(self.map.resident(event.by));
                let who = Thanker::Person(self.map.person(event.by));
                self.act(script, move |tx| thank(tx, &author, &no, who))
            }
            Step::Arrive => self.act(script, move |tx| arrive(tx, &author, &no)),
            Step::Part(org, words, within) => {
                let by_day = terms.calendar.add_working_days(self.now().day(), within);
                let new = NewPart { no, org: self.map.org(org), by_day, words: words.into() };
                self.act(script, move |tx| give(tx, &terms, &author, &new))
            }
            Step::OfPart(org, to, words) => {
                let org = self.map.org(org);
                self.act(script, move |tx| part_step(tx, &author, (&no, org), to, words))
            }
            Step::Quote(fen, covers, words) => {
                let new = NewQuote { no, seen: None, price: Fen(fen), covers, words: words.into() };
                self.act(script, move |tx| quote(tx, &terms, &author, &new))
            }
            Step::Reply(yes, words, how) => {
                let new = NewAnswer { no, seen: None, yes, words: words.into(), how: how.map(Into::into) };
                self.act(script, move |tx| answer(tx, &terms, &author, &new))
            }
            Step::Return(words) => {
                let new = note(words);
                self.act(script, move |tx| send_back(tx, &terms, &author, &new))
            }
            Step::Transfer(to, words) => {
                let (new, to) = (note(words), self.map.org(to));
                self.act(script, move |tx| transfer(tx, &terms, &author, &new, to))
            }
            Step::Decline(words) => {
                let new = note(words);
                self.act(script, move |tx| decline(tx, &terms, &author, &new))
            }
            Step::Join => {
                let (author, who) =
                    (self.author(self.map.resident(event.by)), Joiner::Person(self.map.person(event.by)));
                self.act(script, move |tx| join(tx, &author, &no, &who))
            }
            Step::Same(words) => {
                let part = self.numbers.get(&(script.area, words)).cloned();
                let parts = [part.ok_or_else(|| Fault::bug("what is the same was not reported"))?];
                self.act(script, move |tx| merge(tx, &terms, &author, &no, &parts))
            }
            Step::Good(words, how) | Step::Again(words, how) => {
                let good = matches!(event.step, Step::Good(..));
                let new = NewFeedback { no, good, words: words.into(), how: how.map(Into::into) };
                self.act(script, move |tx| feedback(tx, &terms, &author, &new))
            }
        }
        .map(|_| ())
    }

    fn dispatch(&self, script: &Script, step: &Step, author: Author, no: String) -> Result<Receipt, Stop> {
        let (pace, executor) = match *step {
            Step::Direct(pace, executor) => (pace, Some(self.map.org(executor))),
            Step::Dispatch(pace) | Step::Take(pace) => (pace, None),
            _ => return Err(Fault::bug("a dispatch is a dispatch").into()),
        };
        let (title, category, terms) = (script.title.to_owned(), script.category, self.terms.clone());
        let new = NewDispatch { no, seen: None, title, category, pace, executor };
        let own = matches!(step, Step::Take(_));
        self.act(script, move |tx| match own {
            true => take_over(tx, &terms, &author, &new),
            false => dispatch(tx, &terms, &author, &new),
        })
    }

    fn publish(&self, script: &Script, step: &Step, author: Author, no: String) -> Result<Receipt, Stop> {
        let shown = match *step {
            Step::Show("") => Some(script.words),
            Step::Show(words) => Some(words),
            _ => None,
        };
        let shown = shown.map(|words| (script.title.to_owned(), words.to_owned()));
        self.act(script, move |tx| {
            let photos = if shown.is_some() { all_photos(tx, &no)? } else { Vec::new() };
            publication(tx, &author, &NewPublication { no: no.clone(), shown: shown.clone(), photos })
        })
    }
}

/// The step of the open part an organisation has of a matter.
fn part_step(
    tx: &mut Tx<'_>,
    author: &Author,
    (no, org): (&str, OrgId),
    to: State,
    words: &str,
) -> Result<Receipt, Stop> {
    let m = store::public_by_no(tx, no)?.ok_or_else(|| Fault::bug("a part of no matter"))?;
    let open = all_parts(tx, m.id)?.into_iter().find(|part| part.org == org && part.state.is_open());
    let part = open.ok_or_else(|| Fault::bug("a step of a part that was not given"))?;
    step(tx, author, part.act, to, words)
}

/// The photos a matter has so far: they are drawings, nothing in them is to be masked.
fn all_photos(tx: &mut Tx<'_>, no: &str) -> Result<Vec<ShownPhoto>, Stop> {
    let Some(m) = store::public_by_no(tx, no)? else { return Ok(Vec::new()) };
    let all = store::photos::of_matter(tx, m.id)?.into_iter();
    let whole = |p: store::photos::PhotoRow| {
        let photo = p.photo?;
        Some(ShownPhoto { act: p.act, n: p.n, large: photo.large, small: photo.small, mask: Vec::new() })
    };
    Ok(all.filter_map(whole).collect())
}

/// What somebody says, with nothing besides.
fn said(no: String, kind: EntryKind, words: &str) -> NewEntry {
    NewEntry { no, kind, words: words.into(), photos: Vec::new(), to: None, plan: Plan::default() }
}

/// Where, as the register names it; nothing if nobody said.
fn place(script: &Script) -> Option<String> {
    let parts = [script.building, script.spot];
    let near = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    (!near.is_empty()).then(|| format!("{} {near}", script.area))
}
