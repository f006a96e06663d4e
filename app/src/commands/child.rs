use crate::rooms;
use std::process::ExitCode;

/// Reads one thing a stranger sent, within limits.
pub(super) fn run(kind: &str) -> ExitCode {
    lianxin_child::run(&rooms::children(), kind)
}
