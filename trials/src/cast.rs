//! Owners vote by phone, each changing their mind again and again, beside reports by form to the same office.

use crate::bench::{Asked, fresh};
use crate::child::Server;
use crate::client::{Client, get};
use crate::drive::{Ask, abab, turn};
use crate::intake::reports;
use crate::product::{file, found_at, open};
use crate::report::{Line, Sheet};
use crate::town::Town;
use crate::trouble::{Done, Trouble, no, told};
use lianxin_app::{house, rooms};
use lianxin_base::{
    ActId, Area as FloorArea, AreaId, BuildingId, Clock, Day, HouseholdId, OwnerSetId, PersonId, SlipId, UnitId,
};
use lianxin_gate::{
    Asked as Agrees, Author, Keys, NewSlip, RULES_VERSION, Scope, SessionToken, SlipCode, admit_wait, consent, issue,
};
use lianxin_journal::{By, Head};
use lianxin_property::assembly::{Asked as Whom, NewVote, Online, call};
use lianxin_property::ownership::{NewVoter, Shown, verify};
use lianxin_register::{
    AreaSource, Building, Household, Owner, OwnerSet, Person, Unit, UnitKind, building, household, owner_set, person,
};
use lianxin_store::Db;
use lianxin_work::Runner;
use rusqlite::Connection;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

const CLIENTS: usize = 16;
/// Owners who were seen at the counter and are signed in.
const OWNERS: u64 = 512;
/// Flats of a building.
const FLATS: u64 = 64;
/// Matters on the paper.
const MATTERS: u32 = 5;
const MARKS: [&str; 3] = ["yes", "no", "abstain"];
const DAY: i64 = 86_400_000_000;
const WHAT: &str = "512 owners vote on 5 matters by phone (form, 16 clients) to POST /report (form, 16 clients) at the same \
                    office in the same run; asked: ≥ 0.60 of intake's rate";

/// An owner with a phone, and a token of the form.
struct Voter {
    cookie: String,
    token: String,
}

/// Every request is another owner's, and after a round another choice, so that no two are one form sent twice.
#[derive(Clone)]
struct Cast {
    url: Arc<str>,
    voters: Arc<[Voter]>,
    next: Arc<AtomicU64>,
    request: Vec<u8>,
}

impl Ask for Cast {
    fn next(&mut self) -> &[u8] {
        let n = self.next.fetch_add(1, Ordering::Relaxed);
        let at = usize::try_from(n % OWNERS).unwrap_or(0);
        let mut choice = n / OWNERS;
        self.request.clear();
        let Some(voter) = self.voters.get(at) else { return &self.request };
        let mut body = format!("token={}", voter.token);
        for m in 1..=MATTERS {
            body.push_str(&format!("&m{m}={}", MARKS[usize::try_from(choice % 3).unwrap_or(0)]));
            choice /= 3;
        }
        let head = format!(
            "POST {} HTTP/1.1\r\nhost: 127.0.0.1\r\n{}content-type: application/x-www-form-urlencoded\r\n\
             content-length: {}\r\n\r\n",
            self.url,
            voter.cookie,
            body.len()
        );
        self.request.extend([head.as_bytes(), body.as_bytes()].concat());
        &self.request
    }
    fn good(&self) -> u16 {
        303
    }
}

pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let dir = fresh(asked, "cast")?;
    let (vote, sessions) = opened(&dir)?;
    let server = Server::start(&["serve-product", &dir.to_string_lossy()])?;
    let votes = vec![voters(&server, vote, &sessions)?; CLIENTS];
    let forms = reports(&server, CLIENTS, &Arc::new(AtomicU64::new(1)))?;
    let before = kept(&dir)?;
    let mut answered = 0;
    let both = abab(
        asked.rounds,
        || turn(&server, votes.clone(), asked.time).inspect(|t| answered += t.count),
        || turn(&server, forms.clone(), asked.time),
    )?;
    let kept = kept(&dir)? - before;
    if kept != answered {
        return no(format!("{answered} votes were answered, but {kept} are kept"));
    }
    sheet.add(&Line::rate("cast", &both, WHAT));
    sheet.add(&Line::latency("cast.p99", &both, 990, "the same"));
    Ok(())
}

/// How many votes are in the record.
fn kept(dir: &Path) -> Done<u64> {
    let sql = "SELECT count(*) FROM journal_act WHERE kind = 'property.ballot'";
    let n: i64 = Connection::open(file(dir))?.query_row(sql, [], |r| r.get(0))?;
    Ok(u64::try_from(n)?)
}

/// The form of every owner, with its token.
fn voters(server: &Server, vote: ActId, sessions: &[SessionToken]) -> Done<Cast> {
    let url = format!("/votes/{vote}/cast");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let voters = runtime.block_on(async {
        let mut client = Client::to(server.addr).await?;
        let mut all = Vec::new();
        for session in sessions {
            let cookie = format!("cookie: lx_session={}\r\n", session.value());
            let page = client.send(&get(&url, &cookie)).await?;
            let text = String::from_utf8_lossy(&page.body).into_owned();
            let form = text.split(&format!("action=\"{url}\"")).nth(1).unwrap_or("");
            let token = form.split("name=\"token\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
            let token = token.ok_or_else(|| Trouble(format!("{url} ({}) has no token", page.status)))?.to_owned();
            all.push(Voter { cookie, token });
        }
        Ok::<_, Trouble>(all)
    })?;
    Ok(Cast { url: url.into(), voters: voters.into(), next: Arc::default(), request: Vec::new() })
}

/// An office where such a vote was called three weeks ago and is open now, with every owner signed in.
fn opened(dir: &Path) -> Done<(ActId, Vec<SessionToken>)> {
    let now = Clock::system().now();
    let clock = Clock::by_hand(now.plus(-21 * DAY));
    let town = found_at(dir, clock.clone())?;
    let (db, keys) = (open(dir, None, clock)?, house::keys(dir).map_err(Trouble)?);
    let sessions = owners(&db, &keys, town)?;
    let matter = |n: u32| ("other".to_owned(), format!("南门里种十二棵槐树，第 {n} 段"));
    let new = NewVote {
        area: town.compound,
        title: "种树".into(),
        matters: (1..=MATTERS).map(matter).collect(),
        opens: now.day().plus(-2).at(9, 0),
        closes: now.day().plus(20).at(18, 0),
        online: Online::Allowed,
        asked: Whom::default(),
    };
    let convener = seat(&db, town);
    let vote = db.act_wait(town.compound, move |tx| call(tx, &convener, &new)).map_err(told)?.act;
    db.clock().set(now);
    Runner::new(db, rooms::timers()).run_due().map_err(|why| Trouble(format!("{why:?}")))?;
    Ok((vote, sessions))
}

fn seat(db: &Db, town: Town) -> Author {
    let by = By::Seat { seat: town.worker, person: None, org: town.committee };
    Author { act: ActId::new(db.chance(), db.clock().now()), by, token: None, scope: Scope::Everything }
}

/// Each with a flat of their own.
fn owners(db: &Db, keys: &Keys, town: Town) -> Done<Vec<SessionToken>> {
    let (chance, now) = (db.chance(), db.clock().now());
    let mut all = Vec::new();
    for n in 5..5 + OWNERS / FLATS {
        let flat = |n: u64| Unit {
            unit: UnitId::new(chance, now),
            kind: UnitKind::Dwelling,
            label: format!("{n}01"),
            floor_area: Some(FloorArea(8_000)),
            area_source: Some(AreaSource::Register),
        };
        let (at, id, units) = (BuildingId::new(chance, now), ActId::new(chance, now), (1..=FLATS).map(flat).collect());
        let (name, sort) = (format!("{n}号楼"), i64::try_from(n)?);
        let block = Building { building: at, area: town.compound, grid: None, name, sort, units };
        let flats: Vec<UnitId> = block.units.iter().map(|u| u.unit).collect();
        db.act_wait(town.compound, move |tx| building(tx, head(id, town.compound), block.clone())).map_err(told)?;
        for unit in flats {
            all.push(owner(db, keys, town, (at, unit), now.day())?);
        }
    }
    Ok(all)
}

fn head(id: ActId, area: AreaId) -> Head {
    Head { id, area, by: By::Office, no: None, token: None }
}

/// Somebody lives in their own flat, came with the deed, and let their phone in with a slip.
fn owner(db: &Db, keys: &Keys, town: Town, (at, unit): (BuildingId, UnitId), since: Day) -> Done<SessionToken> {
    let (chance, now, area) = (db.chance(), db.clock().now(), town.compound);
    let (who, home, code) = (PersonId::new(chance, now), HouseholdId::new(chance, now), SlipCode::make(chance));
    let (set, slip) = (OwnerSetId::new(chance, now), SlipId::new(chance, now));
    let ids: Vec<ActId> = (0..5).map(|_| ActId::new(chance, now)).collect();
    let (form, entry) = (format!("slip {slip}"), ids[4]);
    let (desk, slip) = (seat(db, town), NewSlip { slip, person: who, household: home, code: code.clone() });
    let locked = keys.clone();
    let registered = db.act_wait(area, move |tx| {
        person(tx, head(ids[0], area), Person { person: who, area, name: "顾建平".into(), phone: None })?;
        household(tx, head(ids[1], area), Household { household: home, building: at, unit })?;
        let owners = vec![Owner::Person(who)];
        owner_set(tx, head(ids[2], area), OwnerSet { owner_set: set, units: vec![unit], owners, since, until: None })?;
        verify(tx, &desk, &NewVoter { unit, person: who, shown: Shown::Deed })?;
        issue(tx, &locked, head(ids[3], area), &slip)
    });
    registered.map_err(told)?;
    let session = admit_wait(db, keys, &code, entry, &form).map_err(told)?;
    let agreed = Head { by: By::Person(who), ..head(ActId::new(chance, now), area) };
    db.act_wait(area, move |tx| consent(tx, agreed.clone(), who, Agrees::Rules, RULES_VERSION)).map_err(told)?;
    Ok(session)
}
