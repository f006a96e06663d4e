//! Mail beside the server: what is due goes out as a job, when the operator named a mail server.

use crate::config::Config;
use crate::{house, wiring};
use lianxin_outbox::{Mailer, is_due, send_due};
use lianxin_register::find;
use lianxin_store::{Db, Read, Stop};
use lianxin_web::House;
use lianxin_work::{JobKind, JobState, Step, recent};
use std::convert::Infallible;
use std::sync::OnceLock;
use std::time::Duration;

/// The job, as it stands in the table.
pub const JOB: &str = "outbox.mail";
/// How often it is looked whether anything is due.
const LOOK: Duration = Duration::from_secs(30);
/// So many of the newest jobs are looked through for one that is at it already.
const NEWEST: u32 = 30;

/// The mail server this process was given; a job is a plain function and finds it here.
static MAILER: OnceLock<Mailer> = OnceLock::new();

/// Sets mail up as the configuration says; without a server there is none.
///
/// # Errors
/// What is wrong with the configuration, without its password.
pub fn set_up(config: &Config) -> Result<(), String> {
    let Some(server) = &config.mail else { return Ok(()) };
    let from = config.mail_from.as_deref().ok_or("给了 LIANXIN_MAIL，还要给寄信人 LIANXIN_MAIL_FROM")?;
    let mailer = Mailer::new(server, from, &config.origin)?;
    MAILER.set(mailer).map_err(|_| "邮件设了两回".to_owned())
}

/// The kind of job.
pub fn job() -> JobKind {
    JobKind { kind: JOB, steps: |_, _| Ok(1), step }
}

/// Sends what is due. What was claimed by a process that was killed is not sent again.
fn step(db: &Db, _: &Step<'_>) -> Result<(), Stop> {
    match MAILER.get() {
        Some(mailer) => send_due(db, &wiring::notices()?, mailer).map(drop),
        None => Ok(()),
    }
}

/// Whether a job is to begin: something is due, and none is at it.
fn wanted(r: &mut Read<'_>, now: lianxin_base::Moment) -> Result<bool, Stop> {
    let busy = |state| matches!(state, JobState::Waiting | JobState::Running);
    Ok(is_due(r, now)? && !recent(r, NEWEST)?.iter().any(|j| j.kind == JOB && busy(j.state)))
}

/// Looks again and again, as long as the server runs.
pub(crate) async fn look(house: &House) -> Infallible {
    loop {
        if MAILER.get().is_some()
            && let Err(why) = begin(house).await
        {
            house::complain(&format!("邮件没有排上：{why:?}"));
        }
        tokio::time::sleep(LOOK).await;
    }
}

async fn begin(house: &House) -> Result<(), Stop> {
    let now = house.now();
    let root = house.db().read(move |r| Ok(if wanted(r, now)? { find::roots(r)?.first().map(|a| a.id) } else { None }));
    if let Some(area) = root.await? {
        house.jobs().start(JOB, area, "", "office").await?;
    }
    Ok(())
}
