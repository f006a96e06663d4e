//! What is typed where a matter is talked over besides what is said: an answer, and why a line is hidden; for the canary.

use lianxin_stories::Browser;

/// Every word that is typed.
pub(crate) const WORDS: [&str; 2] = ["珈蓝谈一号", "珈蓝谈二号"];

/// The community answers what it was asked, and hides the newest line with its reason.
pub(crate) fn answered_and_hidden(worker: &mut Browser<'_>, desk: &str) {
    worker.open(&format!("{desk}?do=answer"));
    let question = worker.page.between("name=\"question\" value=\"", "\"").expect("something was asked");
    worker.send(&format!("{desk}/answer"), &[("question", &question), ("note", "珈蓝谈一号：下周")]);
    assert!(worker.page.says("珈蓝谈一号"), "{}", worker.page.text());
    worker.open(&format!("{desk}/hide"));
    let line = worker.page.between("name=\"entry\" value=\"", "\"").expect("something was said");
    worker.send(&format!("{desk}/hide"), &[("entry", &line), ("note", "珈蓝谈二号"), ("do", "hide")]);
    assert!(worker.page.says("珈蓝谈二号"), "{}", worker.page.text());
}
