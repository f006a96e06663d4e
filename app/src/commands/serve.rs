use super::{Sentence, say};
use crate::backup::night;
use crate::config::Config;
use crate::signing::log_keys;
use crate::{house, post, rooms, upgrade};
use axum::Router;
use lianxin_base::Lang;
use lianxin_journal::log::LogKeys;
use lianxin_web::photos::SWEPT_AFTER;
use lianxin_web::{House, serve};
use std::time::Duration;
use tokio::net::TcpListener;

const SWEEP_EVERY: Duration = Duration::from_secs(24 * 3600);

/// Serves an office that is there.
pub(super) fn office(config: &Config) -> Result<(), Sentence> {
    if config.db.is_none() && !config.data.join("lianxin.db").exists() {
        let why = format!("{} 里还没有办公室。先运行 lianxin init，或者看演示：lianxin demo。", config.data.display());
        return Err(Sentence(why));
    }
    let db = upgrade::opened(config)?;
    let keys = house::keys(&config.data)?;
    post::set_up(config, &keys)?;
    let log = log_keys(config, &db, false)?;
    let (house, router) = house::build(db, keys, config, false)?;
    serve_on(config, &house, router, log)
}

/// Serves until it is told to stop; timers run beside.
pub fn serve_on(config: &Config, house: &House, router: Router, log: LogKeys) -> Result<(), Sentence> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|e| format!("起不来：{e}"))?;
    if let Err(why) = house::sequence(house.db(), &log) {
        house.set_ready(false); // the pages can be read all the same, and the reason is told
        house::complain(&why.say(Lang::Zh));
    }
    let sequencer = house::sequence_on(house, log)?;
    let timers = house::start_timers(house.db())?;
    let jobs = house.jobs().background()?;
    let backups = night::daily(config, house)?;
    let done = runtime.block_on(async {
        let listener = TcpListener::bind(&config.addr)
            .await
            .map_err(|e| format!("{} 用不了：{e}。可能已经有一个在开着，或者换个端口：--addr", config.addr))?;
        say(&format!("打开 http://{}", config.addr));
        tokio::select! {
            served = serve(listener, house, router, told_to_stop()) => served.map_err(|e| format!("网页停了：{e}")),
            never = sweep_daily(house) => match never {},
            never = post::look(house) => match never {},
            never = house::fill_index(house) => match never {},
        }
    });
    drop((timers, jobs, backups, sequencer));
    Ok(done?)
}

/// Once a day the files that no row names (of forms that were never sent, of what was erased) are swept away.
async fn sweep_daily(house: &House) -> std::convert::Infallible {
    loop {
        let (files, before) = (house.files().clone(), house.now().plus(-SWEPT_AFTER));
        let swept = house.db().read(move |r| Ok(lianxin_journal::sweep(r, &files, rooms::files(), before)?)).await;
        if let Err(why) = swept {
            house::complain(&format!("旧文件没有清掉：{}", Sentence::from(why).0));
        }
        tokio::time::sleep(SWEEP_EVERY).await;
    }
}

async fn told_to_stop() {
    let ctrl_c = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut term) => {
                tokio::select! { _ = ctrl_c => {}, _ = term.recv() => {} }
            }
            Err(_) => {
                ctrl_c.await.ok();
            }
        }
    }
    #[cfg(not(unix))]
    ctrl_c.await.ok();
}
