//! What goes out to organisations beside the server, as jobs: letters, when the operator named a mail server, and calls to
//! their computers.

use crate::config::Config;
use crate::{house, wiring};
use lianxin_base::Lang;
use lianxin_gate::Keys;
use lianxin_outbox::{Caller, Courier, Mailer, Way, is_due, send_due};
use lianxin_register::find;
use lianxin_store::{Db, Read, Stop};
use lianxin_web::House;
use lianxin_work::{JobKind, JobState, recent};
use std::convert::Infallible;
use std::sync::OnceLock;
use std::time::Duration;

/// The job of letters, as it stands in the table.
pub const MAIL: &str = "outbox.mail";
/// The job of calls.
pub const CALLS: &str = "outbox.calls";
/// How often it is looked whether anything is due.
const LOOK: Duration = Duration::from_secs(30);
/// So many of the newest jobs are looked through for one that is at it already.
const NEWEST: u32 = 30;

/// What this process sends by; a job is a plain function and finds it here.
static MAILER: OnceLock<Mailer> = OnceLock::new();
static CALLER: OnceLock<Caller> = OnceLock::new();

/// Sets both up as the configuration says; without a server there is no mail.
///
/// # Errors
/// What is wrong with the configuration, without its password.
pub fn set_up(config: &Config, keys: &Keys) -> Result<(), String> {
    let mailer = config.mail.as_deref().map(|server| mailer(config, server)).transpose()?;
    let keys = keys.clone();
    let secrets = Box::new(move |act| keys.hook_secret(act));
    CALLER.set(Caller::new(&config.hook_hosts, &config.origin, secrets)).map_err(|_| "接口设了两回")?;
    mailer.map_or(Ok(()), |mailer| MAILER.set(mailer).map_err(|_| "邮件设了两回".to_owned()))
}

fn mailer(config: &Config, server: &str) -> Result<Mailer, String> {
    let from = config.mail_from.as_deref().ok_or("给了 LIANXIN_MAIL，还要给寄信人 LIANXIN_MAIL_FROM")?;
    Mailer::new(server, from, &config.origin)
}

/// The kinds of jobs.
pub fn jobs() -> [JobKind; 2] {
    [
        JobKind { kind: MAIL, steps: |_, _| Ok(1), step: |db, _| send(db, courier(Way::Mail)) },
        JobKind { kind: CALLS, steps: |_, _| Ok(1), step: |db, _| send(db, courier(Way::Hook)) },
    ]
}

fn courier(way: Way) -> Option<&'static dyn Courier> {
    match way {
        Way::Mail => MAILER.get().map(|mailer| mailer as &dyn Courier),
        Way::Hook => CALLER.get().map(|caller| caller as &dyn Courier),
    }
}

const fn job(way: Way) -> &'static str {
    match way {
        Way::Mail => MAIL,
        Way::Hook => CALLS,
    }
}

/// Sends what is due. A letter claimed by a process that was killed is not sent again.
fn send(db: &Db, courier: Option<&dyn Courier>) -> Result<(), Stop> {
    courier.map_or(Ok(()), |courier| send_due(db, &wiring::notices()?, courier).map(drop))
}

/// Whether a job is to begin: something is due, and none is at it.
fn wanted(r: &mut Read<'_>, way: Way, now: lianxin_base::Moment) -> Result<bool, Stop> {
    let busy = |state| matches!(state, JobState::Waiting | JobState::Running);
    Ok(is_due(r, way, now)? && !recent(r, NEWEST)?.iter().any(|j| j.kind == job(way) && busy(j.state)))
}

/// Looks again and again, as long as the server runs.
pub(crate) async fn look(house: &House) -> Infallible {
    loop {
        for way in [Way::Mail, Way::Hook] {
            if courier(way).is_some()
                && let Err(why) = begin(house, way).await
            {
                house::complain(&format!("{}没有排上：{why:?}", way.say(Lang::Zh)));
            }
        }
        tokio::time::sleep(LOOK).await;
    }
}

async fn begin(house: &House, way: Way) -> Result<(), Stop> {
    let now = house.now();
    let root =
        house.db().read(move |r| Ok(if wanted(r, way, now)? { find::roots(r)?.first().map(|a| a.id) } else { None }));
    if let Some(area) = root.await? {
        house.jobs().start(job(way), area, "", "office").await?;
    }
    Ok(())
}
