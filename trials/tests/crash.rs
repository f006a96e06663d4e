//! A short form of `cargo xtask crash`: killed, on a full disk, killed; nothing that was acknowledged is lost.

use std::process::Command;

#[test]
fn what_was_acknowledged_is_there_after_a_kill_and_on_a_full_disk() {
    let run =
        Command::new(env!("CARGO_BIN_EXE_lianxin-trials")).args(["crash", "--rounds", "3"]).output().expect("runs");
    let said = String::from_utf8([run.stdout, run.stderr].concat()).expect("text");
    assert!(
        run.status.success() && said.contains("1 on a full disk") && said.contains("0 lost, 0 half acts"),
        "{said}"
    );
}
