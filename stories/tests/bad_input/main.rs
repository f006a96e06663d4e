//! Bad input and trouble: nothing that was answered is lost, nothing stands twice, and whoever asked reads one
//! sentence saying what is wrong and what to do.

mod cut_off;
mod forms;
mod killed;
mod process;
mod strangers;
mod trouble;

use lianxin_stories::{Browser, World};

/// The sentence stands on the page, and everything typed is still in the form.
fn refused(who: &Browser<'_>, status: u16, sentence: &str) {
    assert_eq!(who.page.status, status, "{}: {}", who.page.url, who.page.text());
    assert!(who.page.says(sentence), "{sentence}: {}", who.page.text());
}

/// How many matters there are.
fn matters(world: &World) -> i64 {
    let count = "SELECT COUNT(*) FROM council_matter";
    let n = world.db().read_wait(move |r| Ok(r.row(count, &[], |row| row.int(0))?.unwrap_or(0)));
    n.unwrap_or_else(|why| panic!("counting: {why:?}"))
}
