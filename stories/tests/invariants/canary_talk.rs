//! What is typed where a matter is talked over besides what is said: an answer, why a line is hidden, what is asked of everybody; for the canary.

use lianxin_stories::Browser;

/// Every word that is typed.
pub(crate) const WORDS: [&str; 5] = ["珈蓝谈一号", "珈蓝谈二号", "珈蓝谈三号", "珈蓝谈四号", "珈蓝谈五号"];

/// The community answers what it was asked, hides the newest line with its reason, and asks everybody something that it takes back.
pub(crate) fn answered_and_hidden(worker: &mut Browser<'_>, desk: &str) {
    worker.open(&format!("{desk}?do=answer"));
    let question = worker.page.between("name=\"question\" value=\"", "\"").expect("something was asked");
    worker.send(&format!("{desk}/answer"), &[("question", &question), ("note", "珈蓝谈一号：下周")]);
    assert!(worker.page.says("珈蓝谈一号"), "{}", worker.page.text());
    worker.open(&format!("{desk}/hide"));
    let line = worker.page.between("name=\"entry\" value=\"", "\"").expect("something was said");
    worker.send(&format!("{desk}/hide"), &[("entry", &line), ("note", "珈蓝谈二号"), ("do", "hide")]);
    assert!(worker.page.says("珈蓝谈二号"), "{}", worker.page.text());
    let poll = format!("{desk}/poll");
    worker.open(&poll);
    let asked = [("ask", "珈蓝谈三号：要不要"), ("choice1", "珈蓝谈四号"), ("choice2", "都行")];
    worker.send(&poll, &asked);
    assert!(worker.page.says("珈蓝谈三号") && worker.page.says("珈蓝谈四号"), "{}", worker.page.text());
    let id = worker.page.between("name=\"poll\" value=\"", "\"").expect("it is asked");
    let off = [("poll", id.as_str()), ("note", "珈蓝谈五号"), ("do", "off")];
    worker.post_new(&poll, &off);
    assert!(worker.open(desk).says("珈蓝谈五号"), "{}", worker.page.text());
}
