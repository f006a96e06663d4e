//! What hung on the boards of the demonstration while its time passes, through the same acts as in an office.

mod cast;

use crate::duty;
use crate::ground::ground;
use crate::notice::{NewNotice, correct, post};
use crate::proof::prove;
use crate::second::give;
use crate::series::Goes;
use crate::words::{Author, Body, Faces, Sheet};
use cast::{CORRECTED, LACKING, PLANS, Plan};
use lianxin_base::{ActId, Day, MINUTE, Moment};
use lianxin_seeds::{Map, picture};
use lianxin_store::{Db, Fault, Files, Stop};
use lianxin_web::photos::Photo;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Doing {
    Calendars,
    Post(usize),
    Start(usize),
    Correct(usize),
    End(usize),
}

/// The boards as they fill.
pub struct Play<'a> {
    map: &'a Map,
    files: &'a Files,
    /// What is still to come, the next one last.
    left: Vec<(Moment, Doing)>,
    today: Day,
    posted: Vec<(usize, ActId, &'static Plan)>,
    series: Vec<(&'static str, ActId)>,
}

/// The title of the sheet that lacks the photo of its end, for whoever looks for it.
pub const LACKS: &str = LACKING;

impl<'a> Play<'a> {
    /// What will happen until `today`, beginning on `begin`.
    pub fn new(map: &'a Map, files: &'a Files, begin: Day, today: Day) -> Self {
        let mut left = vec![(begin.plus(2).at(9, 10), Doing::Calendars)];
        for (n, plan) in PLANS.iter().enumerate() {
            let from = today.plus(-plan.ago);
            if from <= begin {
                continue;
            }
            left.push((from.at(8, 40), Doing::Post(n)));
            if plan.title == CORRECTED.0 {
                left.push((from.plus(CORRECTED.1).at(10, 30), Doing::Correct(n)));
            }
        }
        left.sort_by_key(|(at, doing)| std::cmp::Reverse((*at, *doing)));
        Self { map, files, left, today, posted: Vec::new(), series: Vec::new() }
    }

    /// Does what has fallen due by the clock of the database; called after the timers have run.
    ///
    /// # Errors
    /// A refusal of the rules, which a test excludes, or the database's trouble.
    pub fn tick(&mut self, db: &Db) -> Result<(), Stop> {
        while self.left.last().is_some_and(|(at, _)| *at <= db.clock().now()) {
            let Some((_, doing)) = self.left.pop() else { break };
            match doing {
                Doing::Calendars => self.calendars(db)?,
                Doing::Post(n) => self.post(db, n)?,
                Doing::Correct(n) => self.correct(db, n)?,
                Doing::Start(n) => self.prove(db, n, false)?,
                Doing::End(n) => self.prove(db, n, true)?,
            }
        }
        Ok(())
    }

    fn author(&self, db: &Db, who: &str) -> Author {
        let (by, scope) = self.map.author(who);
        Author { act: ActId::new(db.chance(), db.clock().now()), by, token: None, scope }
    }

    fn photo(&self, db: &Db, scene: &str) -> Result<Photo, Stop> {
        let picture = picture(scene).ok_or_else(|| Fault::bug("no such scene"))?;
        Ok(Photo::put(self.files, &picture, db.clock().now())?)
    }

    fn calendars(&self, db: &Db) -> Result<(), Stop> {
        let (area, author) = (self.map.area("芙蓉社区"), self.author(db, "吴敏"));
        db.act_wait(area, move |tx| duty::keep(tx, &author, area, (Body::Residents, false)).map(|_| ()))?;
        let (author, photo) = (self.author(db, "周国栋"), self.photo(db, "second-title")?);
        db.act_wait(area, move |tx| give(tx, &author, area, &[photo]).map(|_| ()))
    }

    fn new_notice(&self, db: &Db, plan: &Plan) -> Result<NewNotice, Stop> {
        let today = db.clock().now().day();
        let new = NewNotice::of(plan.section, plan.ground, today, plan.title, plan.words);
        let Some((scene, alt, caption)) = plan.photo else { return Ok(new) };
        Ok(NewNotice {
            sheet: Sheet::News,
            photos: vec![self.photo(db, scene)?],
            alt: alt.into(),
            caption: caption.into(),
            credit: "社区工作者".into(),
            faces: Some(Faces::Nobody),
            children: Some(false),
            needy: Some(false),
            ..new
        })
    }

    fn post(&mut self, db: &Db, n: usize) -> Result<(), Stop> {
        let Some(plan) = PLANS.get(n) else { return Ok(()) };
        let (area, author, mut new) = (self.map.area(plan.area), self.author(db, plan.by), self.new_notice(db, plan)?);
        let begun = plan.series.map(|name| (name, self.series.iter().find(|(one, _)| *one == name).map(|(_, id)| *id)));
        new.goes = begun.map(|(name, id)| id.map_or_else(|| Goes::Begins(name.into()), Goes::On));
        let receipt = db.act_wait(area, move |tx| post(tx, &author, area, &new))?;
        if let Some((name, None)) = begun {
            self.series.push((name, receipt.act));
        }
        self.posted.push((n, receipt.act, plan));
        self.photographed(db, n, plan);
        Ok(())
    }

    /// The photos of a sheet with a period are taken from the day it really hung.
    fn photographed(&mut self, db: &Db, n: usize, plan: &Plan) {
        let now = db.clock().now();
        let Some(until) = ground(plan.ground, now.day()).and_then(|g| g.until(now.day())) else { return };
        self.left.push((now.plus(40 * MINUTE), Doing::Start(n)));
        if plan.end && until < self.today {
            self.left.push((until.at(14, 30), Doing::End(n)));
        }
        self.left.sort_by_key(|(at, doing)| std::cmp::Reverse((*at, *doing)));
    }

    fn found(&self, n: usize) -> Result<(ActId, &'static Plan), Stop> {
        let found = self.posted.iter().find(|(at, ..)| *at == n).map(|(_, id, plan)| (*id, *plan));
        Ok(found.ok_or_else(|| Fault::bug("a notice goes on that was not posted"))?)
    }

    /// The correction hangs, and is photographed, like any other.
    fn correct(&mut self, db: &Db, n: usize) -> Result<(), Stop> {
        let ((old, plan), (_, _, title, words)) = (self.found(n)?, CORRECTED);
        let today = db.clock().now().day();
        let new = NewNotice::of(plan.section, plan.ground, today, title, words);
        let (area, author) = (self.map.area(plan.area), self.author(db, plan.by));
        let receipt = db.act_wait(area, move |tx| correct(tx, &author, old, &new))?;
        self.posted.push((n + PLANS.len(), receipt.act, plan));
        self.photographed(db, n + PLANS.len(), plan);
        Ok(())
    }

    fn prove(&self, db: &Db, n: usize, end: bool) -> Result<(), Stop> {
        let (id, plan) = self.found(n)?;
        let (area, author) = (self.map.area(plan.area), self.author(db, plan.by));
        let (photo, day) = (self.photo(db, "board")?, db.clock().now().day());
        db.act_wait(area, move |tx| prove(tx, &author, id, end, (day, true, &[photo])).map(|_| ()))
    }
}
